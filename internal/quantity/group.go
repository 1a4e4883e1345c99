// SPDX-License-Identifier: Apache-2.0

package quantity

import "stemma/internal/text"

// elided finds what is counted where no noun follows: what they are said to be ("over 40 injured"), or the group or
// toll before the number ("a crew of 22", "the death toll rose to 45").
func (r *reader) elided(a *amount) {
	at := a.end
	if r.tag(at) == text.ADV && state(r.lower(at+1)) {
		at++
	}
	if state(r.lower(at)) {
		a.take(text.Range{First: at, Last: at + 1}, at)
		return
	}
	before := r.lower(a.start - 1)
	if of := a.start - 2; before == "of" && (noun(r.lower(of), "group") || noun(r.lower(of), "toll")) {
		a.item, a.head = r.withModifier(of), of
		a.start = a.item.First
		return
	}
	if r.tag(a.start-1) == text.VERB || before == "to" || before == "at" || before == "from" || before == "of" {
		r.toll(a)
	}
}

// tollReach is how far before a bare number its toll is looked for, in tokens.
const tollReach = 12

// toll takes "death toll" of "the death toll from the fire rose to 45" as what is counted.
func (r *reader) toll(a *amount) {
	for j := a.start - 1; j >= r.sent.First && j >= a.start-tollReach; j-- {
		if noun(r.lower(j), "toll") && r.tag(j) != text.VERB {
			a.item, a.head = r.withModifier(j), j
			if phrase, head := r.phrase(j+2, false); r.lower(j+1) == "of" && head >= 0 && phrase.Last <= a.start {
				a.item, a.head = phrase, head // "the number of nurses rose to 12"
			}
			return
		}
	}
}

// withModifier is the noun at token j with the noun or adjective right before it: "death toll".
func (r *reader) withModifier(j int) text.Range {
	if tag := r.tag(j - 1); (tag == text.NOUN || tag == text.ADJ) && j-1 >= r.floor {
		return text.Range{First: j - 1, Last: j + 1}
	}
	return text.Range{First: j, Last: j + 1}
}

// article reads "a miner was killed" and "left a child dead" as one, and returns the token to go on from.
func (r *reader) article(i int) int {
	if !isArticle(r.lower(i)) {
		return i
	}
	phrase, head := r.phrase(i+1, true)
	if phrase.Empty() || r.dated[i] || !r.befalls(phrase.Last, 2) {
		return i
	}
	one := text.Range{First: i, Last: i + 1}
	a := amount{number: number{Range: one, lo: 1, hi: 1, scale: 1}, start: i, end: phrase.Last, kind: text.Count, item: phrase, head: head}
	r.doc.Quantities = append(r.doc.Quantities, a.quantity(r.doc))
	r.floor = phrase.Last
	return phrase.Last
}

// befalls reports whether the words from token j on say what befell a person: "was badly injured", "dead and".
// With "and a woman" before them they say it of both; more is how many others may stand between.
func (r *reader) befalls(j, more int) bool {
	if more > 0 && (r.lower(j) == "and" || r.lower(j) == ",") && isArticle(r.lower(j+1)) {
		phrase, head := r.phrase(j+2, true)
		return head >= 0 && r.befalls(phrase.Last, more-1)
	}
	passive := false
	for k := 0; k < 5; k++ {
		switch {
		case r.tag(j) == text.AUX:
			passive = true
		case r.tag(j) == text.ADV && !personState(r.lower(j)):
		default:
			next := r.tag(j + 1)
			ends := next == text.PUNCT || next == text.CCONJ || next == text.ADP || next == text.SCONJ || next == ""
			return personState(r.lower(j)) && (passive || ends && r.lower(j) != "executed")
		}
		j++
	}
	return false
}
