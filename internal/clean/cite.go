// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/news"
	"stemma/internal/text"
)

// citesIn finds where a text says that it has something from another outlet: "first reported by Axios", "told Reuters",
// "The Post reported".
func citesIn(doc *text.Doc) []news.Credit {
	var out []news.Credit
	low := lowerASCII(doc.Text)
	for _, c := range citings() {
		for at := 0; ; {
			i := strings.Index(low[at:], c.words)
			if i < 0 {
				break
			}
			from := at + i
			at = from + len(c.words)
			if inWord(low, from, at) {
				continue
			}
			if span, name, ok := c.at(doc.Text, from, at); ok {
				out = append(out, news.Credit{Kind: news.Cites, Name: name, Evidence: span, Words: doc.Exact(span)})
			}
		}
	}
	return out
}

// lowerASCII lowers the letters A to Z and so keeps every position.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// inWord reports that s[from:to] is only part of a word.
func inWord(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	return unicode.IsLetter(before) || unicode.IsLetter(after)
}

// at reads the outlet beside the citing words at from to to.
func (c citing) at(s string, from, to int) (text.Span, string, bool) {
	if c.before {
		start, end := nameAfter(s, to)
		name := strings.TrimSpace(s[start:end])
		if end > start && (isMedium(name) || c.any && len(strings.Fields(name)) <= 6) {
			return text.Span{Start: from, End: end}, name, true
		}
		return text.Span{}, "", false
	}
	start, end := nameBefore(s, from)
	if end > start && isMedium(s[start:end]) {
		return text.Span{Start: start, End: to}, s[start:end], true
	}
	return text.Span{}, "", false
}

// nameAfter is the run of capitalised words after i, days and months at its end left out; "the" may open it.
func nameAfter(s string, i int) (start, end int) {
	start = skipSpaces(s, i)
	if strings.HasPrefix(s[start:], "the ") {
		start += 4
	}
	end = start
	for at, n := start, 0; at < len(s) && n < 7; n++ {
		to := nameWordEnd(s, at)
		word := s[at:to]
		if word == "" || !startsUpper(word) && !(n > 0 && (word == "of" || word == "de" || word == "della" || isDigits(word))) || isCalendar(word) {
			break
		}
		if word != "of" && word != "de" {
			end = to
		}
		if to >= len(s) || s[to] != ' ' {
			break
		}
		at = to + 1
	}
	return start, end
}

// nameBefore is the run of capitalised words right before i.
func nameBefore(s string, i int) (start, end int) {
	end = len(strings.TrimRight(s[:i], " "))
	start = end
	for at := end; at > 0; {
		from := strings.LastIndexAny(s[max(0, at-40):at], " \n(“\"—") + 1 + max(0, at-40)
		word := s[from:at]
		if word == "" || !startsUpper(word) || strings.ContainsAny(word[len(word)-1:], ",.;:!?") || isCalendar(word) || from == max(0, end-160) {
			break
		}
		start = from
		if from == 0 || s[from-1] != ' ' {
			break
		}
		at = from - 1
	}
	return start, end
}

func skipSpaces(s string, i int) int {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return i
}

// nameWordEnd is where a word of a name ends: letters, digits, "&", "-", and stops and apostrophes inside it.
func nameWordEnd(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		inner := (r == '.' || r == '\'') && i+size < len(s) && isLetterAt(s, i+size) && !strings.HasPrefix(s[i:], "'s")
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' && r != '-' && !inner {
			return i
		}
		i += size
	}
	return i
}

func isLetterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

func isDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}

// isCalendar reports days, months and other words with capitals that no outlet's name ends in.
func isCalendar(word string) bool {
	switch word {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
		"April", "June", "July", "August", "September", "October", "November", "December", "He", "She", "But", "In", "On", "It":
		return true
	}
	return false
}

// isMedium reports the name of a medium: a known one, or one with a medium's word at its end.
func isMedium(name string) bool {
	bare := strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the ")
	if media()[name] || media()[bare] {
		return true
	}
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 6 {
		return false
	}
	if isDigits(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	last := strings.ToLower(words[len(words)-1])
	if mediaWords().Has(last) && len(words) > 1 {
		return true
	}
	if last == "agency" && len(words) > 2 {
		before := strings.ToLower(words[len(words)-2])
		return before == "news" || before == "press"
	}
	return len(words) <= 3 && strings.ToUpper(words[0]) == words[0] && media()[words[0]]
}
