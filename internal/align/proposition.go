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

// A Kind is the sort of question that a proposition answers.
type Kind string

// The kinds of proposition. Only those of one kind are compared.
const (
	Count     Kind = "count"     // how many
	Office    Kind = "office"    // who holds, held or is to hold an office; who somebody is
	Governing Kind = "governing" // under whom a state's government acts
	Dated     Kind = "dated"     // when something began, ended or happened
	Stance    Kind = "stance"    // for or against
	Comment   Kind = "comment"   // whether somebody commented
	Channel   Kind = "channel"   // directly, or through somebody
	Informing Kind = "informing" // how somebody learned of it
	Condition Kind = "condition" // in which state somebody or something is
	Happening Kind = "happening" // whether something happened
	Saying    Kind = "saying"    // what somebody said
)

// A Proposition is a statement in comparable form. Fields that do not apply are empty.
type Proposition struct {
	*news.Statement
	Kind    Kind
	Concept string // what happened, what is counted in which state, for or against, …
	Actors  Terms  // who: entities where named, else concepts
	Targets Terms  // to or with whom
	Places  Terms
	Content Terms // all content of the words, names included
	Groups  Terms // counts: nationalities and bodies of those counted
	States  map[string]bool
	Class   string         // counts: what sort of thing is counted
	Asked   bool           // a part of a claim to be checked: it is of this story, whatever its words leave out
	Figures []*Proposition // deeds and sayings: the counts told inside their words
	Thing   bool           // sayings: the content is a thing, no statement: "denies the talks"
	Running bool           // counts: the report says that its tolls are not final
	Per     Term           // counts: per what
	Rival   *Proposition   // counts: the figure told before of what this one counts by another word: "it", "the number"
	Min     *float64       // counts: the bounds of the figure, with one that its report gives elsewhere
	Max     *float64
	Apart   bool              // counts: no figure before it in its sentence counts people in the same state
	Toll    string            // counts: "dead" or "injured", of what the report is mainly about
	Side    Side              // counts: whose deed cost the victims
	Beside  bool              // counts: its report gives another figure as the toll of what it is mainly about
	Moving  bool              // counts: the report says of the figure that it has changed, or is an early one
	Unheard bool              // counts: stands in a headline, and in no sentence of its report
	Unit    text.QuantityKind // counts: the kind of amount, that of the figure told before where this one names none
	Near    Terms             // counts: the content of the words around the figure
	Part    bool              // counts: some of those killed or hurt: "two of the dead"
	Rules   Terms             // counts: the concepts of the verb and noun that govern the figure: "demand", "rise" of 9 percent
	Time    *text.Time
	Owner   Terms  // offices: whose office it is: "Velmara's envoy"
	Head    string // offices: the concept of the office's noun
	Topic   Term   // offices, conditions, comments: whom it is about
	Number  int    // where it stands among those weighed together, for what is noted of each
}

var institutions = lexicon.Load("institution_nouns")

func sorted(terms Terms) []Term { return slices.Sorted(maps.Keys(terms)) }

// Propositions is the comparable forms of the statements; a statement without one is left out, one may have several.
func (s *Scene) Propositions(statements []*news.Statement) []*Proposition {
	var out []*Proposition
	for _, st := range statements {
		p := s.proposition(st)
		if p != nil {
			out = append(out, p)
		}
		if st.Event != nil && st.Event.Facet == text.NoFacet && st.Time != nil && !phaseVerb(st.Event.Concept) && !s.Light(st.Event.Concept) {
			p := s.event(st)
			p.Kind = Dated
			out = append(out, p)
		}
	}
	s.rivals(out)
	bounds(out)
	s.tolls(out)
	figures(out)
	return out
}

// figures ties the counts to the deeds and sayings in whose words they stand.
func figures(props []*Proposition) {
	inSentence := map[*news.Report]map[int][]*Proposition{}
	for _, p := range props {
		if p.Kind != Count || p.Class == "source" {
			continue
		}
		if inSentence[p.Report] == nil {
			inSentence[p.Report] = map[int][]*Proposition{}
		}
		inSentence[p.Report][p.Sentence] = append(inSentence[p.Report][p.Sentence], p)
	}
	for _, p := range props {
		if p.Kind != Happening && p.Kind != Saying && p.Kind != Dated {
			continue
		}
		for _, count := range inSentence[p.Report][p.Sentence] {
			if p.Evidence.Contains(count.Evidence) {
				p.Figures = append(p.Figures, count)
			}
		}
	}
}

// phaseVerb are concepts whose day is that of what begins, lasts or ends, and is read as such.
func phaseVerb(concept string) bool {
	switch concept {
	case "begin", "end", "custody", "last", "continue", "be", "expire", "date", "have":
		return true
	}
	return false
}

func (s *Scene) proposition(st *news.Statement) *Proposition {
	switch {
	case st.Quantity != nil:
		return s.count(st)
	case st.Role != nil:
		return s.office(st)
	case st.Event != nil && st.Event.Facet != text.NoFacet:
		if p := s.facet(st); p.Kind != Condition || s.hasPerson(p.Targets) {
			return p
		}
		return nil
	case st.Event != nil:
		if p := s.event(st); !p.Content["c:anonymity"] { // on what terms a source spoke is no fact of the story
			return p
		}
		return nil
	case st.Attribution != nil:
		return s.saying(st)
	}
	return nil
}

// hasPerson reports whether a set names a person.
func (s *Scene) hasPerson(terms Terms) bool {
	for t := range terms {
		if e := s.Entities.Named(string(t[2:])); t[0] == 'e' && e != nil && e.Kind == text.Person {
			return true
		}
	}
	return false
}

// event is a happening: its concept, who, to whom, where, when, and all its content.
func (s *Scene) event(st *news.Statement) *Proposition {
	e := st.Event
	p := &Proposition{Statement: st, Kind: Happening, Concept: e.Concept, Content: s.Terms(st.Report, e.Core), Time: st.Time}
	p.Actors = s.participants(st, e.Actors)
	p.Targets = s.participants(st, e.Recipients)
	for _, t := range []Terms{p.Actors, p.Targets} { // a subject may stand before the clause
		for term := range t {
			if term[0] == 'e' || term[0] == 'i' {
				p.Content[term] = true
			}
		}
	}
	p.Places = Terms{}
	if !e.Place.Empty() {
		for _, ent := range s.Entities.At(st.Report, e.Place) {
			p.Places[TermOf(ent)] = true
		}
	}
	return p
}

// Parties is who is named on either side of a deed.
func (p *Proposition) Parties() Terms {
	out := Terms{}
	for _, set := range []Terms{p.Actors, p.Targets} {
		for t := range set {
			if t[0] == 'e' || t[0] == 'i' {
				out[t] = true
			}
		}
	}
	return out
}

// Sides reports whether the parties are only called "the two sides", "both delegations" or "them": whoever talks in the
// story.
func (p *Proposition) Sides() bool {
	if len(p.Parties()) > 1 {
		return false
	}
	for _, set := range []Terms{p.Actors, p.Targets, p.Content} {
		if set["c:side"] || set["c:negotiator"] || set["c:delegation"] || set["c:party"] {
			return true
		}
	}
	return false
}

// Participants is who spans of a report name, with the states of institutions and of office holders; a pronoun is whom it
// most likely stands for.
func (s *Scene) Participants(r *news.Report, spans []text.Span) Terms {
	return s.Widen(s.participants(&news.Statement{Report: r}, spans))
}

// participants is who the spans name: entities, and for a phrase without a name the concept of its head. A pronoun is
// the entity that it most likely stands for.
func (s *Scene) participants(st *news.Statement, spans []text.Span) Terms {
	out := Terms{}
	for _, span := range spans {
		named := false
		for _, e := range s.Entities.At(st.Report, span) {
			out[TermOf(e)] = true
			if e.Country != "" {
				out[Term("e:"+strings.ToLower(e.Country))] = true
			}
			named = true
		}
		if named {
			continue
		}
		if t := s.speaker(st, span); t != "" {
			out[t] = true
		} else if t := s.head(st.Report, span); t != "" {
			out[t] = true
		}
	}
	return out
}

// speaker is whoever says "I" or "we" in a statement: its source.
func (s *Scene) speaker(st *news.Statement, span text.Span) Term {
	words := st.Report.Doc.RangeOf(span)
	if st.Attribution == nil || words.Last-words.First != 1 {
		return ""
	}
	switch st.Report.Doc.Lower(words.First) {
	case "i", "we", "me", "us":
	default:
		return ""
	}
	if e := s.Entities.Named(st.Attribution.Source); e != nil && !st.Attribution.Anonymous {
		return TermOf(e)
	}
	return Term("i:" + strings.ToLower(st.Attribution.Source))
}

// head is the term of a phrase's head noun.
func (s *Scene) head(r *news.Report, span text.Span) Term {
	words := r.Doc.RangeOf(span)
	for i := words.Last - 1; i >= words.First; i-- {
		tok := &r.Doc.Tokens[i]
		if tok.Tag == text.NOUN || tok.Tag == text.PROPN {
			if body, ok := s.heads[tok.Lemma]; ok && definite(r.Doc, i) {
				return body
			}
			if body, ok := s.words[tok.Lemma]; ok && institutions().Has(tok.Lemma) {
				return body // "the employers" of a story with one employers' council
			}
			if institutions().Has(tok.Lemma) {
				return Term("i:" + tok.Lemma)
			}
			return Term("c:" + lexicon.ConceptOf(tok))
		}
		if tok.Tag == text.PRON {
			return s.antecedent(r, i)
		}
	}
	return ""
}

// antecedent is the entity that "he", "she", "it" or "they" at token i stands for: the last fit one named before it in
// its sentence or the sentence before, or "".
func (s *Scene) antecedent(r *news.Report, i int) Term {
	doc := r.Doc
	human := doc.Lower(i) == "he" || doc.Lower(i) == "she"
	if !human && doc.Lower(i) != "it" && doc.Lower(i) != "they" {
		return ""
	}
	sent := doc.SentenceAt(i)
	found := Term("")
	for k, n := range doc.Names {
		if n.First >= i {
			break
		}
		e := s.Entities.Of(r, k)
		if e == nil || n.Embedded || n.Demonym || doc.SentenceAt(n.First) < sent-1 || (e.Kind == text.Person) != human || e.Kind == text.Place && e.Country != e.Name {
			continue
		}
		found = TermOf(e)
	}
	return found
}

// saying is an attributed content: who says it, and all its content with that of the cue.
func (s *Scene) saying(st *news.Statement) *Proposition {
	p := &Proposition{Statement: st, Kind: Saying, Content: s.Terms(st.Report, st.Evidence)}
	for _, more := range st.More {
		maps.Copy(p.Content, s.Terms(st.Report, more))
	}
	p.Actors = s.source(st)
	maps.Copy(p.Content, s.Terms(st.Report, st.Attribution.CueSpan))
	p.Concept, p.Thing = "say", !hasVerb(st.Report.Doc, st.Evidence)
	return p
}

func hasVerb(doc *text.Doc, span text.Span) bool {
	words := doc.RangeOf(span)
	for i := words.First; i < words.Last; i++ {
		if tag := doc.Tokens[i].Tag; tag == text.VERB || tag == text.AUX {
			return true
		}
	}
	return false
}

// source is who says an attributed statement.
func (s *Scene) source(st *news.Statement) Terms {
	out := Terms{}
	a := st.Attribution
	if a == nil {
		return out
	}
	if e := s.Entities.Named(a.Source); e != nil && !a.Anonymous {
		out[TermOf(e)] = true
		return out
	}
	if !a.Evidence.Empty() {
		return s.participants(st, []text.Span{a.Evidence})
	}
	return out
}

// facet is a comment, stance, channel, informing, condition, phase or government.
func (s *Scene) facet(st *news.Statement) *Proposition {
	p := s.event(st)
	p.Concept = st.Event.Concept
	switch st.Event.Facet {
	case text.Comment:
		p.Kind = Comment
	case text.Stance:
		p.Kind = Stance
	case text.Channel:
		p.Kind = Channel
	case text.Informing:
		p.Kind = Informing
	case text.Condition:
		p.Kind = Condition
	case text.Governing:
		p.Kind = Governing
		p.Places = s.governed(st)
	case text.Beginning, text.Conclusion, text.Deadline:
		p.Kind = Dated
	}
	return p
}

// governed is the state that an administration governs: the country of a government, official or institution named near
// it, the nearest in its paragraph.
func (s *Scene) governed(st *news.Statement) Terms {
	doc := st.Report.Doc
	sent := doc.Sentences[st.Sentence]
	best, at := Term(""), 1<<30
	for i, n := range doc.Names {
		e := s.Entities.Of(st.Report, i)
		k := doc.SentenceAt(n.First)
		if e == nil || e.Country == "" || k < 0 || doc.Sentences[k].Paragraph != sent.Paragraph || !statal(doc, n) {
			continue
		}
		if d := distance(doc.SpanOf(n.Range), st.Evidence); d < at {
			best, at = Term("e:"+strings.ToLower(e.Country)), d
		}
	}
	if best == "" {
		if e := s.Entities.Named("United States"); e != nil {
			best = TermOf(e) // in news an "administration" called by a name is the American one
		}
	}
	if best == "" {
		return Terms{}
	}
	return Terms{best: true}
}

// statal reports whether a name speaks of a state's own organs: an institution, or a nationality before "government",
// "official", "policy".
func statal(doc *text.Doc, n text.Name) bool {
	if n.Kind == text.Organisation || n.Kind == text.Person {
		return n.Country != ""
	}
	if n.Last >= len(doc.Tokens) {
		return false
	}
	switch doc.Tokens[n.Last].Lemma {
	case "government", "official", "policy", "president", "diplomacy", "administration", "foreign", "officials":
		return true
	}
	return false
}

// severalAt reports whether a token is a number above one.
func severalAt(doc *text.Doc, i int) bool {
	return doc.Tokens[i].Tag == text.NUM && doc.Lower(i) != "one" && doc.Lower(i) != "1"
}

// office is a role: who, which office, how they stand to it.
func (s *Scene) office(st *news.Statement) *Proposition {
	r := st.Role
	if doc := st.Report.Doc; !r.Office.Empty() && severalAt(doc, doc.RangeOf(r.Office).First) {
		return nil // "her two sons, Tom and Ivo Hale"
	}
	p := &Proposition{Statement: st, Kind: Office, Content: Terms{}}
	if e := s.Entities.Named(r.FullName); e != nil {
		p.Topic = TermOf(e)
	} else {
		p.Topic = Term("e:" + strings.ToLower(r.FullName))
	}
	if !r.Office.Empty() {
		p.Content = s.Terms(st.Report, r.Office)
		p.Owner, p.Head = s.owner(st)
		return p
	}
	for _, other := range st.Report.Doc.Roles { // an office told elsewhere in the report
		if other.FullName == r.FullName && other.Title == r.Title && !other.Office.Empty() {
			p.Content = s.Terms(st.Report, other.Office)
			break
		}
	}
	return p
}

// owner is the state or body whose office a role is, named or meant before its noun, and the concept of the noun: "the
// Norwegian envoy", "the union's chairman", "its leader". A person who appoints is no owner.
func (s *Scene) owner(st *news.Statement) (Terms, string) {
	doc := st.Report.Doc
	words := doc.RangeOf(st.Role.Office)
	head := words.First
	for i := words.First; i < words.Last && doc.Tokens[i].Tag != text.ADP; i++ {
		if tok := &doc.Tokens[i]; tok.Tag == text.NOUN || tok.Tag == text.PROPN {
			head = i
		}
	}
	out := Terms{}
	for _, e := range s.Entities.At(st.Report, doc.SpanOf(text.Range{First: words.First, Last: head})) {
		if e.Kind != text.Person && (e.Country == e.Name || e.Kind != text.Place) {
			out[TermOf(e)] = true
		}
	}
	for i := words.First; i < head; i++ {
		if lower := doc.Lower(i); lower == "its" || lower == "their" {
			if t := s.body(st.Report, i); t != "" {
				out[t] = true
			}
		} else if body, ok := s.heads[doc.Tokens[i].Lemma]; ok {
			out[body] = true
		}
	}
	if head > 0 && words.First > 0 && len(out) == 0 && doc.Lower(words.First-1) == "'s" {
		if body, ok := s.heads[doc.Tokens[max(0, words.First-2)].Lemma]; ok {
			out[body] = true
		}
	}
	if len(out) == 0 && head+2 < words.Last && doc.Lower(head+1) == "of" { // "the chief executive of Altair"
		for _, e := range s.Entities.At(st.Report, doc.SpanOf(text.Range{First: head + 2, Last: words.Last})) {
			if e.Kind != text.Person {
				out[TermOf(e)] = true
			}
		}
	}
	if len(out) == 0 {
		out = s.spokenFor(st, words.First)
	}
	return out, lexicon.ConceptOf(&doc.Tokens[head])
}

// spokenFor is the body for which a sentence says at its opening that somebody speaks: "For the council, chief negotiator Anna Berg
// said".
func (s *Scene) spokenFor(st *news.Statement, office int) Terms {
	out := Terms{}
	doc := st.Report.Doc
	k := doc.SentenceAt(office)
	if k < 0 {
		return out
	}
	first := doc.Sentences[k].First
	if office-first < 3 || office-first > 8 || doc.Lower(first) != "for" || doc.Lower(office-1) != "," {
		return out
	}
	words := text.Range{First: first + 1, Last: office - 1}
	for _, e := range s.Entities.At(st.Report, doc.SpanOf(words)) {
		out[TermOf(e)] = true
	}
	if body, ok := s.heads[doc.Tokens[words.Last-1].Lemma]; ok {
		out[body] = true
	}
	return out
}

// body is the body that "its" or "their" at token i stands for: the last one named before it in its sentence.
func (s *Scene) body(r *news.Report, i int) Term {
	found := Term("")
	for k, n := range r.Doc.Names {
		if n.First >= i {
			break
		}
		if e := s.Entities.Of(r, k); e != nil && e.Kind != text.Person && r.Doc.SentenceAt(n.First) == r.Doc.SentenceAt(i) {
			found = TermOf(e)
		}
	}
	return found
}
