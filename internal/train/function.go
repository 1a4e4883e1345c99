// SPDX-License-Identifier: Apache-2.0

package train

import "math"

// exp is e to the power of x in single precision, by the same steps on every machine; it saturates beyond ±50.
func exp(x float32) float32 {
	x = max(-50, min(50, x))
	n := float32(math.Floor(float64(float32(x*1.44269504) + 0.5)))
	r := x - float32(n*0.693359375)
	r += float32(n * 2.12194440e-4)
	p := float32(1.9875691500e-4)
	for _, c := range [...]float32{1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1} {
		p = float32(p*r) + c
	}
	p = float32(float32(p*r)*r) + r + 1
	return p * math.Float32frombits(uint32(int32(n)+127)<<23)
}

func sigmoid(x float32) float32 { return 1 / (1 + exp(-x)) }

func tanh(x float32) float32 { return float32(2*sigmoid(2*x)) - 1 }

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// softmaxLoss is the cross entropy of the first n scores against the gold class; scores become its gradient.
func softmaxLoss(scores []float32, n, gold int) float32 {
	top := scores[0]
	for _, s := range scores[1:n] {
		top = max(top, s)
	}
	var sum float32
	at := scores[gold] - top
	for i := range n {
		scores[i] = exp(scores[i] - top)
		sum += scores[i]
	}
	scale := 1 / sum
	for i := range n {
		scores[i] *= scale
	}
	scores[gold]--
	clear(scores[n:])
	return float32(math.Log(float64(sum))) - at
}

// A source is a pseudo-random generator (splitmix64), the same on every machine and for every version of Go.
type source uint64

func (s *source) next() uint64 {
	*s += 0x9e3779b97f4a7c15
	z := uint64(*s)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// unit is at least 0 and below 1.
func (s *source) unit() float32 { return float32(s.next()>>40) / (1 << 24) }

func (s *source) below(n int) int { return int(s.next() % uint64(n)) }

// shuffle permutes order.
func (s *source) shuffle(order []int) {
	for i := len(order) - 1; i > 0; i-- {
		j := s.below(i + 1)
		order[i], order[j] = order[j], order[i]
	}
}
