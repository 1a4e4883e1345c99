// SPDX-License-Identifier: Apache-2.0

package model

import "math/bits"

// A Shape is the sizes and classes of a network.
type Shape struct {
	Embed      int // width of a word's embedding
	Hidden     int // width of one direction of a layer
	Layers     int
	NameHidden int // width of one direction of the layer that only names have, on top of the first
	Arc        int // width of what arcs compare
	Label      int // width of what relations are told by

	UPOS, XPOS, Rels []string
}

// NameTags is the IOB2 tags that a network gives, in the order of its scores.
var NameTags = []string{"", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"}

// Distances is how many classes of distance there are between a word and its governor.
const Distances = 2*distanceSteps + 2

const distanceSteps = 12

// Distance is the class of the distance from word i to its governor j, both counted from 1; 0 is the root.
func Distance(i, j int) int {
	if j == 0 {
		return 0
	}
	d, side := j-i, 1
	if d < 0 {
		d, side = -d, 1+distanceSteps
	}
	if d > 4 { // 5 and 6, 7 to 9, and so on: by half powers of two
		exponent := bits.Len(uint(d)) - 1
		d = 4 + 2*(exponent-2) + d>>(exponent-1)&1
	}
	return side + min(d, distanceSteps)
}
