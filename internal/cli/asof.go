// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"stemma/internal/brief"
	"stemma/internal/fault"
	"stemma/internal/news"
)

// times are the moments that bound a brief.
type times struct {
	now         time.Time
	asOf, since brief.Moment
}

// times reads the moments of a run and sees that they are in order.
func (run briefRun) times() (out times, err error) {
	if out.asOf, err = optional(run.asOf); err != nil {
		return out, about("--as-of", err)
	}
	if out.since, err = optional(run.since); err != nil {
		return out, about("--since", err)
	}
	if out.now, err = moment(run.now); err != nil {
		return out, about("--now", err)
	}
	if !out.asOf.IsZero() && out.since.After(out.asOf) {
		return out, fault.New(fault.Usage, "", "--since %s is after --as-of %s", out.since, out.asOf)
	}
	if out.now.IsZero() {
		out.now = out.asOf.At
	}
	return out, nil
}

// by is the reports that count where the brief is bound in time. That others are left out for want of a date is noted.
func (s *session) by(reports []*news.Report, then times) []*news.Report {
	if then.asOf.IsZero() && then.since.IsZero() {
		return reports
	}
	kept, undated := brief.By(reports, then.asOf)
	if len(undated) > 0 {
		s.note("left out, since they have no date: " + listed(undated))
	}
	if len(kept) == 0 && len(undated) < len(reports) {
		s.note(fmt.Sprintf("no report was published by %s; the first is of %s", then.asOf, first(reports)))
	}
	return kept
}

// listed names reports by their inputs, the first of them where they are many.
func listed(reports []*news.Report) string {
	const most = 10
	var names []string
	for _, r := range reports[:min(len(reports), most)] {
		names = append(names, r.Input)
	}
	out := strings.Join(names, ", ")
	if more := len(reports) - most; more > 0 {
		out += fmt.Sprintf(" and %d more", more)
	}
	return out
}

// first is the earliest date of some reports.
func first(reports []*news.Report) brief.Moment {
	dated, _ := brief.By(reports, brief.Moment{})
	earliest := slices.MinFunc(dated, func(a, b *news.Report) int {
		if brief.Published(b).After(brief.Published(a)) {
			return -1
		}
		return 1
	})
	return brief.Published(earliest)
}
