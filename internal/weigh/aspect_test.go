// SPDX-License-Identifier: Apache-2.0

package weigh_test

import (
	"slices"
	"testing"

	"stemma/internal/lexicon"
	"stemma/internal/news"
)

// Two reports of one incident are set side by side by who did it, where and with what.
func TestAspectsOfOneIncident(t *testing.T) {
	lead := "A car bomb killed 12 people at the Tarn market in Obaye on Monday, police said. "
	for _, c := range []struct{ name, a, b, kind, want string }{
		{"where", lead, "Twelve people were killed at the Tarn market in Obaye on Monday when a car bomb exploded.", "site", "agree"},
		{"with what, more closely", "A bomb killed 12 people at the Tarn market in Obaye on Monday, police said.", lead, "means", "refine"},
		{"with what", lead, "A car bomb at the Tarn market in Obaye killed a dozen people on Monday.", "means", "agree"},
		{"claimed later", lead + "Nobody has claimed responsibility for the attack.", lead + "The Dawn Brigade claimed responsibility for the attack.", "doer", "update"},
		{"how somebody died", "The geologist Leif Holm died of malaria, the group said.", "The geologist Leif Holm was shot by his guards.", "fate", "contradict"},
		{"how somebody died, told twice", "Leif Holm died of malaria.", "The geologist Leif Holm died of malaria in May.", "fate", "agree"},
		{"nobody, by another word", lead + "No one has claimed responsibility for the attack.", lead + "The Dawn Brigade claimed responsibility for the attack.", "doer", "update"},
		{"one of a group", "A fighter from the Dawn Brigade bombed the Tarn market in Obaye on Monday.", "Rebels bombed the Tarn market in Obaye on Monday.", "doer", "refine"},
		{"one bomb or two", "A car bomb killed 12 people at the Tarn market in Obaye on Monday.", "A double bombing killed 12 people at the Tarn market in Obaye on Monday.", "blows", "contradict"},
		{"two bombs", "Twin bombs killed 12 people at the Tarn market in Obaye on Monday.", "Two bombings killed 12 people at the Tarn market in Obaye on Monday.", "blows", "agree"},
		{"one of two bombs", "Twin bombs killed 12 people at the Tarn market in Obaye on Monday. A bomb hit a stall.", lead + "A second bomb followed.", "blows", "contradict"},
		{"another incident", lead, "Gunmen opened fire on a bus near Lima on Friday, killing the driver.", "means", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := relation(story(t, c.a, c.b), c.kind); got != c.want {
				t.Errorf("%s: %q, want %q", c.kind, got, c.want)
			}
		})
	}
}

// Each list of means carries examples.
func TestListExamples(t *testing.T) {
	for _, example := range lexicon.Examples("weapons") {
		s := story(t, example[0], example[0]+" It was early.")
		found := slices.ContainsFunc(s.Facts, func(f *news.Fact) bool {
			return f.Kind == "means" && f.Versions[0].Value == example.Field(1)
		})
		if !found {
			t.Errorf("%q tells of no %s", example[0], example.Field(1))
		}
	}
}
