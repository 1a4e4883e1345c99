// SPDX-License-Identifier: Apache-2.0

package quantity

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stemma/internal/lexicon"
)

// An entry is a number word.
type entry struct {
	class string  // unit, ten, hundred, scale, dozen, plural, fuzzy, part
	value float64 // for plurals the least meant
	scale float64 // for plurals what they multiply with
}

var entries = sync.OnceValue(func() map[string]entry {
	out := map[string]entry{}
	for _, row := range lexicon.Rows("quantity_numbers") {
		out[row[0]] = entry{row.Field(1), value(row.Field(2)), value(row.Field(3))}
	}
	return out
})

// value is a number of a list; an empty field is 0.
func value(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}

// A unit is a word or sign that measures.
type unit struct {
	kind  string // sign, money, percent, duration, measure, big
	name  string // "dollar"; for big letters ""
	short bool   // an abbreviation, which may touch its figure and has no plural
	scale float64
}

// units are the units by word, plurals included.
var units = sync.OnceValue(func() map[string]unit {
	out := map[string]unit{}
	for _, row := range lexicon.Rows("quantity_units") {
		kind, short := strings.CutPrefix(row.Field(1), "short-")
		u := unit{kind: kind, name: row.Field(2), short: short}
		if kind == "big" {
			u.name, u.scale = "", value(row.Field(2))
		}
		out[row[0]] = u
		if !short && kind != "sign" && kind != "big" && !strings.HasSuffix(row[0], "s") {
			out[row[0]+"s"] = u
		}
	}
	return out
})

// A bound is what words around a number do to it.
type bound struct {
	effect string // min, max, about, nearly, past, exact, also
	free   bool   // may be a plain preposition
}

// boundLists are the bounds by their words, joined with spaces: those that stand before a number and those after it.
var boundLists = sync.OnceValue(func() [2]map[string]bound {
	out := [2]map[string]bound{{}, {}}
	for _, row := range lexicon.Rows("quantity_bounds") {
		effect, rest, _ := strings.Cut(row.Field(2), " ")
		side := 0
		if row.Field(1) == "after" {
			side = 1
		}
		out[side][row[0]] = bound{effect, rest == "free"}
	}
	return out
})

// A classed word is a word with one of its classes.
type classed struct{ word, class string }

var (
	nouns  = classes("quantity_nouns")
	states = classes("quantity_states")
	cues   = classes("quantity_words")
)

// classes loads a list whose second field holds the word's classes; every word also has the class "".
func classes(list string) func() map[classed]bool {
	return sync.OnceValue(func() map[classed]bool {
		out := map[classed]bool{}
		for _, row := range lexicon.Rows(list) {
			out[classed{row[0], ""}] = true
			for class := range strings.FieldsSeq(row.Field(1)) {
				out[classed{row[0], class}] = true
			}
		}
		return out
	})
}

func noun(word, class string) bool  { return nouns()[classed{word, class}] }
func state(word string) bool        { return states()[classed{word, ""}] }
func personState(word string) bool  { return states()[classed{word, "person"}] }
func cue(word, class string) bool   { return cues()[classed{word, class}] }
func isArticle(word string) bool    { return word == "a" || word == "an" }
func startsDigit(word string) bool  { return word != "" && '0' <= word[0] && word[0] <= '9' }
func startsLetter(word string) bool { return unicode.IsLetter(first(word)) }
func startsUpper(word string) bool  { return unicode.IsUpper(first(word)) }

func first(word string) rune {
	c, _ := utf8.DecodeRuneInString(word)
	return c
}
