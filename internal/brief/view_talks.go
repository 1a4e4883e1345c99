// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/news"
	"stemma/internal/weigh"
)

// timeline is a line for each thing that happened, in the order of the story; entries of the same days told in the same
// words are one.
func (v *viewer) timeline() section {
	sec := section{ID: "timeline", Title: "Timeline", Compact: true, Unit: "date"}
	entries := events(v.story.Timeline)
	sec.Count = len(entries)
	if sec.Count == 0 {
		return sec
	}
	entries = slices.DeleteFunc(entries, func(e news.Entry) bool { return fragment(weigh.Bare(opening(e.Text, 1000))) })
	sec.Note = "What has a date, by day; fragments of sentences are left to the JSON form."
	g := group{Anchor: v.anchor("days")}
	for i, e := range entries {
		if i == v.limits.Days {
			break
		}
		g.Lines = append(g.Lines, v.entry(e, g.Anchor))
	}
	g.More = sec.Count - len(g.Lines)
	sec.Groups = []group{g}
	return sec
}

// events joins entries of the same days that share most of their words.
func events(timeline []news.Entry) []news.Entry {
	const back = 40 // how many entries before are looked at
	var out []news.Entry
	var told []map[string]bool
	for _, e := range timeline {
		words := content(e.Text)
		merged := false
		for i := max(0, len(out)-back); i < len(out) && !merged; i++ {
			if out[i].From != e.From || out[i].To != e.To || !alike(told[i], words) {
				continue
			}
			merged = true
			out[i].Statements = append(slices.Clone(out[i].Statements), e.Statements...)
			if len(words) > len(told[i]) {
				out[i].Text, told[i] = e.Text, words
			}
		}
		if !merged {
			out, told = append(out, e), append(told, words)
		}
	}
	return out
}

// content is the longer words of a line, in lower case.
func content(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(opening(s, 1000)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) > 3 {
			out[w] = true
		}
	}
	return out
}

// alike reports whether half of the shorter of two lines is in the other.
func alike(a, b map[string]bool) bool {
	shared := 0
	for w := range a {
		if b[w] {
			shared++
		}
	}
	return shared > 1 && 2*shared >= min(len(a), len(b))
}

// entry is one line with the places of its words, one for each report.
func (v *viewer) entry(e news.Entry, anchor string) line {
	l := line{Label: period(e.From, e.To), Text: upper(short(weigh.Bare(safe(opening(e.Text, 1000))), 220))}
	var w words
	for _, s := range e.Statements {
		r := v.ref(s)
		if !slices.ContainsFunc(w.Refs, func(old ref) bool { return sameReport(old, r) }) {
			w.Refs = append(w.Refs, r)
		}
	}
	if len(w.Refs) > 0 {
		l.Words = []words{w}
	}
	v.cite(anchor, "day", e.Statements)
	return l
}

func sameReport(a, b ref) bool {
	x, _, _ := strings.Cut(a.Tag, ":")
	y, _, _ := strings.Cut(b.Tag, ":")
	return x == y
}

// upper is s with a capital letter first.
func upper(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[size:]
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
		var w words
		for _, e := range p.Words {
			w.Refs = addRef(w.Refs, v.passage(e))
		}
		if len(w.Refs) > 0 {
			l.Words = []words{w}
		}
		g.Lines = append(g.Lines, l)
	}
	return g
}

func (v *viewer) channels(channels []news.Channel) group {
	g := v.talksGroup("Channels", len(channels))
	for _, c := range channels[:min(len(channels), v.limits.Rows)] {
		l := line{Label: names(c.Between, " and "), Text: mode(c)}
		l.Words, l.More = v.quote(c.Statements)
		v.cite(g.Anchor, "talks", c.Statements)
		g.Lines = append(g.Lines, l)
	}
	return g
}

// mode is how the parties of a channel talk.
func mode(c news.Channel) string {
	switch {
	case len(c.Through) > 0:
		return "through " + names(c.Through, ", ")
	case c.Mode == "mediated":
		return "through intermediaries"
	case c.Mode == "direct":
		return "directly"
	}
	return oneLine(c.Mode)
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
	l := line{Label: who, Text: short(weigh.Bare(safe(opening(r.Text, 1000))), 240)}
	if l.Label == "" {
		l.Label, l.Text = l.Text, ""
	}
	value := short(r.Value, 80)
	if r.Actor == "" && r.State != "" && value != "" && !strings.Contains(value, ", ") {
		l.Label, value = value+" "+l.Label, "" // a count of captives
	}
	l.Meta = joined(", ", value, short(r.State, 60), oneLine(r.From))
	l.Words, l.More = v.quote(r.Statements)
	l.Words = unrepeated(l.Words, joined(" ", l.Label, l.Text))
	return l
}

// unrepeated is quoted words without those that a line says already: of these only who says so and the places are left.
func unrepeated(list []words, line string) []words {
	var out []words
	at := map[string]int{}
	for _, w := range list {
		if strings.Contains(folded(line), folded(w.Exact)) {
			w.Before, w.Exact, w.After = "", "", ""
			if w.Own {
				w.Who = "" // the place says which report it is
			}
			if i, ok := at[w.Who+w.Note]; ok {
				for _, r := range w.Refs {
					out[i].Refs = addRef(out[i].Refs, r)
				}
				continue
			}
			at[w.Who+w.Note] = len(out)
		}
		out = append(out, w)
	}
	return out
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
