// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLinesAreShownWithoutWhatTiesThemToOthers(t *testing.T) {
	for in, want := range map[string]string{
		"that two barges sank,":          "two barges sank",
		", and the crew swam":            "the crew swam",
		"that night the crew swam":       "that night the crew swam",
		"while the barge sank at 8 p.m.": "the barge sank at 8 p.m.",
		"We swam,” said the mate":        "We swam",
		"“We swam":                       "We swam",
		"We swam”":                       "We swam",
		"the “old” barge":                "the “old” barge",
		"Anna – a barge – sank":          "Anna – a barge – sank",
		"UN aid – food and tents – came": "UN aid – food and tents – came",
		"":                               "",
	} {
		if got := Bare(in); got != want {
			t.Errorf("%q is shown as %q, want %q", in, got, want)
		}
	}
}

func TestPeriodsAreSaidInTheShortestForm(t *testing.T) {
	for _, tc := range [][3]string{
		{"2031-01-01", "2031-12-31", "2031"},
		{"2031-02-01", "2031-02-28", "2031-02"},
		{"2032-02-01", "2032-02-29", "2032-02"},
		{"2031-04-01", "2031-04-30", "2031-04"},
		{"2031-04-01", "2031-04-29", "2031-04-01 to 2031-04-29"},
		{"2031-04-01", "2031-04-01", "2031-04-01"},
		{"2031-04-01", "", "2031-04-01"},
		{"", "2031-04-01", "until 2031-04-01"},
		{"2030-01-01", "2031-12-31", "2030-01-01 to 2031-12-31"},
		{"x", "y", "x to y"},
	} {
		if got := Days(tc[0], tc[1]); got != tc[2] {
			t.Errorf("%s to %s is %q, want %q", tc[0], tc[1], got, tc[2])
		}
	}
}

func FuzzBare(f *testing.F) {
	f.Add("-- “x” that, ")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		for _, out := range []string{Bare(s), Unframed(s)} {
			if !utf8.ValidString(out) || len(out) > len(s) && !strings.Contains(s, "\u0085") {
				t.Errorf("%q became %q", s, out)
			}
		}
		shorten(s)
		capital(s)
	})
}
