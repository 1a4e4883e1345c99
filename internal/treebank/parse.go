// SPDX-License-Identifier: Apache-2.0

package treebank

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"stemma/internal/fault"
)

// Bounds on what is read: far beyond any sentence that somebody annotated.
const (
	maxLine  = 1 << 20 // bytes
	maxWords = 10_000  // words of a sentence
)

// columns of a line of CoNLL-U.
const columns = 10

// Parse reads CoNLL-U. Errors name the input and the line. Comments that no word follows are dropped.
func Parse(name string, data []byte) ([]Sentence, error) {
	var out []Sentence
	err := Chunks(name, data, math.MaxInt, func(part []Sentence) error {
		out = append(out, part...)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Chunks reads CoNLL-U as Parse does and hands out the sentences in turn, at most so many together, so that a file may be
// larger than memory holds as trees. A new document begins a new chunk.
func Chunks(name string, data []byte, most int, use func([]Sentence) error) error {
	p := &parser{lines: newLines(name, data), most: most, use: use}
	for p.next() {
		if err := p.line(); err != nil {
			return err
		}
	}
	if p.err != nil {
		return p.err
	}
	if err := p.finish(); err != nil {
		return err
	}
	return p.hand()
}

// A parser reads one line after the other into the sentence that is open.
type parser struct {
	*lines
	cur  Sentence
	out  []Sentence
	most int
	use  func([]Sentence) error
}

// hand gives what was read to its user.
func (p *parser) hand() error {
	part := p.out
	p.out = nil
	if len(part) == 0 {
		return nil
	}
	return p.use(part)
}

func (p *parser) line() error {
	switch {
	case strings.TrimSpace(p.text) == "":
		return p.finish()
	case p.text[0] == '#':
		p.comment()
		return nil
	}
	cells := strings.SplitN(p.text, "\t", columns+1)
	if len(cells) != columns {
		return p.fail("%d columns, not %d", strings.Count(p.text, "\t")+1, columns)
	}
	switch {
	case strings.Contains(cells[0], "-"):
		return p.span(cells)
	case strings.Contains(cells[0], "."):
		p.cur.empty = append(p.cur.empty, emptyNode{len(p.cur.Words), p.text})
		return nil
	}
	return p.word(cells)
}

func (p *parser) comment() {
	p.cur.Comments = append(p.cur.Comments, p.text)
	if id, ok := (&Sentence{Comments: []string{p.text}}).Comment("sent_id"); ok {
		p.cur.ID = id
	}
}

func (p *parser) word(cells []string) error {
	if n, err := strconv.Atoi(cells[0]); err != nil || n != len(p.cur.Words)+1 {
		return p.fail("word %q, where %d comes next", short(cells[0]), len(p.cur.Words)+1)
	}
	if len(p.cur.Words) == maxWords {
		return p.fail("a sentence of more than %d words", maxWords)
	}
	head := 0
	if cells[6] != "_" {
		n, err := strconv.Atoi(cells[6])
		if err != nil || n < 0 {
			return p.fail("head %q is no number", short(cells[6]))
		}
		head = n
	}
	w := Word{
		Form: cells[1], Lemma: filled(cells[2]), UPOS: filled(cells[3]), XPOS: filled(cells[4]), Feats: filled(cells[5]),
		Head: head, Deprel: filled(cells[7]), Deps: filled(cells[8]), Misc: filled(cells[9]), SpaceAfter: spaced(cells[9]),
	}
	if w.Form == "_" && cells[2] == "_" { // the word is an underscore, and so is its lemma
		w.Lemma = "_"
	}
	p.cur.Words = append(p.cur.Words, w)
	return nil
}

// span reads the line of a range of words, such as 1-2.
func (p *parser) span(cells []string) error {
	from, to, _ := strings.Cut(cells[0], "-")
	first, err1 := strconv.Atoi(from)
	last, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil || first != len(p.cur.Words)+1 || last < first || last > maxWords {
		return p.fail("range %q, where word %d comes next", short(cells[0]), len(p.cur.Words)+1)
	}
	if n := len(p.cur.Ranges); n > 0 && p.cur.Ranges[n-1].Last >= first {
		return p.fail("range %q overlaps the one before", short(cells[0]))
	}
	p.cur.Ranges = append(p.cur.Ranges, Range{
		First: first - 1, Last: last, Form: cells[1], SpaceAfter: spaced(cells[9]), rest: strings.Join(cells[2:], "\t"),
	})
	return nil
}

// finish closes the open sentence, where it has words.
func (p *parser) finish() error {
	n := len(p.cur.Words)
	if r := len(p.cur.Ranges); r > 0 && p.cur.Ranges[r-1].Last > n {
		return p.fail("a range ends at word %d of %d", p.cur.Ranges[r-1].Last, n)
	}
	for i, w := range p.cur.Words {
		if w.Head > n {
			return p.fail("the head of word %d is %d, in a sentence of %d", i+1, w.Head, n)
		}
	}
	if n == 0 {
		return nil
	}
	if p.cur.OpensDocument() {
		if err := p.hand(); err != nil {
			return err
		}
	}
	p.out = append(p.out, p.cur)
	p.cur = Sentence{}
	if len(p.out) < p.most {
		return nil
	}
	return p.hand()
}

// filled is a field, or "" where it is left open.
func filled(cell string) string {
	if cell == "_" {
		return ""
	}
	return cell
}

// spaced reports whether a space follows a token with this MISC.
func spaced(misc string) bool {
	return !strings.Contains(misc, "SpaceAfter=No") || !slices.Contains(strings.Split(misc, "|"), "SpaceAfter=No")
}

// short is a field for an error message.
func short(cell string) string {
	if r := []rune(cell); len(r) > 20 {
		return string(r[:20]) + "…"
	}
	return cell
}

// lines hands out a file's lines, without their ends.
type lines struct {
	name, rest, text string
	number           int
	err              error
}

func newLines(name string, data []byte) *lines {
	return &lines{name: name, rest: strings.TrimPrefix(strings.ToValidUTF8(string(data), "\uFFFD"), "\uFEFF")}
}

// next reports whether there is a further line, which is then in text.
func (l *lines) next() bool {
	if l.rest == "" {
		l.text = ""
		return false
	}
	l.text, l.rest, _ = strings.Cut(l.rest, "\n")
	l.text = strings.TrimSuffix(l.text, "\r")
	l.number++
	if len(l.text) > maxLine {
		l.err = l.fail("longer than %d KB", maxLine>>10)
		return false
	}
	return true
}

func (l *lines) fail(format string, args ...any) error {
	return fault.New(fault.Invalid, l.name, "line %d: "+format, append([]any{l.number}, args...)...)
}
