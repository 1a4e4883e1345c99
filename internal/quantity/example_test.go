// SPDX-License-Identifier: Apache-2.0

package quantity_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/lexicon"
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

// TestListExamples runs the examples of the lists: a sentence, and its amounts in short.
func TestListExamples(t *testing.T) {
	for _, list := range []string{
		"quantity_bounds", "quantity_nouns", "quantity_numbers", "quantity_states", "quantity_units", "quantity_words",
	} {
		for _, example := range lexicon.Examples(list) {
			t.Run(example[0], func(t *testing.T) {
				if diff := cmp.Diff(strings.TrimSpace(example.Field(1)), all(read(example[0]))); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}
