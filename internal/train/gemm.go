// SPDX-License-Identifier: Apache-2.0

package train

// plainGemm adds to c (n by m) the product of a (n by k) and b (k by m). c and b are stored row by row; a[i*rows+j*steps]
// is row i, column j of a, so that a transposed matrix needs no copy. Each element of c is a sum in the order of k, each
// product rounded before it is added: the same bits on every machine.
func plainGemm(c []float32, a []float32, rows, steps int, b []float32, n, k, m int) {
	for i := range n {
		out := c[i*m:][:m]
		for j := range k {
			x := a[i*rows+j*steps]
			in := b[j*m:][:m]
			for l := range out {
				out[l] += float32(x * in[l])
			}
		}
	}
}

// mul adds a (n by k) times b (k by m) to c.
func mul(c, a, b []float32, n, k, m int) { gemm(c, a, k, 1, b, n, k, m) }

// mulT adds the transpose of a (n by k) times b (n by m) to c (k by m).
func mulT(c, a, b []float32, n, k, m int) { gemm(c, a, 1, k, b, k, n, m) }

// transpose writes a (n by m) to out as m by n, each row of out padded to width.
func transpose(out, a []float32, n, m, width int) {
	for i := range n {
		row := a[i*m:][:m]
		for j, v := range row {
			out[j*width+i] = v
		}
	}
}

// addRows adds the sum of the n rows of a (n by m) to out.
func addRows(out, a []float32, n, m int) {
	for i := range n {
		for j, v := range a[i*m:][:m] {
			out[j] += v
		}
	}
}

// pad16 is n rounded up to a multiple of 16, the width of the kernels.
func pad16(n int) int { return (n + 15) &^ 15 }
