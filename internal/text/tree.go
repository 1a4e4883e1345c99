// SPDX-License-Identifier: Apache-2.0

package text

import "strings"

// A Tree gives the dependents of each token of a document whose Heads are set.
type Tree struct {
	Doc         *Doc
	first, next []int32 // first dependent of a token and the next one of the same governor, or -1
}

// NewTree indexes the tree of doc, which is not to change meanwhile.
func NewTree(doc *Doc) *Tree {
	n := len(doc.Tokens)
	t := &Tree{doc, make([]int32, n), make([]int32, n)}
	for i := range n {
		t.first[i], t.next[i] = -1, -1
	}
	for i := n - 1; i >= 0; i-- {
		if head := doc.Tokens[i].Head; head != NoHead {
			t.next[i], t.first[head] = t.first[head], int32(i)
		}
	}
	return t
}

// Each calls use with the dependents of token i, from left to right, until it returns false.
func (t *Tree) Each(i int, use func(k int) bool) {
	for k := t.first[i]; k >= 0; k = t.next[k] {
		if !use(int(k)) {
			return
		}
	}
}

// Dependent is the first dependent of token i by one of some relations, or -1.
func (t *Tree) Dependent(i int, relations ...string) int {
	found := -1
	t.Each(i, func(k int) bool {
		for _, rel := range relations {
			if IsRel(t.Doc.Tokens[k].Rel, rel) {
				found = k
			}
		}
		return found < 0
	})
	return found
}

// IsRel reports whether a relation is rel or a subtype of it.
func IsRel(rel, want string) bool {
	return rel == want || len(rel) > len(want) && rel[len(want)] == ':' && strings.HasPrefix(rel, want)
}

// Marker is the preposition or conjunction of token i, in lower case, or "".
func (t *Tree) Marker(i int) string {
	if k := t.Dependent(i, "case", "mark"); k >= 0 {
		return t.Doc.Lower(k)
	}
	return ""
}

// Members is token i and those that "and" joins to it.
func (t *Tree) Members(i int) []int {
	out := []int{i}
	t.Each(i, func(k int) bool {
		if t.Doc.Tokens[k].Rel == "conj" {
			out = append(out, k)
		}
		return true
	})
	return out
}

// Lemma is the dictionary form of token i.
func (t *Tree) Lemma(i int) string { return t.Doc.Tokens[i].Lemma }

// Verb reports whether token i is a verb, or what "be" ties to its subject.
func (t *Tree) Verb(i int) bool {
	return t.Doc.Tokens[i].UPOS == VERB || t.Dependent(i, "cop") >= 0
}
