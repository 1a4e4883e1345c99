// SPDX-License-Identifier: Apache-2.0

package when

import (
	"strings"

	"stemma/internal/text"
)

// span is the bytes of a match without the comma or the full stop of the sentence at its end.
func (f *finder) span(m match) text.Span {
	last := m.last
	for last > m.first+1 && (f.word(last-1) == "," || f.word(last-1) == ".") {
		last--
	}
	s := text.Span{Start: f.matcher.words[m.first].Start, End: f.matcher.words[last-1].End}
	if w := f.word(last - 1); strings.HasSuffix(w, ".") && !abbreviated(w[:len(w)-1]) {
		s.End--
	}
	return s
}

// abbreviated reports whether a full stop belongs to a word: "Sept.", "a.m.", but not "June.".
func abbreviated(w string) bool {
	switch w {
	case "may", "june", "july", "year", "day", "week":
		return false
	}
	return strings.Contains(w, ".") || len(w) <= 4
}

// word is lexeme i in lower case, or "" outside the sentence.
func (f *finder) word(i int) string {
	if i < 0 || i >= len(f.matcher.words) {
		return ""
	}
	l := f.matcher.words[i]
	tok := &f.lexer.doc.Tokens[l.tok]
	if l.Span == tok.Span {
		return tok.Lower
	}
	return f.lexer.doc.Exact(l.Span)
}

// attributive reports whether the match stands between "the" and a noun.
func (f *finder) attributive(m match) bool {
	before, after := f.word(m.first-1), f.word(m.last)
	return (before == "the" || before == "'s") && lowerWord(after) && f.cues[after] == 0
}

func lowerWord(w string) bool { return len(w) > 2 && w[0] >= 'a' && w[0] <= 'z' }

// dayBefore reads the "6" of "6-7 January" and the "22" of "22 to 24 February".
func (f *finder) dayBefore(m match, one mention) (mention, bool) {
	i := m.first - 2
	if one.kind != "date" || one.day == 0 || one.month == 0 || i < 0 || !joins(f.word(m.first-1)) {
		return mention{}, false
	}
	d, ok := f.feature(i, "DAY")
	first, _ := f.feature(m.first, "DAY")
	if n := len(f.out); !ok || first != one.day || d >= one.day || n > 0 && f.out[n-1].End > f.matcher.words[i].Start {
		return mention{}, false
	}
	one.day, one.Span, one.weekday = d, f.matcher.words[i].Span, 0
	return one, true
}

// figureAfter reads the "9" of "March 5-9", the "25" of "April 24 and 25" and the "94" of "1990-94".
func (f *finder) figureAfter(m match, one mention) (mention, bool) {
	i := m.last + 1
	if one.kind != "date" || i >= len(f.matcher.words) || !joins(f.word(m.last)) || f.counts(i+1) {
		return mention{}, false
	}
	if one.year > 0 && one.month == 0 && one.season == "" && !one.bc {
		n, ok := f.feature(i, "NUM")
		year := one.year/100*100 + n
		if !ok || !dash(f.word(m.last)) || f.matcher.words[i].End-f.matcher.words[i].Start != 2 || year <= one.year {
			return mention{}, false
		}
		one.year, one.Span = year, f.matcher.words[i].Span
		return one, true
	}
	d, ok := f.feature(i, "DAY")
	if last, _ := f.feature(m.last-1, "DAY"); !ok || one.day == 0 || one.month == 0 || last != one.day || d <= one.day {
		return mention{}, false
	}
	one.day, one.Span, one.weekday = d, f.matcher.words[i].Span, 0
	return one, validDay(one.year, one.month, d)
}

func joins(w string) bool { return dash(w) || w == "and" || w == "to" || w == "or" || w == "through" }

// counts reports whether word i makes what stands before it a count or another date: "April 24 and 25 people".
func (f *finder) counts(i int) bool {
	w := f.word(i)
	if f.cues[w] != 0 {
		return false
	}
	return lowerWord(w) || f.measured(i) || i < len(f.matcher.words) && (f.ambiguous(i) || proper(f.matcher.words[i].readings))
}

// feature is the number that word i has in a class.
func (f *finder) feature(i int, class string) (int, bool) {
	for _, r := range f.matcher.words[i].readings {
		if r.key == class {
			return r.n, true
		}
	}
	return 0, false
}
