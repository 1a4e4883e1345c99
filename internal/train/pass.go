// SPDX-License-Identifier: Apache-2.0

package train

import "stemma/internal/model"

// A pass reads one sentence forth and back and adds its slopes to a gradient. Its buffers are used again.
type pass struct {
	net  *network
	g    *gradient
	src  source
	drop Dropout
	buf  arena
}

// An arena hands out zeroed slices that live until it is reset.
type arena struct {
	data []float32
	used int
}

func (a *arena) reset() { clear(a.data[:min(a.used, len(a.data))]); a.used = 0 }

func (a *arena) take(n int) []float32 {
	if a.used+n > len(a.data) {
		a.data = make([]float32, max(2*len(a.data), a.used+n, 1<<20))
		a.used = 0 // slices handed out before keep the old array alive
	}
	s := a.data[a.used:][:n:n]
	a.used += n
	return s
}

// mask is n factors: 0 with probability p, else 1/(1-p).
func (p *pass) mask(n int, prob float32) []float32 {
	m := p.buf.take(n)
	keep := 1 / (1 - prob)
	for i := range m {
		if p.src.unit() >= prob {
			m[i] = keep
		}
	}
	return m
}

// applyMask multiplies each of the n rows of a by m.
func applyMask(a, m []float32, n int) {
	for i := range n {
		row := a[i*len(m):][:len(m)]
		for j := range row {
			row[j] *= m[j]
		}
	}
}

// A track is what one direction of one layer keeps for the way back.
type track struct {
	gates, cell, tcell, prev []float32
	mask                     []float32
}

// learn reads a sentence and adds the slopes of its loss.
func (p *pass) learn(s *sample) {
	net, n := p.net, len(s.words)
	p.buf.reset()
	x := p.buf.take(n * net.Embed)
	rows := p.embed(x, s)
	xMask := p.mask(net.Embed, p.drop.Input)
	applyMask(x, xMask, n)

	inputs := [][]float32{x} // of each layer; the last is what comes out of the top
	var stacks []*stack
	for l := range net.Layers {
		st := p.stack(inputs[l], n, l, p.drop.Layer)
		stacks, inputs = append(stacks, st), append(inputs, st.out)
	}
	slopes := make([][]float32, len(inputs)) // by what goes into each layer
	for l := range slopes {
		slopes[l] = p.buf.take(len(inputs[l]))
	}
	p.tags(inputs[1], slopes[1], s)
	p.tree(inputs[net.Layers], slopes[net.Layers], s)
	if s.names != nil {
		st := p.stack(inputs[1], n, net.Layers, p.drop.Names)
		slope := p.buf.take(len(st.out))
		p.names(st.out, slope, s)
		p.unstack(st, inputs[1], slopes[1], slope, n)
	}
	for l := net.Layers - 1; l >= 0; l-- {
		p.unstack(stacks[l], inputs[l], slopes[l], slopes[l+1], n)
	}
	applyMask(slopes[0], xMask, n)
	for i := range n {
		from := slopes[0][i*net.Embed:][:net.Embed]
		for _, r := range rows[i] {
			p.g.touch(r)
			to := p.g.embed[int(r)*net.Embed:][:net.Embed]
			for j, v := range from {
				to[j] += v
			}
		}
	}
	p.g.words += n
}

// embed sums the embeddings of each word's features into x.
func (p *pass) embed(x []float32, s *sample) [][]uint32 {
	rows := s.features(&p.src, p.drop)
	for i, list := range rows {
		to := x[i*p.net.Embed:][:p.net.Embed]
		for _, r := range list {
			for j, v := range p.net.embed[int(r)*p.net.Embed:][:p.net.Embed] {
				to[j] += v
			}
		}
	}
	return rows
}

// A stack is a layer at work: both directions, and the mask on what comes out.
type stack struct {
	l         int
	tracks    [2]track
	out, mask []float32
}

// stack runs layer l over the rows of in and hides a share of what comes out.
func (p *pass) stack(in []float32, n, l int, drop float32) *stack {
	width := 2 * p.net.hidden(l)
	st := &stack{l: l, out: p.buf.take(n * width)}
	for dir := range st.tracks {
		st.tracks[dir] = p.forward(in, n, l, dir, st.out)
	}
	st.mask = p.mask(width, drop)
	applyMask(st.out, st.mask, n)
	return st
}

// unstack is the way back through stack.
func (p *pass) unstack(st *stack, in, inSlope, outSlope []float32, n int) {
	applyMask(outSlope, st.mask, n)
	for dir := range st.tracks {
		p.backward(&st.tracks[dir], in, inSlope, outSlope, n, st.l, dir)
	}
}

// forward runs a long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates) over the rows of in, from the
// last to the first where dir is 1, and writes its half of out. Gates stand in the order input, forget, cell, output.
func (p *pass) forward(in []float32, n, l, dir int, out []float32) track {
	net, h := p.net, p.net.hidden(l)
	t := track{
		gates: p.buf.take(n * 4 * h), cell: p.buf.take(n * h), tcell: p.buf.take(n * h), prev: p.buf.take(n * h),
		mask: p.mask(h, p.drop.Recurrent),
	}
	bias := net.dense[net.tensor(l, dir, recB)]
	for i := range n {
		copy(t.gates[i*4*h:], bias)
	}
	mul(t.gates, in, net.dense[net.tensor(l, dir, inW)], n, net.in(l), 4*h)
	u := net.dense[net.tensor(l, dir, recU)]
	last := -1
	for step := range n {
		i := step
		if dir == 1 {
			i = n - 1 - step
		}
		g := t.gates[i*4*h:][:4*h]
		cell, tcell := t.cell[i*h:][:h], t.tcell[i*h:][:h]
		dst := out[i*2*h+dir*h:][:h]
		var before []float32
		if last >= 0 {
			prev := t.prev[i*h:][:h]
			for j, v := range out[last*2*h+dir*h:][:h] {
				prev[j] = v * t.mask[j]
			}
			mul(g, prev, u, 1, h, 4*h)
			before = t.cell[last*h:][:h]
		}
		for j := range h {
			gi, gf, gc, gx := sigmoid(g[j]), sigmoid(g[h+j]), tanh(g[2*h+j]), sigmoid(g[3*h+j])
			g[j], g[h+j], g[2*h+j], g[3*h+j] = gi, gf, gc, gx
			c := float32(gi * gc)
			if before != nil {
				c += float32(gf * before[j])
			}
			tc := tanh(c)
			cell[j], tcell[j] = c, tc
			dst[j] = float32(gx * tc)
		}
		last = i
	}
	return t
}

// backward is the way back through forward: from the slopes by its output to those by its weights and its input.
func (p *pass) backward(t *track, in, inSlope, outSlope []float32, n, l, dir int) {
	net, h := p.net, p.net.hidden(l)
	uT := net.mirror[net.tensor(l, dir, recU)]
	dh, dc := p.buf.take(h), p.buf.take(h)
	for step := range n {
		i := n - 1 - step
		before := i - 1
		if dir == 1 {
			i, before = step, step+1
		}
		g := t.gates[i*4*h:][:4*h]
		from := outSlope[i*2*h+dir*h:][:h]
		tcell := t.tcell[i*h:][:h]
		first := before < 0 || before >= n
		for j := range h {
			gi, gf, gc, gx := g[j], g[h+j], g[2*h+j], g[3*h+j]
			d := from[j] + dh[j]
			c := dc[j] + float32(float32(d*gx)*(1-float32(tcell[j]*tcell[j])))
			var was float32
			if !first {
				was = t.cell[before*h+j]
			}
			g[j] = float32(float32(c*gc) * float32(gi*(1-gi)))
			g[h+j] = float32(float32(c*was) * float32(gf*(1-gf)))
			g[2*h+j] = float32(float32(c*gi) * (1 - float32(gc*gc)))
			g[3*h+j] = float32(float32(d*tcell[j]) * float32(gx*(1-gx)))
			dc[j] = float32(c * gf)
		}
		clear(dh)
		mul(dh, g, uT, 1, 4*h, h)
		for j := range dh {
			dh[j] *= t.mask[j]
		}
	}
	d := p.g.dense
	mulT(d[net.tensor(l, dir, inW)], in, t.gates, n, net.in(l), 4*h)
	mulT(d[net.tensor(l, dir, recU)], t.prev, t.gates, n, h, 4*h)
	addRows(d[net.tensor(l, dir, recB)], t.gates, n, 4*h)
	mul(inSlope, t.gates, net.mirror[net.tensor(l, dir, inW)], n, 4*h, net.in(l))
}

// affine is in times the weights w plus the bias b.
func (p *pass) affine(in []float32, n, w, b int) []float32 {
	k, m := p.net.size(w)
	out := p.buf.take(n * m)
	for i := range n {
		copy(out[i*m:], p.net.dense[b])
	}
	mul(out, in, p.net.dense[w], n, k, m)
	return out
}

// affineBack is the way back through affine.
func (p *pass) affineBack(in, inSlope, slope []float32, n, w, b int) {
	k, m := p.net.size(w)
	mulT(p.g.dense[w], in, slope, n, k, m)
	addRows(p.g.dense[b], slope, n, m)
	mul(inSlope, slope, p.net.mirror[w], n, m, k)
}

func (p *pass) tags(in, slope []float32, s *sample) {
	net, n, m := p.net, len(s.words), p.net.tagCols()
	scores := p.affine(in, n, tagW, tagB)
	for i := range n {
		row := scores[i*m:][:m]
		p.g.loss += float64(softmaxLoss(row[:net.tagPad()], len(net.UPOS), s.upos[i]))
		if s.xpos[i] < 0 {
			clear(row[net.tagPad():])
			continue
		}
		p.g.loss += float64(softmaxLoss(row[net.tagPad():], len(net.XPOS), s.xpos[i]))
	}
	p.affineBack(in, slope, scores, n, tagW, tagB)
}

// nameWeight is how much more names count than tags and trees, of which every word has one.
const nameWeight = 3

func (p *pass) names(in, slope []float32, s *sample) {
	n := len(s.words)
	scores := p.affine(in, n, nerW, nerB)
	p.g.loss += float64(runLoss(scores, p.buf.take(len(scores)), s.names, nameWeight))
	p.affineBack(in, slope, scores, n, nerW, nerB)
}

// tree learns heads (Dozat and Manning 2017: a bilinear form of a dependent's and a governor's projection, a softmax over
// all governors) and the relation to the gold head.
func (p *pass) tree(in, slope []float32, s *sample) {
	net, n := p.net, len(s.words)
	a, lab, m, st := net.Arc, net.Label, net.mlpCols(), net.state()
	all := p.buf.take((n + 1) * st) // row 0 is the root
	copy(all, net.dense[rootV])
	copy(all[st:], in[:n*st])
	mlp := p.affine(all, n+1, mlpW, mlpB)
	maskD, maskH := p.mask(a, p.drop.MLP), p.mask(a, p.drop.MLP)
	dep, head := p.buf.take((n+1)*a), p.buf.take((n+1)*a)
	for i := range n + 1 {
		for j := range a {
			dep[i*a+j] = max(0, mlp[i*m+j]) * maskD[j]
			head[i*a+j] = max(0, mlp[i*m+a+j]) * maskH[j]
		}
	}
	slopes := p.buf.take(len(mlp))
	p.arcs(dep, head, mlp, slopes, maskD, maskH, s)
	p.labels(mlp, slopes, 2*a, lab, s)
	back := p.buf.take(len(all))
	p.affineBack(all, back, slopes, n+1, mlpW, mlpB)
	for j := range st {
		p.g.dense[rootV][j] += back[j]
	}
	for i, v := range back[st:] {
		slope[i] += v
	}
}

func (p *pass) arcs(dep, head, mlp, slopes, maskD, maskH []float32, s *sample) {
	net, n, a, m := p.net, len(s.words), p.net.Arc, p.net.mlpCols()
	form := p.buf.take((n + 1) * a) // head times U, plus how likely it governs: column sums of dep need no constant
	for i := range n + 1 {
		copy(form[i*a:], net.dense[arcB])
	}
	mul(form, head, net.dense[arcU], n+1, a, a)
	width := pad16(n + 1)
	formT := p.buf.take(a * width)
	transpose(formT, form, n+1, a, width)
	scores := p.buf.take(n * width)
	far := net.dense[arcD]
	for i := range n {
		for j := range n + 1 {
			scores[i*width+j] = far[model.Distance(i+1, j)]
		}
	}
	mul(scores, dep[a:], formT, n, a, width)
	for i := range n {
		row := scores[i*width:][:width]
		row[i+1] = -1e9
		p.g.loss += float64(softmaxLoss(row, n+1, s.heads[i]))
		row[i+1] = 0
		for j := range n + 1 {
			p.g.dense[arcD][model.Distance(i+1, j)] += row[j]
		}
	}
	padded := p.buf.take(width * a)
	copy(padded, form)
	depSlope, formSlope := p.buf.take((n+1)*a), p.buf.take(width*a)
	mul(depSlope[a:], scores, padded, n, width, a)
	mulT(formSlope, scores, dep[a:], n, width, a)
	headSlope := p.buf.take((n + 1) * a)
	mulT(p.g.dense[arcU], head, formSlope, n+1, a, a)
	addRows(p.g.dense[arcB], formSlope, n+1, a)
	mul(headSlope, formSlope, net.mirror[arcU], n+1, a, a)
	for i := range n + 1 {
		for j := range a {
			if mlp[i*m+j] > 0 {
				slopes[i*m+j] += depSlope[i*a+j] * maskD[j]
			}
			if mlp[i*m+a+j] > 0 {
				slopes[i*m+a+j] += headSlope[i*a+j] * maskH[j]
			}
		}
	}
}

func (p *pass) labels(mlp, slopes []float32, at, lab int, s *sample) {
	net, n, m := p.net, len(s.words), p.net.mlpCols()
	mask := p.mask(lab, p.drop.MLP)
	z := p.buf.take(n * lab)
	for i := range n {
		d, h := mlp[(i+1)*m+at:][:lab], mlp[s.heads[i]*m+at+lab:][:lab]
		for j := range lab {
			z[i*lab+j] = max(0, d[j]+h[j]) * mask[j]
		}
	}
	scores := p.affine(z, n, labW, labB)
	cols := net.relCols()
	for i := range n {
		p.g.loss += float64(softmaxLoss(scores[i*cols:][:cols], len(net.Rels), s.rels[i]))
	}
	back := p.buf.take(n * lab)
	p.affineBack(z, back, scores, n, labW, labB)
	for i := range n {
		for j := range lab {
			if z[i*lab+j] > 0 {
				v := back[i*lab+j] * mask[j]
				slopes[(i+1)*m+at+j] += v
				slopes[s.heads[i]*m+at+lab+j] += v
			}
		}
	}
}
