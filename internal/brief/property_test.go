// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/clean"
	"stemma/internal/news"
)

// A file is the bytes of a report, to be read as often as it takes: a brief owns the reports that it is made of.
type file struct {
	name string
	data string
}

// copied is the same report under another name.
func (f file) copied() file { return file{"copy of " + f.name, f.data} }

// told are the stories of this project by name: the examples, and those written without knowledge of the program.
func told(t *testing.T) map[string][]file {
	t.Helper()
	names, err := filepath.Glob("../../examples/*/*.*")
	if err != nil {
		t.Fatal(err)
	}
	unseen, err := filepath.Glob("../../eval/unseen/*/*.*")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]file{}
	for _, name := range append(names, unseen...) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		folder := filepath.Base(filepath.Dir(name))
		out[folder] = append(out[folder], file{filepath.Base(name), string(data)})
	}
	if len(out) < 5 {
		t.Fatalf("only %d stories", len(out))
	}
	return out
}

// one is the brief of some files as one story.
func one(t *testing.T, files ...file) *news.Story {
	t.Helper()
	return Assemble(cleaned(t, files), AssembleOptions{OneStory: true}).Stories[0]
}

func cleaned(t *testing.T, files []file) []*news.Report {
	t.Helper()
	var out []*news.Report
	for _, f := range files {
		reports, errs := clean.Reports(clean.Input{Name: f.name, Data: []byte(f.data)}, clean.Options{})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		out = append(out, reports...)
	}
	return out
}

// place names a statement by its report and where it stands there.
func place(s *news.Statement) string {
	return fmt.Sprintf("%s:%d-%d", s.Report.Input, s.Evidence.Start, s.Evidence.End)
}

// findings are the origins and facts of a story, without ids and in an order of their own.
func findings(s *news.Story) []string {
	var out []string
	for _, o := range s.Origins {
		out = append(out, "origin "+inputs(o.Reports))
	}
	for _, f := range s.Facts {
		out = append(out, finding(f))
	}
	slices.Sort(out)
	return out
}

func finding(f *news.Fact) string {
	var versions, relations []string
	for _, v := range f.Versions {
		var places []string
		for _, st := range v.Statements {
			places = append(places, place(st))
		}
		slices.Sort(places)
		versions = append(versions, fmt.Sprintf("\n  %q of %d: %s", v.Value, v.Origins, strings.Join(places, " ")))
	}
	for _, r := range f.Relations {
		pair := []string{versions[r.A], versions[r.B]}
		slices.Sort(pair)
		relations = append(relations, fmt.Sprintf("\n  %s:%s", r.Relation, strings.Join(pair, "")))
	}
	slices.Sort(versions)
	slices.Sort(relations)
	return fmt.Sprintf("%s %s %q%s%s", f.Status, f.Kind, f.Question, strings.Join(versions, ""), strings.Join(relations, ""))
}

// inputs names reports by their inputs, in order.
func inputs(reports []*news.Report) string {
	var out []string
	for _, r := range reports {
		out = append(out, r.Input)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// mixed is files in another order, a different one for each seed.
func mixed(files []file, seed uint64) []file {
	out := slices.Clone(files)
	rand.New(rand.NewPCG(seed, 1)).Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func TestOrderOfInputDoesNotChangeTheFindings(t *testing.T) {
	for name, files := range told(t) {
		t.Run(name, func(t *testing.T) {
			want := findings(one(t, files...))
			for seed := range uint64(4) {
				if diff := cmp.Diff(want, findings(one(t, mixed(files, seed)...))); diff != "" {
					t.Fatalf("seed %d (-in order +mixed):\n%s", seed, diff)
				}
			}
		})
	}
}

// Reports of all stories together: the same stories, each with the same findings.
func TestOrderOfInputDoesNotChangeTheStories(t *testing.T) {
	var all []file
	for _, files := range told(t) {
		all = append(all, files...)
	}
	slices.SortFunc(all, func(a, b file) int { return strings.Compare(a.name, b.name) })
	want := grouped(t, all)
	for seed := range uint64(2) {
		if diff := cmp.Diff(want, grouped(t, mixed(all, seed))); diff != "" {
			t.Fatalf("seed %d (-in order +mixed):\n%s", seed, diff)
		}
	}
}

// grouped is the stories that a brief makes of files, with their findings.
func grouped(t *testing.T, files []file) []string {
	t.Helper()
	var out []string
	for _, s := range Assemble(cleaned(t, files), AssembleOptions{}).Stories {
		out = append(out, inputs(s.Reports)+"\n"+strings.Join(findings(s), "\n"))
	}
	slices.Sort(out)
	return out
}

func TestACopyRaisesNoOrigins(t *testing.T) {
	for name, files := range told(t) {
		before := one(t, files...)
		most := origins(before)
		for _, f := range files {
			after := one(t, append(slices.Clone(files), f.copied())...)
			if len(after.Origins) != len(before.Origins) {
				t.Errorf("%s with %s twice: %d origins, had %d", name, f.name, len(after.Origins), len(before.Origins))
			}
			for key, n := range origins(after) {
				if had, known := most[key]; known && n > had {
					t.Errorf("%s with %s twice: %s rests on %d origins, had %d", name, f.name, key, n, had)
				}
			}
		}
	}
}

// origins is by kind and statement how many origins the best supported version has in which it stands.
func origins(s *news.Story) map[string]int {
	out := map[string]int{}
	for _, f := range s.Facts {
		for _, v := range f.Versions {
			for _, st := range v.Statements {
				key := f.Kind + " " + place(st)
				out[key] = max(out[key], v.Origins)
			}
		}
	}
	return out
}

// A dispute is two answers of one fact that do not stand together.
type dispute struct{ kind, a, b string }

// disputes are what is so related in a story, each once.
func disputes(s *news.Story, kinds ...news.RelationKind) map[dispute]bool {
	out := map[dispute]bool{}
	for _, f := range s.Facts {
		for _, r := range f.Relations {
			if slices.Contains(kinds, r.Relation) {
				out[disputed(f.Kind, f.Versions[r.A].Value, f.Versions[r.B].Value)] = true
			}
		}
	}
	return out
}

func disputed(kind, a, b string) dispute { return dispute{kind, min(a, b), max(a, b)} }

func TestAReportBesideItselfContradictsNoMoreThanAlone(t *testing.T) {
	for name, files := range told(t) {
		for _, f := range files {
			alone, twice := disputes(one(t, f), news.Contradict), disputes(one(t, f, f.copied()), news.Contradict)
			if diff := cmp.Diff(alone, twice, cmp.AllowUnexported(dispute{})); diff != "" {
				t.Errorf("%s/%s (-alone +beside itself):\n%s", name, f.name, diff)
			}
		}
	}
}

// Where a report gives another account of the figure too, the changed one is disputed by that as the old one was.
func TestAChangedFigureIsDisputedAndNothingElse(t *testing.T) {
	changed := 0
	for name, files := range told(t) {
		for _, f := range files {
			same := one(t, f, f.copied())
			had := disputes(same, news.Contradict, news.Update)
			for _, c := range changesOf(f, same) {
				changed++
				if got := c.disputes(had, disputes(one(t, f, c.copied(f)), news.Contradict, news.Update)); got != "" {
					t.Errorf("%s/%s with %s for %s: %s", name, f.name, c.now, c.was, got)
				}
			}
		}
	}
	if changed < 50 {
		t.Errorf("only %d figures were changed", changed)
	}
}

// A change puts one number in the place of another.
type change struct{ was, now string }

// changesOf are changes of the exact figures of a report that stand once in it, to numbers that do not. A rest ("the other
// 12") is left out, for it contradicts nothing.
func changesOf(f file, s *news.Story) []change {
	var out []change
	for _, st := range s.Statements {
		q := st.Quantity
		if st.Report != s.Reports[0] || st.Kind != news.Quantity || q.Approximate || q.Min == nil || q.Max == nil || *q.Min != *q.Max {
			continue
		}
		c := change{was: strconv.FormatFloat(*q.Min, 'f', -1, 64)}
		c.now = string('1'+(c.was[0]-'0')%9) + c.was[1:]
		words := st.Report.Doc.Exact(st.Evidence)
		rest := strings.HasSuffix(st.Report.Doc.Text[:st.Evidence.Start], "other ")
		if len(c.was) > 1 && !rest && strings.Contains(words, c.was) && strings.Count(f.data, c.was) == 1 && !strings.Contains(f.data, c.now) {
			out = append(out, c)
		}
	}
	return out
}

func (c change) copied(f file) file {
	out := f.copied()
	out.data = strings.Replace(f.data, c.was, c.now, 1)
	return out
}

// disputes says what is amiss with what a story disputes after the change, where it disputed something before; "" where
// the change is disputed once and all else follows from it.
func (c change) disputes(had, got map[dispute]bool) string {
	own := 0
	for d := range got {
		back := disputed(d.kind, strings.ReplaceAll(d.a, c.now, c.was), strings.ReplaceAll(d.b, c.now, c.was))
		switch {
		case back.a == back.b:
			own++
		case !had[back]:
			return fmt.Sprintf("%s %q and %q are disputed too", d.kind, d.a, d.b)
		}
	}
	if own != 1 {
		return fmt.Sprintf("disputed %d times", own)
	}
	return ""
}
