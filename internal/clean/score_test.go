// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma/internal/news"
)

// A goldReport is what must be true of a cleaned report.
type goldReport struct {
	Report    string
	Title     *string
	Published *string
	Keep      []string
	Drop      []string
	Outlet    string
	Credits   []struct{ Kind, Name string }
	Cites     []struct{ Name, Text string }
}

// tally counts what holds of what must.
type tally struct{ keep, keeps, drop, drops, meta, metas, credit, credits int }

// repoRoot walks up to the folder that holds go.mod.
func repoRoot(t *testing.T) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
	}
}

func TestSeedsKeepTheArticleAndDropTheFurniture(t *testing.T) {
	shared := filepath.Join(repoRoot(t), "..", "shared")
	path := filepath.Join(shared, "gold", "seeds.json")
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("shared data is needed in CI: %v", err)
		}
		t.Skip("no shared data beside the repository")
	}
	got := scoreGold(t, path, filepath.Join(shared, "seeds"))
	checkTally(t, got)
}

func TestExamplesKeepTheArticleAndDropTheFurniture(t *testing.T) {
	root := repoRoot(t)
	stories, err := filepath.Glob(filepath.Join(root, "examples", "*"))
	if err != nil || len(stories) == 0 {
		t.Fatal("no examples in the repository")
	}
	for _, dir := range stories {
		path := filepath.Join(root, "eval", "gold", filepath.Base(dir)+".json")
		if _, err := os.Stat(path); err != nil {
			continue
		}
		t.Run(filepath.Base(dir), func(t *testing.T) { checkTally(t, scoreGold(t, path, dir)) })
	}
}

func checkTally(t *testing.T, got tally) {
	t.Helper()
	t.Logf("keep %d/%d drop %d/%d meta %d/%d credits %d/%d", got.keep, got.keeps, got.drop, got.drops, got.meta, got.metas, got.credit, got.credits)
	if got.keep < got.keeps || got.drop < got.drops {
		t.Errorf("keep %d of %d, drop %d of %d; want all", got.keep, got.keeps, got.drop, got.drops)
	}
	if got.meta*10 < got.metas*9 || got.credit*10 < got.credits*9 {
		t.Errorf("meta %d of %d, credits %d of %d; want nine tenths", got.meta, got.metas, got.credit, got.credits)
	}
}

func scoreGold(t *testing.T, gold, dir string) tally {
	t.Helper()
	data, err := os.ReadFile(gold)
	if err != nil {
		t.Fatal(err)
	}
	var all struct{ Reports []goldReport }
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	var sum tally
	for _, want := range all.Reports {
		data, err := os.ReadFile(filepath.Join(dir, want.Report))
		if err != nil {
			t.Fatal(err)
		}
		reports, errs := Reports(Input{Name: want.Report, Data: data}, Options{})
		if len(reports) != 1 {
			t.Errorf("%s: %v", want.Report, errs)
			continue
		}
		sum.add(t, want, reports[0])
	}
	return sum
}

func (sum *tally) add(t *testing.T, want goldReport, r *news.Report) {
	count := func(ok bool, right, total *int, what, detail string) {
		*total++
		if ok {
			*right++
			return
		}
		t.Logf("%s: %s: %s", want.Report, what, detail)
	}
	for _, s := range want.Keep {
		count(strings.Contains(flat(r.Doc.Text), flat(s)), &sum.keep, &sum.keeps, "lost", s)
	}
	for _, s := range want.Drop {
		count(!strings.Contains(flat(r.Doc.Text), flat(s)), &sum.drop, &sum.drops, "not dropped", s)
	}
	if want.Title != nil {
		count(strings.EqualFold(flat(r.Title), flat(*want.Title)), &sum.meta, &sum.metas, "title", r.Title)
	} else {
		count(r.Title == "", &sum.meta, &sum.metas, "title", r.Title)
	}
	published := ""
	if want.Published != nil {
		published = *want.Published
	}
	count(r.Published[:min(10, len(r.Published))] == published, &sum.meta, &sum.metas, "published", r.Published)
	if want.Outlet != "" {
		count(r.Outlet == want.Outlet, &sum.meta, &sum.metas, "outlet", r.Outlet)
	}
	for _, c := range want.Credits {
		count(hasCredit(r, news.CreditKind(c.Kind), c.Name), &sum.credit, &sum.credits, "credit "+c.Kind, c.Name)
	}
	for _, c := range want.Cites {
		count(hasCredit(r, news.Cites, c.Name), &sum.credit, &sum.credits, "cites", c.Name)
	}
}

func flat(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`).Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

func hasCredit(r *news.Report, kind news.CreditKind, name string) bool {
	for _, c := range r.Credits {
		if c.Kind == kind && c.Name == name {
			return true
		}
	}
	return false
}
