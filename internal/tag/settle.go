// SPDX-License-Identifier: Apache-2.0

package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var (
	functionWords = lexicon.Load("function_words")
	personNouns   = lexicon.Load("person_nouns")
	commonNouns   = lexicon.Load("common_nouns")
	numberWords   = lexicon.Load("quantity_numbers") // "dozens", in a headline "Dozens"
)

// settle changes the tag of token i where the later stages count on another than the treebanks', or where the tree or the
// letters of the word say better.
func settle(doc *text.Doc, sent text.Range, i int) {
	tok := &doc.Tokens[i]
	switch tok.Tag {
	case text.ADJ, text.NOUN, text.VERB, text.X:
		if saysIt(doc, sent, i) {
			retag(tok, text.VERB, "VBD")
			return
		}
	}
	switch tok.Tag {
	case text.ADV, text.INTJ:
		if capital(doc.Word(i)) && nominal(tok.Rel) && !functionWords().Has(tok.Lower) {
			retag(tok, text.PROPN, "NNP")
		}
	case text.NUM:
		if (tok.XPOS == "NN" || tok.XPOS == "NNS") && small(tok.Lower) {
			retag(tok, text.NOUN, tok.XPOS) // the two tags disagree: "12 000 boats"
		}
	case text.X:
		if small(tok.Lower) && small(doc.Word(i)) && len(tok.Lower) > 2 {
			common(tok)
		}
	case text.NOUN:
		if yes, penn := deed(doc, sent, i); yes {
			retag(tok, text.VERB, penn)
		} else if tok.XPOS == "JJ" && done(doc, sent, i) {
			retag(tok, text.VERB, "VBN")
		} else if tok.XPOS == "JJ" && pastForm(tok.Lower) {
			retag(tok, text.ADJ, "JJ") // "30 injured"
		} else if strings.HasPrefix(tok.XPOS, "VB") && tok.XPOS != "VBG" {
			retag(tok, text.VERB, tok.XPOS) // the two tags disagree: "The union plans to strike"
		} else if pastForm(tok.Lower) && !verbs(doc, sent) {
			retag(tok, text.VERB, "VBD") // "The crew slept"
		} else if loud(doc.Word(i)) && !loud(doc.Exact(doc.SpanOf(sent))) || namedInside(doc, sent, i) {
			retag(tok, text.PROPN, "NNP")
		}
	case text.ADJ:
		yes, penn := deed(doc, sent, i)
		switch {
		case yes:
			retag(tok, text.VERB, penn)
		case done(doc, sent, i):
			retag(tok, text.VERB, "VBN")
		case tok.XPOS == "NN" || tok.XPOS == "NNS":
			retag(tok, text.NOUN, tok.XPOS) // the two tags disagree
		case (nominal(tok.Rel) || dependent(doc, sent, i, "nmod:poss")) && tok.XPOS != "JJR":
			retag(tok, text.NOUN, "NN")
		case unknownCapital(doc, sent, i):
			retag(tok, text.PROPN, "NNP")
		}
	case text.VERB:
		switch {
		case strings.HasPrefix(tok.XPOS, "NNP") && capital(doc.Word(i)):
			retag(tok, text.PROPN, tok.XPOS) // "United Dockers"
		case tok.Rel == "case" && tok.XPOS == "VBG":
			retag(tok, text.ADP, "IN") // "including", "according to"
		case describes(tok):
			retag(tok, text.ADJ, "JJ")
		case tok.XPOS == "VBD" && participle(doc, sent, i), tok.XPOS == "JJ" && pastForm(tok.Lower):
			retag(tok, text.VERB, "VBN")
		case tok.XPOS == "VBN" && finite(doc, sent, i):
			retag(tok, text.VERB, "VBD")
		case tok.Form == text.Base && spelledAlike(tok.Lower) && singularSubject(doc, sent, i) && !dependent(doc, sent, i, "aux"):
			retag(tok, text.VERB, "VBD") // "Olsen quit"
		case tok.Lower == "has" || tok.Lower == "have" || tok.Lower == "had":
			if i+2 < sent.Last && doc.Lower(i+1) == "yet" && doc.Lower(i+2) == "to" {
				retag(tok, text.AUX, tok.XPOS)
			}
		}
	case text.PROPN:
		settleProper(doc, sent, i)
	}
	if bounds(doc, sent, i) {
		retag(tok, text.ADV, "RB")
	}
}

// settleProper is settle for what the network takes for a name.
func settleProper(doc *text.Doc, sent text.Range, i int) {
	tok := &doc.Tokens[i]
	subject := dependent(doc, sent, i, "nsubj") || dependent(doc, sent, i, "compound")
	switch {
	case tok.Head == text.NoHead && small(doc.Word(i)) && pastForm(tok.Lower) && subject && !verbs(doc, sent):
		retag(tok, text.VERB, "VBD") // "The Ada Rose sank"
	case i == sent.First && tok.Entity == "" && numberWords().Has(tok.Lower) && i+1 < sent.Last && doc.Tokens[i+1].Tag == text.NOUN:
		retag(tok, text.NUM, "CD") // "Sixty soldiers"
	case small(doc.Word(i)) && !small(doc.Exact(doc.SpanOf(sent))), callsSomebody(doc, sent, i), numberWords()[tok.Lower].Field(1) == "plural":
		common(tok)
	}
}

func retag(tok *text.Token, tag text.Tag, penn string) {
	tok.Tag, tok.XPOS = tag, penn
	inflect(tok)
}

// common makes a common noun of a token.
func common(tok *text.Token) {
	penn := "NN"
	if singular(tok.Lower) != tok.Lower {
		penn = "NNS"
	}
	retag(tok, text.NOUN, penn)
}

// small reports whether a text has letters and no capital.
func small(s string) bool { return strings.ToLower(s) == s && strings.ToUpper(s) != s }

// loud reports whether a text has letters, all of them capitals.
func loud(s string) bool { return len(s) > 2 && strings.ToUpper(s) == s && strings.ToLower(s) != s }

// participle reports whether the past form at i depends as participles do: on "has" or "was", or on a noun ("the man
// appointed last week").
func participle(doc *text.Doc, sent text.Range, i int) bool {
	if distinctPast()[doc.Lower(i)] {
		return false // "gave"
	}
	if doc.Tokens[i].Rel == "acl" || dependent(doc, sent, i, "aux:pass") {
		return true
	}
	for j := sent.First; j < i; j++ {
		if tok := &doc.Tokens[j]; tok.Head == i && tok.Rel == "aux" && (tok.Lemma == "have" || tok.Lemma == "be") {
			return true
		}
	}
	return dependent(doc, sent, i, "nsubj:pass") || aside(doc, sent, i)
}

// aside reports whether the past form at i opens what stands between a subject and its verb: "the group, banned since May,
// has named its price".
func aside(doc *text.Doc, sent text.Range, i int) bool {
	if i == sent.First || doc.Lower(i-1) != "," {
		return false
	}
	for j := i + 1; j+1 < sent.Last; j++ {
		if doc.Lower(j) == "," {
			next := &doc.Tokens[j+1]
			return next.Tag == text.AUX || next.Tag == text.VERB && next.XPOS != "VBG" && next.XPOS != "VB"
		}
	}
	return false
}

// finite reports whether the participle at i is the past of its clause: with a subject of its own and no "has" or "was".
func finite(doc *text.Doc, sent text.Range, i int) bool {
	if distinctPast()[doc.Lower(i)] {
		return true
	}
	switch doc.Tokens[i].Rel {
	case "acl", "amod", "xcomp":
		return false
	}
	return dependent(doc, sent, i, "nsubj") && !dependent(doc, sent, i, "aux") && !dependent(doc, sent, i, "aux:pass")
}

// nominal reports whether a relation is that of a noun: "the wounded were taken away".
func nominal(rel string) bool {
	rel, _, _ = strings.Cut(rel, ":")
	switch rel {
	case "nsubj", "obj", "iobj", "obl", "nmod":
		return true
	}
	return false
}

// unknownCapital reports whether an adjective is capitalised and no word that lists or endings tell: "Velmaran". Where all
// words are capitalised, a capital tells nothing.
func unknownCapital(doc *text.Doc, sent text.Range, i int) bool {
	word, lower := doc.Word(i), doc.Lower(i)
	if i > sent.First && capital(word) && doc.Tokens[i].XPOS == "NNP" {
		return true
	}
	if !capital(word) || functionWords().Has(lower) || commonNouns().Has(lower) {
		return false
	}
	return i > sent.First && small(doc.Word(i-1)) || doc.Tokens[i].XPOS == "NNP" || national(lower)
}

// national reports whether a word has an ending of words for peoples and their languages.
func national(lower string) bool { return len(lower) > 5 && endsIn(lower, "an", "ese", "ish", "ani") }

func capital(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && small(word[n:])
}

// pastForm reports whether a word is known as the past of a verb.
func pastForm(lower string) bool {
	v, ok := verbForms()[lower]
	return ok && (v.form == text.Past || v.form == text.Participle)
}

// verbs reports whether a sentence has a verb.
func verbs(doc *text.Doc, sent text.Range) bool {
	for i := sent.First; i < sent.Last; i++ {
		if tag := doc.Tokens[i].Tag; tag == text.VERB || tag == text.AUX {
			return true
		}
	}
	return false
}

// singularSubject reports whether the verb at i has a subject in the singular that is no "I" or "you".
func singularSubject(doc *text.Doc, sent text.Range, i int) bool {
	for j := sent.First; j < i; j++ {
		tok := &doc.Tokens[j]
		if tok.Head != i || tok.Rel != "nsubj" {
			continue
		}
		if tok.Tag == text.PRON {
			return tok.Lower == "he" || tok.Lower == "she" || tok.Lower == "it"
		}
		for k := j + 1; k < i; k++ {
			if doc.Tokens[k].Head == j && doc.Tokens[k].Rel == "conj" {
				return false
			}
		}
		return tok.XPOS == "NN" || tok.XPOS == "NNP"
	}
	return false
}

// namedInside reports whether a capital inside a sentence of plain prose makes a noun part of a name: "Deputy Foreign
// Minister Stavros".
func namedInside(doc *text.Doc, sent text.Range, i int) bool {
	if i == sent.First || !capital(doc.Word(i)) || strings.ContainsAny(doc.Word(i-1), "“\"‘'[(:•—–.…|") {
		return false
	}
	for j := sent.First; j < sent.Last; j++ {
		if small(doc.Word(j)) && len(doc.Word(j)) > 3 && !functionWords().Has(doc.Lower(j)) {
			return true
		}
	}
	return false // it may be a headline
}

// saysIt reports whether the word at i is the verb of a quotation before it: "…," snorted the pensioner. The treebanks have
// few quotations.
func saysIt(doc *text.Doc, sent text.Range, i int) bool {
	lower := doc.Lower(i)
	if v, ok := verbForms()[lower]; !(ok && v.form == text.Past || strings.HasSuffix(lower, "ed")) || !afterQuote(doc, sent, i) || i+1 >= sent.Last {
		return false
	}
	switch doc.Tokens[i+1].Tag {
	case text.DET, text.NOUN, text.PROPN, text.ADJ, text.PRON:
		return true
	}
	return false
}

// deed reports whether the noun at i is a verb after all, and its Penn tag.
func deed(doc *text.Doc, sent text.Range, i int) (bool, string) {
	tok := &doc.Tokens[i]
	v, listed := verbForms()[tok.Lower]
	if !listed || i == sent.First || i+1 >= sent.Last {
		return false, ""
	}
	next := &doc.Tokens[i+1]
	object := next.Tag == text.DET || next.Lower == "that" || dependent(doc, sent, i, "obj")
	before := &doc.Tokens[i-1]
	switch {
	case v.form == text.Base && before.XPOS == "MD":
		return true, "VB" // "would free"
	case v.form == text.Base && before.Lower == "to" && before.Rel == "mark" && before.Head == i:
		before.Tag, before.XPOS = text.PART, "TO"
		return true, "VB" // "to free everyone"
	case v.form == text.Gerund:
		return doc.Lower(i-1) == "," && doc.Lower(i+1) == "that", "VBG" // ", warning that"
	case v.form == text.Present && tok.XPOS == "NNS":
		return object && (before.Tag == text.PROPN || before.Lower == "," || before.Head == i && before.Rel == "nsubj"), "VBZ" // "Olsen chairs the committee"
	case v.form == text.Base && tok.Rel == "ccomp":
		return object && dependent(doc, sent, i, "mark"), "VB" // "demanded that the group release every captive"
	}
	return false, ""
}

// afterQuote reports whether a quotation that goes on in its sentence closes right before token i: with a comma, or with a
// question or exclamation mark.
func afterQuote(doc *text.Doc, sent text.Range, i int) bool {
	if i-2 < sent.First {
		return false
	}
	switch doc.Word(i - 1) {
	case "”", `"`, "’", "'", "''":
		return strings.ContainsAny(doc.Word(i-2), ",?!")
	case ",":
		return strings.ContainsAny(doc.Word(i-2), "”\"")
	}
	return false
}

// dependent reports whether a token hangs on governor by a relation.
func dependent(doc *text.Doc, sent text.Range, governor int, rel string) bool {
	for j := sent.First; j < sent.Last; j++ {
		if doc.Tokens[j].Head == governor && doc.Tokens[j].Rel == rel {
			return true
		}
	}
	return false
}

// done reports whether the adjective or noun at i is the participle of a deed after a form of "be": "was freed", "has yet to be
// confirmed". Treebanks take many of these for states.
func done(doc *text.Doc, sent text.Range, i int) bool {
	tok := &doc.Tokens[i]
	if v, ok := verbForms()[tok.Lower]; !ok || v.form != text.Participle && v.form != text.Past || listedAs(tok.Lower, "ADJ") {
		return false
	}
	for j := i - 1; j >= sent.First; j-- {
		switch before := &doc.Tokens[j]; {
		case before.Lemma == "be":
			return true
		case before.Tag == text.ADV && before.Lower != "very" && before.Lower != "so" && before.Lower != "too", before.Tag == text.PART:
		default:
			return false
		}
	}
	return false
}

// describes reports whether a participle stands as an adjective: before its noun, or one that lists know as an adjective.
func describes(tok *text.Token) bool {
	switch tok.XPOS {
	case "VBN", "VBG":
		return tok.Rel == "amod" || listedAs(tok.Lower, "ADJ")
	}
	return tok.XPOS == "JJ" && listedAs(tok.Lower, "ADJ") && !pastForm(tok.Lower)
}

// listedAs reports whether the list of function words has a word with this part of speech first.
func listedAs(lower, tag string) bool {
	row, ok := functionWords()[lower]
	if !ok {
		return false
	}
	first, _, _ := strings.Cut(row.Field(1), " ")
	return first == tag
}

// callsSomebody reports whether the word that opens a sentence is a common one with the capital of its place: what the person
// named after it is ("Trucker Ann Lee"), people in the plural ("Dockers strike"), or a noun before a noun ("Dock workers").
func callsSomebody(doc *text.Doc, sent text.Range, i int) bool {
	lower := doc.Lower(i)
	if i != sent.First || i+1 >= sent.Last || !capital(doc.Word(i)) {
		return false
	}
	if personNouns().Has(lower) || personNouns().Has(singular(lower)) {
		r, _ := utf8.DecodeRuneInString(doc.Word(i + 1))
		return unicode.IsUpper(r) || singular(lower) != lower
	}
	return doc.Tokens[i].Rel == "compound" && doc.Tokens[i+1].Tag == text.NOUN && small(doc.Word(i+1)) && (commonNouns().Has(lower) || commonNouns().Has(singular(lower)))
}

// bounds reports whether token i belongs to the words that bound a figure after it: "more than 40", "at least 12".
func bounds(doc *text.Doc, sent text.Range, i int) bool {
	switch doc.Lower(i) {
	case "more", "less", "fewer", "least", "most":
		return figureSoon(doc, sent, i+1)
	case "than":
		return i > sent.First && figureSoon(doc, sent, i+1) && (doc.Lower(i-1) == "more" || doc.Lower(i-1) == "less" || doc.Lower(i-1) == "fewer")
	case "at":
		return i+1 < sent.Last && (doc.Lower(i+1) == "least" || doc.Lower(i+1) == "most") && figureSoon(doc, sent, i+2)
	case "up":
		return i+2 < sent.Last && doc.Lower(i+1) == "to" && doc.Tokens[i+2].Tag == text.NUM
	}
	return false
}

// figureSoon reports whether a figure stands at i, or after "than", a currency's sign or an adverb there.
func figureSoon(doc *text.Doc, sent text.Range, i int) bool {
	for ; i < sent.Last; i++ {
		switch tok := &doc.Tokens[i]; {
		case tok.Tag == text.NUM:
			return true
		case tok.Lower != "than" && tok.Tag != text.SYM && tok.Tag != text.ADV:
			return false
		}
	}
	return false
}
