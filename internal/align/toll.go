// SPDX-License-Identifier: Apache-2.0

package align

import (
	"slices"
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

// hardStates decide what is counted; the others only describe.
var hardStates = map[string]bool{
	"dead": true, "alive": true, "injured": true, "missing": true, "released": true, "taken": true, "rescued": true,
	"arrested": true, "evacuated": true, "displaced": true, "aboard": true, "striking": true,
	"trapped": true, "hospitalised": true,
}

// Hard is the states that decide what is counted, in order.
func Hard(states map[string]bool) []string {
	var out []string
	for s := range states {
		if hardStates[s] {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}

// Hard is the states of a count that decide what is counted, in order.
func (p *Proposition) Hard() []string { return Hard(p.States) }

// Loose reports whether a figure is a rest, a part or a vague word, against which no other figure can stand: "six others",
// "two of them", "thousands"; but not "140 others" beside figures of another state.
func (p *Proposition) Loose() bool {
	if p.Quantity.Vague != "" {
		return Ceiling(p.Quantity) == nil
	}
	if p.Unit != text.Count || !p.Quantity.Per.Empty() {
		return false
	}
	doc := p.Report.Doc
	words := doc.RangeOf(p.Evidence)
	for i := max(0, words.First-1); i < min(len(doc.Tokens), words.Last+1); i++ {
		switch doc.Lower(i) {
		case "more", "another", "additional", "further":
			if !(p.Apart && p.follows()) && (i+1 >= len(doc.Tokens) || doc.Lower(i+1) != "than") {
				return true
			}
		case "other", "others":
			if !p.Apart {
				return true
			}
		case "of":
			if i == words.Last && partitive(doc, i) {
				return true
			}
		}
	}
	return false
}

// partitive reports whether "of" makes a part of the figure before it, as in "two of them"; not "51 members of the union", which is all
// that are counted.
func partitive(doc *text.Doc, of int) bool {
	if of == 0 || of+1 >= len(doc.Tokens) || doc.Tokens[of-1].Tag == text.NOUN {
		return false
	}
	next := doc.Lower(of + 1)
	return next == "them" || next == "whom" || next == "the"
}

// Ceiling is what a vague word stays below, if it says how high it may go: "several hundred" is less than a thousand; nil for "dozens".
func Ceiling(q *text.Quantity) *float64 {
	for unit, below := range ceilings {
		if strings.HasSuffix(q.Vague, " "+unit) {
			return &below
		}
	}
	return nil
}

// ceilings are what some of each unit stays below.
var ceilings = map[string]float64{"dozen": 120, "hundred": 1000, "thousand": 10_000, "million": 10_000_000}

// follows reports whether a figure stands before this one in its sentence: "one was killed and six more were hurt".
func (p *Proposition) follows() bool {
	if p.Sentence < 0 {
		return false
	}
	doc := p.Report.Doc
	start := doc.SpanOf(doc.Sentences[p.Sentence].Range).Start
	return slices.ContainsFunc(doc.Quantities, func(q text.Quantity) bool { return q.Start >= start && q.End <= p.Evidence.Start })
}

// tolls marks the figures that count the dead or the injured of what a report is mainly about: the first such figure of its
// opening, and those that another source gives of it, there or further on; other figures of victims stand beside it.
func (s *Scene) tolls(props []*Proposition) {
	type key struct {
		report *news.Report
		state  string
		side   Side
	}
	first := map[key]*Proposition{}
	for _, p := range props {
		state := p.victims()
		if state == "" {
			continue
		}
		p.Side = sideOf(p)
		lead := first[key{p.Report, state, p.Side}]
		if !p.Opening() && (lead != nil && !told(p, lead) || !s.ofLead(p)) {
			continue
		}
		switch {
		case lead == nil:
			first[key{p.Report, state, p.Side}] = p
		case *p.Min != *lead.Min && !rivalSources(p, lead):
			continue
		}
		p.Toll = state
	}
	fresh := map[*news.Report]bool{}
	for _, p := range props {
		if p.Toll != "" {
			if _, ok := fresh[p.Report]; !ok {
				fresh[p.Report] = slices.ContainsFunc(p.Report.Doc.Sentences, func(s text.Sentence) bool { return renewed(p.Report.Doc, s.Range) })
			}
			p.Moving = p.Moving || fresh[p.Report] // "the updated toll" is that of all who were counted
		}
		if p.Kind != Count || p.Toll != "" || p.Min == nil || len(p.Hard()) != 1 {
			continue
		}
		switch lead := first[key{p.Report, p.Hard()[0], p.Side}]; {
		case lead == nil:
		case *p.Min == *lead.Min && p.Hard()[0] == lead.Toll:
			p.Toll = lead.Toll // told again further on
		default:
			p.Beside = p.Time == nil || !OtherDay(p.Report.Doc, p.Time.From)
		}
	}
}

// A Side is the sort of those who did what cost victims, where the words tell it: each side of a fight has its own toll.
type Side int

// The sides.
const (
	AnySide Side = iota
	StateSide
	IrregularSide
)

// sides are the concepts of those who fight.
var sides = map[string]Side{
	"army": StateSide, "government": StateSide, "regime": StateSide, "police": StateSide, "coalition": StateSide, "soldier": StateSide,
	"militant": IrregularSide, "terrorist": IrregularSide, "opposition": IrregularSide, "bomber": IrregularSide, "gunman": IrregularSide, "militia": IrregularSide, "gang": IrregularSide,
}

// sideOf is the side whose deed a figure's sentence names, or else the lead of its report: "killed in rebel fire", "carried out by
// the army".
func sideOf(p *Proposition) Side {
	doc := p.Report.Doc
	if side := sideIn(doc, doc.Sentences[p.Sentence].Range); side != AnySide {
		return side
	}
	for _, t := range sorted(p.Actors) {
		if side := sides[string(t[2:])]; side != AnySide {
			return side
		}
	}
	return sideIn(doc, doc.RangeOf(Lead(doc)))
}

// sideIn is the first side that does something among some words.
func sideIn(doc *text.Doc, words text.Range) Side {
	for i := words.First; i < words.Last; i++ {
		side := sides[lexicon.ConceptOf(&doc.Tokens[i])]
		if side == AnySide {
			continue
		}
		if doneBy(doc, i) {
			return side
		}
		for k := i + 1; k < words.Last && k <= i+2 && doc.Tokens[k].Tag != text.PUNCT; k++ {
			if tok := &doc.Tokens[k]; incidents[lexicon.ConceptOf(tok)] && (tok.Tag == text.NOUN || tok.Tag == text.PROPN) {
				return side
			}
		}
	}
	return AnySide
}

// doneBy reports whether "by" stands before token i: "by rebels", "by the army".
func doneBy(doc *text.Doc, i int) bool {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		switch doc.Lower(k) {
		case "by":
			return true
		case "the", "a", "an":
		default:
			return false
		}
	}
	return false
}

// told reports whether somebody is named for a figure, and another, or nobody, for that of the lead.
func told(p, lead *Proposition) bool {
	return p.Attribution != nil && (lead.Attribution == nil || lead.Attribution.Source != p.Attribution.Source)
}

// rivalSources reports whether two figures of one report come from two sources.
func rivalSources(p, q *Proposition) bool {
	return p.Attribution != nil && q.Attribution != nil && p.Attribution.Source != q.Attribution.Source
}

// ofLead reports whether a figure counts the victims of what its report is mainly about: "the attack left 50 dead", "six were hurt in
// the blast", or told in the words of the lead.
func (s *Scene) ofLead(p *Proposition) bool {
	doc := p.Report.Doc
	sent := doc.Sentences[p.Sentence].Range
	figure := doc.RangeOf(p.Evidence)
	for i := sent.First + 1; i < sent.Last; i++ {
		if tok := &doc.Tokens[i]; tok.Tag != text.NOUN || !incidents[lexicon.ConceptOf(tok)] || doc.Lower(i-1) != "the" {
			continue
		}
		if i < figure.First || i >= 2 && (doc.Lower(i-2) == "in" || doc.Lower(i-2) == "by") {
			return true
		}
	}
	smaller, _ := s.Likeness(s.terms(p.Report, sent), s.Terms(p.Report, Lead(doc)))
	return smaller >= leadLike
}

// leadLike is the share of its words from which a sentence further on tells of what its report is mainly about.
const leadLike = 0.4

// incidents are the concepts of what costs lives.
var incidents = map[string]bool{
	"attack": true, "bomb": true, "airstrike": true, "shell": true, "shoot": true, "rocket": true, "missile": true, "crash": true, "accident": true,
	"earthquake": true, "flood": true, "fire": true, "collapse": true, "fight": true,
}

// victims is the state in which a figure counts people, "dead" or "injured", or "" where it counts others,
// a part of them ("including two medics"), or those of another day.
func (p *Proposition) victims() string {
	if p.Kind != Count || p.Min == nil || p.Unheard || !p.Quantity.Per.Empty() || p.Loose() || p.part() {
		return ""
	}
	states := p.Hard()
	if len(states) != 1 || states[0] != "dead" && states[0] != "injured" {
		return ""
	}
	for _, sort := range Subgroups {
		if p.States[sort] && sort != "civilian" {
			return ""
		}
	}
	switch strings.ToLower(p.Report.Doc.Exact(p.Quantity.Number)) {
	case "a", "an":
		return "" // "after a pilot was killed"
	}
	if p.Time != nil && p.Time.From == p.Time.To && OtherDay(p.Report.Doc, p.Time.From) {
		return ""
	}
	return states[0]
}

// part reports whether the words before a figure make it one of another: "among them 11 children", "including two medics".
func (p *Proposition) part() bool {
	doc := p.Report.Doc
	first := doc.RangeOf(p.Evidence).First
	for i := first - 1; i >= max(0, first-3); i-- {
		switch doc.Lower(i) {
		case "including", "among", "whom", "includes", "include", "included", "them":
			return true
		}
	}
	return false
}

// changing reports whether the words around a figure say that it moves: "rose to", "an earlier toll", "a preliminary count".
func changing(p *Proposition) bool {
	if p.Sentence < 0 {
		return false
	}
	doc := p.Report.Doc
	words := doc.RangeOf(p.Evidence)
	if renewed(doc, doc.Sentences[p.Sentence].Range) {
		return true
	}
	for i := max(doc.Sentences[p.Sentence].First, words.First-6); i < words.First; i++ {
		tok := &doc.Tokens[i]
		switch tok.Lemma {
		case "rise", "climb", "increase", "jump", "grow", "raise", "fall", "drop", "revise", "correct":
			if before := doc.Lower(words.First - 1); tok.Tag == text.VERB && (before == "to" || before == "from" || before == "by") {
				return true
			}
		case "reach":
			if tok.Tag == text.VERB && i+1 == words.First {
				return true // "the toll has reached 112"
			}
		case "update", "preliminary", "provisional", "earlier", "previous", "previously", "initial", "initially", "late", "latest":
			return tok.Lower != "late"
		}
	}
	return false
}

// renewed reports whether a sentence speaks of an updated, revised or provisional toll.
func renewed(doc *text.Doc, sent text.Range) bool {
	for i := sent.First; i+1 < sent.Last; i++ {
		switch doc.Lower(i) {
		case "updated", "revised", "provisional", "preliminary":
			if number(doc.Tokens[i+1].Lemma) {
				return true
			}
		}
	}
	return false
}
