// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/fault"
)

func TestExpandInputs(t *testing.T) {
	tree := map[string]string{
		"story/b.txt":           "b",
		"story/a.html":          "a",
		"story/deeper/c.md":     "c",
		"story/page_files/x.js": "x",
		"story/.hidden.txt":     "h",
		"story/.git/d.txt":      "d",
		"scans/e.txt":           "e",
		"scans/report.pdf":      "%PDF",
		"pictures/f.jpg":        "f",
		"empty/.keep":           "",
		"odd\x1b[31m.txt":       "o",
		"noextension":           "n",
		"odd.txt/only.csv":      "1,2",
	}
	tests := []struct {
		name         string
		args         []string
		paths, notes []string
		failures     int
	}{
		{
			"a folder gives its reports, sorted, without hidden files or a page's scripts",
			[]string{"story"},
			[]string{"story/a.html", "story/b.txt", "story/deeper/c.md"},
			nil, 0,
		},
		{"files keep the order that they are given in", []string{"story/b.txt", "story/a.html"}, []string{"story/b.txt", "story/a.html"}, nil, 0},
		{
			"the same file twice is read once",
			[]string{"story/b.txt", "story/../story/b.txt"},
			[]string{"story/b.txt"},
			[]string{"story/../story/b.txt: given twice, read once"},
			0,
		},
		{
			"a folder whose only file was given already is not called empty",
			[]string{"scans/e.txt", "link"},
			[]string{"scans/e.txt"},
			[]string{"link/e.txt: given twice, read once", "link/report.pdf: .pdf is not read yet"},
			1,
		},
		{"a kind that is not read yet is named even inside a folder", []string{"scans"}, []string{"scans/e.txt"}, []string{"scans/report.pdf: .pdf is not read yet"}, 1},
		{"a folder without reports is an error", []string{"pictures"}, nil, []string{"pictures: holds no report"}, 1},
		{"so is an empty one", []string{"empty"}, nil, []string{"empty: holds no report"}, 1},
		{"a folder named like a file is a folder", []string{"odd.txt"}, nil, []string{"odd.txt: holds no report"}, 1},
		{"a file of another kind is refused", []string{"pictures/f.jpg"}, nil, []string{"pictures/f.jpg: .jpg is not read yet"}, 1},
		{"a file without an extension is read", []string{"noextension"}, []string{"noextension"}, nil, 0},
		{"links are refused", []string{"https://example.org/a", "HTTP://example.org"}, nil, []string{"https://example.org/a: links are not fetched yet", "HTTP://example.org: links are not fetched yet"}, 2},
		{"what does not exist is said, once", []string{"missing.txt"}, nil, []string{"missing.txt: no such file or directory"}, 1},
		{"a link to nowhere is named", []string{"dangling"}, nil, []string{"dangling/gone.txt: no such file or directory"}, 1},
		{"standard input is one input", []string{"-", "-"}, []string{"-"}, []string{"-: given twice, read once"}, 0},
		{"a name cannot write on the terminal", []string{"odd\x1b[31m.txt", "odd\x1b[31m.txt"}, []string{"odd\x1b[31m.txt"}, []string{"odd?[31m.txt: given twice"}, 0},
		{"one failure does not stop the others", []string{"missing.txt", "story/b.txt"}, []string{"story/b.txt"}, []string{"missing.txt: no such file"}, 1},
	}
	t.Chdir(plant(t, tree))
	for _, link := range [][2]string{{"scans", "link"}, {"../nowhere.txt", "dangling/gone.txt"}, {"..", "story/deeper/up"}} {
		if err := os.MkdirAll(filepath.Dir(link[1]), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(link[0], link[1]); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var stderr bytes.Buffer
			s := &session{stderr: &stderr}
			if diff := cmp.Diff(tt.paths, s.expand(tt.args, false)); diff != "" {
				t.Error(diff)
			}
			if s.failures != tt.failures {
				t.Errorf("%d failures, want %d", s.failures, tt.failures)
			}
			lines := strings.Split(strings.TrimSuffix(stderr.String(), "\n"), "\n")
			if stderr.Len() == 0 {
				lines = nil
			}
			if len(lines) != len(tt.notes) {
				t.Fatalf("lines %q, want %q", lines, tt.notes)
			}
			for i, note := range tt.notes {
				if !strings.HasPrefix(lines[i], "stemma: "+note) {
					t.Errorf("line %q, want %q", lines[i], note)
				}
			}
		})
	}
}

func TestReadIsBounded(t *testing.T) {
	endless := &counted{}
	_, err := bounded("x", endless, 1<<20)
	if fault.KindOf(err) != fault.TooLarge || err.Error() != "x: larger than 1 MB" {
		t.Errorf("got %v", err)
	}
	if endless.read > 1<<20+1 {
		t.Errorf("%d bytes taken to refuse at %d", endless.read, 1<<20)
	}
	data, err := bounded("x", io.LimitReader(&counted{}, 1<<20), 1<<20)
	if err != nil || len(data) != 1<<20 {
		t.Errorf("an input of just the limit: %d bytes, %v", len(data), err)
	}
	if _, err := bounded("x", broken{}, 10); err == nil || err.Error() != "x: torn" {
		t.Errorf("got %v", err)
	}
}

// counted is an endless input that counts what is taken.
type counted struct{ read int }

func (c *counted) Read(p []byte) (int, error) {
	c.read += len(p)
	return len(p), nil
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("torn") }

// plant writes files, by path, into a new folder.
func plant(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
