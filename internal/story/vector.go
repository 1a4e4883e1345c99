// SPDX-License-Identifier: Apache-2.0

package story

import (
	"cmp"
	"math"
	"slices"
)

// A vector is weights of terms, in the order of the terms' numbers, so that sums are the same on every run.
type vector []entry

type entry struct {
	term   uint32
	weight float32
}

// dot is the inner product.
func (v vector) dot(w vector) float64 {
	if len(v) > len(w) {
		v, w = w, v
	}
	sum := 0.0
	for _, e := range v {
		i, ok := slices.BinarySearchFunc(w, e.term, func(e entry, t uint32) int { return cmp.Compare(e.term, t) })
		if ok {
			sum += float64(e.weight) * float64(w[i].weight)
		}
		w = w[i:]
	}
	return sum
}

// plus is the sum of two vectors.
func (v vector) plus(w vector) vector {
	out := make(vector, 0, len(v)+len(w))
	for len(v) > 0 && len(w) > 0 {
		switch {
		case v[0].term < w[0].term:
			out, v = append(out, v[0]), v[1:]
		case v[0].term > w[0].term:
			out, w = append(out, w[0]), w[1:]
		default:
			out = append(out, entry{v[0].term, v[0].weight + w[0].weight})
			v, w = v[1:], w[1:]
		}
	}
	return append(append(out, v...), w...)
}

// heaviest is the n entries of the highest weights, in the order of terms.
func (v vector) heaviest(n int) vector {
	if len(v) <= n {
		return v
	}
	out := slices.Clone(v)
	slices.SortFunc(out, byWeight)
	out = slices.Clip(out[:n])
	slices.SortFunc(out, byTerm)
	return out
}

func byWeight(a, b entry) int { return cmp.Or(cmp.Compare(b.weight, a.weight), byTerm(a, b)) }

func byTerm(a, b entry) int { return cmp.Compare(a.term, b.term) }

// scaled is v with the given length; a vector of nothing stays so.
func (v vector) scaled(length float64) vector {
	norm := math.Sqrt(v.dot(v))
	for i := range v {
		v[i].weight = float32(float64(v[i].weight) * length / norm)
	}
	return v
}

// at is the weight of a term.
func (v vector) at(term uint32) float32 {
	if i, ok := slices.BinarySearchFunc(v, term, func(e entry, t uint32) int { return cmp.Compare(e.term, t) }); ok {
		return v[i].weight
	}
	return 0
}
