// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"slices"
	"strings"

	"stemma/internal/reading"
	"stemma/internal/text"
)

// ours is Stemma's reader: the stages of the program, up to the one that a mode needs.
type ours map[Mode][]reading.Stage

func newOurs() (reader, error) {
	o := ours{}
	for mode, last := range map[Mode]string{Tags: "tag", Names: "name"} {
		stages, err := upTo(reading.Stages(), last)
		if err != nil {
			return nil, err
		}
		o[mode] = stages
	}
	return o, nil
}

func upTo(stages []reading.Stage, last string) ([]reading.Stage, error) {
	for i, s := range stages {
		if s.Name == last {
			return stages[:i+1], nil
		}
	}
	return nil, fmt.Errorf("the reader has no stage %q", last)
}

// version is the stages and their versions: "sentence 1, tag 1".
func (o ours) version() string {
	var out []string
	for _, s := range o[Names] {
		out = append(out, s.Name+" "+s.Version)
	}
	return strings.Join(out, ", ")
}

func (o ours) analyse(mode Mode, s string) {
	doc := &text.Doc{Text: s}
	for _, stage := range o[mode] {
		stage.Read(doc)
	}
}

func (o ours) read(mode Mode, s string, words []string) (Reading, error) {
	doc := &text.Doc{Text: s}
	if words != nil {
		doc = given(s, words)
	}
	for _, stage := range o[mode] {
		if words == nil || !slices.Contains(stage.Gives, text.Tokens) {
			stage.Read(doc)
		}
	}
	return told(doc), nil
}

// given is a sentence as a document with the treebank's tokens.
func given(s string, words []string) *text.Doc {
	doc := &text.Doc{Text: s, Paragraphs: []text.Span{{Start: 0, End: len(s)}}}
	for _, span := range place(s, words) {
		lower := text.Lower(doc.Exact(span))
		doc.Tokens = append(doc.Tokens, text.Token{Span: span, Lower: lower})
	}
	whole := text.Range{First: 0, Last: len(doc.Tokens)}
	doc.Sentences = []text.Sentence{{Range: whole, Span: doc.SpanOf(whole)}}
	return doc
}

// byType is the kinds of name by their IOB2 type.
var byType = map[string]text.NameKind{"PER": text.Person, "ORG": text.Organisation, "LOC": text.Place}

func told(doc *text.Doc) Reading {
	var out Reading
	for i, tok := range doc.Tokens {
		out.Words = append(out.Words, Word{Text: doc.Word(i), Tags: []string{string(tok.UPOS)}})
		place, kind, _ := strings.Cut(tok.Entity, "-")
		switch place {
		case "B":
			out.Names = append(out.Names, Name{i, i + 1, string(byType[kind])})
		case "I":
			out.Names[len(out.Names)-1].Last = i + 1
		}
	}
	return out
}
