// SPDX-License-Identifier: Apache-2.0

package quantity

import (
	"strings"

	"stemma/internal/text"
)

// An amount is a number with what its neighbours say about it; the ranges are of tokens.
type amount struct {
	number
	start, end int // from the outermost bound to the end of the counted noun phrase
	kind       text.QuantityKind
	unit       string
	low, high  bool // bounded from below, from above
	about      bool
	bounded    bool // any word of a bound stands beside the number
	compound   bool // the unit hangs on the number by a hyphen: "two-day strike"
	item       text.Range
	head       int
	per        text.Range
	resume     int // where to look for the next number
}

// quantity is the amount as an annotation.
func (a *amount) quantity(doc *text.Doc) text.Quantity {
	lo, hi := a.lo, a.hi
	q := text.Quantity{
		Span:        doc.SpanOf(text.Range{First: a.start, Last: a.end}),
		Number:      doc.SpanOf(a.Range),
		Kind:        a.kind,
		Approximate: a.about || a.rough,
		Vague:       a.vague,
		Item:        doc.SpanOf(a.item),
		Head:        a.head,
		Unit:        a.unit,
		Per:         doc.SpanOf(a.per),
	}
	if !a.high || a.low || lo < hi {
		q.Min = &lo
	}
	if !a.open && (!a.low || a.high || lo < hi) {
		q.Max = &hi
	}
	return q
}

// describe reads bounds, unit, item and ratio of a number, and reports whether it is an amount after all.
func (r *reader) describe(n number) (amount, bool) {
	a := amount{number: n, start: min(r.lead(&n), n.from), end: n.Last, kind: text.Count, head: -1, resume: n.Last}
	if n.share {
		a.kind = text.Share
	}
	r.before(&a)
	r.quoted(&a)
	r.after(&a)
	if !r.measure(&a) && !r.age(&a) && r.joins(a.end) && !r.compounded(&a) {
		return a, false
	}
	r.after(&a)
	a.resume = max(a.resume, a.end)
	r.itemOf(&a)
	r.perOf(&a)
	return a, r.accept(&a)
}

// quoted takes the marks of a number in quotation marks of its own: "“hundreds” more".
func (r *reader) quoted(a *amount) {
	open, shut := r.lower(a.start-1), r.lower(a.end)
	if open == "“" && shut == "”" || open == "\"" && shut == "\"" {
		a.end++
	}
}

// maxBound is the most words that a bound has.
const maxBound = 5

// before takes the bounds that stand before the number, the nearest first: "at least another 12".
func (r *reader) before(a *amount) {
	for range 4 {
		b, k := r.boundEnding(a.start)
		if k == 0 || b.free && r.plainPreposition(a, a.start-k) {
			return
		}
		a.start -= k
		a.apply(b)
	}
}

// boundEnding is the longest bound that ends right before token i, and its length in words.
func (r *reader) boundEnding(i int) (bound, int) {
	best, length, words := bound{}, 0, ""
	for k := 1; k <= maxBound && i-k >= r.floor; k++ {
		words = strings.TrimSuffix(r.lower(i-k)+" "+words, " ")
		if b, ok := boundLists()[0][words]; ok {
			best, length = b, k
		}
	}
	return best, length
}

// plainPreposition reports whether the word at token i, before the amount, is no bound here: "talks about 12 boats".
func (r *reader) plainPreposition(a *amount, i int) bool {
	word := r.lower(i)
	if (word == "about" || word == "around" || word == "only" || word == "just") && r.isOne(&a.number) {
		return true
	}
	if word == "under" || word == "below" || word == "above" {
		return a.spelled && a.lo < 10
	}
	return cue(r.lower(i-1), word)
}

// after takes the bounds that stand after the number or its unit: "or more", "-odd".
func (r *reader) after(a *amount) {
	words := ""
	for k := 1; k <= 3 && r.sent.Holds(a.end+k-1); k++ {
		words = strings.TrimPrefix(words+" "+r.lower(a.end+k-1), " ")
		b, ok := boundLists()[1][words]
		if ok && !(words == "at least" || words == "at most" || words == "plus") || ok && !startsLetter(r.lower(a.end+k)) {
			a.end += k
			a.apply(b)
			return
		}
	}
}

func (a *amount) apply(b bound) {
	a.bounded = true
	switch b.effect {
	case "min":
		a.low = true
	case "max":
		a.high = true
	case "past":
		a.low, a.about = true, true
	case "nearly":
		a.high, a.about = true, true
	case "about":
		a.about = true
	}
}

// accept reports whether a number without unit and item still is an amount here, by what stands around it.
func (r *reader) accept(a *amount) bool {
	if a.open && a.high && !a.low && a.lo == a.hi {
		return false // "up to thousands" bounds nothing
	}
	if a.kind == text.Count && a.head >= 0 && r.isOne(&a.number) && noun(r.lower(a.head), "idle") && !a.compound {
		return false // "one stark question"
	}
	if !a.item.Empty() || a.bounded || a.kind != text.Count || a.hi > a.lo {
		return true
	}
	before, next := r.tag(a.start-1), r.tag(a.end)
	switch {
	case r.yearLike(&a.number), a.scale == 1 && r.isOne(&a.number) && !r.stretched(a):
		return false
	case a.lo <= 31 && (r.lower(a.start-1) == "at" || r.lower(a.start-1) == "on"):
		return false // "at 9", "on the 12"
	case state(r.lower(a.start - 1)), before == text.VERB, before == text.AUX, before == text.ADP, before == text.PART, before == text.CCONJ, before == text.SCONJ, before == text.DET:
		return true
	case a.First == r.sent.First && a.spelled:
		return true
	case next == text.VERB, next == text.AUX, next == text.ADP:
		return !r.capital(a.start-1) || next == text.AUX
	}
	return false
}

// stretched reports whether a bare "one" stands where a count would: "killing one and wounding three".
func (r *reader) stretched(a *amount) bool {
	next := r.tag(a.end)
	return r.tag(a.start-1) == text.VERB && (next == text.CCONJ || next == text.PUNCT || next == "")
}
