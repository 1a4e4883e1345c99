// SPDX-License-Identifier: Apache-2.0

// Package text holds the annotated document that every reading stage works on.
//
// A [Doc] is a text and, over it, layers: tokens, sentences, phrases, names, times, quantities,
// quotations, attributions, roles and events. A stage reads some layers and adds others; stages meet
// only here and never import each other. All positions are byte offsets into Doc.Text, half-open, on
// rune boundaries; layers that are made of whole tokens use token ranges.
//
// The package holds no rule about language and does no input or output.
package text

import "time"

// A Span is a half-open range of bytes of Doc.Text.
type Span struct{ Start, End int }

// Empty reports whether s covers nothing; the zero Span means "none".
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Union is the smallest span that covers both.
func (s Span) Union(o Span) Span {
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}

// A Range is a half-open range of token numbers. First == Last means none.
type Range struct{ First, Last int }

// Empty reports whether r holds no token.
func (r Range) Empty() bool { return r.Last <= r.First }

// Holds reports whether token i is in r.
func (r Range) Holds(i int) bool { return r.First <= i && i < r.Last }

// Overlaps reports whether r and o share a token.
func (r Range) Overlaps(o Range) bool { return r.First < o.Last && o.First < r.Last }

// Contains reports whether o lies inside r.
func (r Range) Contains(o Range) bool { return r.First <= o.First && o.Last <= r.Last }

// A Layer names one kind of annotation.
type Layer string

// The layers of a Doc, in the order in which the stages add them.
const (
	Tokens       Layer = "tokens"
	Sentences    Layer = "sentences"
	Tags         Layer = "tags"
	Trees        Layer = "trees"
	Phrases      Layer = "phrases"
	Names        Layer = "names"
	References   Layer = "references"
	Times        Layer = "times"
	Quantities   Layer = "quantities"
	Roles        Layer = "roles"
	Codes        Layer = "codes"
	Quotes       Layer = "quotes"
	Attributions Layer = "attributions"
	Events       Layer = "events"
)

// A Doc is a clean text with its annotation layers.
type Doc struct {
	Text  string
	Title Span // the headline, where it is part of Text; it opens the text

	// Reference is the moment to which "yesterday" is relative: the publication date, or the zero
	// time where nothing is known. ReferenceGuessed is set where it is not the report's own date.
	Reference time.Time

	Paragraphs   []Span // non-blank lines, in order; the title is one of them
	Tokens       []Token
	Sentences    []Sentence
	Phrases      []Phrase
	Clauses      []Clause
	Names        []Name
	References   []Reference
	Times        []Time
	Quantities   []Quantity
	Roles        []Role
	Quotes       []Quote
	Attributions []Attribution
	Events       []Event
}

// A Sentence is a run of tokens that ends a sentence or a paragraph.
type Sentence struct {
	Span
	Range
	Paragraph int
	Headline  bool // the title, a heading, or a line in title case without a verb
	Dateline  bool // place, day and agency before a report's first words: "LIMA, March 9 (ANP) —"
}

// SpanOf is the bytes that a token range covers.
func (d *Doc) SpanOf(r Range) Span {
	if r.Empty() {
		return Span{}
	}
	return Span{d.Tokens[r.First].Start, d.Tokens[r.Last-1].End}
}

// Exact is the text of a span.
func (d *Doc) Exact(s Span) string { return d.Text[s.Start:s.End] }

// Words is the text that a token range covers.
func (d *Doc) Words(r Range) string { return d.Exact(d.SpanOf(r)) }

// Word is the text of token i.
func (d *Doc) Word(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Lower is the lower-case form of token i.
func (d *Doc) Lower(i int) string { return d.Tokens[i].Lower }

// TokenAt is the number of the first token that ends after byte pos, or len(Tokens).
func (d *Doc) TokenAt(pos int) int {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Tokens[mid].End > pos {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// RangeOf is the tokens that overlap a span.
func (d *Doc) RangeOf(s Span) Range {
	first := d.TokenAt(s.Start)
	last := first
	for last < len(d.Tokens) && d.Tokens[last].Start < s.End {
		last++
	}
	return Range{first, last}
}

// SentenceAt is the number of the sentence that holds token i, or -1.
func (d *Doc) SentenceAt(i int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Sentences[mid].Last > i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo < len(d.Sentences) && d.Sentences[lo].Holds(i) {
		return lo
	}
	return -1
}
