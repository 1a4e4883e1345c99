// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"stemma/internal/fault"
	"stemma/internal/news"
)

// maxWord is the longest run of bytes without a space that a text may hold. Real words, links and tracking codes
// are far shorter; a longer one is no text, and would only cost every later stage its time.
const maxWord = 20_000

// A source is the decoded text of an input and what was repaired in it.
type source struct {
	text  string
	notes []news.Dropped
}

// decode gives the bytes as UTF-8: by byte order mark, by zero bytes (UTF-16), by what the page declares, else
// Windows-1252 where the bytes are no UTF-8. A few broken bytes in UTF-8 are replaced and noted.
func decode(name string, data []byte, format Format) (source, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return source{}, fault.New(fault.Invalid, name, "no text in it")
	}
	s := unwrapBytes(data, format)
	if looksBinary(s.text) {
		return source{}, fault.New(fault.Invalid, name, "looks binary, not text")
	}
	if n := longestWord(s.text, format); n > maxWord {
		return source{}, fault.New(fault.TooLarge, name, "one word of %d bytes; this is no text", n)
	}
	if strings.TrimSpace(s.text) == "" {
		return source{}, fault.New(fault.Invalid, name, "no text in it")
	}
	return s, nil
}

func unwrapBytes(data []byte, format Format) source {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return repair(data[3:])
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return source{text: utf16Text(data[2:], binary.LittleEndian)}
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return source{text: utf16Text(data[2:], binary.BigEndian)}
	}
	if order := zeroOrder(data); order != nil {
		return source{text: utf16Text(data, order)}
	}
	if utf8.Valid(data) {
		return source{text: string(data)}
	}
	return legacy(data, format)
}

// legacy decodes bytes that are no valid UTF-8: broken UTF-8 where most of its long characters are whole, else the
// character set that the page declares or Windows-1252.
func legacy(data []byte, format Format) source {
	whole, broken := countLong(data)
	if whole > broken {
		return repair(data)
	}
	contentType := "text/plain"
	if format == HTML {
		contentType = "text/html"
	}
	enc, label, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], contentType)
	if label == "utf-8" {
		enc, _ = charset.Lookup("windows-1252")
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return repair(data)
	}
	return source{text: strings.ToValidUTF8(string(out), "\uFFFD")}
}

// repair replaces each run of broken bytes with one U+FFFD and notes it.
func repair(data []byte) source {
	if utf8.Valid(data) {
		return source{text: string(data)}
	}
	_, broken := countLong(data)
	return source{
		text:  strings.ToValidUTF8(string(data), "\uFFFD"),
		notes: []news.Dropped{{Text: fmt.Sprintf("%d bytes", broken), Why: "invalid UTF-8, replaced by U+FFFD"}},
	}
}

// countLong counts the whole characters of more than one byte and the bytes that belong to none.
func countLong(data []byte) (whole, broken int) {
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			whole++
		}
		data = data[size:]
	}
	return whole, broken
}

// zeroOrder tells UTF-16 without a byte order mark: nearly every second byte of Western text is zero then.
func zeroOrder(data []byte) binary.ByteOrder {
	head := data[:min(len(data), 512)&^1]
	even, odd := 0, 0
	for i := 0; i < len(head); i += 2 {
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	pairs := len(head) / 2
	switch {
	case pairs < 4:
		return nil
	case odd*10 > pairs*7 && even*10 < pairs:
		return binary.LittleEndian
	case even*10 > pairs*7 && odd*10 < pairs:
		return binary.BigEndian
	}
	return nil
}

func utf16Text(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// looksBinary reports control characters that no text has.
func looksBinary(s string) bool {
	odd := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == 0:
			return true
		case c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1b:
			odd++
		}
	}
	return odd*200 > len(s)
}

// longestWord is the longest run of bytes of words without a space or break. Scripts that write without spaces
// break everywhere; in pages and rows the marks of the format break too.
func longestWord(s string, format Format) int {
	longest, run := 0, 0
	for _, r := range s {
		switch {
		case r <= ' ' || r == 0xA0 || (r >= 0x0E00 && r < 0x1100) || (r >= 0x1780 && r < 0x1800) || r >= 0x2E80:
			run = 0
		case format != Text && strings.ContainsRune(`<>"'&\`, r):
			run = 0
		default:
			run += utf8.RuneLen(r)
			longest = max(longest, run)
		}
	}
	if format == HTML || format == JSON || format == JSONLines || format == "" {
		return longestShown(s, longest)
	}
	return longest
}

// longestShown lets pages carry pictures and programs as long words outside the shown text: only a page that is
// mostly one word is refused here, and its blocks are checked once they are known.
func longestShown(s string, longest int) int {
	if longest > maxWord && longest*10 > len(s)*9 {
		return longest
	}
	return 0
}
