// SPDX-License-Identifier: Apache-2.0

package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/text"
)

// A quotation is a pair of marks and what stands between them.
type quotation struct {
	tokens    text.Range // between the marks
	span      text.Span  // the same in bytes, without the marks
	open      int        // token of the opening mark
	end       int        // token of the closing mark, or one past the paragraph's last where it goes on in the next
	reopened  bool       // goes on from the paragraph before
	scare     bool
	paragraph int
}

type side uint8

const (
	neither side = iota
	opening
	closing
	either
)

// findQuotes pairs the marks of every paragraph. Double marks win; single ones count only outside of them, so that a
// quotation inside a quotation stays part of it.
func (r *reader) findQuotes() {
	first := 0
	goesOn := false // the paragraph before ended inside a quotation
	for p, para := range r.doc.Paragraphs {
		for first < len(r.doc.Tokens) && r.doc.Tokens[first].Start < para.Start {
			first++
		}
		last := first
		for last < len(r.doc.Tokens) && r.doc.Tokens[last].Start < para.End {
			last++
		}
		goesOn = r.pair(p, text.Range{First: first, Last: last}, goesOn)
		first = last
	}
}

// pair finds the quotations of one paragraph and reports whether its last one goes on in the next paragraph.
func (r *reader) pair(p int, para text.Range, goesOn bool) bool {
	open, single := -1, -1
	reopened := goesOn && !para.Empty() && r.doubleSide(para.First)&opening != 0
	for i := para.First; i < para.Last; i++ {
		width := r.width(i)
		switch side := r.doubleSide(i); {
		case side == neither && open < 0 && single < 0 && r.singleOpens(i, para):
			single = i
		case side == neither && single >= 0 && r.singleCloses(i):
			r.quotation(p, single, i, i, false)
			single = -1
		case side == neither:
		case open < 0 && side != closing:
			open, single = i, -1
		case open >= 0 && side != opening:
			r.quotation(p, open, i, i+width-1, reopened && open == para.First)
			open = -1
		case side == opening:
			open = i // the one before was never closed: it is not a quotation
		}
		i += width - 1
	}
	if open >= 0 && (open == para.First || para.Last-open > 4) && r.reopens(p+1) {
		r.quotation(p, open, para.Last, para.Last, reopened && open == para.First)
		return true
	}
	return false
}

// reopens reports whether paragraph p opens with a double mark.
func (r *reader) reopens(p int) bool {
	if p >= len(r.doc.Paragraphs) {
		return false
	}
	i := r.doc.TokenAt(r.doc.Paragraphs[p].Start)
	return i < len(r.doc.Tokens) && r.doubleSide(i)&opening != 0
}

// width is how many tokens the mark at i has: two for a double mark typed as two single ones.
func (r *reader) width(i int) int {
	if word := r.doc.Word(i); (word == "'" || word == "`" || word == "’" || word == "‘") && i+1 < len(r.doc.Tokens) && r.doc.Word(i+1) == word && r.doc.Tokens[i].End == r.doc.Tokens[i+1].Start {
		return 2
	}
	return 1
}

// quotation adds the quotation between the mark that starts at open and the one from last to end.
func (r *reader) quotation(p, open, last, end int, reopened bool) {
	in := text.Range{First: open + r.width(open), Last: last}
	if in.Empty() {
		return
	}
	k := len(r.quotes)
	r.quotes = append(r.quotes, quotation{tokens: in, span: r.doc.SpanOf(in), open: open, end: end, reopened: reopened, paragraph: p})
	for i := open; i < in.First; i++ {
		r.mark[i] = k
	}
	for i := last; i <= end && i < len(r.doc.Tokens) && r.isMark(i); i++ {
		r.mark[i] = k
	}
	for i := in.First; i < in.Last; i++ {
		r.inside[i] = k
	}
}

func (r *reader) isMark(i int) bool {
	return strings.Contains("“”„«»\"'`‘’‚‹›", r.doc.Word(i))
}

// doubleSide is how the double mark at token i may stand: by its shape, or by the spaces around it.
func (r *reader) doubleSide(i int) side {
	wide := r.width(i)
	switch word := r.doc.Word(i); {
	case wide == 2, word == "“", word == "”", word == `"`, word == "„":
		before, after := r.spaceBefore(i), r.spaceAfter(i+wide-1)
		switch {
		case before && !after:
			return opening
		case after && !before:
			return closing
		case wide == 2:
			return either
		}
	}
	switch r.doc.Word(i) {
	case "«":
		return opening
	case "»":
		return closing
	}
	switch r.doc.Word(i) {
	case "“", "„":
		return opening
	case "”":
		return closing
	case `"`:
		return either
	}
	return neither
}

// spaceBefore reports whether what stands before token i ends a word: a space, an opening bracket, a dash.
func (r *reader) spaceBefore(i int) bool {
	c, n := utf8.DecodeLastRuneInString(r.doc.Text[:r.doc.Tokens[i].Start])
	return n == 0 || unicode.IsSpace(c) || strings.ContainsRune("([—–-‘'/", c)
}

// spaceAfter reports whether what stands after token i cannot open a word.
func (r *reader) spaceAfter(i int) bool {
	c, n := utf8.DecodeRuneInString(r.doc.Text[r.doc.Tokens[i].End:])
	return n == 0 || unicode.IsSpace(c) || strings.ContainsRune(").,;:!?]—–-’'", c)
}

// maxSingle is how many tokens further the closing mark of a single quotation is looked for.
const maxSingle = 200

// singleOpens reports whether the single mark at token i opens a quotation: it stands before a word, the word is no
// elision ('em, '90s), and a mark that can close it follows in the paragraph.
func (r *reader) singleOpens(i int, para text.Range) bool {
	word := r.doc.Word(i)
	if word != "‘" && word != "'" && word != "‹" || !r.spaceBefore(i) || r.spaceAfter(i) || i+1 >= para.Last {
		return false
	}
	next := r.doc.Lower(i + 1)
	if next == "em" || next == "til" || next == "cause" || next == "tis" || next == "twas" || next == "n" || next[0] >= '0' && next[0] <= '9' {
		return false
	}
	for j := i + 2; j < min(para.Last, i+maxSingle); j++ {
		if r.singleCloses(j) {
			return true
		}
		if w := r.doc.Word(j); w == "‘" {
			return false
		}
	}
	return false
}

// singleCloses reports whether the single mark at token i closes a quotation. After a plural ("the workers' union") it
// does not, unless no word follows.
func (r *reader) singleCloses(i int) bool {
	word := r.doc.Word(i)
	if word != "’" && word != "'" && word != "›" || i == 0 || r.spaceBefore(i) || !r.spaceAfter(i) {
		return false
	}
	before := r.doc.Lower(i - 1)
	if !strings.HasSuffix(before, "s") || i+1 >= len(r.doc.Tokens) {
		return true
	}
	next := &r.doc.Tokens[i+1]
	return next.Tag != text.NOUN && next.Tag != text.ADJ && next.Tag != text.PROPN
}
