// SPDX-License-Identifier: Apache-2.0

package talks_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma/internal/brief"
	"stemma/internal/clean"
	"stemma/internal/news"
)

// story reads testdata/NAME.txt, reports one below the other under "-- file --" lines, through the whole pipeline.
func story(t testing.TB, name string) *news.Story {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return assemble(t, string(data))
}

func assemble(t testing.TB, reports string) *news.Story {
	t.Helper()
	var all []*news.Report
	for _, part := range strings.Split("\n"+reports, "\n-- ")[1:] {
		file, body, ok := strings.Cut(part, " --\n")
		if !ok {
			t.Fatalf("no report in %q", part)
		}
		rs, errs := clean.Reports(clean.Input{Name: file, Data: []byte(body)}, clean.Options{})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		all = append(all, rs...)
	}
	b := brief.Assemble(all, brief.AssembleOptions{OneStory: true})
	if len(b.Stories) != 1 {
		t.Fatalf("%d stories", len(b.Stories))
	}
	return b.Stories[0]
}
