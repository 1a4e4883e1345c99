// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"stemma/internal/align"
	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

// counts compares two figures: first whether they count the same, then their intervals. Equal figures agree where their
// scopes are compatible; figures that differ are set against each other only where their scopes are the same.
func (j judge) counts(a, b *align.Proposition) (Relation, string) {
	if sidesApart(a, b) || len(j.hardOf(a)) > 0 && ofWar(a) != ofWar(b) || partAndWhole(a, b) || !j.rivals(a, b) && !j.sameCounted(a, b) || (a.Asked || b.Asked) && !j.sameActors(a, b) {
		return Unrelated, ""
	}
	x, y := intervalOf(a), intervalOf(b)
	if aged(a) != aged(b) || aged(a) && !x.equal(y) && !j.oneBearer(a, b) {
		return Unrelated, "" // of two people
	}
	if lengths(a, b) && a.Quantity.Unit != b.Quantity.Unit {
		x, y = lengthOf(a), lengthOf(b)
	}
	switch {
	case len(j.hardOf(a)) > 0 && (a.Time == nil) != (b.Time == nil) && (old(a) || old(b)) && !telling(a.Quantity) && !j.likeContexts(a, b):
		return Unrelated, "" // "nine were hurt in a year", "nine were hurt"
	case x.equal(y):
		return Agree, ""
	case !sameScope(a, b) && !j.tolls(a, b) || len(j.hardOf(a)) > 0 && a.Quantity.Per.Empty() && claimed(a) != claimed(b) || a.Report == b.Report && !j.rivals(a, b) && !j.opposed(a, b):
		return Unrelated, "" // one report counts two things
	case len(j.hardOf(a)) > 0 && (a.Time == nil) != (b.Time == nil) && (old(a) || old(b)) && !j.likeContexts(a, b):
		return Unrelated, "" // one is dated long ago, the other is news
	case x.meets(y) && (grown(a, b) || j.outrun(a, b)):
		return Update, sequence(a, x, y)
	case x.meets(y):
		return Refine, fmt.Sprintf("%s and %s are compatible", x, y)
	case a.Unheard || b.Unheard || a.Loose() || b.Loose() || j.besides(a, b) || !j.rivals(a, b) && !j.sameOccasion(a, b):
		return Unrelated, "" // headlines drop the bound that the body has
	case !j.rivals(a, b) && later(a, b):
		return Update, sequence(a, x, y)
	}
	return Contradict, fmt.Sprintf("%s and %s cannot both be right", x, y)
}

// rejecting are what cues have by which a source does not stand for what it is said to speak of.
var rejecting = []string{"dismiss", "reject", "disput", "refut", "denied", "denies", "deny", "contest", "challeng", "doubt"}

// Rejected reports whether a figure is one that its source does not accept: "dismissed the figure of 40 million".
func Rejected(p *align.Proposition) bool {
	return p.Kind == align.Count && p.Attribution != nil && slices.ContainsFunc(rejecting, func(stem string) bool {
		return strings.HasPrefix(lower(p.Attribution.Cue), stem)
	})
}

// ofWar reports whether a figure is that of a whole war: "the war has killed more than 200,000".
func ofWar(p *align.Proposition) bool { return p.Actors["c:war"] }

// partAndWhole reports whether one of two figures is told as some of those killed or hurt, and the other counts far more.
func partAndWhole(a, b *align.Proposition) bool {
	return a.Part != b.Part && ratio(a, b) > 1.2
}

// besides reports whether one of two figures of victims is the toll of an incident, and the other stands beside that toll in a report
// of the same: a part of it, or another matter.
func (j judge) besides(a, b *align.Proposition) bool {
	return (a.Beside || b.Beside) && !j.rivals(a, b) && a.Report != b.Report && j.oneIncident(a.Report, b.Report)
}

// sameCounted reports whether two figures count the same sort of thing in the same state, or are governed alike.
func (j judge) sameCounted(a, b *align.Proposition) bool {
	if a.Unit != b.Unit || a.Per != b.Per && !either(a, b) || a.Quantity.Per.Empty() != b.Quantity.Per.Empty() || a.Class == "source" {
		return false
	}
	if !a.Quantity.Per.Empty() {
		return a.Class == b.Class && !timesApart(a.Time, b.Time)
	}
	if lengths(a, b) {
		return meet(a.Content, b.Content) && !timesApart(a.Time, b.Time)
	}
	if j.tolls(a, b) {
		return !timesApart(a.Time, b.Time)
	}
	if a.Report == b.Report && a.Class == b.Class && len(j.hardOf(a)) > 0 && align.AlikeStates(a, b) && intervalOf(a).equal(intervalOf(b)) {
		return true // "three civilians", then "three people"
	}
	if !j.sameStates(a, b) && !j.untold(a, b) || timesApart(a.Time, b.Time) || !within(a.Groups, b.Groups) && !within(b.Groups, a.Groups) {
		return false
	}
	equal := intervalOf(a).equal(intervalOf(b))
	if len(j.hardOf(a)) > 0 && len(j.hardOf(b)) > 0 {
		return a.Class == b.Class || equal && (telling(a.Quantity) || askedPeople(a, b) || askedPeople(b, a))
	}
	if a.Class == b.Class && a.States["held"] && b.States["held"] && equal {
		return true
	}
	if a.Class != b.Class && !(equal && telling(a.Quantity) && persons[a.Class] && persons[b.Class]) {
		return false
	}
	return j.alikeItems(a, b, equal)
}

// askedPeople reports whether a claim speaks of people, and what is told of people of some sort.
func askedPeople(asked, told *align.Proposition) bool {
	return asked.Asked && asked.Class == "people" && (persons[told.Class] || personNouns().Has(told.Class))
}

var personNouns = lexicon.Load("person_nouns")

// persons are classes of people counted: a figure seldom met by chance is the same under any of these names.
var persons = map[string]bool{
	"people": true, "militant": true, "prisoner": true, "worker": true, "member": true, "monitor": true, "observer": true, "soldier": true,
	"police": true, "delegate": true, "negotiator": true, "student": true, "migrant": true, "passenger": true, "fighter": true,
}

// sorts are wide sorts of people, of whom a story counts many sets.
var sorts = map[string]bool{"child": true, "woman": true, "man": true, "family": true, "others": true, "resident": true, "villager": true, "refugee": true, "victim": true}

// lengths reports whether two figures tell how long a thing lasts: "a 60-day truce".
func lengths(a, b *align.Proposition) bool {
	x, y := a.Quantity, b.Quantity
	return x.Kind == text.Duration && inDays[x.Unit] > 0 && inDays[y.Unit] > 0 && len(a.Content) > 0 && len(b.Content) > 0
}

// inDays is how many days a unit of time has, about.
var inDays = map[string]float64{"day": 1, "week": 7, "month": 30, "year": 365}

// untold: one of two equal figures, seldom met by chance, is told without the state.
func (j judge) untold(a, b *align.Proposition) bool {
	return (len(j.hardOf(a)) == 0 || len(j.hardOf(b)) == 0) && telling(a.Quantity) && intervalOf(a).equal(intervalOf(b))
}

// either reports whether one of two figures is per a word that stands for what was named before: "each", "apiece".
func either(a, b *align.Proposition) bool {
	return a.Per == "" || b.Per == ""
}

// telling reports whether a figure is seldom met by chance.
func telling(q *text.Quantity) bool {
	if q.Vague != "" {
		return false
	}
	x := intervalIn(q)
	v := 0.0
	if x.min != nil {
		v = *x.min
	} else if x.max != nil {
		v = *x.max
	}
	return v > 12 && int(v)%10 != 0 || v > 100
}

// rivals: one figure is told as another account of what the other counts.
func (j judge) rivals(a, b *align.Proposition) bool {
	if a.Rival == nil && b.Rival == nil || ratio(a, b) > 2*farApart {
		return false
	}
	one := func(x, y *align.Proposition) bool {
		return x.Rival != nil && (x.Rival == y || y.Rival == nil && j.sameCounted(x.Rival, y) && intervalOf(x.Rival).equal(intervalOf(y)))
	}
	return one(a, b) || one(b, a)
}

// sameVoice reports whether two statements of one report come from one source, or both from the report itself.
func sameVoice(a, b *align.Proposition) bool { return voice(a) == voice(b) }

func voice(p *align.Proposition) string {
	if p.Attribution == nil {
		return ""
	}
	return p.Attribution.Source
}

// opposed reports whether two figures of one report are given by two named sources side by side, in like words, or as the toll of
// what it is mainly about.
func (j judge) opposed(a, b *align.Proposition) bool {
	if a.Toll != "" && a.Toll == b.Toll {
		return ratio(a, b) <= farApart && differ(a, b)
	}
	near := a.Sentence-b.Sentence <= 1 && b.Sentence-a.Sentence <= 1
	smaller, _ := likeness(j.contextBag(a), j.contextBag(b))
	return near && smaller >= 0.4 && ratio(a, b) <= farApart && differ(a, b)
}

// differ reports whether two figures are of two named sources.
func differ(a, b *align.Proposition) bool {
	return voice(a) != "" && voice(b) != "" && voice(a) != voice(b) && !a.Attribution.Anonymous && !b.Attribution.Anonymous
}

// sameScope: the same groups of people, and both or neither held captive.
func sameScope(a, b *align.Proposition) bool {
	return maps.Equal(a.Groups, b.Groups) && captive(a) == captive(b)
}

// captive: those taken are captives by that alone.
func captive(p *align.Proposition) bool {
	return p.States["held"] || p.States["captive"] || p.States["taken"]
}

// within reports whether every term of a is one of b.
func within(a, b align.Terms) bool {
	for t := range a {
		if !b[t] {
			return false
		}
	}
	return true
}

// alikeItems: figures of things in no telling state count the same where the words around them are alike: less must be
// shared where the figures are equal, more where they differ.
func (j judge) alikeItems(a, b *align.Proposition, equal bool) bool {
	shared := common(j.near(a), j.near(b))
	smaller, _ := likeness(j.near(a), j.near(b))
	const telltale = 0.8 // what a shared governing word counts for
	governed := meet(a.Rules, b.Rules) && j.sameActors(a, b)
	if governed && a.Unit == text.Money && a.Rules[priced] && b.Rules[priced] && !formerly(a) && !formerly(b) {
		return true // a story tells of one price at a time
	}
	switch {
	case equal && telling(a.Quantity):
		return shared >= 0.8 || a.Asked && a.Class == b.Class && shared > 0
	case equal:
		return shared >= 1.6 && smaller >= 0.3 || governed && shared >= 0.8
	}
	if a.Unit == text.Measure && !aged(a) && !a.Asked && !b.Asked && (!meet(a.Rules, b.Rules) || ofLimit(a) != ofLimit(b)) {
		return false // "a limit of 20 knots", "a speed of 30 knots"
	}
	if a.Asked && a.Unit == text.Measure && copular(a) && !meet(a.Actors, b.Rules) && !meet(a.Actors, b.Actors) {
		return false // "the limit was 10 knots", "a speed of 17 knots"
	}
	if len(a.Content) > 1 && len(b.Content) > 1 && len(align.Shared(a.Content, b.Content)) < 2 {
		return false // "nine medical teams", "three diving teams"
	}
	need := 0.6
	if governed {
		shared += telltale
		need = 0.3
	}
	if a.Asked && shared < need*j.near(a).sum {
		return false
	}
	return governed && shared >= 1.2 || shared >= 2.4 && smaller >= 0.5 || shared >= 1.6 && smaller >= 0.9
}

// ofLimit reports whether a figure is that of a limit.
func ofLimit(p *align.Proposition) bool { return p.Rules["c:limit"] || p.Actors["c:limit"] }

// copular reports whether a figure is what its clause says that its subject is.
func copular(p *align.Proposition) bool {
	first := p.Report.Doc.RangeOf(p.Evidence).First
	return first > 0 && p.Report.Doc.Tokens[first-1].Lemma == "be"
}

// priced governs a sum that somebody demands.
const priced = align.Term("c:demand")

// formerly reports whether a figure is told as the one that another replaced: "cut to 6 million from 10 million".
func formerly(p *align.Proposition) bool {
	first := p.Report.Doc.RangeOf(p.Evidence).First
	return first > 0 && p.Report.Doc.Lower(first-1) == "from"
}

// context is the content of a proposition's sentence, and of the one before where it goes on with a pronoun.
func (j judge) context(p *align.Proposition) align.Terms {
	if p.Sentence < 0 {
		return p.Content
	}
	known := j.note(p)
	if known.context != nil {
		return known.context
	}
	doc := p.Report.Doc
	span := doc.Sentences[p.Sentence].Span
	if p.Sentence > 0 && align.GoesOn(doc, p.Sentence) {
		span = span.Union(doc.Sentences[p.Sentence-1].Span)
	}
	known.context = j.scene.Terms(p.Report, span)
	return known.context
}

// sameStates reports whether two figures count those in the same state, or the same part of a whole.
func (j judge) sameStates(a, b *align.Proposition) bool {
	x, y := j.hardOf(a), j.hardOf(b)
	if len(x) != len(y) || !slices.Equal(x, y) {
		return false
	}
	for _, s := range align.Subgroups {
		if a.States[s] != b.States[s] {
			return false
		}
	}
	return len(x) > 0 || a.States["held"] == b.States["held"] || a.States["captive"] == b.States["captive"]
}

// hardOf is the states of a count that decide what is counted.
func (j judge) hardOf(p *align.Proposition) []string { return j.note(p).hard }

// longAgo is from how many days before publication on a dated figure is not of the day's news.
const longAgo = 60

// old reports whether what is counted is dated long before publication.
func old(p *align.Proposition) bool {
	return p.Time != nil && longBefore(p.Report, p.Time.To)
}

// longBefore reports whether a day lies long before a report.
func longBefore(r *news.Report, to string) bool {
	then, err1 := time.Parse(time.DateOnly, to)
	now, err2 := time.Parse(time.DateOnly, day(r.Published))
	return err1 == nil && err2 == nil && now.Sub(then) > longAgo*24*time.Hour
}

func (j judge) likeContexts(a, b *align.Proposition) bool {
	smaller, _ := likeness(j.contextBag(a), j.contextBag(b))
	return smaller >= 0.35
}

// farApart is the ratio of two figures from which they are hardly of one occasion.
const farApart = 5

// sameOccasion: figures that differ are set against each other only where they are of one occasion: dated alike, both in
// the opening of their reports, or told with the same words and names; and where one is many times the other only the
// last will do.
func (j judge) sameOccasion(a, b *align.Proposition) bool {
	if timesApart(a.Time, b.Time) {
		return false
	}
	if !a.Quantity.Per.Empty() || len(j.hardOf(a)) == 0 && meet(a.Rules, b.Rules) {
		return true // a rate, a licence, an offer: not of a day
	}
	if (a.Asked || b.Asked) && (a.Time == nil || b.Time != nil) {
		return true
	}
	smaller, _ := likeness(j.contextBag(a), j.contextBag(b))
	if smaller >= 0.5 {
		return true
	}
	if ratio(a, b) > farApart {
		return false
	}
	if j.tolls(a, b) || a.Opening() && b.Opening() && (j.oneIncident(a.Report, b.Report) || smaller >= 0.12 && !a.States["dead"] && !a.States["injured"]) {
		return true
	}
	if len(j.hardOf(a)) > 0 && a.Class == b.Class && !persons[a.Class] && !sorts[a.Class] && smaller > 0 {
		return true // "three guards killed", "five guards killed": of so narrow a sort a story counts once
	}
	if smaller < 0.22 {
		return false
	}
	dated := a.Time != nil && b.Time != nil && precise(a.Time) && precise(b.Time)
	named := meetNamed(j.context(a), j.context(b)) && (a.Time == nil) == (b.Time == nil)
	return dated || named || smaller >= 0.35
}

// precise reports whether a time is a day or a few.
func precise(t *text.Time) bool {
	from, err1 := time.Parse(time.DateOnly, t.From)
	to, err2 := time.Parse(time.DateOnly, t.To)
	return err1 == nil && err2 == nil && to.Sub(from) <= 3*24*time.Hour
}

func ratio(a, b *align.Proposition) float64 {
	x, y := point(a.Quantity), point(b.Quantity)
	if x == 0 || y == 0 {
		return farApart + 1
	}
	return max(x, y) / min(x, y)
}

// point is one number of a figure.
func point(q *text.Quantity) float64 {
	if q.Min != nil {
		return *q.Min
	}
	if q.Max != nil {
		return *q.Max
	}
	return 0
}

// tollStates change while a story runs.
var tollStates = []string{"dead", "injured", "missing", "rescued", "evacuated", "displaced", "released", "alive"}

// later reports whether two figures can be states of one count at different times: one says that it changes, or it is a
// toll of something that is fresh news in reports of different days. The toll of what happened long ago stands.
func later(a, b *align.Proposition) bool {
	if a.Moving || b.Moving {
		return true
	}
	if !slices.ContainsFunc(tollStates, func(s string) bool { return a.States[s] }) {
		return false
	}
	if a.Report != b.Report && (a.Running || b.Running) && !a.States["alive"] && !a.States["released"] && !old(a) && !old(b) {
		return true
	}
	x, y := day(a.Report.Published), day(b.Report.Published)
	return x != "" && y != "" && x != y && fresh(a, x) && fresh(b, y) && !goesOnFromLong(a) && !goesOnFromLong(b)
}

// goesOnFromLong reports whether the sentence before an undated figure, in its paragraph, is of a day long before publication: "The raid
// came on April 19. Five guards were killed".
func goesOnFromLong(p *align.Proposition) bool {
	doc := p.Report.Doc
	if p.Time != nil || p.States["alive"] || p.States["missing"] || p.Sentence < 1 || doc.Sentences[p.Sentence-1].Paragraph != doc.Sentences[p.Sentence].Paragraph {
		return false
	}
	return slices.ContainsFunc(doc.Times, func(t text.Time) bool {
		return doc.Sentences[p.Sentence-1].Span.Contains(t.Span) && t.Type == "DATE" && longBefore(p.Report, t.To)
	})
}

// grown reports whether the report of the later day has the higher figure of a toll that can only rise, or the lower one of
// the missing: then the later figure takes the place of the earlier, though a bound would allow both.
func grown(a, b *align.Proposition) bool {
	x, y := day(a.Report.Published), day(b.Report.Published)
	if !later(a, b) || x == "" || y == "" || x == y || a.Quantity.Min == nil || b.Quantity.Min == nil {
		return false
	}
	if y < x {
		a, b = b, a
	}
	if a.States["missing"] || a.States["alive"] {
		return *b.Quantity.Min < *a.Quantity.Min
	}
	return *b.Quantity.Min > *a.Quantity.Min
}

// lowerRuns reports whether the report of the lower of two figures says that it may still rise.
func lowerRuns(a, b *align.Proposition) bool {
	return a.Toll != "" && b.Toll != "" && (a.Running && *a.Min < *b.Min || b.Running && *b.Min < *a.Min)
}

// sequence tells two figures in the order in which they were right: a toll rises, the missing get fewer.
func sequence(a *align.Proposition, x, y interval) string {
	lo, _ := x.bounds()
	hi, _ := y.bounds()
	if (lo > hi) != (a.States["missing"] || a.States["alive"]) {
		x, y = y, x
	}
	return fmt.Sprintf("%s, then %s", x, y)
}

// outrun reports whether one of two tolls of one incident is told as one that has changed, or may: "has risen to at least 112"
// is overtaken by 126.
func (j judge) outrun(a, b *align.Proposition) bool {
	return a.Report != b.Report && (a.Moving || b.Moving || lowerRuns(a, b)) && a.Min != nil && b.Min != nil && *a.Min != *b.Min && later(a, b) && ratio(a, b) <= farApart && j.sameOccasion(a, b)
}

// freshDays is how long after an event its toll may still change.
const freshDays = 10

// fresh reports whether what is counted is dated, if at all, within a few days before publication.
func fresh(p *align.Proposition, published string) bool {
	if p.Time == nil || p.Time.To == "" || p.States["alive"] {
		return true
	}
	then, err1 := time.Parse(time.DateOnly, p.Time.To)
	now, err2 := time.Parse(time.DateOnly, published)
	return err1 != nil || err2 != nil || now.Sub(then) <= freshDays*24*time.Hour
}

func day(published string) string { return published[:min(10, len(published))] }

// An interval is the values that a figure allows; nil is open.
type interval struct {
	min, max    *float64
	approximate bool
	vague       string // the words, where they give no number: "several hundred"
}

func intervalOf(p *align.Proposition) interval { return bounded(p.Quantity, p.Min, p.Max) }

// lengthOf is the interval of a length of time, in days; one in months or years is no exact count of them.
func lengthOf(p *align.Proposition) interval {
	x := intervalOf(p)
	unit := inDays[p.Quantity.Unit]
	scaled := func(v *float64) *float64 {
		if v == nil {
			return nil
		}
		days := *v * unit
		return &days
	}
	return interval{min: scaled(x.min), max: scaled(x.max), approximate: x.approximate || unit > 7}
}

func intervalIn(q *text.Quantity) interval { return bounded(q, q.Min, q.Max) }

func bounded(q *text.Quantity, lo, hi *float64) interval {
	if hi == nil {
		hi = align.Ceiling(q)
	}
	return interval{lo, hi, q.Approximate, q.Vague}
}

// tolerance is how far an approximate figure may lie from another.
const tolerance = 0.1

func (x interval) bounds() (float64, float64) {
	lo, hi := 0.0, 1e18
	slack := 0.0
	if x.approximate {
		slack = tolerance
	}
	if x.min != nil {
		lo = *x.min * (1 - slack)
	} else if x.approximate && x.max != nil {
		lo = *x.max * (1 - 2*tolerance) // "nearly 50" is not 30
	}
	if x.max != nil {
		hi = *x.max * (1 + slack)
	}
	return lo, hi
}

// equal reports whether two figures give one value: the same bounds, or within tolerance where one is approximate.
func (x interval) equal(y interval) bool {
	if (x.min == nil) != (y.min == nil) || (x.max == nil) != (y.max == nil) {
		return false
	}
	same := func(a, b *float64) bool {
		if a == nil {
			return true
		}
		if x.approximate || y.approximate {
			return max(*a, *b)-min(*a, *b) <= tolerance*max(*a, *b)
		}
		return *a == *b
	}
	return same(x.min, y.min) && same(x.max, y.max)
}

func (x interval) meets(y interval) bool {
	a, b := x.bounds()
	c, d := y.bounds()
	return a <= d && c <= b
}

// String is the figure for a reader: "over 200", "30–50", "about 24".
func (x interval) String() string {
	switch {
	case x.vague != "":
		return x.vague
	case x.min != nil && x.max == nil:
		return "at least " + figure(*x.min)
	case x.min == nil && x.max != nil && x.approximate:
		return "nearly " + figure(*x.max)
	case x.min == nil && x.max != nil:
		return "at most " + figure(*x.max)
	case x.min != nil && *x.min != *x.max:
		return figure(*x.min) + "–" + figure(*x.max)
	case x.approximate:
		return "about " + figure(*x.min)
	}
	return figure(*x.min)
}

// figure writes a number with thousands separated.
func figure(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	whole, part, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if part != "" {
		whole += "." + part
	}
	return whole
}
