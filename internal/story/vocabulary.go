// SPDX-License-Identifier: Apache-2.0

package story

import (
	"math"
	"slices"
)

const (
	// supposed is how many reports without any of the words are thought to have been read before the first, so that
	// in the first few a word that all of them share still tells something.
	supposed = 300
	// kept is how many terms of each sort a report is known by.
	kept = 64
)

// shares is what each sort of term gives to the likeness of two reports; they add up to 1.
var shares = [sorts]float64{words: .42, names: .42, figures: .16}

// A vocabulary numbers terms and counts in how many reports each stands.
type vocabulary struct {
	numbers map[string]uint32
	texts   []string
	reports []int32 // by term
	read    int
}

// weigh counts the terms of one more report and gives them weights: the rarer so far, the heavier.
func (v *vocabulary) weigh(g *Gist) vector {
	v.read++
	var all vector
	for s, terms := range g.terms {
		sorted := make(vector, 0, len(terms))
		for _, t := range terms {
			n := v.number(t.text)
			v.reports[n]++
			rarity := math.Log(float64(v.read+supposed+1) / (float64(v.reports[n]) + .5))
			sorted = append(sorted, entry{n, float32((1 + math.Log(max(1, t.count))) * rarity)})
		}
		slices.SortFunc(sorted, byTerm)
		all = append(all, sorted.heaviest(kept).scaled(math.Sqrt(shares[s]))...)
	}
	slices.SortFunc(all, byTerm)
	return all
}

func (v *vocabulary) number(text string) uint32 {
	n, ok := v.numbers[text]
	if !ok {
		n = uint32(len(v.texts))
		v.numbers[text] = n
		v.texts = append(v.texts, text)
		v.reports = append(v.reports, 0)
	}
	return n
}
