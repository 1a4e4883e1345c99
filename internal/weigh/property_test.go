// SPDX-License-Identifier: Apache-2.0

package weigh_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stemma/internal/clean"
	"stemma/internal/news"
)

// examples are the folders of ../../examples.
func examples(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../examples/*/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var folders []string
	for _, file := range files {
		folders = append(folders, filepath.Dir(file))
	}
	folders = slices.Compact(folders)
	if len(folders) < 2 {
		t.Fatalf("only %d folders of examples", len(folders))
	}
	return folders
}

// load reads the reports of a folder anew: weighing writes into them.
func load(t testing.TB, folder string) []*news.Report {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	var out []*news.Report
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		reports, errs := clean.Reports(clean.Input{Name: filepath.Base(file), Data: data}, clean.Options{})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		out = append(out, reports...)
	}
	if len(out) < 4 {
		t.Fatalf("%d reports in %s", len(out), folder)
	}
	return out
}

// disputes is what of a story's facts is set against each other, without ids, in an order of its own: "count: 9 contradict
// 19". Relations of other kinds than those named are left out.
func disputes(s *news.Story, kinds ...news.RelationKind) []string {
	var out []string
	for _, f := range s.Facts {
		for _, r := range f.Relations {
			if !slices.Contains(kinds, r.Relation) {
				continue
			}
			pair := []string{f.Versions[r.A].Value, f.Versions[r.B].Value}
			slices.Sort(pair)
			out = append(out, fmt.Sprintf("%s: %s %s %s", f.Kind, pair[0], r.Relation, pair[1]))
		}
	}
	slices.Sort(out)
	return out
}

// again is a report read anew under another name.
func again(t testing.TB, folder string, i int) *news.Report {
	t.Helper()
	r := load(t, folder)[i]
	r.Input = "copy of " + r.Input
	return r
}

func TestACopyAddsNoOrigin(t *testing.T) {
	for _, folder := range examples(t) {
		before := assemble(t, load(t, folder))
		most := map[string]int{} // by statement: the origins of the version it stands in
		for _, f := range before.Facts {
			for _, v := range f.Versions {
				for _, st := range v.Statements {
					key := f.Kind + words(st)
					most[key] = max(most[key], v.Origins)
				}
			}
		}
		for i := range before.Reports {
			after := assemble(t, append(load(t, folder), again(t, folder, i)))
			name := fmt.Sprintf("%s with report %d twice", filepath.Base(folder), i+1)
			if len(after.Origins) != len(before.Origins) {
				t.Errorf("%s: %d origins, not %d", name, len(after.Origins), len(before.Origins))
			}
			for _, f := range after.Facts {
				for _, v := range f.Versions {
					if v.Origins > len(before.Origins) || v.Origins > v.Reports {
						t.Errorf("%s: %q has %d origins of %d reports", name, v.Value, v.Origins, v.Reports)
					}
					known := highest(most, f.Kind, v)
					if typed := f.Kind != "saying" && f.Kind != "happening"; typed && known > 0 && v.Origins > known {
						t.Errorf("%s: %s %q had %d origins and has %d", name, f.Kind, v.Value, known, v.Origins)
					}
				}
			}
		}
	}
}

// highest is the most origins that a version of any of these statements had.
func highest(most map[string]int, kind string, v news.Version) int {
	out := 0
	for _, st := range v.Statements {
		out = max(out, most[kind+words(st)])
	}
	return out
}

// words names a statement by its report and place.
func words(st *news.Statement) string {
	return fmt.Sprintf(" %s:%d %q", st.Report.Input, st.Evidence.Start, st.Text)
}

// accounts are whole reports without a dispute inside, each with its figures, which stand in it once.
var accounts = []struct {
	page    string
	figures []string
}{
	{
		"A road bridge collapsed in Lorne on Monday, killing 12 people and injuring 31, the interior ministry said. " +
			"Rescuers pulled 47 people from the river. Anna Berg, the transport minister, arrived in Lorne on Tuesday.",
		[]string{"12", "31"},
	},
	{
		"The strike in the port of Lorne began on May 2. The union demands a raise of 9 percent. About 3,200 dockers are on strike. " +
			"Norway opposes the strike. The company declined to comment.",
		[]string{"3,200", "9"},
	},
	{
		"The Reef Front will release 33 hostages in the first phase. The government will free 450 prisoners. " +
			"Paul Stone, the engineer, is alive. The truce began on May 3.",
		[]string{"33", "450"},
	},
}

func TestWeighingLeavesStatementsAsTheyAre(t *testing.T) {
	s := story(t, "The government denied that it bombed the market. Nobody claimed the attack.", "The army bombed the market in Lorne, rebels said.")
	negated := 0
	for _, st := range s.Statements {
		if st.Attribution != nil && st.Negated && st.Kind == news.OtherKind {
			negated++
		}
	}
	if negated != 2 {
		t.Errorf("%d sayings are negated, want the denial and what nobody claimed", negated)
	}
}

func TestAReportAloneOrBesideItselfDisputesNothing(t *testing.T) {
	for _, c := range accounts {
		for _, pages := range [][]string{{c.page}, {c.page, c.page}, {c.page, c.page + " The mayor left."}} {
			if got := disputes(story(t, pages...), news.Contradict, news.Update); got != nil {
				t.Errorf("%d times %.40q…: %q", len(pages), c.page, got)
			}
		}
	}
}

func TestTwoVoicesInOneReportAreDisputed(t *testing.T) {
	s := story(t, "The operator said the ferry had been inspected in April. The union disputed that.")
	if got := disputes(s, news.Contradict); len(got) != 1 || len(s.Facts) == 0 || s.Facts[0].Status != news.Contested {
		t.Errorf("%q", got)
	}
	s = story(t, "The company said 2,000 dockers were on strike. The union said 9,000 dockers were on strike.")
	if got := disputes(s, news.Contradict); !slices.Equal(got, []string{"count: 2,000 contradict 9,000"}) {
		t.Errorf("%q", got)
	}
}

func TestAChangedFigureIsDisputedAndNothingElse(t *testing.T) {
	for _, c := range accounts {
		for _, figure := range c.figures {
			other := "7" + figure[1:]
			changed := strings.Replace(c.page, figure, other, 1)
			got := disputes(story(t, c.page, changed), news.Contradict, news.Update)
			if len(got) != 1 || !strings.Contains(got[0], figure) || !strings.Contains(got[0], other) {
				t.Errorf("%s made %s: %q", figure, other, got)
			}
		}
	}
}

func TestStatusIsByIndependentOrigins(t *testing.T) {
	const wire = "A road bridge over the river collapsed in Lorne on Monday, killing 12 people, the interior ministry said in a statement. " +
		"Rescuers searched the water all night with dogs and lamps, and the mayor asked people to stay away from the banks."
	const own = "Twelve people were killed when a bridge in Lorne collapsed on Monday, doctors at the hospital told our reporter."
	const other = "The fall of a bridge on Monday killed 14 people in Lorne."
	for _, c := range []struct {
		name  string
		pages []string
		want  news.FactStatus
	}{
		{"one report", []string{wire}, news.SingleOrigin},
		{"a report and its copy", []string{wire, wire}, news.SingleOrigin},
		{"two reports of their own", []string{wire, own}, news.Corroborated},
		{"a copy and one of its own", []string{wire, wire, own}, news.Corroborated},
		{"two against a third", []string{wire, own, other}, news.Contested},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, f := range story(t, c.pages...).Facts {
				if f.Kind != "count" {
					continue
				}
				if f.Status != c.want {
					t.Errorf("%q is %s, want %s", f.Question, f.Status, c.want)
				}
				return
			}
			t.Error("no figure")
		})
	}
}
