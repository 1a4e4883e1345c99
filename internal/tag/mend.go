// SPDX-License-Identifier: Apache-2.0

package tag

import (
	"slices"

	"stemma/internal/text"
)

// mend repairs the tree of a sentence in which a bare noun is the root and the only verb is said to be joined to it: of "Six
// men and their captain slept" the network sometimes joins "slept" to "men". The verb becomes the root, the noun its
// subject, and what was the verb's subject a member of the list.
func mend(doc *text.Doc, sent text.Range) {
	noun, verb := bareRoot(doc, sent)
	if verb < 0 {
		return
	}
	subject, joint := -1, -1
	for i := noun + 1; i < sent.Last; i++ {
		tok := &doc.Tokens[i]
		switch {
		case i < verb && tok.Head == verb && tok.Rel == "nsubj":
			subject = i
		case i < verb && tok.Head == verb && tok.Rel == "cc":
			joint = i
		case i > verb && tok.Head == noun:
			tok.Head = verb
		}
	}
	doc.Tokens[verb].Head, doc.Tokens[verb].Rel = text.NoHead, "root"
	doc.Tokens[noun].Head, doc.Tokens[noun].Rel = verb, "nsubj"
	if subject >= 0 {
		doc.Tokens[subject].Head, doc.Tokens[subject].Rel = listOf(doc, noun, joint), "conj"
		if joint >= 0 {
			doc.Tokens[joint].Head = subject
		}
	}
}

// bareRoot is the noun that is the root of a sentence and the verb joined to it, or -1 for the verb where the sentence is
// not so. A sentence that does not end in a full stop may be a heading: "No deal and talks go on".
func bareRoot(doc *text.Doc, sent text.Range) (noun, verb int) {
	noun, verb = -1, -1
	if sent.Empty() || doc.Lower(sent.Last-1) != "." {
		return noun, verb
	}
	for i := sent.First; i < sent.Last; i++ {
		tok := &doc.Tokens[i]
		switch {
		case tok.Head == text.NoHead && noun >= 0:
			return noun, -1 // a long sentence that was read in pieces
		case tok.Head == text.NoHead:
			noun = i
		case noun < 0 && (tok.Rel == "nsubj" || tok.Rel == "cop" || tok.UPOS == text.AUX || tok.UPOS == text.VERB):
			return noun, -1
		case noun >= 0 && verb < 0 && tok.UPOS == text.VERB:
			if tok.Head != noun || tok.Rel != "conj" {
				return noun, -1
			}
			verb = i
		}
	}
	if noun < 0 || !slices.Contains([]text.Tag{text.NOUN, text.PROPN, text.PRON}, doc.Tokens[noun].UPOS) {
		return noun, -1
	}
	return noun, verb
}

// listOf is the noun before the "and" at joint to which another is joined: what "between" governs, else the noun itself.
func listOf(doc *text.Doc, noun, joint int) int {
	for i := noun + 1; i < joint; i++ {
		if tok := &doc.Tokens[i]; tok.Head == noun && tok.Rel == "nmod" {
			for k := noun + 1; k < i; k++ {
				if doc.Tokens[k].Head == i && doc.Lower(k) == "between" {
					return i
				}
			}
		}
	}
	return noun
}
