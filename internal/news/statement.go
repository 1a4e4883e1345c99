// SPDX-License-Identifier: Apache-2.0

package news

import "stemma/internal/text"

// An Evidence is a span of a report's text.
type Evidence struct {
	Report *Report
	Span   text.Span
}

// Exact is the words of e.
func (e Evidence) Exact() string { return e.Report.Doc.Exact(e.Span) }

// A StatementKind is the kind of thing that is stated.
type StatementKind string

// The kinds of statement.
const (
	Quotation StatementKind = "quotation"
	Quantity  StatementKind = "quantity"
	Role      StatementKind = "role"
	Event     StatementKind = "event"
	Position  StatementKind = "position"
	Time      StatementKind = "time"
	Comment   StatementKind = "comment"
	OtherKind StatementKind = "other"
)

// A Statement is one atomic thing that a report says, with the words that say it.
type Statement struct {
	ID       string // "s1", … over the story
	Report   *Report
	Kind     StatementKind
	Evidence text.Span
	More     []text.Span // where the words stand in several pieces
	Text     string      // one readable line

	Attribution *Attribution
	Modality    text.Modality
	Negated     bool
	Headline    bool // stands in a headline, which drops bounds and hedges

	Quantity *text.Quantity
	Role     *text.Role
	Event    *text.Event
	Time     *text.Time // when it holds or happened

	Sentence int // number of the sentence, for context and order
}

// An Attribution says who is said to have stated it.
type Attribution struct {
	Source     string // fullest name or descriptor; "" where nobody is named
	Evidence   text.Span
	Entity     *Entity
	Anonymous  bool
	Conditions string
	Cue        string
	CueSpan    text.Span
	Via        []*Attribution // outer attributions, nearest first
}

// An Entity is somebody or something named, in one or more reports.
type Entity struct {
	ID       string // "e1", …
	Name     string // the fullest and commonest form
	Kind     text.NameKind
	Aliases  []string // other forms, sorted
	Mentions int
	Country  string // for states, capitals and nationalities
}
