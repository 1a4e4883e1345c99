// SPDX-License-Identifier: Apache-2.0

package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var openers = lexicon.Load("openers")

// Read adds tokens and sentences, and paragraphs where doc has none. A text without words gets none.
func Read(doc *text.Doc) {
	doc.Tokens = tokens(doc.Text)
	if doc.Paragraphs == nil {
		doc.Paragraphs = paragraphs(doc.Text)
	}
	doc.Sentences = doc.Sentences[:0]
	first := 0
	for p, para := range doc.Paragraphs {
		for first < len(doc.Tokens) && doc.Tokens[first].Start < para.Start {
			first++ // text outside all paragraphs has no sentence of its own: it joins the next one
		}
		last := first
		for last < len(doc.Tokens) && doc.Tokens[last].Start < para.End {
			last++
		}
		split(doc, p, first, last)
		first = last
	}
	cover(doc)
	for i := range doc.Sentences {
		doc.Sentences[i].Headline = headline(doc, doc.Sentences[i])
	}
}

// paragraphs is the non-blank lines of s.
func paragraphs(s string) []text.Span {
	var out []text.Span
	at := 0
	for line := range strings.Lines(s) {
		body := strings.TrimSpace(line)
		if body != "" {
			start := at + strings.Index(line, body)
			out = append(out, text.Span{Start: start, End: start + len(body)})
		}
		at += len(line)
	}
	return out
}

// cover makes the sentences' token ranges follow each other without a gap.
func cover(doc *text.Doc) {
	last := 0
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		s.First = last
		s.Span = doc.SpanOf(s.Range)
		last = s.Last
	}
	if n := len(doc.Sentences); n > 0 && last < len(doc.Tokens) {
		s := &doc.Sentences[n-1]
		s.Last = len(doc.Tokens)
		s.Span = doc.SpanOf(s.Range)
	}
}

// maxTokens bounds a sentence: later stages look back and forth within one, and prose has none so long.
const maxTokens = 400

// split cuts the tokens of one paragraph into sentences; a dateline is one of its own.
func split(doc *text.Doc, para, first, last int) {
	start := datelineEnd(doc, first, last)
	if start > first {
		doc.Sentences = append(doc.Sentences, text.Sentence{Range: text.Range{First: first, Last: start}, Paragraph: para, Dateline: true})
	}
	for i := start; i < last; i++ {
		end := boundary(doc, i, last)
		if end == 0 && i-start+1 >= maxTokens {
			end = i + 1
		}
		if end == 0 {
			continue
		}
		doc.Sentences = append(doc.Sentences, text.Sentence{Range: text.Range{First: start, Last: end}, Paragraph: para})
		start, i = end, end-1
	}
	if start < last {
		doc.Sentences = append(doc.Sentences, text.Sentence{Range: text.Range{First: start, Last: last}, Paragraph: para})
	}
}

// boundary is the end of the sentence whose final punctuation is token i, closing marks included, or 0.
func boundary(doc *text.Doc, i, last int) int {
	word := doc.Word(i)
	final := isFinal(word)
	if !final && !strings.HasSuffix(word, ".") {
		return 0
	}
	end := i + 1
	for end < last && closes(doc, end) {
		end++
	}
	if end >= last {
		return 0 // the paragraph ends here anyway
	}
	if !final {
		if end > i+1 { // an abbreviation before a closing bracket or quote: "(U.S.)"
			return 0
		}
		return abbreviationEnds(doc, i, end)
	}
	if !opens(doc, end) || (doc.Tokens[end-1].End == doc.Tokens[end].Start && !gluedStart(doc, i, end)) {
		return 0
	}
	return end
}

func isFinal(word string) bool {
	switch word[len(word)-1] {
	case '?', '!':
		return true
	case '.':
		return strings.Trim(word, ".") == ""
	}
	return word == "…" || word == "。"
}

// closes reports whether token i is a closing quote or bracket that belongs to the sentence before it.
func closes(doc *text.Doc, i int) bool {
	switch doc.Word(i) {
	case "”", "’", ")", "]", "»":
		return true
	case `"`, "'":
		return doc.Tokens[i-1].End == doc.Tokens[i].Start // a straight mark closes what it touches
	}
	return false
}

// opens reports whether token i can open a sentence.
func opens(doc *text.Doc, i int) bool {
	r, _ := utf8.DecodeRuneInString(doc.Word(i))
	return !unicode.IsLower(r) && !strings.ContainsRune(",;:)]}%", r)
}

// gluedStart reports whether "ended.The" is a missing space: a word, a stop and a capitalised word.
func gluedStart(doc *text.Doc, i, end int) bool {
	if end != i+1 {
		return true
	}
	if i == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(doc.Word(i - 1))
	after := doc.Word(end)
	r, n := utf8.DecodeRuneInString(after)
	next, _ := utf8.DecodeRuneInString(after[n:])
	return (unicode.IsLower(before) || unicode.IsDigit(before)) && unicode.IsUpper(r) && (unicode.IsLower(next) || len(after) == 1)
}

// abbreviationEnds is end where the abbreviation at token i also ends its sentence, or 0.
func abbreviationEnds(doc *text.Doc, i, end int) int {
	follow := abbreviations()[doc.Lower(i)].Field(1)
	initial := len(doc.Word(i)) == 2 // "J."
	if follow == "title" || follow == "number" || initial || !openers().Has(doc.Lower(end)) {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(doc.Word(end)); !unicode.IsUpper(r) {
		return 0
	}
	return end
}

// maxHeading is the longest line, in tokens, that can be a heading.
const maxHeading = 16

// headline reports whether a sentence is the title, or a short line of its own without final punctuation.
func headline(doc *text.Doc, s text.Sentence) bool {
	if !doc.Title.Empty() && doc.Title.Contains(s.Span) {
		return true
	}
	para := doc.Paragraphs[s.Paragraph]
	if para.Start != s.Start || para.End != s.End || s.Last-s.First > maxHeading {
		return false
	}
	last := doc.Word(s.Last - 1)
	return !strings.ContainsAny(last, ".!,;:”\"")
}
