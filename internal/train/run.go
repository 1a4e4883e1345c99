// SPDX-License-Identifier: Apache-2.0

package train

import (
	"math"

	"stemma/internal/model"
)

// nameCols is the width of a row of scores of name tags.
const nameCols = 16

// runLoss is the cross entropy of a run of gold name tags against all runs that may stand (Lafferty, McCallum and Pereira
// 2001, with nothing to learn about which tag follows which); the rows of scores become its gradient, times weight. buf is
// a buffer for as many numbers as scores has.
func runLoss(scores, buf []float32, gold []int, weight float32) float32 {
	tags := len(model.NameTags)
	var loss float64
	for i, g := range gold { // forth: buf is the share of the runs up to i that end in each tag
		row, share := scores[i*nameCols:][:tags], buf[i*nameCols:][:tags]
		top := row[0]
		for _, v := range row[1:] {
			top = max(top, v)
		}
		loss += float64(top - row[g])
		var sum float32
		for t := range row {
			var before float32
			if i == 0 && model.Follows(0, t) {
				before = 1
			}
			for s := 0; i > 0 && s < tags; s++ {
				if model.Follows(s, t) {
					before += buf[(i-1)*nameCols+s]
				}
			}
			row[t] = exp(row[t] - top)
			share[t] = float32(before * row[t])
			sum += share[t]
		}
		loss += math.Log(float64(sum))
		for t := range row {
			share[t] /= sum
			row[t] /= sum
		}
	}
	var after [nameCols]float32 // what the runs after i weigh, by the tag that they follow
	for t := range tags {
		after[t] = 1
	}
	for i := len(gold) - 1; i >= 0; i-- {
		row, share := scores[i*nameCols:][:nameCols], buf[i*nameCols:][:tags]
		var next [nameCols]float32
		for s := range tags {
			for t := range tags {
				if model.Follows(s, t) {
					next[s] += float32(row[t] * after[t])
				}
			}
		}
		clear(row)
		for t := range tags {
			row[t] = float32(weight * float32(share[t]*after[t]))
		}
		row[gold[i]] -= weight
		after = next
	}
	return weight * float32(loss)
}
