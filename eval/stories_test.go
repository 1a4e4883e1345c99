// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/score"
)

// storyFloors are what B³ F1 of grouping must reach, by one fixed setting for all sets.
var storyFloors = map[string]float64{"NewsCluster": .95, "Giveme5W1H": .92, "ECB+ dev": .91}

// TestScoreStories measures which reports are put together, against those that people put together.
func TestScoreStories(t *testing.T) {
	shared := sharedFolder(t)
	python, err := exec.LookPath("python3")
	if err != nil {
		skip(t, "python3 is not installed, and the scoring programs are written in it")
	}
	m := measurer{t, python, filepath.Join(shared, "score"), build(t)}
	data := filepath.Join(shared, "data")
	var page strings.Builder
	for _, set := range []struct {
		name    string
		reports []grouped
	}{
		{"NewsCluster", m.articles(filepath.Join(data, "giveme5w1h", "news_cluster", "data"))},
		{"Giveme5W1H", m.articles(filepath.Join(data, "giveme5w1h", "gold_standard", "data"))},
		{"ECB+ dev", m.topics(filepath.Join(data, "ecbplus", "dev"))},
		{"ECB+ train", m.topics(filepath.Join(data, "ecbplus", "train"))},
	} {
		got := m.grouping(set.reports)
		if floor := storyFloors[set.name]; lineValue(got, "B3") < floor {
			t.Errorf("%s: B³ F1 is %g, its floor %g", set.name, lineValue(got, "B3"), floor)
		}
		page.WriteString(set.name + ": " + got)
	}
	compare(t, "stories.txt", page.String())
}

// A grouped report is a row of input, and the story that people put it in.
type grouped struct {
	row   map[string]string
	story string
}

// articles reads the articles of Giveme5W1H and NewsCluster. One without a story is a story of its own.
func (m measurer) articles(dir string) []grouped {
	m.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(files) == 0 {
		m.Fatalf("no articles in %s: %v", filepath.Base(dir), err)
	}
	var out []grouped
	for _, file := range files {
		var a struct {
			Title, Text, URL, Category, Publisher string

			Published   string `json:"date_publish"`
			Outlet      string `json:"source_domain"`
			NewsCluster struct{ Event string }
		}
		decodeFile(m.T, file, &a)
		day, _, _ := strings.Cut(strings.ReplaceAll(a.Published, "T", " "), " ")
		if day == "None" {
			day = ""
		}
		id := strings.TrimSuffix(filepath.Base(file), ".json")
		story := a.Category + a.NewsCluster.Event
		if story == "" {
			story = id
		}
		out = append(out, grouped{map[string]string{
			"id": id, "title": a.Title, "text": a.Text, "published": day, "url": a.URL, "outlet": a.Outlet + a.Publisher,
		}, story})
	}
	return out
}

// topics reads the documents of ECB+. A topic holds two events of one kind; the second was added by ECB+.
func (m measurer) topics(dir string) []grouped {
	m.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.xml"))
	if err != nil || len(files) == 0 {
		m.Fatalf("no documents of ECB+: %v", err)
	}
	var out []grouped
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			m.Fatal(err)
		}
		id := strings.TrimSuffix(filepath.Base(file), ".xml")
		topic, number, _ := strings.Cut(id, "_")
		text, err := sentencesOf(data)
		if err != nil {
			m.Fatalf("%s: %v", id, err)
		}
		out = append(out, grouped{
			map[string]string{"id": id, "text": text},
			topic + strings.TrimLeft(number, "0123456789"),
		})
	}
	return out
}

// sentencesOf is the text of a document of ECB+, a sentence a line.
func sentencesOf(data []byte) (string, error) {
	var doc struct {
		Tokens []struct {
			Sentence int    `xml:"sentence,attr"`
			Word     string `xml:",chardata"`
		} `xml:"token"`
	}
	if err := xml.Unmarshal(data, &doc); err != nil {
		return "", err
	}
	var b strings.Builder
	for i, tok := range doc.Tokens {
		switch {
		case i == 0:
		case tok.Sentence != doc.Tokens[i-1].Sentence:
			b.WriteByte('\n')
		default:
			b.WriteByte(' ')
		}
		b.WriteString(tok.Word)
	}
	return b.String(), nil
}

// grouping scores the stories of a brief of all reports: what stories.py prints, and the stories that came out wrong. These
// are named by ids of their reports, as names of events are words of the corpus.
func (m measurer) grouping(reports []grouped) string {
	m.Helper()
	var rows, gold bytes.Buffer
	for _, r := range reports {
		line, err := json.Marshal(r.row)
		if err != nil {
			m.Fatal(err)
		}
		rows.Write(append(line, '\n'))
		fmt.Fprintf(&gold, "%s\t%s\n", r.row["id"], r.story)
	}
	dir := m.TempDir()
	in, out, want := filepath.Join(dir, "rows.jsonl"), filepath.Join(dir, "brief.json"), filepath.Join(dir, "gold.tsv")
	for file, data := range map[string][]byte{in: rows.Bytes(), want: gold.Bytes()} {
		if err := os.WriteFile(file, data, 0o666); err != nil {
			m.Fatal(err)
		}
	}
	m.run(m.stemma, "brief", "-f", "json", "-o", out, in)
	var b struct {
		Stories []struct{ Reports []struct{ Input string } }
	}
	decodeFile(m.T, out, &b)
	found := map[string]int{}
	for i, s := range b.Stories {
		for _, r := range s.Reports {
			found[r.Input] = i
		}
	}
	return m.run(m.python, filepath.Join(m.score, "stories.py"), want, out) + wrongStories(reports, found)
}

// wrongStories lists what stands together or apart wrongly: of each pair of a story of people and one found that overlap in
// part, the first report of either and how many reports they share.
func wrongStories(reports []grouped, found map[string]int) string {
	first := map[string]string{} // of a story of people: its first report
	size, met := map[string]int{}, map[string]map[int]int{}
	held := map[int]int{}
	var order []string
	for _, r := range reports {
		if first[r.story] == "" {
			first[r.story] = short(r.row["id"])
			met[r.story] = map[int]int{}
			order = append(order, r.story)
		}
		size[r.story]++
		met[r.story][found[r.row["id"]]]++
		held[found[r.row["id"]]]++
	}
	torn, mixed := score.Counts{}, score.Counts{}
	for _, story := range order {
		best := 0
		for id, n := range met[story] {
			best = max(best, n)
			if n < held[id] {
				mixed[first[story]] = max(mixed[first[story]], held[id]-n)
			}
		}
		if best < size[story] {
			torn[first[story]] = size[story] - best
		}
	}
	return torn.List("reports apart from most of their story, by its first", 10) +
		mixed.List("reports of others that a story stands with, by its first", 10)
}

// short is an id of twelve characters at most.
func short(id string) string { return id[:min(12, len(id))] }

func TestWrongStoriesAreNamed(t *testing.T) {
	var reports []grouped
	found := map[string]int{"a": 0, "b": 0, "c": 1, "d": 1, "e": 2}
	for _, r := range [][2]string{{"a", "x"}, {"b", "x"}, {"c", "x"}, {"d", "y"}, {"e", "z"}} {
		reports = append(reports, grouped{map[string]string{"id": r[0]}, r[1]})
	}
	want := score.Counts{"a": 1}.List("reports apart from most of their story, by its first", 10) +
		score.Counts{"a": 1, "d": 1}.List("reports of others that a story stands with, by its first", 10)
	if diff := cmp.Diff(want, wrongStories(reports, found)); diff != "" {
		t.Error(diff)
	}
}

func TestDocumentsOfECBAreReadBySentence(t *testing.T) {
	got, err := sentencesOf([]byte(`<Document><token t_id="1" sentence="0">Ida</token><token sentence="0">left</token><token sentence="1">Odd</token></Document>`))
	if want := "Ida left\nOdd"; got != want || err != nil {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	if _, err := sentencesOf([]byte("<Document>")); err == nil {
		t.Error("half a document is read")
	}
}
