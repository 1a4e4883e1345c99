// SPDX-License-Identifier: Apache-2.0

package quote

import "stemma/internal/text"

// conditions finds the words by which a source stays unnamed and gives them to the sayings that they belong to: those
// of their sentence, or else the anonymous ones right before.
func (r *reader) conditions() {
	for s, sent := range r.doc.Sentences {
		for i := sent.First; i < sent.Last; i++ {
			_, n := anonymTerms().Match(i, sent.Last, r.doc.Lower)
			if n == 0 {
				continue
			}
			cond := r.widen(text.Range{First: i, Last: i + n}, sent.Range)
			r.drop(cond)
			r.grant(cond, s)
			i = cond.Last
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

// drop removes sayings that the words of a condition were taken for: "declined to be named".
func (r *reader) drop(cond text.Range) {
	for i := range r.said {
		if say := &r.said[i]; say.quote < 0 && (cond.Holds(say.verb) || len(say.content) > 0 && say.content[0].First >= cond.First && say.content[0].Last <= cond.Last+1 || say.content != nil && say.cue.Last == cond.First && say.content[0].First == cond.First) {
			say.content = nil
		}
	}
}

// grant gives a condition to its sayings.
func (r *reader) grant(cond text.Range, s int) {
	given := false
	for i := range r.said {
		say := &r.said[i]
		if len(say.content) > 0 && !say.source.Empty() && r.near(say, cond, s) {
			say.condition, given = cond, true
		}
	}
	if given {
		return
	}
	for i := len(r.said) - 1; i >= 0; i-- {
		say := &r.said[i]
		if say.sentence < s && say.sentence >= s-3 && len(say.content) > 0 && r.anonymHead(say.source) {
			say.condition = cond
		}
	}
}

// near reports whether a condition in sentence s belongs to a saying: of this sentence, or a quotation whose cue is here.
func (r *reader) near(say *saying, cond text.Range, s int) bool {
	sent := r.doc.Sentences[s]
	if say.source.First < sent.First || say.source.Last > sent.Last || r.relative(say.source.First) {
		return false
	}
	return r.anonymHead(say.source) || say.source.Last <= cond.First && cond.First-say.source.Last < 6
}
