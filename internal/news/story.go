// SPDX-License-Identifier: Apache-2.0

package news

// A Story is what a brief is written about: reports of one event or of one run of events, read and weighed.
type Story struct {
	ID         string
	Title      string
	From, To   string // first and last day of publication, where known
	Reports    []*Report
	Origins    []*Origin
	Links      []Link // every dependent pair of reports
	Entities   []*Entity
	Statements []*Statement
	Facts      []*Fact
	Timeline   []Entry
	Talks      *Talks
	Ties       []Tie     // why each report stands here, in the order of reports; nil where all were taken for one story
	Related    []Related // other stories of the same brief
}

// A Tie is what a report shares with the others of its story, the most telling first. It is empty for one that is alone.
type Tie struct {
	Names []string
	Days  []string // days told of, YYYY-MM-DD
	Words []string // concepts of words, and figures
}

// Related is a story about the same names that tells of something else.
type Related struct {
	Story *Story
	Names []string // main names of both
}

// OriginOf is the origin of a report, or nil.
func (s *Story) OriginOf(r *Report) *Origin {
	for _, o := range s.Origins {
		for _, member := range o.Reports {
			if member == r {
				return o
			}
		}
	}
	return nil
}

// An Entry of the timeline: what happened on days From to To, and who states it.
type Entry struct {
	From, To   string
	Text       string
	Statements []*Statement
}

// Talks is the view of a negotiation. Every row rests on statements.
type Talks struct {
	Parties     []Participant
	Mediators   []Participant
	Venues      []Participant
	Negotiators []Participant
	Channels    []Channel
	Captives    []Row
	Terms       []Row
	Demands     []Row
	Deadlines   []Row
	Positions   []Row
	Policy      []Row
}

// A Participant of talks: a party, mediator, negotiator, or the place of a meeting.
type Participant struct {
	Name    string
	Entity  *Entity
	Role    string // a negotiator's office, where stated
	Reports int
	Origins int
	Words   []Evidence // where it says so, first ones
}

// A Channel between parties.
type Channel struct {
	Between    []string
	Mode       string // "direct" or "mediated"
	Through    []string
	Statements []*Statement
}

// A Row of the talks view: who, what, and the statements it rests on. Unused fields are empty.
type Row struct {
	Actor      string // who demands, holds the position, keeps the policy
	To         string // of whom it is demanded
	Text       string // what
	State      string // captives: alive, dead, released, held; positions: for, against
	Phase      int    // terms: the phase, or 0
	Value      string // figures, as low/best/high where they differ
	From       string // day, where dated
	Statements []*Statement
}
