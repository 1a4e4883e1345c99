// SPDX-License-Identifier: Apache-2.0

package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/text"
)

// maxAgain is how many words the longest name has that is known again.
const maxAgain = 4

// knowAgain marks names that the network missed where the same words, in the same capitals, are a name elsewhere in the
// document: of the kind that they have most often there.
func knowAgain(doc *text.Doc) {
	known := namesOf(doc)
	if len(known) == 0 {
		return
	}
	for _, sent := range doc.Sentences {
		for i := sent.First; i < sent.Last; {
			i += max(1, again(doc, sent.Range, i, known))
		}
	}
}

// namesOf counts the kinds of the names that the network found, by their words.
func namesOf(doc *text.Doc) map[string]map[string]int {
	known := map[string]map[string]int{}
	for _, sent := range doc.Sentences {
		for i := sent.First; i < sent.Last; {
			end := i + 1
			kind, begins := strings.CutPrefix(doc.Tokens[i].Entity, "B-")
			for begins && end < sent.Last && doc.Tokens[end].Entity == "I-"+kind {
				end++
			}
			if key, ok := capitals(doc, i, end); begins && ok {
				if known[key] == nil {
					known[key] = map[string]int{}
				}
				known[key][kind]++
			}
			i = end
		}
	}
	return known
}

// capitals is the words of tokens first to last, if each begins with a capital.
func capitals(doc *text.Doc, first, last int) (string, bool) {
	if last-first > maxAgain {
		return "", false
	}
	var words []string
	for i := first; i < last; i++ {
		word := doc.Word(i)
		if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) {
			return "", false
		}
		words = append(words, word)
	}
	return strings.Join(words, " "), true
}

// again marks the longest known name at token i and is its length. The first word of a sentence is one only if it is a
// proper noun.
func again(doc *text.Doc, sent text.Range, i int, known map[string]map[string]int) int {
	if i == sent.First && doc.Tokens[i].UPOS != text.PROPN {
		return 0
	}
	free := i
	for free < min(sent.Last, i+maxAgain) && doc.Tokens[free].Entity == "" {
		free++
	}
	if free < sent.Last && strings.HasPrefix(doc.Tokens[free].Entity, "I-") {
		free--
	}
	for end := free; end > i; end-- {
		key, ok := capitals(doc, i, end)
		if !ok || known[key] == nil {
			continue
		}
		kind := mostOften(known[key])
		doc.Tokens[i].Entity = "B-" + kind
		for k := i + 1; k < end; k++ {
			doc.Tokens[k].Entity = "I-" + kind
		}
		return end - i
	}
	return 0
}

// mostOften is the kind with the highest count, the first in the alphabet among equals.
func mostOften(kinds map[string]int) string {
	best := ""
	for kind, n := range kinds {
		if best == "" || n > kinds[best] || n == kinds[best] && kind < best {
			best = kind
		}
	}
	return best
}
