// SPDX-License-Identifier: Apache-2.0

package event

import (
	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var irrealis = lexicon.Load("irrealis")

// reach is how many tokens before an event noun or gerund a word may stand that makes it no fact.
const reach = 6

// unreal is the modality of the event noun or gerund at token head, whose words start at first, by the words before it that it
// hangs on or that hang on it: "plans for talks", "possible talks", "the goal is ending the siege".
func unreal(doc *text.Doc, first, head int) text.Modality {
	sent := doc.SentenceAt(first)
	for i := first - 1; i >= 0 && i >= first-reach && doc.SentenceAt(i) == sent; i-- {
		tok := &doc.Tokens[i]
		if tok.Tag == text.PUNCT && tok.Lower != "-" {
			break
		}
		if row, ok := irrealis()[tok.Lemma]; ok && (tied(doc, head, i) || tied(doc, i, head) || text.IsRel(tok.Rel, "nsubj") && tied(doc, head, tok.Head)) {
			return text.Modality(row.Field(1))
		}
	}
	return text.Asserted
}

// maxTies bounds the way up the tree between a word and what makes it no fact.
const maxTies = 4

// tied reports whether token i hangs on token k, with few words between.
func tied(doc *text.Doc, i, k int) bool {
	for range maxTies {
		i = doc.Tokens[i].Head
		if i == text.NoHead {
			return false
		}
		if i == k {
			return true
		}
	}
	return false
}

// modality reads how far a clause is claimed to hold off its verb group, its mark and the verb that governs it.
func modality(doc *text.Doc, c *text.Clause) text.Modality {
	verb := doc.Phrases[c.Verb]
	switch verb.Modal {
	case "may", "might", "could", "can":
		return text.Possible
	case "will", "'ll", "shall", "wo":
		return text.Planned
	case "would":
		return text.Conditional
	case "must", "should", "ought":
		return text.Demanded
	}
	switch c.Mark {
	case "if", "unless", "whether":
		return text.Conditional
	}
	if verb.To {
		return governed(doc, c)
	}
	if doc.Tokens[verb.Head].Form == text.Gerund && verb.Last-verb.First == 1 {
		if m := unreal(doc, verb.First, verb.Head); m != text.Asserted {
			return m
		}
	}
	for i := verb.First; i < verb.Last; i++ {
		switch doc.Lower(i) {
		case "reportedly", "allegedly", "apparently", "supposedly":
			return text.Reported
		case "possibly", "perhaps", "likely", "probably":
			return text.Possible
		}
	}
	return text.Asserted
}

// governed is the modality of an infinitive, by the verb or noun that it hangs on.
func governed(doc *text.Doc, c *text.Clause) text.Modality {
	first := doc.Phrases[c.Verb].First
	for i := first - 1; i >= 0 && i > first-6; i-- {
		switch doc.Tokens[i].Lemma {
		case "demand", "urge", "ask", "order", "call", "request", "tell", "press", "warn", "require":
			return text.Demanded
		case "believe", "think", "say", "report", "understand", "know", "confirm", "allege", "claim":
			return text.Reported
		case "manage", "continue", "begin", "start", "help":
			return text.Asserted
		case "fail", "refuse", "decline":
			return text.Possible
		}
		if doc.Tokens[i].Tag == text.PUNCT {
			break
		}
	}
	return text.Planned
}
