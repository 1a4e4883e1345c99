// SPDX-License-Identifier: Apache-2.0

package name

import (
	"strings"

	"stemma/internal/text"
)

// A network counts for what the reader's network takes the words of all mentions of a name.
type network struct {
	kinds map[text.NameKind]int
	words int
}

// entityKinds are the kinds that the network tells apart, by the ends of its tags.
var entityKinds = map[string]text.NameKind{"PER": text.Person, "ORG": text.Organisation, "LOC": text.Place}

func (net *network) add(doc *text.Doc, r text.Range) {
	if net.kinds == nil {
		net.kinds = map[text.NameKind]int{}
	}
	net.words += r.Last - r.First
	for i := r.First; i < r.Last; i++ {
		if _, tag, ok := strings.Cut(doc.Tokens[i].Entity, "-"); ok && (tag == "LOC" || !modifies(doc, r)) {
			net.kinds[entityKinds[tag]]++
		}
	}
}

// modifies reports whether a name stands before a common noun that it describes, where people and bodies are easily taken for
// each other: "Café owner", "the Berg administration".
func modifies(doc *text.Doc, r text.Range) bool {
	tok := &doc.Tokens[r.Last-1]
	return tok.Rel == "compound" && tok.Head != text.NoHead && !r.Holds(tok.Head) && doc.Tokens[tok.Head].Tag == text.NOUN
}

// vote adds the kind of more than half of the words. Armed groups are organisations to the network.
func (net *network) vote(votes map[text.NameKind]int) {
	for kind, n := range net.kinds {
		if 2*n <= net.words {
			continue
		}
		if kind == text.Organisation && votes[text.Group] > 0 {
			kind = text.Group
		}
		votes[kind] += 2
	}
}
