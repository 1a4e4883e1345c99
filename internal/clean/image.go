// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/lexicon"
	"stemma/internal/news"
)

var agencies = lexicon.Load("clean_agencies")

// creditMarks open the credit at the end of a caption.
var creditMarks = []string{
	"photograph by", "photo credit", "photo courtesy", "photo by", "picture by", "image by", "photographer:", "photograph:", "picture:",
	"photo:", "image:", "credit:", "credits:", "pic:", "ap photo", "file photo", "photo/", "image/",
}

// imageLine reports captions and credits of pictures.
func imageLine(b *block) string {
	if b.n > 70 {
		return ""
	}
	if name := creditOf(b); name != "" {
		return whyImage
	}
	return ""
}

// creditOf is whom a caption credits for its picture, or "".
func creditOf(b *block) string {
	for _, find := range []func(string) string{bracketCredit, markedCredit, slashCredit, barCredit} {
		if name := find(b.text); name != "" {
			return name
		}
	}
	return ""
}

// bracketCredit reads "… on Monday. (Photo by Jo Doe/AFP)", "(AP Photo/Jo Doe)", "(Jo Doe / AP)".
func bracketCredit(s string) string {
	if len(s) < 3 || (s[len(s)-1] != ')' && s[len(s)-1] != ']') {
		return ""
	}
	from := strings.LastIndexAny(s, "([")
	if from < 0 || len(s)-from > 90 {
		return ""
	}
	inner := s[from+1 : len(s)-1]
	low := strings.ToLower(inner)
	for _, mark := range creditMarks {
		if at := strings.Index(low, mark); at >= 0 && len(low) == len(inner) {
			return trimCredit(inner, at, len(mark))
		}
	}
	if at := strings.IndexByte(inner, '/'); at > 0 && endsInAgency(inner) {
		return strings.TrimSpace(inner)
	}
	return ""
}

// trimCredit is the name beside a mark: after it, or the whole where nothing follows.
func trimCredit(inner string, at, n int) string {
	name := strings.Trim(inner[at+n:], " :/")
	if strings.HasPrefix(strings.ToLower(inner[at:]), "ap photo") {
		return strings.Trim(name+"/AP", " /")
	}
	if strings.HasPrefix(strings.ToLower(name), "by ") {
		name = name[3:]
	}
	if name == "" {
		return strings.Trim(inner[:at], " :/,")
	}
	return name
}

// markedCredit reads "The quay on Monday. Photograph: Jo Doe/EPA", "Photo credit: Euro News", "Credit: Reuters".
func markedCredit(s string) string {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return ""
	}
	for _, mark := range creditMarks {
		at := strings.LastIndex(low, mark)
		if at < 0 || goesOn(low, at+len(mark)) || !opensCredit(s[:at]) {
			continue
		}
		name := strings.TrimLeft(s[at+len(mark):], "s: \u00a0")
		if strings.HasSuffix(mark, "/") || mark == "file photo" {
			continue
		}
		if n := len(strings.Fields(name)); n >= 1 && n <= 8 && startsUpper(name) && !sentenceIn(name) {
			return strings.TrimRight(name, " .)")
		}
	}
	return gluedCredit(s)
}

// sentenceIn reports that a sentence ends inside a text; an initial does not end one.
func sentenceIn(s string) bool {
	at := strings.Index(s, ". ")
	return at > 1 && s[at-2] != ' ' && s[at-2] != '/' && s[at-2] != '.'
}

// opensCredit reports that a credit may start after s: at the start, after a sentence, a bar, or another credit.
func opensCredit(s string) bool {
	s = strings.TrimRight(s, " \u00a0")
	if s == "" || strings.HasSuffix(strings.ToLower(s), "image") || strings.HasSuffix(strings.ToLower(s), "photo") {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?)]|”\"’;:", r)
}

// gluedCredit reads "… in the quarter.CreditJo Doe for The Post", as pages lose their spaces.
func gluedCredit(s string) string {
	at := strings.LastIndex(s, "Credit")
	if at < 1 || !strings.ContainsRune(".!?)”’", lastRune(s[:at])) {
		return ""
	}
	name := s[at+len("Credit"):]
	if !startsUpper(name) || len(strings.Fields(name)) > 9 {
		return ""
	}
	return name
}

// slashCredit reads "Jo Doe/Reuters" and "… on Sunday. Jo Doe / Agence France-Presse" at the end of a line.
func slashCredit(s string) string {
	at := strings.LastIndexByte(s, '/')
	if at < 1 || !endsInAgency(s) {
		return ""
	}
	before := strings.TrimRight(s[:at], " ")
	from := strings.LastIndexAny(before, ".!?:|(") + 1
	name := strings.TrimSpace(before[from:])
	if n := len(strings.Fields(name)); n == 0 || n > 6 || !startsUpper(name) {
		return ""
	}
	return name + "/" + strings.Trim(s[at+1:], " .)")
}

// barCredit reads "Jo Doe | AP".
func barCredit(s string) string {
	name, agency, ok := strings.Cut(s, " | ")
	if !ok || !agencies().Has(strings.ToLower(strings.TrimSpace(agency))) || !isPerson(name) {
		return ""
	}
	return name + "/" + strings.TrimSpace(agency)
}

// endsInAgency reports that what stands after the last slash is an agency.
func endsInAgency(s string) bool {
	at := strings.LastIndexByte(s, '/')
	name := strings.ToLower(strings.Trim(s[at+1:], " .)]"))
	if len(name) > 60 {
		return false
	}
	if agencies().Has(name) {
		return true
	}
	return strings.HasPrefix(name, "getty") || strings.HasPrefix(name, "ap photo")
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// photoCredit is the credit that a dropped line gives, once where the page repeats it.
func photoCredit(b *block) (news.Credit, bool) {
	name := creditOf(b)
	if unit, k := unit(b.text); k > 1 && name != "" {
		once := *b
		once.text = unit
		name = creditOf(&once)
	}
	if name == "" || len(name) > 80 {
		return news.Credit{}, false
	}
	return news.Credit{Kind: news.Photo, Name: name, Words: b.text}, true
}

// unit is the string that s repeats without or with spaces between, and how often; s itself and 1 where it does
// not. Pages run the same name together: "The PostThe Post".
func unit(s string) (string, int) {
	if len(s) < 8 || len(s) > 600 {
		return s, 1
	}
	for _, t := range []string{s, s + " "} {
		if p := period(t); p < len(t) && len(t)%p == 0 && p >= 4 {
			if u := strings.TrimSpace(t[:p]); len(strings.Fields(u)) > 1 || len(t)/p > 2 {
				return u, len(t) / p
			}
		}
	}
	return s, 1
}

// period is the shortest p such that s is made of copies of its first p bytes, the last perhaps cut.
func period(s string) int {
	fail := make([]int, len(s)+1)
	fail[0] = -1
	for i, j := 0, -1; i < len(s); {
		for j >= 0 && s[i] != s[j] {
			j = fail[j]
		}
		i++
		j++
		fail[i] = j
	}
	return len(s) - fail[len(s)]
}
