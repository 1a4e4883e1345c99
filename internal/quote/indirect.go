// SPDX-License-Identifier: Apache-2.0

package quote

import (
	"strings"

	"stemma/internal/text"
)

// A stretch is where a cue at a token may look for its source and content: its sentence, or the part of it that is in
// the same quotation.
func (r *reader) stretch(s, i int) text.Range {
	sent := r.doc.Sentences[s].Range
	if k := r.inside[i]; k >= 0 {
		q := r.quotes[k].tokens
		return text.Range{First: max(sent.First, q.First), Last: min(sent.Last, q.Last)}
	}
	return sent
}

// verbCue reads a verb of saying at token i; it returns where to go on, i where there is none.
func (r *reader) verbCue(s, i int) int {
	f := verbs()[r.doc.Lower(i)]
	if f == nil || r.inside[i] >= 0 {
		return i // a quotation is its speaker's words as a whole
	}
	in := r.stretch(s, i)
	for _, e := range f.entries {
		if !r.particle(e, i+1, in.Last) || !r.isVerb(e, i, f.ending, in) {
			continue
		}
		if next := r.readVerb(s, e, i, f.ending, in); next > i {
			return next
		}
	}
	return i
}

// isVerb reports whether the word at i is a verb here. Where the tagger says so it is; forms that are never nouns are
// verbs even where the tagger does not know them.
func (r *reader) isVerb(e *entry, i int, ending string, in text.Range) bool {
	tok := &r.doc.Tokens[i]
	if i+1 < in.Last && r.doc.Lower(i+1) == "-" || i > in.First && r.doc.Lower(i-1) == "-" {
		return false
	}
	if tok.Tag == text.VERB {
		return true
	}
	if ending == "past" || ending == "ing" {
		return tok.Tag == text.NOUN && ending == "past" || len(e.rest) > 0
	}
	return !e.has("x") && tok.Tag == text.NOUN && i > in.First && (r.endsNoun(i-1) || r.relative(i-1) || r.doc.Tokens[i-1].Tag == text.AUX || r.doc.Lower(i-1) == "to")
}

// readVerb reads one entry at its verb: content on the right or left, source where the form puts it.
func (r *reader) readVerb(s int, e *entry, i int, ending string, in text.Range) int {
	g := r.group(i, in.First, ending)
	after := i + 1 + len(e.rest)
	say := saying{cue: text.Range{First: g.First, Last: after}, verb: i, entry: e, quote: -1, sentence: s, form: g.form, negated: g.negated}
	if ending == "past" && g.form != passive && g.Last-g.First == 1 && after+1 < in.Last && r.doc.Lower(after) == "by" && r.mayBeSource(r.nounRight(after+1, in.Last)) {
		say.form = passive
	}
	if say.form == passive {
		return r.readPassive(say, after, in)
	}
	if e.class == "seem" {
		return r.readSeeming(say, after, in)
	}
	if r.follows(say, after, in) {
		if next := r.readLeft(say, after, in); next > i {
			return next
		}
	}
	f, found := r.rightContent(e, after, in.Last)
	if found && r.plain(e, f) && !r.statesItself(say, in) {
		found = false
	}
	if found {
		say.source = r.sourceOf(say, in)
		return r.accept(say, f, in)
	}
	if next := r.readFronted(say, after, in); next > i {
		return next
	}
	return r.readLeft(say, after, in)
}

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

func short(in text.Range) bool { return in.Last-in.First <= maxMention }

// lastMark is the mark at j, or before the comma at j.
func (r *reader) lastMark(j int) int {
	if r.mark[j] < 0 {
		return j - 1
	}
	return j
}

// plain reports whether a finding is a mere noun phrase, which many verbs have as their object.
func (r *reader) plain(e *entry, f finding) bool {
	return f.quote < 0 && f.cueEnd == f.content.First && r.doc.Tokens[f.content.First].Tag != text.PART && !e.has("b")
}

// statesItself reports whether a verb with a mere noun phrase is a cue here: its subject can speak.
func (r *reader) statesItself(say saying, in text.Range) bool {
	return r.speaks(r.sourceOf(say, in))
}

// accept keeps a saying with a content on its right.
func (r *reader) accept(say saying, f finding, in text.Range) int {
	if say.source.Empty() && f.quote < 0 && (say.form == infinitive || say.form == finite && !say.entry.has("q")) {
		return say.verb
	}
	if f.cueEnd > say.cue.Last && r.prepositionAt(f.cueEnd-1) && say.entry.has(r.doc.Lower(f.cueEnd-1)) && f.cueEnd-1 == say.cue.Last {
		say.cue.Last = f.cueEnd
	}
	say.content = []text.Range{f.content}
	say.quote = f.quote
	if f.quote >= 0 {
		r.quotes[f.quote].scare = false
	}
	r.addLeftQuote(&say, in)
	r.said = append(r.said, say)
	if f.quote >= 0 {
		return say.cue.Last
	}
	return say.cue.Last
}

func (r *reader) prepositionAt(j int) bool {
	return j >= 0 && (r.doc.Tokens[j].Tag == text.ADP || r.doc.Lower(j) == "of" || r.doc.Lower(j) == "about")
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

// sourceOf is the source of a saying by the form of its verb.
func (r *reader) sourceOf(say saying, in text.Range) text.Range {
	switch say.form {
	case gerund:
		return r.gerundSource(say, in)
	case infinitive:
		return r.controller(say, in)
	}
	return r.subject(say.cue.First, in.First, 0)
}

// gerundSource is the source of a participle: the noun right before it ("critics saying"), or the main clause's.
func (r *reader) gerundSource(say saying, in text.Range) text.Range {
	j := say.cue.First - 1
	for j > in.First && r.doc.Tokens[j].Tag == text.ADV {
		j--
	}
	if j >= in.First && r.endsNoun(j) && r.doc.Tokens[j].Tag != text.PRON {
		np := r.nounLeft(j, in.First)
		if !r.isObject(np.First, in.First) {
			return np
		}
	}
	if src := r.saidBefore(say, in); !src.Empty() {
		return src
	}
	return r.mainSubject(say.cue.First, in.First)
}

// isObject reports whether the noun phrase at i follows a verb: "issued a statement saying".
func (r *reader) isObject(i, lo int) bool {
	return i > lo && (r.doc.Tokens[i-1].Tag == text.VERB || r.doc.Tokens[i-1].Tag == text.AUX)
}

// saidBefore is the source of the last finite cue of the same stretch.
func (r *reader) saidBefore(say saying, in text.Range) text.Range {
	for k := len(r.said) - 1; k >= 0 && r.said[k].verb >= in.First; k-- {
		other := &r.said[k]
		if other.form != finite && other.form != gerund || other.source.Empty() || r.inside[other.verb] != r.inside[say.verb] {
			continue
		}
		if len(other.content) > 0 && other.content[0].Holds(say.verb) {
			continue // the participle is part of what the other says
		}
		return other.source
	}
	return text.Range{}
}

// controller is the subject of the verb before an infinitive: "declined to say".
func (r *reader) controller(say saying, in text.Range) text.Range {
	for k := say.cue.First - 1; k >= max(in.First, say.cue.First-10); k-- {
		tok := &r.doc.Tokens[k]
		if tok.Tag == text.VERB || tok.Tag == text.AUX {
			f := verbs()[tok.Lower]
			ending := ""
			if f != nil {
				ending = f.ending
			} else if tok.Form == text.Gerund {
				ending = "ing"
			}
			g := r.group(k, in.First, ending)
			return r.subject(g.First, in.First, 0)
		}
		if tok.Tag == text.PUNCT && tok.Lower != "-" {
			break
		}
	}
	return text.Range{}
}

// readPassive reads "was confirmed by X", "is believed to be", "were told that".
func (r *reader) readPassive(say saying, after int, in text.Range) int {
	subject := r.subject(say.cue.First, in.First, 0)
	agent, agentAt := text.Range{}, -1
	for k := after; k < min(in.Last, after+maxWalk/3); k++ {
		if r.doc.Lower(k) == "by" && r.doc.Tokens[k].Tag == text.ADP && k+1 < in.Last && r.startsNoun(k+1) {
			agent, agentAt = r.nounRight(k+1, in.Last), k
			break
		}
		if r.doc.Tokens[k].Tag == text.VERB && k > after+1 || r.doc.Lower(k) == ";" || r.doc.Lower(k) == "," {
			break
		}
	}
	say.source = agent
	e := say.entry
	switch {
	case after < in.Last && r.doc.Lower(after) == "to" && e.has("l") || after < in.Last && (r.doc.Lower(after) == "that" && r.impersonal(subject)):
		return r.readRaising(say, subject, after, in)
	case agentAt >= 0 && !agent.Empty() && r.mayBeSource(agent) && (e.has("n") || e.has("l") || e.has("q") || e.has("c")):
		return r.readAgent(say, subject, after, agentAt, in)
	case e.has("r") || e.class == "ask":
		return r.readTold(say, after, in)
	}
	return say.verb
}

func (r *reader) impersonal(subject text.Range) bool {
	return !subject.Empty() && r.doc.Lower(subject.First) == "it"
}

// mayBeSource reports whether a "by" phrase can be who said it, not when or how.
func (r *reader) mayBeSource(np text.Range) bool {
	return !r.timeWord(np.First) && r.doc.Tokens[np.First].Tag != text.VERB && r.speaks(np)
}

// readRaising reads "X is believed to be Y" and "it is believed that Y": nobody is named.
func (r *reader) readRaising(say saying, subject text.Range, after int, in text.Range) int {
	from := after
	if r.doc.Lower(after) == "that" {
		from, subject = after+1, text.Range{}
	}
	end := r.contentEnd(from, in.Last)
	if end <= from {
		return say.verb
	}
	say.unnamed = say.source.Empty() && say.entry.class != "seem"
	if say.unnamed {
		say.entry = hearsay(say.entry)
	}
	if !subject.Empty() {
		say.content = append(say.content, subject)
	}
	say.content = append(say.content, text.Range{First: from, Last: end})
	r.said = append(r.said, say)
	return say.cue.Last
}

// readSeeming reads "X appears to Y": the writer's impression, which has no source.
func (r *reader) readSeeming(say saying, after int, in text.Range) int {
	if after+1 >= in.Last || r.doc.Lower(after) != "to" && r.doc.Lower(after) != "that" || say.form != finite {
		return say.verb
	}
	return r.readRaising(say, r.subject(say.cue.First, in.First, 0), after, in)
}

// hearsay is the entry of a cue whose source nobody names.
func hearsay(e *entry) *entry {
	if e.class == "seem" {
		return e
	}
	return &entry{lemma: e.lemma, class: "hearsay", takes: e.takes, rest: e.rest}
}

// readAgent reads "P was confirmed by X": the content is what stands before the cue, and between cue and agent.
func (r *reader) readAgent(say saying, subject text.Range, after, by int, in text.Range) int {
	if say.cue.Last == by {
		say.cue.Last = by + 1
	}
	first := subject
	if first.Empty() || r.relative(first.First) {
		j := say.cue.First - 1
		if j >= in.First && r.relative(j) {
			j--
		}
		if j < in.First || !r.endsNoun(j) {
			return say.verb
		}
		first = r.nounLeft(j, in.First)
	}
	say.content = []text.Range{first}
	if say.entry.lemma == "declare" || after < by {
		piece := text.Range{First: say.cue.First, Last: by}
		if !piece.Empty() && after < by {
			say.content = []text.Range{{First: first.First, Last: by}}
			if first.Last < say.cue.First {
				say.content = []text.Range{first, {First: after, Last: by}}
			}
		}
	}
	r.said = append(r.said, say)
	return max(say.cue.Last, say.verb+1)
}

// readTold reads "X was told that P", "asked whether P": who told is not said.
func (r *reader) readTold(say saying, after int, in text.Range) int {
	f, ok := r.rightContent(say.entry, after, in.Last)
	if !ok || f.quote < 0 && (r.plain(say.entry, f) || say.entry.class != "ask" && r.prepositionAt(f.content.First-1)) {
		return say.verb
	}
	say.content, say.quote = []text.Range{f.content}, f.quote
	say.unnamed = say.source.Empty()
	r.said = append(r.said, say)
	return say.cue.Last
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
	say.source = source
	if k := r.quoteBefore(left, in); k >= 0 && say.entry.has("q") {
		q := &r.quotes[k]
		if q.open <= in.First+1 || r.bareQuote(k, in) || q.open < in.First {
			say.quote, say.content = k, []text.Range{q.tokens}
			q.scare = false
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
	comma := before >= 0 && (r.doc.Lower(before) == "," || r.closesQuote(before) || r.doc.Lower(before) == "—" || r.doc.Lower(before) == "–")
	inserted := before >= in.First && r.doc.Lower(before) == "," && !r.closesQuote(before-1) && !r.beforeInsert(before, in.First).Empty()
	if comma && !(inserted && say.entry.has("r")) && after < in.Last && r.startsNoun(after) && !r.timeWord(after) {
		np := r.nounRight(after, in.Last)
		if !np.Empty() && !(np.Last < in.Last && r.finite(np.Last)) {
			return np, say.cue.First, np.Last
		}
	}
	source = r.subject(say.cue.First, in.First, 0)
	if source.Empty() {
		return source, -1, after
	}
	return source, source.First, after
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
		if left == say.source.First {
			say.source.First = r.unglue(say.source)
			left = say.source.First
		}
		if !r.endsWithout(say, left, in) {
			return say.verb
		}
		if r.doc.Tokens[left-1].Tag == text.ADP {
			left--
		}
	}
	first := r.contentStart(left-1, in.First)
	last := r.trimEnd(first, left)
	if last <= first {
		return say.verb
	}
	say.content = []text.Range{{First: first, Last: last}}
	if say.entry.has("r") {
		end = r.recipient(say.entry, end, in.Last)
	}
	for skips := 0; skips < maxSkips && end < in.Last; skips++ {
		next := r.adjunct(say.entry, end, in.Last)
		if next == end || r.doc.Lower(end) == "," {
			break
		}
		end = next
	}
	if bare && end < in.Last && !r.finalMark(end) {
		return say.verb
	}
	if end+1 < in.Last && r.doc.Lower(end) == "," && !r.stops(end, in.Last) {
		if rest := r.contentEnd(end+1, in.Last); rest > end+1 {
			say.content = append(say.content, text.Range{First: end + 1, Last: rest})
		}
	} else if end < in.Last && !r.endsStretch(end) {
		return say.verb
	}
	r.said = append(r.said, say)
	return max(say.cue.Last, say.verb+1)
}

// endsWithout reports whether a source at left can follow its content without a comma, as in texts that have lost
// theirs: "the raid killed 30 a monitor said." The content has a verb, and no word ties the source to it.
func (r *reader) endsWithout(say saying, left int, in text.Range) bool {
	if say.source.Empty() || left != say.source.First || !r.human(say.source) && !r.speaks(say.source) || !r.hasVerb(in.First, left) {
		return false
	}
	tok := &r.doc.Tokens[left-1]
	if r.wh(left-1) || tok.Lower == "than" || tok.Lower == "that" || r.finite(left-1) {
		return false
	}
	return tok.Tag == text.ADP || tok.Tag == text.NOUN || tok.Tag == text.PROPN || tok.Tag == text.NUM || tok.Tag == text.ADV || tok.Tag == text.ADJ || tok.Tag == text.VERB
}

// unglue is where a source starts whose chunk has swallowed the end of the content before it: after a plural noun,
// "the raid killed 30 people activists said".
func (r *reader) unglue(np text.Range) int {
	end := r.nounEnd(np.First, np.Last)
	for k := end - 1; k > np.First; k-- {
		prev := &r.doc.Tokens[k-1]
		if (prev.Form == text.Plural || prev.Lower == "people" || prev.Lower == "children" || prev.Lower == "women" || prev.Lower == "men") && prev.Tag == text.NOUN && !modifies(prev.Lower) {
			return k
		}
	}
	return np.First
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
