// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/lexicon"
)

var functionWords = lexicon.Load("clean_function")

// shortLine is the number of words up to which a block is looked at word by word; longer ones are running text, of
// which only the length and the end matter.
const shortLine = 90

// A shape is how a block looks: what can be told without knowing the language's grammar.
type shape struct {
	words  []string // in lower case without the punctuation around them; only the first ones of a long block
	norm   string   // words with single spaces
	n      int      // number of words
	caps   int      // of words: how many start with a capital
	little int      // of words: how many are function words
	bullet bool     // starts with a list mark
	ended  bool     // ends as a sentence does
	final  byte     // last byte that is no closing quotation mark or bracket
	broken bool     // ends in an ellipsis: a text cut short
	quoted bool     // holds quotation marks
	when   date     // of a short block: the date in it
}

// look finds the shape of a text.
func look(s string) shape {
	var sh shape
	sh.bullet = isBullet(s)
	fields := 0
	for i := 0; i < len(s); {
		from := skipBlank(s, i)
		if from == len(s) {
			break
		}
		to := wordEnd(s, from)
		if fields++; fields <= shortLine {
			sh.add(s[from:to])
		}
		i = to
	}
	sh.norm = strings.Join(sh.words, " ")
	sh.n = max(len(sh.words), fields-1)
	if fields <= shortLine {
		sh.n = len(sh.words)
	}
	if wide := wideLetters(s); wide > 2*sh.n {
		sh.n = wide / 2
	}
	sh.end(s)
	sh.quoted = strings.ContainsAny(s, `"“”„«»`)
	if sh.n <= 24 {
		sh.when = dateIn(s)
	}
	return sh
}

// add takes a word in.
func (sh *shape) add(field string) {
	word := strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' })
	if word == "" {
		return
	}
	if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
		sh.caps++
	}
	low := strings.ReplaceAll(strings.ToLower(word), "’", "'")
	if functionWords().Has(low) {
		sh.little++
	}
	sh.words = append(sh.words, low)
}

// end looks at how a text ends.
func (sh *shape) end(s string) {
	s = strings.TrimRight(s, " )]}\"'”’»")
	s = strings.TrimRightFunc(s, isBlank)
	if s == "" {
		return
	}
	sh.final = s[len(s)-1]
	sh.broken = strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, ". .")
	sh.ended = sh.broken || strings.IndexByte(".!?", sh.final) >= 0 || strings.HasSuffix(s, "。") ||
		strings.HasSuffix(s, "！") || strings.HasSuffix(s, "？") || strings.HasSuffix(s, "؟") || strings.HasSuffix(s, "।")
}

// prose reports running text: a paragraph of an article.
func (b *block) prose() bool {
	if b.broken && b.n < 60 {
		return false
	}
	if b.final == '?' || b.final == '!' {
		return b.n >= 16 || b.n >= 9 && twoSentences(b.text)
	}
	return b.ended && b.n >= 9 || b.n >= 40
}

// sentence reports text that ends as a sentence does, however short.
func (b *block) sentence() bool { return b.ended && !b.broken && b.n >= 3 }

// lead reports text that reads as one or more sentences even though it is short: a title ends without a full stop.
func (b *block) lead() bool { return b.prose() || b.sentence() && b.final == '.' }

// titleLike reports a line that can be a headline or a heading.
func (b *block) titleLike() bool {
	return b.n >= 2 && b.n <= 32 && !b.bullet && !b.broken && b.final != '.' && b.final != ':' && b.final != ',' &&
		b.final != ';' && !b.when.alone && len(b.text) < 300 && !(b.ended && b.n >= 9 && twoSentences(b.text))
}

// twoSentences reports that a sentence ends inside a text.
func twoSentences(s string) bool {
	for i := 1; i+2 < len(s); i++ {
		if (s[i] == '.' || s[i] == '!' || s[i] == '?') && s[i+1] == ' ' && (s[i-1] == ' ' || s[i-1] >= 'a' && s[i-1] <= 'z') && startsUpper(s[i+2:]) {
			return true
		}
	}
	return false
}

// truncated reports a teaser's text, cut short by an ellipsis.
func (b *block) truncated() bool { return b.broken && b.n >= 4 }

// titleCase reports that nearly all the longer words have capitals.
func (b *block) titleCase() bool { return b.n > 0 && b.caps*10 >= (b.n-b.little)*8 }

func isBullet(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '•', '●', '○', '▪', '■', '◦', '‣', '⁃', '·', '►', '▶', '➤', '✓', '✔', '*', '-', '–', '—', '+':
		return len(s) > size && (s[size] == ' ' || s[size] == '\t' || r == '•' || strings.HasPrefix(s[size:], "\u00a0"))
	}
	return false
}

// startsLow reports that a text starts with a lower-case letter.
func startsLow(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'(“‘`))
	return unicode.IsLower(r)
}

func skipBlank(s string, i int) int {
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			if c > ' ' {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isBlank(r) {
			return i
		}
		i += size
	}
	return i
}

func wordEnd(s string, i int) int {
	for i < len(s) {
		c := s[i]
		if c <= ' ' {
			return i
		}
		if c < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if isBlank(r) {
			return i
		}
		i += size
	}
	return i
}

// wideLetters counts the letters of scripts that write without spaces.
func wideLetters(s string) int {
	n := 0
	for _, r := range s {
		if r >= 0x3040 && r < 0xA000 || r >= 0x0E00 && r < 0x1000 {
			n++
		}
	}
	return n
}
