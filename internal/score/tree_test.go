// SPDX-License-Identifier: Apache-2.0

package score_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/score"
	"stemma/internal/treebank"
)

func TestWordsAreCountedWhereTheyAgree(t *testing.T) {
	gold := treebank.Sentence{Words: []treebank.Word{
		{Form: "Ann", UPOS: "PROPN", XPOS: "NNP", Head: 2, Deprel: "nsubj"},
		{Form: "left", UPOS: "VERB", XPOS: "VBD", Head: 0, Deprel: "root"},
		{Form: "North", UPOS: "PROPN", XPOS: "NNP", Head: 4, Deprel: "compound"},
		{Form: "Lorn", UPOS: "PROPN", XPOS: "NNP", Head: 2, Deprel: "obj"},
	}}
	got := treebank.Sentence{Words: []treebank.Word{
		{Form: "Ann", UPOS: "PROPN", XPOS: "NNP", Head: 2, Deprel: "nsubj:pass", Misc: "NER=B-PER"},
		{Form: "left", UPOS: "VERB", XPOS: "VBN", Head: 0, Deprel: "root"},
		{Form: "North", UPOS: "ADJ", XPOS: "JJ", Head: 2, Deprel: "obj"},
		{Form: "Lorn", UPOS: "PROPN", XPOS: "NNP", Head: 2, Deprel: "obl", Misc: "SpaceAfter=No|NER=B-LOC"},
	}}
	var trees score.Trees
	trees.Add(&gold, &got, []string{"B-PER", "O", "B-LOC", "I-LOC"})
	trees.Add(&gold, &gold, nil)
	want := score.Trees{Sentences: 2, Words: 8, UPOS: 7, XPOS: 6, UAS: 7, LAS: 6, Names: score.Spans{Gold: 2, Found: 2, Right: 1}}
	if diff := cmp.Diff(want, trees); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if trees.Names.F1() != 0.5 || trees.Percent(trees.XPOS) != 75 {
		t.Errorf("F1 %g, percent %g", trees.Names.F1(), trees.Percent(trees.XPOS))
	}
	if (score.Spans{}).F1() != 0 {
		t.Error("nothing is right where nothing is")
	}
}
