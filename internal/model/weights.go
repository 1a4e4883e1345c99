// SPDX-License-Identifier: Apache-2.0

package model

import "math"

// Weights are a network in floating point, as it is trained; matrices are stored input by input.
type Weights struct {
	Shape
	Hashes []Feature // by row of Embed; row 0 is for unknown words
	Embed  []float32

	Layers         [][2]LayerWeights
	TagW, TagB     []float32 // scores of UPOS, padded to a multiple of 16, then of XPOS, padded too
	Root           []float32 // stands for the root in place of a word's state
	MLPW, MLPB     []float32 // dependent and governor for arcs, dependent and governor for relations
	ArcU, ArcB     []float32
	ArcD           []float32 // by Distance
	LabelW, LabelB []float32 // padded to a multiple of 16
	NameW, NameB   []float32 // from the layer of names; padded to 16
	NameLayer      [2]LayerWeights
}

// LayerWeights are one direction of a layer; gates stand in the order input, forget, cell, output.
type LayerWeights struct{ In, Rec, Bias []float32 }

// Quantise rounds weights to the fixed points of a Model.
func (w *Weights) Quantise() *Model {
	m := &Model{Shape: w.Shape, table: newTable(w.Hashes)}
	m.quantiseRows(w.Embed)
	bits := uint(embedBits)
	for _, l := range w.Layers {
		m.layers = append(m.layers, [2]direction{l[0].quantise(bits), l[1].quantise(bits)})
		bits = stateBits
	}
	m.layers = append(m.layers, [2]direction{w.NameLayer[0].quantise(bits), w.NameLayer[1].quantise(bits)})
	state := 2 * w.Hidden
	m.tag = projection{fixed(w.TagW, state, len(w.TagB), sumBits-stateBits), fixedBias(w.TagB, sumBits)}
	m.mlp = projection{fixed(w.MLPW, state, len(w.MLPB), sumBits-stateBits), fixedBias(w.MLPB, sumBits)}
	m.ner = projection{fixed(w.NameW, 2*w.NameHidden, len(w.NameB), sumBits-stateBits), fixedBias(w.NameB, sumBits)}
	m.label = projection{fixed(w.LabelW, w.Label, len(w.LabelB), formBits), fixedBias(w.LabelB, labelBits)}
	m.form, m.formBias = fixed(w.ArcU, w.Arc, w.Arc, formBits), fixedBias(w.ArcB, labelBits)
	m.root = make([]int16, state)
	for i, v := range w.Root {
		m.root[i] = clamp16(round(v, stateBits))
	}
	copy(m.distance[:], fixedBias(w.ArcD, arcBits))
	return m
}

// quantise takes what comes in with so many bits after the point.
func (l *LayerWeights) quantise(bits uint) direction {
	gates := len(l.Bias)
	return direction{
		in:   fixed(l.In, len(l.In)/gates, gates, sumBits-bits),
		rec:  fixed(l.Rec, gates/4, gates, sumBits-stateBits),
		bias: fixedBias(l.Bias, sumBits),
	}
}

// maxScale keeps the sum of MaxFeatures embeddings within sixteen bits.
const maxScale = (1 << 15) / MaxFeatures << rowShift / 127

// quantiseRows gives each row of the embeddings a scale of its own.
func (m *Model) quantiseRows(embed []float32) {
	n := len(embed) / m.Embed
	m.rows, m.scales = make([]int8, len(embed)), make([]uint8, n)
	for r := range n {
		row := embed[r*m.Embed:][:m.Embed]
		var top float32
		for _, v := range row {
			top = max(top, v, -v)
		}
		scale := max(1, min(maxScale, int(math.Ceil(float64(top)*(1<<rowBits)/127))))
		m.scales[r] = uint8(scale)
		for i, v := range row {
			q := round(v, rowBits)
			half := int32(scale) / 2
			if q < 0 {
				half = -half
			}
			m.rows[r*m.Embed+i] = int8(max(-127, min(127, (q+half)/int32(scale))))
		}
	}
}

// round is v with so many bits after the point, halves away from zero.
func round(v float32, bits uint) int32 {
	x := math.Round(float64(v) * float64(int64(1)<<bits))
	return int32(max(-1<<30, min(1<<30, x)))
}

func fixed(w []float32, in, out int, bits uint) *matrix {
	m := newMatrix(in, out)
	for i := range in {
		for o := range out {
			m.set(i, o, clamp16(round(w[i*out+o], bits)))
		}
	}
	return m
}

func fixedBias(b []float32, bits uint) []int32 {
	out := make([]int32, len(b))
	for i, v := range b {
		out[i] = round(v, bits)
	}
	return out
}
