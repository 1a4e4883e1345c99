// SPDX-License-Identifier: Apache-2.0

package train

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"stemma/internal/model"
	"stemma/internal/treebank"
)

// corpus is a few sentences of our own: "word/UPOS/XPOS/head/relation/name" each.
func corpus(t *testing.T) *Corpus {
	t.Helper()
	c := &Corpus{}
	for _, s := range []string{
		"Ann/PROPN/NNP/2/nsubj/B-PER left/VERB/VBD/0/root/ Lorn/PROPN/NNP/2/obj/B-LOC ././/2/punct/",
		"The/DET/DT/2/det/ crew/NOUN/NN/3/nsubj/ slept/VERB/VBD/0/root/",
		"Berg/PROPN/NNP/3/nsubj/B-PER has/AUX/VBZ/3/aux/ left/VERB/VBN/0/root/ the/DET/DT/5/det/ crew/NOUN/NN/3/obj/",
		"Stop/VERB/VB/0/root/",
	} {
		var sent treebank.Sentence
		var names []string
		for _, w := range strings.Fields(s) {
			f := strings.Split(w, "/")
			if f[0] == "." {
				f = []string{".", "PUNCT", ".", f[4], f[5], ""}
				f[3], f[4] = "2", "punct"
			}
			sent.Words = append(sent.Words, treebank.Word{Form: f[0], UPOS: f[1], XPOS: f[2], Head: int(f[3][0] - '0'), Deprel: f[4]})
			names = append(names, f[5])
		}
		c.Trees, c.Names = append(c.Trees, sent), append(c.Names, names)
	}
	c.Names[1] = nil
	return c
}

func tiny(epochs int) Options {
	o := Defaults()
	o.Shape = model.Shape{Embed: 16, Hidden: 16, Layers: 2, NameHidden: 16, Arc: 16, Label: 16}
	o.Epochs, o.Batch, o.Rate = epochs, 8, 0.01
	return o
}

func TestTheSameCorpusGivesTheSameBytes(t *testing.T) {
	first, err := Run(corpus(t), tiny(3))
	if err != nil {
		t.Fatal(err)
	}
	again, err := Run(corpus(t), tiny(3))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Encode(), again.Encode()) {
		t.Error("two trainings differ")
	}
	other := tiny(3)
	other.Seed++
	if m, _ := Run(corpus(t), other); bytes.Equal(first.Encode(), m.Encode()) {
		t.Error("the seed changes nothing")
	}
}

func TestASmallCorpusIsLearnedByHeart(t *testing.T) {
	c, o := corpus(t), tiny(150)
	o.Drop = Dropout{}
	m, err := Run(c, o)
	if err != nil {
		t.Fatal(err)
	}
	for i, sent := range c.Trees {
		var words []string
		for _, w := range sent.Words {
			words = append(words, w.Form)
		}
		for k, got := range m.NewReader().Read([]model.Sentence{{Words: words, Marks: marks(words)}}, nil) {
			w := sent.Words[k]
			if m.UPOS[got.UPOS] != w.UPOS || m.XPOS[got.XPOS] != w.XPOS || int(got.Head) != w.Head {
				t.Errorf("sentence %d, %s: %s %s %d", i, w.Form, m.UPOS[got.UPOS], m.XPOS[got.XPOS], got.Head)
			}
			if c.Names[i] != nil && model.NameTags[got.Name] != c.Names[i][k] {
				t.Errorf("sentence %d, %s: name %q", i, w.Form, model.NameTags[got.Name])
			}
		}
	}
}

// TestSlopesAreThoseOfTheLoss compares the way back with what the loss does when a weight is moved.
func TestSlopesAreThoseOfTheLoss(t *testing.T) {
	o := tiny(1)
	o.Shape.Embed, o.Shape.Hidden = 16, 16
	all, err := samples(corpus(t), &o.Shape)
	if err != nil {
		t.Fatal(err)
	}
	vocab, lists := newVocabulary(all), newRenamer()
	src := source(3)
	net := newNetwork(o.Shape, len(vocab.hash), &src)
	g := newGradient(net)
	p := &pass{net: net, g: g}
	loss := func() float64 {
		g.reset(net.Embed)
		for _, s := range all {
			s.vocab, s.lists = vocab, lists
			p.learn(s)
		}
		return g.loss
	}
	base := loss()
	slopes := newGradient(net)
	slopes.add(g, net.Embed)
	tensors, ways := append(slices.Clone(net.dense), net.embed), append(slices.Clone(slopes.dense), slopes.embed)
	for k, w := range tensors {
		for range 12 {
			i := src.below(len(w))
			const step = 3e-4
			was := w[i]
			w[i] = was + step
			net.reflect()
			up := loss()
			w[i] = was - step
			net.reflect()
			down := loss()
			w[i] = was
			net.reflect()
			got, left, right := float64(ways[k][i]), (base-down)/step, (up-base)/step // they differ where a rectifier bends
			room := 0.02 + 0.05*math.Abs(got)
			if got < min(left, right)-room || got > max(left, right)+room {
				t.Errorf("tensor %d, weight %d: slope %.4f, the loss moves by %.4f and %.4f", k, i, got, left, right)
			}
		}
	}
}

func TestKernelsGiveTheBitsOfPlainLoops(t *testing.T) {
	src := source(9)
	draw := func(n int) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = src.unit() - 0.5
		}
		return out
	}
	for _, size := range []struct{ n, k, m int }{{1, 3, 64}, {1, 7, 16}, {4, 5, 32}, {6, 33, 80}, {3, 4, 5}} {
		a, b, c := draw(size.n*size.k), draw(size.k*size.m), draw(size.n*size.m)
		want := slices.Clone(c)
		gemm(c, a, size.k, 1, b, size.n, size.k, size.m)
		plainGemm(want, a, size.k, 1, b, size.n, size.k, size.m)
		if !slices.Equal(c, want) {
			t.Errorf("%+v: products differ", size)
		}
		turned := make([]float32, size.k*size.n)
		transpose(turned, a, size.n, size.k, size.n)
		clear(c)
		clear(want)
		gemm(c, turned, 1, size.n, b, size.n, size.k, size.m)
		plainGemm(want, a, size.k, 1, b, size.n, size.k, size.m)
		if !slices.Equal(c, want) {
			t.Errorf("%+v: products of the transposed differ", size)
		}
	}
}

func TestFunctionsAreNearThoseOfTheLibrary(t *testing.T) {
	for x := -40.0; x < 40; x += 0.37 {
		if got, want := float64(exp(float32(x))), math.Exp(float64(float32(x))); math.Abs(got-want) > 1e-6*want {
			t.Errorf("exp(%g) = %g, want %g", x, got, want)
		}
		if got, want := float64(tanh(float32(x))), math.Tanh(float64(float32(x))); math.Abs(got-want) > 1e-6 {
			t.Errorf("tanh(%g) = %g, want %g", x, got, want)
		}
	}
}
