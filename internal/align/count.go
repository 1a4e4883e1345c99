// SPDX-License-Identifier: Apache-2.0

package align

import (
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

var countStates = lexicon.Load("count_states")

// count reads what a quantity counts: its class, the state in which they are, of which group, per what.
func (s *Scene) count(st *news.Statement) *Proposition {
	q := st.Quantity
	if q.Min == nil && q.Max == nil {
		return nil
	}
	p := &Proposition{Statement: st, Kind: Count, States: map[string]bool{}, Groups: Terms{}, Content: Terms{}}
	doc := st.Report.Doc
	p.Class = class(doc, q)
	if !q.Item.Empty() {
		p.Content = s.Terms(st.Report, q.Item)
		for _, e := range s.Entities.At(st.Report, q.Item) {
			p.Groups[entityTerm(e)] = true
		}
	}
	if !q.Per.Empty() {
		p.Per = s.head(st.Report, q.Per)
	}
	s.countStates(p, st)
	p.Time = timeOf(st)
	return p
}

// class is the sort of thing counted: "people" for persons of no stated sort, else the concept of the head noun, or the
// unit.
func class(doc *text.Doc, q *text.Quantity) string {
	if q.Unit != "" {
		return q.Unit
	}
	if q.Head < 0 || q.Item.Empty() {
		return "people"
	}
	tok := &doc.Tokens[q.Head]
	if row, ok := countStates()[tok.Lemma]; ok && row.Field(1) != "" {
		return row.Field(1)
	}
	if tok.Tag == text.PROPN {
		return "people" // "four Americans", "1,400 Israelis"
	}
	return lexicon.Concept(tok.Lemma)
}

// countStates collects the states of those counted: from the words of the item, from the noun that governs it ("the
// remains of 35 others"), and from the verbs around it ("killed 12", "12 people were killed").
func (s *Scene) countStates(p *Proposition, st *news.Statement) {
	doc, q := st.Report.Doc, st.Quantity
	words := doc.RangeOf(q.Span)
	for i := words.First; i < words.Last; i++ {
		s.state(p, doc, i, "item")
	}
	for i := words.First - 1; i >= 0 && i >= words.First-3; i-- {
		if doc.Lower(i) == "of" || doc.Tokens[i].Tag == text.DET {
			continue
		}
		if doc.Tokens[i].Tag == text.NOUN && doc.Lower(words.First-1) == "of" {
			s.state(p, doc, i, "item")
		}
		break
	}
	for _, verb := range governors(doc, words) {
		s.state(p, doc, verb, "verb")
	}
}

// state adds the states of token i, where the list allows its use there.
func (s *Scene) state(p *Proposition, doc *text.Doc, i int, place string) {
	row, ok := countStates()[doc.Tokens[i].Lemma]
	if !ok {
		row, ok = countStates()[doc.Lower(i)]
	}
	if !ok || row.Field(2) == "" || !strings.Contains(row.Field(3), place) {
		return
	}
	for _, state := range strings.Split(row.Field(2), ",") {
		p.States[state] = true
	}
}

// governors is the verbs of which a range of tokens is subject, object or near complement.
func governors(doc *text.Doc, words text.Range) []int {
	var out []int
	sent := doc.SentenceAt(words.First)
	if sent < 0 {
		return nil
	}
	for _, c := range doc.Clauses {
		verb := doc.Phrases[c.Verb]
		if verb.First >= doc.Sentences[sent].Last || verb.Last <= doc.Sentences[sent].First {
			continue
		}
		holds := func(p int) bool { return p >= 0 && doc.Phrases[p].Overlaps(words) }
		object := holds(c.Object) || verb.Last <= words.First && words.First-verb.Last <= 3 && plain(doc, verb.Last, words.First)
		if object || holds(c.Subject) && (verb.Passive || intransitive(doc.Tokens[verb.Head].Lemma)) || conjoinedSubject(doc, c, words) && verb.Passive {
			out = append(out, verb.Head)
		}
	}
	return append(out, participleAfter(doc, words)...)
}

// plain reports whether nothing but prepositions and determiners stands between two tokens.
func plain(doc *text.Doc, from, to int) bool {
	for i := from; i < to; i++ {
		if tag := doc.Tokens[i].Tag; tag != text.ADP && tag != text.DET && tag != text.ADV {
			return false
		}
	}
	return true
}

// intransitive verbs tell the state of their subject.
func intransitive(lemma string) bool {
	switch lemma {
	case "die", "remain", "survive", "drown", "perish", "flee", "escape", "strike", "walk", "vote", "return", "disappear", "vanish":
		return true
	}
	return false
}

// conjoinedSubject: "24 living captives, and at least 35 dead are believed to be held": the first is a subject too.
func conjoinedSubject(doc *text.Doc, c text.Clause, words text.Range) bool {
	if c.Subject < 0 {
		return false
	}
	subject := doc.Phrases[c.Subject]
	if words.Last > subject.First || subject.First-words.Last > 16 {
		return false
	}
	for i := words.Last; i < subject.First; i++ {
		if doc.Tokens[i].Tag == text.VERB && doc.Tokens[i].Form != text.Participle || doc.Tokens[i].Tag == text.AUX {
			return false
		}
	}
	return doc.Lower(max(0, subject.First-1)) == "and" || doc.Lower(max(0, subject.First-1)) == "of"
}

// participleAfter: "over 100 released", "250 people captured".
func participleAfter(doc *text.Doc, words text.Range) []int {
	if words.Last < len(doc.Tokens) && doc.Tokens[words.Last].Tag == text.VERB && doc.Tokens[words.Last].Form == text.Participle {
		return []int{words.Last}
	}
	if words.Last < len(doc.Tokens) && doc.Tokens[words.Last].Tag == text.ADJ {
		return []int{words.Last} // "12 dead", "40 missing"
	}
	return nil
}

// timeOf is the first resolved time of the statement's clause or sentence part, or nil.
func timeOf(st *news.Statement) *text.Time {
	if st.Sentence < 0 {
		return nil
	}
	doc := st.Report.Doc
	sent := doc.Sentences[st.Sentence].Span
	var best *text.Time
	for i := range doc.Times {
		t := &doc.Times[i]
		if t.Start >= sent.End {
			break
		}
		if t.From == "" || !sent.Contains(t.Span) || t.Type != "DATE" && t.Type != "TIME" {
			continue
		}
		if best == nil || distance(t.Span, st.Evidence) < distance(best.Span, st.Evidence) {
			best = t
		}
	}
	return best
}

func distance(a, b text.Span) int {
	if a.Overlaps(b) {
		return 0
	}
	return min(max(a.Start-b.End, b.Start-a.End), 1<<30)
}
