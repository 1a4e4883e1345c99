// SPDX-License-Identifier: Apache-2.0

package train

import (
	"slices"
	"strings"

	"stemma/internal/fault"
	"stemma/internal/lexicon"
	"stemma/internal/model"
	"stemma/internal/text"
	"stemma/internal/treebank"
)

// A Corpus is what a network is trained on: sentences with trees, and for some of them the tags of their names.
type Corpus struct {
	Trees []treebank.Sentence
	Names [][]string // by sentence; nil where nobody looked for names
}

// minRelation is how often a relation is met to be kept with its subtype ("obl:agent"); a rarer one is cut to its main type.
const minRelation = 40

// classes lists the values of the corpus, sorted.
func classes(c *Corpus, value func(*treebank.Word) string) []string {
	seen := map[string]bool{}
	var out []string
	for i := range c.Trees {
		for k := range c.Trees[i].Words {
			if v := value(&c.Trees[i].Words[k]); v != "" && !seen[v] {
				seen[v] = true
				out = append(out, v)
			}
		}
	}
	slices.Sort(out)
	return out
}

// relations maps each relation of the corpus to the one that is learned for it.
func relations(c *Corpus) map[string]string {
	count := map[string]int{}
	for i := range c.Trees {
		for _, w := range c.Trees[i].Words {
			count[w.Deprel]++
		}
	}
	out := map[string]string{}
	for rel, n := range count {
		main, _, _ := strings.Cut(rel, ":")
		out[rel] = main
		if n >= minRelation {
			out[rel] = rel
		}
	}
	return out
}

// samples turns a corpus into numbers and fills in the classes of shape.
func samples(c *Corpus, shape *model.Shape) ([]*sample, error) {
	rel := relations(c)
	shape.UPOS = classes(c, func(w *treebank.Word) string { return w.UPOS })
	shape.XPOS = classes(c, func(w *treebank.Word) string { return w.XPOS })
	shape.Rels = classes(c, func(w *treebank.Word) string { return rel[w.Deprel] })
	var out []*sample
	for i := range c.Trees {
		sent := &c.Trees[i]
		if len(sent.Words) == 0 {
			continue
		}
		s := &sample{}
		for _, w := range sent.Words {
			s.words = append(s.words, w.Form)
			s.upos = append(s.upos, slices.Index(shape.UPOS, w.UPOS))
			s.xpos = append(s.xpos, slices.Index(shape.XPOS, w.XPOS))
			s.heads = append(s.heads, w.Head)
			s.rels = append(s.rels, slices.Index(shape.Rels, rel[w.Deprel]))
		}
		if slices.Contains(s.upos, -1) || slices.Contains(s.rels, -1) {
			return nil, fault.New(fault.Invalid, sent.ID, "has a word without UPOS or relation")
		}
		s.marks = marks(s.words)
		if tags := c.Names[i]; tags != nil {
			s.names = make([]int, len(tags))
			for k, tag := range tags {
				s.names[k] = max(0, slices.Index(model.NameTags, tag))
			}
		}
		out = append(out, s)
	}
	return out, nil
}

// marks tells which lists of names hold the words.
func marks(words []string) []uint8 {
	lower := make([]string, len(words))
	for i, w := range words {
		lower[i] = text.Lower(w)
	}
	out := make([]uint8, len(words))
	for i, m := range lexicon.Marks(nil, len(words), func(i int) string { return lower[i] }) {
		out[i] = uint8(m)
	}
	return out
}
