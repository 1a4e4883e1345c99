// SPDX-License-Identifier: Apache-2.0

package tag

import "stemma/internal/text"

// settle revises the tag of token i by its neighbours; those to its left are settled already.
func (t *tagger) settle(i int) {
	tok := &t.doc.Tokens[i]
	if t.settleBound(i) || t.infinitive(i) {
		return
	}
	switch {
	case tok.Lower == "to":
		t.settleTo(i)
	case tok.Lower == "that":
		t.settleThat(i)
	case tok.Lower == "'s":
		t.settleClitic(i)
	case tok.Tag == text.VERB:
		t.settleVerb(i)
	case tok.Tag == text.NOUN:
		t.settleNoun(i)
	case tok.Tag == text.AUX && (tok.Lemma == "have" || tok.Lemma == "do" || tok.Lemma == "be"):
		t.settleAux(i)
	case tok.Tag == text.ADJ || tok.Lower == "only":
		t.settleAdjective(i)
	case tok.Lower == "which" || tok.Lower == "what":
		if next := t.after(i); next != nil && next.Tag != text.NOUN && next.Tag != text.ADJ {
			tok.Tag = text.PRON
		}
	}
}

// bounds are words that only qualify the figure after them.
var bounds = map[string]bool{"over": true, "around": true, "about": true, "under": true, "nearly": true, "almost": true, "some": true}

// settleBound makes "over", "at least", "up to" and "more than" adverbs before a figure.
func (t *tagger) settleBound(i int) bool {
	toks := t.doc.Tokens
	number := func(j int) bool { return j < t.sent.Last && toks[j].Tag == text.NUM }
	switch lower := toks[i].Lower; {
	case bounds[lower] && number(i+1):
		toks[i].Tag = text.ADV
		return true
	case (lower == "at" || lower == "up") && number(i+2) && i+1 < t.sent.Last && (toks[i+1].Lower == "least" || toks[i+1].Lower == "most" || toks[i+1].Lower == "to"),
		(lower == "more" || lower == "less" || lower == "fewer") && number(i+2) && toks[i+1].Lower == "than":
		toks[i].Tag = text.ADV
		toks[i+1].Tag = text.ADV
		return true
	}
	return i > t.sent.First && toks[i].Tag == text.ADV && (toks[i].Lower == "to" || toks[i].Lower == "than")
}

// infinitive makes any word that can be one a verb after "to" or a modal: "to free the men", "would free them".
func (t *tagger) infinitive(i int) bool {
	tok := &t.doc.Tokens[i]
	if i == t.sent.First || !isBaseVerb(tok.Lower) || tok.Tag == text.AUX {
		return false
	}
	prev := &t.doc.Tokens[i-1]
	modal := prev.Tag == text.AUX && prev.Lemma != "be" && prev.Lemma != "have" && prev.Lemma != "do"
	if !modal && (prev.Tag != text.PART || prev.Lower != "to") {
		return false
	}
	tok.Tag, tok.Form, tok.Lemma = text.VERB, text.Base, tok.Lower
	return true
}

// settleAdjective makes a noun of an adjective that closes a noun phrase: "an official said", "the deceased".
func (t *tagger) settleAdjective(i int) {
	tok, next := &t.doc.Tokens[i], t.after(i)
	if i == t.sent.First {
		return
	}
	prev := &t.doc.Tokens[i-1]
	if tok.Lower == "only" {
		if prev.Tag == text.DET {
			tok.Tag = text.ADJ
		}
		return
	}
	modified := next != nil && (next.Tag == text.NOUN || next.Tag == text.PROPN || next.Tag == text.ADJ || next.Tag == text.NUM || next.Lower == "-" || next.Lower == "and" || next.Tag == text.VERB && (next.Form == text.Gerund || next.Form == text.Present))
	if v, ok := verbForms()[tok.Lower]; ok && v.form != text.Base && next != nil && (next.Tag == text.NUM || next.Tag == text.DET || bounds[next.Lower]) && (nominal(prev) || prev.Lemma == "have") {
		tok.Tag, tok.Form, tok.Lemma = text.VERB, v.form, v.lemma // "the storm injured 12", "has wounded at least 40"
		return
	}
	if modified || tok.Form == text.Participle && prev.Lower != "the" {
		return
	}
	if prev.Tag == text.NOUN && next != nil && next.Lower == "who" {
		noun(tok) // "a security consultant who spoke"
		return
	}
	described := prev.Tag == text.DET || prev.Tag == text.ADJ || prev.Tag == text.NUM || prev.Tag == text.PROPN || prev.Lower == "'s"
	if described && (commonNouns().Has(tok.Lower) || personNouns().Has(tok.Lower) || prev.Lower == "the" && next != nil && next.Tag != text.ADP) {
		noun(tok)
	}
}

// before is the token before i that is no adverb or negation, or nil at the start of the sentence.
func (t *tagger) before(i int) *text.Token {
	for j := i - 1; j >= t.sent.First; j-- {
		tok := &t.doc.Tokens[j]
		if tok.Tag != text.ADV && tok.Lower != "n't" && tok.Lower != "not" {
			return tok
		}
	}
	return nil
}

// after is the token after i, or nil at the end of the sentence.
func (t *tagger) after(i int) *text.Token {
	if i+1 < t.sent.Last {
		return &t.doc.Tokens[i+1]
	}
	return nil
}

func (t *tagger) settleTo(i int) {
	tok, next := &t.doc.Tokens[i], t.after(i)
	tok.Tag = text.ADP
	if next != nil && (next.Lower == "be" || next.Lower == "have" || next.Lower == "do" || isBaseVerb(next.Lower)) {
		tok.Tag = text.PART
	}
	if next != nil && next.Tag == text.ADV && i+2 < t.sent.Last && isBaseVerb(t.doc.Lower(i+2)) {
		tok.Tag = text.PART // "to further expand"
	}
}

func isBaseVerb(lower string) bool {
	v, ok := verbForms()[lower]
	return ok && v.form == text.Base
}

func (t *tagger) settleThat(i int) {
	tok, prev, next := &t.doc.Tokens[i], t.before(i), t.after(i)
	tok.Tag = text.SCONJ
	switch {
	case next != nil && (next.Tag == text.AUX || next.Tag == text.VERB && next.Form != text.Base) && prev != nil && nominal(prev):
		tok.Tag = text.PRON // a relative: "the group that holds them"
	case next != nil && next.Tag == text.NOUN && next.Form != text.Plural && (prev == nil || prev.Tag == text.ADP):
		tok.Tag = text.DET
	case prev == nil && next != nil && next.Tag == text.AUX:
		tok.Tag = text.PRON
	}
}

func (t *tagger) settleClitic(i int) {
	tok, prev, next := &t.doc.Tokens[i], t.before(i), t.after(i)
	tok.Tag, tok.Lemma = text.PART, "'s"
	pronoun := prev != nil && prev.Tag == text.PRON && prev.Lower != "one"
	if pronoun || next != nil && (next.Tag == text.DET || next.Lower == "not" || next.Lower == "been") {
		tok.Tag, tok.Lemma, tok.Form = text.AUX, "be", text.Present
	}
}

// settleAux makes "have", "do" and "be" main verbs where no verb follows.
func (t *tagger) settleAux(i int) {
	tok := &t.doc.Tokens[i]
	if tok.Lemma == "be" {
		return // a copula stays AUX, as in UD
	}
	for j := i + 1; j < t.sent.Last && j < i+6; j++ {
		next := &t.doc.Tokens[j]
		if next.Tag == text.VERB && (next.Form == text.Participle || next.Form == text.Past) || isBaseVerb(next.Lower) && (tok.Lemma == "do" || baseParticiple()[next.Lower]) {
			return
		}
		if next.Tag == text.AUX || next.Lower == "yet" || next.Lower == "to" {
			return
		}
		if next.Tag != text.ADV && next.Lower != "n't" && next.Lower != "not" && next.Tag != text.PRON {
			break
		}
	}
	tok.Tag = text.VERB
}

func nominal(tok *text.Token) bool {
	return tok.Tag == text.NOUN || tok.Tag == text.PROPN || tok.Tag == text.NUM || tok.Lower == ")"
}

func opensPhrase(tok *text.Token) bool {
	return tok.Tag == text.DET || tok.Tag == text.PRON || tok.Tag == text.PROPN || tok.Tag == text.NUM || tok.Lower == "that" || tok.Tag == text.ADV
}

// settleVerb decides whether a word that can be a verb is one here, and in which form.
func (t *tagger) settleVerb(i int) {
	tok, prev := &t.doc.Tokens[i], t.before(i)
	switch tok.Form {
	case text.Base:
		t.settleBase(i, prev)
	case text.Present:
		t.settlePresent(i, prev)
	case text.Gerund:
		t.settleGerund(i, prev)
	default:
		t.settlePast(i, prev)
	}
}

// settleBase: "attack" is a verb after "to", a modal, "do", a pronoun or a plural subject; else a noun.
func (t *tagger) settleBase(i int, prev *text.Token) {
	tok, next := &t.doc.Tokens[i], t.after(i)
	switch {
	case prev == nil:
		if next == nil || !opensPhrase(next) {
			noun(tok)
		}
	case prev.Lower == "to" && prev.Tag == text.PART, prev.Tag == text.AUX && prev.Lemma != "be" && prev.Lemma != "have", prev.Tag == text.PRON && subject(prev.Lower):
	case prev.Tag == text.NOUN && prev.Form == text.Plural && next != nil && (opensPhrase(next) || next.Tag == text.ADP || next.Lower == "to"):
	case prev.Lemma == "have" && baseParticiple()[tok.Lower], prev.Tag == text.AUX && prev.Lemma == "be" && irregularSame(tok.Lower):
		tok.Form = text.Participle // "has become", "was hurt"
	case nominal(prev) && !commonNouns().Has(tok.Lower) && prev.Lower != ")" && !irregularSame(tok.Lower) && (next == nil || next.Tag != text.NOUN):
	case tok.Lower == "quit" && nominal(prev):
		tok.Form = text.Past
	case prev.Tag == text.CCONJ && t.verbBeforeConjunction(i):
	case prev.Lower == "let" || prev.Lower == "help" || prev.Lower == "who" || prev.Lower == "which" || prev.Lower == "that":
	case verbForms()[tok.Lower].form == text.Base && irregularSame(tok.Lower) && nominal(prev) && next != nil && opensPhrase(next):
		tok.Form = text.Past // "the blast hit the port"
	default:
		noun(tok)
	}
}

// irregularSame reports whether a verb's past is its base: "hit", "put", "set".
func irregularSame(lower string) bool {
	switch lower {
	case "hit", "put", "set", "cut", "let", "shut", "quit", "hurt", "cost", "spread", "beat", "cast", "read", "split", "bid":
		return true
	}
	return false
}

// verbBeforeConjunction reports whether the word before "and" at i-1 is a base verb: "extend and monitor".
func (t *tagger) verbBeforeConjunction(i int) bool {
	for j := i - 2; j >= t.sent.First && j > i-9; j-- {
		tok := &t.doc.Tokens[j]
		if tok.Tag == text.VERB {
			return tok.Form == text.Base
		}
		if tok.Tag == text.PUNCT {
			return false
		}
	}
	return false
}

func subject(lower string) bool {
	switch lower {
	case "i", "you", "we", "they", "he", "she", "it", "who", "which", "that":
		return true
	}
	return false
}

// settlePresent: "talks" is a verb after a singular subject where an object, "that" or "to" follows; else a noun.
func (t *tagger) settlePresent(i int, prev *text.Token) {
	tok, next := &t.doc.Tokens[i], t.after(i)
	follows := next != nil && (opensPhrase(next) || next.Tag == text.VERB && next.Form == text.Gerund || next.Lower == "to" || next.Lower == "that" || next.Tag == text.ADJ || next.Tag == text.PRON)
	if next != nil && next.Tag == text.ADP && !commonNouns().Has(tok.Lemma) {
		follows = true
	}
	switch {
	case prev == nil:
		noun(tok)
	case prev.Tag == text.PRON && subject(prev.Lower):
	case nominal(prev) && prev.Form != text.Plural && follows:
	case (prev.Lower == "and" || prev.Lower == "," || prev.Lower == "”" || prev.Lower == "\"") && follows && next.Tag != text.ADP && next.Lower != "to":
	case unambiguous(tok.Lemma) && nominal(prev):
	default:
		noun(tok)
	}
}

// unambiguous verbs are hardly ever nouns in the "-s" form.
func unambiguous(lemma string) bool {
	switch lemma {
	case "say", "tell", "have", "include", "remain", "seem", "believe", "deny", "argue", "insist", "become", "know", "continue", "mean", "add", "agree":
		return true
	}
	return false
}

// settleGerund: "negotiating" is a noun after a determiner with no object, an adjective before a noun after one.
func (t *tagger) settleGerund(i int, prev *text.Token) {
	tok, next := &t.doc.Tokens[i], t.after(i)
	if prev == nil || next == nil {
		return
	}
	determined := prev.Tag == text.DET && prev.Lower != "all" && prev.Lower != "both" && prev.Lower != "each" || prev.Tag == text.ADJ || prev.Lower == "'s" || possessive(prev.Lower) || prev.Tag == text.NUM
	switch {
	case determined && (next.Tag == text.NOUN || next.Tag == text.ADJ):
		tok.Tag = text.ADJ
	case determined:
		tok.Tag = text.NOUN
	case prev.Tag == text.NOUN && next.Tag == text.NOUN && prev.Form != text.Plural:
		tok.Tag = text.NOUN
	}
}

func possessive(lower string) bool {
	switch lower {
	case "my", "your", "his", "her", "its", "our", "their":
		return true
	}
	return false
}

// settlePast tells finite past, participle and adjective apart.
func (t *tagger) settlePast(i int, prev *text.Token) {
	tok, next := &t.doc.Tokens[i], t.after(i)
	nounFollows := next != nil && (next.Tag == text.NOUN || next.Tag == text.ADJ || next.Tag == text.PROPN)
	switch {
	case distinctPast()[tok.Lower]:
		tok.Form = text.Past // "came" is no participle, wherever it stands
	case prev == nil:
		tok.Form = text.Participle
		if nounFollows {
			tok.Tag = text.ADJ
		}
	case prev.Tag == text.AUX || prev.Lemma == "have" || prev.Lemma == "get":
		tok.Form = text.Participle
	case (prev.Tag == text.DET || prev.Lower == "'s" || possessive(prev.Lower) || prev.Tag == text.NUM || prev.Tag == text.ADJ || prev.Tag == text.ADP) && nounFollows:
		tok.Tag, tok.Form = text.ADJ, text.Participle
	case prev.Tag == text.DET, prev.Tag == text.ADJ, prev.Tag == text.ADP && prev.Lower != "after", possessive(prev.Lower):
		tok.Form = text.Participle
	case verbForms()[tok.Lower].form == text.Participle:
		tok.Form = text.Participle // "taken": only where past and participle are spelt alike is there a choice
	case prev.Tag == text.PRON && subject(prev.Lower):
		tok.Form = text.Past // "the man who said the bus was late"
	case prev.Tag == text.NOUN && (tok.Lemma == "name" || tok.Lemma == "call" || tok.Lemma == "know" || tok.Lemma == "dub"):
		tok.Form = text.Participle
	case next != nil && next.Lower == "by", t.parenthesis(i), t.finiteLater(i) && !t.finiteBefore(i), t.finiteBefore(i) && prev.Tag != text.PRON:
		tok.Form = text.Participle
	default:
		tok.Form = text.Past
	}
}

// parenthesis: "the group, banned in the north since May, has": a participle between commas, with the verb after them.
func (t *tagger) parenthesis(i int) bool {
	if i == t.sent.First || t.doc.Lower(i-1) != "," {
		return false
	}
	for j := i + 1; j < t.sent.Last && j < i+20; j++ {
		tok := &t.doc.Tokens[j]
		if tok.Lower == "," {
			next := t.after(j)
			return next != nil && (next.Tag == text.AUX || next.Tag == text.VERB && next.Form != text.Gerund)
		}
		if tok.Tag == text.AUX || tok.Tag == text.PRON && subject(tok.Lower) {
			return false
		}
	}
	return false
}

// finiteLater reports whether an auxiliary or unmistakable finite verb follows before the next comma or conjunction.
func (t *tagger) finiteLater(i int) bool {
	for j := i + 1; j < t.sent.Last; j++ {
		tok := &t.doc.Tokens[j]
		switch {
		case tok.Tag == text.PUNCT && tok.Lower != "-", tok.Tag == text.CCONJ, tok.Tag == text.SCONJ, tok.Tag == text.PRON && subject(tok.Lower):
			return false
		case tok.Tag == text.AUX && tok.Form != text.Base && tok.Form != text.Participle && tok.Form != text.Gerund:
			return true
		}
	}
	return false
}

// finiteBefore reports whether the clause up to i has a finite verb already.
func (t *tagger) finiteBefore(i int) bool {
	for j := i - 1; j >= t.sent.First; j-- {
		tok := &t.doc.Tokens[j]
		switch {
		case tok.Tag == text.SCONJ, tok.Tag == text.PUNCT && tok.Lower != "-", tok.Tag == text.CCONJ, tok.Tag == text.PRON && (tok.Lower == "who" || tok.Lower == "which" || tok.Lower == "that"):
			return false
		case tok.Tag == text.AUX && tok.Lower != "be", tok.Tag == text.VERB && (tok.Form == text.Past || tok.Form == text.Present):
			if j < i-1 && bareClause(tok.Lemma) {
				return false // "the union said 9,000 people marched": what is said has a verb of its own
			}
			who := t.relativeBefore(j)
			if who < 0 {
				return true
			}
			j = who // "the man who drove the bus denied it": the clause has no verb of its own yet
		}
	}
	return false
}

// bareClause reports whether a verb is mostly followed by a clause without "that".
func bareClause(lemma string) bool {
	switch lemma {
	case "say", "claim", "think", "believe", "insist":
		return true
	}
	return false
}

// perceived: "saw the union release", "let Ruritania leave": a bare verb after the name that is seen or let do it.
func (t *tagger) perceived(i int) bool {
	next := t.after(i)
	if next == nil || !opensPhrase(next) {
		return false
	}
	for j := i - 1; j >= t.sent.First && j >= i-4; j-- {
		tok := &t.doc.Tokens[j]
		switch tok.Lemma {
		case "see", "let", "make", "watch", "help", "hear":
			return tok.Tag == text.VERB
		}
		if tok.Tag != text.PROPN && tok.Tag != text.DET {
			return false
		}
	}
	return false
}

// relativeBefore is the relative pronoun right before the verb at j that no comma sets off, or -1.
func (t *tagger) relativeBefore(j int) int {
	for j--; j > t.sent.First && t.doc.Tokens[j].Tag == text.ADV; j-- {
	}
	if j <= t.sent.First || t.doc.Tokens[j].Tag != text.PRON || t.doc.Lower(j-1) == "," {
		return -1
	}
	switch t.doc.Lower(j) {
	case "who", "which", "that":
		return j
	}
	return -1
}

// settleNoun turns unknown words back into verbs after "to" or a modal: "to re-fuel".
func (t *tagger) settleNoun(i int) {
	tok, prev := &t.doc.Tokens[i], t.before(i)
	if prev == nil {
		return
	}
	if next := t.after(i); baseParticiple()[tok.Lower] && prev.Lower == "," && next != nil && next.Lower == "by" {
		tok.Tag, tok.Form, tok.Lemma = text.VERB, text.Participle, tok.Lower // "the ferry, run by the county, was"
		return
	}
	if isBaseVerb(tok.Lower) && prev.Tag == text.PROPN && t.perceived(i) {
		tok.Tag, tok.Form, tok.Lemma = text.VERB, text.Base, tok.Lower
		return
	}
	modal := prev.Tag == text.AUX && prev.Lemma != "be" && prev.Lemma != "have"
	if isBaseVerb(tok.Lower) && (modal || prev.Lower == "to" && prev.Tag == text.PART || prev.Tag == text.PRON && subject(prev.Lower) && prev.Lower != "it") {
		tok.Tag, tok.Form, tok.Lemma = text.VERB, text.Base, tok.Lower
	}
}
