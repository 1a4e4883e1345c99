// SPDX-License-Identifier: Apache-2.0

package quote

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"stemma/internal/text"
)

// speakers finds who spoke the quotations that no cue has claimed, and marks those that nobody did.
func (r *reader) speakers() {
	slices.SortStableFunc(r.said, func(a, b saying) int { return a.verb - b.verb })
	claimed := filled(len(r.quotes))
	for i := range r.said {
		if k := r.said[i].quote; k >= 0 && claimed[k] < 0 {
			claimed[k] = i
		} else if k >= 0 {
			r.said[i].quote, r.said[i].content = -1, nil // two cues for one quotation: the first keeps it
		}
	}
	sorted := r.said // what is added below stands behind it, out of order
	around := r.covering()
	for k := range r.quotes {
		if claimed[k] >= 0 {
			continue
		}
		if r.mention(k, around[k] >= 0) {
			r.quotes[k].scare = true
			continue
		}
		claimed[k] = len(r.said)
		if next := r.continued(k, claimed); next >= 0 {
			r.said = append(r.said, r.spoken(k, next))
			continue
		}
		if say, ok := r.followed(k); ok && around[k] < 0 {
			r.said = append(r.said, say)
			continue
		}
		if say, ok := r.ledIn(k); ok && around[k] < 0 {
			r.said = append(r.said, say)
			continue
		}
		from := around[k]
		if from < 0 && r.introduced(k).Empty() {
			from = r.previous(k, claimed[:k], sorted)
		}
		r.said = append(r.said, r.spoken(k, from))
	}
}

// maxReopened bounds the paragraphs of one speech.
const maxReopened = 12

// continued is the saying that names, in a later paragraph, the speaker of quotation k, which opens its paragraph and is not
// closed there; or -1.
func (r *reader) continued(k int, claimed []int) int {
	if q := &r.quotes[k]; q.open != r.doc.TokenAt(r.doc.Paragraphs[q.paragraph].Start) || q.reopened {
		return -1
	}
	for n := k; n < min(len(r.quotes)-1, k+maxReopened) && r.unclosed(n) && r.quotes[n+1].reopened; n++ {
		if claimed[n+1] >= 0 {
			return claimed[n+1]
		}
	}
	return -1
}

// unclosed reports whether quotation k goes on in the next paragraph.
func (r *reader) unclosed(k int) bool {
	return r.quotes[k].end == r.quotes[k].tokens.Last && !r.closesQuote(r.quotes[k].end)
}

// covering is, for each quotation, the number of the narrowest saying whose content holds it, or -1.
func (r *reader) covering() []int {
	out := filled(len(r.quotes))
	best := make([]int, len(r.quotes))
	for i, say := range r.said {
		if say.quote >= 0 || say.unnamed || say.entry.class == "seem" {
			continue
		}
		for _, c := range say.content {
			for j := c.First; j < c.Last; j++ {
				k := r.mark[j]
				if k < 0 || r.quotes[k].open != j {
					continue
				}
				if n := c.Last - c.First; out[k] < 0 || n <= best[k] {
					out[k], best[k] = i, n
				}
			}
		}
	}
	return out
}

// maxMention is the longest quotation, in words, that can be a mere way of speaking.
const maxMention = 3

// mention reports whether quotation k is a word or a title in quotation marks, which nobody is said to have spoken.
func (r *reader) mention(k int, covered bool) bool {
	q := &r.quotes[k]
	words, capitals := 0, 0
	for i := q.tokens.First; i < q.tokens.Last; i++ {
		c, _ := utf8.DecodeRuneInString(r.doc.Word(i))
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			words++
		}
		if unicode.IsUpper(c) || unicode.IsDigit(c) || unicode.IsLetter(c) && utf8.RuneCountInString(r.doc.Word(i)) < 4 && i > q.tokens.First {
			capitals++
		}
	}
	switch {
	case words == 0:
		return true
	case words <= maxMention && r.ends(k):
		return false // a sentence of its own
	case covered && words <= maxMention:
		return r.attributive(q) || words == capitals
	case words <= maxMention:
		return true
	}
	return words <= 9 && words == capitals && !r.ends(k)
}

// ends reports whether quotation k ends like a sentence.
func (r *reader) ends(k int) bool {
	q := &r.quotes[k]
	switch r.doc.Word(q.tokens.Last - 1) {
	case ".", "!", "?":
		return q.open == r.doc.TokenAt(r.doc.Paragraphs[q.paragraph].Start) || r.finiteIn(q.tokens) || r.resumes(k)
	}
	return false
}

// resumes reports whether quotation k is a whole sentence that goes on from one before it in its paragraph.
func (r *reader) resumes(k int) bool {
	q := &r.quotes[k]
	s := r.doc.SentenceAt(q.open)
	if s < 0 || k == 0 || r.quotes[k-1].scare || r.quotes[k-1].paragraph != q.paragraph {
		return false
	}
	return r.doc.Sentences[s].First == q.open && r.doc.Sentences[s].Last <= q.end+1
}

func (r *reader) finiteIn(in text.Range) bool {
	for i := in.First; i < in.Last; i++ {
		if r.finite(i) {
			return true
		}
	}
	return false
}

// attributive reports whether a short quotation is part of a noun phrase: "the “special operation” began".
func (r *reader) attributive(q *quotation) bool {
	before, after := q.open-1, q.end+1
	if before >= 0 && (r.doc.Lower(before) == "the" || r.doc.Lower(before) == "called" && before > 0 && r.doc.Lower(before-1) == "-") {
		return true
	}
	return after < len(r.doc.Tokens) && (r.doc.Tokens[after].Tag == text.NOUN || r.doc.Tokens[after].Tag == text.PROPN)
}

// maxParagraphs and maxQuotes are how many paragraphs and quotations back one without a cue looks for its speaker.
const (
	maxParagraphs = 2
	maxQuotes     = 12
)

// previous is the saying whose speaker goes on in quotation k, or -1: the quotation before it in the paragraph or in
// the ones before, or the last source named there.
func (r *reader) previous(k int, claimed []int, sorted []saying) int {
	q := &r.quotes[k]
	for p := k - 1; p >= max(0, k-maxQuotes) && q.paragraph-r.quotes[p].paragraph <= maxParagraphs; p-- {
		if r.quotes[p].scare || claimed[p] < 0 {
			continue
		}
		if from := r.between(sorted, r.quotes[p].tokens.Last, q.open); from >= 0 {
			return from
		}
		return claimed[p]
	}
	return r.between(sorted, max(0, q.open-maxContent), q.open)
}

// between is the last finite saying with a source whose cue stands between two tokens, or -1.
func (r *reader) between(sorted []saying, first, last int) int {
	at, _ := slices.BinarySearchFunc(sorted, last, func(s saying, verb int) int { return s.verb - verb })
	for i := at - 1; i >= max(0, at-6); i-- {
		say := &sorted[i]
		if say.verb >= first && say.verb < last && say.form == finite && !say.source.Empty() && say.entry.has("q") && r.inside[say.verb] < 0 && !r.relative(say.source.First) {
			return i
		}
	}
	return -1
}

var unsaid = &entry{class: "say"}

// spoken is the saying for quotation k with the speaker of saying from.
func (r *reader) spoken(k, from int) saying {
	q := &r.quotes[k]
	say := saying{verb: q.open, entry: unsaid, quote: k, content: []text.Range{q.tokens}, sentence: r.doc.SentenceAt(q.tokens.First)}
	if from >= 0 {
		other := &r.said[from]
		say.entry, say.cue, say.source, say.verb = other.entry, other.cue, other.source, other.verb
		if say.entry.class == "deny" && q.open > 0 && r.doc.Lower(q.open-1) == "as" {
			say.entry = unsaid // "rejected the charge as “lies”": that it is lies is not denied
		}
		return say
	}
	say.source = r.introduced(k)
	say.cue = text.Range{First: q.open, Last: q.open}
	if v := r.verbOf(say.source); !say.source.Empty() && say.source.Last <= v && v < q.open {
		say.verb, say.cue = v, text.Range{First: v, Last: v + 1}
	}
	return say
}

// verbOf is the verb that governs a noun phrase as its subject, or -1.
func (r *reader) verbOf(np text.Range) int {
	for i := np.First; i < np.Last; i++ {
		if tok := &r.doc.Tokens[i]; text.IsRel(tok.Rel, "nsubj") && r.doc.Tokens[tok.Head].Tag == text.VERB {
			return tok.Head
		}
	}
	return -1
}

// introduced is the subject of the words that lead up to quotation k in its sentence, where that can be a speaker.
func (r *reader) introduced(k int) text.Range {
	q := &r.quotes[k]
	s := r.doc.SentenceAt(q.open)
	if s < 0 || q.open <= r.doc.Sentences[s].First {
		return text.Range{}
	}
	first := max(r.doc.Sentences[s].First, q.open-maxWalk)
	if np := r.mainSubject(q.open, first); r.human(np) {
		return np
	}
	if np := r.nextSubject(first, q.open); r.human(np) && np.Last < q.open && (r.doc.Lower(np.Last) == ":" || r.doc.Tokens[np.Last].Tag == text.VERB) {
		return np
	}
	return text.Range{}
}

// followed reads a quotation whose verb the lexicon does not know: “Go away,” Lund barked; “Go away,” barked Lund.
func (r *reader) followed(k int) (saying, bool) {
	q := &r.quotes[k]
	i := q.end + 1
	if q.end >= len(r.doc.Tokens) || i+1 >= len(r.doc.Tokens) || !r.asks(q.end) {
		return saying{}, false
	}
	hi := min(len(r.doc.Tokens), i+maxWalk)
	say := saying{entry: unsaid, quote: k, content: []text.Range{q.tokens}, sentence: r.doc.SentenceAt(i)}
	if r.doc.Tokens[i].Tag == text.VERB && r.doc.Tokens[i].Form != text.Gerund {
		say.verb, say.source = i, r.nounRight(i+1, hi)
	} else if r.startsNoun(i) {
		say.source = r.nounRight(i, hi)
		for say.verb = say.source.Last; say.verb < hi && (r.adverb(say.verb) || r.doc.Lower(say.verb) == ","); {
			say.verb++
		}
	}
	if say.verb >= hi || r.doc.Tokens[say.verb].Tag != text.VERB || !r.speaks(say.source) || r.relative(say.source.First) {
		return saying{}, false
	}
	say.cue = text.Range{First: say.verb, Last: say.verb + 1}
	return say, true
}

// ledIn reads a quotation that words before a colon lead up to, often in a paragraph of their own: “The ministry put out a
// statement:”, “Lund went on, to applause:”. Its cue is their last verb, whatever that is.
func (r *reader) ledIn(k int) (saying, bool) {
	q := &r.quotes[k]
	colon := q.open - 1
	s := r.doc.SentenceAt(colon)
	if s < 0 || r.doc.Lower(colon) != ":" || r.inside[colon] >= 0 {
		return saying{}, false
	}
	in := text.Range{First: r.doc.Sentences[s].First, Last: colon}
	say := saying{verb: colon, entry: unsaid, cue: text.Range{First: colon, Last: q.open}, quote: k, content: []text.Range{q.tokens}, sentence: s}
	if np := r.labelled(colon, in); !np.Empty() {
		say.source = np
		return say, true
	}
	for v := colon - 1; v >= in.First; v-- {
		if tok := &r.doc.Tokens[v]; tok.UPOS != text.VERB || tok.Rel == "amod" || r.inside[v] >= 0 {
			continue
		}
		np := r.doer(v, in)
		if !r.speaks(np) || r.relative(np.First) {
			break
		}
		say.verb, say.cue, say.source = v, text.Range{First: v, Last: v + 1}, np
		return say, true
	}
	return saying{}, false
}

// labelled is the name before a colon that nothing but a dash or "from" precedes in its sentence: "Lund: “No.”".
func (r *reader) labelled(colon int, in text.Range) text.Range {
	if colon == in.First || !r.endsNoun(colon-1) {
		return text.Range{}
	}
	np := r.nounLeft(colon-1, in.First)
	k := r.nameOf(np, r.head(np))
	switch {
	case k < 0 || r.doc.Names[k].Kind == text.Place || r.finiteIn(np):
		return text.Range{}
	case np.First > in.First && r.doc.Tokens[np.First-1].Tag != text.PUNCT && r.doc.Lower(np.First-1) != "from":
		return text.Range{}
	}
	return np
}

// human reports whether a noun phrase can be a speaker: a pronoun for a person, a person's name, a word for people.
func (r *reader) human(np text.Range) bool {
	if np.Empty() {
		return false
	}
	switch r.doc.Lower(np.First) {
	case "he", "she", "they", "i", "we":
		return true
	}
	if r.anonymHead(np) {
		return true
	}
	k := r.nameOf(np, r.head(np))
	return k >= 0 && r.doc.Names[k].Kind == text.Person
}

// speaks reports whether a noun phrase can say or show something: a person, a body, a document.
func (r *reader) speaks(np text.Range) bool {
	if np.Empty() {
		return false
	}
	if r.relative(np.First) || r.human(np) || r.doc.Lower(np.First) == "it" || standsAlone(r.doc.Lower(np.First)) && np.Last-np.First == 1 {
		return true
	}
	h := r.head(np)
	return r.name[h] >= 0 || r.doc.Tokens[h].Tag == text.PROPN || r.isBody(h) || documents().Has(r.doc.Tokens[h].Lemma) || documents().Has(r.doc.Lower(h))
}

// isBody reports whether token h is a common noun for an organisation or group.
func (r *reader) isBody(h int) bool {
	lemma := r.doc.Tokens[h].Lemma
	return bodies().Has(lemma) || groups().Has(lemma) || groups().Has(r.doc.Lower(h))
}
