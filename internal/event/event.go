// SPDX-License-Identifier: Apache-2.0

// Package event turns clauses and event nouns into events: a concept of the thesaurus, who did it, to or with whom, where,
// when, and how far it is claimed to hold.
//
// Actors are the words that stand as subject, agent or possessor; nothing is inferred from elsewhere. Package plover says
// which class of deed an event is.
package event

import (
	"slices"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var (
	eventConcepts = lexicon.Load("event_concepts")
	lightVerbs    = lexicon.Load("light_verbs")
	personNouns   = lexicon.Load("person_nouns")
	groupWords    = lexicon.Load("group_words")
	institutions  = lexicon.Load("institution_nouns")
)

// Read adds the events of doc, in order of their words.
func Read(doc *text.Doc) {
	r := reader{doc: doc, tree: text.NewTree(doc), used: map[int]bool{}, due: map[int]bool{}}
	for i := range doc.Clauses {
		r.clause(i)
	}
	for p := range doc.Phrases {
		r.noun(p)
	}
	r.channels()
	r.governments()
	slices.SortStableFunc(r.out, func(a, b text.Event) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.Verb - b.Verb
	})
	doc.Events = r.out
}

type reader struct {
	doc  *text.Doc
	tree *text.Tree
	out  []text.Event
	used map[int]bool // tokens of event nouns that a light verb has taken
	due  map[int]bool // times that are deadlines of an event already

	bySentence map[int][]text.Event // the events so far, while channels are read
}

// concept is the thesaurus entry of token i.
func (r *reader) concept(i int) string { return lexicon.ConceptAt(r.doc, i) }

// clause makes the event of clause i; a light verb gives way to the event noun after it.
func (r *reader) clause(i int) {
	doc := r.doc
	c := &doc.Clauses[i]
	verb := doc.Phrases[c.Verb]
	e := text.Event{Span: r.span(c), Clause: i, Verb: verb.Head, Time: -1, Negated: verb.Negated, Modality: modality(doc, c)}
	if c.Subject >= 0 && r.nobody(c.Subject) {
		e.Negated = !e.Negated
	}
	e.Concept = r.concept(verb.Head)
	if lemma := doc.Tokens[verb.Head].Lemma; lightVerbs().Has(lemma) || lemma == "be" || occurs(lemma) {
		if noun := r.eventNoun(c); noun >= 0 {
			e.Verb, e.Concept = noun, r.concept(noun)
			r.used[noun] = true
		}
	}

	core := r.core(i)
	r.arguments(&e, c, core.Last)
	r.circumstances(&e, core)
	r.scope(&e, verb.Head)
	e.Core = doc.SpanOf(core)
	r.out = append(r.out, e)
	r.facets(i, e)
}

// nobody reports whether a subject denies that there is one: "nobody", "no ship", "none of them".
func (r *reader) nobody(p int) bool {
	if first := r.doc.Phrases[p].First; first > 0 && (r.doc.Lower(first-1) == "not" || r.doc.Lower(first-1) == "no") {
		return true // "not everybody", "no one"
	}
	switch r.doc.Lower(r.doc.Phrases[p].Head) {
	case "nobody", "nothing", "none", "neither":
		return true
	}
	return r.doc.Phrases[p].Negated
}

// maxApposition is how many tokens may lie between a subject and its clause: "Lund, the envoy for the north, said".
const maxApposition = 16

// span is the words of a clause with its subject, where the subject stands before it in the sentence.
func (r *reader) span(c *text.Clause) text.Span {
	words := c.Range
	for words.First < words.Last-1 && r.opener(words.First) {
		words.First++
	}
	span := r.doc.SpanOf(words)
	if c.Subject >= 0 && c.Mark == "" && r.doc.Phrases[c.Subject].First < c.First && c.First-r.doc.Phrases[c.Subject].Last <= maxApposition && !r.verbBetween(c, r.doc.Phrases[c.Subject].Last) {
		span = span.Union(r.doc.SpanOf(r.doc.Phrases[c.Subject].Range))
	}
	return span
}

// opener reports whether token i only ties a clause to what stands before it: "that", "and", a comma.
func (r *reader) opener(i int) bool {
	tok := &r.doc.Tokens[i]
	return tok.Tag == text.PUNCT || tok.Tag == text.CCONJ || tok.Lower == "that" && tok.Tag == text.SCONJ
}

// verbBetween reports whether a verb stands between a subject's last token and its clause, other than in a relative clause
// set off by commas: "the union, to which most belong, rejected".
func (r *reader) verbBetween(c *text.Clause, from int) bool {
	if r.doc.Lower(from) == "," && r.doc.Lower(c.First-1) == "," || c.First > 0 && r.doc.Lower(c.First) == "," {
		return false
	}
	for i := from; i < c.First; i++ {
		if tag := r.doc.Tokens[i].Tag; tag == text.VERB || tag == text.AUX {
			return true
		}
	}
	return false
}

// core is the tokens of clause i up to the first clause inside it: what the deed itself is told with, without what it was
// for and who else did what.
func (r *reader) core(i int) text.Range {
	doc := r.doc
	c := doc.Clauses[i]
	core := text.Range{First: c.First, Last: c.Last}
	for core.First < core.Last-1 && r.opener(core.First) {
		core.First++
	}
	verb := doc.Phrases[c.Verb]
	for k := i + 1; k < len(doc.Clauses) && doc.Clauses[k].First < c.Last; k++ {
		if first := doc.Clauses[k].First; first >= verb.Last {
			core.Last = min(core.Last, max(first, verb.Last))
			break
		}
	}
	return core
}

func isEventNoun(concept string) bool {
	row, ok := eventConcepts()[concept]
	return ok && row.Field(1) == "noun"
}

// eventNoun is the head of the noun phrase after a light verb that names an event, or -1.
func (r *reader) eventNoun(c *text.Clause) int {
	doc := r.doc
	limit := c.Last
	lemma := doc.Tokens[doc.Phrases[c.Verb].Head].Lemma
	for p := c.Verb + 1; !occurs(lemma) && p < len(doc.Phrases) && p <= c.Verb+3 && doc.Phrases[p].First < limit; p++ {
		np := doc.Phrases[p]
		if np.Kind != text.NounPhrase {
			break
		}
		if isEventNoun(r.concept(np.Head)) {
			return np.Head
		}
	}
	if (doc.Phrases[c.Verb].Passive || lemma == "take" || occurs(lemma)) && c.Subject >= 0 && isEventNoun(r.concept(doc.Phrases[c.Subject].Head)) {
		return doc.Phrases[c.Subject].Head // "talks were held"
	}
	return -1
}

// occurs are verbs that say of an event no more than that there was one: "the attack came on Monday".
func occurs(lemma string) bool {
	switch lemma {
	case "happen", "occur", "come", "unfold":
		return true
	}
	return false
}

// noun makes an event of a noun phrase whose head names one and has somebody or something attached: "the raid on the camp".
func (r *reader) noun(p int) {
	doc := r.doc
	np := doc.Phrases[p]
	if np.Kind != text.NounPhrase || r.used[np.Head] || doc.Tokens[np.Head].Tag != text.NOUN || !isEventNoun(r.concept(np.Head)) || r.somebody(np.Head) {
		return
	}
	last := r.attached(p)
	e := text.Event{Clause: -1, Verb: np.Head, Concept: r.concept(np.Head), Time: -1, Negated: np.Negated, Modality: unreal(doc, np.First, np.Head)}
	full := text.Range{First: np.First, Last: doc.Phrases[last].Last}
	e.Span, e.Core = doc.SpanOf(full), doc.SpanOf(full)
	r.nounArguments(&e, p, last)
	r.circumstances(&e, full)
	if len(e.Actors)+len(e.Recipients) > 0 || !e.Place.Empty() || e.Time >= 0 {
		r.out = append(r.out, e)
	}
}

// somebody reports whether a noun calls people by what they do and names no event: "inspectors". Mediators tell of mediation.
func (r *reader) somebody(i int) bool {
	return personNouns().Has(r.doc.Tokens[i].Lemma) && r.concept(i) != "mediate"
}

// maxAttached bounds how many phrases after an event noun are taken as its complements.
const maxAttached = 6

// attached is the last noun phrase that hangs on noun phrase p by prepositions or commas in dates.
func (r *reader) attached(p int) int {
	doc := r.doc
	last := p
	for q := p + 1; q < len(doc.Phrases) && q <= p+maxAttached; q++ {
		np := doc.Phrases[q]
		gap := text.Range{First: doc.Phrases[q-1].Last, Last: np.First}
		if np.Kind != text.NounPhrase || gap.Last-gap.First > 1 && !r.longGap(gap) || doc.SentenceAt(np.First) != doc.SentenceAt(doc.Phrases[p].First) {
			break
		}
		if gap.Empty() || !r.links(gap.First, np) {
			break
		}
		last = q
	}
	return last
}

// longGap: a determiner left outside a phrase does not cut it off.
func (r *reader) longGap(gap text.Range) bool {
	return gap.Last-gap.First == 2 && r.doc.Tokens[gap.First].Tag == text.ADP && r.doc.Tokens[gap.First+1].Tag != text.PUNCT
}

// links reports whether the token between two phrases ties the second to the first.
func (r *reader) links(i int, np text.Phrase) bool {
	tok := &r.doc.Tokens[i]
	switch {
	case tok.Tag == text.ADP:
		return true
	case tok.Lower == "and":
		return true
	case tok.Lower == ",":
		return r.timeIn(np.Range) >= 0 || r.placeIn(np) // "on October 7, 2023", "in Geneva, Switzerland"
	}
	return false
}
