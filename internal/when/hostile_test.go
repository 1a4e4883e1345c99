// SPDX-License-Identifier: Apache-2.0

package when_test

import (
	"strings"
	"testing"
	"time"

	"stemma/internal/text"
	"stemma/internal/when"
)

// TestLongNonsenseIsReadInTime feeds one endless sentence of each word that opens patterns. The limit is far above what
// a loaded machine needs and far below what quadratic work would take.
func TestLongNonsenseIsReadInTime(t *testing.T) {
	for _, word := range []string{
		"the", "a", "two", "early", "last", "2000", "May", "7", "-", "'", "of", "at", "year", "ago", "hundred",
		"May 7 ,", "1 -", "99999999999999999999",
	} {
		const size = 150_000
		doc := &text.Doc{Text: strings.Repeat(word+" ", size/(len(word)+1)), Reference: wednesday}
		doc.Tokens = words(doc.Text)
		start := time.Now()
		when.Read(doc)
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%q: %v for %d bytes", word, took, size)
		}
	}
}

// words splits a text at spaces.
func words(s string) []text.Token {
	var out []text.Token
	for at := 0; at < len(s); {
		n := strings.IndexByte(s[at:], ' ')
		if n < 0 {
			n = len(s) - at
		}
		if n > 0 {
			out = append(out, text.Token{Span: text.Span{Start: at, End: at + n}, Lower: strings.ToLower(s[at : at+n])})
		}
		at += n + 1
	}
	return out
}
