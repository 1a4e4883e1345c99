// SPDX-License-Identifier: Apache-2.0

// Package when reads temporal expressions: dates, times of day, durations and sets, with their TIMEX3 type and value
// and, where they can be told, the first and last day they cover.
//
// Words are sorted into classes (when_words), patterns of classes are matched, longest first (when_rules), and what a
// match says is resolved against the day of publication, the tense of its clause and the dates named before it. What
// nothing anchors is left open: its value has X for what is not known, and From and To are "".
//
// Early, mid and late: a year is cut January to April, May to August, September to December; a month at the 10th
// and the 20th.
package when

import (
	"sync"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var rules = sync.OnceValue(func() *grammar {
	return newGrammar(lexicon.Rows("when_words"), lexicon.Rows("when_rules"))
})

// Read sets doc.Times from its tokens, sentences and reference day. Times are in the order of the text and do not
// overlap. Where doc has no sentences, its tokens are read as one.
func Read(doc *text.Doc) {
	found := find(doc)
	doc.Times = newResolver(doc, found).all(found)
}

// A mention is an expression as found, with what its surroundings tell.
type mention struct {
	text.Span
	parts
	sentence    int
	tense       tense
	firm        bool // the verb that tells the tense stands close before
	on          bool // follows "on": what the verb says happened that day
	attributive bool // "the October attack": names an event more than a day
}

// find reads the expressions of every sentence.
func find(doc *text.Doc) []mention {
	g := rules()
	f := &finder{lexer: lexer{doc: doc, voc: g.voc}, matcher: matcher{g: g}, cues: cueWords()}
	if len(doc.Sentences) == 0 {
		f.sentence(0, 0, len(doc.Tokens))
	}
	for i, sent := range doc.Sentences {
		f.sentence(i, sent.First, sent.Last)
	}
	return f.out
}

// A finder collects the mentions of a document.
type finder struct {
	lexer   lexer
	matcher matcher
	cues    map[string]cue
	out     []mention
}

// sentence takes the longest sound match at each word and goes on behind it.
func (f *finder) sentence(number, first, last int) {
	words := f.lexer.sentence(first, last)
	f.matcher.words = words
	for i := 0; i < len(words); i++ {
		if len(words[i].readings) == 0 {
			continue
		}
		for _, m := range f.matcher.at(i) {
			p := newParts(f.matcher.g.kinds[m.rule], m.says)
			if !f.sound(m, &p) {
				continue
			}
			if p.kind != "none" {
				m.last += f.add(number, m, p)
			}
			i = m.last - 1
			break
		}
	}
}

// add keeps a match, and the figures beside it that share its month or century: "6-7 January", "1990-94". It
// returns how many words behind the match these take.
func (f *finder) add(sentence int, m match, p parts) int {
	one := mention{
		Span:        f.span(m),
		parts:       p,
		sentence:    sentence,
		tense:       f.tense(m),
		firm:        f.firm(m),
		on:          f.word(m.first-1) == "on",
		attributive: f.attributive(m),
	}
	if before, ok := f.dayBefore(m, one); ok {
		f.out = append(f.out, before)
	}
	f.out = append(f.out, one)
	after, ok := f.figureAfter(m, one)
	if !ok {
		return 0
	}
	f.out = append(f.out, after)
	return 2
}
