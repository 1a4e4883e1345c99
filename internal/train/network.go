// SPDX-License-Identifier: Apache-2.0

package train

import "stemma/internal/model"

// The dense tensors of a network, by number. Those of the layers come after them: W, U and B of each direction.
const (
	tagW = iota // layer 1 -> scores of UPOS, then of XPOS
	tagB
	rootV // stands for the root in place of a word's state
	mlpW  // top layer -> dependent and head for arcs, dependent and head for labels
	mlpB
	arcU // bilinear form of arcs
	arcB // how likely a word is to govern at all
	arcD // by how far it stands off
	labW // label -> scores
	labB
	nerW // layer of names -> scores of IOB2 tags
	nerB
	firstLayer
)

// tensors of one direction of a layer, from firstLayer on.
const (
	inW = iota
	recU
	recB
	perDirection
)

// A network is the weights while they are trained. Every tensor is stored row by row.
type network struct {
	model.Shape
	rows   int         // of the embeddings
	embed  []float32   // rows by E
	dense  [][]float32 // by number
	mirror [][]float32 // transposed copies of those that the way back needs
}

func (net *network) tagPad() int { return pad16(len(net.UPOS)) }
func (net *network) tagCols() int {
	return net.tagPad() + pad16(len(net.XPOS))
}
func (net *network) relCols() int { return pad16(len(net.Rels)) }
func (net *network) mlpCols() int { return 2*net.Arc + 2*net.Label }
func (net *network) state() int   { return 2 * net.Hidden }

// in is the width of what goes into layer l; layer Layers is that of names.
func (net *network) in(l int) int {
	if l == 0 {
		return net.Embed
	}
	return net.state()
}

// hidden is the width of one direction of layer l.
func (net *network) hidden(l int) int {
	if l == net.Layers {
		return net.NameHidden
	}
	return net.Hidden
}

func (net *network) tensor(l, dir, part int) int { return firstLayer + (2*l+dir)*perDirection + part }

// size is rows and columns of dense tensor t.
func (net *network) size(t int) (int, int) {
	s := net.state()
	switch t {
	case tagW:
		return s, net.tagCols()
	case tagB:
		return 1, net.tagCols()
	case rootV:
		return 1, s
	case mlpW:
		return s, net.mlpCols()
	case mlpB:
		return 1, net.mlpCols()
	case arcU:
		return net.Arc, net.Arc
	case arcB:
		return 1, net.Arc
	case arcD:
		return 1, model.Distances
	case labW:
		return net.Label, net.relCols()
	case labB:
		return 1, net.relCols()
	case nerW:
		return 2 * net.NameHidden, nameCols
	case nerB:
		return 1, nameCols
	}
	l, part := (t-firstLayer)/perDirection/2, (t-firstLayer)%perDirection
	switch part {
	case inW:
		return net.in(l), 4 * net.hidden(l)
	case recU:
		return net.hidden(l), 4 * net.hidden(l)
	}
	return 1, 4 * net.hidden(l)
}

func (net *network) tensors() int { return firstLayer + 2*(net.Layers+1)*perDirection }

// newNetwork draws weights from src: uniform in the range that keeps variances (Glorot), embeddings small, forget gates open.
func newNetwork(shape model.Shape, rows int, src *source) *network {
	net := &network{Shape: shape, rows: rows, embed: make([]float32, rows*shape.Embed)}
	for i := range net.embed {
		net.embed[i] = float32((2*src.unit() - 1) * 0.15)
	}
	for t := range net.tensors() {
		n, m := net.size(t)
		w := make([]float32, n*m)
		if n > 1 || t == rootV {
			bound := sqrt(6 / float32(n+m))
			for i := range w {
				w[i] = float32((2*src.unit() - 1) * bound)
			}
		} else if t >= firstLayer {
			for i := m / 4; i < m/2; i++ {
				w[i] = 1 // the forget gate
			}
		}
		net.dense = append(net.dense, w)
	}
	net.mirror = make([][]float32, net.tensors())
	net.reflect()
	return net
}

// reflect renews the transposed copies.
func (net *network) reflect() {
	for t := range net.dense {
		n, m := net.size(t)
		if n == 1 {
			continue
		}
		width := pad16(n)
		if net.mirror[t] == nil {
			net.mirror[t] = make([]float32, m*width)
		}
		transpose(net.mirror[t], net.dense[t], n, m, width)
	}
}

// A gradient is the slope of the loss by every weight. Rows of the embeddings are kept as a list of those met.
type gradient struct {
	embed []float32
	met   []bool
	rows  []uint32
	dense [][]float32
	loss  float64
	words int
}

func newGradient(net *network) *gradient {
	g := &gradient{embed: make([]float32, len(net.embed)), met: make([]bool, net.rows)}
	for _, w := range net.dense {
		g.dense = append(g.dense, make([]float32, len(w)))
	}
	return g
}

func (g *gradient) reset(width int) {
	for _, r := range g.rows {
		clear(g.embed[int(r)*width:][:width])
		g.met[r] = false
	}
	g.rows = g.rows[:0]
	for _, d := range g.dense {
		clear(d)
	}
	g.loss, g.words = 0, 0
}

func (g *gradient) touch(row uint32) {
	if !g.met[row] {
		g.met[row] = true
		g.rows = append(g.rows, row)
	}
}

// add puts o's slopes on g's.
func (g *gradient) add(o *gradient, width int) {
	for _, r := range o.rows {
		g.touch(r)
		to, from := g.embed[int(r)*width:][:width], o.embed[int(r)*width:][:width]
		for i, v := range from {
			to[i] += v
		}
	}
	for t, d := range o.dense {
		to := g.dense[t]
		for i, v := range d {
			to[i] += v
		}
	}
	g.loss += o.loss
	g.words += o.words
}
