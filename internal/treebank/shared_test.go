// SPDX-License-Identifier: Apache-2.0

package treebank

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// sharedData is the folder of treebanks beside the repository; without it the test is skipped, and fails in CI.
func sharedData(t *testing.T) string {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "shared", "data")
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("shared data is needed in CI: %v", err)
		}
		t.Skip("no shared data beside the repository")
	}
	return dir
}

// files are those that match a pattern below shared data; none is a failure.
func files(t *testing.T, pattern ...string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(append([]string{sharedData(t)}, pattern...)...))
	if err != nil || len(paths) == 0 {
		t.Fatalf("nothing matches %v (%v)", pattern, err)
	}
	return paths
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestTreebanksComeOutAsTheyWere(t *testing.T) {
	paths := files(t, "ud", "*", "*.conllu")
	for _, path := range append(paths, files(t, "gum", "dep", "*", "*.conllu")...) {
		data := readFile(t, path)
		sentences, err := Parse(filepath.Base(path), data)
		if err != nil {
			t.Error(err)
			continue
		}
		var out bytes.Buffer
		if err := Write(&out, sentences); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(out.Bytes(), data) {
			t.Errorf("%s: %d bytes became %d other ones, %s", filepath.Base(path), len(data), out.Len(), firstChange(data, out.Bytes()))
		}
	}
}

// firstChange is the number of the first line in which two files differ.
func firstChange(a, b []byte) string {
	as, bs := bytes.SplitAfter(a, []byte("\n")), bytes.SplitAfter(b, []byte("\n"))
	for i := range min(len(as), len(bs)) {
		if !bytes.Equal(as[i], bs[i]) {
			return "from " + string(as[i]) + " to " + string(bs[i])
		}
	}
	return "at the end"
}

func TestNameFilesAreRead(t *testing.T) {
	for _, path := range files(t, "uner", "*", "*.iob2") {
		sentences, err := ParseIOB2(filepath.Base(path), readFile(t, path))
		if err != nil {
			t.Fatal(err)
		}
		count := map[string]int{}
		for _, s := range sentences {
			if s.ID == "" || len(s.Words) != len(s.Tags) {
				t.Fatalf("%s: %+v", path, s)
			}
			for _, tag := range s.Tags {
				count[tag]++
			}
		}
		for _, kind := range []string{"B-PER", "B-ORG", "B-LOC"} {
			if count[kind] < 200 {
				t.Errorf("%s: %d names are %s", filepath.Base(path), count[kind], kind)
			}
		}
	}
}
