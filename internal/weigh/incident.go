// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"stemma/internal/align"
	"stemma/internal/news"
)

const (
	oneIncident = 0.18 // the share of the larger opening that two reports of one incident have in common
	onOtherDays = 0.3  // the same, where they name other days
)

// oneIncident reports whether two reports are mainly about the same incident: their openings share names and words. Reports
// of one day and place may well be about two.
func (j judge) oneIncident(a, b *news.Report) bool {
	if a == b {
		return true
	}
	key := [2]*news.Report{a, b}
	one, known := j.incidents[key]
	if !known {
		_, larger := likeness(j.lead(a), j.lead(b))
		one = larger >= oneIncident
		if align.LeadsApart(a.Doc, b.Doc) {
			one = larger >= onOtherDays
		}
		j.incidents[key] = one
	}
	return one
}

// lead is the content of a report's headline and first sentences.
func (j judge) lead(r *news.Report) *bag {
	made := j.openings[r]
	if made == nil {
		made = j.newBag(j.scene.Terms(r, align.Lead(r.Doc)))
		j.openings[r] = made
	}
	return made
}

// tolls reports whether two figures are both the dead, or both the injured, of one incident that two reports are mainly about,
// by whatever word each calls those people.
func (j judge) tolls(a, b *align.Proposition) bool {
	return a.Toll != "" && a.Toll == b.Toll && !sidesApart(a, b) && a.Report != b.Report && j.oneIncident(a.Report, b.Report)
}

// sidesApart reports whether two figures count the victims of the two sides of a fight.
func sidesApart(a, b *align.Proposition) bool {
	return a.Side != align.AnySide && b.Side != align.AnySide && a.Side != b.Side
}
