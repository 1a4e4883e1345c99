// SPDX-License-Identifier: Apache-2.0

package story

import (
	"slices"

	"stemma/internal/news"
)

// How much of what ties reports is told.
const (
	toldNames = 4
	toldWords = 6
	toldDays  = 2
	mainNames = 6 // of a story
)

// Tie is what a report shares with the others of its story, the most telling first; it is empty for one alone.
func (x *Index) Tie(report int) news.Tie {
	v := x.reports[report].vector
	others := x.stories[x.Story(report)].sum
	shared := make(vector, 0, len(v))
	for _, e := range v {
		if rest := others.at(e.term) - e.weight; rest > e.weight/1e6 { // what is left of sums is rounding
			shared = append(shared, entry{e.term, e.weight * rest})
		}
	}
	slices.SortFunc(shared, byWeight)
	var tie news.Tie
	for _, e := range shared {
		what, text := x.vocabulary.texts[e.term][0], x.vocabulary.texts[e.term][1:]
		switch what {
		case full:
			tie.Names = upTo(toldNames, tie.Names, text)
		case day:
			tie.Days = upTo(toldDays, tie.Days, text)
		case word, figure:
			tie.Words = upTo(toldWords, tie.Words, text)
		}
	}
	return tie
}

func upTo(n int, list []string, s string) []string {
	if len(list) == n {
		return list
	}
	return append(list, s)
}

// Related is the numbers of stories that have main names in common with one and are somewhat like it: other events of one
// run of events. Lower numbers stand first.
func (x *Index) Related(story int) []int {
	c := x.stories[x.now(story)]
	var out []int
	for _, id := range x.finder.near(c.sum.heaviest(kept), considered, x.now) {
		o := x.stories[id]
		if o != c && c.like(o) >= least && len(x.Common(c.id, id)) > 0 {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// Common is the main names that two stories share.
func (x *Index) Common(a, b int) []string {
	other := x.main(b)
	return slices.DeleteFunc(x.main(a), func(name string) bool { return !slices.Contains(other, name) })
}

// main is the names that weigh most in a story.
func (x *Index) main(story int) []string {
	var all vector
	for _, e := range x.stories[x.now(story)].sum {
		if x.vocabulary.texts[e.term][0] == full {
			all = append(all, e)
		}
	}
	slices.SortFunc(all, byWeight)
	var out []string
	for _, e := range all[:min(mainNames, len(all))] {
		out = append(out, x.vocabulary.texts[e.term][1:])
	}
	return out
}
