// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"fmt"
	"io"
	"strings"
)

// writeMarkdown writes every story as CommonMark with GitHub's tables. Words from outside are escaped: they can
// neither make links nor headings, lists, tables or HTML.
func writeMarkdown(w io.Writer, b *Brief) error {
	m := &markdown{}
	for n, i := range b.shown() {
		if n > 0 {
			m.say("---")
		}
		m.view(b.viewOf(newViewer(b.Stories[i], "", textLimits()), i))
	}
	if rest := b.unshown(); rest != "" {
		m.say("%s", rest)
	}
	m.say("*Stemma %s. Corroboration is not truth: this says who agrees with whom, and on what words.*", b.Version)
	_, err := io.WriteString(w, m.out.String())
	return err
}

type markdown struct{ out strings.Builder }

// say writes one block and the blank line after it; the arguments that are strings are escaped.
func (m *markdown) say(format string, args ...any) {
	m.item(format, args...)
	m.out.WriteByte('\n')
}

// item writes one line of a list.
func (m *markdown) item(format string, args ...any) {
	for i, a := range args {
		switch a := a.(type) {
		case string:
			args[i] = escape(a)
		case markup:
			args[i] = string(a)
		}
	}
	fmt.Fprintf(&m.out, format+"\n", args...)
}

// markup is text that is Markdown already.
type markup string

func (m *markdown) view(v *view) {
	m.say("# %s", v.Title)
	m.say("*%s* · %s", v.Period, v.Summary)
	for _, sec := range v.Sections {
		m.section(sec)
		if sec.ID == "corroborated" {
			m.matrix(v.Matrix)
		}
	}
}

func (m *markdown) section(sec section) {
	if sec.Count > 0 {
		m.say("## %s (%d)", sec.Title, sec.Count)
	} else {
		m.say("## %s", sec.Title)
	}
	if len(sec.Groups) == 0 {
		m.say("%s", sec.Empty)
		return
	}
	if sec.Note != "" {
		m.say("%s", sec.Note)
	}
	for _, g := range sec.Groups {
		if sec.Terse && !sec.Compact {
			m.terseFact(g)
			continue
		}
		m.group(g, sec.Compact, sec.Terse)
	}
	if sec.Terse && !sec.Compact {
		m.out.WriteByte('\n')
	}
	if sec.More > 0 {
		m.say("… %d more.", sec.More)
	}
}

// terseFact writes a fact as one item: the question, the answers, the places.
func (m *markdown) terseFact(g group) {
	out := mdBold(g.Title)
	for i, l := range g.Lines {
		lead := ""
		if len(g.Lines) > 1 {
			lead = " " + l.Letter
		} else if l.Label != "" {
			lead = " —"
		}
		if i > 0 {
			lead = ";" + lead
		}
		out += joined(" ", lead, escape(l.Label), "("+escape(l.Meta)+")", mdRefs(onePlace(l.Words)))
		if lead == "" {
			out = mdBold(g.Title) + " (" + escape(l.Meta) + ") " + mdRefs(onePlace(l.Words))
		}
	}
	m.item("- %s", markup(out))
	for _, after := range g.After {
		m.item("  - *%s*", after)
	}
}

func mdRefs(refs []ref) string {
	out := make([]string, 0, len(refs))
	for _, r := range refs {
		out = append(out, "`"+r.Tag+"`")
	}
	return strings.Join(out, " ")
}

func (m *markdown) group(g group, compact, terse bool) {
	if g.Title != "" {
		m.say("### %s", g.Title)
	}
	if about := joined(" · ", strings.Join(g.Tags, ", "), g.Note); about != "" && g.Title != "" {
		m.say("*%s*", about)
	}
	for _, l := range g.Lines {
		if terse {
			l.Words, l.More = []words{{Refs: onePlace(l.Words)}}, 0
		}
		m.line(l, compact)
	}
	if g.More > 0 {
		m.item("- … %d more", g.More)
	}
	for _, after := range g.After {
		m.item("- *%s*", after)
	}
	if len(g.Lines)+g.More+len(g.After) > 0 {
		m.out.WriteByte('\n')
	}
}

func (m *markdown) line(l line, compact bool) {
	head := joined(" — ", mdBold(joined(". ", l.Letter, l.Label)), escape(l.Text))
	if l.Meta != "" {
		head += " (" + escape(l.Meta) + ")"
	}
	if compact || head == "" {
		for _, w := range l.Words {
			head = joined(" ", head, mdWords(w))
		}
		if l.More > 0 {
			head += fmt.Sprintf(" (+%d)", l.More)
		}
		m.item("- %s", markup(head))
		return
	}
	m.item("- %s", markup(head))
	for _, w := range l.Words {
		m.item("  - %s", markup(mdWords(w)))
	}
	if l.More > 0 {
		m.item("  - … %d more", l.More)
	}
}

func mdBold(s string) string {
	if s == "" {
		return ""
	}
	return "**" + escape(s) + "**"
}

func mdWords(w words) string {
	var out string
	if w.Who != "" {
		out = escape(w.Who) + colon(w) + " "
	}
	if w.Exact != "" {
		out += escape(w.Before) + "“" + escape(w.Exact) + "”" + escape(w.After) + " "
	}
	if w.Note != "" {
		out += "(" + escape(w.Note) + ") "
	}
	return strings.TrimRight(out+mdRefs(w.Refs), " ")
}

// matrix is a table, where it is narrow enough to be read.
func (m *markdown) matrix(t matrix) {
	if len(t.Rows) == 0 || len(t.Columns) > 10 {
		return
	}
	m.say("## Fact by report")
	head, rule := "| |", "|---|"
	n := 0
	for _, o := range t.Origins {
		for range o.Span {
			c := t.Columns[n]
			head += " " + joined(" · ", o.ID, c.ID+" "+escape(c.Name)) + " |"
			rule += "---|"
			n++
		}
	}
	m.item("%s", markup(head))
	m.item("%s", markup(rule))
	for _, r := range t.Rows {
		row := "| " + escape(r.Question) + " (" + escape(r.Status) + ") |"
		for _, c := range r.Cells {
			row += " " + escape(c.Text()) + " |"
		}
		m.item("%s", markup(row))
	}
	m.out.WriteByte('\n')
	if t.More > 0 {
		m.say("… %d more.", t.More)
	}
}

// escape puts a backslash before every character that Markdown, tables, mathematics or automatic links could
// read as markup, wherever it stands.
func escape(s string) string {
	if !strings.ContainsAny(s, special) {
		return s
	}
	var out strings.Builder
	for i := range len(s) {
		c := s[i]
		if strings.IndexByte(special, c) >= 0 && needsEscape(s, i) {
			out.WriteByte('\\')
		}
		out.WriteByte(c)
	}
	return out.String()
}

const special = "\\`*_{}[]<>&|~$#+-=.:)!@"

// needsEscape spares the marks of ordinary prose where they cannot be markup.
func needsEscape(s string, i int) bool {
	before := strings.TrimLeft(s[:i], " ")
	switch s[i] {
	case '#', '+', '-', '=': // a heading, list or rule opens a line
		return before == ""
	case '!':
		return i+1 < len(s) && s[i+1] == '['
	case ':':
		return strings.HasPrefix(s[i:], "://")
	case ')':
		return number(before)
	case '.':
		return number(before) || i >= 3 && strings.EqualFold(s[i-3:i], "www")
	}
	return true
}

// number reports whether s could be the number of a list's line: Markdown reads up to nine digits.
func number(s string) bool {
	return s != "" && len(s) <= 9 && strings.Trim(s, "0123456789") == ""
}
