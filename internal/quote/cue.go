// SPDX-License-Identifier: Apache-2.0

package quote

import (
	"strings"
	"sync"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

// An entry is a cue of the lexicon and what it takes.
type entry struct {
	lemma string
	class string
	takes map[string]bool // letters and prepositions, as in cue_verbs.txt
	rest  []string        // the particle: "out" of "point out"
}

func (e *entry) has(what string) bool { return e.takes[what] }

// modality is how far a content under this cue is claimed to hold.
func (e *entry) modality() text.Modality {
	switch e.class {
	case "demand", "ask":
		return text.Demanded
	case "promise", "want", "decline":
		return text.Planned
	case "think", "warn", "seem":
		return text.Possible
	case "hearsay":
		return text.Reported
	}
	return text.Asserted
}

// A form is how a cue verb is inflected here.
type form uint8

const (
	finite form = iota
	gerund
	infinitive
	passive
)

// A verbForm is one inflected form of the entries that share it, longest particle first.
type verbForm struct {
	entries []*entry
	ending  string // "", "s", "ing", "past"
}

var verbs = sync.OnceValue(func() map[string]*verbForm {
	out := map[string]*verbForm{}
	add := func(word, ending string, e *entry) {
		f := out[word]
		if f == nil {
			f = &verbForm{ending: ending}
			out[word] = f
		}
		at := 0
		for at < len(f.entries) && len(f.entries[at].rest) >= len(e.rest) {
			at++
		}
		f.entries = append(f.entries[:at], append([]*entry{e}, f.entries[at:]...)...)
	}
	for _, row := range lexicon.Rows("cue_verbs") {
		e := newEntry(row)
		base, _, _ := strings.Cut(row[0], " ")
		add(base, "", e)
		add(third(base), "s", e)
		add(participle(base), "ing", e)
		for _, past := range pasts(base, row.Field(3)) {
			add(past, "past", e)
		}
	}
	return out
})

func newEntry(row lexicon.Row) *entry {
	e := &entry{lemma: row[0], class: row.Field(1), takes: map[string]bool{}}
	for _, t := range strings.Fields(row.Field(2)) {
		e.takes[t] = true
	}
	e.rest = strings.Fields(row[0])[1:]
	return e
}

// third is the form with "-s".
func third(base string) string {
	switch {
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "x"), base == "go", base == "veto", base == "echo":
		return base + "es"
	case strings.HasSuffix(base, "y") && !vowel(base, 2):
		return base[:len(base)-1] + "ies"
	case base == "have":
		return "has"
	}
	return base + "s"
}

// participle is the form with "-ing".
func participle(base string) string {
	switch {
	case strings.HasSuffix(base, "ie"):
		return base[:len(base)-2] + "ying"
	case strings.HasSuffix(base, "e") && !strings.HasSuffix(base, "ee"):
		return base[:len(base)-1] + "ing"
	}
	return base + double(base) + "ing"
}

// pasts are the past forms: the irregular ones listed, or the regular one.
func pasts(base, listed string) []string {
	if listed != "" {
		var out []string
		for _, f := range strings.Split(listed, ",") {
			f, _, _ = strings.Cut(f, " ")
			out = append(out, f)
		}
		return out
	}
	switch {
	case strings.HasSuffix(base, "e"):
		return []string{base + "d"}
	case strings.HasSuffix(base, "y") && !vowel(base, 2):
		return []string{base[:len(base)-1] + "ied"}
	case strings.HasSuffix(base, "l") && vowel(base, 2):
		return []string{base + "ed", base + "led"}
	}
	return []string{base + double(base) + "ed"}
}

// double is the final consonant where it doubles: "plan", "quip", "admit", but not "offer".
func double(base string) string {
	n := len(base)
	if n < 3 || !strings.ContainsRune("bgmnprt", rune(base[n-1])) || !vowel(base, 2) || vowel(base, 3) {
		return ""
	}
	short := n <= 4
	switch base {
	case "admit", "permit", "regret", "concur", "refer", "prefer", "rebut", "commit", "begin":
		short = true
	case "air", "warn", "dream":
		short = false
	}
	if !short {
		return ""
	}
	return base[n-1:]
}

// vowel reports whether the letter n from the end of base is a vowel.
func vowel(base string, n int) bool {
	return len(base) >= n && strings.ContainsRune("aeiou", rune(base[len(base)-n]))
}

var nouns = sync.OnceValue(func() map[string]*entry {
	out := map[string]*entry{}
	for _, row := range lexicon.Rows("cue_nouns") {
		e := newEntry(row)
		out[row[0]] = e
		out[third(row[0])] = e
	}
	return out
})

var lightVerbs = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, row := range lexicon.Rows("cue_light") {
		out[row[0]], out[third(row[0])], out[participle(row[0])] = true, true, true
		for _, past := range pasts(row[0], row.Field(1)) {
			out[past] = true
		}
	}
	return out
})

var (
	documents   = lexicon.Load("cue_documents")
	bodies      = lexicon.Load("organisation_words")
	groups      = lexicon.Load("group_words")
	phraseCues  = lexicon.LoadPhrases("cue_phrases")
	accounts    = lexicon.Load("cue_accounts")
	anonymWords = lexicon.Load("anonym_nouns")
	anonymTerms = lexicon.LoadPhrases("anonym_conditions")
)

// particle reports whether the words of an entry after its verb follow at token i.
func (r *reader) particle(e *entry, i, last int) bool {
	for k, w := range e.rest {
		if i+k >= last || r.doc.Lower(i+k) != w {
			return false
		}
	}
	n := len(e.rest)
	return n == 0 || e.rest[n-1] != "on" || i+n >= last || !r.timeWord(i+n) // "agreed on Sunday to a truce"
}

// maxGroup bounds the words of a verb group before its verb.
const maxGroup = 7

// A verbGroup is a cue's verb with its auxiliaries, adverbs and negation before it.
type verbGroup struct {
	text.Range
	form    form
	negated bool
}

// group is the verb group of the verb at i, whose form ends in ending.
func (r *reader) group(i, first int, ending string) verbGroup {
	g := verbGroup{Range: text.Range{First: i, Last: i + 1}}
	be, aux, to := false, false, false
	for j := i - 1; j >= max(first, i-maxGroup) && !to; j-- {
		tok := &r.doc.Tokens[j]
		lower := tok.Lower
		switch {
		case r.negates(j):
			g.negated = true
		case lower == "to" && (ending == "" || aux):
			to = true
			g.negated = g.negated || j > first && r.doc.Lower(j-1) == "yet" // "has yet to confirm"
		case lower == "'s" && tok.Tag == text.AUX, lower != "'s" && (tok.Tag == text.AUX || auxiliary(lower)):
			aux = true
			be = be || tok.Lemma == "be" || lower == "'s" && ending == "ing"
		case tok.Tag == text.ADV && !r.wh(j), lower == "since":
			continue // counts only where an auxiliary comes before it
		default:
			return g.formed(ending, be, aux, to)
		}
		g.First = j
	}
	return g.formed(ending, be, aux, to)
}

// negates reports whether the word at j negates the verb after it.
func (r *reader) negates(j int) bool {
	switch r.doc.Lower(j) {
	case "not", "n't", "never", "hardly", "neither":
		return true
	case "no":
		return r.doc.Lower(j+1) == "longer"
	}
	return false
}

func (g verbGroup) formed(ending string, be, aux, to bool) verbGroup {
	switch {
	case ending == "past" && be:
		g.form = passive
	case to:
		g.form = infinitive
	case ending == "ing" && !aux:
		g.form = gerund
	}
	return g
}

func auxiliary(lower string) bool {
	switch lower {
	case "has", "have", "had", "is", "are", "was", "were", "been", "be", "being", "did", "does", "do", "will", "would", "could", "can", "may", "might", "must", "should":
		return true
	}
	return false
}
