// SPDX-License-Identifier: Apache-2.0

package treebank

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// gum builds a sentence from words such as "Lund/NNP/2/flat/1)": form, XPOS, head, relation and the value of Entity.
func gum(t *testing.T, line string) *Sentence {
	t.Helper()
	upos := map[string]string{"NNP": "PROPN", "NNPS": "PROPN", "DT": "DET", "CD": "NUM", "PRP$": "PRON", "NN": "NOUN", "HYPH": "PUNCT", ",": "PUNCT"}
	s := &Sentence{}
	for _, field := range strings.Fields(line) {
		cells := strings.SplitN(field, "/", 5)
		if len(cells) < 4 {
			t.Fatalf("%q lacks cells", field)
		}
		head := 0
		for _, c := range cells[2] {
			head = head*10 + int(c-'0')
		}
		w := Word{Form: cells[0], XPOS: cells[1], UPOS: upos[cells[1]], Head: head, Deprel: cells[3], SpaceAfter: true}
		if len(cells) == 5 {
			w.Misc = "Seen=Yes|Entity=" + cells[4]
		}
		s.Words = append(s.Words, w)
	}
	return s
}

func TestNamesOfMentions(t *testing.T) {
	const per, org, loc = "-person-new-nnnnn-cf1-", "-organization-new-n____-cf1*-", "-place-giv:act-nnnnn-cf1-"
	for _, tt := range []struct{ name, line, want string }{
		{"no mentions", "Ida/NNP/2/nsubj sang/VBD/0/root", "O O"},
		{"a person with a first name", "Ida/NNP/0/root/(1" + per + "1,2-sgl Lund/NNP/1/flat/1)", "B-PER I-PER"},
		{
			"a title is left out", "Mr./NNP/2/nmod:desc/(1" + per + "1,2,3-sgl-Odd_Lund Odd/NNP/0/root Lund/NNP/2/flat/1)",
			"O B-PER I-PER",
		},
		{"a title alone names nobody", "the/DT/2/det/(1" + per + "2-sgl President/NNP/0/root/1)", "O O"},
		{"nor does a class", "a/DT/2/det/(1" + per + "2-sgl Tolvikian/NNP/0/root/1)", "O O"},
		{"nor a people", "Tolvikians/NNPS/0/root/(1" + per + "1-sgl)", "O"},
		{"nor a description", "the/DT/2/det/(1" + per + "2-sgl singer/NN/0/root from/IN/4/case Oslo/NNP/2/nmod/(2" + loc + "1-sgl)1)", "O O O B-LOC"},
		{
			"a possessive ends a name", "Ida/NNP/4/nmod:poss/(2-object-new-nnnnn-cf1-3-sgl(1" + per + "1,2-coref Lund/NNP/1/flat 's/POS/1/case/1) hat/NN/0/root/2)",
			"B-PER I-PER O O",
		},
		{
			"hyphens go on with a name", "Odd/NNP/0/root/(1" + per + "1,2,4-sgl al/NNP/1/flat -/HYPH/4/punct Lund/NNP/1/flat/1)",
			"B-PER I-PER I-PER I-PER",
		},
		{
			"of the longest name in names", "the/DT/2/det/(1" + org + "2,4,5-sgl University/NNP/0/root of/IN/5/case North/NNP/5/compound/(2" + loc + "1,2-sgl Tolvik/NNP/2/nmod/2)1)",
			"O B-ORG I-ORG I-ORG I-ORG",
		},
		{
			"and within a name", "Ministry/NNP/0/root/(1" + org + "1,3,5-sgl of/IN/3/case Ports/NNPS/1/nmod and/CC/5/cc Trade/NNP/3/conj/1)",
			"B-ORG I-ORG I-ORG I-ORG I-ORG",
		},
		{
			"and between two names", "Quayco/NNP/0/root/(1" + org + "1,3-sgl(2" + org + "1-sgl) and/CC/3/cc Sealine/NNP/1/conj/(3" + org + "1-sgl)1)",
			"B-ORG O B-ORG",
		},
		{
			"a place in a place", "Tolvik/NNP/0/root/(1" + loc + "1,3-sgl-Tolvik%2C_Norland ,/,/3/punct Norland/NNP/1/appos/1)",
			"B-LOC O B-LOC",
		},
		{"a number is part of a place", "Pier/NNP/0/root/(1" + loc + "1,2-sgl 9/CD/1/nummod/1)", "B-LOC I-LOC"},
		{
			"an adjective that is written as a name", "Red/NNP/2/amod/(1" + org + "1,2-sgl Ferries/NNPS/0/root/1)",
			"B-ORG I-ORG",
		},
		{"things of other types", "Tuesday/NNP/0/root/(1-time-new-nnnnn-cf1-1-sgl)", "O"},
		{"a mention that another sentence ends", "Ida/NNP/0/root/(1" + per + "1,2-sgl Lund/NNP/1/flat", "O O"},
		{"a mention that another sentence opened", "Ida/NNP/0/root/7)", "O"},
		{"brackets that say nothing", "Ida/NNP/0/root/)(( on/IN/1/case/x(1-)", "O O"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, strings.Join(Entities(gum(t, tt.line)), " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Every treebank document gives names of all kinds together, and every tag follows IOB2.
func TestNamesOfTreebanks(t *testing.T) {
	count := map[string]int{}
	for _, path := range files(t, "gum", "dep", "*", "*.conllu") {
		sentences, err := Parse(filepath.Base(path), readFile(t, path))
		if err != nil {
			t.Fatal(err)
		}
		for i := range sentences {
			last := "O"
			for _, tag := range Entities(&sentences[i]) {
				count[tag]++
				if kind, inside := strings.CutPrefix(tag, "I-"); inside && last != "B-"+kind && last != "I-"+kind {
					t.Fatalf("%s: %s after %s", sentences[i].ID, tag, last)
				}
				last = tag
			}
		}
	}
	for _, kind := range []string{"B-PER", "B-ORG", "B-LOC"} {
		if count[kind] < 500 {
			t.Errorf("%d names are %s: %v", count[kind], kind, count)
		}
	}
}
