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
	for j >= lo && r.adverb(j) {
		j--
	}
	if k := r.beforeTime(j, lo); k >= lo {
		j = k
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
	case r.mark[j] >= 0 && r.quotes[r.mark[j]].end == j && r.quotes[r.mark[j]].open >= lo && short(r.quotes[r.mark[j]].tokens):
		return r.nounLeft(j, lo) // a nickname
	}
	return text.Range{}
}

// adverb reports whether token j may stand between a subject and its verb: "has since said", "later added".
func (r *reader) adverb(j int) bool {
	switch r.doc.Lower(j) {
	case "also", "once", "since", "later", "first", "then", "now", "earlier", "repeatedly", "both", "all", "too":
		return r.doc.Tokens[j].Tag != text.NOUN && j > 0 && r.doc.Lower(j-1) != ","
	}
	return r.doc.Tokens[j].Tag == text.ADV && !r.wh(j)
}

// beforeTime is the token before a phrase of time that ends at j, "Lund on Friday said", or -1.
func (r *reader) beforeTime(j, lo int) int {
	if j < lo || !r.endsNoun(j) {
		return -1
	}
	start := r.nounStart(j, max(lo, j-4))
	if !r.timeWord(start) && !r.timeWord(j) || start <= lo {
		return -1
	}
	if r.doc.Tokens[start-1].Tag == text.ADP {
		start--
	}
	if start <= lo || !r.endsNoun(start-1) && r.doc.Lower(start-1) != "," {
		return -1
	}
	return start - 1
}

// inherited is the subject of the finite verb before a conjunction at j: "Lund met them and said".
func (r *reader) inherited(j, lo, depth int) text.Range {
	if depth > 2 {
		return text.Range{}
	}
	tries := 0
	for k := j - 1; k >= max(lo, j-maxWalk) && tries < 2; k-- {
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
	if r.name[j] >= 0 && r.doc.Names[r.name[j]].Last == j+1 && !r.doc.Names[r.name[j]].Demonym {
		return true
	}
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
	if tok := &r.doc.Tokens[j]; tok.Tag == text.PRON && !standsAlone(tok.Lower) && r.phrase[j] >= 0 && r.doc.Phrases[r.phrase[j]].First == j {
		return j // "the handshake nobody wanted"
	}
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
		case tok.Lower == "," && list && r.endsNoun(prev-1) && !r.ofVerb(prev-1, lo):
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

// ofVerb reports whether the noun phrase that ends at j tells when or where something is done and so lists no source: "was freed
// on Monday | , the firm and the union said".
func (r *reader) ofVerb(j, lo int) bool {
	start := r.nounStart(j, lo)
	if start <= lo || r.doc.Tokens[start-1].Tag != text.ADP {
		return false
	}
	return r.timeWord(j) && r.name[j] < 0 || text.IsRel(r.doc.Tokens[j].Rel, "obl") && r.doc.Tokens[j].Head < start
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
	if before < k-1 && r.doc.Tokens[k+1].Tag == text.PRON && !standsAlone(r.doc.Lower(k+1)) {
		return false // ", and nobody agreed"
	}
	switch tok := &r.doc.Tokens[start-1]; tok.Tag {
	case text.VERB, text.AUX:
		return false
	case text.ADP:
		for i := start - 2; i >= max(lo, start-12); i-- { // "met with the envoy and aides said": a verb before it in the clause
			switch other := &r.doc.Tokens[i]; {
			case r.finite(i):
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
	tries := 0
	for k := start; k < before && tries < 3; k++ {
		if r.mark[k] >= 0 && r.quotes[r.mark[k]].open == k && r.quotes[r.mark[k]].end < before {
			k = r.quotes[r.mark[k]].end
			continue
		}
		if !r.finite(k) {
			continue
		}
		tries++
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
