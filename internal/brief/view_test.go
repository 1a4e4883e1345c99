// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"fmt"
	"strings"
	"testing"

	"stemma/internal/news"
	"stemma/internal/text"
)

// wireStory is two reports whose statements overlap, repeat each other and begin with a dateline.
func wireStory(t *testing.T) (*maker, *news.Report, *news.Report) {
	m := &maker{t, &news.Story{Title: "Silo fire"}}
	a := m.report("r1", "Plain Wire", "Silo burns", "DUNMOOR, May 3 (PW) -- Nine workers were hurt when a grain silo burned on Friday. The brigade said so.")
	b := m.report("r2", "Dunmoor Post", "Fire at the silo", "DUNMOOR (PW) – Nine workers were hurt when a grain silo burned on Friday. Nobody was killed.")
	c := m.report("r3", "", "A night of sparks over Dunmoor", "Eleven workers were hurt when a grain silo burned.")
	m.story.Origins = []*news.Origin{{ID: "o1", Reports: []*news.Report{a, b}}, {ID: "o2", Reports: []*news.Report{c}}}
	return m, a, b
}

func TestWordsOfAVersionAreShownOnce(t *testing.T) {
	m, a, b := wireStory(t)
	whole := "Nine workers were hurt when a grain silo burned on Friday"
	told := []*news.Statement{
		m.say(a, news.Event, "Nine workers were hurt", nil), m.say(a, news.Event, whole, nil), m.say(a, news.Event, whole, nil),
		m.say(b, news.Event, "Nine workers were hurt when a grain silo burned on Friday", nil),
	}
	m.fact("happening", "Nine workers were hurt", news.Contested, version("Nine workers were hurt", 2, 1, told...))
	words, more := newViewer(m.story, "", textLimits()).quote(told)
	if len(words) != 1 || more != 0 {
		t.Fatalf("%d words and %d more, want one line for a copy: %v", len(words), more, words)
	}
	if w := words[0]; w.Exact != "Nine workers were hurt when a grain silo burned on Friday" || w.Who != "Plain Wire, Dunmoor Post" || len(w.Refs) != 2 {
		t.Errorf("got %+v", w)
	}
	if page := render(t, &Brief{Stories: []*news.Story{m.story}}, JSON, RenderOptions{}); !strings.Contains(page, `"exact": "`+whole+`"`) {
		t.Error("the JSON form cuts the dateline out of evidence")
	}
}

func TestEveryOriginIsAmongTheWordsShown(t *testing.T) {
	a, b := &news.Origin{ID: "o1"}, &news.Origin{ID: "o2"}
	for _, tc := range []struct {
		origins []*news.Origin
		most    int
		want    []int
	}{
		{[]*news.Origin{a, a, a, b}, 2, []int{0, 3}},
		{[]*news.Origin{a, a, a, b}, 3, []int{0, 1, 3}},
		{[]*news.Origin{a, b}, 4, []int{0, 1}},
		{nil, 4, nil},
	} {
		if got := spreadOver(tc.origins, tc.most); fmt.Sprint(got) != fmt.Sprint(tc.want) {
			t.Errorf("at most %d: %v, want %v", tc.most, got, tc.want)
		}
	}
}

func TestReportsWithoutAnOutletSpeakByTheirTitle(t *testing.T) {
	m, _, _ := wireStory(t)
	s := m.say(m.story.Reports[2], news.Event, "Eleven workers were hurt", nil)
	if got := speaker(s); got != "r3 “A night of sparks over Dunmoor”" {
		t.Errorf("got %q", got)
	}
}

func TestWhatMattersStandsBeforeWhatIsAlike(t *testing.T) {
	m, a, b := wireStory(t)
	x, y := m.say(a, news.Event, "Nine workers were hurt", nil), m.say(b, news.Event, "Nine workers were hurt", nil)
	aim := m.say(a, news.Event, "The brigade said so", nil)
	aim.Modality = text.Planned
	add := func(kind, question string, statements ...*news.Statement) {
		m.fact(kind, question, news.Corroborated, version("nine of them", 2, 2, statements...))
	}
	add("saying", "The brigade: A silo burned on Friday", x, y)
	add("happening", "The brigade said so last night", aim)
	add("office", "Who is Ada Brill?", x, y)
	add("office", "Which office does Ada Brill hold?", x, y)
	add("count", "How many workers: “… came”?", x, y)
	add("count", "How many workers were hurt?", x, y)
	facts, left := newViewer(m.story, "", textLimits()).ranked(news.Corroborated)
	var got []string
	for _, f := range facts {
		got = append(got, f.Question)
	}
	want := []string{"How many workers were hurt?", "Which office does Ada Brill hold?", "How many workers: “… came”?", "Who is Ada Brill?", "The brigade: A silo burned on Friday"}
	if left != 1 || strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%d left out; order:\n%s", left, strings.Join(got, "\n"))
	}
}

func TestOneQuestionWithTheSameAnswersIsAskedOnce(t *testing.T) {
	m, a, b := wireStory(t)
	x, y := m.say(a, news.Event, "Nine workers were hurt", nil), m.say(b, news.Event, "Nine workers were hurt", nil)
	m.fact("count", "How many workers were hurt?", news.SingleOrigin, version("9", 1, 1, x))
	m.fact("count", "How many workers were hurt?", news.SingleOrigin, version("9", 1, 1, y))
	facts, _ := newViewer(m.story, "", textLimits()).ranked(news.SingleOrigin)
	if len(facts) != 1 || len(facts[0].Versions[0].Statements) != 2 || facts[0].Versions[0].Reports != 2 {
		t.Errorf("got %+v", facts)
	}
	if len(m.story.Facts[0].Versions[0].Statements) != 1 {
		t.Error("the story's own fact was changed")
	}
}

func TestSourcesAreWhoeverIsNamedOrDescribed(t *testing.T) {
	m, a, _ := wireStory(t)
	for _, source := range []string{"", "anyone", "It", "the brigade"} {
		m.say(a, news.OtherKind, "The brigade", &news.Attribution{Source: source, Cue: "said"})
	}
	sources := newViewer(m.story, "", textLimits()).sources()
	if len(sources) != 1 || sources[0].name != "the brigade" {
		t.Errorf("got %d sources", len(sources))
	}
}
