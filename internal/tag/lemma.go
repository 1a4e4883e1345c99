// SPDX-License-Identifier: Apache-2.0

package tag

import (
	"strings"

	"stemma/internal/text"
)

// lemma is the dictionary form of a token in lower case, by its part of speech and Penn tag.
func lemma(tok *text.Token) string {
	switch tok.UPOS {
	case text.AUX:
		return auxiliaryLemma(tok)
	case text.VERB:
		return verbLemma(tok)
	case text.NOUN:
		if tok.XPOS == "NNS" {
			return singular(tok.Lower)
		}
	}
	return tok.Lower
}

// auxiliaryLemma tells "'s" and "'d" by their tags.
func auxiliaryLemma(tok *text.Token) string {
	switch {
	case tok.Lower == "'s" || tok.Lower == "’s":
		return "be"
	case tok.Lower == "'d" && tok.XPOS != "MD":
		return "have"
	}
	if f, ok := auxForms[tok.Lower]; ok {
		return f.lemma
	}
	return tok.Lower
}

// verbTags is the forms of the Penn tags of verbs.
var verbTags = map[string]text.Form{
	"VB": text.Base, "VBP": text.Base, "VBZ": text.Present, "VBD": text.Past, "VBN": text.Participle, "VBG": text.Gerund,
}

func verbLemma(tok *text.Token) string {
	form := verbTags[tok.XPOS]
	if f, ok := auxForms[tok.Lower]; ok && (f.lemma == "be" || f.lemma == "have" || f.lemma == "do") {
		return f.lemma // "have" as a main verb
	}
	if v, ok := verbForms()[tok.Lower]; ok {
		return v.lemma
	}
	return uninflected(tok.Lower, form)
}

// uninflected is the base of a regular verb that the list does not hold.
func uninflected(lower string, form text.Form) string {
	switch {
	case form == text.Present && strings.HasSuffix(lower, "s"):
		return singular(lower)
	case (form == text.Past || form == text.Participle) && strings.HasSuffix(lower, "ied") && len(lower) > 4:
		return lower[:len(lower)-3] + "y"
	case (form == text.Past || form == text.Participle) && strings.HasSuffix(lower, "ed"):
		return restored(lower[:len(lower)-2])
	case form == text.Gerund && strings.HasSuffix(lower, "ing"):
		return restored(lower[:len(lower)-3])
	}
	return lower
}

// restored is the base whose ending left a stem: the final "e" comes back where English needs it, a doubled letter goes.
func restored(stem string) string {
	n := len(stem)
	switch {
	case n < 2:
		return stem
	case stem[n-1] == stem[n-2] && strings.IndexByte("bdgmnprt", stem[n-1]) >= 0:
		return stem[:n-1]
	case doubles(stem), endsIn(stem, "at", "iz", "is", "ur", "us", "as", "v", "c", "u", "bl", "dl", "gl", "pl", "tl", "dg", "rg", "ir", "ok", "ak"):
		return stem + "e" // "lik" would have doubled its consonant, so "liked" is of "like"
	}
	return stem
}
