// SPDX-License-Identifier: Apache-2.0

package quote

import "stemma/internal/text"

// maxConditions bounds how many conditions a sentence can have.
const maxConditions = 4

// conditions finds the words by which a source stays unnamed and gives them to the sayings that they belong to: those
// of their sentence, or else the anonymous ones right before.
func (r *reader) conditions() {
	at := make([][]int, len(r.doc.Sentences)) // the sayings of each sentence, by where their source or cue stands
	for i, say := range r.said {
		s := say.sentence
		if !say.source.Empty() {
			s = r.doc.SentenceAt(say.source.First)
		}
		if s >= 0 {
			at[s] = append(at[s], i)
		}
	}
	for s, sent := range r.doc.Sentences {
		found := 0
		for i := sent.First; i < sent.Last && found < maxConditions; i++ {
			_, n := anonymTerms().Match(i, sent.Last, r.doc.Lower)
			if n == 0 {
				continue
			}
			cond := r.widen(text.Range{First: i, Last: i + n}, sent.Range)
			r.drop(at[s], cond)
			r.grant(at, cond, s)
			i = cond.Last
			found++
		}
	}
}

// widen takes in the verb before the words, and the reason after them.
func (r *reader) widen(cond, sent text.Range) text.Range {
	if r.doc.Lower(cond.First) == "to" || r.doc.Lower(cond.First) == "not" {
		for k := cond.First - 1; k >= max(sent.First, cond.First-2); k-- {
			if r.doc.Tokens[k].Tag == text.VERB {
				cond.First = k
				break
			}
		}
	}
	if cond.Last < sent.Last {
		switch r.doc.Lower(cond.Last) {
		case "because", "since", "due", "publicly", "as", "citing", "so", "about":
			cond.Last = r.clauseStop(cond.Last, min(sent.Last, cond.Last+maxWalk/2))
		}
	}
	return cond
}

// drop removes the sayings, of those numbered, that the words of a condition were taken for: "declined to be named".
func (r *reader) drop(which []int, cond text.Range) {
	for _, i := range which {
		say := &r.said[i]
		if say.quote >= 0 || len(say.content) == 0 {
			continue
		}
		content := say.content[0]
		if cond.Holds(say.verb) || content.First >= cond.First && content.Last <= cond.Last+1 {
			say.content = nil
		}
	}
}

// grant gives a condition to the sayings of one source: of its own sentence, or else of the ones before in its paragraph, not
// past another anonymous source.
func (r *reader) grant(at [][]int, cond text.Range, s int) {
	sent := r.doc.Sentences[s]
	if r.give(at[s], cond, r.near) || r.isNew(r.mainSubject(sent.Last, sent.First)) {
		return
	}
	for back := s - 1; back >= max(0, s-3) && r.doc.Sentences[back].Paragraph == sent.Paragraph; back-- {
		before := r.doc.Sentences[back]
		given := r.give(at[back], cond, func(say *saying, _ text.Range) bool { return r.anonymHead(say.source) })
		if given || r.isNew(r.mainSubject(before.Last, before.First)) {
			return
		}
	}
}

// give gives a condition to the source that stands last before it, of those that fit, or else to the first; it reports
// whether there is one.
func (r *reader) give(which []int, cond text.Range, fits func(*saying, text.Range) bool) bool {
	holder := text.Range{}
	for _, i := range which {
		say := &r.said[i]
		if len(say.content) == 0 || say.source.Empty() || !fits(say, cond) {
			continue
		}
		if holder.Empty() || say.source.First > holder.First && say.source.First < cond.First {
			holder = say.source
		}
	}
	for _, i := range which {
		if say := &r.said[i]; len(say.content) > 0 && !holder.Empty() && say.source == holder {
			say.condition = cond
		}
	}
	return !holder.Empty()
}

// near reports whether a condition belongs to a saying of its sentence: the source is anonymous, stands right before, or is
// described by it.
func (r *reader) near(say *saying, cond text.Range) bool {
	if r.relative(say.source.First) {
		return false
	}
	return r.anonymHead(say.source) || say.source.Holds(cond.First) || say.source.Last <= cond.First && cond.First-say.source.Last < 6
}

// isNew reports whether a noun phrase brings up an anonymous source, and takes up none: "a nurse", "two guards".
func (r *reader) isNew(np text.Range) bool {
	if !r.anonymHead(np) || r.doc.Tokens[r.head(np)].Tag != text.NOUN {
		return false
	}
	switch r.doc.Lower(np.First) {
	case "the", "this", "that", "these", "those", "both", "all", "his", "her", "their", "its":
		return false
	}
	return true
}
