// SPDX-License-Identifier: Apache-2.0

package talks

import (
	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

// mediation finds who mediates in a report: names around the words for mediators and mediation.
func (b *builder) mediation(r *news.Report) {
	doc := r.Doc
	for i := range doc.Tokens {
		if lexicon.Concept(doc.Tokens[i].Lemma) != "mediate" {
			continue
		}
		sent := doc.SentenceAt(i)
		if sent < 0 {
			continue
		}
		for _, k := range b.around(doc, i, doc.Sentences[sent].Range) {
			b.mediator(r, k, i)
		}
	}
}

// mediator gives the part to name number k for the word at token i.
func (b *builder) mediator(r *news.Report, k, i int) {
	e := b.scene.Entities.Of(r, k)
	if e == nil {
		return
	}
	doc := r.Doc
	ev := news.Evidence{Report: r, Span: doc.SpanOf(doc.Names[k].Range).Union(doc.Tokens[i].Span)}
	b.mediators.add(e, ev, 2)
}

// around is the numbers of the names that the word at token i calls mediators: "Qatari mediators", "mediators from Q and E",
// "intermediaries, primarily Q and E", "mediated by Q", "Q and E … as intermediaries", "Q, which is mediating".
func (b *builder) around(doc *text.Doc, i int, sent text.Range) []int {
	var out []int
	for k, n := range doc.Names {
		if n.First >= sent.Last {
			break
		}
		if n.Last <= sent.First || n.Kind == text.Person {
			continue
		}
		if b.before(doc, n, i) || b.after(doc, n, i) {
			out = append(out, k)
		}
	}
	return append(out, b.subject(doc, i)...)
}

// before: the name stands in the same noun phrase, left of the word.
func (b *builder) before(doc *text.Doc, n text.Name, i int) bool {
	for _, p := range doc.Phrases {
		if p.First > i {
			return false
		}
		if p.Kind == text.NounPhrase && p.Holds(i) {
			return p.Contains(n.Range) && n.Last <= i && doc.Tokens[i].Tag == text.NOUN
		}
	}
	return false
}

// after: the name follows within a list opened by "from", "of", "by", "including", "primarily" or "such as".
func (b *builder) after(doc *text.Doc, n text.Name, i int) bool {
	if n.First <= i || n.First-i > 14 || n.Demonym {
		return false
	}
	opened := false
	for j := i + 1; j < n.First; j++ {
		tok := &doc.Tokens[j]
		switch {
		case tok.Lower == "from" || tok.Lower == "by" || tok.Lower == "including" || tok.Lower == "primarily" || tok.Lower == "mainly" || tok.Lower == "such" || tok.Lower == "namely" || tok.Lower == "like":
			opened = true
		case tok.Tag == text.PROPN, tok.Lower == ",", tok.Lower == "and", tok.Lower == "as", tok.Lower == "the", tok.Lower == "both":
		default:
			return false
		}
	}
	return opened
}

// subject is the names that are subjects of the clause whose verb is the word, or that calls them so: "as mediator".
func (b *builder) subject(doc *text.Doc, i int) []int {
	var out []int
	for _, e := range doc.Events {
		if e.Negated || e.Clause < 0 {
			continue
		}
		c := doc.Clauses[e.Clause]
		verb := doc.Phrases[c.Verb]
		asRole := c.Holds(i) && i > verb.Last && doc.Tokens[i].Tag == text.NOUN && predicated(doc, verb.Last, i)
		if !verb.Holds(i) && !asRole || verb.Passive && !asRole {
			continue
		}
		for _, span := range e.Actors {
			out = append(out, b.named(doc, span)...)
		}
		if !asRole {
			continue
		}
		out = append(out, b.including(doc, verb)...)
	}
	return out
}

// predicated reports whether a noun after the verb says what the subject is: "as mediators", "roles in mediating", "the mediator".
func predicated(doc *text.Doc, from, i int) bool {
	for j := from; j < i; j++ {
		if doc.Lower(j) == "as" {
			return true
		}
	}
	return i-from <= 3 && doc.Tokens[from-1].Lemma == "be"
}

// including: "several countries, including Q and E, have served as intermediaries".
func (b *builder) including(doc *text.Doc, verb text.Phrase) []int {
	var out []int
	open := false
	first := verb.First
	for first > 0 && doc.SentenceAt(first-1) == doc.SentenceAt(verb.First) {
		first--
	}
	for j := first; j < verb.First; j++ {
		if doc.Lower(j) == "including" || doc.Lower(j) == "such" || doc.Lower(j) == "like" {
			open = true
		}
		if !open {
			continue
		}
		for k, n := range doc.Names {
			if n.First == j && !n.Demonym {
				out = append(out, k)
			}
		}
	}
	return out
}

// named is the numbers of the names that head a span.
func (b *builder) named(doc *text.Doc, span text.Span) []int {
	var out []int
	for k, n := range doc.Names {
		if span.Contains(doc.SpanOf(n.Range)) && n.Kind != text.Person {
			out = append(out, k)
		}
	}
	return out
}
