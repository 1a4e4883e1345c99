// SPDX-License-Identifier: Apache-2.0

//go:build !amd64

package train

// gemm adds the product of a and b to c.
func gemm(c []float32, a []float32, rows, steps int, b []float32, n, k, m int) {
	plainGemm(c, a, rows, steps, b, n, k, m)
}
