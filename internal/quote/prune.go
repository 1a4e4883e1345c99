// SPDX-License-Identifier: Apache-2.0

package quote

import "stemma/internal/text"

// prune takes out what looks like an attribution and states nothing: a mere thing that is judged or declined, a
// comment that nobody made.
func (r *reader) prune() {
	for i := range r.said {
		say := &r.said[i]
		if say.quote < 0 && len(say.content) > 0 && (r.idle(say) || r.uncommented(say) || r.onlySaid(say)) {
			say.content = nil
		}
	}
}

// nobody reports whether a source is nobody at all: what nobody says is not affirmed.
func (r *reader) nobody(source text.Range) bool {
	if source.Empty() {
		return false
	}
	if source.First > 0 {
		switch r.doc.Lower(source.First - 1) {
		case "neither", "no":
			return true // "neither | the minister nor the mayor", "no | one"
		}
	}
	switch r.doc.Lower(source.First) {
	case "nobody", "none", "neither":
		return true
	case "no":
		return source.Last-source.First > 1
	}
	return false
}

// maxIdle is the longest bare noun phrase, in tokens, that is no statement.
const maxIdle = 3

// idle reports whether the content of a saying is a pronoun, or a few words without a verb that are only judged.
func (r *reader) idle(say *saying) bool {
	content := say.content[0]
	n := content.Last - content.First
	if len(say.content) > 1 || n > maxIdle {
		return false
	}
	if n == 1 && r.doc.Tokens[content.First].Tag == text.PRON || n == 2 && say.entry.class == "deny" && r.pointsBack(content.First) {
		return true
	}
	switch say.entry.class {
	case "seem", "hearsay", "decline":
	case "judge":
		if r.doc.Tokens[say.verb].Tag != text.VERB {
			return false // "voiced anger over the delay"
		}
	default:
		return false
	}
	for j := content.First; j < content.Last; j++ {
		switch r.doc.Tokens[j].Tag {
		case text.VERB, text.AUX, text.NUM:
			return false
		}
		if say.entry.class == "judge" && r.name[j] >= 0 {
			return false // a stance on somebody
		}
		if r.mark[j] >= 0 || r.inside[j] >= 0 {
			return false
		}
	}
	return true
}

// uncommented reports whether a saying tells that there was no comment: "has not commented on the talks", "declined
// to comment on the talks".
func (r *reader) uncommented(say *saying) bool {
	if say.entry.lemma != "comment" && say.entry.lemma != "comment on" {
		return false
	}
	return say.negated || say.form == infinitive
}

// pointsBack reports whether a demonstrative at token i and the noun after it stand for what was told before: "rejected that
// account".
func (r *reader) pointsBack(i int) bool {
	switch r.doc.Lower(i) {
	case "that", "this", "these", "those":
		return r.doc.Tokens[i+1].Tag == text.NOUN
	}
	return false
}

// onlySaid reports whether somebody only is said to think what a saying tells: "is said to hate the sea".
func (r *reader) onlySaid(say *saying) bool {
	if say.form != infinitive {
		return false
	}
	for i := range r.said {
		if o := &r.said[i]; o.verb == r.doc.Tokens[say.verb].Head && o.entry.class == "hearsay" {
			return true
		}
	}
	return false
}
