// SPDX-License-Identifier: Apache-2.0

// Package sentence splits a text into tokens and sentences by rules.
//
// Tokens follow UD English: clitics and hyphens are split off ("don't", "Israel's", "15-month"), figures keep their
// commas and points, abbreviations keep their full stop. Sentences end at final punctuation that is not part of an
// abbreviation, at a missing space ("ended.The next"), and at every end of a paragraph.
package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var abbreviations = lexicon.Load("abbreviations")

// maxToken bounds a token's length in bytes; a longer run of letters is cut, so that no later stage meets it whole.
const maxToken = 256

// tokenizer cuts a text into tokens, left to right.
type tokenizer struct {
	text string
	at   int
	out  []text.Token
}

// tokens cuts the whole of s.
func tokens(s string) []text.Token {
	t := &tokenizer{text: s, out: make([]text.Token, 0, len(s)/5+1)}
	for t.at < len(s) {
		r, n := utf8.DecodeRuneInString(s[t.at:])
		switch {
		case unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\ufeff':
			t.at += n
		case isWordRune(r):
			t.word()
		case (r == '\'' || r == '’') && t.elision():
		default:
			t.mark(r, n)
		}
	}
	return t.out
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r)
}

// emit adds the token that ends at end and moves on.
func (t *tokenizer) emit(end int) {
	word := t.text[t.at:end]
	t.out = append(t.out, text.Token{Span: text.Span{Start: t.at, End: end}, Lower: lower(word)})
	t.at = end
}

func lower(word string) string {
	return strings.ReplaceAll(strings.ToLower(word), "’", "'")
}

// mark cuts punctuation and symbols: runs of dots or hyphens are one token, anything else a rune.
func (t *tokenizer) mark(r rune, n int) {
	end := t.at + n
	if r == '.' || r == '-' || r == '!' || r == '?' || r == '*' || r == '=' || r == '_' {
		for end < len(t.text) && t.text[end] == byte(r) && end-t.at < maxToken {
			end++
		}
	}
	t.emit(end)
}

// elision cuts a clitic that begins with an apostrophe: "'s", "'re"; it reports whether there was one.
func (t *tokenizer) elision() bool {
	if len(t.out) == 0 || t.out[len(t.out)-1].End != t.at {
		return false
	}
	rest := t.text[t.at:]
	_, n := utf8.DecodeRuneInString(rest)
	for _, clitic := range []string{"s", "re", "ve", "ll", "d", "m"} {
		end := n + len(clitic)
		if len(rest) < end || !strings.EqualFold(rest[n:end], clitic) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(rest[end:]); end == len(rest) || !isWordRune(r) {
			t.emit(t.at + end)
			return true
		}
	}
	return false
}

// word cuts a word, figure, abbreviation or address that starts here.
func (t *tokenizer) word() {
	if end := t.address(); end > 0 {
		t.emit(end)
		return
	}
	end := t.run(t.at)
	if isDigit(t.text[t.at]) {
		t.emit(t.figure(end))
		return
	}
	if abbr := t.abbreviation(end); abbr > end {
		t.emit(abbr)
		return
	}
	t.emitWord(t.apostrophe(end))
}

// apostrophe extends a capitalised word over an apostrophe inside a name: "O'Brien", "Sana'a".
func (t *tokenizer) apostrophe(end int) int {
	if first, _ := utf8.DecodeRuneInString(t.text[t.at:]); !unicode.IsUpper(first) || end-t.at >= maxToken/2 {
		return end
	}
	mark, n := utf8.DecodeRuneInString(t.text[end:])
	if mark != '\'' && mark != '’' {
		return end
	}
	last := t.run(end + n)
	switch strings.ToLower(t.text[end+n : last]) {
	case "", "s", "t", "re", "ve", "ll", "d", "m":
		return end
	}
	if last-t.at > maxToken {
		return end
	}
	return last
}

// run is the end of the letters and digits from at on, at most maxToken bytes further.
func (t *tokenizer) run(at int) int {
	start := at
	for at < len(t.text) && at-start < maxToken {
		r, n := utf8.DecodeRuneInString(t.text[at:])
		if !isWordRune(r) {
			break
		}
		at += n
	}
	return at
}

// figure extends a run of digits over "1,400", "3.5" and "6:30".
func (t *tokenizer) figure(end int) int {
	for end+1 < len(t.text) && end-t.at < maxToken && isDigit(t.text[end-1]) && strings.IndexByte(",.:", t.text[end]) >= 0 && isDigit(t.text[end+1]) {
		if t.text[end] == ',' && !thousands(t.text[end+1:]) {
			break
		}
		end = t.run(end + 1)
	}
	return end
}

// thousands reports whether exactly three digits open s.
func thousands(s string) bool {
	n := 0
	for n < len(s) && n < 4 && isDigit(s[n]) {
		n++
	}
	return n == 3
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// abbreviation is the end of "U.S.", "a.m.", "Mr." or an initial that starts here, or end where there is none.
func (t *tokenizer) abbreviation(end int) int {
	if end >= len(t.text) || t.text[end] != '.' {
		return end
	}
	dotted := end
	for dotted < len(t.text) && t.text[dotted] == '.' && dotted-t.at < 16 {
		next := t.run(dotted + 1)
		if next-(dotted+1) != 1 { // "U.S." goes on letter by letter
			break
		}
		dotted = next
	}
	single := utf8.RuneCountInString(t.text[t.at:end]) == 1
	if single && dotted > end {
		if dotted < len(t.text) && t.text[dotted] == '.' {
			dotted++
		}
		return dotted
	}
	r, _ := utf8.DecodeRuneInString(t.text[t.at:])
	if single && unicode.IsUpper(r) && t.text[t.at:end] != "I" {
		return end + 1
	}
	if abbreviations().Has(lower(t.text[t.at : end+1])) {
		if row := abbreviations()[lower(t.text[t.at:end+1])]; row.Field(1) == "number" && !digitAfter(t.text[end+1:]) {
			return end
		}
		if ambiguous(t.text[t.at:end]) {
			return end
		}
		return end + 1
	}
	return end
}

// ambiguous words are abbreviations only when capitalised: "mar." in "Mar. 3", not "would mar."
func ambiguous(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r) && len(word) <= 5 && abbreviations()[word+"."].Field(1) != "title" && !strings.Contains(word, ".") &&
		word != "etc" && word != "al" && word != "est" && word != "no" && word != "nos" && word != "p" && word != "pp"
}

func digitAfter(s string) bool {
	s = strings.TrimLeft(s, " \u00a0")
	return s != "" && isDigit(s[0])
}

// address is the end of a web or mail address that starts here, or 0.
func (t *tokenizer) address() int {
	rest := t.text[t.at:min(len(t.text), t.at+maxToken)]
	end := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"“”<>()[]`, r) })
	if end < 0 {
		end = len(rest)
	}
	word := rest[:end]
	if !strings.Contains(word, "://") && !strings.HasPrefix(word, "www.") && !mailAddress(word) {
		return 0
	}
	word = strings.TrimRightFunc(word, func(r rune) bool { return strings.ContainsRune(".,;:!?'’", r) })
	for !utf8.ValidString(word) { // the bound may have cut a rune
		word = word[:len(word)-1]
	}
	return t.at + len(word)
}

func mailAddress(word string) bool {
	at := strings.IndexByte(word, '@')
	return at > 0 && strings.IndexByte(word[at:], '.') > 1
}

// emitWord cuts "cannot" and "n't" in two and emits anything else whole.
func (t *tokenizer) emitWord(end int) {
	word := lower(t.text[t.at:end])
	if word == "cannot" {
		t.emit(t.at + 3)
		t.emit(end)
		return
	}
	if strings.HasSuffix(word, "n") && len(word) > 1 {
		if neg := negation(t.text[end:]); neg > 0 {
			if len(word) > 1 {
				t.emit(end - 1)
			}
			t.emit(end + neg)
			return
		}
	}
	t.emit(end)
}

// negation is the length of "'t" where s opens with it as the end of a word, or 0.
func negation(s string) int {
	for _, clitic := range []string{"'t", "’t", "'T", "’T"} {
		if strings.HasPrefix(s, clitic) {
			if r, _ := utf8.DecodeRuneInString(s[len(clitic):]); len(s) == len(clitic) || !isWordRune(r) {
				return len(clitic)
			}
		}
	}
	return 0
}
