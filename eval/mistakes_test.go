// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"cmp"
	"fmt"
	"iter"
	"strings"

	"stemma/internal/score"
	"stemma/internal/treebank"
)

// writeConfusions prints the ten commonest mistakes in a field: gold, what was given, how often.
func writeConfusions(b *strings.Builder, what string, gold, got []treebank.Sentence, field func(treebank.Word) string) {
	mistakes := score.Counts{}
	for g, p := range bothRead(gold, got) {
		if want, given := field(g), field(p); want != given {
			mistakes[want+" as "+cmp.Or(given, "_")]++
		}
	}
	for _, mistake := range mistakes.Top(10) {
		fmt.Fprintf(b, "%s %s %d\n", what, mistake, mistakes[mistake])
	}
}

// writeWrong prints the relations whose governor or name was most often wrong, and of how many.
func writeWrong(b *strings.Builder, gold, got []treebank.Sentence) {
	wrong, all := score.Counts{}, score.Counts{}
	for g, p := range bothRead(gold, got) {
		relation := mainRelation(g)
		all[relation]++
		if g.Head != p.Head || relation != mainRelation(p) {
			wrong[relation]++
		}
	}
	for _, relation := range wrong.Top(10) {
		fmt.Fprintf(b, "wrong %s %d of %d\n", relation, wrong[relation], all[relation])
	}
}

// writeWorst prints the sentences with most wrong governors, by their identifiers.
func writeWorst(b *strings.Builder, gold, got []treebank.Sentence) {
	worst := score.Counts{}
	for i := range min(len(gold), len(got)) {
		id, _ := gold[i].Comment("sent_id")
		for g, p := range bothRead(gold[i:i+1], got[i:i+1]) {
			if g.Head != p.Head {
				worst[id]++
			}
		}
	}
	b.WriteString(worst.Row("wrong governors by sentence", 10))
}

// bothRead goes through the words that two readings of the same sentences have in common.
func bothRead(gold, got []treebank.Sentence) iter.Seq2[treebank.Word, treebank.Word] {
	return func(yield func(treebank.Word, treebank.Word) bool) {
		for i := range min(len(gold), len(got)) {
			for k := range min(len(gold[i].Words), len(got[i].Words)) {
				if !yield(gold[i].Words[k], got[i].Words[k]) {
					return
				}
			}
		}
	}
}

// mainRelation is a word's relation up to the colon.
func mainRelation(w treebank.Word) string {
	relation, _, _ := strings.Cut(w.Deprel, ":")
	return relation
}
