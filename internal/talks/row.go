// SPDX-License-Identifier: Apache-2.0

package talks

import (
	"slices"
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

// channels lists how parties talk, one row for each pair and mode.
func (b *builder) channels() []news.Channel {
	var out []news.Channel
	for _, st := range b.story.Statements {
		if st.Event == nil || st.Event.Facet != text.Channel {
			continue
		}
		between := b.between(st)
		if len(between) < 2 {
			continue
		}
		through := b.partyNames(st, st.Event.Through)
		i := slices.IndexFunc(out, func(c news.Channel) bool { return c.Mode == st.Event.Concept && slices.Equal(c.Between, between) })
		if i < 0 {
			out = append(out, news.Channel{Between: between, Mode: st.Event.Concept})
			i = len(out) - 1
		}
		for _, name := range through {
			if !slices.Contains(out[i].Through, name) {
				out[i].Through = append(out[i].Through, name)
			}
		}
		out[i].Statements = append(out[i].Statements, st)
	}
	return out
}

// between is the names of the states and bodies that a channel joins, sorted.
func (b *builder) between(st *news.Statement) []string {
	names := b.partyNames(st, append(append([]text.Span(nil), st.Event.Actors...), st.Event.Recipients...))
	slices.Sort(names)
	return slices.Compact(names)
}

// partyNames is the states and bodies named in spans; a person or organ of a state stands for it.
func (b *builder) partyNames(st *news.Statement, spans []text.Span) []string {
	var out []string
	for _, span := range spans {
		for _, e := range b.scene.Entities.At(st.Report, span) {
			name := e.Name
			if e.Country != "" {
				name = e.Country
			} else if e.Kind == text.Person || e.Kind == text.Place {
				continue
			}
			if !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// rows fills the ledgers.
func (b *builder) rows(t *news.Talks) {
	for _, f := range b.story.Facts {
		if f.Kind == "count" {
			if row, ok := b.captives(f); ok {
				t.Captives = append(t.Captives, row)
			}
		}
	}
	for _, st := range b.story.Statements {
		if st.Headline {
			continue
		}
		switch {
		case b.isDemand(st):
			t.Demands = append(t.Demands, b.row(st))
		case st.Event != nil && st.Event.Facet == text.Stance:
			row := b.row(st)
			row.State = st.Event.Concept
			t.Positions = append(t.Positions, row)
		case b.isDeadline(st):
			row := b.row(st)
			row.From = st.Time.From
			t.Deadlines = append(t.Deadlines, row)
		case b.isPolicy(st):
			t.Policy = append(t.Policy, b.row(st))
		}
	}
	b.terms(t)
}

// row starts a row with who acts.
func (b *builder) row(st *news.Statement) news.Row {
	row := news.Row{Text: st.Text, Statements: []*news.Statement{st}}
	if st.Event != nil {
		row.Actor = b.who(st, st.Event.Actors)
		row.To = b.who(st, st.Event.Recipients)
	} else if st.Attribution != nil {
		row.Actor = st.Attribution.Source
	}
	return row
}

// who names participants: entities where there are any, else the words.
func (b *builder) who(st *news.Statement, spans []text.Span) string {
	var out []string
	for _, span := range spans {
		for _, e := range b.scene.Entities.At(st.Report, span) {
			if !slices.Contains(out, e.Name) {
				out = append(out, e.Name)
			}
		}
	}
	if len(out) == 0 && len(spans) > 0 {
		return strings.Join(strings.Fields(st.Report.Doc.Exact(spans[0])), " ")
	}
	return strings.Join(out, ", ")
}

// captives makes a row of a count of people held, taken, freed, alive or dead.
func (b *builder) captives(f *news.Fact) (news.Row, bool) {
	var row news.Row
	for _, v := range f.Versions {
		for _, st := range v.Statements {
			state := captivity(st)
			if state == "" {
				continue
			}
			if row.State == "" {
				row.State, row.Text = state, st.Text
			}
			row.Statements = append(row.Statements, st)
		}
		if row.State != "" {
			if row.Value != "" {
				row.Value += " / "
			}
			row.Value += v.Value
		}
	}
	return row, row.State != ""
}

// captivity is the state of those that a figure counts, or "" where they are no captives.
func captivity(st *news.Statement) string {
	if st.Quantity == nil || st.Quantity.Head < 0 && st.Quantity.Item.Empty() {
		return ""
	}
	doc := st.Report.Doc
	sent := doc.Sentences[max(0, st.Sentence)]
	held, state := false, ""
	for i := sent.First; i < sent.Last; i++ {
		near := i >= doc.TokenAt(st.Evidence.Start)-6 && i <= doc.TokenAt(st.Evidence.End)+4
		switch lexicon.Concept(doc.Tokens[i].Lemma) {
		case "captive", "abduct", "custody":
			held = held || near
		case "release":
			if near {
				state = "released"
			}
		case "die", "remains":
			if near && state == "" {
				state = "dead"
			}
		case "alive":
			if near && state == "" {
				state = "alive"
			}
		}
	}
	if !held {
		return ""
	}
	if state == "" {
		state = "held"
	}
	return state
}

// isDemand: something is demanded of somebody.
func (b *builder) isDemand(st *news.Statement) bool {
	if st.Attribution != nil && st.Modality == text.Demanded && st.Kind != news.Quantity && st.Kind != news.Role && st.Event == nil {
		return true
	}
	return st.Event != nil && st.Event.Facet == text.NoFacet && st.Event.Concept == "demand" && st.Event.Clause >= 0 && len(st.Event.Actors) > 0
}

// isDeadline: a day by which something is to be done.
func (b *builder) isDeadline(st *news.Statement) bool {
	return st.Event != nil && st.Time != nil && st.Time.From != "" && (st.Event.Concept == "deadline" || st.Event.Concept == "expire")
}

// isPolicy: what a state does as a rule: a policy, a listing.
func (b *builder) isPolicy(st *news.Statement) bool {
	if st.Event == nil || st.Event.Facet != text.NoFacet || st.Event.Clause < 0 {
		return false
	}
	doc := st.Report.Doc
	switch doc.Tokens[st.Event.Verb].Lemma {
	case "classify", "designate", "list", "label", "recognise", "recognize":
		return true
	}
	words := doc.RangeOf(st.Evidence)
	for i := words.First; i < words.Last; i++ {
		if doc.Tokens[i].Lemma == "policy" {
			return true
		}
	}
	return false
}

// terms collects what each phase of a deal gives and gets: statements near a phase that speak of captives, prisoners, aid,
// withdrawal or an end of fighting.
func (b *builder) terms(t *news.Talks) {
	for _, r := range b.story.Reports {
		phase := 0
		for k, sent := range r.Doc.Sentences {
			if n := phaseIn(r.Doc, sent.Range); n > 0 {
				phase = n
			} else if !refersBack(r.Doc, sent.Range) {
				phase = 0
			}
			if phase > 0 {
				b.term(t, r, k, phase)
			}
		}
	}
}

// term adds the statements of sentence k of a report that name a thing of exchange.
func (b *builder) term(t *news.Talks, r *news.Report, k, phase int) {
	for _, st := range b.story.Statements {
		if st.Report != r || st.Sentence != k || st.Event == nil && st.Quantity == nil {
			continue
		}
		if st.Event != nil && !exchanged(st.Event.Concept) {
			continue
		}
		t.Terms = append(t.Terms, news.Row{Phase: phase, Text: st.Text, Statements: []*news.Statement{st}})
	}
}

func exchanged(concept string) bool {
	switch concept {
	case "release", "swap", "aid", "withdraw", "truce", "end", "return", "help", "permit", "pay", "raise", "reopen", "resume":
		return true
	}
	return false
}

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4}

// phaseIn is the phase that a sentence names: "the first phase", "phase two"; 0 for none.
func phaseIn(doc *text.Doc, words text.Range) int {
	for i := words.First; i < words.Last; i++ {
		if lemma := doc.Tokens[i].Lemma; lemma != "phase" && lemma != "stage" && lemma != "tranche" {
			continue
		}
		if i > words.First && ordinals[doc.Lower(i-1)] > 0 {
			return ordinals[doc.Lower(i-1)]
		}
		if i+1 < words.Last && ordinals[doc.Lower(i+1)] > 0 {
			return ordinals[doc.Lower(i+1)]
		}
	}
	return 0
}

// refersBack: "this phase also".
func refersBack(doc *text.Doc, words text.Range) bool {
	for i := words.First; i+1 < words.Last; i++ {
		if (doc.Lower(i) == "this" || doc.Lower(i) == "that") && doc.Tokens[i+1].Lemma == "phase" {
			return true
		}
	}
	return false
}
