// SPDX-License-Identifier: Apache-2.0

package weigh_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

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
// 19".
func disputes(s *news.Story) []string {
	var out []string
	for _, f := range s.Facts {
		for _, r := range f.Relations {
			pair := []string{f.Versions[r.A].Value, f.Versions[r.B].Value}
			slices.Sort(pair)
			out = append(out, fmt.Sprintf("%s: %s %s %s", f.Kind, pair[0], r.Relation, pair[1]))
		}
	}
	slices.Sort(out)
	return out
}

func TestTheOrderOfReportsDoesNotChangeWhatIsDisputed(t *testing.T) {
	for _, folder := range examples(t) {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			want := disputes(assemble(t, load(t, folder)))
			for turn := range 3 {
				reports := load(t, folder)
				switch turn {
				case 0:
					slices.Reverse(reports)
				default:
					reports = append(reports[turn:], reports[:turn]...)
				}
				if diff := cmp.Diff(want, disputes(assemble(t, reports))); diff != "" {
					t.Errorf("-as listed +turn %d:\n%s", turn, diff)
				}
			}
		})
	}
}
