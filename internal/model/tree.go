// SPDX-License-Identifier: Apache-2.0

package model

// none is a score that no arc has.
const none = -1 << 50

// A decoder finds the best tree: the maximum spanning arborescence of Chu and Liu (1965) and Edmonds (1967), with one word
// under the root.
type decoder struct{ chosen, state []int32 }

// heads gives each word its governor: the number of the word, 0 for the root; element 0 is unused. scores holds n rows
// (words) of width columns (governors).
func (d *decoder) heads(scores []int32, n, width int) []int32 {
	d.chosen, d.state = grow(d.chosen, n+1), grow(d.state, n+1)
	roots := 0
	for i := 1; i <= n; i++ {
		row := scores[(i-1)*width:][:n+1]
		at := 0
		for j := 1; j <= n; j++ {
			if j != i && row[j] > row[at] {
				at = j
			}
		}
		d.chosen[i] = int32(at)
		if at == 0 {
			roots++
		}
	}
	if roots == 1 && len(cycle(d.chosen, d.state)) == 0 {
		return d.chosen // nearly always
	}
	g := newGraph(scores, n, width)
	best, bestSum := g.arborescence(), int64(none)
	if rooted(best) == 1 {
		copy(d.chosen, best)
		return d.chosen
	}
	best = nil
	for _, root := range candidates(scores, n, width) {
		heads := g.under(root).arborescence()
		if sum := total(scores, heads, n, width); best == nil || sum > bestSum {
			best, bestSum = heads, sum
		}
	}
	copy(d.chosen, best)
	return d.chosen
}

// rooted is how many words hang on the root.
func rooted(heads []int32) int {
	n := 0
	for _, h := range heads[1:] {
		if h == 0 {
			n++
		}
	}
	return n
}

// maxRoots bounds the words that are tried as the one under the root; in a sentence of more than manyWords, where a trial
// costs much and prose hardly ever gets, it is only the best one.
const (
	maxRoots  = 6
	manyWords = 100
)

// candidates are the words with the best scores as the root's, best first, compared with their best other governor.
func candidates(scores []int32, n, width int) []int {
	var out []int
	gain := make([]int64, n+1)
	for i := 1; i <= n; i++ {
		row := scores[(i-1)*width:][:n+1]
		other := int64(none)
		for j := 1; j <= n; j++ {
			if j != i {
				other = max(other, int64(row[j]))
			}
		}
		gain[i] = int64(row[0]) - other
	}
	most := min(maxRoots, n)
	if n > manyWords {
		most = 1
	}
	for len(out) < most {
		at := 0
		for i := 1; i <= n; i++ {
			if gain[i] != none && (at == 0 || gain[i] > gain[at]) {
				at = i
			}
		}
		out = append(out, at)
		gain[at] = none
	}
	return out
}

func total(scores []int32, heads []int32, n, width int) int64 {
	var sum int64
	for i := 1; i <= n; i++ {
		sum += int64(scores[(i-1)*width+int(heads[i])])
	}
	return sum
}

// cycle is the nodes of a cycle of heads, or none; state is a buffer.
func cycle(heads, state []int32) []int32 {
	clear(state)
	for start := int32(1); int(start) < len(heads); start++ {
		i := start
		for i != 0 && state[i] == 0 {
			state[i] = start
			i = heads[i]
		}
		if i == 0 || state[i] != start {
			continue
		}
		out := []int32{i}
		for j := heads[i]; j != i; j = heads[j] {
			out = append(out, j)
		}
		return out
	}
	return nil
}

// A graph holds the score of each arc, by dependent and governor; node 0 is the root.
type graph struct {
	n      int // nodes, the root included
	scores []int64
}

func newGraph(scores []int32, n, width int) *graph {
	g := &graph{n + 1, make([]int64, (n+1)*(n+1))}
	for i := 1; i <= n; i++ {
		for j := range n + 1 {
			g.scores[i*g.n+j] = int64(scores[(i-1)*width+j])
		}
		g.scores[i*g.n+i] = none
	}
	return g
}

// under is a copy in which only word root may hang on the root.
func (g *graph) under(root int) *graph {
	out := &graph{g.n, append([]int64(nil), g.scores...)}
	for i := 1; i < g.n; i++ {
		if i != root {
			out.scores[i*g.n] = none
		}
	}
	return out
}

// arborescence is the best governor of every node such that all hang on node 0.
func (g *graph) arborescence() []int32 {
	heads := make([]int32, g.n)
	for i := 1; i < g.n; i++ {
		at := 0
		for j := 1; j < g.n; j++ {
			if j != i && g.scores[i*g.n+j] > g.scores[i*g.n+at] {
				at = j
			}
		}
		heads[i] = int32(at)
	}
	loop := cycle(heads, make([]int32, g.n))
	if len(loop) == 0 {
		return heads
	}
	return g.expand(heads, loop)
}

// expand contracts a cycle to one node, solves the rest, and opens the cycle where that enters it.
func (g *graph) expand(heads, loop []int32) []int32 {
	inside := make([]bool, g.n)
	for _, i := range loop {
		inside[i] = true
	}
	old := make([]int32, 0, g.n) // by new number
	for i := range g.n {
		if !inside[i] {
			old = append(old, int32(i))
		}
	}
	hub := len(old)
	small := &graph{hub + 1, make([]int64, (hub+1)*(hub+1))}
	enter, leave := make([]int32, hub), make([]int32, hub) // by outside node: where its arc to the hub ends, and the hub's to it begins
	for v, i := range old {
		for w, j := range old {
			small.scores[v*small.n+w] = g.scores[int(i)*g.n+int(j)]
		}
		into, from := int64(2*none), int64(2*none)
		for _, u := range loop {
			if s := g.scores[int(u)*g.n+int(i)] - g.scores[int(u)*g.n+int(heads[u])]; s > into {
				into, enter[v] = s, u
			}
			if s := g.scores[int(i)*g.n+int(u)]; s > from {
				from, leave[v] = s, u
			}
		}
		small.scores[hub*small.n+v], small.scores[v*small.n+hub] = into, from
	}
	for v := range small.n {
		small.scores[v*small.n+v] = 4 * none
	}
	solved := small.arborescence()
	out := make([]int32, g.n)
	for _, u := range loop {
		out[u] = heads[u]
	}
	for v := 1; v < hub; v++ {
		if int(solved[v]) == hub {
			out[old[v]] = leave[v]
		} else {
			out[old[v]] = old[solved[v]]
		}
	}
	by := solved[hub]
	out[enter[by]] = old[by]
	return out
}
