// SPDX-License-Identifier: Apache-2.0

// Package talks draws the view of a negotiation out of a story: parties, mediators, venues, negotiators, channels, captives,
// terms, demands, deadlines, positions and policy. It works as well for strikes and trade: whoever talks, offers, demands.
//
// Who takes part is read from the words that say so: talks between and with, mediation, places of meetings, offices of
// envoys. A story without such words gets an empty view.
package talks

import (
	"cmp"
	"slices"
	"strings"

	"stemma/internal/align"
	"stemma/internal/news"
	"stemma/internal/text"
)

// Build makes the view; the scene must be that of the story. It is nil where nobody talks.
func Build(s *news.Story, scene *align.Scene) *news.Talks {
	b := builder{story: s, scene: scene, origin: map[*news.Report]string{}}
	for _, o := range s.Origins {
		for _, r := range o.Reports {
			b.origin[r] = o.ID
		}
	}
	b.collect()
	t := &news.Talks{}
	t.Mediators = b.rank(b.mediators, nil)
	t.Parties = b.rank(b.parties, b.mediatorsOnly())
	t.Venues = b.rank(b.venues, nil)
	t.Negotiators = b.rank(b.negotiators, nil)
	if len(t.Parties) == 0 && len(t.Mediators) == 0 {
		return nil
	}
	t.Channels = b.channels()
	b.rows(t)
	return t
}

type builder struct {
	story       *news.Story
	scene       *align.Scene
	origin      map[*news.Report]string
	parties     tally
	mediators   tally
	venues      tally
	negotiators tally
}

// A tally counts, for each entity, the words that give it a part.
type tally map[*news.Entity]*part

type part struct {
	words   []news.Evidence
	reports map[*news.Report]bool
	weight  float64
}

func (t tally) add(e *news.Entity, ev news.Evidence, weight float64) {
	if t[e] == nil {
		t[e] = &part{reports: map[*news.Report]bool{}}
	}
	t[e].words = append(t[e].words, ev)
	t[e].reports[ev.Report] = true
	t[e].weight += weight
}

// collect reads every report.
func (b *builder) collect() {
	b.parties, b.mediators, b.venues, b.negotiators = tally{}, tally{}, tally{}, tally{}
	for _, st := range b.story.Statements {
		if st.Event != nil {
			b.event(st)
		}
		if st.Role != nil {
			b.role(st)
		}
	}
	for _, r := range b.story.Reports {
		b.mediation(r)
	}
}

// bargaining are the concepts of events whose participants are parties to talks.
var bargaining = map[string]float64{"talk": 2, "meet": 1, "channel": 1, "agree": 1, "truce": 1, "swap": 1, "direct": 2, "mediated": 2, "propose": 1,
	"accept": 1, "refuse": 1, "demand": 1, "release": 1, "concede": 1, "sign": 1, "deadlock": 1, "walkout": 1, "for": 1, "against": 1, "end": 0.5, "warn": 0.5, "threaten": 0.5}

// event gives parts to the participants of bargaining, and a venue to talks.
func (b *builder) event(st *news.Statement) {
	e := st.Event
	weight := bargaining[e.Concept]
	if weight == 0 {
		return
	}
	spans := append(append([]text.Span(nil), e.Actors...), e.Recipients...)
	for _, span := range spans {
		for _, ent := range b.scene.Entities.At(st.Report, span) {
			b.participant(st, ent, span, weight)
		}
	}
	if (e.Concept == "talk" || e.Concept == "meet" || e.Concept == "summit") && !e.Place.Empty() && e.Facet == text.NoFacet && b.nearVerb(st) {
		for _, place := range b.places(st.Report, e.Place) {
			b.venues.add(place, news.Evidence{Report: st.Report, Span: e.Span}, 1)
		}
	}
}

// participant gives a part to an entity named in a participant's words: to itself, and to the state whose organ or
// citizen it is.
func (b *builder) participant(st *news.Statement, ent *news.Entity, span text.Span, weight float64) {
	ev := news.Evidence{Report: st.Report, Span: st.Evidence}
	if ent.Kind == text.Person {
		if st.Event.Concept == "talk" && slices.Contains(st.Event.Actors, span) && b.own(st.Report, ent, span) {
			b.negotiators.add(ent, ev, 1)
		}
	} else if ent.Country == "" || ent.Country == ent.Name {
		if ent.Kind != text.Place || ent.Country != "" {
			b.parties.add(ent, ev, weight)
		}
	}
	if ent.Country != "" && ent.Country != ent.Name {
		if state := b.scene.Entities.Named(ent.Country); state != nil && ent.Kind != text.Place {
			b.parties.add(state, ev, weight)
		}
	}
}

// own reports whether a person is the head of a phrase, not only named in it.
func (b *builder) own(r *news.Report, ent *news.Entity, span text.Span) bool {
	for i, n := range r.Doc.Names {
		if b.scene.Entities.Of(r, i) == ent && span.Contains(r.Doc.SpanOf(n.Range)) {
			return !n.Embedded
		}
	}
	return false
}

// nearVerb reports whether the place of an event stands within a few words of the word for the talks.
func (b *builder) nearVerb(st *news.Statement) bool {
	doc := st.Report.Doc
	gap := doc.TokenAt(st.Event.Place.Start) - st.Event.Verb
	return gap > -8 && gap < 9
}

// places is the place of a span, and those set off by commas after it: "Geneva, Switzerland".
func (b *builder) places(r *news.Report, span text.Span) []*news.Entity {
	var out []*news.Entity
	doc := r.Doc
	end := span.End
	for i, n := range doc.Names {
		at := doc.SpanOf(n.Range)
		if at.Start < span.Start || n.Kind != text.Place || n.Demonym {
			continue
		}
		if at.Start > end+2 {
			break
		}
		if e := b.scene.Entities.Of(r, i); e != nil {
			out = append(out, e)
			end = at.End
		}
	}
	return out
}

// envoyWords in a present office make a negotiator.
var envoyWords = []string{"envoy", "negotiator", "emissary", "mediator", "conciliator", "delegate"}

// role gives a part to envoys and chief negotiators.
func (b *builder) role(st *news.Statement) {
	role := st.Role
	if role.Status == text.Former || role.Office.Empty() {
		return
	}
	doc := st.Report.Doc
	words := doc.RangeOf(role.Office)
	for i := words.First; i < words.Last; i++ {
		if slices.Contains(envoyWords, doc.Tokens[i].Lemma) {
			if e := b.scene.Entities.Named(role.FullName); e != nil && e.Kind == text.Person {
				b.negotiators.add(e, news.Evidence{Report: st.Report, Span: st.Evidence}, 2)
			}
			return
		}
	}
}

// mediatorsOnly is the mediators that are less of a party than of a mediator.
func (b *builder) mediatorsOnly() map[*news.Entity]bool {
	out := map[*news.Entity]bool{}
	for e, m := range b.mediators {
		if p := b.parties[e]; p == nil || m.weight*2 >= p.weight {
			out[e] = true
		}
	}
	return out
}

// rank lists the entities of a tally, best supported first, without the ones left out and those far below the first.
func (b *builder) rank(t tally, without map[*news.Entity]bool) []news.Participant {
	var list []*news.Entity
	most := 0.0
	for _, e := range b.story.Entities {
		if t[e] == nil || without[e] {
			continue
		}
		list = append(list, e)
		most = max(most, score(t[e]))
	}
	list = slices.DeleteFunc(list, func(e *news.Entity) bool { return score(t[e]) < most*share })
	slices.SortStableFunc(list, func(x, y *news.Entity) int { return cmp.Compare(score(t[y]), score(t[x])) })
	var out []news.Participant
	for _, e := range list {
		out = append(out, b.listed(e, t[e]))
	}
	return out
}

// share is how much of the best supported entity's weight another needs.
const share = 0.12

func score(p *part) float64 { return p.weight * float64(len(p.reports)) }

// maxWords bounds the words shown for one participant.
const maxWords = 5

func (b *builder) listed(e *news.Entity, p *part) news.Participant {
	origins := map[string]bool{}
	for r := range p.reports {
		origins[b.origin[r]] = true
	}
	out := news.Participant{Name: e.Name, Entity: e, Reports: len(p.reports), Origins: len(origins), Words: p.words[:min(len(p.words), maxWords)]}
	for _, st := range b.story.Statements {
		if st.Role != nil && e.Kind == text.Person && st.Role.FullName == e.Name && st.Role.Title != "" && st.Role.Status != text.Unstated {
			out.Role = strings.Join(strings.Fields(st.Role.Title), " ")
			break
		}
	}
	return out
}
