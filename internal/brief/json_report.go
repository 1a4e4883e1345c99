// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"unicode"

	"stemma/internal/news"
	"stemma/internal/text"
)

type jsonReport struct {
	ID             string        `json:"id"`
	Input          string        `json:"input"`
	URL            *string       `json:"url"`
	SHA256         string        `json:"sha256"`
	Outlet         *string       `json:"outlet"`
	Title          string        `json:"title"`
	Authors        []string      `json:"authors"`
	Published      *string       `json:"published"`
	PublishedBasis news.Basis    `json:"published_basis"`
	Language       string        `json:"language"`
	Words          int           `json:"words"`
	Text           string        `json:"text"`
	Dropped        []jsonDropped `json:"dropped"`
	Credits        []jsonCredit  `json:"credits"`
	Times          []jsonTime    `json:"times"`
	Origin         *string       `json:"origin"`
}

type jsonDropped struct {
	Text string `json:"text"`
	Why  string `json:"why"`
}

type jsonCredit struct {
	Kind     news.CreditKind `json:"kind"`
	Name     string          `json:"name"`
	Words    string          `json:"words"`
	Evidence *Evidence       `json:"evidence"` // null where the words were dropped with the furniture
}

type jsonTime struct {
	Start       int       `json:"start"`
	End         int       `json:"end"`
	Exact       string    `json:"exact"`
	From        *string   `json:"from"`
	To          *string   `json:"to"`
	Approximate bool      `json:"approximate"`
	Timex       jsonTimex `json:"timex"`
}

type jsonTimex struct {
	Type  string `json:"type"`
	Value string `json:"value"`
	Mod   string `json:"mod,omitempty"`
}

func (f *form) report(r *news.Report, origin *news.Origin) jsonReport {
	out := jsonReport{
		ID: r.ID, Input: r.Input, URL: orNull(r.URL), SHA256: r.SHA256, Outlet: orNull(r.Outlet), Title: r.Title,
		Authors: list(r.Authors), Published: orNull(r.Published), PublishedBasis: basis(r), Language: r.Language,
		Words: countWords(textOf(r)), Text: textOf(r), Dropped: []jsonDropped{}, Credits: []jsonCredit{}, Times: f.times(r),
	}
	for _, d := range r.Dropped {
		out.Dropped = append(out.Dropped, jsonDropped(d))
	}
	for _, c := range r.Credits {
		out.Credits = append(out.Credits, jsonCredit{c.Kind, c.Name, c.Words, f.at.optional(r, c.Evidence)})
	}
	if origin != nil {
		out.Origin = &origin.ID
	}
	return out
}

func basis(r *news.Report) news.Basis {
	if r.PublishedBasis == "" {
		return news.FromNone
	}
	return r.PublishedBasis
}

func (f *form) times(r *news.Report) []jsonTime {
	out := []jsonTime{}
	if r.Doc == nil {
		return out
	}
	for _, t := range r.Doc.Times {
		out = append(out, f.time(r, t))
	}
	return out
}

func (f *form) time(r *news.Report, t text.Time) jsonTime {
	start, end := f.at.Points(r, t.Span)
	return jsonTime{start, end, exact(r, t.Span), orNull(t.From), orNull(t.To), t.Approximate, jsonTimex{t.Type, t.Value, t.Mod}}
}

// countWords counts the runs between spaces that hold a letter or a digit.
func countWords(s string) int {
	n, counted := 0, false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			counted = false
		case !counted && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			n, counted = n+1, true
		}
	}
	return n
}
