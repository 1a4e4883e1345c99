// SPDX-License-Identifier: Apache-2.0

package check

import (
	"slices"

	"stemma/internal/align"
	"stemma/internal/news"
	"stemma/internal/text"
	"stemma/internal/weigh"
)

// How much of the claim's content, by weight, a passage must hold: with every typed part stated in the report, or alone.
const (
	coverTyped = 0.5
	coverAlone = 0.8
	coverFoe   = 0.4 // for a contradiction: it must be of the claim's matter
)

// findings are what one report says for and against a claim, and the figures of a running count that differ from it.
type findings struct{ support, against, overtaken []passage }

// examine weighs one report.
func (c *caseFile) examine(r *news.Report) findings {
	var f findings
	switch {
	case c.said != nil:
		f.support = c.quoted(r)
		return f
	case c.part != nil:
		if f.support = c.takesPart(c.part, r); len(f.support) > 0 {
			return f
		}
		if c.part.venue {
			f.against = c.elsewhere(c.part, r)
		}
	}
	stated := true
	var typed []passage
	for _, asked := range c.asked {
		part := c.partOf(asked, r)
		f.against = append(f.against, part.against...)
		f.overtaken = append(f.overtaken, part.overtaken...)
		typed = append(typed, part.support...)
		stated = stated && len(part.support) > 0
	}
	if stated && c.typedAlone() {
		if c.namesAll(r) && len(align.Shared(c.about, c.wholeTerms(r))) == len(c.about) {
			f.support = typed
		}
		return f
	}
	place, cover := c.best(r)
	need := coverAlone
	if len(c.asked) > 0 && stated {
		need = coverTyped
	}
	if !stated || cover < need || place == nil {
		f.against = append(append(f.against, c.anotherDay(r)...), c.otherwise(r)...)
		return f
	}
	f.support = append(append(typed, *place), c.within(r, place.ev.Span)...)
	return f
}

// typedAlone reports whether the typed parts of a claim say all of it but names.
func (c *caseFile) typedAlone() bool {
	for t := range c.terms {
		if t[0] == 'c' {
			return false
		}
	}
	return len(c.asked) > 0
}

// namesAll reports whether a report has every name of the claim.
func (c *caseFile) namesAll(r *news.Report) bool {
	whole := c.wholeTerms(r)
	for t := range c.terms {
		if t[0] == 'e' && !whole[t] && !c.near(t, whole) {
			return false
		}
	}
	return true
}

// within is the attributed statements of a passage that hold much of the claim: they may stand in a dispute.
func (c *caseFile) within(r *news.Report, span text.Span) []passage {
	var out []passage
	for _, told := range c.told {
		if told.Report != r || told.Kind != align.Saying && told.Kind != align.Happening || !span.Contains(told.Evidence) {
			continue
		}
		if smaller, larger := c.scene.Likeness(c.terms, told.Content); smaller >= coverAlone && larger >= 0.5 {
			out = append(out, of(told))
		}
	}
	return out
}

// coverSaid is how much of what a source is claimed to have said its words in a report must hold.
const coverSaid = 0.6

// quoted finds the claimed words of a source among those that a report gives it.
func (c *caseFile) quoted(r *news.Report) []passage {
	var out []passage
	for _, told := range c.told {
		if told.Report != r || told.Kind != align.Saying || told.Negated != c.said.Negated {
			continue
		}
		one := len(align.Shared(named(told.Actors), named(c.said.Actors))) > 0 || told.Attribution.Source != "" && told.Attribution.Source == c.said.Attribution.Source
		if !one {
			continue
		}
		want := c.said.Content
		if shared := align.Shared(want, told.Content); c.scene.Weigh(shared) >= coverSaid*c.scene.Weigh(want) {
			out = append(out, of(told))
		}
	}
	return out
}

// partOf finds what a report states for and against one typed part of the claim.
func (c *caseFile) partOf(asked *align.Proposition, r *news.Report) findings {
	var f findings
	for _, told := range c.told {
		if told.Report != r || told.Headline || weigh.Rejected(told) {
			continue
		}
		rel, entailed := c.relate(asked, told)
		switch {
		case entailed && (c.claimed(told) || !c.claimed(asked)) && (!planned(told) || planned(asked)):
			f.support = append(f.support, of(told))
		case rel < weigh.Update || !c.ofTheMatter(told) || !c.claimed(told):
		case rel == weigh.Contradict:
			f.against = append(f.against, of(told))
		default:
			f.overtaken = append(f.overtaken, of(told))
		}
	}
	if asked.Kind == align.Comment {
		f.against = append(f.against, c.commented(asked, r)...)
	}
	return f
}

// planned reports whether a figure counts those to whom something is only to be done: "12 would be freed".
func planned(p *align.Proposition) bool {
	return p.Kind == align.Count && len(p.States) > 0 && (p.Modality == text.Planned || p.Modality == text.Conditional || p.Modality == text.Demanded || p.Modality == text.Possible)
}

// claimed: what is stated as so, not as possible, planned or demanded.
func (c *caseFile) claimed(p *align.Proposition) bool {
	switch p.Kind {
	case align.Count, align.Office, align.Governing, align.Comment, align.Stance:
		return true
	case align.Dated:
		if p.Time != nil && weigh.ToCome(p) {
			return true
		}
	}
	return p.Modality == text.Asserted || p.Modality == text.Reported
}

// ofTheMatter reports whether a statement that cannot hold with a part of the claim speaks of the claim's matter: every
// name of the claim is in its report, and its sentence and the ones beside it hold some of the rest.
func (c *caseFile) ofTheMatter(told *align.Proposition) bool {
	if told.Sentence < 0 {
		return false
	}
	r := told.Report
	if !c.namesAll(r) {
		return false
	}
	if told.Kind == align.Count || told.Kind == align.Dated {
		return true // what is counted or dated has been compared already
	}
	first, last := max(0, told.Sentence-1), min(len(r.Doc.Sentences), told.Sentence+2)
	span := r.Doc.Sentences[first].Span.Union(r.Doc.Sentences[last-1].Span)
	have := c.scene.Widen(c.scene.Terms(r, span))
	return c.scene.Weigh(align.Shared(c.terms, have)) >= coverFoe*c.scene.Weigh(c.terms)
}

// wholeTerms is the content of a whole report.
func (c *caseFile) wholeTerms(r *news.Report) align.Terms {
	if c.whole[r] == nil {
		c.whole[r] = c.scene.Widen(c.scene.Terms(r, text.Span{End: len(r.Doc.Text)}))
	}
	return c.whole[r]
}

// commented finds on-record words of a body of which the claim says that it did not comment; facts hold them.
func (c *caseFile) commented(asked *align.Proposition, r *news.Report) []passage {
	var out []passage
	for _, f := range c.story.Facts {
		if f.Kind != string(align.Comment) || f.Status != news.Contested {
			continue
		}
		for _, st := range f.Versions[1].Statements {
			if st.Report == r && c.silentActor(f, asked) {
				out = append(out, passage{news.Evidence{Report: r, Span: st.Evidence}, st})
			}
		}
	}
	return out
}

// silentActor reports whether the fact is about the body of the claim.
func (c *caseFile) silentActor(f *news.Fact, asked *align.Proposition) bool {
	for _, told := range c.told {
		if told.Kind == align.Comment && holds(f.Versions[0], told.Statement) && len(align.Shared(told.Actors, asked.Actors)) > 0 {
			return true
		}
	}
	return false
}

// best is the sentence of a report, or two in a row, that holds most of the claim and says nothing against it.
func (c *caseFile) best(r *news.Report) (*passage, float64) {
	var at *passage
	most := 0.0
	n := len(r.Doc.Sentences)
	for k := range n {
		for _, last := range []int{k + 1, k + 2} {
			if last > n || r.Doc.Sentences[k].Headline || r.Doc.Sentences[k].Paragraph != r.Doc.Sentences[last-1].Paragraph {
				continue
			}
			cover := c.cover(r, k, last)
			if last == k+2 {
				cover *= 0.97 // one sentence is better evidence than two
			}
			if cover > most && c.consistent(r, k, last) && c.dated(r, k, last) {
				span := r.Doc.Sentences[k].Span.Union(r.Doc.Sentences[last-1].Span)
				at, most = &passage{ev: news.Evidence{Report: r, Span: span}}, cover
			}
		}
	}
	return at, most
}

// dated reports whether sentences first to last have each day of the claim, or one within it; days that a typed part of the
// claim carries are compared there.
func (c *caseFile) dated(r *news.Report, first, last int) bool {
	for _, p := range c.asked {
		if p.Kind == align.Dated || p.Kind == align.Count && p.Time != nil {
			return true
		}
	}
	span := r.Doc.Sentences[first].Span.Union(r.Doc.Sentences[last-1].Span)
	for _, want := range c.report.Doc.Times {
		if want.From == "" || want.Type == "DURATION" {
			continue
		}
		found := false
		for _, have := range r.Doc.Times {
			found = found || span.Contains(have.Span) && c.at(&want, &have)
		}
		if !found {
			return false
		}
	}
	return true
}

// cover is the share of the claim's content that sentences first to last hold. A name of the claim that they do not hold
// leaves nothing covered.
func (c *caseFile) cover(r *news.Report, first, last int) float64 {
	span := r.Doc.Sentences[first].Span.Union(r.Doc.Sentences[last-1].Span)
	have := c.scene.Widen(c.scene.Terms(r, span))
	for _, p := range c.asked {
		if p.Kind == align.Dated && p.Event.Facet != text.NoFacet { // "began", "took effect": compared with the day
			have["c:begin"], have["c:end"], have["c:expire"], have["c:leave"] = true, true, true, true
		}
	}
	want := c.terms
	for t := range want {
		if t[0] == 'e' && !have[t] && !c.near(t, have) && !c.topical(t, r) {
			return 0
		}
	}
	total := c.scene.Weigh(want)
	if total == 0 || !c.quantified(r, first, last) {
		return 0
	}
	shared := align.Shared(want, have)
	return c.scene.Weigh(shared) / total
}

// wholes are words that claim something of all, or at all times: a passage must have the same or a like one.
var wholes = map[string]string{
	"all": "all", "every": "all", "each": "all", "everyone": "all", "everybody": "all", "entire": "all", "whole": "all",
	"never": "never", "always": "always", "both": "both",
}

// quantified reports whether sentences first to last have each such word of the claim.
func (c *caseFile) quantified(r *news.Report, first, last int) bool {
	for i := range c.report.Doc.Tokens {
		want, ok := wholes[c.report.Doc.Lower(i)]
		if !ok {
			continue
		}
		found := false
		for k := r.Doc.Sentences[first].First; k < r.Doc.Sentences[last-1].Last; k++ {
			found = found || wholes[r.Doc.Lower(k)] == want
		}
		if !found {
			return false
		}
	}
	return true
}

// topical reports whether a report is about an entity: it names it three times, or in its title. Such a name need not
// stand in each sentence.
func (c *caseFile) topical(t align.Term, r *news.Report) bool {
	e, n := c.scene.Entities.Named(string(t[2:])), 0
	for i, name := range r.Doc.Names {
		if c.scene.Entities.Of(r, i) != e {
			continue
		}
		n++
		if !r.Doc.Title.Empty() && r.Doc.Title.Contains(r.Doc.SpanOf(name.Range)) {
			return true
		}
	}
	return n >= 3
}

// near: a capital of the claim is met by its country.
func (c *caseFile) near(t align.Term, have align.Terms) bool {
	e := c.scene.Entities.Named(string(t[2:]))
	return e != nil && e.Kind == text.Place && e.Country != "" && e.Country != e.Name && have[align.Term("e:"+lower(e.Country))]
}

// consistent reports whether sentences state the claim's deeds as the claim does: with the same polarity, as facts where
// the claim does, and with nobody's part turned round.
func (c *caseFile) consistent(r *news.Report, first, last int) bool {
	for i := range c.report.Doc.Events {
		e := &c.report.Doc.Events[i]
		if e.Facet != text.NoFacet || e.Clause < 0 || c.subordinate(e) || c.typed(e) {
			continue
		}
		if !c.stated(e, r, first, last) {
			return false
		}
	}
	return true
}

// subordinate: only the claim's main deed must be stated as it is.
func (c *caseFile) subordinate(e *text.Event) bool {
	clause := c.report.Doc.Clauses[e.Clause]
	return clause.Sub || clause.Mark != ""
}

// typed reports whether the clause of a deed is also one of the claim's typed parts, which are compared apart: a comment, a
// stance, an office.
func (c *caseFile) typed(e *text.Event) bool {
	for _, p := range c.asked {
		if p.Kind == align.Office && p.Role.Office.Contains(c.report.Doc.Tokens[e.Verb].Span) {
			return true // "is the mediator" says who somebody is
		}
		if p.Event != nil && p.Event.Facet != text.NoFacet && p.Event.Clause == e.Clause && p.Kind != align.Channel && p.Kind != align.Condition {
			return true
		}
	}
	return false
}

// stated looks for the claim's deed e among the events of sentences first to last: told as a fact, with the same polarity,
// of the same people in the same parts. A noun tells of a deed only where it says who did it to whom, or when: "the
// release of captives" may be a hope. A claim that tells of being, or of a figure, is left to what else it says.
func (c *caseFile) stated(e *text.Event, r *news.Report, first, last int) bool {
	if c.onlyOtherwise(e, r, first, last) {
		return false
	}
	if e.Concept == "be" || c.measured() || c.scene.Light(e.Concept) {
		return !e.Negated || c.negatedThere(e, r, first, last)
	}
	for _, x := range c.deeds[r] {
		if x.Concept != e.Concept || x.sentence < first || x.sentence >= last || x.denied != e.Negated {
			continue
		}
		if (real(x.Event) || x.Modality == e.Modality) && c.sameParts(e, x.Event, r) {
			return true
		}
	}
	return false
}

// otherwise is where a report says of the claim's deed, with the same people in the same parts, that it was not done, or, where the claim
// denies it, that it was.
func (c *caseFile) otherwise(r *news.Report) []passage {
	e := c.mainDeed()
	if e == nil || len(c.asked) > 0 {
		return nil
	}
	actors, targets := named(c.scene.Participants(c.report, e.Actors)), named(c.scene.Participants(c.report, e.Recipients))
	var out []passage
	for _, x := range c.deeds[r] {
		if x.Concept != e.Concept || x.denied == e.Negated || !x.denied && !real(x.Event) || c.cover(r, x.sentence, x.sentence+1) < coverAlone {
			continue
		}
		xa, xt := c.scene.Participants(r, x.Actors), c.scene.Participants(r, x.Recipients)
		unnamed := len(actors)+len(targets) == 0 && len(align.Shared(c.parts(c.report, e), c.parts(r, x.Event))) > 0
		if unnamed || len(align.Shared(actors, xa)) == len(actors) && len(align.Shared(targets, xt)) == len(targets) && len(actors)+len(targets) > 0 {
			out = append(out, passage{ev: news.Evidence{Report: r, Span: x.Span}})
		}
	}
	return out
}

// onlyOtherwise reports whether a passage has the claim's deed done by or to those of whom the claim speaks, named or not, and each time
// with the other polarity: "no one had told the families" for "the families were told".
func (c *caseFile) onlyOtherwise(e *text.Event, r *news.Report, first, last int) bool {
	claimed, found := c.parts(c.report, e), false
	for _, x := range c.deeds[r] {
		if x.sentence < first || x.sentence >= last || x.Concept != e.Concept || len(align.Shared(claimed, c.parts(r, x.Event))) == 0 {
			continue
		}
		if x.denied == e.Negated {
			return false
		}
		found = true
	}
	return found
}

// parts is who takes part in a deed, named or not.
func (c *caseFile) parts(r *news.Report, e *text.Event) align.Terms {
	return c.scene.Participants(r, slices.Concat(e.Actors, e.Recipients))
}

// negatedThere reports whether a sentence of the passage is negated as the claim is.
func (c *caseFile) negatedThere(e *text.Event, r *news.Report, first, last int) bool {
	for _, x := range c.deeds[r] {
		if x.sentence >= first && x.sentence < last && x.denied && x.Concept == e.Concept {
			return true
		}
	}
	return false
}

// real: told as having happened.
func real(x *text.Event) bool {
	fact := x.Modality == text.Asserted || x.Modality == text.Reported
	return fact && (x.Clause >= 0 || x.Time >= 0 || len(x.Actors) > 0 && len(x.Recipients) > 0)
}

// sameParts reports whether those whom the claim names as doing it or having it done to them have that part in the report,
// and none of them the other one. Deeds that two sides do together have one part.
func (c *caseFile) sameParts(e, x *text.Event, r *news.Report) bool {
	actors, targets := named(c.scene.Participants(c.report, e.Actors)), named(c.scene.Participants(c.report, e.Recipients))
	if len(actors)+len(targets) == 0 {
		return true
	}
	xa, xt := c.scene.Participants(r, x.Actors), c.scene.Participants(r, x.Recipients)
	if mutual[e.Concept] {
		return len(align.Shared(actors, xa))+len(align.Shared(actors, xt))+len(align.Shared(targets, xa))+len(align.Shared(targets, xt)) > 0
	}
	kept := len(align.Shared(actors, xa)) + len(align.Shared(targets, xt))
	turned := len(actors) > 0 && len(align.Shared(actors, xa)) == 0 && len(named(xa)) > 0 || len(targets) > 0 && len(align.Shared(targets, xt)) == 0 && len(named(xt)) > 0
	return kept > 0 && !turned
}

func named(terms align.Terms) align.Terms {
	out := align.Terms{}
	for t := range terms {
		if t[0] == 'e' || t[0] == 'i' {
			out[t] = true
		}
	}
	return out
}

// measured reports whether the claim states a figure: then the figure's own comparison tells whether it is of the same
// deed, and the verb may differ.
func (c *caseFile) measured() bool {
	for _, p := range c.asked {
		if p.Kind == align.Count && (p.Quantity.Kind != text.Duration || len(p.Content) > 0) { // a length of what lasts so long
			return true
		}
	}
	return false
}

// mutual deeds have no doer and done-to.
var mutual = map[string]bool{"talk": true, "meet": true, "agree": true, "fight": true, "war": true, "swap": true, "sign": true, "truce": true, "channel": true}
