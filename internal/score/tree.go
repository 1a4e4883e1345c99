// SPDX-License-Identifier: Apache-2.0

// Package score measures findings against gold annotations.
package score

import (
	"strings"

	"stemma/internal/treebank"
)

// Trees counts how many words of a treebank were read as its annotators did.
type Trees struct {
	Sentences, Words int
	UPOS, XPOS       int // right parts of speech, right Penn tags
	UAS              int // right governors
	LAS              int // right governors with the right main relation (what stands before the colon)
	Names            Spans
}

// Spans counts gold spans, predicted ones, and those that are both.
type Spans struct{ Gold, Found, Right int }

// F1 is the harmonic mean of precision and recall, 0 where nothing is right.
func (s Spans) F1() float64 { return 2 * share(s.Right, s.Gold+s.Found) }

// Precision is the share of found spans that are gold.
func (s Spans) Precision() float64 { return share(s.Right, s.Found) }

// Recall is the share of gold spans that are found.
func (s Spans) Recall() float64 { return share(s.Right, s.Gold) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Percent is n of all words, in percent.
func (t *Trees) Percent(n int) float64 { return 100 * share(n, t.Words) }

// Add compares a sentence with its reading, which has the same words. names are its gold IOB2 tags, nil where nobody looked
// for names; those found are the NER marks of the reading's MISC column.
func (t *Trees) Add(gold, got *treebank.Sentence, names []string) {
	t.Sentences++
	for i := range gold.Words {
		a, b := &gold.Words[i], &got.Words[i]
		t.Words++
		t.UPOS += one(a.UPOS == b.UPOS)
		t.XPOS += one(a.XPOS == b.XPOS)
		t.UAS += one(a.Head == b.Head)
		t.LAS += one(a.Head == b.Head && mainRelation(a.Deprel) == mainRelation(b.Deprel))
	}
	if names != nil {
		t.Names.add(spans(names), spans(marks(got)))
	}
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func mainRelation(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// marks is the IOB2 tags of a reading.
func marks(sent *treebank.Sentence) []string {
	out := make([]string, len(sent.Words))
	for i := range sent.Words {
		for field := range strings.SplitSeq(sent.Words[i].Misc, "|") {
			if tag, ok := strings.CutPrefix(field, "NER="); ok {
				out[i] = tag
			}
		}
	}
	return out
}

// A span is a name of so many words.
type span struct {
	first, last int
	kind        string
}

// spans is the names that IOB2 tags mark.
func spans(tags []string) []span {
	var out []span
	for i := 0; i < len(tags); i++ {
		kind, begins := strings.CutPrefix(tags[i], "B-")
		if !begins {
			continue
		}
		j := i + 1
		for j < len(tags) && tags[j] == "I-"+kind {
			j++
		}
		out = append(out, span{i, j, kind})
	}
	return out
}

func (s *Spans) add(gold, found []span) {
	s.Gold += len(gold)
	s.Found += len(found)
	known := map[span]bool{}
	for _, g := range gold {
		known[g] = true
	}
	for _, f := range found {
		s.Right += one(known[f])
	}
}
