// SPDX-License-Identifier: Apache-2.0

package talks

import (
	"cmp"
	"slices"

	"stemma/internal/entity"
	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

var (
	words     = lexicon.Load("talks_words")
	bodies    = lexicon.Load("talks_bodies")
	sideWords = lexicon.Load("talks_names")
	offices   = lexicon.Load("talks_offices")
	buildings = lexicon.Load("talks_buildings")
)

// A class is what a word has to do with talks, as in talks_words.
type class string

const (
	encounter class = "encounter"
	contact   class = "contact"
	mediation class = "mediate"
	deal      class = "deal"
	dispute   class = "dispute"
	bargain   class = "bargain"
	envoy     class = "envoy"
	team      class = "team"
	motion    class = "motion"
	stage     class = "stage"
	neutral   class = "neutral"
)

// A page is a report with what matters of it for talks.
type page struct {
	report   *news.Report
	doc      *text.Doc
	class    []class       // by token
	core     int           // how many words tell of bargaining by themselves, headlines left out
	mentions []mention     // in order
	acts     map[int][]int // numbers of the clause events by token of the verb group

	clauses      map[int][]int              // by sentence
	attributions map[int][]text.Attribution // by sentence of each piece of content
	inPlace      map[*news.Entity]bool      // entities that stand right after "in"
}

// A mention is words that stand for an entity: a name, or a common noun such as "the union".
type mention struct {
	text.Range
	entity *news.Entity
	name   *text.Name // nil for a common noun
}

func newPage(r *news.Report, index *entity.Index) *page {
	p := &page{report: r, doc: r.Doc, class: make([]class, len(r.Doc.Tokens)), acts: map[int][]int{}}
	named := make([]bool, len(r.Doc.Tokens))
	for i := range r.Doc.Names {
		n := &r.Doc.Names[i]
		for k := n.First; k < n.Last; k++ {
			named[k] = true
		}
		if e := index.Of(r, i); e != nil {
			p.mentions = append(p.mentions, mention{n.Range, e, n})
		}
	}
	p.lay()
	for _, sent := range r.Doc.Sentences {
		for i := sent.First; i < sent.Last; i++ {
			p.classify(i, named[i], sent.Headline)
		}
	}
	for k, e := range r.Doc.Events {
		if e.Clause < 0 || e.Facet != text.NoFacet {
			continue
		}
		verb := r.Doc.Phrases[r.Doc.Clauses[e.Clause].Verb]
		for i := verb.First; i < verb.Last; i++ {
			p.acts[i] = append(p.acts[i], k)
		}
	}
	return p
}

// lay files clauses and attributions under their sentences, and finds what is spoken of as a place.
func (p *page) lay() {
	p.clauses, p.attributions, p.inPlace = map[int][]int{}, map[int][]text.Attribution{}, map[*news.Entity]bool{}
	for k, c := range p.doc.Clauses {
		sent := p.doc.SentenceAt(c.First)
		p.clauses[sent] = append(p.clauses[sent], k)
	}
	for _, a := range p.doc.Attributions {
		for _, c := range a.Content {
			sent := p.doc.SentenceAt(p.doc.TokenAt(c.Start))
			p.attributions[sent] = append(p.attributions[sent], a)
		}
	}
	for _, m := range p.mentions {
		if m.First > 0 && p.doc.Lower(m.First-1) == "in" {
			p.inPlace[m.entity] = true
		}
	}
}

// classify sets the class of token i.
func (p *page) classify(i int, named, headline bool) {
	tok := &p.doc.Tokens[i]
	if named || tok.Tag != text.NOUN && tok.Tag != text.VERB && tok.Tag != text.AUX && tok.Tag != text.ADJ {
		return
	}
	row, ok := words()[tok.Lemma]
	if !ok {
		return
	}
	p.class[i] = class(row.Field(1))
	if row.Field(2) == "core" && !headline {
		p.core++
	}
}

// sort puts mentions in the order of the text.
func (p *page) sort() {
	slices.SortStableFunc(p.mentions, func(a, b mention) int { return cmp.Compare(a.First, b.First) })
}

// at is the number of the first mention that ends after token i.
func (p *page) at(i int) int {
	k, _ := slices.BinarySearchFunc(p.mentions, i, func(m mention, i int) int {
		if m.Last > i {
			return 1
		}
		return -1
	})
	return k
}

// holding is the mention that holds token i, or nil.
func (p *page) holding(i int) *mention {
	if k := p.at(i); k < len(p.mentions) && p.mentions[k].Holds(i) {
		return &p.mentions[k]
	}
	return nil
}

// within is the mentions inside a range of tokens.
func (p *page) within(r text.Range) []mention {
	first := p.at(r.First)
	last := first
	for last < len(p.mentions) && p.mentions[last].First < r.Last {
		last++
	}
	return p.mentions[first:last]
}

// sentence is the tokens of the sentence that holds token i.
func (p *page) sentence(i int) text.Sentence {
	if k := p.doc.SentenceAt(i); k >= 0 {
		return p.doc.Sentences[k]
	}
	return text.Sentence{}
}

// evidence is the words from one token range to another.
func (p *page) evidence(a, b text.Range) news.Evidence {
	return news.Evidence{Report: p.report, Span: p.doc.SpanOf(a).Union(p.doc.SpanOf(b))}
}

// only is a range of one token.
func only(i int) text.Range { return text.Range{First: i, Last: i + 1} }

// phrase is the noun phrase that holds token i, or the token alone.
func (p *page) phrase(i int) text.Phrase {
	k, _ := slices.BinarySearchFunc(p.doc.Phrases, i, func(q text.Phrase, i int) int {
		if q.Last > i {
			return 1
		}
		return -1
	})
	if k < len(p.doc.Phrases) && p.doc.Phrases[k].Holds(i) && p.doc.Phrases[k].Kind == text.NounPhrase {
		return p.doc.Phrases[k]
	}
	return text.Phrase{Range: only(i), Head: i}
}

// list is the mentions of a list that starts at token i: "the union and the Port Council", "mediators from Q, E and the
// U.S.". Articles, adjectives, titles and nouns that name no one else may stand between.
func (p *page) list(i int) []mention {
	var out []mention
	sent := p.sentence(i)
	for gap := 0; i < sent.Last && gap < 5; {
		if m := p.holding(i); m != nil {
			out = append(out, *m)
			i, gap = m.Last, 0
			continue
		}
		tok := &p.doc.Tokens[i]
		switch {
		case tok.Lower == "," || tok.Lower == "and" || tok.Lower == "or" || tok.Lower == "'s" || tok.Lower == "both" || tok.Lower == "-":
		case tok.Tag == text.DET || tok.Tag == text.ADJ || tok.Tag == text.NOUN || tok.Tag == text.NUM || tok.Tag == text.PROPN:
			gap++
		case (tok.Lower == "of" || tok.Lower == "from" || tok.Lower == "for") && (p.class[i-1] == envoy || p.class[i-1] == team || p.class[i-1] == neutral):
		default:
			return out
		}
		i++
	}
	return out
}

// after is the mentions listed after one of some prepositions that follows token i within a few words.
func (p *page) after(i int, reach int, prepositions ...string) []mention {
	sent := p.sentence(i)
	for j := i + 1; j < sent.Last && j <= i+reach; j++ {
		if slices.Contains(prepositions, p.doc.Lower(j)) {
			return p.list(j + 1)
		}
		if tok := &p.doc.Tokens[j]; tok.Tag == text.PUNCT || tok.Tag == text.SCONJ || tok.Tag == text.VERB && p.class[j] != stage && p.class[j] != encounter {
			return nil
		}
	}
	return nil
}
