// SPDX-License-Identifier: Apache-2.0

package talks

import (
	"slices"
	"strings"

	"stemma/internal/news"
	"stemma/internal/text"
)

// readNegotiators finds who speaks for the parties at the table.
func (b *builder) readNegotiators(p *page) {
	for _, role := range p.doc.Roles {
		b.envoyOffice(p, role)
	}
	for i := range p.class {
		if p.sentence(i).Headline {
			continue
		}
		switch p.doc.Tokens[i].Lemma {
		case "lead", "head", "send", "dispatch", "represent":
			b.led(p, i)
		case "negotiate":
			b.talking(p, i, i)
		case "sit":
			b.seated(p, i)
		}
		switch {
		case p.class[i] == encounter && p.doc.Tokens[i].Tag == text.VERB:
			b.talking(p, i, i)
		case p.class[i] == stage || p.class[i] == motion:
			if k := p.cueAfter(i); k >= 0 && takesPart(p.doc.Tokens[i].Lemma) {
				b.talking(p, i, k)
			}
		case p.class[i] == team:
			b.headOf(p, i)
		}
	}
}

// takesPart are verbs whose subject is at the table: not "expects talks", "ended talks".
func takesPart(lemma string) bool {
	switch lemma {
	case "hold", "conduct", "engage", "lead", "join", "attend", "participate", "take", "have", "initiate", "resume", "enter", "return":
		return true
	}
	return false
}

// speak gives a negotiator's part to a person.
func (b *builder) speak(p *page, m mention, cue int, weight float64) {
	if m.Last < len(p.doc.Tokens) && (p.doc.Lower(m.Last) == "'s" || p.doc.Lower(m.Last) == "’s") {
		return // "the president's nominee, who took part in the talks"
	}
	if m.entity.Kind == text.Person && !(m.name != nil && m.name.Embedded && m.name.Title.Empty()) {
		b.negotiators.add(m.entity, p.evidence(m.Range, only(cue)), weight)
	}
}

// envoyOffice: "X, the special envoy for Y", "chief negotiator X".
func (b *builder) envoyOffice(p *page, role text.Role) {
	e := b.scene.Entities.Named(role.FullName)
	if e == nil || e.Kind != text.Person || role.Status == text.Former || role.Office.Empty() {
		return
	}
	office := p.doc.RangeOf(role.Office)
	for i := office.First; i < office.Last; i++ {
		if p.class[i] == envoy && !p.former(i) {
			b.negotiators.add(e, news.Evidence{Report: p.report, Span: role.Span}, 2)
			return
		}
	}
}

// led: "X led the government team", "the Front sent X".
func (b *builder) led(p *page, i int) {
	switch p.doc.Tokens[i].Lemma {
	case "send", "dispatch":
		if p.nearEncounter(i) {
			for _, m := range p.list(i + 1) {
				b.speak(p, m, i, 1)
			}
		}
		return
	}
	if k := p.teamAfter(i); k >= 0 {
		for _, m := range p.active(i) {
			b.speak(p, m, k, 2)
		}
		for _, m := range p.after(i, 2, "by") {
			b.speak(p, m, i, 2)
		}
	}
}

// teamAfter is the word for a team of negotiators that follows a verb, or -1.
func (p *page) teamAfter(i int) int {
	sent := p.sentence(i)
	for j := i + 1; j < sent.Last && j <= i+6; j++ {
		if p.class[j] == team || p.class[j] == encounter || p.doc.Lower(j) == "side" {
			return j
		}
		if p.doc.Tokens[j].Tag == text.PUNCT || p.doc.Tokens[j].Tag == text.VERB {
			return -1
		}
	}
	return -1
}

// nearEncounter reports whether the sentence of token i or the one before it tells of an encounter.
func (p *page) nearEncounter(i int) bool {
	k := p.doc.SentenceAt(i)
	for s := max(0, k-2); s <= k; s++ {
		for j := p.doc.Sentences[s].First; j < p.doc.Sentences[s].Last; j++ {
			if p.class[j] == encounter || p.class[j] == team || p.class[j] == envoy {
				return true
			}
		}
	}
	return false
}

// talking: people as subjects of talking, and those with whom they talk.
func (b *builder) talking(p *page, verb, cue int) {
	for _, m := range p.subjects(verb) {
		if b.owner[m.entity] != nil || m.entity.Country != "" || p.doc.Tokens[cue].Lemma == "negotiate" || takesPart(p.doc.Tokens[verb].Lemma) || p.pair(verb) {
			b.speak(p, m, cue, 1)
		}
	}
}

// pair reports whether two people are the subject of a verb: "X and Y talked".
func (p *page) pair(verb int) bool {
	n := 0
	for _, m := range p.subjects(verb) {
		if m.entity.Kind == text.Person {
			n++
		}
	}
	return n > 1
}

// seated: "across the table sat X", "opposite her sat X".
func (b *builder) seated(p *page, i int) {
	sent := p.sentence(i)
	for j := i - 1; j >= sent.First && j >= i-5; j-- {
		switch p.doc.Lower(j) {
		case "across", "opposite", "facing":
			for _, m := range p.list(i + 1) {
				b.speak(p, m, i, 1)
				break
			}
			return
		}
	}
}

// headOf: "at the head of the government's team was X", "the delegation was led by X", "leading for the bosses is X".
func (b *builder) headOf(p *page, i int) {
	sent := p.sentence(i)
	for j := i + 1; j+1 < sent.Last && j <= i+6; j++ {
		if p.doc.Lower(j) == "by" && (p.doc.Tokens[j-1].Lemma == "lead" || p.doc.Tokens[j-1].Lemma == "head") {
			for _, m := range p.list(j + 1) {
				b.speak(p, m, i, 2)
				break
			}
		}
	}
}

// officers gives a negotiator's part to those who head a union, a company or an employers' body that bargains.
func (b *builder) officers() {
	for _, p := range b.pages {
		for _, role := range p.doc.Roles {
			e := b.scene.Entities.Named(role.FullName)
			if e == nil || e.Kind != text.Person || role.Status == text.Former || role.Office.Empty() || b.mediators[e] != nil {
				continue
			}
			owner := b.owner[e]
			if owner == nil || !b.isSide(owner) || !isBody(owner) || owner.Country != "" || !holdsOffice(p, role) {
				continue
			}
			if side := b.sideOf(owner); side == "union" || side == "employer" {
				b.negotiators.add(e, news.Evidence{Report: p.report, Span: role.Span}, 1)
			}
		}
	}
}

// holdsOffice reports whether an office is one whose holder bargains.
func holdsOffice(p *page, role text.Role) bool {
	office := p.doc.RangeOf(role.Office)
	for i := office.First; i < office.Last; i++ {
		if offices().Has(p.doc.Tokens[i].Lemma) {
			return true
		}
	}
	return false
}

// speakers is the negotiators, best supported first, without mediators and officers of bodies that are no party.
func (b *builder) speakers() []*news.Entity {
	return slices.DeleteFunc(b.rank(b.negotiators), func(e *news.Entity) bool {
		m := b.mediators[e]
		return m != nil && m.weight >= b.negotiators[e].weight || strings.TrimSpace(e.Name) == ""
	})
}
