// SPDX-License-Identifier: Apache-2.0

package score_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"stemma/internal/score"
)

func TestMentionsOfOneThingAreScored(t *testing.T) {
	tests := []struct {
		name, gold, found string
		want              score.Coreference
	}{
		{"all right", "a a b c c", "x x y z z", score.Coreference{MUC: score.Rate{Precision: 1, Recall: 1}, B3: score.Rate{Precision: 1, Recall: 1}, CEAFe: score.Rate{Precision: 1, Recall: 1}}},
		{"all apart", "a a a a", "w x y z", score.Coreference{B3: score.Rate{Precision: 1, Recall: .25}, CEAFe: score.Rate{Precision: .1, Recall: .4}}},
		{
			"all together", "w x y z", "a a a a",
			score.Coreference{B3: score.Rate{Precision: .25, Recall: 1}, CEAFe: score.Rate{Precision: .4, Recall: .1}},
		},
		{
			"one strays", "a a a b b", "x x y y y",
			score.Coreference{
				MUC:   score.Rate{Precision: 2. / 3, Recall: 2. / 3},
				B3:    score.Rate{Precision: (2 + 5./3) / 5, Recall: (5./3 + 2) / 5},
				CEAFe: score.Rate{Precision: .8, Recall: .8},
			},
		},
		{
			"one cluster takes half of another", "a a a a b b b b", "x x x x x y y x",
			score.Coreference{
				MUC:   score.Rate{Precision: 5. / 6, Recall: 5. / 6},
				B3:    score.Rate{Precision: ((16+4)/6. + 2) / 8, Recall: (4 + (4+4)/4.) / 8},
				CEAFe: score.Rate{Precision: (.8 + 2./3) / 2, Recall: (.8 + 2./3) / 2},
			},
		},
		{"nothing", "", "", score.Coreference{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := score.Corefer(strings.Fields(tt.gold), strings.Fields(tt.found))
			if diff := cmp.Diff(tt.want, got, cmpopts.EquateApprox(0, 1e-9)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestCoNLLIsTheMeanOfThree(t *testing.T) {
	c := score.Coreference{MUC: score.Rate{Precision: 1, Recall: 1}, B3: score.Rate{Precision: .5, Recall: .5}}
	if got := c.CoNLL(); got != .5 {
		t.Errorf("got %g", got)
	}
	if got, want := c.B3.String(), "P 50.0  R 50.0  F 50.0"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The assignment is held against trying every order.
func TestNoOtherPairingOfClustersIsBetter(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		gold, found := make([]string, 14), make([]string, 14)
		for i := range gold {
			gold[i], found[i] = string(rune('a'+r.IntN(5))), string(rune('p'+r.IntN(5)))
		}
		clusters := func(of []string) map[string][]int {
			out := map[string][]int{}
			for i, name := range of {
				out[name] = append(out[name], i)
			}
			return out
		}
		want := bestPairing([]string{"a", "b", "c", "d", "e"}, clusters(gold), clusters(found), map[string]bool{})
		if got := score.Corefer(gold, found).CEAFe.Recall * float64(len(clusters(gold))); math.Abs(got-want) > 1e-9 {
			t.Fatalf("%v against %v: got %g, want %g", gold, found, got, want)
		}
	}
}

// bestPairing tries every cluster found, and none, for the first name.
func bestPairing(names []string, gold, found map[string][]int, taken map[string]bool) float64 {
	if len(names) == 0 {
		return 0
	}
	best := bestPairing(names[1:], gold, found, taken)
	for name, cluster := range found {
		if taken[name] {
			continue
		}
		shared := 0
		for _, m := range cluster {
			for _, n := range gold[names[0]] {
				if m == n {
					shared++
				}
			}
		}
		taken[name] = true
		value := 2 * float64(shared) / float64(len(cluster)+len(gold[names[0]]))
		best = max(best, value+bestPairing(names[1:], gold, found, taken))
		taken[name] = false
	}
	return best
}

func TestPairsApartAreCountedByLabel(t *testing.T) {
	words := strings.Fields("shoot shot kill kill")
	got := score.Apart(strings.Fields("a a a b"), strings.Fields("x y x x"), func(i, j int) string { return words[i] + "/" + words[j] })
	if diff := cmp.Diff(score.Counts{"shoot/shot": 1, "shot/kill": 1}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
