// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"fmt"
	"math"
	"strings"
	"time"

	"stemma/internal/align"
	"stemma/internal/text"
)

// dates compares when one and the same thing began, ended or happened.
func (j judge) dates(a, b *align.Proposition) (Relation, string) {
	if a.Time == nil || b.Time == nil || !sameConcept(a, b) || a.Event.Facet != b.Event.Facet || a.Negated != b.Negated || claimed(a) != claimed(b) && !(ToCome(a) && ToCome(b)) {
		return Unrelated, ""
	}
	phase := a.Event.Facet != text.NoFacet
	if clocked(a, b) && j.sameActors(a, b) && j.sameTargets(a, b) {
		return Contradict, fmt.Sprintf("%s, or %s", a.Time.Clock(), b.Time.Clock())
	}
	if !phase && (!j.sameActors(a, b) || !j.sameDeed(a, b)) || a.Event.Facet == text.Deadline && !j.sameActors(a, b) {
		return Unrelated, ""
	}
	x, y := a.Time, b.Time
	switch {
	case hoursApart(x, y):
		if smaller, _ := likeness(j.content(a), j.content(b)); !phase && smaller < 0.8 {
			return Unrelated, ""
		}
		return Contradict, fmt.Sprintf("%s, or %s", x.Clock(), y.Clock())
	case x.From == "" || y.From == "":
		return partial(x, y)
	case x.From == y.From && x.To == y.To:
		return Agree, ""
	case !timesApart(x, y):
		return Refine, fmt.Sprintf("%s and %s overlap", span(x), span(y))
	case !phase && !j.oneDeed(a, b), a.Concept != b.Concept:
		return Unrelated, "" // such things happen more than once
	}
	return Contradict, fmt.Sprintf("%s, or %s", span(x), span(y))
}

// sameConcept reports whether two dated deeds are of one concept; a war begins with its fighting, a strike with the walkout, but a fight
// in a war has a day of its own.
func sameConcept(a, b *align.Proposition) bool {
	return a.Concept == b.Concept || a.Event.Facet == text.Beginning && beginsWith(a.Concept) == beginsWith(b.Concept)
}

// beginsWith is the concept of what begins where a deed of another begins.
func beginsWith(concept string) string {
	switch concept {
	case "fight":
		return "war"
	case "walkout":
		return "strike"
	}
	return concept
}

// ToCome reports whether the day of a dated deed lies after its report: then it is planned, also where it is told as a fact ("begins on Friday").
func ToCome(p *align.Proposition) bool {
	ref := p.Report.Doc.Reference
	return !ref.IsZero() && p.Time.From > ref.Format(time.DateOnly)
}

// sudden are the concepts of what happens at one minute, and seldom twice in a story's day.
var sudden = map[string]bool{
	"accident": true, "crash": true, "sink": true, "derail": true, "blaze": true, "earthquake": true, "die": true, "strike": true, "vote": true,
	"launch": true, "begin": true, "end": true, "resume": true, "breakdown": true, "abduct": true, "capture": true, "attack": true,
	"bomb": true, "airstrike": true, "shell": true, "shoot": true, "kill": true, "injure": true, "destroy": true,
}

// clocked: a crash, blast or raid of one day to which two reports give different minutes: such things hardly happen twice in
// a story's day.
func clocked(a, b *align.Proposition) bool {
	if !sudden[a.Concept] || a.Report == b.Report || a.Event.Facet != text.NoFacet {
		return false
	}
	return a.Time.Clock() != "" && b.Time.Clock() != "" && a.Time.Clock() != b.Time.Clock() && daysApart(a.Time, b.Time) <= 1
}

// daysApart is the days between two resolved times.
func daysApart(x, y *text.Time) float64 {
	a, err1 := time.Parse(time.DateOnly, x.From)
	b, err2 := time.Parse(time.DateOnly, y.From)
	if err1 != nil || err2 != nil {
		return math.Inf(1)
	}
	return math.Abs(a.Sub(b).Hours() / 24)
}

// sameDeed: both name who did it and to whom, and are alike.
func (j judge) sameDeed(a, b *align.Proposition) bool {
	if !meetNamed(a.Actors, b.Actors) && !meetNamed(a.Targets, b.Targets) || !j.sameTargets(a, b) {
		return false
	}
	smaller, _ := likeness(j.content(a), j.content(b))
	return smaller >= 0.5
}

// oneDeed: alike enough in both directions that only the day differs.
func (j judge) oneDeed(a, b *align.Proposition) bool {
	smaller, larger := likeness(j.content(a), j.content(b))
	return smaller >= 0.8 && larger >= 0.6 && j.sameActors(a, b) && namesSome(a.Targets) && meetNamed(a.Targets, b.Targets)
}

// partial compares a day with one of which only month and part are known: "19 January" and "mid-January".
func partial(x, y *text.Time) (Relation, string) {
	if x.From == "" {
		x, y = y, x
	}
	if x.From == "" {
		if x.Value == y.Value && x.Mod == y.Mod {
			return Agree, ""
		}
		return Unrelated, ""
	}
	if len(y.Value) < 7 || !strings.HasPrefix(y.Value, "XXXX-") || len(x.From) < 10 || x.From[5:7] != y.Value[5:7] {
		return Unrelated, ""
	}
	return Refine, fmt.Sprintf("%s is more exact", span(x))
}

// timesApart reports whether two resolved times share no day.
func timesApart(x, y *text.Time) bool {
	return x != nil && y != nil && x.From != "" && y.From != "" && x.To != "" && y.To != "" && (x.To < y.From || y.To < x.From)
}

// hoursApart reports whether two times are of different minutes of the same day.
func hoursApart(x, y *text.Time) bool {
	return x.Clock() != "" && y.Clock() != "" && x.Clock() != y.Clock() && !timesApart(x, y)
}

func span(t *text.Time) string {
	switch {
	case t.From == "":
		return t.Value
	}
	return Days(t.From, t.To)
}
