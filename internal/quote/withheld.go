// SPDX-License-Identifier: Apache-2.0

package quote

import "stemma/internal/text"

// withheld reports whether the verb at i is what somebody does not do: "refused to say", "was unable to confirm", "stopped
// short of accusing".
func (r *reader) withheld(i, lo int) bool {
	for range maxUp {
		tok := &r.doc.Tokens[i]
		switch {
		case tok.Head < lo:
			return false
		case tok.Rel == "conj" && !r.finite(i):
			i = tok.Head // "refused to confirm or say"
		case tok.Rel == "xcomp" || tok.Rel == "advcl":
			return r.withholds(tok.Head, tok.Form == text.Gerund) && !r.group(tok.Head, lo, "past").negated
		default:
			return false
		}
	}
	return false
}

// withholds reports whether what depends on the word at i as an infinitive or a gerund is not done: not "refused, saying".
func (r *reader) withholds(i int, gerund bool) bool {
	switch r.doc.Tokens[i].Lemma {
	case "refuse", "decline", "fail", "unable", "unwilling":
		return !gerund
	case "stop":
		return gerund && i+1 < len(r.doc.Tokens) && r.doc.Lower(i+1) == "short"
	}
	return false
}

// alternative reports whether the verb group of a cue that starts at token i is the second of two of which neither is said to
// hold: "confirm or | deny", "neither denied nor | confirmed".
func (r *reader) alternative(e *entry, i, lo int) bool {
	if i <= lo {
		return false
	}
	switch r.doc.Lower(i - 1) {
	case "or":
		return e.class == "deny"
	case "nor":
		return e.class == "deny" || e.class == "confirm"
	}
	return false
}
