// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"fmt"
	"slices"
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
	return v.factSection(news.Contested, v.limits.Facts, section{
		ID: "contested", Title: "Contested", Empty: "Nothing is contested.",
		Note: "Answers that cannot all hold, each with its words and its number of independent origins.",
	})
}

func (v *viewer) corroborated() section {
	return v.factSection(news.Corroborated, v.limits.Shared, section{
		ID: "corroborated", Title: "Corroborated", Terse: true, Empty: "Nothing is stated by two independent origins.",
		Note: "Stated by two or more independent origins. Agreement is not proof. Aims, fragments and bare descriptions are left to the JSON form.",
	})
}

func (v *viewer) updated() section {
	return v.factSection(news.Updated, v.limits.Facts, section{
		ID: "updated", Title: "Updated", Note: "Answers that changed as time passed.",
	})
}

// factSection shows the facts of a status, the weightiest first.
func (v *viewer) factSection(status news.FactStatus, most int, sec section) section {
	return v.showFacts(v.withStatus(status), most, sec)
}

// showFacts shows at most that many facts, the weightiest first.
func (v *viewer) showFacts(all []*news.Fact, most int, sec section) section {
	sec.Unit = "fact"
	facts, left := rank(all)
	sec.Count = len(facts) + left
	shown := facts[:min(len(facts), most)]
	sec.More = sec.Count - len(shown)
	for _, f := range shown {
		v.listed[f.ID] = true
		sec.Groups = append(sec.Groups, v.fact(f))
	}
	return sec
}

func (v *viewer) fact(f *news.Fact) group {
	g := group{Anchor: v.anchor(f.ID), Title: question(f), Tags: []string{statusWord(f.Status), short(f.Kind, 30)}}
	for i, version := range f.Versions {
		if i == v.limits.Versions {
			g.More = len(f.Versions) - i
			break
		}
		l := line{Letter: letter(i), Label: answerOf(f, version), Meta: tally(version)}
		l.Words, l.More = v.quote(version.Statements)
		g.Lines = append(g.Lines, l)
		v.cite(g.Anchor, f.ID, version.Statements)
	}
	g.After = append(relations(f), v.disputedInside(f)...)
	return markChange(g, v.change[f.ID])
}

// answerOf is a version's value; "" where it only repeats the question, with the holder's name where an office has several.
func answerOf(f *news.Fact, version news.Version) string {
	value := short(version.Value, 160)
	if len(f.Versions) == 1 && strings.HasSuffix(question(f), value) {
		return ""
	}
	if f.Kind == "office" && strings.HasPrefix(f.Question, "Who holds") && len(version.Statements) > 0 && version.Statements[0].Role != nil {
		return joined(", ", short(version.Statements[0].Role.FullName, 80), value)
	}
	return value
}

// disputedInside names the questions on which words of a worded fact are contested: that two reports tell of one deed
// alike does not mean that they give the same figure.
func (v *viewer) disputedInside(f *news.Fact) []string {
	if !worded(f) || f.Status == news.Contested {
		return nil
	}
	var out []string
	for _, version := range f.Versions {
		for _, s := range version.Statements {
			for _, other := range v.inReport[s.Report] {
				at := v.facts[other]
				if at == nil || worded(at.fact) || at.fact.Kind == "comment" || weight(at.fact.Status) < weight(news.Updated) || !s.Evidence.Contains(other.Evidence) {
					continue
				}
				note := oneLine(string(at.fact.Status)) + " in it: " + question(at.fact)
				if !slices.Contains(out, note) && len(out) < 2 {
					out = append(out, note)
				}
			}
		}
	}
	return out
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

// relations says how versions stand to each other, a line for each version and way: "A, B: contradict D".
func relations(f *news.Fact) []string {
	type key struct {
		a    int
		kind news.RelationKind
	}
	var keys []key
	others, why := map[key][]string{}, map[key][]string{}
	for _, r := range f.Relations {
		k := key{r.A, r.Relation}
		if len(others[k]) == 0 {
			keys = append(keys, k)
		}
		others[k] = append(others[k], letter(r.B))
		if reason := short(r.Why, 240); reason != "" && !slices.Contains(why[k], reason) && f.Kind != "dated" {
			why[k] = append(why[k], reason)
		}
	}
	var out []string
	for _, k := range keys {
		line := letter(k.a) + " " + relationWord(k.kind) + " " + andList(others[k])
		if n := len(why[k]); n > 0 && n < 3 {
			line += ": " + strings.Join(why[k], "; ")
		}
		out = append(out, line)
	}
	return out
}

func relationWord(kind news.RelationKind) string {
	switch kind {
	case news.Contradict:
		return "contradicts"
	case news.Refine:
		return "fits"
	case news.Update:
		return "changed in time to"
	}
	return oneLine(string(kind))
}

// andList is "A, B and C", cut where it is long.
func andList(items []string) string {
	const most = 8
	if len(items) > most {
		items = append(items[:most:most], fmt.Sprintf("%d more", len(items)-most))
	}
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
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
func kindTitles() []struct {
	title string
	kinds []string
} {
	return []struct {
		title string
		kinds []string
	}{
		{"Figures", []string{"count", "quantity", "arithmetic"}},
		{"Dates", []string{"dated", "time"}},
		{"Offices", []string{"office", "role", "governing"}},
		{"Channels", []string{"channel", "informing"}},
		{"Positions and comment", []string{"stance", "position", "comment"}},
		{"What happened", []string{"condition", "event", "happening"}},
		{"What was said", []string{"saying", "quotation"}},
		{"Other", nil},
	}
}

// singles are short: one line a fact, by kind.
func (v *viewer) singles() section {
	sec := section{
		ID: "single", Title: "Single origin", Compact: true, Terse: true, Unit: "fact",
		Note: "Stated by one origin alone, in however many reports; aims and fragments are left to the JSON form.",
	}
	facts, left := v.ranked(news.SingleOrigin)
	sec.Count, sec.More = len(facts)+left, left
	byTitle := map[string][]*news.Fact{}
	for _, f := range facts {
		byTitle[kindTitle(f.Kind)] = append(byTitle[kindTitle(f.Kind)], f)
	}
	room, rest := v.limits.Singles, 0
	most := v.limits.Singles / max(1, min(3, len(byTitle))) // no kind crowds out the others
	for _, k := range kindTitles() {
		facts := byTitle[k.title]
		if len(facts) == 0 {
			continue
		}
		share := min(len(facts), room, most)
		room -= share
		if share == 0 {
			rest += len(facts)
			continue
		}
		g := group{Title: k.title, More: len(facts) - share}
		for _, f := range facts[:share] {
			v.listed[f.ID] = true
			g.Lines = append(g.Lines, v.single(f))
		}
		sec.Groups = append(sec.Groups, g)
	}
	sec.More += rest
	return sec
}

func kindTitle(kind string) string {
	for _, k := range kindTitles() {
		if slices.Contains(k.kinds, kind) {
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
		if value := answerOf(f, version); value != "" {
			values = append(values, value)
		}
		statements = append(statements, version.Statements...)
	}
	l.Label = short(strings.Join(values, "; "), 240)
	l.Words, l.More = v.quote(statements)
	v.cite(l.Anchor, f.ID, statements)
	return l
}
