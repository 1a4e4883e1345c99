// SPDX-License-Identifier: Apache-2.0

package treebank

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// Write prints sentences as CoNLL-U: fields that are "" as "_", and MISC as it stands, whatever SpaceAfter says. What
// Parse read from a well-formed file comes out byte for byte.
func Write(w io.Writer, sentences []Sentence) error {
	out := bufio.NewWriter(w)
	for i := range sentences {
		writeSentence(out, &sentences[i])
	}
	return out.Flush()
}

func writeSentence(out *bufio.Writer, s *Sentence) {
	for _, line := range s.Comments {
		writeLine(out, line)
	}
	ranges, empty := s.Ranges, s.empty
	for i := range len(s.Words) + 1 {
		for len(empty) > 0 && empty[0].after == i {
			writeLine(out, empty[0].line)
			empty = empty[1:]
		}
		if i == len(s.Words) {
			break
		}
		if len(ranges) > 0 && ranges[0].First == i {
			writeLine(out, ranges[0].line())
			ranges = ranges[1:]
		}
		writeLine(out, s.Words[i].line(i+1))
	}
	writeLine(out, "")
}

// writeLine leaves errors to Flush.
func writeLine(out *bufio.Writer, line string) {
	_, _ = out.WriteString(line)
	_ = out.WriteByte('\n')
}

// line is a word's line; number counts from 1.
func (w *Word) line(number int) string {
	cells := [columns]string{
		strconv.Itoa(number), w.Form, w.Lemma, w.UPOS, w.XPOS, w.Feats, strconv.Itoa(w.Head), w.Deprel, w.Deps, w.Misc,
	}
	for i, cell := range cells {
		cells[i] = cellOf(cell)
	}
	return strings.Join(cells[:], "\t")
}

// line is a range's line.
func (r Range) line() string {
	rest := r.rest
	if rest == "" {
		rest = strings.Repeat("_\t", columns-3) + "_"
		if !r.SpaceAfter {
			rest = strings.Repeat("_\t", columns-3) + "SpaceAfter=No"
		}
	}
	return strconv.Itoa(r.First+1) + "-" + strconv.Itoa(r.Last) + "\t" + cellOf(r.Form) + "\t" + rest
}

// cellOf is a field as it is printed: never empty, without what ends a field or a line.
func cellOf(field string) string {
	if field == "" {
		return "_"
	}
	if strings.ContainsAny(field, "\t\n\r") {
		return strings.Map(func(r rune) rune {
			if r == '\t' || r == '\n' || r == '\r' {
				return ' '
			}
			return r
		}, field)
	}
	return field
}
