// SPDX-License-Identifier: Apache-2.0

package role

import (
	"slices"
	"strings"

	"stemma/internal/text"
)

// before reads a title, office or occupation right before a name: "Senator X", "crane driver X", "Senators X and Y".
func (r *reader) before(i int) {
	n := r.doc.Names[i]
	d, ok := r.titleBefore(n)
	if !ok {
		return
	}
	holders := []int{i}
	if d.plural {
		if holders = r.list(i); len(holders) < 2 {
			return // "the patients X treated"
		}
	}
	for _, k := range holders {
		who := r.doc.Names[k]
		r.add(who, d, text.Range{First: d.First, Last: who.Last})
		r.party(who)
		r.body(who)
	}
}

// titleBefore is the description that ends where the name starts.
func (r *reader) titleBefore(n text.Name) (description, bool) {
	start := r.sentenceStart(n.First)
	if n.First == start || r.honorific(n, start) {
		return description{}, false
	}
	for _, first := range r.openings(n.First, start) {
		d, ok := r.description(first, n.First)
		if ok && d.Last == n.First && r.direct(d) {
			r.trim(&d, start)
			return d, true
		}
	}
	return description{}, false
}

// trim cuts lower-case words before a capitalised title: they belong to the verb or noun before ("the network Mayor X").
func (r *reader) trim(d *description, start int) {
	for j := d.First + 1; j < d.head; j++ {
		if prev := &r.doc.Tokens[j-1]; standing[r.lower(j)] != "" && prev.Tag == text.NOUN && !r.hyphen(j-1) && !r.hyphen(j+1) {
			d.First = j // "the inquiry former minister X asked for"
		}
	}
	if tok := &r.doc.Tokens[d.First]; tok.Tag == text.PUNCT && d.First < d.head {
		d.First++
	}
	if d.head == start || r.lowerCase(d.head) || d.opening < d.First {
		return
	}
	for d.First < d.head && r.lowerCase(d.First) && standing[r.lower(d.First)] == "" && !r.hyphen(d.First+1) && r.lower(d.First) != "vice" {
		d.First++
	}
}

// honorific reports whether only "Mr.", "Lady" or "Father" stands before the name.
func (r *reader) honorific(n text.Name, start int) bool {
	j := n.First - 1
	row, ok := titles().Row(r.lower(j))
	if ok && row.Field(1) == "honorific" && !personNouns().Has(r.lower(j)) {
		return true
	}
	return r.class(j) == "kin" && j > start && !r.lowerCase(j) // "Father Brown" inside a sentence
}

// direct reports whether a description can stand right before a name: its head touches the name, or a phrase without
// article lies between ("director of communications X", "head of the union X").
func (r *reader) direct(d description) bool {
	if d.head >= d.Last-3 && !r.prepositional(d) {
		return r.lowerCase(d.head) || r.doc.Tokens[d.head].Tag != text.ADJ || d.class == "office" // no "National Guard"
	}
	last := d.Last - 1
	if _, ok := titles().Row(strings.ToLower(r.words(text.Range{First: d.head, Last: d.Last}))); ok {
		return true // "secretary of state X"
	}
	if d.class == "kin" && r.doc.Tokens[last].Tag == text.NUM {
		return true // "father of three X"
	}
	if d.class != "office" || !r.prepositional(d) {
		return false
	}
	if !r.lowerCase(d.head) && !r.lowerCase(last) && r.nameAt[last] < 0 {
		return !determined(r.lower(d.head + 2))
	}
	return r.class(last) == "" && r.nameAt[last] < 0 && r.lowerCase(last) && (!determined(r.lower(d.head+2)) || bodies().Has(r.doc.Tokens[last].Lemma))
}

func (r *reader) prepositional(d description) bool {
	for j := d.head + 1; j < d.Last; j++ {
		if r.doc.Tokens[j].Tag == text.ADP {
			return true
		}
	}
	return false
}

// openings is where a description that ends at end may start, farthest first: after each word that no noun phrase
// goes over. Across prepositions it looks too, since "head of the office" is one description.
func (r *reader) openings(end, start int) []int {
	var out []int
	floor := max(start, end-maxOffice)
	j := end - 1
	for ; j >= floor; j-- {
		tok := &r.doc.Tokens[j]
		if r.timed[j] && !r.inside(j, end) {
			break
		}
		if tok.Tag == text.ADP || tok.Tag == text.CCONJ || tok.Tag == text.PART && tok.Lower == "to" {
			if r.hyphen(j-1) || r.hyphen(j+1) || r.nominal(j, end) {
				continue
			}
			if !r.hyphen(j + 1) {
				out = append(out, j+1)
			}
			continue
		}
		if determined(tok.Lower) || tok.Lower == "whose" {
			out = append(out, j)
			continue
		}
		if r.part(j, floor, end) == "stop" && !(tok.Tag == text.VERB && j == end-1 && r.class(j) != "") {
			break
		}
	}
	if !r.hyphen(j+1) && !r.hyphen(j+2) || j < start {
		out = append(out, j+1)
	}
	slices.Reverse(out)
	return out
}

// party adds "(R-SC)" after a name to the role told last.
func (r *reader) party(n text.Name) {
	end := r.bracket(n.Last)
	if end == n.Last || len(r.out) == 0 {
		return
	}
	if end > n.Last+6 || r.lowerCase(n.Last+1) || r.doc.Tokens[n.Last+1].Tag == text.NUM {
		return // an age, a remark
	}
	last := &r.out[len(r.out)-1]
	words := r.doc.SpanOf(text.Range{First: n.Last, Last: end})
	last.Span = last.Span.Union(words)
	last.Title += " " + r.doc.Exact(words)
}

// maxBracket bounds the tokens in brackets after a name.
const maxBracket = 8

// bracket is the end of the brackets that open at token i, or i.
func (r *reader) bracket(i int) int {
	if r.lower(i) != "(" {
		return i
	}
	for j := i + 1; j < len(r.doc.Tokens) && j < i+maxBracket; j++ {
		if r.lower(j) == ")" {
			return j + 1
		}
	}
	return i
}

// body adds "of the county police" after a titled name to its role.
func (r *reader) body(n text.Name) {
	end := r.bodyAfter(n.Last)
	if end == n.Last {
		end = r.commonBody(n.Last)
	}
	if end == n.Last {
		return
	}
	last := &r.out[len(r.out)-1]
	last.Span = last.Span.Union(r.doc.SpanOf(text.Range{First: n.Last, Last: end}))
	last.Title += " " + r.words(text.Range{First: n.Last, Last: end})
}

// bodyAfter is the end of "of the Z union" at token at, where Z is a named organisation or group; or at.
func (r *reader) bodyAfter(at int) int {
	if lower := r.lower(at); lower != "of" && lower != "from" {
		return at
	}
	end := r.object(at+1, r.sentenceEnd(at))
	if end == at+1 || clitic(r.lower(end)) {
		return at
	}
	k := r.nameAt[end-1]
	if k < 0 || r.doc.Names[k].Demonym {
		return at
	}
	if kind := r.doc.Names[k].Kind; kind != text.Organisation && kind != text.Group {
		return at
	}
	return end
}

// commonBody is the end of "of the coast guard" at token at, or at.
func (r *reader) commonBody(at int) int {
	if r.lower(at) != "of" {
		return at
	}
	end := r.object(at+1, r.sentenceEnd(at))
	if end == at+1 || clitic(r.lower(end)) || !bodies().Has(r.doc.Tokens[end-1].Lemma) {
		return at
	}
	return end
}

// deedNoun reads "the appointment of X as envoy" and "X's nomination as envoy".
func (r *reader) deedNoun(i int) {
	n := r.doc.Names[i]
	first, as := r.opening(i)-2, n.Last
	if clitic(r.lower(n.Last)) {
		first, as = n.Last+1, n.Last+2
	} else if r.lower(first+1) != "of" {
		return
	}
	if first < 0 || r.lower(as) != "as" {
		return
	}
	status := appointing[r.lower(first)]
	if status == "" {
		return
	}
	d, ok := r.description(as+1, r.sentenceEnd(as))
	if !ok || d.plural || d.class != "office" {
		return
	}
	if d.status == text.InOffice {
		d.status = status
	}
	r.add(n, d, text.Range{First: min(first, n.First), Last: d.Last})
}

// appointing is nouns of appointment and the status they leave. Resignations are not among them: most are demanded.
var appointing = map[string]text.RoleStatus{
	"appointment": text.InOffice, "reappointment": text.InOffice, "election": text.InOffice, "re-election": text.InOffice,
	"nomination": text.Nominee, "choice": text.Nominee, "selection": text.Nominee,
}

// membership reads "X of the Z union", and "X (D-NY)" without a title; it returns the token after.
func (r *reader) membership(i int) int {
	n := r.doc.Names[i]
	at := r.bracket(n.Last)
	end := r.bodyAfter(at)
	if end == at {
		return at
	}
	if n.Kind == text.Person && !r.told(n) {
		first := at + 1
		if determined(r.lower(first)) {
			first++
		}
		d := description{Range: text.Range{First: first, Last: end}, status: text.Unstated}
		r.add(n, d, text.Range{First: n.First, Last: end})
		r.out[len(r.out)-1].Title = r.words(text.Range{First: at, Last: end})
	}
	return end
}

// told reports whether the role told last is of this mention of a name.
func (r *reader) told(n text.Name) bool {
	return len(r.out) > 0 && r.out[len(r.out)-1].Name == r.doc.SpanOf(n.Range)
}

// calledBefore reads "a citizen named X", "a docker identified as X".
func (r *reader) calledBefore(i int) {
	n := r.doc.Names[i]
	at := r.opening(i) - 1
	start := r.sentenceStart(n.First)
	switch r.lower(at) {
	case "named", "called":
	case "as":
		at--
		if r.doc.Tokens[max(at, 0)].Tag == text.ADV {
			at-- // "named locally as X"
		}
		if w := r.lower(at); w != "identified" && w != "named" && w != "known" {
			return
		}
	default:
		return
	}
	if at > start && (r.doc.Tokens[at-1].Tag == text.AUX || r.lower(at-1) == ",") {
		at-- // "the victim was named as X", "the victim, named as X"
	}
	if d, ok := r.descriptionBefore(at, start); ok && !d.plural {
		r.add(n, d, text.Range{First: d.opening, Last: n.Last})
	}
}
