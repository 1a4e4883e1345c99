// SPDX-License-Identifier: Apache-2.0

package name

import (
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

// decideKinds gives every open name a kind. Evidence from all mentions with the same words is pooled, so that one
// clear mention ("the rebel group X") decides for the rest.
func decideKinds(doc *text.Doc) {
	votes, seen := map[string]map[text.NameKind]int{}, map[string]*network{}
	for _, n := range doc.Names {
		if n.Kind != "" {
			continue
		}
		key := doc.Words(n.Range)
		if votes[key] == nil {
			votes[key], seen[key] = map[text.NameKind]int{}, &network{}
		}
		evidence(doc, n, votes[key])
		seen[key].add(doc, n.Range)
	}
	for key, net := range seen {
		net.vote(votes[key])
	}
	for i := range doc.Names {
		n := &doc.Names[i]
		if n.Kind == "" {
			n.Kind = winner(votes[doc.Words(n.Range)])
		}
		n.Embedded = embedded(doc, *n)
	}
}

// winner is the kind with most votes; ties go to the earlier of a fixed order.
func winner(votes map[text.NameKind]int) text.NameKind {
	best, most := text.Other, votes[text.Other]
	for _, kind := range []text.NameKind{text.Group, text.Organisation, text.Person, text.Place} {
		if votes[kind] > most {
			best, most = kind, votes[kind]
		}
	}
	return best
}

// evidence adds what the name itself and its neighbours say about its kind.
func evidence(doc *text.Doc, n text.Name, votes map[text.NameKind]int) {
	inside(doc, n, votes)
	if !n.Title.Empty() {
		votes[text.Person] += 6
	}
	before(doc, n, votes)
	after(doc, n, votes)
}

// inside looks at the words of the name.
func inside(doc *text.Doc, n text.Name, votes map[text.NameKind]int) {
	first, last := doc.Lower(n.First), doc.Lower(n.Last-1)
	org := orgWords().Has(last) || orgWords().Has(first) && !placeOpener(first) || hasOf(doc, n.Range)
	if vesselBefore(doc, n) {
		votes[text.Other] += 8
		return
	}
	switch {
	case n.Last-n.First > 1 && groupWords().Has(last):
		votes[text.Group] += 4
	case n.Last-n.First > 1 && org:
		votes[text.Organisation] += 5
	case n.Last-n.First > 1 && (placeWords().Has(last) || placeOpener(first)):
		votes[text.Place] += 4
	case givenNames().Has(first) && n.Last-n.First > 1:
		votes[text.Person] += 4
	case particleInside(doc, n):
		votes[text.Person] += 4
	case n.Last-n.First > 1 && industries().Has(last):
		votes[text.Organisation] += 4
	case allCaps(doc.Word(n.First)) && n.Last-n.First == 1 && len(doc.Word(n.First)) > 1:
		votes[text.Organisation] += 2
	case n.Last-n.First == 2 || n.Last-n.First == 3 && strings.HasSuffix(doc.Word(n.First+1), "."):
		votes[text.Person]++
	}
}

// placeOpener are the words that open the names of places: "Port Ansel", "Cape Town", "Mount Kenya".
func placeOpener(lower string) bool {
	switch lower {
	case "port", "cape", "mount", "lake", "fort", "camp", "isle", "gulf":
		return true
	}
	return false
}

// vesselBefore reports whether a noun for a ship or aircraft calls the name: "the freighter X", "captain of the X".
func vesselBefore(doc *text.Doc, n text.Name) bool {
	if n.First < 1 || !n.Title.Empty() {
		return false
	}
	switch doc.Tokens[n.First-1].Lemma {
	case "freighter", "tanker", "ferry", "ship", "trawler", "yacht", "vessel", "liner", "warship", "frigate", "destroyer", "submarine", "tug", "barge", "airliner", "mv", "uss", "hms":
		return true
	case "the":
		return n.First >= 3 && doc.Lower(n.First-2) == "of" && (doc.Tokens[n.First-3].Lemma == "captain" || doc.Tokens[n.First-3].Lemma == "crew" || doc.Tokens[n.First-3].Lemma == "skipper")
	}
	return false
}

// particleInside reports whether a lower-case particle joins the parts of a name: "Pieter van der Berg".
func particleInside(doc *text.Doc, n text.Name) bool {
	for i := n.First + 1; i+1 < n.Last; i++ {
		if particles[doc.Word(i)] {
			return true
		}
	}
	return false
}

func hasOf(doc *text.Doc, r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if doc.Lower(i) == "of" {
			return true
		}
	}
	return false
}

func allCaps(word string) bool { return word == strings.ToUpper(word) }

// placePrepositions stand before places rather than before people.
var placePrepositions = map[string]bool{"in": true, "near": true, "at": true, "inside": true, "outside": true, "across": true, "into": true, "around": true, "through": true, "throughout": true}

func before(doc *text.Doc, n text.Name, votes map[text.NameKind]int) {
	if n.First == 0 {
		return
	}
	at := n.First
	if !n.Title.Empty() {
		at = n.Title.First
	}
	if at == 0 {
		return
	}
	lower := doc.Lower(at - 1)
	if ofBody(doc, at) {
		votes[text.Organisation] += 3
	}
	switch {
	case placePrepositions[lower]:
		votes[text.Place] += 2
	case groupWords().Has(lower) || groupWords().Has(strings.TrimSuffix(lower, "s")):
		votes[text.Group] += 4 // "the militant group X"
	case lower == "the" && n.Last-n.First == 1:
		votes[text.Organisation]++
	case lower == "the" && n.Title.Empty() && !embedded(doc, n):
		votes[text.Organisation] += 2 // "the Northern Resolve": people have no article
	case personNouns().Has(doc.Tokens[at-1].Lemma):
		votes[text.Person] += 3 // "press secretary X", "pilot X"
	case placeWords().Has(lower) || lower == "of" && at >= 2 && placeWords().Has(doc.Lower(at-2)):
		votes[text.Place] += 3
	case lower == "named":
		votes[text.Person] += 2
	}
}

// ofBody reports whether what only bodies have stands before the name at a token: "employees of X", "a spokeswoman for X".
func ofBody(doc *text.Doc, at int) bool {
	i := at - 1
	if i > 0 && doc.Lower(i) == "the" {
		i--
	}
	if i < 1 || doc.Lower(i) != "of" && doc.Lower(i) != "for" {
		return false
	}
	of := &doc.Tokens[i-1]
	return ownedByBody().Has(of.Lemma) || of.Tag == text.NOUN && bodyNoun(of.Lemma) || of.Lemma == "work" && doc.Lower(i) == "for"
}

var personNouns = lexicon.Load("person_nouns")

// after looks at apposition and at the verb that follows.
func after(doc *text.Doc, n text.Name, votes map[text.NameKind]int) {
	next := n.Last
	if next >= len(doc.Tokens) {
		return
	}
	tok := &doc.Tokens[next]
	switch {
	case tok.Lower == "'s" && n.Title.Empty() && owned(doc, next+1):
		votes[text.Organisation] += 2
	case tok.Lower == ",":
		apposition(doc, next+1, votes)
	case tok.Tag == text.VERB && humanVerb(tok.Lemma):
		votes[text.Person]++
	case n.Last-n.First == 1 && headedBy(tok.Lemma):
		votes[text.Person] += 3 // "the X administration"
	case tok.Tag == text.NOUN && bodyNoun(tok.Lemma):
		votes[text.Organisation] += 2 // "X officials", "X fighters"
	case tok.Lower == "-" && next+1 < len(doc.Tokens) && (doc.Lower(next+1) == "led" || doc.Lower(next+1) == "run"):
		votes[text.Organisation]++
	}
	if n.First >= 2 && personNouns().Has(doc.Tokens[n.First-1].Lemma) && doc.Tokens[n.First-1].Tag == text.NOUN {
		votes[text.Person]++
	}
}

var (
	industries   = lexicon.Load("name_industries")
	ownedByBody  = lexicon.Load("name_owned")
	institutions = lexicon.Load("institution_nouns")
)

// owned reports whether the noun phrase at token i is headed by what only bodies have: "X's negotiators".
func owned(doc *text.Doc, i int) bool {
	for j := i; j < len(doc.Tokens) && j < i+4; j++ {
		switch tok := &doc.Tokens[j]; {
		case ownedByBody().Has(tok.Lemma):
			return true
		case tok.Tag != text.NOUN && tok.Tag != text.ADJ:
			return false
		}
	}
	return false
}

// apposition reads the noun phrase after a comma: "X, the Palestinian militant group", "Y, 43, a docker".
func apposition(doc *text.Doc, at int, votes map[text.NameKind]int) {
	if at >= len(doc.Tokens) {
		return
	}
	if doc.Tokens[at].Tag == text.NUM && at+1 < len(doc.Tokens) && doc.Lower(at+1) == "," {
		votes[text.Person] += 4 // an age
		return
	}
	switch doc.Lower(at) {
	case "who":
		votes[text.Person] += 3
	case "which":
		votes[text.Person] -= 4
	}
	phrase := phraseAt(doc, at)
	if phrase == nil || phrase.First != at {
		return
	}
	if doc.Tokens[phrase.Head].Tag == text.PROPN {
		return // a name of its own: "X, the Front would"
	}
	lemma := doc.Tokens[phrase.Head].Lemma
	switch {
	case groupWords().Has(lemma):
		votes[text.Group] += 5
	case personNouns().Has(lemma):
		votes[text.Person] += 4
	case orgWords().Has(lemma), institutions().Has(lemma) && lemma != "owner":
		votes[text.Organisation] += 4
	case placeWords().Has(lemma) || lemma == "capital":
		votes[text.Place] += 4
	}
}

// phraseAt is the noun phrase that starts at token i, or nil.
func phraseAt(doc *text.Doc, i int) *text.Phrase {
	lo, hi := 0, len(doc.Phrases)
	for lo < hi {
		mid := (lo + hi) / 2
		if doc.Phrases[mid].Last > i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo < len(doc.Phrases) && doc.Phrases[lo].Kind == text.NounPhrase && doc.Phrases[lo].First <= i {
		return &doc.Phrases[lo]
	}
	return nil
}

// humanVerb are verbs whose subject is most often a person.
func humanVerb(lemma string) bool {
	switch lemma {
	case "say", "tell", "add", "argue", "explain", "recall", "insist", "note", "write", "believe", "think", "emphasize", "emphasise", "stress":
		return true
	}
	return false
}

// headedBy are bodies that are called by the person who heads them.
func headedBy(lemma string) bool {
	switch lemma {
	case "administration", "government", "presidency", "cabinet", "regime":
		return true
	}
	return false
}

// bodyNoun are heads before which the name of a body stands.
func bodyNoun(lemma string) bool {
	switch lemma {
	case "official", "officer", "militant", "fighter", "leader", "member", "representative", "gunman", "commander", "force", "spokesman",
		"spokeswoman", "spokesperson", "negotiator", "delegation", "delegate", "rebel", "worker", "leadership", "attack", "headquarters":
		return true
	}
	return false
}

// embedded reports whether a name describes another noun: it stands in a noun phrase whose head is a later word.
func embedded(doc *text.Doc, n text.Name) bool {
	p := phraseAt(doc, n.First)
	return p != nil && p.Head >= n.Last
}
