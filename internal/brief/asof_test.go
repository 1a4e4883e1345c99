// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/fault"
	"stemma/internal/news"
)

func moment(t *testing.T, s string) Moment {
	t.Helper()
	m, err := ParseMoment(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMomentsAreOrdered(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		after      bool
	}{
		{"a day is not after itself", "2031-04-07", "2031-04-07", false},
		{"the next day is", "2031-04-08", "2031-04-07", true},
		{"a point of time is not after itself in another zone", "2031-04-07T12:00:00Z", "2031-04-07T14:00:00+02:00", false},
		{"a later point is", "2031-04-07T12:00:01Z", "2031-04-07T14:00:00+02:00", true},
		{"a day means its end, so it is after noon", "2031-04-07", "2031-04-07T12:00:00Z", true},
		{"noon is not after the end of its day", "2031-04-07T12:00:00Z", "2031-04-07", false},
		{"the last second belongs to the day", "2031-04-07T23:59:59Z", "2031-04-07", false},
		{"midnight belongs to the next day", "2031-04-08T00:00:00Z", "2031-04-07", true},
		{"a day has ended at midnight", "2031-04-07", "2031-04-08T00:00:00Z", false},
		{"the day of a time is the one in its own zone", "2031-04-07T23:30:00-05:00", "2031-04-07", false},
		{"also where that is another day in UTC", "2031-04-08T00:30:00+05:00", "2031-04-07", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := moment(t, c.a).After(moment(t, c.b)); got != c.after {
				t.Errorf("%s after %s: %v", c.a, c.b, got)
			}
		})
	}
}

func TestMomentsAreReadAndShown(t *testing.T) {
	for _, in := range []string{"2031-04-07", "2031-04-07T09:30:00Z", "2031-04-07T09:30:00+02:00"} {
		if got := moment(t, in).String(); got != in {
			t.Errorf("%q is shown as %q", in, got)
		}
	}
	for _, in := range []string{"", "yesterday", "2031-13-40", "2031-04-07T09:30"} {
		if _, err := ParseMoment(in); fault.KindOf(err) != fault.Usage {
			t.Errorf("%q gives %v", in, err)
		}
	}
	if !(Moment{}).IsZero() || (Moment{}).String() != "" {
		t.Error("no moment is shown")
	}
}

func TestReportsByAMoment(t *testing.T) {
	reports := []*news.Report{
		{ID: "r1", Published: "2031-04-07"},
		{ID: "r2", Published: "2031-04-07T18:00:00Z"},
		{ID: "r3"},
		{ID: "r4", Published: "2031-04-08"},
		{ID: "r5", Published: "a fine day"},
	}
	for _, c := range []struct {
		name string
		at   Moment
		want []string
	}{
		{"none keeps all that have a date", Moment{}, []string{"r1", "r2", "r4"}},
		{"the day before keeps none", moment(t, "2031-04-06"), []string{}},
		{"a day keeps what came out on it", moment(t, "2031-04-07"), []string{"r1", "r2"}},
		{"a time keeps what came out by then, and no day that has not ended", moment(t, "2031-04-07T18:00:00Z"), []string{"r2"}},
		{"the next day keeps all", moment(t, "2031-04-08"), []string{"r1", "r2", "r4"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			kept, undated := By(reports, c.at)
			if diff := cmp.Diff(c.want, reportIDs(kept)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]string{"r3", "r5"}, reportIDs(undated)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
