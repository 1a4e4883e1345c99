// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"stemma/internal/fault"
	"stemma/internal/news"
)

// rows reads one object, an array of objects, or an object a line. A broken row is an error of its own.
func rows(name string, src source, format Format, opts Options) (reports []*news.Report, errs []error) {
	list, err := split(name, src.text, format)
	if err != nil {
		errs = append(errs, err)
	}
	for i, row := range list {
		label := name
		if len(list) > 1 || format == JSONLines {
			label = fmt.Sprintf("%s, row %d", name, i+1)
		}
		report, err := readRow(name, label, row, opts)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		report.Dropped = append(report.Dropped, src.notes...)
		reports = append(reports, report)
	}
	if len(reports) == 0 && len(errs) == 0 {
		errs = append(errs, fault.New(fault.Invalid, name, "no rows in it"))
	}
	return reports, errs
}

// A row is one JSON object and where it starts in the decoded file.
type row struct {
	text string
	at   int
}

// split cuts a file into its rows.
func split(name, s string, format Format) ([]row, error) {
	if format == JSONLines {
		return splitLines(s), nil
	}
	start := skipBlank(s, 0)
	if !json.Valid([]byte(s)) {
		if lines := splitLines(s); len(lines) > 1 && json.Valid([]byte(lines[0].text)) {
			return lines, nil
		}
		return nil, fault.New(fault.Invalid, name, "no valid JSON%s", where(s))
	}
	if s[start] != '[' {
		return []row{{strings.TrimSpace(s), start}}, nil
	}
	var list []row
	for i := nextValue(s, start+1); i < len(s) && s[i] != ']'; i = nextValue(s, i) {
		end := valueEnd(s, i)
		list = append(list, row{s[i:end], i})
		i = end
	}
	return list, nil
}

func splitLines(s string) []row {
	var list []row
	for pos := 0; pos < len(s); {
		end := strings.IndexByte(s[pos:], '\n')
		if end < 0 {
			end = len(s) - pos
		}
		from := skipBlank(s, pos)
		if line := strings.TrimSpace(s[pos : pos+end]); line != "" {
			list = append(list, row{line, from})
		}
		pos += end + 1
	}
	return list
}

// where is the place of the first error in broken JSON.
func where(s string) string {
	var v any
	var bad *json.SyntaxError
	if errors.As(json.Unmarshal([]byte(s), &v), &bad) {
		at := min(int(bad.Offset), len(s))
		return fmt.Sprintf(" (line %d: %v)", 1+strings.Count(s[:at], "\n"), bad)
	}
	return ""
}

// nextValue skips white space and commas.
func nextValue(s string, i int) int {
	for i < len(s) && (s[i] <= ' ' || s[i] == ',' || s[i] == ':') {
		i++
	}
	return i
}

// valueEnd is where the JSON value at i ends; the text is valid JSON.
func valueEnd(s string, i int) int {
	depth := 0
	for i < len(s) {
		switch c := s[i]; {
		case c == '"':
			i = stringEnd(s, i)
			if depth == 0 {
				return i
			}
			continue
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth == 0 {
				return i
			}
			if depth--; depth == 0 {
				return i + 1
			}
		case depth == 0 && (c == ',' || c <= ' '):
			return i
		}
		i++
	}
	return i
}

// stringEnd is behind the closing quotation mark of the string at i.
func stringEnd(s string, i int) int {
	for i++; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(s)
}

// A field is a value of a row: its text, mapped to where it stands.
type field struct {
	block
	value any
}

// fieldsOf reads the fields of a row that reports are made of.
func fieldsOf(r row) map[string]*field {
	out := map[string]*field{}
	for i := nextValue(r.text, 1); i < len(r.text) && r.text[i] == '"'; i = nextValue(r.text, i) {
		end := stringEnd(r.text, i)
		key := strings.ToLower(unquote(r.text[i:end], 0).text)
		i = nextValue(r.text, end)
		end = valueEnd(r.text, i)
		f := &field{}
		if i < len(r.text) && r.text[i] == '"' {
			f.block = unquote(r.text[i:end], r.at+i)
		} else if err := json.Unmarshal([]byte(r.text[i:end]), &f.value); err == nil && f.value != nil {
			f.text = plain(f.value)
		}
		out[key] = f
		i = end
	}
	return out
}

// plain is a value that is no string as text: numbers, and lists of names.
func plain(v any) string {
	switch v := v.(type) {
	case float64:
		return strings.TrimSuffix(fmt.Sprintf("%.0f", v), ".")
	case map[string]any:
		name, _ := v["name"].(string)
		return name
	case []any:
		var parts []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				parts = append(parts, s)
			} else if s := plain(e); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, "\n")
	}
	return ""
}

// unquote decodes a JSON string that stands at raw, with a segment for every run without escapes.
func unquote(lit string, raw int) block {
	var out strings.Builder
	var segs []news.Segment
	body := strings.TrimSuffix(lit[1:], `"`)
	for i := 0; i < len(body); {
		next := strings.IndexByte(body[i:], '\\')
		if next < 0 {
			next = len(body) - i
		}
		if next > 0 {
			segs = append(segs, news.Segment{Clean: out.Len(), Raw: raw + 1 + i, Length: next})
			out.WriteString(body[i : i+next])
			i += next
			continue
		}
		r, n := escape(body[i:])
		out.WriteRune(r)
		i += n
	}
	return block{text: out.String(), segs: segs}
}

// escape decodes the escape that s starts with, and how long it is.
func escape(s string) (rune, int) {
	if len(s) < 2 {
		return utf8.RuneError, len(s)
	}
	switch s[1] {
	case 'n':
		return '\n', 2
	case 't':
		return '\t', 2
	case 'r':
		return '\r', 2
	case 'b', 'f':
		return ' ', 2
	case 'u':
		r := hex4(s[2:])
		if utf16.IsSurrogate(r) && len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
			if both := utf16.DecodeRune(r, hex4(s[8:])); both != utf8.RuneError {
				return both, 12
			}
		}
		if utf16.IsSurrogate(r) {
			r = utf8.RuneError
		}
		return r, min(6, len(s))
	}
	return rune(s[1]), 2
}

func hex4(s string) rune {
	if len(s) < 4 {
		return utf8.RuneError
	}
	var r rune
	for _, c := range []byte(s[:4]) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c|32 >= 'a' && c|32 <= 'f':
			r = r<<4 | rune(c|32-'a'+10)
		default:
			return utf8.RuneError
		}
	}
	return r
}

// readRow makes a report of a row.
func readRow(name, label string, r row, opts Options) (*news.Report, error) {
	if !json.Valid([]byte(r.text)) {
		return nil, fault.New(fault.Invalid, label, "no valid JSON%s", where(r.text))
	}
	if r.text[0] != '{' {
		return nil, fault.New(fault.Invalid, label, `a row must be an object such as {"id": …, "title": …, "text": …}`)
	}
	fields := fieldsOf(r)
	body := fields["text"]
	if body == nil || strings.TrimSpace(body.text) == "" {
		return nil, fault.New(fault.Invalid, label, `no text in it: the field "text" is missing or empty`)
	}
	if strings.IndexByte(body.text, 0) >= 0 {
		return nil, fault.New(fault.Invalid, label, "looks binary, not text")
	}
	if n := longestWord(body.text, Text); n > maxWord {
		return nil, fault.New(fault.TooLarge, label, "one word of %d bytes; this is no text", n)
	}
	f := rowFacts(fields)
	s := layRow(fields, opts.AsIs)
	input := name
	if f.id != "" {
		input = f.id
	}
	report, err := finish(input, s, f, source{text: body.text}, opts.AsIs)
	if err != nil {
		return nil, fault.New(fault.Invalid, label, "no text in it")
	}
	report.SHA256 = digest([]byte(r.text))
	return report, nil
}

// rowFacts is what a row says about its report.
func rowFacts(fields map[string]*field) facts {
	get := func(names ...string) string {
		for _, name := range names {
			if f := fields[name]; f != nil && strings.TrimSpace(f.text) != "" {
				return strings.TrimSpace(f.text)
			}
		}
		return ""
	}
	f := facts{
		id: get("id"), title: oneLine(get("title")), outlet: get("outlet"), url: get("url"), lang: get("language", "lang"),
		published: published(get("published")),
	}
	if f.published != "" {
		f.basis = news.FromGiven
	}
	for line := range strings.Lines(get("authors", "author")) {
		if line = strings.TrimSpace(line); line != "" {
			f.authors = append(f.authors, line)
		}
	}
	return f
}

// layRow cuts the text of a row into blocks, the title first.
func layRow(fields map[string]*field, asIs bool) *sheet {
	body := fields["text"]
	if asIs {
		b := body.block
		return &sheet{verbatim: &b}
	}
	s := layLines(body.text)
	for _, b := range s.blocks {
		b.segs = through(b.segs, body.segs)
	}
	if t := fields["title"]; t != nil && strings.TrimSpace(t.text) != "" && !strings.ContainsAny(strings.TrimSpace(t.text), "\n\r") {
		s.detitle(t.text)
		head := t.block
		head.trim()
		if len(s.blocks) > 0 || head.text != "" {
			head.hint = title
			s.blocks = append([]*block{&head}, s.blocks...)
		}
	}
	return s
}

// through maps segments over the text of a field on to where the field's pieces stand.
func through(segs, field []news.Segment) []news.Segment {
	var out []news.Segment
	for _, s := range segs {
		for i := firstOver(field, s.Raw); i < len(field); i++ {
			f := field[i]
			lo, hi := max(s.Raw, f.Clean), min(s.Raw+s.Length, f.Clean+f.Length)
			if lo >= s.Raw+s.Length {
				break
			}
			if lo < hi {
				out = append(out, news.Segment{Clean: s.Clean + lo - s.Raw, Raw: f.Raw + lo - f.Clean, Length: hi - lo})
			}
		}
	}
	return out
}

// firstOver is the number of the first segment that ends behind pos.
func firstOver(segs []news.Segment, pos int) int {
	lo, hi := 0, len(segs)
	for lo < hi {
		mid := (lo + hi) / 2
		if segs[mid].Clean+segs[mid].Length > pos {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// detitle cuts the title off the text where it opens it, be it behind a date: "3 May 2024 Ferry sinks. A ferry …".
func (s *sheet) detitle(title string) {
	want := look(title)
	if len(s.blocks) == 0 || want.n < 3 || want.n > shortLine {
		return
	}
	b := s.blocks[0]
	at, n := 0, 0
	for i := 0; i < len(b.text) && n < want.n+8; n++ {
		from := skipBlank(b.text, i)
		if end, ok := startsWith(b.text[from:], want.words); ok {
			if n > 0 && !dateIn(b.text[:from]).alone || !newSentence(b.text[from+end:]) {
				return
			}
			at = from + end
			break
		}
		i = wordEnd(b.text, from)
	}
	if at == 0 {
		return
	}
	for at < len(b.text) && strings.IndexByte(" .:-|", b.text[at]) >= 0 {
		at++
	}
	before, _ := b.cut(at, len(b.text))
	s.cutOff = append(s.cutOff, news.Dropped{Text: strings.TrimSpace(before), Why: whyDoubled})
	b.trim()
}

// newSentence reports that a sentence of its own follows.
func newSentence(rest string) bool {
	rest = strings.TrimLeft(rest, " .:-|\u00a0")
	return rest != "" && !startsLow(rest) && (startsUpper(rest) || strings.IndexByte("\"'([", rest[0]) >= 0 || rest[0] >= 0x80)
}

// startsWith reports that a text starts with the words, and where they end.
func startsWith(s string, words []string) (int, bool) {
	i := 0
	for _, want := range words {
		from := skipBlank(s, i)
		to := wordEnd(s, from)
		got := look(s[from:to])
		for got.n == 0 && to < len(s) {
			from = skipBlank(s, to)
			to = wordEnd(s, from)
			got = look(s[from:to])
		}
		if got.norm != want {
			return 0, false
		}
		i = to
	}
	return i, true
}
