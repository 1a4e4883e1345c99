// SPDX-License-Identifier: Apache-2.0

package plover

import (
	"strings"

	"stemma/internal/text"
)

// A tree gives the dependents of each token of a document.
type tree struct {
	doc         *text.Doc
	first, next []int32 // first dependent of a token and the next one of the same governor, or -1
}

func newTree(doc *text.Doc) *tree {
	n := len(doc.Tokens)
	t := &tree{doc, make([]int32, n), make([]int32, n)}
	for i := range n {
		t.first[i], t.next[i] = -1, -1
	}
	for i := n - 1; i >= 0; i-- {
		if head := doc.Tokens[i].Head; head != text.NoHead {
			t.next[i], t.first[head] = t.first[head], int32(i)
		}
	}
	return t
}

// each calls use with the dependents of token i, from left to right, until it returns false.
func (t *tree) each(i int, use func(k int) bool) {
	for k := t.first[i]; k >= 0; k = t.next[k] {
		if !use(int(k)) {
			return
		}
	}
}

// dependent is the first dependent of token i by one of some relations, or -1.
func (t *tree) dependent(i int, relations ...string) int {
	found := -1
	t.each(i, func(k int) bool {
		for _, rel := range relations {
			if is(t.doc.Tokens[k].Rel, rel) {
				found = k
			}
		}
		return found < 0
	})
	return found
}

// is reports whether a relation is rel or a subtype of it.
func is(rel, want string) bool {
	return rel == want || len(rel) > len(want) && rel[len(want)] == ':' && strings.HasPrefix(rel, want)
}

// marker is the preposition or conjunction of token i, in lower case, or "".
func (t *tree) marker(i int) string {
	if k := t.dependent(i, "case", "mark"); k >= 0 {
		return t.doc.Lower(k)
	}
	return ""
}

// members is token i and those that "and" joins to it.
func (t *tree) members(i int) []int {
	out := []int{i}
	t.each(i, func(k int) bool {
		if t.doc.Tokens[k].Rel == "conj" {
			out = append(out, k)
		}
		return true
	})
	return out
}

// lemma is the dictionary form of token i.
func (t *tree) lemma(i int) string { return t.doc.Tokens[i].Lemma }

// verb reports whether token i is a verb, or what "be" ties to its subject.
func (t *tree) verb(i int) bool {
	return t.doc.Tokens[i].UPOS == text.VERB || t.dependent(i, "cop") >= 0
}
