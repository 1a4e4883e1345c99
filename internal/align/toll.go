// SPDX-License-Identifier: Apache-2.0

package align

import (
	"slices"
	"strings"

	"stemma/internal/news"
	"stemma/internal/text"
)

// hardStates decide what is counted; the others only describe.
var hardStates = map[string]bool{
	"dead": true, "alive": true, "injured": true, "missing": true, "released": true, "taken": true, "rescued": true,
	"arrested": true, "evacuated": true, "displaced": true, "aboard": true, "striking": true,
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
		return true
	}
	if p.Unit != text.Count || !p.Quantity.Per.Empty() {
		return false
	}
	doc := p.Report.Doc
	words := doc.RangeOf(p.Evidence)
	for i := max(0, words.First-1); i < min(len(doc.Tokens), words.Last+1); i++ {
		switch doc.Lower(i) {
		case "more", "another", "additional", "further":
			if i+1 >= len(doc.Tokens) || doc.Lower(i+1) != "than" {
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

// tolls marks the figures that count the dead or the injured of what a report is mainly about: the first such figure of its
// opening, and others there that another source gives; other figures of victims stand beside it.
func tolls(props []*Proposition) {
	type key struct {
		report *news.Report
		state  string
	}
	first := map[key]*Proposition{}
	for _, p := range props {
		state := p.victims()
		if state == "" {
			continue
		}
		lead := first[key{p.Report, state}]
		switch {
		case lead == nil:
			first[key{p.Report, state}] = p
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
		switch lead := first[key{p.Report, p.Hard()[0]}]; {
		case lead == nil:
		case *p.Min == *lead.Min && p.Hard()[0] == lead.Toll:
			p.Toll = lead.Toll // told again further on
		default:
			p.Beside = p.Time == nil || !OtherDay(p.Report.Doc, p.Time.From)
		}
	}
}

// rivalSources reports whether two figures of one report come from two sources.
func rivalSources(p, q *Proposition) bool {
	return p.Attribution != nil && q.Attribution != nil && p.Attribution.Source != q.Attribution.Source
}

// victims is the state in which a figure of a report's opening counts people, "dead" or "injured", or "" where it counts others,
// a part of them ("including two medics"), or those of another day.
func (p *Proposition) victims() string {
	if p.Kind != Count || p.Min == nil || p.Unheard || !p.Opening() || !p.Quantity.Per.Empty() || p.Loose() || p.part() {
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
