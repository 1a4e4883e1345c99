// SPDX-License-Identifier: Apache-2.0

package quote

import "stemma/internal/text"

// maxOwner bounds the words between "by" and "account" in "by the union's account".
const maxOwner = 9

// ownersCue reads "by the union's account", "in her view" at token i; it returns where to go on, i where there is none.
func (r *reader) ownersCue(s, i int) int {
	switch r.doc.Lower(i) {
	case "by", "in", "on":
	default:
		return i
	}
	in := r.stretch(s, i)
	n := r.accountAfter(i, in)
	if n < 0 || r.inside[i] >= 0 {
		return i
	}
	say := saying{cue: text.Range{First: i, Last: n + 1}, verb: n, entry: &entry{lemma: r.doc.Lower(n), class: accounts()[r.doc.Lower(n)].Field(1)}, quote: -1, sentence: s}
	say.source = r.owner(n, i+1)
	if say.source.Empty() || say.source.First != i+1 {
		return i
	}
	if !r.beforePhrase(&say, in) && !(i == in.First && r.afterPhrase(&say, n+1, in)) {
		return i
	}
	r.said = append(r.said, say)
	return n + 1
}

// accountAfter is the noun of telling or thinking that somebody owns after token i and that a mark or, at the start of a
// sentence, a clause follows, or -1.
func (r *reader) accountAfter(i int, in text.Range) int {
	hi := in.Last
	for k := i + 2; k < min(hi, i+maxOwner); k++ {
		tok := &r.doc.Tokens[k]
		if accounts().Has(tok.Lower) && (k+1 == hi || r.finalMark(k+1) || i == in.First && r.startsClause(k+1, hi)) {
			return k
		}
		if tok.Tag == text.VERB || tok.Tag == text.AUX || tok.Tag == text.PUNCT && tok.Lower != "-" && tok.Lower != "'" && tok.Lower != "’" {
			return -1
		}
	}
	return -1
}
