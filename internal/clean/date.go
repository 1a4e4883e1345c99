// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// A date is a day named in a short text.
type date struct {
	day     string // YYYY-MM-DD, or "" where the year is missing
	some    bool   // a month and a day, or figures, or "2 hours ago"
	alone   bool   // nothing but the date, the time and words such as "published" stand in the text
	clock   bool   // a time of day stands with it
	updated bool   // it is said to be the date of a change
	labeled bool   // it is said to be the date of publication or of a change
}

var months = map[string]int{
	"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6,
	"jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9, "october": 10, "oct": 10,
	"november": 11, "nov": 11, "december": 12, "dec": 12,
}

// dateWords may stand beside a date in a line that gives nothing else: 'l' labels it, 'u' as a change, 't' tells the time
// of day, 'a' makes it relative, 'w' is any other.
var dateWords = map[string]byte{
	"published": 'l', "posted": 'l', "publication": 'l', "date": 'w', "first": 'w', "released": 'l', "filed": 'l',
	"updated": 'u', "modified": 'u', "last": 'w', "on": 'w', "at": 'w', "of": 'w', "the": 'w', "and": 'w', "created": 'l',
	"monday": 'w', "tuesday": 'w', "wednesday": 'w', "thursday": 'w', "friday": 'w', "saturday": 'w', "sunday": 'w',
	"mon": 'w', "tue": 'w', "tues": 'w', "wed": 'w', "thu": 'w', "thur": 'w', "thurs": 'w', "fri": 'w', "sat": 'w', "sun": 'w',
	"am": 't', "pm": 't', "a.m": 't', "p.m": 't', "noon": 't', "midnight": 't', "hrs": 't', "h": 't',
	"et": 't', "est": 't', "edt": 't', "ct": 't', "pt": 't', "pst": 't', "pdt": 't', "gmt": 't', "utc": 't', "bst": 't',
	"cet": 't', "cest": 't', "eet": 't', "eest": 't', "ist": 't', "local": 't', "time": 't',
	"ago": 'a', "hour": 'w', "hours": 'w', "minute": 'w', "minutes": 'w', "mins": 'w', "min": 'w', "day": 'w', "days": 'w',
	"week": 'w', "weeks": 'w',
}

// dateIn finds the date in a short text.
func dateIn(s string) date {
	var p dateParts
	for _, field := range strings.FieldsFunc(s, dateBreak) {
		p.add(strings.ToLower(strings.Trim(field, ".:()[]'\"")))
	}
	return p.date()
}

func dateBreak(r rune) bool {
	switch r {
	case ',', '|', '•', '·', '–', '—', ';':
		return true
	}
	return isBlank(r)
}

// dateParts are the words of a text that may belong to a date.
type dateParts struct {
	y, m, d                     int
	full                        string
	other, numbers              int
	ago, clock, updated, labels bool
}

func (p *dateParts) add(word string) {
	if word == "" || word == "-" || word == "/" {
		return
	}
	if m, ok := months[word]; ok && p.m == 0 {
		p.m = m
		return
	}
	if kind, ok := dateWords[word]; ok {
		p.label(kind)
		return
	}
	if word[0] < '0' || word[0] > '9' {
		p.other++
		return
	}
	p.number(word)
}

func (p *dateParts) label(kind byte) {
	switch kind {
	case 'l':
		p.labels = true
	case 'u':
		p.labels, p.updated = true, true
	case 't':
		p.clock = true
	case 'a':
		p.ago = true
	}
}

// number takes a word in that starts with a digit.
func (p *dateParts) number(word string) {
	if day, clock, ok := numericDay(word); ok {
		p.clock = p.clock || clock
		if p.full == "" {
			p.full = day
		}
		return
	}
	if isClock(word) {
		p.clock = true
		return
	}
	n, err := strconv.Atoi(strings.TrimRight(word, "stndrh"))
	switch {
	case err != nil || len(word) > 4:
		p.other++
	case n >= 1900 && n <= 2100:
		p.y = n
	case n >= 1 && n <= 31 && p.d == 0:
		p.d = n
	default:
		p.numbers++
	}
}

func (p *dateParts) date() date {
	when := date{clock: p.clock, updated: p.updated, labeled: p.labels}
	switch {
	case p.full != "":
		when.day, when.some = p.full, true
	case p.m > 0 && p.d > 0:
		when.some = true
		when.day = dayOf(p.y, p.m, p.d)
	case p.ago && (p.d > 0 || p.numbers > 0):
		when.some = true
	}
	when.alone = when.some && p.other == 0 && p.numbers <= 2
	return when
}

// dayOf is the day as YYYY-MM-DD, or "" where there is no such day.
func dayOf(y, m, d int) string {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1900 || y > 2100 || t.Day() != d || int(t.Month()) != m {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// numericDay reads 2024-03-05 (with or without a time), 05.03.2024 and 3/25/2024. Where figures leave open which is
// the month, there is a date but no day.
func numericDay(word string) (day string, clock, ok bool) {
	if len(word) > 10 && (word[10] == 't' || word[10] == 'T') {
		word, clock = word[:10], true
	}
	for _, sep := range []string{"-", "/", "."} {
		parts := strings.Split(word, sep)
		if len(parts) != 3 {
			continue
		}
		var n [3]int
		for i, part := range parts {
			v, err := strconv.Atoi(part)
			if err != nil || len(part) > 4 {
				return "", false, false
			}
			n[i] = v
		}
		day, ok = orderDay(n, sep)
		return day, clock, ok
	}
	return "", false, false
}

// orderDay tells which of three figures is the year, the month and the day.
func orderDay(n [3]int, sep string) (string, bool) {
	if n[2] >= 0 && n[2] < 70 && n[0] <= 31 {
		n[2] += 2000
	}
	switch {
	case n[0] >= 1900 && n[0] <= 2100:
		day := dayOf(n[0], n[1], n[2])
		return day, day != ""
	case n[2] < 1900 || n[2] > 2100:
		return "", false
	case sep == ".", n[0] > 12:
		day := dayOf(n[2], n[1], n[0])
		return day, day != ""
	case n[1] > 12, n[0] == n[1]:
		day := dayOf(n[2], n[0], n[1])
		return day, day != ""
	}
	return "", n[0] >= 1 && n[1] >= 1
}

// isClock reports a time of day: 6:30, 18:05:10, 6.30pm, 9am.
func isClock(word string) bool {
	bare := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(word, "pm"), "am"), "p.m"), "a.m")
	parts := strings.FieldsFunc(bare, func(r rune) bool { return r == ':' || r == '.' })
	if len(parts) == 0 || len(parts) > 3 || (len(parts) == 1 && bare == word) {
		return false
	}
	for i, part := range parts {
		v, err := strconv.Atoi(part)
		if err != nil || v > 59 || (i > 0 && len(part) != 2) {
			return false
		}
	}
	return true
}

// published reads the date of publication that a format gives: RFC 3339 where it names a time and zone, else the day;
// "" where it cannot be told.
func published(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 80 || !utf8.ValidString(s) {
		return ""
	}
	for _, layout := range []string{
		time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05Z07:00",
		"2006-01-02 15:04:05 -0700", time.RFC1123Z, time.RFC1123, time.RFC822Z,
	} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1900 && t.Year() <= 2100 {
			return t.Format(time.RFC3339)
		}
	}
	return dateIn(s).day
}

// dayInURL finds /2024/03/05/, /2024-03-05- and /20240305/ in a link.
func dayInURL(url string) string {
	digits := func(s string) (int, bool) {
		v, err := strconv.Atoi(s)
		return v, err == nil
	}
	parts := strings.FieldsFunc(url, func(r rune) bool { return strings.ContainsRune("/-_.?&=", r) })
	for i, part := range parts {
		if len(part) == 8 {
			if v, ok := digits(part); ok {
				if day := dayOf(v/10000, v/100%100, v%100); day != "" {
					return day
				}
			}
		}
		if len(part) != 4 || i+2 >= len(parts) || len(parts[i+1]) > 3 || len(parts[i+2]) > 2 {
			continue
		}
		y, okY := digits(part)
		m, okM := digits(parts[i+1])
		if !okM {
			m, okM = months[strings.ToLower(parts[i+1])]
		}
		d, okD := digits(parts[i+2])
		if okY && okM && okD {
			if day := dayOf(y, m, d); day != "" {
				return day
			}
		}
	}
	return ""
}
