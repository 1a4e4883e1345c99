// SPDX-License-Identifier: Apache-2.0

package story

import (
	"cmp"
	"slices"
)

// recent is how many holders of a term are remembered, the latest ones. It bounds what one search costs.
const recent = 128

// A finder finds what shares terms with a report, among the latest holders of each term. Holders are numbers.
type finder struct {
	holders [][]int32 // by term, the latest last
	scores  []float64 // by holder; zero between searches
}

// enter makes a holder findable by the terms of v.
func (f *finder) enter(holder int, v vector) {
	for len(f.scores) <= holder {
		f.scores = append(f.scores, 0)
	}
	for _, e := range v {
		for len(f.holders) <= int(e.term) {
			f.holders = append(f.holders, nil)
		}
		list := f.holders[e.term]
		if i := slices.Index(list, int32(holder)); i >= 0 {
			list = slices.Delete(list, i, i+1)
		} else if len(list) == recent {
			list = slices.Delete(list, 0, 1)
		}
		f.holders[e.term] = append(list, int32(holder))
	}
}

// near is up to n holders that share the most weight of terms with v, best first. A holder counts as what into makes of it.
func (f *finder) near(v vector, n int, into func(int) int) []int {
	var found []int
	for _, e := range v {
		if int(e.term) >= len(f.holders) {
			continue
		}
		for _, h := range f.holders[e.term] {
			holder := into(int(h))
			if f.scores[holder] == 0 {
				found = append(found, holder)
			}
			f.scores[holder] += float64(e.weight) * float64(e.weight)
		}
	}
	best := f.best(found, n)
	for _, holder := range found {
		f.scores[holder] = 0
	}
	return best
}

// best is the n of some holders that have the highest scores, best first, lower numbers on a tie.
func (f *finder) best(found []int, n int) []int {
	better := func(a, b int) int { return cmp.Or(cmp.Compare(f.scores[b], f.scores[a]), cmp.Compare(a, b)) }
	var best []int
	for _, holder := range found {
		if len(best) == n && better(holder, best[n-1]) > 0 {
			continue
		}
		i, _ := slices.BinarySearchFunc(best, holder, better)
		best = slices.Insert(best, i, holder)
		best = best[:min(n, len(best))]
	}
	return best
}
