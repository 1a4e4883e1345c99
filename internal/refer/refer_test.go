// SPDX-License-Identifier: Apache-2.0

package refer_test

import (
	"testing"

	"stemma/internal/clean"
	"stemma/internal/reading"
)

func TestPronouns(t *testing.T) {
	for _, c := range []struct{ text, pronoun, want string }{
		{"Prime Minister Ana Lund met the envoy on Monday. She flew home the next day.", "She", "Ana Lund"},
		{"Mr Karl Holm visited the port. He said nothing.", "He", "Karl Holm"},
		{"Mrs Ada Berg met Mr Karl Holm. He left early.", "He", "Karl Holm"},
		{"The minister arrived on Tuesday. His brother stayed away.", "His", "The minister"},
		{"The strikers blocked the road. They want more pay.", "They", "The strikers"},
		{"Ana Lund met Karl Holm's brother, and Ida Voss met Per Dahl. It rained.", "It", ""},
		{"Karl Holm blamed him.", "him", ""},
		{"It is clear that the talks failed.", "It", ""},
	} {
		reports, errs := clean.Reports(clean.Input{Name: "a.txt", Data: []byte(c.text)}, clean.Options{AsIs: true})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		reader, err := reading.New(reading.Stages())
		if err != nil {
			t.Fatal(err)
		}
		reader.Read(reports[0])
		doc, got := reports[0].Doc, ""
		for _, r := range doc.References {
			if doc.Word(r.Token) == c.pronoun {
				got = doc.Words(r.To)
			}
		}
		if got != c.want {
			t.Errorf("%q: %s stands for %q, want %q", c.text, c.pronoun, got, c.want)
		}
	}
}
