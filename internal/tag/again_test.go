// SPDX-License-Identifier: Apache-2.0

package tag

import (
	"strings"
	"testing"

	"stemma/internal/text"
	"stemma/internal/treebank"
)

func TestANameIsKnownAgainInOtherSentences(t *testing.T) {
	// Words with the kind of name that the network found, sentences apart by "|"; * stands before a proper noun.
	for in, want := range map[string]string{
		"*Port/B-LOC *Lorn/I-LOC fell . | Near Port Lorn , ships wait .": "B-LOC I-LOC . . | . B-LOC I-LOC . . . .",
		"*Port/B-LOC *Lorn/I-LOC fell . | Near Port , ships wait .":      "B-LOC I-LOC . . | . . . . . .",
		"*May/B-PER left . | May she stay ? | *May did .":                "B-PER . . | . . . . | B-PER . .",
		"He met *Hope/B-PER . | There is hope .":                         ". . B-PER . | . . . .",
		"*Vane/B-ORG . | *Vane/B-PER . | *Vane/B-PER . | Ask Vane .":     "B-ORG . | B-PER . | B-PER . | . B-PER .",
		"*Ana/B-PER *Vane/I-PER . | Ask *Ana Vane/B-PER .":               "B-PER I-PER . | . . B-PER .",
		"*Ana/B-PER . | Ask *Ana *Ana/B-PER *Vane/I-PER .":               "B-PER . | . B-PER B-PER I-PER .",
		"the/B-ORG *Post/I-ORG . | in the Post .":                        "B-ORG I-ORG . | . . . .",
	} {
		var sentences []treebank.Sentence
		for _, sent := range strings.Split(in, " | ") {
			var s treebank.Sentence
			for _, w := range strings.Fields(sent) {
				form, _, _ := strings.Cut(strings.TrimPrefix(w, "*"), "/")
				s.Words = append(s.Words, treebank.Word{Form: form, SpaceAfter: true})
			}
			sentences = append(sentences, s)
		}
		doc := treebank.Doc(sentences)
		for i, w := range strings.Fields(strings.ReplaceAll(in, "|", "")) {
			_, doc.Tokens[i].Entity, _ = strings.Cut(w, "/")
			if strings.HasPrefix(w, "*") {
				doc.Tokens[i].UPOS = text.PROPN
			}
		}
		knowAgain(doc)
		var got []string
		for k, sent := range doc.Sentences {
			if k > 0 {
				got = append(got, "|")
			}
			for i := sent.First; i < sent.Last; i++ {
				if tag := doc.Tokens[i].Entity; tag != "" {
					got = append(got, tag)
				} else {
					got = append(got, ".")
				}
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s\ngot  %s\nwant %s", in, strings.Join(got, " "), want)
		}
	}
}
