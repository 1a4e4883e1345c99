// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Safe is outside text made fit for showing, for other packages that print it.
func Safe(s string) string { return safe(s) }

// escapes are terminal control sequences: CSI (colours, cursor), OSC (titles, links) and the short ones.
var escapes = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("\x1b\\[[0-?]*[ -/]*[@-~]|\u009b[0-?]*[ -/]*[@-~]|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|\x1b[ -/]*[0-~]?")
})

// safe is outside text made fit for showing: terminal escapes, control characters, direction overrides and
// other invisible characters that can disguise text are taken out, breaks and tabs become spaces. Joiners stay,
// since scripts and emoji need them. It does not escape markup.
func safe(s string) string {
	if plain(s) {
		return s
	}
	if strings.ContainsAny(s, "\x1b\u009b") {
		s = escapes().ReplaceAllString(s, "")
	}
	return strings.Map(showable, s)
}

func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

func showable(r rune) rune {
	switch {
	case r == '\n' || r == '\t' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
		return ' '
	case unicode.IsControl(r), disguise(r):
		return -1
	}
	return r
}

// disguise tells characters that show nothing and change how others are shown.
func disguise(r rune) bool {
	switch {
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069: // embeddings, overrides, isolates
	case r == 0x200e, r == 0x200f, r == 0x061c: // direction marks
	case r == 0x200b, r == 0x2060, r == 0xfeff, r == 0x00ad: // zero-width and soft breaks
	case r >= 0xe0000 && r <= 0xe007f: // tags
	default:
		return false
	}
	return true
}

// oneLine is safe text with runs of space folded.
func oneLine(s string) string {
	if tidy(s) {
		return s
	}
	return strings.Join(strings.Fields(safe(s)), " ")
}

// tidy reports whether a text is plain words with one space between them, as most are.
func tidy(s string) bool {
	return plain(s) && !strings.Contains(s, "  ") && !strings.HasPrefix(s, " ") && !strings.HasSuffix(s, " ")
}

// short is one line of at most n characters; what is cut is marked.
func short(s string, n int) string { return cut(oneLine(opening(s, 8*n+64)), n) }

// opening is at most the first n bytes of s, marked where it is cut: what lies far behind a later cut need not be
// looked at, however long s is.
func opening(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// cut keeps at most n characters of s, up to the end of a word where one is near.
func cut(s string, n int) string {
	if len(s) <= n || utf8.RuneCountInString(s) <= n {
		return s
	}
	end := 0
	for i, count := 0, 0; count < n-1; count++ {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
		end = i
	}
	s = s[:end]
	if space := strings.LastIndexByte(s, ' '); space > len(s)*3/4 {
		s = s[:space]
	}
	return strings.TrimRight(s, " ,;:\u2014-\u2026") + "…"
}

// ident keeps of an id what may stand in an anchor, a class and a rule of style.
func ident(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '_'
	}, s)
}
