// SPDX-License-Identifier: Apache-2.0

package weigh_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"stemma/internal/brief"
	"stemma/internal/clean"
	"stemma/internal/news"
)

// read makes a report of each page: its words, or "[2031-05-06] words", or "[2031-05-06|Headline] words". Where no day is
// given it is Wednesday, 7 May 2031.
func read(t testing.TB, pages ...string) []*news.Report {
	t.Helper()
	var out []*news.Report
	for i, page := range pages {
		row := map[string]string{"id": strconv.Itoa(i + 1), "published": "2031-05-07", "text": page}
		if head, words, ok := strings.Cut(page, "] "); ok && strings.HasPrefix(page, "[") {
			row["text"] = words
			row["published"], row["title"], _ = strings.Cut(head[1:], "|")
		}
		data, err := json.Marshal(row)
		if err != nil {
			t.Fatal(err)
		}
		reports, errs := clean.Reports(clean.Input{Name: "a.jsonl", Data: data}, clean.Options{AsIs: true})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		out = append(out, reports...)
	}
	return out
}

// story is the story of some pages.
func story(t testing.TB, pages ...string) *news.Story {
	t.Helper()
	return assemble(t, read(t, pages...))
}

func assemble(t testing.TB, reports []*news.Report) *news.Story {
	t.Helper()
	b := brief.Assemble(reports, brief.AssembleOptions{OneStory: true})
	if len(b.Stories) != 1 {
		t.Fatalf("%d stories", len(b.Stories))
	}
	return b.Stories[0]
}

// relation says how two reports of a story stand to each other in the facts of a kind: "contradict", "update", "refine"
// where versions are so set against each other, "agree" where both stand in one version, "" where neither.
func relation(s *news.Story, kind string) string {
	out := ""
	for _, f := range s.Facts {
		if f.Kind != kind {
			continue
		}
		for _, r := range f.Relations {
			return string(r.Relation)
		}
		for _, v := range f.Versions {
			if v.Reports > 1 {
				out = "agree"
			}
		}
	}
	return out
}
