// SPDX-License-Identifier: Apache-2.0

// Package stemma is the library behind the program of that name: it reads reports of a story, works out which came from
// which, and shows what is independently corroborated, what is contested, and who said so.
//
// It opens no file, follows no link and reads no clock: bytes and a reference time go in, a brief comes out, and the same
// input gives the same output. Positions in a [Report] are bytes of its clean text; in JSON they are code points.
package stemma

import (
	"io"
	"time"

	"stemma/internal/brief"
	"stemma/internal/check"
	"stemma/internal/clean"
	"stemma/internal/news"
)

type (
	// A Report is one outlet's account: clean text, what is known of it, and what was dropped.
	Report = news.Report
	// A Story is reports of one event, read and weighed: origins, statements, facts, timeline, talks.
	Story = news.Story
	// A Brief is the stories that were found in some reports.
	Brief = brief.Brief
	// A Verdict is what reports have to say to a claim.
	Verdict = check.Verdict
	// A Moment is a point of time, or a day, which means its end; see [ParseMoment].
	Moment = brief.Moment
	// Changes are what is new in the stories of a Brief since a Moment.
	Changes = brief.Changes
	// A Format is a form in which a brief is written.
	Format = brief.Format
)

// The forms of a brief.
const (
	Text     = brief.Text
	Markdown = brief.Markdown
	HTML     = brief.HTML
	JSON     = brief.JSON
)

// Options of a brief; the zero value is right for most.
type Options struct {
	Now      time.Time // to which "yesterday" refers in reports without a date; zero leaves such days open
	OneStory bool      // take all reports for one story
	AsOf     Moment    // only reports published by then count
	Since    Moment    // tell what has changed since then, in Brief.Changes
}

// ParseMoment reads 2006-01-02 or RFC 3339.
func ParseMoment(s string) (Moment, error) { return brief.ParseMoment(s) }

// Read reads the reports of one input: a page or a text holds one, rows of JSON hold many. The name tells the format by
// its ending and stands in the brief. Rows that cannot be read are errors beside those that can.
func Read(name string, data []byte) ([]*Report, []error) {
	return clean.Reports(clean.Input{Name: name, Data: data}, clean.Options{})
}

// Assemble reads what reports state, groups them into stories, and weighs each. It changes the reports, which belong to
// the brief from then on, and numbers them in their order. With AsOf or Since, reports without a date are left out.
func Assemble(reports []*Report, opts Options) *Brief {
	if !opts.AsOf.IsZero() || !opts.Since.IsZero() {
		reports, _ = brief.By(reports, opts.AsOf)
	}
	return brief.Assemble(reports, brief.AssembleOptions{Now: opts.Now, OneStory: opts.OneStory, Since: opts.Since})
}

// Write writes a brief in one of the forms.
func Write(w io.Writer, b *Brief, f Format) error {
	return brief.Render(w, b, f, brief.RenderOptions{})
}

// Check holds a sentence against what the stories of a brief state. It tells who agrees with it, never whether it is true.
func Check(claim string, b *Brief) Verdict { return check.Claim(claim, b.Stories) }
