// SPDX-License-Identifier: Apache-2.0

// Package align turns statements into propositions that can be compared: content words folded through the thesaurus,
// names through entities, figures with what they count, days. Two propositions answer the same question where they share
// a kind and a topic; whether their answers agree is for package weigh.
package align

import (
	"maps"
	"math"
	"sort"
	"strings"

	"stemma/internal/entity"
	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

// A Term is a normalised piece of content: an entity ("e:united states"), a concept ("c:talk") or another lemma ("w:…").
type Term string

// Terms is a set of terms.
type Terms map[Term]bool

// Scene is what propositions of one story are read against: who is who, and how common each term is.
type Scene struct {
	Entities   *entity.Index
	weight     map[Term]float64
	unfinished map[*news.Report]bool // reports that say that their count of victims may still change

	words map[string]Term // any word of a body's name to the body, where one only has it
	heads map[string]Term // last word of a body's name to the body, where one only has it: "council"
}

// NewScene weighs the terms of a story's statements: the rarer over sentences, the heavier; terms of the whole story's
// main parties weigh little.
func NewScene(reports []*news.Report, index *entity.Index) *Scene {
	s := &Scene{Entities: index, weight: map[Term]float64{}, heads: heads(index), words: words(index), unfinished: map[*news.Report]bool{}}
	count, sentences := map[Term]int{}, 0
	for _, r := range reports {
		for _, sent := range r.Doc.Sentences {
			sentences++
			for t := range s.terms(r, sent.Range) {
				count[t]++
			}
		}
	}
	for t, n := range count {
		s.weight[t] = 0.3 + math.Log(1+float64(sentences)/float64(n))/math.Log(1+float64(sentences))
	}
	return s
}

// Weight is how much a shared term tells, about 0.3 to 1.3.
func (s *Scene) Weight(t Term) float64 {
	if w, ok := s.weight[t]; ok {
		return w
	}
	return 1.3
}

var (
	functionWords = lexicon.Load("function_words")
	lightVerbs    = lexicon.Load("light_verbs")
	calendarWords = lexicon.Load("calendar_words")
)

// Widen adds to a set of terms the state of each institution, office holder or capital in it: what "the White House" or
// "Doha" says of where and of whom.
func (s *Scene) Widen(terms Terms) Terms {
	out := maps.Clone(terms)
	for t := range terms {
		if t[0] != 'e' {
			continue
		}
		if e := s.Entities.Named(string(t[2:])); e != nil && e.Country != "" {
			out[Term("e:"+strings.ToLower(e.Country))] = true
		}
	}
	return out
}

// terms is the content of a range of tokens.
func (s *Scene) terms(r *news.Report, words text.Range) Terms {
	out := Terms{}
	doc := r.Doc
	for i := firstName(doc, words.First); i < len(doc.Names) && doc.Names[i].First < words.Last; i++ {
		if doc.Names[i].First < words.First {
			continue
		}
		if e := s.Entities.Of(r, i); e != nil {
			out[TermOf(e)] = true
		}
	}
	names := nameTokens(doc, words)
	for i := words.First; i < words.Last; i++ {
		if t := s.wordTerm(doc, i); t != "" && !names[i] {
			out[t] = true
			if body, ok := s.heads[doc.Tokens[i].Lemma]; ok && definite(doc, i) {
				out[body] = true
			}
		}
	}
	return out
}

// heads is the bodies of a story by the last word of their names, where it is a common word that only one of them has.
func heads(index *entity.Index) map[string]Term {
	count := map[string]int{}
	out := map[string]Term{}
	for _, e := range index.Entities {
		words := strings.Fields(strings.ToLower(e.Name))
		if e.Kind == text.Person || e.Kind == text.Place || len(words) < 2 {
			continue
		}
		last := words[len(words)-1]
		count[last]++
		out[last] = TermOf(e)
	}
	maps.DeleteFunc(out, func(word string, _ Term) bool { return count[word] != 1 })
	return out
}

// words is the bodies of a story by any word of their names, in the singular, where one only has it.
func words(index *entity.Index) map[string]Term {
	count := map[string]int{}
	out := map[string]Term{}
	for _, e := range index.Entities {
		if e.Kind == text.Person || e.Kind == text.Place {
			continue
		}
		for _, word := range strings.FieldsFunc(strings.ToLower(e.Name), func(r rune) bool { return r == ' ' || r == '\'' || r == '’' }) {
			word = strings.TrimSuffix(word, "s")
			count[word]++
			out[word] = TermOf(e)
		}
	}
	maps.DeleteFunc(out, func(word string, _ Term) bool { return count[word] != 1 })
	return out
}

// definite reports whether token i closes a phrase with "the", "its" or "their".
func definite(doc *text.Doc, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch doc.Lower(k) {
		case "the", "its", "their":
			return true
		}
		if doc.Tokens[k].Tag != text.ADJ && doc.Tokens[k].Tag != text.NOUN {
			return false
		}
	}
	return false
}

// Terms is the content of a span of a report.
func (s *Scene) Terms(r *news.Report, span text.Span) Terms { return s.terms(r, r.Doc.RangeOf(span)) }

// TermOf is the term of an entity.
func TermOf(e *news.Entity) Term { return Term("e:" + strings.ToLower(e.Name)) }

// firstName is the number of the first name that ends after a token.
func firstName(doc *text.Doc, token int) int {
	return sort.Search(len(doc.Names), func(i int) bool { return doc.Names[i].Last > token })
}

func nameTokens(doc *text.Doc, words text.Range) map[int]bool {
	out := map[int]bool{}
	for k := firstName(doc, words.First); k < len(doc.Names) && doc.Names[k].First < words.Last; k++ {
		n := doc.Names[k]
		for i := max(n.First, words.First); i < n.Last; i++ {
			out[i] = true
		}
	}
	return out
}

// wordTerm is the term of a content word, or "". Days and months are no content: times are read apart.
func (s *Scene) wordTerm(doc *text.Doc, i int) Term {
	tok := &doc.Tokens[i]
	concept := lexicon.ConceptAt(doc, i)
	listed := concept != tok.Lemma
	switch tok.Tag {
	case text.NOUN, text.VERB, text.ADJ, text.PROPN:
	case text.ADV:
		if !listed {
			return ""
		}
	default:
		return ""
	}
	switch {
	case calendarWords().Has(tok.Lower), bleached(doc, i), tok.Tag == text.PROPN && strings.HasSuffix(tok.Lower, "."),
		functionWords().Has(tok.Lower) && !listed && !telling(tok.Lower) && !predicate(doc, i),
		lightVerbs()[tok.Lemma].Field(1) == "empty" && tok.Tag == text.VERB:
		return ""
	}
	return Term("c:" + concept)
}

// bleached: "take part", "take place", "play a role": the noun says nothing of its own.
func bleached(doc *text.Doc, i int) bool {
	switch doc.Tokens[i].Lemma {
	case "part", "place", "role":
	default:
		return false
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if lemma := doc.Tokens[k].Lemma; lemma == "take" || lemma == "play" || lemma == "have" {
			return true
		}
	}
	return false
}

// telling are function-list adjectives that matter to what is said.
func telling(lower string) bool {
	switch lower {
	case "first", "second", "third", "last", "only", "new", "former", "dead", "alive", "living", "direct", "secret", "severe", "missing", "northern", "southern", "eastern", "western",
		"armed", "unarmed", "permanent", "temporary", "indirect", "legal", "illegal", "chemical", "nuclear", "guilty", "innocent", "wounded", "injured", "unofficial":
		return true
	}
	return false
}

// predicate reports whether an adjective is what a sentence says of its subject: "the monitors would be armed".
func predicate(doc *text.Doc, i int) bool {
	if doc.Tokens[i].Tag != text.ADJ {
		return false
	}
	k := i - 1
	for k >= 0 && doc.Tokens[k].Tag == text.ADV {
		k--
	}
	return k >= 0 && doc.Tokens[k].Lemma == "be" && (i+1 == len(doc.Tokens) || doc.Tokens[i+1].Tag != text.NOUN)
}

// Weigh is the weight of a set of terms, summed in a fixed order.
func (s *Scene) Weigh(terms Terms) float64 {
	sum := 0.0
	for _, t := range sorted(terms) {
		sum += s.Weight(t)
	}
	return sum
}

// Shared is the terms of both sets.
func Shared(a, b Terms) Terms {
	out := Terms{}
	for t := range a {
		if b[t] {
			out[t] = true
		}
	}
	return out
}

// Likeness says how much of the smaller and of the larger of two sets the other covers, by weight, 0 to 1 each.
func (s *Scene) Likeness(a, b Terms) (smaller, larger float64) {
	wa, wb, ws := s.Weigh(a), s.Weigh(b), s.Weigh(Shared(a, b))
	if wa == 0 || wb == 0 {
		return 0, 0
	}
	return ws / math.Min(wa, wb), ws / math.Max(wa, wb)
}

// Light reports whether a concept is a verb that carries no content of its own.
func (s *Scene) Light(concept string) bool { return lightVerbs()[concept].Field(1) == "empty" }
