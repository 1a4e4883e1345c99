// SPDX-License-Identifier: Apache-2.0

// Package treebank reads and writes annotated sentences: CoNLL-U, and the IOB2 files of Universal NER.
//
// It checks what a reader of trees relies on (columns, numbering, heads that exist) and passes over the rest. It does
// not check that heads form a tree, nor that tags and relations are those of UD.
package treebank

import (
	"slices"
	"strings"
)

// A Word is a syntactic word, one line of CoNLL-U. Fields that the file leaves open ("_") are "".
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int // number of the governing word, from 1 as in the file; 0 for the root, or none
	Deprel, Deps, Misc             string
	SpaceAfter                     bool // false where Misc says SpaceAfter=No
}

// A Range is a surface token that holds several words: "don't" over "do" and "n't".
type Range struct {
	First, Last int // the words, half-open, from 0
	Form        string
	SpaceAfter  bool
	rest        string // the columns after the form, as in the file
}

// A Sentence is one sentence of a treebank. Words holds its syntactic words only; ranges and empty nodes are kept beside
// them, so that Write gives them back in their places.
type Sentence struct {
	ID       string   // the sent_id
	Comments []string // the lines that start with "#", whole
	Words    []Word
	Ranges   []Range

	empty []emptyNode
}

// An emptyNode is the line of a node of the enhanced graph, such as 8.1; it stands after so many words.
type emptyNode struct {
	after int
	line  string
}

// Comment is the value of the comment "# key = value"; "# key" alone has the value "". It reports whether there is one.
func (s *Sentence) Comment(key string) (string, bool) {
	for _, line := range s.Comments {
		name, value, _ := strings.Cut(strings.TrimPrefix(line, "#"), "=")
		if strings.TrimSpace(name) == key {
			return strings.TrimSpace(value), true
		}
	}
	return "", false
}

// OpensDocument reports whether a document begins with the sentence.
func (s *Sentence) OpensDocument() bool {
	return slices.ContainsFunc(s.Comments, func(line string) bool {
		return strings.HasPrefix(strings.TrimLeft(line, "# \t"), "newdoc")
	})
}

// Open puts the comment "# newdoc id = id" before the first of sentences, where none says that a document begins there.
func Open(sentences []Sentence, id string) {
	if len(sentences) == 0 || sentences[0].OpensDocument() {
		return
	}
	line := strings.Join(strings.Fields("# newdoc id = "+id), " ")
	sentences[0].Comments = append([]string{line}, sentences[0].Comments...)
}
