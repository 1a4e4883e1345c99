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
		var layer [2]model.LayerWeights
		for dir := range 2 {
			layer[dir] = model.LayerWeights{
				In: d[net.tensor(l, dir, inW)], Rec: d[net.tensor(l, dir, recU)], Bias: d[net.tensor(l, dir, recB)],
			}
		}
		w.Layers = append(w.Layers, layer)
	}
	return w.Quantise()
}
