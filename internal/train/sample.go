// SPDX-License-Identifier: Apache-2.0

package train

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/model"
)

// A sample is a sentence with the numbers of its gold classes.
type sample struct {
	words []string
	marks []uint8 // the lists of names that hold each word
	upos  []int
	xpos  []int // -1 where none is given
	heads []int // 0 is the root
	rels  []int
	names []int // nil where nobody looked for names

	vocab *vocabulary
	lists *renamer
}

// A vocabulary gives features the rows of their embeddings. Row 0 is for words that it does not hold.
type vocabulary struct {
	row   map[model.Feature]uint32
	count []int // by row, how often the feature was met in training
	hash  []model.Feature
}

// minimum number of times that a word, and another feature, is met to have a row.
const (
	minWord  = 2
	minOther = 3
)

// newVocabulary counts the features of the words of samples. Rows are in the order of the features' hashes.
func newVocabulary(samples []*sample) *vocabulary {
	counts, isWord := map[model.Feature]int{}, map[model.Feature]bool{}
	var buf []model.Feature
	for _, s := range samples {
		context := model.Context(s.words)
		for i, w := range s.words {
			buf = model.Features(buf[:0], w, context, s.marks[i])
			isWord[buf[0]] = true
			for _, f := range buf {
				counts[f]++
			}
		}
	}
	v := &vocabulary{row: map[model.Feature]uint32{}, count: []int{0}, hash: []model.Feature{0}}
	kept := make([]model.Feature, 0, len(counts))
	for f, n := range counts {
		if n >= minOther || isWord[f] && n >= minWord {
			kept = append(kept, f)
		}
	}
	slices.SortFunc(kept, func(a, b model.Feature) int { return cmp.Compare(a, b) })
	for _, f := range kept {
		v.row[f] = uint32(len(v.hash))
		v.hash = append(v.hash, f)
		v.count = append(v.count, counts[f])
	}
	return v
}

// features is the rows of each word's features. Now and then the sentence is put in capitals, in small letters or in title
// case, its names are replaced by others, the marks of the lists are hidden, and words are, rare ones more often, so that
// their parts are learned.
func (s *sample) features(src *source, drop Dropout) [][]uint32 {
	words, mark := s.words, s.marks
	if s.names != nil {
		if words = s.lists.rename(s, src, drop.Rename); &words[0] != &s.words[0] {
			mark = marks(words)
		}
	}
	if src.unit() < drop.Marks {
		mark = make([]uint8, len(words))
	}
	if src.unit() < drop.Case {
		words = recase(words, src.below(4))
	}
	context := model.Context(words)
	out := make([][]uint32, len(words))
	var buf []model.Feature
	for i, w := range words {
		buf = model.Features(buf[:0], w, context, mark[i])
		rows := make([]uint32, 0, len(buf))
		row := s.vocab.row[buf[0]]
		hide := row > 0 && src.unit() < drop.Word/(drop.Word+float32(s.vocab.count[row]))
		for k, f := range buf {
			r, ok := s.vocab.row[f]
			switch {
			case k == 0 && (hide || !ok):
				rows = append(rows, 0)
			case k == 1 && hide || !ok:
			default:
				rows = append(rows, r)
			}
		}
		out[i] = rows
	}
	return out
}

// recase writes words in capitals, small letters or title case, or only the first word small.
func recase(words []string, how int) []string {
	out := slices.Clone(words)
	for i, w := range out {
		switch how {
		case 0:
			out[i] = strings.ToUpper(w)
		case 1:
			out[i] = strings.ToLower(w)
		case 2:
			if r, n := utf8.DecodeRuneInString(w); len(w) > 3 || i == 0 {
				out[i] = string(unicode.ToUpper(r)) + w[n:]
			}
		default:
			if i == 0 && len(w) > 1 {
				out[i] = strings.ToLower(w)
			}
		}
	}
	return out
}
