// SPDX-License-Identifier: Apache-2.0

package role

import (
	"strings"

	"stemma/internal/text"
)

// verbs reads clauses of appointment, service and departure: "X was named envoy", "X resigned as minister",
// "X has yet to be confirmed".
func (r *reader) verbs() {
	for i := range r.doc.Clauses {
		r.clause(&r.doc.Clauses[i])
	}
}

func (r *reader) clause(c *text.Clause) {
	doc := r.doc
	verb := doc.Phrases[c.Verb]
	row, ok := roleVerbs()[doc.Tokens[verb.Head].Lemma]
	if !ok || verb.Negated && row.Field(1) != "confirm" {
		return
	}
	switch row.Field(1) {
	case "copula":
		r.copula(c)
	case "appoint":
		r.appointment(c, text.RoleStatus(row.Field(2)))
	case "leave":
		r.departure(c, text.RoleStatus(row.Field(2)))
	case "confirm":
		r.confirmation(c, verb)
	case "await":
		if c.Object >= 0 && doc.Tokens[doc.Phrases[c.Object].Head].Lemma == "confirmation" {
			r.pending(c)
		}
	}
}

// holder is the person named by noun phrase p, through a pronoun too.
func (r *reader) holder(p int) (text.Name, bool) {
	if p < 0 {
		return text.Name{}, false
	}
	phrase := r.doc.Phrases[p]
	for _, n := range r.doc.Names {
		if n.Kind == text.Person && phrase.Contains(n.Range) && phrase.Head < n.Last && phrase.Head >= n.First {
			return n, true
		}
	}
	switch r.doc.Lower(phrase.Head) {
	case "he", "she", "who":
		return r.lastPerson(phrase)
	}
	return text.Name{}, false
}

// lastPerson is the person named last before a pronoun, in its sentence or the one before; the range is the pronoun's.
func (r *reader) lastPerson(pronoun text.Phrase) (text.Name, bool) {
	sent := r.doc.SentenceAt(pronoun.First)
	var found text.Name
	for _, n := range r.doc.Names {
		if n.First >= pronoun.First {
			break
		}
		if n.Kind == text.Person && !n.Embedded && r.doc.SentenceAt(n.First) >= sent-1 {
			found = n
		}
	}
	found.Range = pronoun.Range
	return found, found.Full != ""
}

// copula: "X is the envoy for Y".
func (r *reader) copula(c *text.Clause) {
	n, ok := r.holder(c.Subject)
	if !ok || c.Object < 0 || !holdsPerson(r.doc, headOf(r.doc, r.doc.Phrases[c.Object].First)) {
		return
	}
	office := nounPhraseFrom(r.doc, r.doc.Phrases[c.Object].First)
	r.add(n, office, r.doc.SpanOf(text.Range{First: n.First, Last: office.Last}))
}

// appointment: "X nominated Y for envoy", "Y was appointed minister", "Y serves as envoy".
func (r *reader) appointment(c *text.Clause, status text.RoleStatus) {
	doc := r.doc
	verb := doc.Phrases[c.Verb]
	who := c.Subject
	if !verb.Passive && doc.Tokens[verb.Head].Lemma != "serve" && doc.Tokens[verb.Head].Lemma != "act" {
		who = c.Object
	}
	n, ok := r.holder(who)
	if !ok {
		return
	}
	if verb.To || verb.Modal != "" {
		status = text.Nominee // "to serve as envoy": not there yet
	}
	at := max(verb.Last, n.Last)
	if n.First < verb.First {
		at = verb.Last
	}
	office := officeAfter(doc, at)
	if office.Empty() {
		return
	}
	first := min(n.First, verb.First)
	if verb.To {
		first = verb.First // the holder stands far off, in another clause
	}
	span := doc.SpanOf(text.Range{First: first, Last: office.Last})
	r.out = append(r.out, text.Role{Span: span, Name: doc.SpanOf(n.Range), FullName: n.Full, Office: doc.SpanOf(office), Title: doc.Words(office), Status: status})
}

// officeAfter is the office named right after token at, past "as", "for", "to be" and "to the post of".
func officeAfter(doc *text.Doc, at int) text.Range {
	for k := 0; k < 4 && at < len(doc.Tokens); k++ {
		switch doc.Lower(at) {
		case "as", "for", "to", "be", "serve", "become":
			at++
			continue
		}
		break
	}
	office := nounPhraseFrom(doc, at)
	if office.Empty() {
		if at < len(doc.Tokens) {
			if p := phraseAt(doc, at); p != nil && p.First <= at+1 {
				office = nounPhraseFrom(doc, p.First)
			}
		}
	}
	if office.Empty() || !holdsPerson(doc, office) {
		return text.Range{}
	}
	return office
}

// departure: "X resigned as minister", "X was dismissed as chief".
func (r *reader) departure(c *text.Clause, status text.RoleStatus) {
	doc := r.doc
	verb := doc.Phrases[c.Verb]
	n, ok := r.holder(c.Subject)
	if !ok {
		return
	}
	role := text.Role{Name: doc.SpanOf(n.Range), FullName: n.Full, Status: status}
	role.Span = doc.SpanOf(text.Range{First: min(n.First, verb.First), Last: verb.Last})
	if office := officeAfter(doc, verb.Last); !office.Empty() {
		role.Office, role.Title = doc.SpanOf(office), doc.Words(office)
		role.Span = role.Span.Union(role.Office)
	}
	r.out = append(r.out, role)
}

// confirmation: "X has yet to be confirmed by the Senate" leaves a nominee; "X was confirmed" makes an office holder.
func (r *reader) confirmation(c *text.Clause, verb text.Phrase) {
	if !verb.Passive {
		r.confirmedBy(c, verb)
		return
	}
	if !r.byBody(c) {
		return
	}
	if verb.Negated {
		r.pending(c)
		return
	}
	r.status(c, text.InOffice)
}

// confirmedBy: "the Senate confirmed X".
func (r *reader) confirmedBy(c *text.Clause, verb text.Phrase) {
	n, ok := r.holder(c.Object)
	if !ok || c.Subject < 0 || !chamber(r.doc.Tokens[r.doc.Phrases[c.Subject].Head].Lemma) {
		return
	}
	status := text.InOffice
	if verb.Negated {
		status = text.Nominee
	}
	span := r.doc.SpanOf(text.Range{First: r.doc.Phrases[c.Subject].First, Last: r.doc.Phrases[c.Object].Last})
	r.out = append(r.out, text.Role{Span: span, Name: r.doc.SpanOf(n.Range), FullName: n.Full, Status: status})
}

// chamber reports whether a noun is a body that confirms people in office.
func chamber(lemma string) bool {
	switch lemma {
	case "senate", "parliament", "congress", "assembly", "council", "committee", "legislature", "lawmaker", "senator":
		return true
	}
	return false
}

// byBody reports whether a chamber confirms: "by the Senate", "by parliament"; or the clause says nothing more.
func (r *reader) byBody(c *text.Clause) bool {
	if c.Agent >= 0 {
		return chamber(r.doc.Tokens[r.doc.Phrases[c.Agent].Head].Lemma)
	}
	return strings.Contains(r.doc.Words(c.Range), "yet to be")
}

// pending: somebody named for an office who is not in it yet.
func (r *reader) pending(c *text.Clause) { r.status(c, text.Nominee) }

func (r *reader) status(c *text.Clause, status text.RoleStatus) {
	n, ok := r.holder(c.Subject)
	if !ok {
		return
	}
	last := r.doc.Phrases[c.Verb].Last
	for _, p := range []int{c.Object, c.Agent} {
		if p >= 0 {
			last = max(last, r.doc.Phrases[p].Last)
		}
	}
	if c.Object >= 0 {
		last = max(last, nounPhraseFrom(r.doc, r.doc.Phrases[c.Object].First).Last)
	}
	first := min(n.First, r.doc.Phrases[c.Verb].First)
	r.out = append(r.out, text.Role{Span: r.doc.SpanOf(text.Range{First: first, Last: last}), Name: r.doc.SpanOf(n.Range), FullName: n.Full, Status: status})
}

// fillTitles gives a role without an office the one that the report names for the same person.
func fillTitles(doc *text.Doc) {
	for i := range doc.Roles {
		role := &doc.Roles[i]
		if role.Title != "" {
			continue
		}
		for _, other := range doc.Roles {
			if other.FullName == role.FullName && !other.Office.Empty() && other.Status != text.Unstated {
				role.Title = other.Title
				break
			}
		}
	}
}
