// SPDX-License-Identifier: Apache-2.0

package name

import (
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var (
	titles     = lexicon.LoadPhrases("titles")
	calendar   = lexicon.Load("calendar_words")
	orgWords   = lexicon.Load("organisation_words")
	placeWords = lexicon.Load("place_words")
	groupWords = lexicon.Load("group_words")
	givenNames = lexicon.Load("gazette_given")
)

// Read adds the names of doc, in order.
func Read(doc *text.Doc) {
	doc.Names = doc.Names[:0]
	for _, sent := range doc.Sentences {
		find(doc, sent.Range)
	}
	decideKinds(doc)
	fillForms(doc)
}

// find adds the names of one sentence, kinds still open where the gazetteer has none.
func find(doc *text.Doc, sent text.Range) {
	title := text.Range{}
	for i := sent.First; i < sent.Last; {
		if entry, n := gazette().match(doc, i, sent.Last); n > 0 && !partOfLonger(doc, i, n, sent.Last, entry) && certain(doc, i, n, entry) {
			addKnown(doc, text.Range{First: i, Last: i + n}, entry)
			i += n
			title = text.Range{}
			continue
		}
		if n := titleAt(doc, i, sent.Last); n > 0 {
			title = text.Range{First: i, Last: i + n}
			i += n
			continue
		}
		if _, n := titles().Match(i, sent.Last, doc.Lower); n > 0 && (i+n >= sent.Last || !nameWord(doc, i+n)) {
			i += n // an office without its holder: "the Prime Minister's office"
			continue
		}
		end := run(doc, i, sent.Last)
		if end == i || compound(doc, i, end, sent) || label(doc, i, end, sent) {
			i++
			title = text.Range{}
			continue
		}
		n := text.Name{Range: text.Range{First: i, Last: end}}
		if title.Last == i {
			n.Title = title
		}
		doc.Names = append(doc.Names, n)
		title = text.Range{}
		i = end
	}
}

// compound reports whether a run is the capitalised start of a compound adjective that opens a sentence: "Tough-talking".
func compound(doc *text.Doc, i, end int, sent text.Range) bool {
	return i == sent.First && end == i+1 && end+1 < sent.Last && doc.Lower(end) == "-" && strings.HasSuffix(doc.Lower(end+1), "ing")
}

// label reports whether a run is what a heading in the line says somebody has: "Israel's Position: it opposes talks".
func label(doc *text.Doc, i, end int, sent text.Range) bool {
	return end == i+1 && end < sent.Last && doc.Lower(end) == ":" && i > sent.First && strings.HasSuffix(doc.Lower(i-1), "s") && strings.ContainsAny(doc.Lower(i-1), "'’")
}

// certain refuses gazetteer words that are common words here: "us", "Turkey" in a recipe stays, "Chad" may be a man.
func certain(doc *text.Doc, i, n int, entry known) bool {
	if n > 1 || entry.demonym {
		return doc.Word(i) != "us" && doc.Word(i) != "pole" && doc.Word(i) != "poles"
	}
	if i > 0 && titleEnds(doc, i) {
		return entry.country == "" // "Mr. Jordan", but "Prime Minister of Jordan" has "of" between
	}
	return true
}

// titleEnds reports whether a personal title stands right before token i.
func titleEnds(doc *text.Doc, i int) bool {
	row, ok := titles().Row(doc.Lower(i - 1))
	return ok && (row.Field(1) == "honorific" || doc.Tokens[i-1].Tag == text.PROPN)
}

// partOfLonger reports whether a gazetteer match is only a piece of a longer name: "Jordan Smith",
// "University of Chile", "Washington Institute".
func partOfLonger(doc *text.Doc, i, n, last int, entry known) bool {
	if entry.demonym {
		return n == 1 && national(doc, i+1, last)
	}
	if n > 1 && entry.kind != text.Place {
		return false
	}
	next := i + n
	if next >= last || !nameWord(doc, next) {
		return false
	}
	if _, m := gazette().match(doc, next, last); m > 0 {
		return false
	}
	lower := doc.Lower(next)
	if orgWords().Has(lower) || placeWords().Has(lower) {
		return entry.country == "" || lower != "government" && lower != "administration"
	}
	return givenNames().Has(doc.Lower(i)) && titleAt(doc, next, last) == 0
}

// national reports whether the name words from token i on, after a nationality, end in the word of an association or company:
// "Canadian Steel Producers Association". Ministries, armies and parliaments stay their state's.
func national(doc *text.Doc, i, last int) bool {
	end := i
	for end < last && (nameWord(doc, end) || doc.Lower(end) == "'" || doc.Lower(end) == "’") {
		end++
	}
	if end == i {
		return false
	}
	switch doc.Lower(end - 1) {
	case "union", "association", "federation", "confederation", "guild", "chamber", "airlines", "airways", "railways", "company", "corporation", "league", "society", "club", "alliance":
		return true
	}
	return false
}

func addKnown(doc *text.Doc, r text.Range, entry known) {
	full := entry.name
	n := text.Name{Range: r, Kind: entry.kind, Full: full, Country: entry.country, Demonym: entry.demonym}
	doc.Names = append(doc.Names, n)
}

// titleAt is the length in tokens of a title at token i that a name follows, or 0.
func titleAt(doc *text.Doc, i, last int) int {
	_, n := titles().Match(i, last, doc.Lower)
	if n == 0 && ranks[doc.Lower(i)] && i+1 < last {
		if m := titleAt(doc, i+1, last); m > 0 {
			return 1 + m
		}
	}
	if n == 0 || i+n >= last || !nameWord(doc, i+n) {
		return 0
	}
	if _, m := gazette().match(doc, i+n, last); m > 0 && doc.Tokens[i].Tag != text.PROPN {
		return 0
	}
	return n
}

// ranks stand before titles: "Deputy Foreign Minister".
var ranks = map[string]bool{"first": true, "second": true, "senior": true, "principal": true, "deputy": true, "vice": true, "assistant": true, "acting": true, "associate": true, "former": true, "interim": true}

// nameWord reports whether token i can be part of a name.
func nameWord(doc *text.Doc, i int) bool {
	tok := &doc.Tokens[i]
	if _, day, joined := strings.Cut(tok.Lower, "-"); calendar().Has(tok.Lower) || calendar().Has(strings.TrimSuffix(tok.Lower, "s")) || joined && calendar().Has(day) {
		return false // "mid-January"
	}
	if tok.Tag != text.PROPN {
		return leads(doc, i)
	}
	return len(tok.Lower) > 1 || strings.HasSuffix(tok.Lower, ".") || tok.Tag == text.PROPN && doc.Word(i) != "I" && doc.Word(i) != "A"
}

// leads reports whether a capitalised common word opens or continues a name: "Northern Reef Front", "Old Customs House",
// and at the start of a sentence "Teachers' Union", where the capital alone tells nothing.
func leads(doc *text.Doc, i int) bool {
	tok := &doc.Tokens[i]
	described := tok.Tag == text.ADJ || tok.Tag == text.VERB && tok.Form == text.Participle // "United Dock Front"
	k := doc.SentenceAt(i)
	if !described && tok.Tag != text.NOUN || !capital(doc.Word(i)) || k < 0 {
		return false
	}
	sent := doc.Sentences[k]
	if sent.Headline && !described {
		return false
	}
	if proper(doc, i, sent) {
		return true
	}
	next := i + 1
	if next < sent.Last && tok.Tag == text.NOUN && apostrophe(doc.Lower(next)) {
		next++
	}
	if next >= sent.Last || !proper(doc, next, sent) || calendar().Has(doc.Lower(next)) {
		return false
	}
	if i > sent.First && !sent.Headline && !opened(doc, i) {
		return described
	}
	return bodyAhead(doc, next, sent)
}

func apostrophe(lower string) bool { return lower == "'" || lower == "’" || lower == "'s" }

// proper reports whether token i is a proper noun, by its tag or, inside a plain sentence that ends in a full stop, by its
// capital: a short sentence about bodies with long names looks like a headline to the tagger.
func proper(doc *text.Doc, i int, sent text.Sentence) bool {
	tok := &doc.Tokens[i]
	return tok.Tag == text.PROPN || tok.Tag == text.NOUN && i > sent.First && !sent.Headline && doc.Lower(sent.Last-1) == "." && capital(doc.Word(i)) && !opened(doc, i)
}

// capital reports whether a word has a capital and small letters: "Old", not "OLD" and not "A".
func capital(word string) bool {
	return len(word) > 1 && word[0] >= 'A' && word[0] <= 'Z' && word != strings.ToUpper(word)
}

// opened reports whether a quotation mark, colon or bullet before token i gives it its capital.
func opened(doc *text.Doc, i int) bool {
	return i > 0 && strings.ContainsAny(doc.Word(i-1), "“\"‘:•—–(")
}

// bodyAhead reports whether the run of proper nouns from token i ends in the word of a body: "Union", "Front", "Assembly".
func bodyAhead(doc *text.Doc, i int, sent text.Sentence) bool {
	for i+1 < sent.Last && proper(doc, i+1, sent) {
		i++
	}
	return orgWords().Has(doc.Lower(i)) || groupWords().Has(doc.Lower(i))
}

// particles join the parts of a name.
var particles = map[string]bool{
	"al": true, "el": true, "bin": true, "bint": true, "ibn": true, "abu": true, "de": true, "da": true, "do": true,
	"dos": true, "del": true, "della": true, "di": true, "van": true, "von": true, "der": true, "den": true, "la": true, "le": true, "ben": true, "ter": true, "ul": true,
}

// run is the end of the run of name words at i, particles, hyphens and "of" after an organisation's word included.
func run(doc *text.Doc, i, last int) int {
	if !nameWord(doc, i) && !(particles[doc.Lower(i)] && hyphenName(doc, i, last)) {
		return i
	}
	end := i
	for j := i; j < last; {
		switch {
		case nameWord(doc, j):
			if j > i && splits(doc, j, last) {
				return end
			}
			end = j + 1
			j++
		case particles[doc.Lower(j)] && j+1 < last && (nameWord(doc, j+1) || hyphenName(doc, j, last)):
			j++
		case j > i && particles[doc.Lower(j)] && j+2 < last && particles[doc.Lower(j+1)] && nameWord(doc, j+2):
			j += 2 // "van der Berg"
		case joins(doc, j, last):
			j++
		case (doc.Lower(j) == "of" || doc.Lower(j) == "for") && j > i && j+1 < last && ofJoins(doc, i, j, last):
			j++
			if doc.Lower(j) == "the" {
				j++
			}
		case doc.Lower(j) == "and" && j > i && j+1 < last && nameWord(doc, j+1) && conjoined(doc, i, j):
			j++
		case (doc.Lower(j) == "'s" || doc.Lower(j) == "’" || doc.Lower(j) == "'") && j > i && j+1 < last && orgWords().Has(doc.Lower(j+1)) && nameWord(doc, j+1):
			j++ // "Dockers' Union", "Women's Federation"
		default:
			return end
		}
	}
	return end
}

// splits reports whether a new name starts at j inside a run: a country or a title opens one.
func splits(doc *text.Doc, j, last int) bool {
	if titleAt(doc, j, last) > 0 && !orgWords().Has(doc.Lower(j)) {
		return true
	}
	entry, n := gazette().match(doc, j, last)
	return n > 0 && entry.demonym
}

// joins reports whether token j is a hyphen or ampersand inside a name.
func joins(doc *text.Doc, j, last int) bool {
	if j+1 >= last || !nameWord(doc, j+1) {
		return false
	}
	if doc.Lower(j) == "&" {
		return true
	}
	tight := j > 0 && doc.Tokens[j-1].End == doc.Tokens[j].Start && doc.Tokens[j].End == doc.Tokens[j+1].Start
	if !tight || doc.Lower(j) != "-" && doc.Lower(j) != "‑" {
		return false
	}
	_, before := gazette().match(doc, j-1, last)
	_, after := gazette().match(doc, j+1, last)
	return before == 0 || after == 0 // "Al-Thani", but not "Israel-Egypt"
}

// hyphenName: "al-Thani", where the particle opens the name.
func hyphenName(doc *text.Doc, i, last int) bool {
	return i+2 < last && doc.Lower(i+1) == "-" && doc.Tokens[i].End == doc.Tokens[i+1].Start && nameWord(doc, i+2) && doc.Tokens[i+1].End == doc.Tokens[i+2].Start
}

// ofJoins: "Ministry of Defence", "Institute for Peace": an organisation's word before, a name word after.
func ofJoins(doc *text.Doc, i, j, last int) bool {
	next := j + 1
	if doc.Lower(next) == "the" && next+1 < last {
		next++
	}
	if !nameWord(doc, next) {
		return false
	}
	if orgWords().Has(doc.Lower(j-1)) || placeWords().Has(doc.Lower(j-1)) {
		return true
	}
	return i > 0 && doc.Lower(i-1) == "the" && j == i+1 && next == j+1 && band(doc, i)
}

// band reports whether the word at token i is a plural in capitals that is no people: "the Sons of Dawn".
func band(doc *text.Doc, i int) bool {
	lower := doc.Lower(i)
	if !strings.HasSuffix(lower, "s") || strings.HasSuffix(lower, "ss") || len(lower) < 4 || allCaps(doc.Word(i)) {
		return false
	}
	_, known := gazette().match(doc, i, i+1)
	return known == 0
}

// conjoined: "Ministry of Health and Welfare": only inside the name of an organisation that has "of" or "for" already.
func conjoined(doc *text.Doc, i, j int) bool {
	for k := i; k < j; k++ {
		if lower := doc.Lower(k); (lower == "of" || lower == "for") && orgWords().Has(doc.Lower(i)) || lower == "institute" || lower == "ministry" {
			return true
		}
	}
	return false
}
