// SPDX-License-Identifier: Apache-2.0

package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/text"
)

// word cuts a word, figure, abbreviation or address that starts here.
func (t *tokenizer) word() {
	end := t.run(t.at)
	if end < len(t.text) && t.text[end] > ' ' {
		if whole := t.whole(end); whole > 0 {
			t.emit(whole)
			return
		}
	}
	if isDigit(t.text[t.at]) {
		t.number(end)
		return
	}
	if abbr := t.abbreviation(end); abbr > end {
		t.emit(abbr)
		return
	}
	t.emitWord(t.apostrophe(t.hyphen(end)))
}

// prefixes keep their hyphen, and so make one word with what follows.
var prefixes = set("agro ante anti arch bi bio co counter cross cyber de e ex extra inter intra macro mega micro mid " +
	"mini multi neo non over para peri post pre pro proto pseudo psycho re semi socio sub super tri ultra un uni")

// sounds are words whose hyphen is no more than spelling.
var sounds = set("uh-huh uh-oh mm-hm mm-hmm o-kay hm-m")

// set is the words of a list.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// hyphen extends a prefix over its hyphen: "non-profit". A word that breaks off keeps its hyphen: "th- the".
func (t *tokenizer) hyphen(end int) int {
	if end+1 >= len(t.text) || t.text[end] != '-' || end-t.at > 12 || t.at > 0 && strings.IndexByte("-/.", t.text[t.at-1]) >= 0 {
		return end
	}
	word := text.Lower(t.text[t.at:end])
	next := t.run(end + 1)
	switch {
	case next == end+1:
		if t.text[next] == ' ' && t.brokenOff(word, t.text[next+1:t.run(next+1)]) {
			return next
		}
	case prefixes[word] && next-t.at < maxToken/2 || sounds[text.Lower(t.text[t.at:next])]:
		return next
	}
	return end
}

// brokenOff reports whether a speaker began a word and took it up again, or never said a vowel of it.
func (t *tokenizer) brokenOff(word, next string) bool {
	if len(word) > 3 || figure(word) {
		return false
	}
	if strings.HasPrefix(text.Lower(next), word) {
		return true
	}
	shout := len(word) > 1 && t.text[t.at+1] <= 'Z'
	return !shout && next != "" && !strings.ContainsAny(word, "aeiouy0123456789") && word[0] < utf8.RuneSelf
}

// apostrophe extends a word over an apostrophe inside it: "O'Brien", "Sana'a", "d'Artagnan", "o'clock".
func (t *tokenizer) apostrophe(end int) int {
	if end >= len(t.text) || end-t.at >= maxToken/2 {
		return end
	}
	mark, n := utf8.DecodeRuneInString(t.text[end:])
	if mark != '\'' && mark != '’' {
		return end
	}
	last := t.run(end + n)
	if last-t.at > maxToken {
		return end
	}
	tail := text.Lower(t.text[end+n : last])
	switch first, _ := utf8.DecodeRuneInString(t.text[t.at:]); {
	case isClitic(tail) || tail == "" || tail == "t":
		return end
	case unicode.IsUpper(first) || t.text[t.at:end] == "o" && tail == "clock" || t.text[t.at:end] == "ma" && tail == "am":
		return last
	case end == t.at+1 && (first == 'd' || first == 'l'):
		if r, _ := utf8.DecodeRuneInString(t.text[end+n:]); unicode.IsUpper(r) {
			return last
		}
	}
	return end
}

func isClitic(s string) bool {
	switch s {
	case "s", "re", "ve", "ll", "d", "m":
		return true
	}
	return false
}

// elided are words that begin with an apostrophe.
var elided = set("em cause cuz til n tis twas bout round")

// elision cuts what begins with an apostrophe n bytes long: "'s" after a word, "'em" and "'90s" elsewhere; it reports
// whether there was one.
func (t *tokenizer) elision(n int) bool {
	start := t.at + n
	end := t.run(start)
	if end == start || end-start > 5 {
		return false
	}
	tail := strings.ToLower(t.text[start:end])
	if len(t.out) > 0 && t.out[len(t.out)-1].End == t.at {
		if isClitic(tail) && t.text[t.at:start] != "‘" {
			t.emit(end)
			return true
		}
		return false
	}
	year := len(tail) >= 2 && figure(tail[:2]) && (len(tail) == 2 || tail[2:] == "s")
	if !year && !elided[tail] || closing(t.text[end:]) || t.text[t.at] == '`' {
		return false
	}
	t.emit(end)
	return true
}

// closing reports whether a single quotation mark opens s: what it closes was quoted, and no elision.
func closing(s string) bool { return strings.HasPrefix(s, "'") || strings.HasPrefix(s, "’") }

// joined are words written as one that are two: where they are cut, in bytes from the end.
var joined = map[string]int{
	"cannot": 3, "alot": 3, "outta": 2, "gonna": 2, "wanna": 2, "gotta": 2, "lotta": 2, "gimme": 2, "lemme": 2,
	"dont": 2, "wont": 2, "cant": 2, "didnt": 2, "doesnt": 2, "couldnt": 2, "wouldnt": 2, "shouldnt": 2, "isnt": 2,
	"wasnt": 2, "arent": 2, "werent": 2, "havent": 2, "hasnt": 2, "hadnt": 2, "aint": 2,
	"youre": 2, "youll": 2, "youve": 2, "theyre": 2, "theyve": 2, "theyll": 2, "itll": 2,
	"thats": 1, "theres": 1, "whats": 1, "hes": 1, "shes": 1, "elses": 1,
}

// emitWord cuts "cannot" and "n't" in two and emits anything else whole.
func (t *tokenizer) emitWord(end int) {
	size := end - t.at
	if size < 2 || size > 8 {
		t.negated(end)
		return
	}
	if n := t.written(end); n > 0 && t.ends(end) {
		t.emit(end - n)
		t.emit(end)
		return
	}
	t.negated(end)
}

// written is the length of the second of two words written as one, or 0.
func (t *tokenizer) written(end int) int {
	word := t.text[t.at:end]
	switch word {
	case "im":
		return 1
	case "ive":
		return 2
	case "its", "Its":
		if end < len(t.text) && t.text[end] == ' ' && afterIts[t.text[end+1:t.run(end+1)]] {
			return 1
		}
	}
	switch word[len(word)-1] | 0x20 {
	case 'a', 't', 'e', 'l', 's':
		return joined[strings.ToLower(word)]
	}
	return 0
}

// afterIts is words that no owner stands before: "its not" is "it's not".
var afterIts = set("a an the not been really simply for from in between as nothing just now also like because gonna my your " +
	"our his her this that these those")

// negated cuts "n't" off a word.
func (t *tokenizer) negated(end int) {
	if end-t.at > 1 && t.text[end-1]|0x20 == 'n' {
		if neg := negation(t.text[end:]); neg > 0 {
			t.emit(end - 1)
			t.emit(end + neg)
			return
		}
	}
	t.emit(end)
}

// negation is the length of "'t" where s opens with it as the end of a word, or 0.
func negation(s string) int {
	for _, clitic := range []string{"'t", "’t", "'T", "’T"} {
		if strings.HasPrefix(s, clitic) {
			if r, _ := utf8.DecodeRuneInString(s[len(clitic):]); len(s) == len(clitic) || !isWordRune(r) {
				return len(clitic)
			}
		}
	}
	return 0
}
