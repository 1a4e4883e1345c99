// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/news"
	"stemma/internal/text"
)

// changed is a brief of what is new in a story against another, which may be nil.
func changed(t *testing.T, now, before *news.Story) *Brief {
	t.Helper()
	b := &Brief{Stories: []*news.Story{now}, Version: "test"}
	var old []*news.Story
	if before != nil {
		old = append(old, before)
	}
	b.Changes = compare(moment(t, "2031-03-05"), old, b.Stories)
	return b
}

// without is a story before one of its reports came: facts lose its statements, and stand on one origin then, but for
// those that are updated.
func without(s *news.Story, gone *news.Report) *news.Story {
	out := &news.Story{}
	for _, r := range s.Reports {
		if r != gone {
			out.Reports = append(out.Reports, r)
		}
	}
	for _, f := range s.Facts {
		early := *f
		early.Versions = nil
		for _, v := range f.Versions {
			v.Statements = slices.DeleteFunc(slices.Clone(v.Statements), func(st *news.Statement) bool {
				if st.Report == gone && f.Status != news.Updated {
					early.Status = news.SingleOrigin
				}
				return st.Report == gone
			})
			if len(v.Statements) > 0 {
				early.Versions = append(early.Versions, v)
			}
		}
		if len(early.Versions) > 0 {
			out.Facts = append(out.Facts, &early)
		}
	}
	return out
}

func TestChangesAreWrittenInEveryForm(t *testing.T) {
	for _, f := range Formats() {
		t.Run("as "+string(f), func(t *testing.T) {
			s := makeStory(t)
			golden(t, "changes."+string(f), render(t, changed(t, s, without(s, s.Reports[2])), f, RenderOptions{}))
		})
	}
}

func TestUnchangedStoriesAreCounted(t *testing.T) {
	s, other := makeStory(t), makeStory(t)
	for _, c := range []struct {
		name   string
		before []*news.Story
		want   string
	}{
		{"nothing has changed", []*news.Story{s, other}, "Nothing has changed since 2031-03-05."},
		{"one of two has", []*news.Story{s}, "1 more story has not changed."},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := &Brief{Stories: []*news.Story{s, other}}
			b.Changes = compare(moment(t, "2031-03-05"), c.before, b.Stories)
			for _, f := range []Format{Text, Markdown, HTML} {
				if got := render(t, b, f, RenderOptions{}); !strings.Contains(strings.ReplaceAll(got, `\`, ""), c.want) {
					t.Errorf("%s does not say %q", f, c.want)
				}
			}
		})
	}
}

// A claim is one version of a fact in a test: its value and the places of its statements.
type claim struct {
	value  string
	places []int
}

// asked is a fact that rests on statements of r, one at each place.
func asked(r *news.Report, id, kind string, status news.FactStatus, claims ...claim) *news.Fact {
	f := &news.Fact{ID: id, Kind: kind, Question: "How many?", Status: status}
	for _, c := range claims {
		v := news.Version{Value: c.value}
		for _, at := range c.places {
			v.Statements = append(v.Statements, &news.Statement{Report: r, Kind: news.Quantity, Evidence: text.Span{Start: at, End: at + 1}})
		}
		f.Versions = append(f.Versions, v)
	}
	return f
}

func TestFactsAreMatchedByWhatTheyRestOn(t *testing.T) {
	r := &news.Report{ID: "r1"}
	single, shared, contested := news.SingleOrigin, news.Corroborated, news.Contested
	four, six := claim{"4", []int{10}}, claim{"6", []int{20}}
	for _, c := range []struct {
		name   string
		before []*news.Fact
		now    *news.Fact
		want   string // "" where nothing has changed
	}{
		{"what was not there is new", nil, asked(r, "f1", "count", single, four), "new"},
		{"what rests on other words is new", []*news.Fact{asked(r, "f9", "count", single, six)}, asked(r, "f1", "count", single, four), "new"},
		{"what stands as it did has not changed", []*news.Fact{asked(r, "f9", "count", single, four)}, asked(r, "f1", "count", single, four), ""},
		{
			"a further witness changes the status alone",
			[]*news.Fact{asked(r, "f9", "count", single, four)},
			asked(r, "f1", "count", shared, claim{"4", []int{10, 30}}), "single-origin []",
		},
		{
			"another answer is new and changes the status",
			[]*news.Fact{asked(r, "f9", "count", shared, four)},
			asked(r, "f1", "count", contested, four, six), "corroborated [1]",
		},
		{
			"a third answer is new where the status stays",
			[]*news.Fact{asked(r, "f9", "count", contested, four, six)},
			asked(r, "f1", "count", contested, claim{"5", []int{30}}, four, six), "contested [0]",
		},
		{
			"an answer in other words of a known value is not new",
			[]*news.Fact{asked(r, "f9", "count", contested, four, six)},
			asked(r, "f1", "count", contested, four, claim{"6", []int{30}}), "",
		},
		{
			"two facts that became one have no new answer",
			[]*news.Fact{asked(r, "f8", "count", single, four), asked(r, "f9", "count", single, six)},
			asked(r, "f1", "count", contested, four, six), "single-origin []",
		},
		{
			"of two the one of the same kind tells the status",
			[]*news.Fact{asked(r, "f8", "event", contested, four), asked(r, "f9", "count", single, four)},
			asked(r, "f1", "count", single, four), "",
		},
		{
			"of one kind the likest tells it",
			[]*news.Fact{asked(r, "f8", "count", contested, four, six), asked(r, "f9", "count", single, four)},
			asked(r, "f1", "count", single, four), "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := &news.Story{Reports: []*news.Report{r}, Facts: c.before}
			now := &news.Story{Reports: []*news.Report{r}, Facts: []*news.Fact{c.now}}
			got := ""
			for _, change := range compare(Moment{}, []*news.Story{before}, []*news.Story{now}).Stories[0].Facts {
				if got = "new"; !change.New() {
					got = fmt.Sprint(change.Before, " ", change.Versions)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestASecondWeighingLeavesTheFirstAlone(t *testing.T) {
	r := &news.Report{ID: "r1"}
	outer := &news.Attribution{Source: "Radio Kelmar"}
	source := &news.Attribution{Source: "Ana Ruiz", Via: []*news.Attribution{outer}}
	a := &news.Statement{ID: "s1", Report: r, Attribution: source}
	b := &news.Statement{ID: "s2", Report: r, Attribution: source}
	got := twins([]*news.Report{r}, map[*news.Report][]*news.Statement{r: {a, b, {Report: r}}})[r]
	if diff := cmp.Diff(a, got[0]); diff != "" {
		t.Error(diff)
	}
	switch {
	case got[0] == a, got[0].Attribution == source, got[0].Attribution.Via[0] == outer:
		t.Error("a twin shares what weighing writes to")
	case got[0].Attribution != got[1].Attribution:
		t.Error("statements that shared a source no longer do")
	case got[2].Attribution != nil:
		t.Error("a source was made")
	}
}
