// SPDX-License-Identifier: Apache-2.0

package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// date resolves days, months, seasons, years and feasts.
func (r *resolver) date(m *mention) answer {
	switch {
	case m.bc:
		return answer{kind: "DATE", value: fmt.Sprintf("BC%04d", max(m.n, m.year)) + m.openDate()[4:], mod: firstOf(m.edge, m.mod)}
	case m.hasOffset:
		return r.offset(m)
	case m.full != "":
		return r.whole(m)
	case m.year > 0:
		return r.settle(m, m.in(m.year))
	case m.yrel != "":
		y, ok := r.yearOf(m.yrel)
		if !ok {
			return open(m, m.openDate())
		}
		return r.settle(m, m.in(y))
	case m.weekday > 0 && m.month == 0:
		return r.weekday(m)
	}
	if p, ok := r.yearless(m); ok {
		return r.settle(m, p)
	}
	return open(m, m.openDate())
}

// in is the day, month, season, feast or year that p names, in year y.
func (p *parts) in(y int) period {
	switch {
	case p.feast != "":
		return feast(p.feast, y)
	case p.season != "":
		return period{season, date(y, map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[p.season], 1)}
	case p.day > 0:
		return dayOf(y, p.month, p.day)
	case p.month > 0:
		return period{month, date(y, p.month, 1)}
	}
	return period{year, date(y, 1, 1)}
}

// feast is the day of a feast: "12-25", or the name of one that moves.
func feast(name string, y int) period {
	nth := func(m, n int, wd time.Weekday) period { // the nth such weekday of a month
		first := date(y, m, 1)
		return period{day, first.AddDate(0, 0, (int(wd)-int(first.Weekday())+7)%7+7*(n-1))}
	}
	switch name {
	case "thanksgiving":
		return nth(11, 4, time.Thursday)
	case "labor":
		return nth(9, 1, time.Monday)
	case "memorial":
		return nth(6, 1, time.Monday).shift(-7)
	}
	m, d, _ := strings.Cut(name, "-")
	mm, _ := strconv.Atoi(m)
	dd, _ := strconv.Atoi(d)
	return dayOf(y, mm, dd)
}

// openDate is the value of a date whose year is not known.
func (p *parts) openDate() string {
	switch {
	case p.weekday > 0 && p.month == 0:
		return fmt.Sprintf("XXXX-WXX-%d", p.weekday)
	case p.season != "":
		return "XXXX-" + p.season
	case p.bc && p.month == 0:
		return "XXXX"
	case p.month == 0:
		return "XXXX-XX-XX"
	case p.day > 0:
		return fmt.Sprintf("XXXX-%02d-%02d", p.month, p.day)
	}
	return fmt.Sprintf("XXXX-%02d", p.month)
}

// offset resolves today, yesterday and tomorrow. A chronicle's "today" is the present at large.
func (r *resolver) offset(m *mention) answer {
	if r.known && !r.narrative {
		return r.settle(m, period{day, r.ref}.shift(m.offset))
	}
	if m.offset == 0 {
		return answer{kind: "DATE", value: "PRESENT_REF"}
	}
	return open(m, "XXXX-XX-XX")
}

// whole resolves a date in figures. Where day and month may be swapped, another mention of the day decides.
func (r *resolver) whole(m *mention) answer {
	a, b, two := strings.Cut(m.full, "|")
	if two {
		ta, _ := time.Parse(time.DateOnly, a)
		tb, _ := time.Parse(time.DateOnly, b)
		switch na, nb := r.named(ta), r.named(tb); {
		case nb && !na:
			a = b
		case na == nb:
			return open(m, a[:4]+"-XX-XX")
		}
	}
	t, err := time.Parse(time.DateOnly, a)
	if err != nil {
		return answer{}
	}
	return r.settle(m, period{day, t})
}

func (r *resolver) named(t time.Time) bool {
	return r.days[[2]int{int(t.Month()), t.Day()}] == t.Year() || r.known && t.Equal(r.ref)
}

// yearOf is the year that "last", "this", "that" or "the previous year" means.
func (r *resolver) yearOf(rel string) (int, bool) {
	base, ok := r.ref, r.known && !r.narrative
	if rel == "that" || rel == "prev" || rel == "following" || r.narrative {
		base, ok = r.anchor.start, r.anchored
	}
	if !ok {
		return 0, false
	}
	return base.Year() + step(rel), true
}

func step(rel string) int {
	switch rel {
	case "last", "prev":
		return -1
	case "next", "following":
		return 1
	}
	return 0
}

// weekday resolves "Monday", "last Tuesday": the nearest such day on the side that the words or the tense say.
// A day that the tense leaves open is taken as past, as news mostly is.
func (r *resolver) weekday(m *mention) answer {
	if !r.known || r.narrative {
		return open(m, m.openDate())
	}
	base := r.ref
	ahead := (m.weekday - int(base.Weekday()) + 7) % 7
	back := (int(base.Weekday()) - m.weekday + 7) % 7
	days := -back
	switch {
	case m.rel == "last" || m.rel == "prev":
		days = -(back+6)%7 - 1
	case m.rel == "next" || m.rel == "following":
		days = (ahead+6)%7 + 1
	case m.tense == future && m.firm:
		days = ahead
	}
	return r.settle(m, period{day, base.AddDate(0, 0, days)})
}

// yearless finds the year of a day, month, season or feast that is named without one.
func (r *resolver) yearless(m *mention) (period, bool) {
	if y, ok := r.days[[2]int{m.month, m.day}]; ok && m.day > 0 && m.rel == "" && !r.narrative {
		return m.in(y), y > 0
	}
	if y := r.months[m.month]; y > 0 && m.attributive && m.day == 0 && m.rel == "" {
		return m.in(y), true // "the October assault", in a report that names October 2023
	}
	switch {
	case r.narrative:
		return r.afterAnchor(m)
	case !r.known:
		y := r.months[m.month]
		return m.in(max(y, 1)), m.month > 0 && y > 0
	case m.rel == "last" || m.rel == "prev":
		return r.latest(m, func(p period) bool { return p.last().Before(r.ref) })
	case m.rel == "next" || m.rel == "following":
		return r.earliest(m, func(p period) bool { return p.start.After(r.ref) })
	case m.rel == "this" && m.season == "WI" && r.ref.Month() < time.July && m.tense != future:
		return m.in(r.ref.Year() - 1), true // it began in December
	case m.rel == "this":
		return m.in(r.ref.Year()), true
	}
	behind, ok := r.latest(m, func(p period) bool { return !p.start.After(r.ref) })
	ahead, soon := r.earliest(m, func(p period) bool { return !p.last().Before(r.ref) })
	switch {
	case !ok || !soon:
		return behind, ok
	case r.comes(m, behind, ahead):
		return ahead, true
	case m.attributive && m.day > 0 && r.ref.Sub(behind.start) > 183*24*time.Hour:
		return behind, false // "the Oct. 7 attack", long after: of which year?
	}
	return behind, true
}

// comes reports whether a date without a year is ahead. The tense tells, except of a day that is much nearer on the
// other side: "payable Jan. 2", written in November, "would answer the blast of Aug. 7", written in mid-August.
func (r *resolver) comes(m *mention, behind, ahead period) bool {
	back, on := r.ref.Sub(behind.start), ahead.start.Sub(r.ref)
	switch {
	case m.day == 0 || m.tense == future && m.firm:
		return m.tense == future
	case m.tense == future:
		return on < farther*back
	}
	return !m.attributive && !(m.on && m.tense == past && m.firm) && back > farther*on
}

// farther is how many times farther off a day must be for its distance to outweigh the tense.
const farther = 4

// latest is the last of the years around the reference in which the date fits.
func (r *resolver) latest(m *mention, fits func(period) bool) (period, bool) {
	for y := r.ref.Year() + 1; y > r.ref.Year()-10; y-- {
		if m.exists(y) && fits(m.in(y)) {
			return m.in(y), true
		}
	}
	return period{}, false
}

// earliest is the first of them.
func (r *resolver) earliest(m *mention, fits func(period) bool) (period, bool) {
	for y := r.ref.Year() - 1; y < r.ref.Year()+10; y++ {
		if m.exists(y) && fits(m.in(y)) {
			return m.in(y), true
		}
	}
	return period{}, false
}

// exists reports whether year y has the day.
func (p *parts) exists(y int) bool { return p.day == 0 || validDay(y, p.month, p.day) }

// afterAnchor reads a chronicle: an undated day is of the year named last, or of the next one where that keeps the
// story going forward: January after a December.
func (r *resolver) afterAnchor(m *mention) (period, bool) {
	if !r.anchored {
		return period{}, false
	}
	y := r.anchor.start.Year()
	if turned := int(r.anchor.start.Month()) - m.month; m.month > 0 && r.anchor.grain <= month && turned > newYear {
		y++
	}
	if !m.exists(y) {
		return period{}, false
	}
	return m.in(y), true
}

// newYear is how many months back a chronicle must seem to go to have passed into the next year.
const newYear = 10
