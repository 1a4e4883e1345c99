// SPDX-License-Identifier: Apache-2.0

// Package lineage finds out which report came from which.
//
// Two things are told apart from mere agreement. Reuse: sentences of one report's own words recur in the other, verbatim
// or edited. Rewriting: one report tells the many minor facts of the other in the same order, though hardly a run of
// words is equal. Quotations, posts and statements are public words: two who print the same ones have not copied from
// each other. Headlines, captions and notices of the page do not count either.
//
// Candidates come from inverted indexes of fingerprints and of rare facts, so no text is compared with all others. How
// rare a fact is depends on the heap of reports at hand and on a built-in estimate; a text and its copies count once in
// it, so that copies change nothing.
//
// What the package does not do: it finds no source outside the heap, reads nothing in other languages than the text
// itself gives (a translation is not recognised), and takes no word of a report about another for granted.
package lineage

import (
	"cmp"
	"slices"

	"stemma/internal/news"
)

// Compare finds every pair of dependent reports, sorted by the place of its reports in the input, and the origins:
// a partition of all reports, in which those that go back to one text stand together. It does not depend on the order
// of the reports, other than by the order of its results. Reports whose Doc is nil stand alone.
func Compare(reports []*news.Report) ([]news.Link, []*news.Origin) {
	found, sizes := dependent(reports)
	links := make([]news.Link, len(found))
	for i, d := range found {
		links[i] = d.link
	}
	return links, originsOf(reports, found, sizes)
}

// Pairs is a finding for every two reports, also the independent ones, in the order of the input. It grows with the
// square of the number of reports.
func Pairs(reports []*news.Report) []news.Link {
	found := map[[2]int]news.Link{}
	all, _ := dependent(reports)
	for _, d := range all {
		found[[2]int{d.first, d.second}] = d.link
	}
	var out []news.Link
	for i, to := range reports {
		for j := i + 1; j < len(reports); j++ {
			l, ok := found[[2]int{i, j}]
			if !ok {
				l = news.Link{From: reports[j], To: to, Label: news.Independent}
			}
			out = append(out, l)
		}
	}
	return out
}

// A dependence is a link between the reports first and second of the input, first < second.
type dependence struct {
	link          news.Link
	first, second int
	shorter       int     // which of the two has the shorter body
	cover         float64 // share of the longer body that the shorter one accounts for
}

// dependent is all dependent pairs, in the order of the input, and the own words of each report.
func dependent(reports []*news.Report) (out []dependence, sizes []int) {
	h := newHeap(reports)
	h.compare()
	sizes = make([]int, len(reports))
	for i, b := range h.bodies {
		sizes[h.place[i]] = b.own
	}
	for p, f := range h.findings {
		d := dependence{first: h.place[p.a], second: h.place[p.b], shorter: h.place[p.a], cover: f.cover()}
		if f.a != h.bodies[p.a] {
			d.shorter = h.place[p.b]
		}
		if d.first > d.second {
			d.first, d.second = d.second, d.first
		}
		if l, ok := f.link(reports[d.first], reports[d.second]); ok {
			d.link = l
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(x, y dependence) int {
		return cmp.Or(cmp.Compare(x.first, y.first), cmp.Compare(x.second, y.second))
	})
	return out, sizes
}

// link is the finding as a link between two reports, first standing before second in the input; false where the two are
// independent.
func (f *finding) link(first, second *news.Report) (news.Link, bool) {
	l := news.Link{From: second, To: first, Label: f.label, Kind: f.kind(), Score: f.score()}
	if f.label == news.Independent {
		if f.cited() == nil {
			return l, false
		}
		l.Label, l.Kind, l.Score = news.Partial, news.CitesLink, citedScore
	}
	if source := f.source(); source != nil {
		l.Directed = true
		if source != l.To {
			l.From, l.To = l.To, l.From
		}
	}
	l.Evidence = f.evidence(l.From)
	return l, true
}
