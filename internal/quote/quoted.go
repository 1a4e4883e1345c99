// SPDX-License-Identifier: Apache-2.0

package quote

import "stemma/internal/text"

// readQuoted reads "Lund quoted the minister as saying that the road was shut" and “…,” she quoted him as saying: the words are
// the minister's, told through Lund.
func (r *reader) readQuoted(say saying, after int, in text.Range) int {
	if say.entry.lemma != "quote" && say.entry.lemma != "cite" {
		return say.verb
	}
	np := r.nounRight(after, in.Last)
	if np.Empty() || np.Last+1 >= in.Last || r.doc.Lower(np.Last) != "as" || r.doc.Lower(np.Last+1) != "saying" {
		return say.verb
	}
	say.source = r.sourceOf(say, in)
	verb := np.Last + 1
	inner := saying{cue: text.Range{First: np.Last, Last: verb + 1}, verb: verb, entry: verbs()["saying"].entries[0], source: np, quote: -1, sentence: say.sentence, form: gerund}
	if f, ok := r.rightContent(inner.entry, verb+1, in.Last); ok {
		inner.content, inner.quote = []text.Range{f.content}, f.quote
		say.content = []text.Range{{First: np.First, Last: f.content.Last}}
	} else if k := r.quoteBefore(say.source.First, in); k >= 0 && !say.source.Empty() {
		inner.content, inner.quote = []text.Range{r.quotes[k].tokens}, k
		say.content = []text.Range{r.quotes[k].tokens, {First: np.First, Last: verb + 1}}
	} else {
		return say.verb
	}
	r.said = append(r.said, say, inner)
	return verb + 1
}
