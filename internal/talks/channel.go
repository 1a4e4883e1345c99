// SPDX-License-Identifier: Apache-2.0

package talks

import (
	"slices"

	"stemma/internal/news"
	"stemma/internal/text"
)

// The modes of a channel.
const (
	direct   = "direct"
	mediated = "mediated"
)

// A relay is a place where a report says that words go through somebody.
type relay struct {
	page   *page
	cue    int
	entity *news.Entity
}

// channels lists how the parties talk, one row for each pair and mode.
func (b *builder) channels() []news.Channel {
	var out []news.Channel
	for _, st := range b.story.Statements {
		if st.Event == nil || st.Event.Facet != text.Channel || st.Headline {
			continue
		}
		spans := append(slices.Clone(st.Event.Actors), st.Event.Recipients...)
		p := b.pageOf(st.Report)
		through := b.throughNames(p, st.Event.Through)
		if len(through) == 0 && st.Event.Concept == mediated && st.Sentence >= 0 {
			through = b.throughNames(p, []text.Span{p.doc.Sentences[st.Sentence].Span})
		}
		out = b.channel(out, b.pairOf(p, spans, st.Sentence), st.Event.Concept, through, st)
	}
	for _, r := range b.relays {
		k := r.page.doc.SentenceAt(r.cue)
		if st := b.statementAt(r.page, r.cue); st != nil && b.isMediator(r.entity) {
			out = b.channel(out, b.pairOf(r.page, nil, k), mediated, []string{r.entity.Name}, st)
		}
	}
	for _, p := range b.pages {
		for i := range p.class {
			if mode := p.together(i); mode != "" {
				if st := b.statementAt(p, i); st != nil {
					out = b.channel(out, b.pairOf(p, nil, p.doc.SentenceAt(i)), mode, nil, st)
				}
			}
		}
	}
	return out
}

// channel adds a finding to the row of its pair and mode.
func (b *builder) channel(rows []news.Channel, between []string, mode string, through []string, st *news.Statement) []news.Channel {
	if len(between) < 2 {
		return rows
	}
	i := slices.IndexFunc(rows, func(c news.Channel) bool { return c.Mode == mode && slices.Equal(c.Between, between) })
	if i < 0 {
		rows = append(rows, news.Channel{Between: between, Mode: mode})
		i = len(rows) - 1
	}
	row := &rows[i]
	for _, name := range through {
		if !slices.Contains(row.Through, name) && !slices.Contains(between, name) {
			row.Through = append(row.Through, name)
		}
	}
	if len(row.Statements) < maxStatements && !slices.Contains(row.Statements, st) {
		row.Statements = append(row.Statements, st)
	}
	return rows
}

// pairOf is the parties that a channel joins, sorted by name: those named in its words, else in its sentence; "the two
// sides" and a single one are completed to the two main parties.
func (b *builder) pairOf(p *page, spans []text.Span, sentence int) []string {
	names := b.sideNames(p, spans)
	if len(names) < 2 && sentence >= 0 {
		if whole := b.sideNames(p, []text.Span{p.doc.Sentences[sentence].Span}); len(whole) == 2 {
			names = whole
		}
	}
	if len(names) < 2 && len(b.sides) >= 2 {
		main := []string{b.sides[0].Name, b.sides[1].Name}
		if len(names) == 0 || slices.Contains(main, names[0]) {
			names = main
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// sideNames is the parties named in spans.
func (b *builder) sideNames(p *page, spans []text.Span) []string {
	var out []string
	for _, span := range spans {
		for _, m := range p.within(p.doc.RangeOf(span)) {
			if e := b.party(m, true); e != nil && b.isSide(e) && !slices.Contains(out, e.Name) {
				out = append(out, e.Name)
			}
		}
	}
	return out
}

// throughNames is the mediators named in spans.
func (b *builder) throughNames(p *page, spans []text.Span) []string {
	var out []string
	for _, span := range spans {
		for _, m := range p.within(p.doc.RangeOf(span)) {
			e := m.entity
			if e.Kind != text.Person {
				e = b.party(m, true)
			}
			if e != nil && b.isMediator(e) && !slices.Contains(out, e.Name) {
				out = append(out, e.Name)
			}
		}
	}
	return out
}

func (b *builder) isMediator(e *news.Entity) bool { return slices.Contains(b.mediating, e) }

// together is the mode of contact that words ending at token i tell without naming it: "in person", "across one table"; and
// "mediated" where they are denied: "never in the same room".
func (p *page) together(i int) string {
	if i < 2 || p.sentence(i).Headline {
		return ""
	}
	a, z := p.doc.Lower(i-1), p.doc.Lower(i)
	hit := false
	if z == "separately" && p.nearEncounter(i) {
		return mediated
	}
	switch {
	case z == "person" && a == "in", z == "room" && (a == "same" || a == "one"), z == "table" && (a == "one" || a == "same" || a == "a") && p.doc.Lower(i-2) != "on",
		z == "other" && a == "each" && p.doc.Lower(i-2) == "opposite", p.faceToFace(i):
		hit = true
	case (z == "rooms" || z == "floors" || z == "hotels" || z == "buildings") && (a == "separate" || a == "different"):
		return mediated
	}
	if !hit {
		return ""
	}
	for j := i - 1; j >= p.sentence(i).First && j > i-8; j-- {
		switch p.doc.Lower(j) {
		case "never", "not", "n't", "without", "nor":
			return mediated
		}
	}
	return direct
}

// pageOf is the page of a report.
func (b *builder) pageOf(r *news.Report) *page { return b.page[r] }

// statementAt is the smallest event told at token i, else a statement of its sentence, or nil.
func (b *builder) statementAt(p *page, i int) *news.Statement {
	span := p.doc.Tokens[i].Span
	sentence := p.doc.SentenceAt(i)
	var best, other *news.Statement
	for _, st := range b.said[place{p.report, sentence}] {
		if st.Evidence.Contains(span) && (st.Event != nil || st.Attribution != nil && st.Quantity == nil && st.Role == nil) {
			if best == nil || length(st) < length(best) {
				best = st
			}
		} else if other == nil && st.Quantity == nil {
			other = st
		}
	}
	if best == nil {
		return other
	}
	return best
}

func length(st *news.Statement) int { return st.Evidence.End - st.Evidence.Start }
