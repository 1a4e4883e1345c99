// SPDX-License-Identifier: Apache-2.0

package lineage

import (
	"cmp"
	"slices"
)

const (
	seed     = 3 // words of the shortest run that counts
	maxSeeds = 8 // places in the other body that one run is tried at
)

// A posting is where in a body a run of seed words starts.
type posting struct {
	hash uint64
	at   int32
}

// A block is a run of equal words: from a in one body and b in the other, n words long.
type block struct{ a, b, n int }

// indexed is the body's runs sorted by hash.
func (b *body) indexed() []posting {
	if b.index == nil {
		b.index = make([]posting, 0, len(b.words))
		b.sieve = new(sieve)
		for i := 0; i+seed <= len(b.words); i++ {
			h := b.run(i)
			b.runs = append(b.runs, h)
			b.index = append(b.index, posting{h, int32(i)})
			b.sieve.add(h)
		}
		slices.SortFunc(b.index, func(x, y posting) int { return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(x.at, y.at)) })
	}
	return b.index
}

func (b *body) run(i int) uint64 {
	h := uint64(seed)
	for _, w := range b.words[i : i+seed] {
		h = mix(h, w.hash)
	}
	return h
}

// places is where the run at word i of a stands in b; at most maxSeeds.
func places(a *body, i int, b *body) []posting {
	a.indexed()
	index, h := b.indexed(), a.runs[i]
	if !b.sieve.may(h) {
		return nil
	}
	at, ok := slices.BinarySearchFunc(index, h, func(p posting, h uint64) int { return cmp.Compare(p.hash, h) })
	if !ok {
		return nil
	}
	end := at
	for end < len(index) && index[end].hash == h && end-at < maxSeeds {
		end++
	}
	return index[at:end]
}

// blocks is the equal runs of a sentence of a in b, left to right, each the longest at its place; where two are equally
// long, the one that goes on where the last one ended.
func blocks(a *body, s sent, b *body) []block {
	var out []block
	for i := s.first; i+seed <= s.last; {
		var best block
		for _, p := range places(a, i, b) {
			found := block{i, int(p.at), extend(a, i, s.last, b, int(p.at))}
			if found.n > best.n || found.n == best.n && len(out) > 0 && nearer(out[len(out)-1], found, best) {
				best = found
			}
		}
		if best.n < seed {
			i++
			continue
		}
		out = append(out, best)
		i += best.n
	}
	return out
}

func extend(a *body, i, last int, b *body, j int) int {
	n := 0
	for i+n < last && j+n < len(b.words) && a.words[i+n].hash == b.words[j+n].hash {
		n++
	}
	return n
}

func nearer(last, x, y block) bool {
	end := last.b + last.n
	return abs(x.b-end) < abs(y.b-end)
}

func abs(x int) int { return max(x, -x) }

// A match is a sentence of one body found again in the other.
type match struct {
	a, b    int     // numbers of the sentences
	covered int     // words in equal runs
	longest int     // words of the longest run
	share   float64 // of the sentence's own words that is covered
	tells   bool    // more than names and stock phrases
	blocks  []block
}

// verbatim is the sentence of b, with its neighbours, that has most of s's words in equal runs.
func verbatim(a *body, n int, b *body, allow func(sent) bool) match {
	s := a.sents[n]
	all := blocks(a, s, b)
	found := match{a: n, b: -1}
	for _, lead := range all {
		at := b.words[lead.b].sent
		if !allow(b.sents[at]) {
			continue
		}
		m := match{a: n, b: at}
		for _, bl := range all {
			if other := b.words[bl.b].sent; abs(other-at) <= 1 {
				m.covered += bl.n
				m.longest = max(m.longest, bl.n)
				m.blocks = append(m.blocks, bl)
			}
		}
		if m.covered > found.covered {
			found = m
		}
	}
	found.share = float64(found.covered) / float64(max(s.own(), 1))
	return found
}

// A sieve holds a bit for each hash; most of what is asked for is not there, and shows so.
type sieve [256]uint64

func (s *sieve) add(h uint64)      { s[h>>6%256] |= 1 << (h % 64) }
func (s *sieve) may(h uint64) bool { return s[h>>6%256]&(1<<(h%64)) != 0 }
