// SPDX-License-Identifier: Apache-2.0

// Package name finds the names of people, organisations, places and groups by rules: capitals, a gazetteer of
// countries and well-known institutions, titles, and the words around a name. It gives each name the fullest form
// that the report has for it.
//
// It is a stand-in for a trained name finder. It does not look anything up and does not merge names across reports.
package name

import (
	"strings"
	"sync"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

// A known is an entry of the gazetteer.
type known struct {
	name    string // the entry's main name
	kind    text.NameKind
	country string
	demonym bool
}

// gazetteer is the names of countries, capitals, nationalities and institutions, keyed by their words as tokens.
type gazetteer struct {
	entries map[string]known
	phrases *lexicon.Phrases
}

var gazette = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{entries: map[string]known{}}
	for _, row := range lexicon.Rows("countries") {
		country := row[0]
		g.add(country, known{country, text.Place, country, false})
		for _, alias := range list(row.Field(3)) {
			g.add(alias, known{country, text.Place, country, false})
		}
		for _, capital := range list(row.Field(2)) {
			g.add(capital, known{capital, text.Place, country, false})
		}
		for _, demonym := range list(row.Field(1)) {
			g.add(demonym, known{country, text.Place, country, true})
			g.add(demonym+"s", known{country, text.Group, country, true})
		}
	}
	for _, row := range lexicon.Rows("institutions") {
		entry := known{row[0], text.NameKind(row.Field(1)), row.Field(2), false}
		g.add(row[0], entry)
		for _, alias := range list(row.Field(3)) {
			g.add(alias, entry)
		}
	}
	rows := make([]lexicon.Row, 0, len(g.entries))
	for key := range g.entries {
		rows = append(rows, lexicon.Row{key})
	}
	g.phrases = lexicon.NewPhrases(rows)
	return g
})

func list(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, ",")
}

// add enters a name under its tokens, case kept: "Guinea - Bissau", "People 's Republic of China".
func (g *gazetteer) add(name string, entry known) {
	key := strings.ReplaceAll(strings.ReplaceAll(name, "-", " - "), "'s", " 's")
	if _, ok := g.entries[key]; !ok {
		g.entries[key] = entry
	}
}

// match is the longest entry at token i, and its length in tokens. A shouted word ("QATAR") matches too.
func (g *gazetteer) match(doc *text.Doc, i, last int) (known, int) {
	row, n := g.phrases.Match(i, last, doc.Word)
	if n == 0 {
		row, n = g.phrases.Match(i, last, func(j int) string { return titled(doc.Word(j)) })
	}
	if n == 0 {
		return g.unmarked(doc.Word(i))
	}
	return g.entries[row[0]], n
}

// unmarked is the entry of a country or capital whose possessive has lost its apostrophe, as texts do on their way through
// careless hands: "Perus".
func (g *gazetteer) unmarked(word string) (known, int) {
	stem, ok := strings.CutSuffix(word, "s")
	if e := g.entries[stem]; ok && e.kind == text.Place && !e.demonym {
		return e, 1
	}
	return known{}, 0
}

// titled is a word in capitals as it stands in the gazetteer: "QATAR" as "Qatar". Short words stay: "US", "us".
func titled(word string) string {
	if len(word) < 4 || word != strings.ToUpper(word) {
		return word
	}
	return word[:1] + strings.ToLower(word[1:])
}
