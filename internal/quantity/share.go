// SPDX-License-Identifier: Apache-2.0

package quantity

import (
	"math"

	"stemma/internal/text"
)

// share reads a fraction of something: "half of the workers", "two thirds of", "one in five households".
func (r *reader) share(i int) (number, bool) {
	n := number{Range: text.Range{First: i, Last: i}, from: i, scale: 1, spelled: true, share: true}
	word := r.lower(i)
	if word == "half" || isArticle(word) && r.lower(i+1) == "half" {
		n.Last = i + 1
		if isArticle(word) {
			n.Last++
		}
		return n, r.halfOf(&n)
	}
	if e := entries()[word]; !isArticle(word) && e.class != "unit" && !startsDigit(word) {
		return n, false
	}
	return n, r.oneIn(&n) || r.fraction(&n)
}

// halfOf: only what follows shows that a half is one of something, not of a match.
func (r *reader) halfOf(n *number) bool {
	next := r.lower(n.Last)
	of := next == "of" && entries()[r.lower(n.Last+2)].class != "scale"
	determined := r.tag(n.Last) == text.DET && !isArticle(next)
	n.lo, n.hi = 0.5, 0.5
	return (of || determined) && r.tag(n.First-1) != text.ADJ && !cue(r.lower(n.First-1), "half")
}

// fraction reads "two thirds of", "a quarter of the", "one-third of", "three quarters of".
func (r *reader) fraction(n *number) bool {
	count, at := 1.0, n.First+1
	if e := entries()[r.lower(n.First)]; e.class == "unit" {
		count = e.value
	} else if !isArticle(r.lower(n.First)) {
		return false
	}
	if r.joins(at) {
		at++
	}
	e := entries()[r.lower(at)]
	scale := isArticle(r.lower(at+2)) && entries()[r.lower(at+3)].class == "scale" // "a quarter of a million"
	if e.class != "part" || count >= e.value || r.lower(at+1) != "of" || scale {
		return false
	}
	n.lo, n.Last = thousandths(count/e.value), at+1
	n.hi = n.lo
	return true
}

// oneIn reads "one in five", "two out of three", "9 out of 10".
func (r *reader) oneIn(n *number) bool {
	a, ok := r.number(n.First)
	if !ok || a.vague != "" || a.lo < 1 {
		return false
	}
	at := a.Last + 1
	switch {
	case r.lower(a.Last) == "in" && a.lo < 10 && entries()[r.lower(at)].class != "":
	case r.lower(a.Last) == "out" && r.lower(at) == "of":
		at++
	default:
		return false
	}
	b, ok := r.number(at)
	if !ok || b.vague != "" || b.lo <= a.lo || b.scale > 1 || a.scale > 1 {
		return false
	}
	n.lo, n.Last = thousandths(a.lo/b.lo), b.Last
	n.hi = n.lo
	return true
}

// thousandths rounds a share, so that "a third" is equal wherever it stands.
func thousandths(v float64) float64 { return math.Round(v*1000) / 1000 }
