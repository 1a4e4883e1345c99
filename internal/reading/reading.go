// SPDX-License-Identifier: Apache-2.0

// Package reading runs the stages over a report and turns their layers into statements.
//
// The list of stages is the whole pipeline; what each needs must be given by one before it, which New checks.
package reading

import (
	"fmt"
	"slices"

	"stemma/internal/event"
	"stemma/internal/name"
	"stemma/internal/news"
	"stemma/internal/parse"
	"stemma/internal/plover"
	"stemma/internal/quantity"
	"stemma/internal/quote"
	"stemma/internal/refer"
	"stemma/internal/role"
	"stemma/internal/sentence"
	"stemma/internal/tag"
	"stemma/internal/text"
	"stemma/internal/when"
)

// A Stage adds layers of annotation to a document.
type Stage struct {
	Name    string
	Version string       // changes whenever its output can
	Needs   []text.Layer // must be there before Read
	Gives   []text.Layer // are there after it
	Read    func(*text.Doc)
}

// Stages is the pipeline, in order.
func Stages() []Stage {
	return []Stage{
		{"sentence", "2", nil, layers(text.Tokens, text.Sentences), sentence.Read},
		{"tag", "2", layers(text.Tokens, text.Sentences), layers(text.Tags, text.Trees), tag.Read},
		{"parse", "2", layers(text.Tags, text.Trees), layers(text.Phrases), parse.Read},
		{"name", "2", layers(text.Tags, text.Phrases), layers(text.Names), name.Read},
		{"refer", "1", layers(text.Trees, text.Phrases, text.Names), layers(text.References), refer.Read},
		{"when", "1", layers(text.Tokens, text.Tags), layers(text.Times), when.Read},
		{"quantity", "1", layers(text.Phrases, text.Times), layers(text.Quantities), quantity.Read},
		{"role", "1", layers(text.Names, text.Times), layers(text.Roles), role.Read},
		{"quote", "2", layers(text.Phrases, text.Names), layers(text.Quotes, text.Attributions), quote.Read},
		{"event", "3", layers(text.Phrases, text.Names, text.Times), layers(text.Events), event.Read},
		{"plover", "2", layers(text.Trees, text.References, text.Events), layers(text.Codes), plover.Read},
	}
}

func layers(l ...text.Layer) []text.Layer { return l }

// A Reader runs a list of stages. It is safe for use by several goroutines on different documents.
type Reader struct{ stages []Stage }

// New makes a reader, or tells which stage lacks what.
func New(stages []Stage) (*Reader, error) {
	given := map[text.Layer]bool{}
	for _, s := range stages {
		for _, need := range s.Needs {
			if !given[need] {
				return nil, fmt.Errorf("stage %s needs %s, which no stage before it gives", s.Name, need)
			}
		}
		for _, layer := range s.Gives {
			given[layer] = true
		}
	}
	return &Reader{stages}, nil
}

// Read annotates a report and returns its statements, in order of their words, without ids. A report in a language whose
// rules are not here gets tokens and sentences, and no statement.
func (r *Reader) Read(report *news.Report) []*news.Statement {
	read := Reads(report.Language)
	for _, s := range r.stages {
		if read || slices.Contains(s.Gives, text.Tokens) {
			s.Read(report.Doc)
		}
	}
	if !read {
		return nil
	}
	return statements(report)
}

// Split adds the tokens and sentences of a document, and no more.
func (r *Reader) Split(doc *text.Doc) {
	for _, s := range r.stages {
		if slices.Contains(s.Gives, text.Tokens) {
			s.Read(doc)
		}
	}
}

// Annotate runs every stage but that of tokens and sentences, which the document has already and keeps.
func (r *Reader) Annotate(doc *text.Doc) {
	for _, s := range r.stages {
		if !slices.Contains(s.Gives, text.Tokens) {
			s.Read(doc)
		}
	}
}

// Reads reports whether there are rules for a language (ISO 639-1): English. One that is not known is read as English.
func Reads(language string) bool {
	return language == "" || language == "und" || language == "en"
}
