// SPDX-License-Identifier: Apache-2.0

package sentence

import "strings"

// units are cut off the figure that they touch. Those of money stay: "3.2m" is one figure to later stages.
var units = set("am pm mm mb gb tb kg mg lb lbs oz km cm ft mins min minutes days hrs hr hours sec secs yr yrs hh hz kw mph " +
	"kph percent")

// number cuts a figure that starts with the digits and letters before end, and a unit that touches it.
func (t *tokenizer) number(end int) {
	end = t.figure(end)
	digits := end
	for digits > t.at && t.text[digits-1]|0x20 >= 'a' && t.text[digits-1]|0x20 <= 'z' {
		digits--
	}
	if digits == t.at || digits == end || !isDigit(t.text[digits-1]) {
		t.emit(t.decade(end))
		return
	}
	unit := t.text[digits:end]
	if strings.HasPrefix(t.text[end:], ".m") && (unit == "a" || unit == "p") {
		t.emit(digits)
		return
	}
	if !units[strings.ToLower(unit)] {
		t.emit(end)
		return
	}
	t.emit(digits)
	t.emit(end)
}

// decade is the end of "1990's" and "80's", or end.
func (t *tokenizer) decade(end int) int {
	if size := end - t.at; size != 2 && size != 4 || t.text[end-1] != '0' || !figure(t.text[t.at:end]) {
		return end
	}
	for _, clitic := range []string{"'s", "’s"} {
		if strings.HasPrefix(t.text[end:], clitic) && t.ends(end+len(clitic)) {
			return end + len(clitic)
		}
	}
	return end
}

// figure extends a run of digits over "1,400", "3.5" and "6:30".
func (t *tokenizer) figure(end int) int {
	for end+1 < len(t.text) && end-t.at < maxToken && isDigit(t.text[end-1]) && strings.IndexByte(",.:", t.text[end]) >= 0 && isDigit(t.text[end+1]) {
		if t.text[end] == ',' && !thousands(t.text[end+1:]) {
			break
		}
		end = t.run(end + 1)
	}
	return end
}

// thousands reports whether exactly three digits open s.
func thousands(s string) bool {
	n := 0
	for n < len(s) && n < 4 && isDigit(s[n]) {
		n++
	}
	return n == 3
}

// grouped is the end of a date or fraction ("10/12/2001", "1/2") or of a telephone number ("555-0142") whose first digits
// end at end, or 0.
func (t *tokenizer) grouped(end int) int {
	mark := t.text[end]
	var sizes []int
	sizes = append(sizes, end-t.at)
	for end+1 < len(t.text) && t.text[end] == mark && isDigit(t.text[end+1]) && len(sizes) < 5 {
		start := end + 1
		for end = start; end < len(t.text) && isDigit(t.text[end]); end++ {
			if end-start > 5 {
				return 0
			}
		}
		sizes = append(sizes, end-start)
	}
	if !t.ends(end) || end < len(t.text) && t.text[end] == mark || !groups(mark, sizes) {
		return 0
	}
	return end
}

// groups reports whether digits in groups of these sizes make a date, a fraction or a telephone number.
func groups(mark byte, sizes []int) bool {
	n := len(sizes)
	last := sizes[n-1]
	small := sizes[0] <= 2 && (n < 2 || sizes[1] <= 2)
	if mark == '/' {
		return n == 3 && small && (last == 2 || last == 4) || n == 2 && small || n == 3 && sizes[0] == 4 && last <= 2
	}
	switch n {
	case 2:
		return sizes[0] == 3 && last == 4 || sizes[0] == 5 && last == 4
	case 3:
		return small && last == 4 || sizes[0] == 3 && sizes[1] == 3 || sizes[0] == 4 && sizes[1] == 2 && last == 2
	case 4:
		return sizes[0] <= 3 && sizes[1] == 3 && last == 4
	}
	return false
}
