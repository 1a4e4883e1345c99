// SPDX-License-Identifier: Apache-2.0

package quote

import (
	"strings"

	"stemma/internal/text"
)

// maxWalk bounds, in tokens, how far a source or a content's opening is looked for.
const maxWalk = 60

// subject is the noun phrase that the verb group starting at g has as its subject, looking left as far as lo.
func (r *reader) subject(g, lo, depth int) text.Range {
	j := g - 1
	for j >= lo && (r.doc.Tokens[j].Tag == text.ADV && !r.wh(j) || r.doc.Lower(j) == "also") {
		j--
	}
	if j < lo || g-j > 6 {
		return text.Range{}
	}
	tok := &r.doc.Tokens[j]
	switch {
	case r.relative(j):
		return text.Range{First: j, Last: j + 1}
	case tok.Lower == "," || tok.Lower == "—" || tok.Lower == "–":
		if np := r.beforeInsert(j, lo); !np.Empty() {
			return np
		}
		return r.inherited(j, lo, depth)
	case tok.Lower == ")":
		if k := r.back(j, lo, "(", ")"); k >= 0 {
			return r.subject(k, lo, depth)
		}
	case r.endsNoun(j):
		return r.nounLeft(j, lo)
	case tok.Lower == "and" || tok.Lower == "but" || tok.Lower == "or" || tok.Lower == "then":
		return r.inherited(j, lo, depth)
	case r.mark[j] >= 0 && r.quotes[r.mark[j]].end == j && r.quotes[r.mark[j]].open >= lo && len4(r.quotes[r.mark[j]].tokens):
		return r.nounLeft(j, lo) // a nickname
	}
	return text.Range{}
}

func len4(r text.Range) bool { return r.Last-r.First < 4 }

// inherited is the subject of the finite verb before a conjunction at j: "Lund met them and said".
func (r *reader) inherited(j, lo, depth int) text.Range {
	if depth > 3 {
		return text.Range{}
	}
	tries := 0
	for k := j - 1; k >= max(lo, j-maxWalk) && tries < 3; k-- {
		if r.mark[k] >= 0 && r.quotes[r.mark[k]].end == k && r.quotes[r.mark[k]].open >= lo {
			k = r.quotes[r.mark[k]].open
			continue
		}
		if !r.finite(k) || r.afterThat(k, lo) {
			continue
		}
		tries++
		first := k
		for first > lo && (r.doc.Tokens[first-1].Tag == text.AUX || r.doc.Tokens[first-1].Tag == text.ADV && !r.wh(first-1)) {
			first--
		}
		if np := r.subject(first, lo, depth+1); !np.Empty() {
			return np
		}
	}
	return text.Range{}
}

// afterThat reports whether the verb at k stands in a relative or that-clause, by the words right before its subject.
func (r *reader) afterThat(k, lo int) bool {
	for j := k - 1; j >= max(lo, k-8); j-- {
		switch lower := r.doc.Lower(j); {
		case lower == "who" || lower == "which" || lower == "that" || lower == "if" || lower == "when" || lower == "because" || lower == "while" || lower == "after" && r.doc.Tokens[j].Tag == text.SCONJ:
			return true
		case lower == "," || r.doc.Tokens[j].Tag == text.VERB:
			return false
		}
	}
	return false
}

// relative reports whether token j is a relative pronoun that can be a subject.
func (r *reader) relative(j int) bool {
	lower := r.doc.Lower(j)
	return lower == "who" || lower == "which" && j > 0 || lower == "that" && r.doc.Tokens[j].Tag == text.PRON
}

func (r *reader) wh(j int) bool {
	switch r.doc.Lower(j) {
	case "when", "where", "why", "how", "who", "what", "which", "whether", "whom", "whose":
		return true
	}
	return false
}

// endsNoun reports whether token j can end a noun phrase.
func (r *reader) endsNoun(j int) bool {
	tok := &r.doc.Tokens[j]
	switch tok.Tag {
	case text.NOUN, text.PROPN, text.NUM:
		return true
	case text.PRON:
		return !r.wh(j) && !objectPronoun(tok.Lower)
	case text.DET:
		return standsAlone(tok.Lower)
	case text.ADJ:
		return r.phrase[j] >= 0 && r.doc.Phrases[r.phrase[j]].Last == j+1 || standsAlone(tok.Lower) || anonymWords().Has(strings.TrimSuffix(tok.Lower, "s"))
	}
	return standsAlone(tok.Lower)
}

func objectPronoun(lower string) bool {
	return lower == "him" || lower == "them" || lower == "me" || lower == "us"
}

// standsAlone are determiners and adjectives that can be a whole noun phrase.
func standsAlone(lower string) bool {
	switch lower {
	case "some", "many", "others", "several", "both", "most", "few", "all", "another", "this", "these", "those", "one", "neither", "none", "each", "any", "more":
		return true
	}
	return false
}

// nounStart is where the base noun phrase that ends at j begins.
func (r *reader) nounStart(j, lo int) int {
	start := r.chunkStart(j, lo)
	for k := j; k > start; k-- { // where commas are missing, an article still opens a new noun phrase
		if lower := r.doc.Lower(k); (lower == "a" || lower == "an" || lower == "the") && r.doc.Lower(k-1) != "'s" {
			return k
		}
		if n := r.name[k]; n >= 0 && r.doc.Names[n].First == k && r.name[k-1] >= 0 && r.name[k-1] != n && r.doc.Names[n].Title.Empty() && r.doc.Names[n].Kind == text.Person {
			return k
		}
	}
	return start
}

// chunkStart is where the chunk that ends at j begins, with the possessors and chunks that it continues.
func (r *reader) chunkStart(j, lo int) int {
	start := j
	if p := r.phrase[j]; p >= 0 && r.doc.Phrases[p].Kind == text.NounPhrase {
		start = max(lo, r.doc.Phrases[p].First)
	}
	for start > lo {
		prev := &r.doc.Tokens[start-1]
		glued := prev.End == r.doc.Tokens[start].Start && (prev.Lower == "-" || prev.Lower == "–" || prev.Lower == "/" || prev.Lower == "&")
		possessive := prev.Lower == "'s" && prev.Tag != text.AUX || (prev.Lower == "'" || prev.Lower == "’") && r.mark[start-1] < 0
		if start-1 > lo && (glued || possessive) && r.endsNoun(start-2) {
			start = r.nounStart(start-2, lo)
			return start
		}
		if prev.Tag == text.VERB && prev.Form == text.Gerund && start-1 > lo && r.doc.Tokens[start].Tag == text.NOUN && (r.doc.Tokens[start-2].Tag == text.PROPN || r.doc.Tokens[start-2].Tag == text.DET || r.doc.Tokens[start-2].Tag == text.ADJ) {
			start-- // "a monitoring group"
			continue
		}
		p := r.phrase[start-1]
		if p < 0 || r.doc.Phrases[p].Kind != text.NounPhrase || r.doc.Phrases[p].Last != start || prev.Tag == text.PRON || r.timeWord(start-1) {
			if prev.Tag == text.ADJ || prev.Tag == text.DET && r.doc.Tokens[start].Tag != text.PRON && r.doc.Tokens[start].Tag != text.DET {
				start--
				continue
			}
			break
		}
		start = max(lo, r.doc.Phrases[p].First)
	}
	return start
}

// nounLeft is the whole noun phrase that ends at j: with its "of" phrases, reduced relatives and a list it closes.
func (r *reader) nounLeft(j, lo int) text.Range {
	np := r.grow(j, lo)
	if np.First > lo && r.doc.Tokens[np.First].Tag == text.DET {
		if k := r.name[np.First-1]; k >= 0 && r.doc.Names[k].Kind == text.Person && r.doc.Names[k].First >= lo {
			np.First = r.doc.Names[k].First // "Lund the manager of the port said", without its comma
		}
	}
	return np
}

// grow is nounLeft without a name that the phrase describes.
func (r *reader) grow(j, lo int) text.Range {
	lo = max(lo, j-maxWalk)
	start := r.nounStart(j, lo)
	list := false
	for start-2 >= lo {
		prev := start - 1
		tok := &r.doc.Tokens[prev]
		switch {
		case tok.Tag == text.ADP && r.endsNoun(prev-1) && r.timeWord(prev-1):
			return text.Range{First: start, Last: j + 1} // "killed on Sunday in the town, residents said"
		case tok.Tag == text.ADP && r.endsNoun(prev-1):
			start = r.nounStart(prev-1, lo)
		case tok.Tag == text.ADP && r.postModifier(prev-1, lo) > 0:
			start = r.nounStart(prev-r.postModifier(prev-1, lo)-1, lo)
		case tok.Tag == text.ADP && r.beforeRelative(prev-1, lo) >= 0:
			start = r.nounStart(r.beforeRelative(prev-1, lo), lo)
		case (tok.Lower == "and" || tok.Lower == "or" || tok.Lower == "&") && r.joins(prev, lo):
			k := prev - 1
			if r.doc.Lower(k) == "," {
				k--
			}
			start, list = r.nounStart(k, lo), true
		case tok.Lower == "," && list && r.endsNoun(prev-1):
			start = r.nounStart(prev-1, lo)
		case tok.Tag == text.VERB || tok.Tag == text.AUX || tok.Tag == text.PART && tok.Lower == "to":
			np := r.beforeRelative(prev, lo)
			if np < 0 {
				return text.Range{First: start, Last: j + 1}
			}
			start = r.nounStart(np, lo)
		default:
			return text.Range{First: start, Last: j + 1}
		}
	}
	return text.Range{First: start, Last: j + 1}
}

// postModifier is how many tokens before a preposition belong to "familiar with", "briefed on": 0 where none do.
func (r *reader) postModifier(k, lo int) int {
	n := 0
	for k-n > lo && n < 3 {
		tok := &r.doc.Tokens[k-n]
		if tok.Tag == text.ADJ || tok.Tag == text.VERB && (tok.Form == text.Participle || tok.Form == text.Past || tok.Form == text.Gerund) || n == 0 && tok.Tag == text.ADV {
			n++
			continue
		}
		break
	}
	if n > 0 && k-n >= lo && (r.doc.Tokens[k-n].Tag == text.NOUN || r.doc.Tokens[k-n].Tag == text.PROPN) {
		return n
	}
	return 0
}

// joins reports whether the conjunction at k joins two noun phrases of one subject, not two clauses.
func (r *reader) joins(k, lo int) bool {
	before := k - 1
	if before > lo && r.doc.Lower(before) == "," {
		before--
	}
	if before < lo || !r.endsNoun(before) {
		return false
	}
	start := r.nounStart(before, lo)
	if start <= lo {
		return true
	}
	switch tok := &r.doc.Tokens[start-1]; tok.Tag {
	case text.VERB, text.AUX:
		return false
	case text.ADP:
		for i := start - 2; i >= max(lo, start-12); i-- { // "met with the envoy and aides said": a verb before it in the clause
			switch other := &r.doc.Tokens[i]; {
			case other.Tag == text.VERB && r.finite(i):
				return false
			case other.Lower == ",":
				return true
			}
		}
	}
	return true
}

// beforeRelative is the last token of the noun phrase before "who" where the verb at k stands in its clause, or -1.
func (r *reader) beforeRelative(k, lo int) int {
	for j := k; j > max(lo, k-25); j-- {
		lower := r.doc.Lower(j)
		if (lower == "who" || lower == "which" || lower == "that" && r.doc.Tokens[j].Tag != text.DET) && r.endsNoun(j-1) {
			return j - 1
		}
		if r.doc.Tokens[j].Tag == text.PUNCT && lower != "-" {
			return -1
		}
	}
	return -1
}

// beforeInsert is the noun phrase before a comma-bracketed insertion that closes with the comma at j, the insertion
// included where it tells more about the noun: "Lund, the envoy,".
func (r *reader) beforeInsert(j, lo int) text.Range {
	for c, tries := r.commaBefore(j, lo), 0; c > lo && tries < 4; c, tries = r.commaBefore(c, lo), tries+1 {
		end := c - 1
		if r.doc.Lower(end) == ")" {
			end = r.back(end, lo, "(", ")") - 1
		}
		if end < lo || !r.endsNoun(end) || !r.inserts(c+1, j) {
			continue
		}
		np := r.nounLeft(end, lo)
		if np.First > lo && r.doc.Tokens[np.First-1].Tag == text.ADP && !r.tellsMore(c+1) {
			continue
		}
		if np.First > lo+1 && r.doc.Lower(np.First-1) == "," && r.endsNoun(np.First-2) && r.inserts(np.First, c) && !r.determined(np.First) {
			if more := r.beforeInsert(c, lo); !more.Empty() {
				np.First = more.First
			}
		}
		if r.tellsMore(c + 1) {
			np.Last = j
		}
		return np
	}
	return text.Range{}
}

// determined reports whether what starts at i is a full subject of its own.
func (r *reader) determined(i int) bool { return r.doc.Tokens[i].Tag == text.PRON }

// inserts reports whether what stands between two commas can be an insertion: an apposition, a relative clause, a
// participle, a phrase with a preposition; not a clause.
func (r *reader) inserts(i, j int) bool {
	if i >= j {
		return false
	}
	tok := &r.doc.Tokens[i]
	if r.wh(i) || tok.Tag == text.ADP || tok.Tag == text.VERB && (tok.Form == text.Gerund || tok.Form == text.Participle) || tok.Tag == text.SCONJ || tok.Tag == text.ADV {
		return true
	}
	for k := i; k < j; k++ {
		if r.wh(k) || r.doc.Lower(k) == "that" {
			return true
		}
		if r.finite(k) {
			return false
		}
	}
	return true
}

// tellsMore reports whether the insertion that starts at i describes the noun before it.
func (r *reader) tellsMore(i int) bool {
	tok := &r.doc.Tokens[i]
	return tok.Tag != text.ADP && tok.Tag != text.SCONJ && tok.Tag != text.ADV && tok.Tag != text.VERB || tok.Lower == "who"
}

// commaBefore is the comma or dash before token j at the same level, or -1.
func (r *reader) commaBefore(j, lo int) int {
	for k := j - 1; k >= max(lo, j-maxWalk); k-- {
		if m := r.mark[k]; m >= 0 && r.quotes[m].end == k && r.quotes[m].open >= lo {
			k = r.quotes[m].open
			continue
		}
		switch r.doc.Lower(k) {
		case ")":
			if open := r.back(k, lo, "(", ")"); open >= 0 {
				k = open
			}
		case ",", "—", "–":
			return k
		case ";", ":":
			return -1
		}
	}
	return -1
}

// back is the token of the bracket that the one at j closes, or -1.
func (r *reader) back(j, lo int, open, closes string) int {
	depth := 0
	for k := j; k >= max(lo, j-maxWalk); k-- {
		switch r.doc.Lower(k) {
		case closes:
			depth++
		case open:
			if depth--; depth == 0 {
				return k
			}
		}
	}
	return -1
}

// finite reports whether token k is a finite verb.
func (r *reader) finite(k int) bool {
	tok := &r.doc.Tokens[k]
	switch tok.Tag {
	case text.AUX:
		return tok.Lower != "be" && tok.Lower != "been" && tok.Lower != "being" && tok.Lower != "having"
	case text.VERB:
		if tok.Form == text.Base {
			return k > 0 && (r.doc.Tokens[k-1].Tag == text.PRON || r.doc.Tokens[k-1].Form == text.Plural || standsAlone(r.doc.Lower(k-1)))
		}
		return tok.Form == text.Past || tok.Form == text.Present
	}
	return false
}

// mainSubject is the subject of the first finite verb of the main clause, for participles: "…, adding that".
func (r *reader) mainSubject(before, lo int) text.Range {
	lo = max(lo, before-maxContent)
	start := lo
	if r.doc.Tokens[lo].Tag == text.SCONJ || r.subordinates(lo) {
		for start < before && r.doc.Lower(start) != "," {
			start++
		}
	}
	for k := start; k < before; k++ {
		if r.mark[k] >= 0 && r.quotes[r.mark[k]].open == k && r.quotes[r.mark[k]].end < before {
			k = r.quotes[r.mark[k]].end
			continue
		}
		if !r.finite(k) {
			continue
		}
		if np := r.subject(k, lo, 0); !np.Empty() && !r.relative(np.First) {
			return np
		}
	}
	return text.Range{}
}

func (r *reader) subordinates(i int) bool {
	switch r.doc.Lower(i) {
	case "while", "although", "though", "as", "when", "after", "before", "since", "if", "because", "once":
		return true
	}
	return false
}

// nounRight is the whole noun phrase that starts at j: with "of" phrases, an apposition, a list.
func (r *reader) nounRight(j, hi int) text.Range {
	hi = min(hi, j+maxWalk)
	end := r.nounEnd(j, hi)
	if end == j {
		return text.Range{}
	}
	for end < hi {
		next := r.extend(j, end, hi)
		if next <= end {
			break
		}
		end = next
	}
	return text.Range{First: j, Last: end}
}

// nounEnd is the end of the base noun phrase at j, j where there is none.
func (r *reader) nounEnd(j, hi int) int {
	if j >= hi || r.wh(j) {
		return j
	}
	if p := r.phrase[j]; p >= 0 && r.doc.Phrases[p].Kind == text.NounPhrase {
		end := min(hi, r.doc.Phrases[p].Last)
		for end < hi && r.doc.Lower(end) == "'s" && r.doc.Tokens[end].Tag == text.PART && end+1 < hi && r.phrase[end+1] >= 0 {
			end = min(hi, r.doc.Phrases[r.phrase[end+1]].Last)
		}
		return end
	}
	if r.endsNoun(j) {
		return j + 1
	}
	return j
}

// extend is the end of what belongs to the noun phrase that has grown to end, or end.
func (r *reader) extend(start, end, hi int) int {
	tok := &r.doc.Tokens[end]
	switch {
	case tok.Tag == text.ADP && nounPreposition(tok.Lower):
		if e := r.nounEnd(end+1, hi); e > end+1 && !r.timeWord(end+1) {
			return e
		}
	case tok.Tag == text.ADJ || tok.Tag == text.VERB && tok.Form != text.Base && tok.Form != text.Present && r.anonymHead(text.Range{First: start, Last: end}):
		if end+1 < hi && r.doc.Tokens[end+1].Tag == text.ADP {
			if e := r.nounEnd(end+2, hi); e > end+2 {
				return e // "familiar with the talks", "briefed on the plan"
			}
		}
	case tok.Lower == "(":
		for k := end + 1; k < min(hi, end+8); k++ {
			if r.doc.Lower(k) == ")" {
				return k + 1
			}
		}
	case tok.Lower == "and" || tok.Lower == "&":
		if e := r.nounEnd(end+1, hi); e > end+1 && !(e < hi && r.finite(e)) {
			return e
		}
	case tok.Lower == ",":
		return r.afterComma(end, hi)
	case tok.Lower == "who":
		return r.clauseStop(end, hi)
	}
	return end
}

// afterComma is the end of an apposition, a list or a relative clause after the comma at c, or c.
func (r *reader) afterComma(c, hi int) int {
	i := c + 1
	if i >= hi {
		return c
	}
	if r.doc.Lower(i) == "who" || r.doc.Lower(i) == "whose" {
		return r.clauseStop(i, hi)
	}
	if r.doc.Lower(i) == "and" {
		i++
	}
	e := r.nounEnd(i, hi)
	if e == i || r.doc.Tokens[i].Tag == text.PRON {
		return c
	}
	for e < hi && r.doc.Tokens[e].Tag == text.ADP && nounPreposition(r.doc.Lower(e)) {
		n := r.nounEnd(e+1, hi)
		if n == e+1 {
			break
		}
		e = n
	}
	if e < hi && (r.finite(e) || r.doc.Tokens[e].Tag == text.AUX || r.doc.Tokens[e].Tag == text.VERB) {
		return c // a clause of its own, or "all speaking"
	}
	return e
}

// clauseStop is the end of the relative clause that starts at i: the next comma, stop or quotation mark.
func (r *reader) clauseStop(i, hi int) int {
	for k := i; k < hi; k++ {
		if r.mark[k] >= 0 || r.doc.Tokens[k].Tag == text.PUNCT && r.doc.Lower(k) != "-" {
			return k
		}
	}
	return hi
}

func nounPreposition(lower string) bool {
	switch lower {
	case "of", "for", "in", "at", "from", "with", "to", "on", "near", "behind", "inside", "within", "among", "close":
		return true
	}
	return false
}
