// SPDX-License-Identifier: Apache-2.0

package quote

import (
	"strings"

	"stemma/internal/text"
)

// readFronted reads "As Lund pointed out, the talks failed".
func (r *reader) readFronted(say saying, after int, in text.Range) int {
	if r.doc.Lower(in.First) != "as" || say.form != finite || !say.entry.has("b") && !say.entry.has("t") || say.verb-in.First > maxWalk/2 {
		return say.verb
	}
	j := after
	for skips := 0; skips < maxSkips && j < in.Last && r.doc.Lower(j) != ","; skips++ {
		next := r.adjunct(say.entry, j, in.Last)
		if next == j {
			return say.verb
		}
		j = next
	}
	say.source = r.subject(say.cue.First, in.First+1, 0)
	if j+1 >= in.Last || say.source.Empty() {
		return say.verb
	}
	f, ok := r.span(j+1, in.Last, j)
	if !ok {
		return say.verb
	}
	say.content = []text.Range{f.content}
	r.said = append(r.said, say)
	return say.cue.Last
}

// follows reports whether a cue stands right after its content and before its source: “…,” said Lund.
func (r *reader) follows(say saying, after int, in text.Range) bool {
	j := say.verb - 1
	if say.cue.First != say.verb || j < in.First || say.form != finite || after >= in.Last || !r.startsNoun(after) || r.timeWord(after) {
		return false
	}
	if r.closesQuote(j) || r.doc.Lower(j) == "," && j > in.First && r.closesQuote(j-1) {
		return !short(r.quotes[r.mark[r.lastMark(j)]].tokens) || r.asks(r.lastMark(j))
	}
	return r.doc.Lower(j) == "," && r.beforeInsert(j, in.First).Empty()
}

func short(in text.Range) bool {
	return in.Last-in.First <= maxMention
}

// lastMark is the mark at j, or before the comma at j.
func (r *reader) lastMark(j int) int {
	if r.mark[j] < 0 {
		return j - 1
	}
	return j
}

// readLeft reads a cue that comes after its content: “…,” said Lund; the talks failed, Lund said; the talks, Lund
// said, had failed.
func (r *reader) readLeft(say saying, after int, in text.Range) int {
	if say.form != finite || !say.entry.has("q") && !say.entry.has("t") {
		return say.verb
	}
	source, left, end := r.leftSource(say, after, in)
	if source.Empty() && left < 0 {
		return say.verb
	}
	if !say.entry.has("q") && !source.Empty() && source.First > in.First && r.doc.Lower(source.First-1) != "," {
		return say.verb // "talks on hostages held in": a verb of thought follows its content only after a comma
	}
	say.source = source
	if k := r.quoteBefore(left, in); k >= 0 && say.entry.has("q") {
		q := &r.quotes[k]
		if q.open <= in.First+1 || r.bareQuote(k, in) || r.ownSpeaker(k, in.Last) {
			say.quote, say.content = k, []text.Range{q.tokens}
			r.said = append(r.said, say)
			return max(say.cue.Last, say.verb+1)
		}
	}
	return r.readTrailing(say, left, end, in)
}

// bareQuote reports whether nothing but the start of the sentence or another piece of speech precedes quotation k.
func (r *reader) bareQuote(k int, in text.Range) bool {
	j := r.quotes[k].open - 1
	if j >= in.First && (r.doc.Lower(j) == "," || r.doc.Lower(j) == ":") {
		j--
	}
	return j < in.First
}

// leftSource is the source of a cue after its content, where the content ends, and where what belongs to the cue ends.
func (r *reader) leftSource(say saying, after int, in text.Range) (source text.Range, left, end int) {
	before := say.cue.First - 1
	comma := before >= 0 && (r.doc.Lower(before) == "," || r.closesQuote(before) && (say.cue.First == say.verb || r.asks(before)) || r.doc.Lower(before) == "—" || r.doc.Lower(before) == "–")
	inserted := before >= in.First && r.doc.Lower(before) == "," && !r.closesQuote(before-1) && !r.beforeInsert(before, in.First).Empty()
	if comma && !(inserted && say.entry.has("r")) && after < in.Last && r.startsNoun(after) && !r.timeWord(after) {
		np := r.nounRight(after, in.Last)
		if !np.Empty() && !(np.Last < in.Last && r.finite(np.Last)) {
			return np, say.cue.First, np.Last
		}
	}
	source = r.subject(say.cue.First, in.First, 0)
	if !source.Empty() && r.relative(source.First) {
		return text.Range{}, -1, after // "said the guard, who feared for his job"
	}
	if source.Empty() || source.First > in.First && !r.trails(source.First-1) && source.Last == say.cue.First {
		if np := r.inverted(say, after, in); !np.Empty() {
			return np, say.cue.First, np.Last
		}
	}
	if source.Empty() {
		return source, -1, after
	}
	return source, source.First, after
}

// inverted is the source after a cue that has lost the comma before it: "the raid killed ten said a monitor."
func (r *reader) inverted(say saying, after int, in text.Range) text.Range {
	if after >= in.Last || say.cue.First != say.verb || !say.entry.has("q") || say.entry.has("r") || !r.startsNoun(after) || r.timeWord(after) || !r.hasVerb(in.First, say.verb) {
		return text.Range{}
	}
	np := r.nounRight(after, in.Last)
	if np.Empty() || !r.speaks(np) || r.doc.Tokens[after].Tag == text.PRON || np.Last < in.Last && !r.finalMark(np.Last) && r.doc.Tokens[np.Last].Tag != text.ADP && r.doc.Tokens[np.Last].Tag != text.VERB {
		return text.Range{}
	}
	return np
}

// readTrailing reads an indirect content before its cue, and what goes on after the cue's closing comma.
func (r *reader) readTrailing(say saying, left, end int, in text.Range) int {
	if left-2 > in.First && r.doc.Lower(left-1) == "as" {
		left-- // ", as Lund said"
	}
	if left-1 <= in.First || !say.entry.has("b") && !say.entry.has("t") {
		return say.verb
	}
	bare := !r.trails(left - 1)
	if bare {
		if left = r.bareLeft(&say, left, in); left < 0 {
			return say.verb
		}
	}
	first := r.contentStart(left-1, in.First)
	last := r.trimEnd(first, left)
	if last <= first {
		return say.verb
	}
	say.content = []text.Range{r.claimedToo(say, text.Range{First: first, Last: last}, left)}
	end = r.skipAdjuncts(say.entry, end, in.Last)
	if bare && end < in.Last && !r.finalMark(end) {
		return say.verb
	}
	if end+1 < in.Last && r.doc.Lower(end) == "," && !r.wh(end+1) && !r.stops(end, in.Last) {
		first := end + 1
		if r.doc.Tokens[first].Tag == text.CCONJ {
			first++
		}
		if rest := r.contentEnd(first, in.Last); rest > first {
			say.content = append(say.content, text.Range{First: first, Last: rest})
		}
	} else if end < in.Last && !r.endsStretch(end) {
		return say.verb
	}
	r.said = append(r.said, say)
	return max(say.cue.Last, say.verb+1)
}

// claimedToo is, of the content before ", as Lund said" at token left, what somebody else says there, if anybody does: "she denied
// that | it was a gift, as Lund claims". What that other says ends at the comma.
func (r *reader) claimedToo(say saying, content text.Range, left int) text.Range {
	if r.doc.Lower(left) != "as" || len(r.said) == 0 {
		return content
	}
	last := &r.said[len(r.said)-1]
	if last.sentence != say.sentence || last.quote >= 0 || len(last.content) != 1 || !last.content[0].Holds(left) {
		return content
	}
	last.content[0].Last = content.Last
	return last.content[0]
}

// skipAdjuncts is the end of the recipient and adjuncts that follow a cue at j, up to a comma.
func (r *reader) skipAdjuncts(e *entry, j, hi int) int {
	if e.has("r") {
		j = r.recipient(e, j, hi)
	}
	for skips := 0; skips < maxSkips && j < hi && r.doc.Lower(j) != ","; skips++ {
		next := r.adjunct(e, j, hi)
		if next == j {
			break
		}
		j = next
	}
	return j
}

// bareLeft is where a content ends that no comma parts from its source at left, or -1 where it is none; the source
// loses what its chunk has swallowed of the content.
func (r *reader) bareLeft(say *saying, left int, in text.Range) int {
	if left == say.source.First {
		say.source = r.unglue(say.source)
		left = say.source.First
	}
	if !r.endsWithout(*say, left, in) {
		return -1
	}
	if r.doc.Tokens[left-1].Tag == text.ADP {
		left--
	}
	return left
}

// endsWithout reports whether a source at left can follow its content without a comma, as in texts that have lost
// theirs: "the raid killed 30 a monitor said." The content has a verb, and no word ties the source to it.
func (r *reader) endsWithout(say saying, left int, in text.Range) bool {
	if left == say.cue.First && say.source.First >= say.cue.Last {
		return true // inverted
	}
	if say.source.Empty() || left != say.source.First || !r.human(say.source) && !r.speaks(say.source) || !r.hasVerb(in.First, left) {
		return false
	}
	tok := &r.doc.Tokens[left-1]
	if r.wh(left-1) || tok.Lower == "than" || tok.Lower == "that" || r.finite(left-1) {
		return false
	}
	return tok.Tag != text.CCONJ && tok.Tag != text.SCONJ && tok.Tag != text.PART && tok.Tag != text.AUX
}

// unglue is a source without the end of the content before it, which its chunk has swallowed: after a plural noun,
// "the raid killed 30 people activists said", or as what a preposition seems to tie it to, "after days of calm
// residents said".
func (r *reader) unglue(np text.Range) text.Range {
	if !r.speaks(np) {
		np.First = max(np.First, r.nounStart(np.Last-1, np.First))
	}
	end := r.nounEnd(np.First, np.Last)
	for k := end - 1; k > np.First; k-- {
		prev := &r.doc.Tokens[k-1]
		if prev.Tag == text.NOUN && (prev.Form == text.Plural || countsMany(prev.Lower)) && !modifies(prev.Lower) {
			np.First = k
			break
		}
	}
	return np
}

func countsMany(lower string) bool {
	return lower == "people" || lower == "children" || lower == "women" || lower == "men"
}

// modifies reports whether a plural noun often stands before another noun.
func modifies(lower string) bool {
	switch lower {
	case "rights", "arms", "sports", "sales", "news", "affairs", "relations", "services", "communications", "customs", "operations", "systems", "weapons", "drugs", "veterans", "women", "savings", "works":
		return true
	}
	return false
}

func (r *reader) finalMark(j int) bool {
	return r.doc.Tokens[j].Tag == text.PUNCT && r.doc.Lower(j) != "-" && r.doc.Lower(j) != "("
}

func (r *reader) endsStretch(j int) bool {
	tok := &r.doc.Tokens[j]
	return tok.Tag == text.PUNCT || tok.Tag == text.CCONJ || tok.Tag == text.ADP || tok.Tag == text.SCONJ || tok.Tag == text.ADV || tok.Lower == "who" || r.mark[j] >= 0
}

// trails reports whether token j ends a content that its cue follows.
func (r *reader) trails(j int) bool {
	if j < 0 {
		return false
	}
	lower := r.doc.Lower(j)
	return lower == "," || lower == "—" || lower == "–" || r.closesQuote(j)
}

// contentStart is where the content that ends before token j begins, without "But" or a condition of the writer's.
func (r *reader) contentStart(j, lo int) int {
	start := max(lo, j-maxContent)
	for k := j - 1; k > start; k-- {
		if m := r.mark[k]; m >= 0 && r.quotes[m].end == k && r.quotes[m].open >= start {
			k = r.quotes[m].open
			continue
		}
		if r.doc.Lower(k) == ";" {
			start = k + 1
			break
		}
	}
	for start < j && (r.doc.Tokens[start].Tag == text.CCONJ || r.doc.Tokens[start].Tag == text.PUNCT && r.mark[start] < 0) {
		start++
	}
	return start
}

// addLeftQuote splits a cue between two quotations, “…,” said Lund, “…”, into a saying for each.
func (r *reader) addLeftQuote(say *saying, in text.Range) {
	if say.quote < 0 {
		return
	}
	left := say.cue.First
	if !say.source.Empty() && say.source.Last <= say.cue.First {
		left = say.source.First
	}
	if k := r.quoteBefore(left, in); k >= 0 {
		other := *say
		other.quote, other.content = k, []text.Range{r.quotes[k].tokens}
		r.said = append(r.said, other)
	}
}

// quoteBefore is the quotation that closes right before token left, or -1.
func (r *reader) quoteBefore(left int, in text.Range) int {
	j := left - 1
	if j >= 0 && r.doc.Lower(j) == "," {
		j--
	}
	if j < 0 || !r.closesQuote(j) || r.inside[left] >= 0 {
		return -1
	}
	k := r.mark[j]
	if j < in.First && !r.asks(j) {
		return -1
	}
	return k
}

// asks reports whether the quotation that closes at j can be followed by its cue across the end of a sentence.
func (r *reader) asks(j int) bool {
	word := r.doc.Word(j - 1)
	return strings.HasSuffix(word, "?") || strings.HasSuffix(word, "!") || strings.HasSuffix(word, ",") || strings.HasSuffix(word, "…")
}
