// SPDX-License-Identifier: Apache-2.0

package quantity_test

import (
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/quantity"
	"stemma/internal/text"
)

// read runs the stages below on a plain text, then quantity. Times are not marked: dates must be told by quantity.
func read(s string) *text.Doc {
	doc := before(s)
	quantity.Read(doc)
	return doc
}

// short is an amount as the lists' examples write it: "MIN MAX ~ UNIT | ITEM", parts that say nothing left out.
func short(doc *text.Doc, q text.Quantity) string {
	words := []string{limit(q.Min), limit(q.Max)}
	if q.Approximate {
		words = append(words, "~")
	}
	if q.Unit != "" {
		words = append(words, q.Unit)
	}
	words = append(words, "|")
	if !q.Item.Empty() {
		words = append(words, doc.Exact(q.Item))
	}
	if !q.Per.Empty() {
		words = append(words, "/", doc.Exact(q.Per))
	}
	return strings.Join(words, " ")
}

func limit(v *float64) string {
	if v == nil {
		return "-"
	}
	return strconv.FormatFloat(math.Round(*v*1000)/1000, 'f', -1, 64)
}

// all is every amount of a text, in short, joined by semicolons.
func all(doc *text.Doc) string {
	var out []string
	for _, q := range doc.Quantities {
		out = append(out, short(doc, q))
	}
	return strings.Join(out, " ; ")
}

// Every list carries examples, "= sentence<tab>amounts"; each must read as it says.
func TestListExamples(t *testing.T) {
	files, err := filepath.Glob("../lexicon/en/quantity_*.txt")
	if err != nil || len(files) < 5 {
		t.Fatalf("found %d lists: %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		seen := 0
		for line := range strings.Lines(string(data)) {
			example, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "= ")
			if !ok {
				continue
			}
			seen++
			sent, want, _ := strings.Cut(example, "\t")
			t.Run(sent, func(t *testing.T) {
				if diff := cmp.Diff(strings.TrimSpace(want), all(read(sent))); diff != "" {
					t.Error(diff)
				}
			})
		}
		if seen == 0 {
			t.Errorf("%s has no example", filepath.Base(file))
		}
	}
}
