// SPDX-License-Identifier: Apache-2.0

package quantity

import "cmp"

// joinRange turns n and a second number after it into a range: "30–50", "30 to 50", "two or three", "between 30 and
// 50". Where the two are the ends of a change ("from 12 to 15"), the second is returned on its own.
func (r *reader) joinRange(n number) (number, *number) {
	n.signed = r.signBefore(n.First)
	at, word := r.connector(&n)
	if at == 0 {
		return n, nil
	}
	start := at
	for units()[r.lower(start)].kind == "sign" || r.lower(start) == "us" && r.glued(start) {
		start++
	}
	m, ok := r.number(start)
	if !ok || n.vague != "" || m.vague != "" || start > at+2 || r.percentAt(n.Last) && !r.percentAt(m.Last) {
		return n, nil // "rose 5 percent to $3.5 million"
	}
	m.signed = r.signBefore(m.First)
	if m.scale > 1 && n.scale == 1 && n.lo < m.lo/m.scale {
		n.lo, n.scale = n.lo*m.scale, m.scale
	}
	return r.merge(n, m, word)
}

func (r *reader) percentAt(i int) bool { return units()[r.lower(i)].kind == "percent" }

// merge makes one number of two where the second is the larger and both are ends of a range.
func (r *reader) merge(n, m number, word string) (number, *number) {
	before := r.lower(r.lead(&n) - 1)
	change := (before == "from" || before == "by") && word == "to" && r.changeBefore(n.First)
	switch {
	case change, word == "to" && before == "from" && m.lo <= n.lo:
		return n, &m
	case word == "and" && before != "between":
		return n, nil
	case m.lo <= n.lo && word == "or":
		return n, nil
	case m.lo <= n.lo, r.joins(m.Last) && startsDigit(r.lower(m.Last+1)):
		n.score, n.Last = true, m.Last
		return n, nil
	}
	m.First, m.lo, m.from = n.First, n.lo, n.from
	m.signed, m.rough = cmp.Or(n.signed, m.signed), m.rough || n.rough
	if before == "between" || before == "from" {
		m.from = r.lead(&n) - 1
	}
	return m, nil
}

// lead is the first token of a number with its currency sign.
func (r *reader) lead(n *number) int {
	at := n.First
	for units()[r.lower(at-1)].kind == "sign" || at < n.First && r.lower(at-1) == "us" && r.glued(at-1) {
		at--
	}
	return at
}

// connector is where the second number of a range may start and the word between, or 0.
func (r *reader) connector(n *number) (int, string) {
	at := n.Last
	if u := units()[r.lower(at)]; u.kind == "percent" || u.kind == "money" {
		at++ // "5% to 10%", "5 dollars to 10 dollars"
	}
	word := r.lower(at)
	switch {
	case isDash(word) && r.joins(at) && r.lower(at+1) == "to" && r.joins(at+2):
		return at + 3, "to" // "three-to-five-year"
	case isDash(word) && r.glued(at-1) && r.lower(at+1) == "to":
		return at + 2, "to" // "two- to three-week"
	case isDash(word) && (r.joins(at) || word != "-" && !n.spelled && !r.glued(at-1) && !r.glued(at)):
		return at + 1, "-"
	case word == "to", word == "or", word == "and":
		return at + 1, word
	}
	return 0, ""
}

// changeReach is how far before "from" the verb of a change is looked for, in tokens.
const changeReach = 8

// changeBefore reports whether a word of change stands shortly before token i.
func (r *reader) changeBefore(i int) bool {
	for j := i - 1; j >= r.sent.First && j >= i-changeReach; j-- {
		if cue(r.lower(j), "change") {
			return true
		}
	}
	return false
}
