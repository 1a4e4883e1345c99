// SPDX-License-Identifier: Apache-2.0

package talks

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"stemma/internal/align"
	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

// The states of captives, in the order of the ledger.
var captiveStates = []string{"held", "alive", "dead", "missing", "taken", "released", "escaped or rescued", "to be released"}

// captives is the ledger of people held: a row for each state and group, and one for each person named.
func (b *builder) captives() []news.Row {
	var rows []news.Row
	if b.captiveWords() < leastCaptive {
		return nil
	}
	ranges := map[*news.Statement]span{}
	for _, p := range b.scene.Propositions(b.story.Statements) {
		if p.Kind != align.Count || p.Headline || ranges[p.Statement].state != "" {
			continue
		}
		s := b.captive(p)
		if s.state == "" {
			continue
		}
		ranges[p.Statement] = s
		row := news.Row{State: s.state, Text: s.group, From: s.day, Statements: []*news.Statement{p.Statement}}
		rows = b.fold(rows, row, func(old, new *news.Row) bool { return sameGroup(b, old, new, ranges) })
	}
	for i := range rows {
		rows[i].Value = lowBestHigh(rows[i].Statements, b.origin)
	}
	rows = append(rows, b.namedCaptives()...)
	slices.SortStableFunc(rows, func(x, y news.Row) int {
		return cmp.Compare(slices.Index(captiveStates, x.State), slices.Index(captiveStates, y.State))
	})
	return rows
}

// leastCaptive is how many words for captives a story of captives has.
const leastCaptive = 3

// captiveWords counts the words of a story that tell of captives.
func (b *builder) captiveWords() int {
	n := 0
	for _, p := range b.pages {
		for _, sent := range p.doc.Sentences {
			for i := sent.First; i < sent.Last; i++ {
				if captiveWord(p.doc.Tokens[i].Lemma) {
					n++
				}
			}
		}
	}
	return n
}

func captiveWord(lemma string) bool {
	switch lemma {
	case "captive", "hostage", "captivity", "kidnapper", "captor", "abduct", "kidnap", "kidnapping", "abduction":
		return true
	}
	return false
}

// A span is a count of captives: their state, group, day, and bounds.
type span struct {
	state, group, day string
	of                string // nationality or body of those counted
	low, high         float64
}

// captive reads a count; its state is "" where it counts no captives.
func (b *builder) captive(p *align.Proposition) span {
	q := p.Quantity
	if q.Kind != text.Count || !q.Per.Empty() || q.Max != nil && *q.Max == 0 {
		return span{}
	}
	pg := b.pageOf(p.Report)
	if !pg.countsCaptives(p) {
		return span{}
	}
	s := span{of: strings.Join(termNames(p.Groups), ","), low: math.Inf(-1), high: math.Inf(1), state: pg.captivity(p), group: pg.groupOf(q)}
	if q.Min != nil {
		s.low = *q.Min
	}
	if q.Max != nil {
		s.high = *q.Max
	}
	if st := b.eventAround(p.Statement); st != nil && (s.state == "taken" || s.state == "released") {
		s.day = sharpDay(st)
	}
	return s
}

func termNames(terms align.Terms) []string {
	var out []string
	for t := range terms {
		out = append(out, string(t))
	}
	slices.Sort(out)
	return out
}

// sharpDay is the first day of a statement's time where that is a month or less, else "".
func sharpDay(st *news.Statement) string {
	from, err := time.Parse(time.DateOnly, st.Time.From)
	to, err2 := time.Parse(time.DateOnly, st.Time.To)
	if err != nil || err2 != nil || to.Sub(from) > 31*24*time.Hour {
		return ""
	}
	return st.Time.From
}

// countsCaptives reports whether a figure counts captives: by its noun, or people, others and nobody's noun where the words
// around tell of captivity.
func (p *page) countsCaptives(c *align.Proposition) bool {
	q := c.Quantity
	if q.Head >= 0 && p.doc.Tokens[q.Head].Tag == text.NOUN {
		switch lexicon.ConceptOf(&p.doc.Tokens[q.Head]) {
		case "captive":
			return p.doc.Tokens[q.Head].Lemma != "detainee"
		}
	}
	if c.Class != "people" || c.States["arrested"] {
		return false
	}
	if c.States["taken"] || c.States["captive"] || c.States["dead"] && c.States["held"] {
		return true
	}
	if c.States["dead"] {
		return false // killed when others were taken
	}
	words := p.doc.RangeOf(q.Span)
	sent := p.sentence(words.First)
	for i := max(sent.First, words.First-8); i < min(sent.Last, words.Last+8); i++ {
		if captiveWord(p.doc.Tokens[i].Lemma) {
			return c.States["released"] || c.States["alive"] || c.States["held"] || c.States["rescued"]
		}
	}
	if c.States["released"] && p.groupOf(q) == "captives" {
		return true // "freed 22 of them"
	}
	return (c.States["released"] || c.States["rescued"] || c.States["held"]) && tellsOfCaptives(p, sent)
}

// tellsOfCaptives reports whether the sentence or the two before it tell of captives.
func tellsOfCaptives(p *page, sent text.Sentence) bool {
	k := p.doc.SentenceAt(sent.First)
	for j := max(0, k-2); j <= k; j++ {
		for i := p.doc.Sentences[j].First; i < p.doc.Sentences[j].Last; i++ {
			if captiveWord(p.doc.Tokens[i].Lemma) {
				return true
			}
		}
	}
	return false
}

// captivity is the state of counted captives; "" where the figure is only threatened or imagined.
func (p *page) captivity(c *align.Proposition) string {
	words := p.doc.RangeOf(c.Evidence)
	planned := p.planned(words)
	switch {
	case c.States["dead"] && p.threatened(words):
		return ""
	case c.States["dead"]:
		return "dead"
	case c.States["alive"] || p.survive(words):
		return "alive"
	case c.States["missing"]:
		return "missing"
	case c.States["rescued"] && !c.States["released"]:
		return "escaped or rescued"
	case planned:
		return "to be released"
	case c.States["released"] || p.home(words):
		return "released"
	case c.States["taken"]:
		return "taken"
	case p.single(c) && !c.States["held"]:
		return "" // "one captive's wife"
	}
	return "held"
}

// single reports whether a figure is no more than the word "one".
func (p *page) single(c *align.Proposition) bool {
	return strings.EqualFold(p.doc.Exact(c.Quantity.Number), "one")
}

// survive reports whether those counted are told to live a few words on: "are believed to have survived".
func (p *page) survive(words text.Range) bool {
	sent := p.sentence(words.First)
	for i := words.Last; i < min(sent.Last, words.Last+8); i++ {
		if tok := &p.doc.Tokens[i]; tok.Tag == text.PUNCT || tok.Tag == text.CCONJ {
			return false
		} else if lexicon.ConceptOf(tok) == "alive" {
			return true
		}
	}
	return false
}

// home reports whether those counted are told, a few words on, to be home or free.
func (p *page) home(words text.Range) bool {
	sent := p.sentence(words.First)
	for i := words.Last; i+1 < min(sent.Last, words.Last+5); i++ {
		switch p.doc.Tokens[i].Tag {
		case text.AUX, text.VERB, text.ADV:
		default:
			return false
		}
		if next := p.doc.Lower(i + 1); next == "home" || next == "free" {
			return true
		}
	}
	return false
}

// threatened reports whether the clause around a figure tells of nothing that has happened: "threatened to kill one".
func (p *page) threatened(words text.Range) bool {
	for _, k := range p.clauses[p.doc.SentenceAt(words.First)] {
		c := &p.doc.Clauses[k]
		verb := p.doc.Phrases[c.Verb]
		if c.Holds(words.First) && (verb.Modal == "would" || verb.Modal == "will" || verb.Modal == "could" || verb.To && !verb.Perfect && !verb.Passive && p.doc.Tokens[verb.Head].Lemma != "be") {
			return true
		}
	}
	return false
}

// planned reports whether what happens to those counted only would or will happen, by the clause around the figure, or in
// words for an exchange to come.
func (p *page) planned(words text.Range) bool {
	for _, k := range p.clauses[p.doc.SentenceAt(words.First)] {
		c := &p.doc.Clauses[k]
		if !c.Holds(words.First) && !(c.Subject >= 0 && p.doc.Phrases[c.Subject].Holds(words.First)) {
			continue
		}
		verb := p.doc.Phrases[c.Verb]
		if verb.Modal == "would" || verb.Modal == "will" || verb.Modal == "could" || verb.Modal == "should" || verb.To && !verb.Perfect && giving(lexicon.ConceptOf(&p.doc.Tokens[verb.Head])) {
			return true
		}
	}
	sent := p.sentence(words.First)
	would, exchange := false, p.phaseIn(sent.Range, 0) > 0
	for i := sent.First; i < sent.Last; i++ {
		lower := p.doc.Lower(i)
		would = would || lower == "would" || lower == "will" || lower == "ready"
		concept := lexicon.ConceptOf(&p.doc.Tokens[i])
		exchange = exchange || concept == "swap" || concept == "release"
	}
	return would && exchange
}

// groupOf is the counted noun phrase without its number.
func (p *page) groupOf(q *text.Quantity) string {
	words := ""
	if !q.Item.Empty() {
		words = line(p.doc.Exact(q.Item))
	}
	switch strings.ToLower(words) {
	case "", "people", "others", "other", "individuals", "persons", "more", "released", "freed", "them", "men", "of them":
		return "captives"
	}
	return words
}

// eventAround is the smallest event whose words hold a statement, or nil.
func (b *builder) eventAround(st *news.Statement) *news.Statement {
	var best *news.Statement
	for _, other := range b.beside(st) {
		if other.Event != nil && other.Event.Facet == text.NoFacet && other.Time != nil && other.Evidence.Contains(st.Evidence) && (best == nil || length(other) < length(best)) {
			best = other
		}
	}
	return best
}

// sameGroup reports whether two rows count the same captives: statements of one fact, or one state with bounds that meet and
// days that do not differ.
func sameGroup(b *builder, x, y *news.Row, ranges map[*news.Statement]span) bool {
	if x.State != y.State {
		return false
	}
	if b.fact[x.Statements[0]] != nil && b.fact[x.Statements[0]] == b.fact[y.Statements[0]] {
		return true
	}
	s, t := ranges[x.Statements[0]], ranges[y.Statements[0]]
	if s.of != t.of || s.day != "" && t.day != "" && s.day != t.day {
		return false
	}
	switch x.State {
	case "taken", "alive", "dead":
		return true // a state that all are in: figures of it are versions of one
	}
	return s.low == t.low && s.high == t.high
}

// lowBestHigh is the figures of statements: one value where all agree, else the one with most origins and the whole range.
func lowBestHigh(statements []*news.Statement, origin map[*news.Report]string) string {
	low, high := math.Inf(1), math.Inf(-1)
	support := map[string]map[string]bool{}
	var order []string
	for _, st := range statements {
		q := st.Quantity
		if q == nil {
			continue
		}
		low, high = min(low, bound(q.Min, q.Max)), max(high, bound(q.Max, q.Min))
		v := figure(q)
		if support[v] == nil {
			support[v] = map[string]bool{}
			order = append(order, v)
		}
		support[v][origin[st.Report]] = true
	}
	if len(order) == 0 {
		return ""
	}
	best := order[0]
	for _, v := range order {
		if len(support[v]) > len(support[best]) || len(support[v]) == len(support[best]) && strings.HasPrefix(best, "at ") && !strings.HasPrefix(v, "at ") {
			best = v
		}
	}
	if len(order) == 1 || low == high {
		return best
	}
	return "low " + number(low) + ", best " + best + ", high " + number(high)
}

// bound is a bound, or the other where it is open.
func bound(a, b *float64) float64 {
	if a != nil {
		return *a
	}
	if b != nil {
		return *b
	}
	return 0
}

// figure is a quantity in short: "12", "about 24", "at least 7", "20–30".
func figure(q *text.Quantity) string {
	about := ""
	if q.Approximate {
		about = "about "
	}
	switch {
	case q.Min == nil:
		return "at most " + number(*q.Max)
	case q.Max == nil:
		return "at least " + number(*q.Min)
	case *q.Min == *q.Max:
		return about + number(*q.Min)
	}
	return about + number(*q.Min) + "–" + number(*q.Max)
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// namedCaptives is a row for each person who is said to be held, alive, dead or freed where a report tells of captives.
func (b *builder) namedCaptives() []news.Row {
	var rows []news.Row
	for _, st := range b.story.Statements {
		if st.Event == nil || st.Event.Facet != text.Condition || st.Headline || st.Negated {
			continue
		}
		p := b.pageOf(st.Report)
		if !slices.Contains([]string{"alive", "dead", "released", "captive", "missing"}, st.Event.Concept) || !tellsOfCaptives(p, p.doc.Sentences[max(0, st.Sentence)]) {
			continue
		}
		for _, span := range st.Event.Recipients {
			if p.wished(st) {
				continue
			}
			for _, m := range p.within(p.doc.RangeOf(span)) {
				if m.entity.Kind != text.Person || b.owner[m.entity] != nil || m.name != nil && m.name.Embedded && m.name.Title.Empty() && p.phrase(m.First).Head >= m.Last {
					continue
				}
				state := st.Event.Concept
				if state == "captive" {
					state = "held"
				}
				rows = b.fold(rows, news.Row{Actor: m.entity.Name, State: state, Statements: []*news.Statement{st}}, func(x, y *news.Row) bool { return x.Actor == y.Actor && x.State == y.State })
			}
		}
	}
	for i := range rows {
		rows[i].Text, rows[i].Actor = rows[i].Actor, ""
	}
	return rows
}

// wished reports whether a state is only demanded or thought of: "want X freed".
func (p *page) wished(st *news.Statement) bool {
	if st.Modality == text.Demanded || st.Modality == text.Conditional || st.Modality == text.Planned || st.Modality == text.Possible {
		return true
	}
	sent := p.doc.Sentences[max(0, st.Sentence)]
	for i := sent.First; i < st.Event.Verb; i++ {
		switch p.doc.Tokens[i].Lemma {
		case "want", "demand", "seek", "urge":
			return true
		}
	}
	return false
}
