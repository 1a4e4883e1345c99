// SPDX-License-Identifier: Apache-2.0

package timeline_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/brief"
	"stemma/internal/clean"
	"stemma/internal/news"
)

// timeline is the entries of some pages that were published on Wednesday, 7 May 2031, written "2031-05-05: words".
func timeline(t testing.TB, pages ...string) []string {
	t.Helper()
	var out []string
	for _, e := range build(t, pages...).Timeline {
		day := e.From
		if e.To != e.From {
			day += " to " + e.To
		}
		out = append(out, day+": "+e.Text)
	}
	return out
}

func build(t testing.TB, pages ...string) *news.Story {
	t.Helper()
	var all []*news.Report
	for i, page := range pages {
		data, err := json.Marshal(map[string]string{"id": strconv.Itoa(i + 1), "published": "2031-05-07", "text": page})
		if err != nil {
			t.Fatal(err)
		}
		reports, errs := clean.Reports(clean.Input{Name: "a.jsonl", Data: data}, clean.Options{AsIs: true})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		all = append(all, reports...)
	}
	return brief.Assemble(all, brief.AssembleOptions{OneStory: true}).Stories[0]
}

func TestEntriesAreInTheOrderOfTheirDays(t *testing.T) {
	for _, c := range []struct {
		name  string
		pages []string
		want  []string
	}{
		{
			"told out of order",
			[]string{"The union closed the port on Tuesday. The company had cut wages in March. The ships left on May 3."},
			[]string{"2031-03-01 to 2031-03-31: The company had cut wages in March", "2031-05-03: The ships left on May 3", "2031-05-06: The union closed the port on Tuesday"},
		},
		{
			"over reports",
			[]string{"The union closed the port on Tuesday.", "Rebels attacked a depot on Sunday."},
			[]string{"2031-05-04: Rebels attacked a depot on Sunday", "2031-05-06: The union closed the port on Tuesday"},
		},
		{
			"what two reports tell stands once",
			[]string{"The union closed the port on Tuesday.", "The union closed the port on Tuesday, a spokesman told reporters."},
			[]string{"2031-05-06: The union closed the port on Tuesday"},
		},
		{
			"two things of one day stand apart",
			[]string{"The union closed the port on Tuesday.", "A fire destroyed the old market on Tuesday."},
			[]string{"2031-05-06: The union closed the port on Tuesday", "2031-05-06: A fire destroyed the old market on Tuesday"},
		},
		{
			"what is planned has its day",
			[]string{"The union plans to close the port on May 20."},
			[]string{"2031-05-20: to close the port on May 20"},
		},
		{"what may be is left out", []string{"The union may close the port on May 20."}, nil},
		{"what is demanded is left out", []string{"The company must open the port on May 20."}, nil},
		{"what would be on a condition is left out", []string{"Unless the company pays on May 20, the ships must leave."}, nil},
		{"what has no day is left out", []string{"The union closed the port."}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, timeline(t, c.pages...)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAnEntryRestsOnAllWhoStateIt(t *testing.T) {
	s := build(t, "The union closed the port on Tuesday.", "The union closed the port on Tuesday, a spokesman told reporters.")
	if len(s.Timeline) != 1 {
		t.Fatalf("%d entries", len(s.Timeline))
	}
	reports := map[string]bool{}
	for _, st := range s.Timeline[0].Statements {
		reports[st.Report.ID] = true
		if st.Time == nil || st.Time.From != "2031-05-06" {
			t.Errorf("%q is of another day", st.Text)
		}
	}
	if len(reports) != 2 {
		t.Errorf("it rests on %v", reports)
	}
}

func TestTheOrderOfReportsDoesNotChangeTheDays(t *testing.T) {
	pages := []string{
		"The union closed the port on Tuesday. The company had cut wages in March.",
		"Rebels attacked a depot on Sunday. The truce began on May 1.",
		"The truce took effect on May 1. A fire destroyed the old market on May 2.",
	}
	days := func() []string {
		var out []string
		for _, line := range timeline(t, pages...) {
			day, _, _ := strings.Cut(line, ":")
			out = append(out, day)
		}
		return out
	}
	want := days()
	if !slices.IsSorted(want) || len(want) < 5 {
		t.Fatalf("%q", want)
	}
	slices.Reverse(pages)
	if diff := cmp.Diff(want, days()); diff != "" {
		t.Error(diff)
	}
}
