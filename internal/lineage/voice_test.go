// SPDX-License-Identifier: Apache-2.0

package lineage_test

import (
	"strings"
	"testing"

	"stemma/internal/lineage"
	"stemma/internal/news"
	"stemma/internal/text"
)

func TestWordsInASharedPassageAreOneVoice(t *testing.T) {
	a := &news.Report{Doc: &text.Doc{Text: "Two boats sank. A pier burned. Ten people drowned."}}
	b := &news.Report{Doc: &text.Doc{Text: "The mayor wept. Two boats sank. A dozen people drowned."}}
	c := &news.Report{Doc: &text.Doc{Text: "Two boats sank."}}
	words := func(r *news.Report, words string) news.Evidence {
		at := strings.Index(r.Doc.Text, words)
		return news.Evidence{Report: r, Span: text.Span{Start: at, End: at + len(words)}}
	}
	origins := []*news.Origin{{ID: "o1", Reports: []*news.Report{a}}, {ID: "o2", Reports: []*news.Report{b}}, {ID: "o3", Reports: []*news.Report{c}}}
	voices := lineage.NewVoices(origins, []news.Link{{
		From: b, To: a, Label: news.Partial, Evidence: [][2]news.Evidence{{words(b, "Two boats sank."), words(a, "Two boats sank.")}},
	}})
	for _, row := range []struct {
		name  string
		words []news.Evidence
		want  int
	}{
		{"nothing", nil, 0},
		{"one report", []news.Evidence{words(a, "Two boats sank")}, 1},
		{"one report twice", []news.Evidence{words(a, "Two boats sank"), words(a, "A pier burned")}, 1},
		{"the passage on both sides", []news.Evidence{words(a, "Two boats"), words(b, "boats sank")}, 1},
		{"the passage on one side only", []news.Evidence{words(a, "Two boats"), words(b, "The mayor wept")}, 2},
		{"other words of both", []news.Evidence{words(a, "Ten people drowned"), words(b, "A dozen people drowned")}, 2},
		{"words of which the passage holds little", []news.Evidence{words(a, "Two boats sank. A pier burned. Ten people drowned."), words(b, "Two boats sank")}, 2},
		{"a third report", []news.Evidence{words(a, "Two boats"), words(b, "Two boats"), words(c, "Two boats")}, 2},
	} {
		if got := voices.Count(row.words); got != row.want {
			t.Errorf("%s: %d voices, want %d", row.name, got, row.want)
		}
	}
}
