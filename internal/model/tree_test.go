// SPDX-License-Identifier: Apache-2.0

package model

import (
	"math/rand/v2"
	"testing"
)

// bestByTrial is the best total of all trees over n words with one word under the root, by trying every choice of heads.
func bestByTrial(scores []int32, n, width int) int64 {
	best := int64(none)
	heads := make([]int32, n+1)
	var try func(i int)
	try = func(i int) {
		if i > n {
			if isTree(heads) {
				best = max(best, total(scores, heads, n, width))
			}
			return
		}
		for j := 0; j <= n; j++ {
			if j != i {
				heads[i] = int32(j)
				try(i + 1)
			}
		}
	}
	try(1)
	return best
}

// isTree reports whether one word hangs on the root and all others on it, by any way.
func isTree(heads []int32) bool {
	roots := 0
	for i := 1; i < len(heads); i++ {
		if heads[i] == 0 {
			roots++
		}
		at := int32(i)
		for range heads {
			at = heads[at]
		}
		if at != 0 {
			return false
		}
	}
	return roots == 1
}

func TestTheBestTreeIsFound(t *testing.T) {
	src := rand.New(rand.NewPCG(1, 2))
	var d decoder
	for round := range 3000 {
		n := 1 + round%5
		width := pad16(n + 1)
		scores := make([]int32, n*width)
		for i := range scores {
			scores[i] = int32(src.IntN(60) - 30)
		}
		heads := d.heads(scores, n, width)
		if !isTree(heads) {
			t.Fatalf("%d words: heads %v are no tree", n, heads[1:])
		}
		if got, want := total(scores, heads, n, width), bestByTrial(scores, n, width); got != want {
			t.Fatalf("%d words: tree of %d, the best has %d", n, got, want)
		}
	}
}

func TestLongSentencesBecomeTrees(t *testing.T) {
	src := rand.New(rand.NewPCG(3, 4))
	var d decoder
	for _, n := range []int{1, 2, 60, 400} {
		width := pad16(n + 1)
		scores := make([]int32, n*width)
		for i := range scores {
			scores[i] = int32(src.IntN(1000))
		}
		if heads := d.heads(scores, n, width); !isTree(heads) {
			t.Errorf("%d words: no tree", n)
		}
	}
}

func TestDistancesAreClassesFromNearToFar(t *testing.T) {
	if Distance(7, 0) != 0 {
		t.Error("the root has a distance of its own")
	}
	for _, side := range []int{1, -1} {
		last := 0
		for d := 1; d < 500; d++ {
			at := Distance(1000, 1000+side*d)
			if at < 1 || at >= Distances || d > 1 && at != last && at != last+1 {
				t.Fatalf("distance %d is class %d after %d", side*d, at, last)
			}
			last = at
		}
	}
	if Distance(5, 6) == Distance(6, 5) {
		t.Error("before and after are one class")
	}
}
