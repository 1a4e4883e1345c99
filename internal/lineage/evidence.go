// SPDX-License-Identifier: Apache-2.0

package lineage

import (
	"cmp"
	"slices"

	"stemma/internal/news"
	"stemma/internal/text"
)

// maxEvidence is the number of passages that are kept for a pair.
const maxEvidence = 32

// A passage is a span of words of a and the one of b that answers it.
type passage struct {
	a, b text.Range // of words of the bodies
	size int
}

// evidence is the passages that show the finding, from the report from to the report to, in the order of the text: the
// longest ones. Where no words are shared it is the sentences that tell of the same facts.
func (f *finding) evidence(from *news.Report) [][2]news.Evidence {
	all := f.passages()
	if len(all) == 0 && f.label == news.Same {
		whole := [2]news.Evidence{allOf(f.a.report), allOf(f.b.report)}
		if f.a.report != from {
			whole[0], whole[1] = whole[1], whole[0]
		}
		return [][2]news.Evidence{whole}
	}
	slices.SortStableFunc(all, func(x, y passage) int { return cmp.Compare(y.size, x.size) })
	all = all[:min(len(all), maxEvidence)]
	slices.SortStableFunc(all, func(x, y passage) int { return cmp.Compare(x.a.First, y.a.First) })
	out := make([][2]news.Evidence, 0, len(all))
	for _, p := range all {
		a, b := f.a.evidence(p.a), f.b.evidence(p.b)
		if f.a.report != from {
			a, b = b, a
		}
		out = append(out, [2]news.Evidence{a, b})
	}
	return out
}

// passages is one passage for each sentence that recurs and for each link of the chain that is not among them.
func (f *finding) passages() []passage {
	var out []passage
	seen := map[int]bool{}
	for _, m := range f.matches {
		seen[m.a] = true
		p := passage{size: m.covered}
		for _, b := range m.blocks {
			p.a = join(p.a, text.Range{First: b.a, Last: b.a + b.n})
			p.b = join(p.b, text.Range{First: b.b, Last: b.b + b.n})
		}
		out = append(out, p)
	}
	if f.chain.order() < passageOrder && f.label != news.Independent {
		return out
	}
	for _, l := range f.chain.links {
		if !seen[l.a] {
			s, t := f.a.sents[l.a], f.b.sents[l.b]
			out = append(out, passage{text.Range{First: s.first, Last: s.last}, text.Range{First: t.first, Last: t.last}, int(l.weight)})
		}
	}
	return out
}

func join(r, o text.Range) text.Range {
	if r.Empty() {
		return o
	}
	return text.Range{First: min(r.First, o.First), Last: max(r.Last, o.Last)}
}

// allOf is the whole text of a report that has tokens.
func allOf(r *news.Report) news.Evidence {
	tokens := r.Doc.Tokens
	return news.Evidence{Report: r, Span: text.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}}
}

// evidence is the bytes of a range of words.
func (b *body) evidence(r text.Range) news.Evidence {
	tokens := b.report.Doc.Tokens
	span := text.Span{Start: tokens[b.words[r.First].token].Start, End: tokens[b.words[r.Last-1].token].End}
	return news.Evidence{Report: b.report, Span: span}
}
