// SPDX-License-Identifier: Apache-2.0

package talks

import (
	"cmp"
	"slices"
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

var personNouns = lexicon.Load("person_nouns")

// readVenues finds where the parties meet: places tied to a word for an encounter.
func (b *builder) readVenues(p *page) {
	for k, m := range p.mentions {
		if m.name == nil || m.name.Demonym || m.name.Embedded && !p.namesCue(m) || m.entity.Kind == text.Person || m.First == 0 {
			continue
		}
		switch p.doc.Lower(p.beforeName(m.First)) {
		case "in", "at", "inside":
			cue := p.encounterBefore(p.beforeName(m.First) - 1)
			if cue < 0 {
				cue = p.encounterThere(k)
			}
			if cue >= 0 && b.canHost(p, m) {
				b.venue(p, k, cue)
			}
		case "to", "from":
			if cue := p.journey(m); cue >= 0 && m.entity.Kind == text.Place {
				b.venue(p, k, cue)
			}
		default:
			b.namedAfter(p, k)
		}
	}
	b.hosts(p)
}

// beforeName is the token before a name, past articles, adjectives and "city of".
func (p *page) beforeName(i int) int {
	for i--; i > 0; i-- {
		switch tok := &p.doc.Tokens[i]; {
		case tok.Tag == text.DET || tok.Tag == text.ADJ || tok.Lower == "'s":
		case tok.Tag == text.NOUN && (tok.Lemma == "capital" || tok.Lemma == "city" || tok.Lemma == "town" || tok.Lemma == "resort" || tok.Lemma == "village" || tok.Lemma == "port"):
		case tok.Lower == "of" && i > 0 && (p.doc.Lower(i-1) == "city" || p.doc.Lower(i-1) == "town" || p.doc.Lower(i-1) == "capital" || p.doc.Lower(i-1) == "resort"):
		case p.holding(i) != nil && p.doc.Tokens[i].Tag == text.PROPN && i+1 < len(p.doc.Tokens) && p.doc.Lower(i+1) == "'s":
			// "in Lindby's Old Hall"
		default:
			return i
		}
	}
	return i
}

// canHost reports whether people can meet there: a place, or a building by its name, that is no side of the talks.
func (b *builder) canHost(p *page, m mention) bool {
	if m.entity.Kind == text.Place {
		return true
	}
	return m.name != nil && (buildings().Has(p.doc.Lower(m.Last-1)) || buildings().Has(p.doc.Lower(m.First)))
}

// encounterBefore walks left from the preposition of a place over words that leave open what happens there, and returns
// the word for an encounter that it meets first, or -1. "Hostages held in X" ends at "hostages".
func (p *page) encounterBefore(i int) int {
	sent := p.sentence(i)
	verb := false
	for steps := 0; i >= sent.First && steps < 18; i, steps = i-1, steps+1 {
		tok := &p.doc.Tokens[i]
		switch c := p.class[i]; {
		case c == encounter && !(tok.Lemma == "round" && tok.Tag != text.NOUN):
			if p.offered(i) {
				return -1
			}
			return i
		case c == mediation && tok.Tag == text.VERB:
			return i
		case c == contact && tok.Lemma == "channel":
			return i
		case c == stage || c == neutral || c == envoy || c == team || c == motion && verb:
			verb = verb || tok.Tag == text.VERB
			if tok.Lemma == "sit" || p.faceToFace(i) {
				return i
			}
		case p.holding(i) != nil, p.inTime(i), p.sideNoun(i):
		case p.faceToFace(i):
			return i
		case tok.Tag == text.VERB, tok.Tag == text.NOUN, tok.Tag == text.SCONJ, tok.Lower == ";", tok.Lower == ":":
			return -1
		}
	}
	return -1
}

// encounterThere is the word for an encounter in a clause with "where" after mention k and the place in which that lies, or -1:
// "at the Old Hall in Lindby, where the sides have been meeting".
func (p *page) encounterThere(k int) int {
	last := p.mentions[k].Last
	if k+1 < len(p.mentions) && p.mentions[k+1].First == last+1 {
		last = p.mentions[k+1].Last
	}
	sent := p.sentence(last - 1)
	if last+1 >= sent.Last || p.doc.Lower(last) != "," || p.doc.Lower(last+1) != "where" {
		return -1
	}
	for i := last + 2; i < sent.Last && i < last+10 && p.doc.Tokens[i].Tag != text.PUNCT; i++ {
		if p.class[i] == encounter {
			return i
		}
	}
	return -1
}

// namesCue: "the Muscat meeting": the word after a name is an encounter.
func (p *page) namesCue(m mention) bool {
	return m.Last < len(p.class) && (p.class[m.Last] == encounter || p.class[m.Last] == contact)
}

// sideNoun reports whether token i is a noun for those on a side or for a building: "talks with militants in X", "met at a
// hotel in X".
func (p *page) sideNoun(i int) bool {
	lemma := p.doc.Tokens[i].Lemma
	if personNouns().Has(lemma) && lexicon.Concept(lemma) != "captive" && lexicon.Concept(lemma) != "prisoner" {
		return true
	}
	return bodies().Has(lemma) || buildings().Has(lemma) || lemma == "taker" || lemma == "hostage" && i+1 < len(p.doc.Tokens) && p.doc.Lower(i+1) == "-"
}

// faceToFace reports whether token i ends words for being in one place: "face to face", "eyeball to eyeball", "around a
// table", "knocked together".
func (p *page) faceToFace(i int) bool {
	if i < 2 {
		return false
	}
	a, mid, z := p.doc.Lower(i-2), p.doc.Lower(i-1), p.doc.Lower(i)
	return a == z && (mid == "to" || mid == "-") && p.doc.Tokens[i].Tag == text.NOUN || z == "together" && p.broughtBefore(i)
}

// broughtBefore reports whether a verb such as "brought" or "sat" stands close before "together".
func (p *page) broughtBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		switch p.doc.Tokens[j].Lemma {
		case "bring", "sit", "knock", "come", "get", "call", "gather":
			return true
		}
	}
	return false
}

// inTime reports whether token i is part of a date or time.
func (p *page) inTime(i int) bool {
	span := p.doc.Tokens[i].Span
	k := p.timesBefore(span.End) - 1
	return k >= 0 && p.doc.Times[k].Overlaps(span)
}

// timesBefore is how many times start before a position.
func (p *page) timesBefore(pos int) int {
	k, _ := slices.BinarySearchFunc(p.doc.Times, pos, func(t text.Time, pos int) int { return cmp.Compare(t.Start, pos) })
	return k
}

// journey is the word for an encounter for which somebody goes to or comes from a place, or -1: "flew to X for talks",
// "we went to X to talk".
func (p *page) journey(m mention) int {
	sent := p.sentence(m.First)
	moves := false
	for i := m.First - 1; i >= sent.First && i >= m.First-5; i-- {
		moves = moves || p.class[i] == motion
	}
	if !moves {
		return -1
	}
	for i := m.Last; i < sent.Last && i < m.Last+6; i++ {
		if p.class[i] == encounter {
			return i
		}
		if p.doc.Tokens[i].Tag == text.PUNCT {
			return -1
		}
	}
	return -1
}

// namedAfter: "the Muscat meeting", "Geneva talks": a city names the encounter.
func (b *builder) namedAfter(p *page, k int) {
	m := p.mentions[k]
	if m.entity.Kind != text.Place || m.entity.Country == m.entity.Name || m.Last >= len(p.class) || b.parties[m.entity] != nil {
		return
	}
	if c := p.class[m.Last]; (c == encounter || p.doc.Tokens[m.Last].Lemma == "channel") && p.doc.Tokens[m.Last].Tag == text.NOUN && !p.sentence(m.First).Headline && b.city(m) {
		b.venue(p, k, m.Last)
	}
}

// city reports whether a place is a capital or is spoken of as a place elsewhere in the story: "in X", "at X".
func (b *builder) city(m mention) bool {
	if m.entity.Country != "" {
		return true
	}
	for _, p := range b.pages {
		if p.inPlace[m.entity] {
			return true
		}
	}
	return false
}

// hosts: "X hosted the talks", "talks hosted by X".
func (b *builder) hosts(p *page) {
	for i := range p.class {
		if p.doc.Tokens[i].Lemma != "host" || p.doc.Tokens[i].Tag != text.VERB || p.offered(i) {
			continue
		}
		found := p.active(i)
		if p.cueAfter(i) < 0 {
			found = p.after(i, 1, "by")
		}
		for _, m := range found {
			if m.entity.Kind == text.Place && m.name != nil {
				b.venues.add(b.placeOf(m), p.evidence(m.Range, only(i)), 1)
			}
		}
	}
}

// placeOf is the place that a mention names, also where a capital stands for its government: "how Lisbon came to host the talks".
func (b *builder) placeOf(m mention) *news.Entity {
	if e := b.scene.Entities.Named(m.name.Full); e != nil && !m.name.Demonym {
		return e
	}
	return m.entity
}

// offered reports whether somebody only offers what the words before token i say: "has offered to host a round".
func (p *page) offered(i int) bool {
	for j := i - 1; j >= p.sentence(i).First && j > i-6; j-- {
		if p.doc.Lower(j) == "to" && j > 0 {
			switch p.doc.Tokens[j-1].Lemma {
			case "offer", "propose", "volunteer", "ready", "willing":
				return true
			}
		}
	}
	return false
}

// venue adds the place of mention k and those that tell where it lies: "Old Hall in Lindby", "Geneva, Switzerland".
func (b *builder) venue(p *page, k, cue int) {
	m := p.mentions[k]
	b.venues.add(m.entity, p.evidence(m.Range, only(cue)), 1)
	if k+1 >= len(p.mentions) {
		return
	}
	near := p.mentions[k+1]
	if near.name == nil || near.name.Demonym || near.entity.Kind != text.Place || near.First != m.Last+1 {
		return
	}
	switch p.doc.Lower(m.Last) {
	case "in", ",", "near", "outside":
		b.venues.add(near.entity, p.evidence(near.Range, only(cue)), 1)
	}
}

// venueRows lists the places, also those that only one report tells of.
func (b *builder) venueRows() []news.Participant {
	return b.listed(b.venues, b.rank(b.venues))
}

// tidy is a name for comparison.
func tidy(name string) string { return strings.ToLower(strings.TrimSpace(name)) }
