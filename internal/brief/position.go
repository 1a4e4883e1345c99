// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"sort"
	"unicode/utf8"

	"stemma/internal/news"
	"stemma/internal/text"
)

// stride is how many characters lie between two marks of an index: small enough that counting the rest costs
// nothing, large enough that the index of a long text stays small.
const stride = 64

// A runeIndex turns byte offsets of a text into code points without counting from the start each time.
type runeIndex struct {
	text   string
	starts []int // starts[k] is the byte at which character k*stride begins; nil where bytes are characters
}

func newRuneIndex(s string) *runeIndex {
	x := &runeIndex{text: s}
	if utf8.RuneCountInString(s) == len(s) {
		return x
	}
	n := 0
	for at := range s {
		if n%stride == 0 {
			x.starts = append(x.starts, at)
		}
		n++
	}
	return x
}

// point is the number of characters before byte pos.
func (x *runeIndex) point(pos int) int {
	if x.starts == nil {
		return pos
	}
	k := sort.SearchInts(x.starts, pos+1) - 1
	return k*stride + utf8.RuneCountInString(x.text[x.starts[k]:pos])
}

// Positions turns byte spans of reports into the code points that users see. It indexes each report once; the
// zero value is not usable, see NewPositions. It is not for use by several goroutines.
type Positions struct{ byReport map[*news.Report]*runeIndex }

// NewPositions is an empty set of indexes.
func NewPositions() *Positions { return &Positions{map[*news.Report]*runeIndex{}} }

func (p *Positions) index(r *news.Report) *runeIndex {
	x := p.byReport[r]
	if x == nil {
		x = newRuneIndex(textOf(r))
		p.byReport[r] = x
	}
	return x
}

// Points is a byte span of r's text in code points. A span that reaches outside the text is cut to it.
func (p *Positions) Points(r *news.Report, span text.Span) (start, end int) {
	x := p.index(r)
	span = clip(span, len(x.text))
	return x.point(span.Start), x.point(span.End)
}

// textOf is the clean text of a report, "" where it has none.
func textOf(r *news.Report) string {
	if r == nil || r.Doc == nil {
		return ""
	}
	return r.Doc.Text
}

// clip cuts a span to a text of n bytes, so that a finding with a broken span shows less and never panics.
func clip(span text.Span, n int) text.Span {
	start := min(max(span.Start, 0), n)
	return text.Span{Start: start, End: min(max(span.End, start), n)}
}
