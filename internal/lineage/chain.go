// SPDX-License-Identifier: Apache-2.0

package lineage

import "slices"

// Two sentences tell of the same facts where they share this much of the weight of the shorter one's keys.
const (
	likeShare  = .33
	likeWeight = 5
	slack      = 3 // added to the whole, so that a sentence of one key is no proof
)

// A chain is a run of sentence pairs that tell of the same facts, in the same order in both bodies. Two who saw the
// same event share its main facts, wherever each puts them; who rewrites a text keeps its order. So what counts is how
// much heavier the best chain is than the best one through the other body read backwards.
type chain struct {
	links   []link
	weight  float64 // of the shared keys
	reverse float64 // weight of the best chain in reverse order
	total   float64 // weight of all keys of the shorter body
	figures int     // different numbers and days among them
}

// A link is two sentences that tell of the same facts.
type link struct {
	a, b   int
	weight float64
}

// share is the part of the shorter body's weight that the chain covers.
func (c chain) share() float64 { return c.weight / max(c.total, 1) }

// order is the weight that only a common order explains.
func (c chain) order() float64 { return c.weight - c.reverse }

// proof is how sure it is that one text follows the other. Many minor figures in common make it surer.
func (c chain) proof() float64 {
	return c.order() * c.share() * (1 + float64(c.figures)/10)
}

// chainOf finds the heaviest chain from a to b, leaving out sentences of a.
func (h *heap) chainOf(a, b *body, without map[int]bool) chain {
	var c chain
	links := h.alike(a, b, without, &c.total)
	c.links = heaviest(links, len(b.sents), false)
	for _, l := range c.links {
		c.weight += l.weight
	}
	c.figures = h.figures(a, b, c.links)
	for _, l := range heaviest(links, len(b.sents), true) {
		c.reverse += l.weight
	}
	return c
}

// sentsByKey is the sentences of the body proper that have a key.
func (b *body) sentsByKey() map[int32][]int32 {
	if b.byKey == nil {
		b.byKey = map[int32][]int32{}
		for n, s := range b.sents {
			if !b.counts(s) {
				continue
			}
			for _, key := range s.keys {
				b.byKey[key] = append(b.byKey[key], int32(n))
			}
		}
	}
	return b.byKey
}

// figures counts the different numbers and days that linked sentences share.
func (h *heap) figures(a, b *body, links []link) int {
	seen := map[int32]bool{}
	for _, l := range links {
		for _, key := range a.sents[l.a].keys {
			if h.keys.figure(key) && slices.Contains(b.sents[l.b].keys, key) {
				seen[key] = true
			}
		}
	}
	return len(seen)
}

// alike is the pairs of sentences that tell of the same facts, by a and then by b; total gets the weight of all of a.
func (h *heap) alike(a, b *body, without map[int]bool, total *float64) []link {
	where := b.sentsByKey()
	var out []link
	shared := make([]float64, len(b.sents))
	for n, s := range a.sents {
		if !a.counts(s) {
			continue
		}
		*total += s.weight
		if without[n] {
			continue
		}
		clear(shared)
		for _, key := range s.keys {
			w := h.keys.weight(key)
			for _, m := range where[key] {
				shared[m] += w
			}
		}
		for m, w := range shared {
			if w >= likeWeight && w >= likeShare*(min(s.weight, b.sents[m].weight)+slack) {
				out = append(out, link{n, m, w})
			}
		}
	}
	return out
}

// heaviest is the chain of most weight among links sorted by a: each sentence of a and b at most once, those of b
// rising, or falling where reverse is set. A tree of best chains by b's sentence keeps it fast on long texts.
func heaviest(links []link, sents int, reverse bool) []link {
	tree := make([]int, sents+1) // Fenwick tree: number of the best link, plus one
	weight, before := make([]float64, len(links)), make([]int, len(links))
	best := 0
	for first := 0; first < len(links); {
		last := first
		for last < len(links) && links[last].a == links[first].a {
			last++
		}
		for i := first; i < last; i++ {
			place := placeOf(links[i].b, sents, reverse)
			before[i] = query(tree, weight, place-1)
			weight[i] = links[i].weight
			if before[i] > 0 {
				weight[i] += weight[before[i]-1]
			}
		}
		for i := first; i < last; i++ {
			update(tree, weight, placeOf(links[i].b, sents, reverse), i+1)
			if best == 0 || weight[i] > weight[best-1] {
				best = i + 1
			}
		}
		first = last
	}
	var out []link
	for ; best > 0; best = before[best-1] {
		out = append(out, links[best-1])
	}
	slices.Reverse(out)
	return out
}

// placeOf numbers b's sentences from 1 on, from the end where reverse is set.
func placeOf(b, sents int, reverse bool) int {
	if reverse {
		return sents - b
	}
	return b + 1
}

func query(tree []int, weight []float64, place int) int {
	best := 0
	for ; place > 0; place -= place & -place {
		if t := tree[place]; t > 0 && (best == 0 || weight[t-1] > weight[best-1]) {
			best = t
		}
	}
	return best
}

func update(tree []int, weight []float64, place, link int) {
	for ; place < len(tree); place += place & -place {
		if t := tree[place]; t == 0 || weight[link-1] > weight[t-1] {
			tree[place] = link
		}
	}
}
