// SPDX-License-Identifier: Apache-2.0

package talks

import (
	"cmp"
	"slices"
	"strings"

	"stemma/internal/news"
	"stemma/internal/text"
)

// A tally counts, for each entity, the words that give it a part in talks.
type tally map[*news.Entity]*part

type part struct {
	words   []news.Evidence
	reports map[*news.Report]bool
	weight  float64
}

// add gives an entity a part; the same words count once.
func (t tally) add(e *news.Entity, ev news.Evidence, weight float64) {
	if e == nil {
		return
	}
	if t[e] == nil {
		t[e] = &part{reports: map[*news.Report]bool{}}
	}
	t[e].reports[ev.Report] = true
	if len(t[e].words) >= maxCounted || slices.Contains(t[e].words, ev) {
		return
	}
	t[e].words = append(t[e].words, ev)
	t[e].weight += weight
}

func (p *part) score() float64 { return p.weight * float64(len(p.reports)) }

// rank is the entities of a tally, best supported first.
func (b *builder) rank(t tally) []*news.Entity {
	var out []*news.Entity
	for _, e := range b.story.Entities {
		if t[e] != nil {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(x, y *news.Entity) int { return cmp.Compare(t[y].score(), t[x].score()) })
	return out
}

const (
	// share is how much of the second party's support another party needs.
	share = 0.2
	// maxParties bounds the parties shown.
	maxParties = 6
	// maxCounted bounds the words that count for one participant.
	maxCounted = 500
	// maxWords bounds the words shown for one participant.
	maxWords = 5
)

// main drops parties that have little support beside the first two.
func (b *builder) main(ranked []*news.Entity) []*news.Entity {
	if len(ranked) < 2 {
		return ranked
	}
	floor := b.parties[ranked[1]].score() * share
	for i, e := range ranked {
		if i >= maxParties || i > 1 && b.parties[e].score() < floor && !b.broad(b.parties[e]) {
			return ranked[:i]
		}
	}
	return ranked
}

// broad reports whether half of several reports give somebody a part, and not in passing.
func (b *builder) broad(p *part) bool {
	n := len(p.reports)
	return n > 1 && n*2 >= len(b.pages) && p.weight >= 2*float64(n)
}

// listed makes the rows of participants.
func (b *builder) listed(t tally, chosen []*news.Entity) []news.Participant {
	var out []news.Participant
	for _, e := range chosen {
		p := t[e]
		origins := map[string]bool{}
		for r := range p.reports {
			origins[b.origin[r]] = true
		}
		out = append(out, news.Participant{Name: e.Name, Entity: e, Role: b.office(e), Reports: len(p.reports), Origins: len(origins), Words: p.shown()})
	}
	return out
}

// shown is the first words of each report, then more of the same reports.
func (p *part) shown() []news.Evidence {
	var first, more []news.Evidence
	seen := map[*news.Report]bool{}
	for _, ev := range p.words {
		if seen[ev.Report] {
			more = append(more, ev)
		} else {
			first = append(first, ev)
		}
		seen[ev.Report] = true
	}
	all := append(first, more...)
	return all[:min(len(all), maxWords)]
}

// office is the fullest office that a person is said to hold now, or "".
func (b *builder) office(e *news.Entity) string {
	best := ""
	if e.Kind != text.Person {
		return best
	}
	for _, st := range b.story.Statements {
		if st.Role == nil || st.Role.FullName != e.Name || st.Role.Status == text.Unstated || st.Role.Status == text.Former {
			continue
		}
		if title := strings.Join(strings.Fields(st.Role.Title), " "); len(title) > len(best) {
			best = title
		}
	}
	return best
}
