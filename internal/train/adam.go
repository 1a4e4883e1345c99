// SPDX-License-Identifier: Apache-2.0

package train

// adam is the optimiser of Kingma and Ba (2015). The moments of an embedding move only when it is met.
type adam struct {
	rate, beta1, beta2 float32
	decay1, decay2     float32 // powers of the betas
	m, v               [][]float32
	em, ev             []float32
}

func newAdam(net *network, beta1, beta2 float32) *adam {
	a := &adam{beta1: beta1, beta2: beta2, decay1: 1, decay2: 1}
	for _, w := range net.dense {
		a.m, a.v = append(a.m, make([]float32, len(w))), append(a.v, make([]float32, len(w)))
	}
	a.em, a.ev = make([]float32, len(net.embed)), make([]float32, len(net.embed))
	return a
}

// maxNorm bounds the length of a step's gradient.
const maxNorm = 5

// step moves the weights against g, which is divided by the number of words that it covers.
func (a *adam) step(net *network, g *gradient) {
	a.decay1 *= a.beta1
	a.decay2 *= a.beta2
	scale := 1 / float32(max(1, g.words))
	if norm := sqrt(length(net, g)) * scale; norm > maxNorm {
		scale *= maxNorm / norm
	}
	for t, w := range net.dense {
		a.move(w, g.dense[t], a.m[t], a.v[t], scale)
	}
	e := net.Embed
	for _, r := range g.rows {
		at := int(r) * e
		a.move(net.embed[at:at+e], g.embed[at:at+e], a.em[at:at+e], a.ev[at:at+e], scale)
	}
	net.reflect()
}

func length(net *network, g *gradient) float32 {
	var sum float32
	for _, d := range g.dense {
		for _, v := range d {
			sum += float32(v * v)
		}
	}
	for _, r := range g.rows {
		for _, v := range g.embed[int(r)*net.Embed:][:net.Embed] {
			sum += float32(v * v)
		}
	}
	return sum
}

func (a *adam) move(w, g, m, v []float32, scale float32) {
	c1, c2 := 1/(1-a.decay1), 1/(1-a.decay2)
	b1, b2 := a.beta1, a.beta2
	for i, x := range g {
		x *= scale
		m[i] = float32(b1*m[i]) + float32((1-b1)*x)
		v[i] = float32(b2*v[i]) + float32(float32((1-b2)*x)*x)
		w[i] -= float32(a.rate*m[i]*c1) / (sqrt(v[i]*c2) + 1e-6)
	}
}
