// SPDX-License-Identifier: Apache-2.0

package talks

import (
	"slices"

	"stemma/internal/news"
	"stemma/internal/text"
)

// readMediators finds who stands between the parties in a report.
func (b *builder) readMediators(p *page) {
	for i := range p.class {
		if p.class[i] == mediation {
			b.mediator(p, i)
		}
		switch p.doc.Lower(i) {
		case "through", "via", "way":
			b.goBetween(p, i)
		case "mediated", "brokered", "sponsored", "facilitated", "chaired", "auspices", "chairmanship":
			b.brokered(p, i)
		}
		b.carrier(p, i)
	}
	for _, role := range p.doc.Roles {
		b.mediatingOffice(p, role)
	}
}

// mediatorWeight is what one mention as a mediator counts for.
const mediatorWeight = 2

// stand gives a mediator's part to whom a mention stands for: a person by name, anybody else as a party is.
func (b *builder) stand(p *page, m mention, cue int) {
	e := m.entity
	if e.Kind != text.Person {
		e = b.party(m, false)
	}
	if e == nil {
		return
	}
	b.mediators.add(e, p.evidence(m.Range, only(cue)), mediatorWeight)
}

// mediator reads the names around a word for mediation: "Qatari mediators", "mediators from Q and E", "intermediaries,
// primarily Q and E", "Q has served as an intermediary", "Q, which is mediating", "several states, including Q, as brokers".
func (b *builder) mediator(p *page, i int) {
	if p.former(i) {
		return
	}
	np := p.phrase(i)
	if p.doc.Tokens[i].Tag == text.NOUN {
		for _, m := range p.within(text.Range{First: np.First, Last: i}) {
			b.stand(p, m, i)
		}
		for _, m := range p.after(i, 2, "from", "of", "by", "including", "primarily", "mainly", "notably", "namely", "like") {
			b.stand(p, m, i)
		}
	}
	for _, m := range p.called(i) {
		b.stand(p, m, i)
	}
}

// former reports whether the word at token i is about the past: "a former mediator".
func (p *page) former(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		switch p.doc.Lower(j) {
		case "former", "ex", "retired", "onetime", "previous":
			return true
		}
	}
	return false
}

// called is the subjects of the clause in which the word at token i is the verb, or says what the subject is or does.
func (p *page) called(i int) []mention {
	var out []mention
	if p.doc.Tokens[i].Tag == text.VERB {
		out = p.active(i)
	}
	for _, k := range p.clauses[p.doc.SentenceAt(i)] {
		c := &p.doc.Clauses[k]
		if !c.Holds(i) {
			continue
		}
		verb := p.doc.Phrases[c.Verb]
		if i < verb.Last || verb.Negated || p.doc.Tokens[i].Tag != text.NOUN && p.doc.Tokens[i].Form != text.Gerund || !p.predicated(verb, i) {
			continue
		}
		out = append(out, p.active(verb.Head)...)
		out = append(out, p.including(verb.First)...)
	}
	return out
}

// active is the subjects of a verb group that is neither negated nor passive.
func (p *page) active(verb int) []mention {
	for _, k := range p.acts[verb] {
		if v := p.doc.Phrases[p.doc.Clauses[p.doc.Events[k].Clause].Verb]; v.Passive || v.Negated {
			return nil
		}
	}
	return p.subjects(verb)
}

// predicated reports whether the noun at token i says what the subject is: "as mediators", "remain the mediators",
// "played roles in mediation", "offered mediation".
func (p *page) predicated(verb text.Phrase, i int) bool {
	for j := verb.Last; j < i; j++ {
		switch p.doc.Lower(j) {
		case "as", "role", "roles", "part":
			return true
		}
	}
	switch p.doc.Tokens[verb.Head].Lemma {
	case "be", "remain", "become", "serve", "act", "offer", "provide":
		return i-verb.Last <= 3
	}
	return false
}

// including: "several countries, including Q and E, have served as intermediaries".
func (p *page) including(verb int) []mention {
	for j := verb - 1; j >= p.sentence(verb).First; j-- {
		switch p.doc.Lower(j) {
		case "including", "like", "notably", "namely":
			return p.list(j + 1)
		}
	}
	return nil
}

// goBetween: "passed messages through Q and E", "by way of Q envoys", where words or proposals go that way.
func (b *builder) goBetween(p *page, i int) {
	if p.doc.Lower(i) == "way" && (i+1 >= len(p.doc.Tokens) || p.doc.Lower(i+1) != "of") {
		return
	}
	sent := p.sentence(i)
	near := false
	for j := max(sent.First, i-10); j < min(sent.Last, i+8); j++ {
		near = near || p.class[j] == contact || p.class[j] == encounter || p.class[j] == mediation
	}
	if !near {
		return
	}
	start := i + 1
	if p.doc.Lower(i) == "way" {
		start++
	}
	for _, m := range p.list(start) {
		b.relay(p, m, i)
	}
}

// relay gives a mediator's part to those through whom words go.
func (b *builder) relay(p *page, m mention, cue int) {
	b.stand(p, m, cue)
	e := m.entity
	if e.Kind != text.Person {
		e = b.party(m, false)
	}
	if e != nil {
		b.relays = append(b.relays, relay{p, cue, e})
	}
}

// brokered: "talks brokered by Q", "Q-brokered talks", "under the auspices of Q".
func (b *builder) brokered(p *page, i int) {
	if i+1 < len(p.doc.Tokens) && (p.doc.Lower(i+1) == "by" || p.doc.Lower(i+1) == "of") {
		for _, m := range p.list(i + 2) {
			b.stand(p, m, i)
		}
	}
	if i >= 2 && p.doc.Lower(i-1) == "-" {
		if m := p.holding(i - 2); m != nil {
			b.stand(p, *m, i)
		}
	}
}

// carrier: "Q officials carried papers between them", "X shuttled between the delegations".
func (b *builder) carrier(p *page, i int) {
	switch p.doc.Tokens[i].Lemma {
	case "carry", "relay", "pass", "convey", "shuttle", "ferry", "run", "move", "climb":
	default:
		return
	}
	sent := p.sentence(i)
	for j := i + 1; j+1 < sent.Last && j <= i+6; j++ {
		if p.doc.Lower(j) == "between" && slices.Contains([]string{"them", "the", "both", "two", "rival", "delegations"}, p.doc.Lower(j+1)) && p.between(j+1) {
			for _, m := range p.active(i) {
				b.relay(p, m, i)
			}
			return
		}
	}
}

// between reports whether the words from token j on mean the two sides.
func (p *page) between(j int) bool {
	sent := p.sentence(j)
	for k := j; k < sent.Last && k < j+4; k++ {
		switch p.doc.Tokens[k].Lemma {
		case "them", "they", "side", "party", "delegation", "team", "camp", "room", "negotiator":
			return true
		}
	}
	return false
}

// mediatingOffice: "X, the state conciliator", "UN mediator X": the person, and the body or state in the office's words.
func (b *builder) mediatingOffice(p *page, role text.Role) {
	e := b.scene.Entities.Named(role.FullName)
	if e == nil || role.Office.Empty() {
		return
	}
	office := p.doc.RangeOf(role.Office)
	for i := office.First; i < office.Last; i++ {
		if p.class[i] == mediation && !p.former(i) {
			b.mediators.add(e, news.Evidence{Report: p.report, Span: role.Span}, 3)
			return
		}
	}
}
