// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
	"unicode/utf8"

	"stemma/internal/news"
)

// A block is a line of plain text, or a block element of a page: the unit that is kept or dropped.
type block struct {
	text   string
	segs   []news.Segment // Clean counts from the start of text, Raw in the decoded input
	hint   hint
	why    string // the reason why it is dropped; "" is kept
	gap    bool   // a blank line stands before it
	mark   string // the reason for which it goes once it has been read
	marked bool   // why comes from the page's markup, which tells where the furniture ends
	weak   bool   // why comes from the page's markup and may be overruled by the text
	shape
}

// A hint is what the markup says about a block.
type hint uint8

const (
	noHint  hint = iota
	heading      // h2 … h6, "## "
	title        // h1, "# "
	item         // an item of a list
	caption      // of a picture
)

// A sheet is the blocks of one report, in order, and what was found out about them.
type sheet struct {
	blocks   []*block
	title    *block
	known    string         // the title, where the format gives it
	verbatim *block         // the text as a row gives it, for AsIs
	page     bool           // the blocks are those of a page
	cutOff   []news.Dropped // pieces cut off kept blocks
	facts
}

// facts are what an input says about its report, apart from the text.
type facts struct {
	title     string
	outlet    string
	authors   []string
	published string
	basis     news.Basis
	url       string
	lang      string
	changed   bool // published is the day of a change
	id        string
	credits   []news.Credit
}

// newBlock is a block whose text stands as it is at raw.
func newBlock(text string, raw int) *block {
	return &block{text: text, segs: []news.Segment{{Raw: raw, Length: len(text)}}}
}

// cut narrows a block to text[from:to] and gives what was cut off before and after.
func (b *block) cut(from, to int) (before, after string) {
	before, after = b.text[:from], b.text[to:]
	var segs []news.Segment
	for _, s := range b.segs {
		lo, hi := max(s.Clean, from), min(s.Clean+s.Length, to)
		if lo < hi {
			segs = append(segs, news.Segment{Clean: lo - from, Raw: s.Raw + lo - s.Clean, Length: hi - lo})
		}
	}
	b.text, b.segs = b.text[from:to], segs
	return before, after
}

// trim cuts white space off both ends.
func (b *block) trim() {
	from := len(b.text) - len(strings.TrimLeftFunc(b.text, isBlank))
	to := len(strings.TrimRightFunc(b.text, isBlank))
	if from >= to {
		b.text, b.segs = "", nil
		return
	}
	if from > 0 || to < len(b.text) {
		b.cut(from, to)
	}
}

// isBlank is white space and the marks of no width that pages are strewn with.
func isBlank(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\f', '\v', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x200B, 0xFEFF:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

// layLines cuts plain text into blocks: its non-blank lines, or its paragraphs where lines are wrapped at a width.
func layLines(decoded string) *sheet {
	var lines []*block
	gap := false
	for pos := 0; pos < len(decoded); {
		end := lineEnd(decoded, pos)
		b := newBlock(decoded[pos:end], pos)
		b.trim()
		if b.text == "" {
			gap = true
		} else {
			b.gap = gap
			lines, gap = append(lines, b), false
		}
		pos = end + breakLen(decoded, end)
	}
	return &sheet{blocks: join(lines)}
}

// lineEnd is where the line that starts at pos ends, without its line break.
func lineEnd(s string, pos int) int {
	for i := pos; i < len(s); i++ {
		switch s[i] {
		case '\n', '\r', '\f', '\v':
			return i
		case 0xE2:
			if r, _ := utf8.DecodeRuneInString(s[i:]); r == 0x2028 || r == 0x2029 {
				return i
			}
		}
	}
	return len(s)
}

func breakLen(s string, pos int) int {
	switch {
	case pos >= len(s):
		return 0
	case strings.HasPrefix(s[pos:], "\r\n"):
		return 2
	case s[pos] == 0xE2:
		return 3
	}
	return 1
}

// join puts the lines of wrapped paragraphs together with single spaces; text that is not wrapped stays as it is.
func join(lines []*block) []*block {
	width := wrapWidth(lines)
	if width == 0 {
		return lines
	}
	var out []*block
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && !lines[to].gap && runsOn(lines[to-1], lines[to], width) {
			to++
		}
		out = append(out, merge(lines[from:to]))
		from = to
	}
	return out
}

// merge makes one block of several, with a space between each two.
func merge(lines []*block) *block {
	if len(lines) == 1 {
		return lines[0]
	}
	var text strings.Builder
	whole := &block{gap: lines[0].gap}
	for i, b := range lines {
		if i > 0 {
			text.WriteByte(' ')
		}
		for _, s := range b.segs {
			s.Clean += text.Len()
			whole.segs = append(whole.segs, s)
		}
		text.WriteString(b.text)
	}
	whole.text = text.String()
	return whole
}

// wrapWidth is the width at which paragraphs are wrapped, or 0: most lines that are followed by another line of
// their paragraph are nearly as long as the longest, and many of those break in mid-sentence.
func wrapWidth(lines []*block) int {
	inner, widest, full, mid := 0, 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if !lines[i].gap {
			inner++
			widest = max(widest, utf8.RuneCountInString(lines[i-1].text))
		}
	}
	if inner < 3 || widest < 40 || widest > 130 {
		return 0
	}
	for i := 1; i < len(lines); i++ {
		if lines[i].gap {
			continue
		}
		if utf8.RuneCountInString(lines[i-1].text)*10 >= widest*7 {
			full++
		}
		if startsLow(lines[i].text) {
			mid++
		}
	}
	if full*10 < inner*6 || mid*10 < inner*4 {
		return 0
	}
	return widest
}

// runsOn reports whether b goes on with the paragraph of the line before.
func runsOn(prev, b *block, width int) bool {
	if isBullet(b.text) {
		return false
	}
	return startsLow(b.text) || utf8.RuneCountInString(prev.text)*10 >= width*7
}
