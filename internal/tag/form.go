// SPDX-License-Identifier: Apache-2.0

package tag

import (
	"strings"
	"sync"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

type verbForm struct {
	lemma string
	form  text.Form
}

// verbForms is every inflected form of the verb list.
var verbForms = sync.OnceValue(func() map[string]verbForm {
	forms := map[string]verbForm{}
	set := func(word, lemma string, form text.Form) {
		if _, ok := forms[word]; !ok && word != "" {
			forms[word] = verbForm{lemma, form}
		}
	}
	rows := lexicon.Rows("verbs")
	for _, row := range rows {
		set(row[0], row[0], text.Base)
	}
	for _, row := range rows {
		base := row[0]
		past, participle := row.Field(1), row.Field(2)
		if past == "" {
			past = regularPast(base)
			participle = past
		}
		set(thirdPerson(base), base, text.Present)
		set(past, base, text.Past)
		set(participle, base, text.Participle)
		set(gerund(base), base, text.Gerund)
	}
	return forms
})

// distinctPast is the past forms that are no participles: "took", "went".
var distinctPast = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, row := range lexicon.Rows("verbs") {
		if row.Field(1) != row.Field(2) {
			out[row.Field(1)] = true
		}
	}
	return out
})

// baseParticiple is the verbs whose participle is spelt as their base: "become", "put".
var baseParticiple = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, row := range lexicon.Rows("verbs") {
		if row.Field(2) == row[0] {
			out[row[0]] = true
		}
	}
	return out
})

func thirdPerson(base string) string {
	switch {
	case strings.HasSuffix(base, "y") && !vowelAt(base, len(base)-2):
		return base[:len(base)-1] + "ies"
	case endsIn(base, "s", "x", "z", "ch", "sh", "o"):
		return base + "es"
	}
	return base + "s"
}

func regularPast(base string) string {
	switch {
	case strings.HasSuffix(base, "e"):
		return base + "d"
	case strings.HasSuffix(base, "y") && !vowelAt(base, len(base)-2):
		return base[:len(base)-1] + "ied"
	case doubles(base):
		return base + base[len(base)-1:] + "ed"
	}
	return base + "ed"
}

func gerund(base string) string {
	switch {
	case strings.HasSuffix(base, "ie"):
		return base[:len(base)-2] + "ying"
	case strings.HasSuffix(base, "e") && !endsIn(base, "ee", "oe", "ye"):
		return base[:len(base)-1] + "ing"
	case doubles(base):
		return base + base[len(base)-1:] + "ing"
	}
	return base + "ing"
}

// stressedLast are verbs of more syllables whose last consonant doubles.
var stressedLast = []string{
	"admit", "commit", "compel", "concur", "confer", "control", "defer", "deter", "equip", "excel", "expel", "forget",
	"incur", "infer", "kidnap", "occur", "omit", "permit", "prefer", "rebut", "recur", "refer", "regret", "repel", "submit", "transfer", "transmit",
	"travel", "cancel", "label", "signal", "fuel", "model", "quarrel", "shovel", "total", "begin", "embed", "handicap", "overrun", "upset", "wrap",
}

// doubles reports whether the last consonant doubles before "-ed": "plan", "stop", "commit".
func doubles(base string) bool {
	n := len(base)
	for _, v := range stressedLast {
		if base == v {
			return true
		}
	}
	if n < 3 || vowelAt(base, n-1) || !vowelAt(base, n-2) || vowelAt(base, n-3) && !strings.HasPrefix(base, "qu") || endsIn(base, "w", "x", "y") {
		return false
	}
	for i := 0; i < n-3; i++ {
		if vowelAt(base, i) {
			return false // more than one syllable
		}
	}
	return true
}

func vowelAt(s string, i int) bool { return i >= 0 && strings.IndexByte("aeiou", s[i]) >= 0 }

func endsIn(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

var irregularPlurals = map[string]string{
	"men": "man", "women": "woman", "children": "child", "lives": "life", "wives": "wife", "knives": "knife", "halves": "half", "thieves": "thief",
	"people": "people", "policemen": "policeman", "servicemen": "serviceman", "gunmen": "gunman", "spokesmen": "spokesman", "spokeswomen": "spokeswoman",
	"crises": "crisis", "bases": "base", "analyses": "analysis", "media": "media", "feet": "foot", "teeth": "tooth", "fishermen": "fisherman",
	"congressmen": "congressman", "chairmen": "chairman", "leaves": "leaf", "remains": "remains", "news": "news", "headquarters": "headquarters",
	"series": "series", "means": "means", "species": "species", "politics": "politics", "economics": "economics", "logistics": "logistics",
	"abuses": "abuse", "houses": "house", "causes": "cause", "clauses": "clause", "phases": "phase", "promises": "promise", "purposes": "purpose",
	"nurses": "nurse", "corpses": "corpse", "refuses": "refuse", "cases": "case", "losses": "loss", "buses": "bus", "viruses": "virus",
	"responses": "response", "expenses": "expense", "releases": "release", "exercises": "exercise", "licenses": "license", "movies": "movie",
	"families": "family", "ties": "tie", "heroes": "hero", "axes": "axis", "sources": "source", "forces": "force",
}

// singular is the singular of a lower-case noun, or the word itself.
func singular(word string) string {
	if s, ok := irregularPlurals[word]; ok {
		return s
	}
	n := len(word)
	switch {
	case n < 4 || !strings.HasSuffix(word, "s") || endsIn(word, "ss", "us", "is"):
		return word
	case strings.HasSuffix(word, "ies"):
		return word[:n-3] + "y"
	case endsIn(word, "sses", "shes", "ches", "xes", "zzes"):
		return word[:n-2]
	}
	return word[:n-1]
}
