// SPDX-License-Identifier: Apache-2.0

package lineage_test

import (
	"strings"
	"testing"

	"stemma/internal/lexicon"
	"stemma/internal/sentence"
	"stemma/internal/text"
)

// A word in two concepts would make unlike facts alike, whichever came last.
func TestThesaurusHasEachWordOnce(t *testing.T) {
	concepts, words := map[string]bool{}, map[string]string{}
	for _, row := range lexicon.Rows("concepts") {
		if len(row) != 2 || concepts[row[0]] {
			t.Errorf("row %q is no concept with its words, or a second one", row)
		}
		concepts[row[0]] = true
		for _, w := range strings.Fields(row.Field(1)) {
			if w != strings.ToLower(w) {
				t.Errorf("%s: %s is not in lower case", row[0], w)
			}
			if words[w] != "" {
				t.Errorf("%s stands in %s and in %s", w, words[w], row[0])
			}
			words[w] = row[0]
		}
	}
	if len(concepts) < 100 {
		t.Errorf("%d concepts: the list was not read", len(concepts))
	}
}

// Phrases are matched over tokens, so they have to be written as tokens are split.
func TestFurnitureIsWrittenAsTokens(t *testing.T) {
	for _, row := range lexicon.Rows("lineage_furniture") {
		doc := &text.Doc{Text: row[0]}
		sentence.Read(doc)
		var tokens []string
		for i := range doc.Tokens {
			tokens = append(tokens, doc.Lower(i))
		}
		if got := strings.Join(tokens, " "); got != row[0] {
			t.Errorf("%q is split as %q", row[0], got)
		}
		if kind := row.Field(1); kind != "caption" && kind != "notice" {
			t.Errorf("%q is of kind %q", row[0], kind)
		}
	}
}
