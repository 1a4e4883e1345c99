// SPDX-License-Identifier: Apache-2.0

package quote

import (
	"unicode"
	"unicode/utf8"

	"stemma/internal/text"
)

// saysMore reports whether the conjunction at k, in a content that starts at j, joins to the cue's verb another cue of the same
// source: "denied taking money | and accused the police". Where the tree joins it to a verb of the content, it is the
// source's nevertheless if that verb's subject cannot speak ("said talks had begun and denied …") or if "that" follows it.
func (r *reader) saysMore(j, k, hi int) bool {
	if lower := r.doc.Lower(k); lower != "and" && lower != "but" {
		return false
	}
	v := r.nextVerb(r.afterInsert(k+1, hi), hi)
	if v < 0 || !r.tellsOf(v, hi) {
		return false
	}
	tok := &r.doc.Tokens[v]
	switch {
	case tok.Rel != "conj" || tok.Head == text.NoHead:
		return false
	case tok.Head < j:
		return true
	case r.tree.Dependent(tok.Head, "aux:pass") >= 0 && !r.finite(v):
		return false // "the men were held and denied food"
	}
	return r.doc.Lower(v+1) == "that" || r.denied(tok.Head) || !r.subjectSpeaks(tok.Head, j)
}

// turns reports whether "but" at k opens a clause with a subject of its own that the tree joins to the cue, and not to the content
// that starts at j: "nobody claimed the attack | but the army blamed rebels".
func (r *reader) turns(j, k int) bool {
	tok := &r.doc.Tokens[k]
	if tok.Lower != "but" || tok.Rel != "cc" || tok.Head == text.NoHead {
		return false
	}
	v := &r.doc.Tokens[tok.Head]
	return v.Rel == "conj" && v.Head != text.NoHead && v.Head < j && r.tree.Dependent(tok.Head, "nsubj") > k
}

// afterInsert is the token after what commas set off at token i, or i: "and | , in a statement, | said".
func (r *reader) afterInsert(i, hi int) int {
	if i < hi && r.doc.Lower(i) == "," {
		if c := r.commaAfter(i+1, hi); c >= 0 {
			return c + 1
		}
	}
	return i
}

// denied reports whether the verb at token i heads what another verb denies.
func (r *reader) denied(i int) bool {
	tok := &r.doc.Tokens[i]
	if tok.Rel != "ccomp" || tok.Head == text.NoHead {
		return false
	}
	f := verbs()[r.doc.Lower(tok.Head)]
	return f != nil && f.entries[0].class == "deny"
}

// nextVerb is the verb of the verb group that starts at token i, if it is neither a gerund nor a bare infinitive, or -1.
func (r *reader) nextVerb(i, hi int) int {
	for first := i; i < hi; i++ {
		switch tok := &r.doc.Tokens[i]; {
		case tok.Tag == text.VERB && tok.Form != text.Gerund && (tok.Form != text.Base || i > first):
			return i
		case tok.Tag != text.AUX && !r.adverb(i) && tok.Tag != text.PART:
			return -1
		}
	}
	return -1
}

// tellsOf reports whether the verb at v is a cue that states something, with what it states after it.
func (r *reader) tellsOf(v, hi int) bool {
	f := verbs()[r.doc.Lower(v)]
	if f == nil || v+1 >= hi {
		return false
	}
	for _, e := range f.entries {
		after := v + 1 + len(e.rest)
		if !r.particle(e, v+1, hi) || after >= hi {
			continue
		}
		switch e.class {
		case "say", "confirm", "deny", "warn", "judge":
			return r.doc.Lower(after) == "that" || r.wh(after) || r.startsNoun(after) || r.opensQuote(after)
		}
	}
	return false
}

// subjectSpeaks reports whether the subject of the verb at token v, in a content that starts at j, can be who says more.
func (r *reader) subjectSpeaks(v, j int) bool {
	s := r.tree.Dependent(v, "nsubj")
	if s < j {
		return false
	}
	return r.doc.Tokens[s].Tag == text.PRON || r.speaks(text.Range{First: r.nounStart(s, j), Last: s + 1})
}

// takesUp reports whether a clause that stands before a content at j goes on after the comma at k: "the firm, which said the
// brakes were safe | , was fined", "he denied theft | , and the union accused him".
func (r *reader) takesUp(j, k, hi int) bool {
	if r.doc.Lower(k) != "," || k+1 >= hi {
		return false
	}
	if cc := &r.doc.Tokens[k+1]; cc.Rel == "cc" && cc.Head != text.NoHead {
		return r.joinsCue(cc.Head, j, hi)
	}
	v := r.groupHead(k+1, hi)
	if v < 0 {
		return false
	}
	s := r.tree.Dependent(v, "nsubj")
	return s >= 0 && s < j && r.relativeIn(s+1, j) || r.relativeIn(max(0, j-maxGroup), j) && r.commaAfter(j, k) < 0
}

// joinsCue reports whether a conjunction joins the verb at v to one before a content at j, and v is a cue or the content
// stands in a relative clause.
func (r *reader) joinsCue(v, j, hi int) bool {
	tok := &r.doc.Tokens[v]
	return tok.Rel == "conj" && tok.Head < j && (r.tellsOf(v, hi) || r.relativeIn(tok.Head, j))
}

// groupHead is the verb of the finite verb group that starts at token i, or what "be" in it ties to its subject; or -1.
func (r *reader) groupHead(i, hi int) int {
	for i < hi && r.adverb(i) {
		i++
	}
	if i >= hi || !r.finite(i) {
		return -1
	}
	if tok := &r.doc.Tokens[i]; tok.Tag == text.AUX && tok.Head > i {
		return tok.Head
	}
	return i
}

// relativeIn reports whether a relative pronoun stands between tokens i and j.
func (r *reader) relativeIn(i, j int) bool {
	for k := i; k < j; k++ {
		if r.relative(k) || r.wh(k) {
			return true
		}
	}
	return false
}

// ownSpeaker reports whether quotation m, which a comma or an end closes, has its own cue and speaker right after it.
func (r *reader) ownSpeaker(m, hi int) bool {
	q := &r.quotes[m]
	next := q.end + 1
	if next+1 >= hi || !r.asks(q.end) || r.mark[next] >= 0 || !r.capital(q.tokens.First) {
		return false
	}
	return r.speech(next) && r.startsNoun(next+1) || r.cueAhead(next, hi)
}

// capital reports whether the word at token i opens with a capital.
func (r *reader) capital(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.doc.Word(i))
	return unicode.IsUpper(c)
}
