// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"stemma/internal/news"
	"stemma/internal/text"
	"stemma/internal/weigh"
)

// A view is what a brief says about one story before it is given a form. All its strings are safe (see safe) and
// none is escaped for markup: that is the renderer's part.
type view struct {
	Prefix   string // of every anchor, so that several stories share a page
	Title    string
	Period   string
	Summary  string
	Sections []section
	Matrix   matrix
}

// A section answers one kind of question: what is contested, who says so.
type section struct {
	ID, Title string
	Note      string // what the section shows, in one line
	Empty     string // said where there is nothing; a section without it is then left out
	Compact   bool   // lines are short: the words stand on the same line
	Terse     bool   // where a reader goes from top to bottom, only the places of the words are shown
	Groups    []group
	Count     int // how many things there are, shown or not
	Unit      string
	More      int // groups that are not shown
}

// A group is one fact, one speaker, one heading of the talks.
type group struct {
	Anchor string
	Title  string
	Tags   []string // "contested", "anonymous": words, never colour alone
	Note   string
	Lines  []line
	After  []string // how the lines stand to each other
	More   int      // lines that are not shown
}

// A line says one thing; its words show it.
type line struct {
	Anchor string // of a fact that is one line; else ""
	Letter string // of a version of a fact
	Label  string // the value, the day, the name
	Text   string
	Meta   string // "2 origins, 3 reports"
	Words  []words
	More   int // further words that are not shown
}

// Bare reports whether a line says all itself, so that only places stand behind it.
func (l line) Bare() bool {
	return len(l.Words) == 1 && l.Label+l.Text != "" && l.Words[0].Exact+l.Words[0].Who+l.Words[0].Note == ""
}

// words are quoted from a report, with what stands around them and where they are.
type words struct {
	Who    string // who says so
	Before string // what stands before the words in their sentence, where the words alone are too few
	Exact  string
	After  string
	Note   string // "planned", "on condition of anonymity"
	Own    bool   // the report says so itself
	Refs   []ref
}

// A ref is a place in a report.
type ref struct {
	Tag    string // "r3:123": report and code point
	Anchor string // "r3-s17"; "" where the report is not on the page
	Name   string // outlet or file
}

// limits bound what one section shows; what is left out is counted.
type limits struct {
	Facts, Versions, Shared, Singles, Sources, Lines, Words, Days, Rows, Reports int
	Clip                                                                         int // characters of quoted words
}

// pageLimits are for a page that can be searched and skimmed.
func pageLimits() limits {
	return limits{Facts: 400, Versions: 60, Shared: 25, Singles: 600, Sources: 200, Lines: 60, Words: 12, Days: 400, Rows: 80, Reports: 500, Clip: 600}
}

// textLimits are for what is read from top to bottom.
func textLimits() limits {
	return limits{Facts: 30, Versions: 10, Shared: 25, Singles: 30, Sources: 15, Lines: 5, Words: 4, Days: 30, Rows: 12, Reports: 60, Clip: 240}
}

// A viewer builds the view of one story.
type viewer struct {
	story  *news.Story
	pool   []*news.Fact // the facts that sections choose from: those of the story, or the new ones
	limits limits
	prefix string
	at     *Positions
	shown  map[*news.Report]bool         // reports of the story
	facts  map[*news.Statement]*factMark // the fact that a statement belongs to
	back   map[*news.Statement][]ref     // where the view shows a statement
	extra  map[*news.Report][]text.Span  // evidence without a statement: credits, passages that two reports share
	change map[string]FactChange         // what is new of the fact of an id
	listed map[string]bool               // ids of the facts that the view shows

	inReport map[*news.Report][]*news.Statement
}

func newViewer(s *news.Story, prefix string, bounds limits) *viewer {
	v := &viewer{
		story: s, pool: s.Facts, limits: bounds, prefix: prefix, at: NewPositions(), shown: map[*news.Report]bool{},
		facts: map[*news.Statement]*factMark{}, back: map[*news.Statement][]ref{}, extra: map[*news.Report][]text.Span{},
		change: map[string]FactChange{}, listed: map[string]bool{}, inReport: map[*news.Report][]*news.Statement{},
	}
	for _, r := range s.Reports {
		v.shown[r] = true
	}
	for _, f := range s.Facts {
		v.mark(f)
	}
	for _, st := range s.Statements {
		v.inReport[st.Report] = append(v.inReport[st.Report], st)
	}
	return v
}

func (v *viewer) view() *view {
	s := v.story
	out := &view{Prefix: v.prefix, Title: v.title(), Period: period(s.From, s.To), Summary: v.summary()}
	for _, sec := range []section{
		v.origins(), v.contested(), v.corroborated(), v.singles(), v.updated(),
		v.named(), v.anonymous(), v.quotations(), v.timeline(), v.talks(), v.reports(),
	} {
		if len(sec.Groups) > 0 || sec.Empty != "" {
			out.Sections = append(out.Sections, sec)
		}
	}
	out.Matrix = v.matrix()
	return out
}

// title is the story's, or that of its first report that has one.
func (v *viewer) title() string {
	if t := short(v.story.Title, 300); t != "" {
		return t
	}
	for _, r := range v.story.Reports {
		if t := short(r.Title, 300); t != "" {
			return t
		}
	}
	return "Untitled story"
}

func (v *viewer) summary() string {
	s := v.story
	count := map[news.FactStatus]int{}
	for _, status := range []news.FactStatus{news.Contested, news.Corroborated, news.Updated, news.SingleOrigin} {
		facts, left := v.ranked(status)
		count[status] = len(facts) + left
	}
	return fmt.Sprintf("%s from %s. %s contested, %d corroborated, %d updated, %d from a single origin.",
		plural(len(s.Reports), "report"), plural(len(s.Origins), "independent origin"),
		plural(count[news.Contested], "fact"), count[news.Corroborated], count[news.Updated], count[news.SingleOrigin])
}

// ref is the place of a statement.
func (v *viewer) ref(s *news.Statement) ref {
	out := v.place(s.Report, s.Evidence)
	if v.shown[s.Report] && !s.Evidence.Empty() {
		out.Anchor = v.anchor(s.Report.ID, s.ID)
	}
	return out
}

// place is the place of words that are no statement; the page is told to mark them.
func (v *viewer) place(r *news.Report, span text.Span) ref {
	start, end := v.at.Points(r, span)
	out := ref{Tag: ident(r.ID) + ":" + strconv.Itoa(start), Name: nameOf(r)}
	if v.shown[r] {
		out.Anchor = v.anchor(r.ID)
		if end > start {
			out.Anchor = v.anchor(r.ID, fmt.Sprintf("c%d-%d", start, end))
		}
	}
	return out
}

// passage is the place of evidence, which the page marks.
func (v *viewer) passage(e news.Evidence) ref {
	if v.shown[e.Report] && !e.Span.Empty() {
		v.extra[e.Report] = append(v.extra[e.Report], e.Span)
	}
	return v.place(e.Report, e.Span)
}

func (v *viewer) anchor(parts ...string) string {
	return v.prefix + ident(strings.Join(parts, "-"))
}

// cite remembers that the group at anchor shows these statements, for the links back from the text.
func (v *viewer) cite(anchor, label string, statements []*news.Statement) {
	for _, s := range statements {
		refs := v.back[s]
		if len(refs) < 3 && (len(refs) == 0 || refs[len(refs)-1].Anchor != anchor) {
			v.back[s] = append(refs, ref{Tag: label, Anchor: anchor})
		}
	}
}

// nameOf is how readers know a report: by its outlet, else by its title, else by its file.
func nameOf(r *news.Report) string {
	if name := short(r.Outlet, 60); name != "" {
		return name
	}
	if name := short(r.Title, 48); name != "" {
		return name
	}
	if name := short(path.Base(r.Input), 60); name != "" && name != "." && name != "/" {
		return name
	}
	return ident(r.ID)
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func period(from, to string) string {
	from, to = oneLine(from), oneLine(to)
	if from == "" && to == "" {
		return "undated"
	}
	return weigh.Days(from, to)
}

// joined is the parts that are not empty.
func joined(sep string, parts ...string) string {
	kept := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}
