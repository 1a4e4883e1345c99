// SPDX-License-Identifier: Apache-2.0

package quote

import "stemma/internal/text"

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
	say.content = []text.Range{r.clauseFrom(subject, text.Range{First: from, Last: end}, in)}
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
