// SPDX-License-Identifier: Apache-2.0

package when

import (
	"time"

	"stemma/internal/text"
)

// A resolver turns mentions into times, in the order of the text, with what is known so far.
type resolver struct {
	ref       time.Time // midnight UTC of the day of publication
	known     bool      // whether there is one
	narrative bool      // a chronicle: undated days follow the dates named before them

	days   map[[2]int]int // the year of a month and day that is named with its year; -1 where years differ
	months map[int]int    // the year of a month that is named with its year; -1 where years differ

	anchor   period // the date named last
	anchored bool
	at       int    // sentence of the anchor
	news     period // the day named last of the week before publication
	quarter  period
	hasQ     bool // a quarter was named
}

func newResolver(doc *text.Doc, found []mention) *resolver {
	r := &resolver{days: map[[2]int]int{}, months: map[int]int{}}
	if !doc.Reference.IsZero() {
		y, m, d := doc.Reference.Date()
		r.ref, r.known = date(y, int(m), d), true
	}
	dated, relative, recent := 0, 0, 0
	for i := range found {
		p := &found[i].parts
		switch {
		case p.full != "" || p.year > 0 && !p.bc:
			dated++
			recent += r.noteYear(p)
		case p.bc:
			dated++
		case p.hasOffset || p.weekday > 0 || p.ago == "ref" || p.unit != "" && (p.rel == "last" || p.rel == "this"):
			relative++
		}
	}
	r.narrative = dated >= 6 && dated > 4*relative && 2*recent < dated
	return r
}

// noteYear remembers which year a month and a day have in this text. It returns 1 for a year of the news: that of
// the day of publication, or the one before or after it.
func (r *resolver) noteYear(p *parts) int {
	y, m, d := p.year, p.month, p.day
	if t, err := time.Parse(time.DateOnly, p.full); err == nil {
		y, m, d = t.Year(), int(t.Month()), t.Day()
	}
	if m > 0 {
		note(r.months, m, y)
	}
	if d > 0 {
		note(r.days, [2]int{m, d}, y)
	}
	if off := y - r.ref.Year(); r.known && off >= -1 && off <= 1 {
		return 1
	}
	return 0
}

func note[K comparable](years map[K]int, k K, y int) {
	if old, ok := years[k]; ok && old != y {
		y = -1
	}
	years[k] = y
}

// all resolves the mentions in order.
func (r *resolver) all(found []mention) []text.Time {
	out := make([]text.Time, 0, len(found))
	for i := range found {
		m := &found[i]
		a := r.resolve(m)
		if a.value == "" {
			continue
		}
		out = append(out, a.time(m))
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// An answer is what a mention was resolved to.
type answer struct {
	kind        string // TIMEX3 type
	value       string
	first, last time.Time // zero where open
	mod         string
	vague       bool // the days are about right
}

func (a answer) time(m *mention) text.Time {
	t := text.Time{Span: m.Span, Type: a.kind, Value: a.value, Mod: a.mod, Approximate: a.vague || a.mod != ""}
	if !a.first.IsZero() && a.first.Year() > 0 && a.last.Year() < 10000 {
		t.From, t.To = a.first.Format(time.DateOnly), a.last.Format(time.DateOnly)
	}
	return t
}

// resolve asks the rule of the mention's kind.
func (r *resolver) resolve(m *mention) answer {
	switch m.kind {
	case "date", "day", "feast":
		return r.date(m)
	case "decade", "century":
		return r.age(m)
	case "quarter":
		return r.fiscal(m)
	case "unit":
		return r.relative(m)
	case "weekof":
		return r.weekOf(m)
	case "part":
		return r.partOfDay(m)
	case "clock":
		return r.clock(m)
	case "shift":
		return r.shift(m)
	case "span":
		return r.span(m)
	case "set":
		return r.set(m)
	}
	return answer{kind: "DATE", value: m.ref} // "" for what the rules call none
}

// settle answers with a period and makes it the anchor of what follows.
func (r *resolver) settle(m *mention, p period) answer {
	if y := p.start.Year(); y < 1 || y > 9000 {
		return answer{}
	}
	r.anchor, r.anchored, r.at = p, true, m.sentence
	if age := r.ref.Sub(p.start); r.known && p.grain == day && age >= 0 && age <= 7*24*time.Hour {
		r.news = p
	}
	if p.grain == quarter {
		r.quarter, r.hasQ = p, true
	}
	a := answer{kind: "DATE", value: p.value(), mod: firstOf(m.edge, m.mod), vague: p.grain == season}
	a.first, a.last = p.bounds(m.edge)
	return a
}

func open(m *mention, value string) answer {
	return answer{kind: "DATE", value: value, mod: firstOf(m.edge, m.mod)}
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// near reports whether a date was named close enough before m to be what "the next day" follows.
func (r *resolver) near(m *mention) bool {
	reach := 3
	if r.narrative {
		reach = 8
	}
	return r.anchored && m.sentence-r.at <= reach
}
