// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"stemma/internal/treebank"
)

// A goldSentence is a sentence with the treebank's words, tags and names.
type goldSentence struct {
	text  string
	words []string
	upos  []string
	spans []span
	names map[goldName]bool
}

// A goldName is a name by its bytes and its kind: PER, ORG or LOC.
type goldName struct {
	span
	kind string
}

// readGold reads the dev set of UD English EWT with the names that Universal NER has for it.
func readGold(shared string) ([]goldSentence, error) {
	sentences, err := parsed(filepath.Join(shared, "ud", "en_ewt", "en_ewt-ud-dev.conllu"), treebank.Parse)
	if err != nil {
		return nil, err
	}
	named, err := parsed(filepath.Join(shared, "uner", "en_ewt", "en_ewt-ud-dev.iob2"), treebank.ParseIOB2)
	if err != nil {
		return nil, err
	}
	byID := map[string]treebank.Names{}
	for _, n := range named {
		byID[n.ID] = n
	}
	var out []goldSentence
	for i := range sentences {
		n, ok := byID[sentences[i].ID]
		if !ok {
			return nil, fmt.Errorf("sentence %s has no names", sentences[i].ID)
		}
		out = append(out, golden(&sentences[i], n))
	}
	return out, nil
}

func parsed[T any](path string, parse func(string, []byte) ([]T, error)) ([]T, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%w (the treebanks are read from the folder that -shared names)", err)
	}
	return parse(filepath.Base(path), data)
}

func golden(s *treebank.Sentence, n treebank.Names) goldSentence {
	g := goldSentence{names: map[goldName]bool{}}
	g.text, _ = s.Comment("text")
	for _, w := range s.Words {
		g.words = append(g.words, w.Form)
		g.upos = append(g.upos, w.UPOS)
	}
	g.spans = place(g.text, g.words)
	var found []Name
	for i, tag := range n.Tags {
		found = extend(found, i, tag)
	}
	spans := place(g.text, n.Words)
	for _, f := range found {
		g.names[goldName{span{Start: spans[f.First].Start, End: spans[f.Last-1].End}, f.Kind}] = true
	}
	return g
}

// extend adds word i to the names by its IOB2 tag: it goes on with the last name, or opens one.
func extend(names []Name, i int, tag string) []Name {
	mark, kind, ok := strings.Cut(tag, "-")
	if !ok {
		return names
	}
	if n := len(names); mark == "I" && n > 0 && names[n-1].Last == i && names[n-1].Kind == kind {
		names[n-1].Last++
		return names
	}
	return append(names, Name{i, i + 1, kind})
}

// texts is the sentences' texts, words their tokens.
func texts(gold []goldSentence) (out []string) {
	for _, g := range gold {
		out = append(out, g.text)
	}
	return out
}

func words(gold []goldSentence) (out [][]string) {
	for _, g := range gold {
		out = append(out, g.words)
	}
	return out
}

// countWords is the number of words between white space.
func countWords(articles []string) (n int) {
	for _, a := range articles {
		n += len(strings.Fields(a))
	}
	return n
}
