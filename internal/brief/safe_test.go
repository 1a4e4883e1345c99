// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestOutsideTextLosesWhatSteersTheReader(t *testing.T) {
	for name, tc := range map[string]struct{ in, want string }{
		"colours":                  {"a\x1b[31;1mred\x1b[0mb", "aredb"},
		"a cleared screen":         {"a\x1b[2J\x1b[Hb", "ab"},
		"a window title":           {"a\x1b]0;owned\x07b", "ab"},
		"a hidden link":            {"\x1b]8;;http://x\x1b\\go\x1b]8;;\x1b\\", "go"},
		"one-byte CSI":             {"a\u009b31mb", "ab"},
		"a lone escape":            {"a\x1b", "a"},
		"direction overrides":      {"\u202Etxet\u202C \u2067x\u2069 \u200fy", "txet x y"},
		"zero-width characters":    {"ho\u200bst\ufeffage\u00ads", "hostages"},
		"breaks become spaces":     {"a\nb\tc\u2028d", "a b c d"},
		"tags":                     {"a\U000e0041b", "ab"},
		"emoji with joiners stay":  {"👩‍👩‍👧 e\u0301", "👩‍👩‍👧 e\u0301"},
		"right-to-left words stay": {"שלום עולם", "שלום עולם"},
		"markup stays":             {"<b>&amp;", "<b>&amp;"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := safe(tc.in); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestTextIsFoldedIntoOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"":                      "",
		" ":                     "",
		"one line":              "one line",
		"two  spaces":           "two spaces",
		" at the front":         "at the front",
		"at the end ":           "at the end",
		"a\nbreak\tand\r\ntabs": "a break and tabs",
		"“hard\u00a0spaces”":    "“hard spaces”",
		"an escape \x1b[31m":    "an escape",
	} {
		if got := oneLine(in); got != want {
			t.Errorf("%q is shown as %q, want %q", in, got, want)
		}
	}
}

func TestHostileTextSteersNoForm(t *testing.T) {
	sgr := regexp.MustCompile("\x1b\\[(0|1|2|1;3[124])m")
	for _, f := range []Format{Text, Markdown, HTML} {
		for _, color := range []bool{false, true} {
			out := render(t, fixture(t), f, RenderOptions{Color: color})
			if f == Text && color {
				if !sgr.MatchString(out) {
					t.Error("coloured text has no colour")
				}
				out = sgr.ReplaceAllString(out, "")
			}
			for _, r := range out {
				if disguise(r) || unicode.IsControl(r) && r != '\n' {
					t.Errorf("%s holds %U", f, r)
				}
			}
		}
	}
}

func TestShortTextIsCutAtAWordAndMarked(t *testing.T) {
	for _, tc := range []struct {
		in   string
		n    int
		want string
	}{
		{"as it is", 20, "as it is"},
		{"the harbour was closed, again", 24, "the harbour was closed…"},
		{"ééééé", 3, "éé…"},
		{"a \n\n b", 5, "a b"},
		{"", 5, ""},
	} {
		if got := short(tc.in, tc.n); got != tc.want {
			t.Errorf("%q to %d gives %q, want %q", tc.in, tc.n, got, tc.want)
		}
	}
}

func FuzzShort(f *testing.F) {
	f.Add("plain", 3)
	f.Add("\x1b[31m\u202Eé\xff👩‍👩‍👧"+strings.Repeat("\u200b", 100), 9)
	f.Fuzz(func(t *testing.T, s string, n int) {
		n = 2 + max(n, -n)%200
		got := short(s, n)
		if utf8.RuneCountInString(got) > n || !utf8.ValidString(got) && utf8.ValidString(s) {
			t.Fatalf("%q to %d gives %q", s, n, got)
		}
		if safe(got) != got {
			t.Fatalf("%q is not safe", got)
		}
		if plain := unescape(escape(got)); plain != got {
			t.Fatalf("%q comes back from Markdown as %q", got, plain)
		}
	})
}

// unescape reads CommonMark's backslash escapes.
func unescape(s string) string {
	return regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])").ReplaceAllString(s, "$1")
}

func TestMarkdownIsEscaped(t *testing.T) {
	for name, tc := range map[string]struct{ in, want string }{
		"a heading":             {"# Title", `\# Title`},
		"a list":                {"- item", `\- item`},
		"a numbered list":       {"1. item 2) x", `1\. item 2) x`},
		"a hyphen in a date":    {"2031-03-04", "2031-03-04"},
		"a closing full stop":   {"It is. He said so.", "It is. He said so."},
		"emphasis":              {"*a* _b_ ~c~", `\*a\* \_b\_ \~c\~`},
		"a link":                {"[x](y)", `\[x\](y)`},
		"a picture":             {"![x](y)", `\!\[x\](y)`},
		"an automatic link":     {"https://x.example www.x.example", `https\://x.example www\.x.example`},
		"HTML and entities":     {"<b> &lt;", `\<b\> \&lt;`},
		"a table's bar":         {"a|b", `a\|b`},
		"code":                  {"`x` \\`", "\\`x\\` \\\\\\`"},
		"mathematics":           {"$5 and $6", `\$5 and \$6`},
		"an exclamation":        {"No!", "No!"},
		"a colon":               {"Note: this", "Note: this"},
		"brackets of a remark":  {"he (Vell) said", "he (Vell) said"},
		"an underlined heading": {"===", `\===`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := escape(tc.in); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}
