// SPDX-License-Identifier: Apache-2.0

package role

import (
	"strings"

	"stemma/internal/text"
)

// after reads an apposition that follows name i, which ends before token at: "X, the envoy for Y,", "X, 43, a docker".
func (r *reader) after(i, at int) {
	n := r.doc.Names[i]
	if !separates(r.lower(at)) || r.placed(n) {
		return
	}
	last := r.sentenceEnd(at)
	d, ok := r.description(r.skipAge(at+1), last)
	if !ok || r.lower(d.opening) == "whose" || !r.closes(d, last) {
		return
	}
	holders := []int{i}
	if d.plural {
		if holders = r.listBefore(i); len(holders) < 2 {
			return
		}
	}
	for _, k := range holders {
		r.add(r.doc.Names[k], d, text.Range{First: r.doc.Names[k].First, Last: d.Last})
	}
	if next, ok := r.second(d, last); ok && len(holders) == 1 {
		r.add(n, next, text.Range{First: n.First, Last: next.Last})
	}
}

// placed reports whether a single word after "of" or "in" is as likely a place: "the senator of Arden, the speaker".
func (r *reader) placed(n text.Name) bool {
	if n.Last-n.First > 1 || !n.Title.Empty() || strings.Contains(n.Full, " ") {
		return false
	}
	switch r.lower(n.First - 1) {
	case "of", "in", "from", "at", "near":
		return true
	}
	return false
}

// second is another description joined to one: "the conciliator and a retired judge".
func (r *reader) second(d description, last int) (description, bool) {
	after := r.lower(d.Last + 1)
	if r.lower(d.Last) != "and" || determined(after) && d.opening == d.First && !ownedBy(after) {
		return d, false // "Oslo's envoy and the mayor" are two
	}
	next, ok := r.description(d.Last+1, last)
	return next, ok && !next.plural && (next.indefinite || next.owned || r.lower(next.Last) == "," || next.Last >= last) && r.ends(next.Last, last)
}

// ownedBy reports whether a word says whose an office is: "its chief negotiator".
func ownedBy(lower string) bool {
	switch lower {
	case "its", "his", "her", "their":
		return true
	}
	return false
}

// separates reports whether a mark sets an apposition off.
func separates(lower string) bool {
	return lower == "," || lower == "—" || lower == "–" || lower == "("
}

// skipAge skips "43," and "aged 43,".
func (r *reader) skipAge(at int) int {
	j := at
	if r.lower(j) == "aged" || r.lower(j) == "age" {
		j++
	}
	if j < len(r.doc.Tokens) && r.doc.Tokens[j].Tag == text.NUM && r.lower(j+1) == "," {
		return j + 2
	}
	return at
}

// closes reports whether an apposition ends where its description does. A definite one that a verb follows at once is
// the subject of that verb ("To Lind, the minister said"); one that "and" and a name follow may be a piece of a list.
func (r *reader) closes(d description, last int) bool {
	if r.ends(d.Last, last) {
		return true
	}
	tok := &r.doc.Tokens[d.Last]
	switch {
	case tok.Lower == "who", tok.Lower == "whose", tok.Lower == "whom", tok.Lower == "which", tok.Lower == "where":
		return true
	case tok.Lower == "and":
		_, ok := r.second(d, last)
		return ok || r.verbal(d.Last+1)
	case tok.Tag == text.ADP, tok.Tag == text.SCONJ, r.timed[d.Last]:
		return true
	case tok.Tag == text.VERB:
		return tok.Form == text.Gerund || tok.Form == text.Participle || d.indefinite && tok.Form != text.Present && tok.Lemma != "say"
	case tok.Tag == text.PART || tok.Tag == text.ADJ:
		return tok.Lower == "to" || d.indefinite
	}
	return false
}

// ends reports whether the sentence or a part set off by marks ends at token at.
func (r *reader) ends(at, last int) bool {
	if at >= last {
		return true
	}
	tok := &r.doc.Tokens[at]
	return tok.Tag == text.PUNCT && !r.hyphen(at) && tok.Lower != "(" && !clitic(tok.Lower)
}

// ahead reads an apposition that leads: "the former head of Y, X,", "whose brother, X,", "the ministers, X and Y,".
func (r *reader) ahead(i int) {
	open := r.opening(i)
	start := r.sentenceStart(open)
	if open-2 < start || r.lower(open-1) != "," {
		return
	}
	d, ok := r.descriptionBefore(open-1, start)
	if !ok {
		return
	}
	holders := r.list(i)
	if d.plural == (len(holders) == 1) || !r.closedAfter(d, holders[len(holders)-1], start) {
		return
	}
	for _, k := range holders {
		n := r.doc.Names[k]
		r.add(n, d, text.Range{First: d.opening, Last: n.Last})
		r.ownerTitle(d)
	}
}

// closedAfter reports whether an apposition ends after name k: not with a verb, where the words before the comma are
// somebody else's ("according to the minister, X resigned"), except after "as": "As mayor, X signed".
func (r *reader) closedAfter(d description, k, start int) bool {
	last := r.sentenceEnd(d.head)
	at := r.bracket(r.doc.Names[k].Last)
	at = r.bodyAfter(at)
	if at >= last {
		return true
	}
	tok := &r.doc.Tokens[at]
	if r.lower(d.opening-1) == "as" && d.opening-1 == start && tok.Tag != text.PUNCT {
		return r.verbal(at)
	}
	if tok.Lower == "," {
		return !r.listGoesOn(at, last)
	}
	return r.ends(at, last) || tok.Lower == "who" || tok.Lower == "whose"
}

// listGoesOn reports whether after the comma at token at another name stands that is no speaker: "the envoy, X, Y and Z".
func (r *reader) listGoesOn(at, last int) bool {
	k := r.named(at + 1)
	if k < 0 {
		return r.lower(at+1) == "and" && r.named(at+2) >= 0
	}
	next := r.doc.Names[k].Last
	return next < last && (r.lower(next) == "," || r.lower(next) == "and")
}

// ownerTitle gives a role of "whose brother" the name before it: "Lind's brother".
func (r *reader) ownerTitle(d description) {
	if r.lower(d.opening) != "whose" || r.lower(d.opening-1) != "," || d.opening < 2 {
		return
	}
	if k := r.nameAt[d.opening-2]; k >= 0 {
		last := &r.out[len(r.out)-1]
		last.Title = r.doc.Names[k].Full + "'s " + last.Title
	}
}

// descriptionBefore is the longest description that ends at token end. "The wife of the captain" may be either's.
func (r *reader) descriptionBefore(end, start int) (description, bool) {
	for _, first := range r.openings(end, start) {
		d, ok := r.description(first, end)
		if !ok || d.Last != end {
			continue
		}
		ambiguous := d.class == "kin" && r.prepositional(d) && r.class(d.Last-1) != ""
		return d, !ambiguous
	}
	return description{}, false
}

// list is name i and the names that commas and "and" join to it.
func (r *reader) list(i int) []int {
	out := []int{i}
	for k := i; len(out) < maxList; {
		at := r.bracket(r.doc.Names[k].Last)
		joined := at
		for r.lower(joined) == "," || r.lower(joined) == "and" {
			joined++
		}
		next := r.named(joined)
		if joined == at || next < 0 {
			break
		}
		out = append(out, next)
		k = next
		if r.lower(joined-1) == "and" {
			return out
		}
	}
	return out[:1]
}

// listBefore is the names that commas and "and" join up to name i.
func (r *reader) listBefore(i int) []int {
	out := []int{i}
	for k := i; k > 0 && len(out) < maxList; {
		at := r.opening(k) - 1
		if lower := r.lower(at); lower != "," && lower != "and" || len(out) == 1 && lower != "and" {
			break
		}
		if r.lower(at) == "and" && r.lower(at-1) == "," {
			at--
		}
		if r.doc.Names[k-1].Last != at || !r.person(k-1) {
			break
		}
		k--
		out = append(out, k)
	}
	return out
}

// maxList bounds the people of one list.
const maxList = 8
