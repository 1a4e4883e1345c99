// SPDX-License-Identifier: Apache-2.0

package score

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// A Rate is the precision and recall of something found.
type Rate struct{ Precision, Recall float64 }

// F1 is the harmonic mean, 0 where nothing is right.
func (r Rate) F1() float64 {
	if r.Precision+r.Recall == 0 {
		return 0
	}
	return 2 * r.Precision * r.Recall / (r.Precision + r.Recall)
}

func (r Rate) String() string {
	return fmt.Sprintf("P %.1f  R %.1f  F %.1f", 100*r.Precision, 100*r.Recall, 100*r.F1())
}

// Coreference is how well mentions of one thing were put together.
type Coreference struct{ MUC, B3, CEAFe Rate }

// CoNLL is the mean of the three F1, as in the CoNLL 2011 shared task (Pradhan et al. 2011).
func (c Coreference) CoNLL() float64 { return (c.MUC.F1() + c.B3.F1() + c.CEAFe.F1()) / 3 }

// Corefer compares two divisions of the same mentions: gold[i] and found[i] name the cluster of mention i. Singletons
// count. It does not judge which mentions there are.
func Corefer(gold, found []string) Coreference {
	g, f := newDivision(gold), newDivision(found)
	return Coreference{
		MUC:   Rate{links(f, gold), links(g, found)},
		B3:    Rate{overlaps(f, gold), overlaps(g, found)},
		CEAFe: entities(g, f),
	}
}

// A division is mentions by cluster, in the order of their first mentions.
type division [][]int

func newDivision(of []string) division {
	numbers := map[string]int{}
	var out division
	for mention, name := range of {
		n, ok := numbers[name]
		if !ok {
			n = len(out)
			numbers[name] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], mention)
	}
	return out
}

// parts counts the mentions of a cluster by the cluster that another division has them in.
func parts(cluster []int, other []string) map[string]int {
	out := map[string]int{}
	for _, mention := range cluster {
		out[other[mention]]++
	}
	return out
}

// links is the share of the links that hold clusters together which another division has too: MUC (Vilain et al. 1995).
func links(d division, other []string) float64 {
	kept, all := 0, 0
	for _, cluster := range d {
		kept += len(cluster) - len(parts(cluster, other))
		all += len(cluster) - 1
	}
	return share(kept, all)
}

// overlaps is the mean over mentions of the share of their clusters that another division puts with them: B³ (Bagga and
// Baldwin 1998).
func overlaps(d division, other []string) float64 {
	sum, mentions := 0.0, 0
	for _, cluster := range d {
		together := 0
		for _, n := range parts(cluster, other) {
			together += n * n
		}
		sum += float64(together) / float64(len(cluster))
		mentions += len(cluster)
	}
	return sum / float64(max(mentions, 1))
}

// entities pairs gold clusters with those found so that they are most alike in all, each one once: CEAF with the
// entity-based similarity φ4 (Luo 2005).
func entities(gold, found division) Rate {
	small, large := gold, found
	if len(small) > len(large) {
		small, large = large, small
	}
	alike := make([][]float64, len(small))
	for i, a := range small {
		alike[i] = make([]float64, len(large))
		for j, b := range large {
			alike[i][j] = similarity(a, b)
		}
	}
	sum := assign(alike)
	return Rate{sum / float64(max(len(found), 1)), sum / float64(max(len(gold), 1))}
}

// similarity is twice the shared mentions by all; the mentions are in order.
func similarity(a, b []int) float64 {
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch cmp.Compare(a[i], b[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			shared, i, j = shared+1, i+1, j+1
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}

// assign is the highest sum of values with one in each row and no two in a column; there are at least as many columns as
// rows. It is the Hungarian method (Kuhn 1955) by shortest augmenting paths.
func assign(values [][]float64) float64 {
	if len(values) == 0 {
		return 0
	}
	m := newMatching(values)
	for row := range values {
		m.augment(row)
	}
	sum := 0.0
	for column, row := range m.row[1:] {
		if row >= 0 {
			sum += values[row][column]
		}
	}
	return sum
}

// A matching gives rows to columns, of which the first is a stand-in for the row to be placed. A value less the prices
// of its row and column is never above zero, and is zero where a column has its row.
type matching struct {
	values            [][]float64
	row               []int // by column: its row, or -1
	rowPrice, colCost []float64
}

func newMatching(values [][]float64) *matching {
	columns := len(values[0]) + 1
	m := &matching{values: values, row: slices.Repeat([]int{-1}, columns)}
	m.rowPrice, m.colCost = make([]float64, len(values)), make([]float64, columns)
	return m
}

// augment places one more row and moves others where that is better for all.
func (m *matching) augment(row int) {
	m.row[0] = row
	slack, from := slices.Repeat([]float64{math.Inf(1)}, len(m.row)), make([]int, len(m.row))
	seen := make([]bool, len(m.row))
	at := 0
	for m.row[at] >= 0 {
		seen[at] = true
		next := m.nearest(at, slack, from, seen)
		m.reprice(slack[next], slack, seen)
		at = next
	}
	for at != 0 {
		m.row[at] = m.row[from[at]]
		at = from[at]
	}
	m.row[0] = -1
}

// nearest updates what each column not yet seen would cost, and is the cheapest.
func (m *matching) nearest(at int, slack []float64, from []int, seen []bool) int {
	best, row := -1, m.row[at]
	for c := 1; c < len(m.row); c++ {
		if seen[c] {
			continue
		}
		if cost := -m.values[row][c-1] - m.rowPrice[row] - m.colCost[c]; cost < slack[c] {
			slack[c], from[c] = cost, at
		}
		if best < 0 || slack[c] < slack[best] {
			best = c
		}
	}
	return best
}

func (m *matching) reprice(delta float64, slack []float64, seen []bool) {
	for c := range m.row {
		if seen[c] {
			m.rowPrice[m.row[c]] += delta
			m.colCost[c] -= delta
		} else {
			slack[c] -= delta
		}
	}
}

// Apart counts the pairs of mentions that one division has together and the other apart, by a label of each pair.
func Apart(together, apart []string, label func(i, j int) string) Counts {
	out := Counts{}
	for _, cluster := range newDivision(together) {
		for k, i := range cluster {
			for _, j := range cluster[k+1:] {
				if apart[i] != apart[j] {
					out[label(i, j)]++
				}
			}
		}
	}
	return out
}

// Clusters is how many clusters a division has.
func Clusters(of []string) int { return len(newDivision(of)) }
