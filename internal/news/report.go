// SPDX-License-Identifier: Apache-2.0

// Package news holds the nouns of the field: reports, origins, statements, facts. They carry data and no rules;
// the packages above make them. Positions are byte spans of Report.Doc.Text; only package brief turns them into the
// code points that users see.
package news

import (
	"time"

	"stemma/internal/text"
)

// A Report is one outlet's account, as clean text with what was known and what was dropped.
type Report struct {
	ID     string // "r1", "r2", … in the order of input
	Input  string // the path as given, or the id of a JSON row
	URL    string
	SHA256 string // of the raw bytes: "sha256:…"

	Outlet         string
	Title          string
	Authors        []string
	Published      string // "", "2025-03-05" or RFC 3339
	PublishedBasis Basis
	Language       string // ISO 639-1, or "und"

	Doc     *text.Doc
	Source  []Segment // where the pieces of Doc.Text stand in the decoded input
	Dropped []Dropped
	Credits []Credit
}

// Reference is the day of publication, or the zero time.
func (r *Report) Reference() time.Time {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, r.Published); err == nil {
			return t
		}
	}
	return time.Time{}
}

// A Basis says where a publication date was found.
type Basis string

// The bases of a publication date, surest first.
const (
	FromMeta     Basis = "meta"
	FromJSONLD   Basis = "json-ld"
	FromByline   Basis = "byline"
	FromDateline Basis = "dateline"
	FromURL      Basis = "url"
	FromGiven    Basis = "given"
	FromNone     Basis = "none"
)

// A Segment says that Length bytes of clean text from Clean on are those of the decoded input from Raw on.
// Pieces of the clean text that stand in no input (a title given apart) have no segment.
type Segment struct{ Clean, Raw, Length int }

// A Dropped piece of the input that is not part of the report, and why.
type Dropped struct {
	Text string
	Why  string // "navigation", "teaser", "image credit", …
}

// A Credit names somebody to whom a report owes something.
type Credit struct {
	Kind     CreditKind
	Name     string
	Evidence text.Span // in Doc.Text; empty where the words were dropped with the furniture
	Words    string    // the words that say so
}

// A CreditKind tells what is owed.
type CreditKind string

// The kinds of credit.
const (
	Photo  CreditKind = "photo"
	Agency CreditKind = "agency"
	Cites  CreditKind = "cites"
)
