// SPDX-License-Identifier: Apache-2.0

package story

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"time"

	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

// A sort of term: each has its own share of the likeness of two reports, however many terms of it they have.
type sort int

const (
	words   sort = iota // concepts of content words
	names               // names in full and the words in them
	figures             // numbers and days told
	sorts
)

// What a term is stands before its text: "+kill", "=Ida Lund", "~lund", "#284", "@2031-05-07".
const (
	word   = '+'
	full   = '='
	part   = '~'
	figure = '#'
	day    = '@'
)

// written is a term with what it is.
func written(what byte, text string) string { return string(what) + text }

// A Gist is what a report is grouped by: its words, names, figures and days, those told first and in headlines counting
// more, and its day of publication.
type Gist struct {
	day   int // of publication, counted from 1970; undated where it is not known
	terms [sorts][]term
}

// undated is the day of a report without one.
const undated = math.MinInt

// A term is counted in a report.
type term struct {
	text  string
	count float64
}

var (
	functionWords = lexicon.Load("function_words")
	calendarWords = lexicon.Load("calendar_words")
	titles        = lexicon.Load("titles")
)

// Read takes the gist of a report that package reading has read.
func Read(r *news.Report) *Gist {
	g := &Gist{day: undated}
	if at, err := time.Parse(time.DateOnly, r.Published[:min(10, len(r.Published))]); err == nil {
		g.day = int(at.Unix() / (24 * 60 * 60))
	}
	c := counter{doc: r.Doc, named: make([]bool, len(r.Doc.Tokens))}
	for s := range c.found {
		c.found[s] = map[string]float64{}
	}
	c.names()
	c.words()
	c.days()
	for s, found := range c.found {
		for _, t := range slices.Sorted(maps.Keys(found)) {
			g.terms[s] = append(g.terms[s], term{t, found[t]})
		}
	}
	return g
}

// A counter counts the terms of a document.
type counter struct {
	doc   *text.Doc
	named []bool // tokens inside names
	found [sorts]map[string]float64
}

func (c *counter) names() {
	for _, n := range c.doc.Names {
		c.found[names][written(full, n.Full)] += c.prominence(n.First)
		for i := n.First; i < n.Last; i++ {
			c.named[i] = true
		}
	}
}

func (c *counter) words() {
	for i := range c.doc.Tokens {
		tok := &c.doc.Tokens[i]
		switch {
		case len(tok.Lower) < 2 || functionWords().Has(tok.Lower):
		case tok.Tag == text.PROPN || c.named[i]:
			if len(tok.Lower) > 2 && !calendarWords().Has(tok.Lower) && !titles().Has(tok.Lower) {
				c.found[names][written(part, tok.Lower)] += c.prominence(i)
			}
		case tok.Tag == text.NOUN || tok.Tag == text.VERB || tok.Tag == text.ADJ:
			c.found[words][written(word, lexicon.ConceptOf(tok))] += c.prominence(i)
		case tok.Tag == text.NUM:
			c.found[figures][written(figure, tok.Lower)] += c.prominence(i)
		}
	}
}

func (c *counter) days() {
	for _, t := range c.doc.Times {
		if t.From != "" && t.From == t.To && (t.Type == "DATE" || t.Type == "TIME") {
			c.found[figures][written(day, t.From)]++
		}
	}
}

// prominence is how much a token counts: news tells first what it is about.
func (c *counter) prominence(tok int) float64 {
	i := c.doc.SentenceAt(tok)
	if i < 0 {
		return 1
	}
	p := 1 + 3*math.Exp(-float64(i)/3)
	if c.doc.Sentences[i].Headline {
		p *= 2
	}
	return p
}

// order is an order of reports that does not depend on how they were given: by day of publication, then by content.
func order(a, b *news.Report) int {
	return cmp.Or(
		cmp.Compare(a.Published, b.Published), cmp.Compare(a.SHA256, b.SHA256),
		cmp.Compare(a.Title, b.Title), cmp.Compare(a.URL, b.URL), cmp.Compare(a.Input, b.Input),
	)
}
