// SPDX-License-Identifier: Apache-2.0

package talks

import (
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

// positions lists who is for and who is against the talks, a proposal or a demand.
func (b *builder) positions() []news.Row {
	var rows []news.Row
	for _, st := range b.story.Statements {
		if st.Event == nil || st.Headline {
			continue
		}
		p := b.pageOf(st.Report)
		if b.refusing(p, st) {
			rows = b.position(rows, news.Row{Actor: st.Attribution.Source, State: "against", Text: told(st), Statements: []*news.Statement{st}})
			continue
		}
		if state := b.voiced(p, st); state != "" {
			rows = b.position(rows, news.Row{Actor: b.who(st, st.Event.Actors), State: state, Text: told(st), Statements: []*news.Statement{st}})
			continue
		}
		if st.Event.Facet != text.Stance {
			continue
		}
		actor := b.who(st, st.Event.Actors)
		if actor == "" || p.doc.Tokens[p.doc.TokenAt(st.Event.Actors[0].Start)].Tag == text.PRON && !strings.Contains(actor, " ") {
			continue
		}
		if !b.bearsOnTalks(p, st) {
			continue
		}
		rows = b.position(rows, news.Row{Actor: actor, State: st.Event.Concept, Text: told(st), Statements: []*news.Statement{st}})
	}
	return rows
}

// position adds a row, or its statements to that of the same mind.
func (b *builder) position(rows []news.Row, row news.Row) []news.Row {
	if row.Actor == "" {
		return rows
	}
	return b.fold(rows, row, func(x, y *news.Row) bool {
		return x.Actor == y.Actor && x.State == y.State && b.alike(x.Statements[0], y.Statements[0])
	})
}

// bearsOnTalks reports whether what somebody is for or against is talks, a deal, an offer, a strike or a party, and no wish to
// stay silent.
func (b *builder) bearsOnTalks(p *page, st *news.Statement) bool {
	for _, s := range b.beside(st) {
		if s.Event != nil && s.Event.Facet == text.Comment && s.Evidence.Overlaps(st.Evidence) {
			return false
		}
	}
	for _, span := range st.Event.Recipients {
		r := p.doc.RangeOf(span)
		for i := r.First; i < min(len(p.doc.Tokens), r.Last+6) && p.doc.SentenceAt(i) == st.Sentence; i++ {
			switch p.class[i] {
			case encounter, mediation, deal, dispute, contact:
				return true
			}
			switch p.doc.Tokens[i].Lemma {
			case "offer", "demand", "proposal", "draft", "term", "condition", "order", "plan", "cut", "rise", "increase", "amnesty", "exchange", "concession",
				"compromise", "law", "withdrawal":
				return true
			}
		}
	}
	return false
}

// voiced: "many lawmakers have expressed concern about direct talks", "voiced support for the deal".
func (b *builder) voiced(p *page, st *news.Statement) string {
	if st.Event.Clause < 0 || st.Event.Facet != text.NoFacet || p.doc.Phrases[p.doc.Clauses[st.Event.Clause].Verb].Negated {
		return ""
	}
	verb := p.doc.Phrases[p.doc.Clauses[st.Event.Clause].Verb]
	switch p.doc.Tokens[verb.Head].Lemma {
	case "express", "voice":
	case "rule":
		if p.doc.Lower(min(verb.Last, len(p.doc.Tokens)-1)) == "out" && p.tells(st, "order", "law", "talk", "negotiation", "deal", "concession", "ransom", "amnesty", "exchange", "truce", "strike") {
			return "against"
		}
		return ""
	default:
		return ""
	}
	state := ""
	sent := p.sentence(verb.Head)
	for i := verb.Last; i < min(sent.Last, verb.Last+14); i++ {
		switch p.doc.Tokens[i].Lemma {
		case "concern", "criticism", "opposition", "doubt", "anger", "objection", "outrage", "dismay":
			state = "against"
		case "support", "approval", "backing", "willingness":
			state = "for"
		}
		if state != "" && (p.class[i] == encounter || p.class[i] == deal || p.class[i] == mediation) {
			return state
		}
	}
	return ""
}

// refusing: somebody says in so many words that another does not negotiate: against the talks. What a government says so of
// itself is its policy.
func (b *builder) refusing(p *page, st *news.Statement) bool {
	switch p.doc.Tokens[st.Event.Verb].Lemma {
	case "negotiate", "bargain", "talk":
		if st.Attribution == nil || st.Attribution.Source == "" || st.Event.Clause < 0 || st.Event.Facet != text.NoFacet {
			return false
		}
		actor := b.who(st, st.Event.Actors)
		ofItself := actor == "" || strings.Contains(st.Attribution.Source, actor) // "it", and "Kenya's government" of Kenya
		return !ofItself && p.doc.Phrases[p.doc.Clauses[st.Event.Clause].Verb].Negated &&
			p.tells(st, "terrorist", "kidnapper", "blackmailer", "criminal", "murderer", "extortionist")
	}
	return false
}

// policy lists what states hold as a rule towards the parties: listings, bans, and declared policies.
func (b *builder) policy() []news.Row {
	var rows []news.Row
	for _, st := range b.story.Statements {
		if st.Event == nil || st.Event.Facet != text.NoFacet || st.Headline || st.Event.Clause < 0 {
			continue
		}
		p := b.pageOf(st.Report)
		row := news.Row{Actor: b.who(st, st.Event.Actors), To: b.target(p, st), Text: b.ruleText(p, st), From: day(st), Statements: []*news.Statement{st}}
		switch {
		case p.listing(st) && row.To != "" && row.To != row.Actor:
			row.State = "listing"
		case p.declared(st) && !b.refusing(p, st) && !p.quoted(st):
			row.State = "policy"
		default:
			if row = b.policyNoun(p, st); row.Text == "" {
				continue
			}
		}
		if row.Actor == "" {
			row.Actor = b.speaker(st)
		}
		rows = b.fold(rows, row, func(x, y *news.Row) bool {
			return x.State == y.State && (x.State == "listing" && x.To == y.To && (x.Actor == y.Actor || x.Actor == "" || y.Actor == "") ||
				x.State == "policy" && x.Actor == y.Actor && x.Actor != "" || b.alike(x.Statements[0], y.Statements[0]))
		})
	}
	return rows
}

// quoted reports whether a statement stands in quotation marks.
func (p *page) quoted(st *news.Statement) bool {
	for _, q := range p.doc.Quotes {
		if q.Overlaps(st.Evidence) && !q.Scare {
			return true
		}
	}
	return false
}

// speaker is who is said to state what the words of a statement hold, or "".
func (b *builder) speaker(st *news.Statement) string {
	if st.Attribution != nil {
		return st.Attribution.Source
	}
	for _, other := range b.beside(st) {
		if other.Attribution != nil && other.Quantity == nil && other.Role == nil && st.Evidence.Contains(other.Evidence) {
			return other.Attribution.Source
		}
	}
	return ""
}

// target is the party to whom a policy applies, or "".
func (b *builder) target(p *page, st *news.Statement) string {
	for _, name := range b.sideNames(p, st.Event.Recipients) {
		return name
	}
	for _, m := range p.subjects(st.Event.Verb) {
		if e := b.party(m, true); e != nil && b.isSide(e) && p.passive(st) {
			return e.Name
		}
	}
	return ""
}

// passive reports whether an event's verb is passive.
func (p *page) passive(st *news.Statement) bool {
	return p.doc.Phrases[p.doc.Clauses[st.Event.Clause].Verb].Passive
}

// listing: "designated X a terrorist group", "outlawed X", "X has been banned since".
func (p *page) listing(st *news.Statement) bool {
	switch p.doc.Tokens[st.Event.Verb].Lemma {
	case "designate", "outlaw", "ban", "proscribe", "blacklist", "prohibit":
		return true
	case "classify", "list", "label", "consider", "regard", "brand", "declare", "recognise", "recognize":
		return p.tells(st, "terrorist", "terror", "illegal", "criminal", "legitimate", "extremist")
	}
	return false
}

// tells reports whether the words of a statement hold one of some lemmas.
func (p *page) tells(st *news.Statement, lemmas ...string) bool {
	r := p.doc.RangeOf(st.Evidence)
	for i := r.First; i < r.Last; i++ {
		for _, lemma := range lemmas {
			if p.doc.Tokens[i].Lemma == lemma {
				return true
			}
		}
	}
	return false
}

// declared: "does not negotiate with terrorists", "has avoided direct talks".
func (p *page) declared(st *news.Statement) bool {
	switch p.doc.Tokens[st.Event.Verb].Lemma {
	case "negotiate", "talk", "bargain", "engage", "deal":
		return p.doc.Phrases[p.doc.Clauses[st.Event.Clause].Verb].Negated && st.Time == nil && p.tells(st, "terrorist", "kidnapper", "terrorism", "group")
	case "avoid", "refrain":
		return p.tells(st, "talk", "negotiation", "negotiate", "engagement", "engage", "contact", "communicate", "talking", "negotiating", "engaging") && !p.tells(st, "comment")
	}
	return false
}

// ruleText is the words of a policy's statement to the first comma after its verb.
func (b *builder) ruleText(p *page, st *news.Statement) string {
	r := p.doc.RangeOf(st.Evidence)
	for i := st.Event.Verb; i < r.Last; i++ {
		if lower := p.doc.Lower(i); lower == "," || strings.ContainsAny(lower, "“”\"") {
			r.Last = i
		}
	}
	cut := *st
	cut.Text = p.short(r)
	return told(&cut)
}

// policyNoun is the row of a policy told by the noun: "a no-contact policy with X", "the policy of not negotiating with Y".
func (b *builder) policyNoun(p *page, st *news.Statement) news.Row {
	r := p.doc.RangeOf(st.Evidence)
	for i := r.First; i < r.Last; i++ {
		if p.doc.Tokens[i].Lemma != "policy" || p.doc.Tokens[i].Tag != text.NOUN || !p.limitsTalks(i) {
			continue
		}
		np := p.phrase(i)
		words := text.Range{First: np.First, Last: i + 1}
		for words.First > r.First && p.doc.Lower(words.First-1) == "-" {
			words.First -= 2 // "a no-contact policy" cut at the hyphen
		}
		words.First = max(words.First, r.First)
		for words.Last < p.sentence(i).Last && words.Last < i+14 && (p.doc.Tokens[words.Last].Tag != text.PUNCT || p.doc.Lower(words.Last) == "-") && p.doc.Tokens[words.Last].Tag != text.AUX {
			words.Last++
		}
		row := news.Row{State: "policy", Text: p.short(words), From: day(st), Statements: []*news.Statement{st}}
		for _, m := range p.within(text.Range{First: np.First, Last: i}) {
			row.Actor = m.entity.Name
		}
		row.To = b.addressee(p, text.Range{First: i, Last: words.Last}, row.Actor)
		return row
	}
	return news.Row{}
}

// limitsTalks: the noun "policy" has a complement or a modifier that tells of talking or not.
func (p *page) limitsTalks(i int) bool {
	sent := p.sentence(i)
	for j := i - 1; j >= sent.First && j > i-4; j-- {
		if talking(p.doc.Tokens[j].Lemma) && p.doc.Tokens[j].Tag != text.VERB {
			return true
		}
	}
	if i+1 >= sent.Last || p.doc.Lower(i+1) != "of" && p.doc.Lower(i+1) != "not" && p.doc.Lower(i+1) != "against" {
		return false
	}
	for j := i + 1; j < min(sent.Last, i+7); j++ {
		if talking(p.doc.Tokens[j].Lemma) {
			return true
		}
	}
	return false
}

func talking(lemma string) bool {
	switch lexicon.Concept(lemma) {
	case "contact", "channel", "engagement", "engage", "talk", "non-engagement", "communicate", "deal":
		return true
	}
	return false
}
