// SPDX-License-Identifier: Apache-2.0

// Package sentence splits a text into tokens and sentences by rules.
//
// Tokens follow UD English: clitics, hyphens and units are split off ("don't", "Israel's", "15-month", "5pm"), a prefix
// keeps its hyphen ("non-profit"), figures keep their commas and points, abbreviations their full stop, and dates,
// telephone numbers, addresses, file names, tags and emoticons are one token each. Sentences end at final punctuation
// that is not part of an abbreviation, at a missing space ("ended.The next"), and at every end of a paragraph.
package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/text"
)

// maxToken bounds a token's length in bytes; a longer run of letters is cut, so that no later stage meets it whole.
const maxToken = 256

// tokenizer cuts a text into tokens, left to right.
type tokenizer struct {
	text string
	at   int
	out  []text.Token
}

// tokens cuts the whole of s.
func tokens(s string) []text.Token {
	t := &tokenizer{text: s, out: make([]text.Token, 0, len(s)/5+1)}
	for t.at < len(s) {
		if c := s[t.at]; c <= ' ' {
			t.at++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[t.at:])
		switch {
		case isWordRune(r):
			t.word()
		case unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\ufeff':
			t.at += n
		case (r == '\'' || r == '’' || r == '‘' || r == '`') && t.elision(n):
		default:
			t.mark(r, n)
		}
	}
	return t.out
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isAlnum(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isAlnum(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z' }

// emit adds the token that ends at end and moves on.
func (t *tokenizer) emit(end int) {
	word := t.text[t.at:end]
	t.out = append(t.out, text.Token{Span: text.Span{Start: t.at, End: end}, Lower: text.Lower(word)})
	t.at = end
}

// run is the end of the letters and digits from at on, at most maxToken bytes further.
func (t *tokenizer) run(at int) int {
	start := at
	for at < len(t.text) && at-start < maxToken {
		if c := t.text[at]; c < utf8.RuneSelf {
			if !isAlnum(c) {
				break
			}
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(t.text[at:])
		if !isWordRune(r) {
			break
		}
		at += n
	}
	return at
}

// fresh reports whether nothing that makes up a word touches the place from the left.
func (t *tokenizer) fresh() bool {
	r, n := utf8.DecodeLastRuneInString(t.text[:t.at])
	return n == 0 || unicode.IsSpace(r) || strings.ContainsRune(`"“”'‘([<{:;,`, r)
}

// ends reports whether no letter or digit follows at end.
func (t *tokenizer) ends(end int) bool {
	r, n := utf8.DecodeRuneInString(t.text[end:])
	return n == 0 || !isWordRune(r)
}
