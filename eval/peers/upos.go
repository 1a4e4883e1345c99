// SPDX-License-Identifier: Apache-2.0

package main

import "strings"

// penn is the universal part of speech that a Penn tag mostly stands for.
var penn = map[string]string{
	"CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
	"LS": "NUM", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PDT": "DET", "POS": "PART",
	"PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP", "SYM": "SYM", "TO": "PART",
	"UH": "INTJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON",
	"WP": "PRON", "WP$": "PRON", "WRB": "ADV", "$": "SYM", "#": "SYM",
	"(": "PUNCT", ")": "PUNCT", ",": "PUNCT", ".": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT", `"`: "PUNCT",
	"-LRB-": "PUNCT", "-RRB-": "PUNCT", "HYPH": "PUNCT", "NFP": "PUNCT",
}

// compromiseTags are compromise's tags, the telling ones first: a word has several.
var compromiseTags = []struct{ tag, upos string }{
	{"Mark", "PUNCT"}, // ours, for what it keeps before and after words
	{"Emoticon", "SYM"},
	{"Emoji", "SYM"},
	{"Url", "X"},
	{"Email", "X"},
	{"Expression", "INTJ"},
	{"Copula", "AUX"},
	{"Modal", "AUX"},
	{"Auxiliary", "AUX"},
	{"Particle", "ADP"},
	{"Verb", "VERB"},
	{"Pronoun", "PRON"},
	{"Determiner", "DET"},
	{"Preposition", "ADP"},
	{"Conjunction", "CCONJ"},
	{"QuestionWord", "ADV"},
	{"WeekDay", "PROPN"},
	{"Month", "PROPN"},
	{"Holiday", "PROPN"},
	{"Ordinal", "ADJ"},
	{"Value", "NUM"},
	{"Year", "NUM"},
	{"Demonym", "ADJ"},
	{"ProperNoun", "PROPN"},
	{"Person", "PROPN"},
	{"Place", "PROPN"},
	{"Organization", "PROPN"},
	{"Acronym", "PROPN"},
	{"Adjective", "ADJ"},
	{"Adverb", "ADV"},
	{"Noun", "NOUN"},
	{"Negative", "PART"},
	{"Currency", "SYM"},
	{"Possessive", "PART"},
}

// A tagMap turns a reader's own tags of a word into a universal part of speech.
type tagMap func(tags []string) string

func fromPenn(tags []string) string {
	if upos, ok := penn[tags[0]]; ok {
		return upos
	}
	return "X"
}

func fromCompromise(tags []string) string {
	has := map[string]bool{}
	for _, t := range tags {
		has[t] = true
	}
	for _, t := range compromiseTags {
		if has[t.tag] {
			return t.upos
		}
	}
	return "X"
}

func native(tags []string) string { return tags[0] }

// convert sets the universal part of speech of a sentence's words. Where a tag stands for two of them (an IN is an ADP
// or a SCONJ), adapt chooses by the word and its neighbours, in the reader's favour.
func convert(words []Word, tags tagMap, adapt bool) {
	for i := range words {
		words[i].UPOS = tags(words[i].Tags)
	}
	if !adapt {
		return
	}
	for i := range words {
		words[i].UPOS = refined(words, i)
	}
}

// set makes a set of the words of a line.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

var (
	be           = set("be am is are was were been being 's 're 'm")
	haveDo       = set("have has had having 've 'd do does did")
	not          = set("not n't nt")
	conjunctions = set("if because although though while whether since unless that so")
	pointers     = set("this that these those")
	pronouns     = set("something anything everything nothing someone anyone everyone somebody anybody everybody nobody none who whom what which whose that " +
		"my your his her its our their")
	adverbs = set("when where how why")
)

// refined is a word's part of speech by UD's rules for words whose tag leaves it open.
func refined(words []Word, i int) string {
	upos, word := words[i].UPOS, fold(words[i].Text)
	after := next(words, i)
	switch {
	case not[word] && upos != "NOUN":
		return "PART"
	case word == "to" && after == "VERB":
		return "PART"
	case word == "to":
		return "ADP"
	case be[word] && upos == "VERB":
		return "AUX"
	case haveDo[word] && (upos == "VERB" || upos == "AUX"):
		return auxiliary(after)
	case conjunctions[word] && (upos == "ADP" || upos == "CCONJ"):
		return "SCONJ"
	case pointers[word] && upos == "DET" && (after == "" || after == "VERB" || after == "AUX" || after == "PUNCT" || after == "ADP"):
		return "PRON"
	case pronouns[word] && (upos == "NOUN" || upos == "ADV"):
		return "PRON"
	case adverbs[word] && (upos == "ADP" || upos == "CCONJ"):
		return "ADV"
	}
	return upos
}

// auxiliary is what "have" and "do" are before a word.
func auxiliary(after string) string {
	if after == "VERB" || after == "AUX" {
		return "AUX"
	}
	return "VERB"
}

// next is the part of speech of the next word that is no adverb, negation or pronoun; "" at the end.
func next(words []Word, i int) string {
	for _, w := range words[i+1:] {
		if w.UPOS != "ADV" && w.UPOS != "PRON" && !not[fold(w.Text)] {
			return w.UPOS
		}
	}
	return ""
}

func fold(word string) string { return strings.ReplaceAll(strings.ToLower(word), "’", "'") }

// kinds are the readers' own kinds of name as the treebank's; other kinds do not count.
var kinds = map[string]string{
	"person": "PER", "organisation": "ORG", "group": "ORG", "place": "LOC", // Stemma
	"PERSON": "PER", "ORGANIZATION": "ORG", "GPE": "LOC", "LOCATION": "LOC", "GSP": "LOC", "FACILITY": "LOC", // prose
	"people": "PER", "organizations": "ORG", "places": "LOC", // compromise
}
