// SPDX-License-Identifier: Apache-2.0

package quote

import (
	"unicode"

	"stemma/internal/text"
)

// maxDateline bounds a dateline in tokens.
const maxDateline = 18

// dateline is the first token of a sentence after the place, day and agency that open it: "LIMA, March 9 (ANP) — The
// dam broke". Where none do it is the sentence's first token.
func (r *reader) dateline(sent text.Sentence) int {
	para := r.doc.TokenAt(r.doc.Paragraphs[sent.Paragraph].Start)
	if sent.First != para || !r.capitals(sent.First) && !r.bracketed(sent) {
		return sent.First
	}
	for i := sent.First + 1; i+1 < min(sent.Last, sent.First+maxDateline); i++ {
		switch r.doc.Word(i) {
		case "—", "–", "--", "-", "―":
			if r.spaceBefore(i) && r.spaceAfter(i) {
				return i + 1
			}
		}
		if tok := &r.doc.Tokens[i]; tok.Tag == text.VERB || tok.Tag == text.AUX || r.mark[i] >= 0 {
			break
		}
	}
	return sent.First
}

// capitals reports whether token i is a word of capitals, as places in datelines are.
func (r *reader) capitals(i int) bool {
	n := 0
	for _, c := range r.doc.Word(i) {
		if !unicode.IsUpper(c) {
			return false
		}
		n++
	}
	return n > 2
}

// bracketed reports whether a bracket that closes before a dash stands near the start of a sentence: "Lima (ANP) —".
func (r *reader) bracketed(sent text.Sentence) bool {
	for i := sent.First + 1; i+1 < min(sent.Last, sent.First+maxDateline); i++ {
		if r.doc.Lower(i) == ")" {
			next := r.doc.Word(i + 1)
			return next == "—" || next == "–" || next == "--" || next == "-"
		}
		if r.doc.Tokens[i].Tag == text.VERB || r.doc.Tokens[i].Tag == text.AUX {
			return false
		}
	}
	return false
}
