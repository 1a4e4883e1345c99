// SPDX-License-Identifier: Apache-2.0

package sentence

import "strings"

// repeated is the marks that are one token however often they stand in a row. Apostrophes are not: later stages pair them.
const repeated = ".-!?*=_<>+#~$"

// mark cuts punctuation and symbols that are no part of a word.
func (t *tokenizer) mark(r rune, n int) {
	end := t.at + n
	switch r {
	case '.', '!', '?', '…':
		if t.leading('.') {
			return
		}
		end = t.span(".!?…")
	case '#', '@':
		if tag := t.run(end); tag > end && t.fresh() && !isDigit(t.text[end]) {
			end = t.underscores(tag)
		}
	case '+':
		if figure := t.run(end); figure > end && t.fresh() && isDigit(t.text[end]) {
			end = t.figure(figure)
		}
	}
	if end == t.at+n {
		end = t.drawn(end, r)
	}
	t.emit(min(end, t.bound()))
}

// bound is where a token that starts here has to end, on the border of a rune.
func (t *tokenizer) bound() int {
	end := min(len(t.text), t.at+maxToken)
	for end < len(t.text) && t.text[end]&0xC0 == 0x80 {
		end--
	}
	return end
}

// span is the end of the run of marks that starts here.
func (t *tokenizer) span(marks string) int {
	rest := t.text[t.at:t.bound()]
	return t.at + len(rest) - len(strings.TrimLeft(rest, marks))
}

// leading cuts a decimal without its nought, ".227", and the end of a file's name, ".doc".
func (t *tokenizer) leading(point byte) bool {
	if t.text[t.at] != point || t.at+1 >= len(t.text) || !isAlnum(t.text[t.at+1]) || !t.fresh() {
		return false
	}
	end := t.run(t.at + 1)
	if figure(t.text[t.at+1:end]) || isExtension(t.text[t.at+1:end]) {
		t.emit(end)
		return true
	}
	return false
}

func figure(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// drawn is the end of an emoticon, an arrow, a line of marks or a repeated mark.
func (t *tokenizer) drawn(end int, r rune) int {
	if face := t.emoticon(); face > 0 {
		return face
	}
	if t.at > 0 && t.text[t.at-1] > ' ' && r != '-' && r != '<' && r != '>' && !strings.ContainsRune(repeated, r) {
		return end
	}
	const drawing = "-=+|*~<>#_{}^\\/"
	if line := t.span(drawing); line-t.at > 2 && (line == len(t.text) || t.text[line] <= ' ') && strings.IndexByte("-=*~_", t.text[t.at+1]) >= 0 {
		return line
	}
	if rest := t.text[t.at:]; strings.HasPrefix(rest, "->") || strings.HasPrefix(rest, "=>") || strings.HasPrefix(rest, "<-") {
		return t.at + 2
	}
	if strings.ContainsRune(repeated, r) {
		return t.span(string(r))
	}
	return end
}

// faces are emoticons that are not eyes and a mouth.
var faces = []string{"^_^", "-_-", "<3", "(:", "(;", ">:(", "o_O", "T_T", ":'("}

// emoticon is the end of an emoticon that starts here, or 0.
func (t *tokenizer) emoticon() int {
	rest := t.text[t.at:]
	if len(rest) < 2 {
		return 0
	}
	switch rest[0] {
	case ':', ';', '=':
		return t.smile(rest)
	case '^', '-', '<', '(', '>':
		for _, face := range faces {
			if strings.HasPrefix(rest, face) && t.ends(t.at+len(face)) && t.fresh() {
				return t.at + len(face)
			}
		}
	}
	return 0
}

// smile is the end of eyes, a nose or none, and a mouth: ":-)", ";)", "=D"; a bracket may be a mouth many times.
func (t *tokenizer) smile(rest string) int {
	end := 1
	if rest[end] == '-' || rest[end] == '\'' {
		end++
	}
	if end == len(rest) {
		return 0
	}
	switch mouth := rest[end]; mouth {
	case ')', '(', ']', '[':
		for end < len(rest) && rest[end] == mouth && end < 8 {
			end++
		}
	case 'D', 'P', 'p', 'O', 'o', '|':
		end++
		if !t.fresh() {
			return 0
		}
	case '/', '\\':
		if end++; !t.fresh() || end < len(rest) && rest[end] == '/' {
			return 0
		}
	default:
		return 0
	}
	if !t.ends(t.at + end) {
		return 0
	}
	return t.at + end
}
