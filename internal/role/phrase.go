// SPDX-License-Identifier: Apache-2.0

package role

import "stemma/internal/text"

// phraseIndex is the number of the phrase that holds or follows token i.
func phraseIndex(doc *text.Doc, i int) int {
	lo, hi := 0, len(doc.Phrases)
	for lo < hi {
		mid := (lo + hi) / 2
		if doc.Phrases[mid].Last > i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// phraseAt is the noun phrase that holds token i, or nil.
func phraseAt(doc *text.Doc, i int) *text.Phrase {
	if p := phraseIndex(doc, i); p < len(doc.Phrases) && doc.Phrases[p].First <= i && doc.Phrases[p].Kind == text.NounPhrase {
		return &doc.Phrases[p]
	}
	return nil
}

// headOf is the head noun of the noun phrase at token i, with the nouns right before it ("prime minister").
func headOf(doc *text.Doc, i int) text.Range {
	p := phraseAt(doc, i)
	if p == nil {
		return text.Range{}
	}
	return text.Range{First: max(p.First, p.Head-1), Last: p.Head + 1}
}

// maxOffice bounds the tokens of an office.
const maxOffice = 24

// nounPhraseFrom is the noun phrase that starts at token i with the prepositional phrases after it, without its
// article, to the next comma, verb or conjunction.
func nounPhraseFrom(doc *text.Doc, i int) text.Range {
	p := phraseIndex(doc, i)
	if p >= len(doc.Phrases) || doc.Phrases[p].Kind != text.NounPhrase || doc.Phrases[p].First != i {
		return text.Range{}
	}
	last := doc.Phrases[p].Last
	for q := p + 1; q < len(doc.Phrases) && doc.Phrases[q].Last-i < maxOffice; q++ {
		np := doc.Phrases[q]
		if np.Kind != text.NounPhrase || np.First != last+1 || !linking(doc.Lower(last)) || isTime(doc, np.Range) {
			break
		}
		last = np.Last
	}
	return skipArticle(doc, text.Range{First: i, Last: last})
}

// isTime reports whether a noun phrase is a temporal expression: "in early December" is no part of an office.
func isTime(doc *text.Doc, r text.Range) bool {
	span := doc.SpanOf(r)
	for _, t := range doc.Times {
		if t.Overlaps(span) {
			return true
		}
	}
	return false
}

// linking are the prepositions inside the name of an office.
func linking(lower string) bool {
	switch lower {
	case "of", "for", "on", "to", "in", "at", "with", "and", "from":
		return true
	}
	return false
}

// phraseChainBefore is the first token of the noun phrase, with its prepositional phrases, that ends at token end.
func phraseChainBefore(doc *text.Doc, end int) int {
	p := phraseIndex(doc, end-1)
	if p >= len(doc.Phrases) || doc.Phrases[p].Last != end || doc.Phrases[p].Kind != text.NounPhrase {
		return end
	}
	first := doc.Phrases[p].First
	for q := p - 1; q >= 0 && end-doc.Phrases[q].First < maxOffice; q-- {
		np := doc.Phrases[q]
		if np.Kind != text.NounPhrase || np.Last != first-1 || !linking(doc.Lower(first-1)) || doc.Lower(first-1) == "and" {
			break
		}
		first = np.First
	}
	return skipArticle(doc, text.Range{First: first, Last: end}).First
}

func skipArticle(doc *text.Doc, r text.Range) text.Range {
	if !r.Empty() {
		switch doc.Lower(r.First) {
		case "the", "a", "an":
			r.First++
		}
	}
	return r
}

func skipDeterminer(doc *text.Doc, r text.Range) int { return skipArticle(doc, r).First }
