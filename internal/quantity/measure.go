// SPDX-License-Identifier: Apache-2.0

package quantity

import (
	"strings"

	"stemma/internal/text"
)

// measure reads the unit of an amount: a currency sign before it, letters that touch it, or a word after it.
func (r *reader) measure(a *amount) bool {
	switch {
	case a.signed != "":
		a.kind, a.unit = text.Money, a.signed
		if units()[r.lower(a.end)].kind == "money" {
			a.end++ // "$5 million dollars"
		}
		return true
	case a.glued != "":
		a.setUnit(units()[a.glued], "", a.end)
		return true
	case r.lower(a.start-1) == "magnitude" || r.lower(a.start-1) == "of" && r.lower(a.start-2) == "magnitude":
		a.kind, a.unit = text.Measure, "magnitude"
		return true
	}
	at := a.end
	if r.joins(at) {
		a.compound = true
		at++
	}
	area := r.lower(at)
	if area == "square" || area == "cubic" {
		at++
	} else {
		area = ""
	}
	if r.percent(a, at) || r.unitWord(a, at, area) {
		return true
	}
	a.compound = false
	return false
}

// setUnit gives the amount a unit whose last token is before end.
func (a *amount) setUnit(u unit, prefix string, end int) {
	a.unit, a.end = strings.TrimSpace(prefix+" "+u.name), end
	switch u.kind {
	case "money":
		a.kind = text.Money
	case "percent":
		a.kind = text.Percent
	case "duration":
		a.kind = text.Duration
	default:
		a.kind = text.Measure
	}
}

// percent reads "per cent", "percentage points"; the one-word forms are units like others.
func (r *reader) percent(a *amount, at int) bool {
	next := r.lower(at + 1)
	switch {
	case r.lower(at) == "per" && next == "cent":
		a.unit = "percent"
	case r.lower(at) == "percentage" && (next == "points" || next == "point"):
		a.unit = "percentage point"
	default:
		return false
	}
	a.kind, a.end = text.Percent, at+2
	return true
}

// unitWord reads a unit at token at, with what hangs on it: "-long", "-old", "years old".
func (r *reader) unitWord(a *amount, at int, area string) bool {
	word := r.lower(at)
	u, ok := units()[word]
	if !ok || u.kind == "sign" || u.kind == "big" || u.short && a.spelled && u.kind != "percent" || a.share {
		return false
	}
	singular := !u.short && !strings.HasSuffix(word, "s") && word != "feet"
	follows := r.tag(at+1) == text.NOUN && !r.capital(at+1) || r.lower(at+1) == "of" && u.kind == "measure" && a.lo != 1
	if singular && !a.compound && follows && (u.kind == "measure" || a.lo == 1) {
		return false // "two barrel bombs", "one day labourer"
	}
	a.setUnit(u, area, at+1)
	r.hanging(a)
	return true
}

// hanging takes the rest of a compound; "old" makes a duration an age.
func (r *reader) hanging(a *amount) {
	for range 3 {
		if !r.joins(a.end) || !startsLetter(r.lower(a.end+1)) {
			break
		}
		a.compound = true
		if old := r.lower(a.end + 1); old == "old" || old == "olds" {
			a.kind = text.Measure
		}
		a.end += 2
	}
	switch {
	case a.kind != text.Duration:
	case r.lower(a.end) == "old":
		a.kind, a.end = text.Measure, a.end+1
	case r.lower(a.end) == "of" && r.lower(a.end+1) == "age":
		a.kind, a.end = text.Measure, a.end+2
	}
}

// age reads an age without a unit: "aged 34", "those over 60", and "34" set off by commas after a name.
func (r *reader) age(a *amount) bool {
	aged := cue(r.lower(a.start-1), "age") || r.lower(a.start-1) == "of" && cue(r.lower(a.start-2), "age")
	if !aged && !r.apposed(a) && !r.beyondAge(a) || a.hi > 120 || a.lo < 1 && !aged {
		return false
	}
	a.kind, a.unit = text.Measure, "year"
	return true
}

// apposed reports whether a figure stands between commas after a name: "Ana Ruiz, 34, said".
func (r *reader) apposed(a *amount) bool {
	next := r.lower(a.end)
	closes := next == "," || next == "." || next == ";" || next == ")"
	return !a.spelled && closes && r.lower(a.start-1) == "," && r.capital(a.start-2) && !startsDigit(r.lower(a.start-2))
}

// beyondAge reports whether the amount is the age in "those over 60".
func (r *reader) beyondAge(a *amount) bool {
	if by := r.lower(a.First - 1); by != "over" && by != "under" && by != "above" && by != "below" {
		return false
	}
	next := r.tag(a.end)
	ends := next != text.NOUN && next != text.PROPN && !state(r.lower(a.end))
	return a.bounded && ends && cue(r.lower(a.start-1), "persons")
}

// compounded reads "20-member team", "25-strong crew", "three-phase plan": the hyphen after the number is at a.end.
func (r *reader) compounded(a *amount) bool {
	at := a.end + 1
	if !noun(r.lower(at), "compound") {
		return false
	}
	a.compound = true
	a.item, a.head = text.Range{First: at, Last: at + 1}, at
	a.end = at + 1
	r.hanging(a)
	phrase, head := r.phrase(a.end, true)
	if phrase.Empty() {
		return true
	}
	if r.lower(at) == "strong" {
		a.item, a.head = phrase, head
	}
	a.end = phrase.Last
	return true
}
