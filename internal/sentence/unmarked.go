// SPDX-License-Identifier: Apache-2.0

package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/text"
)

// unmarked is the end of a sentence that ends at token i without final punctuation, or 0: at an address, an emoticon or the
// head of a message, where a capital follows and the line break between them was lost.
func unmarked(doc *text.Doc, start, i, last int) int {
	if i+1 >= last || doc.Tokens[i].End == doc.Tokens[i+1].Start {
		return 0
	}
	word, next := doc.Word(i), doc.Word(i+1)
	capital := isCapital(next)
	switch {
	case isStamp(doc, i+1, last):
		if i > start && (isCapital(doc.Word(i-1)) || doc.Word(i-1) == "@") && isCapital(word) || isAddress(word) || strings.HasSuffix(word, ">") {
			return i + 1
		}
	case isAddress(word):
		if capital || isAddress(next) {
			return i + 1
		}
	case capital && (isEmoticon(word) || word == ">>" || i == start+2 && isStamp(doc, start, last)):
		return i + 1
	}
	return 0
}

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// isAddress reports whether a token is a web or mail address.
func isAddress(word string) bool {
	if len(word) < 8 || word[len(word)-1] == '.' {
		return false
	}
	return strings.IndexByte(word, '@') > 0 && strings.IndexByte(word, '.') > 0 || strings.HasPrefix(word, "http") && strings.Contains(word, "://") || strings.HasPrefix(word, "www.")
}

// isStamp reports whether a day and a time stand at token i, as in the head of a message: "10/12/2001 6:30 PM".
func isStamp(doc *text.Doc, i, last int) bool {
	if i+2 >= last {
		return false
	}
	day, at := doc.Word(i), doc.Word(i+1)
	if !isDigit(day[0]) || strings.Count(day, "/") != 2 || !isDigit(at[0]) || strings.IndexByte(at, ':') < 0 {
		return false
	}
	half := doc.Lower(i + 2)
	return half == "am" || half == "pm"
}
