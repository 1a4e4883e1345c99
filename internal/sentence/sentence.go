// SPDX-License-Identifier: Apache-2.0

package sentence

import (
	"strings"

	"stemma/internal/text"
)

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
		again := titleIn(doc, first, last)
		split(doc, p, first, again.First)
		if !again.Empty() {
			doc.Sentences = append(doc.Sentences, text.Sentence{Range: again, Paragraph: p, Headline: true})
			split(doc, p, again.Last, last)
		}
		first = last
	}
	cover(doc)
	for i := range doc.Sentences {
		doc.Sentences[i].Headline = doc.Sentences[i].Headline || headline(doc, doc.Sentences[i])
	}
}

// minTitle is the shortest title, in tokens, that is known again in running text.
const minTitle = 4

// titleIn is where the title stands again in a paragraph, as in texts that lost their line ends; an empty range at its end
// where it does not.
func titleIn(doc *text.Doc, first, last int) text.Range {
	title := doc.RangeOf(doc.Title)
	n := title.Last - title.First
	if doc.Title.Empty() || n < minTitle || first < title.Last {
		return text.Range{First: last, Last: last}
	}
	for i := first; i+n < last; i++ {
		k := 0
		for k < n && doc.Lower(i+k) == doc.Lower(title.First+k) {
			k++
		}
		if k == n {
			return text.Range{First: i, Last: i + n}
		}
	}
	return text.Range{First: last, Last: last}
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
		if i > start && isBullet(doc.Word(i)) {
			doc.Sentences = append(doc.Sentences, text.Sentence{Range: text.Range{First: start, Last: i}, Paragraph: para})
			start = i
		}
		end := max(boundary(doc, start, i, last), unmarked(doc, start, i, last))
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

// isBullet reports whether a mark opens the item of a list.
func isBullet(word string) bool {
	switch word {
	case "•", "‣", "▪", "■", "●", "►", "▶", "◆":
		return true
	}
	return false
}

// maxHeading is the longest line, in tokens, that can be a heading.
const maxHeading = 16

// maxPoints bounds the points of a summary.
const maxPoints = 12

// headline reports whether a sentence is the title, a point of the summary under it, or a short line of its own without final
// punctuation.
func headline(doc *text.Doc, s text.Sentence) bool {
	if !doc.Title.Empty() && doc.Title.Contains(s.Span) {
		return true
	}
	if summary(doc, s.Paragraph) {
		return true
	}
	para := doc.Paragraphs[s.Paragraph]
	if para.Start != s.Start || para.End != s.End || s.Last-s.First > maxHeading {
		return false
	}
	last := doc.Word(s.Last - 1)
	return !strings.ContainsAny(last, ".!,;:”\"")
}

// summary reports whether a paragraph is a bulleted point over the text: it and all before it but the title open with a bullet.
func summary(doc *text.Doc, paragraph int) bool {
	if paragraph > maxPoints {
		return false
	}
	for k := paragraph; k >= 0; k-- {
		words := doc.Exact(doc.Paragraphs[k])
		if k == 0 && paragraph > 0 && doc.Title.Contains(doc.Paragraphs[k]) {
			break
		}
		if !strings.HasPrefix(words, "•") {
			return false
		}
	}
	return true
}
