// SPDX-License-Identifier: Apache-2.0

package quote_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/name"
	"stemma/internal/parse"
	"stemma/internal/quote"
	"stemma/internal/sentence"
	"stemma/internal/tag"
	"stemma/internal/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// read runs the stages before quote, and quote, over a text.
func read(s string) *text.Doc {
	doc := &text.Doc{Text: s}
	sentence.Read(doc)
	tag.Read(doc)
	parse.Read(doc)
	name.Read(doc)
	quote.Read(doc)
	return doc
}

// TestScorePolNeAR measures sources, cues, contents and speakers on news that people have annotated. Its figures and the
// worst misses are the golden file eval/attribution.txt. The training sample is every eighth document by name.
func TestScorePolNeAR(t *testing.T) {
	shared := sharedFolder(t)
	python, err := exec.LookPath("python3")
	if err != nil {
		skip(t, "python3 is not installed, and the scoring program is written in it")
	}
	var out bytes.Buffer
	for _, set := range []struct {
		folder string
		every  int
	}{{"train", 8}, {"dev", 1}} {
		from := filepath.Join(shared, "data", "polnear", set.folder)
		dir := t.TempDir()
		n := sample(t, from, dir, set.every)
		rows := filepath.Join(t.TempDir(), "read.jsonl")
		read := readings(t, dir)
		writeReadings(t, read, rows)
		figures, err := exec.Command(python, filepath.Join(shared, "score", "attribution.py"), "score", dir, rows).CombinedOutput()
		if err != nil {
			t.Fatalf("attribution.py: %v\n%s", err, figures)
		}
		misses := missed(t, dir, read, labels(t, from))
		fmt.Fprintf(&out, "PolNeAR %s, %d documents\n%s%s\n", set.folder, n, figures, misses)
	}
	compare(t, "attribution.txt", out.Bytes())
}

// sample links every n-th document of a PolNeAR folder into dir and returns how many.
func sample(t *testing.T, from, dir string, every int) int {
	t.Helper()
	texts, err := filepath.Glob(filepath.Join(from, "text", "*.txt"))
	if err != nil || len(texts) == 0 {
		t.Fatalf("no texts in %s: %v", from, err)
	}
	for _, sub := range []string{"text", "attributions"} {
		if err := os.Mkdir(filepath.Join(dir, sub), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for i := 0; i < len(texts); i += every {
		base := strings.TrimSuffix(filepath.Base(texts[i]), ".txt")
		link(t, texts[i], filepath.Join(dir, "text", base+".txt"))
		anns, _ := filepath.Glob(filepath.Join(from, "attributions", base+"*.ann"))
		for _, ann := range anns {
			link(t, ann, filepath.Join(dir, "attributions", filepath.Base(ann)))
		}
		n++
	}
	return n
}

func link(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Symlink(from, to); err != nil {
		t.Fatal(err)
	}
}

type evidence struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type attribution struct {
	Evidence *evidence `json:"evidence"`
	Cue      *evidence `json:"cue_evidence"`
}

type statement struct {
	Evidence    *evidence   `json:"evidence"`
	More        []evidence  `json:"more_evidence"`
	Attribution attribution `json:"attribution"`
}

// readings reads every text of dir.
func readings(t *testing.T, dir string) []reading {
	t.Helper()
	texts, _ := filepath.Glob(filepath.Join(dir, "text", "*.txt"))
	var out []reading
	for _, file := range texts {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, newReading(strings.TrimSuffix(filepath.Base(file), ".txt"), read(string(data))))
	}
	return out
}

// writeReadings writes what the scoring program wants.
func writeReadings(t *testing.T, readings []reading, path string) {
	t.Helper()
	var out bytes.Buffer
	for _, r := range readings {
		row := struct {
			Input      string      `json:"input"`
			Statements []statement `json:"statements"`
		}{r.id, statements(r)}
		line, err := json.Marshal(row)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(append(line, '\n'))
	}
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func statements(r reading) []statement {
	first := func(spans []text.Span) *evidence {
		if len(spans) == 0 {
			return nil
		}
		e := evidence(spans[0])
		return &e
	}
	out := []statement{}
	for _, rel := range r.relations() {
		st := statement{first(rel.content), []evidence{}, attribution{first(rel.source), first(rel.cue)}}
		for _, more := range rel.content[min(1, len(rel.content)):] {
			st.More = append(st.More, evidence(more))
		}
		out = append(out, st)
	}
	return out
}

// compare checks figures against their golden file, or rewrites it.
func compare(t *testing.T, file string, got []byte) {
	t.Helper()
	path := filepath.Join(root(t), "eval", file)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		t.Log("\n" + string(got))
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("the figures have changed; look, then run with -update:\n%s", diff)
	}
}

// root is the folder of go.mod.
func root(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			t.Fatal("no go.mod above the package")
		}
		dir = filepath.Dir(dir)
	}
}

// sharedFolder is the data beside the repository; without it the test is skipped, or fails in CI.
func sharedFolder(t *testing.T) string {
	t.Helper()
	shared := filepath.Join(root(t), "..", "shared")
	if _, err := os.Stat(filepath.Join(shared, "data", "polnear")); err != nil {
		skip(t, "no ../shared/data/polnear beside the repository: the measure on annotated news is not run")
	}
	return shared
}

func skip(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(why)
	}
	t.Skip(why)
}
