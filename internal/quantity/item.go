// SPDX-License-Identifier: Apache-2.0

package quantity

import (
	"strings"

	"stemma/internal/text"
)

// itemOf finds what is counted: the noun phrase after the number, after "of", or the group or toll before it.
func (r *reader) itemOf(a *amount) {
	if !a.item.Empty() {
		return
	}
	if r.lower(a.end) == "of" {
		r.partOf(a)
		return
	}
	switch a.kind {
	case text.Count:
	case text.Share:
	default:
		if !a.compound && r.tag(a.start-1) != text.DET {
			return // "$5 million officials said"
		}
	}
	single := a.lo == 1 && a.hi == 1 || a.kind != text.Count
	if phrase, head := r.phrase(a.end, single); head >= 0 && (single || r.many(head)) {
		a.take(phrase, head)
	}
	if a.item.Empty() && a.kind == text.Count {
		r.elided(a)
	}
}

// many reports whether the noun at token j can stand after a number above one: a plural, a group, a people, or "more".
func (r *reader) many(j int) bool {
	word := r.lower(j)
	return r.plural(j) || r.capital(j) || noun(word, "group") || noun(word, "reply")
}

// take makes the phrase the item.
func (a *amount) take(phrase text.Range, head int) {
	if phrase.Empty() {
		return
	}
	a.item, a.head, a.end = phrase, head, max(a.end, phrase.Last)
}

// partOf reads "of the hostages", "of them", "of 31 cases" after the number.
func (r *reader) partOf(a *amount) {
	at := a.end + 1
	for k := 0; k < 3 && (r.tag(at) == text.DET || possessive(r.lower(at))); k++ {
		at++
	}
	switch r.lower(at) {
	case "them", "us", "you", "whom", "which", "these", "those", "it":
		a.end = at + 1
		return
	}
	if n, ok := r.number(at); ok {
		at = n.Last
	}
	phrase, head := r.phrase(at, false)
	if n, ok := r.number(phrase.Last + 1); ok && r.lower(phrase.Last) == "'s" {
		phrase, head = r.phrase(n.Last, false) // "half of the firm's 900 workers"
	}
	a.take(phrase, head)
}

func possessive(word string) bool {
	switch word {
	case "his", "her", "its", "their", "our", "my", "your", "those", "these", "all":
		return true
	}
	return false
}

// maxPhrase bounds a counted noun phrase, in tokens.
const maxPhrase = 12

// phrase is the noun phrase that starts at token i and its head, or an empty range. It stops where lost punctuation
// would run two phrases together: after a plural ("12 civilians | activists said") and before times. A single one
// may end in any noun; more than one wants a plural where there is one within reach.
func (r *reader) phrase(i int, single bool) (text.Range, int) {
	head, held := -1, -1
	for j := i; j < r.sent.Last && j < i+maxPhrase; j++ {
		if r.stops(j, head >= 0) || head >= 0 && r.closed(head, j, single) {
			break
		}
		switch {
		case r.joins(j) && head >= 0:
			head, held = -1, head // "two rebel-held towns": the noun was part of a modifier
		case r.nominal(j, head >= 0), !single && head < 0 && r.misread(j):
			head = j
		case r.modifies(j, head):
		case r.lower(j) == "'s" || r.lower(j) == "'":
		case !single && r.coordinates(j, head):
		default:
			return rangeTo(i, max(head, held))
		}
	}
	return rangeTo(i, max(head, held))
}

// rangeTo is the tokens from i to head, and the head; or none.
func rangeTo(i, head int) (text.Range, int) {
	if head < i {
		return text.Range{}, -1
	}
	return text.Range{First: i, Last: head + 1}, head
}

// stops reports whether no counted noun phrase takes in token j; inside says that it has a noun already.
func (r *reader) stops(j int, inside bool) bool {
	word := r.lower(j)
	if startsDigit(word) {
		return !r.joins(j + 1) // "two 500-pound bombs" goes on
	}
	e := entries()[word]
	counted := e.class != "" && e.class != "part" && !r.joins(j+1)
	return counted || cue(word, "time") || inside && cue(word, "after") || cue(word, "month") && r.capital(j) || r.dated[j]
}

// closed reports whether the phrase ends at its head, before token j.
func (r *reader) closed(head, j int, single bool) bool {
	next := r.lower(j)
	if next == "'s" || next == "'" && r.glued(j-1) || r.joins(j) || r.joins(j-1) {
		return false
	}
	proper := r.tag(head) == text.PROPN
	common := r.tag(j) == text.NOUN && !r.capital(j)
	switch {
	case r.plural(head) && !(proper && common) && !(noun(r.lower(head), "before") && common):
		return true
	case !proper && r.tag(j) == text.PROPN && !r.sent.Headline:
		return true
	case single && !proper && r.tag(j) == text.ADJ:
		return true
	}
	return false
}

// plural reports whether token j is a plural noun.
func (r *reader) plural(j int) bool {
	word := r.lower(j)
	tag := r.tag(j)
	if noun(word, "plural") || r.misread(j) || strings.HasSuffix(word, "children") || strings.HasSuffix(word, "people") || len(word) > 5 && strings.HasSuffix(word, "men") {
		return true
	}
	return (tag == text.NOUN || tag == text.PROPN) && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") &&
		!strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is") && !strings.HasSuffix(word, ".") && !noun(word, "singular")
}

// nominal reports whether token j can be the head of the phrase; inside says that it has one already.
func (r *reader) nominal(j int, inside bool) bool {
	word, tag := r.lower(j), r.tag(j)
	if noun(word, "reply") {
		next := r.tag(j + 1)
		leads := next == text.NOUN || next == text.ADJ || next == text.PROPN
		return !inside && (!leads || word == "others" || state(r.lower(j+1)))
	}
	if state(word) && !inside {
		return false
	}
	return (tag == text.NOUN || tag == text.PROPN || noun(word, "group") && tag != text.VERB) && startsLetter(word)
}

// misread reports whether token j, after a number above one, is a plural that the tagger took for a verb: "40 sacks".
func (r *reader) misread(j int) bool {
	if !r.sent.Holds(j) {
		return false
	}
	tok := &r.doc.Tokens[j]
	return tok.Tag == text.VERB && tok.Form == text.Present && strings.HasSuffix(tok.Lower, "s") && !cue(tok.Lower, "after")
}

// modifies reports whether token j leads on to a noun of the phrase.
func (r *reader) modifies(j, head int) bool {
	if r.joins(j) || r.joins(j-1) || startsDigit(r.lower(j)) {
		return true
	}
	next := r.tag(j + 1)
	leads := next == text.NOUN || next == text.PROPN || next == text.ADJ
	switch r.tag(j) {
	case text.ADJ:
		return head < 0 || leads
	case text.VERB:
		return head < 0 && leads && (!r.capital(j+1) || r.sent.Headline) && !cue(r.lower(j+1), "time")
	case text.ADV:
		return head < 0 && (leads || next == text.VERB && r.tag(j+2) == text.NOUN)
	}
	return head < 0 && r.joins(j+1) || noun(r.lower(j), "reply") && head < 0
}

// coordinates reports whether "and" at token j ties two modifiers of a plural: "six Chilean and Peruvian sailors".
func (r *reader) coordinates(j, head int) bool {
	if word := r.lower(j); word != "and" && word != "or" || head >= 0 && head != j-1 {
		return false
	}
	for k := j + 1; k < r.sent.Last && k <= j+3; k++ {
		switch tag := r.tag(k); {
		case tag == text.NOUN && r.plural(k):
			return k > j+1
		case tag != text.ADJ && tag != text.PROPN && tag != text.NOUN:
			return false
		}
	}
	return false
}
