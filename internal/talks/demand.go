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

// demands lists who demands what of whom, by when, or else what.
func (b *builder) demands() []news.Row {
	var rows []news.Row
	for _, p := range b.pages {
		for i := range p.class {
			if p.demanding(i) && !p.sentence(i).Headline {
				if row, ok := b.demand(p, i); ok {
					rows = b.fold(rows, row, func(x, y *news.Row) bool {
						return x.Actor == y.Actor && (b.alike(x.Statements[0], y.Statements[0]) || b.alikeText(x, y))
					})
				}
			}
		}
	}
	return rows
}

// alikeText compares what is demanded.
func (b *builder) alikeText(x, y *news.Row) bool {
	a, z := strings.ToLower(x.Text), strings.ToLower(y.Text)
	return strings.Contains(a, z) || strings.Contains(z, a)
}

// demanding reports whether the verb at token i demands: "demands", "calls for", "wants" something, not only in thought.
func (p *page) demanding(i int) bool {
	tok := &p.doc.Tokens[i]
	if tok.Tag != text.VERB {
		return false
	}
	switch tok.Lemma {
	case "demand", "require":
	case "want", "seek":
		if i+1 < len(p.doc.Tokens) && p.doc.Lower(i+1) == "to" {
			return false
		}
	case "call":
		return i+1 < len(p.doc.Tokens) && p.doc.Lower(i+1) == "for" && p.asserted(i)
	case "tell", "order", "urge", "warn":
		return p.infinitiveAfter(i) && p.asserted(i)
	default:
		return false
	}
	return p.asserted(i)
}

// asserted reports whether the clause of the verb at token i is claimed as a fact: not "might demand".
func (p *page) asserted(i int) bool {
	for _, k := range p.acts[i] {
		switch e := &p.doc.Events[k]; e.Modality {
		case text.Possible, text.Conditional, text.Planned:
			return false
		default:
			return !e.Negated
		}
	}
	return true
}

// infinitiveAfter: "has told the group to free everyone".
func (p *page) infinitiveAfter(i int) bool {
	for j := i + 1; j < len(p.doc.Tokens) && j <= i+6; j++ {
		if p.doc.Lower(j) == "to" {
			return true
		}
		if p.doc.Tokens[j].Tag == text.PUNCT || p.doc.Tokens[j].Tag == text.VERB || p.doc.Lower(j) == "not" {
			return false
		}
	}
	return false
}

// demand makes the row of the verb at token i. The one who demands is a party, speaks for one, or makes the demand of one.
func (b *builder) demand(p *page, i int) (news.Row, bool) {
	st := b.statementAt(p, i)
	if st == nil {
		return news.Row{}, false
	}
	actor, side := "", false
	for _, m := range p.subjects(i) {
		if b.media[tidy(m.entity.Name)] {
			return news.Row{}, false
		}
		actor = m.entity.Name
		e := b.party(m, true)
		side = e != nil && b.isSide(e)
	}
	if actor == "" {
		if actor = b.sayer(p, i); actor == "" {
			return news.Row{}, false
		}
	}
	what := p.objectOf(i)
	if what.Empty() {
		return news.Row{}, false
	}
	row := news.Row{Actor: actor, Text: p.short(what), Statements: []*news.Statement{st}}
	row.To = b.addressee(p, what, actor)
	if row.To == "" {
		row.To = b.addressee(p, text.Range{First: i, Last: p.sentence(i).Last}, actor)
	}
	if !side && row.To == "" && !p.bargains(what) {
		return news.Row{}, false
	}
	if t, ok := p.limit(text.Range{First: i, Last: p.sentence(i).Last}); ok {
		row.From = t.From
	}
	row.State = p.orElse(i)
	return row, true
}

// addressee is the first party named in a range that is not the one who speaks, or "".
func (b *builder) addressee(p *page, r text.Range, actor string) string {
	for _, m := range p.within(r) {
		if e := b.party(m, true); e != nil && b.isSide(e) && e.Name != actor && b.ownerName(actor) != e.Name {
			return e.Name
		}
	}
	return ""
}

// ownerName is for whom the person of that name speaks, or "".
func (b *builder) ownerName(name string) string {
	if e := b.scene.Entities.Named(name); e != nil && b.owner[e] != nil {
		return b.owner[e].Name
	}
	return ""
}

// sayer is the person or body last named before a demand without a subject of its own: "X was firm, demanding that".
func (b *builder) sayer(p *page, i int) string {
	if p.doc.Tokens[i].Form != text.Gerund {
		return ""
	}
	sent := p.sentence(i)
	for _, m := range p.within(text.Range{First: sent.First, Last: i}) {
		if m.name != nil && !m.name.Demonym {
			return m.entity.Name
		}
	}
	return ""
}

// bargains reports whether words speak of what talks are about: captives, truce, pay, terms.
func (p *page) bargains(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		switch lexicon.ConceptOf(&p.doc.Tokens[i]) {
		case "captive", "prisoner", "release", "truce", "withdraw", "pay", "talk", "tariff", "sanction", "ransom":
			return true
		}
	}
	return false
}

// objectOf is what the verb at token i demands: the words after it to the end of the clause, without "that", "for" and "to".
func (p *page) objectOf(i int) text.Range {
	end := p.statedUntil(i)
	r := text.Range{First: i + 1, Last: i + 1}
	for r.Last < end {
		tok := &p.doc.Tokens[r.Last]
		if tok.Lower == "." || tok.Lower == ";" || tok.Lower == "–" || tok.Lower == "—" || strings.ContainsAny(tok.Lower, "“”\"") {
			break
		}
		if tok.Lower == "," && p.clauseAfterComma(r.Last+1) {
			break
		}
		if r.Last > i+1 && tok.Lower == "and" && r.Last+1 < end && (p.doc.Tokens[r.Last+1].Tag == text.AUX || p.doc.Tokens[r.Last+1].Tag == text.VERB) {
			break
		}
		if r.Last > i+1 && (tok.Lower == "or" || tok.Lower == "unless" || tok.Lower == "because" || tok.Lower == "after" || tok.Lower == "while") && p.verbSoon(r.Last) {
			break
		}
		r.Last++
	}
	for !r.Empty() && (p.doc.Lower(r.First) == "that" || p.doc.Lower(r.First) == "for") {
		r.First++
	}
	return r
}

// statedUntil is the end of what is stated around token i: of its sentence, or of what somebody in it is said to say.
func (p *page) statedUntil(i int) int {
	end := p.sentence(i).Last
	at := p.doc.Tokens[i].Span
	for _, a := range p.attributions[p.doc.SentenceAt(i)] {
		for _, c := range a.Content {
			if c.Contains(at) {
				end = min(end, p.doc.RangeOf(c).Last)
			}
		}
	}
	return end
}

// clauseAfterComma reports whether a new statement starts after a comma: a subject and verb, a participle, a speaker.
func (p *page) clauseAfterComma(i int) bool {
	for j := i; j < len(p.doc.Tokens) && j < i+5; j++ {
		if p.doc.Tokens[j].Tag == text.VERB || p.doc.Tokens[j].Tag == text.AUX {
			return true
		}
		if p.doc.Tokens[j].Tag == text.PUNCT {
			return false
		}
	}
	return false
}

func (p *page) verbSoon(i int) bool { return p.clauseAfterComma(i + 1) }

// maxWordsOf bounds the words of a row.
const maxWordsOf = 32

// short is the words of a range on one line, cut where they are many.
func (p *page) short(r text.Range) string {
	if r.Last-r.First > maxWordsOf {
		r.Last = r.First + maxWordsOf
		return line(p.doc.Words(r)) + " …"
	}
	return line(p.doc.Words(r))
}

// orElse is what is threatened in the sentence of a demand: after "or", "otherwise", "warning", "threatening".
func (p *page) orElse(i int) string {
	sent := p.sentence(i)
	for j := i + 1; j+1 < sent.Last; j++ {
		next := p.doc.Lower(j + 1)
		switch lower := p.doc.Lower(j); {
		case lower == "threatening", lower == "warning", lower == "or" && (next == "face" || next == "else" || next == "risk" || next == "it" || next == "they"):
			r := text.Range{First: j + 1, Last: sent.Last}
			for !r.Empty() && (p.doc.Lower(r.First) == "that" || p.doc.Lower(r.First) == ",") {
				r.First++
			}
			for !r.Empty() && p.doc.Tokens[r.Last-1].Tag == text.PUNCT {
				r.Last--
			}
			if !r.Empty() {
				return "or else: " + p.short(r)
			}
		}
	}
	return ""
}

// deadlines lists the days by which something is to be done or on which something ends, in order of the day.
func (b *builder) deadlines() []news.Row {
	var rows []news.Row
	for _, p := range b.pages {
		for _, t := range p.doc.Times {
			at := p.doc.TokenAt(t.Start)
			sent := p.sentence(at)
			if t.From == "" || t.Type == "DURATION" || t.Type == "SET" || sent.Headline || !p.limited(at) && !p.expires(at) {
				continue
			}
			words := p.clauseAround(at)
			if words.Last-words.First < 8 { // too short to say what ends
				words = text.Range{First: max(sent.First, at-maxWordsOf/2), Last: sent.Last}
			}
			if !p.aboutTalks(words) {
				continue
			}
			st := b.statementAt(p, at)
			if st == nil {
				continue
			}
			row := news.Row{From: t.From, Text: p.short(words), Actor: b.setter(p, st), Statements: []*news.Statement{st}}
			rows = b.fold(rows, row, func(x, y *news.Row) bool { return x.From == y.From })
		}
	}
	slices.SortStableFunc(rows, func(x, y news.Row) int { return cmp.Compare(x.From, y.From) })
	return rows
}

// setter is the entity that acts in the statement of a deadline, or "".
func (b *builder) setter(p *page, st *news.Statement) string {
	if st.Event == nil {
		return ""
	}
	for _, m := range p.subjects(st.Event.Verb) {
		return m.entity.Name
	}
	return ""
}

// expires reports whether the words before token i let something end on that day: "is due to lapse on", "runs out on",
// "the deadline is".
func (p *page) expires(i int) bool {
	sent := p.sentence(i)
	for j := i - 1; j >= sent.First && j > i-7; j-- {
		switch p.doc.Tokens[j].Lemma {
		case "lapse", "expire", "deadline", "ultimatum":
			return true
		case "out":
			return j > 0 && p.doc.Tokens[j-1].Lemma == "run"
		case "begin", "start", "since", "from":
			return false
		}
	}
	return false
}

// aboutTalks reports whether a range speaks of bargaining or captives.
func (p *page) aboutTalks(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		switch p.class[i] {
		case encounter, mediation, deal, bargain, dispute:
			return true
		}
		switch lexicon.ConceptOf(&p.doc.Tokens[i]) {
		case "captive", "prisoner", "deadline", "release", "truce", "answer", "proposal", "extend":
			return true
		}
	}
	return false
}

// clauseAround is the words from the last comma or semicolon before token i to the next one after it.
func (p *page) clauseAround(i int) text.Range {
	sent := p.sentence(i)
	r := text.Range{First: i, Last: i}
	for r.First > sent.First && !p.breaks(r.First-1) {
		r.First--
	}
	for r.Last < sent.Last && (!p.breaks(r.Last) || p.inTime(r.Last)) {
		r.Last++
	}
	at := p.doc.Tokens[i].Span
	for _, a := range p.attributions[p.doc.SentenceAt(i)] {
		for _, c := range a.Content {
			if words := p.doc.RangeOf(c); c.Contains(at) && !a.Cue.Empty() && sent.Range.Contains(words) {
				r.First, r.Last = max(r.First, words.First), min(r.Last, words.Last)
			}
		}
	}
	for r.First < i && (p.doc.Lower(r.First) == "that" || p.doc.Lower(r.First) == "and") {
		r.First++
	}
	return r
}

// breaks reports whether token i ends a statement inside a sentence.
func (p *page) breaks(i int) bool {
	switch lower := p.doc.Lower(i); {
	case lower == ";" || lower == "." || lower == ":":
		return true
	case lower == ",":
		return !p.inTime(i)
	}
	return strings.ContainsAny(p.doc.Lower(i), "“”\"")
}
