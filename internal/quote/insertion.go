// SPDX-License-Identifier: Apache-2.0

package quote

import "stemma/internal/text"

// beforeInsert is the noun phrase before a comma-bracketed insertion that closes with the comma at j, the insertion
// included where it tells more about the noun: "Lund, the envoy,".
func (r *reader) beforeInsert(j, lo int) text.Range {
	for c, tries := r.commaBefore(j, lo), 0; c > lo && tries < 4; c, tries = r.commaBefore(c, lo), tries+1 {
		end := c - 1
		if r.doc.Lower(end) == ")" {
			end = r.back(end, lo, "(", ")") - 1
		}
		if end < lo || !r.endsNoun(end) || !r.inserts(c+1, j) {
			continue
		}
		np := r.nounLeft(end, lo)
		if w := r.whose(np.First, lo); w >= 0 {
			return text.Range{First: w + 1, Last: j} // "the firm, whose head, Lund,"
		}
		if np.First > lo && r.doc.Tokens[np.First-1].Tag == text.ADP && !r.tellsMore(c+1) {
			continue
		}
		if np.First > lo+1 && r.doc.Lower(np.First-1) == "," && r.endsNoun(np.First-2) && r.inserts(np.First, c) && !r.determined(np.First) {
			more := r.beforeInsert(c, lo)
			if !more.Empty() && (more.First == lo || r.doc.Tokens[more.First-1].Tag != text.ADP) {
				np.First = more.First
			}
		}
		if r.tellsMore(c + 1) {
			np.Last = j
		}
		return np
	}
	return text.Range{}
}

// whose is the token of "whose" that opens the noun phrase at i or stands before it, or -1.
func (r *reader) whose(i, lo int) int {
	for k := i; k >= max(lo, i-1); k-- {
		if r.doc.Lower(k) == "whose" {
			return k
		}
	}
	return -1
}

// determined reports whether what starts at i is a full subject of its own.
func (r *reader) determined(i int) bool {
	return r.doc.Tokens[i].Tag == text.PRON
}

// inserts reports whether what stands between two commas can be an insertion: an apposition, a relative clause, a
// participle, a phrase with a preposition; not a clause.
func (r *reader) inserts(i, j int) bool {
	if i >= j {
		return false
	}
	tok := &r.doc.Tokens[i]
	if r.wh(i) || tok.Tag == text.ADP || tok.Tag == text.VERB && (tok.Form == text.Gerund || tok.Form == text.Participle) || tok.Tag == text.SCONJ || tok.Tag == text.ADV {
		return true
	}
	for k := i; k < j; k++ {
		if r.wh(k) || r.doc.Lower(k) == "that" {
			return true
		}
		if r.finite(k) {
			return false
		}
	}
	return true
}

// tellsMore reports whether the insertion that starts at i describes the noun before it.
func (r *reader) tellsMore(i int) bool {
	tok := &r.doc.Tokens[i]
	return tok.Tag != text.ADP && tok.Tag != text.SCONJ && tok.Tag != text.ADV && tok.Tag != text.VERB || tok.Lower == "who"
}

// commaBefore is the comma or dash before token j at the same level, or -1.
func (r *reader) commaBefore(j, lo int) int {
	for k := j - 1; k >= max(lo, j-maxWalk); k-- {
		if m := r.mark[k]; m >= 0 && r.quotes[m].end == k && r.quotes[m].open >= lo {
			k = r.quotes[m].open
			continue
		}
		switch r.doc.Lower(k) {
		case ")":
			if open := r.back(k, lo, "(", ")"); open >= 0 {
				k = open
			}
		case ",", "—", "–":
			return k
		case ";", ":":
			return -1
		}
	}
	return -1
}

// back is the token of the bracket that the one at j closes, or -1.
func (r *reader) back(j, lo int, open, closes string) int {
	depth := 0
	for k := j; k >= max(lo, j-maxWalk); k-- {
		switch r.doc.Lower(k) {
		case closes:
			depth++
		case open:
			if depth--; depth == 0 {
				return k
			}
		}
	}
	return -1
}
