// SPDX-License-Identifier: Apache-2.0

package lineage

import (
	"slices"

	"stemma/internal/news"
)

// The thresholds of a finding. They were set on the reports of the eval folder's golden file and hold for news prose in
// general: agency copy is far above them, reports that share an event and its public words far below.
const (
	sentenceShare = .5 // of a sentence's own words in equal runs: it recurs, verbatim or edited
	sentenceWords = 6
	sentenceRun   = 4

	clearWords  = 12 // a sentence that alone shows copying has so many words in equal runs,
	clearWeight = 5  // and times their share this many; or
	clearShort  = 7  // fewer, where they make up
	clearShare  = .7 // this much of it
	clearTold   = 6  // what it tells weighs this much, and
	clearPlain  = 3  // what of it is no name or number this much: a string of titles is no sentence

	sameShare = .5  // of the shorter body
	sameWords = 15  // or the body says nothing
	wholeText = .85 // of a text's fingerprints, quotations included

	rewriteProof = 9 // of a chain: what only a common order explains, times the share that it covers
	rewriteLinks = 5
	briefLinks   = 3 // for a text that is covered nearly whole
	briefShare   = .45

	mixedOrder   = 8 // and for what is reworded in a text of which another part recurs
	mixedLinks   = 2
	mixedShare   = .25
	passageOrder = 20 // and for a reworded passage
	passageShare = .25
	passageLinks = 3
)

// A finding is what the comparison of two bodies shows. a is the shorter one.
type finding struct {
	a, b    *body
	matches []match // sentences of a found again in b, in order
	share   float64 // of a's own words, in sentences that recur
	either  float64 // the same, or in the chain
	whole   float64 // of a's fingerprints, quotations included
	chain   chain
	label   news.Label
}

// verbatimOf compares the words of two bodies.
func verbatimOf(a, b *body) *finding {
	if a.own > b.own || a.own == b.own && a.order > b.order {
		a, b = b, a
	}
	f := &finding{a: a, b: b, whole: wholeOf(a, b)}
	if a.onlyCaptions != b.onlyCaptions && b.onlyCaptions {
		f.a, f.b = b, a // captions are sought in the story, not the story in the captions
	}
	for n, s := range f.a.sents {
		if !f.a.counts(s) {
			continue
		}
		if m := verbatim(f.a, n, f.b, f.allow); m.recurs() || m.clear() {
			f.matches = append(f.matches, m)
		}
	}
	f.judgeWords()
	return f
}

// judgeWords labels the pair by the sentences that recur.
func (f *finding) judgeWords() {
	words := 0
	for n := range f.recurring() {
		words += f.a.sents[n].own()
	}
	f.share = float64(words) / float64(max(f.a.own, 1))
	f.label = news.Independent
	if f.share > sameShare && words >= sameWords || f.whole > wholeText {
		f.label = news.Same
	}
}

// allow reports whether a sentence of b may answer one of a: captions only where a is nothing else.
func (f *finding) allow(s sent) bool { return f.b.counts(s) || f.a.onlyCaptions }

func (m match) recurs() bool {
	return m.share >= sentenceShare && m.covered >= sentenceWords && m.longest >= sentenceRun
}

// clear reports whether the sentence alone shows that words were copied.
func (m match) clear() bool {
	return m.covered >= clearWords && float64(m.covered)*m.share >= clearWeight ||
		m.covered >= clearShort && m.share >= clearShare
}

// follow adds what the two bodies tell to what words they share, and labels the pair.
func (f *finding) follow(h *heap) {
	f.sift(h)
	f.judgeWords()
	if f.label == news.Same {
		return
	}
	f.chain = h.chainOf(f.a, f.b, f.recurring())
	f.either = f.covered()
	switch {
	case f.rewritten() || f.mixed():
		f.label = news.Same
	case f.anyClear() || f.passage():
		f.label = news.Partial
	}
}

// rewritten reports whether one text tells what the other does, in its order.
func (f *finding) rewritten() bool {
	c, least := f.chain, rewriteLinks
	if c.share() >= briefShare {
		least = briefLinks
	}
	return c.proof() >= rewriteProof && len(c.links) >= least
}

// mixed reports whether one part of a text recurs and another is reworded, and both together are most of it.
func (f *finding) mixed() bool {
	c := f.chain
	return f.share >= mixedShare && f.either > sameShare && c.order() >= mixedOrder && len(c.links) >= mixedLinks
}

// passage reports whether a part of one text tells what the other does.
func (f *finding) passage() bool {
	c := f.chain
	return c.order() >= passageOrder && c.share() >= passageShare && len(c.links) >= passageLinks
}

func (f *finding) anyClear() bool {
	return slices.ContainsFunc(f.matches, func(m match) bool { return m.tells && m.clear() })
}

// commonplace is the number of voices from which a short sentence is a site's or everybody's, and shows nothing.
const commonplace = 4

// sift marks the matches that tell something; the others are strings of names and stock phrases.
func (f *finding) sift(h *heap) {
	for i, m := range f.matches {
		told, plain := f.told(h, m)
		common := m.covered < clearWords && h.heard[f.a.sents[m.a].hash] >= commonplace
		f.matches[i].tells = told >= clearTold && plain >= clearPlain && !common
	}
	if !slices.ContainsFunc(f.matches, func(m match) bool { return m.tells }) {
		f.matches = nil
	}
}

// told is the weight of what the sentences of a match both tell, and of what of it is plain words.
func (f *finding) told(h *heap, m match) (all, plain float64) {
	near := f.b.sents[max(0, m.b-1):min(len(f.b.sents), m.b+2)]
	for _, key := range f.a.sents[m.a].keys {
		if !slices.ContainsFunc(near, func(s sent) bool { return slices.Contains(s.keys, key) }) {
			continue
		}
		all += h.keys.weight(key)
		if h.keys.plain(key) {
			plain += h.keys.weight(key)
		}
	}
	return all, plain
}

// covered is the share of a's own words in sentences that recur or stand in the chain.
func (f *finding) covered() float64 {
	in := f.recurring()
	for _, l := range f.chain.links {
		in[l.a] = true
	}
	words := 0
	for n, s := range f.a.sents {
		if in[n] {
			words += s.own()
		}
	}
	return float64(words) / float64(max(f.a.own, 1))
}

// recurring is the sentences of a that recur in b.
func (f *finding) recurring() map[int]bool {
	in := map[int]bool{}
	for _, m := range f.matches {
		if m.recurs() {
			in[m.a] = true
		}
	}
	return in
}

// cover is the share of the longer body that the shorter one accounts for.
func (f *finding) cover() float64 {
	if f.whole > wholeText {
		return f.whole
	}
	return float64(f.a.own) * max(f.share, f.either) / float64(max(f.b.own, 1))
}

// score is how sure the finding is, 0 to 1: above one half for the same text, below it for a passage.
func (f *finding) score() float64 {
	share := min(1, max(f.share, f.either))
	switch f.label {
	case news.Same:
		return .5 + max(share, f.whole)/2
	case news.Partial:
		return .2 + .3*share
	}
	return min(.19, share*.2)
}

// minPrints is the number of fingerprints below which a text is found in another only if it is all of it.
const minPrints = 8

// wholeOf is the share of the larger text, quotations included, that stands in the smaller. A page that is nothing but
// quotations stands in many reports, and comes from none of them.
func wholeOf(a, b *body) float64 {
	x, y := a.prints, b.prints
	if len(x) < len(y) {
		x, y = y, x
	}
	if len(y) < minPrints && len(x) != len(y) {
		return 0
	}
	return contained(x, y)
}

// contained is the share of the sorted set x that is in y.
func contained(x, y []uint64) float64 {
	if len(x) == 0 {
		return 0
	}
	n, j := 0, 0
	for _, h := range x {
		for j < len(y) && y[j] < h {
			j++
		}
		if j < len(y) && y[j] == h {
			n++
		}
	}
	return float64(n) / float64(len(x))
}
