// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/score"
)

// A warGroup is one of the gold file's: reports of one event, and what they say.
type warGroup struct {
	ID           string
	Pairs        []pairOfSnippets
	Quantities   []countedSnippet
	Attributions []sourcedSnippet
}

type sourcedSnippet struct {
	snippet
	Anonymous bool
}

// war scores pairs, quantities and attributions over all groups.
func (m measurer) war(shared string) string {
	m.Helper()
	gold := filepath.Join(shared, "gold", "war-visible.json")
	articles := filepath.Join(shared, "data", "fakes", "articles-visible.csv")
	var groups struct{ Groups []warGroup }
	decodeFile(m.T, gold, &groups)
	page := m.run(m.python, filepath.Join(m.score, "war.py"), m.stemma, gold, articles, "--misses")
	misses := newWarMisses()
	var figures strings.Builder
	for line := range strings.Lines(page) {
		g := slices.IndexFunc(groups.Groups, func(g warGroup) bool { return strings.HasPrefix(line, g.ID+" ") })
		if g < 0 {
			figures.WriteString(line)
			continue
		}
		group := groups.Groups[g]
		kind, what, _ := strings.Cut(strings.TrimPrefix(line, group.ID+" "), ": ")
		if !misses.add(group, kind, strings.TrimSpace(what)) {
			m.Errorf("no row of the gold file is this miss: %s", line)
		}
	}
	return "FA-KES war reports, visible groups\n" + figures.String() + misses.String()
}

// warMisses sorts what score.py prints of misses. Words of the reports, which are their publishers', stay out: a row is
// named by its group, its number there and its reports.
type warMisses struct {
	pairs, quantities, attributions, groups score.Counts
	contradictions, invented                []string
}

func newWarMisses() *warMisses {
	return &warMisses{pairs: score.Counts{}, quantities: score.Counts{}, attributions: score.Counts{}, groups: score.Counts{}}
}

// add takes a miss of one kind; false where no gold row is meant. Origins have no gold here.
func (w *warMisses) add(g warGroup, kind, what string) bool {
	relation, isPair := strings.CutPrefix(kind, "pair ")
	known := true
	switch {
	case isPair:
		known = w.addPair(g, relation, what)
	case kind == "quantity":
		known = w.addQuantity(g, what)
	case kind == "attribution":
		known = w.addAttribution(g, what)
	case kind == "false contradiction":
		w.invented = append(w.invented, g.ID+": "+reportsIn(what))
	default:
		return true
	}
	w.groups[g.ID]++
	return known
}

var (
	reportName = regexp.MustCompile(`'(\d+)\.txt'`)
	given      = regexp.MustCompile(`\[([a-z', ]*)\]\)$`)
)

// reportsIn is the numbers of the reports in a miss.
func reportsIn(what string) string {
	var out []string
	for _, m := range reportName.FindAllStringSubmatch(what, -1) {
		out = append(out, m[1])
	}
	return strings.Join(out, " ")
}

// addPair takes a pair that the brief sets in another relation, or does not set side by side.
func (w *warMisses) addPair(g warGroup, relation, what string) bool {
	row := slices.IndexFunc(g.Pairs, func(p pairOfSnippets) bool { return p.Relation == relation && tellsOf(what, p.A, p.B) })
	as := "apart"
	if m := given.FindStringSubmatch(what); m != nil && m[1] != "" {
		as = strings.ReplaceAll(m[1], "'", "")
	}
	fault := relation + " as " + as
	w.pairs[fault]++
	if relation == "contradict" || relation == "update" {
		w.contradictions = append(w.contradictions, fmt.Sprintf("%s, pair %d: %s %s", g.ID, row, reportsIn(what), fault))
	}
	return row >= 0
}

// addQuantity takes an amount that is not read, or with other bounds.
func (w *warMisses) addQuantity(g warGroup, what string) bool {
	row := slices.IndexFunc(g.Quantities, func(q countedSnippet) bool { return tellsOf(what, q.snippet) })
	if row < 0 {
		return false
	}
	fault := "with other bounds"
	switch q := g.Quantities[row]; {
	case strings.HasSuffix(what, "[])"):
		fault = "not read"
	case q.Min != nil && q.Max == nil && strings.Contains(what, fmt.Sprintf("'min': %g, 'max': None", *q.Min-1)):
		fault = `"more than" read as "or more"`
	}
	w.quantities[fault]++
	return true
}

// addAttribution takes a statement with no source or another one.
func (w *warMisses) addAttribution(g warGroup, what string) bool {
	for _, a := range g.Attributions {
		if !tellsOf(what, a.snippet) {
			continue
		}
		source, fault := "named", "with another source"
		if a.Anonymous {
			source = "anonymous"
		}
		if strings.HasSuffix(what, "[])") {
			fault = "not found"
		}
		w.attributions[source+" "+fault]++
		return true
	}
	return false
}

// tellsOf reports whether a miss names snippets: it holds the first 60 characters of each.
func tellsOf(what string, snippets ...snippet) bool {
	what = strings.ReplaceAll(what, `\`, "")
	return !slices.ContainsFunc(snippets, func(s snippet) bool {
		text := []rune(s.Text)
		return !strings.Contains(what, s.Report) || !strings.Contains(what, string(text[:min(60, len(text))]))
	})
}

func (w *warMisses) String() string {
	return w.pairs.Row("pairs missed", 12) +
		w.quantities.Row("quantities missed", 9) +
		w.attributions.Row("attributions missed", 9) +
		w.groups.List("groups with most misses", 10) +
		score.First("contradictions and updates missed", w.contradictions, 20) +
		score.First("contradictions invented", w.invented, 20)
}

func TestMissesOfWarReportsAreSorted(t *testing.T) {
	two, three := 2., 3.
	a, b := snippet{"1.txt", "Two died"}, snippet{"2.txt", `three "died" at Lund's`}
	g := warGroup{
		ID:           "1/1/2016|lund",
		Pairs:        []pairOfSnippets{{A: a, B: b, Relation: "agree"}, {A: a, B: b, Relation: "contradict"}},
		Quantities:   []countedSnippet{{a, &two, &two}, {b, &three, nil}},
		Attributions: []sourcedSnippet{{a, true}},
	}
	w := newWarMisses()
	for _, miss := range [][2]string{
		{"pair contradict", `('1.txt', 'Two died', '2.txt', 'three "died" at Lund\'s', ['none'])`},
		{"quantity", `('1.txt', 'Two died', 2, 2, [])`},
		{"quantity", `('2.txt', 'three "died" at Lund\'s', 3, None, [{'min': 2, 'max': None, 'approximate': False}])`},
		{"attribution", `('1.txt', 'Two died', 'somebody', ['Ann'])`},
		{"false contradiction", `('1.txt', 'Two died', '2.txt', 'three')`},
		{"origin wrongly joined", `('1.txt', '2.txt')`},
	} {
		if !w.add(g, miss[0], miss[1]) {
			t.Errorf("no row for %s", miss)
		}
	}
	if w.add(g, "quantity", `('1.txt', 'Nobody died', 0, 0, [])`) {
		t.Error("a row was found for what no row says")
	}
	want := &warMisses{
		pairs:          score.Counts{"contradict as none": 1},
		quantities:     score.Counts{"not read": 1, `"more than" read as "or more"`: 1},
		attributions:   score.Counts{"anonymous with another source": 1},
		groups:         score.Counts{g.ID: 6},
		contradictions: []string{"1/1/2016|lund, pair 1: 1 2 contradict as none"},
		invented:       []string{"1/1/2016|lund: 1 2"},
	}
	if diff := cmp.Diff(want, w, cmp.AllowUnexported(warMisses{})); diff != "" {
		t.Error(diff)
	}
}
