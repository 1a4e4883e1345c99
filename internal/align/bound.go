// SPDX-License-Identifier: Apache-2.0

package align

import (
	"maps"

	"stemma/internal/news"
)

// A countKey is what figures of one report have in common that are one figure told again.
type countKey struct {
	report *news.Report
	class  string
	value  float64
}

// bounds gives each exact figure the open end with which its report tells it elsewhere: who writes "31 dead" and then "at
// least 31 people were killed" has said no more than the second; a source of its own has. A headline's figure that no sentence repeats is unheard.
func bounds(props []*Proposition) {
	told := map[countKey][]*Proposition{}
	for _, p := range props {
		if p.Kind == Count && p.Min != nil && p.Quantity.Per.Empty() && p.Quantity.Vague == "" {
			key := countKey{p.Report, p.Class, *p.Min}
			told[key] = append(told[key], p)
		}
	}
	for i, p := range props {
		if p.Kind != Count {
			continue
		}
		p.Unheard, p.Apart, p.Moving = p.Headline, len(p.States) > 0 && apart(props[:i], p), changing(p)
		if p.Min == nil {
			continue
		}
		for _, q := range told[countKey{p.Report, p.Class, *p.Min}] {
			if q.Headline || q == p || !AlikeStates(p, q) {
				continue
			}
			p.Unheard, p.Moving = false, p.Moving || changing(q)
			if p.Headline {
				p.States = maps.Clone(q.States) // "Thirty killed" over "Thirty civilians were killed"
			}
			if p.Time == nil {
				p.Time = q.Time
			}
			if q.Quantity.Max == nil && p.Quantity.Max != nil && *p.Quantity.Max == *p.Min && (p.Attribution == nil || sameSource(p, q)) {
				p.Max = nil
			}
		}
	}
}

// apart reports whether none of the figures before p in its sentence counts people in one of its states.
func apart(before []*Proposition, p *Proposition) bool {
	for i := len(before) - 1; i >= 0 && before[i].Report == p.Report && before[i].Sentence == p.Sentence; i-- {
		for state := range p.States {
			if before[i].Kind == Count && before[i].States[state] {
				return false
			}
		}
	}
	return true
}

func sameSource(p, q *Proposition) bool {
	return q.Attribution != nil && p.Attribution.Source == q.Attribution.Source
}

// AlikeStates reports whether two figures count people in one state, leaving out what sort of people a headline drops.
func AlikeStates(p, q *Proposition) bool {
	x, y := maps.Clone(p.States), maps.Clone(q.States)
	for _, part := range Subgroups {
		delete(x, part)
		delete(y, part)
	}
	return maps.Equal(x, y)
}

// Subgroups are the states that tell a part of a whole.
var Subgroups = []string{"woman", "child", "civilian", "soldier", "officer", "passenger", "crew"}
