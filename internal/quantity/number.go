// SPDX-License-Identifier: Apache-2.0

package quantity

import (
	"strconv"
	"strings"

	"stemma/internal/text"
)

// A number is figures or number words, or a range of two.
type number struct {
	text.Range
	lo, hi  float64
	open    bool    // from a vague plural: no upper bound
	rough   bool    // "dozen"
	vague   string  // the vague words
	spelled bool    // in words
	share   bool    // a fraction of what follows
	scale   float64 // what scale words multiplied it with
	glued   string  // letters that touch the figure: "km"
	from    int     // first token: that of "between" or of a currency sign, where there is one
	signed  string  // unit of the currency sign before it
	score   bool    // "3-1": two figures that make no range
}

// number reads the figures or number words that start at token i.
func (r *reader) number(i int) (number, bool) {
	n := number{Range: text.Range{First: i, Last: i}, from: i, scale: 1}
	if startsDigit(r.lower(i)) {
		return n, r.figure(&n)
	}
	e, known := entries()[r.lower(i)]
	n.spelled = true
	switch {
	case isArticle(r.lower(i)):
		return n, r.afterArticle(&n)
	case !known:
		return n, false
	case e.class == "plural":
		return n, r.uncounted(&n)
	case e.class == "fuzzy":
		return n, r.lower(i) == "several" && r.fuzzy(&n, i, e)
	case r.lower(i) == "half":
		return n, r.half(&n)
	case e.class == "unit" || e.class == "ten":
		return n, r.cardinal(&n, i, 0)
	}
	return n, false
}

// afterArticle reads "a hundred", "a dozen", "a few", "a couple of", "a half million", "a million and a half".
func (r *reader) afterArticle(n *number) bool {
	next := n.First + 1
	e := entries()[r.lower(next)]
	switch e.class {
	case "hundred", "scale", "dozen":
		return !r.joins(next+1) && r.cardinal(n, next, 1)
	case "fuzzy":
		return r.lower(next) != "several" && r.fuzzy(n, next, e)
	case "part":
		n.Last = next
		return r.lower(next) == "half" && r.half(n) || r.partOfScale(n, e)
	}
	return false
}

// partOfScale reads "a quarter of a million".
func (r *reader) partOfScale(n *number, part entry) bool {
	at := n.First + 2
	scale := entries()[r.lower(at+2)]
	if r.lower(at) != "of" || r.lower(at+1) != "a" || scale.class != "scale" {
		return false
	}
	n.lo, n.scale, n.Last = scale.value/part.value, scale.value, at+3
	n.hi = n.lo
	return true
}

// fuzzy reads "several", "a few dozen", "a couple of"; few, couple, pair and handful only after their article.
func (r *reader) fuzzy(n *number, at int, e entry) bool {
	n.lo, n.hi, n.Last = e.value, e.value, at+1
	times := entries()[r.lower(n.Last)]
	multiplied := times.class == "hundred" || times.class == "scale" || times.class == "dozen"
	if multiplied {
		n.lo, n.hi, n.Last = e.value*times.value, e.value*times.value, n.Last+1
	}
	switch r.lower(at) {
	case "pair":
		return r.lower(n.Last) == "of"
	case "couple", "handful":
		if !multiplied && r.lower(n.Last) != "of" {
			return false
		}
	}
	n.open = multiplied || e.value > 2
	n.rough = true
	n.vague = strings.ToLower(r.doc.Words(n.Range))
	return true
}

// uncounted reads "dozens", "hundreds of thousands".
func (r *reader) uncounted(n *number) bool {
	e := entries()[r.lower(n.First)]
	n.Last = n.First + 1
	n.lo = e.value
	for r.lower(n.Last) == "of" {
		next, ok := entries()[r.lower(n.Last+1)]
		if !ok || next.class != "plural" || n.Last-n.First > 6 {
			break
		}
		n.lo *= next.scale
		n.Last += 2
	}
	word := r.lower(n.First)
	if (word == "scores" || word == "tens") && !r.counts(n.Last) && n.Last == n.First+1 && !state(r.lower(n.First-1)) {
		return false // a film scores, a team ties its scores
	}
	n.hi, n.open, n.rough = n.lo, true, true
	n.vague = strings.ToLower(r.doc.Words(n.Range))
	return true
}

// counts reports whether what stands at token i shows that the word before it counts.
func (r *reader) counts(i int) bool {
	word := r.lower(i)
	return word == "of" || word == "more" || state(word) || r.tag(i) == text.AUX || word == "others"
}

// half reads "half a million", "half-million", "half a dozen"; "half of" and "half an hour" are for others.
func (r *reader) half(n *number) bool {
	at := n.First
	for r.lower(at) != "half" {
		at++
	}
	at++
	if isArticle(r.lower(at)) || r.joins(at) {
		at++
	}
	e := entries()[r.lower(at)]
	switch {
	case e.class == "scale" || e.class == "dozen":
		n.lo, n.scale, n.rough, n.Last = e.value/2, e.value, e.class == "dozen", at+1
	case units()[r.lower(at)].kind == "duration":
		n.lo, n.Last = 0.5, at
	default:
		return false
	}
	n.hi = n.lo
	return true
}

// cardinal reads number words from token at on; group is what stands before them: 1 for "a".
func (r *reader) cardinal(n *number, at int, group float64) bool {
	total, room, last := 0.0, 1000.0, 1e18
	n.scale = 1
	end := n.First
	for j := at; ; {
		k := r.joint(j, at, room)
		e := entries()[r.lower(k)]
		switch {
		case e.class == "unit" && e.value < room:
			group, room, n.scale = group+e.value, 1, 1
		case e.class == "ten" && e.value < room:
			group, room, n.scale = group+e.value, 10, 1
		case e.class == "hundred" && group > 0 && group < 100:
			group, room, n.scale = group*100, 100, 100
		case e.class == "scale" && group > 0 && e.value < last:
			total, group, room, last = total+group*e.value, 0, 1000, e.value
			n.scale = e.value
		case e.class == "dozen" && group > 0 && total == 0:
			group, room, n.rough, n.scale = group*12, 0, true, 12
		default:
			n.lo, n.hi, n.Last = total+group, total+group, end
			r.andHalf(n)
			return end > n.First
		}
		end, j = k+1, k+1
	}
}

// joint skips the hyphen of "twenty-two" and the "and" of "hundred and two" before token j, where a number word
// follows that fits.
func (r *reader) joint(j, at int, room float64) int {
	if j == at {
		return j
	}
	e := entries()[r.lower(j+1)]
	if r.joins(j) && (room == 10 && e.class == "unit" && e.value < room || e.class == "hundred" || e.class == "scale") {
		return j + 1
	}
	small := e.class == "unit" || e.class == "ten"
	if r.lower(j) == "and" && room >= 100 && small && entries()[r.lower(j-1)].class != "unit" {
		return j + 1
	}
	return j
}

// andHalf adds the half of "two and a half" and of "a million and a half".
func (r *reader) andHalf(n *number) {
	words := []string{"and", "a", "half"}
	at := n.Last
	for _, w := range words {
		if r.joins(at) {
			at++
		}
		if r.lower(at) != w {
			return
		}
		at++
	}
	n.lo += n.scale / 2
	n.hi, n.Last = n.lo, at
	r.scaled(n)
}

// figure reads digits with what touches them, and the scale words after them.
func (r *reader) figure(n *number) bool {
	word := r.lower(n.First)
	end := strings.IndexFunc(word, func(c rune) bool { return (c < '0' || c > '9') && c != ',' && c != '.' })
	if end < 0 {
		end = len(word)
	}
	digits, rest := word[:end], word[end:]
	value, ok := parse(digits)
	if !ok {
		return false
	}
	n.lo, n.hi, n.Last = value, value, n.First+1
	r.groups(n, digits)
	if rest != "" && !r.suffix(n, rest) {
		return false
	}
	r.scaled(n)
	if n.scale == 1 {
		r.andHalf(n)
	}
	return true
}

// maxDigits bounds a figure; a longer one is an identifier.
const maxDigits = 20

// parse is the value of figures with thousands commas and a decimal point. A leading zero marks an identifier.
func parse(digits string) (float64, bool) {
	plain := strings.ReplaceAll(digits, ",", "")
	zero := len(plain) > 1 && plain[0] == '0' && plain[1] != '.'
	if len(plain) > maxDigits || zero || strings.Count(plain, ".") > 1 || strings.HasSuffix(plain, ".") {
		return 0, false
	}
	v, err := strconv.ParseFloat(plain, 64)
	return v, err == nil
}

// groups reads thousands set off by a space: "12 000".
func (r *reader) groups(n *number, digits string) {
	if len(digits) > 3 || n.lo == 0 {
		return
	}
	for n.Last-n.First < 4 {
		next := r.lower(n.Last)
		if len(next) != 3 || !startsDigit(next) || !r.thin(n.Last-1) && next != "000" {
			return
		}
		v, ok := parse("1" + next)
		if !ok || v < 1000 {
			return
		}
		n.lo = n.lo*1000 + v - 1000
		n.hi = n.lo
		n.Last++
	}
}

// thin reports whether a no-break or thin space follows token i.
func (r *reader) thin(i int) bool {
	gap := r.doc.Text[r.doc.Tokens[i].End:r.doc.Tokens[i+1].Start]
	return gap == "\u00a0" || gap == "\u202f" || gap == "\u2009"
}

// suffix takes letters that touch a figure: a scale ("5bn") or a unit ("30km"). Anything else makes it a name.
func (r *reader) suffix(n *number, rest string) bool {
	sign := r.signBefore(n.First) != ""
	u, ok := units()[rest]
	switch {
	case ok && u.kind == "big":
		n.scale = u.scale
	case rest == "m" && (sign || units()[r.lower(n.Last)].kind == "money" || r.tag(n.Last) == text.NOUN):
		n.scale = 1e6
	case rest == "b" && sign:
		n.scale = 1e9
	case ok && u.short:
		n.glued = rest
	default:
		return false
	}
	n.lo *= n.scale
	n.hi = n.lo
	return true
}

// scaled multiplies figures with the scale words after them: "1.2 million", "5 hundred thousand", "5 dozen".
func (r *reader) scaled(n *number) {
	for k := 0; k < 3; k++ {
		at := n.Last
		if r.joins(at) {
			at++
		}
		e := entries()[r.lower(at)]
		if e.class != "scale" && e.class != "hundred" && e.class != "dozen" {
			if u := units()[r.lower(at)]; u.kind != "big" || n.scale > 1 || n.signed == "" && r.signBefore(n.First) == "" {
				return
			}
			e.value = units()[r.lower(at)].scale
		}
		n.lo, n.scale = n.lo*e.value, n.scale*e.value
		n.hi, n.rough, n.Last = n.lo, n.rough || e.class == "dozen", at+1
	}
}

// signBefore is the currency of the sign before token i, or "".
func (r *reader) signBefore(i int) string {
	if u := units()[r.lower(i-1)]; u.kind == "sign" {
		return u.name
	}
	return ""
}
