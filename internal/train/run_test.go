// SPDX-License-Identifier: Apache-2.0

package train

import (
	"math"
	"testing"

	"stemma/internal/model"
)

// TestRunLossCountsEveryRun compares the loss and its slopes with sums over all runs of three tags.
func TestRunLossCountsEveryRun(t *testing.T) {
	const n = 3
	tags := len(model.NameTags)
	src := source(2)
	scores := make([]float32, n*nameCols)
	for i := range scores {
		scores[i] = 4 * (src.unit() - 0.5)
	}
	gold := []int{3, 4, 0} // B-ORG I-ORG, outside
	var all float64
	share := make([]float64, n*nameCols)
	weigh := func(run []int) float64 {
		before, sum := 0, 0.0
		for i, tag := range run {
			if !model.Follows(before, tag) {
				return 0
			}
			before, sum = tag, sum+float64(scores[i*nameCols+tag])
		}
		return math.Exp(sum)
	}
	for code := range tags * tags * tags {
		run := []int{code % tags, code / tags % tags, code / tags / tags}
		w := weigh(run)
		all += w
		for i, tag := range run {
			share[i*nameCols+tag] += w
		}
	}
	want := 2 * (math.Log(all) - math.Log(weigh(gold)))
	got := append([]float32(nil), scores...)
	loss := runLoss(got, make([]float32, len(scores)), gold, 2)
	if math.Abs(float64(loss)-want) > 1e-4 {
		t.Errorf("loss %g, want %g", loss, want)
	}
	for i := range n {
		for tag := range nameCols {
			slope := 2 * share[i*nameCols+tag] / all
			if tag == gold[i] {
				slope -= 2
			}
			if d := float64(got[i*nameCols+tag]); math.Abs(d-slope) > 1e-4 {
				t.Errorf("word %d, tag %d: slope %g, want %g", i, tag, d, slope)
			}
		}
	}
}
