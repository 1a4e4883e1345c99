// SPDX-License-Identifier: Apache-2.0

package model

import "golang.org/x/sys/cpu"

// wide is AVX2, wider the dot products of AVX-512 VNNI. Both give the sums of plain loops.
var (
	wide  = cpu.X86.HasAVX2
	wider = wide && cpu.X86.HasAVX512F && cpu.X86.HasAVX512VNNI
)

//go:noescape
func tile4x16(pairs int, a *int16, lda uintptr, b *int16, ldb uintptr, c *int32, ldc uintptr)

//go:noescape
func tile4x64(pairs int, a *int16, lda uintptr, b *int16, ldb uintptr, c *int32, ldc uintptr)

//go:noescape
func tile1x128(pairs int, a *int16, b *int16, ldb uintptr, c *int32)

//go:noescape
func tile1x64(pairs int, a *int16, b *int16, ldb uintptr, c *int32)

//go:noescape
func tile1x16(pairs int, a *int16, b *int16, ldb uintptr, c *int32)

// product adds to c (n rows of w.out) the product of a (n rows of w.in) and w.
func product(c []int32, a []int16, n int, w *matrix) {
	if !wide {
		plainProduct(c, a, n, w)
		return
	}
	if n == 0 {
		return
	}
	_, _, _ = c[n*w.out-1], a[n*w.in-1], w.data[w.in*w.out-1] // the kernels check nothing
	pairs, lda, ldb, ldc := w.in/2, uintptr(w.in)*2, uintptr(w.out)*4, uintptr(w.out)*4
	row := 0
	for ; row+4 <= n; row += 4 {
		col := 0
		for ; wider && col+64 <= w.out; col += 64 {
			tile4x64(pairs, &a[row*w.in], lda, &w.data[2*col], ldb, &c[row*w.out+col], ldc)
		}
		for ; col < w.out; col += 16 {
			tile4x16(pairs, &a[row*w.in], lda, &w.data[2*col], ldb, &c[row*w.out+col], ldc)
		}
	}
	for ; row < n; row++ {
		col := 0
		for ; wider && col+128 <= w.out; col += 128 {
			tile1x128(pairs, &a[row*w.in], &w.data[2*col], ldb, &c[row*w.out+col])
		}
		for ; col+64 <= w.out; col += 64 {
			tile1x64(pairs, &a[row*w.in], &w.data[2*col], ldb, &c[row*w.out+col])
		}
		for ; col < w.out; col += 16 {
			tile1x16(pairs, &a[row*w.in], &w.data[2*col], ldb, &c[row*w.out+col])
		}
	}
}

//go:noescape
func widenRow(x *int16, row *int8, scale int16, n int)

// addRow adds a row of embeddings to x, which is as long, a multiple of 16.
func addRow(x []int16, row []int8, scale int16) {
	if !wide || len(row) == 0 {
		plainAddRow(x, row, scale)
		return
	}
	_ = x[len(row)-1]
	widenRow(&x[0], &row[0], scale, len(row))
}
