// SPDX-License-Identifier: Apache-2.0

// Package train learns the weights of the reader's network from treebanks.
//
// The network is that of package model in single precision: embeddings of a word's features summed, long short-term
// memories in both directions, and on top of them tags, heads, relations and names, learned together. The same corpus and
// options give the same bytes on every machine: sums are made in one order, without fused operations, and the work of a
// batch is cut in a fixed number of parts.
package train

import (
	"sync"

	"stemma/internal/model"
)

// Dropout is how much is hidden while learning: shares of the input, between layers, of the recurrent state, of the
// projections and of the layer of names; Word is the weight by which rare words are hidden, Case and Marks the shares of
// sentences whose capitals are changed and whose marks are hidden, Rename the share of names that others replace.
type Dropout struct{ Input, Layer, Recurrent, MLP, Names, Word, Case, Marks, Rename float32 }

// Options are the settings of a training.
type Options struct {
	Shape  model.Shape // the classes are filled in from the corpus
	Epochs int
	Batch  int // words in a step, at least
	Rate   float32
	Drop   Dropout
	Seed   uint64

	// Progress, if set, is told after each epoch the mean loss per word.
	Progress func(epoch int, loss float32)
}

// Defaults are the options that the shipped weights were trained with.
func Defaults() Options {
	return Options{
		Shape:  model.Shape{Embed: 128, Hidden: 128, Layers: 2, NameHidden: 64, Arc: 96, Label: 64},
		Epochs: 24, Batch: 400, Rate: 0.003,
		Drop: Dropout{Input: 0.15, Layer: 0.25, Recurrent: 0.1, MLP: 0.25, Names: 0.4, Word: 1, Case: 0.1, Marks: 0.15, Rename: 0.3},
		Seed: 1,
	}
}

// parts is the number of parts in which a batch is worked on. It is part of the result: sums are made part by part.
const parts = 4

// Run learns from a corpus.
func Run(c *Corpus, o Options) (*model.Model, error) {
	all, err := samples(c, &o.Shape)
	if err != nil {
		return nil, err
	}
	src := source(o.Seed)
	vocab, lists := newVocabulary(all), newRenamer()
	for _, s := range all {
		s.vocab, s.lists = vocab, lists
	}
	net := newNetwork(o.Shape, len(vocab.hash), &src)
	t := trainer{Options: o, net: net, opt: newAdam(net, 0.9, 0.98), src: &src}
	for range parts {
		t.grads = append(t.grads, newGradient(net))
		t.passes = append(t.passes, &pass{net: net, g: t.grads[len(t.grads)-1], drop: o.Drop})
	}
	batches := 0
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	total := t.count(all) * o.Epochs
	for epoch := range o.Epochs {
		src.shuffle(order)
		var loss float64
		words := 0
		for at := 0; at < len(order); {
			n, size := at, 0
			for n < len(order) && size < o.Batch {
				size += len(all[order[n]].words)
				n++
			}
			t.rate(float32(batches) / float32(total))
			g := t.batch(all, order[at:n])
			loss += g.loss
			words += g.words
			at = n
			batches += size
		}
		if o.Progress != nil {
			o.Progress(epoch+1, float32(loss/float64(words)))
		}
	}
	return quantise(net, vocab), nil
}

// A trainer holds the state of a training.
type trainer struct {
	Options
	net    *network
	opt    *adam
	src    *source
	grads  []*gradient
	passes []*pass
}

func (t *trainer) count(all []*sample) int {
	n := 0
	for _, s := range all {
		n += len(s.words)
	}
	return n
}

// rate rises over the first hundredth of the work and then falls to nothing in a line.
func (t *trainer) rate(done float32) {
	t.opt.rate = t.Rate * min(1, done*50, 1.02-done)
}

// batch makes one step over some samples. Part k takes every parts-th sample; the slopes are added in order of the parts.
func (t *trainer) batch(all []*sample, chosen []int) *gradient {
	var wait sync.WaitGroup
	for k, p := range t.passes {
		p.g.reset(t.net.Embed)
		p.src = source(t.src.next())
		wait.Go(func() {
			for i := k; i < len(chosen); i += parts {
				p.learn(all[chosen[i]])
			}
		})
	}
	wait.Wait()
	g := t.grads[0]
	for _, other := range t.grads[1:] {
		g.add(other, t.net.Embed)
	}
	t.opt.step(t.net, g)
	return g
}
