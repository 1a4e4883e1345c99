// SPDX-License-Identifier: Apache-2.0

package align

import (
	"slices"

	"stemma/internal/text"
)

// leadSentences are those that tell, after the headline, what a report is about.
const leadSentences = 3

// Lead is the headline and the first sentences of a report.
func Lead(doc *text.Doc) text.Span {
	var out text.Span
	n := 0
	for _, sent := range doc.Sentences {
		if n == leadSentences {
			break
		}
		if !sent.Headline && !sent.Dateline {
			n++
		}
		out.End = sent.End
	}
	return out
}

// LeadsApart reports whether the leads of two reports name days, and none that both name.
func LeadsApart(a, b *text.Doc) bool { return apartDays(leadDays(a), leadDays(b)) }

// leadDays is the single days that the lead of a report names.
func leadDays(doc *text.Doc) []string {
	span := Lead(doc)
	var out []string
	for _, t := range doc.Times {
		if span.Contains(t.Span) && t.From != "" && t.From == t.To {
			out = append(out, t.From)
		}
	}
	return out
}

func apartDays(a, b []string) bool {
	for _, day := range a {
		if slices.Contains(b, day) {
			return false
		}
	}
	return len(a) > 0 && len(b) > 0
}

// openingSentences is how many sentences open a report.
const openingSentences = 4

// Opening reports whether a proposition stands in the first sentences of its report.
func (p *Proposition) Opening() bool { return p.Sentence >= 0 && p.Sentence < openingSentences }

// OtherDay reports whether the lead of a report names days, and a day is none of them.
func OtherDay(doc *text.Doc, day string) bool { return apartDays([]string{day}, leadDays(doc)) }
