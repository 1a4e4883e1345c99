// SPDX-License-Identifier: Apache-2.0

package model

import (
	"unicode"
	"unicode/utf8"
)

// Bounds on what a token's features look at.
const (
	maxAffix    = 5  // letters of the longest prefix and suffix
	maxWord     = 64 // bytes of a word that are looked at
	MaxFeatures = 24 // no token has more features; sums of so many embeddings fit their type
)

// A Sentence is what a network reads: words, and for each of them the lists of names that hold it (see Features).
type Sentence struct {
	Words []string
	Marks []uint8
}

// A Feature is the hash of one property of a token: its kind and its value.
type Feature uint32

// The kinds of feature. Each has rows of its own, since the kind goes into the hash.
const (
	wordFeature = iota + 1
	caseFeature
	shapeFeature
	prefixFeature
	suffixFeature
	sentenceFeature
	gazetteFeature
)

// Features appends the features of one word to out: the word in lower case with its digits made alike, the word as it is
// written, its shape, and its prefixes and suffixes. context is 0 in plain prose, 1 in a sentence in capitals and 2 in
// one in title case, where a capital tells little; mark says which lists of names hold the word, with two bits a list. The
// word itself is the first feature.
func Features(out []Feature, word string, context int, mark uint8) []Feature {
	if len(word) > maxWord {
		word = word[:maxWord]
	}
	var buf [maxWord]rune
	lower := buf[:0]
	exact, whole := newHash(caseFeature), newHash(wordFeature)
	var shape shapeHash
	for _, r := range word {
		r = plainMark(r)
		shape.add(r)
		if unicode.IsDigit(r) {
			r = '0'
		}
		exact.add(r)
		r = unicode.ToLower(r)
		whole.add(r)
		lower = append(lower, r)
	}
	out = append(out, whole.sum(), exact.sum(), shape.sum())
	prefix := newHash(prefixFeature)
	for i := 0; i < len(lower) && i < maxAffix; i++ {
		prefix.add(lower[i])
		out = append(out, prefix.sum())
	}
	suffix := newHash(suffixFeature)
	for i := 0; i < len(lower) && i < maxAffix; i++ {
		suffix.add(lower[len(lower)-1-i])
		out = append(out, suffix.sum())
	}
	context++
	about := newHash(sentenceFeature)
	about.add(rune(context))
	about.add(rune(shape.first))
	out = append(out, about.sum())
	for k := rune(0); mark != 0; k, mark = k+4, mark>>2 {
		if mark&3 != 0 {
			listed := newHash(gazetteFeature)
			listed.add(k + rune(mark&3))
			out = append(out, listed.sum())
		}
	}
	return out
}

// plainMark makes curly quotation marks and the several dashes alike.
func plainMark(r rune) rune {
	switch r {
	case '’', '‘', '`', '´':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '–', '—', '―', '‐', '‑':
		return '-'
	}
	return r
}

// Context tells how the capitals of a sentence are to be read: 1 where all its letters are capitals, 2 where nearly all
// its longer words begin with one, else 0.
func Context(words []string) int {
	upper, lower, starts, long := 0, 0, 0, 0
	for _, w := range words {
		first := true
		letters := 0
		for _, r := range w {
			switch {
			case unicode.IsUpper(r):
				upper++
				if first {
					starts++
				}
				letters++
			case unicode.IsLower(r):
				lower++
				letters++
			}
			first = false
		}
		if r, _ := utf8.DecodeRuneInString(w); letters >= 4 && unicode.IsLetter(r) {
			long++
		} else if unicode.IsUpper(r) {
			starts--
		}
	}
	switch {
	case lower == 0 && upper >= 4:
		return 1
	case long >= 3 && starts*5 >= long*4:
		return 2
	}
	return 0
}

// A hash is FNV-1a over runes.
type hash uint32

func newHash(kind uint32) hash { return (hash(2166136261) ^ hash(kind)) * 16777619 }

func (h *hash) add(r rune) {
	x := uint32(*h)
	x = (x ^ uint32(r)&0xff) * 16777619
	if r > 0xff {
		x = (x ^ uint32(r)>>8) * 16777619
	}
	*h = hash(x)
}

// sum is the feature; 0 stands for none, so no feature is 0.
func (h hash) sum() Feature {
	x := uint32(h)
	x ^= x >> 15
	x *= 0x2c1b3c6d
	x ^= x >> 13
	if x == 0 {
		x = 1
	}
	return Feature(x)
}

// A shapeHash takes the shape of a word: capitals X, small letters x, digits d, other marks themselves; a run of one class
// counts up to two.
type shapeHash struct {
	h           hash
	last, first byte
	run         int
}

func (s *shapeHash) add(r rune) {
	class := byte('x')
	switch {
	case unicode.IsUpper(r):
		class = 'X'
	case unicode.IsDigit(r):
		class = 'd'
	case !unicode.IsLetter(r):
		class = byte(r) & 0x3f
	}
	if s.first == 0 {
		s.first = class
		s.h = newHash(shapeFeature)
	}
	if class == s.last {
		if s.run++; s.run > 2 {
			return
		}
	} else {
		s.last, s.run = class, 1
	}
	s.h.add(rune(class))
}

func (s *shapeHash) sum() Feature { return s.h.sum() }
