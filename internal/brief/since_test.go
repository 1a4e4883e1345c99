// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/clean"
	"stemma/internal/news"
)

// pages are the reports of an example, cleaned anew: a brief owns what it is made of.
func pages(t *testing.T, example string) []*news.Report {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("../../examples", example, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no reports: %v", err)
	}
	var out []*news.Report
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		reports, errs := clean.Reports(clean.Input{Name: file, Data: data}, clean.Options{})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		out = append(out, reports...)
	}
	return out
}

// assembled is a brief of an example as of a moment, with what is new since another; either may be "".
func assembled(t *testing.T, example, asOf, since string) *Brief {
	t.Helper()
	opts := AssembleOptions{}
	reports := pages(t, example)
	if asOf != "" {
		reports, _ = By(reports, moment(t, asOf))
	}
	if since != "" {
		opts.Since = moment(t, since)
	}
	return Assemble(reports, opts)
}

// examples are stories told over several days, with a day in their midst.
var examples = map[string]string{"ferry-accident": "2024-10-12", "harbour-talks": "2024-03-15", "dock-strike": "2024-05-14"}

func TestSinceBeforeAllReportsEverythingIsNew(t *testing.T) {
	for example := range examples {
		t.Run(example, func(t *testing.T) {
			b := assembled(t, example, "", "1990-01-01")
			for i, s := range b.Stories {
				c := b.Changes.Stories[i]
				var facts []*news.Fact
				for _, change := range c.Facts {
					if !change.New() {
						t.Errorf("%s is of old: %s", change.Fact.ID, change.Fact.Question)
					}
					facts = append(facts, change.Fact)
				}
				if len(c.Reports) != len(s.Reports) || len(facts) != len(s.Facts) || len(facts) == 0 {
					t.Errorf("%d of %d reports are new, %d of %d facts", len(c.Reports), len(s.Reports), len(facts), len(s.Facts))
				}
			}
		})
	}
}

func TestSinceAfterAllReportsNothingIsNew(t *testing.T) {
	for example := range examples {
		t.Run(example, func(t *testing.T) {
			for _, c := range assembled(t, example, "", "2090-01-01").Changes.Stories {
				for _, change := range c.Facts {
					t.Errorf("%s has changed: %s, was %q, %v new", change.Fact.ID, change.Fact.Question, change.Before, change.Versions)
				}
				if len(c.Reports) > 0 {
					t.Errorf("%d reports are new", len(c.Reports))
				}
			}
		})
	}
}

func TestAsOfAfterAllReportsIsThePlainBrief(t *testing.T) {
	for example := range examples {
		for _, f := range Formats() {
			plain := render(t, assembled(t, example, "", ""), f, RenderOptions{})
			if diff := cmp.Diff(plain, render(t, assembled(t, example, "2090-01-01", ""), f, RenderOptions{})); diff != "" {
				t.Errorf("%s as %s differs:\n%s", example, f, diff)
			}
		}
	}
}

// What is new must not depend on how the brief before was made.
func TestChangesAreThoseBetweenTwoBriefs(t *testing.T) {
	for example, day := range examples {
		t.Run(example, func(t *testing.T) {
			b := assembled(t, example, "", day)
			plain := assembled(t, example, "", "")
			whole := *b
			whole.Changes = nil
			if diff := cmp.Diff(render(t, plain, JSON, RenderOptions{}), render(t, &whole, JSON, RenderOptions{})); diff != "" {
				t.Errorf("the brief differs from the plain one:\n%s", diff)
			}
			earlier := assembled(t, example, day, "")
			reports, facts := 0, 0
			for i, s := range b.Stories {
				reports += len(s.Reports) - len(b.Changes.Stories[i].Reports)
				facts += len(b.Changes.Stories[i].Facts)
			}
			was := 0
			for _, s := range earlier.Stories {
				was += len(s.Reports)
			}
			if reports != was || facts == 0 {
				t.Errorf("%d reports are of old, want %d; %d facts have changed", reports, was, facts)
			}
		})
	}
}
