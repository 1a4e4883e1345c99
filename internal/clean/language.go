// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"
)

const (
	languageWords = 400 // words that are looked at
	fewWords      = 8   // too few to tell a language from
)

// language is the ISO 639-1 code of a text's language: English by its function words, others by their letters, else
// what the page declares, else "und".
func language(s, declared string) string {
	declared = baseLanguage(declared)
	s = head(s, languageWords*8)
	words, little, odd := 0, 0, 0
	for i := 0; i < len(s) && words < languageWords; {
		from := skipBlank(s, i)
		i = wordEnd(s, from)
		if word := strings.ToLower(strings.Trim(s[from:i], ".,;:!?()[]\"'“”‘’—–-")); word != "" {
			words++
			if functionWords().Has(word) {
				little++
			}
			if r, _ := utf8.DecodeRuneInString(word); r >= 0x250 {
				odd++
			}
		}
	}
	switch {
	case words >= fewWords && little*100 >= words*22 && odd*4 < words:
		return "en"
	case words < fewWords && odd < 2:
		if declared == "" {
			return "und"
		}
		return declared
	}
	info := whatlanggo.Detect(s)
	code := info.Lang.Iso6391()
	switch {
	case info.IsReliable() && code != "": // an unsure answer of the detector may differ from call to call
		return code
	case declared != "":
		return declared
	case little*100 >= words*14:
		return "en"
	}
	return "und"
}

// baseLanguage is "en" of "en-GB"; "" where it is no two-letter code.
func baseLanguage(tag string) string {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(tag)), "_", "-"), "-")
	if len(base) != 2 || base[0] < 'a' || base[0] > 'z' || base[1] < 'a' || base[1] > 'z' {
		return ""
	}
	return base
}

// head is the first n bytes of s, on a rune boundary.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
