// SPDX-License-Identifier: Apache-2.0

package lexicon

import (
	"slices"
	"strings"

	"stemma/internal/text"
)

var allegations = Load("allegations")

// Allegation says whether the verb at token v tells only what somebody is accused of ("alleged") or was found not to have done
// ("cleared"), by the verb that it hangs on; "" where it tells neither.
func Allegation(t *text.Tree, v int) string {
	by := accuser(t, v)
	if by < 0 {
		return ""
	}
	return allegations()[t.Lemma(by)].Field(1)
}

// accuser is the verb of accusing or clearing under which the verb at token v stands, or -1. A deed may hang on who is named
// before it: "accused by the police of stealing".
func accuser(t *text.Tree, v int) int {
	if t.Doc.Tokens[v].Rel == "conj" {
		v = t.Doc.Tokens[v].Head
	}
	tok := &t.Doc.Tokens[v]
	if tok.XPOS != "VBG" {
		return -1
	}
	by := tok.Head
	for range 2 {
		if by == text.NoHead {
			return -1
		}
		if row, ok := allegations()[t.Lemma(by)]; ok && t.Doc.Tokens[by].Tag == text.VERB {
			if slices.Contains(strings.Fields(row.Field(2)), t.Marker(v)) {
				return by
			}
			return -1
		}
		by = t.Doc.Tokens[by].Head
	}
	return -1
}

// Accused is who is said to have done what the verb at token v tells, where that is an allegation: the object of the verb that v
// stands under, the subject of its passive, or the noun that its participle describes; -1 where the sentence names nobody.
func Accused(t *text.Tree, v int) int {
	by := accuser(t, v)
	if by < 0 {
		return -1
	}
	if s := t.Dependent(by, "nsubj"); s >= 0 && t.Doc.Tokens[s].Rel == "nsubj:pass" {
		return s
	}
	if o := t.Dependent(by, "obj", "iobj"); o >= 0 {
		return o
	}
	if tok := &t.Doc.Tokens[by]; text.IsRel(tok.Rel, "acl") && tok.XPOS == "VBN" {
		return tok.Head // "the man accused of killing her"
	}
	return -1
}
