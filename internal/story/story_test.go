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

	"quake 1": "A magnitude 6.1 earthquake shook Aceh province in Indonesia on Tuesday, killing 22 people. Six children died when a mosque " +
		"collapsed in Ketol. Landslides cut the road to Bener Meriah, and hospitals put patients in tents, said Sutopo Nugroho of the disaster agency.",
	"quake 2": "At least 22 people died when an earthquake of magnitude 6.1 struck Aceh, Indonesia. Landslides blocked the road to Bener Meriah, " +
		"Sutopo Nugroho said. In Ketol a mosque fell on children who were reading the Koran; patients lay in tents outside the hospital.",
	"quake 3": "A magnitude 6.8 earthquake shook Fukushima prefecture in Japan on Friday, killing two people. A bullet train left its rails near Iwaki. " +
		"Engineers checked the cooling pools of the nuclear plant, said Tokyo Electric, and a tsunami warning was lifted.",
	"quake 4": "Two people died when an earthquake of magnitude 6.8 struck Fukushima, Japan. The cooling pools of the nuclear plant lost some water, " +
		"Tokyo Electric said. A bullet train derailed near Iwaki; the tsunami warning was lifted after two hours.",
	"club 1": "Paul Stone has bought the football club Solvik for 40 million crowns. Coach Eva Dahl stays, and the stadium gets a new stand. " +
		"Supporters cheered the striker Ola Moe at training.",
	"club 2": "The football club Solvik has a new owner: Paul Stone paid 40 million crowns for it. A new stand is planned for the stadium. " +
		"Coach Eva Dahl keeps her job, and supporters hope that striker Ola Moe stays.",
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
		{ // of one kind, in other places, with other figures
			[]string{"quake 1", "quake 3", "quake 4", "quake 2"},
			[]string{"quake 1, quake 2", "quake 3, quake 4"},
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
	names := []string{"trial 1", "trial 2", "strike 1", "strike 2", "ferry 1", "ferry 2", "quake 1", "quake 2", "quake 3", "club 1"}
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

func TestAStoryTellsWhatTiesItsReports(t *testing.T) {
	stories := story.Group(read(t, "quake 1", "ferry 1", "quake 2"))
	if len(stories) != 2 || len(stories[0].Ties) != 2 {
		t.Fatalf("%d stories", len(stories))
	}
	for _, tie := range stories[0].Ties {
		if !slices.Contains(tie.Names, "Aceh") || !slices.Contains(tie.Names, "Bener Meriah") || !slices.Contains(tie.Words, "6.1") {
			t.Errorf("the reports are tied by %+v", tie)
		}
	}
	if diff := cmp.Diff([]news.Tie{{}}, stories[1].Ties); diff != "" {
		t.Errorf("the ferry is tied to what it does not stand with: %s", diff)
	}
}

func TestStoriesOfOneRunOfEventsAreRelated(t *testing.T) {
	stories := story.Group(read(t, "trial 1", "trial 2", "club 1", "club 2", "ferry 1"))
	if len(stories) != 3 {
		t.Fatalf("%d stories, want trial, club and ferry", len(stories))
	}
	for i, want := range []*news.Story{stories[1], stories[0], nil} {
		switch related := stories[i].Related; {
		case want == nil && len(related) == 0:
		case len(related) != 1 || related[0].Story != want || !slices.Contains(related[0].Names, "Paul Stone"):
			t.Errorf("story %d is related to %+v", i, related)
		}
	}
}
