// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"fmt"
	"strings"

	"stemma/internal/news"
)

// A factMark is the place of a statement in the facts.
type factMark struct {
	fact    *news.Fact
	version int
}

// weight orders statuses by how much a reader must know them.
func weight(status news.FactStatus) int {
	switch status {
	case news.Contested:
		return 4
	case news.Updated:
		return 3
	case news.Corroborated:
		return 2
	}
	return 1
}

// mark notes the fact of each statement; of two facts the graver one counts.
func (v *viewer) mark(f *news.Fact) {
	for i, version := range f.Versions {
		for _, s := range version.Statements {
			if old := v.facts[s]; old == nil || weight(old.fact.Status) < weight(f.Status) {
				v.facts[s] = &factMark{f, i}
			}
		}
	}
}

func (v *viewer) contested() section {
	return v.factSection(news.Contested, section{
		ID: "contested", Title: "Contested", Empty: "Nothing is contested.",
		Note: "Answers that cannot all hold, each with its words and its number of independent origins.",
	})
}

func (v *viewer) corroborated() section {
	return v.factSection(news.Corroborated, section{
		ID: "corroborated", Title: "Corroborated", Empty: "Nothing is stated by two independent origins.",
		Note: "Stated by two or more independent origins. Agreement is not proof.",
	})
}

func (v *viewer) updated() section {
	return v.factSection(news.Updated, section{
		ID: "updated", Title: "Updated", Note: "Answers that changed as time passed.",
	})
}

func (v *viewer) factSection(status news.FactStatus, sec section) section {
	sec.Unit = "fact"
	for _, f := range v.story.Facts {
		if f.Status != status {
			continue
		}
		sec.Count++
		if len(sec.Groups) == v.limits.Facts {
			sec.More++
			continue
		}
		sec.Groups = append(sec.Groups, v.fact(f))
	}
	return sec
}

func (v *viewer) fact(f *news.Fact) group {
	g := group{Anchor: v.anchor(f.ID), Title: question(f), Tags: []string{statusWord(f.Status), short(f.Kind, 30)}}
	for i, version := range f.Versions {
		if i == v.limits.Lines {
			g.More = len(f.Versions) - i
			break
		}
		l := line{Letter: letter(i), Label: short(version.Value, 160), Meta: tally(version)}
		l.Words, l.More = v.quote(version.Statements)
		g.Lines = append(g.Lines, l)
		v.cite(g.Anchor, f.ID, version.Statements)
	}
	for i, r := range f.Relations {
		if i == 2*v.limits.Lines {
			g.After = append(g.After, fmt.Sprintf("%d more relations", len(f.Relations)-i))
			break
		}
		g.After = append(g.After, relation(r))
	}
	return g
}

func question(f *news.Fact) string {
	if q := short(f.Question, 240); q != "" {
		return q
	}
	return short(f.Kind, 30)
}

func statusWord(status news.FactStatus) string {
	if status == news.SingleOrigin {
		return "single origin"
	}
	return oneLine(string(status))
}

func tally(version news.Version) string {
	return plural(version.Origins, "origin") + ", " + plural(version.Reports, "report")
}

// relation is one line: "A and B contradict: the ranges do not meet".
func relation(r news.Relation) string {
	verb := map[news.RelationKind]string{
		news.Contradict: "contradict", news.Refine: "agree, one more exactly", news.Update: "differ because time passed",
	}[r.Relation]
	if verb == "" {
		verb = oneLine(string(r.Relation))
	}
	out := letter(r.A) + " and " + letter(r.B) + " " + verb
	if why := short(r.Why, 240); why != "" {
		out += ": " + why
	}
	return out
}

// letter names a version: A to Z, then A2, B2, …
func letter(i int) string {
	if i < 0 {
		return "?"
	}
	name := string(rune('A' + i%26))
	if i >= 26 {
		name += fmt.Sprint(i/26 + 1)
	}
	return name
}

// kindTitles head the groups of single-origin facts, in the order in which they are shown.
func kindTitles() []struct{ kind, title string } {
	return []struct{ kind, title string }{
		{"quantity", "Figures"}, {"event", "Events"}, {"channel", "Channels"}, {"position", "Positions"},
		{"role", "Roles"}, {"office", "Offices"}, {"time", "Dates"}, {"comment", "Comment or none"},
		{"arithmetic", "Arithmetic"}, {"quotation", "Quotations"}, {"", "Other"},
	}
}

// singles are short: one line a fact, by kind.
func (v *viewer) singles() section {
	sec := section{
		ID: "single", Title: "Single origin", Compact: true, Unit: "fact",
		Note: "Stated by one origin alone, in however many reports.",
	}
	byTitle := map[string][]*news.Fact{}
	for _, f := range v.story.Facts {
		if f.Status == news.SingleOrigin {
			sec.Count++
			byTitle[kindTitle(f.Kind)] = append(byTitle[kindTitle(f.Kind)], f)
		}
	}
	room := v.limits.Singles
	for _, k := range kindTitles() {
		facts := byTitle[k.title]
		if len(facts) == 0 {
			continue
		}
		share := min(len(facts), room)
		room -= share
		g := group{Title: k.title, More: len(facts) - share}
		for _, f := range facts[:share] {
			g.Lines = append(g.Lines, v.single(f))
		}
		sec.Groups = append(sec.Groups, g)
	}
	return sec
}

func kindTitle(kind string) string {
	for _, k := range kindTitles() {
		if k.kind == kind {
			return k.title
		}
	}
	return "Other"
}

func (v *viewer) single(f *news.Fact) line {
	l := line{Anchor: v.anchor(f.ID), Text: question(f)}
	var values []string
	var statements []*news.Statement
	for _, version := range f.Versions {
		values = append(values, short(version.Value, 120))
		statements = append(statements, version.Statements...)
	}
	l.Label = short(strings.Join(values, "; "), 240)
	l.Words, l.More = v.quote(statements)
	v.cite(l.Anchor, f.ID, statements)
	return l
}
