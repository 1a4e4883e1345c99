// SPDX-License-Identifier: Apache-2.0

package reading

import (
	"slices"
	"sort"
	"strings"

	"stemma/internal/news"
	"stemma/internal/text"
)

// statements turns the layers of a read report into statements.
func statements(report *news.Report) []*news.Statement {
	b := builder{report: report, doc: report.Doc}
	b.index()
	b.attributed()
	b.quantities()
	b.roles()
	b.events()
	slices.SortStableFunc(b.out, func(x, y *news.Statement) int {
		if x.Evidence.Start != y.Evidence.Start {
			return x.Evidence.Start - y.Evidence.Start
		}
		return y.Evidence.End - x.Evidence.End
	})
	return b.out
}

type builder struct {
	report *news.Report
	doc    *text.Doc
	out    []*news.Statement
	said   []*news.Attribution // by number of the attribution in the doc
	bySpan []int               // the attributions by where their content opens
	cued   map[int][]int       // the attributions by the tokens of their cues
}

// index sorts the attributions for look-up by place.
func (b *builder) index() {
	b.cued = map[int][]int{}
	for i, a := range b.doc.Attributions {
		b.bySpan = append(b.bySpan, i)
		words := b.doc.RangeOf(a.Cue)
		for k := words.First; k < words.Last && !a.Cue.Empty(); k++ {
			b.cued[k] = append(b.cued[k], i)
		}
	}
	slices.SortStableFunc(b.bySpan, func(x, y int) int {
		return b.doc.Attributions[x].Content[0].Start - b.doc.Attributions[y].Content[0].Start
	})
}

// add starts a statement on a span.
func (b *builder) add(kind news.StatementKind, span text.Span) *news.Statement {
	s := &news.Statement{Report: b.report, Kind: kind, Evidence: span, Text: Line(b.doc.Exact(span)), Modality: text.Asserted}
	s.Sentence = b.doc.SentenceAt(b.doc.TokenAt(span.Start))
	if s.Sentence >= 0 {
		s.Headline = b.doc.Sentences[s.Sentence].Headline
	}
	b.out = append(b.out, s)
	return s
}

// Line is words of a text on one line.
func Line(words string) string { return strings.Join(strings.Fields(words), " ") }

// attributed adds a statement for each attribution: quotations and indirect ones.
func (b *builder) attributed() {
	b.said = make([]*news.Attribution, len(b.doc.Attributions))
	for i := range b.said {
		b.said[i] = b.attribution(i)
	}
	for i, a := range b.doc.Attributions {
		for _, j := range a.Via {
			b.said[i].Via = append(b.said[i].Via, b.said[j])
		}
		kind := news.OtherKind
		if a.Direct {
			kind = news.Quotation
		}
		s := b.add(kind, a.Content[0])
		s.More = a.Content[1:]
		s.Attribution = b.said[i]
		s.Modality, s.Negated = a.Modality, a.Negated
		if s.Modality == "" {
			s.Modality = text.Reported
		}
	}
}

func (b *builder) attribution(i int) *news.Attribution {
	a := b.doc.Attributions[i]
	said := &news.Attribution{Source: a.SourceName, Evidence: a.Source, Anonymous: a.Anonymous, CueSpan: a.Cue}
	if !a.Cue.Empty() {
		said.Cue = Line(b.doc.Exact(a.Cue))
	}
	if !a.Conditions.Empty() {
		said.Conditions = Line(b.doc.Exact(a.Conditions))
	}
	return said
}

// nearby bounds how many of the attributions or events that open before a span are looked at.
const nearby = 64

// opened is the numbers of the attributions whose content opens at or before a position, latest first, at most nearby.
func (b *builder) opened(at int) []int {
	n := sort.Search(len(b.bySpan), func(i int) bool { return b.doc.Attributions[b.bySpan[i]].Content[0].Start > at })
	out := slices.Clone(b.bySpan[max(0, n-nearby):n])
	slices.Reverse(out)
	return out
}

// within is the innermost attribution whose content holds a span, or nil.
func (b *builder) within(span text.Span) *news.Attribution {
	best, length := -1, 0
	for _, i := range b.opened(span.Start) {
		for _, c := range b.doc.Attributions[i].Content {
			if c.Contains(span) && (best < 0 || c.End-c.Start < length) {
				best, length = i, c.End-c.Start
			}
		}
	}
	if best < 0 {
		return nil
	}
	return b.said[best]
}

// attribute gives a statement the attribution around it; what somebody says is reported, not asserted.
func (b *builder) attribute(s *news.Statement) {
	s.Attribution = b.within(s.Evidence)
	if s.Attribution != nil && s.Modality == text.Asserted {
		s.Modality = text.Reported
	}
}

func (b *builder) quantities() {
	for i := range b.doc.Quantities {
		q := &b.doc.Quantities[i]
		s := b.add(news.Quantity, q.Span)
		s.Quantity = q
		s.Modality = b.modalityAt(q.Span)
		b.attribute(s)
	}
}

// modalityAt is the modality of the smallest clause that holds a span.
func (b *builder) modalityAt(span text.Span) text.Modality {
	best, out := -1, text.Asserted
	n := sort.Search(len(b.doc.Events), func(i int) bool { return b.doc.Events[i].Start > span.Start })
	for i := n - 1; i >= max(0, n-nearby); i-- {
		e := &b.doc.Events[i]
		if e.Clause < 0 || e.Facet != text.NoFacet || !e.Span.Contains(span) {
			continue
		}
		if best < 0 || e.End-e.Start < best {
			best, out = e.End-e.Start, e.Modality
		}
	}
	return out
}

func (b *builder) roles() {
	for i := range b.doc.Roles {
		r := &b.doc.Roles[i]
		s := b.add(news.Role, r.Span)
		s.Role = r
		b.attribute(s)
	}
}

// events adds a statement for each event that is more than the saying of something.
func (b *builder) events() {
	for i := range b.doc.Events {
		e := &b.doc.Events[i]
		if e.Facet == text.NoFacet && e.Code == nil && b.saying(e) {
			continue
		}
		s := b.add(news.Event, e.Span)
		s.Event, s.Negated, s.Modality = e, e.Negated != (b.deniedAt(e.Span) && !b.describing(e.Verb)), e.Modality
		if e.Time >= 0 {
			s.Time = &b.doc.Times[e.Time]
		}
		b.attribute(s)
	}
}

// deniedAt reports whether a span stands in what somebody is said to deny, or not to think.
func (b *builder) deniedAt(span text.Span) bool {
	for _, i := range b.opened(span.Start) {
		a := b.doc.Attributions[i]
		if a.Negated && (a.CueClass == "deny" || a.CueClass == "think" && unthought[a.CueLemma]) && len(a.Content) > 0 && a.Content[0].Contains(span) {
			return true
		}
	}
	return false
}

// describing reports whether a verb only describes a noun: of what somebody denies, "goods banned by the council" denies no ban.
func (b *builder) describing(verb int) bool {
	tok := &b.doc.Tokens[verb]
	return tok.Rel == "acl:relcl" || tok.Rel == "acl" && (tok.Form == text.Gerund || tok.Form == text.Participle) && b.doc.Tokens[max(0, verb-1)].Tag != text.AUX
}

// unthought are verbs of which the negation is that of what is thought: who does not believe it, thinks it is not so.
var unthought = map[string]bool{"think": true, "believe": true, "expect": true, "suppose": true, "imagine": true}

// saying reports whether an event is only the cue of an attribution: "the minister said".
func (b *builder) saying(e *text.Event) bool {
	verb := b.doc.Tokens[e.Verb].Span
	for _, i := range b.cued[e.Verb] {
		a := b.doc.Attributions[i]
		hedge := a.CueClass == "hearsay" || a.CueClass == "seem" // "are believed to hold": the content goes round its cue
		if a.Cue.Overlaps(verb) && len(a.Content) > 0 && (hedge || !a.Content[0].Overlaps(verb)) {
			return true
		}
	}
	return false
}
