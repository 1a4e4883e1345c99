// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"

	"stemma/internal/fault"
	"stemma/internal/news"
	"stemma/internal/text"
)

// between separates the paragraphs of a clean text.
const between = "\n\n"

// finish judges the blocks of a report and sets the report up from what is left.
func finish(name string, s *sheet, f facts, src source, asIs bool) (*news.Report, error) {
	s.facts, s.known = f, f.title
	if asIs {
		return s.asIs(name, src)
	}
	s.judge()
	doc, source := s.assemble()
	if strings.TrimSpace(doc.Text) == "" {
		return nil, fault.New(fault.Invalid, name, "no text in it")
	}
	r := s.report(name, doc)
	r.Source = source
	r.Dropped = append(s.dropped(), src.notes...)
	r.Credits = s.allCredits(doc)
	return r, nil
}

// report sets what is known of a report.
func (s *sheet) report(name string, doc *text.Doc) *news.Report {
	r := &news.Report{
		Input: name, URL: s.url, Outlet: s.outlet, Title: s.facts.title, Authors: s.authors,
		Published: s.published, PublishedBasis: s.basis, Doc: doc,
	}
	if s.title != nil {
		r.Title = s.title.text
	}
	if r.Published == "" {
		r.Published, r.PublishedBasis = datelineDay(doc), news.FromDateline
	}
	if r.Published == "" && s.url != "" {
		r.Published, r.PublishedBasis = dayInURL(s.url), news.FromURL
	}
	if r.Published == "" {
		r.PublishedBasis = news.FromNone
	}
	r.Language = language(doc.Text, s.lang)
	doc.Reference = r.Reference()
	return r
}

// assemble puts the kept blocks together, the title first.
func (s *sheet) assemble() (*text.Doc, []news.Segment) {
	var out strings.Builder
	var source []news.Segment
	doc := &text.Doc{}
	put := func(b *block) text.Span {
		if out.Len() > 0 {
			out.WriteString(between)
		}
		base := out.Len()
		out.WriteString(b.text)
		for _, seg := range b.segs {
			seg.Clean += base
			source = append(source, seg)
		}
		span := text.Span{Start: base, End: out.Len()}
		doc.Paragraphs = append(doc.Paragraphs, span)
		return span
	}
	switch {
	case s.title != nil:
		doc.Title = put(s.title)
	case s.facts.title != "":
		doc.Title = put(&block{text: oneLine(s.facts.title)})
	}
	for _, b := range s.blocks {
		if b.why == "" && b != s.title && b.text != "" {
			put(b)
		}
	}
	doc.Text = out.String()
	return doc, source
}

// oneLine is a title without line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// dropped lists what was dropped, in the order of the input.
func (s *sheet) dropped() []news.Dropped {
	out := make([]news.Dropped, 0, 8)
	for _, b := range s.blocks {
		if b.why != "" && b.text != "" {
			out = append(out, news.Dropped{Text: b.text, Why: b.why})
		}
	}
	return append(out, s.cutOff...)
}

// asIs takes a text exactly as it stands. The title is a span where the text opens with one.
func (s *sheet) asIs(name string, src source) (*news.Report, error) {
	doc := &text.Doc{}
	var source []news.Segment
	switch {
	case s.verbatim != nil:
		doc.Text, source = s.verbatim.text, s.verbatim.segs
	case s.page:
		doc, source = s.assembleAll()
	default:
		doc.Text = src.text
		source = []news.Segment{{Length: len(src.text)}}
	}
	if strings.TrimSpace(doc.Text) == "" {
		return nil, fault.New(fault.Invalid, name, "no text in it")
	}
	if len(doc.Paragraphs) == 0 {
		doc.Paragraphs = paragraphs(doc.Text)
	}
	first := &block{text: doc.Exact(doc.Paragraphs[0])}
	first.shape = look(first.text)
	known := look(s.known).norm
	if first.norm == known || known == "" && len(doc.Paragraphs) > 1 && first.titleLike() && !isByline(first) {
		doc.Title = doc.Paragraphs[0]
	}
	r := s.report(name, doc)
	if r.Title == "" && !doc.Title.Empty() {
		r.Title = doc.Exact(doc.Title)
	}
	r.Source = source
	r.Dropped = src.notes
	r.Credits = s.allCredits(doc)
	return r, nil
}

// assembleAll puts every block of a page together.
func (s *sheet) assembleAll() (*text.Doc, []news.Segment) {
	for _, b := range s.blocks {
		b.why = ""
	}
	s.title, s.facts.title = nil, ""
	return s.assemble()
}

// paragraphs is the non-blank lines of a text.
func paragraphs(s string) []text.Span {
	var out []text.Span
	for pos := 0; pos < len(s); {
		end := lineEnd(s, pos)
		b := newBlock(s[pos:end], pos)
		b.trim()
		if b.text != "" {
			from := b.segs[0].Raw
			out = append(out, text.Span{Start: from, End: from + len(b.text)})
		}
		pos = end + breakLen(s, end)
	}
	return out
}
