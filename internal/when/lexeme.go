// SPDX-License-Identifier: Apache-2.0

package when

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

// A symbol is a class of words or a word that rules name; 0 is none.
type symbol uint16

// A reading is one way to take a lexeme: "second" is an ordinal and a unit, "2000" a year and a number.
type reading struct {
	sym symbol
	feature
}

// A feature is something that a matched word or pattern says about the time.
type feature struct {
	key string // class name, or key of "key=value"
	n   int    // the value as a number, where it is one
	s   string
}

func newFeature(key, value string) feature {
	n, _ := strconv.Atoi(value)
	return feature{key, n, value}
}

// A lexeme is a word, mark or figure with its readings.
type lexeme struct {
	text.Span
	tok      int // the token it starts in
	readings []reading
}

// vocabulary maps words to readings.
type vocabulary struct {
	symbols map[string]symbol
	words   map[string][]reading
}

func newVocabulary(rows []lexicon.Row) *vocabulary {
	v := &vocabulary{symbols: map[string]symbol{}, words: map[string][]reading{}}
	for _, row := range rows {
		v.add(row[0], reading{v.symbol(row.Field(1)), newFeature(row.Field(1), row.Field(2))})
	}
	return v
}

func (v *vocabulary) add(word string, r reading) { v.words[word] = append(v.words[word], r) }

// symbol numbers a class or a word of the rules.
func (v *vocabulary) symbol(name string) symbol {
	s, ok := v.symbols[name]
	if !ok {
		s = symbol(len(v.symbols) + 1)
		v.symbols[name] = s
	}
	return s
}

// word is the symbol of a word that a rule names; the word then has it as a reading.
func (v *vocabulary) word(w string) symbol {
	known := len(v.symbols)
	s := v.symbol(w)
	if len(v.symbols) > known {
		v.add(w, reading{sym: s})
	}
	return s
}

// A lexer turns the tokens of one sentence into lexemes. It looks into tokens too, so that "third-quarter" and
// "2010-2014" read the same however they were split.
type lexer struct {
	doc  *text.Doc
	voc  *vocabulary
	out  []lexeme
	made []reading // the readings of figures
}

// sentence reads tokens first to last.
func (x *lexer) sentence(first, last int) []lexeme {
	x.out, x.made = x.out[:0], nil
	pos := 0
	for i := first; i < last; i++ {
		tok := &x.doc.Tokens[i]
		for pos = max(pos, tok.Start); pos < tok.End; {
			pos = x.next(i, pos)
		}
	}
	x.joinNumbers()
	return x.out
}

// next reads the lexeme at pos inside token i and returns where it ends; figures may reach into later tokens.
func (x *lexer) next(i, pos int) int {
	tok := &x.doc.Tokens[i]
	s := x.doc.Text[pos:]
	if f := x.figure(pos); f.end > 0 {
		x.out = append(x.out, lexeme{text.Span{Start: pos, End: pos + f.end}, i, f.readings})
		return pos + f.end
	}
	end := pieceEnd(x.doc.Text[pos:tok.End])
	lower := tok.Lower
	if pos != tok.Start || end != tok.End-tok.Start || len(lower) != end {
		lower = strings.ToLower(s[:end])
	}
	x.out = append(x.out, lexeme{text.Span{Start: pos, End: pos + end}, i, x.lookup(tok, lower, s)})
	x.takeDot(lower)
	return pos + end
}

// pieceEnd is the length of the piece that opens s: a hyphen, or what stands before the next one.
func pieceEnd(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if isDash(r) {
		return size
	}
	if i := strings.IndexFunc(s, isDash); i > 0 {
		return i
	}
	return len(s)
}

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '/' }

// lookup is the readings of a word. Months and weekdays must be capitalised and must not be tagged as verbs:
// "may", "march", "sun" and "fall" are mostly other words.
func (x *lexer) lookup(tok *text.Token, lower, s string) []reading {
	if lower == "–" || lower == "—" {
		lower = "-"
	}
	rs := x.voc.words[lower]
	if rs == nil && strings.HasSuffix(lower, ".") {
		rs = x.voc.words[strings.TrimSuffix(lower, ".")]
	}
	if rs == nil || !(strings.HasPrefix(s, "fall") || proper(rs)) {
		return rs
	}
	r, _ := utf8.DecodeRuneInString(s)
	if verb := tok.Tag == text.VERB || tok.Tag == text.AUX; verb || (proper(rs) && !unicode.IsUpper(r)) {
		return plain(rs)
	}
	return rs
}

// proper reports whether a reading is a name of the calendar.
func proper(rs []reading) bool {
	for _, r := range rs {
		switch r.key {
		case "MONTH", "MON", "WDAY", "WD", "WDAYS", "FEAST":
			return true
		}
	}
	return false
}

// plain is the readings as a word of the rules alone.
func plain(rs []reading) []reading {
	for i, r := range rs {
		if r.key == "" {
			return rs[i : i+1]
		}
	}
	return nil
}

// takeDot lets an abbreviated month keep the full stop that was split from it: "Sept" "." "11".
func (x *lexer) takeDot(lower string) {
	n := len(x.out)
	if lower != "." || n < 2 {
		return
	}
	prev := &x.out[n-2]
	if prev.End == x.out[n-1].Start && calendar(prev.readings) && abbreviated(strings.ToLower(x.doc.Exact(prev.Span))) {
		prev.End = x.out[n-1].End
		x.out = x.out[:n-1]
	}
}

func calendar(rs []reading) bool {
	return len(rs) > 0 && (rs[0].key == "MONTH" || rs[0].key == "MON" || rs[0].key == "WD")
}
