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
		return ending != "" || !e.has("x") || r.baseVerbFits(i, in.First)
	}
	if ending == "past" || ending == "ing" {
		return tok.Tag == text.NOUN && ending == "past" || len(e.rest) > 0
	}
	if tok.Tag == text.NOUN && (e.has("b") && r.setOff(i, in) || e.has("q") && r.closesSpeech(i, in)) {
		return true
	}
	return !e.has("x") && tok.Tag == text.NOUN && i > in.First && (r.endsNoun(i-1) || r.relative(i-1) || r.doc.Tokens[i-1].Tag == text.AUX || r.doc.Lower(i-1) == "to")
}

// setOff reports whether commas show that the word at i is a verb: "After that, aides claim, …", "none, say the aides".
func (r *reader) setOff(i int, in text.Range) bool {
	if i <= in.First || i+1 >= in.Last {
		return false
	}
	before := &r.doc.Tokens[i-1]
	third := strings.HasSuffix(r.doc.Lower(i), "s") // "the agency estimates"
	agrees := (before.Form == text.Plural) != third
	whole := agrees && r.isAnonym(i-1) && i-1 > in.First && r.trails(r.nounStart(i-1, in.First)-1)
	return r.doc.Lower(i+1) == "," && whole || r.trails(i-1) && r.doc.Lower(i+1) == "the"
}

// closesSpeech reports whether only a noun phrase stands between a quotation that goes on and the word at i, and nothing that
// could belong to a noun after it: “Come early,” the letter read.
func (r *reader) closesSpeech(i int, in text.Range) bool {
	if i-2 < in.First || i+1 < in.Last && r.doc.Tokens[i+1].Tag != text.PUNCT && r.doc.Tokens[i+1].Tag != text.ADP {
		return false
	}
	before := r.nounLeft(i-1, in.First).First - 1
	return before > in.First && r.closesQuote(before) && r.asks(before)
}

// baseVerbFits reports whether a verb in its base form can stand at i: after "to", an auxiliary, a plural or a pronoun;
// after a singular noun ("a company blog") the word is a noun.
func (r *reader) baseVerbFits(i, lo int) bool {
	j := i - 1
	for j > lo && r.adverb(j) {
		j--
	}
	if j < lo {
		return false
	}
	tok := &r.doc.Tokens[j]
	singular := tok.Tag == text.NOUN && tok.Form != text.Plural && !anonymWords().Has(tok.Lower) || tok.Tag == text.DET && !standsAlone(tok.Lower) || tok.Tag == text.ADJ && r.name[j] < 0
	return !singular
}

// readVerb reads one entry at its verb: content on the right or left, source where the form puts it.
func (r *reader) readVerb(s int, e *entry, i int, ending string, in text.Range) int {
	g := r.group(i, in.First, ending)
	after := i + 1 + len(e.rest)
	if ending == "past" && g.Last-g.First == 1 && r.reduced(e, i) && !(after < in.Last && r.doc.Lower(after) == "by") {
		return i
	}
	if r.alternative(e, g.First, in.First) {
		return i
	}
	say := saying{cue: text.Range{First: g.First, Last: after}, verb: i, entry: e, quote: -1, sentence: s, form: g.form, negated: g.negated != r.withheld(i, in.First)}
	if ending == "past" && g.form != passive && g.Last-g.First == 1 && after+1 < in.Last && r.doc.Lower(after) == "by" && r.mayBeSource(r.nounRight(after+1, in.Last)) {
		say.form = passive
	}
	if say.form == passive {
		return r.readPassive(say, after, in)
	}
	if e.class == "seem" {
		return r.readSeeming(say, after, in)
	}
	if next := r.readQuoted(say, after, in); next > i {
		return next
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

// reduced reports whether the past form at i is a participle that describes the subject of a later verb or goes on from a
// passive: "people briefed on the plan said", "was held and denied food".
func (r *reader) reduced(e *entry, i int) bool {
	tok := &r.doc.Tokens[i]
	switch {
	case tok.Head == text.NoHead:
		return false
	case tok.Rel == "conj":
		return !r.finite(i) && r.tree.Dependent(tok.Head, "aux:pass") >= 0
	case tok.Rel == "acl" && e.has("r"):
		noun := &r.doc.Tokens[tok.Head]
		return text.IsRel(noun.Rel, "nsubj") && noun.Head > i
	}
	return tok.Rel == "nsubj" && e.has("r") && tok.Head > i // as the tree has "told" in "people told of the plan said"
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
	if say.entry.class == "deny" && f.quote < 0 {
		f.content.Last = r.asideAt(f.content)
	}
	say.content = []text.Range{f.content}
	say.quote = f.quote
	r.addLeftQuote(&say, in)
	r.said = append(r.said, say)
	return say.cue.Last
}

// asideAt is where a clause after a comma begins that tells more of what a content names, or the content's end: it is the
// writer's, and not denied: "denied shelling the village on Friday | , when nine people died".
func (r *reader) asideAt(content text.Range) int {
	for i := content.First + 1; i+1 < content.Last; i++ {
		if r.doc.Lower(i) == "," && r.mark[i] < 0 && r.wh(i+1) && r.doc.Lower(i+1) != "how" && r.doc.Lower(i+1) != "why" {
			return i
		}
	}
	return content.Last
}

func (r *reader) prepositionAt(j int) bool {
	return j >= 0 && (r.doc.Tokens[j].Tag == text.ADP || r.doc.Lower(j) == "of" || r.doc.Lower(j) == "about")
}

// sourceOf is the source of a saying by the form of its verb.
func (r *reader) sourceOf(say saying, in text.Range) text.Range {
	switch say.form {
	case gerund:
		if np := r.gerundSource(say, in); !np.Empty() {
			return np
		}
		return r.doer(say.verb, in)
	case infinitive:
		if np := r.controller(say, in); !np.Empty() {
			return np
		}
		return r.doer(say.verb, in)
	}
	if j := say.cue.First - 1; j > in.First && (r.doc.Lower(j) == "and" || r.doc.Lower(j) == "but") {
		if src := r.saidAround(j, in); !src.Empty() {
			return src
		}
	}
	near := r.subject(say.cue.First, in.First, 0)
	if np := r.treeSubject(say.verb, in); !np.Empty() && (near.Empty() || r.within(near, np) || r.timeWord(near.Last-1) && r.name[near.Last-1] < 0) {
		return np
	}
	return near
}

// saidAround is the source of the last finite cue before the conjunction at j: "Lund said it was early but added".
func (r *reader) saidAround(j int, in text.Range) text.Range {
	if len(r.said) == 0 {
		return text.Range{}
	}
	last := &r.said[len(r.said)-1]
	if last.form != finite || last.verb < in.First || last.source.Empty() || last.source.First >= j || r.relative(last.source.First) || len(last.content) == 0 {
		return text.Range{}
	}
	return last.source
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
	if j <= in.First {
		if c := r.commaAfter(say.cue.Last, in.Last); c >= 0 {
			return r.nextSubject(c+1, in.Last)
		}
	}
	if src := r.saidBefore(say, in); !src.Empty() {
		if np := r.doer(say.verb, in); !np.Empty() && r.subordinate(src) {
			return np
		}
		return src
	}
	if np := r.mainSubject(say.cue.First, in.First); !np.Empty() {
		return np
	}
	return r.nextSubject(in.First, say.cue.First)
}

// subordinate reports whether a source is the subject of a clause that a conjunction opens: "because | he feared for his job".
func (r *reader) subordinate(np text.Range) bool {
	tok := &r.doc.Tokens[r.head(np)]
	return text.IsRel(tok.Rel, "nsubj") && r.tree.Dependent(tok.Head, "mark") >= 0
}

// nextSubject is the noun phrase at j where it can speak: "Noting the delay, Lund said".
func (r *reader) nextSubject(j, hi int) text.Range {
	if j >= hi || !r.startsNoun(j) {
		return text.Range{}
	}
	np := r.nounRight(j, hi)
	if np.Empty() || !r.speaks(np) {
		return text.Range{}
	}
	return np
}

// isObject reports whether the noun phrase at i follows a verb: "issued a statement saying".
func (r *reader) isObject(i, lo int) bool {
	return i > lo && (r.doc.Tokens[i-1].Tag == text.VERB || r.doc.Tokens[i-1].Tag == text.AUX)
}

// maxSaid is how many sayings back a participle looks for its source.
const maxSaid = 8

// saidBefore is the source of the last finite cue of the same stretch.
func (r *reader) saidBefore(say saying, in text.Range) text.Range {
	for k := len(r.said) - 1; k >= max(0, len(r.said)-maxSaid) && r.said[k].verb >= in.First; k-- {
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
