// SPDX-License-Identifier: Apache-2.0

package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var abbreviations = lexicon.Load("abbreviations")

// abbreviation is the end of "U.S.", "a.m.", "Mr." or an initial that starts here, or end where there is none.
func (t *tokenizer) abbreviation(end int) int {
	if end >= len(t.text) || t.text[end] != '.' {
		return end
	}
	if dotted := t.dotted(end); dotted > end {
		return dotted
	}
	single := utf8.RuneCountInString(t.text[t.at:end]) == 1
	r, _ := utf8.DecodeRuneInString(t.text[t.at:])
	if single && unicode.IsUpper(r) && t.text[t.at:end] != "I" {
		return end + 1
	}
	row, listed := abbreviations()[text.Lower(t.text[t.at:end+1])]
	if !listed || ambiguous(t.text[t.at:end], row.Field(1)) || !t.follows(end+1, row.Field(1)) {
		return end
	}
	return end + 1
}

// dotted is the end of letters with a full stop each, "U.S.", or of a listed form such as "Ph.D.", or end.
func (t *tokenizer) dotted(end int) int {
	dotted, letters := end, utf8.RuneCountInString(t.text[t.at:end]) == 1
	for dotted < len(t.text) && t.text[dotted] == '.' && dotted-t.at < 16 {
		next := t.run(dotted + 1)
		if size := next - (dotted + 1); size == 0 || size > 3 || letters && size > 1 {
			break
		}
		dotted = next
	}
	if dotted == end || dotted >= len(t.text) && !letters {
		return end
	}
	if dotted < len(t.text) && t.text[dotted] == '.' {
		dotted++
	}
	if letters || abbreviations().Has(text.Lower(t.text[t.at:dotted])) {
		return dotted
	}
	return end
}

// follows reports whether what an abbreviation of a kind asks for follows it.
func (t *tokenizer) follows(end int, kind string) bool {
	rest := strings.TrimLeft(t.text[end:min(len(t.text), end+16)], " \u00a0")
	switch kind {
	case "number":
		return rest != "" && isDigit(rest[0])
	case "day":
		r, _ := utf8.DecodeRuneInString(rest)
		return rest != "" && (isDigit(rest[0]) || strings.ContainsRune(",-–(&/", r) || len(rest) > 2 && strings.Contains(months, rest[:3]))
	case "list":
		r, _ := utf8.DecodeRuneInString(rest)
		return rest != "" && rest[0] > ' ' && !unicode.IsUpper(r)
	}
	return true
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"

// ambiguous words are abbreviations only when capitalised: "mar." in "Mar. 3", not "would mar."
func ambiguous(word, kind string) bool {
	if r, _ := utf8.DecodeRuneInString(word); !unicode.IsLower(r) || len(word) > 5 {
		return false
	}
	switch word {
	case "al", "est", "no", "nos", "p", "pp":
		return false
	}
	return len(word) > 1 && kind != "title" && kind != "list" && kind != "number" && !strings.Contains(word, ".")
}
