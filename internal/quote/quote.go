// SPDX-License-Identifier: Apache-2.0

// Package quote finds quotations with their speakers, and indirect statements with source and cue.
//
// It works cue by cue: a verb, noun or phrase of saying, thinking, asking or showing (internal/lexicon/en/cue_*.txt)
// looks for its content on the right, else on the left, and for its source where grammar puts it. Quotations that no
// cue claims continue the speaker before them, or are marked as scare quotes. It needs tokens, sentences, tags and
// phrases, and uses names where there are any. It does not judge whether a content is true, or a source right.
package quote

import (
	"slices"

	"stemma/internal/text"
)

// Read adds Quotes and Attributions. It reads each sentence once, so its time is linear in the text.
func Read(doc *text.Doc) {
	r := newReader(doc)
	for s := range doc.Sentences {
		r.readSentence(s)
	}
	r.speakers()
	r.prune()
	r.conditions()
	r.resolve()
	r.write()
}

// A reader holds what is found in one document, until write puts it into the layers.
type reader struct {
	doc    *text.Doc
	tree   *text.Tree
	phrase []int // number of the phrase that holds each token, or -1
	name   []int // number of the name that holds each token, or -1
	quotes []quotation
	inside []int // number of the quotation that holds each token, or -1; marks are outside
	mark   []int // number of the quotation that each mark opens or closes, or -1
	said   []saying
}

// A saying is an attribution in tokens.
type saying struct {
	cue       text.Range
	verb      int // the cue's verb, noun or first word
	entry     *entry
	source    text.Range
	content   []text.Range
	quote     int // the quotation that is the whole content, or -1
	sentence  int
	form      form
	negated   bool
	unnamed   bool // hearsay: nobody is named, on purpose
	condition text.Range
	name      string
	anonymous bool
}

func newReader(doc *text.Doc) *reader {
	n := len(doc.Tokens)
	r := &reader{doc: doc, tree: text.NewTree(doc), phrase: filled(n), name: filled(n), inside: filled(n), mark: filled(n)}
	for p, phrase := range doc.Phrases {
		for i := phrase.First; i < phrase.Last; i++ {
			r.phrase[i] = p
		}
	}
	for k, name := range doc.Names {
		for i := name.First; i < name.Last; i++ {
			r.name[i] = k
		}
	}
	r.findQuotes()
	return r
}

func filled(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// readSentence reads the cues of one sentence, left to right.
func (r *reader) readSentence(s int) {
	sent := r.doc.Sentences[s]
	for i := sent.First; i < sent.Last; {
		next := r.phraseCue(s, i)
		if next == i {
			next = r.ownersCue(s, i)
		}
		if next == i {
			next = r.headlineCue(s, i)
		}
		if next == i {
			next = r.nounCue(s, i)
		}
		if next == i {
			next = r.verbCue(s, i)
		}
		i = max(next, i+1)
	}
}

// write turns what was found into the layers of the document.
func (r *reader) write() {
	doc := r.doc
	slices.SortStableFunc(r.said, func(a, b saying) int { return a.cue.First - b.cue.First })
	doc.Quotes, doc.Attributions = doc.Quotes[:0], doc.Attributions[:0]
	for _, q := range r.quotes {
		doc.Quotes = append(doc.Quotes, text.Quote{Span: q.span, Scare: q.scare, Speech: -1})
	}
	for _, s := range r.said {
		if len(s.content) == 0 {
			continue
		}
		if s.quote >= 0 {
			doc.Quotes[s.quote].Speech = len(doc.Attributions)
		}
		doc.Attributions = append(doc.Attributions, r.attribution(s))
	}
	nest(doc.Attributions)
}

func (r *reader) attribution(s saying) text.Attribution {
	a := text.Attribution{
		Source: r.doc.SpanOf(s.source), SourceName: s.name, Cue: r.doc.SpanOf(s.cue), CueLemma: s.entry.lemma, CueClass: s.entry.class,
		Direct: s.quote >= 0, Anonymous: s.anonymous, Conditions: r.doc.SpanOf(s.condition),
		Modality: s.entry.modality(), Negated: s.negated != (s.entry.class == "deny"),
	}
	if r.nobody(s.source) {
		a.Negated = !a.Negated
	}
	if s.quote >= 0 {
		a.Content = []text.Span{r.quotes[s.quote].span}
		return a
	}
	for _, c := range s.content {
		a.Content = append(a.Content, r.doc.SpanOf(c))
	}
	return a
}

// nest sets Via: an attribution whose cue stands inside another's content is told through that other.
func nest(all []text.Attribution) {
	var open []int // attributions that may still hold a later cue, by the order of their contents
	for i := range all {
		for j := max(0, i-maxNest); j < min(len(all), i+maxNest); j++ {
			if j != i && holds(&all[j], &all[i]) {
				open = append(open, j)
			}
		}
		slices.SortStableFunc(open, func(a, b int) int { return width(&all[a]) - width(&all[b]) })
		all[i].Via = slices.Clone(open[:min(len(open), maxVia)])
		open = open[:0]
	}
}

// maxNest is how many attributions back and forth an outer one is looked for; maxVia is how many are kept.
const (
	maxNest = 24
	maxVia  = 4
)

func holds(outer, inner *text.Attribution) bool {
	if outer.Cue == inner.Cue || inner.Cue.Empty() {
		return false
	}
	for _, c := range outer.Content {
		if c.Contains(inner.Cue) {
			return true
		}
	}
	return false
}

func width(a *text.Attribution) int {
	n := 0
	for _, c := range a.Content {
		n += c.End - c.Start
	}
	return n
}
