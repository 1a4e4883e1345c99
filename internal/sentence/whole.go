// SPDX-License-Identifier: Apache-2.0

package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// whole is the end of an address, a file's name, a date, a telephone number or a name such as "R&D" that starts here, or
// 0. A run of letters and digits ends at end, and a mark touches it.
func (t *tokenizer) whole(end int) int {
	mark := t.text[end]
	if end+1 >= len(t.text) || mark == ',' || mark == ')' || mark >= utf8.RuneSelf || mark == '\'' {
		return 0
	}
	next := t.text[end+1]
	if next <= ' ' {
		return t.slashed(end)
	}
	fresh := t.fresh()
	if fresh && (mark == '/' || mark == '-') && isDigit(next) && figure(t.text[t.at:end]) {
		if last := t.grouped(end); last > 0 {
			return last
		}
	}
	if strings.IndexByte("@:/._-#&%!?=", mark) < 0 || next >= utf8.RuneSelf {
		return 0
	}
	if mark == '&' {
		return t.ampersand(end)
	}
	if short := t.slashed(end); short > 0 {
		return short
	}
	return t.address(end, fresh)
}

// slashes are short forms with a slash in them.
var slashes = set("w/o w/out w/in s/he l/c i/c i/s n/a b/c")

// slashed is the end of "w/o", "n/a" or "w/", or 0.
func (t *tokenizer) slashed(end int) int {
	if t.text[end] != '/' || end-t.at != 1 {
		return 0
	}
	last := t.run(end + 1)
	if slashes[strings.ToLower(t.text[t.at:last])] || last == end+1 && t.text[t.at] == 'w' && t.fresh() {
		return last
	}
	return 0
}

// ampersand is the end of "R&D", letters of one case around the mark, or 0.
func (t *tokenizer) ampersand(end int) int {
	last := t.run(end + 1)
	name := t.text[t.at:last]
	if last == end+1 || end-t.at > 4 || last-end > 4 {
		return 0
	}
	if strings.ToUpper(name) != name && (strings.ToLower(name) != name || len(name) > 3) {
		return 0
	}
	return last
}

// underscores extends a run of letters and digits over underscores inside it.
func (t *tokenizer) underscores(end int) int {
	for end+1 < len(t.text) && t.text[end] == '_' && end-t.at < maxToken/2 {
		next := t.run(end + 1)
		if next == end+1 {
			break
		}
		end = next
	}
	return end
}

// address is the end of a web or mail address, a file's name or another name of a machine that starts here, or 0.
func (t *tokenizer) address(end int, fresh bool) int {
	rest := t.text[t.at:t.bound()]
	stop := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"“”<>()[]`, r) })
	if stop < 0 {
		stop = len(rest)
	}
	word := strings.TrimRightFunc(rest[:stop], func(r rune) bool { return strings.ContainsRune(".,;:!?'’", r) })
	if strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || mailAddress(word) {
		return t.at + len(word)
	}
	if !fresh {
		return 0
	}
	if host, _, _ := strings.Cut(word, "/"); isHost(host) || isFile(word) {
		return t.at + len(word)
	}
	for _, clitic := range []string{"'s", "’s"} {
		if bare, ok := strings.CutSuffix(word, clitic); ok && isHost(bare) {
			return t.at + len(bare)
		}
	}
	if last := t.underscores(end); last > end {
		return last
	}
	return 0
}

func mailAddress(word string) bool {
	at := strings.IndexByte(word, '@')
	if at <= 0 || at+1 == len(word) {
		return false
	}
	return strings.IndexByte(word[at:], '.') > 1 || plain(word[:at], "-_") && plain(word[at+1:], "-_/")
}

// plain reports whether s is ASCII letters, digits and the marks, and not empty.
func plain(s, marks string) bool {
	for i := 0; i < len(s); i++ {
		if !isAlnum(s[i]) && strings.IndexByte(marks, s[i]) < 0 {
			return false
		}
	}
	return s != ""
}

var (
	domains    = set("com org net gov edu mil int info biz co.uk org.uk ac.uk gov.uk com.au co.nz")
	extensions = set("doc docx xls xlsx ppt pdf txt rtf csv url htm html xml jpg jpeg gif png zip exe mp3 mp4 dtf")
)

func isExtension(s string) bool { return len(s) <= 4 && extensions[strings.ToLower(s)] }

// isHost reports whether a name is that of a site ("example.org") or of a newsgroup ("rec.sport.sailing").
func isHost(name string) bool {
	if !plain(name, ".-") || strings.Contains(name, "..") {
		return false
	}
	dot := strings.LastIndexByte(name, '.')
	if dot <= 0 {
		return false
	}
	if domains[strings.ToLower(name[dot+1:])] {
		return true
	}
	before := strings.LastIndexByte(name[:dot], '.')
	if before <= 0 {
		return false
	}
	return domains[strings.ToLower(name[before+1:])] || newsgroup(name)
}

// newsgroup reports whether a name is three or more words in lower case.
func newsgroup(name string) bool {
	for part := range strings.SplitSeq(name, ".") {
		if len(part) < 3 || strings.ToLower(part) != part {
			return false
		}
	}
	return true
}

func isFile(name string) bool {
	dot := strings.LastIndexByte(name, '.')
	return dot > 0 && isExtension(name[dot+1:]) && plain(name[:dot], "-_#%!.&")
}
