// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/news"
)

// isPost reports whether a word is what writers are called in bylines.
func isPost(word string) bool {
	switch word {
	case "correspondent", "reporter", "editor", "writer", "staff", "desk", "newsdesk", "newsroom", "bureau", "columnist",
		"analyst", "contributor", "agencies", "team", "reporters", "correspondents", "writers", "photographer":
		return true
	}
	return false
}

// isPosted reports "Jo Doe, transport correspondent".
func isPosted(b *block) bool {
	name, rest, ok := strings.Cut(b.text, ",")
	return ok && b.n <= 9 && !b.ended && isPerson(name) && isPost(b.words[b.n-1]) && len(strings.Fields(rest)) <= 4
}

// isByline reports "By Jo Doe", "BY JO DOE AND AL ROE", "by Jo Doe | 3 May 2024 | 6 min read".
func isByline(b *block) bool {
	if b.n < 2 || b.n > 22 || b.bullet {
		return false
	}
	rest := afterBy(b)
	if rest == "" || !startsUpper(strings.TrimLeft(rest, ": ")) || b.ended && b.n > 8 {
		return false
	}
	names, _, _ := splitByline(rest)
	return (len(names) > 0 || b.when.some && b.n <= 12 || b.n <= 6 && isPost(b.words[b.n-1])) && b.little <= 5
}

// afterBy is what follows "By", "Exclusive by" or "Posted on 3 May 2024 by", or "".
func afterBy(b *block) string {
	rest := b.text
	if _, after, ok := strings.Cut(rest, " by "); ok && b.when.labeled && b.when.some {
		return strings.TrimSpace(after)
	}
	for i := 0; i < 2 && i < len(b.words); i++ {
		word, after, _ := strings.Cut(rest, " ")
		switch strings.ToLower(word) {
		case "by", "von", "par", "por", "by:":
			return strings.TrimSpace(after)
		case "exclusive", "analysis", "report", "words", "story", "text", "opinion", "comment":
			rest = strings.TrimSpace(after)
		default:
			return ""
		}
	}
	return ""
}

// byline takes the authors of a byline, and the agency where it names one.
func (s *sheet) byline(b *block) {
	names, agency, words := splitByline(afterBy(b))
	if len(s.authors) == 0 {
		s.authors = names
	}
	if agency != "" {
		s.credits = append(s.credits, news.Credit{Kind: news.Agency, Name: agency, Words: words})
	}
}

// splitByline is the names of a byline without its posts and places; an agency among them is told apart.
func splitByline(rest string) (names []string, agency, words string) {
	rest = strings.NewReplacer(" and ", ",", " AND ", ",", " & ", ",", "|", ",", "•", ",", "·", ",", " - ", ",", " – ", ",",
		" — ", ",", " for ", ",", " in ", ",", " with ", ",", " / ", ",").Replace(rest)
	for i, part := range strings.Split(rest, ",") {
		part = strings.Trim(beforeDate(part), " \u00a0.:")
		if row, ok := agencies()[strings.ToLower(part)]; ok {
			agency, words = row.Field(1), part
		} else if first, _, ok := strings.Cut(part, " "); ok && i > 0 {
			if row, known := agencies()[strings.ToLower(first)]; known {
				agency, words = row.Field(1), part
			}
		}
		if isPerson(part) && !agencies().Has(strings.ToLower(part)) {
			names = append(names, nameCase(part))
		}
	}
	if len(names) == 0 && agency != "" {
		names = append(names, words)
	}
	return names, agency, words
}

// beforeDate is what stands before a month, a day of the week or figures: "Jo Doe July 16 at 7:44 AM".
func beforeDate(s string) string {
	at := 0
	for i := 0; i < len(s); {
		from := skipBlank(s, i)
		to := wordEnd(s, from)
		word := s[from:to]
		if word != "" && (isCalendar(word) && at > 0 || word[0] >= '0' && word[0] <= '9') {
			break
		}
		at, i = to, to
	}
	return s[:at]
}

// isPerson reports two to five words that can be somebody's name and hold no post.
func isPerson(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 || len(s) > 60 {
		return false
	}
	caps := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch strings.ToLower(strings.Trim(w, ".")) {
		case "correspondent", "writer", "reporter", "editor", "staff", "desk", "bureau", "chief", "news", "agency", "press",
			"team", "service", "national", "foreign", "political", "diplomatic", "senior", "city", "read", "published", "updated",
			"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
			"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "minute", "min":
			return false
		}
		switch {
		case unicode.IsUpper(r):
			caps++
		case unicode.IsDigit(r):
			return false
		case len(w) > 3:
			return false
		}
	}
	return caps >= 2
}

// nameCase is a name as people write it, where the byline shouts.
func nameCase(s string) string {
	if strings.ToUpper(s) != s || utf8.RuneCountInString(s) < 6 {
		return s
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		r, size := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[size:]
	}
	return strings.Join(words, " ")
}

// bareNames drops a line of names without "by" where a date line or byline stands beside it.
func (s *sheet) bareNames(live []*block, i int) bool {
	b := live[i]
	if b.n > 9 || b.ended || b.bullet || b.hint == heading || s.title == nil {
		return false
	}
	if isPosted(b) {
		names, _, _ := splitByline(b.text)
		b.why = whyByline
		if len(s.authors) == 0 {
			s.authors = names
		}
		return true
	}
	beside := func(o *block) bool { return o.why == whyDate || o.why == whyByline || o.when.alone || isByline(o) }
	near := i > 0 && beside(live[i-1]) || i+1 < len(live) && beside(live[i+1])
	names, agency, words := splitByline(b.text)
	if agency != "" && len(names) == 1 && names[0] == words && words == strings.TrimSpace(b.text) {
		near = true
	}
	if !near || len(names) == 0 || b.little > 3 || b.caps*3 < b.n*2 {
		return false
	}
	b.why = whyByline
	if len(s.authors) == 0 {
		s.authors = names
	}
	if agency != "" {
		s.credits = append(s.credits, news.Credit{Kind: news.Agency, Name: agency, Words: words})
	}
	return true
}
