// SPDX-License-Identifier: Apache-2.0

package lexicon

import "sync"

// gazetteLists are the lists of names, in the order of a Mark's bits.
var gazetteLists = []string{"gazette_given", "gazette_family", "gazette_places", "gazette_organisations"}

// A Mark says of a token which lists of names hold the words that it stands in: two bits a list, given names first, then
// family names, places and organisations.
type Mark uint8

// What the two bits of a list say.
const (
	Alone  = 1 // the token alone is an entry
	Begins = 2 // it begins an entry of several words
	Inside = 3 // it goes on with one
)

// In is what m says of list k.
func (m Mark) In(k int) int { return int(m>>(2*k)) & 3 }

// GazetteLists is how many lists a Mark tells of.
const GazetteLists = 4

// A gazette holds the entries of all lists, and the first words of those of several words.
type gazette map[string]listing

// A listing is what a gazette knows of an entry, of a first word, or of one that is both.
type listing struct {
	lists   uint8 // a bit for each list that has the entry
	longest uint8 // words of the longest entry that starts so
}

// gazetteSize is about how many entries there are: a map made so large need not grow, which took most of the time.
const gazetteSize = 48_000

var names = sync.OnceValue(func() gazette {
	g := make(gazette, gazetteSize)
	for k, list := range gazetteLists {
		for entry := range entries(list) {
			g.add(entry, 1<<k)
		}
	}
	return g
})

func (g gazette) add(entry string, list uint8) {
	first, words := entry, uint8(1)
	for i := range len(entry) {
		if entry[i] == ' ' {
			if words == 1 {
				first = entry[:i]
			}
			words++
		}
	}
	if words == 1 {
		known := g[entry]
		g[entry] = listing{known.lists | list, max(known.longest, 1)}
		return
	}
	start, whole := g[first], g[entry]
	g[first] = listing{start.lists, max(start.longest, words)}
	g[entry] = listing{whole.lists | list, whole.longest}
}

// Marks appends a Mark for each of n words, given in lower case. In each list the longest entry wins, from left to right.
func Marks(out []Mark, n int, lower func(int) string) []Mark {
	g := names()
	first := len(out)
	for range n {
		out = append(out, 0)
	}
	marks := out[first:]
	var buf [128]byte
	for i := range n {
		longest := int(g[lower(i)].longest)
		if longest == 0 {
			continue
		}
		key := buf[:0]
		var found [GazetteLists]int // words of the longest entry, by list
		for k := 1; k <= longest && i+k <= n; k++ {
			if k > 1 {
				key = append(key, ' ')
			}
			key = append(key, lower(i+k-1)...)
			for list, bits := 0, g[string(key)].lists; bits != 0; list, bits = list+1, bits>>1 {
				if bits&1 != 0 {
					found[list] = k
				}
			}
		}
		for list, words := range found {
			mark(marks[i:], list, words)
		}
	}
	return out
}

// mark notes an entry of so many words at the front of marks, where no earlier entry of the list reaches.
func mark(marks []Mark, list, words int) {
	if words == 0 || marks[0].In(list) != 0 {
		return
	}
	if words == 1 {
		marks[0] |= Alone << (2 * list)
		return
	}
	marks[0] |= Begins << (2 * list)
	for k := 1; k < words; k++ {
		if marks[k].In(list) == 0 {
			marks[k] |= Inside << (2 * list)
		}
	}
}
