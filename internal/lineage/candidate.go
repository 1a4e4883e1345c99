// SPDX-License-Identifier: Apache-2.0

package lineage

import (
	"cmp"
	"slices"
)

// Candidates are found without comparing texts: reports that share a fingerprint, or several rare keys.
const (
	gram        = 5   // words of a fingerprint
	window      = 4   // a run of gram+window-1 equal words is always found
	maxPostings = 200 // of a feature that more bodies have, each is tried with this many neighbours only

	wordPartners = 200 // per report, those that share most fingerprints
	factPartners = 50  // and those that share most facts
)

// A pair is two bodies, by number, a below b.
type pair struct{ a, b int32 }

// fingerprints is the winnowed set of hashes of a text's word runs: of every window of runs, the smallest. salt keeps
// sets of different kinds apart.
func fingerprints(words []uint64, salt uint64) []uint64 {
	if len(words) > 0 && len(words) < gram {
		words = append(words[:len(words):len(words)], make([]uint64, gram-len(words))...)
	}
	var grams, out []uint64
	for i := 0; i+gram <= len(words); i++ {
		h := salt
		for _, w := range words[i : i+gram] {
			h = mix(h, w)
		}
		grams = append(grams, h)
	}
	for i := range grams {
		least := slices.Min(grams[i:min(i+window, len(grams))])
		if len(out) == 0 || out[len(out)-1] != least {
			out = append(out, least)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// partners counts, for every two bodies, what they share, and keeps each body's best most. features gives a
// body's sorted features, weight what one is worth by the number of bodies that have it; 0 leaves it out.
func partners(bodies []*body, features func(*body) []uint64, weight func(feature uint64, bodies int) float64, most int) map[pair]float64 {
	postings := map[uint64][]int32{}
	for i, b := range bodies {
		for _, f := range features(b) {
			postings[f] = append(postings[f], int32(i))
		}
	}
	shared := map[pair]float64{}
	for i, b := range bodies {
		found := map[int32]float64{}
		for _, f := range features(b) {
			list := postings[f]
			w := 0.0
			if len(list) > 1 {
				w = weight(f, len(list))
			}
			if w == 0 {
				continue
			}
			for _, j := range near(list, int32(i)) {
				if j != int32(i) {
					found[j] += w
				}
			}
		}
		for _, j := range best(found, most) {
			shared[pair{min(int32(i), j), max(int32(i), j)}] = found[j]
		}
	}
	return shared
}

// near is the part of a list around i: all of it, or where it is longer than maxPostings a window that overlaps those of
// i's neighbours, so that a thousand copies still hang together.
func near(list []int32, i int32) []int32 {
	if len(list) <= maxPostings {
		return list
	}
	at, _ := slices.BinarySearch(list, i)
	first := max(0, min(at-maxPostings/2, len(list)-maxPostings))
	return list[first : first+maxPostings]
}

// best is the numbers of the most best of found.
func best(found map[int32]float64, most int) []int32 {
	list := make([]int32, 0, len(found))
	for j := range found {
		list = append(list, j)
	}
	slices.SortFunc(list, func(x, y int32) int { return cmp.Or(cmp.Compare(found[y], found[x]), cmp.Compare(x, y)) })
	return list[:min(len(list), most)]
}

// sorted is the pairs in the order of the bodies.
func sorted(shared map[pair]float64, least float64) []pair {
	out := make([]pair, 0, len(shared))
	for p, w := range shared {
		if w >= least {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(x, y pair) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return out
}
