// SPDX-License-Identifier: Apache-2.0

// Package tag gives tokens their part of speech, form and lemma by rules: closed-class words from a list, verbs
// from a list with their inflections, suffixes for the rest, and the neighbours where a word can be noun or verb.
//
// It is a stand-in for a trained tagger: good enough for phrases and cues of news prose, weak on headlines and on
// verbs that the list does not hold.
package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var (
	functionWords = lexicon.Load("function_words")
	personNouns   = lexicon.Load("person_nouns")
)

// Read sets Tag, Form and Lemma of every token.
func Read(doc *text.Doc) {
	for i := range doc.Sentences {
		sent := &doc.Sentences[i]
		whole := doc.Exact(sent.Span)
		t := tagger{doc: doc, sent: sent, shouting: titleCase(doc, sent), screaming: whole == strings.ToUpper(whole)}
		for i := sent.First; i < sent.Last; i++ {
			t.first(i)
		}
		for i := sent.First; i < sent.Last; i++ {
			t.settle(i)
		}
	}
}

// tagger works on one sentence.
type tagger struct {
	doc       *text.Doc
	sent      *text.Sentence
	shouting  bool // capitals mean nothing: a title in title case or all capitals
	screaming bool // all capitals
}

// titleCase reports whether nearly all longer words of a sentence are capitalised, so that capitals tell nothing.
func titleCase(doc *text.Doc, sent *text.Sentence) bool {
	upper, all := 0, 0
	for i := sent.First; i < sent.Last; i++ {
		word := doc.Word(i)
		if utf8.RuneCountInString(word) < 4 || !unicode.IsLetter(firstRune(word)) {
			continue
		}
		all++
		if unicode.IsUpper(firstRune(word)) {
			upper++
		}
	}
	if !sent.Headline && doc.Word(sent.Last-1) == "." && upper < all {
		return false // a sentence full of names: "Captain Ann Lee of the Harbour Police left."
	}
	return (all >= 3 || sent.Headline && all >= 1 && upper == all) && upper*4 >= all*3
}

func firstRune(word string) rune {
	r, _ := utf8.DecodeRuneInString(word)
	return r
}

// first sets what a token most likely is without its neighbours.
func (t *tagger) first(i int) {
	tok := &t.doc.Tokens[i]
	word, lower := t.doc.Word(i), tok.Lower
	r := firstRune(word)
	tok.Lemma, tok.Form = lower, text.NoForm
	switch {
	case unicode.IsDigit(r):
		tok.Tag = text.NUM
	case !unicode.IsLetter(r) && !functionWords().Has(lower):
		tok.Tag = text.PUNCT
		if unicode.IsSymbol(r) || r == '%' || r == '&' {
			tok.Tag = text.SYM
		}
	case t.capitalised(i, r):
		tok.Tag = text.PROPN
	case functionWords().Has(lower):
		tag, _, _ := strings.Cut(functionWords()[lower].Field(1), " ")
		tok.Tag = text.Tag(tag)
		if tok.Tag == text.AUX {
			auxiliary(tok)
		}
	default:
		open(tok)
	}
}

// capitalised reports whether a capital marks token i as a name: it does inside a sentence, and at its start where
// the word is no common word.
func (t *tagger) capitalised(i int, r rune) bool {
	if !unicode.IsUpper(r) {
		return false
	}
	lower := t.doc.Lower(i)
	if strings.Contains(lower, ".") && len(lower) > 2 {
		return true // U.S., Mr.
	}
	if lower == "may" && !t.shouting && t.monthHere(i) {
		return true
	}
	if functionWords().Has(lower) && (lower == "i" || !allCaps(t.doc.Word(i)) || t.screaming) {
		return false
	}
	if t.shouting && !t.screaming && allCaps(t.doc.Word(i)) {
		return true // "US" in a headline in title case
	}
	if t.shouting || i == t.sent.First || opensQuote(t.doc, i, t.sent.First) {
		return !known(lower) && !t.describes(i)
	}
	return true
}

// monthHere tells the month from the verb: capitalised inside a sentence, or before a figure.
func (t *tagger) monthHere(i int) bool {
	if i > t.sent.First && !opensQuote(t.doc, i, t.sent.First) {
		return true
	}
	return i+1 < t.sent.Last && unicode.IsDigit(firstRune(t.doc.Word(i+1)))
}

// describes reports whether the word that opens a sentence only tells what the person named after it is: "Trucker Ann Lee".
func (t *tagger) describes(i int) bool {
	if t.shouting || !personNouns().Has(t.doc.Lower(i)) || i+1 >= t.sent.Last {
		return false
	}
	return unicode.IsUpper(firstRune(t.doc.Word(i+1))) && !functionWords().Has(t.doc.Lower(i+1))
}

func allCaps(word string) bool { return word == strings.ToUpper(word) && len(word) > 1 }

// known reports whether a lower-case word is in the verb list or has a suffix of common words.
func known(lower string) bool {
	if _, ok := verbForms()[lower]; ok {
		return true
	}
	return commonSuffix(lower) || commonNouns().Has(lower) || commonNouns().Has(singular(lower))
}

var commonNouns = lexicon.Load("common_nouns")

func opensQuote(doc *text.Doc, i, first int) bool {
	if i == first {
		return true
	}
	before := doc.Word(i - 1)
	return strings.ContainsAny(before, "“\"‘[(:•—–") || before == "..." || before == "…"
}

var auxForms = map[string]struct {
	lemma string
	form  text.Form
}{
	"is": {"be", text.Present}, "are": {"be", text.Present}, "was": {"be", text.Past}, "were": {"be", text.Past},
	"be": {"be", text.Base}, "been": {"be", text.Participle}, "being": {"be", text.Gerund}, "am": {"be", text.Present},
	"'re": {"be", text.Present}, "'m": {"be", text.Present}, "has": {"have", text.Present}, "have": {"have", text.Base},
	"had": {"have", text.Past}, "having": {"have", text.Gerund}, "'ve": {"have", text.Base}, "does": {"do", text.Present},
	"do": {"do", text.Base}, "did": {"do", text.Past}, "'ll": {"will", text.NoForm}, "wo": {"will", text.NoForm},
	"ca": {"can", text.NoForm}, "sha": {"shall", text.NoForm}, "'d": {"would", text.NoForm},
}

func auxiliary(tok *text.Token) {
	if f, ok := auxForms[tok.Lower]; ok {
		tok.Lemma, tok.Form = f.lemma, f.form
	}
}

// open tags a word of an open class: verb forms as verbs (settled by context later), then suffixes, then noun.
func open(tok *text.Token) {
	lower := tok.Lower
	if v, ok := verbForms()[lower]; ok && !(v.form == text.Base && commonNouns().Has(lower)) {
		tok.Tag, tok.Form, tok.Lemma = text.VERB, v.form, v.lemma
		return
	}
	switch {
	case strings.HasSuffix(lower, "ly") && len(lower) > 4 && !commonNouns().Has(lower):
		tok.Tag = text.ADV
	case adjective(lower):
		tok.Tag = text.ADJ
	case strings.HasSuffix(lower, "ed") && len(lower) > 4:
		tok.Tag, tok.Form, tok.Lemma = text.VERB, text.Past, lower[:len(lower)-2]
	case strings.HasSuffix(lower, "ing") && len(lower) > 5 && !commonNouns().Has(lower):
		tok.Tag, tok.Form, tok.Lemma = text.VERB, text.Gerund, lower[:len(lower)-3]
	default:
		noun(tok)
	}
}

func noun(tok *text.Token) {
	tok.Tag, tok.Form = text.NOUN, text.NoForm
	tok.Lemma = singular(tok.Lower)
	if tok.Lemma != tok.Lower {
		tok.Form = text.Plural
	}
}

var adjectiveSuffixes = []string{"ous", "ful", "ive", "able", "ible", "ical", "ial", "less", "ish", "ary", "ent", "ant", "ic", "al"}

// nounEndings end nouns although they look like the suffix of an adjective.
var nounEndings = []string{"ment", "ident", "official", "ponent", "metal", "medal", "rival"}

func adjective(lower string) bool {
	if len(lower) < 5 || commonNouns().Has(lower) {
		return false
	}
	for _, end := range nounEndings {
		if strings.HasSuffix(lower, end) {
			return false
		}
	}
	for _, end := range adjectiveSuffixes {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}

var commonSuffixes = []string{"tion", "tions", "sion", "sions", "ment", "ments", "ness", "ity", "ities", "ance", "ence", "ship", "ers", "ists", "ly", "ing", "ed", "ages"}

func commonSuffix(lower string) bool {
	if len(lower) < 6 {
		return false
	}
	for _, end := range commonSuffixes {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	return adjective(lower)
}
