// SPDX-License-Identifier: Apache-2.0

package story_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/clean"
	"stemma/internal/news"
	"stemma/internal/reading"
	"stemma/internal/story"
)

// pages are reports of three stories, two each.
var pages = map[string]string{
	"ferry 1": "A ferry with 120 people aboard sank off Lorne on Monday, killing 12 passengers. Divers searched the wreck for survivors. " +
		"The coast guard said the ferry had left the harbour in a storm.",
	"ferry 2": "Twelve passengers died when a ferry sank near Lorne on Monday. Rescue boats and divers looked for survivors at the wreck. " +
		"The storm had closed the harbour, the coast guard said.",
	"strike 1": "Teachers in Chile began a strike over pay on Tuesday. The union said schools would stay closed until the government made an offer.",
	"strike 2": "Schools in Chile closed as teachers went on strike over pay. The government said its offer was fair; the union rejected it.",
	"trial 1":  "Paul Stone, a banker, went on trial in Oslo for fraud. The court heard that he had forged loans. His lawyer said he was innocent.",
	"trial 2":  "The fraud trial of the banker Paul Stone opened before a court in Oslo. Prosecutors accused him of forging loans; his lawyer denied it.",
	"marks":    ", . , . 1 2 3",
}

func read(t testing.TB, names ...string) []*news.Report {
	t.Helper()
	reader, err := reading.New(reading.Stages())
	if err != nil {
		t.Fatal(err)
	}
	var out []*news.Report
	for _, name := range names {
		reports, errs := clean.Reports(clean.Input{Name: name, Data: []byte(pages[name])}, clean.Options{AsIs: true, Format: clean.Text})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		reader.Read(reports[0])
		out = append(out, reports[0])
	}
	return out
}

func groups(t testing.TB, names ...string) []string {
	t.Helper()
	var out []string
	for _, s := range story.Group(read(t, names...)) {
		var inputs []string
		for _, r := range s.Reports {
			inputs = append(inputs, r.Input)
		}
		out = append(out, strings.Join(inputs, ", "))
	}
	return out
}

func TestReportsOfOneStoryStandTogether(t *testing.T) {
	for _, c := range []struct{ reports, want []string }{
		{nil, nil},
		{[]string{"ferry 1"}, []string{"ferry 1"}},
		{[]string{"ferry 1", "ferry 2"}, []string{"ferry 1, ferry 2"}},
		{[]string{"ferry 1", "strike 1"}, []string{"ferry 1", "strike 1"}},
		{[]string{"ferry 1", "ferry 1"}, []string{"ferry 1, ferry 1"}},
		{
			[]string{"ferry 1", "strike 1", "ferry 2", "strike 2"},
			[]string{"ferry 1, ferry 2", "strike 1, strike 2"},
		},
		{
			[]string{"trial 2", "strike 1", "ferry 2", "strike 2", "trial 1", "ferry 1"},
			[]string{"trial 2, trial 1", "strike 1, strike 2", "ferry 2, ferry 1"},
		},
	} {
		t.Run(strconv.Itoa(len(c.reports))+" reports: "+strings.Join(c.reports, ", "), func(t *testing.T) {
			if diff := cmp.Diff(c.want, groups(t, c.reports...)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTheOrderOfReportsDoesNotChangeTheStories(t *testing.T) {
	names := []string{"trial 1", "trial 2", "strike 1", "strike 2", "ferry 1", "ferry 2"}
	canonical := func() []string {
		out := groups(t, names...)
		for i, g := range out {
			members := strings.Split(g, ", ")
			slices.Sort(members)
			out[i] = strings.Join(members, ", ")
		}
		slices.Sort(out)
		return out
	}
	want := canonical()
	for i := range 20 {
		a, b := i%len(names), (i*i+3)%len(names)
		names[a], names[b] = names[b], names[a]
		if diff := cmp.Diff(want, canonical()); diff != "" {
			t.Errorf("in the order %q: %s", names, diff)
		}
	}
}

func TestReportsWithoutWordsStandAlone(t *testing.T) {
	if diff := cmp.Diff([]string{"marks", "ferry 1"}, groups(t, "marks", "ferry 1")); diff != "" {
		t.Error(diff)
	}
}
