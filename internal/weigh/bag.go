// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"maps"
	"slices"

	"stemma/internal/align"
)

// A bag is a set of terms in order with their weights: sets that are compared again and again are put in order once.
type bag struct {
	terms   []align.Term
	weights []float64
	sum     float64
	named   bool   // a term is somebody's name
	sieve   uint64 // a bit of each term: bags without a common bit have no term in common
}

// A note is what was found out of a proposition so far: it is compared again and again.
type note struct {
	p       *align.Proposition
	bags    [sets]*bag
	context align.Terms
	hard    []string // its states that decide what is counted
	denied  bool
}

// The sets of a proposition that are compared.
const (
	contentSet = iota
	nearSet
	contextSet
	actorSet
	targetSet
	sets
)

// notes are kept by the numbers of propositions; by themselves where two have one number.
type notes struct {
	byNumber []*note
	byProp   map[*align.Proposition]*note
}

// note is the note of a proposition, which does not change from then on.
func (j judge) note(p *align.Proposition) *note {
	if p.Number < len(j.notes.byNumber) {
		if made := j.notes.byNumber[p.Number]; made != nil && made.p == p {
			return made
		}
	}
	made := j.notes.byProp[p]
	if made == nil {
		made = &note{p: p, hard: p.Hard(), denied: denied(p)}
		j.notes.byProp[p] = made
	}
	if p.Number < len(j.notes.byNumber) {
		j.notes.byNumber[p.Number] = made
	}
	return made
}

func (j judge) content(p *align.Proposition) *bag { return j.bag(p, contentSet, p.Content) }
func (j judge) near(p *align.Proposition) *bag    { return j.bag(p, nearSet, p.Near) }
func (j judge) actors(p *align.Proposition) *bag  { return j.bag(p, actorSet, p.Actors) }
func (j judge) targets(p *align.Proposition) *bag { return j.bag(p, targetSet, p.Targets) }

func (j judge) contextBag(p *align.Proposition) *bag { return j.bag(p, contextSet, j.context(p)) }

// bag is the bag of a set of p, made when it is first asked for.
func (j judge) bag(p *align.Proposition, set int, terms align.Terms) *bag {
	made := &j.note(p).bags[set]
	if *made == nil {
		*made = j.newBag(terms)
	}
	return *made
}

func (j judge) newBag(terms align.Terms) *bag {
	out := &bag{terms: slices.Sorted(maps.Keys(terms))}
	for _, t := range out.terms {
		w := j.scene.Weight(t)
		out.weights = append(out.weights, w)
		out.sum += w
		out.named = out.named || isNamed(t)
		out.sieve |= bit(t)
	}
	return out
}

// bit is one of 64 bits, the same for the same term (FNV-1a).
func bit(t align.Term) uint64 {
	h := uint32(2166136261)
	for i := range len(t) {
		h = (h ^ uint32(t[i])) * 16777619
	}
	return 1 << (h >> 26)
}

// sameActors reports whether two propositions can have the same actors: they meet, or one names nobody.
func (j judge) sameActors(a, b *align.Proposition) bool { return fit(j.actors(a), j.actors(b)) }

// sameTargets is the same of whom it was done to.
func (j judge) sameTargets(a, b *align.Proposition) bool { return fit(j.targets(a), j.targets(b)) }

// fit reports whether two bags of participants can be the same.
func fit(a, b *bag) bool {
	return !a.named || !b.named || a.sieve&b.sieve != 0 && slices.ContainsFunc(a.terms, func(t align.Term) bool { return slices.Contains(b.terms, t) })
}

// common is the weight of the terms of both bags, as Scene.Weigh gives it of the terms that two sets share.
func common(a, b *bag) float64 {
	if a.sieve&b.sieve == 0 {
		return 0
	}
	sum, i, k := 0.0, 0, 0
	for i < len(a.terms) && k < len(b.terms) {
		switch x, y := a.terms[i], b.terms[k]; {
		case x < y:
			i++
		case x > y:
			k++
		default:
			sum += a.weights[i]
			i, k = i+1, k+1
		}
	}
	return sum
}

// likeness is Scene.Likeness of two bags.
func likeness(a, b *bag) (smaller, larger float64) {
	if a.sum == 0 || b.sum == 0 {
		return 0, 0
	}
	shared := common(a, b)
	return shared / min(a.sum, b.sum), shared / max(a.sum, b.sum)
}
