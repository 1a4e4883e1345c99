// SPDX-License-Identifier: Apache-2.0

// Package talks draws the view of a negotiation out of a story: parties, mediators, venues, negotiators, channels, captives,
// terms, demands, deadlines, positions and policy. It works as well for strikes and trade: whoever talks, offers, demands.
//
// Who takes part is read from the words that say so: talks between and with, mediation, places of meetings, offices of
// envoys. What only one report says is shown too: a contested venue stands beside the others. A story in which nobody
// bargains has no view.
package talks

import (
	"slices"

	"stemma/internal/align"
	"stemma/internal/news"
)

// Build makes the view; the scene must be that of the story. It is nil where nobody talks.
func Build(s *news.Story, scene *align.Scene) *news.Talks {
	b := newBuilder(s, scene)
	if !b.bargaining() {
		return nil
	}
	b.collect()
	t := &news.Talks{}
	t.Mediators = b.listed(b.mediators, b.mediating)
	t.Parties = b.listed(b.parties, b.sides)
	t.Venues = b.venueRows()
	t.Negotiators = b.listed(b.negotiators, b.speakers())
	if len(t.Parties) < 2 && len(t.Mediators) == 0 && len(t.Negotiators) == 0 {
		return nil
	}
	t.Channels = b.channels()
	b.ledger(t)
	return t
}

// A builder holds a story while its view is drawn.
type builder struct {
	story  *news.Story
	scene  *align.Scene
	pages  []*page
	origin map[*news.Report]string
	media  map[string]bool               // names of outlets and agencies, lower case
	owner  map[*news.Entity]*news.Entity // for whom a person speaks
	armed  map[*news.Entity]bool         // bodies that are said to attack or seize
	said   map[place][]*news.Statement
	fact   map[*news.Statement]*news.Fact // the fact of which a statement is a version
	relays []relay
	page   map[*news.Report]*page
	sole   map[string]*news.Entity // the one body on a side, where there is one

	parties, mediators, venues, negotiators tally
	sides, mediating                        []*news.Entity // chosen parties and mediators, best supported first
}

func newBuilder(s *news.Story, scene *align.Scene) *builder {
	b := &builder{story: s, scene: scene, origin: map[*news.Report]string{}, media: mediaNames(s), owner: map[*news.Entity]*news.Entity{}, armed: map[*news.Entity]bool{}}
	b.parties, b.mediators, b.venues, b.negotiators = tally{}, tally{}, tally{}, tally{}
	for _, o := range s.Origins {
		for _, r := range o.Reports {
			b.origin[r] = o.ID
		}
	}
	b.index()
	b.page, b.sole = map[*news.Report]*page{}, map[string]*news.Entity{}
	for _, r := range s.Reports {
		b.page[r] = newPage(r, scene.Entities)
		b.pages = append(b.pages, b.page[r])
	}
	for _, p := range b.pages {
		b.attackers(p)
	}
	for _, p := range b.pages {
		b.describe(p)
	}
	b.affiliate()
	return b
}

// A place is a sentence of a report.
type place struct {
	report   *news.Report
	sentence int
}

// beside is the statements of the sentence in which a statement stands.
func (b *builder) beside(st *news.Statement) []*news.Statement {
	return b.said[place{st.Report, st.Sentence}]
}

// index finds statements by sentence, and facts by statement.
func (b *builder) index() {
	b.said, b.fact = map[place][]*news.Statement{}, map[*news.Statement]*news.Fact{}
	for _, st := range b.story.Statements {
		at := place{st.Report, st.Sentence}
		b.said[at] = append(b.said[at], st)
	}
	for _, f := range b.story.Facts {
		if f.Kind == "arithmetic" {
			continue // sets figures of different things side by side
		}
		for _, v := range f.Versions {
			for _, st := range v.Statements {
				if b.fact[st] == nil {
					b.fact[st] = f
				}
			}
		}
	}
}

// least is how many words of bargaining a report has that tells of talks; a long one has one in every sparse words.
const (
	least  = 2
	sparse = 200
)

// bargaining reports whether a story tells of talks: half of its reports use words that only bargaining has, and not in
// passing.
func (b *builder) bargaining() bool {
	n := 0
	for _, p := range b.pages {
		if p.core >= max(least, len(p.doc.Tokens)/sparse) {
			n++
		}
	}
	return n > 0 && n*2 >= len(b.pages)
}

// collect reads every report for who takes part.
func (b *builder) collect() {
	for _, p := range b.pages {
		b.readParties(p)
		b.readMediators(p)
		b.readNegotiators(p)
	}
	b.choose()
	b.officers()
	for _, p := range b.pages {
		b.readVenues(p)
	}
}

// choose settles who is a party and who a mediator.
func (b *builder) choose() {
	b.mediating = b.rank(b.mediators)
	b.mediating = slices.DeleteFunc(b.mediating, func(e *news.Entity) bool {
		p := b.parties[e]
		return p != nil && p.weight > b.mediators[e].weight*3
	})
	b.sides = b.rank(b.parties)
	b.sides = slices.DeleteFunc(b.sides, func(e *news.Entity) bool {
		m := b.mediators[e]
		return m != nil && m.weight*3 >= b.parties[e].weight
	})
	b.sides = b.main(b.sides)
}
