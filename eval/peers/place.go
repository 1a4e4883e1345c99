// SPDX-License-Identifier: Apache-2.0

package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/text"
)

// A span is a half-open range of bytes of a sentence; the zero span means none.
type span = text.Span

// maxGap is how much text a reader may have dropped before a word.
const maxGap = 40

// place finds where words stand in a text, in their order. Curly and straight quotes are one, since readers
// straighten them. A word that is not near the end of the one before it gets no span.
func place(sentence string, words []string) []span {
	plain, at := straighten(sentence)
	out := make([]span, len(words))
	pos := 0
	for i, word := range words {
		word, _ = straighten(word)
		for pos < len(plain) && blank(plain[pos:]) > 0 {
			pos += blank(plain[pos:])
		}
		window := plain[pos:min(len(plain), pos+maxGap+len(word))]
		if found := strings.Index(window, word); found >= 0 && word != "" {
			start := pos + found
			pos = start + len(word)
			out[i] = span{Start: at[start], End: at[pos]}
		}
	}
	return out
}

// blank is the length of the white space that a text opens with, a rune at most.
func blank(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if unicode.IsSpace(r) {
		return n
	}
	return 0
}

var straight = map[rune]string{'“': `"`, '”': `"`, '‘': "'", '’': "'"}

// straighten gives a text with straight quotes, and where each of its bytes and its end stood before.
func straighten(s string) (plain string, at []int) {
	var b strings.Builder
	for pos := 0; pos < len(s); {
		r, n := utf8.DecodeRuneInString(s[pos:])
		to, ok := straight[r]
		if !ok {
			to = s[pos : pos+n]
		}
		b.WriteString(to)
		for j := range len(to) {
			at = append(at, pos+j)
		}
		pos += n
	}
	return b.String(), append(at, len(s))
}
