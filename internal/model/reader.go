// SPDX-License-Identifier: Apache-2.0

package model

import "slices"

// A Word is what the network says of one word. Numbers are those of the Shape's classes and of NameTags.
type Word struct {
	UPOS, XPOS, Rel, Name uint8
	Head                  int32 // number of the governor in the sentence, from 1; 0 is the root
}

// A Reader runs a model. It keeps buffers, so one goroutine uses it at a time.
type Reader struct {
	m *Model

	x, next       []int16
	states        [][]int16 // by layer
	gates, scores []int32
	h, cell, sums []int32
	before        []int16
	spans         []place
	mid, form     []int16
	packed        *matrix
	features      []Feature
	tree          decoder
	path          []uint8
}

// NewReader makes a reader of m.
func (m *Model) NewReader() *Reader {
	return &Reader{m: m, states: make([][]int16, m.Layers+1), packed: &matrix{}}
}

// Read analyses sentences and appends what it says of each of their words to out.
func (r *Reader) Read(sentences []Sentence, out []Word) []Word {
	m, n := r.m, 0
	for _, s := range sentences {
		n += len(s.Words)
	}
	if n == 0 {
		return out
	}
	r.x = grow(r.x, n*m.Embed)
	at := 0
	for _, s := range sentences {
		r.embed(s, r.x[at*m.Embed:])
		at += len(s.Words)
	}
	r.places(sentences)
	input := r.x
	for l := range m.Layers {
		input = r.layer(input, n, l)
	}
	names := r.layer(r.states[0], n, m.Layers)
	first := len(out)
	out = append(out, make([]Word, n)...)
	words := out[first:]
	r.tags(r.states[0], words)
	r.parse(sentences, input, words)
	r.names(sentences, names, words)
	return out
}

// grow is s with room for n, zeroed.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	s = s[:n]
	clear(s)
	return s
}

// embed sums the embeddings of the features of each word into x.
func (r *Reader) embed(s Sentence, x []int16) {
	m := r.m
	context := Context(s.Words)
	for i, w := range s.Words {
		r.features = Features(r.features[:0], w, context, s.Marks[i])
		to := x[i*m.Embed:][:m.Embed]
		for k, f := range r.features {
			row := m.table.find(f)
			if row == 0 && k > 0 {
				continue
			}
			addRow(to, m.rows[int(row)*m.Embed:][:m.Embed], int16(m.scales[row]))
		}
	}
}

// plainAddRow adds a row of embeddings to x.
func plainAddRow(x []int16, row []int8, scale int16) {
	for i, v := range row {
		x[i] += int16(v) * scale >> rowShift
	}
}

// lanes is how many sentences a layer reads side by side: as many as a kernel takes rows, so that weights are fetched once
// for all of them.
const lanes = 4

// layer runs both directions of a layer over all sentences and returns its states.
func (r *Reader) layer(in []int16, n, l int) []int16 {
	h := r.m.layers[l][0].hidden()
	r.states[l] = grow(r.states[l], n*2*h)
	for dir := range 2 {
		d := &r.m.layers[l][dir]
		r.gates = grow(r.gates, n*4*h)
		for i := range n {
			copy(r.gates[i*4*h:], d.bias)
		}
		product(r.gates, in, n, d.in)
		for first := 0; first < len(r.spans); first += lanes {
			r.abreast(r.spans[first:min(first+lanes, len(r.spans))], d, r.states[l], dir)
		}
	}
	return r.states[l]
}

// A place is where a sentence stands among the words that are read together.
type place struct{ first, n int }

// places lists the sentences that have words, the longest first, so that those read side by side end together.
func (r *Reader) places(sentences []Sentence) {
	r.spans = r.spans[:0]
	first := 0
	for _, s := range sentences {
		if n := len(s.Words); n > 0 {
			r.spans = append(r.spans, place{first, n})
		}
		first += len(s.Words)
	}
	slices.SortStableFunc(r.spans, func(a, b place) int { return b.n - a.n })
}

// abreast steps through some sentences side by side; they are in order of length, so those not ended come first.
func (r *Reader) abreast(spans []place, d *direction, out []int16, dir int) {
	h := d.hidden()
	r.cell, r.before, r.sums = grow(r.cell, lanes*h), grow(r.before, lanes*h), grow(r.sums, lanes*4*h)
	active := len(spans)
	for step := range spans[0].n {
		for spans[active-1].n <= step {
			active--
		}
		for k, s := range spans[:active] {
			copy(r.sums[k*4*h:][:4*h], r.gates[s.at(step, dir)*4*h:])
		}
		if step > 0 {
			product(r.sums, r.before, active, d.rec)
		}
		for k, s := range spans[:active] {
			state := out[s.at(step, dir)*2*h+dir*h:][:h]
			advance(r.sums[k*4*h:][:4*h], r.cell[k*h:][:h], state)
			copy(r.before[k*h:], state)
		}
	}
}

// at is the word of a step, from the last word on where dir is 1.
func (p place) at(step, dir int) int {
	if dir == 1 {
		return p.first + p.n - 1 - step
	}
	return p.first + step
}

// advance is a step of a memory: from the sums for its gates and its cell to the new cell and state.
func advance(g, cell []int32, state []int16) {
	h := len(cell)
	gi, gf, gc, gx := g[:h], g[h:][:h], g[2*h:][:h], g[3*h:][:h]
	state = state[:h]
	for j := range h {
		c := int32((int64(sigmoidTable[index(gf[j], toIndex)])*int64(cell[j]) +
			int64(sigmoidTable[index(gi[j], toIndex)])*int64(tanhTable[index(gc[j], toIndex)])) >> gateBits)
		cell[j] = c
		state[j] = int16((int32(sigmoidTable[index(gx[j], toIndex)])*int32(tanhTable[index(c, cellIndex)]) + 1<<(toState-1)) >> toState)
	}
}

// project is in times a projection, plus its bias.
func (r *Reader) project(in []int16, n int, p *projection) []int32 {
	r.scores = grow(r.scores, n*p.out)
	for i := range n {
		copy(r.scores[i*p.out:], p.bias)
	}
	product(r.scores, in, n, p.matrix)
	return r.scores
}

func (r *Reader) tags(in []int16, words []Word) {
	m := r.m
	scores := r.project(in, len(words), &m.tag)
	pad := (len(m.UPOS) + 15) &^ 15
	for i := range words {
		row := scores[i*m.tag.out:][:m.tag.out]
		words[i].UPOS = uint8(best(row[:len(m.UPOS)]))
		words[i].XPOS = uint8(best(row[pad:][:len(m.XPOS)]))
	}
}

// best is the number of the largest score, the first of several.
func best(scores []int32) int {
	at := 0
	for i, s := range scores {
		if s > scores[at] {
			at = i
		}
	}
	return at
}

// parse finds heads and relations.
func (r *Reader) parse(sentences []Sentence, in []int16, words []Word) {
	m := r.m
	first, state := 0, 2*m.Hidden
	for _, s := range sentences {
		if n := len(s.Words); n > 0 {
			r.next = grow(r.next, (n+1)*state)
			copy(r.next, m.root)
			copy(r.next[state:], in[first*state:][:n*state])
			r.sentence(words[first:][:n])
		}
		first += len(s.Words)
	}
}

// sentence parses one sentence from the states in r.next, the root's first.
func (r *Reader) sentence(words []Word) {
	m, n := r.m, len(words)
	a, lab, cols := m.Arc, m.Label, m.mlp.out
	mlp := r.project(r.next, n+1, &m.mlp)
	r.mid = grow(r.mid, 2*(n+1)*a)
	dep, head := r.mid[:(n+1)*a], r.mid[(n+1)*a:]
	for i := range n + 1 {
		row := mlp[i*cols:]
		for j := range a {
			dep[i*a+j] = clamp16(max(0, row[j]) >> toMid)
			head[i*a+j] = clamp16(max(0, row[a+j]) >> toMid)
		}
	}
	scores, width := r.arcs(dep, head, n)
	heads := r.tree.heads(scores, n, width)
	z := grow(r.form, n*lab)
	r.form = z
	for i := range n {
		d, g := mlp[(i+1)*cols+2*a:][:lab], mlp[int(heads[i+1])*cols+2*a+lab:][:lab]
		for j := range lab {
			z[i*lab+j] = clamp16(max(0, d[j]+g[j]) >> toMid)
		}
	}
	rels := r.project(z, n, &m.label)
	for i := range words {
		words[i].Head = heads[i+1]
		words[i].Rel = uint8(best(rels[i*m.label.out:][:len(m.Rels)]))
	}
}

// arcs scores each governor (column, 0 is the root) of each word (row, from 0); rows are width long.
func (r *Reader) arcs(dep, head []int16, n int) (scores []int32, width int) {
	m, a := r.m, r.m.Arc
	r.h = grow(r.h, (n+1)*a)
	for i := range n + 1 {
		copy(r.h[i*a:], m.formBias)
	}
	product(r.h, head, n+1, m.form)
	width = (n + 1 + 15) &^ 15
	r.packed.in, r.packed.out = a, width
	r.packed.data = grow(r.packed.data, a*width)
	for j := range n + 1 {
		for i := range a {
			r.packed.set(i, j, clamp16(r.h[j*a+i]>>toForm))
		}
	}
	r.gates = grow(r.gates, n*width)
	for i := range n {
		for j := range n + 1 {
			r.gates[i*width+j] = m.distance[Distance(i+1, j)]
		}
	}
	product(r.gates, dep[a:], n, r.packed)
	return r.gates, width
}

// names finds the best run of IOB2 tags: inside follows only its own kind.
func (r *Reader) names(sentences []Sentence, in []int16, words []Word) {
	m := r.m
	scores := r.project(in, len(words), &m.ner)
	first := 0
	for _, s := range sentences {
		if n := len(s.Words); n > 0 {
			r.path = viterbi(scores[first*16:][:n*16], words[first:][:n], r.path)
		}
		first += len(s.Words)
	}
}

// Follows reports whether name tag b may stand after a: I-PER only after B-PER and I-PER.
func Follows(a, b int) bool { return b == 0 || b%2 == 1 || a == b || a == b-1 }

// viterbi sets the name tags of words; back is a buffer.
func viterbi(scores []int32, words []Word, back []uint8) []uint8 {
	tags := len(NameTags)
	back = grow(back, len(words)*tags)
	var sum, next [16]int64
	for t := range tags {
		sum[t] = int64(scores[t])
		if !Follows(0, t) {
			sum[t] = -1 << 60
		}
	}
	for i := 1; i < len(words); i++ {
		for t := range tags {
			at := -1
			for s := range tags {
				if Follows(s, t) && (at < 0 || sum[s] > sum[at]) {
					at = s
				}
			}
			back[i*tags+t] = uint8(at)
			next[t] = sum[at] + int64(scores[i*16+t])
		}
		sum = next
	}
	at := 0
	for t := range tags {
		if sum[t] > sum[at] {
			at = t
		}
	}
	for i := len(words) - 1; i >= 0; i-- {
		words[i].Name = uint8(at)
		at = int(back[i*tags+at])
	}
	return back
}
