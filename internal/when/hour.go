// SPDX-License-Identifier: Apache-2.0

package when

import "time"

// partOfDay resolves "Thursday morning", "last night", "that evening".
func (r *resolver) partOfDay(m *mention) answer {
	a := r.dayOf(m)
	a.kind, a.value = "TIME", a.value+"T"+m.part
	return a
}

// dayOf is the day that a part of it, or an hour, belongs to.
func (r *resolver) dayOf(m *mention) answer {
	if m.weekday > 0 || m.month > 0 || m.hasOffset || m.full != "" || m.year > 0 {
		a := r.date(m)
		if a.value == "PRESENT_REF" {
			a.value = "XXXX-XX-XX"
		}
		return a
	}
	shift := 0
	switch m.rel {
	case "that", "prev", "following":
		if !r.near(m) || r.anchor.grain != day {
			return open(m, "XXXX-XX-XX")
		}
		return r.settle(m, r.anchor.shift(step(m.rel)))
	case "last":
		shift = -1
	}
	if !r.known || r.narrative {
		return open(m, "XXXX-XX-XX")
	}
	return r.settle(m, period{day, r.ref}.shift(shift))
}

// clock resolves a time of day, on the day named with it or just before, or else on the day of the news that was named last.
func (r *resolver) clock(m *mention) answer {
	var a answer
	bare := m.weekday == 0 && m.month == 0 && !m.hasOffset
	switch {
	case bare && r.near(m) && r.anchor.grain == day && m.sentence-r.at < 2:
		a = answer{value: r.anchor.value(), first: r.anchor.start, last: r.anchor.start}
	case bare && m.year == 0 && m.full == "" && m.tense != future && !r.narrative && !r.news.start.IsZero():
		a = answer{value: r.news.value(), first: r.news.start, last: r.news.start}
	default:
		a = r.dayOf(m)
	}
	hour := m.clock
	if hour == "" && m.n > 0 && m.n < 25 {
		hour = time.Date(1, 1, 1, m.n, 0, 0, 0, time.UTC).Format("15:04")
	}
	a.kind, a.value, a.mod = "TIME", a.value+"T"+hour, m.mod
	return a
}
