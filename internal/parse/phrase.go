// SPDX-License-Identifier: Apache-2.0

// Package parse finds noun phrases, verb groups and clauses by rules over tags and trees.
//
// Phrases do not nest. A clause is a verb group with its subject, which the tree tells where it can, and the noun phrases
// next to it; other attachments that need the meaning of words are left open.
package parse

import "stemma/internal/text"

// Read adds Phrases and Clauses.
func Read(doc *text.Doc) {
	doc.Phrases, doc.Clauses = doc.Phrases[:0], doc.Clauses[:0]
	for _, sent := range doc.Sentences {
		first := len(doc.Phrases)
		chunk(doc, sent.Range)
		clauses(doc, sent.Range, first)
	}
}

// chunk adds the phrases of one sentence, left to right.
func chunk(doc *text.Doc, sent text.Range) {
	for i := sent.First; i < sent.Last; {
		if end := verbGroup(doc, i, sent.Last); end > i {
			doc.Phrases = append(doc.Phrases, describeVerb(doc, text.Range{First: i, Last: end}))
			i = end
			continue
		}
		end := nounPhrase(doc, i, sent.Last)
		if end == i && bareHer(doc, i, sent.Last) {
			end++
		}
		if end > i {
			r := text.Range{First: i, Last: end}
			neg := doc.Lower(i) == "no" || doc.Lower(i) == "neither" || doc.Lower(i) == "none"
			doc.Phrases = append(doc.Phrases, text.Phrase{Range: r, Kind: text.NounPhrase, Head: headNoun(doc, r), Negated: neg})
			i = end
			continue
		}
		i++
	}
}

// bareHer reports whether "her" at i stands alone as an object: "praised her."
func bareHer(doc *text.Doc, i, last int) bool {
	if doc.Lower(i) != "her" {
		return false
	}
	if i+1 >= last {
		return true
	}
	next := doc.Tokens[i+1].Tag
	return next == text.PUNCT || next == text.ADP || next == text.PART || next == text.CCONJ || next == text.SCONJ || next == text.DET || next == text.PRON
}

// nounPhrase is the end of the base noun phrase that starts at i, or i where there is none.
func nounPhrase(doc *text.Doc, i, last int) int {
	if tok := &doc.Tokens[i]; tok.Tag == text.PRON && !possessive(tok.Lower) {
		return i + 1
	}
	end := i // end of the last noun seen
	for j := i; j < last; j++ {
		tok := &doc.Tokens[j]
		switch {
		case j > i && hyphen(doc, j-1, last): // the second half of "week-long", "rebel-held"
			if tok.Tag == text.NOUN || tok.Tag == text.PROPN || tok.Tag == text.NUM {
				end = j + 1
			}
		case tok.Tag == text.NOUN, tok.Tag == text.PROPN, tok.Tag == text.NUM, tok.Tag == text.SYM:
			end = j + 1
		case tok.Lower == "'s" && tok.Tag == text.PART, tok.Lower == "'" && end == j && j > i:
			if end != j {
				return end
			}
		case tok.Lower == "’" && end == j && j > i && doc.Tokens[j-1].End == tok.Start && doc.Word(j - 1)[len(doc.Word(j-1))-1] == 's':
		case tok.Tag == text.ADJ, possessive(tok.Lower), tok.Tag == text.DET && (end == i || afterPossessive(doc, j)):
			if possessive(tok.Lower) && end > i {
				return end
			}
		case tok.Tag == text.ADV && end == i && beforeModifier(doc, j, last):
		case tok.Tag == text.ADV && numberAhead(doc, j, last), hyphen(doc, j+1, last) && j > i: // "the roughly 40", "a long-standing"
		case hyphen(doc, j, last):
		case tok.Tag == text.VERB && (tok.Form == text.Participle || tok.Form == text.Gerund) && j > i && modifies(doc, j, last):
		default:
			return end
		}
	}
	return end
}

func afterPossessive(doc *text.Doc, j int) bool { return j > 0 && doc.Lower(j-1) == "'s" }

// beforeModifier: "very large force", "nearly 100 people".
func beforeModifier(doc *text.Doc, j, last int) bool {
	next := j + 1
	if next < last && doc.Tokens[next].Tag == text.ADV { // "at least 35", "up to 40"
		next++
	}
	return next < last && (doc.Tokens[next].Tag == text.ADJ && next == j+1 || doc.Tokens[next].Tag == text.NUM)
}

// numberAhead: "the roughly 40 people".
func numberAhead(doc *text.Doc, j, last int) bool {
	return j+1 < last && (doc.Tokens[j+1].Tag == text.NUM || j+2 < last && doc.Tokens[j+1].Tag == text.ADV && doc.Tokens[j+2].Tag == text.NUM)
}

// hyphen reports whether token j joins two words: a hyphen or dash with no space on either side.
func hyphen(doc *text.Doc, j, last int) bool {
	if j <= 0 || j+1 >= last {
		return false
	}
	word := doc.Lower(j)
	if word != "-" && word != "–" && word != "‑" && word != "/" {
		return false
	}
	return doc.Tokens[j-1].End == doc.Tokens[j].Start && doc.Tokens[j].End == doc.Tokens[j+1].Start
}

// modifies reports whether a participle at j stands between a determiner and a noun: "the detained men".
func modifies(doc *text.Doc, j, last int) bool {
	if j+1 >= last || doc.Tokens[j+1].Tag != text.NOUN && doc.Tokens[j+1].Tag != text.ADJ {
		return false
	}
	prev := &doc.Tokens[j-1]
	return prev.Tag == text.DET || prev.Tag == text.ADJ || prev.Tag == text.NUM || prev.Lower == "'s" || possessive(prev.Lower) || prev.Lower == "-"
}

// headNoun is the last noun of a noun phrase.
func headNoun(doc *text.Doc, r text.Range) int {
	for j := r.Last - 1; j >= r.First; j-- {
		switch doc.Tokens[j].Tag {
		case text.NOUN, text.PROPN, text.PRON:
			return j
		}
	}
	return r.Last - 1
}

func possessive(lower string) bool {
	switch lower {
	case "my", "your", "his", "her", "its", "our", "their":
		return true
	}
	return false
}
