// SPDX-License-Identifier: Apache-2.0

package check

import (
	"maps"
	"slices"

	"stemma/internal/align"
	"stemma/internal/news"
	"stemma/internal/text"
)

// A part in talks is what a claim gives somebody or some place: that they mediate, or that the sides meet there.
type talksPart struct {
	rows  []news.Participant // who has that part by the story's view of talks
	given []*news.Entity     // to whom the claim gives it
	venue bool
}

// talksPart reads a claim that tells no more than who mediates or where the sides talk; nil for any other.
func (c *caseFile) talksPart() *talksPart {
	t := c.story.Talks
	if t == nil || len(c.asked) > 0 || len(c.report.Doc.Times) > 0 {
		return nil
	}
	e := c.mainDeed()
	if e == nil || e.Negated {
		return nil
	}
	part := &talksPart{}
	switch e.Concept {
	case "mediate":
		part.rows, part.given = t.Mediators, c.entities(e.Actors)
	case "talk", "meet":
		part.rows, part.given, part.venue = t.Venues, c.places(), true
	}
	if len(part.given) == 0 {
		return nil
	}
	return part
}

// entities is whom spans of the claim name.
func (c *caseFile) entities(spans []text.Span) []*news.Entity {
	var out []*news.Entity
	for _, t := range slices.Sorted(maps.Keys(named(c.scene.Participants(c.report, spans)))) {
		if e := c.scene.Entities.Named(string(t[2:])); e != nil {
			out = append(out, e)
		}
	}
	return out
}

// places is what the claim names after "in" or "at", and what follows that after a comma: "in Doha, Qatar".
func (c *caseFile) places() []*news.Entity {
	var out []*news.Entity
	doc := c.report.Doc
	for i, n := range doc.Names {
		e := c.scene.Entities.Of(c.report, i)
		k := n.First - 1
		if k > 0 && doc.Lower(k) == "the" {
			k--
		}
		if e == nil || k < 0 {
			continue
		}
		switch doc.Lower(k) {
		case "in", "at", "inside":
			out = append(out, e)
		case ",":
			if len(out) > 0 && e.Kind == text.Place {
				out = append(out, e)
			}
		}
	}
	return out
}

// words is where a report gives an entity the part.
func (p *talksPart) words(r *news.Report, e *news.Entity) []passage {
	var out []passage
	for _, row := range p.rows {
		if row.Name != e.Name {
			continue
		}
		for _, ev := range row.Words {
			if ev.Report == r {
				out = append(out, passage{ev: ev})
			}
		}
	}
	return out
}

// takesPart is where a report gives the part to all to whom the claim gives it, and speaks of the claim's other matter. A country
// named with its city goes with the city.
func (c *caseFile) takesPart(p *talksPart, r *news.Report) []passage {
	var out []passage
	whole := c.wholeTerms(r)
	for t := range c.terms {
		if t != "c:mediate" && t != "c:talk" && t != "c:meet" && !whole[t] {
			return nil
		}
	}
	for _, e := range p.given {
		words := p.words(r, e)
		if len(words) == 0 && !p.holdsCity(r, e) {
			return nil
		}
		out = append(out, words...)
	}
	return out
}

// holdsCity reports whether the claim names a country as the one of a city that has the part in a report.
func (p *talksPart) holdsCity(r *news.Report, country *news.Entity) bool {
	return slices.ContainsFunc(p.given, func(e *news.Entity) bool {
		return e != country && e.Country == country.Name && len(p.words(r, e)) > 0
	})
}

// elsewhere is where a report that names none of the claim's places has the sides meet in others.
func (c *caseFile) elsewhere(p *talksPart, r *news.Report) []passage {
	whole := c.wholeTerms(r)
	for _, e := range p.given {
		if whole[align.TermOf(e)] {
			return nil
		}
	}
	var out []passage
	for _, row := range p.rows {
		near := func(e *news.Entity) bool { return e.Country != "" && e.Country == row.Entity.Country }
		if row.Entity != nil && !slices.ContainsFunc(p.given, near) {
			out = append(out, p.words(r, row.Entity)...)
		}
	}
	return out
}
