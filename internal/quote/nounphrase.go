// SPDX-License-Identifier: Apache-2.0

package quote

import "stemma/internal/text"

// nounRight is the whole noun phrase that starts at j: with "of" phrases, an apposition, a list.
func (r *reader) nounRight(j, hi int) text.Range {
	hi = min(hi, j+maxWalk)
	end := r.nounEnd(j, hi)
	if end == j {
		return text.Range{}
	}
	for end < hi {
		next := r.extend(j, end, hi)
		if next <= end {
			break
		}
		end = next
	}
	return text.Range{First: j, Last: end}
}

// nounEnd is the end of the base noun phrase at j, j where there is none.
func (r *reader) nounEnd(j, hi int) int {
	if j >= hi || r.wh(j) {
		return j
	}
	if p := r.phrase[j]; p >= 0 && r.doc.Phrases[p].Kind == text.NounPhrase {
		end := min(hi, r.doc.Phrases[p].Last)
		for end < hi && r.doc.Lower(end) == "'s" && r.doc.Tokens[end].Tag == text.PART && end+1 < hi && r.phrase[end+1] >= 0 {
			end = min(hi, r.doc.Phrases[r.phrase[end+1]].Last)
		}
		return r.beforeDay(j, end)
	}
	if r.endsNoun(j) {
		return j + 1
	}
	return j
}

// beforeDay is end without the phrase of time that a chunk has run into: "Lund last week".
func (r *reader) beforeDay(j, end int) int {
	for k := max(j+1, end-3); k < end; k++ {
		if r.timeWord(k) && r.timeWord(end-1) && r.name[k] < 0 && r.name[k-1] >= 0 && r.doc.Names[r.name[k-1]].Kind == text.Person {
			return k
		}
	}
	return end
}

// extend is the end of what belongs to the noun phrase that has grown to end, or end.
func (r *reader) extend(start, end, hi int) int {
	tok := &r.doc.Tokens[end]
	switch {
	case tok.Tag == text.ADP && nounPreposition(tok.Lower):
		if e := r.nounEnd(end+1, hi); e > end+1 && !r.timeWord(end+1) {
			return e
		}
	case tok.Tag == text.ADJ || tok.Tag == text.VERB && tok.Form != text.Base && tok.Form != text.Present && r.anonymHead(text.Range{First: start, Last: end}):
		if end+1 < hi && r.doc.Tokens[end+1].Tag == text.ADP {
			if e := r.nounEnd(end+2, hi); e > end+2 {
				return e // "familiar with the talks", "briefed on the plan"
			}
		}
	case tok.Lower == "(":
		for k := end + 1; k < min(hi, end+8); k++ {
			if r.doc.Lower(k) == ")" {
				return k + 1
			}
		}
	case tok.Lower == "and" || tok.Lower == "&":
		if e := r.nounEnd(end+1, hi); e > end+1 && !(e < hi && r.finite(e)) {
			return e
		}
	case tok.Lower == ",":
		return r.afterComma(end, hi)
	case tok.Lower == "who":
		return r.clauseStop(end, hi)
	}
	return end
}

// afterComma is the end of an apposition, a list or a relative clause after the comma at c, or c.
func (r *reader) afterComma(c, hi int) int {
	i := c + 1
	if i >= hi {
		return c
	}
	if r.doc.Lower(i) == "who" || r.doc.Lower(i) == "whose" {
		stop := r.clauseStop(i, hi)
		if r.doc.Lower(i) == "whose" && !r.hasVerb(i, stop) {
			return c // "whose head, Lund, maintained": another speaks
		}
		return stop
	}
	if r.doc.Lower(i) == "and" {
		i++
	}
	e := r.nounEnd(i, hi)
	if e == i || r.doc.Tokens[i].Tag == text.PRON {
		return c
	}
	for e < hi && r.doc.Tokens[e].Tag == text.ADP && nounPreposition(r.doc.Lower(e)) {
		n := r.nounEnd(e+1, hi)
		if n == e+1 {
			break
		}
		e = n
	}
	if e < hi && (r.finite(e) || r.doc.Tokens[e].Tag == text.AUX || r.doc.Tokens[e].Tag == text.VERB) {
		return c // a clause of its own, or "all speaking"
	}
	return e
}

// clauseStop is the end of the relative clause that starts at i: the next comma, stop or quotation mark.
func (r *reader) clauseStop(i, hi int) int {
	for k := i; k < hi; k++ {
		if r.mark[k] >= 0 || r.doc.Tokens[k].Tag == text.PUNCT && r.doc.Lower(k) != "-" {
			return k
		}
	}
	return hi
}

func nounPreposition(lower string) bool {
	switch lower {
	case "of", "for", "in", "at", "from", "with", "to", "on", "near", "behind", "inside", "within", "among", "close":
		return true
	}
	return false
}
