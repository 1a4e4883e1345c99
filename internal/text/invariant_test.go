// SPDX-License-Identifier: Apache-2.0

package text_test

import (
	"strings"
	"testing"

	"stemma/internal/text"
)

// whole is a document with something in every layer that Check looks at. Its text has characters of two and three bytes.
func whole() *text.Doc {
	doc := &text.Doc{Text: "Zoë Berg paid 12 men. “Go,” she said."}
	for _, word := range []string{"Zoë", "Berg", "paid", "12", "men", ".", "“", "Go", ",", "”", "she", "said"} {
		at := 0
		if n := len(doc.Tokens); n > 0 {
			at = doc.Tokens[n-1].End
		}
		start := at + strings.Index(doc.Text[at:], word)
		doc.Tokens = append(doc.Tokens, text.Token{Span: text.Span{Start: start, End: start + len(word)}, Lower: strings.ToLower(word)})
	}
	span := func(first, last int) text.Span { return doc.SpanOf(text.Range{First: first, Last: last}) }
	doc.Sentences = []text.Sentence{
		{Span: span(0, 6), Range: text.Range{First: 0, Last: 6}},
		{Span: span(6, 12), Range: text.Range{First: 6, Last: 12}},
	}
	doc.Names = []text.Name{{Range: text.Range{First: 0, Last: 2}}}
	doc.Times = []text.Time{{Span: span(2, 3)}}
	doc.Quantities = []text.Quantity{{Span: span(3, 5), Number: span(3, 4), Item: span(4, 5)}}
	doc.Roles = []text.Role{{Span: span(0, 5), Name: span(0, 2)}}
	doc.Quotes = []text.Quote{{Span: span(7, 9)}}
	doc.Attributions = []text.Attribution{{Content: []text.Span{span(7, 8)}, Source: span(10, 11), Cue: span(11, 12)}}
	doc.Events = []text.Event{{Span: span(0, 5), Actors: []text.Span{span(0, 2)}, Recipients: []text.Span{span(3, 5)}, Clause: -1, Time: -1}}
	return doc
}

func TestAWholeDocumentPasses(t *testing.T) {
	if err := whole().Check(); err != nil {
		t.Fatal(err)
	}
	if err := (&text.Doc{}).Check(); err != nil {
		t.Fatalf("an empty document: %v", err)
	}
}

func TestCheckFindsEachBrokenInvariant(t *testing.T) {
	outside, split, none := text.Span{Start: 0, End: 99}, text.Span{Start: 0, End: 3}, text.Span{}
	for _, c := range []struct {
		name  string
		layer text.Layer
		spoil func(*text.Doc)
	}{
		{"a token without words", text.Tokens, func(d *text.Doc) { d.Tokens[2].End = d.Tokens[2].Start }},
		{"tokens that overlap", text.Tokens, func(d *text.Doc) { d.Tokens[2].Start = d.Tokens[1].Start }},
		{"tokens out of order", text.Tokens, func(d *text.Doc) { d.Tokens[1], d.Tokens[2] = d.Tokens[2], d.Tokens[1] }},
		{"a token before the text", text.Tokens, func(d *text.Doc) { d.Tokens[0].Start = -1 }},
		{"a token that splits a character", text.Tokens, func(d *text.Doc) { d.Tokens[0].Span = split }},
		{"a token beyond the text", text.Tokens, func(d *text.Doc) { d.Tokens[11].End = 99 }},
		{"a token that no sentence holds", text.Sentences, func(d *text.Doc) { d.Sentences[1].First++ }},
		{"a token that two sentences hold", text.Sentences, func(d *text.Doc) { d.Sentences[1].First-- }},
		{"a sentence of no tokens", text.Sentences, func(d *text.Doc) { d.Sentences[0].Last = 0 }},
		{"a sentence beyond the tokens", text.Sentences, func(d *text.Doc) { d.Sentences[1].Last++ }},
		{"a sentence beyond the text", text.Sentences, func(d *text.Doc) { d.Sentences[1].Span.End = 99 }},
		{"a sentence without words", text.Sentences, func(d *text.Doc) { d.Sentences[1].Span = none }},
		{"a name of no tokens", text.Names, func(d *text.Doc) { d.Names[0].Last = 0 }},
		{"a name beyond the tokens", text.Names, func(d *text.Doc) { d.Names[0].Last = 13 }},
		{"a name before the tokens", text.Names, func(d *text.Doc) { d.Names[0].First = -1 }},
		{"a time without words", text.Times, func(d *text.Doc) { d.Times[0].Span = none }},
		{"a time beyond the text", text.Times, func(d *text.Doc) { d.Times[0].Span = outside }},
		{"a figure without a number", text.Quantities, func(d *text.Doc) { d.Quantities[0].Number = none }},
		{"a counted item beyond the text", text.Quantities, func(d *text.Doc) { d.Quantities[0].Item = outside }},
		{"a ratio that splits a character", text.Quantities, func(d *text.Doc) { d.Quantities[0].Per = split }},
		{"an office without a holder", text.Roles, func(d *text.Doc) { d.Roles[0].Name = none }},
		{"an office beyond the text", text.Roles, func(d *text.Doc) { d.Roles[0].Office = outside }},
		{"a quotation of nothing", text.Quotes, func(d *text.Doc) { d.Quotes[0].Span = none }},
		{"an attribution of nothing", text.Attributions, func(d *text.Doc) { d.Attributions[0].Content[0] = none }},
		{"a source beyond the text", text.Attributions, func(d *text.Doc) { d.Attributions[0].Source = outside }},
		{"a cue that splits a character", text.Attributions, func(d *text.Doc) { d.Attributions[0].Cue = split }},
		{"conditions beyond the text", text.Attributions, func(d *text.Doc) { d.Attributions[0].Conditions = outside }},
		{"an event without words", text.Events, func(d *text.Doc) { d.Events[0].Span = none }},
		{"an actor without words", text.Events, func(d *text.Doc) { d.Events[0].Actors[0] = none }},
		{"a recipient beyond the text", text.Events, func(d *text.Doc) { d.Events[0].Recipients[0] = outside }},
		{"a place that splits a character", text.Events, func(d *text.Doc) { d.Events[0].Place = split }},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := whole()
			c.spoil(doc)
			err := doc.Check()
			if err == nil {
				t.Fatal("passes")
			}
			if !strings.HasPrefix(err.Error(), string(c.layer)+":") {
				t.Errorf("%v: not about %s", err, c.layer)
			}
		})
	}
}
