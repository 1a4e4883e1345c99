// SPDX-License-Identifier: Apache-2.0

package lineage_test

import (
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/clean"
	"stemma/internal/lineage"
	"stemma/internal/news"
	"stemma/internal/sentence"
	"stemma/internal/tag"
)

var update = flag.Bool("update", false, "rewrite eval/lineage.txt")

// TestScore measures the package on readings by hand and keeps the figures in eval/lineage.txt. Floors hold whatever the
// golden file says.
func TestScore(t *testing.T) {
	root := repository(t)
	shared := filepath.Join(root, "..", "shared")
	if _, err := os.Stat(shared); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("no shared data at %s", shared)
		}
		t.Skipf("no shared data at %s: lineage is not measured", shared)
	}
	var out strings.Builder
	out.WriteString("# Made by: go test ./internal/lineage -run TestScore -update\n")
	scoreStories(t, root, shared, &out)
	scoreSyndication(t, shared, &out)
	scoreWar(t, shared, &out)

	golden := filepath.Join(root, "eval", "lineage.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("figures changed; run with -update if that is meant (-golden +now):\n%s", diff)
	}
}

// scoreStories compares the origins of the seeds and of the project's own examples with those read by hand.
func scoreStories(t *testing.T, root, shared string, out *strings.Builder) {
	stories := map[string]string{"seeds": filepath.Join(shared, "gold", "seeds.json")}
	folders := map[string]string{"seeds": filepath.Join(shared, "seeds")}
	names := []string{"seeds"}
	examples, err := filepath.Glob(filepath.Join(root, "examples", "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range examples {
		folder := filepath.Dir(file)
		name := filepath.Base(folder)
		gold := filepath.Join(root, "eval", "gold", name+".json")
		if _, err := os.Stat(gold); err != nil || stories[name] != "" {
			continue
		}
		names, stories[name], folders[name] = append(names, name), gold, folder
	}
	for _, name := range names {
		var gold struct{ Origins [][]string }
		readJSON(t, stories[name], &gold)
		reports := folder(t, folders[name])
		_, origins := lineage.Compare(reports)
		want, got := map[[2]string]bool{}, map[[2]string]bool{}
		for _, o := range gold.Origins {
			pairsOf(o, want)
		}
		for _, o := range origins {
			var inputs []string
			for _, r := range o.Reports {
				inputs = append(inputs, r.Input)
			}
			pairsOf(inputs, got)
		}
		p, r := precisionRecall(want, got)
		fmt.Fprintf(out, "%s: %d reports, %d origins of %d, precision %.3f recall %.3f\n",
			name, len(reports), len(origins), len(gold.Origins), p, r)
		if p < 1 || r < 1 {
			t.Errorf("%s: origins %v, want %v", name, got, want)
		}
	}
}

// scoreSyndication scores pairs of articles of one week: the articles are read as pages of plain text, all at once.
func scoreSyndication(t *testing.T, shared string, out *strings.Builder) {
	var reports []*news.Report
	for _, row := range table(t, filepath.Join(shared, "data", "helsinki", "articles-visible.csv"), ',')[1:] {
		reports = append(reports, read(t, row[0]+".txt", []byte(strings.ReplaceAll(row[3], " ### ", "\n\n")))...)
	}
	found := map[[2]string]news.Link{}
	links, origins := lineage.Compare(reports)
	for _, l := range links {
		found[[2]string{stem(l.From), stem(l.To)}] = l
	}
	var right, total, directed, rightly int
	counts := map[string]*[3]int{"dependent": {}, "same": {}}
	var misses []string
	for _, row := range table(t, filepath.Join(shared, "gold", "syndication-visible.tsv"), '\t')[1:] {
		a, b, want, direction := row[1], row[2], row[3], row[4]
		l, ok := found[[2]string{a, b}]
		if !ok {
			l, ok = found[[2]string{b, a}]
		}
		got := string(news.Independent)
		if ok {
			got = string(l.Label)
		}
		total++
		if got == want {
			right++
		} else {
			misses = append(misses, fmt.Sprintf("  %s %s: %s, said %s", a, b, want, got))
		}
		count(counts["dependent"], want != "independent", got != "independent")
		count(counts["same"], want == "same", got == "same")
		if direction == "ab" || direction == "ba" {
			directed++
			if source := map[string]string{"ab": a, "ba": b}[direction]; ok && l.Directed && stem(l.To) == source {
				rightly++
			}
		}
	}
	fmt.Fprintf(out, "syndication: %d reports, %d dependent pairs, %d origins\n", len(reports), len(links), len(origins))
	fmt.Fprintf(out, "syndication: three classes %.3f of %d pairs, direction %d of %d\n", share(right, total), total, rightly, directed)
	floors := map[string]float64{"dependent": .90, "same": .94}
	for _, name := range []string{"dependent", "same"} {
		c := counts[name]
		p, r := share(c[0], c[1]), share(c[0], c[2])
		f := 2 * p * r / max(p+r, 1e-9)
		fmt.Fprintf(out, "syndication: %s precision %.3f recall %.3f F %.3f\n", name, p, r, f)
		if f < floors[name] {
			t.Errorf("%s: F %.3f under its floor %.2f", name, f, floors[name])
		}
	}
	if got := share(right, total); got < .85 {
		t.Errorf("three classes: %.3f under the floor .85", got)
	}
	out.WriteString(strings.Join(misses, "\n") + "\n")
}

// scoreWar counts pairs of war reports that were given one origin though they tell of different main events: none may be.
func scoreWar(t *testing.T, shared string, out *strings.Builder) {
	var gold struct {
		Groups []struct {
			ID     string
			Events [][]string
		}
	}
	readJSON(t, filepath.Join(shared, "gold", "war-visible.json"), &gold)
	texts := map[string]string{}
	for _, row := range table(t, filepath.Join(shared, "data", "fakes", "articles-visible.csv"), ',')[1:] {
		texts[row[0]+".txt"] = row[1] + "\n\n" + row[2] + "\n"
	}
	var apart, apartMerged, together, togetherMerged int
	for _, group := range gold.Groups {
		event := map[string]int{}
		var reports []*news.Report
		for i, e := range group.Events {
			for _, name := range e {
				event[name] = i
				reports = append(reports, read(t, name, []byte(texts[name]))...)
			}
		}
		_, origins := lineage.Compare(reports)
		merged := map[[2]string]bool{}
		for _, o := range origins {
			var names []string
			for _, r := range o.Reports {
				names = append(names, r.Input)
			}
			pairsOf(names, merged)
		}
		for i, a := range reports {
			for _, b := range reports[:i] {
				one := merged[[2]string{min(a.Input, b.Input), max(a.Input, b.Input)}]
				if event[a.Input] == event[b.Input] {
					together++
					togetherMerged += toInt(one)
					continue
				}
				apart++
				apartMerged += toInt(one)
				if one {
					t.Errorf("%s: %s and %s tell of different events and share an origin", group.ID, a.Input, b.Input)
				}
			}
		}
	}
	fmt.Fprintf(out, "war: %d of %d pairs of different events share an origin\n", apartMerged, apart)
	fmt.Fprintf(out, "war: %d of %d pairs of one event share an origin (no gold: copies of one dispatch are among them)\n", togetherMerged, together)
}

// read cleans a file as the program does and adds the layers that lineage cannot do without.
func read(t testing.TB, name string, data []byte) []*news.Report {
	t.Helper()
	reports, errs := clean.Reports(clean.Input{Name: name, Data: data}, clean.Options{})
	for _, err := range errs {
		t.Logf("%s is not read: %v", name, err)
	}
	for _, r := range reports {
		r.ID, r.Input = name, name
		sentence.Read(r.Doc)
		tag.Read(r.Doc)
	}
	return reports
}

func folder(t testing.TB, path string) []*news.Report {
	t.Helper()
	entries, err := os.ReadDir(path)
	if err != nil {
		t.Fatal(err)
	}
	var reports []*news.Report
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(path, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, read(t, e.Name(), data)...)
	}
	return reports
}

// repository is the folder of go.mod.
func repository(t testing.TB) string {
	t.Helper()
	dir, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the package")
		}
		dir = filepath.Dir(dir)
	}
}

func readJSON(t testing.TB, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

func table(t testing.TB, path string, comma rune) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func stem(r *news.Report) string { return strings.TrimSuffix(r.Input, ".txt") }

// pairsOf adds every two of the names, sorted, to a set.
func pairsOf(names []string, into map[[2]string]bool) {
	names = append([]string(nil), names...)
	sort.Strings(names)
	for i, a := range names {
		for _, b := range names[i+1:] {
			into[[2]string{a, b}] = true
		}
	}
}

func precisionRecall(want, got map[[2]string]bool) (float64, float64) {
	both := 0
	for p := range got {
		both += toInt(want[p])
	}
	precision, recall := 1.0, 1.0
	if len(got) > 0 {
		precision = share(both, len(got))
	}
	if len(want) > 0 {
		recall = share(both, len(want))
	}
	return precision, recall
}

// count adds a pair to true positives, said and gold.
func count(c *[3]int, gold, said bool) {
	c[0] += toInt(gold && said)
	c[1] += toInt(said)
	c[2] += toInt(gold)
}

func share(n, of int) float64 { return float64(n) / float64(max(of, 1)) }

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
