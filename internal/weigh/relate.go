// SPDX-License-Identifier: Apache-2.0

// Package weigh decides how statements that answer one question stand to each other, and makes facts of them: versions,
// relations with a reason, and a status by independent origins.
//
// Comparison is typed: intervals, days, offices, stances, channels, states, polarity. Likeness of words only decides
// whether two statements speak of one thing; it never makes a contradiction.
package weigh

import (
	"stemma/internal/align"
	"stemma/internal/news"
	"stemma/internal/text"
)

// A Relation is how two propositions stand to each other.
type Relation int

// The relations, from none to the one that matters most.
const (
	Unrelated  Relation = iota // they answer different questions
	Agree                      // the same answer
	Refine                     // compatible: a bound, a finer value
	Update                     // different because time passed
	Contradict                 // both cannot hold
)

// A judge compares propositions of one story. It keeps what it finds out, so one goroutine alone may ask it.
type judge struct {
	scene     *align.Scene
	notes     *notes
	openings  map[*news.Report]*bag
	incidents map[[2]*news.Report]bool // whether two reports are of one incident
}

// newJudge is a judge who knows nothing yet, for up to so many propositions that are numbered.
func newJudge(scene *align.Scene, numbered int) judge {
	notes := &notes{make([]*note, numbered), map[*align.Proposition]*note{}}
	return judge{scene, notes, map[*news.Report]*bag{}, map[[2]*news.Report]bool{}}
}

// Relate compares two propositions and says why where they differ.
func Relate(scene *align.Scene, a, b *align.Proposition) (Relation, string) {
	return newJudge(scene, 0).relate(a, b)
}

func (j judge) relate(a, b *align.Proposition) (Relation, string) {
	if a.Kind != b.Kind {
		return Unrelated, ""
	}
	switch a.Kind {
	case align.Count:
		return j.counts(a, b)
	case align.Office:
		return j.offices(a, b)
	case align.Governing:
		return j.governments(a, b)
	case align.Dated:
		return j.dates(a, b)
	case align.Stance:
		return j.stances(a, b)
	case align.Channel:
		return j.channels(a, b)
	case align.Informing:
		return j.informings(a, b)
	case align.Condition:
		return j.conditions(a, b)
	case align.Comment:
		return j.comments(a, b)
	case align.Happening:
		return j.happenings(a, b)
	case align.Saying:
		return j.sayings(a, b)
	case doer, site, means, blows, onDay:
		return j.aspect(a, b)
	case fate:
		return j.fated(a, b)
	}
	return Unrelated, ""
}

// claimed tells what is said to be so from what is only possible, planned, demanded or conditional.
func claimed(p *align.Proposition) bool {
	return p.Modality == text.Asserted || p.Modality == text.Reported
}

// meet reports whether two sets share an entity.
func meet(a, b align.Terms) bool {
	for t := range a {
		if b[t] {
			return true
		}
	}
	return false
}

// namesSome reports whether a set names anybody.
func namesSome(terms align.Terms) bool {
	for t := range terms {
		if isNamed(t) {
			return true
		}
	}
	return false
}

// meetNamed reports whether two sets name one whom both name.
func meetNamed(a, b align.Terms) bool {
	for t := range a {
		if isNamed(t) && b[t] {
			return true
		}
	}
	return false
}

func isNamed(t align.Term) bool { return t[0] == 'e' || t[0] == 'i' }

// named is the entities and unnamed institutions of a set, concepts left out.
func named(terms align.Terms) align.Terms {
	out := align.Terms{}
	for t := range terms {
		if isNamed(t) {
			out[t] = true
		}
	}
	return out
}

// Entails reports whether what is told leaves no room for the asked to be otherwise: its figure or day lies within that
// of the asked.
func Entails(told, asked *align.Proposition) bool {
	switch told.Kind {
	case align.Count:
		a, b := intervalOf(asked), intervalOf(told)
		lo, hi := a.bounds()
		x, y := b.bounds()
		return lo <= x && y <= hi
	case align.Dated:
		if told.Time.From == "" {
			return true // month and part agree, or the two would not be related
		}
		if asked.Time.Clock() != "" && told.Time.Clock() != asked.Time.Clock() {
			return false
		}
		return asked.Time.From <= told.Time.From && told.Time.To <= asked.Time.To
	}
	return true
}
