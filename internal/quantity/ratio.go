// SPDX-License-Identifier: Apache-2.0

package quantity

import "stemma/internal/text"

// perOf reads what the amount is given by: "per captive", "for each hostage", "a day", "each", and "For every
// hostage," before it.
func (r *reader) perOf(a *amount) {
	at := a.end
	word, next := r.lower(at), r.lower(at+1)
	switch {
	case word == "per" && next != "cent":
		r.perPhrase(a, at+1)
	case word == "for" && (next == "each" || next == "every"):
		r.perPhrase(a, at+2)
	case word == "in" && (next == "exchange" || next == "return") && r.lower(at+2) == "for" && (r.lower(at+3) == "each" || r.lower(at+3) == "every"):
		r.perPhrase(a, at+4)
	case isArticle(word) && noun(next, "each") && a.kind != text.Duration && !relative(r.lower(at+2)):
		r.perPhrase(a, at+1)
	case word == "apiece", word == "each" && r.tag(at+1) != text.NOUN && r.tag(at+1) != text.ADJ:
		a.per, a.end = text.Range{First: at, Last: at + 1}, at+1
	default:
		r.perBefore(a)
	}
}

// relative words make "a week" a time: "a week ago".
func relative(word string) bool {
	switch word {
	case "ago", "earlier", "later", "after", "before", "-":
		return true
	}
	return false
}

// perPhrase takes the noun phrase at token i as what the amount is given by; of "for each of them" it takes "each of
// them".
func (r *reader) perPhrase(a *amount, i int) {
	if r.lower(i) == "of" && r.lower(i+1) == "them" {
		a.per, a.end = text.Range{First: i - 1, Last: i + 2}, i+2
		return
	}
	if r.lower(i) == "of" {
		for i++; r.tag(i) == text.DET || possessive(r.lower(i)); {
			i++
		}
	}
	if phrase, _ := r.phrase(i, true); !phrase.Empty() {
		a.per, a.end = phrase, phrase.Last
	}
}

// perReach is how far before an amount "for every hostage" is looked for, in tokens.
const perReach = 10

// perBefore finds "For every hostage," before the amount, where no other amount lies between.
func (r *reader) perBefore(a *amount) {
	if a.kind != text.Count && a.kind != text.Money || a.item.Empty() && a.kind == text.Count {
		return
	}
	for j := a.start - 1; j > r.sent.First && j >= max(r.floor, a.start-perReach); j-- {
		if word := r.lower(j); (word == "each" || word == "every") && r.lower(j-1) == "for" {
			if phrase, _ := r.phrase(j+1, true); !phrase.Empty() && phrase.Last <= a.start {
				a.per = phrase
			}
			return
		}
	}
}
