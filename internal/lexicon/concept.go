// SPDX-License-Identifier: Apache-2.0

package lexicon

import (
	"strings"
	"sync"
)

// conceptOf is the thesaurus by word; a word with a hyphen is entered joined too.
var conceptOf = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, row := range Rows("concepts") {
		for _, word := range strings.Fields(row.Field(1)) {
			for _, w := range []string{word, strings.ReplaceAll(word, "-", "")} {
				if _, ok := out[w]; !ok {
					out[w] = row[0]
				}
			}
		}
	}
	return out
})

// Concept is the thesaurus entry of a lemma, or the lemma itself where it has none.
func Concept(lemma string) string {
	if c, ok := conceptOf()[lemma]; ok {
		return c
	}
	return lemma
}
