// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/score"
)

// An article is one of Giveme5W1H's, with the phrases that its annotators gave for each question.
type article struct {
	ID        string `json:"dId"`
	Title     string
	Text      string
	Published string `json:"date_publish"`
	Questions map[string]struct {
		Annotated []struct{ Text string }
	} `json:"fiveWoneH"`
}

// questions counts the annotated phrases that a statement of an event, or one with a day, holds: whole, or half of its words.
func (m measurer) questions(shared string) string {
	m.Helper()
	files, err := filepath.Glob(filepath.Join(shared, "data", "giveme5w1h", "gold_standard", "data", "*.json"))
	if err != nil || len(files) == 0 {
		m.Fatalf("no articles of Giveme5W1H: %v", err)
	}
	articles := make([]article, len(files))
	for i, file := range files {
		decodeFile(m.T, file, &articles[i])
	}
	told := m.told(articles)
	var b strings.Builder
	fmt.Fprintf(&b, "Giveme5W1H, %d articles: phrases that a statement of an event or with a day holds\n", len(articles))
	for _, question := range []string{"who", "when", "where"} {
		a := newAnswers()
		for _, article := range articles {
			a.add(question, article, told[article.ID])
		}
		fmt.Fprintf(&b, "%-6s whole %d/%d %.3f  half of the words %d/%d %.3f\n", question,
			a.whole, a.all, float64(a.whole)/float64(a.all), a.half, a.all, float64(a.half)/float64(a.all))
		b.WriteString(a.missed.Row("  not even half held", 9))
		b.WriteString(a.articles.Row("  by article", 12))
	}
	return b.String()
}

// A telling is what was read in an article, in lower case: events and what has a day, and any other statement.
type telling struct{ dated, other []string }

// told reads the articles.
func (m measurer) told(articles []article) map[string]telling {
	m.Helper()
	var lines bytes.Buffer
	for _, a := range articles {
		day, _, _ := strings.Cut(a.Published, " ")
		line, _ := json.Marshal(map[string]string{"id": a.ID, "title": a.Title, "text": a.Text, "published": day})
		lines.Write(append(line, '\n'))
	}
	in, read := filepath.Join(m.TempDir(), "rows.jsonl"), filepath.Join(m.TempDir(), "read.jsonl")
	if err := os.WriteFile(in, lines.Bytes(), 0o666); err != nil {
		m.Fatal(err)
	}
	m.run(m.stemma, "read", "--as-is", "-o", read, in)
	out := map[string]telling{}
	for _, r := range m.rows(read) {
		var t telling
		for _, s := range r.Statements {
			words := strings.ToLower(s.Evidence.Exact)
			if s.Kind == "event" || s.When != nil {
				t.dated = append(t.dated, words)
			} else {
				t.other = append(t.other, words)
			}
		}
		out[r.Input] = t
	}
	return out
}

// answers counts the phrases for one question; misses by where the phrase stands and by article.
type answers struct {
	whole, half, all int
	missed, articles score.Counts
}

func newAnswers() *answers { return &answers{missed: score.Counts{}, articles: score.Counts{}} }

func (a *answers) add(question string, of article, told telling) {
	for _, annotated := range of.Questions[question].Annotated {
		if annotated.Text == "" {
			continue
		}
		phrase := strings.ToLower(annotated.Text)
		whole, half := holds(told.dated, phrase)
		a.all++
		if whole {
			a.whole++
		}
		if half {
			a.half++
			continue
		}
		a.missed[of.place(phrase, told.other)]++
		a.articles[of.ID[:12]]++
	}
}

// place says where a phrase stands that no event and nothing with a day holds.
func (of article) place(phrase string, other []string) string {
	switch text := strings.ToLower(of.Text); {
	case !strings.Contains(text, phrase):
		return "not in the text"
	case anyHolds(other, phrase):
		return "in a statement without a day"
	}
	return "in no statement"
}

func anyHolds(texts []string, phrase string) bool {
	whole, _ := holds(texts, phrase)
	return whole
}

// holds reports whether one of some texts has a phrase, or half of its words.
func holds(texts []string, phrase string) (whole, half bool) {
	words := strings.Fields(phrase)
	if len(words) == 0 {
		return false, false
	}
	for _, text := range texts {
		whole = whole || strings.Contains(text, phrase)
		n := 0
		for _, w := range words {
			if strings.Contains(text, w) {
				n++
			}
		}
		half = half || 2*n >= len(words)
	}
	return whole, half
}

func TestPhrasesMissedAreSortedByWhereTheyStand(t *testing.T) {
	var a article
	data := `{"dId": "0123456789abcdef", "Text": "Ida Lund left. Odd stayed.", "fiveWoneH": {"who": {"annotated": [
		{"text": "Ida Lund"}, {"text": "Odd"}, {"text": "Mr. Vik"}, {"text": "stayed"}, {"text": ""}]}}}`
	if err := json.Unmarshal([]byte(data), &a); err != nil {
		t.Fatal(err)
	}
	got := newAnswers()
	got.add("who", a, telling{dated: []string{"lund left"}, other: []string{"odd"}})
	want := &answers{
		half: 1, all: 4,
		missed:   score.Counts{"in a statement without a day": 1, "not in the text": 1, "in no statement": 1},
		articles: score.Counts{"0123456789ab": 3},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(answers{})); diff != "" {
		t.Error(diff)
	}
}
