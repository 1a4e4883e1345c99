// SPDX-License-Identifier: Apache-2.0

package lexicon

import (
	"strings"
	"sync"
)

// Phrases is a list of entries of one or more words, matched over tokens, longest first.
type Phrases struct {
	rows  map[string]Row
	first map[string]int // longest entry, in words, by its first word
}

// LoadPhrases returns a function that loads the list once as phrases. Words of an entry are separated by
// single spaces and are split as tokens are: "cease - fire", "u.s.", "n't".
func LoadPhrases(name string) func() *Phrases {
	return sync.OnceValue(func() *Phrases { return NewPhrases(Rows(name)) })
}

// NewPhrases builds a matcher from rows, keyed by first field.
func NewPhrases(rows []Row) *Phrases {
	p := &Phrases{rows: map[string]Row{}, first: map[string]int{}}
	for _, row := range rows {
		words := strings.Fields(row[0])
		key := strings.Join(words, " ")
		if _, ok := p.rows[key]; ok || len(words) == 0 {
			continue
		}
		p.rows[key] = row
		p.first[words[0]] = max(p.first[words[0]], len(words))
	}
	return p
}

// Match finds the longest entry that starts at word i of n words, and how many words it has; 0 for none.
func (p *Phrases) Match(i, n int, word func(int) string) (Row, int) {
	longest := min(p.first[word(i)], n-i)
	for k := longest; k > 0; k-- {
		words := make([]string, k)
		for j := range words {
			words[j] = word(i + j)
		}
		if row, ok := p.rows[strings.Join(words, " ")]; ok {
			return row, k
		}
	}
	return nil, 0
}

// Row is the row of an entry.
func (p *Phrases) Row(entry string) (Row, bool) {
	row, ok := p.rows[entry]
	return row, ok
}
