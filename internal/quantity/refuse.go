// SPDX-License-Identifier: Apache-2.0

package quantity

import (
	"strings"

	"stemma/internal/text"
)

// refuse reports whether figures or number words are no amount: part of a date, a time of day, a name, a telephone
// number, a sport result or the numbering of a list, or a pronoun.
func (r *reader) refuse(n *number) bool {
	for i := n.First; i < n.Last; i++ {
		if r.dated[i] || r.named[i] {
			return true
		}
	}
	return n.score || r.calendar(n) || r.tied(n) || r.label(n) || r.listed(n) || r.titled(n) || r.pronoun(n)
}

// calendar finds days, years and times of day that no earlier stage has marked.
func (r *reader) calendar(n *number) bool {
	before, next := r.lower(n.First-1), r.lower(n.Last)
	day := !n.spelled && n.signed == "" && n.hi <= 31
	switch {
	case day && cue(before, "month") && r.capital(n.First-1), day && cue(next, "month") && r.capital(n.Last):
		return true
	case cue(next, "clock") && !n.spelled && n.hi < 2400, n.hi <= 12 && next == "in" && r.lower(n.Last+1) == "the" && cue(r.lower(n.Last+2), "daytime"):
		return true
	case !r.yearLike(n):
		return false
	case cue(before, "year") && r.lower(n.First-2) != "than", cue(before, "month") && r.capital(n.First-1):
		return true
	case (startsDigit(before) || before == ",") && (cue(r.lower(n.First-2), "month") || cue(r.lower(n.First-3), "month")):
		return true
	case r.tag(n.First-1) == text.DET || possessive(before):
		return true // "the 2015 accords"
	}
	_, head := r.phrase(n.Last, false)
	_, bounds := r.boundEnding(n.First)
	return bounds == 0 && (head < 0 || !r.plural(head)) && !state(r.lower(n.Last)) || r.lower(n.First-1) == "," && day
}

// yearLike reports whether a number is four bare digits that may be a year, or two such.
func (r *reader) yearLike(n *number) bool {
	bare := !n.spelled && n.signed == "" && n.scale == 1 && n.glued == "" && n.lo >= 1900 && n.hi <= 2100
	return bare && !strings.ContainsAny(r.doc.Words(n.Range), ",.")
}

// tied reports whether the number hangs on other characters: "F-16", "24/7", "555-0199", "+44 20", "#3".
func (r *reader) tied(n *number) bool {
	before, next := r.lower(n.First-1), r.lower(n.Last)
	hyphen := r.joins(n.First-1) && before != "—"
	digits := r.joins(n.Last) && startsDigit(r.lower(n.Last+1))
	slash := before == "/" && r.glued(n.First-1) || next == "/" && r.glued(n.Last-1)
	mark := strings.HasPrefix(before, "#") || before == "№" || before == "@" || before == "+" || before == "'" && r.glued(n.First-1) && !n.spelled
	clock := next == ":" && r.glued(n.Last-1) && r.glued(n.Last) && startsDigit(r.lower(n.Last+1))
	return hyphen || digits || slash || mark || clock || cue(before, "phone")
}

// label reports whether the number is the name of what stands before it: "phase two", "Flight 12". A label noun with
// a determiner or adjective of its own is an ordinary noun: "in the first phase 41 miners".
func (r *reader) label(n *number) bool {
	word := r.lower(n.First - 1)
	if !noun(word, "label") && !(r.plural(n.First-1) && noun(strings.TrimSuffix(word, "s"), "label")) {
		return false
	}
	if r.capital(n.First-1) && n.First-1 > r.sent.First || !startsLetter(word) || strings.HasSuffix(word, ".") {
		return true
	}
	if r.plural(n.First - 1) {
		return false
	}
	tag := r.tag(n.First - 2)
	return tag != text.DET && tag != text.ADJ && tag != text.NUM && !possessive(r.lower(n.First-2))
}

// listed reports whether the number only numbers a line, or stands alone in brackets: "1.", "(3)", "[12]".
func (r *reader) listed(n *number) bool {
	before, next := r.lower(n.First-1), r.lower(n.Last)
	if n.spelled {
		return false
	}
	opens := n.First == r.sent.First && (next == "." || next == ")" || next == ":" || next == "" && n.signed == "" && n.glued == "")
	return opens || (before == "(" || before == "[") && (next == ")" || next == "]")
}

// titled reports whether a capital makes a number word part of a name: "Group of Seven", "Formula One".
func (r *reader) titled(n *number) bool {
	if !n.spelled || !r.capital(n.First) || n.First == r.sent.First || r.sent.Headline {
		return false
	}
	before := r.lower(n.First - 1)
	if r.capital(n.First - 1) {
		_, head := r.phrase(n.Last, false)
		return head < 0 || n.lo == 1 || !r.plural(head) || r.capital(head) // the full stop between may be lost
	}
	return before == "of" && r.capital(n.First-2) || before == "the"
}

// isOne reports whether the number is the word "one" alone.
func (r *reader) isOne(n *number) bool { return n.Last-n.First == 1 && r.lower(n.First) == "one" }

// pronoun reports whether "one" counts nothing: "no one", "one another", "one day", "one of the largest".
func (r *reader) pronoun(n *number) bool {
	if !r.isOne(n) {
		return false
	}
	next, before := r.lower(n.Last), r.lower(n.First-1)
	switch {
	case r.joins(n.Last):
		return noun(r.lower(n.Last+1), "idle") && !noun(r.lower(n.Last+1), "compound")
	case cue(before, "nobody"), r.tag(n.First-1) == text.ADJ && before != "dead":
		return true
	case noun(next, "idle"), next == "'s":
		return true
	case next == "of":
		return r.best(n.Last+1) || r.equates(n)
	case next == "day":
		tag := r.tag(n.First - 1)
		return tag != text.ADP && tag != text.ADV && tag != text.SCONJ
	}
	return false
}

// best reports whether the phrase from token i on picks one out of many: "the largest", "the most important".
func (r *reader) best(i int) bool {
	for j := i; j < i+6 && r.sent.Holds(j); j++ {
		word, tag := r.lower(j), r.tag(j)
		if cue(word, "best") || strings.HasSuffix(word, "est") && tag == text.ADJ {
			return true
		}
		if tag == text.NOUN && !r.joins(j+1) && r.tag(j+1) != text.NOUN && r.lower(j+1) != "'s" {
			return false
		}
	}
	return false
}

// equates reports whether "one of the" says what something is: "Brno is one of the towns", "One of the changes is the".
func (r *reader) equates(n *number) bool {
	if r.sent.Holds(n.First-1) && r.doc.Tokens[n.First-1].Lemma == "be" || r.lower(n.First-1) == "as" {
		return true
	}
	phrase, head := r.phrase(n.Last+2, false)
	at := phrase.Last
	for k := 0; head >= 0 && k < 5 && r.tag(at) != text.AUX; k++ {
		at++
	}
	next := r.tag(at + 1)
	return head >= 0 && r.lower(at) == "is" && (next == text.DET || next == text.PROPN || next == text.PRON || next == text.SCONJ)
}
