// SPDX-License-Identifier: Apache-2.0

package model

// A matrix holds weights as whole numbers, in pairs of inputs: data[(i/2*out+o)*2+i%2] is the weight from input i to
// output o. The inner loop multiplies a pair and adds both, which processors do in one step. in is even and out a
// multiple of 16. Sums of whole numbers do not depend on their order, so every machine gives the same.
type matrix struct {
	in, out int
	data    []int16
}

func newMatrix(in, out int) *matrix { return &matrix{in, out, make([]int16, in*out)} }

func (m *matrix) set(i, o int, v int16) { m.data[(i/2*m.out+o)*2+i%2] = v }

// plainProduct is product for machines without a kernel.
func plainProduct(c []int32, a []int16, n int, w *matrix) {
	for row := range n {
		in, out := a[row*w.in:][:w.in], c[row*w.out:][:w.out]
		for i := 0; i < w.in; i += 2 {
			x, y := int32(in[i]), int32(in[i+1])
			if x == 0 && y == 0 {
				continue
			}
			weights := w.data[i*w.out:][:2*len(out)]
			for o := range out {
				out[o] += x*int32(weights[2*o]) + y*int32(weights[2*o+1])
			}
		}
	}
}
