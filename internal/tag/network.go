// SPDX-License-Identifier: Apache-2.0

package tag

import (
	"sync"

	"stemma/internal/lexicon"
	"stemma/internal/model"
	"stemma/internal/text"
)

// batch is about how many tokens the network reads at once: enough for its products to run well, few enough for caches.
const batch = 512

// longest is how many tokens of a sentence are read together; the arcs that are scored grow with its square.
const longest = 200

var readers = sync.Pool{New: func() any { return model.English().NewReader() }}

// analyse sets what the network says of each token: UPOS and so far Tag, XPOS, Head, Rel and Entity. A long sentence is read
// in pieces, each a tree of its own.
func analyse(doc *text.Doc) {
	r := readers.Get().(*model.Reader)
	defer readers.Put(r)
	b := &sentences{doc: doc}
	for _, sent := range doc.Sentences {
		for first := sent.First; first < sent.Last; first += longest {
			b.add(text.Range{First: first, Last: min(first+longest, sent.Last)})
			if b.tokens >= batch {
				b.read(r)
			}
		}
	}
	b.read(r)
}

// sentences are those that wait to be read.
type sentences struct {
	doc    *text.Doc
	ranges []text.Range
	words  []model.Sentence
	marks  []lexicon.Mark
	tokens int
	out    []model.Word
}

func (b *sentences) add(r text.Range) {
	n := r.Last - r.First
	s := model.Sentence{Words: make([]string, 0, n), Marks: make([]uint8, 0, n)}
	b.marks = lexicon.Marks(b.marks[:0], n, func(i int) string { return b.doc.Lower(r.First + i) })
	for i, mark := range b.marks {
		s.Words, s.Marks = append(s.Words, b.doc.Word(r.First+i)), append(s.Marks, uint8(mark))
	}
	b.ranges, b.words = append(b.ranges, r), append(b.words, s)
	b.tokens += n
}

func (b *sentences) read(r *model.Reader) {
	b.out = r.Read(b.words, b.out[:0])
	m, at := model.English(), 0
	for _, sent := range b.ranges {
		for i := sent.First; i < sent.Last; i++ {
			tok, w := &b.doc.Tokens[i], b.out[at]
			tok.UPOS, tok.XPOS = text.Tag(m.UPOS[w.UPOS]), m.XPOS[w.XPOS]
			tok.Tag = tok.UPOS
			tok.Rel, tok.Entity = m.Rels[w.Rel], model.NameTags[w.Name]
			tok.Head = text.NoHead
			if w.Head > 0 {
				tok.Head = sent.First + int(w.Head) - 1
			}
			at++
		}
	}
	b.ranges, b.words, b.tokens = b.ranges[:0], b.words[:0], 0
}
