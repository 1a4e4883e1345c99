// SPDX-License-Identifier: Apache-2.0

package text

import "strings"

// A NameKind is the kind of thing a name stands for.
type NameKind string

// The kinds of name, as in the brief's entities.
const (
	Person       NameKind = "person"
	Organisation NameKind = "organisation"
	Place        NameKind = "place"
	Group        NameKind = "group"
	Other        NameKind = "other"
)

// A Name is a mention of a named person, organisation, place or group.
type Name struct {
	Range             // the name alone: "Adam Boehler", without "Mr." or a title before it
	Kind     NameKind //
	Title    Range    // honorific or office right before the name: "Mr.", "Senator", "White House press secretary"
	Full     string   // the fullest form of this name in the report: "Adam Boehler" for "Mr. Boehler"
	Country  string   // for a country, capital or nationality: the country's name; else ""
	Demonym  bool     // "Israeli", "U.S." used before a noun: describes, does not name an actor
	Embedded bool     // stands inside a larger noun phrase whose head is another noun ("Hamas officials")
}

// A Reference says for whom or what a pronoun stands.
type Reference struct {
	Token int    // the pronoun
	To    Range  // the last words before it that name or describe what it stands for
	Name  string // the fullest form of its name, or ""
}

// A Time is a temporal expression with its TIMEX3 type and value, and the days it covers.
type Time struct {
	Span
	From, To    string // first and last day, YYYY-MM-DD, inclusive; "" where nothing anchors it
	Approximate bool
	Type        string // DATE, TIME, DURATION, SET
	Value       string // TIMEX3 value
	Mod         string // TIMEX3 mod: START, MID, END, APPROX, …
}

// Clock is the time of day that is told, as 06:40, or "".
func (t *Time) Clock() string {
	if i := strings.IndexByte(t.Value, 'T'); i > 0 && len(t.Value) >= i+6 && t.Value[i+3] == ':' {
		return t.Value[i+1 : i+6]
	}
	return ""
}

// A QuantityKind tells what sort of amount is stated.
type QuantityKind string

// The kinds of quantity.
const (
	Count    QuantityKind = "count"
	Money    QuantityKind = "money"
	Percent  QuantityKind = "percent"
	Duration QuantityKind = "duration"
	Measure  QuantityKind = "measure" // metres, tonnes, degrees
	Share    QuantityKind = "share"   // half of, two thirds of
)

// A Quantity is a stated amount: bounds, what is counted, and per what.
type Quantity struct {
	Span             // from the bound or approximator to the end of the counted noun phrase
	Number      Span // the figures or number words alone
	Kind        QuantityKind
	Min, Max    *float64 // nil is open; equal where a single value is given
	Approximate bool
	Vague       string // the word, where bounds come from one: "dozens", "several"
	Item        Span   // what is counted, without the number: "living captives"; empty if not said
	Head        int    // token number of the counted head noun, or -1
	Unit        string // "dollar", "month", "percent", …; "" for a count
	Per         Span   // "Israeli captive" in "30 prisoners per Israeli captive"; empty if none
}

// A RoleStatus says how someone stands to an office.
type RoleStatus string

// The statuses of a role.
const (
	InOffice  RoleStatus = "in office"
	Nominee   RoleStatus = "nominee"
	Former    RoleStatus = "former"
	Acting    RoleStatus = "acting"
	Outgoing  RoleStatus = "outgoing"
	Suspended RoleStatus = "suspended"
	Unstated  RoleStatus = "unstated"
)

// A Role says that somebody holds, held or is to hold an office, or is kin or member.
type Role struct {
	Span            // the whole: "Adam Boehler, the US special envoy for hostage affairs"
	Name     Span   // the holder as named here
	FullName string // the holder's fullest name in the report
	Office   Span   // the words of the office: "US special envoy for hostage affairs"; empty where only its status is told
	Title    string // the office, from elsewhere in the report where Office is empty
	Status   RoleStatus
}

// A Quote is the text between a pair of quotation marks.
type Quote struct {
	Span        // without the marks
	Scare  bool // a word or two in quotation marks that nobody is said to have spoken
	Speech int  // number of the attribution that says who spoke, or -1
}

// A Modality says how far a statement is claimed to hold.
type Modality string

// The modalities of the brief.
const (
	Asserted    Modality = "asserted"
	Reported    Modality = "reported"
	Possible    Modality = "possible"
	Planned     Modality = "planned"
	Conditional Modality = "conditional"
	Demanded    Modality = "demanded"
)

// An Attribution ties a content to whoever is said to have said, thought or known it.
type Attribution struct {
	Content    []Span // the words attributed; several pieces where a cue interrupts them
	Source     Span   // the words at this place ("he"); empty where nobody is named ("reportedly")
	SourceName string // who that is, by the fullest name or descriptor that the report gives
	Cue        Span   // "said", "According to"
	CueLemma   string // "say", "accord"
	CueClass   string // what the cue does: say, confirm, deny, warn, demand, ask, promise, want, think, know, show, judge, seem, decline, hearsay
	Direct     bool   // a quotation in quotation marks
	Anonymous  bool
	Conditions Span  // "on the condition of anonymity"; empty if none
	Via        []int // numbers of the attributions around this one, nearest first
	Modality   Modality
	Negated    bool // "did not say", "denied": the content is not affirmed
}

// A Code is a deed as PLOVER classes it: which sort, by whom and on whom.
type Code struct {
	Type       string // one of the classes: "AGREE", "ASSAULT"
	Actors     []Span // at least one
	Recipients []Span
}

// A Facet is a sort of event that answers a question of its own.
type Facet string

// The facets; most events have none.
const (
	NoFacet    Facet = ""
	Comment    Facet = "comment"        // somebody commented or would not; Negated: did not
	Stance     Facet = "stance"         // Concept is "for" or "against"
	Channel    Facet = "channel"        // Concept is "direct" or "mediated"; Through holds the go-betweens
	Informing  Facet = "inform"         // Concept is "told" or "otherwise": how the recipients learned of it
	Governing  Facet = "administration" // the actor is called the head of a government
	Condition  Facet = "condition"      // Concept is the state in which somebody or something is: "alive", "stalled"
	Beginning  Facet = "begin"          // when what Concept names began
	Conclusion Facet = "end"            // when it ended
	Deadline   Facet = "deadline"       // the day by which something is wanted
)

// An Event is what a clause says happened: who did what to whom.
type Event struct {
	Facet      Facet
	Span              // the clause
	Core       Span   // the words of the deed itself, without clauses inside its clause
	Clause     int    // number in Doc.Clauses, or -1
	Verb       int    // token number of the verb, or of the noun that names the event
	Concept    string // the verb's concept in the thesaurus: "talk", "release", "kill"
	Code       *Code  // as an event of PLOVER, or nil
	Actors     []Span
	Recipients []Span
	Through    []Span // channels: the go-betweens
	Place      Span
	Time       int // number in Doc.Times, or -1
	Negated    bool
	Modality   Modality
}
