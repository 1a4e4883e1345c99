// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"container/heap"
	"sort"
	"strings"

	"stemma/internal/news"
	"stemma/internal/text"
)

// A mark is a stretch of a report's text to be highlighted under an id.
type mark struct {
	span  text.Span
	id    string
	class string
	first bool  // carries the id; further pieces of the same finding do not
	last  bool  // carries the links back
	backs []ref // where the brief shows the finding
}

// A piece of a paragraph in the order of writing: text, or the opening or closing of a mark. Marks of one
// paragraph are properly nested whatever their spans are, since crossing ones are split.
type piece struct {
	Text   string
	Open   bool
	Close  bool
	Bare   bool   // an anchor alone, where marks stand too deep in each other
	ID     string // "" for further pieces of a finding
	Class  string
	Backs  []ref
	Status string // in words, for those who see no colour
}

// A paragraph of a report's text.
type paragraph struct {
	Headline bool
	Pieces   []piece
}

// maxDepth bounds how many marks stand in one another; beyond it an anchor is enough.
const maxDepth = 12

// queue hands out marks by where they start, longer ones first.
type queue []mark

func (q queue) Len() int      { return len(q) }
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q queue) Less(i, j int) bool {
	a, b := q[i], q[j]
	switch {
	case a.span.Start != b.span.Start:
		return a.span.Start < b.span.Start
	case a.span.End != b.span.End:
		return a.span.End > b.span.End
	}
	return a.id < b.id
}
func (q *queue) Push(x any) { *q = append(*q, x.(mark)) }
func (q *queue) Pop() any {
	old := *q
	m := old[len(old)-1]
	*q = old[:len(old)-1]
	return m
}

// A nester writes one paragraph with its marks.
type nester struct {
	text  string
	at    int // written up to here
	stack []mark
	out   []piece
	split map[string]bool // ids of findings that stand in several pieces
}

// nest is the pieces of the text of span; the marks must lie inside it.
func nest(s string, span text.Span, marks []mark, split map[string]bool) []piece {
	n := &nester{text: s, at: span.Start, split: split}
	q := append(queue{}, marks...)
	heap.Init(&q)
	for q.Len() > 0 {
		m := heap.Pop(&q).(mark)
		n.closeUntil(m.span.Start)
		if len(n.stack) == maxDepth {
			n.bare(m)
			continue
		}
		if rest, crossing := n.fit(&m); crossing {
			heap.Push(&q, rest)
		}
		n.open(m)
	}
	n.closeUntil(span.End)
	n.write(span.End)
	return n.out
}

// fit cuts m at the end of the mark around it; what lies beyond is the rest.
func (n *nester) fit(m *mark) (rest mark, crossing bool) {
	if len(n.stack) == 0 || m.span.End <= n.stack[len(n.stack)-1].span.End {
		return mark{}, false
	}
	rest = *m
	m.span.End = n.stack[len(n.stack)-1].span.End
	rest.span.Start = m.span.End
	rest.first, m.last = false, false
	n.split[m.id] = true
	return rest, true
}

func (n *nester) open(m mark) {
	n.write(m.span.Start)
	p := piece{Open: true, Class: m.class, Status: m.class}
	if m.first {
		p.ID = m.id
	} else {
		p.Class += " of-" + m.id
	}
	n.out = append(n.out, p)
	n.stack = append(n.stack, m)
}

func (n *nester) bare(m mark) {
	if m.first {
		n.write(m.span.Start)
		n.out = append(n.out, piece{Bare: true, ID: m.id})
	}
}

// closeUntil closes the marks that end at or before pos.
func (n *nester) closeUntil(pos int) {
	for len(n.stack) > 0 {
		top := n.stack[len(n.stack)-1]
		if top.span.End > pos {
			return
		}
		n.write(top.span.End)
		p := piece{Close: true}
		if top.last {
			p.Backs = top.backs
		}
		n.out = append(n.out, p)
		n.stack = n.stack[:len(n.stack)-1]
	}
}

func (n *nester) write(to int) {
	if to > n.at {
		n.out = append(n.out, piece{Text: safe(n.text[n.at:to])})
		n.at = to
	}
}

// marks are all findings in a report, in the order of their words.
func (v *viewer) marks(r *news.Report) []mark {
	size := len(textOf(r))
	var out []mark
	for _, s := range v.story.Statements {
		if s.Report == r {
			out = append(out, v.marksOf(s, size)...)
		}
	}
	seen := map[string]bool{}
	for _, span := range v.extra[r] {
		id := v.place(r, span).Anchor
		if !seen[id] {
			seen[id] = true
			out = append(out, mark{span: clip(span, size), id: id, class: "shared", first: true, last: true})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].span.Start < out[j].span.Start })
	return out
}

// marksOf is the pieces of a statement; the first carries its id, the last the links back.
func (v *viewer) marksOf(s *news.Statement, size int) []mark {
	if s.Evidence.Empty() {
		return nil
	}
	id, class := v.ref(s).Anchor, v.class(s)
	out := []mark{{span: clip(s.Evidence, size), id: id, class: class, first: true}}
	for _, more := range s.More {
		if span := clip(more, size); !span.Empty() {
			out = append(out, mark{span: span, id: id, class: class})
		}
	}
	out[len(out)-1].last = true
	out[len(out)-1].backs = v.back[s]
	return out
}

// class is the status of the fact that a statement belongs to, or what it is.
func (v *viewer) class(s *news.Statement) string {
	if at := v.facts[s]; at != nil {
		return ident(string(at.fact.Status))
	}
	if s.Kind == news.Quotation {
		return "quotation"
	}
	return "statement"
}

// maxText is how many bytes of one report a page shows.
const maxText = 400_000

// paragraphs is the text of a report with its marks; cut tells how many bytes the page leaves out. Findings that
// stand in no paragraph shown keep a bare anchor at the end, so that no link hangs. Ids of findings in several
// pieces are added to split.
func (v *viewer) paragraphs(r *news.Report, split map[string]bool) (out []paragraph, cut int) {
	s := textOf(r)
	marks := v.marks(r)
	for _, m := range marks {
		if !m.first {
			split[m.id] = true
		}
	}
	pending := map[string]bool{}
	for _, m := range marks {
		pending[m.id] = true
	}
	var open []mark // those that reach into the next line
	next, at := 0, 0
	for line := range strings.Lines(s) {
		span := text.Span{Start: at, End: at + len(strings.TrimRight(line, "\r\n"))}
		if span.End > maxText {
			cut = len(s) - at
			break
		}
		at += len(line)
		for next < len(marks) && marks[next].span.Start < at {
			open = append(open, marks[next])
			next++
		}
		inside, rest := within(open, span, split)
		open = rest
		if strings.TrimSpace(line) == "" {
			continue
		}
		for _, m := range inside {
			if m.first {
				delete(pending, m.id)
			}
		}
		title := r.Doc.Title
		out = append(out, paragraph{!title.Empty() && title.Overlaps(span), nest(s, span, inside, split)})
	}
	return append(out, leftover(marks, pending)...), cut
}

// within cuts marks to a line; rest are those that reach beyond it.
func within(marks []mark, line text.Span, split map[string]bool) (inside, rest []mark) {
	for _, m := range marks {
		part := m
		part.span = text.Span{Start: max(m.span.Start, line.Start), End: min(m.span.End, line.End)}
		if m.span.End > line.End+2 { // further than the line break
			split[m.id] = true
			part.last = false
			beyond := m
			beyond.span.Start = max(m.span.Start, line.End)
			if !part.span.Empty() {
				beyond.first = false
			}
			rest = append(rest, beyond)
		}
		if !part.span.Empty() {
			inside = append(inside, part)
		}
	}
	return inside, rest
}

// leftover is a paragraph of bare anchors for the findings that are nowhere else.
func leftover(marks []mark, pending map[string]bool) []paragraph {
	var p paragraph
	for _, m := range marks {
		if pending[m.id] {
			delete(pending, m.id)
			p.Pieces = append(p.Pieces, piece{Bare: true, ID: m.id})
		}
	}
	if len(p.Pieces) == 0 {
		return nil
	}
	return []paragraph{p}
}
