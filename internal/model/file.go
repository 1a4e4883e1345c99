// SPDX-License-Identifier: Apache-2.0

package model

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"unsafe"
)

// magic opens a file of weights; the number is that of the format.
const magic = "stemma weights 2\n"

// maxClasses bounds what a file says of itself, so that a broken one takes no memory.
const (
	maxClasses = 250
	maxWidth   = 4096
	maxLayers  = 16
	maxRows    = 1 << 22
)

// Encode is m as a file: the shape, then every tensor in a fixed order, numbers in little-endian order. Equal models give
// equal bytes.
func (m *Model) Encode() []byte {
	var b bytes.Buffer
	b.WriteString(magic)
	for _, n := range m.sizes() {
		writeNumber(&b, *n)
	}
	for _, list := range m.lists() {
		writeNumber(&b, len(*list))
		for _, s := range *list {
			writeNumber(&b, len(s))
			b.WriteString(s)
		}
	}
	hashes := m.hashes()
	writeNumber(&b, len(hashes))
	for _, h := range hashes {
		b.Write(binary.LittleEndian.AppendUint32(nil, uint32(h)))
	}
	b.Write(m.scales)
	for _, v := range m.rows {
		b.WriteByte(byte(v))
	}
	for _, part := range m.parts() {
		for _, v := range part.short {
			b.Write(binary.LittleEndian.AppendUint16(nil, uint16(v)))
		}
		for _, v := range part.long {
			b.Write(binary.LittleEndian.AppendUint32(nil, uint32(v)))
		}
	}
	return b.Bytes()
}

func writeNumber(b *bytes.Buffer, n int) { b.Write(binary.AppendUvarint(nil, uint64(n))) }

func (m *Model) sizes() []*int {
	return []*int{&m.Embed, &m.Hidden, &m.Layers, &m.NameHidden, &m.Arc, &m.Label}
}

func (m *Model) lists() []*[]string { return []*[]string{&m.UPOS, &m.XPOS, &m.Rels} }

// hashes is the features by row.
func (m *Model) hashes() []Feature {
	out := make([]Feature, len(m.scales))
	for i, f := range m.table.keys {
		if f != 0 {
			out[m.table.vals[i]] = f
		}
	}
	return out
}

// A part is a tensor of a file, of short or of long numbers.
type part struct {
	short []int16
	long  []int32
}

// parts is every tensor but the embeddings, in the order of a file; they have their sizes already.
func (m *Model) parts() []part {
	var out []part
	for l := range m.layers {
		for dir := range 2 {
			d := &m.layers[l][dir]
			out = append(out, part{short: d.in.data}, part{short: d.rec.data}, part{long: d.bias})
		}
	}
	for _, p := range []*projection{&m.tag, &m.mlp, &m.ner, &m.label} {
		out = append(out, part{short: p.data}, part{long: p.bias})
	}
	return append(out, part{short: m.form.data}, part{long: m.formBias}, part{short: m.root}, part{long: m.distance[:]})
}

// allocate makes every tensor that the shape asks for.
func (m *Model) allocate() {
	state := 2 * m.Hidden
	in := m.Embed
	for range m.Layers {
		m.layers = append(m.layers, [2]direction{newDirection(in, m.Hidden), newDirection(in, m.Hidden)})
		in = state
	}
	m.layers = append(m.layers, [2]direction{newDirection(state, m.NameHidden), newDirection(state, m.NameHidden)})
	m.tag = newProjection(state, pad16(len(m.UPOS))+pad16(len(m.XPOS)))
	m.mlp = newProjection(state, 2*m.Arc+2*m.Label)
	m.ner = newProjection(2*m.NameHidden, pad16(len(NameTags)))
	m.label = newProjection(m.Label, pad16(len(m.Rels)))
	m.form, m.formBias = newMatrix(m.Arc, m.Arc), make([]int32, m.Arc)
	m.root = make([]int16, state)
}

func newDirection(in, hidden int) direction {
	return direction{newMatrix(in, 4*hidden), newMatrix(hidden, 4*hidden), make([]int32, 4*hidden)}
}

func newProjection(in, out int) projection { return projection{newMatrix(in, out), make([]int32, out)} }

// pad16 is n rounded up to a multiple of 16, the width of the kernels.
func pad16(n int) int { return (n + 15) &^ 15 }

// errFile is what is wrong with bytes that are no file of weights of this version.
var errFile = errors.New("not weights of this version")

// Decode reads what Encode wrote. The embeddings stay in data, which must not change.
func Decode(data []byte) (*Model, error) {
	f := file{data: data}
	if !bytes.HasPrefix(data, []byte(magic)) {
		return nil, errFile
	}
	f.at = len(magic)
	m := &Model{}
	for _, n := range m.sizes() {
		*n = f.number(maxWidth)
	}
	for _, list := range m.lists() {
		for range f.number(maxClasses) {
			*list = append(*list, string(f.take(f.number(maxWidth))))
		}
	}
	if f.err == nil && !m.sound() {
		f.err = fmt.Errorf("%w: its shape is %v", errFile, m.Shape)
	}
	if f.err != nil {
		return nil, f.err
	}
	hashes := make([]Feature, f.number(maxRows))
	raw := f.take(4 * len(hashes))
	for i := range len(raw) / 4 {
		hashes[i] = Feature(binary.LittleEndian.Uint32(raw[4*i:]))
	}
	m.scales = f.take(len(hashes))
	m.rows = signed(f.take(len(hashes) * m.Embed))
	m.allocate()
	for _, p := range m.parts() {
		f.fill(p)
	}
	if f.err == nil && f.at != len(data) {
		f.err = fmt.Errorf("%w: %d bytes are left over", errFile, len(data)-f.at)
	}
	if f.err != nil {
		return nil, f.err
	}
	m.table = newTable(hashes)
	return m, nil
}

// sound reports whether the kernels can work with the shape.
func (m *Model) sound() bool {
	for _, n := range []int{m.Embed, m.Hidden, m.NameHidden, m.Arc, m.Label} {
		if n == 0 || n%16 != 0 {
			return false
		}
	}
	return m.Layers > 0 && m.Layers <= maxLayers && len(m.UPOS) > 0 && len(m.XPOS) > 0 && len(m.Rels) > 0
}

// A file is bytes that are read from the front; the first fault stays.
type file struct {
	data []byte
	at   int
	err  error
}

func (f *file) number(most int) int {
	n, size := binary.Uvarint(f.data[f.at:])
	if size <= 0 || n > uint64(most) {
		f.fail()
		return 0
	}
	f.at += size
	return int(n)
}

func (f *file) take(n int) []byte {
	if f.err != nil || n > len(f.data)-f.at {
		f.fail()
		return nil
	}
	f.at += n
	return f.data[f.at-n : f.at : f.at]
}

func (f *file) fail() {
	if f.err == nil {
		f.err = fmt.Errorf("%w: broken at byte %d of %d", errFile, f.at, len(f.data))
	}
	f.data = f.data[:f.at]
}

func (f *file) fill(p part) {
	raw := f.take(2*len(p.short) + 4*len(p.long))
	if f.err != nil {
		return
	}
	for i := range p.short {
		p.short[i] = int16(binary.LittleEndian.Uint16(raw[2*i:]))
	}
	for i := range p.long {
		p.long[i] = int32(binary.LittleEndian.Uint32(raw[4*i:]))
	}
}

// signed is bytes as signed numbers, without a copy.
func signed(b []byte) []int8 {
	if len(b) == 0 {
		return nil
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(&b[0])), len(b))
}
