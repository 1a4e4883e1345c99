// SPDX-License-Identifier: Apache-2.0

package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/text"
)

// titleCase reports whether nearly all longer words of a sentence are capitalised, so that capitals tell nothing.
func titleCase(doc *text.Doc, sent text.Sentence) bool {
	upper, all := 0, 0
	for i := sent.First; i < sent.Last; i++ {
		word := doc.Word(i)
		r, _ := utf8.DecodeRuneInString(word)
		if utf8.RuneCountInString(word) < 4 || !unicode.IsLetter(r) {
			continue
		}
		all++
		if unicode.IsUpper(r) {
			upper++
		}
	}
	if !sent.Headline && doc.Word(sent.Last-1) == "." && upper < all {
		return false // a sentence full of names: "Captain Ann Lee of the Harbour Police left."
	}
	return (all >= 3 || sent.Headline && all >= 1 && upper == all) && upper*4 >= all*3
}

// lower makes a common noun of an ordinary word that has its capital from a headline: "Secret Talks".
func lower(doc *text.Doc, i int) {
	tok := &doc.Tokens[i]
	if headlineVerb(doc, i) {
		retag(tok, text.VERB, "VBZ")
		return
	}
	if tok.Tag != text.PROPN || loud(doc.Word(i)) {
		return
	}
	if listed := functionWords()[tok.Lower]; listed != nil {
		tag, _, _ := strings.Cut(listed.Field(1), " ")
		retag(tok, text.Tag(tag), tok.XPOS)
		return
	}
	one := singular(tok.Lower)
	if commonNouns().Has(tok.Lower) || commonNouns().Has(one) || personNouns().Has(tok.Lower) || personNouns().Has(one) {
		common(tok)
		return
	}
	if v, ok := verbForms()[tok.Lower]; ok {
		if v.form == text.Base || v.form == text.Present {
			common(tok)
			return
		}
		retag(tok, text.VERB, map[text.Form]string{text.Past: "VBD", text.Participle: "VBN", text.Gerund: "VBG"}[v.form])
	}
}

// headlineVerb reports whether the noun at i is the verb of a headline: "Storm Kills 12, Injures Dozens".
func headlineVerb(doc *text.Doc, i int) bool {
	tok := &doc.Tokens[i]
	v, ok := verbForms()[tok.Lower]
	if !ok || v.form != text.Present || tok.Tag != text.NOUN && tok.Tag != text.PROPN || i == 0 || i+1 >= len(doc.Tokens) {
		return false
	}
	switch doc.Tokens[i+1].Tag {
	case text.NUM, text.DET:
		return true
	case text.NOUN, text.PROPN:
		return doc.Lower(i-1) == ","
	}
	return false
}
