// SPDX-License-Identifier: Apache-2.0

// Package eval_test measures briefs against gold readings. The figures are golden files beside this one, so that a
// change of the program shows in its commit what it gained and what it cost.
package eval_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/score"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// floors are the values that no figure may fall below, golden file or not. A measure that a gold reading says nothing
// of is not printed, and so has no floor there.
var floors = map[string]float64{
	"clean.keep": 1, "clean.drop": 1, "meta": .9,
	"origins.recall": 1, "origins.precision": 1,
	"quotes.found": .9, "quotes.speaker": .9, "quotes.precision": .9,
	"attributions.source": .6, "quantities": .8, "dates": .9, "roles": .7,
	"pairs.agree": .5, "pairs.contradict": .5, "contradict.precision": .5,
	"talks.parties.recall": 1, "talks.mediators.recall": 1, "talks.venues.recall": 1, "talks.negotiators.recall": 1,
	"talks.parties.precision": .6, "talks.mediators.precision": .6, "talks.venues.precision": .6, "talks.negotiators.precision": .6,
	"claims.right": .6, "claims.not-falsely-corroborated": 1,
}

// A story to measure: its reports, and gold readings of them. Claims may be missing.
type story struct {
	name, inputs, gold, claims string
	shown                      bool // the texts may stand in the golden file: misses are listed
	floorless                  bool // written without knowledge of the program: measured, the floors not yet met
}

func TestScore(t *testing.T) {
	shared := sharedFolder(t)
	python, err := exec.LookPath("python3")
	if err != nil {
		skip(t, "python3 is not installed, and the scoring programs are written in it")
	}
	stemma := build(t)
	for _, st := range stories(t, shared) {
		t.Run(st.name, func(t *testing.T) {
			m := measurer{t, python, filepath.Join(shared, "score"), stemma}
			figures, misses := m.brief(st)
			if st.claims != "" {
				more, wrong := m.claims(st)
				figures, misses = append(figures, more...), append(misses, wrong...)
			}
			for _, f := range figures {
				if floor, ok := floors[f.name]; ok && !st.floorless && f.total > 0 && f.value() < floor {
					t.Errorf("%s is %.3f, below its floor %.2f", f.name, f.value(), floor)
				}
			}
			compare(t, st.name+".txt", report(st, figures, misses))
		})
	}
}

// A figure is one measure: how many of how many.
type figure struct {
	name         string
	right, total int
}

func (f figure) value() float64 { return float64(f.right) / float64(f.total) }

func TestFiguresAreParsed(t *testing.T) {
	got, misses := parseScore("clean.keep                     10/10   1.000\nquotes.precision              0/0    -\n\nquote: ('a', 'b')\n")
	want := []figure{{"clean.keep", 10, 10}, {"quotes.precision", 0, 0}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(figure{})); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"quote: ('a', 'b')"}, misses); diff != "" {
		t.Error(diff)
	}
	got, wrong := parseClaims("  want corroborated, got contested: One thing.\nclaims 20\nright 0.750\nfalsely corroborated 2\n  want corroborated, got contested: 1\n")
	want = []figure{{"claims.right", 15, 20}, {"claims.not-falsely-corroborated", 18, 20}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(figure{})); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"claim: want corroborated, got contested: One thing."}, wrong); diff != "" {
		t.Error(diff)
	}
}

// A measurer runs the scoring programs.
type measurer struct {
	*testing.T
	python, score, stemma string
}

// brief scores the brief of a story.
func (m measurer) brief(st story) ([]figure, []string) {
	m.Helper()
	file := filepath.Join(m.TempDir(), "brief.json")
	m.run(m.stemma, "brief", "--format", "json", "--one-story", "-o", file, st.inputs)
	return parseScore(m.run(m.python, filepath.Join(m.score, "score.py"), st.gold, file, "--misses"))
}

// claims scores the verdicts on claims.
func (m measurer) claims(st story) ([]figure, []string) {
	m.Helper()
	return parseClaims(m.run(m.python, filepath.Join(m.score, "claims.py"), m.stemma, st.claims, st.inputs))
}

func (m measurer) run(name string, args ...string) string {
	m.Helper()
	var out, errs bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		m.Fatalf("%s %s: %v\n%s", filepath.Base(name), strings.Join(args, " "), err, errs.String())
	}
	return out.String()
}

// parseScore reads what score.py prints: "NAME RIGHT/TOTAL VALUE" lines, a blank line, misses.
func parseScore(out string) (figures []figure, misses []string) {
	head, tail, _ := strings.Cut(out, "\n\n")
	for line := range strings.Lines(head) {
		var f figure
		if _, err := fmt.Sscanf(line, "%s %d/%d", &f.name, &f.right, &f.total); err == nil {
			figures = append(figures, f)
		}
	}
	for line := range strings.Lines(tail) {
		misses = append(misses, strings.TrimSpace(line))
	}
	return figures, misses
}

// parseClaims reads what claims.py prints: wrong verdicts, then the figures, then a table.
func parseClaims(out string) (figures []figure, wrong []string) {
	var total, bad int
	var share float64
	for line := range strings.Lines(out) {
		line = strings.TrimSpace(line)
		switch key, value, _ := cutLast(line); key {
		case "claims":
			total, _ = strconv.Atoi(value)
		case "right":
			share, _ = strconv.ParseFloat(value, 64)
		case "falsely corroborated":
			bad, _ = strconv.Atoi(value)
		default:
			if total == 0 {
				wrong = append(wrong, "claim: "+line)
			}
		}
	}
	return []figure{
		{"claims.right", int(share*float64(total) + .5), total},
		{"claims.not-falsely-corroborated", total - bad, total},
	}, wrong
}

// cutLast cuts a line before its last word.
func cutLast(line string) (before, last string, found bool) {
	i := strings.LastIndexByte(line, ' ')
	if i < 0 {
		return line, "", false
	}
	return line[:i], line[i+1:], true
}

// report is the text of a golden file. Where the texts may not stand in it, misses are counted.
func report(st story, figures []figure, misses []string) string {
	var b strings.Builder
	for _, f := range figures {
		value := "-"
		if f.total > 0 {
			value = fmt.Sprintf("%.3f", f.value())
		}
		fmt.Fprintf(&b, "%-32s %4d/%-4d %s\n", f.name, f.right, f.total, value)
	}
	switch {
	case len(misses) == 0:
	case st.shown:
		b.WriteString("\n" + strings.Join(misses, "\n") + "\n")
	default:
		b.WriteString("\n" + kinds(misses).List("misses by kind", 20))
	}
	return b.String()
}

// kinds counts misses by what stands before their words: "pair agree", "claim: want contested, got not-found".
func kinds(misses []string) score.Counts {
	out := score.Counts{}
	for _, miss := range misses {
		kind, rest, _ := strings.Cut(miss, ": ")
		if kind == "claim" {
			verdicts, _, _ := strings.Cut(rest, ": ")
			kind += ": " + verdicts
		}
		out[kind]++
	}
	return out
}

// compare holds got against a golden file; with -update it writes it.
func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run make score", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the figures are not those of eval/%s; run make score and read the change (-was +is):\n%s", file, diff)
	}
}

// stories are the seed reports, and every example that has a gold reading.
func stories(t *testing.T, shared string) []story {
	t.Helper()
	out := []story{{
		name: "seeds", inputs: filepath.Join(shared, "seeds"),
		gold: filepath.Join(shared, "gold", "seeds.json"), claims: filepath.Join(shared, "gold", "seeds-claims.json"),
	}}
	examples, err := filepath.Glob("../examples/*")
	if err != nil {
		t.Fatal(err)
	}
	unseen, err := filepath.Glob("unseen/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range append(examples, unseen...) {
		st := story{name: filepath.Base(dir), inputs: dir, gold: filepath.Join("gold", filepath.Base(dir)+".json"), shown: true}
		st.floorless = filepath.Dir(dir) == "unseen"
		if !exists(st.gold) {
			continue
		}
		if claims := filepath.Join("gold", st.name+"-claims.json"); exists(claims) {
			st.claims = claims
		}
		out = append(out, st)
	}
	return out
}

// sharedFolder is the folder beside the repository that holds the scoring programs and the seed reports.
func sharedFolder(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	shared := filepath.Join(filepath.Dir(dir), "shared")
	if !exists(filepath.Join(shared, "score", "score.py")) {
		skip(t, "no folder shared beside the repository: the scoring programs and the seed reports are there")
	}
	return shared
}

// skip skips a test for what the machine lacks; continuous integration must not lack it.
func skip(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(why)
	}
	t.Skip(why)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// build makes the program that is measured.
func build(t *testing.T) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "stemma")
	if out, err := exec.Command("go", "build", "-o", bin, "../cmd/stemma").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return bin
}
