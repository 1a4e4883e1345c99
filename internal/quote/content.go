// SPDX-License-Identifier: Apache-2.0

package quote

import (
	"strings"

	"stemma/internal/text"
)

// A finding is where a cue's content stands.
type finding struct {
	content text.Range
	quote   int // the quotation that is the content, or -1
	cueEnd  int // where the cue's words end, with what it needs ("called for")
}

// maxSkips is how many recipients and adjuncts may stand between a cue and its content; maxContent bounds a content
// in tokens, so that a text without full stops costs no more than one with them.
const (
	maxSkips   = 7
	maxContent = 240
)

// rightContent looks for the content of a cue from token j to the end of its stretch.
func (r *reader) rightContent(e *entry, j, hi int) (finding, bool) {
	if e.has("#") {
		if r.numbered(e, j, hi) {
			return r.span(j, hi, j)
		}
		return finding{}, false
	}
	start := j
	told := false
	for skips := 0; j < hi && skips < maxSkips; skips++ {
		if f, ok := r.contentAt(e, j, hi, start); ok {
			return f, true
		}
		if !told && e.has("r") {
			if end := r.recipient(e, j, hi); end > j {
				told, j = true, end
				continue
			}
		}
		if f, ok := r.objectAt(e, j, hi, start, told); ok {
			return f, true
		}
		next := r.adjunct(e, j, hi)
		if next == j {
			break
		}
		j = next
	}
	if e.has("b") && e.has("q") && j < hi && r.opensClause(j) && (r.hasVerb(j, hi) || r.regularPast(j, hi)) {
		return r.span(j, hi, j) // a subject that startsClause cannot see through
	}
	return finding{}, false
}

// regularPast reports whether a form that can be a past tense follows the noun phrase at j; where nothing finite does,
// it is one: "says the brakes failed without warning".
func (r *reader) regularPast(j, hi int) bool {
	end := r.nounEnd(j, hi)
	return end > j && end < hi && r.doc.Tokens[end].Tag == text.VERB && strings.HasSuffix(r.doc.Lower(end), "ed")
}

// opensClause reports whether a clause after a verb of saying can open with the word at j.
func (r *reader) opensClause(j int) bool {
	tok := &r.doc.Tokens[j]
	switch tok.Lower {
	case "if", "because", "although", "both", "neither", "when", "while", "just", "nobody":
		return true
	}
	return r.startsNoun(j) && !r.timeWord(j) && !(tok.Tag == text.VERB && verbs()[tok.Lower] != nil)
}

// contentAt matches the openings of a content that nothing else can be: a mark, "that", "whether", an infinitive, a
// preposition that the cue takes, a clause.
func (r *reader) contentAt(e *entry, j, hi, start int) (finding, bool) {
	lower := r.doc.Lower(j)
	next := j + 1
	switch {
	case r.opensQuote(j) && j > start && r.ownSpeaker(r.mark[j], hi): // "began at 7 “…,” said Lund"
	case r.opensQuote(j) && (e.has("q") || e.has("t") || e.has("n") || e.has("c")):
		return r.quoteFrom(j)
	case (lower == ":" || lower == "," || lower == "that" || lower == "of" || lower == "as") && next < hi && r.opensQuote(next) && (e.has("q") || e.has("t") || e.has("as") || e.has("n")):
		return r.quoteFrom(next)
	case lower == ":" && e.has("q") && next < hi:
		return r.span(next, hi, j)
	case lower == "that" && (e.has("t") || e.has("b")) && next < hi && !r.adverbialThat(j):
		return r.span(next, hi, j)
	case lower == "," && e.has("t") && next < hi && r.doc.Lower(next) == "that":
		return r.span(next+1, hi, j)
	case e.has("w") && (lower == "whether" || lower == "if" || lower == "how" || lower == "why" || lower == "what" || lower == "who" || lower == "where" || lower == "when") && next < hi && (lower != "when" || j == start):
		return r.span(j, hi, j)
	case e.has("i") && lower == "to" && next < hi && r.baseVerb(next):
		return r.span(j, hi, j)
	case lower == "on" && next < hi && r.timeWord(next): // "agreed on Sunday to a truce"
	case e.has(lower) && len(lower) > 1 && next < hi && r.doc.Tokens[j].Tag != text.VERB && lower != "to":
		return r.span(next, hi, next)
	case e.has("b") && j == start && r.finite(j) && (r.doc.Tokens[j].Tag == text.AUX || e.has("q")):
		return r.span(j, hi, j) // "whom officials say is"
	case e.has("b") && !r.toldThat(e, j, hi) && r.startsClause(j, hi):
		return r.span(j, hi, j)
	}
	return finding{}, false
}

// toldThat reports whether what starts at j is a recipient that "that" follows: "told Reuters that".
func (r *reader) toldThat(e *entry, j, hi int) bool {
	if !e.has("r") {
		return false
	}
	end := r.recipient(e, j, hi)
	return end > j && end < hi && r.doc.Lower(end) == "that" && r.doc.Tokens[end].Tag == text.SCONJ
}

// adverbialThat reports whether "that" at j is a pronoun object or points to a day: "said that day".
func (r *reader) adverbialThat(j int) bool {
	return j+1 < len(r.doc.Tokens) && (r.timeWord(j+1) && r.doc.Lower(j+1) != "may" || r.doc.Tokens[j+1].Lower == "." || r.doc.Lower(j+1) == ",")
}

// objectAt matches a noun phrase as content.
func (r *reader) objectAt(e *entry, j, hi, start int, told bool) (finding, bool) {
	if j == start && e.has("n") && r.gerundAt(j, hi) {
		return r.span(j, hi, j)
	}
	if j > start && !told || !r.startsNoun(j) {
		return finding{}, false
	}
	switch {
	case e.has("n") && (!told || !e.has("t")) && !r.timeWord(j):
		return r.span(j, hi, j)
	case e.has("r") && !e.has("t") && !told, e.has("A") && r.asAhead(j, hi):
		return r.span(j, hi, j)
	case e.has("c") && r.smallClause(j, hi):
		return r.span(j, hi, j)
	}
	return finding{}, false
}

// gerundAt reports whether a gerund that "having" or an adverb opens starts at j: "having taken money", "ever meeting him".
func (r *reader) gerundAt(j, hi int) bool {
	k := j
	for k < hi && r.doc.Tokens[k].Tag == text.ADV && !r.wh(k) {
		k++
	}
	if k >= hi {
		return false
	}
	switch lower := r.doc.Lower(k); r.doc.Tokens[k].Tag {
	case text.AUX:
		return lower == "having" || lower == "being"
	case text.VERB:
		return k > j && r.doc.Tokens[k].Form == text.Gerund
	}
	return false
}

// numbered reports whether the object at j is a number or, for a cue that takes "at", is put at one: "counted about 40
// boats", "put the cost at 40 million".
func (r *reader) numbered(e *entry, j, hi int) bool {
	at := !e.has("at")
	for k := j; k < min(hi, j+maxWalk/4); k++ {
		tok := &r.doc.Tokens[k]
		switch {
		case tok.Tag == text.NUM:
			return at
		case tok.Tag == text.VERB, tok.Tag == text.PUNCT && tok.Lower != "-" && tok.Lower != "$" && tok.Lower != "€" && tok.Lower != "£":
			return false
		case tok.Lower == "at":
			at, hi = true, min(hi, k+5)
		}
	}
	return false
}

// quoteFrom is the quotation that opens at j, alone where nothing but an end follows it.
func (r *reader) quoteFrom(j int) (finding, bool) {
	k := r.mark[j]
	q := &r.quotes[k]
	return finding{content: q.tokens, quote: k, cueEnd: j}, true
}

// span is the content from j to where its clause ends.
func (r *reader) span(j, hi, cueEnd int) (finding, bool) {
	end := r.contentEnd(j, hi)
	if end <= j {
		return finding{}, false
	}
	return finding{content: text.Range{First: j, Last: end}, quote: -1, cueEnd: cueEnd}, true
}

func (r *reader) opensQuote(j int) bool {
	return j >= 0 && j < len(r.mark) && r.mark[j] >= 0 && r.quotes[r.mark[j]].open == j
}

func (r *reader) closesQuote(j int) bool {
	return j >= 0 && j < len(r.mark) && r.mark[j] >= 0 && r.quotes[r.mark[j]].end == j
}

func (r *reader) baseVerb(j int) bool {
	tok := &r.doc.Tokens[j]
	return tok.Tag == text.VERB || tok.Tag == text.AUX || tok.Tag == text.ADV && j+1 < len(r.doc.Tokens) && r.doc.Tokens[j+1].Tag == text.VERB || tok.Lower == "be" || tok.Lower == "have"
}

// startsNoun reports whether a noun phrase can start at j.
func (r *reader) startsNoun(j int) bool {
	tok := &r.doc.Tokens[j]
	switch tok.Tag {
	case text.DET, text.NOUN, text.PROPN, text.PRON, text.NUM, text.ADJ:
		return !r.wh(j)
	case text.VERB:
		return tok.Form == text.Gerund
	}
	return standsAlone(tok.Lower)
}

// startsClause reports whether a subject and a finite verb start at j.
func (r *reader) startsClause(j, hi int) bool {
	hi = min(hi, j+maxWalk/2)
	k := r.afterBound(j, hi)
	for k < hi && r.doc.Tokens[k].Tag == text.ADV && !r.wh(k) && r.doc.Lower(k) != "there" {
		k++
	}
	if k < hi && r.doc.Lower(k) == "there" {
		return k+1 < hi && (r.doc.Tokens[k+1].Tag == text.AUX || r.doc.Tokens[k+1].Tag == text.VERB)
	}
	if k >= hi || !r.startsNoun(k) {
		return false
	}
	end := r.nounEnd(k, hi)
	if end == k {
		return false
	}
	for end < hi {
		tok := &r.doc.Tokens[end]
		switch {
		case r.finite(end) || tok.Tag == text.VERB && tok.Form == text.Base && r.doc.Tokens[end-1].Tag == text.PRON:
			return true
		case tok.Tag == text.ADV && !r.wh(end), tok.Lower == "also":
			end++
			continue
		case r.doc.Lower(end) == "that" || r.wh(end) && r.doc.Lower(end) != "when" && r.doc.Lower(end) != "where":
			return r.verbAhead(end+1, hi, 2)
		case tok.Lower == ",":
			c := r.commaAfter(end+1, hi)
			if c < 0 || !r.inserts(end+1, c) {
				return false
			}
			end = c + 1
			continue
		}
		next := r.extend(k, end, hi)
		if next <= end {
			return false
		}
		end = next
	}
	return false
}

// afterBound is the last number of a bound that opens at j, with a preposition or as "at least" does, or j: "between four and |
// six men", "up to | six men".
func (r *reader) afterBound(j, hi int) int {
	n := j + 1
	switch r.doc.Lower(j) {
	case "between", "under", "over", "above", "below", "around", "about":
	case "up":
		n++
	case "at", "more", "fewer", "less":
		n++
	default:
		return j
	}
	last := n
	if r.doc.Lower(j) == "between" && n+2 < hi && r.doc.Lower(n+1) == "and" && r.doc.Tokens[n+2].Tag == text.NUM {
		last += 2
	}
	if last >= hi || r.doc.Tokens[n].Tag != text.NUM || !r.countsSubject(n) && !r.countsSubject(last) {
		return j // "about 7 p.m."
	}
	return last
}

// countsSubject reports whether the number at n counts a subject, or is one.
func (r *reader) countsSubject(n int) bool {
	tok := &r.doc.Tokens[n]
	if tok.Rel == "nummod" && tok.Head != text.NoHead {
		tok = &r.doc.Tokens[tok.Head]
	}
	return text.IsRel(tok.Rel, "nsubj")
}

func (r *reader) commaAfter(i, hi int) int {
	for k := i; k < min(hi, i+18); k++ {
		if r.doc.Lower(k) == "," {
			return k
		}
	}
	return -1
}

// verbAhead reports whether n finite verbs follow from i before the clause ends.
func (r *reader) verbAhead(i, hi, n int) bool {
	for k := i; k < hi; k++ {
		if r.finite(k) && (k == i || !r.finite(k-1)) {
			if n--; n == 0 {
				return true
			}
		}
		if r.doc.Lower(k) == "," || r.doc.Lower(k) == ";" {
			return false
		}
	}
	return false
}

// smallClause reports whether an object and what it is called start at j: "the plan a disaster", "it “absurd”".
func (r *reader) smallClause(j, hi int) bool {
	end := r.nounEnd(j, hi)
	for end < hi && r.doc.Tokens[end].Tag == text.ADP && nounPreposition(r.doc.Lower(end)) {
		n := r.nounEnd(end+1, hi)
		if n == end+1 {
			break
		}
		end = n
	}
	if end > j && end < hi && r.timeWord(end) {
		end = r.nounEnd(end, hi)
	}
	if end >= hi || end == j {
		return false
	}
	tok := &r.doc.Tokens[end]
	return r.opensQuote(end) || tok.Tag == text.PRON && !r.wh(end) || tok.Tag == text.DET || tok.Tag == text.ADJ || tok.Tag == text.NOUN && r.doc.Tokens[end-1].Tag == text.PRON ||
		tok.Tag == text.PROPN && r.doc.Tokens[end-1].Tag == text.PRON || tok.Lower == "as"
}

// asAhead reports whether an object and "as" start at j: "view the deal as a trap".
func (r *reader) asAhead(j, hi int) bool {
	end := r.nounRight(j, min(hi, j+maxWalk/3)).Last
	return end > j && end < hi && r.doc.Lower(end) == "as"
}

// recipient is the end of a noun phrase at j after which a content can open, or j.
func (r *reader) recipient(e *entry, j, hi int) int {
	if !r.startsNoun(j) || r.doc.Tokens[j].Tag == text.VERB {
		return j
	}
	end := r.nounEnd(j, hi)
	for end > j && end < hi && !e.has(r.doc.Lower(end)) && (r.doc.Lower(end) == "of" || r.doc.Lower(end) == "at" || r.doc.Lower(end) == "in" || r.doc.Lower(end) == "from" || r.doc.Lower(end) == "and") {
		n := r.nounEnd(end+1, hi)
		if n == end+1 {
			break
		}
		end = n
	}
	return end
}

// adjunct is the end of a phrase at j that may stand between cue and content, or j: "on Monday", "in a statement",
// "to reporters", ", however,".
func (r *reader) adjunct(e *entry, j, hi int) int {
	tok := &r.doc.Tokens[j]
	switch {
	case tok.Tag == text.ADV, tok.Lower == "again", tok.Lower == "also":
		return j + 1
	case r.timeWord(j):
		return r.nounEnd(j, hi)
	case tok.Tag == text.ADP && (!e.has(tok.Lower) || j+1 < hi && r.timeWord(j+1)) || tok.Lower == "to" || tok.Lower == "during" || tok.Lower == "after" || tok.Lower == "when" && !e.has("w"):
		end := r.nounEnd(j+1, hi)
		if end == j+1 {
			return j
		}
		if e.has("b") { // "said in a statement the talks": the phrase must not swallow the content's subject
			return end
		}
		return r.nounRight(j+1, hi).Last
	case tok.Lower == ",":
		if j+1 < hi && (r.doc.Tokens[j+1].Tag == text.ADP || r.doc.Tokens[j+1].Tag == text.ADV || r.timeWord(j+1) || r.doc.Lower(j+1) == "as" || r.doc.Lower(j+1) == "referring" || r.doc.Lower(j+1) == "citing") {
			if c := r.commaAfter(j+1, hi); c > 0 && c+1 < hi {
				return c + 1
			}
		}
	case tok.Tag == text.DET && j+1 < hi && r.timeWord(j+1):
		return r.nounEnd(j, hi)
	}
	return j
}

// timeWord reports whether token j opens a phrase of time: "Monday", "last week", "earlier".
func (r *reader) timeWord(j int) bool {
	switch r.doc.Lower(j) {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tonight", "tomorrow",
		"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
		"jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.",
		"last", "late", "early", "earlier", "later", "week", "month", "year", "day", "night", "morning", "afternoon", "evening", "weekend", "time", "mon", "tue", "wed", "thu", "fri", "sat", "sun":
		return true
	case "this", "that", "next", "the":
		return j+1 < len(r.doc.Tokens) && r.doc.Lower(j) != r.doc.Lower(j+1) && r.doc.Lower(j+1) != "the" && r.timeNoun(j+1)
	}
	return false
}

func (r *reader) timeNoun(j int) bool {
	switch r.doc.Lower(j) {
	case "week", "month", "year", "day", "night", "morning", "afternoon", "evening", "weekend", "time", "same":
		return true
	}
	return false
}

// contentEnd is where the content that starts at j ends: at a clause that is somebody else's, at what comments on it,
// or with the sentence; never inside a quotation that it holds.
func (r *reader) contentEnd(j, hi int) int {
	hi = min(hi, j+maxContent)
	end := hi
	fronted := r.fronted(j)
	for k := j; k < hi; k++ {
		if m := r.mark[k]; m >= 0 && r.quotes[m].open == k && r.quotes[m].end < hi {
			if k > j && r.ownSpeaker(m, hi) {
				end = k
				break
			}
			k = r.quotes[m].end
			if r.doc.Lower(r.quotes[m].tokens.Last-1) == "," && k+1 < hi && r.stopsAt(k+1, hi) {
				end = k + 1
				break
			}
			continue
		}
		if k > j && (r.stops(k, hi) || r.saysMore(j, k, hi) || r.turns(j, k) || r.takesUp(j, k, hi) || fronted && r.doc.Lower(k) == "," && r.startsClause(k+1, hi)) {
			end = k
			break
		}
	}
	return r.trimEnd(j, end)
}

// fronted reports whether token j stands in a subordinate clause that opens its sentence, so that the main clause
// follows after a comma: "While the ministry confirmed the talks, …".
func (r *reader) fronted(j int) bool {
	s := r.doc.SentenceAt(j)
	if s < 0 {
		return false
	}
	first := r.doc.Sentences[s].First
	if !r.subordinates(first) || j-first > maxWalk {
		return false
	}
	for k := first; k < j; k++ {
		if r.doc.Lower(k) == "," {
			return false
		}
	}
	return true
}

// stops reports whether the content ends before the mark or word at k.
func (r *reader) stops(k, hi int) bool {
	lower := r.doc.Lower(k)
	if lower == ";" {
		return true
	}
	if lower != "," && lower != "—" && lower != "–" || k+1 >= hi {
		return lower == "according" && k+1 < hi && r.doc.Lower(k+1) == "to"
	}
	if _, n := phraseCues().Match(k+1, hi, r.doc.Lower); n > 1 {
		return true
	}
	return r.stopsAt(k+1, hi)
}

// stopsAt reports whether what starts at i, after a comma, is no longer part of the content before it.
func (r *reader) stopsAt(i, hi int) bool {
	switch r.doc.Lower(i) {
	case "but", "though", "although", "while", "whereas", "even", "according", "despite":
		return true
	case "and", "or":
		return i+1 < hi && r.cueAhead(i+1, hi)
	}
	tok := &r.doc.Tokens[i]
	if tok.Tag == text.VERB && tok.Form == text.Gerund || verbs()[tok.Lower] != nil && verbs()[tok.Lower].ending == "ing" {
		return verbs()[tok.Lower] != nil || comments(tok.Lower)
	}
	return r.cueAhead(i, hi)
}

// comments reports whether a participle tells what the writer makes of the sentence.
func comments(lower string) bool {
	switch lower {
	case "marking", "signalling", "signaling", "making", "raising", "leaving", "prompting", "drawing", "sparking", "fuelling", "fueling", "underscoring", "highlighting", "representing", "breaking", "ending", "adding", "citing":
		return true
	}
	return false
}

// cueAhead reports whether a subject and a verb of saying with nothing of its own after it start at i: ", Lund said".
func (r *reader) cueAhead(i, hi int) bool {
	if !r.startsNoun(i) && !r.speech(i) {
		return false
	}
	for k := i; k < min(hi, i+25); k++ {
		if r.speech(k) && (k > i || r.startsNoun(min(k+1, hi-1))) {
			return true
		}
		tok := &r.doc.Tokens[k]
		if r.finite(k) && tok.Tag == text.VERB || tok.Tag == text.AUX && tok.Lemma != "have" || tok.Lower == "that" || r.mark[k] >= 0 || tok.Lower == ";" {
			return false
		}
	}
	return false
}

// speech reports whether token k is a finite verb of saying.
func (r *reader) speech(k int) bool {
	f := verbs()[r.doc.Lower(k)]
	if f == nil || f.ending == "ing" || f.ending == "" && r.doc.Tokens[k].Tag != text.VERB || r.doc.Tokens[k].Tag == text.NOUN && f.ending != "past" {
		return false
	}
	for _, e := range f.entries { // the longest first: "complained about" opens no clause
		if r.particle(e, k+1, len(r.doc.Tokens)) {
			return (e.class == "say" || e.class == "confirm" || e.class == "warn") && e.has("t")
		}
	}
	return false
}

// trimEnd drops marks and conjunctions that trail the content.
func (r *reader) trimEnd(j, end int) int {
	for end > j {
		tok := &r.doc.Tokens[end-1]
		lower := tok.Lower
		trailing := tok.Tag == text.CCONJ || tok.Tag == text.PUNCT && lower != ")" && lower != "%" && r.mark[end-1] < 0
		if r.mark[end-1] >= 0 && r.quotes[r.mark[end-1]].open < j {
			trailing = true
		}
		if !trailing {
			break
		}
		end--
	}
	return end
}
