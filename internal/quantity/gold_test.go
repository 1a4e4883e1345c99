// SPDX-License-Identifier: Apache-2.0

package quantity_test

import (
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/score"
	"stemma/internal/text"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// golden is where the figures stand, from this folder.
const golden = "../../eval/quantity.txt"

// A goldQuantity is a row of a gold reading.
type goldQuantity struct {
	Report, Text string
	Min, Max     *float64
	Approximate  bool
}

// class is the sort of bounds that a row has.
func (g goldQuantity) class() string {
	class := "range"
	switch {
	case g.Max == nil:
		class = "at least"
	case g.Min == nil:
		class = "at most"
	case *g.Min == *g.Max:
		class = "exactly"
	}
	if g.Approximate {
		class += ", approximate"
	}
	return class
}

// A tally counts gold rows: found are those that an amount overlaps, right those whose bounds are equal too. Misses name
// the report and the place of the row.
type tally struct {
	found, right, all int
	misses            []string
}

// TestScore measures against hand-made readings that lie beside the repository. Run with STEMMA_MISSES=1 to see misses.
func TestScore(t *testing.T) {
	shared := sharedFolder(t)
	var seeds, war tally
	seedGold := struct{ Quantities []goldQuantity }{}
	load(t, filepath.Join(shared, "gold/seeds.json"), &seedGold)
	for _, g := range seedGold.Quantities {
		data, err := os.ReadFile(filepath.Join(shared, "seeds", g.Report))
		if err != nil {
			t.Fatal(err)
		}
		seeds.count(t, read(string(data)), g, func(q text.Quantity) bool { return same(q.Min, g.Min) && same(q.Max, g.Max) })
	}
	warGold := struct {
		Groups []struct{ Quantities []goldQuantity }
	}{}
	load(t, filepath.Join(shared, "gold/war-visible.json"), &warGold)
	texts := reports(t, filepath.Join(shared, "data/fakes/articles-visible.csv"))
	amounts := 0
	docs := map[string]*text.Doc{}
	for _, name := range sorted(texts) {
		docs[name] = read(texts[name])
		amounts += len(docs[name].Quantities)
	}
	for _, group := range warGold.Groups {
		for _, g := range group.Quantities {
			war.count(t, docs[g.Report], g, func(q text.Quantity) bool { return sameWar(q, g) })
		}
	}
	got := "# quantity: gold amounts that a reading overlaps (found) and whose bounds and approximation it has (right)\n" +
		seeds.row("seeds") + war.row("war") + fmt.Sprintf("war\tamounts read in all: %d\n", amounts) +
		score.First("seeds: missed, by report, byte and class", seeds.misses, 15) +
		score.First("war: missed, by report, byte and class", war.misses, 15)
	compare(t, got)
	if seeds.right*10 < seeds.all*9 || war.right*10 < war.all*9 {
		t.Errorf("below the floor of nine in ten:\n%s", got)
	}
}

func (c *tally) row(set string) string {
	return fmt.Sprintf("%s\tfound %d/%d\tright %d/%d\n", set, c.found, c.all, c.right, c.all)
}

// count adds one gold row.
func (c *tally) count(t *testing.T, doc *text.Doc, g goldQuantity, equal func(text.Quantity) bool) {
	c.all++
	found, right := false, false
	var seen []string
	for _, at := range places(doc.Text, g.Text) {
		for _, q := range doc.Quantities {
			shared := min(q.End, at.End) - max(q.Start, at.Start)
			if shared <= 0 || 2*shared < min(q.End-q.Start, at.End-at.Start) {
				continue
			}
			found = true
			right = right || equal(q) && q.Approximate == g.Approximate
			seen = append(seen, short(doc, q))
		}
	}
	if found {
		c.found++
	}
	if right {
		c.right++
		return
	}
	fault := "not found"
	if found {
		fault = "read otherwise"
	}
	c.misses = append(c.misses, fmt.Sprintf("%s %d %s, %s", g.Report, strings.Index(doc.Text, g.Text), g.class(), fault))
	if os.Getenv("STEMMA_MISSES") != "" {
		t.Logf("%s: %q: want %s %s %t, got %q", g.Report, g.Text, limit(g.Min), limit(g.Max), g.Approximate, seen)
	}
}

func same(a, b *float64) bool { return limit(a) == limit(b) }

// sameWar compares under the conventions of the war reading: there "more than 30" starts at 31, and "nearly 70" has
// a lower bound by judgement.
func sameWar(q text.Quantity, g goldQuantity) bool {
	if q.Min == nil && q.Max != nil && q.Approximate {
		return same(q.Max, g.Max)
	}
	above := q.Min != nil && g.Min != nil && q.Max == nil && *q.Min+1 == *g.Min
	return (same(q.Min, g.Min) || above) && same(q.Max, g.Max)
}

// places is every place of a snippet in a text.
func places(s, snippet string) []text.Span {
	var out []text.Span
	for at := 0; ; {
		i := strings.Index(s[at:], snippet)
		if i < 0 {
			return out
		}
		out = append(out, text.Span{Start: at + i, End: at + i + len(snippet)})
		at += i + 1
	}
}

// reports is the text of each row of a table of reports, by file name.
func reports(t *testing.T, path string) map[string]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, row := range rows[1:] {
		out[row[0]+".txt"] = row[1] + "\n\n" + strings.Map(printable, row[2])
	}
	return out
}

func printable(c rune) rune {
	if unicode.IsControl(c) {
		return ' '
	}
	return c
}

func sorted(texts map[string]string) []string {
	var names []string
	for name := range texts {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func load(t *testing.T, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// compare checks the golden file, or writes it with -update.
func compare(t *testing.T, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("figures changed (run with -update to accept):\n%s", diff)
	}
}

// sharedFolder is the folder with the gold readings, beside the repository. Without it the test is skipped, except in CI.
func sharedFolder(t *testing.T) string {
	t.Helper()
	for dir := "../../../shared"; len(dir) < 60; dir = filepath.Join("..", dir) {
		if _, err := os.Stat(filepath.Join(dir, "gold/war-visible.json")); err == nil {
			return dir
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatal("no shared folder with gold readings beside the repository")
	}
	t.Skip("no shared folder with gold readings beside the repository")
	return ""
}
