// SPDX-License-Identifier: Apache-2.0

package parse

import "stemma/internal/text"

// pastRelative is the noun phrase before a relative clause that ends right at verb group p, or -1: of "the man who drove
// the bus denied it" it is "the man". A verb of saying before it is left alone: what follows may be its own clause.
func pastRelative(doc *text.Doc, first, p int) int {
	for q := p - 1; q > first; q-- {
		verb := doc.Phrases[q]
		if !joined(doc, verb.Last, doc.Phrases[p].First) {
			return -1
		}
		if verb.Kind != text.VerbGroup {
			continue
		}
		if verb.First == 0 || !relative(doc, verb.First-1) || takesClause(doc.Tokens[verb.Head].Lemma) {
			return -1
		}
		before := doc.Phrases[q-1]
		if before.Holds(verb.First-1) && q-1 > first {
			before, q = doc.Phrases[q-2], q-1 // the pronoun is a phrase of its own
		}
		if before.Kind != text.NounPhrase || before.Last != verb.First-1 || prepositionBefore(doc, before.First) {
			return -1
		}
		return q - 1
	}
	return -1
}

// joined reports whether no mark, conjunction or other subject stands between tokens i and j.
func joined(doc *text.Doc, i, j int) bool {
	for ; i < j; i++ {
		switch tok := &doc.Tokens[i]; tok.Tag {
		case text.PUNCT:
			if tok.Lower != "-" {
				return false
			}
		case text.CCONJ, text.SCONJ, text.AUX:
			return false
		case text.PRON:
			if !possessive(tok.Lower) && tok.Lower != "him" && tok.Lower != "them" && tok.Lower != "us" && tok.Lower != "me" {
				return false
			}
		}
	}
	return true
}

// relative reports whether token i is a relative pronoun.
func relative(doc *text.Doc, i int) bool {
	switch doc.Lower(i) {
	case "who", "which":
		return true
	case "that":
		return doc.Tokens[i].Tag == text.PRON
	}
	return false
}

// takesClause reports whether a clause may follow a verb without "that".
func takesClause(lemma string) bool {
	switch lemma {
	case "say", "tell", "think", "believe", "claim", "know", "hope", "insist", "fear", "argue", "warn", "report", "deny", "confirm", "announce", "feel",
		"suspect", "suggest", "show", "see", "hear", "learn", "find", "admit", "allege", "understand", "mean", "wish", "be", "have", "let", "make", "help", "watch":
		return true
	}
	return false
}
