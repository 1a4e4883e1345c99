// SPDX-License-Identifier: Apache-2.0

package lineage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/news"
	"stemma/internal/text"
)

// minOwn is the least number of its own words that a sentence needs to count: "he said, adding that" is nobody's.
const minOwn = 5

// maxWords bounds how much of one report is compared. Longer than any report; a whole book is cut here.
const maxWords = 20000

// A body is what of a report may show where it came from: its sentences without quotations, headings, captions and
// notices.
type body struct {
	report       *news.Report
	words        []word            // own words of all sentences, in order
	sents        []sent            // sentences with at least minOwn own words
	index        []posting         // three-word runs, sorted by hash; made when first asked for
	runs         []uint64          // their hashes in the order of words
	sieve        *sieve            // their hashes again, to tell quickly what is not there
	own          int               // own words that count towards shares
	onlyCaptions bool              // a page of pictures: captions are its body
	byKey        map[int32][]int32 // sentences by key; made when first asked for
	prints       []uint64          // fingerprints of the whole text, quotations included
	ownPrints    []uint64          // those of its own words
	order        string            // sorts bodies without regard to the order of input

	seen map[uint64]bool // sentences added so far: a repeated one counts once
}

// A word is one own word: its token and the hash of its letters and digits.
type word struct {
	token int
	sent  int
	hash  uint64
}

// A sent is a sentence of a body: its words, and what it states.
type sent struct {
	first, last int // in body.words
	doc         int // number in Doc.Sentences
	caption     bool
	hash        uint64  // of its own words
	keys        []int32 // numbers of its fact keys, each once, in order
	weight      float64 // of all keys
}

func (s sent) own() int { return s.last - s.first }

// newBody reads a report; speech marks the tokens that are somebody's public words.
func newBody(r *news.Report, speech []bool) *body {
	b := &body{report: r, seen: map[uint64]bool{}}
	if r.Doc == nil {
		return b
	}
	b.order = r.Doc.Text
	lines := furniture(r.Doc)
	for i, s := range r.Doc.Sentences {
		if s.Headline || s.Dateline || lines[i] == notice || len(b.words) >= maxWords {
			continue
		}
		if i > 0 && r.Doc.Sentences[i-1].Dateline {
			s.First = r.Doc.Sentences[i-1].First // copies often keep the dateline: its words count with the first sentence
		}
		b.add(i, s, speech, lines[i] == caption)
	}
	b.settle()
	b.seen = nil
	b.print()
	return b
}

// print takes the fingerprints.
func (b *body) print() {
	var all, own []uint64
	doc := b.report.Doc
	for i := range min(len(doc.Tokens), 2*maxWords) {
		if h, ok := hashWord(doc.Tokens[i].Lower); ok {
			all = append(all, h)
		}
	}
	for _, w := range b.words {
		own = append(own, w.hash)
	}
	b.prints, b.ownPrints = fingerprints(all, 1), fingerprints(own, 2)
}

// add appends the own words of a sentence, unless they are too few.
func (b *body) add(i int, s text.Sentence, speech []bool, caption bool) {
	doc, first := b.report.Doc, len(b.words)
	for t := s.First; t < s.Last; t++ {
		if speech[t] {
			continue
		}
		if h, ok := hashWord(doc.Tokens[t].Lower); ok {
			b.words = append(b.words, word{token: t, sent: len(b.sents), hash: h})
		}
	}
	hash := uint64(0)
	for _, w := range b.words[first:] {
		hash = mix(hash, w.hash)
	}
	if len(b.words)-first < minOwn || b.seen[hash] {
		b.words = b.words[:first]
		return
	}
	b.seen[hash] = true
	b.sents = append(b.sents, sent{first: first, last: len(b.words), doc: i, caption: caption, hash: hash})
}

// settle counts own words and decides whether captions are all there is.
func (b *body) settle() {
	prose, captions := 0, 0
	for _, s := range b.sents {
		if s.caption {
			captions += s.own()
		} else {
			prose += s.own()
		}
	}
	b.onlyCaptions = captions > 2*prose
	b.own = prose
	if b.onlyCaptions {
		b.own += captions
	}
}

// counts reports whether a sentence belongs to the body proper.
func (b *body) counts(s sent) bool { return !s.caption || b.onlyCaptions }

// hashWord is the hash of a word's letters and digits; false where it has none.
func hashWord(lower string) (uint64, bool) {
	const offset, prime = 14695981039346656037, 1099511628211
	h, any := uint64(offset), false
	for i := 0; i < len(lower); i++ {
		c := lower[i]
		if c < utf8.RuneSelf && !('a' <= c && c <= 'z' || '0' <= c && c <= '9') {
			continue
		}
		h, any = (h^uint64(c))*prime, true
	}
	return h, any
}

// mix folds hash b into a; the order of words matters.
func mix(a, b uint64) uint64 {
	a = (a ^ b) * 0x9E3779B97F4A7C15
	return a ^ a>>29
}

type lineKind uint8

const (
	prose lineKind = iota
	caption
	notice
)

// furniture sorts out sentences that page and pictures brought with them. A paragraph that says it is a caption is one
// as a whole, and so is a notice.
func furniture(doc *text.Doc) []lineKind {
	out := make([]lineKind, len(doc.Sentences))
	for i := 0; i < len(out); {
		last := i + 1
		for last < len(out) && doc.Sentences[last].Paragraph == doc.Sentences[i].Paragraph {
			last++
		}
		kind := paragraphKind(doc, doc.Sentences[i].First, doc.Sentences[last-1].Last)
		if kind == caption && doc.Sentences[last-1].Last-doc.Sentences[i].First < creditLength {
			captionAbove(doc, i, out)
		}
		for ; i < last; i++ {
			out[i] = kind
		}
	}
	return out
}

// creditLength is the number of tokens below which a line about a picture is a credit: what stands above it is then
// the caption.
const creditLength = 12

// captionAbove marks the paragraph before sentence i, and those before it that open with the same words: a caption is
// often printed cut and in full.
func captionAbove(doc *text.Doc, i int, out []lineKind) {
	opening := ""
	for n := i - 1; n >= 0 && out[n] == prose; {
		para := doc.Sentences[n].Paragraph
		first := n
		for first > 0 && doc.Sentences[first-1].Paragraph == para {
			first--
		}
		words := openingOf(doc, doc.Sentences[first].First)
		if opening != "" && words != opening {
			return
		}
		for ; n >= first; n-- {
			out[n] = caption
		}
		opening = words
	}
}

// openingOf is the first words from a token on.
func openingOf(doc *text.Doc, first int) string {
	const words = 8
	return doc.Words(text.Range{First: first, Last: min(first+words, len(doc.Tokens))})
}

// A long paragraph is prose whatever words it has; a short one without any final mark is a list or a label.
func paragraphKind(doc *text.Doc, first, last int) lineKind {
	const long, notices, label = 140, 60, 25 // tokens
	if first >= last {
		return notice
	}
	kind, size := markedKind(doc, first, last), last-first
	switch {
	case size > long, kind == notice && size > notices:
		return prose
	case kind != prose:
		return kind
	case size < label && !closed(doc, first, last):
		return notice
	}
	return prose
}

// markedKind is the kind that the words of a paragraph give away.
func markedKind(doc *text.Doc, first, last int) lineKind {
	kind := prose
	word := func(i int) string { return doc.Lower(first + i) }
	for i := 0; i < last-first; i++ {
		row, _ := furnitureWords().Match(i, last-first, word)
		switch row.Field(1) {
		case "caption":
			return caption
		case "notice":
			kind = notice
		}
	}
	return kind
}

// closed reports whether a paragraph has a final mark near its end, as sentences do and labels do not.
func closed(doc *text.Doc, first, last int) bool {
	for i := max(first, last-3); i < last; i++ {
		if w := doc.Word(i); strings.ContainsAny(w, ".!?:…") && !strings.ContainsFunc(w, unicode.IsLetter) {
			return true
		}
	}
	return false
}
