// SPDX-License-Identifier: Apache-2.0

package talks

import (
	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

// readParties gives a part to those who talk, agree, quarrel, demand and offer in a report.
func (b *builder) readParties(p *page) {
	for i, c := range p.class {
		if c == "" || p.sentence(i).Headline {
			continue
		}
		switch c {
		case encounter, deal, dispute, contact:
			b.around(p, i)
			b.doers(p, i, 2)
		case bargain:
			if !p.goodOffices(i) {
				b.doers(p, i, 1)
			}
		case stage:
			if k := p.cueAfter(i); k >= 0 && p.doc.Tokens[i].Lemma != "host" {
				b.doers(p, i, 2)
			}
			if p.captivesAfter(i) {
				b.doers(p, i, 1)
			}
		case envoy, team:
			b.represented(p, i)
		}
	}
	for i := range p.doc.Tokens {
		switch p.doc.Tokens[i].Lemma {
		case "release", "free", "hand", "exchange", "swap":
			if p.captivesAfter(i) {
				b.doers(p, i, 1)
			}
		}
	}
}

// goodOffices reports whether what somebody offers is to host or to mediate: no party does that.
func (p *page) goodOffices(i int) bool {
	for j := i + 1; j < len(p.doc.Tokens) && j <= i+3; j++ {
		if p.doc.Tokens[j].Lemma == "host" || p.class[j] == mediation {
			return true
		}
	}
	return false
}

// take gives a party's part to whom a mention stands for.
func (b *builder) take(p *page, m mention, cue int, weight float64, acts bool) {
	if e := b.party(m, acts); e != nil {
		b.parties.add(e, p.evidence(m.Range, only(cue)), weight)
	}
}

// around: "talks between X and Y", "the deal with X", "X's strike", "X-Y talks".
func (b *builder) around(p *page, i int) {
	if p.doc.Tokens[i].Tag == text.NOUN || p.doc.Tokens[i].Form == text.Gerund {
		for _, m := range p.after(i, 6, "between", "among", "with", "against") {
			b.take(p, m, i, 2, true)
		}
		np := p.phrase(i)
		for _, m := range p.within(text.Range{First: np.First, Last: i}) {
			b.take(p, m, i, 1, false)
		}
		return
	}
	for _, m := range p.after(i, 3, "with", "between", "against") {
		b.take(p, m, i, 2, true)
	}
	if p.doc.Tokens[i].Lemma == "meet" && i+1 < len(p.doc.Tokens) {
		for _, m := range p.list(i + 1) {
			b.take(p, m, i, 2, true)
		}
	}
}

// doers gives a part to the subjects of a verb.
func (b *builder) doers(p *page, i int, weight float64) {
	for _, m := range p.subjects(i) {
		b.take(p, m, i, weight, true)
	}
}

// cueAfter is the word for an encounter, deal or dispute that a verb such as "held" or "began" has as its object, or -1.
func (p *page) cueAfter(i int) int {
	sent := p.sentence(i)
	for j := i + 1; j < sent.Last && j <= i+6; j++ {
		switch p.class[j] {
		case encounter, deal, contact:
			return j
		}
		if tok := &p.doc.Tokens[j]; tok.Tag == text.VERB && p.class[j] != stage || tok.Tag == text.PUNCT {
			return -1
		}
	}
	return -1
}

// captivesAfter reports whether captives or prisoners are the object of a verb: "is holding 12 captives".
func (p *page) captivesAfter(i int) bool {
	sent := p.sentence(i)
	for j := i + 1; j < sent.Last && j <= i+6; j++ {
		switch lexicon.ConceptOf(&p.doc.Tokens[j]) {
		case "captive", "prisoner", "remains":
			return true
		}
		if tok := &p.doc.Tokens[j]; tok.Tag == text.PUNCT {
			return false
		}
	}
	return false
}

// represented: "X's negotiators", "Hamas representatives", "envoys of X", "the chief negotiator for X".
func (b *builder) represented(p *page, i int) {
	np := p.phrase(i)
	for _, m := range p.within(text.Range{First: np.First, Last: i}) {
		if m.entity.Kind != text.Person {
			b.take(p, m, i, 2, true)
		}
	}
	for _, m := range p.after(i, 3, "of", "for", "from") {
		b.take(p, m, i, 2, false)
	}
}

// isSide reports whether an entity is a chosen party.
func (b *builder) isSide(e *news.Entity) bool {
	for _, side := range b.sides {
		if side == e {
			return true
		}
	}
	return false
}
