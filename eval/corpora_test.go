// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// corpusFloors are what the readings of public corpora must reach; "at most" is turned round by a minus.
var corpusFloors = map[string]map[string]float64{
	"events": {"class": .5, "class and actor": .4, "whole event": .3, "-events printed per record": 2},
	"war":    {"quantities": .75, "attributions.source": .5},
}

// TestScoreCorpora measures events against PLOVER's gold records, and quantities, attributions and pairs over many small
// groups of war reports.
func TestScoreCorpora(t *testing.T) {
	shared := sharedFolder(t)
	python, err := exec.LookPath("python3")
	if err != nil {
		skip(t, "python3 is not installed, and the scoring programs are written in it")
	}
	m := measurer{t, python, filepath.Join(shared, "score"), build(t)}
	for name, got := range map[string]string{"events": m.events(shared), "war": m.war(shared), "questions": m.questions(shared)} {
		for figure, floor := range corpusFloors[name] {
			most, turned := strings.CutPrefix(figure, "-")
			value := lineValue(got, most)
			if turned && value > floor || !turned && value < floor {
				t.Errorf("%s: %s is %g, its floor %g", name, figure, value, floor)
			}
		}
		compare(t, name+".txt", got)
	}
}

// events scores the events of one-sentence records.
func (m measurer) events(shared string) string {
	m.Helper()
	gold := filepath.Join(shared, "data", "eventcoding", "plover", "PLOVER_GSR_CAMEO.visible.json")
	rows, read := filepath.Join(m.TempDir(), "rows.jsonl"), filepath.Join(m.TempDir(), "read.jsonl")
	m.run(m.python, filepath.Join(m.score, "events.py"), "prepare", gold, rows)
	m.run(m.stemma, "read", "--as-is", "-o", read, rows)
	return "PLOVER gold records, visible part\n" + m.run(m.python, filepath.Join(m.score, "events.py"), "score", gold, read)
}

func (m measurer) war(shared string) string {
	m.Helper()
	gold, articles := filepath.Join(shared, "gold", "war-visible.json"), filepath.Join(shared, "data", "fakes", "articles-visible.csv")
	return "FA-KES war reports, visible groups\n" + m.run(m.python, filepath.Join(m.score, "war.py"), m.stemma, gold, articles)
}

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
	var rows bytes.Buffer
	gold := map[string]article{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			m.Fatal(err)
		}
		var a article
		if err := json.Unmarshal(data, &a); err != nil {
			m.Fatalf("%s: %v", file, err)
		}
		gold[a.ID] = a
		day, _, _ := strings.Cut(a.Published, " ")
		row, _ := json.Marshal(map[string]string{"id": a.ID, "title": a.Title, "text": a.Text, "published": day})
		rows.Write(append(row, '\n'))
	}
	in, read := filepath.Join(m.TempDir(), "rows.jsonl"), filepath.Join(m.TempDir(), "read.jsonl")
	if err := os.WriteFile(in, rows.Bytes(), 0o666); err != nil {
		m.Fatal(err)
	}
	m.run(m.stemma, "read", "--as-is", "-o", read, in)
	held := m.held(gold, read)
	var b strings.Builder
	fmt.Fprintf(&b, "Giveme5W1H, %d articles: phrases that a statement of an event or with a day holds\n", len(gold))
	for _, q := range []string{"who", "when", "where"} {
		h := held[q]
		fmt.Fprintf(&b, "%-6s whole %d/%d %.3f  half of the words %d/%d %.3f\n", q, h[0], h[2], float64(h[0])/float64(h[2]), h[1], h[2], float64(h[1])/float64(h[2]))
	}
	return b.String()
}

// held counts by question the phrases held whole, held by half, and all.
func (m measurer) held(gold map[string]article, path string) map[string][3]int {
	m.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		m.Fatal(err)
	}
	out := map[string][3]int{}
	for line := range bytes.Lines(data) {
		var r struct {
			Input      string
			Statements []struct {
				Kind     string
				When     *struct{}
				Evidence struct{ Exact string }
			}
		}
		if err := json.Unmarshal(line, &r); err != nil {
			m.Fatal(err)
		}
		var told []string
		for _, s := range r.Statements {
			if s.Kind == "event" || s.When != nil {
				told = append(told, strings.ToLower(s.Evidence.Exact))
			}
		}
		for q, answers := range gold[r.Input].Questions {
			for _, a := range answers.Annotated {
				h := out[q]
				whole, half := holds(told, strings.ToLower(a.Text))
				if a.Text != "" {
					h[2]++
				}
				if whole {
					h[0]++
				}
				if half {
					h[1]++
				}
				out[q] = h
			}
		}
	}
	return out
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

// lineValue is the last number of the line that a figure's name opens, the first one of "0.701 of 147"; -1 where there is none.
func lineValue(page, name string) float64 {
	for line := range strings.Lines(page) {
		rest, ok := strings.CutPrefix(line, name+" ")
		if !ok {
			continue
		}
		rest, _, _ = strings.Cut(rest, " of ")
		fields := strings.Fields(rest)
		if v, err := strconv.ParseFloat(fields[len(fields)-1], 64); err == nil {
			return v
		}
	}
	return -1
}

func TestValuesAreFoundByTheirNames(t *testing.T) {
	const page = "class 0.5\nclass and actor 0.25\nclass and recipient 0.701 of 147\nquantities        300/342  0.877\n"
	for name, want := range map[string]float64{"class": .5, "class and actor": .25, "class and recipient": .701, "quantities": .877, "none": -1} {
		if got := lineValue(page, name); got != want {
			t.Errorf("%s: %g, want %g", name, got, want)
		}
	}
}
