// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"fmt"

	"stemma/internal/align"
	"stemma/internal/text"
)

// offices compares what two statements say of one person's office or description.
func (j judge) offices(a, b *align.Proposition) (Relation, string) {
	if a.Topic != b.Topic {
		return Unrelated, ""
	}
	x, y := a.Role.Status, b.Role.Status
	if a.Role.Office.Empty() || b.Role.Office.Empty() {
		return confirmations(a, b)
	}
	if x == text.Unstated && y == text.Unstated {
		return j.descriptions(a, b)
	}
	if x == text.Unstated || y == text.Unstated || !j.sameOffice(a, b) {
		return j.whose(a, b)
	}
	switch {
	case x == y:
		return Agree, ""
	case x == text.Acting && y == text.InOffice, x == text.InOffice && y == text.Acting:
		return Refine, "acting in the office"
	case x == text.Outgoing && y == text.InOffice, x == text.InOffice && y == text.Outgoing:
		return Refine, "still in the office, leaving it"
	}
	return Contradict, fmt.Sprintf("%s, or %s", standing(x), standing(y))
}

// confirmations compares statements that tell only how somebody stands to an office: confirmed or still waiting. Somebody
// who waits does not hold the office; somebody who is confirmed may hold it or not.
func confirmations(a, b *align.Proposition) (Relation, string) {
	x, y := a.Role.Status, b.Role.Status
	bare := a.Role.Office.Empty() && b.Role.Office.Empty()
	switch {
	case x == y && (bare || x == text.Nominee):
		return Agree, ""
	case x == text.Nominee && y == text.InOffice, x == text.InOffice && y == text.Nominee:
		return Contradict, fmt.Sprintf("%s, or %s", standing(x), standing(y))
	}
	return Unrelated, ""
}

func standing(s text.RoleStatus) string {
	if s == text.Nominee {
		return "nominated and not confirmed"
	}
	return string(s)
}

// sameOffice reports whether two offices are one: most content of the shorter title is in the longer.
func (j judge) sameOffice(a, b *align.Proposition) bool {
	smaller, _ := j.scene.Likeness(withoutNames(a.Content), withoutNames(b.Content))
	return smaller >= 0.6 && !j.countriesApart(a, b)
}

// withoutNames is the content without the entities: "US special envoy" and "special envoy" name one office.
func withoutNames(terms align.Terms) align.Terms {
	out := align.Terms{}
	for t := range terms {
		if t[0] != 'e' {
			out[t] = true
		}
	}
	return out
}

// countriesApart reports whether two offices name different countries or bodies.
func (j judge) countriesApart(a, b *align.Proposition) bool {
	x, y := named(a.Content), named(b.Content)
	return len(x) > 0 && len(y) > 0 && !meet(x, y)
}

// whose: the same sort of office, but of another country or body.
func (j judge) whose(a, b *align.Proposition) (Relation, string) {
	if a.Role.Status == text.Unstated || b.Role.Status == text.Unstated || a.Role.Status == text.Former || b.Role.Status == text.Former || !j.countriesApart(a, b) {
		return Unrelated, ""
	}
	if a.Report == b.Report || !meet(withoutNames(a.Content), withoutNames(b.Content)) {
		return Unrelated, ""
	}
	if !statesOnly(j, a) || !statesOnly(j, b) {
		return Unrelated, ""
	}
	return Contradict, "an office of different states"
}

// statesOnly reports whether the entities in an office are states.
func statesOnly(j judge, p *align.Proposition) bool {
	for t := range named(p.Content) {
		e := j.scene.Entities.Named(string(t[2:]))
		if e == nil || e.Country != e.Name {
			return false
		}
	}
	return true
}

// descriptions of a person agree where they share content: "the last living captive", "one living captive".
func (j judge) descriptions(a, b *align.Proposition) (Relation, string) {
	smaller, _ := j.scene.Likeness(a.Content, b.Content)
	if a.Report == b.Report || smaller < 0.4 {
		return Unrelated, ""
	}
	return Agree, ""
}

// governments: two reports under whose rule a state acts.
func (j judge) governments(a, b *align.Proposition) (Relation, string) {
	if !meet(a.Places, b.Places) {
		return Unrelated, ""
	}
	if meet(a.Actors, b.Actors) {
		return Agree, ""
	}
	if a.Report == b.Report {
		return Unrelated, ""
	}
	return Contradict, "which administration acts"
}
