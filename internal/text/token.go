// SPDX-License-Identifier: Apache-2.0

package text

import "strings"

// A Tag is a universal part of speech (UPOS).
type Tag string

// The universal parts of speech.
const (
	ADJ   Tag = "ADJ"
	ADP   Tag = "ADP"
	ADV   Tag = "ADV"
	AUX   Tag = "AUX"
	CCONJ Tag = "CCONJ"
	DET   Tag = "DET"
	INTJ  Tag = "INTJ"
	NOUN  Tag = "NOUN"
	NUM   Tag = "NUM"
	PART  Tag = "PART"
	PRON  Tag = "PRON"
	PROPN Tag = "PROPN"
	PUNCT Tag = "PUNCT"
	SCONJ Tag = "SCONJ"
	SYM   Tag = "SYM"
	VERB  Tag = "VERB"
	X     Tag = "X"
)

// A Form says how a verb or noun is inflected.
type Form uint8

// The forms; a token has at most one.
const (
	NoForm     Form = iota
	Base            // negotiate
	Present         // negotiates
	Past            // negotiated, as a finite verb
	Participle      // negotiated, taken: after "have" or "be", or reducing a clause
	Gerund          // negotiating
	Plural          // talks, hostages
)

// A Token is one word or mark, split as in UD English: "don't" is "do" and "n't", "15-month" three tokens.
type Token struct {
	Span
	Lower string // the word in lower case, with straight apostrophes
	Lemma string // dictionary form, lower case; set with Tag
	Tag   Tag
	Form  Form

	UPOS   Tag    // universal part of speech as the network has it; Tag is what the rules above it count on
	XPOS   string // Penn Treebank tag: "VBD", "NNPS"; "" until parsed
	Head   int    // token number of the governor in the dependency tree; NoHead for a root, and until parsed
	Rel    string // UD relation to Head: "nsubj", "obl"; "root" for a root, "" until parsed
	Entity string // IOB2 tag of the name that the token is in: "B-PER", "I-ORG"; "" for none
}

// NoHead is the Head of a token that no other governs.
const NoHead = -1

// A PhraseKind tells noun phrases from verb groups.
type PhraseKind uint8

// The kinds of phrase.
const (
	NounPhrase PhraseKind = iota // determiner to head noun, "of" phrases not included
	VerbGroup                    // auxiliaries, negation, adverbs and the verb
)

// A Phrase is a chunk: a base noun phrase or a verb group.
type Phrase struct {
	Range
	Kind    PhraseKind
	Head    int    // token number of the head noun, or of the main verb
	Negated bool   // verb groups: "did not", "never", "has yet to"; noun phrases: "no"
	Passive bool   // verb groups: "was informed"
	Modal   string // verb groups: lower-case modal ("may", "would"), or ""
	Perfect bool   // verb groups: "has confirmed"
	To      bool   // verb groups: an infinitive with "to"
}

// A Clause is a verb group with the noun phrases around it; phrase numbers are -1 where there is none.
type Clause struct {
	Range
	Verb    int    // phrase number of the verb group
	Subject int    // phrase number of the noun phrase before the verb (the agent of an active clause)
	Object  int    // phrase number of the noun phrase right after the verb
	Agent   int    // phrase number of the "by" phrase of a passive
	Sub     bool   // subordinate: opened by "that", "which", "if", …, a participle or an infinitive
	Mark    string // the word that opened it, in lower case
}

// Lower is what Token.Lower holds for a word: lower case, with straight apostrophes.
func Lower(word string) string {
	return strings.ReplaceAll(strings.ToLower(word), "’", "'")
}
