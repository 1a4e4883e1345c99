// SPDX-License-Identifier: Apache-2.0

package align_test

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/align"
	"stemma/internal/clean"
	"stemma/internal/entity"
	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/reading"
	"stemma/internal/text"
)

// A setting is pages read onto one scene.
type setting struct {
	*align.Scene
	reports []*news.Report
	props   []*align.Proposition
}

func set(t testing.TB, pages ...string) setting {
	t.Helper()
	reader, err := reading.New(reading.Stages())
	if err != nil {
		t.Fatal(err)
	}
	var out setting
	var statements []*news.Statement
	for i, page := range pages {
		reports, errs := clean.Reports(clean.Input{Name: strconv.Itoa(i) + ".txt", Data: []byte(page)}, clean.Options{AsIs: true})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		out.reports = append(out.reports, reports[0])
		statements = append(statements, reader.Read(reports[0])...)
	}
	out.Scene = align.NewScene(out.reports, entity.Merge(out.reports))
	out.props = out.Propositions(statements)
	return out
}

// whole is the terms of all words of report i.
func (s setting) whole(i int) align.Terms {
	return s.Terms(s.reports[i], text.Span{End: len(s.reports[i].Doc.Text)})
}

func TestOtherWordsForOneThingAreTheSameTerms(t *testing.T) {
	for _, pair := range [][2]string{
		{"The ceasefire in Norway began.", "Norway's truce began."},
		{"The United States released the captives.", "The U.S. freed the hostages."},
		{"Anna Berg visited Lorne.", "Berg visited Lorne."},
		{"Talks resumed on Monday.", "Negotiations resumed on Tuesday."},
	} {
		s := set(t, pair[0], pair[1], "Anna Berg left the United States.")
		if diff := cmp.Diff(s.whole(0), s.whole(1)); diff != "" {
			t.Errorf("%q and %q: %s", pair[0], pair[1], diff)
		}
	}
}

func TestWordsWithoutContentAreNoTerms(t *testing.T) {
	s := set(t, "It was on Monday in May that they had been there and took part.")
	if got := s.whole(0); len(got) > 0 {
		t.Errorf("%v", slices.Sorted(maps.Keys(got)))
	}
}

func TestRareTermsWeighMore(t *testing.T) {
	s := set(t, "The ferry left. The ferry came. The ferry stopped. The ferry burned. A lighthouse collapsed.")
	if common, rare := s.Weight("c:ship"), s.Weight("c:lighthouse"); common >= rare || common <= 0 {
		t.Errorf("the ferry weighs %.2f, the lighthouse %.2f", common, rare)
	}
	if unknown := s.Weight("c:xylophone"); unknown < s.Weight("c:lighthouse") {
		t.Errorf("what no report has weighs %.2f", unknown)
	}
}

func TestLikenessIsAShareOfEach(t *testing.T) {
	s := set(t, "The ferry left the harbour with ore.", "The ferry left the harbour.", "Teachers met a bishop.", "on the")
	for _, a := range []int{0, 1, 2, 3} {
		for _, b := range []int{0, 1, 2, 3} {
			small, large := s.Likeness(s.whole(a), s.whole(b))
			small2, large2 := s.Likeness(s.whole(b), s.whole(a))
			if small != small2 || large != large2 || small < large || large < 0 || small > 1+1e-9 || math.IsNaN(small) {
				t.Errorf("%d with %d: %.2f %.2f, turned round %.2f %.2f", a, b, small, large, small2, large2)
			}
			if a == b && a < 3 && (small < 1 || large < 1) {
				t.Errorf("%d with itself: %.2f %.2f", a, small, large)
			}
		}
	}
	if small, large := s.Likeness(s.whole(0), s.whole(1)); small < 0.99 || large > 0.95 {
		t.Errorf("a part of the other: %.2f %.2f", small, large)
	}
	if small, _ := s.Likeness(s.whole(0), s.whole(2)); small != 0 {
		t.Errorf("nothing in common: %.2f", small)
	}
}

func TestWideningAddsTheStateOfACapital(t *testing.T) {
	s := set(t, "A fire broke out in Oslo.", "Norway agreed.")
	if got := s.Widen(s.whole(0)); !got["e:norway"] || !got["e:oslo"] {
		t.Errorf("%v", got)
	}
	if s.whole(0)["e:norway"] {
		t.Error("Oslo alone is Norway")
	}
}

// kinds is the kinds of proposition of some words, each once, sorted.
func kinds(s setting) string {
	seen := map[string]bool{}
	for _, p := range s.props {
		seen[string(p.Kind)] = true
	}
	return strings.Join(slices.Sorted(maps.Keys(seen)), " ")
}

func TestEachSortOfStatementHasItsKind(t *testing.T) {
	for _, c := range []struct{ words, kind string }{
		{"Twelve people drowned.", "count"},
		{"Anna Berg, the Norwegian envoy, left.", "office"},
		{"The truce began on May 3, 2031.", "dated"},
		{"Norway opposes the sale of the island.", "stance"},
		{"The ministry declined to comment.", "comment"},
		{"Norway talked directly with the Reef Front.", "channel"},
		{"Norway had been informed of the plan.", "informing"},
		{"Paul Stone is alive.", "condition"},
		{"Rebels attacked the town.", "happening"},
		{"“The road is closed,” the mayor said.", "saying"},
	} {
		if got := kinds(set(t, c.words)); !slices.Contains(strings.Fields(got), c.kind) {
			t.Errorf("%q: %q, without %s", c.words, got, c.kind)
		}
	}
	if got := kinds(set(t, "And so it was.")); strings.Contains(got, "count") || strings.Contains(got, "office") {
		t.Errorf("nothing in particular is %q", got)
	}
}

// counted writes what each figure of some words counts: "12: dead".
func counted(s setting) []string {
	var out []string
	for _, p := range s.props {
		if p.Kind == align.Count {
			number := p.Report.Doc.Exact(p.Quantity.Number)
			out = append(out, number+": "+strings.Join(slices.Sorted(maps.Keys(p.States)), " "))
		}
	}
	return out
}

func TestInWhatStateThoseCountedAre(t *testing.T) {
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"The storm killed 12 people.", []string{"12: dead"}},
		{"12 people were killed.", []string{"12: dead"}},
		{"12 people drowned.", []string{"12: dead"}},
		{"12 people were injured.", []string{"12: injured"}},
		{"12 people are missing.", []string{"12: missing"}},
		{"Police arrested 12 people.", []string{"12: arrested"}},
		{"Rescuers saved 12 people.", []string{"12: rescued"}},
		{"12 people visited the town.", []string{"12: "}},
		{"The storm killed 12 people and the army rescued 40 people.", []string{"12: dead", "40: rescued"}},
		{"12 children were killed.", []string{"12: child dead"}},
		{"The ferry had 120 people aboard.", []string{"120: aboard"}},
	} {
		if diff := cmp.Diff(c.want, counted(set(t, c.words))); diff != "" {
			t.Errorf("%q: %s", c.words, diff)
		}
	}
}

// running is the figures of counts that are not final.
func running(s setting) []string {
	var out []string
	for _, p := range s.props {
		if p.Kind == align.Count && p.Running {
			out = append(out, p.Report.Doc.Exact(p.Quantity.Number))
		}
	}
	return out
}

// bodies is the institutions that act without a name.
func bodies(s setting) []string {
	var out []string
	for _, p := range s.props {
		for _, actor := range termNames(p.Actors) {
			if body, ok := strings.CutPrefix(actor, "i:"); ok && p.Kind == align.Happening {
				out = append(out, body)
			}
		}
	}
	return out
}

// TestListExamples runs the examples of the lists: some words, and what is told of them, if anything.
func TestListExamples(t *testing.T) {
	for _, c := range []struct {
		list string
		told func(setting) []string
	}{
		{"count_states", counted},
		{"count_idioms", counted},
		{"running_marks", running},
		{"institution_nouns", bodies},
	} {
		for _, example := range lexicon.Examples(c.list) {
			if got := strings.Join(c.told(set(t, example[0])), "; "); got != example.Field(1) {
				t.Errorf("%s: %q gives %q, want %q", c.list, example[0], got, example.Field(1))
			}
		}
	}
}

func TestPropositionsAreTheSameTwice(t *testing.T) {
	const page = "Twelve people drowned when the ferry sank on May 3, 2031, the ministry said. Norway opposes the sale. Paul Stone is alive."
	dump := func() []string {
		var out []string
		for _, p := range set(t, page).props {
			out = append(out, string(p.Kind)+" "+p.Concept+" "+p.Text+" "+strings.Join(termNames(p.Content), ","))
		}
		return out
	}
	first := dump()
	if len(first) < 4 {
		t.Fatalf("%q", first)
	}
	for range 5 {
		if diff := cmp.Diff(first, dump()); diff != "" {
			t.Fatal(diff)
		}
	}
}

func termNames(terms align.Terms) []string {
	var out []string
	for t := range terms {
		out = append(out, string(t))
	}
	slices.Sort(out)
	return out
}
