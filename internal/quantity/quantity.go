// SPDX-License-Identifier: Apache-2.0

// Package quantity reads stated amounts: how many of what, with bounds, ranges, ratios and units.
//
// It finds a figure or number words, asks whether they are an amount at all (dates, names, times of day and
// telephone numbers are not), and then looks left for bounds ("more than", "about") and right for the unit, the
// counted noun phrase and what the amount is given by ("per captive").
//
// An amount in words that give no number has fixed bounds: dozens are 24 or more, scores 40, hundreds 200, thousands
// 2,000 and so on, tens of thousands 20,000; several, a few and a handful are 3 or more; a couple is 2; "a dozen" is 12.
// All of these are approximate. A share is a fraction of one: "half of" is 0.5, "one in five" 0.2. An age is a Measure
// in years, to tell it from a Duration.
//
// It needs the layers Tokens, Sentences and Tags, and uses Names and Times where they are there. It does not add
// amounts up ("two women and a man"), nor does it read ordinals, sport results or "both".
package quantity

import "stemma/internal/text"

// Read sets doc.Quantities, in the order of their numbers in the text. Amounts may nest: "14 of 31 cases" is two.
func Read(doc *text.Doc) {
	r := &reader{doc: doc, dated: dated(doc), named: named(doc)}
	doc.Quantities = doc.Quantities[:0]
	for i := range doc.Sentences {
		r.sent = &doc.Sentences[i]
		r.floor = r.sent.First
		r.sentence()
	}
}

// A reader works on one sentence at a time.
type reader struct {
	doc   *text.Doc
	sent  *text.Sentence
	floor int    // the first token that no earlier amount has used
	dated []bool // tokens of dates, times of day and recurring times
	named []bool // tokens of names, all but each first
}

// dated marks the tokens of times; those of durations are amounts like others.
func dated(doc *text.Doc) []bool {
	out := make([]bool, len(doc.Tokens))
	for _, t := range doc.Times {
		if t.Type == "DURATION" {
			continue
		}
		for r := doc.RangeOf(t.Span); !r.Empty(); r.First++ {
			out[r.First] = true
		}
	}
	return out
}

// named marks the tokens of names but the first: a name does not open with a count, yet may wrongly take one in.
func named(doc *text.Doc) []bool {
	out := make([]bool, len(doc.Tokens))
	for _, n := range doc.Names {
		for i := max(n.First, 0) + 1; i < n.Last && i < len(out); i++ {
			out[i] = true
		}
	}
	return out
}

// sentence reads the amounts of the current sentence, left to right.
func (r *reader) sentence() {
	for i := r.sent.First; i < r.sent.Last; {
		i = max(r.read(i), i+1)
	}
}

// read adds the amount that starts at token i, if there is one, and returns the token to go on from.
func (r *reader) read(i int) int {
	if n, ok := r.share(i); ok {
		return r.add(n)
	}
	n, ok := r.number(i)
	if !ok {
		return r.article(i)
	}
	n, second := r.joinRange(n)
	if r.refuse(&n) {
		return n.Last
	}
	end := r.add(n)
	if second != nil && !r.refuse(second) {
		r.floor = second.First
		end = r.add(*second)
	}
	return end
}

// add describes the amount of a number and returns the token to go on from: numbers further on may stand in its item.
func (r *reader) add(n number) int {
	a, ok := r.describe(n)
	if ok {
		r.doc.Quantities = append(r.doc.Quantities, a.quantity(r.doc))
		r.floor = max(r.floor, a.resume)
		return a.resume
	}
	return n.Last
}

// lower is the lower-case form of token i, or "" outside the sentence.
func (r *reader) lower(i int) string {
	if !r.sent.Holds(i) {
		return ""
	}
	return r.doc.Tokens[i].Lower
}

// tag is the part of speech of token i, or "" outside the sentence.
func (r *reader) tag(i int) text.Tag {
	if !r.sent.Holds(i) {
		return ""
	}
	return r.doc.Tokens[i].Tag
}

// glued reports whether tokens i and i+1 stand in the sentence without a space between them.
func (r *reader) glued(i int) bool {
	return r.sent.Holds(i) && r.sent.Holds(i+1) && r.doc.Tokens[i].End == r.doc.Tokens[i+1].Start
}

// joins reports whether token i is a hyphen or dash that ties its neighbours together.
func (r *reader) joins(i int) bool {
	return isDash(r.lower(i)) && r.glued(i-1) && r.glued(i)
}

func isDash(s string) bool {
	return s == "-" || s == "–" || s == "—" || s == "‑" || s == "‐" || s == "−"
}

// capital reports whether token i opens with a capital letter.
func (r *reader) capital(i int) bool {
	return r.sent.Holds(i) && startsUpper(r.doc.Word(i))
}
