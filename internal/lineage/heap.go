// SPDX-License-Identifier: Apache-2.0

package lineage

import (
	"cmp"
	"maps"
	"slices"

	"stemma/internal/each"
	"stemma/internal/news"
	"stemma/internal/text"
)

// A heap is the reports that are compared, in an order that does not depend on that of the input.
type heap struct {
	bodies   []*body
	place    []int // place[i] is the number in the input of bodies[i]
	keys     *keyring
	findings map[pair]*finding
	heard    map[uint64]int // by the hash of a sentence, how many voices have it
}

func newHeap(reports []*news.Report) *heap {
	h := &heap{keys: newKeyring(), findings: map[pair]*finding{}}
	docs, speech := make([]*text.Doc, len(reports)), make([][]bool, len(reports))
	for i, r := range reports {
		if docs[i] = r.Doc; r.Doc != nil {
			speech[i] = speechOf(r.Doc)
		}
	}
	markKnownSpeech(docs, speech)
	all := make([]*body, len(reports))
	for i, r := range reports {
		all[i] = newBody(r, speech[i])
		h.place = append(h.place, i)
	}
	slices.SortStableFunc(h.place, func(x, y int) int { return cmp.Compare(all[x].order, all[y].order) })
	for _, i := range h.place {
		h.bodies = append(h.bodies, all[i])
	}
	return h
}

// compare finds the pairs worth comparing and compares them: first their words; then, knowing which texts are copies
// and so one voice, what they tell.
func (h *heap) compare() {
	h.compareWords()
	h.readKeys(voices(len(h.bodies), h.findings))
	h.compareFacts()
}

// leastPrints is how many fingerprints two bodies share before their words are compared.
const leastPrints = 2

func (h *heap) compareWords() {
	shared := partners(h.bodies, func(b *body) []uint64 { return slices.Concat(b.ownPrints, b.prints) },
		func(uint64, int) float64 { return 1 }, wordPartners)
	h.compareAll(sorted(shared, leastPrints))
}

// Two bodies are compared by what they tell where their common keys weigh leastKeys, not counting common ones.
const (
	leastKey  = 2
	leastKeys = 25
)

func (h *heap) compareFacts() {
	shared := partners(h.bodies, keysOf, func(key uint64, _ int) float64 {
		if w := h.keys.weight(int32(key)); w >= leastKey {
			return w
		}
		return 0
	}, factPartners)
	h.compareAll(sorted(shared, leastKeys))
	all := slices.Collect(maps.Values(h.findings))
	each.Index(len(h.bodies), func(i int) { h.bodies[i].sentsByKey() })
	each.Index(len(all), func(i int) { all[i].follow(h) })
}

// compareAll compares the words of the pairs that are not compared yet. What a body makes when it is first asked for is
// made before, since several ask at a time.
func (h *heap) compareAll(pairs []pair) {
	pairs = slices.DeleteFunc(pairs, func(p pair) bool { return h.findings[p] != nil })
	each.Index(len(h.bodies), func(i int) { h.bodies[i].indexed() })
	found := make([]*finding, len(pairs))
	each.Index(len(pairs), func(i int) { found[i] = verbatimOf(h.bodies[pairs[i].a], h.bodies[pairs[i].b]) })
	for i, p := range pairs {
		h.findings[p] = found[i]
	}
}

// keysOf is the sorted set of keys of a body.
func keysOf(b *body) []uint64 {
	var out []uint64
	for _, s := range b.sents {
		for _, key := range s.keys {
			out = append(out, uint64(key))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// voices is the partition of the bodies in which those joined by a finding of the same text stand together.
func voices(n int, findings map[pair]*finding) partition {
	set := newPartition(n)
	for p, f := range findings {
		if f.label == news.Same {
			set.join(int(p.a), int(p.b))
		}
	}
	return set
}

// readKeys numbers the keys of all sentences and counts how many voices have each: a text that was copied a hundred
// times makes its facts no more common.
func (h *heap) readKeys(voice partition) {
	counted := map[[2]int]bool{}
	h.heard = map[uint64]int{}
	said := map[[2]uint64]bool{}
	for i, b := range h.bodies {
		for n := range b.sents {
			s := &b.sents[n]
			if at := [2]uint64{s.hash, uint64(voice.root(i))}; !said[at] {
				said[at] = true
				h.heard[s.hash]++
			}
			s.keys = h.keys.keysOf(b.report.Doc, b.words[s.first:s.last])
			for _, key := range s.keys {
				if at := [2]int{int(key), voice.root(i)}; !counted[at] {
					counted[at] = true
					h.keys.voices[key]++
				}
			}
		}
		if voice.root(i) == i {
			h.keys.texts++
		}
	}
	h.keys.weigh()
	for _, b := range h.bodies {
		for n := range b.sents {
			for _, key := range b.sents[n].keys {
				b.sents[n].weight += h.keys.weight(key)
			}
		}
	}
}
