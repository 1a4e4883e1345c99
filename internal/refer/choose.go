// SPDX-License-Identifier: Apache-2.0

package refer

import "stemma/internal/text"

const (
	maxBack  = 4  // sentences that a pronoun looks back
	parallel = 35 // what a subject gains for a pronoun that is one

	// How much more salient than any other what is meant must be. Bodies and groups are harder to tell, and must have been
	// a subject besides.
	clearPerson = 1.2
	clearOther  = 2.0
)

// choose is the thing for which the pronoun at token i in sentence s stands, or nil where none fits or two do.
func (r *reader) choose(i, s int, want traits) *thing {
	var best *thing
	var first, second float64
	subject := r.subject(i)
	for _, t := range r.met {
		if s-t.sentence > maxBack || !t.fits(want, r.gender) || !r.may(i, t, s) {
			continue
		}
		w := t.at(s)
		if subject && t.subject {
			w += parallel
		}
		if want.kind&several != 0 && t.kind&several != 0 {
			w *= 1.5 // "they" rather are several than a body
		}
		if w > first {
			best, first, second = t, w, first
		} else {
			second = max(second, w)
		}
	}
	margin := clearOther
	if want.gender != 0 {
		margin = clearPerson
	}
	if best == nil || best.kind == object || want.gender == 0 && !best.subject || first < margin*second {
		return nil
	}
	return best
}

// fits reports whether a thing is of the kind and gender that a pronoun asks for.
func (t *thing) fits(want traits, told map[string]gender) bool {
	if t.kind&want.kind == 0 {
		return false
	}
	g := t.gender
	if known := told[t.name]; g == 0 {
		g = known
	}
	return want.gender == 0 || g == 0 || g == want.gender
}

// may reports whether the pronoun at token i may stand for a thing: not for one that is another argument of the same verb,
// nor for what holds the pronoun itself.
func (r *reader) may(i int, t *thing, s int) bool {
	if t.sentence != s {
		return true
	}
	if t.last.Holds(i) {
		return false
	}
	tok := &r.Doc.Tokens[i]
	if tok.Rel == "nmod:poss" {
		return !r.above(i, t.token)
	}
	head := r.Doc.Tokens[r.top(t.token)].Head
	return head == text.NoHead || head != tok.Head
}

// above reports whether token k governs token i.
func (r *reader) above(i, k int) bool {
	for range 8 {
		i = r.Doc.Tokens[i].Head
		if i == text.NoHead {
			return false
		}
		if i == k {
			return true
		}
	}
	return false
}
