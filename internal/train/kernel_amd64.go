// SPDX-License-Identifier: Apache-2.0

package train

import "golang.org/x/sys/cpu"

var wide = cpu.X86.HasAVX2

//go:noescape
func tile4x16(k int, a *float32, rows, steps uintptr, b *float32, ldb uintptr, c *float32, ldc uintptr)

//go:noescape
func tile1x64(k int, a *float32, steps uintptr, b *float32, ldb uintptr, c *float32)

//go:noescape
func tile1x16(k int, a *float32, steps uintptr, b *float32, ldb uintptr, c *float32)

// gemm adds the product of a and b to c: see plainGemm, which gives the same bits.
func gemm(c []float32, a []float32, rows, steps int, b []float32, n, k, m int) {
	if n == 0 || k == 0 {
		return
	}
	if !wide || m%16 != 0 {
		plainGemm(c, a, rows, steps, b, n, k, m)
		return
	}
	_, _, _ = c[n*m-1], a[(n-1)*rows+(k-1)*steps], b[k*m-1] // the kernels check nothing
	rs, ss, ld := uintptr(rows)*4, uintptr(steps)*4, uintptr(m)*4
	row := 0
	for ; row+4 <= n; row += 4 {
		for col := 0; col < m; col += 16 {
			tile4x16(k, &a[row*rows], rs, ss, &b[col], ld, &c[row*m+col], ld)
		}
	}
	for ; row < n; row++ {
		col := 0
		for ; col+64 <= m; col += 64 {
			tile1x64(k, &a[row*rows], ss, &b[col], ld, &c[row*m+col])
		}
		for ; col < m; col += 16 {
			tile1x16(k, &a[row*rows], ss, &b[col], ld, &c[row*m+col])
		}
	}
}
