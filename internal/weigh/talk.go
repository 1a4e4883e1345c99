// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"stemma/internal/align"
	"stemma/internal/lexicon"
	"stemma/internal/text"
)

// stances compares whether one actor is for or against one thing.
func (j judge) stances(a, b *align.Proposition) (Relation, string) {
	if !meetNamed(a.Actors, b.Actors) || !j.sameIssue(a, b) {
		return Unrelated, ""
	}
	if a.Concept == b.Concept {
		return Agree, ""
	}
	return Contradict, "for it, or against it"
}

// sameIssue compares what two stances are about, the actor left out.
func (j judge) sameIssue(a, b *align.Proposition) bool {
	smaller, larger := j.scene.Likeness(issue(a), issue(b))
	return smaller >= 0.6 && larger >= 0.3
}

func issue(p *align.Proposition) align.Terms {
	out := align.Terms{}
	for t := range p.Content {
		if !p.Actors[t] && !stanceWord(t) {
			out[t] = true
		}
	}
	return out
}

// stanceWord reports whether a term is a word of stance itself.
func stanceWord(t align.Term) bool {
	switch t {
	case "c:refuse", "c:accept", "c:help", "c:criticise", "c:opposition", "c:oppose", "c:praise", "c:idea", "c:firmly":
		return true
	}
	return false
}

// channels compares how the same parties talk.
func (j judge) channels(a, b *align.Proposition) (Relation, string) {
	x, y := a.Parties(), b.Parties()
	shared := align.Shared(x, y)
	open := a.Sides() || b.Sides() || len(x) == 0 && len(y) == 0
	if !open && (len(shared) == 0 || len(shared) < 2 && len(x) > 1 && len(y) > 1) {
		return Unrelated, ""
	}
	if a.Concept == b.Concept {
		return Agree, ""
	}
	return Contradict, "directly, or through intermediaries"
}

// informings compares how somebody learned of something.
func (j judge) informings(a, b *align.Proposition) (Relation, string) {
	if !meetNamed(a.Targets, b.Targets) || !j.sameActors(a, b) {
		return Unrelated, ""
	}
	if a.Concept == b.Concept {
		return Agree, ""
	}
	return Contradict, "told of it, or learned of it another way"
}

// comments: two reports that somebody would not comment.
func (j judge) comments(a, b *align.Proposition) (Relation, string) {
	if !meetNamed(a.Actors, b.Actors) {
		return Unrelated, ""
	}
	return Agree, ""
}

var stateRows = lexicon.Load("states")

// conditions compares in which state somebody or something is.
func (j judge) conditions(a, b *align.Proposition) (Relation, string) {
	if !j.sameThing(a, b) || a.Negated != b.Negated || !claimed(a) || !claimed(b) {
		return Unrelated, ""
	}
	if a.Concept == b.Concept {
		return Agree, ""
	}
	if excludes(a.Concept, b.Concept) {
		return Contradict, a.Concept + ", or " + b.Concept
	}
	return Unrelated, ""
}

// sameThing: one named person and nobody else.
func (j judge) sameThing(a, b *align.Proposition) bool {
	x, y := j.people(a.Targets), j.people(b.Targets)
	return len(x) == 1 && len(y) == 1 && meet(x, y)
}

// people is the persons of a set.
func (j judge) people(terms align.Terms) align.Terms {
	out := align.Terms{}
	for t := range named(terms) {
		if e := j.scene.Entities.Named(string(t[2:])); e != nil && e.Kind == text.Person {
			out[t] = true
		}
	}
	return out
}

// excludes reports whether the list of states rules one out by the other.
func excludes(a, b string) bool {
	for _, row := range stateRows() {
		if row.Field(1) == a && contains(row.Field(2), b) || row.Field(1) == b && contains(row.Field(2), a) {
			return true
		}
	}
	return false
}
