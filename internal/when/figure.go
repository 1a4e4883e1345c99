// SPDX-License-Identifier: Apache-2.0

package when

import (
	"fmt"
	"strconv"
	"strings"
)

// A figure is what digits at a place of the text say; end is its length in bytes, 0 where there is none.
type figure struct {
	end      int
	readings []reading
}

// figure reads the digits at pos: numbers, years, days, decades, clock times and whole dates.
func (x *lexer) figure(pos int) figure {
	s := x.doc.Text[pos:]
	if len(s) > 2 && (s[0] == '\'' || strings.HasPrefix(s, "’")) {
		return x.shortYear(s)
	}
	n := digits(s)
	if n == 0 {
		return figure{}
	}
	for _, read := range []func(string, int) figure{x.wholeDate, x.clock, x.decadeYears, x.ordinal} {
		if f := read(s, n); f.end > 0 {
			return f
		}
	}
	return x.number(pos, n)
}

// digits is the number of ASCII digits that open s, of which no figure needs more than 20.
func digits(s string) int {
	n := 0
	for n < len(s) && n < 20 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

func letter(s string, i int) bool { return i < len(s) && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z') }

func (x *lexer) reading(class string, n int, s string) reading {
	return reading{x.voc.symbols[class], feature{class, n, s}}
}

// give keeps readings in one growing slice instead of many small ones.
func (x *lexer) give(end int, rs ...reading) figure {
	from := len(x.made)
	x.made = append(x.made, rs...)
	return figure{end, x.made[from:len(x.made):len(x.made)]}
}

// shortYear reads '99 and '80s.
func (x *lexer) shortYear(s string) figure {
	skip := 1
	if s[0] != '\'' {
		skip = len("’")
	}
	if digits(s[skip:]) != 2 {
		return figure{}
	}
	n, _ := strconv.Atoi(s[skip : skip+2])
	end := skip + 2
	switch {
	case strings.HasPrefix(s[end:], "s") && !letter(s, end+1) && n%10 == 0:
		return x.give(end+1, x.reading("DECADE", 0, strconv.Itoa(190+n/10)))
	case letter(s, end):
		return figure{}
	}
	return x.give(end, x.reading("YY", n, ""))
}

// wholeDate reads 2023-10-07, 7/10/2023 and 7.10.2023.
func (x *lexer) wholeDate(s string, n int) figure {
	if n > 4 || n == 3 || len(s) < n+4 {
		return figure{}
	}
	sep := s[n]
	if sep != '-' && sep != '/' && sep != '.' {
		return figure{}
	}
	m := digits(s[n+1:])
	at := n + 1 + m
	if m == 0 || m > 2 || at >= len(s) || s[at] != sep {
		return figure{}
	}
	k := digits(s[at+1:])
	end := at + 1 + k
	if k == 0 || letter(s, end) && s[end] != 'T' {
		return figure{}
	}
	a, _ := strconv.Atoi(s[:n])
	b, _ := strconv.Atoi(s[n+1 : at])
	c, _ := strconv.Atoi(s[at+1 : end])
	switch {
	case n == 4 && k <= 2 && validDay(a, b, c):
		return x.give(end, x.reading("FULL", 0, fmt.Sprintf("%04d-%02d-%02d", a, b, c)))
	case n <= 2 && k == 4:
		return x.dayFirst(end, a, b, c)
	}
	return figure{}
}

// dayFirst tells 30/11/2024 from 11/30/2024; where both orders make a date the day is left open.
func (x *lexer) dayFirst(end, a, b, y int) figure {
	value := ""
	switch dm, md := validDay(y, b, a), validDay(y, a, b); {
	case dm && md && a != b:
		value = fmt.Sprintf("%04d-%02d-%02d|%04d-%02d-%02d", y, b, a, y, a, b)
	case dm:
		value = fmt.Sprintf("%04d-%02d-%02d", y, b, a)
	case md:
		value = fmt.Sprintf("%04d-%02d-%02d", y, a, b)
	default:
		return figure{}
	}
	return x.give(end, x.reading("FULL", 0, value))
}

// clock reads 18:30, 6:30 p.m. and 6 pm.
func (x *lexer) clock(s string, n int) figure {
	if n > 2 {
		return figure{}
	}
	h, _ := strconv.Atoi(s[:n])
	m, end := -1, n
	if len(s) > n+2 && (s[n] == ':' || s[n] == '.') && digits(s[n+1:]) == 2 {
		m, _ = strconv.Atoi(s[n+1 : n+3])
		end = n + 3
		if len(s) > end+2 && s[end] == ':' && digits(s[end+1:]) == 2 {
			end += 3 // seconds are dropped
		}
	}
	size, pm := halfDay(s[end:])
	if h > 24 || m > 59 || (size == 0 && (m < 0 || s[n] != ':')) || (size > 0 && (h == 0 || h > 12)) {
		return figure{}
	}
	if size > 0 {
		h = h % 12
		if pm {
			h += 12
		}
	} else if end < len(s) && (letter(s, end) || s[end] == ':' || s[end] >= '0' && s[end] <= '9') {
		return figure{}
	}
	return x.give(end+size, x.reading("CLOCK", 0, fmt.Sprintf("%02d:%02d", h, max(m, 0))))
}

// halfDay reads "a.m." or "pm" with the space before it, and says how many bytes it takes.
func halfDay(s string) (size int, pm bool) {
	rest := strings.TrimLeft(s, " \u00a0")
	skip := len(s) - len(rest)
	if len(rest) < 2 || skip > 2 {
		return 0, false
	}
	for _, form := range [...]string{"?.m.", "?.m", "?m"} {
		if len(rest) < len(form) || rest[0]|0x20 != 'a' && rest[0]|0x20 != 'p' {
			continue
		}
		if strings.EqualFold(rest[1:len(form)], form[1:]) && !letter(rest, len(form)) {
			return skip + len(form), rest[0]|0x20 == 'p'
		}
	}
	return 0, false
}

// decadeYears reads 1990s and 80s.
func (x *lexer) decadeYears(s string, n int) figure {
	if n != 4 || len(s) < 5 || s[3] != '0' || s[4] != 's' || letter(s, 5) || s[0] > '2' {
		return figure{}
	}
	return x.give(5, x.reading("DECADE", 0, s[:3]))
}

// ordinal reads 25th.
func (x *lexer) ordinal(s string, n int) figure {
	if n > 2 || len(s) < n+2 || letter(s, n+2) {
		return figure{}
	}
	switch strings.ToLower(s[n : n+2]) {
	case "st", "nd", "rd", "th":
		v, _ := strconv.Atoi(s[:n])
		return x.give(n+2, append(x.days(v), x.reading("ORD", v, ""))...)
	}
	return figure{}
}

func (x *lexer) days(v int) []reading {
	if v >= 1 && v <= 31 {
		return []reading{x.reading("DAY", v, "")}
	}
	return nil
}

// number reads digits with thousands, a decimal or a fraction: 2,000 and 2.5 and 2 1/2 and 2½.
func (x *lexer) number(pos, n int) figure {
	s := x.doc.Text[pos:]
	end := n
	for n <= 3 && end+4 <= len(s) && s[end] == ',' && digits(s[end+1:]) == 3 {
		end += 4
	}
	grouped := end > n
	value := strings.ReplaceAll(s[:end], ",", "")
	if d := fraction(s[end:]); d > 0 {
		end, value = end+d, value+".5"
		grouped = true
	} else if end+1 < len(s) && s[end] == '.' && digits(s[end+1:]) > 0 {
		d := digits(s[end+1:])
		value += s[end : end+1+d]
		end += 1 + d
		grouped = true
	}
	if letter(s, end) {
		return figure{}
	}
	v, _ := strconv.Atoi(value)
	rs := []reading{x.reading("NUM", v, value)}
	if !grouped && !x.priced(pos) {
		rs = append(rs, x.days(v)...)
		if n == 4 && v >= 1000 && v < 2200 {
			rs = append(rs, x.reading("YEAR", v, ""))
		}
	}
	return x.give(end, rs...)
}

// fraction is the length of a half after a whole number.
func fraction(s string) int {
	for _, form := range [...]string{" 1/2", "-1/2", "½", " ½"} {
		if strings.HasPrefix(s, form) {
			return len(form)
		}
	}
	return 0
}

// priced reports whether a currency or number sign stands right before pos.
func (x *lexer) priced(pos int) bool {
	before := x.doc.Text[:pos]
	for _, sign := range [...]string{"$", "£", "€", "#", "¥", "₹"} {
		if strings.HasSuffix(before, sign) {
			return true
		}
	}
	return false
}

// joinNumbers makes one lexeme of number words that belong together: "twenty-five", "two thousand",
// "nineteen ninety-six".
func (x *lexer) joinNumbers() {
	out := x.out[:0]
	for i := 0; i < len(x.out); {
		n := x.numberWords(x.out, i)
		if n == 0 {
			out = append(out, x.out[i])
			i++
			continue
		}
		out = append(out, x.joined(x.out[i:i+n]))
		i += n
	}
	x.out = out
}

// numberWord is the value of a number word, or 0.
func numberWord(l lexeme) int {
	for _, r := range l.readings {
		if r.key == "NUMW" {
			return r.n
		}
	}
	return 0
}

// numberWords is how many lexemes from i on make one number, hyphens included.
func (x *lexer) numberWords(ls []lexeme, i int) int {
	if numberWord(ls[i]) == 0 {
		return 0
	}
	n := 1
	for j := i + 1; j < len(ls) && n < 8; j++ {
		if x.doc.Exact(ls[j].Span) == "-" && j+1 < len(ls) && numberWord(ls[j+1]) > 0 {
			j++
		}
		if !follows(numberWord(ls[i+n-1]), numberWord(ls[j])) {
			break
		}
		n = j - i + 1
	}
	return n
}

// follows reports whether number word b may follow a inside one number.
func follows(a, b int) bool {
	switch {
	case b == 0:
		return false
	case b == 100 || b == 1000:
		return a < b
	case a >= 100:
		return true
	case a >= 20:
		return b < 10
	case a >= 11:
		return b >= 10 // nineteen ninety
	}
	return false
}

// joined is the number that number words make, and the year where they may be one.
func (x *lexer) joined(ls []lexeme) lexeme {
	total, part := 0, 0
	pair := 0
	for _, l := range ls {
		switch w := numberWord(l); {
		case w == 0:
		case w == 100:
			part = max(part, 1) * 100
		case w == 1000:
			total, part = total+max(part, 1)*1000, 0
		case part >= 11 && part < 21 && w >= 10:
			pair, part = part, w
		default:
			part += w
		}
	}
	v := total + part
	span := ls[0].Span.Union(ls[len(ls)-1].Span)
	rs := []reading{x.reading("NUM", v, strconv.Itoa(v))}
	if y := pair*100 + v; pair > 0 || total == 2000 {
		rs = append(rs, x.reading("YEAR", y, ""))
	}
	own := ls[0].readings
	if len(ls) == 1 {
		rs = append(rs, own...)
	}
	return lexeme{span, ls[0].tok, x.give(0, rs...).readings}
}
