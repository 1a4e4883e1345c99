// SPDX-License-Identifier: Apache-2.0

package train

import "stemma/internal/model"

// quantise is the network as a model.
func quantise(net *network, vocab *vocabulary) *model.Model {
	d := net.dense
	w := model.Weights{
		Shape: net.Shape, Hashes: vocab.hash, Embed: net.embed,
		TagW: d[tagW], TagB: d[tagB], Root: d[rootV], MLPW: d[mlpW], MLPB: d[mlpB],
		ArcU: d[arcU], ArcB: d[arcB], ArcD: d[arcD], LabelW: d[labW], LabelB: d[labB], NameW: d[nerW], NameB: d[nerB],
	}
	for l := range net.Layers {
		w.Layers = append(w.Layers, net.layer(l))
	}
	w.NameLayer = net.layer(net.Layers)
	return w.Quantise()
}

func (net *network) layer(l int) (out [2]model.LayerWeights) {
	for dir := range out {
		part := func(k int) []float32 { return net.dense[net.tensor(l, dir, k)] }
		out[dir] = model.LayerWeights{In: part(inW), Rec: part(recU), Bias: part(recB)}
	}
	return out
}
