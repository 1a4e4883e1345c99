// SPDX-License-Identifier: Apache-2.0

package check

import (
	"stemma/internal/align"
	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

var calendarWords = lexicon.Load("calendar_words")

// day is the one time at which the claim says that its deed was done, or nil: of a deed that nobody named takes part in, it is no
// typed part.
func (c *caseFile) day() *text.Time {
	times := c.report.Doc.Times
	if len(times) != 1 || times[0].From == "" || times[0].Type == "DURATION" {
		return nil
	}
	for _, p := range c.asked {
		if p.Kind == align.Dated || p.Time != nil {
			return nil
		}
	}
	return &times[0]
}

// bare reports whether a time of the claim is one of day alone ("at 6:40 a.m."): on which day is left open.
func (c *caseFile) bare(t *text.Time) bool {
	if t.Clock() == "" {
		return false
	}
	words := c.report.Doc.RangeOf(t.Span)
	for i := words.First; i < words.Last; i++ {
		switch word := c.report.Doc.Lower(i); {
		case word == "am", word == "pm", word == "a.m.", word == "p.m.":
		case calendarWords().Has(word):
			return false
		}
	}
	return true
}

// at reports whether a time of a report is the claim's, or holds it or is held by it.
func (c *caseFile) at(claimed, told *text.Time) bool {
	if c.bare(claimed) {
		return told.Clock() == claimed.Clock()
	}
	return told.From != "" && told.From <= claimed.To && claimed.From <= told.To
}

// besides reports whether a time of a report is another one than the claim's, told as sharply: another minute, day, month or year.
func (c *caseFile) besides(claimed, told *text.Time) bool {
	if c.bare(claimed) {
		return told.Clock() != "" && told.Clock() != claimed.Clock()
	}
	return told.From != "" && told.Type == claimed.Type && len(told.Value) == len(claimed.Value) && !c.at(claimed, told)
}

// anotherDay is where a report that never mentions the claim's day dates the claim's deed, told of as known ("the attack came on") or in
// the claim's words, on one other day.
func (c *caseFile) anotherDay(r *news.Report) []passage {
	day, e := c.day(), c.mainDeed()
	if day == nil || e == nil || e.Negated || c.mentions(r, day) || !c.speaksOf(r) {
		return nil
	}
	var out []passage
	var on *text.Time
	for _, x := range c.deeds[r] {
		if x.Concept != e.Concept || x.denied || x.Time < 0 || !real(x.Event) || !c.known(x, r) {
			continue
		}
		t := &r.Doc.Times[x.Time]
		switch {
		case !c.besides(day, t):
		case on == nil || on.Value == t.Value:
			on = t
			out = append(out, passage{ev: news.Evidence{Report: r, Span: x.Span}})
		default:
			return nil // such things happened more than once
		}
	}
	return out
}

// mainDeed is the claim's deed where it tells, as a fact, that it was done or not.
func (c *caseFile) mainDeed() *text.Event {
	for i := range c.report.Doc.Events {
		e := &c.report.Doc.Events[i]
		if e.Facet != text.NoFacet || e.Clause < 0 || c.subordinate(e) {
			continue
		}
		if e.Modality != text.Asserted || e.Concept == "be" || c.scene.Light(e.Concept) {
			return nil
		}
		return e
	}
	return nil
}

// mentions reports whether a report names a day, or a time that holds it.
func (c *caseFile) mentions(r *news.Report, day *text.Time) bool {
	for i := range r.Doc.Times {
		if t := &r.Doc.Times[i]; t.Type != "DURATION" && c.at(day, t) {
			return true
		}
	}
	return false
}

// speaksOf reports whether a report names all whom the claim names, and has most of the claim's other words.
func (c *caseFile) speaksOf(r *news.Report) bool {
	shared := align.Shared(c.terms, c.wholeTerms(r))
	return c.namesAll(r) && c.scene.Weigh(shared) >= coverSaid*c.scene.Weigh(c.terms)
}

// known reports whether a deed is told of as the one the report is about, or shares the claim's words for who took part.
func (c *caseFile) known(x deed, r *news.Report) bool {
	first := x.Verb
	for first > 0 && (r.Doc.Tokens[first-1].Tag == text.ADJ || r.Doc.Tokens[first-1].Tag == text.NOUN) {
		first--
	}
	if r.Doc.Tokens[x.Verb].Tag == text.NOUN && first > 0 && r.Doc.Lower(first-1) == "the" {
		return true
	}
	shared := align.Shared(c.terms, c.scene.Terms(r, x.Core))
	delete(shared, align.Term("c:"+x.Concept))
	return len(shared) > 0
}
