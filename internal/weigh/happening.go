// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"strings"

	"stemma/internal/align"
)

// How alike two statements must be to tell of one thing: the share of the smaller and of the larger one's content.
const (
	alikeSmaller = 0.62
	alikeLarger  = 0.36
	enoughShared = 1.6 // weight of shared content
)

// happenings compares whether one thing happened: the same deed by the same actors, told alike.
func (j judge) happenings(a, b *align.Proposition) (Relation, string) {
	if a.Report == b.Report && a.Sentence == b.Sentence {
		return Unrelated, ""
	}
	if claimed(a) != claimed(b) || !compatible(a.Actors, b.Actors) || !compatible(a.Targets, b.Targets) || timesApart(a.Time, b.Time) || placesApart(a, b) {
		return Unrelated, ""
	}
	if a.Concept != b.Concept && !a.Content[align.Term("c:"+b.Concept)] && !b.Content[align.Term("c:"+a.Concept)] {
		return Unrelated, ""
	}
	if !j.alike(a.Content, b.Content) {
		return Unrelated, ""
	}
	if a.Negated != b.Negated {
		return j.denial(a, b)
	}
	return Agree, ""
}

// denial: the same deed said to have happened and not to have happened. Being alike is not enough: who did it must be
// named in both.
func (j judge) denial(a, b *align.Proposition) (Relation, string) {
	smaller, larger := j.scene.Likeness(a.Content, b.Content)
	if a.Concept != b.Concept || smaller < 0.8 || larger < 0.5 || !meet(named(a.Actors), named(b.Actors)) || !claimed(a) {
		return Unrelated, ""
	}
	return Contradict, "it happened, or it did not"
}

func placesApart(a, b *align.Proposition) bool {
	return len(a.Places) > 0 && len(b.Places) > 0 && !meet(a.Places, b.Places) && !meet(a.Content, b.Places) && !meet(b.Content, a.Places)
}

// alike reports whether two contents tell of one thing.
func (j judge) alike(a, b align.Terms) bool {
	if j.scene.Weigh(align.Shared(a, b)) < enoughShared {
		return false
	}
	smaller, larger := j.scene.Likeness(a, b)
	return smaller >= alikeSmaller && larger >= alikeLarger
}

// sayings compares what one source is reported to have said.
func (j judge) sayings(a, b *align.Proposition) (Relation, string) {
	if a.Report == b.Report || a.Negated != b.Negated || !compatible(a.Actors, b.Actors) {
		return Unrelated, ""
	}
	if !j.alike(a.Content, b.Content) && !j.sameSource(a, b) {
		return Unrelated, ""
	}
	return Agree, ""
}

// sameSource: of one named source less likeness is enough.
func (j judge) sameSource(a, b *align.Proposition) bool {
	if !meet(named(a.Actors), named(b.Actors)) || j.scene.Weigh(align.Shared(a.Content, b.Content)) < enoughShared {
		return false
	}
	smaller, _ := j.scene.Likeness(a.Content, b.Content)
	return smaller >= 0.45
}

func contains(list, item string) bool {
	for _, x := range strings.Split(list, ",") {
		if x == item {
			return true
		}
	}
	return false
}
