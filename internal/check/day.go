// SPDX-License-Identifier: Apache-2.0

package check

import (
	"stemma/internal/align"
	"stemma/internal/news"
	"stemma/internal/text"
)

// day is the one day on which the claim says that its deed was done, or nil: of a deed that nobody named takes part in, the day is no
// typed part.
func (c *caseFile) day() *text.Time {
	times := c.report.Doc.Times
	if len(times) != 1 || !exact(&times[0]) {
		return nil
	}
	for _, p := range c.asked {
		if p.Kind == align.Dated || p.Time != nil {
			return nil
		}
	}
	return &times[0]
}

func exact(t *text.Time) bool { return t.From != "" && t.From == t.To }

// anotherDay is where a report that never mentions the claim's day dates the claim's deed, told of as known ("the attack came on") or in
// the claim's words, on one other day.
func (c *caseFile) anotherDay(r *news.Report) []passage {
	day, e := c.day(), c.mainDeed()
	if day == nil || e == nil || c.mentions(r, day) || !c.aboutSame(e, r) {
		return nil
	}
	var out []passage
	on := ""
	for _, x := range c.deeds[r] {
		if x.Concept != e.Concept || x.denied || x.Time < 0 || !real(x.Event) || !exact(&r.Doc.Times[x.Time]) || !c.known(x, r) {
			continue
		}
		if from := r.Doc.Times[x.Time].From; on == "" || on == from {
			on = from
			out = append(out, passage{ev: news.Evidence{Report: r, Span: x.Span}})
		} else {
			return nil // such things happened more than once
		}
	}
	return out
}

// mainDeed is the claim's deed where it tells one as a fact.
func (c *caseFile) mainDeed() *text.Event {
	for i := range c.report.Doc.Events {
		e := &c.report.Doc.Events[i]
		if e.Facet != text.NoFacet || e.Clause < 0 || c.subordinate(e) {
			continue
		}
		if e.Negated || e.Modality != text.Asserted || e.Concept == "be" || c.scene.Light(e.Concept) {
			return nil
		}
		return e
	}
	return nil
}

// mentions reports whether a report names a day, or a time that holds it.
func (c *caseFile) mentions(r *news.Report, day *text.Time) bool {
	for i := range r.Doc.Times {
		if t := &r.Doc.Times[i]; t.From != "" && t.From <= day.To && day.From <= t.To && t.Type != "DURATION" {
			return true
		}
	}
	return false
}

// aboutSame reports whether a report has all that the claim speaks of besides the deed.
func (c *caseFile) aboutSame(e *text.Event, r *news.Report) bool {
	whole := c.wholeTerms(r)
	for t := range c.terms {
		if !whole[t] && t != align.Term("c:"+e.Concept) {
			return false
		}
	}
	return true
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
