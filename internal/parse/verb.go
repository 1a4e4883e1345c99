// SPDX-License-Identifier: Apache-2.0

package parse

import "stemma/internal/text"

// verbGroup is the end of the verb group that starts at i, or i where there is none.
func verbGroup(doc *text.Doc, i, last int) int {
	if hyphen(doc, i-1, last) || hyphen(doc, i+1, last) {
		return i // "hostage-taking" is no verb
	}
	end, seen := i, false
	for j := i; j < last; j++ {
		tok := &doc.Tokens[j]
		switch {
		case tok.Tag == text.AUX:
			end, seen = j+1, true
		case tok.Tag == text.VERB && mainVerb(doc, i, j):
			return j + 1
		case tok.Lower == "to" && tok.Tag == text.PART && (j == i || seen && doc.Lower(j-1) == "yet"):
		case tok.Tag == text.ADV || tok.Lower == "n't" || tok.Lower == "not":
			if j == i && !adverbOpens(doc, j, last) {
				return i
			}
			if seen && negates(tok.Lower) {
				end = j + 1
			}
		default:
			return end
		}
	}
	return end
}

// mainVerb reports whether the verb at j belongs to the group opened at i: bare, or after its auxiliaries.
func mainVerb(doc *text.Doc, i, j int) bool {
	if j == i {
		return true
	}
	for k := i; k < j; k++ {
		if tag := doc.Tokens[k].Tag; tag != text.AUX && tag != text.ADV && tag != text.PART {
			return false
		}
	}
	return true
}

// adverbOpens reports whether the adverb at j leads into a verb: "never confirmed", "allegedly took".
func adverbOpens(doc *text.Doc, j, last int) bool {
	for k := j + 1; k < last && k < j+3; k++ {
		tok := &doc.Tokens[k]
		if tok.Tag == text.VERB || tok.Tag == text.AUX {
			return true
		}
		if tok.Tag != text.ADV && tok.Tag != text.PART {
			return false
		}
	}
	return false
}

// describeVerb reads voice, modal, tense and polarity off a verb group.
func describeVerb(doc *text.Doc, r text.Range) text.Phrase {
	p := text.Phrase{Range: r, Kind: text.VerbGroup, Head: r.Last - 1}
	be, have, yet := false, false, false
	for j := r.First; j < r.Last; j++ {
		tok := &doc.Tokens[j]
		switch {
		case tok.Tag == text.AUX && tok.Lemma == "be":
			be = true
		case tok.Tag == text.AUX && tok.Lemma == "have":
			have = true
		case tok.Tag == text.AUX && tok.Lemma != "do":
			p.Modal = tok.Lower
		case tok.Lower == "to" && !be && !have && p.Modal == "":
			p.To = true
		case tok.Lower == "yet":
			yet = true
		}
		if negates(tok.Lower) {
			p.Negated = true
		}
	}
	for j := r.Last - 1; j >= r.First; j-- {
		if tag := doc.Tokens[j].Tag; tag == text.VERB || tag == text.AUX {
			p.Head = j
			break
		}
	}
	head := &doc.Tokens[p.Head]
	p.Perfect = have
	p.Passive = head.Tag == text.VERB && (be && (head.Form == text.Participle || head.Form == text.Past) || !be && !have && head.Form == text.Participle && p.Modal == "" && r.Last-r.First == 1)
	p.Negated = p.Negated || yet && have && !p.To && doc.Tokens[p.Head].Form != text.Participle || yet && be && have
	return p
}

func negates(lower string) bool {
	switch lower {
	case "not", "n't", "never", "neither", "nor", "no", "hardly", "barely":
		return true
	}
	return false
}
