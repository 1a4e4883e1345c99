// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"strings"

	"github.com/rivo/uniseg"
)

// A style is how a run of terminal text looks.
type style string

// The styles, as parameters of the terminal's SGR sequence.
const (
	normal style = ""
	bold   style = "1"
	dim    style = "2"
	red    style = "1;31"
	green  style = "1;32"
	blue   style = "1;34"
)

// A run is text of one style. Runs that touch without a space are kept together when lines are broken.
type run struct {
	text  string
	style style
}

// A wrapper breaks runs into lines of a width and writes them.
type wrapper struct {
	out   *strings.Builder
	width int
	color bool
}

// An atom is what may not be broken: pieces of runs without a space between them.
type atom struct {
	pieces []run
	width  int
}

// para writes runs as one paragraph, its first line indented by first, the others by rest.
func (p *wrapper) para(first, rest int, runs ...run) {
	indent, col := first, 0
	for _, a := range p.atoms(runs, p.width-max(first, rest)) {
		switch {
		case col == 0:
			p.out.WriteString(strings.Repeat(" ", indent))
			col = indent
		case col+1+a.width > p.width:
			p.out.WriteString("\n" + strings.Repeat(" ", rest))
			indent, col = rest, rest
		default:
			p.out.WriteByte(' ')
			col++
		}
		for _, piece := range a.pieces {
			p.paint(piece)
		}
		col += a.width
	}
	p.out.WriteByte('\n')
}

func (p *wrapper) paint(r run) {
	if !p.color || r.style == normal {
		p.out.WriteString(r.text)
		return
	}
	p.out.WriteString("\x1b[" + string(r.style) + "m" + r.text + "\x1b[0m")
}

// atoms splits runs at spaces; what is wider than room is broken by force.
func (p *wrapper) atoms(runs []run, room int) []atom {
	var out []atom
	open := false // the last atom may still grow
	for _, r := range runs {
		for i, word := range strings.Split(r.text, " ") {
			if i > 0 {
				open = false
			}
			for _, piece := range broken(word, max(room, 8)) {
				w := uniseg.StringWidth(piece)
				if open && out[len(out)-1].width+w <= room {
					last := &out[len(out)-1]
					last.pieces, last.width = append(last.pieces, run{piece, r.style}), last.width+w
				} else {
					out = append(out, atom{[]run{{piece, r.style}}, w})
				}
				open = true
			}
		}
	}
	return out
}

// broken is a word in pieces of at most room columns; none for an empty word.
func broken(word string, room int) []string {
	if word == "" {
		return nil
	}
	if uniseg.StringWidth(word) <= room {
		return []string{word}
	}
	var out []string
	var piece strings.Builder
	col := 0
	for g := uniseg.NewGraphemes(word); g.Next(); {
		if col > 0 && col+g.Width() > room {
			out = append(out, piece.String())
			piece.Reset()
			col = 0
		}
		piece.WriteString(g.Str())
		col += g.Width()
	}
	return append(out, piece.String())
}
