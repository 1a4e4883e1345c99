// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"fmt"
	"maps"

	"stemma/internal/align"
	"stemma/internal/text"
)

// offices compares what two statements say of one person's office or description.
func (j judge) offices(a, b *align.Proposition) (Relation, string) {
	if a.Topic != b.Topic {
		return j.holders(a, b)
	}
	x, y := a.Role.Status, b.Role.Status
	if a.Report == b.Report && x != y && sameVoice(a, b) {
		return Unrelated, "" // one report tells of different times
	}
	if a.Role.Office.Empty() || b.Role.Office.Empty() {
		if len(a.Content) > 0 && len(b.Content) > 0 && !j.sameOffice(a, b) {
			return Unrelated, ""
		}
		return confirmations(a, b)
	}
	if x == y && x == text.InOffice && a.Report != b.Report && a.Head == b.Head && deputises(a) != deputises(b) && !j.ownersApart(a, b) {
		return Contradict, "the deputy's office, or the office itself"
	}
	if courtesy(a) && y == text.Former || courtesy(b) && x == text.Former {
		return Unrelated, "" // "the retired judge", "Judge Anna Berg"
	}
	if x == text.Unstated && y == text.Unstated {
		return j.descriptions(a, b)
	}
	if x == text.Unstated || y == text.Unstated || !j.sameOffice(a, b) {
		if a.Head == b.Head && (x == text.InOffice || y == text.InOffice) && j.sameOffice(a, b) && maps.Equal(withoutNames(a.Content), withoutNames(b.Content)) {
			return Agree, "" // "is a drill foreman", "the drill foreman Ivo Brandt"
		}
		return j.whose(a, b)
	}
	switch {
	case x == y:
		return Agree, ""
	case x == text.Outgoing && y == text.InOffice, x == text.InOffice && y == text.Outgoing:
		return Refine, "still in the office, leaving it"
	}
	return Contradict, fmt.Sprintf("%s, or %s", standing(x), standing(y))
}

// kept are titles that people keep when they leave the office.
var kept = map[string]bool{"judge": true, "general": true, "colonel": true, "major": true, "admiral": true, "ambassador": true, "professor": true, "senator": true, "captain": true}

// courtesy reports whether an office is told by a bare title before the name, of a sort that people keep.
func courtesy(p *align.Proposition) bool {
	return kept[p.Head] && len(p.Content) <= 1 && p.Role.Office.Start == p.Evidence.Start
}

// deputises reports whether an office is that of a deputy.
func deputises(p *align.Proposition) bool {
	doc := p.Report.Doc
	words := doc.RangeOf(p.Role.Office)
	for i := words.First; i < words.Last; i++ {
		switch doc.Lower(i) {
		case "deputy", "vice", "assistant":
			return true
		}
	}
	return false
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

// soleOffices are held by one person at a time.
var soleOffices = map[string]bool{
	"minister": true, "president": true, "premier": true, "chancellor": true, "king": true, "queen": true, "governor": true,
	"mayor": true, "pope": true, "captain": true, "pilot": true,
}

// holders: two people said to hold one office that only one can hold.
func (j judge) holders(a, b *align.Proposition) (Relation, string) {
	if a.Report == b.Report || a.Head != b.Head || a.Role.Status != text.InOffice || b.Role.Status != text.InOffice || len(a.Content) < 2 {
		return Unrelated, ""
	}
	if heads(a) && heads(b) && meet(a.Owner, b.Owner) {
		if smaller, larger := j.scene.Likeness(withoutNames(a.Content), withoutNames(b.Content)); smaller >= 0.95 && larger >= 0.95 {
			return Contradict, "two heads of one body"
		}
	}
	if !soleOffices[a.Head] {
		return Unrelated, ""
	}
	if smaller, larger := likeness(j.content(a), j.content(b)); smaller < 0.95 || larger < 0.95 {
		return Unrelated, ""
	}
	return Contradict, "two holders of one office"
}

// heads reports whether an office is told as heading a body: "chairs the council".
func heads(p *align.Proposition) bool {
	return p.Content["c:chair"] || p.Content["c:leader"] && p.Head != "leader"
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
	return smaller >= 0.6 && !j.ownersApart(a, b)
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

// ownersApart reports whether two offices are of different states or bodies.
func (j judge) ownersApart(a, b *align.Proposition) bool {
	return len(a.Owner) > 0 && len(b.Owner) > 0 && !meet(j.scene.Widen(a.Owner), j.scene.Widen(b.Owner))
}

// speaking are offices that one holds for one side only.
var speaking = map[string]bool{
	"envoy": true, "negotiator": true, "spokesman": true, "minister": true, "leader": true, "president": true, "mediate": true,
	"commander": true, "representative": true, "lawyer": true, "official": true,
}

// whose: one person said to speak for different states or bodies.
func (j judge) whose(a, b *align.Proposition) (Relation, string) {
	x, y := a.Role.Status, b.Role.Status
	if x == text.Unstated || y == text.Unstated || x == text.Former || y == text.Former || a.Report == b.Report || !speaking[a.Head] || !speaking[b.Head] {
		return Unrelated, ""
	}
	if len(a.Owner) == 0 || len(b.Owner) == 0 || meet(j.scene.Widen(a.Owner), j.scene.Widen(b.Owner)) {
		return Unrelated, ""
	}
	return Contradict, "for one side, or for another"
}

// descriptions of a person agree where they share content: "the last living captive", "one living captive".
func (j judge) descriptions(a, b *align.Proposition) (Relation, string) {
	smaller, _ := likeness(j.content(a), j.content(b))
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
