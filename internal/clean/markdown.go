// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"

	"stemma/internal/news"
)

// layMarkdown cuts Markdown into blocks: paragraphs without their marks, headings and list items with hints. Front matter
// gives facts. Tables and code stay as they are written.
func layMarkdown(decoded string) (*sheet, facts) {
	f, start := frontMatter(decoded)
	s := &sheet{}
	var para []*block
	flush := func() {
		if len(para) > 0 {
			s.blocks = append(s.blocks, inline(merge(para)))
			para = nil
		}
	}
	for pos := start; pos < len(decoded); {
		end := lineEnd(decoded, pos)
		b := newBlock(decoded[pos:end], pos)
		b.trim()
		mark, skip := lineMark(b.text)
		switch {
		case b.text == "", isRule(b.text):
			flush()
		case mark != noHint:
			flush()
			b.cut(skip, len(b.text))
			b.trim()
			if b.hint = mark; b.text != "" {
				in := inline(b)
				in.hint = mark
				s.blocks = append(s.blocks, in)
			}
		default:
			if skip > 0 {
				b.cut(skip, len(b.text))
			}
			para = append(para, b)
		}
		pos = end + breakLen(decoded, end)
	}
	flush()
	return s, f
}

// lineMark tells headings and list items and how long their mark is; quoted lines have a mark but no hint.
func lineMark(line string) (hint, int) {
	hashes := 0
	for hashes < len(line) && line[hashes] == '#' {
		hashes++
	}
	switch {
	case hashes > 0 && hashes <= 6 && hashes < len(line) && line[hashes] == ' ':
		if hashes == 1 {
			return title, hashes + 1
		}
		return heading, hashes + 1
	case strings.HasPrefix(line, "- "), strings.HasPrefix(line, "* "), strings.HasPrefix(line, "+ "):
		return item, 2
	case strings.HasPrefix(line, "> "):
		return noHint, 2
	}
	return noHint, 0
}

// isRule reports "---", "***" and lines under headings.
func isRule(line string) bool { return len(line) >= 3 && strings.Trim(line, "-*_= ") == "" }

// inline takes the marks of emphasis, links and pictures out of a block. A picture goes with its words.
func inline(b *block) *block {
	out := &block{hint: b.hint}
	var text strings.Builder
	keep := func(from, to int) {
		if from >= to {
			return
		}
		piece := *b
		piece.cut(from, to)
		for _, s := range piece.segs {
			s.Clean += text.Len()
			out.segs = append(out.segs, s)
		}
		text.WriteString(piece.text)
	}
	at := 0
	for i := 0; i < len(b.text); {
		n, inner := markAt(b.text, i)
		if n == 0 {
			i++
			continue
		}
		keep(at, i)
		if inner > 0 {
			keep(i+1, i+inner)
		}
		i += n
		at = i
	}
	keep(at, len(b.text))
	out.text = text.String()
	out.trim()
	return out
}

// markAt is the length of the mark at i, and where the words inside it that stay end; both count from i.
func markAt(s string, i int) (n, inner int) {
	switch s[i] {
	case '*', '_':
		if i > 0 && i+1 < len(s) && s[i-1] == ' ' && s[i+1] == ' ' || s[i] == '_' && i > 0 && i+1 < len(s) && isWordByte(s[i-1]) && isWordByte(s[i+1]) {
			return 0, 0
		}
		return 1, 0
	case '`':
		return 1, 0
	case '\\':
		if i+1 < len(s) && strings.IndexByte("\\`*_{}[]()#+-.!", s[i+1]) >= 0 {
			return 1, 0
		}
	case '!':
		if strings.HasPrefix(s[i:], "![") {
			if n, _ := linkAt(s[i+1:]); n > 0 {
				return n + 1, 0
			}
		}
	case '[':
		return linkAt(s[i:])
	}
	return 0, 0
}

func isWordByte(c byte) bool { return c >= '0' && c <= '9' || c|32 >= 'a' && c|32 <= 'z' || c >= 0x80 }

// maxLink bounds how far a link's ends are looked for.
const maxLink = 2000

// linkAt reads "[words](address)": its length and where the words end.
func linkAt(s string) (n, inner int) {
	s = s[:min(len(s), maxLink)]
	mid := strings.Index(s, "](")
	if mid < 1 || strings.IndexByte(s[1:mid], '[') >= 0 {
		return 0, 0
	}
	end := strings.IndexByte(s[mid:], ')')
	if end < 0 {
		return 0, 0
	}
	return mid + end + 1, mid
}

// frontMatter reads the lines between "---" at the start of a file.
func frontMatter(s string) (facts, int) {
	var f facts
	if !strings.HasPrefix(s, "---\n") && !strings.HasPrefix(s, "---\r\n") {
		return f, 0
	}
	for pos := strings.IndexByte(s, '\n') + 1; pos < len(s) && pos < 10_000; {
		end := lineEnd(s, pos)
		line := strings.TrimSpace(s[pos:end])
		pos = end + breakLen(s, end)
		if line == "---" || line == "..." {
			return f, pos
		}
		key, value, _ := strings.Cut(line, ":")
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		f.set(strings.ToLower(strings.TrimSpace(key)), value)
	}
	return facts{}, 0
}

// set takes a field of front matter.
func (f *facts) set(key, value string) {
	switch key {
	case "title":
		f.title = value
	case "author", "authors":
		for _, name := range strings.Split(strings.Trim(value, "[]"), ",") {
			if name = strings.Trim(name, ` "'`); name != "" {
				f.authors = append(f.authors, name)
			}
		}
	case "date", "published":
		if f.published = published(value); f.published != "" {
			f.basis = news.FromMeta
		}
	case "outlet", "publication", "source":
		f.outlet = value
	case "url", "link":
		f.url = value
	case "lang", "language":
		f.lang = value
	}
}
