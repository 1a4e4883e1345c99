// SPDX-License-Identifier: Apache-2.0

package event

import (
	"slices"
	"sort"
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

// channels adds how parties talk: directly, or through somebody. Talks that are refused, ruled out or only thought of
// are no channel.
func (r *reader) channels() {
	for _, e := range append([]text.Event(nil), r.out...) {
		if e.Facet != text.NoFacet || e.Concept != "talk" && e.Concept != "channel" && e.Concept != "meet" && e.Concept != "engage" && e.Concept != "engagement" && e.Concept != "communicate" {
			continue
		}
		if e.Negated || e.Modality == text.Conditional || e.Modality == text.Possible || e.Modality == text.Planned || r.avoided(e) {
			continue
		}
		words := r.doc.RangeOf(e.Span)
		if through := r.through(words); through != nil {
			f := derive(e, text.Channel, "mediated")
			f.Through = through
			r.out = append(r.out, f)
		} else if r.directly(e, words) {
			r.out = append(r.out, derive(e, text.Channel, "direct"))
		}
	}
	r.between()
	r.cues()
}

var channelCues = lexicon.LoadPhrases("channel_cues")

// A channelCue is set words that tell how two sides meet.
type channelCue struct {
	text.Range
	mode string
}

// cues adds channels told by set words: "face to face", "carried papers between them", "never in the same room". The
// parties are those of the clause around them; a clause of "the two sides" leaves them open.
func (r *reader) cues() {
	found := r.channelCues()
	r.bySentence = map[int][]text.Event{}
	for i := range r.out {
		e := &r.out[i]
		e.Actors, e.Recipients = r.parties(e.Actors, found), r.parties(e.Recipients, found)
		k := r.doc.SentenceAt(e.Verb)
		r.bySentence[k] = append(r.bySentence[k], *e)
	}
	for _, cue := range found {
		if e, ok := r.around(cue.First); ok {
			mode := cue.mode
			if mode == "direct" && e.Negated {
				mode = "mediated"
			}
			f := derive(e, text.Channel, mode)
			f.Negated = false
			r.out = append(r.out, f)
		}
	}
}

func (r *reader) channelCues() []channelCue {
	var out []channelCue
	lemma := func(i int) string { return r.doc.Tokens[i].Lemma }
	for _, sent := range r.doc.Sentences {
		for i := sent.First; i < sent.Last; i++ {
			row, n := channelCues().Match(i, sent.Last, lemma)
			if n == 0 || row.Field(1) == "mediated" && lemma(i) == "by" && !r.talkNear(i, sent.Range) {
				continue
			}
			out = append(out, channelCue{text.Range{First: i, Last: i + n}, row.Field(1)})
			i += n - 1
		}
	}
	return out
}

// parties is the spans that are no part of a cue: not "face" of "face to face".
func (r *reader) parties(spans []text.Span, cues []channelCue) []text.Span {
	var out []text.Span
	for _, span := range spans {
		words := r.doc.RangeOf(span)
		if !slices.ContainsFunc(cues, func(c channelCue) bool { return c.First <= words.First && words.Last <= c.Last }) {
			out = append(out, span)
		}
	}
	return out
}

// around is the event of the smallest clause that holds token i, or of the event noun right after it.
func (r *reader) around(i int) (text.Event, bool) {
	at := r.doc.Tokens[i].Span
	best, found := text.Event{}, false
	for _, e := range r.bySentence[r.doc.SentenceAt(i)] {
		if e.Facet != text.NoFacet || !e.Span.Contains(at) || e.Modality == text.Conditional || e.Modality == text.Possible || e.Modality == text.Planned {
			continue
		}
		if !found || e.Span.End-e.Span.Start < best.Span.End-best.Span.Start {
			best, found = e, true
		}
	}
	return best, found
}

// talkNear reports whether the sentence speaks of talks or messages: "exchanges went by way of".
func (r *reader) talkNear(i int, sent text.Range) bool {
	for j := sent.First; j < i; j++ {
		switch r.concept(j) {
		case "talk", "channel", "message", "swap", "letter":
			return true
		}
	}
	return false
}

// directly reports whether the talks of an event are called direct.
func (r *reader) directly(e text.Event, words text.Range) bool {
	for i := words.First; i < words.Last; i++ {
		switch r.doc.Lower(i) {
		case "direct", "directly":
			return abs(i-e.Verb) <= 4
		case "indirect", "indirectly":
			return false
		case "face":
			if i+4 < words.Last && strings.HasPrefix(strings.ToLower(r.doc.Words(text.Range{First: i, Last: i + 5})), "face-to-face") {
				return true
			}
		}
	}
	return false
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// through is who stands between the parties: "through Qatari mediators", "via intermediaries", or the word "indirect".
func (r *reader) through(words text.Range) []text.Span {
	doc := r.doc
	for i := words.First; i < words.Last; i++ {
		switch doc.Lower(i) {
		case "through", "via", "using":
			if p := r.phraseFrom(i + 1); p >= 0 && r.goBetween(p) {
				return r.list(p)
			}
		case "indirect", "indirectly":
			return []text.Span{doc.Tokens[i].Span}
		}
	}
	return nil
}

// phraseFrom is the number of the noun phrase at token i, or -1.
func (r *reader) phraseFrom(i int) int {
	p := sort.Search(len(r.doc.Phrases), func(p int) bool { return r.doc.Phrases[p].Last > i })
	if p < len(r.doc.Phrases) && r.doc.Phrases[p].Kind == text.NounPhrase && r.doc.Phrases[p].Holds(i) {
		return p
	}
	return -1
}

// goBetween reports whether a noun phrase names mediators or a country or body that could be one.
func (r *reader) goBetween(p int) bool {
	np := r.doc.Phrases[p]
	for i := np.First; i < np.Last; i++ {
		switch r.concept(i) {
		case "mediate", "third-party":
			return true
		}
		if lower := r.doc.Lower(i); lower == "mediators" || lower == "third" || lower == "backchannel" {
			return true
		}
		if n := r.nameAt(i); n != nil && (n.Country != "" || n.Kind == text.Organisation) && i+1 >= np.Head {
			return true
		}
	}
	return false
}

// avoided reports whether talks stand under a word that says they are not held: "avoided direct talks", "ruled out",
// "policy of refusing", "the idea of".
func (r *reader) avoided(e text.Event) bool {
	doc := r.doc
	first := doc.TokenAt(e.Start)
	if e.Clause >= 0 {
		first = doc.Phrases[doc.Clauses[e.Clause].Verb].First
	}
	sent := doc.SentenceAt(first)
	if sent < 0 {
		return false
	}
	for i := max(doc.Sentences[sent].First, first-5); i < e.Verb; i++ {
		switch doc.Tokens[i].Lemma {
		case "avoid", "refrain", "refuse", "reject", "oppose", "rule", "decline", "idea", "policy", "ban", "against", "without", "never", "not", "n't",
			"prospect", "possibility", "rather", "than", "concern", "traditionally", "historically", "previously", "formerly", "future", "any":
			return true
		}
	}
	return false
}

// between adds "X and Y have served as intermediaries between A and B".
func (r *reader) between() {
	doc := r.doc
	for i := range doc.Clauses {
		c := &doc.Clauses[i]
		p := r.mediators(c)
		if p < 0 || c.Subject < 0 || doc.Phrases[c.Verb].Negated {
			continue
		}
		e := text.Event{Facet: text.Channel, Span: r.span(c), Core: r.span(c), Clause: i, Verb: doc.Phrases[p].Head, Concept: "mediated", Time: -1, Modality: text.Asserted}
		e.Through = r.conjuncts(c.Subject, c.Verb)
		r.complements(&e, p+1, c.Last)
		r.out = append(r.out, e)
	}
}

// mediators is the phrase of a clause in which its subject is called a mediator, or -1.
func (r *reader) mediators(c *text.Clause) int {
	doc := r.doc
	first := c.Verb + 1
	for p := first; p < len(doc.Phrases) && doc.Phrases[p].First < c.Last; p++ {
		np := doc.Phrases[p]
		called := doc.Lower(np.First-1) == "as" || p == first && copular(doc.Tokens[doc.Phrases[c.Verb].Head].Lemma)
		if np.Kind == text.NounPhrase && called && mediates(doc.Tokens[np.Head].Lemma) {
			return p
		}
	}
	return -1
}

// copular are verbs after which a noun says what the subject is.
func copular(lemma string) bool { return lemma == "be" || lemma == "become" || lemma == "remain" }

// mediates are nouns for those who stand between parties.
func mediates(lemma string) bool {
	return lemma == "intermediary" || lemma == "mediator" || lemma == "broker"
}

// governments adds "the X administration", where X is a person: who is said to govern.
func (r *reader) governments() {
	doc := r.doc
	for _, np := range doc.Phrases {
		if np.Kind != text.NounPhrase || doc.Tokens[np.Head].Lemma != "administration" {
			continue
		}
		n := r.nameAt(np.Head - 1)
		if n == nil || n.Kind != text.Person || r.formerly(np) {
			continue
		}
		e := text.Event{Facet: text.Governing, Span: doc.SpanOf(np.Range), Core: doc.SpanOf(np.Range), Clause: -1, Verb: np.Head, Concept: "administration", Time: -1, Modality: text.Asserted}
		e.Actors = []text.Span{doc.SpanOf(n.Range)}
		r.out = append(r.out, e)
	}
}

// formerly reports whether a government is called a past one, or time before now is spoken of: "under the X
// administration".
func (r *reader) formerly(np text.Phrase) bool {
	doc := r.doc
	for i := max(0, np.First-2); i < np.Head; i++ {
		switch doc.Lower(i) {
		case "former", "previous", "past", "earlier", "first", "then", "under", "during", "outgoing", "prior", "incoming", "next", "future", "last", "since":
			return true
		}
	}
	return false
}
