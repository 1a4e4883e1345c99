// SPDX-License-Identifier: Apache-2.0

package parse

import (
	"strings"

	"stemma/internal/text"
)

// maxSteps bounds the way up a tree in search of a subject.
const maxSteps = 6

// treeSubject is the noun phrase that the tree makes the subject of verb group p, or -1. Of "Qatar and Egypt" it is the last.
func treeSubject(doc *text.Doc, sent text.Range, first, p int) int {
	verb := predicate(doc, doc.Phrases[p].Head)
	for range maxSteps {
		if s := dependent(doc, sent, verb, "nsubj"); s >= 0 {
			return subjectPhrase(doc, sent, first, verb, s)
		}
		tok := &doc.Tokens[verb]
		if !sent.Holds(tok.Head) {
			return -1
		}
		switch rel := mainRelation(tok.Rel); {
		case tok.Rel == "acl:relcl":
			return -1
		case rel == "acl" && doc.Phrases[p].To:
			return -1 // "the decision to leave": the noun is nobody who leaves
		case rel == "acl":
			return phraseOf(doc, first, lastMember(doc, sent, tok.Head, verb))
		case rel == "xcomp":
			if o := dependent(doc, sent, tok.Head, "obj"); o >= 0 && o < verb {
				return phraseOf(doc, first, o)
			}
		case rel != "conj" && rel != "advcl":
			return -1
		}
		verb = tok.Head
	}
	return -1
}

// subjectPhrase is the phrase of a subject; a relative pronoun stands for the noun that its clause describes.
func subjectPhrase(doc *text.Doc, sent text.Range, first, verb, s int) int {
	tok := &doc.Tokens[verb]
	if relative(doc, s) && tok.Rel == "acl:relcl" && sent.Holds(tok.Head) && tok.Head < s {
		s = lastMember(doc, sent, tok.Head, s)
	} else {
		s = lastMember(doc, sent, singledOut(doc, sent, s, verb), verb)
	}
	return phraseOf(doc, first, s)
}

// singledOut is the noun that an apposition to the subject names above others, or the subject: of "many, especially the
// unions, refused" the unions.
func singledOut(doc *text.Doc, sent text.Range, subject, verb int) int {
	for i := subject + 1; i < verb && i < sent.Last; i++ {
		if doc.Tokens[i].Head != subject || doc.Tokens[i].Rel != "appos" {
			continue
		}
		for j := subject + 1; j < i; j++ {
			if doc.Tokens[j].Head == i && singlesOut(doc.Lower(j)) {
				return i
			}
		}
	}
	return subject
}

func singlesOut(lower string) bool {
	switch lower {
	case "especially", "particularly", "notably", "namely", "chiefly", "mainly":
		return true
	}
	return false
}

// predicate is the word on which a verb group's subject hangs: the verb, or what "is" ties to it.
func predicate(doc *text.Doc, verb int) int {
	switch tok := &doc.Tokens[verb]; mainRelation(tok.Rel) {
	case "cop", "aux":
		if tok.Head != text.NoHead {
			return tok.Head
		}
	}
	return verb
}

// dependent is the first token that hangs on governor by a relation, or -1.
func dependent(doc *text.Doc, sent text.Range, governor int, rel string) int {
	for i := sent.First; i < sent.Last; i++ {
		if doc.Tokens[i].Head == governor && mainRelation(doc.Tokens[i].Rel) == rel {
			return i
		}
	}
	return -1
}

// lastMember is the last member of the list that noun heads, of those before token end.
func lastMember(doc *text.Doc, sent text.Range, noun, end int) int {
	last := noun
	for i := noun + 1; i < end && i < sent.Last; i++ {
		if doc.Tokens[i].Head == noun && doc.Tokens[i].Rel == "conj" {
			last = i
		}
	}
	return last
}

// phraseOf is the noun phrase from first on that holds a token, or -1.
func phraseOf(doc *text.Doc, first, tok int) int {
	for q := first; q < len(doc.Phrases) && doc.Phrases[q].First <= tok; q++ {
		if doc.Phrases[q].Kind == text.NounPhrase && doc.Phrases[q].Holds(tok) {
			return q
		}
	}
	return -1
}

func mainRelation(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}
