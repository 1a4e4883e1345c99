// SPDX-License-Identifier: Apache-2.0

package when_test

import (
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"
	"time"

	"stemma/internal/sentence"
	"stemma/internal/text"
	"stemma/internal/when"
)

var (
	update = flag.Bool("update", false, "rewrite ../../eval/when.txt")
	shown  = flag.String("misses", "", "print what was missed in files whose path contains this")
)

const golden = "../../eval/when.txt"

// TestScoreTimeML measures spans and values against TimeML files, where they are present, and compares the figures and
// misses with the golden file: better or worse, a change shows.
func TestScoreTimeML(t *testing.T) {
	root := shared(t)
	got := "when: public TimeML data, training parts\n" +
		measure(t, "TimeBank + AQUAINT", filepath.Join(root, "tempeval3")) +
		measure(t, "WikiWars", filepath.Join(root, "wikiwars"))
	t.Log("\n" + got)
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("figures changed; run with -update\ngot:\n%swant:\n%s", got, want)
	}
}

// shared finds the folder of shared data beside the repository.
func shared(t *testing.T) string {
	t.Helper()
	dir, _ := filepath.Abs(".")
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	root := filepath.Join(filepath.Dir(dir), "shared", "data", "timex")
	if _, err := os.Stat(root); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("../shared/data/timex is missing")
		}
		t.Skip("needs ../shared/data/timex")
	}
	return root
}

type gold struct {
	text.Span
	kind, value string // TIMEX3 type and value
}

// A tally counts answers that are right, answers, gold that is found, and gold.
type tally struct{ right, said, found, gold int }

func (c tally) String() string {
	p, r := float64(c.right)/float64(max(c.said, 1)), float64(c.found)/float64(max(c.gold, 1))
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return fmt.Sprintf("P %.3f R %.3f F %.3f", p, r, f)
}

func measure(t *testing.T, name, dir string) string {
	t.Helper()
	var strict, relaxed, value tally
	m := newMisses()
	for _, path := range timeML(t, dir) {
		doc, want := readTimeML(t, path)
		read(doc)
		strict.add(doc.Times, want, func(x text.Time, y gold) bool { return x.Span == y.Span })
		relaxed.add(doc.Times, want, func(x text.Time, y gold) bool { return x.Span.Overlaps(y.Span) })
		right := func(x text.Time, y gold) bool { return x.Span.Overlaps(y.Span) && x.Value == y.value }
		value.add(doc.Times, want, right)
		m.add(strings.TrimSuffix(filepath.Base(path), ".tml"), doc.Times, want)
		if *shown != "" && strings.Contains(path, *shown) {
			printMisses(t, filepath.Base(path), doc, want)
		}
	}
	return fmt.Sprintf("%s (%d gold)\n  strict  %s\n  relaxed %s\n  value   %s\n%s", name, strict.gold, strict, relaxed, value, m)
}

func (c *tally) add(got []text.Time, want []gold, same func(text.Time, gold) bool) {
	for _, x := range got {
		c.said++
		for _, y := range want {
			if same(x, y) {
				c.right++
				break
			}
		}
	}
	for _, y := range want {
		c.gold++
		for _, x := range got {
			if same(x, y) {
				c.found++
				break
			}
		}
	}
}

func printMisses(t *testing.T, file string, doc *text.Doc, want []gold) {
	around := func(s text.Span) string {
		a, b := max(0, s.Start-40), min(len(doc.Text), s.End+30)
		return strings.Join(strings.Fields(doc.Text[a:s.Start]+"["+doc.Exact(s)+"]"+doc.Text[s.End:b]), " ")
	}
	for _, x := range doc.Times {
		state := "EXTRA"
		for _, y := range want {
			switch {
			case !x.Span.Overlaps(y.Span):
			case x.Value != y.value:
				state = "VALUE " + y.value
			case x.Span != y.Span:
				state = "SPAN " + doc.Exact(y.Span)
			default:
				state = ""
			}
		}
		if state != "" {
			t.Logf("%s | %s | got %s | %s", file, state, x.Value, around(x.Span))
		}
	}
	for _, y := range want {
		hit := false
		for _, x := range doc.Times {
			hit = hit || x.Span.Overlaps(y.Span)
		}
		if !hit {
			t.Logf("%s | MISSED %s | %s", file, y.value, around(y.Span))
		}
	}
}

func timeML(t *testing.T, dir string) []string {
	t.Helper()
	var paths []string
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if strings.HasSuffix(path, ".tml") {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil || len(paths) == 0 {
		t.Fatalf("no .tml files below %s: %v", dir, err)
	}
	sort.Strings(paths)
	return paths
}

var (
	creation  = regexp.MustCompile(`<TIMEX3[^>]*functionInDocument="(?:CREATION_TIME|PUBLICATION_TIME)"[^>]*>`)
	valueOf   = regexp.MustCompile(`value="([^"]*)"`)
	typeOf    = regexp.MustCompile(`type="([^"]*)"`)
	body      = regexp.MustCompile(`(?s)<TEXT>(.*?)</TEXT>`)
	pieces    = regexp.MustCompile(`<[^>]*>|[^<]+`)
	blankLine = regexp.MustCompile(`\n\s*\n`)
)

// readTimeML is the text of a file with the paragraphs that blank lines make, and its marked times.
func readTimeML(t *testing.T, path string) (*text.Doc, []gold) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, want := &text.Doc{}, []gold(nil)
	if v := valueOf.FindSubmatch(creation.Find(data)); v != nil && len(v[1]) >= 10 {
		doc.Reference, _ = time.Parse(time.DateOnly, string(v[1][:10]))
	}
	inner := body.FindSubmatch(data)
	if inner == nil {
		t.Fatalf("%s has no text", path)
	}
	var sb strings.Builder
	var starts []gold
	for _, piece := range pieces.FindAllString(string(inner[1]), -1) {
		switch {
		case strings.HasPrefix(piece, "<TIMEX3"):
			kind, value := typeOf.FindStringSubmatch(piece)[1], valueOf.FindStringSubmatch(piece)[1]
			starts = append(starts, gold{text.Span{Start: sb.Len()}, kind, value})
		case strings.HasPrefix(piece, "</TIMEX3"):
			g := starts[len(starts)-1]
			starts, g.End = starts[:len(starts)-1], sb.Len()
			want = append(want, g)
		case !strings.HasPrefix(piece, "<"):
			sb.WriteString(html.UnescapeString(piece))
		}
	}
	doc.Text = sb.String()
	doc.Paragraphs = blocks(doc.Text)
	return doc, want
}

func blocks(s string) []text.Span {
	var out []text.Span
	at := 0
	for _, gap := range append(blankLine.FindAllStringIndex(s, -1), []int{len(s), len(s)}) {
		if part := s[at:gap[0]]; strings.TrimSpace(part) != "" {
			start := at + strings.Index(part, strings.TrimSpace(part))
			out = append(out, text.Span{Start: start, End: start + len(strings.TrimSpace(part))})
		}
		at = gap[1]
	}
	return out
}

func read(doc *text.Doc) {
	sentence.Read(doc)
	when.Read(doc)
}
