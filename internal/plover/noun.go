// SPDX-License-Identifier: Apache-2.0

package plover

import "stemma/internal/text"

// told is the code of the deed that noun i tells of, with those who take part as its phrase names them; nil where nobody
// does it: "the army's raid on the camp", "talks between the union and the port". What is negated or only thought of is none.
func (c *coder) told(i int) *text.Code {
	n, ok := vocabulary().nouns[c.Lemma(i)]
	if !ok || c.within[i] {
		return nil
	}
	d := deed{class: n.class, verb: i}
	c.Each(i, func(k int) bool {
		rel := c.Doc.Tokens[k].Rel
		switch marker := c.Marker(k); {
		case rel == "det" && c.Doc.Lower(k) == "no":
			d.class = ""
		case rel == "nmod:poss" || marker == "by":
			d.actors = append(d.actors, c.Members(k)...)
		case marker == "between":
			d.actors = c.between(i, k)
		case text.IsRel(rel, "nmod") && against[marker]:
			d.on = c.among(d.on, k, maxDepth, true)
		}
		return true
	})
	return c.code(d)
}

// between is both sides of what noun i tells of, of which token k heads the first; the tree often hangs the other on the noun.
func (c *coder) between(i, k int) []int {
	out := c.Members(k)
	c.Each(i, func(other int) bool {
		if len(out) == 1 && other > k && c.Doc.Tokens[other].Rel == "conj" {
			out = append(out, other)
		}
		return true
	})
	return out
}

// against are prepositions between a deed and whom it is done to.
var against = map[string]bool{"on": true, "against": true, "of": true, "with": true, "to": true, "for": true, "into": true}
