// SPDX-License-Identifier: Apache-2.0

// Package tag runs the reader's network over the sentences of a document and sets what it says of each token: part of
// speech, Penn tag, governor and relation in the dependency tree, and the tag of a name. Inflection and lemma follow from
// the Penn tag by rules and the list of verbs.
//
// Sentences are read each for itself; a name that is found in one is looked for in the others.
//
// The network always answers: on text that is no prose its tags and trees mean little. Where news is told otherwise than
// the treebanks tag it ("was freed", "more than 40"), settle says what the later stages count on.
package tag

import "stemma/internal/text"

// Read sets Tag, XPOS, Head, Rel, Entity, Form and Lemma of every token.
func Read(doc *text.Doc) {
	analyse(doc)
	knowAgain(doc)
	for i := range doc.Tokens {
		inflect(&doc.Tokens[i])
	}
	for _, sent := range doc.Sentences {
		mend(doc, sent.Range)
		capitals := titleCase(doc, sent)
		for i := sent.First; i < sent.Last; i++ {
			settle(doc, sent.Range, i)
			if capitals {
				lower(doc, i)
			}
		}
	}
}
