// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"time"

	"stemma/internal/fault"
	"stemma/internal/news"
)

// A Moment is a point of time, or a day, which stands for its end. The zero Moment is none.
type Moment struct {
	At  time.Time // of a day its first moment, in UTC
	Day bool      // only the day is known
}

// ParseMoment reads 2006-01-02 or RFC 3339. The error is of kind fault.Usage.
func ParseMoment(s string) (Moment, error) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return Moment{t, true}, nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return Moment{}, fault.New(fault.Usage, "", "no time %q: give 2006-01-02 or 2006-01-02T15:04:05Z", s)
	}
	_, offset := t.Zone()
	return Moment{t.In(time.FixedZone("", offset)), false}, nil // never the machine's zone: two machines would differ
}

// IsZero reports whether m is none.
func (m Moment) IsZero() bool { return m.At.IsZero() }

// After reports whether m lies behind other. A day and a point of time are compared in the zone of the point.
func (m Moment) After(other Moment) bool { return m.end(other).After(other.end(m)) }

// end is the last moment of m, of a day in the zone that other is given in.
func (m Moment) end(other Moment) time.Time {
	if !m.Day {
		return m.At
	}
	year, month, day := m.At.Date()
	return time.Date(year, month, day+1, 0, 0, 0, 0, other.At.Location()).Add(-1)
}

// String is m as it is given.
func (m Moment) String() string {
	switch {
	case m.IsZero():
		return ""
	case m.Day:
		return m.At.Format(time.DateOnly)
	}
	return m.At.Format(time.RFC3339)
}

// Published is when a report came out; the zero Moment where it does not say.
func Published(r *news.Report) Moment {
	m, err := ParseMoment(r.Published)
	if err != nil {
		return Moment{}
	}
	return m
}

// By picks the reports that were published by m, all of them where m is zero, and apart from them those without a date,
// of which nobody can tell. A report with a day alone counts from the end of that day.
func By(reports []*news.Report, m Moment) (kept, undated []*news.Report) {
	for _, r := range reports {
		switch out := Published(r); {
		case out.IsZero():
			undated = append(undated, r)
		case m.IsZero(), !out.After(m):
			kept = append(kept, r)
		}
	}
	return kept, undated
}
