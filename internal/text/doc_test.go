// SPDX-License-Identifier: Apache-2.0

package text_test

import (
	"testing"

	"stemma/internal/text"
)

// small is every span inside n bytes, empty ones included.
func small(n int) []text.Span {
	var out []text.Span
	for start := range n + 1 {
		for end := start; end <= n; end++ {
			out = append(out, text.Span{Start: start, End: end})
		}
	}
	return out
}

// bytes is which of n bytes a span covers.
func bytes(s text.Span, n int) []bool {
	out := make([]bool, n)
	for i := s.Start; i < s.End; i++ {
		out[i] = true
	}
	return out
}

func TestSpansAreSetsOfBytes(t *testing.T) {
	const n = 6
	for _, a := range small(n) {
		for _, b := range small(n) {
			if a.Empty() || b.Empty() {
				continue
			}
			inA, inB := bytes(a, n), bytes(b, n)
			shared, inside := false, true
			for i := range n {
				shared = shared || inA[i] && inB[i]
				inside = inside && (inA[i] || !inB[i])
			}
			if a.Overlaps(b) != shared {
				t.Errorf("%v overlaps %v: %v", a, b, a.Overlaps(b))
			}
			if a.Contains(b) != inside {
				t.Errorf("%v contains %v: %v", a, b, a.Contains(b))
			}
			union := a.Union(b)
			if !union.Contains(a) || !union.Contains(b) || union != b.Union(a) {
				t.Errorf("%v and %v unite to %v", a, b, union)
			}
			if want := max(a.End, b.End) - min(a.Start, b.Start); union.End-union.Start != want {
				t.Errorf("%v and %v unite to %v, more than they need", a, b, union)
			}
			x, y := text.Range{First: a.Start, Last: a.End}, text.Range{First: b.Start, Last: b.End}
			if x.Overlaps(y) != shared || x.Contains(y) != inside {
				t.Errorf("ranges %v and %v are not as their spans", x, y)
			}
		}
	}
}

func TestARangeHoldsItsTokensOnly(t *testing.T) {
	r := text.Range{First: 2, Last: 4}
	for i, want := range []bool{false, false, true, true, false} {
		if r.Holds(i) != want {
			t.Errorf("holds %d: %v", i, !want)
		}
	}
	if r.Empty() || !(text.Range{First: 2, Last: 2}).Empty() || !(text.Span{}).Empty() {
		t.Error("empty is not what has nothing")
	}
}

func TestTokensAreFoundByPlace(t *testing.T) {
	doc := whole()
	for _, span := range small(len(doc.Text)) {
		at := len(doc.Tokens)
		var held []int
		for i := len(doc.Tokens) - 1; i >= 0; i-- {
			if doc.Tokens[i].End > span.Start {
				at = i
			}
			if doc.Tokens[i].Overlaps(span) {
				held = append(held, i)
			}
		}
		if got := doc.TokenAt(span.Start); got != at {
			t.Fatalf("token at %d is %d, want %d", span.Start, got, at)
		}
		got := doc.RangeOf(span)
		if !span.Empty() && got.Last-got.First != len(held) {
			t.Fatalf("tokens of %v are %v, want %v", span, got, held)
		}
		for _, i := range held {
			if !span.Empty() && !got.Holds(i) {
				t.Fatalf("tokens of %v are %v, without %d", span, got, i)
			}
		}
	}
}

func TestEveryTokenIsInItsSentence(t *testing.T) {
	doc := whole()
	for i := range doc.Tokens {
		k := doc.SentenceAt(i)
		if k < 0 || !doc.Sentences[k].Holds(i) {
			t.Errorf("token %d is said to be in sentence %d", i, k)
		}
	}
	for _, i := range []int{len(doc.Tokens), len(doc.Tokens) + 5} {
		if k := doc.SentenceAt(i); k != -1 {
			t.Errorf("token %d, which is not there, is in sentence %d", i, k)
		}
	}
}

func TestWordsOfARange(t *testing.T) {
	doc := whole()
	if got := doc.Words(text.Range{First: 0, Last: 2}); got != "Zoë Berg" {
		t.Errorf("%q", got)
	}
	if got := doc.Words(text.Range{First: 3, Last: 3}); got != "" {
		t.Errorf("no tokens have the words %q", got)
	}
	if doc.Word(0) != "Zoë" || doc.Lower(0) != "zoë" {
		t.Errorf("%q, %q", doc.Word(0), doc.Lower(0))
	}
}
