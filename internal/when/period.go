// SPDX-License-Identifier: Apache-2.0

package when

import (
	"fmt"
	"time"
)

// A grain is the size of a piece of the calendar.
type grain uint8

const (
	day grain = iota
	weekend
	week
	month
	quarter
	season
	half
	year
	decade
	century
)

// A period is one piece of the calendar: the week of 3 March 2025, the year 1997.
type period struct {
	grain grain
	start time.Time // midnight UTC of the first day
}

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func dayOf(y, m, d int) period { return period{day, date(y, m, d)} }

// validDay reports whether the calendar has the day; a year of 0 asks about any leap year.
func validDay(y, m, d int) bool {
	if y == 0 {
		y = 2000
	}
	return m >= 1 && m <= 12 && d >= 1 && date(y, m, d).Day() == d
}

// containing is the piece of grain g that holds the day t.
func containing(t time.Time, g grain) period {
	y, m := t.Year(), int(t.Month())
	switch g {
	case weekend:
		return period{g, mondayOf(t).AddDate(0, 0, 5)}
	case week:
		return period{g, mondayOf(t)}
	case month:
		return period{g, date(y, m, 1)}
	case quarter:
		return period{g, date(y, (m-1)/3*3+1, 1)}
	case season:
		return period{g, date(y, m/3*3, 1)} // month 0 is December of the year before
	case half:
		return period{g, date(y, (m-1)/6*6+1, 1)}
	case year:
		return period{g, date(y, 1, 1)}
	case decade:
		return period{g, date(y/10*10, 1, 1)}
	case century:
		return period{g, date(y/100*100, 1, 1)}
	default:
		return period{day, date(y, m, t.Day())}
	}
}

func mondayOf(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

// shift is the period n of its own size later. It is bounded: far-off years are the caller's to refuse.
func (p period) shift(n int) period {
	switch p.grain {
	case day:
		return period{day, p.start.AddDate(0, 0, n)}
	case week, weekend:
		return period{p.grain, p.start.AddDate(0, 0, 7*n)}
	case month:
		return period{month, p.start.AddDate(0, n, 0)}
	case quarter, season:
		return period{p.grain, p.start.AddDate(0, 3*n, 0)}
	case half:
		return period{half, p.start.AddDate(0, 6*n, 0)}
	case decade:
		return period{decade, p.start.AddDate(10*n, 0, 0)}
	case century:
		return period{century, p.start.AddDate(100*n, 0, 0)}
	default:
		return period{year, p.start.AddDate(n, 0, 0)}
	}
}

// last is the last day of the period.
func (p period) last() time.Time {
	if p.grain == weekend {
		return p.start.AddDate(0, 0, 1)
	}
	return p.shift(1).start.AddDate(0, 0, -1)
}

// value is the period in TIMEX3 notation.
func (p period) value() string {
	y, m := p.start.Year(), int(p.start.Month())
	switch p.grain {
	case day:
		return p.start.Format(time.DateOnly)
	case week, weekend:
		wy, w := p.start.ISOWeek()
		if p.grain == weekend {
			return fmt.Sprintf("%04d-W%02d-WE", wy, w)
		}
		return fmt.Sprintf("%04d-W%02d", wy, w)
	case month:
		return p.start.Format("2006-01")
	case quarter:
		return fmt.Sprintf("%04d-Q%d", y, (m-1)/3+1)
	case season:
		return fmt.Sprintf("%04d-%s", y, [...]string{"SP", "SU", "FA", "WI"}[(m-3)/3])
	case half:
		return fmt.Sprintf("%04d-H%d", y, (m-1)/6+1)
	case decade:
		return fmt.Sprintf("%03d", y/10)
	case century:
		return fmt.Sprintf("%02d", y/100)
	default:
		return fmt.Sprintf("%04d", y)
	}
}

// bounds is the first and last day, narrowed to the early, middle or late part where edge asks for it.
func (p period) bounds(edge string) (time.Time, time.Time) {
	first, last := p.start, p.last()
	a, b, c := p.parts()
	switch edge {
	case "START":
		return first, a
	case "MID":
		return a.AddDate(0, 0, 1), b
	case "END":
		return c, last
	}
	return first, last
}

// parts is where a period divides: the last day of its early part, the last of its middle, the first of its late
// part. A year is January to April, May to August, September to December; a month 1–10, 11–20, 21 to its end.
func (p period) parts() (early, mid, late time.Time) {
	cut := func(months int) time.Time { return p.start.AddDate(0, months, -1) }
	switch p.grain {
	case month:
		early, mid = p.start.AddDate(0, 0, 9), p.start.AddDate(0, 0, 19)
	case quarter, season:
		early, mid = cut(1), cut(2)
	case half:
		early, mid = cut(2), cut(4)
	case year:
		early, mid = cut(4), cut(8)
	case decade:
		early, mid = cut(12*3), cut(12*7)
	case century:
		early, mid = cut(12*33), cut(12*67)
	default: // the parts of a week or a day are not told apart
		return p.last(), p.last(), p.start
	}
	return early, mid, mid.AddDate(0, 0, 1)
}
