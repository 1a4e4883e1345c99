// SPDX-License-Identifier: Apache-2.0

package tag

import (
	"strings"

	"stemma/internal/text"
)

// inflect sets Form and Lemma by the Penn tag.
func inflect(tok *text.Token) {
	tok.Form, tok.Lemma = text.NoForm, tok.Lower
	switch tok.Tag {
	case text.AUX:
		auxiliary(tok)
	case text.VERB:
		verb(tok)
	case text.NOUN:
		if tok.Lemma = singular(tok.Lower); tok.XPOS == "NNS" && tok.Lemma != tok.Lower {
			tok.Form = text.Plural
		} else if tok.XPOS != "NNS" {
			tok.Lemma = tok.Lower
		}
	}
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

// auxiliary sets form and lemma of an auxiliary; "'s" and "'d" are told by their tags.
func auxiliary(tok *text.Token) {
	switch {
	case tok.Lower == "'s":
		tok.Lemma, tok.Form = "be", text.Present
	case tok.Lower == "'d" && tok.XPOS != "MD":
		tok.Lemma, tok.Form = "have", text.Past
	default:
		if f, ok := auxForms[tok.Lower]; ok {
			tok.Lemma, tok.Form = f.lemma, f.form
		}
	}
}

// verbTags are the forms of the Penn tags of verbs.
var verbTags = map[string]text.Form{
	"VB": text.Base, "VBP": text.Base, "VBZ": text.Present, "VBD": text.Past, "VBN": text.Participle, "VBG": text.Gerund,
}

func verb(tok *text.Token) {
	tok.Form = verbTags[tok.XPOS]
	if f, ok := auxForms[tok.Lower]; ok && (f.lemma == "be" || f.lemma == "have" || f.lemma == "do") {
		tok.Lemma, tok.Form = f.lemma, f.form // "have" as a main verb
		return
	}
	if v, ok := verbForms()[tok.Lower]; ok && !(v.form == text.Base && tok.Form != text.Base && tok.Form != text.NoForm && !spelledAlike(tok.Lower)) {
		tok.Lemma = v.lemma
		return
	}
	tok.Lemma = uninflected(tok.Lower, tok.Form)
}

// spelledAlike reports whether the base of a verb is also its past or participle: "put", "become".
func spelledAlike(lower string) bool {
	return baseParticiple()[lower] || !distinctPast()[lower] && !strings.HasSuffix(lower, "ed") && !strings.HasSuffix(lower, "ing") && !strings.HasSuffix(lower, "s")
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
