// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"strconv"
	"strings"

	"stemma/internal/news"
)

// timeline is a line for each entry, in the order of the story.
func (v *viewer) timeline() section {
	sec := section{
		ID: "timeline", Title: "Timeline", Compact: true, Count: len(v.story.Timeline), Unit: "date",
	}
	if sec.Count == 0 {
		return sec
	}
	g := group{Anchor: v.anchor("days")}
	for i, e := range v.story.Timeline {
		if i == v.limits.Days {
			g.More = sec.Count - i
			break
		}
		g.Lines = append(g.Lines, v.entry(e, g.Anchor))
	}
	sec.Groups = []group{g}
	return sec
}

// entry is one line; of words that its text repeats only the places are shown.
func (v *viewer) entry(e news.Entry, anchor string) line {
	l := line{Label: period(e.From, e.To), Text: short(e.Text, 300)}
	quotes, more := v.quote(e.Statements)
	var places words
	for _, w := range quotes {
		if strings.Contains(folded(l.Text), folded(w.Exact)) {
			places.Refs = append(places.Refs, w.Refs...)
		} else {
			l.Words = append(l.Words, w)
		}
	}
	if len(places.Refs) > 0 {
		l.Words = append([]words{places}, l.Words...)
	}
	l.More = more
	v.cite(anchor, "day", e.Statements)
	return l
}

func (v *viewer) talks() section {
	sec := section{ID: "talks", Title: "Talks", Compact: true}
	t := v.story.Talks
	if t == nil {
		return sec
	}
	add := func(g group) {
		if len(g.Lines) > 0 {
			sec.Groups = append(sec.Groups, g)
		}
	}
	add(v.participants("Parties", t.Parties))
	add(v.participants("Mediators", t.Mediators))
	add(v.participants("Venues", t.Venues))
	add(v.participants("Negotiators", t.Negotiators))
	add(v.channels(t.Channels))
	add(v.rows("Captives", t.Captives))
	for _, phase := range phases(t.Terms) {
		add(v.rows(phase.title, phase.rows))
	}
	add(v.rows("Demands", t.Demands))
	add(v.rows("Deadlines", t.Deadlines))
	add(v.rows("Positions", t.Positions))
	add(v.rows("Policy", t.Policy))
	return sec
}

func (v *viewer) talksGroup(title string, lines int) group {
	g := group{Anchor: v.anchor("talks", strings.ReplaceAll(strings.ToLower(title), " ", "-")), Title: title}
	g.More = max(0, lines-v.limits.Rows)
	return g
}

func (v *viewer) participants(title string, ps []news.Participant) group {
	g := v.talksGroup(title, len(ps))
	for _, p := range ps[:min(len(ps), v.limits.Rows)] {
		l := line{Label: short(p.Name, 120), Text: short(p.Role, 160)}
		l.Meta = plural(p.Origins, "origin") + ", " + plural(p.Reports, "report")
		for i, e := range p.Words {
			if i == v.limits.Words {
				l.More = len(p.Words) - i
				break
			}
			l.Words = append(l.Words, words{Exact: short(exact(e.Report, e.Span), v.limits.Clip), Refs: []ref{v.passage(e)}})
		}
		g.Lines = append(g.Lines, l)
	}
	return g
}

func (v *viewer) channels(channels []news.Channel) group {
	g := v.talksGroup("Channels", len(channels))
	for _, c := range channels[:min(len(channels), v.limits.Rows)] {
		l := line{Label: names(c.Between, " and "), Text: oneLine(c.Mode)}
		if len(c.Through) > 0 {
			l.Text += " through " + names(c.Through, ", ")
		}
		l.Words, l.More = v.quote(c.Statements)
		v.cite(g.Anchor, "talks", c.Statements)
		g.Lines = append(g.Lines, l)
	}
	return g
}

func names(list []string, sep string) string {
	out := make([]string, 0, len(list))
	for i, name := range list {
		if i == 12 {
			out = append(out, plural(len(list)-i, "other"))
			break
		}
		out = append(out, short(name, 80))
	}
	return strings.Join(out, sep)
}

func (v *viewer) rows(title string, rows []news.Row) group {
	g := v.talksGroup(title, len(rows))
	for _, r := range rows[:min(len(rows), v.limits.Rows)] {
		l := v.row(r)
		v.cite(g.Anchor, "talks", r.Statements)
		g.Lines = append(g.Lines, l)
	}
	return g
}

func (v *viewer) row(r news.Row) line {
	who := short(r.Actor, 120)
	if to := short(r.To, 120); to != "" {
		who = joined(" ", who, "to "+to)
	}
	l := line{Label: who, Text: short(r.Text, 240)}
	if l.Label == "" {
		l.Label, l.Text = l.Text, ""
	}
	l.Meta = joined(", ", short(r.Value, 80), short(r.State, 60), oneLine(r.From))
	l.Words, l.More = v.quote(r.Statements)
	return l
}

// A phase is the terms of one phase of an agreement.
type phase struct {
	number int
	title  string
	rows   []news.Row
}

// phases groups terms, in the order in which the phases are first met, those without a phase first.
func phases(rows []news.Row) []*phase {
	out := []*phase{{title: "Terms"}}
	for _, r := range rows {
		var p *phase
		for _, old := range out {
			if old.number == r.Phase {
				p = old
			}
		}
		if p == nil {
			p = &phase{number: r.Phase, title: "Terms, phase " + strconv.Itoa(r.Phase)}
			out = append(out, p)
		}
		p.rows = append(p.rows, r)
	}
	return out
}
