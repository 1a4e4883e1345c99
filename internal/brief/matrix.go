// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"strings"

	"stemma/internal/news"
)

// A matrix sets facts against reports: which report gives which answer. Columns stand by origin, so that reports
// of one voice are side by side.
type matrix struct {
	Origins []matrixOrigin
	Columns []matrixColumn
	Rows    []matrixRow
	More    int // facts that are not shown
}

type matrixOrigin struct {
	ID    string
	Label string
	Span  int // columns
}

type matrixColumn struct {
	ID, Name, Anchor string
	First            bool // the first of its origin
}

type matrixRow struct {
	Anchor, Question, Status string
	Cells                    []matrixCell
}

// A cell is the answers that a report gives; more than one where its speakers differ.
type matrixCell struct {
	Answers []answer
	First   bool
}

type answer struct{ Letter, Value, Anchor, Tag string }

// matrix has a row for each fact on which more than one answer or more than one origin speaks.
func (v *viewer) matrix() matrix {
	var m matrix
	columns := v.columns(&m)
	if len(columns) < 2 {
		return matrix{}
	}
	for _, status := range []news.FactStatus{news.Contested, news.Updated, news.Corroborated} {
		facts, _ := v.ranked(status)
		for _, f := range facts {
			switch {
			case !v.listed[f.ID]:
			case len(m.Rows) == v.limits.Facts:
				m.More++
			default:
				m.Rows = append(m.Rows, v.matrixRow(f, columns, m.Columns))
			}
		}
	}
	if len(m.Rows) == 0 {
		return matrix{}
	}
	return m
}

// columns orders the reports by origin; reports of no origin come last. It fills the heads of m.
func (v *viewer) columns(m *matrix) []*news.Report {
	var out []*news.Report
	taken := map[*news.Report]bool{}
	add := func(id, label string, reports []*news.Report) {
		n := 0
		for _, r := range reports {
			if taken[r] || !v.shown[r] {
				continue
			}
			taken[r] = true
			out = append(out, r)
			m.Columns = append(m.Columns, matrixColumn{ident(r.ID), nameOf(r), v.anchor(r.ID), n == 0})
			n++
		}
		if n > 0 {
			m.Origins = append(m.Origins, matrixOrigin{id, label, n})
		}
	}
	for _, o := range v.story.Origins {
		add(ident(o.ID), short(o.Label, 60), o.Reports)
	}
	add("", "", v.story.Reports)
	return out
}

func (v *viewer) matrixRow(f *news.Fact, columns []*news.Report, heads []matrixColumn) matrixRow {
	row := matrixRow{Anchor: v.anchor(f.ID), Question: question(f), Status: statusWord(f.Status)}
	at := map[*news.Report]int{}
	for i, r := range columns {
		at[r] = i
		row.Cells = append(row.Cells, matrixCell{First: heads[i].First})
	}
	for n, version := range f.Versions {
		told := map[*news.Report]bool{}
		for _, s := range version.Statements {
			i, ok := at[s.Report]
			if !ok || told[s.Report] || len(row.Cells[i].Answers) == v.limits.Lines {
				continue
			}
			told[s.Report] = true
			place, said := v.ref(s), short(answerOf(f, version), 60)
			if said == "" {
				said = "says so" // the question is the answer
			}
			row.Cells[i].Answers = append(row.Cells[i].Answers, answer{letter(n), said, place.Anchor, place.Tag})
		}
	}
	return row
}

// Text is the answers in one cell, for a table without links.
func (c matrixCell) Text() string {
	if len(c.Answers) == 0 {
		return "–"
	}
	var out []string
	for _, a := range c.Answers {
		out = append(out, a.Letter+" "+a.Value)
	}
	return strings.Join(out, "; ")
}
