// SPDX-License-Identifier: Apache-2.0

package tag

import (
	"slices"

	"stemma/internal/text"
)

// mend repairs trees of full sentences that the network takes for fragments.
func mend(doc *text.Doc, sent text.Range) {
	if sent.Empty() || doc.Lower(sent.Last-1) != "." {
		return // maybe a heading: "No deal and talks go on"
	}
	join(doc, sent)
	for i := sent.First; i+1 < sent.Last; i++ {
		breaksOut(doc, sent, i)
		lostSubject(doc, sent, i)
	}
	if verb := hidden(doc, sent); verb >= 0 {
		raise(doc, sent, verb)
	}
}

// breaksOut turns a gerund at i into the subject of the past form right after it where one is said to be a clause of the other:
// "since fighting broke out". Neither can be.
func breaksOut(doc *text.Doc, sent text.Range, i int) {
	noun, verb := &doc.Tokens[i], &doc.Tokens[i+1]
	if noun.XPOS != "VBG" || verb.XPOS != "VBD" && verb.XPOS != "VBN" || !arises(verb.Lemma) {
		return
	}
	switch {
	case verb.Head == i && (verb.Rel == "xcomp" || verb.Rel == "ccomp"):
		verb.Head, verb.Rel = noun.Head, noun.Rel
	case noun.Head != i+1 || noun.Rel != "advcl" || !dependent(doc, sent, i, "mark"):
		return
	}
	for k := sent.First; k < sent.Last; k++ {
		if doc.Tokens[k].Head == i {
			doc.Tokens[k].Head = i + 1
		}
	}
	noun.Head, noun.Rel = i+1, "nsubj"
	retag(noun, text.NOUN, "NN")
	retag(verb, text.VERB, "VBD")
}

// lostSubject makes the noun at i the subject of a later verb where both are said to be joined to one verb before them, and the later
// verb has no subject: of "two men died and 12 others of the crew were hurt" the network sometimes joins "others" to "died".
func lostSubject(doc *text.Doc, sent text.Range, i int) {
	noun := &doc.Tokens[i]
	if noun.Rel != "conj" || noun.UPOS != text.NOUN && noun.UPOS != text.PROPN || noun.Head == text.NoHead || noun.Head > i || doc.Tokens[noun.Head].UPOS != text.VERB {
		return
	}
	for v := i + 1; v < sent.Last; v++ {
		verb := &doc.Tokens[v]
		if verb.UPOS != text.VERB || verb.Head != noun.Head || verb.Rel != "conj" {
			continue
		}
		if !dependent(doc, sent, v, "nsubj") && !dependent(doc, sent, v, "nsubj:pass") {
			noun.Head, noun.Rel = v, "nsubj"
			if dependent(doc, sent, v, "aux:pass") {
				noun.Rel = "nsubj:pass"
			}
		}
		return
	}
}

// arises are verbs that say of a deed that it begins, goes on or ends.
func arises(lemma string) bool {
	switch lemma {
	case "break", "broke", "erupt", "begin", "began", "start", "resume", "flare", "continue", "intensify", "stop", "end":
		return true
	}
	return false
}

// join repairs the tree of a sentence in which a bare noun is the root and the only verb is said to be joined to it: of "Six
// men and their captain slept" the network sometimes joins "slept" to "men". The verb becomes the root, the noun its
// subject, and what was the verb's subject a member of the list.
func join(doc *text.Doc, sent text.Range) {
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
// not so.
func bareRoot(doc *text.Doc, sent text.Range) (noun, verb int) {
	noun, verb = -1, -1
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

// hidden is the only word of a sentence without a verb that can be one between a subject and what a verb governs: "The
// union voiced anger", "The union plans to strike"; -1 where there is none or more than one.
func hidden(doc *text.Doc, sent text.Range) int {
	found := -1
	for i := sent.First + 1; i+1 < sent.Last; i++ {
		tok := &doc.Tokens[i]
		if subordinate(doc, sent, i) {
			continue
		}
		if tok.UPOS == text.AUX || tok.UPOS == text.VERB && tok.Rel != "amod" && (tok.XPOS == "VBD" || tok.XPOS == "VBZ" || tok.XPOS == "VBP") {
			return -1
		}
		v, ok := verbForms()[tok.Lower]
		if !ok || !small(doc.Word(i)) || !subjectEnds(doc, i-1) {
			continue
		}
		if !governs(doc, sent, i, v.form) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// subordinate reports whether token i is the verb of a clause that a conjunction opens, or its auxiliary: "unless the port
// raises wages".
func subordinate(doc *text.Doc, sent text.Range, i int) bool {
	if tok := &doc.Tokens[i]; (tok.Rel == "aux" || tok.Rel == "cop" || tok.Rel == "aux:pass") && sent.Holds(tok.Head) {
		i = tok.Head
	}
	return doc.Tokens[i].Rel == "advcl" && dependent(doc, sent, i, "mark") && doc.Tokens[i].XPOS != "VB" && doc.Tokens[i].XPOS != "VBG"
}

// governs reports whether the word at i, a verb's form, has an object or opens what can be one: a participle with an object of
// its own is none in the passive.
func governs(doc *text.Doc, sent text.Range, i int, form text.Form) bool {
	if doc.Tokens[i].UPOS == text.VERB && dependent(doc, sent, i, "obj") {
		return form == text.Past || form == text.Participle
	}
	switch doc.Tokens[i+1].UPOS {
	case text.DET, text.PRON, text.PART:
		return form == text.Past || form == text.Participle || form == text.Present
	case text.NOUN:
		return (form == text.Past || form == text.Participle) && doc.Tokens[i].Rel == "amod"
	}
	return false
}

// subjectEnds reports whether a subject can end with token i.
func subjectEnds(doc *text.Doc, i int) bool {
	switch doc.Tokens[i].UPOS {
	case text.NOUN, text.PROPN, text.PRON:
		return true
	}
	return false
}

// raise makes a verb of token v and the root of its sentence. What stands before it and hung on a word at or after it hangs on
// its subject now, what stands after it and hung on one before on the verb.
func raise(doc *text.Doc, sent text.Range, v int) {
	var loose []int // tokens other than v that hang on none of their own side
	subject := -1
	for i := sent.First; i < sent.Last; i++ {
		head := doc.Tokens[i].Head
		if i == v || head != text.NoHead && head != v && (head < v) == (i < v) {
			continue
		}
		loose = append(loose, i)
		if subject < 0 && i < v && subjectEnds(doc, i) && !dependent(doc, sent, i, "case") {
			subject = i
		}
	}
	if subject < 0 {
		return
	}
	last := -1 // a preposition that waits for its noun
	for _, i := range loose {
		tok := &doc.Tokens[i]
		switch {
		case i == subject:
			tok.Head, tok.Rel = v, "nsubj"
		case i > subject && i < v && subjectEnds(doc, i):
			tok.Head, tok.Rel = subject, "nmod"
			if last >= 0 {
				doc.Tokens[last].Head = i
			}
			last = -1
		case i < v && tok.UPOS != text.PUNCT:
			tok.Head = subject
			if tok.UPOS == text.ADP {
				last = i
			}
		case i > v && tok.UPOS == text.VERB:
			tok.Head, tok.Rel = v, "xcomp"
		case i > v && subjectEnds(doc, i):
			tok.Head, tok.Rel = v, "obj"
		default:
			tok.Head = v
		}
	}
	tok := &doc.Tokens[v]
	tok.Head, tok.Rel, tok.UPOS = text.NoHead, "root", text.VERB
	penn := "VBD"
	if verbForms()[tok.Lower].form == text.Present {
		penn = "VBZ"
	}
	retag(tok, text.VERB, penn)
}
