// SPDX-License-Identifier: Apache-2.0

// Package check weighs one sentence against stories: is it corroborated, single-origin, contested, contradicted or not
// found?
//
// The sentence is read like a report. A report supports it where every typed part of it (figure, day, office, stance,
// state, …) is stated there and one sentence, or two in a row, hold the rest; a part that cannot hold with what a report
// states speaks against it. Words that only resemble it support nothing. The verdict says who agrees with whom, never what
// is true.
package check

import (
	"maps"
	"slices"
	"strconv"

	"stemma/internal/align"
	"stemma/internal/entity"
	"stemma/internal/lineage"
	"stemma/internal/news"
	"stemma/internal/reading"
	"stemma/internal/text"
	"stemma/internal/weigh"
)

// A Finding is one of the five verdicts.
type Finding string

// The verdicts.
const (
	Corroborated Finding = "corroborated"
	SingleOrigin Finding = "single-origin"
	Contested    Finding = "contested"
	Contradicted Finding = "contradicted"
	NotFound     Finding = "not-found"
)

// A Verdict is a finding on a claim with the words that it rests on.
type Verdict struct {
	Claim   string
	Finding Finding
	Origins int // independent origins that support the claim
	Why     string
	Support []news.Evidence
	Against []news.Evidence
}

// Claim weighs a sentence against stories that have been assembled; of several stories the one that says most decides.
func Claim(claim string, stories []*news.Story) Verdict {
	best := Verdict{Claim: claim, Finding: NotFound, Why: "the inputs say nothing of it"}
	for _, s := range stories {
		if v := weighClaim(claim, s); rank(v) > rank(best) {
			best = v
		}
	}
	return best
}

// rank orders verdicts of several stories: a story that says something goes before one that does not.
func rank(v Verdict) int {
	switch v.Finding {
	case Contested:
		return 400
	case Corroborated, SingleOrigin:
		return 200 + v.Origins
	case Contradicted:
		return 100
	}
	return 0
}

func weighClaim(claim string, s *news.Story) Verdict {
	c, err := newCase(claim, s)
	if err != nil {
		return Verdict{Claim: claim, Finding: NotFound, Why: err.Error()}
	}
	return c.verdict()
}

// A caseFile is a claim and a story read on one scene.
type caseFile struct {
	claim  string
	story  *news.Story
	report *news.Report // the claim as a report
	scene  *align.Scene
	asked  []*align.Proposition
	told   []*align.Proposition
	said   *align.Proposition // what somebody is claimed to have said, where the claim is of that form
	part   *talksPart         // who mediates, or where the sides talk, where the claim tells only that
	terms  align.Terms        // what the claim speaks of
	about  align.Terms        // of a claim that somebody did not comment: on what
	whole  map[*news.Report]align.Terms
	deeds  map[*news.Report][]deed
}

func newCase(claim string, s *news.Story) (*caseFile, error) {
	reader, err := reading.New(reading.Stages())
	if err != nil {
		return nil, err
	}
	r := &news.Report{ID: "claim", Input: "claim", Language: "en", Doc: &text.Doc{Text: claim}}
	for _, report := range s.Reports { // "on Saturday" of a claim is that of the latest report
		if ref := report.Doc.Reference; ref.After(r.Doc.Reference) {
			r.Doc.Reference = ref
		}
	}
	statements := reader.Read(r)
	for i, st := range statements {
		st.ID = "claim" + strconv.Itoa(i+1)
	}
	index := entity.Merge(append(append([]*news.Report(nil), s.Reports...), r))
	scene := align.NewScene(s.Reports, index)
	c := &caseFile{claim: claim, story: s, report: r, scene: scene, whole: map[*news.Report]align.Terms{}, deeds: deedsOf(s)}
	c.told = scene.Propositions(s.Statements)
	props := scene.Propositions(statements)
	c.asked = c.decisive(props)
	if !slices.ContainsFunc(c.asked, func(p *align.Proposition) bool { return p.Kind == align.Informing }) {
		c.said = saying(props) // "was told of the talks" tells how somebody learned, not what was said
	}
	c.terms = scene.Terms(r, text.Span{End: len(claim)})
	for _, p := range c.asked {
		words := maps.Clone(c.compared(p))
		maps.DeleteFunc(c.terms, func(t align.Term, _ bool) bool { return t[0] == 'c' && words[t] })
	}
	c.part = c.talksPart()
	return c, nil
}

// compared is the words of a claim that the comparison of a typed part settles, in whatever words a report has it: how two sides
// met, that somebody does not comment, the state of those counted ("released", "let go").
func (c *caseFile) compared(p *align.Proposition) align.Terms {
	switch {
	case p.Kind == align.Channel:
		return p.Content
	case p.Kind == align.Comment: // on what, a report may tell anywhere
		c.about = maps.Clone(c.terms)
		maps.DeleteFunc(c.about, func(t align.Term, _ bool) bool { return t[0] != 'c' || p.Content[t] || silence[t] })
		return c.terms
	case p.Kind == align.Count && len(p.States) > 0:
		out := maps.Clone(p.Content)
		if len(p.Hard()) > 0 {
			maps.Copy(out, p.Rules)
		}
		for i := range c.report.Doc.Events {
			if e := &c.report.Doc.Events[i]; e.Facet == text.Condition && e.Span.Contains(p.Evidence) {
				maps.Copy(out, c.scene.Terms(c.report, c.report.Doc.Tokens[e.Verb].Span))
			}
		}
		return out
	}
	return nil
}

// silence is the words by which somebody does not comment.
var silence = map[align.Term]bool{"c:say": true, "c:comment": true, "c:refuse": true, "c:respond": true, "c:answer": true, "c:reply": true, "c:request": true, "c:question": true, "c:inquiry": true}

// ofSides reports whether a figure only tells that there were two: "the two sides met at one table".
func ofSides(p *align.Proposition, props []*align.Proposition) bool {
	return p.Unit == text.Count && p.Max != nil && *p.Max <= 2 && slices.ContainsFunc(props, func(q *align.Proposition) bool {
		return q.Kind == align.Channel && q.Evidence.Contains(p.Evidence)
	})
}

// A deed is an event that a report tells of, inside quotations too.
type deed struct {
	*text.Event
	sentence int
	denied   bool // negated, or told as what somebody denies
}

func deedsOf(s *news.Story) map[*news.Report][]deed {
	denied := map[*text.Event]bool{}
	for _, st := range s.Statements {
		if st.Event != nil {
			denied[st.Event] = st.Negated
		}
	}
	out := map[*news.Report][]deed{}
	for _, r := range s.Reports {
		for i := range r.Doc.Events {
			x := &r.Doc.Events[i]
			negated, ok := denied[x]
			if x.Facet == text.NoFacet {
				out[r] = append(out[r], deed{x, r.Doc.SentenceAt(x.Verb), negated || !ok && x.Negated})
			}
		}
	}
	return out
}

// decisive is the parts of a claim that must be stated: not what it says under a condition, not what only repeats its
// other parts, and of states only those of people.
func (c *caseFile) decisive(props []*align.Proposition) []*align.Proposition {
	var out []*align.Proposition
	for _, p := range props {
		switch {
		case p.Kind == align.Saying, p.Kind == align.Happening, p.Kind != align.Count && p.Modality == text.Conditional:
		case p.Kind == align.Condition && !c.ofPerson(p):
		case p.Kind == align.Informing && len(named(p.Targets)) == 0: // "the families were told": compared by its words
		case p.Kind == align.Office && len(p.Content) == 0 && !p.Role.Office.Empty(): // a rank: "Private Ivo Brandt"
		case p.Kind == align.Dated && p.Event.Facet == text.NoFacet && (!c.namesSomebody(p) || c.bare(p.Time)):
		case p.Kind == align.Channel && len(p.Actors)+len(p.Targets) < 2 && !p.Sides():
		case p.Kind == align.Count && (p.Class == "source" || ofSides(p, props)):
		default:
			p.Asked = true
			out = append(out, p)
		}
	}
	return out
}

// saying is the claim's attributed content where the claim is that a named source said something.
func saying(props []*align.Proposition) *align.Proposition {
	for _, p := range props {
		if p.Kind == align.Saying && p.Attribution.Source != "" && len(named(p.Actors)) > 0 && reportedSpeech(p) {
			return p
		}
	}
	return nil
}

// reportedSpeech: "X said that …", not "X supports …" or "X demands …", which are deeds and stances.
func reportedSpeech(p *align.Proposition) bool {
	words := p.Report.Doc.RangeOf(p.Attribution.CueSpan)
	for i := words.First; i < words.Last; i++ {
		switch p.Report.Doc.Tokens[i].Lemma {
		case "say", "tell", "add", "argue", "insist", "explain", "write", "state", "note", "claim", "according", "accord", "point":
			return true
		}
	}
	return false
}

// namesSomebody reports whether a deed names somebody who did it or to whom it was done.
func (c *caseFile) namesSomebody(p *align.Proposition) bool {
	for _, set := range []align.Terms{p.Actors, p.Targets} {
		for t := range set {
			if t[0] == 'e' {
				return true
			}
		}
	}
	return false
}

// ofPerson reports whether a state is one of a named person.
func (c *caseFile) ofPerson(p *align.Proposition) bool {
	for t := range p.Targets {
		if e := c.scene.Entities.Named(string(t[2:])); t[0] == 'e' && e != nil && e.Kind == text.Person {
			return true
		}
	}
	return false
}

// verdict weighs the reports one by one.
func (c *caseFile) verdict() Verdict {
	v := Verdict{Claim: c.claim}
	contested := false
	var overtaken []news.Evidence
	for _, r := range c.story.Reports {
		found := c.examine(r)
		if len(found.support) > 0 {
			v.Support = append(v.Support, evidence(found.support)...)
			contested = contested || c.inDispute(found.support)
		}
		v.Against = append(v.Against, evidence(found.against)...)
		overtaken = append(overtaken, evidence(found.overtaken)...)
	}
	v.Origins = lineage.NewVoices(c.story.Origins, c.story.Links).Count(v.Support)
	if v.Origins == 0 {
		v.Against = append(v.Against, overtaken...) // a figure that no report ever gave
	}
	switch {
	case v.Origins > 0 && (len(v.Against) > 0 || contested):
		v.Finding, v.Why = Contested, "some state it, others state what cannot hold with it"
		v.Against = append(v.Against, c.otherSides(v.Support)...)
	case v.Origins > 1:
		v.Finding, v.Why = Corroborated, strconv.Itoa(v.Origins)+" independent origins state it"
	case v.Origins == 1:
		v.Finding, v.Why = SingleOrigin, "all who state it go back to one origin"
	case len(v.Against) > 0:
		v.Finding, v.Why = Contradicted, "none states it, and what is stated cannot hold with it"
	default:
		v.Finding, v.Why = NotFound, "the inputs say nothing of it"
	}
	v.Support, v.Against = outer(v.Support), outer(v.Against)
	return v
}

// outer is evidence without what stands inside other evidence of the same report.
func outer(evidence []news.Evidence) []news.Evidence {
	var out []news.Evidence
	for i, e := range evidence {
		inside := slices.ContainsFunc(evidence, func(o news.Evidence) bool {
			return o.Report == e.Report && o.Span != e.Span && o.Span.Contains(e.Span)
		})
		if !inside && !slices.Contains(evidence[:i], e) {
			out = append(out, e)
		}
	}
	return out
}

// A passage is words of a report that bear on the claim, and the statement they belong to, where it is one.
type passage struct {
	ev        news.Evidence
	statement *news.Statement
}

func evidence(passages []passage) []news.Evidence {
	var out []news.Evidence
	for _, p := range passages {
		out = append(out, p.ev)
	}
	return out
}

func of(p *align.Proposition) passage {
	return passage{news.Evidence{Report: p.Report, Span: p.Evidence}, p.Statement}
}

// inDispute reports whether one of the supporting statements stands in a version that another contradicts, or a supporting passage
// tells how somebody died of whom another tells otherwise.
func (c *caseFile) inDispute(support []passage) bool {
	for _, p := range support {
		if p.statement != nil && len(c.opponents(p.statement)) > 0 || p.statement == nil && c.holdsDisputed(p.ev) {
			return true
		}
	}
	return false
}

// aboutSame is the share of a disputed statement's content that a claim must speak of to be about the same.
const aboutSame = 0.6

// holdsDisputed reports whether a passage holds a disputed statement of how somebody died, and the claim speaks of that.
func (c *caseFile) holdsDisputed(ev news.Evidence) bool {
	for _, f := range c.story.Facts {
		if f.Kind != weigh.Fate || f.Status != news.Contested || c.onlyDead() {
			continue
		}
		for _, v := range f.Versions {
			for _, st := range v.Statements {
				if st.Report != ev.Report || !ev.Span.Contains(st.Evidence) {
					continue
				}
				if smaller, _ := c.scene.Likeness(c.scene.Terms(st.Report, st.Evidence), c.terms); smaller >= aboutSame {
					return true
				}
			}
		}
	}
	return false
}

// opponents is the statements of versions that contradict the version of a typed statement.
func (c *caseFile) opponents(st *news.Statement) []*news.Statement {
	var out []*news.Statement
	for _, f := range c.story.Facts {
		if f.Status != news.Contested || f.Kind == weigh.Fate && c.onlyDead() {
			continue
		}
		for _, r := range f.Relations {
			if r.Relation != news.Contradict {
				continue
			}
			if holds(f.Versions[r.A], st) {
				out = append(out, f.Versions[r.B].Statements...)
			} else if holds(f.Versions[r.B], st) {
				out = append(out, f.Versions[r.A].Statements...)
			}
		}
	}
	return out
}

// onlyDead reports whether the claim says no more than that somebody is dead: how is not its matter.
func (c *caseFile) onlyDead() bool {
	for t := range c.terms {
		if t[0] == 'c' && t != "c:die" && t != "c:kill" {
			return false
		}
	}
	return true
}

func holds(v news.Version, st *news.Statement) bool {
	for _, s := range v.Statements {
		if s == st {
			return true
		}
	}
	return false
}

// otherSides is the words of the versions that contradict the supporting ones.
func (c *caseFile) otherSides(support []news.Evidence) []news.Evidence {
	var out []news.Evidence
	seen := map[*news.Statement]bool{}
	for _, st := range c.story.Statements {
		for _, ev := range support {
			if st.Report != ev.Report || st.Evidence != ev.Span {
				continue
			}
			for _, other := range c.opponents(st) {
				if !seen[other] {
					seen[other] = true
					out = append(out, news.Evidence{Report: other.Report, Span: other.Evidence})
				}
			}
		}
	}
	return out
}

// relate compares a part of the claim with a statement.
func (c *caseFile) relate(asked, told *align.Proposition) (weigh.Relation, bool) {
	rel, _ := weigh.Relate(c.scene, asked, told)
	return rel, rel == weigh.Agree || rel == weigh.Refine && weigh.Entails(told, asked)
}
