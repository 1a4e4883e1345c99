// SPDX-License-Identifier: Apache-2.0

package talks

import (
	"slices"
	"strings"

	"stemma/internal/news"
	"stemma/internal/text"
)

const (
	maxRows       = 40  // of each ledger
	maxStatements = 100 // of each row
	maxCompared   = 200 // rows that a new one is compared with while a ledger grows
)

// ledger fills the rows of a view.
func (b *builder) ledger(t *news.Talks) {
	t.Captives = b.captives()
	t.Terms = b.terms()
	t.Demands = b.demands()
	t.Deadlines = b.deadlines()
	t.Positions = b.positions()
	t.Policy = b.policy()
	for _, rows := range []*[]news.Row{&t.Captives, &t.Terms, &t.Demands, &t.Deadlines, &t.Positions, &t.Policy} {
		*rows = (*rows)[:min(len(*rows), maxRows)]
	}
}

// fold adds a row, or its statements to the row that says the same.
func (b *builder) fold(rows []news.Row, row news.Row, same func(old, new *news.Row) bool) []news.Row {
	for i := range rows {
		if same(&rows[i], &row) {
			absorb(&rows[i], row)
			return rows
		}
	}
	if len(rows) >= maxCompared {
		return rows
	}
	return append(rows, row)
}

// absorb adds what a row of the same meaning has: its statements, and fields that are still open.
func absorb(row *news.Row, other news.Row) {
	for _, st := range other.Statements {
		if len(row.Statements) < maxStatements && !slices.Contains(row.Statements, st) {
			row.Statements = append(row.Statements, st)
		}
	}
	for _, f := range []struct {
		to   *string
		from string
	}{{&row.To, other.To}, {&row.State, other.State}, {&row.From, other.From}, {&row.Value, other.Value}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
}

// alike reports whether two statements tell of one thing: versions of one fact, or mostly the same content.
func (b *builder) alike(x, y *news.Statement) bool {
	if f := b.fact[x]; f != nil && f == b.fact[y] {
		return true
	}
	smaller, larger := b.scene.Likeness(b.scene.Terms(x.Report, x.Evidence), b.scene.Terms(y.Report, y.Evidence))
	return smaller >= 0.75 && larger >= 0.35
}

// who names participants: entities where there are any, else the words where they say who; "" for pronouns.
func (b *builder) who(st *news.Statement, spans []text.Span) string {
	p := b.pageOf(st.Report)
	var out []string
	for _, span := range spans {
		for _, name := range p.names(span) {
			if !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return strings.Join(out[:min(len(out), 4)], ", ")
}

// names is the entities named in a phrase; the phrase's own words where a nationality only describes others ("Brazilian
// mills") or nobody is named.
func (p *page) names(span text.Span) []string {
	r := p.doc.RangeOf(span)
	var out []string
	for _, m := range p.within(r) {
		head := p.phrase(m.First).Head
		if m.name != nil && m.name.Demonym && head >= m.Last && !p.speaksForState(head) {
			continue
		}
		out = append(out, m.entity.Name)
	}
	if words := p.phraseWords(span); len(out) == 0 && words != "" && !p.inTime(r.First) {
		out = []string{words}
	}
	return out
}

// speaksForState reports whether the noun at token i stands for the state whose adjective is before it.
func (p *page) speaksForState(i int) bool {
	switch p.doc.Tokens[i].Lemma {
	case "government", "official", "authority", "administration", "negotiator", "delegation", "envoy", "state", "army", "military":
		return true
	}
	return false
}

// phraseWords is the words of a noun phrase that says who, without its article, or "".
func (p *page) phraseWords(span text.Span) string {
	r := p.doc.RangeOf(span)
	for !r.Empty() && (p.doc.Tokens[r.First].Tag == text.DET || p.doc.Tokens[r.First].Tag == text.PRON) {
		r.First++
	}
	if r.Empty() || r.Last-r.First > 6 || p.doc.Tokens[r.Last-1].Tag != text.NOUN && p.doc.Tokens[r.Last-1].Tag != text.PROPN {
		return ""
	}
	return line(p.doc.Words(r))
}

// line is words on one line.
func line(words string) string { return strings.Join(strings.Fields(words), " ") }

// told is the words of a statement as they are shown: without the conjunction, pronoun or mark that ties them to others.
func told(st *news.Statement) string {
	words := strings.Trim(line(st.Text), " ,;“”\"")
	for {
		first, rest, ok := strings.Cut(words, " ")
		switch strings.ToLower(strings.Trim(first, ",")) {
		case "and", "that", "which", "who", "but", "while", "although", "as":
		default:
			ok = false
		}
		if !ok {
			return words
		}
		words = rest
	}
}

// day is the first day of a statement's time, or "".
func day(st *news.Statement) string {
	if st.Time == nil {
		return ""
	}
	return st.Time.From
}

// limit is the last resolved day of a range of tokens that a word for a limit opens: "by March 31", "until noon on Friday".
func (p *page) limit(r text.Range) (text.Time, bool) {
	span := p.doc.SpanOf(r)
	for k := p.timesBefore(span.End) - 1; k >= 0 && p.doc.Times[k].End > span.Start; k-- {
		t := p.doc.Times[k]
		if t.From != "" && t.Type != "DURATION" && t.Type != "SET" && p.limited(p.doc.TokenAt(t.Start)) {
			return t, true
		}
	}
	return text.Time{}, false
}

// limited reports whether "by", "until" or "before" stands before token i, past other words of time.
func (p *page) limited(i int) bool {
	for j := i; j >= 0 && j >= i-4; j-- {
		switch p.doc.Lower(j) {
		case "by", "until", "till", "before":
			return true
		case "on", "noon", "midnight", "the", "of", "end", "at", "next", "dawn":
			continue
		}
		if j < i && !p.inTime(j) {
			return false
		}
	}
	return false
}
