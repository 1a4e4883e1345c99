// SPDX-License-Identifier: Apache-2.0

package model

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestKernelsGiveWhatPlainLoopsGive(t *testing.T) {
	src := rand.New(rand.NewPCG(5, 6))
	for _, size := range []struct{ n, in, out int }{{1, 2, 16}, {3, 16, 64}, {4, 32, 80}, {7, 128, 512}, {9, 96, 48}} {
		a, w := make([]int16, size.n*size.in), newMatrix(size.in, size.out)
		for i := range a {
			a[i] = int16(src.IntN(4096) - 2048)
		}
		for i := range w.data {
			w.data[i] = int16(src.IntN(2048) - 1024)
		}
		got := make([]int32, size.n*size.out)
		for i := range got {
			got[i] = int32(src.IntN(1000))
		}
		want := slices.Clone(got)
		product(got, a, size.n, w)
		plainProduct(want, a, size.n, w)
		if !slices.Equal(got, want) {
			t.Errorf("%+v: products differ", size)
		}
	}
	x, y, row := make([]int16, 64), make([]int16, 64), make([]int8, 64)
	for i := range row {
		row[i] = int8(src.IntN(255) - 127)
	}
	for _, scale := range []int16{1, 7, 255} {
		addRow(x, row, scale)
		plainAddRow(y, row, scale)
	}
	if !slices.Equal(x, y) {
		t.Error("sums of embeddings differ")
	}
}
