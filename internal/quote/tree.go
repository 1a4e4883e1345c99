// SPDX-License-Identifier: Apache-2.0

package quote

import "stemma/internal/text"

// treeSubject is the noun phrase that the tree makes the subject of the verb at token v, within a stretch.
func (r *reader) treeSubject(v int, in text.Range) text.Range {
	s := r.tree.Dependent(v, "nsubj")
	if s < 0 || !in.Holds(s) || s > v || r.doc.Tokens[s].Rel == "nsubj:pass" {
		return text.Range{}
	}
	if r.relative(s) {
		return text.Range{First: s, Last: s + 1}
	}
	if !r.endsNoun(s) || r.mark[s] >= 0 {
		return text.Range{}
	}
	first := r.nounStart(s, in.First)
	np := r.nounRight(first, v)
	if !np.Holds(s) {
		return text.Range{First: first, Last: s + 1}
	}
	return np
}

// within reports whether a noun phrase stands in a clause that describes a subject: "a slide that the aides carry shows".
func (r *reader) within(np, subject text.Range) bool {
	if np.First < subject.Last || r.relative(np.First) {
		return false
	}
	for i, steps := r.head(np), 0; i != text.NoHead && steps < maxWalk; i, steps = r.doc.Tokens[i].Head, steps+1 {
		if subject.Holds(i) {
			return true
		}
	}
	return false
}

// maxUp bounds how many verbs up a tree the subject of one that has none is looked for.
const maxUp = 4

// doer is the subject of the verb at token v, or of the verb that it goes with: "stood up, saying", "rose and said".
func (r *reader) doer(v int, in text.Range) text.Range {
	for range maxUp {
		if np := r.treeSubject(v, in); !np.Empty() {
			return np
		}
		tok := &r.doc.Tokens[v]
		switch rel := tok.Rel; {
		case tok.Head == text.NoHead || !in.Holds(tok.Head):
			return text.Range{}
		case rel == "conj" || rel == "xcomp" || rel == "parataxis" || text.IsRel(rel, "advcl"):
			v = tok.Head
		default:
			return text.Range{}
		}
	}
	return text.Range{}
}

// mainVerb is the verb of which a noun of saying at token i, the first phrase of its stretch, is the subject, where its content
// has run into it: "the claim that the crew was freed | spread"; or -1. Two verb groups with nothing that ties the second one
// to the first tell it, where the tree does not.
func (r *reader) mainVerb(content text.Range, i int, in text.Range) int {
	if verb := r.doc.Tokens[i].Head; text.IsRel(r.doc.Tokens[i].Rel, "nsubj") && content.Holds(verb) {
		return r.groupStart(verb, content.First)
	}
	if r.nounStart(i, in.First) != in.First {
		return -1
	}
	first := -1
	for k := content.First; k < content.Last; k++ {
		tok := &r.doc.Tokens[k]
		switch {
		case tok.Tag == text.CCONJ || tok.Tag == text.SCONJ || tok.Tag == text.PART || tok.Tag == text.PUNCT || r.relative(k) || r.wh(k):
			return -1
		case tok.Tag == text.AUX && first >= 0:
			return k
		case tok.Tag == text.VERB && first >= 0 && tok.Form != text.Gerund:
			return k
		case tok.Tag == text.VERB || tok.Tag == text.AUX && (k+1 == content.Last || r.doc.Tokens[k+1].Tag != text.VERB && r.doc.Tokens[k+1].Tag != text.AUX && r.doc.Tokens[k+1].Tag != text.ADV):
			first = k
		}
	}
	return -1
}

// groupStart is the first auxiliary or adverb of the verb at token v, not before lo.
func (r *reader) groupStart(v, lo int) int {
	for v > lo && (r.doc.Tokens[v-1].Tag == text.AUX || r.doc.Tokens[v-1].Tag == text.ADV) {
		v--
	}
	return v
}
