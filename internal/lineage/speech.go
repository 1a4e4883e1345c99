// SPDX-License-Identifier: Apache-2.0

package lineage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/text"
)

// speechRun is the number of words that a piece of known speech has at least when it is met without its marks.
const speechRun = 6

// fragment is the number of tokens from which a quotation is a saying. A few quoted words inside a reporter's sentence
// are the reporter's choice, and part of the sentence.
const fragment = 5

// speechOf marks the tokens of doc that are quoted: by the quotation layer, by marks of its own, or because their
// paragraph is a posted message or a line of a transcript. Public words are nobody's property: two reports that share
// only them have not copied from each other.
func speechOf(doc *text.Doc) []bool {
	out := make([]bool, len(doc.Tokens))
	for _, q := range doc.Quotes {
		if r := doc.RangeOf(q.Span); r.Last-r.First >= fragment {
			mark(out, r)
		}
	}
	for i, para := range doc.Paragraphs {
		r := doc.RangeOf(para)
		if isPost(doc, i) || isTranscript(doc, r) {
			mark(out, r)
			continue
		}
		markQuoted(doc, r, out)
	}
	return out
}

func mark(out []bool, r text.Range) {
	for i := r.First; i < r.Last; i++ {
		out[i] = true
	}
}

// markQuoted marks what stands between double quotation marks, up to the end of the paragraph where the closing mark
// is missing, as in a quotation of several paragraphs.
func markQuoted(doc *text.Doc, r text.Range, out []bool) {
	from := -1
	for i := r.First; i < r.Last; i++ {
		w := doc.Word(i)
		switch {
		case from < 0 && (w == "“" || w == "„" || w == "«" || w == "\"" || w == "``"):
			from = i + 1
		case from >= 0 && (w == "”" || w == "»" || w == "\"" || w == "''"):
			if i-from >= fragment {
				mark(out, text.Range{First: from, Last: i})
			}
			from = -1
		}
	}
	if from >= 0 {
		mark(out, text.Range{First: from, Last: r.Last})
	}
}

// isPost reports whether a paragraph is a message on a social network: it names a handle, or the next one signs it.
func isPost(doc *text.Doc, para int) bool {
	if strings.Contains(doc.Exact(doc.Paragraphs[para]), "(@") {
		return true
	}
	if para+1 == len(doc.Paragraphs) {
		return false
	}
	next := doc.Exact(doc.Paragraphs[para+1])
	dash := strings.HasPrefix(next, "—") || strings.HasPrefix(next, "–") || strings.HasPrefix(next, "-")
	return dash && strings.Contains(next, "(@")
}

// isTranscript reports whether a paragraph opens with a speaker in capitals and a colon.
func isTranscript(doc *text.Doc, r text.Range) bool {
	for i := r.First; i < min(r.Last, r.First+6); i++ {
		w := doc.Word(i)
		if w == ":" {
			return i > r.First
		}
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsLetter(first) && w != strings.ToUpper(w) {
			return false
		}
	}
	return false
}

// A saying is how many different texts have a run of words as speech, and how many as their own words.
type saying struct{ quoted, plain int32 }

// markKnownSpeech marks, in each doc, runs of words that more of the other texts give as speech than as their own:
// a message or a statement that this page shows without quotation marks. Equal texts count once.
func markKnownSpeech(docs []*text.Doc, speech [][]bool) {
	known := map[uint64]*saying{}
	seen := map[string]bool{}
	for d, doc := range docs {
		if doc == nil || seen[doc.Text] {
			continue
		}
		seen[doc.Text] = true
		countSayings(doc, speech[d], known)
	}
	for d, doc := range docs {
		if doc == nil {
			continue
		}
		runs(doc, func(first, last int, hash uint64) {
			if s := known[hash]; s != nil && s.quoted > s.plain {
				mark(speech[d], text.Range{First: first, Last: last})
			}
		})
	}
}

// countSayings counts each run of doc once: as speech where all its words are, as plain where none is.
func countSayings(doc *text.Doc, speech []bool, known map[uint64]*saying) {
	quoted, plain := map[uint64]bool{}, map[uint64]bool{}
	runs(doc, func(first, last int, hash uint64) {
		switch {
		case speech[first] && speech[last-1]:
			quoted[hash] = true
		case !speech[first] && !speech[last-1]:
			plain[hash] = true
		}
	})
	for hash := range quoted {
		s := known[hash]
		if s == nil {
			s = &saying{}
			known[hash] = s
		}
		s.quoted++
	}
	for hash := range plain {
		s := known[hash]
		if s == nil {
			s = &saying{}
			known[hash] = s
		}
		s.plain++
	}
}

// runs calls f with every run of speechRun words, its first token, the token after it, and its hash.
func runs(doc *text.Doc, f func(first, last int, hash uint64)) {
	var tokens [speechRun]int
	var hashes [speechRun]uint64
	n := 0
	for i := range min(len(doc.Tokens), 2*maxWords) {
		h, ok := hashWord(doc.Tokens[i].Lower)
		if !ok {
			continue
		}
		copy(tokens[:], tokens[1:])
		copy(hashes[:], hashes[1:])
		tokens[speechRun-1], hashes[speechRun-1] = i, h
		if n++; n < speechRun {
			continue
		}
		all := uint64(speechRun)
		for _, h := range hashes {
			all = mix(all, h)
		}
		f(tokens[0], i+1, all)
	}
}
