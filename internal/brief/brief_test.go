// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/fault"
	"stemma/internal/news"
)

var update = flag.Bool("update", false, "write the golden files anew")

func render(t *testing.T, b *Brief, f Format, opts RenderOptions) string {
	t.Helper()
	var out bytes.Buffer
	if err := Render(&out, b, f, opts); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func fixture(t *testing.T) *Brief {
	return &Brief{Stories: []*news.Story{makeStory(t)}, Version: "test"}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got; go test -update writes it anew):\n%s", name, diff)
	}
}

func TestBriefIsWrittenInEveryForm(t *testing.T) {
	for _, f := range Formats() {
		t.Run("as "+string(f), func(t *testing.T) {
			golden(t, "brief."+string(f), render(t, fixture(t), f, RenderOptions{}))
		})
	}
	t.Run("as coloured text of another width", func(t *testing.T) {
		golden(t, "brief-colour.text", render(t, fixture(t), Text, RenderOptions{Width: 110, Color: true}))
	})
}

func TestLineageAndReads(t *testing.T) {
	s := makeStory(t)
	for _, f := range []Format{Text, JSON} {
		var out bytes.Buffer
		if err := WriteLineage(&out, Lineage{s.Reports, s.Links, s.Origins}, f, RenderOptions{}); err != nil {
			t.Fatal(err)
		}
		golden(t, "lineage."+string(f), out.String())
	}
	var out bytes.Buffer
	if err := WriteReads(&out, []Reading{{s.Reports[1], s.Statements[4:6], s.Entities[:1]}, {Report: s.Reports[2]}}); err != nil {
		t.Fatal(err)
	}
	golden(t, "reads.jsonl", out.String())
}

func TestTheSameStoriesGiveTheSameBytes(t *testing.T) {
	for _, f := range Formats() {
		if a, b := render(t, fixture(t), f, RenderOptions{}), render(t, fixture(t), f, RenderOptions{}); a != b {
			t.Errorf("%s differs between two runs", f)
		}
	}
}

func TestBareStoriesAreWritten(t *testing.T) {
	bare := map[string]*Brief{
		"no story":               {},
		"an empty story":         {Stories: []*news.Story{{}}},
		"a report without text":  {Stories: []*news.Story{{Reports: []*news.Report{{ID: "r1"}}}}},
		"two stories":            {Stories: []*news.Story{makeStory(t), makeStory(t)}},
		"an origin without text": {Stories: []*news.Story{{Origins: []*news.Origin{{ID: "o1", Reports: []*news.Report{{ID: "r1"}}}}}}},
	}
	for name, b := range bare {
		t.Run(name, func(t *testing.T) {
			for _, f := range Formats() {
				if render(t, b, f, RenderOptions{}) == "" {
					t.Errorf("%s is empty", f)
				}
			}
		})
	}
}

func TestUnknownFormatIsAUsageFault(t *testing.T) {
	for _, err := range []error{
		Render(&bytes.Buffer{}, &Brief{}, "pdf", RenderOptions{}),
		WriteLineage(&bytes.Buffer{}, Lineage{}, HTML, RenderOptions{}),
	} {
		if got := fault.KindOf(err); got != fault.Usage {
			t.Errorf("kind %q, want %q (%v)", got, fault.Usage, err)
		}
	}
	if f, err := ParseFormat("markdown"); f != Markdown || err != nil {
		t.Errorf("markdown is %q, %v", f, err)
	}
	if _, err := ParseFormat("pdf"); fault.KindOf(err) != fault.Usage {
		t.Errorf("pdf gives %v", err)
	}
}
