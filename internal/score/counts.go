// SPDX-License-Identifier: Apache-2.0

package score

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Counts says how often each label was met: the classes of misses, or the documents that they are in.
type Counts map[string]int

// Sum is how often any label was met.
func (c Counts) Sum() int {
	sum := 0
	for _, n := range c {
		sum += n
	}
	return sum
}

// Top is the n labels with the highest counts, highest first; of equal ones the first by name.
func (c Counts) Top(n int) []string {
	labels := slices.SortedFunc(maps.Keys(c), func(a, b string) int {
		return cmp.Or(cmp.Compare(c[b], c[a]), cmp.Compare(a, b))
	})
	return labels[:min(n, len(labels))]
}

// Row is a line with the sum and the n highest counts: "missed 5: no cue 3, other source 2".
func (c Counts) Row(heading string, n int) string {
	sum := fmt.Sprintf("%s %d", heading, c.Sum())
	if len(c) == 0 {
		return sum + "\n"
	}
	return sum + ": " + strings.Join(c.counted(n), ", ") + "\n"
}

// List is a heading and below it the n highest counts, a line each.
func (c Counts) List(heading string, n int) string {
	return heading + "\n" + indented(c.counted(n))
}

// counted is the n highest counts, each after its label.
func (c Counts) counted(n int) []string {
	labels := c.Top(n)
	for i, label := range labels {
		labels[i] = fmt.Sprintf("%s %d", label, c[label])
	}
	return labels
}

// First is a heading with the number of rows, and below it the first n of them.
func First(heading string, rows []string, n int) string {
	if len(rows) <= n {
		return fmt.Sprintf("%s %d\n", heading, len(rows)) + indented(rows)
	}
	return fmt.Sprintf("%s %d, the first %d\n", heading, len(rows), n) + indented(rows[:n])
}

func indented(rows []string) string {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString("  " + row + "\n")
	}
	return b.String()
}
