// SPDX-License-Identifier: Apache-2.0

package when

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stemma/internal/lexicon"
)

// A cue is what a word tells about the time near it.
type cue uint8

const (
	futureCue cue = 1 << iota
	pastCue
	beforeCue // stands before a year or a month
)

var cueWords = sync.OnceValue(func() map[string]cue {
	kinds := map[string]cue{"future": futureCue, "past": pastCue, "before": beforeCue}
	cues := map[string]cue{}
	for _, row := range lexicon.Rows("when_cues") {
		cues[row[0]] |= kinds[row.Field(1)]
	}
	return cues
})

// A tense is how the clause of an expression is set in time.
type tense int8

const (
	unset tense = iota
	past
	future
)

// clauseReach is how many words off a verb may stand.
const clauseReach = 25

// tense looks for the verb nearest before the match, else after it.
func (f *finder) tense(m match) tense {
	if f.wantedBy(m) {
		return future
	}
	for i := m.first - 1; i >= max(0, m.first-clauseReach); i-- {
		if t := f.tenseOf(i); t != unset {
			return t
		}
	}
	for i := m.last; i < min(len(f.matcher.words), m.last+clauseReach); i++ {
		if t := f.tenseOf(i); t != unset {
			return t
		}
	}
	return unset
}

// wantedBy: "wants an answer by noon on Friday", but not "by Friday the port had reopened", nor "were waiting by Friday".
func (f *finder) wantedBy(m match) bool {
	if f.word(m.first-1) != "by" {
		return false
	}
	for i := m.last; i < m.last+6; i++ {
		switch f.word(i) {
		case "had", "was", "were":
			return false
		}
	}
	before := f.word(m.first - 3)
	return !strings.HasSuffix(f.word(m.first-2), "ing") || before != "was" && before != "were" && before != "been"
}

// firm reports whether the verb that gives the tense stands close before the match: "will meet on Monday", but not
// "would look for ways around Wednesday's ruling".
func (f *finder) firm(m match) bool {
	if f.word(m.last) == "'s" {
		return false
	}
	if f.wantedBy(m) {
		return true
	}
	for i := m.first - 1; i >= max(0, m.first-willReach); i-- {
		switch t := f.tenseOf(i); {
		case t == unset:
		case i >= m.first-firmReach, t == future && (f.word(i) == "will" || f.word(i) == "'ll"):
			return true
		default:
			return false
		}
	}
	return false
}

// firmReach is how many words before a day the verb may stand that is sure to tell its tense.
const firmReach = 6

// willReach is the same for "will", which hardly ever tells of anything else.
const willReach = 12

// be is the forms of the verb before which "to" tells of what is to come.
var be = map[string]bool{"is": true, "are": true, "was": true, "were": true, "'s": true, "'re": true}

func (f *finder) tenseOf(i int) tense {
	w := f.word(i)
	switch c := f.cues[w]; {
	case w == "from" && (f.word(i-1) == "up" || f.word(i-1) == "down"):
		return past // "up from 120 in March"
	case w == "to" && be[f.word(i-1)]:
		return future // "were to resume on Monday"
	case c == 0 && len(w) < 5 && w != "be":
		return unset
	case w == "due" && f.word(i-1) == "been", c&pastCue != 0 && f.word(i-1) == "be":
		return unset // "had been due in July", "will be held"
	case c&futureCue != 0:
		return future
	case c&pastCue != 0:
		return past
	case w == "be" && f.word(i-1) == "to":
		return future
	case len(w) > 4 && strings.HasSuffix(w, "ed") && f.word(i-1) != "be":
		return past
	}
	return unset
}

// sound reports whether a match is a time at all: words of the calendar are other words too.
func (f *finder) sound(m match, p *parts) bool {
	single := m.last == m.first+1
	switch p.kind {
	case "date":
		return f.soundDate(m, p, single)
	case "unit":
		return f.soundUnit(m, p)
	case "span":
		return f.soundSpan(m, p)
	}
	return true
}

func (f *finder) soundDate(m match, p *parts, single bool) bool {
	if p.month > 0 && p.day == 0 && p.ord > 0 {
		p.day = p.ord
	}
	switch {
	case p.bc:
		return p.n > 0 && p.n < 10000 || p.year > 0
	case p.day > 0 && !validDay(p.year, p.month, p.day):
		return false
	case single && p.year > 0:
		return f.soundYear(m, p)
	case p.season != "" && p.year == 0 && p.rel == "" && p.yrel == "":
		return f.soundSeason(m)
	case p.month > 0 && single:
		return f.soundMonth(m)
	}
	return true
}

// soundYear tells the year 2000 from 2000 homes.
func (f *finder) soundYear(m match, p *parts) bool {
	before, after := f.word(m.first-1), f.word(m.last)
	if f.measured(m.last) || before == "$" || before == "no" || before == "than" {
		return false
	}
	led := f.cues[before]&beforeCue != 0 || before == "(" || dash(before) || dash(after)
	if (before == "'s" || before == "a" || before == "an") && f.capital(m.last) {
		return false // "a 1987 Chevrolet"
	}
	plural := lowerWord(after) && strings.HasSuffix(after, "s") && f.cues[after] == 0
	if plural && (p.year%100 == 0 || p.year < 1900 || !led) {
		return false
	}
	if strings.HasPrefix(f.lexer.doc.Exact(f.matcher.words[m.first].Span), "'") {
		return led
	}
	return led || p.year >= 1900 && p.year < 2050
}

// measured reports whether what follows is a unit of anything: "1500 metres", "2000 %".
func (f *finder) measured(i int) bool {
	switch f.word(i) {
	case "%", "percent", "per", "people", "men", "women", "children", "million", "billion", "km", "miles", "feet":
		return true
	}
	return false
}

// soundMonth keeps names and verbs apart from months: "May" and "March" need a preposition before them.
func (f *finder) soundMonth(m match) bool {
	led := f.cues[f.word(m.first-1)]&beforeCue != 0
	if f.ambiguous(m.first) {
		return led && !f.capital(m.last) || f.word(m.first) == "march" && f.attributive(m)
	}
	return led || !f.capital(m.last) || dash(f.word(m.last))
}

func dash(w string) bool { return w == "-" || w == "–" || w == "—" }

// ambiguous reports whether word i is a month only in company.
func (f *finder) ambiguous(i int) bool {
	_, ok := f.feature(i, "MON")
	return ok
}

// capital reports whether word i starts with a capital letter.
func (f *finder) capital(i int) bool {
	if i >= len(f.matcher.words) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(f.lexer.doc.Text[f.matcher.words[i].Start:])
	return unicode.IsUpper(r)
}

// soundSeason wants a word that makes a season of "spring" and "fall".
func (f *finder) soundSeason(m match) bool {
	if m.last == m.first+1 {
		switch f.word(m.first - 1) {
		case "in", "by", "of", "since", "until", "during", "through", "late", "early", "mid":
			return true
		}
		return false
	}
	return f.word(m.last-1) != "fall" || f.word(m.last) != "of"
}

// soundUnit refuses "the day" and "this second", which mostly are no times.
func (f *finder) soundUnit(m match, p *parts) bool {
	if _, ok := grainOf(p.unit); !ok && p.unit != "F" {
		return false
	}
	if f.word(m.last) == "-" {
		return false // "the year-ago results", "a subsequent week-long truce"
	}
	if p.rel == "the" {
		if w := f.word(m.last); p.unit == "Y" && p.edge == "" && (w == "ended" || w == "ending") {
			p.kind, p.one = "span", true
			return true
		}
		return p.unit != "D" && p.unit != "X" && p.unit != "C" || p.edge != ""
	}
	return true
}

// soundSpan refuses "a second" and what measures something else: "a year" after an amount is a rate and is left to the
// quantities.
func (f *finder) soundSpan(m match, p *parts) bool {
	switch {
	case p.one && p.num == "" && p.unit == "S" && m.last == m.first+2:
		return false
	case p.unit == "" || p.unit == "E" && p.one || p.unit == "Q" && p.one && p.rel == "":
		return false
	case m.last == m.first+1:
		return strings.Contains("D W M Y X C", p.unit)
	case p.one && p.num == "" && p.mod == "" && m.last == m.first+2:
		return !f.rated(m.first-1) && f.word(m.last) != "-"
	}
	return true
}

// rated reports whether word i is an amount, so that "a year" after it is a rate: "$2 million a year".
func (f *finder) rated(i int) bool {
	if i < 0 {
		return false
	}
	if _, ok := f.feature(i, "NUM"); ok || f.measured(i) {
		return true
	}
	w := f.word(i)
	return lowerWord(w) && strings.HasSuffix(w, "s") && f.cues[w] == 0 && w != "years" && w != "this"
}
