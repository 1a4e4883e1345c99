// SPDX-License-Identifier: Apache-2.0

package align

import (
	"maps"
	"slices"
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

var countStates = lexicon.Load("count_states")

// count reads what a quantity counts: its class, the state in which they are, of which group, per what.
func (s *Scene) count(st *news.Statement) *Proposition {
	q := st.Quantity
	if q.Min == nil && q.Max == nil {
		return nil
	}
	p := &Proposition{Statement: st, Kind: Count, States: map[string]bool{}, Groups: Terms{}, Content: Terms{}, Unit: q.Kind, Min: q.Min, Max: q.Max}
	doc := st.Report.Doc
	p.Class = class(doc, q)
	if !q.Item.Empty() {
		p.Content = s.Terms(st.Report, q.Item)
		for _, e := range s.Entities.At(st.Report, q.Item) {
			p.Groups[TermOf(e)] = true
		}
	}
	if q.Kind == text.Duration && q.Item.Empty() {
		p.Content = s.lasting(st)
	}
	s.inherit(p, st)
	if !q.Per.Empty() {
		p.Per = s.head(st.Report, q.Per)
	}
	s.countStates(p, st)
	s.surroundings(p, st)
	p.Time, p.Running = timeOf(st), s.running(st.Report)
	return p
}

// lasting is what lasts a length of time told after it: "a truce of 60 days", "the truce is to last 60 days".
func (s *Scene) lasting(st *news.Statement) Terms {
	doc := st.Report.Doc
	words := doc.RangeOf(st.Quantity.Span)
	if words.Empty() {
		return Terms{}
	}
	i := words.First - 2
	if i < 0 || doc.Lower(i+1) != "of" || doc.Tokens[i].Tag != text.NOUN {
		i = subjectOfLast(doc, doc.Tokens[words.Last-1].Head)
	}
	if i < 0 {
		return Terms{}
	}
	return s.terms(st.Report, text.Range{First: i, Last: i + 1})
}

// subjectOfLast is the subject of a verb that says how long something lasts, or of what that hangs on, or -1.
func subjectOfLast(doc *text.Doc, verb int) int {
	if verb == text.NoHead || doc.Tokens[verb].Lemma != "last" && doc.Tokens[verb].Lemma != "run" {
		return -1
	}
	sent := doc.Sentences[doc.SentenceAt(verb)]
	for ; verb != text.NoHead; verb = doc.Tokens[verb].Head {
		for i := sent.First; i < sent.Last; i++ {
			if tok := &doc.Tokens[i]; tok.Head == verb && text.IsRel(tok.Rel, "nsubj") && tok.Tag == text.NOUN {
				return i
			}
		}
		if doc.Tokens[verb].Rel != "xcomp" {
			break
		}
	}
	return -1
}

var runningMarks = lexicon.LoadPhrases("running_marks")

// running reports whether a report says anywhere that its count of victims is not final.
func (s *Scene) running(r *news.Report) bool {
	if known, ok := s.unfinished[r]; ok {
		return known
	}
	doc := r.Doc
	lemma := func(i int) string { return doc.Tokens[i].Lemma }
	found := false
	for _, sent := range doc.Sentences {
		for i := sent.First; i < sent.Last && !found; i++ {
			_, n := runningMarks().Match(i, sent.Last, lemma)
			found = n > 0
		}
	}
	s.unfinished[r] = found
	return found
}

// reach is how many tokens on either side of a figure tell what it is about.
const reach = 10

// surroundings collects the content near a figure, and what governs it.
func (s *Scene) surroundings(p *Proposition, st *news.Statement) {
	doc := st.Report.Doc
	words := doc.RangeOf(st.Quantity.Span)
	sent := doc.Sentences[max(0, st.Sentence)]
	p.Near = s.terms(st.Report, text.Range{First: max(sent.First, words.First-reach), Last: min(sent.Last, words.Last+reach)})
	p.Rules = Terms{}
	for _, verb := range governors(doc, words) {
		rule(p, doc, verb)
		p.Actors = s.actorOf(st, verb)
	}
	for i := words.First - 1; i >= sent.First && i >= words.First-8 && doc.Tokens[i].Tag != text.PUNCT; i-- {
		if tag := doc.Tokens[i].Tag; tag == text.NOUN && i >= words.First-3 || tag == text.VERB {
			rule(p, doc, i)
			if tag == text.VERB && standing[doc.Tokens[i].Lemma] {
				s.standsAt(p, st, i)
			}
			if tag == text.VERB && !lightVerbs().Has(doc.Tokens[i].Lemma) {
				p.Actors = s.actorOf(st, i)
				return
			}
		}
	}
}

// standing are verbs whose subject is what the figure tells of: "the demand stands at 6 million".
var standing = map[string]bool{"stand": true, "remain": true, "total": true, "reach": true}

// standsAt adds the subject of a standing verb to what governs the figure.
func (s *Scene) standsAt(p *Proposition, st *news.Statement, verb int) {
	doc := st.Report.Doc
	for i := range doc.Clauses {
		c := &doc.Clauses[i]
		if doc.Phrases[c.Verb].Holds(verb) && c.Subject >= 0 {
			rule(p, doc, doc.Phrases[c.Subject].Head)
		}
	}
}

// alikeRules folds words that govern figures alike.
var alikeRules = map[string]string{"want": "demand", "seek": "demand", "claim": "demand", "ransom": "demand", "price": "demand", "ask": "demand", "offer": "propose", "give": "propose", "estimate": "put", "count": "put"}

// rule adds the concept of a governing word.
func rule(p *Proposition, doc *text.Doc, i int) {
	lemma := doc.Tokens[i].Lemma
	if lightVerbs().Has(lemma) && lemma != "offer" || lemma == "be" {
		return
	}
	concept := lexicon.Concept(lemma)
	if alike, ok := alikeRules[concept]; ok {
		concept = alike
	}
	p.Rules[Term("c:"+concept)] = true
}

// tending are the concepts of what is done to those counted after what befell them: who does it is not who did that.
var tending = map[string]bool{"treat": true, "rescue": true, "mourn": true, "bury": true, "aid": true, "help": true, "evacuate": true, "shelter": true}

// actorOf is who is the subject of the verb at a token.
func (s *Scene) actorOf(st *news.Statement, verb int) Terms {
	doc := st.Report.Doc
	if tending[lexicon.ConceptOf(&doc.Tokens[verb])] {
		return Terms{}
	}
	for _, e := range doc.Events {
		if e.Clause >= 0 && e.Facet == text.NoFacet && doc.Phrases[doc.Clauses[e.Clause].Verb].Holds(verb) {
			return s.participants(st, e.Actors)
		}
	}
	return Terms{}
}

// rivals gives each figure that names nothing of its own ("police put the number at 250", "it is closer to 12 million",
// "there were 4,000") what the figure before it counts, in this sentence or the two before, or the one after it, where the
// next sentence sets one against it ("But a doctor said …").
func (s *Scene) rivals(props []*Proposition) {
	var counts []*Proposition
	for _, p := range props {
		if p.Kind == Count && p.Class != "source" {
			counts = append(counts, p)
		}
	}
	for i, p := range counts {
		if !s.bare(p) {
			continue
		}
		if i+1 < len(counts) && opposes(p, counts[i+1]) {
			p.takeAfter(counts[i+1])
			continue
		}
		for k := i - 1; k >= 0 && counts[k].Report == p.Report && counts[k].Sentence >= p.Sentence-2; k-- {
			if q := counts[k]; q.Evidence.End <= p.Evidence.Start && sameAmount(p, q) {
				p.takeAfter(q)
				break
			}
		}
	}
}

// takeAfter makes p count what q counts.
func (p *Proposition) takeAfter(q *Proposition) {
	p.Class, p.Groups, p.Rules, p.Unit = q.Class, q.Groups, q.Rules, q.Quantity.Kind
	p.States, p.Near, p.Rival = maps.Clone(q.States), q.Near, q
	if p.Time == nil {
		p.Time = q.Time
	}
}

// sameAmount: a bare figure can stand for the same kind of amount, or for money and shares without their unit.
func sameAmount(p, q *Proposition) bool {
	return p.Quantity.Kind == q.Quantity.Kind || p.Quantity.Kind == text.Count && (q.Quantity.Kind == text.Money || q.Quantity.Kind == text.Percent)
}

// opposes reports whether q opens the sentence after p's with "but" or "however".
func opposes(p, q *Proposition) bool {
	if q.Report != p.Report || q.Sentence != p.Sentence+1 || !sameAmount(p, q) {
		return false
	}
	doc := p.Report.Doc
	switch doc.Lower(doc.Sentences[q.Sentence].First) {
	case "but", "however", "yet":
		return true
	}
	return false
}

// bare reports whether a figure counts "it", "the number", "there": something told before.
func (s *Scene) bare(p *Proposition) bool {
	doc, q := p.Report.Doc, p.Quantity
	words := doc.RangeOf(q.Span)
	if q.Head >= 0 && !q.Item.Empty() && q.Span.Contains(q.Item) && len(p.States) > 0 {
		return false
	}
	if len(p.States) > 0 {
		return false
	}
	if q.Item.Empty() && q.Kind == text.Count && elided(doc, words, doc.Sentences[max(0, p.Sentence)].First) {
		return true
	}
	if words.Holds(q.Head) && number(doc.Tokens[q.Head].Lemma) {
		return true // "a figure of 31"
	}
	if q.Head >= words.First && doc.Tokens[q.Head].Tag == text.NOUN && !number(doc.Tokens[q.Head].Lemma) && q.Unit == "" {
		return false
	}
	if q.Item.Empty() && q.Kind == text.Count && stated(doc, words) {
		return true
	}
	for i := words.First - 1; i >= 0 && i >= words.First-7 && doc.Tokens[i].Tag != text.PUNCT; i-- {
		if number(doc.Tokens[i].Lemma) || doc.Tokens[i+1].Lemma == "be" && (doc.Lower(i) == "it" || doc.Lower(i) == "there") || doc.Lower(i) == "it" && doc.Lower(i+1) == "at" {
			return true
		}
	}
	return false
}

// stated reports whether a bare figure is all that somebody says: "the ministry says 90", "the government acknowledges 410."
func stated(doc *text.Doc, words text.Range) bool {
	i := words.First - 1
	for i > 0 && doc.Tokens[i].Tag == text.ADV {
		i--
	}
	if i < 0 || words.Last < len(doc.Tokens) && doc.Tokens[words.Last].Tag != text.PUNCT {
		return false
	}
	switch doc.Tokens[i].Lemma {
	case "say", "acknowledge", "admit", "claim", "report", "confirm", "count", "estimate", "reckon", "list":
		return true
	}
	return false
}

// elided: "fewer than 1,900 have", "not even 1,900, say the employers": what is counted, and what it did, was said before.
func elided(doc *text.Doc, words text.Range, first int) bool {
	i := words.Last
	if i+1 >= len(doc.Tokens) {
		return false
	}
	next, after := &doc.Tokens[i], &doc.Tokens[i+1]
	if next.Lemma == "have" || next.Lemma == "do" {
		return after.Tag == text.PUNCT
	}
	for k := first; k < words.First; k++ {
		if tag := doc.Tokens[k].Tag; tag == text.NOUN || tag == text.PROPN || tag == text.VERB || tag == text.AUX {
			return false
		}
	}
	return next.Lower == "," && after.Tag == text.VERB
}

// number are nouns that stand for a figure told before.
func number(lemma string) bool {
	switch lemma {
	case "number", "figure", "total", "toll", "count", "crowd", "turnout", "estimate", "cost", "bill":
		return true
	}
	return false
}

// inherit gives "others" the group and the captivity of those counted or named before them in the sentence: "one living
// American captive, while the bodies of four others".
func (s *Scene) inherit(p *Proposition, st *news.Statement) {
	doc, q := st.Report.Doc, st.Quantity
	if q.Head < 0 || doc.Tokens[q.Head].Lower != "others" {
		return
	}
	for i := len(doc.Quantities) - 1; i >= 0; i-- {
		before := &doc.Quantities[i]
		if before.End > q.Start || before.Item.Empty() || doc.SentenceAt(doc.TokenAt(before.Start)) != st.Sentence {
			continue
		}
		for _, e := range s.Entities.At(st.Report, before.Item) {
			p.Groups[TermOf(e)] = true
		}
		if row, ok := countStates()[headLemma(doc, before)]; ok && row.Field(2) == "captive" {
			p.States["captive"] = true
		}
		return
	}
}

func headLemma(doc *text.Doc, q *text.Quantity) string {
	if q.Head < 0 {
		return ""
	}
	return doc.Tokens[q.Head].Lemma
}

// class is the sort of thing counted: "people" for persons of no stated sort, else the concept of the head noun, or the
// unit.
func class(doc *text.Doc, q *text.Quantity) string {
	if q.Unit != "" {
		return q.Unit
	}
	if q.Head < 0 || q.Item.Empty() {
		return "people"
	}
	tok := &doc.Tokens[q.Head]
	if tok.Tag != text.NOUN && tok.Tag != text.PROPN {
		return "people" // "over 100 released"
	}
	if row, ok := countStates()[tok.Lemma]; ok && row.Field(1) != "" {
		return row.Field(1)
	}
	if tok.Tag == text.PROPN {
		return "people" // "four Americans", "1,400 Israelis"
	}
	return lexicon.ConceptOf(tok)
}

// countStates collects the states of those counted: from the words of the item, from the noun that governs it ("the
// remains of 35 others"), and from the verbs around it ("killed 12", "12 people were killed").
func (s *Scene) countStates(p *Proposition, st *news.Statement) {
	doc, q := st.Report.Doc, st.Quantity
	words := doc.RangeOf(q.Span)
	for i := words.First; i < words.Last; i++ {
		s.state(p, doc, i, "item")
		if i == q.Head && doc.Tokens[i].Tag != text.NOUN {
			s.state(p, doc, i, "verb") // "over 100 released"
		}
	}
	for i := words.First - 1; i >= 0 && i >= words.First-3; i-- {
		if doc.Lower(i) == "of" || doc.Tokens[i].Tag == text.DET {
			continue
		}
		if doc.Tokens[i].Tag == text.NOUN && doc.Lower(words.First-1) == "of" {
			s.state(p, doc, i, "item")
		}
		break
	}
	if q.Head >= 0 && q.Span.Contains(q.Item) && incidents[lexicon.ConceptOf(&doc.Tokens[q.Head])] {
		return // "hurt in nine accidents": whoever is hurt, it is not they
	}
	s.numbered(p, doc, words)
	p.Part = ofVictims(doc, words)
	if i := words.Last; i < len(doc.Tokens) && (doc.Lower(i) == "aboard" || doc.Lower(i) == "on" && i+1 < len(doc.Tokens) && doc.Lower(i+1) == "board") {
		p.States["aboard"] = true
	}
	for _, verb := range subjectOf(doc, words) {
		s.idiom(p, doc, verb)
	}
	for _, verb := range governors(doc, words) {
		if !s.idiom(p, doc, verb) {
			s.state(p, doc, verb, "verb")
		}
		s.predicate(p, doc, verb)
	}
}

// ofVictims reports whether a figure is one of those killed or hurt: "two of the dead were doctors".
func ofVictims(doc *text.Doc, words text.Range) bool {
	for i := words.First + 1; i+2 < len(doc.Tokens) && i <= words.Last; i++ {
		if doc.Lower(i) != "of" || doc.Lower(i+1) != "the" && doc.Lower(i+1) != "those" {
			continue
		}
		switch countStates()[doc.Tokens[i+2].Lemma].Field(2) {
		case "dead", "injured":
			return true
		}
	}
	return false
}

// numbered adds the states told between "the number" and the figure: "the number of dead stood at 14", "the number aboard".
func (s *Scene) numbered(p *Proposition, doc *text.Doc, words text.Range) {
	for i := words.First - 1; i >= 0 && i >= words.First-12; i-- {
		if doc.Tokens[i].Tag == text.PUNCT {
			return
		}
		if !number(doc.Tokens[i].Lemma) {
			continue
		}
		for k := i; k < words.First; k++ {
			s.state(p, doc, k, "item")
		}
		if len(p.States) > 0 {
			p.Class = "people"
		}
		return
	}
}

var stateIdioms = lexicon.LoadPhrases("count_idioms")

// idiom adds the state of a verb with its object or particle, if it has one: "lost their lives", "carrying off", "came home".
func (s *Scene) idiom(p *Proposition, doc *text.Doc, verb int) bool {
	last := min(verb+4, len(doc.Tokens))
	row, n := stateIdioms().Match(verb, last, func(i int) string { return doc.Tokens[i].Lemma })
	if n > 0 {
		p.States[row.Field(1)] = true
	}
	return n > 0
}

// predicate adds the state told after a verb of being or believing: "are thought to be still alive".
func (s *Scene) predicate(p *Proposition, doc *text.Doc, verb int) {
	switch doc.Tokens[verb].Lemma {
	case "be", "believe", "think", "say", "report", "remain", "know", "declare", "find", "list", "presume", "confirm":
	default:
		return
	}
	for i := verb + 1; i < len(doc.Tokens) && i <= verb+6; i++ {
		tok := &doc.Tokens[i]
		if tok.Tag == text.PUNCT || tok.Tag == text.CCONJ || tok.Tag == text.NOUN || tok.Tag == text.PROPN {
			return
		}
		s.state(p, doc, i, "item")
		s.state(p, doc, i, "verb")
		s.idiom(p, doc, i)
	}
}

// state adds the states of token i, where the list allows its use there.
func (s *Scene) state(p *Proposition, doc *text.Doc, i int, place string) {
	row, ok := countStates()[doc.Tokens[i].Lemma]
	if !ok {
		row, ok = countStates()[doc.Lower(i)]
	}
	if !ok || row.Field(2) == "" || !strings.Contains(row.Field(3), place) {
		return
	}
	if row.Field(2) == "aboard" && place == "verb" && i > 0 && doc.Lower(i-1) == "to" {
		return // "licensed to carry 180" counts nobody aboard
	}
	if row.Field(2) == "taken" && intoCare(doc, i) {
		p.States["hospitalised"] = true
		return
	}
	if strings.HasPrefix(row.Field(2), "aboard") && place == "item" && (doc.Lower(i) == "crews" || p.Min != nil && *p.Min > mostAboard) {
		return // "three rescue crews"; the passengers of a year
	}
	for _, state := range strings.Split(row.Field(2), ",") {
		p.States[state] = true
	}
}

// mostAboard is how many one vessel may carry.
const mostAboard = 20000

// intoCare reports whether those taken at token i are taken to where they are treated.
func intoCare(doc *text.Doc, i int) bool {
	to := false
	for k := i + 1; k < len(doc.Tokens) && k <= i+9; k++ {
		switch doc.Tokens[k].Lemma {
		case "to":
			to = true
		case ".", ";":
			return false
		case "hospital", "clinic", "infirmary":
			return to
		}
	}
	return false
}

// governors is the verbs of which a range of tokens is subject, object or near complement.
func governors(doc *text.Doc, words text.Range) []int {
	var out []int
	sent := doc.SentenceAt(words.First)
	if sent < 0 {
		return nil
	}
	for _, c := range doc.Clauses {
		verb := doc.Phrases[c.Verb]
		if verb.First >= doc.Sentences[sent].Last || verb.Last <= doc.Sentences[sent].First {
			continue
		}
		holds := func(p int) bool { return p >= 0 && doc.Phrases[p].Overlaps(words) }
		object := holds(c.Object) || verb.Last <= words.First && words.First-verb.Last <= 3 && plain(doc, verb.Last, words.First)
		if object || holds(c.Subject) && (verb.Passive || intransitive(doc.Tokens[verb.Head].Lemma)) || conjoinedSubject(doc, c, words) && verb.Passive {
			out = append(out, verb.Head)
		}
	}
	if v := treeGovernor(doc, words); v >= 0 {
		if row, ok := countStates()[doc.Tokens[v].Lemma]; ok && row.Field(2) != "" {
			return []int{v} // "40 were killed and hundreds injured": the tree tells whose verb is whose
		}
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return append(out, participleAfter(doc, words)...)
}

func headlined(doc *text.Doc, i int) bool {
	s := doc.SentenceAt(i)
	return s >= 0 && doc.Sentences[s].Headline
}

// treeGovernor is the verb of which the tree makes a range of tokens the object, the subject of a passive or that of an
// intransitive verb, or -1.
func treeGovernor(doc *text.Doc, words text.Range) int {
	if headlined(doc, words.First) {
		return -1 // without its auxiliaries a tree is a guess
	}
	for i := words.First; i < words.Last; i++ {
		tok := &doc.Tokens[i]
		if tok.Head == text.NoHead || words.Holds(tok.Head) || doc.Tokens[tok.Head].Tag != text.VERB {
			continue
		}
		if tok.Rel == "obj" || tok.Rel == "nsubj:pass" || tok.Rel == "nsubj" && intransitive(doc.Tokens[tok.Head].Lemma) {
			return tok.Head
		}
	}
	return -1
}

// subjectOf is the verbs of which a range of tokens is the subject.
func subjectOf(doc *text.Doc, words text.Range) []int {
	var out []int
	for _, c := range doc.Clauses {
		if c.Subject >= 0 && doc.Phrases[c.Subject].Overlaps(words) {
			out = append(out, doc.Phrases[c.Verb].Head)
		}
	}
	return out
}

// plain reports whether nothing but prepositions and determiners stands between two tokens.
func plain(doc *text.Doc, from, to int) bool {
	for i := from; i < to; i++ {
		if tag := doc.Tokens[i].Tag; tag != text.ADP && tag != text.DET && tag != text.ADV {
			return false
		}
	}
	return true
}

// intransitive verbs tell the state of their subject.
func intransitive(lemma string) bool {
	switch lemma {
	case "be", "die", "remain", "survive", "drown", "perish", "flee", "escape", "strike", "walk", "vote", "return", "disappear", "vanish":
		return true
	}
	return false
}

// conjoinedSubject: "24 living captives, and at least 35 dead are believed to be held": the first is a subject too.
func conjoinedSubject(doc *text.Doc, c text.Clause, words text.Range) bool {
	if c.Subject < 0 {
		return false
	}
	subject := doc.Phrases[c.Subject]
	if words.Last > subject.First || subject.First-words.Last > 16 {
		return false
	}
	for i := words.Last; i < subject.First; i++ {
		if doc.Tokens[i].Tag == text.VERB && doc.Tokens[i].Form != text.Participle || doc.Tokens[i].Tag == text.AUX {
			return false
		}
	}
	return doc.Lower(max(0, subject.First-1)) == "and" || doc.Lower(max(0, subject.First-1)) == "of"
}

// participleAfter: "over 100 released", "250 people captured in the raid", "12 dead". A verb with an object of its own is
// no participle: "12 soldiers killed three men".
func participleAfter(doc *text.Doc, words text.Range) []int {
	i := words.Last
	if i >= len(doc.Tokens) {
		return nil
	}
	tok := &doc.Tokens[i]
	verb := tok.Tag == text.VERB && (tok.Form == text.Participle || tok.Form == text.Past)
	if tok.Tag != text.ADJ && !verb {
		return nil
	}
	if verb && i+1 < len(doc.Tokens) {
		if next := doc.Tokens[i+1].Tag; !(next == text.NUM && headlined(doc, i)) && next != text.ADP && next != text.PUNCT && next != text.CCONJ && next != text.ADV && next != text.SCONJ {
			return nil
		}
	}
	return []int{i}
}

// timeOf is the resolved time of the statement's sentence that stands nearest, one across a comma or another figure being
// further off; "as of May" tells when it was counted, not when it happened, and is passed over. Nil where there is none.
func timeOf(st *news.Statement) *text.Time {
	if st.Sentence < 0 {
		return nil
	}
	doc := st.Report.Doc
	if t := timeWithin(st, doc.Sentences[st.Sentence].Span); t != nil || st.Sentence == 0 || !GoesOn(doc, st.Sentence) {
		return t
	}
	return timeWithin(st, doc.Sentences[st.Sentence-1].Span)
}

// GoesOn reports whether sentence k opens with a pronoun, and so goes on with what the one before it tells.
func GoesOn(doc *text.Doc, k int) bool {
	first := &doc.Tokens[doc.Sentences[k].First]
	return first.Tag == text.PRON && (first.Lower == "it" || first.Lower == "they" || first.Lower == "he" || first.Lower == "she")
}

func timeWithin(st *news.Statement, sent text.Span) *text.Time {
	doc := st.Report.Doc
	var best *text.Time
	near := 0
	for i := range doc.Times {
		t := &doc.Times[i]
		if t.Start >= sent.End {
			break
		}
		if t.From == "" || !sent.Contains(t.Span) || t.Type != "DATE" && t.Type != "TIME" || asOf(doc, t.Start) || aside(doc, t.Span, st.Evidence) {
			continue
		}
		if d := distance(t.Span, st.Evidence) + barriers(doc, t.Span, st.Evidence); best == nil || d < near {
			best, near = t, d
		}
	}
	return best
}

// asOf reports whether "as of" or "until" stands before a position.
func asOf(doc *text.Doc, at int) bool {
	i := doc.TokenAt(at)
	return i >= 2 && doc.Lower(i-1) == "of" && doc.Lower(i-2) == "as"
}

// aside reports whether a time stands in a relative clause that does not hold the figure: "one shoe that still lies there
// today".
func aside(doc *text.Doc, at, figure text.Span) bool {
	for _, c := range doc.Clauses {
		span := doc.SpanOf(c.Range)
		if span.Start > at.Start {
			break
		}
		if c.Sub && (c.Mark == "that" || c.Mark == "which" || c.Mark == "who" || c.Mark == "where") && span.Contains(at) && !span.Contains(figure) && span.Start > figure.Start {
			return true
		}
	}
	return false
}

// barriers adds a penalty for each comma, conjunction or figure between two spans.
func barriers(doc *text.Doc, a, b text.Span) int {
	lo, hi := min(a.End, b.End), max(a.Start, b.Start)
	sum := 0
	for i := doc.TokenAt(lo); i < len(doc.Tokens) && doc.Tokens[i].End <= hi; i++ {
		if tok := &doc.Tokens[i]; tok.Lower == "," || tok.Tag == text.CCONJ || tok.Tag == text.NUM {
			sum += 60
		}
	}
	return sum
}

func distance(a, b text.Span) int {
	if a.Overlaps(b) {
		return 0
	}
	return min(max(a.Start-b.End, b.Start-a.End), 1<<30)
}
