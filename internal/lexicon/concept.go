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

// A thesaurus gives the concept of a word, and of one that has it as one part of speech only, or together with the next word.
type thesaurus struct {
	words   map[string]string
	uses    map[use]string
	phrasal map[string]map[string]string // verb to what follows it to concept
}

// concepts is the thesaurus by word; a word with a hyphen is entered joined too. "storm+verb" is a use, "get_away" a phrasal verb.
var concepts = sync.OnceValue(func() *thesaurus {
	t := &thesaurus{map[string]string{}, map[use]string{}, map[string]map[string]string{}}
	for _, row := range Rows("concepts") {
		for _, word := range strings.Fields(row.Field(1)) {
			if lemma, tag, ok := strings.Cut(word, "+"); ok {
				t.uses[use{lemma, text.Tag(strings.ToUpper(tag))}] = row[0]
				continue
			}
			if verb, next, ok := strings.Cut(word, "_"); ok {
				if t.phrasal[verb] == nil {
					t.phrasal[verb] = map[string]string{}
				}
				t.phrasal[verb][next] = row[0]
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

// ConceptAt is the concept of a token of a document: of a verb with the word after it, where the two are one ("got away"), or of the
// word alone.
func ConceptAt(doc *text.Doc, i int) string {
	tok := &doc.Tokens[i]
	if tok.Tag == text.VERB && i+1 < len(doc.Tokens) {
		if c, ok := concepts().phrasal[tok.Lemma][doc.Lower(i+1)]; ok {
			return c
		}
	}
	return ConceptOf(tok)
}
