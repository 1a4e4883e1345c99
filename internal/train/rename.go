// SPDX-License-Identifier: Apache-2.0

package train

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/lexicon"
	"stemma/internal/model"
)

// A renamer puts names of the lists in the place of the names of a sentence, so that a network learns what stands around
// names rather than the names of its corpus. The number of words, and with it the tree, stays.
type renamer struct {
	given, family         []string
	places, organisations [maxRenamed + 1][][]string // by number of words
}

// maxRenamed is how many words the longest name has that is put in another's place.
const maxRenamed = 3

// minRenamed is how many letters a word of a list has to have: shorter ones are often written in capitals, which the
// lists do not tell.
const minRenamed = 4

func newRenamer() *renamer {
	r := &renamer{given: single("gazette_given"), family: single("gazette_family")}
	r.places, r.organisations = sorted("gazette_places"), sorted("gazette_organisations")
	return r
}

func single(list string) []string {
	var out []string
	for _, words := range sorted(list)[1] {
		out = append(out, words[0])
	}
	return out
}

// sorted is the entries of a list by their number of words, those that are nothing but long words.
func sorted(list string) [maxRenamed + 1][][]string {
	var out [maxRenamed + 1][][]string
	for _, row := range lexicon.Rows(list) {
		words := strings.Fields(row[0])
		if n := len(words); n <= maxRenamed && !slices.ContainsFunc(words, short) {
			out[n] = append(out[n], words)
		}
	}
	return out
}

// short says of a word that it is a small one or has other signs than letters.
func short(word string) bool {
	return utf8.RuneCountInString(word) < minRenamed || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
}

// rename gives the words of s with some names replaced, each with probability share; s.words where none is.
func (r *renamer) rename(s *sample, src *source, share float32) []string {
	words := s.words
	for first := 0; first < len(s.names); {
		last := first + 1
		for last < len(s.names) && strings.HasPrefix(model.NameTags[s.names[last]], "I-") {
			last++
		}
		if kind, ok := strings.CutPrefix(model.NameTags[s.names[first]], "B-"); ok && src.unit() < share && plain(s.words[first:last]) {
			if &words[0] == &s.words[0] {
				words = slices.Clone(words)
			}
			for k, w := range r.other(kind, last-first, src) {
				words[first+k] = w
			}
		}
		first = last
	}
	return words
}

// plain says of a name that its words begin with a capital, go on with small letters and are nothing but letters.
func plain(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		first, n := utf8.DecodeRuneInString(w)
		return n == len(w) || !unicode.IsUpper(first) || strings.ContainsFunc(w[n:], func(r rune) bool { return !unicode.IsLower(r) })
	})
}

// other draws a name of n words, none where the lists have no such name.
func (r *renamer) other(kind string, n int, src *source) []string {
	if n > maxRenamed {
		return nil
	}
	var words []string
	switch {
	case kind == "PER":
		for k := range n {
			list := r.given
			if k == n-1 && (n > 1 || src.unit() < 0.5) {
				list = r.family
			}
			words = append(words, list[src.below(len(list))])
		}
	case kind == "LOC" && len(r.places[n]) > 0:
		words = slices.Clone(r.places[n][src.below(len(r.places[n]))])
	case kind == "ORG" && len(r.organisations[n]) > 0:
		words = slices.Clone(r.organisations[n][src.below(len(r.organisations[n]))])
	}
	for k, w := range words {
		first, n := utf8.DecodeRuneInString(w)
		words[k] = string(unicode.ToUpper(first)) + w[n:]
	}
	return words
}
