// SPDX-License-Identifier: Apache-2.0

package role

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/text"
)

// A description is a noun phrase that tells who somebody is: "acting special envoy for detainees".
type description struct {
	text.Range        // without what opens it
	opening    int    // token number of its determiner, or of its first word
	head       int    // token number of the noun for a person
	class      string // of that noun: office, work, kin, part, generic
	plural     bool
	indefinite bool // opened by "a" or "an"
	owned      bool // opened by "his", "whose"
	status     text.RoleStatus
}

// The bounds of a description, in tokens: of its base, and with its prepositional phrases.
const (
	maxBase   = 16
	maxOffice = 28
)

// class is what the list of nouns for people says of token j, or "".
func (r *reader) class(j int) string {
	if j < 0 || j >= len(r.doc.Tokens) {
		return ""
	}
	tok := &r.doc.Tokens[j]
	for _, word := range []string{tok.Lemma, tok.Lower, strings.TrimSuffix(tok.Lower, "s")} {
		if row, ok := personNouns()[word]; ok {
			return row.Field(1)
		}
	}
	if row, ok := titles().Row(tok.Lower); ok && row.Field(1) == "office" {
		return "office" // "Sen.", "Capt."
	}
	if tok.Lower == "old" && r.lower(j-1) == "-" && r.lower(j-2) == "year" {
		return "generic" // "a 43-year-old"
	}
	if strings.HasSuffix(tok.Lower, "man") || strings.HasSuffix(tok.Lower, "woman") {
		if n := len(tok.Lower); n > 6 && tok.Tag == text.NOUN {
			return "work"
		}
	}
	return ""
}

// agentive reports whether the ending of a common noun marks somebody who does something: "glassblower".
func (r *reader) agentive(j int) bool {
	tok := &r.doc.Tokens[j]
	if tok.Tag != text.NOUN || len(tok.Lower) < 6 || tok.Form == text.Plural || things().Has(tok.Lower) {
		return false
	}
	for _, end := range []string{"er", "or", "ist", "ician", "eer"} {
		if strings.HasSuffix(tok.Lower, end) {
			return true
		}
	}
	return false
}

// description reads the description that starts at token at and ends before last.
func (r *reader) description(at, last int) (description, bool) {
	d := description{opening: at}
	last = min(last, at+maxOffice)
	at, former := r.adverbs(at, last)
	if end := r.oneOf(at, last); end > at {
		d.Range, d.head, d.class, d.status = text.Range{First: at, Last: end}, end-1, "part", text.Unstated
		return d, true
	}
	at = r.determiner(at, last, &d)
	end := r.base(at, last)
	if end == at || !r.headed(&d, at, end) {
		return d, false
	}
	d.Range = text.Range{First: at, Last: end}
	d.chain(r, last)
	r.settle(&d)
	if former {
		d.status = text.Former
	}
	return d, true
}

// oneOf is the end of "one of the survivors" at token at, or at.
func (r *reader) oneOf(at, last int) int {
	if r.lower(at) != "one" || r.lower(at+1) != "of" {
		return at
	}
	end := r.object(at+2, last)
	if class := r.headClass(at+2, end); class == "" || class == "generic" {
		return at
	}
	return end
}

// adverbs skips what may stand before an apposition, and reports whether it says that the role is over: "then",
// "until recently".
func (r *reader) adverbs(at, last int) (next int, former bool) {
	for ; at < last; at++ {
		switch r.lower(at) {
		case "then", "once", "formerly", "previously", "until", "recently", "onetime":
			former = true
		case "now", "currently", "still", "also", "himself", "herself", "only", "just", "both", "effectively", "nominally", "not":
		default:
			return at, former
		}
	}
	return at, former
}

// determiner skips what opens the description.
func (r *reader) determiner(at, last int, d *description) int {
	for ; at < last; at++ {
		switch lower := r.lower(at); lower {
		case "a", "an", "another":
			d.indefinite = true
		case "the", "this", "that", "both":
		case "his", "her", "its", "their", "our", "my", "whose":
			d.owned = true
		default:
			return at
		}
	}
	return at
}

// base is the end of the noun phrase without its prepositional phrases that starts at token at.
func (r *reader) base(at, last int) int {
	end := at
	for j := at; j < last && j-at < maxBase; j++ {
		if r.timed[j] && r.class(j) == "" && !r.inside(j, last) {
			return end
		}
		if k := r.nameAt[j]; k >= 0 && r.doc.Names[k].Kind == text.Person && r.person(k) && r.doc.Names[k].Last <= last {
			if !r.possessor(k) {
				return end
			}
			j = max(j, r.doc.Names[k].Last-1)
			end = j + 1
			continue
		}
		switch r.part(j, at, last) {
		case "noun":
			end = j + 1
		case "stop":
			return end
		}
	}
	return end
}

// inside reports whether a word of time at j only describes a noun that follows: "the 43-year-old driver".
func (r *reader) inside(j, last int) bool {
	for k := j; k < last && k < j+6; k++ {
		if r.lower(k) == "old" && r.lower(k-1) == "-" || r.lower(k) == "time" && r.lower(k+1) != "" && r.class(k+1) != "" {
			return true
		}
		if r.doc.Tokens[k].Tag == text.PUNCT && r.lower(k) != "-" {
			return false
		}
	}
	return false
}

// possessor reports whether a person's name only tells whose: "Lind's lawyer", "the Lind aide".
func (r *reader) possessor(k int) bool {
	next := r.doc.Names[k].Last
	if next >= len(r.doc.Tokens) {
		return false
	}
	return clitic(r.lower(next)) || r.class(next) != "" && r.doc.Tokens[next].Tag == text.NOUN
}

// part says what token j is to a noun phrase that started at at: "noun", "modifier" or "stop".
func (r *reader) part(j, at, last int) string {
	tok := &r.doc.Tokens[j]
	switch {
	case r.hyphen(j):
		return "modifier"
	case tok.Tag == text.NOUN, tok.Tag == text.PROPN, tok.Tag == text.NUM, tok.Tag == text.SYM:
		return "noun"
	case clitic(tok.Lower) && j > at && r.doc.Tokens[j-1].End == tok.Start:
		return "modifier"
	case r.nominal(j, last):
		return "noun"
	case tok.Tag == text.VERB && tok.Form == text.Base && !r.lowerCase(j) && j+1 < last && !r.lowerCase(j+1):
		return "noun" // "Transport Secretary X" opens a sentence
	case r.hyphen(j-1) || r.hyphen(j+1): // any word of a compound: "then-mayor", "vice-captain", "well-known"
		return "noun"
	case tok.Tag == text.ADJ || tok.Tag == text.ADV && j+1 < last:
		return "modifier"
	case tok.Tag == text.VERB && j+1 < last && nounish(&r.doc.Tokens[j+1]) && r.modifies(j):
		return "modifier"
	case tok.Tag == text.CCONJ && j > at && j+2 < last && r.joinsModifiers(j, at, last):
		return "modifier"
	}
	return "stop"
}

// modifies reports whether the verb form at j describes the noun after it: "a leading lawyer", not "urging minister X".
func (r *reader) modifies(j int) bool {
	tok := &r.doc.Tokens[j]
	if standing[tok.Lower] != "" || tok.Form == text.Participle {
		return true
	}
	if tok.Form != text.Gerund && tok.Lower != "lead" || j == 0 {
		return false
	}
	prev := &r.doc.Tokens[j-1]
	return determined(prev.Lower) || clitic(prev.Lower) || prev.Tag == text.ADJ
}

// nominal reports whether a word for a person that the tagger took for something else is a noun here: "head of".
func (r *reader) nominal(j, last int) bool {
	tok := &r.doc.Tokens[j]
	if r.class(j) == "" || tok.Tag != text.VERB && tok.Tag != text.ADJ && tok.Tag != text.ADV && tok.Tag != text.ADP {
		return false
	}
	if j+1 >= last || j+1 >= len(r.doc.Tokens) {
		return true
	}
	next := &r.doc.Tokens[j+1]
	return next.Tag == text.ADP || next.Tag == text.PUNCT && next.Lower != "-" || next.Tag == text.CCONJ || r.named(j+1) >= 0
}

// joinsModifiers reports whether "and" joins what describes the head: "trade and industry minister".
func (r *reader) joinsModifiers(j, at, last int) bool {
	for k := at; k < j; k++ {
		if r.class(k) != "" {
			return false
		}
	}
	return nounish(&r.doc.Tokens[j+1]) && (r.class(j+2) != "" || j+3 < last && r.class(j+3) != "") && r.nameAt[j+1] < 0
}

func nounish(tok *text.Token) bool {
	return tok.Tag == text.NOUN || tok.Tag == text.ADJ || tok.Tag == text.PROPN || tok.Tag == text.NUM
}

func clitic(lower string) bool { return lower == "'s" || lower == "'" }

// hyphen reports whether token j joins two words without spaces.
func (r *reader) hyphen(j int) bool {
	toks := r.doc.Tokens
	if j <= 0 || j+1 >= len(toks) {
		return false
	}
	switch toks[j].Lower {
	case "-", "‑", "–", "/":
		return toks[j-1].End == toks[j].Start && toks[j].End == toks[j+1].Start
	}
	return false
}

// headed finds the noun for a person that ends a base noun phrase, past "-elect" and an adjective after it.
func (r *reader) headed(d *description, at, end int) bool {
	for j := end - 1; j >= at && j >= end-5; j-- {
		class := r.class(j)
		if class == "" && j == end-1 && d.indefinite && r.agentive(j) {
			class = "work"
		}
		if class != "" {
			d.head, d.class = j, class
			d.plural = r.isPlural(j)
			return true
		}
		if !r.trails(j) {
			return false
		}
	}
	return false
}

// trails reports whether token j can stand between the head and the end of its noun phrase.
func (r *reader) trails(j int) bool {
	switch r.lower(j) {
	case "elect", "designate", "emeritus", "-", "‑", "responsible", "general", "chief":
		return true
	case "of":
		return r.hyphen(j+1) && r.hyphen(j-1) // "mother-of-two"
	}
	return r.hyphen(j-1) && r.lower(j-2) == "of"
}

func (r *reader) isPlural(j int) bool {
	tok := &r.doc.Tokens[j]
	if tok.Form == text.Plural {
		return true
	}
	_, whole := personNouns()[tok.Lower]
	if row, ok := titles().Row(tok.Lower); ok && row.Field(1) == "office" {
		return tok.Lower == "sens." || tok.Lower == "reps."
	}
	return !whole && personNouns().Has(strings.TrimSuffix(tok.Lower, "s")) && strings.HasSuffix(tok.Lower, "s")
}

// chain extends a description over the phrases that belong to it: "of the political office", "for detainees".
func (d *description) chain(r *reader, last int) {
	for d.Last < last {
		end := r.link(d, last)
		if end == d.Last {
			return
		}
		d.Last = end
	}
}

// link is the end of the phrase right after the description that belongs to it, or its end where none does.
func (r *reader) link(d *description, last int) int {
	at := d.Last
	if r.lower(at) == "in" && r.lower(at+1) == "chief" && at+1 < last {
		return at + 2 // "editor in chief"
	}
	object := r.object(at+1, last)
	if object == at+1 {
		return at
	}
	switch lower := r.lower(at); lower {
	case "of", "for":
		return object
	case "to", "on", "in", "at", "with", "from", "under", "against", "over":
		if r.takes(d, lower, at+1, object) {
			return object
		}
	case "and":
		if at > d.head+1 && !determined(r.lower(at+1)) && r.headClass(at+1, object) == "" && !r.verbal(object) && r.named(at+1) < 0 {
			return object // "minister for trade and industry"
		}
	case "representing", "leading", "heading", "overseeing", "handling", "advising", "covering":
		return object
	}
	return at
}

// takes reports whether a looser preposition belongs to the description: not where the words after it name another
// person ("the minister with the mediator") or only tell how or when something happened.
func (r *reader) takes(d *description, prep string, first, end int) bool {
	if r.headClass(first, end) != "" || r.named(first) >= 0 {
		return prep == "to" && takesPerson(r.doc.Tokens[d.head].Lemma)
	}
	if prep == "to" || prep == "on" || prep == "at" || d.indefinite || !determined(r.lower(first)) {
		return true
	}
	return r.holdsName(first, end) || r.holdsBody(first, end)
}

// takesPerson is nouns with "to" and a person: "an aide to the president".
func takesPerson(lemma string) bool {
	switch lemma {
	case "aide", "adviser", "advisor", "assistant", "deputy", "envoy", "ambassador", "secretary", "counsel", "counsellor", "successor", "heir",
		"witness", "ally", "attorney", "lawyer", "special", "representative", "confidant", "friend", "father", "mother", "spokesman", "spokeswoman":
		return true
	}
	return false
}

func (r *reader) headClass(first, end int) string {
	if end <= first {
		return ""
	}
	return r.class(end - 1)
}

func (r *reader) holdsName(first, end int) bool {
	for j := first; j < end; j++ {
		if r.nameAt[j] >= 0 {
			return true
		}
	}
	return false
}

func (r *reader) holdsBody(first, end int) bool {
	for j := first; j < end; j++ {
		if bodies().Has(r.doc.Tokens[j].Lemma) {
			return true
		}
	}
	return false
}

func (r *reader) verbal(j int) bool {
	return j < len(r.doc.Tokens) && (r.doc.Tokens[j].Tag == text.VERB || r.doc.Tokens[j].Tag == text.AUX)
}

func determined(lower string) bool {
	switch lower {
	case "the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that", "these", "those", "another", "some", "no":
		return true
	}
	return false
}

// object is the end of the noun phrase after a preposition that starts at token at, or at where there is none.
func (r *reader) object(at, last int) int {
	p := r.phraseFrom(at)
	if p == nil {
		return r.nameFrom(at, last)
	}
	if r.doc.Tokens[p.Head].Tag == text.PRON {
		return at
	}
	end := min(p.Last, last)
	for j := p.First; j < end; j++ {
		if r.timed[j] {
			return at
		}
	}
	if end == p.First {
		return at
	}
	if k := r.nameAt[end-1]; k >= 0 && r.doc.Names[k].First >= p.First {
		end = max(end, min(last, r.doc.Names[k].Last))
	}
	return end
}

// nameFrom is the end of the name at token at, past "the", or at: where the tagger saw no noun in it ("the Far East").
func (r *reader) nameFrom(at, last int) int {
	j := at
	if r.lower(j) == "the" {
		j++
	}
	if j < last {
		if k := r.nameAt[j]; k >= 0 && r.doc.Names[k].First == j && r.doc.Names[k].Last <= last {
			return r.doc.Names[k].Last
		}
	}
	return at
}

// phraseFrom is the noun phrase that starts at token i, or nil.
func (r *reader) phraseFrom(i int) *text.Phrase {
	if p := r.phraseAt(i); p != nil && p.First == i {
		return p
	}
	return nil
}

// phraseAt is the noun phrase that holds token i, or nil.
func (r *reader) phraseAt(i int) *text.Phrase {
	lo, hi := 0, len(r.doc.Phrases)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.doc.Phrases[mid].Last > i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo < len(r.doc.Phrases) && r.doc.Phrases[lo].Holds(i) && r.doc.Phrases[lo].Kind == text.NounPhrase {
		return &r.doc.Phrases[lo]
	}
	return nil
}

// lowerCase reports whether token j is written in lower case.
func (r *reader) lowerCase(j int) bool {
	first, _ := utf8.DecodeRuneInString(r.doc.Word(j))
	return unicode.IsLower(first)
}
