// SPDX-License-Identifier: Apache-2.0

package talks

import (
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

var agencies = lexicon.Load("clean_agencies")

// mediaNames is the outlets of a story and whom they credit: they report talks and hold none.
func mediaNames(s *news.Story) map[string]bool {
	out := map[string]bool{}
	for _, r := range s.Reports {
		out[strings.ToLower(r.Outlet)] = true
		for _, c := range r.Credits {
			out[strings.ToLower(c.Name)] = true
		}
	}
	for _, row := range agencies() {
		out[strings.ToLower(row.Field(1))] = true
	}
	return out
}

// describe adds the mentions of a page that are common nouns: "the federation", where the report names one federation;
// "the employers", where one body of the story is theirs.
func (b *builder) describe(p *page) {
	byEnding := p.endings()
	var found []mention
	for i := range p.doc.Tokens {
		tok := &p.doc.Tokens[i]
		if tok.Tag != text.NOUN || p.holding(i) != nil {
			continue
		}
		if e := b.described(p, i, byEnding); e != nil {
			found = append(found, mention{only(i), e, nil})
		}
	}
	p.mentions = append(p.mentions, found...)
	p.sort()
}

// endings is the bodies of a page by the last word of their name; nil for a word that two share.
func (p *page) endings() map[string]*news.Entity {
	out := map[string]*news.Entity{}
	for _, m := range p.mentions {
		if !isBody(m.entity) {
			continue
		}
		fields := strings.Fields(strings.ToLower(m.entity.Name))
		word := fields[len(fields)-1]
		if old, ok := out[word]; ok && old != m.entity {
			out[word] = nil
		} else {
			out[word] = m.entity
		}
	}
	return out
}

func isBody(e *news.Entity) bool {
	return e.Kind == text.Organisation || e.Kind == text.Group || e.Kind == text.Other
}

// described is the entity for which the noun at token i stands, or nil.
func (b *builder) described(p *page, i int, byEnding map[string]*news.Entity) *news.Entity {
	tok := &p.doc.Tokens[i]
	definite := p.definite(i)
	if e := byEnding[tok.Lower]; e != nil && definite && strings.Contains(e.Name, " ") {
		return e
	}
	row, ok := bodies()[tok.Lemma]
	bare := row.Field(2) == "bare" && tok.Form == text.Plural || row.Field(1) == "union" && i+1 < len(p.doc.Tokens) && p.doc.Tokens[i+1].Tag == text.NOUN
	if !ok || !definite && !bare {
		return nil
	}
	return b.soleSide(row.Field(1))
}

// definite reports whether "the" stands before the noun at token i, with at most one word between.
func (p *page) definite(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if p.doc.Lower(j) == "the" {
			return true
		}
		if p.doc.Tokens[j].Tag != text.ADJ && p.doc.Tokens[j].Tag != text.NOUN {
			return false
		}
	}
	return false
}

// soleSide is the one body of the story on a side of a bargain, or nil: the only union, employer or armed group.
func (b *builder) soleSide(side string) *news.Entity {
	if e, ok := b.sole[side]; ok {
		return e
	}
	b.sole[side] = b.findSole(side)
	return b.sole[side]
}

func (b *builder) findSole(side string) *news.Entity {
	var found *news.Entity
	for _, e := range b.story.Entities {
		if !isBody(e) || b.sideOf(e) != side && !(side == "armed" && b.armed[e]) {
			continue
		}
		if found != nil && found.Mentions < 3*e.Mentions && e.Mentions < 3*found.Mentions {
			return nil
		}
		if found == nil || e.Mentions > found.Mentions {
			found = e
		}
	}
	return found
}

// attackers marks the bodies that are said to attack, seize or kill: "the group" and "the gunmen" may mean them.
func (b *builder) attackers(p *page) {
	for _, e := range p.doc.Events {
		switch e.Concept {
		case "abduct", "capture", "attack", "bomb", "shoot", "kill":
		default:
			continue
		}
		for _, span := range e.Actors {
			for _, m := range p.within(p.doc.RangeOf(span)) {
				if isBody(m.entity) && m.entity.Country == "" && b.sideOf(m.entity) == "" && !b.media[tidy(m.entity.Name)] {
					b.armed[m.entity] = true
				}
			}
		}
	}
}

// sideOf is the side that the name of a body tells: "union", "employer", "armed" or "".
func (b *builder) sideOf(e *news.Entity) string {
	if e.Country != "" {
		return ""
	}
	side := ""
	for _, word := range strings.Fields(strings.ToLower(e.Name)) {
		if row, ok := sideWords()[strings.TrimSuffix(strings.Trim(word, "'"), "'s")]; ok {
			if side = row.Field(1); side == "employer" && strings.HasPrefix(word, "employer") {
				return side
			}
		}
	}
	if side == "" && e.Kind == text.Group {
		return "armed"
	}
	return side
}

// affiliate ties people to the body or state for which they speak: by the words of their office, or by what they lead.
func (b *builder) affiliate() {
	for _, p := range b.pages {
		for _, role := range p.doc.Roles {
			e := b.scene.Entities.Named(role.FullName)
			if e == nil || e.Kind != text.Person || role.Status == text.Former || role.Office.Empty() || b.owner[e] != nil {
				continue
			}
			for _, m := range p.within(p.doc.RangeOf(role.Office)) {
				if owner := b.party(m, true); owner != nil && owner != e {
					b.owner[e] = owner
					break
				}
			}
		}
		b.leaders(p)
	}
}

// leaders: "X, who leads the federation", "X, who chairs the council", "X negotiates for the council".
func (b *builder) leaders(p *page) {
	for i := range p.doc.Tokens {
		switch p.doc.Tokens[i].Lemma {
		case "lead", "head", "chair", "run", "negotiate", "speak":
		default:
			continue
		}
		for _, s := range p.subjects(i) {
			if s.entity.Kind != text.Person || b.owner[s.entity] != nil {
				continue
			}
			for _, m := range p.list(next(p, i)) {
				if owner := b.party(m, true); owner != nil && m.entity.Kind != text.Person {
					b.owner[s.entity] = owner
				}
				break
			}
		}
	}
}

// next is the token after a verb, past "for".
func next(p *page, i int) int {
	if i+1 < len(p.doc.Tokens) && p.doc.Lower(i+1) == "for" {
		return i + 2
	}
	return i + 1
}

// party is the entity that bargains where a mention stands: a state for its organs, citizens and envoys, a body for its
// people. A place without a known state counts only where it acts. It is nil for media, courts and legislatures.
func (b *builder) party(m mention, acts bool) *news.Entity {
	e := m.entity
	switch {
	case b.media[strings.ToLower(e.Name)] || lawmaking(e):
		return nil
	case e.Kind == text.Person:
		if owner := b.owner[e]; owner != nil {
			return owner
		}
		if e.Country != "" {
			return b.scene.Entities.Named(e.Country)
		}
		return nil
	case e.Country == e.Name && e.Country != "":
		return e
	case e.Country != "" && e.Kind != text.Place:
		return b.scene.Entities.Named(e.Country)
	case e.Kind == text.Place:
		if acts && e.Country == "" {
			return e
		}
		return nil
	case e.Kind == text.Other && !acts:
		return nil
	}
	return e
}

// lawmaking reports whether an entity is a legislature or a court: they vote and judge, and do not bargain.
func lawmaking(e *news.Entity) bool {
	fields := strings.Fields(strings.ToLower(e.Name))
	switch fields[len(fields)-1] {
	case "assembly", "parliament", "senate", "congress", "court", "tribunal", "knesset", "bundestag", "duma", "house", "commons", "representatives":
		return e.Name != "White House"
	}
	return false
}

// subjects is the mentions that the verb at token i has as its subject: those in the words before it, or, past an
// apposition or a relative pronoun, the one right before these.
func (p *page) subjects(i int) []mention {
	var out []mention
	for _, k := range p.acts[i] {
		e := &p.doc.Events[k]
		if m := p.enclosed(p.doc.Phrases[p.doc.Clauses[e.Clause].Verb].First); m != nil {
			return []mention{*m}
		}
		for _, span := range e.Actors {
			r := p.doc.RangeOf(span)
			found := p.heads(r)
			if len(found) == 0 {
				found = p.apposed(r.First)
			}
			out = append(out, found...)
		}
	}
	return out
}

// enclosed is the person between commas right before a verb: "the firm's head, X, is leading".
func (p *page) enclosed(verb int) *mention {
	if verb < 4 || p.doc.Lower(verb-1) != "," {
		return nil
	}
	m := p.holding(verb - 2)
	if m == nil || m.First < 1 || p.doc.Lower(m.First-1) != "," || m.entity.Kind != text.Person {
		return nil
	}
	return m
}

// heads is the mentions inside a phrase that are its head or a part of it before the head: "Hamas officials".
func (p *page) heads(r text.Range) []mention {
	var out []mention
	for _, m := range p.within(r) {
		if m.First >= r.First {
			out = append(out, m)
		}
	}
	return out
}

// apposed is the mention before a comma or relative pronoun that ends at token i.
func (p *page) apposed(i int) []mention {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if m := p.holding(j); m != nil {
			return []mention{*m}
		}
		if p.doc.Lower(j) != "," && p.doc.Lower(j) != "the" && p.doc.Lower(j) != "a" {
			return nil
		}
	}
	return nil
}
