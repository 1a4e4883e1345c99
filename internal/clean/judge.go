// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
)

// maxRounds bounds how often the judgement is repeated over what it left: dropping a line can show that the line beside
// it heads nothing.
const maxRounds = 4

// judge tells the article from the furniture.
func (s *sheet) judge() {
	for _, b := range s.blocks {
		b.shape = look(b.text)
	}
	s.lines()
	s.headline()
	for range maxRounds {
		before := len(s.live())
		s.head()
		s.teasers()
		s.boxes()
		s.foot()
		s.repeats()
		if len(s.live()) == before {
			break
		}
	}
	for _, b := range s.blocks {
		if b.why == "" && b != s.title {
			b.why = b.mark
		}
	}
	s.rescue()
}

// live is the blocks that are kept so far.
func (s *sheet) live() []*block {
	out := make([]*block, 0, len(s.blocks))
	for _, b := range s.blocks {
		if b.why == "" {
			out = append(out, b)
		}
	}
	return out
}

// lines drops what is furniture by itself, and takes credits from it.
func (s *sheet) lines() {
	for _, b := range s.blocks {
		if b.why == "" && b.hint != title {
			b.why = furniture(b)
		}
	}
}

// rescue keeps a text of which nothing would be left: then the rules have misread it.
func (s *sheet) rescue() {
	for _, b := range s.live() {
		if b != s.title || len(s.blocks) == 1 {
			return
		}
	}
	longest := (*block)(nil)
	for _, b := range s.blocks {
		if b != s.title && b.n > 0 && (longest == nil || b.n > longest.n) {
			longest = b
		}
	}
	if longest != nil && (s.title == nil || longest.n >= 9) {
		longest.why = ""
	}
}

// firstProse is the number of the first block that is running text of the article, or len.
func firstProse(live []*block, skip *block) int {
	for i, b := range live {
		if b != skip && b.hint != title && b.hint != heading && !b.bullet && b.hint != item && b.prose() {
			return i
		}
	}
	for i, b := range live {
		if b != skip && b.lead() && b.hint != title {
			return i
		}
	}
	return len(live)
}

// content is the words of a block that carry meaning, cut to stems.
func content(words []string) []string {
	var out []string
	for _, w := range words {
		if len(w) > 3 && !functionWords().Has(w) {
			out = append(out, w[:min(len(w), 6)])
		}
	}
	return out
}

// wordsOf is all the words of a block, also of a long one.
func wordsOf(b *block) []string {
	if b.n <= shortLine {
		return b.words
	}
	return strings.FieldsFunc(strings.ToLower(b.text), func(r rune) bool {
		return isBlank(r) || strings.ContainsRune(".,;:!?()[]\"“”‘’'—–", r)
	})
}

// A telling is the words of meaning in some blocks, gathered when they are first asked for.
type telling struct {
	in   []*block
	have map[string]bool
}

// told is the share of a block's meaning that the blocks of t repeat.
func (t *telling) told(b *block) float64 {
	if t.have == nil {
		t.have = map[string]bool{}
		for _, o := range t.in {
			for _, w := range content(wordsOf(o)) {
				t.have[w] = true
			}
		}
	}
	words := content(wordsOf(b))
	n := 0
	for _, w := range words {
		if t.have[w] {
			n++
		}
	}
	return float64(n) / float64(max(len(words), 1))
}
