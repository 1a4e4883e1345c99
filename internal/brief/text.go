// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"fmt"
	"io"
	"strings"
)

// writeText writes every story for a terminal.
func writeText(w io.Writer, b *Brief, opts RenderOptions) error {
	var out strings.Builder
	p := newPrinter(&out, opts)
	shown := b.shown()
	for n, i := range shown {
		if n > 0 {
			out.WriteString("\n" + strings.Repeat("═", p.width) + "\n\n")
		}
		p.view(b.viewOf(newViewer(b.Stories[i], "", textLimits()), i))
	}
	if rest := b.unshown(); rest != "" {
		if len(shown) > 0 {
			out.WriteByte('\n')
		}
		p.para(0, 0, run{rest, normal})
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// A printer lays a view out as terminal text.
type printer struct{ wrapper }

func newPrinter(out *strings.Builder, opts RenderOptions) *printer {
	width := opts.Width
	if width == 0 {
		width = 80
	}
	return &printer{wrapper{out, max(width, 40), opts.Color}}
}

func (p *printer) view(v *view) {
	p.para(0, 0, run{v.Title, bold})
	p.para(0, 0, run{v.Period, dim})
	p.para(0, 0, run{v.Summary, normal})
	for _, sec := range v.Sections {
		p.section(sec)
	}
}

func (p *printer) section(sec section) {
	title := strings.ToUpper(sec.Title)
	if sec.Count > 0 {
		title += fmt.Sprintf(" (%d)", sec.Count)
	}
	p.out.WriteByte('\n')
	p.para(0, 0, run{title, titleStyle(sec.ID)})
	p.para(0, 0, run{strings.Repeat("─", p.width), dim})
	if len(sec.Groups) == 0 {
		p.para(0, 0, run{sec.Empty, normal})
		return
	}
	if sec.Note != "" {
		p.para(0, 0, run{sec.Note, dim})
	}
	for i, g := range sec.Groups {
		if sec.Terse && !sec.Compact {
			p.terseFact(g)
			continue
		}
		if i > 0 && !(sec.Compact && g.Title == "") {
			p.out.WriteByte('\n')
		}
		p.group(g, sec.Compact, sec.Terse)
	}
	p.more(0, sec.More, sec.Unit)
}

func titleStyle(id string) style {
	switch id {
	case "contested":
		return red
	case "corroborated":
		return green
	case "updated":
		return blue
	}
	return bold
}

// terseFact writes a fact as one line: the question, the answers, the places.
func (p *printer) terseFact(g group) {
	runs := []run{{"·", dim}, {" " + g.Title, bold}}
	for i, l := range g.Lines {
		out := ""
		if len(g.Lines) > 1 {
			out = " " + l.Letter
		} else if l.Label != "" {
			out = " —"
		}
		if i > 0 {
			out = ";" + out
		}
		runs = append(runs, run{joined(" ", out, l.Label), normal}, run{" (" + l.Meta + ") " + tags(onePlace(l.Words)), dim})
	}
	p.para(2, 4, runs...)
	for _, after := range g.After {
		p.para(4, 6, run{after, dim})
	}
}

// onePlace is the first place of some words in each report.
func onePlace(list []words) []ref {
	var out []ref
	seen := map[string]bool{}
	for _, w := range list {
		for _, r := range w.Refs {
			report, _, _ := strings.Cut(r.Tag, ":")
			if !seen[report] {
				seen[report] = true
				out = append(out, r)
			}
		}
	}
	return out
}

func (p *printer) group(g group, compact, terse bool) {
	if g.Title != "" {
		runs := []run{{g.Title, bold}}
		if len(g.Tags) > 0 {
			runs = append(runs, run{" [" + strings.Join(g.Tags, ", ") + "]", dim})
		}
		if g.Note != "" {
			runs = append(runs, run{": " + g.Note, dim})
		}
		p.para(0, 2, runs...)
	}
	for _, l := range g.Lines {
		if terse {
			l.Words, l.More = []words{{Refs: onePlace(l.Words)}}, 0
		}
		p.line(l, compact)
	}
	p.more(2, g.More, "")
	for _, after := range g.After {
		p.para(2, 4, run{after, normal})
	}
}

// line writes a line and, below it, the words that show it; in a compact section one quotation stays on the line.
func (p *printer) line(l line, compact bool) {
	head := lineHead(l)
	inline := len(head) == 1 || compact && len(l.Words) == 1
	if inline && len(l.Words) > 0 {
		head = append(head, run{" ", normal})
		head = append(head, quoted(l.Words[0])...)
	}
	p.para(2, 4, head...)
	for i, w := range l.Words {
		if i > 0 || !inline {
			p.para(4, 6, quoted(w)...)
		}
	}
	p.more(4, l.More, "place")
}

// lineHead is "A label — text (meta)"; the mark alone where the words are all there is.
func lineHead(l line) []run {
	mark := "·"
	if l.Letter != "" {
		mark = l.Letter
	}
	out := []run{{mark, dim}}
	if l.Label != "" {
		out = append(out, run{" " + l.Label, bold})
	}
	if l.Label != "" && l.Text != "" {
		out = append(out, run{" —", dim})
	}
	if l.Text != "" {
		out = append(out, run{" " + l.Text, normal})
	}
	if l.Meta != "" {
		out = append(out, run{" (" + l.Meta + ")", dim})
	}
	return out
}

// quoted is words as runs: who: before “exact” after (note) [r3:123].
func quoted(w words) []run {
	var out []run
	if w.Who != "" {
		out = append(out, run{w.Who + colon(w) + " ", normal})
	}
	if w.Exact != "" {
		out = append(out, run{w.Before, dim}, run{"“" + w.Exact + "”", normal}, run{w.After, dim}, run{" ", normal})
	}
	if w.Note != "" {
		out = append(out, run{"(" + w.Note + ") ", dim})
	}
	return append(out, run{tags(w.Refs), dim})
}

// colon stands between a speaker and words.
func colon(w words) string {
	if w.Exact == "" {
		return ""
	}
	return ":"
}

func tags(refs []ref) string {
	const most = 6
	out := make([]string, 0, len(refs))
	for i, r := range refs {
		if i == most {
			out = append(out, fmt.Sprintf("(+%d)", len(refs)-i))
			break
		}
		out = append(out, "["+r.Tag+"]")
	}
	return strings.Join(out, " ")
}

func (p *printer) more(indent, n int, unit string) {
	if n == 0 {
		return
	}
	text := fmt.Sprintf("… %d more", n)
	if unit != "" {
		text = "… " + plural(n, "more "+unit)
	}
	p.para(indent, indent+2, run{text, dim})
}
