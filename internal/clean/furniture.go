// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stemma/internal/lexicon"
)

// The reasons that rules ask for by name; word lists hold the others.
const (
	whyBreak      = "line or number"
	whyContact    = "address"
	whyNavigation = "navigation"
	whyImage      = "image credit"
	whyTeaser     = "teaser"
	whyLinks      = "link list"
	whySummary    = "summary"
	whyDoubled    = "doubled title"
	whyOutlet     = "outlet name"
	whySection    = "section label"
	whyByline     = "byline"
	whyDate       = "date line"
	whyComments   = "comments"
	whyNewsletter = "newsletter"
	whyAuthor     = "author box"
	whyRepeated   = "repeated"
	whyOther      = "other"
	whyCopyright  = "copyright"
)

var (
	furnitureLines = lexicon.LoadPhrases("clean_lines")
	cues           = lexicon.LoadPhrases("clean_cues")
	headers        = lexicon.Load("clean_headers")
	sections       = lexicon.Load("clean_sections")
)

// An opening is how lines of furniture begin.
type opening struct {
	words, why string
	most       int
}

// openings are the opening words by their first byte, longest first as the list has them.
var openings = sync.OnceValue(func() map[byte][]opening {
	all := map[byte][]opening{}
	for _, row := range lexicon.Rows("clean_openings") {
		most, _ := strconv.Atoi(row.Field(2))
		all[row[0][0]] = append(all[row[0][0]], opening{row[0], row.Field(1), most})
	}
	return all
})

// furniture tells why a line is no part of an article by itself, or "".
func furniture(b *block) string {
	if b.n == 0 {
		if strings.ContainsAny(b.text, "$€£¥%") {
			return ""
		}
		return whyBreak
	}
	if b.n > shortLine {
		return ""
	}
	for _, rule := range []func(*block) string{onlyNumbers, imageLine, wholeLine, menuLine, opened, contact, addressed} {
		if why := rule(b); why != "" {
			return why
		}
	}
	return ""
}

// onlyNumbers reports lines of figures and signs: page numbers, counters, post codes.
func onlyNumbers(b *block) string {
	for _, r := range b.text {
		if unicode.IsLetter(r) || r == '%' || unicode.Is(unicode.Sc, r) {
			return ""
		}
	}
	if b.when.some {
		return ""
	}
	return whyBreak
}

// wholeLine reports lines that are made of nothing but words of furniture and counters.
func wholeLine(b *block) string {
	if b.n > 24 {
		return ""
	}
	word := func(i int) string { return b.words[i] }
	why := ""
	for i := 0; i < len(b.words); {
		row, n := furnitureLines().Match(i, len(b.words), word)
		switch {
		case n > 0:
			if why == "" {
				why = row.Field(1)
			}
			i += n
		case isCounter(b.words[i]):
			i++
		default:
			return ""
		}
	}
	return why
}

// isCounter reports figures as shares and comments are counted: 12, 1.2k, 3,400.
func isCounter(word string) bool {
	digits := 0
	for i, r := range word {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case (r == 'k' || r == 'm') && i == len(word)-1:
		case r == '.' || r == ',' || r == '+':
		default:
			return false
		}
	}
	return digits > 0 && digits < 7
}

// menuLine reports three or more short names between bars, arrows or dots.
func menuLine(b *block) string {
	if b.n > 40 || b.ended {
		return ""
	}
	for _, sep := range []string{" | ", " > ", " » ", " › ", " • ", " · ", " - ", " – "} {
		parts := strings.Split(b.text, sep)
		if len(parts) < 3 {
			continue
		}
		for _, part := range parts {
			if n := len(strings.Fields(part)); n == 0 || n > 3 {
				return ""
			}
		}
		if !b.when.some {
			return whyNavigation
		}
	}
	return ""
}

// opened reports lines that begin as furniture does.
func opened(b *block) string {
	low := strings.ToLower(b.text[:min(len(b.text), 64)])
	low = strings.ReplaceAll(low, "’", "'")
	if low == "" {
		return ""
	}
	for _, o := range openings()[low[0]] {
		if b.n > o.most || !strings.HasPrefix(low, o.words) {
			continue
		}
		if goesOn(low, len(o.words)) || softened(b, o) {
			continue
		}
		return o.why
	}
	return ""
}

// goesOn reports that a word goes on at i: "share" in "shareholders".
func goesOn(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(before) && unicode.IsLetter(r)
}

// softened reports a line that only begins like furniture: it is a sentence, and no colon sets the opening apart.
func softened(b *block, o opening) bool {
	if strings.HasSuffix(o.words, ":") || strings.HasSuffix(o.words, "|") || strings.HasPrefix(o.words, "(") {
		return false
	}
	switch o.why {
	case whyNavigation, whyByline, whyTeaser, whyDate, "share":
		return b.ended && b.n > 6
	case whyImage:
		return b.prose() && !strings.HasPrefix(o.words, "file ")
	}
	return strings.Contains(b.norm, " said") || b.quoted
}

// contact reports lines that hold an address, a telephone number or nothing but a link.
func contact(b *block) string {
	if b.n > 12 || b.bullet || b.prose() || b.when.some {
		return ""
	}
	digits, letters := 0, 0
	for _, r := range b.text {
		if unicode.IsDigit(r) {
			digits++
		} else if unicode.IsLetter(r) {
			letters++
		}
	}
	bare := strings.ToLower(b.text)
	link := strings.Contains(bare, "://") || strings.HasPrefix(bare, "www.") || isMail(bare)
	switch {
	case b.n <= 3 && link:
		return whyContact
	case digits >= 7 && letters <= 14 && !strings.ContainsAny(b.text, "$€£¥%"):
		return whyContact
	case b.n <= 3 && strings.HasPrefix(b.text, "@"):
		return "share"
	case digits > 0 && isAddress(b):
		return whyContact
	}
	return ""
}

func isMail(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && strings.IndexByte(s[at:], '.') > 1
}

// isAddress reports a street with its number, or a town with its state and post code.
func isAddress(b *block) bool {
	if b.ended && b.n > 8 {
		return false
	}
	for i, word := range b.words {
		switch word {
		case "street", "avenue", "suite", "boulevard", "p.o", "ave", "blvd":
			return b.titleCase() && b.little <= 1
		}
		if i == len(b.words)-1 && i >= 2 && len(word) == 5 && isDigits(word) && len(b.words[i-1]) == 2 {
			state := strings.ToUpper(b.words[i-1])
			return strings.Contains(b.text, " "+state+" "+word)
		}
	}
	return false
}

// addressed reports lines that speak to the reader of the page.
func addressed(b *block) string {
	if b.n > 80 || b.quoted {
		return ""
	}
	var sums [8]struct {
		why  string
		sum  int
		sure bool // one of the words is a telling one
	}
	word := func(i int) string { return b.words[i] }
	for i := 0; i < len(b.words); {
		row, n := cues().Match(i, len(b.words), word)
		if n == 0 {
			i++
			continue
		}
		weight, _ := strconv.Atoi(row.Field(2))
		for j := range sums {
			if sums[j].why == "" || sums[j].why == row.Field(1) {
				sums[j].why = row.Field(1)
				sums[j].sum += weight
				sums[j].sure = sums[j].sure || weight > 1
				if sums[j].sum >= 3 && sums[j].sure && (sums[j].why == whyCopyright || toReader(b)) {
					return sums[j].why
				}
				break
			}
		}
		i += n
	}
	return ""
}

// toReader reports words that somebody says to a reader, not about the news.
func toReader(b *block) bool {
	switch b.words[0] {
	case "sign", "subscribe", "follow", "join", "get", "leave", "share", "accept", "support", "download", "become", "receive",
		"enter", "register", "unlock", "start", "stay", "try", "like", "click", "tap", "newsletter", "required", "never":
		return true
	}
	for _, w := range b.words {
		switch w {
		case "said", "says", "told":
			return false
		}
	}
	for _, w := range b.words {
		switch w {
		case "you", "your", "we", "our", "us":
			return true
		}
	}
	return false
}
