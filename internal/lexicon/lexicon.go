// SPDX-License-Identifier: Apache-2.0

// Package lexicon holds the word lists of the language rules as text files and loads them.
//
// A file is lines of tab-separated fields; the first field is the entry, in lower case unless the list is of
// names. Blank lines and lines that start with "#" are skipped. A line that starts with "= " is an example of what the
// lines above it do: a text, and how it is read, as the list's first lines say. Tests of the stages run them. Lists hold
// general words of news and of negotiations, countries and well-known institutions; they hold no person and nothing that
// belongs to one story.
package lexicon

import (
	"embed"
	"fmt"
	"iter"
	"strings"
	"sync"
)

//go:embed en/*.txt
var files embed.FS

// A Row is the fields of one line.
type Row []string

// Field is field i, or "" where the line is shorter.
func (r Row) Field(i int) string {
	if i < len(r) {
		return r[i]
	}
	return ""
}

// Rows reads the entries of the list en/NAME.txt. It panics where the embedded list does not exist: that is a broken build.
func Rows(name string) []Row {
	var rows []Row
	for line := range lines(name) {
		if !strings.HasPrefix(line, "= ") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

// Examples reads the examples of the list en/NAME.txt: a text, and fields that say how it is read.
func Examples(name string) []Row {
	var rows []Row
	for line := range lines(name) {
		if example, ok := strings.CutPrefix(line, "= "); ok {
			rows = append(rows, strings.Split(example, "\t"))
		}
	}
	return rows
}

// entries is the first fields of a list's entries.
func entries(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range lines(name) {
			entry, _, _ := strings.Cut(line, "\t")
			if !strings.HasPrefix(line, "= ") && !yield(entry) {
				return
			}
		}
	}
}

// lines is the lines of a list that are neither blank nor comments.
func lines(name string) iter.Seq[string] {
	data, err := files.ReadFile("en/" + name + ".txt")
	if err != nil {
		panic(fmt.Sprintf("lexicon: no list %q", name))
	}
	return func(yield func(string) bool) {
		for line := range strings.Lines(string(data)) {
			line = strings.TrimRight(line, "\r\n")
			if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") && !yield(line) {
				return
			}
		}
	}
}

// A Set is the entries of a list, each with its row.
type Set map[string]Row

// Has reports whether the list has the entry.
func (s Set) Has(entry string) bool { _, ok := s[entry]; return ok }

// Load returns a function that loads the list once, when it is first asked for, keyed by first field.
func Load(name string) func() Set {
	return sync.OnceValue(func() Set {
		set := Set{}
		for _, row := range Rows(name) {
			set[row[0]] = row
		}
		return set
	})
}
