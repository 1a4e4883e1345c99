// SPDX-License-Identifier: Apache-2.0

package event

import (
	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var refutations = lexicon.Load("refutations")

// scope sets how far an event holds by what its verb hangs on in the tree: what somebody is accused of is only reported, what
// somebody is cleared of or what is told to be untrue did not happen, nor did what "neither" and "nor" rule out.
func (r *reader) scope(e *text.Event, verb int) {
	class := lexicon.Allegation(r.tree, verb)
	if class != "" {
		e.Actors = r.accused(verb)
	}
	switch class {
	case "alleged":
		if e.Modality == text.Asserted {
			e.Modality = text.Reported
		}
	case "cleared":
		e.Negated = !e.Negated
	}
	if r.refuted(verb) || r.ruledOut(verb) {
		e.Negated = true
	}
}

// accused is the words for whoever is said to have done what a verb tells.
func (r *reader) accused(verb int) []text.Span {
	who := lexicon.Accused(r.tree, verb)
	if who < 0 {
		return nil
	}
	for _, p := range r.doc.Phrases {
		if p.Kind == text.NounPhrase && p.Holds(who) {
			return []text.Span{r.doc.SpanOf(p.Range)}
		}
	}
	return []text.Span{r.doc.Tokens[who].Span}
}

// refuted reports whether the clause of a verb is told to be untrue or without proof: "it is not true that", "no evidence that",
// "the report that … is false", "retracted her claim that".
func (r *reader) refuted(verb int) bool {
	tok := &r.doc.Tokens[verb]
	if tok.Head == text.NoHead || r.tree.Marker(verb) != "that" && !text.IsRel(tok.Rel, "ccomp") && !text.IsRel(tok.Rel, "csubj") {
		return false
	}
	switch refutation(r.tree, tok.Head) {
	case "truth":
		return r.not(tok.Head)
	case "proof":
		return r.not(tok.Head) || r.not(r.doc.Tokens[tok.Head].Head)
	case "telling":
		told := &r.doc.Tokens[tok.Head]
		if told.Head == text.NoHead {
			return false
		}
		of := refutation(r.tree, told.Head)
		return text.IsRel(told.Rel, "nsubj") && of == "false" && !r.not(told.Head) || told.Rel == "obj" && of == "retract"
	}
	return false
}

func refutation(t *text.Tree, i int) string { return refutations()[t.Lemma(i)].Field(1) }

// not reports whether "not" or "no" hangs on a token.
func (r *reader) not(i int) bool {
	found := false
	if i != text.NoHead {
		r.tree.Each(i, func(k int) bool {
			switch r.doc.Lower(k) {
			case "not", "n't", "no", "never", "little":
				found = true
			}
			return !found
		})
	}
	return found
}

// ruledOut reports whether "neither" or "nor" stands before a verb, or what it says opens with "at no point": "would neither resign
// nor apologise", "agreed not to attack", "at no time did they meet".
func (r *reader) ruledOut(verb int) bool {
	found := r.inverted(verb)
	r.tree.Each(verb, func(k int) bool {
		switch r.doc.Lower(k) {
		case "neither", "nor", "not", "never", "nowhere":
			found = found || k < verb
		default:
			found = found || k < verb && r.atNoTime(k)
		}
		return !found
	})
	return found
}

// farthest is how many tokens before a verb the words are looked for that rule it out by their place.
const farthest = 12

// inverted reports whether a clause opens with "at no point" and turns its subject and auxiliary round: "at no point did the teams | meet".
func (r *reader) inverted(verb int) bool {
	for k := verb - 1; k > 1 && k >= verb-farthest; k-- {
		switch tok := &r.doc.Tokens[k]; {
		case r.atNoTime(k - 1):
			return tok.Lemma == "do" || tok.Lemma == "have" || tok.Lemma == "be" || tok.Tag == text.AUX
		case tok.Tag == text.PUNCT, tok.Tag == text.VERB && tok.Lemma != "do" && tok.Lemma != "have":
			return false
		}
	}
	return false
}

// atNoTime reports whether the words around a token are "at no point", "under no circumstances" or the like.
func (r *reader) atNoTime(noun int) bool {
	switch r.doc.Tokens[noun].Lemma {
	case "point", "time", "stage", "moment", "circumstance", "way":
		return noun >= 2 && r.doc.Lower(noun-1) == "no" && r.doc.Tokens[noun-2].Tag == text.ADP
	}
	return false
}
