// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"bufio"
	"io"

	"stemma/internal/news"
	"stemma/internal/text"
)

// A Reading is one report as `stemma read` prints it: alone, with what it states.
type Reading struct {
	Report     *news.Report
	Statements []*news.Statement // those of Report
	Entities   []*news.Entity    // those named in Report; may be empty
}

type jsonReading struct {
	jsonReport
	Entities   []jsonEntity    `json:"entities"`
	Statements []jsonStatement `json:"statements"`
	Sentences  []jsonSentence  `json:"sentences"`
	Tokens     []jsonToken     `json:"tokens"`
}

type jsonSentence struct {
	Start     int  `json:"start"`
	End       int  `json:"end"`
	First     int  `json:"first"` // tokens first to last, half-open
	Last      int  `json:"last"`
	Paragraph int  `json:"paragraph"`
	Headline  bool `json:"headline"`
}

type jsonToken struct {
	Start int      `json:"start"`
	End   int      `json:"end"`
	Text  string   `json:"text"`
	UPOS  text.Tag `json:"upos"`
	Lemma string   `json:"lemma"`
}

// WriteReads writes one line of JSON for each reading: the report in the form of a brief's report (origin null),
// with its statements, times, sentences and tokens. Positions count code points of the report's text.
func WriteReads(w io.Writer, readings []Reading) error {
	out := bufio.NewWriter(w)
	for _, r := range readings {
		if err := encode(out, newForm(r.Entities).reading(r), ""); err != nil {
			return err
		}
	}
	return out.Flush()
}

func (f *form) reading(r Reading) jsonReading {
	return jsonReading{
		f.report(r.Report, nil), formEntities(r.Entities), f.statements(r.Statements), f.sentences(r.Report), f.tokens(r.Report),
	}
}

func (f *form) sentences(r *news.Report) []jsonSentence {
	out := []jsonSentence{}
	if r.Doc == nil {
		return out
	}
	for _, s := range r.Doc.Sentences {
		start, end := f.at.Points(r, s.Span)
		out = append(out, jsonSentence{start, end, s.First, s.Last, s.Paragraph, s.Headline})
	}
	return out
}

func (f *form) tokens(r *news.Report) []jsonToken {
	out := []jsonToken{}
	if r.Doc == nil {
		return out
	}
	for _, tok := range r.Doc.Tokens {
		start, end := f.at.Points(r, tok.Span)
		out = append(out, jsonToken{start, end, exact(r, tok.Span), tok.Tag, tok.Lemma})
	}
	return out
}
