// SPDX-License-Identifier: Apache-2.0

package news

// An Origin is a set of reports that go back to one text, and so have one voice.
type Origin struct {
	ID      string // "o1", …
	Label   string
	Reports []*Report
	Links   []Link
}

// A LinkKind says how one report came from another.
type LinkKind string

// The kinds of link.
const (
	Copies     LinkKind = "copies"
	Rewrites   LinkKind = "rewrites"
	SameAgency LinkKind = "same-agency"
	CitesLink  LinkKind = "cites"
)

// A Label says how much of a report's own words or facts came from the other.
type Label string

// The labels of a pair of reports.
const (
	Same        Label = "same"        // more than half of the shorter one
	Partial     Label = "partial"     // a passage
	Independent Label = "independent" // nothing but public words
)

// A Link is the finding about two reports. From is the report that came from To; where the direction cannot be
// told, From is the later one in the order of input and Directed is false.
type Link struct {
	From, To *Report
	Label    Label
	Kind     LinkKind
	Directed bool
	Score    float64 // 0 to 1
	Evidence [][2]Evidence
}

// A FactStatus says how well a fact stands.
type FactStatus string

// The statuses of a fact.
const (
	Corroborated FactStatus = "corroborated"
	SingleOrigin FactStatus = "single-origin"
	Contested    FactStatus = "contested"
	Updated      FactStatus = "updated"
)

// A RelationKind says how two versions of a fact stand to each other.
type RelationKind string

// The relations of two versions.
const (
	Refine     RelationKind = "refine"
	Contradict RelationKind = "contradict"
	Update     RelationKind = "update"
)

// A Fact is a question with the versions of its answer.
type Fact struct {
	ID        string // "f1", …
	Kind      string // a StatementKind, or "channel", "arithmetic", "office"
	Question  string
	Status    FactStatus
	Versions  []Version
	Relations []Relation
}

// A Version is one answer: statements that say the same thing.
type Version struct {
	Value      string
	Statements []*Statement
	Reports    int // how many reports state it
	Origins    int // how many independent origins state it
}

// A Relation holds between versions A and B of a fact.
type Relation struct {
	A, B     int
	Relation RelationKind
	Why      string // one line
}
