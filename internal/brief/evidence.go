// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"stemma/internal/news"
	"stemma/internal/text"
)

// Evidence is words of a report as users see them: Start and End count code points of the report's text,
// half-open, and Exact repeats the words between them.
type Evidence struct {
	Report string `json:"report"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Exact  string `json:"exact"`
}

// EvidenceJSON is e in the form of JSON. It counts the report's characters anew each time: for more than a few,
// use one Positions.
func EvidenceJSON(e news.Evidence) Evidence { return NewPositions().Evidence(e) }

// Evidence is e in the form of JSON.
func (p *Positions) Evidence(e news.Evidence) Evidence {
	id := ""
	if e.Report != nil {
		id = e.Report.ID
	}
	start, end := p.Points(e.Report, e.Span)
	return Evidence{Report: id, Start: start, End: end, Exact: exact(e.Report, e.Span)}
}

// optional is the evidence of a span that may be empty; nil where it is.
func (p *Positions) optional(r *news.Report, span text.Span) *Evidence {
	if span.Empty() {
		return nil
	}
	e := p.Evidence(news.Evidence{Report: r, Span: span})
	return &e
}

func (p *Positions) all(r *news.Report, spans []text.Span) []Evidence {
	out := make([]Evidence, 0, len(spans))
	for _, span := range spans {
		out = append(out, p.Evidence(news.Evidence{Report: r, Span: span}))
	}
	return out
}

// exact is the words of a span, cut to the text.
func exact(r *news.Report, span text.Span) string {
	s := textOf(r)
	span = clip(span, len(s))
	return s[span.Start:span.End]
}
