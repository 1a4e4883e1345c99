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

// boundary is the end of the sentence that begins at token start and whose final punctuation is token i, closing marks
// included, or 0.
func boundary(doc *text.Doc, start, i, last int) int {
	word := doc.Word(i)
	final := isFinal(word)
	if !final && (len(word) < 2 || word[len(word)-1] != '.') {
		return 0
	}
	end := i + 1
	for end < last && closes(doc, end) {
		end++
	}
	if final {
		end = after(doc, i, end, last)
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
	if !opens(doc, i, end) || isMarker(doc, start, i) || reported(doc, i, end, last) {
		return 0
	}
	if doc.Tokens[end-1].End == doc.Tokens[end].Start && !gluedStart(doc, i, end) {
		return 0
	}
	return end
}

func isFinal(word string) bool {
	switch word[len(word)-1] {
	case '?', '!':
		return true
	case '.':
		return strings.Trim(word, ".…!?") == ""
	}
	return strings.HasSuffix(word, "…") || word == "。"
}

// closes reports whether token i is a closing quote or bracket that belongs to the sentence whose stop is before it.
func closes(doc *text.Doc, i int) bool {
	switch doc.Word(i) {
	case "”", "’", ")", "]", "»":
		return true
	case `"`, "'":
		return doc.Tokens[i-1].End == doc.Tokens[i].Start // a straight mark closes what it touches
	}
	return false
}

// after is the end of what follows a sentence and its closing marks and belongs to it: references, "[4]" and the small
// figure of a footnote, and emoticons.
func after(doc *text.Doc, stop, end, last int) int {
	for next := end; next < last; end = next {
		switch {
		case isEmoticon(doc.Word(next)):
			next++
		case doc.Word(next) == "[":
			if next = reference(doc, next, last); next == 0 {
				return end
			}
		case next == stop+1 && isFootnote(doc, stop, next, last):
			next++
		default:
			return end
		}
	}
	return end
}

func isEmoticon(word string) bool {
	return len(word) > 1 && (strings.IndexByte(":;=", word[0]) >= 0 && strings.IndexByte(")(DPp]|/\\", word[len(word)-1]) >= 0 ||
		word == "^_^" || word == "(:" || word == "<3")
}

// reference is the token after a bracket that holds a figure, a letter or "citation needed", or 0.
func reference(doc *text.Doc, i, last int) int {
	end := i + 1
	for end < last && end < i+4 && doc.Word(end) != "]" {
		end++
	}
	if end >= last || doc.Word(end) != "]" || end == i+1 {
		return 0
	}
	inside := doc.Word(end - 1)
	if figure(inside) || len(inside) == 1 || doc.Lower(i+1) == "citation" {
		return end + 1
	}
	return 0
}

// isFootnote reports whether a figure touches the stop and a new sentence follows: "ended.4 The next".
func isFootnote(doc *text.Doc, stop, i, last int) bool {
	if i+1 >= last || stop == 0 || doc.Tokens[stop].End != doc.Tokens[i].Start || doc.Tokens[i].End == doc.Tokens[i+1].Start {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(doc.Word(stop - 1))
	next, _ := utf8.DecodeRuneInString(doc.Word(i + 1))
	word := doc.Word(i)
	return len(word) <= 3 && figure(word) && unicode.IsLetter(before) && unicode.IsUpper(next)
}

// opens reports whether token i can open a sentence after the stop. In lower case it needs a plain stop after a plain
// word: not every abbreviation is known.
func opens(doc *text.Doc, stop, i int) bool {
	r, _ := utf8.DecodeRuneInString(doc.Word(i))
	if !unicode.IsLower(r) {
		return !strings.ContainsRune(",;:)]}%.?!…/", r)
	}
	if stop == 0 || i != stop+1 || doc.Tokens[stop-1].End != doc.Tokens[stop].Start {
		return false
	}
	mark, before := doc.Word(stop), doc.Word(stop-1)
	if mark == "." {
		first, _ := utf8.DecodeRuneInString(before)
		short := len(before) < 2 || len(before) < 5 && unicode.IsUpper(first)
		return !short && strings.ContainsAny(doc.Lower(stop-1), "aeiouy0123456789'")
	}
	return mark[0] == '?' || mark[0] == '!'
}

// isMarker reports whether the full stop at token i belongs to the number of a list or of a figure: "2. Second",
// "Table 2. Wages".
func isMarker(doc *text.Doc, start, i int) bool {
	if doc.Word(i) != "." || i == start {
		return false
	}
	number := doc.Word(i - 1)
	if i-start > 3 && (doc.Word(i-2) != ":" || doc.Tokens[i-2].End == doc.Tokens[i-1].Start) {
		return false
	}
	if len(number) > 3 || strings.Trim(number, "0123456789.") != "" {
		return len(number) == 1 && i == start+1 && number != "I"
	}
	if i == start+1 {
		return true
	}
	switch before := doc.Lower(i - 2); before {
	case "figure", "table", "section", "chapter", "step", "*", "-", ":", "#":
		return true
	}
	return false
}

// gluedStart reports whether "ended.The" is a missing space: a word, a stop and a capitalised word, quoted or not. After a
// question mark any word will do.
func gluedStart(doc *text.Doc, i, end int) bool {
	if end != i+1 {
		return true
	}
	if i == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(doc.Word(i - 1))
	after := strings.TrimLeft(doc.Text[doc.Tokens[end].Start:min(len(doc.Text), doc.Tokens[end].Start+8)], "“‘")
	r, n := utf8.DecodeRuneInString(after)
	next, _ := utf8.DecodeRuneInString(after[n:])
	if mark := doc.Word(i)[0]; (mark == '?' || mark == '!') && unicode.IsLetter(before) {
		return unicode.IsLetter(r)
	}
	return (unicode.IsLower(before) || unicode.IsDigit(before)) && unicode.IsUpper(r) && !unicode.IsUpper(next) && !unicode.IsDigit(next)
}

// abbreviationEnds is end where the abbreviation at token i also ends its sentence, or 0.
func abbreviationEnds(doc *text.Doc, i, end int) int {
	follow := abbreviations()[doc.Lower(i)].Field(1)
	first := end
	if opensQuotation(doc, end) {
		first++
	}
	switch {
	case len(doc.Word(i)) == 2: // "J.", and seldom "vitamin C."
		if !afterInitial[doc.Lower(first)] {
			return 0
		}
	case follow == "title" || follow == "number" || !openers().Has(doc.Lower(first)):
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(doc.Word(first)); !unicode.IsUpper(r) {
		return 0
	}
	return end
}

// opensQuotation reports whether token i is a mark that touches a word after it and none before it.
func opensQuotation(doc *text.Doc, i int) bool {
	switch doc.Word(i) {
	case "“", "‘", "«", `"`, "'":
		return i > 0 && i+1 < len(doc.Tokens) && doc.Tokens[i-1].End < doc.Tokens[i].Start && doc.Tokens[i].End == doc.Tokens[i+1].Start
	}
	return false
}

// afterInitial is openers that are no part of a name, so that a letter before them is no initial.
var afterInitial = set("the this that these those he she it they we but and")

// maxSpeaker bounds the words of a speaker between a quotation and its verb.
const maxSpeaker = 4

// reported reports whether a question or cry is quoted and its speaker follows: “Is it over?” Dahl asked.
func reported(doc *text.Doc, stop, i, last int) bool {
	mark := doc.Word(stop)
	if mark[0] == '.' && len(mark) == 1 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(doc.Word(i))
	closed := i > stop+1
	if !unicode.IsLetter(r) || !closed && !unicode.IsLower(r) || unicode.IsUpper(r) && openers().Has(doc.Lower(i)) && doc.Lower(i) != "i" && doc.Lower(i) != "the" {
		return false
	}
	for k := i; k < min(last, i+maxSpeaker); k++ {
		if speech[doc.Lower(k)] {
			return true
		}
		if r, _ := utf8.DecodeRuneInString(doc.Word(k)); !unicode.IsLetter(r) {
			return false
		}
	}
	return false
}

// speech is the verbs that follow a quoted question or cry.
var speech = set("said says asked asks thought wondered cried shouted yelled called added exclaimed whispered replied answered " +
	"wrote writes tweeted told muttered demanded began continued screamed")
