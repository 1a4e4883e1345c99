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

// terms lists what a deal gives and gets, by phase, and what the parties have offered.
func (b *builder) terms() []news.Row {
	var rows []news.Row
	for _, p := range b.pages {
		phase := 0
		for k, sent := range p.doc.Sentences {
			if sent.Headline {
				continue
			}
			if n := p.phaseIn(sent.Range, phase); n > 0 {
				phase = n
			} else if !p.refersBack(sent.Range) {
				phase = 0
			}
			for _, st := range b.termsOf(p, k, phase) {
				rows = b.term(rows, news.Row{Phase: phase, Actor: b.giver(st), Text: told(st), Value: b.contested(st), Statements: []*news.Statement{st}})
			}
			for i := sent.First; i < sent.Last; i++ {
				if row, ok := b.offer(p, i, phase); ok {
					rows = b.term(rows, row)
				}
			}
		}
	}
	slices.SortStableFunc(rows, func(x, y news.Row) int { return cmp.Compare(x.Phase, y.Phase) })
	return rows
}

// term adds a row, or its statements to the row that tells the same term of the same giver and phase.
func (b *builder) term(rows []news.Row, row news.Row) []news.Row {
	return b.fold(rows, row, func(x, y *news.Row) bool {
		return x.Phase == y.Phase && (x.Actor == y.Actor || x.Actor == "" || y.Actor == "") && (b.alike(x.Statements[0], y.Statements[0]) || b.alikeText(x, y))
	})
}

// offer: a party offers or proposes something that is named: "has offered 5 percent over two years", "raised its offer to
// 6 percent".
func (b *builder) offer(p *page, i, phase int) (news.Row, bool) {
	lemma := p.doc.Tokens[i].Lemma
	if p.doc.Tokens[i].Tag != text.VERB || lemma != "offer" && lemma != "propose" && lemma != "raise" && lemma != "improve" || !p.asserted(i) {
		return news.Row{}, false
	}
	if (lemma == "raise" || lemma == "improve") && !p.tellsOffer(i) || i+1 < len(p.doc.Tokens) && p.doc.Lower(i+1) == "to" {
		return news.Row{}, false
	}
	for _, m := range p.subjects(i) {
		e := b.party(m, true)
		st := b.statementAt(p, i)
		what := p.objectOf(i)
		if e == nil || !b.isSide(e) || st == nil || what.Empty() {
			continue
		}
		return news.Row{Phase: phase, Actor: e.Name, State: "offer", Text: p.short(what), Statements: []*news.Statement{st}}, true
	}
	return news.Row{}, false
}

// termsOf is the statements of a sentence that tell terms, the fullest of each: those inside another are left out.
func (b *builder) termsOf(p *page, sentence, phase int) []*news.Statement {
	var out []*news.Statement
	for _, st := range b.said[place{p.report, sentence}] {
		if st.Event == nil || st.Event.Facet != text.NoFacet || st.Negated {
			continue
		}
		if (phase > 0 && p.exchanged(st) || p.exchange(st)) && !p.bare(st) {
			out = append(out, st)
		}
	}
	return slices.DeleteFunc(out, func(st *news.Statement) bool {
		for _, other := range b.said[place{p.report, sentence}] {
			if other != st && slices.Contains(out, other) && other.Evidence.Contains(st.Evidence) && length(other) > length(st) {
				return true
			}
		}
		return false
	})
}

// bare reports whether an infinitive leaves open what is given: "to send home in the first phase".
func (p *page) bare(st *news.Statement) bool {
	if !strings.HasPrefix(strings.ToLower(told(st)), "to ") {
		return false
	}
	return !p.tellsConcept(st, "captive", "prisoner", "remains", "aid")
}

// giver is who gives: the party that acts.
func (b *builder) giver(st *news.Statement) string {
	p := b.pageOf(st.Report)
	for _, name := range b.sideNames(p, st.Event.Actors) {
		return name
	}
	return ""
}

// exchanged reports whether an event of a phase gives something: releases, returns, withdrawals, aid, an end of fighting.
func (p *page) exchanged(st *news.Statement) bool {
	r := p.doc.RangeOf(st.Evidence)
	if st.Event.Clause < 0 {
		return giving(st.Event.Concept)
	}
	if verb := p.doc.Tokens[st.Event.Verb].Lemma; !giving(lexicon.Concept(verb)) && !grants(verb) {
		return false
	}
	for i := r.First; i < r.Last; i++ {
		if giving(lexicon.Concept(p.doc.Tokens[i].Lemma)) {
			return true
		}
	}
	return false
}

// grants are verbs with which a deal or a party grants what stands after them.
func grants(lemma string) bool {
	switch lemma {
	case "cover", "include", "encompass", "involve", "contain", "foresee", "provide", "hand", "send", "go", "get", "receive", "let", "open", "end",
		"would", "will", "halt", "lift", "see", "give", "make", "exchange", "follow", "come", "begin", "start", "cut":
		return true
	}
	return false
}

func giving(concept string) bool {
	switch concept {
	case "release", "swap", "aid", "withdraw", "truce", "return", "captive", "prisoner", "resume", "raise", "pay", "rebuild", "reopen", "tariff":
		return true
	}
	return false
}

// tellsOffer: "raised its offer to 6 percent".
func (p *page) tellsOffer(i int) bool {
	for j := i + 1; j < len(p.doc.Tokens) && j <= i+4; j++ {
		if lemma := p.doc.Tokens[j].Lemma; lemma == "offer" || lemma == "bid" || lemma == "proposal" {
			return true
		}
	}
	return false
}

// exchange: "12 captives in exchange for 300 prisoners", "in return for the 12, 500 detainees".
func (p *page) exchange(st *news.Statement) bool {
	if st.Event.Clause < 0 || !p.exchanged(st) {
		return false
	}
	if !p.tellsConcept(st, "captive", "prisoner", "remains") {
		return false
	}
	r := p.doc.Sentences[max(0, st.Sentence)].Range
	for i := r.First; i+1 < r.Last; i++ {
		if (p.doc.Lower(i) == "exchange" || p.doc.Lower(i) == "return") && p.doc.Lower(i+1) == "for" {
			return true
		}
	}
	return false
}

// tellsConcept reports whether the words of a statement hold a word of some concepts.
func (p *page) tellsConcept(st *news.Statement, concepts ...string) bool {
	r := p.doc.RangeOf(st.Evidence)
	for i := r.First; i < r.Last; i++ {
		if lemma := p.doc.Tokens[i].Lemma; slices.Contains(concepts, lexicon.Concept(lemma)) || lemma == "detainee" && slices.Contains(concepts, "prisoner") {
			return true
		}
	}
	return false
}

// contested is the versions of the first figure in a statement on which reports differ, or "".
func (b *builder) contested(st *news.Statement) string {
	for _, q := range b.beside(st) {
		if q.Quantity == nil || !st.Evidence.Contains(q.Evidence) {
			continue
		}
		if f := b.fact[q]; f != nil && len(f.Versions) > 1 {
			out := ""
			for i, v := range f.Versions[:min(len(f.Versions), 4)] {
				if i > 0 {
					out += " / "
				}
				out += v.Value
			}
			return out
		}
	}
	return ""
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4,
	"opening": 1, "initial": 1,
}

// phaseIn is the phase that a sentence names: "the first phase", "phase two", "a third would" after others; 0 for none.
func (p *page) phaseIn(r text.Range, last int) int {
	for i := r.First; i < r.Last; i++ {
		switch p.doc.Tokens[i].Lemma {
		case "phase", "stage", "tranche", "step":
			if i > r.First && ordinals[p.doc.Lower(i-1)] > 0 && p.doc.Tokens[i].Form != text.Plural {
				return ordinals[p.doc.Lower(i-1)]
			}
			if i+1 < r.Last && ordinals[p.doc.Lower(i+1)] > 0 {
				return ordinals[p.doc.Lower(i+1)]
			}
			if i > r.First && p.doc.Lower(i-1) == "next" && last > 0 {
				return last + 1
			}
		}
	}
	if n := ordinals[p.doc.Lower(min(r.First+1, len(p.doc.Tokens)-1))]; last > 0 && n > 1 && (p.doc.Lower(r.First) == "a" || p.doc.Lower(r.First) == "the") {
		return n // "A third would reopen the lane."
	}
	return 0
}

// refersBack: "this phase also".
func (p *page) refersBack(r text.Range) bool {
	for i := r.First; i+1 < r.Last; i++ {
		if (p.doc.Lower(i) == "this" || p.doc.Lower(i) == "that") && p.doc.Tokens[i+1].Lemma == "phase" {
			return true
		}
	}
	return false
}
