// SPDX-License-Identifier: Apache-2.0

//go:build !amd64

package model

// product adds to c (n rows of w.out) the product of a (n rows of w.in) and w.
func product(c []int32, a []int16, n int, w *matrix) { plainProduct(c, a, n, w) }

// addRow adds a row of embeddings to x, which is as long.
func addRow(x []int16, row []int8, scale int16) { plainAddRow(x, row, scale) }
