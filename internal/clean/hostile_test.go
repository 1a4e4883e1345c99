// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
	"testing"
	"time"
)

// TestHostileInputEndsInTime reads inputs that would cost a careless rule the square of their length.
func TestHostileInputEndsInTime(t *testing.T) {
	const size = 1 << 18
	rep := func(s string) string { return strings.Repeat(s, size/len(s)+1)[:size] }
	tests := []struct{ name, file, data string }{
		{"dates", "a.txt", lead + "\n" + lead + "\n" + rep("May 3, 2024\nA title here now\n")},
		{"titles", "a.txt", rep("A title here now\n")},
		{"related", "a.txt", lead + "\n" + rep("Related\n")},
		{"related2", "a.txt", lead + "\n" + rep("Related\nfoo bar baz\n"+lead+"\n")},
		{"author", "a.txt", lead + "\n" + rep("Author\nBob bi\n")},
		{"newsletter", "a.txt", lead + "\n" + rep("Newsletter\nBob bi\n")},
		{"bullets", "a.txt", rep("• a b c d e f\n") + lead + "\n" + lead + "\n" + lead},
		{"prose", "a.txt", rep(lead + "\n")},
		{"prose1", "a.txt", rep(lead + " ")},
		{"quotes", "a.txt", rep("“We have moved as far as we can today.”\n")},
		{"by", "a.txt", "Title of the thing here\n" + rep("By Anna Reed\n") + lead},
		{"cite", "a.txt", rep("told Reuters ")},
		{"citecap", "a.txt", rep("Reuters Reuters reported ")},
		{"caps", "a.txt", rep("Aa ") + " reported"},
		{"wrapped", "a.txt", rep("the quick brown fox jumps over the lazy dog and runs on and on\n")},
		{"credits", "a.txt", lead + "\n" + rep("Photo: X/AP\n")},
		{"dup", "a.txt", strings.Repeat("ab", 500) + "\n" + rep("abab abab\n")},
		{"ended", "a.txt", rep("...\n")},
		{"words", "a.txt", rep("a ")},
		{"div", "a.html", rep("<div>a</div>")},
		{"p", "a.html", rep("<p>a b c")},
		{"proseh", "a.html", "<article>" + rep("<p>"+lead+"</p>")},
		{"span", "a.html", rep("<span>a</span> ")},
		{"deepspan", "a.html", strings.Repeat("<span>", 490) + rep("<i>a</i> ")},
		{"attrs", "a.html", "<p " + rep("a=b ") + ">x"},
		{"class", "a.html", "<p class='" + rep("aB") + "'>x"},
		{"lt", "a.html", rep("<")},
		{"amp", "a.html", rep("& ")},
		{"endtags", "a.html", strings.Repeat("<div>", 400) + rep("</b>")},
		{"table", "a.html", rep("<table><tr><td>")},
		{"a", "a.html", rep("<a href=x>link text</a>")},
		{"format", "a.html", rep("<p><b><i><u>a ")},
		{"md", "a.md", rep("[")},
		{"md2", "a.md", rep("[a](")},
		{"md3", "a.md", rep("* a ")},
		{"jsonl", "a.jsonl", rep(`{"text":"a b c"}` + "\n")},
		{"json", "a.json", "[" + rep("[")},
		{"jsonesc", "a.json", `{"text":"` + rep(`\u00e9 `) + `"}`},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			start := time.Now()
			Reports(Input{Name: tc.file, Data: []byte(tc.data)}, Options{})
			if took := time.Since(start); took > 4*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
