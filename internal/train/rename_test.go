// SPDX-License-Identifier: Apache-2.0

package train

import (
	"slices"
	"strings"
	"testing"

	"stemma/internal/model"
)

func TestNamesAreReplacedByOthersOfTheirKind(t *testing.T) {
	r, src := newRenamer(), source(5)
	words := strings.Fields("Mrs. Ana Vane of Lorn told the Harbour Post and ACME that I.M.F. left")
	tags := map[int]string{1: "B-PER", 2: "I-PER", 4: "B-LOC", 7: "B-ORG", 8: "I-ORG", 10: "B-ORG", 12: "B-ORG"}
	s := &sample{words: words, names: make([]int, len(words))}
	for i, tag := range tags {
		s.names[i] = slices.Index(model.NameTags, tag)
	}
	if got := r.rename(s, &src, 0); &got[0] != &words[0] {
		t.Error("names change though none should")
	}
	changed := map[int]bool{}
	for range 50 {
		got := r.rename(s, &src, 1)
		if len(got) != len(words) {
			t.Fatalf("%d words of %d", len(got), len(words))
		}
		for i, w := range got {
			changed[i] = changed[i] || w != words[i]
		}
		if given := strings.ToLower(got[1]); !slices.Contains(r.given, given) {
			t.Errorf("%q is no given name", given)
		}
		if place := strings.ToLower(got[4]); !slices.ContainsFunc(r.places[1], func(p []string) bool { return p[0] == place }) {
			t.Errorf("%q is no place", place)
		}
	}
	for i := range words {
		if plain := tags[i] != "" && i != 10 && i != 12; changed[i] != plain { // names in capitals stay
			t.Errorf("%s: changed %v", words[i], changed[i])
		}
	}
	if words[1] != "Ana" {
		t.Error("the sample itself was changed")
	}
}
