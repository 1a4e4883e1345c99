// SPDX-License-Identifier: Apache-2.0

package when

import (
	"fmt"
	"strconv"
)

// age resolves decades and centuries.
func (r *resolver) age(m *mention) answer {
	if m.kind == "century" {
		if m.ord < 1 || m.ord > 21 {
			return answer{}
		}
		return r.settle(m, period{century, date(m.ord*100-100, 1, 1)})
	}
	tens, err := strconv.Atoi(m.decade)
	if err != nil {
		return answer{}
	}
	return r.settle(m, period{decade, date(tens*10, 1, 1)})
}

// relative resolves "last week", "this year", "the previous month", "the quarter".
func (r *resolver) relative(m *mention) answer {
	g, ok := grainOf(m.unit)
	if !ok {
		return answer{}
	}
	base, ok := r.base(m)
	if !ok || (base.grain > g && m.rel != "the") {
		return open(m, openValue(m.unit))
	}
	switch {
	case m.rel == "the" && m.unit == "Q":
		return r.settle(m, r.theQuarter())
	case m.rel == "the" && m.unit == "E":
		return r.settle(m, r.theWeekend(m, base))
	}
	return r.settle(m, containing(base.start, g).shift(step(m.rel)))
}

// weekOf resolves "the week of March 6" and "the last week of May": seven days at the start or end of the month.
func (r *resolver) weekOf(m *mention) answer {
	rel := m.rel
	m.rel = ""
	a := r.date(m)
	if a.first.IsZero() {
		return a
	}
	p := r.anchor
	switch {
	case p.grain == day:
		return r.settle(m, containing(p.start, week))
	case rel == "last":
		a.first = a.last.AddDate(0, 0, -6)
	default:
		a.last = a.first.AddDate(0, 0, 6)
	}
	a.value = "P1W"
	return a
}

// base is what a relative expression counts from: the day of publication for "last" and "this", the date named last
// for "that" and "the following", and in a chronicle for all of them.
func (r *resolver) base(m *mention) (period, bool) {
	switch m.rel {
	case "that", "prev", "following":
		return r.anchor, r.near(m)
	}
	if r.narrative {
		return r.anchor, r.near(m)
	}
	if m.unit == "W" && r.ref.Weekday() == 0 {
		return period{day, r.ref.AddDate(0, 0, 1)}, r.known // on a Sunday the week to come has begun
	}
	return period{day, r.ref}, r.known
}

// theWeekend is the one just past, or the one to come where the tense says so.
func (r *resolver) theWeekend(m *mention, base period) period {
	p := containing(base.start, weekend)
	if m.tense != future && base.start.Before(p.start) {
		return p.shift(-1)
	}
	return p
}

// theQuarter is the quarter in question: the one named last, or else the last one that is over.
func (r *resolver) theQuarter() period {
	if r.hasQ {
		return r.quarter
	}
	return containing(r.ref, quarter).shift(-1)
}

// fiscal resolves quarters and halves of a year.
func (r *resolver) fiscal(m *mention) answer {
	switch {
	case m.ord > 4 || m.unit != "Q" && m.half && m.ord > 2:
		return answer{}
	case m.ord == 0:
		return r.comparable(m)
	}
	g := quarter
	if m.unit != "Q" {
		g = half
	}
	y, ok := m.year, m.year > 0
	if rel := firstOf(m.yrel, m.rel); !ok && rel != "" {
		y, ok = r.yearOf(rel)
		if m.yrel == "prev" {
			y, ok = r.ref.Year()-1, r.known
		}
	}
	if ok {
		return r.settle(m, nth(g, y, m.ord))
	}
	if !r.known {
		return open(m, fmt.Sprintf("XXXX-Q%d", m.ord))
	}
	return r.settle(m, r.nearQuarter(m, g))
}

// nth is the nth quarter or half of a year.
func nth(g grain, y, n int) period {
	size := 3
	if g == half {
		size = 6
	}
	return period{g, date(y, (n-1)*size+1, 1)}
}

// nearQuarter is the last such quarter that has begun, or the next to come where the tense says so.
func (r *resolver) nearQuarter(m *mention, g grain) period {
	p := nth(g, r.ref.Year(), m.ord)
	if m.tense == future && m.firm && p.last().Before(r.ref) {
		return p.shift(stepsPerYear(g))
	}
	if !(m.tense == future && m.firm) && p.start.After(r.ref) {
		return p.shift(-stepsPerYear(g))
	}
	return p
}

func stepsPerYear(g grain) int {
	if g == half {
		return 2
	}
	return 4
}

// comparable resolves "the year-ago quarter", "the latest quarter", "the 1988 period".
func (r *resolver) comparable(m *mention) answer {
	if !r.known && !r.hasQ {
		return open(m, "XXXX-QX")
	}
	q := r.theQuarter()
	switch {
	case m.year > 0:
		q = nth(quarter, m.year, (int(q.start.Month())-1)/3+1)
	case m.yrel == "prev":
		q = q.shift(-4)
	}
	keep, had := r.quarter, r.hasQ
	a := r.settle(m, q)
	if had {
		r.quarter = keep
	}
	return a
}

// shift resolves "three weeks ago", "two days later".
func (r *resolver) shift(m *mention) answer {
	if m.num == "X" || m.num == "" && !m.one {
		return answer{kind: "DATE", value: vagueRef(m.dir), mod: m.mod}
	}
	n, g, ok := m.steps()
	base, known := period{day, r.ref}, r.known && !r.narrative
	if m.ago == "anchor" || r.narrative {
		base, known = r.anchor, r.near(m)
	}
	if !ok || n > 5000 {
		return answer{kind: "DATE", value: vagueRef(m.dir), mod: m.mod}
	}
	if !known || base.grain > g {
		return open(m, openValue(m.unit))
	}
	if m.unit == "Y" && n == 1 && r.hasQ && r.anchored && m.dir < 0 {
		return r.settleAside(m, r.quarter.shift(-4))
	}
	return r.settle(m, containing(base.start, g).shift(m.dir*n))
}

// settleAside answers without moving the quarter in question.
func (r *resolver) settleAside(m *mention, p period) answer {
	keep := r.quarter
	a := r.settle(m, p)
	r.quarter = keep
	return a
}

// steps is how many pieces of which size a shift counts.
func (p *parts) steps() (int, grain, bool) {
	n := p.n
	if p.one && p.num == "" {
		n = 1
	}
	switch p.unit {
	case "X":
		return n * 10, year, true
	case "C":
		return n * 100, year, true
	case "F":
		return n * 2, week, true
	}
	g, ok := grainOf(p.unit)
	return n, g, ok
}

func vagueRef(dir int) string {
	if dir < 0 {
		return "PAST_REF"
	}
	return "FUTURE_REF"
}

// span answers with a duration. Only "the past two months" and "the next three days" have ends.
func (r *resolver) span(m *mention) answer {
	a := answer{kind: "DURATION", value: m.length(), mod: m.mod}
	n, g, ok := m.steps()
	n = max(n, 1)
	if (m.rel != "past" && m.rel != "coming") || !ok || !r.known || r.narrative || m.num == "X" || m.num == "" && m.many || n > 1000 {
		return a
	}
	dir := 1
	if m.rel == "past" {
		dir = -1
	}
	end := period{g, r.ref}.shift(dir * n).start
	a.first, a.last, a.vague = r.ref, end, true
	if end.Before(r.ref) {
		a.first, a.last = end, r.ref
	}
	return a
}

// set answers with what recurs: "P1D" for every day, "XXXX-WXX-4" for each Thursday.
func (r *resolver) set(m *mention) answer {
	a := answer{kind: "SET", value: m.set}
	switch {
	case m.set != "":
	case m.weekday > 0:
		a.value = m.openDate()
		if m.part != "" {
			a.value += "T" + m.part
		}
	case m.part != "":
		a.value = "XXXX-XX-XXT" + m.part
	case m.month > 0 || m.season != "":
		a.value = m.openDate()
	default:
		if m.ord > 0 {
			m.num = strconv.Itoa(m.ord)
		}
		m.one = true
		a.value = m.length()
	}
	return a
}
