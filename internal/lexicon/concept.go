// SPDX-License-Identifier: Apache-2.0

package lexicon

import (
	"strings"
	"sync"

	"stemma/internal/text"
)

// A use is a word as one part of speech.
type use struct {
	lemma string
	tag   text.Tag
}

// A thesaurus gives the concept of a word, and of one that has it as one part of speech only.
type thesaurus struct {
	words map[string]string
	uses  map[use]string
}

// concepts is the thesaurus by word; a word with a hyphen is entered joined too. "storm+verb" is a use.
var concepts = sync.OnceValue(func() *thesaurus {
	t := &thesaurus{map[string]string{}, map[use]string{}}
	for _, row := range Rows("concepts") {
		for _, word := range strings.Fields(row.Field(1)) {
			if lemma, tag, ok := strings.Cut(word, "+"); ok {
				t.uses[use{lemma, text.Tag(strings.ToUpper(tag))}] = row[0]
				continue
			}
			for _, w := range []string{word, strings.ReplaceAll(word, "-", "")} {
				if _, ok := t.words[w]; !ok {
					t.words[w] = row[0]
				}
			}
		}
	}
	return t
})

// Concept is the thesaurus entry of a lemma, or the lemma itself where it has none.
func Concept(lemma string) string {
	if c, ok := concepts().words[lemma]; ok {
		return c
	}
	return lemma
}

// ConceptOf is the concept of a word as it is used here, or its lemma where it has none.
func ConceptOf(tok *text.Token) string {
	if c, ok := concepts().uses[use{tok.Lemma, tok.Tag}]; ok {
		return c
	}
	return Concept(tok.Lemma)
}
