// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/jdkato/prose/v2"
)

const proseModule = "github.com/jdkato/prose/v2"

// proseReader is prose with its model loaded once: by itself it loads it anew for every document.
type proseReader struct{ model *prose.Model }

func newProse() (reader, error) {
	doc, err := prose.NewDocument("")
	if err != nil {
		return nil, err
	}
	return proseReader{doc.Model}, nil
}

func (proseReader) version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, m := range info.Deps {
		if m.Path == proseModule {
			return strings.TrimPrefix(m.Version, "v")
		}
	}
	return ""
}

// document reads without sentences, which neither its tagger nor its names use.
func (p proseReader) document(mode Mode, text string) (*prose.Document, error) {
	return prose.NewDocument(text, prose.UsingModel(p.model), prose.WithSegmentation(false), prose.WithExtraction(mode == Names))
}

func (p proseReader) analyse(mode Mode, text string) {
	if _, err := p.document(mode, text); err != nil {
		panic(err) // prose 2.0.0 returns none
	}
}

func (p proseReader) read(mode Mode, text string, words []string) (Reading, error) {
	var out Reading
	if words != nil {
		return out, errors.New("prose takes no tokens")
	}
	doc, err := p.document(mode, text)
	if err != nil {
		return out, err
	}
	for _, tok := range doc.Tokens() {
		out.Words = append(out.Words, Word{Text: tok.Text, Tags: []string{tok.Tag}})
	}
	at := 0
	for _, entity := range doc.Entities() {
		n := among(out.Words, at, strings.Fields(entity.Text))
		if n.Last > n.First {
			at, n.Kind = n.Last, entity.Label
			out.Names = append(out.Names, n)
		}
	}
	return out, nil
}

// among is where the parts of a name stand among the words from at on; empty where they do not.
func among(words []Word, at int, parts []string) Name {
	for i := at; i+len(parts) <= len(words); i++ {
		if slices.Equal(forms(words[i:i+len(parts)]), parts) {
			return Name{First: i, Last: i + len(parts)}
		}
	}
	return Name{}
}
