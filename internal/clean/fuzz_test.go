// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// FuzzReports checks that no input makes the package panic, break an invariant of its reports, lose the map to the
// input, or answer differently the second time.
func FuzzReports(f *testing.F) {
	for _, seed := range []string{
		article("Pilots and harbour part without a deal", lead, "Load More", second),
		"Related\nA title of another story\nMay 3, 2024\n" + lead,
		"• a\n• b\n[X] " + lead, "By \nBy A B\n©\n\xff\xfe", "Photo: /AP\n(/AP)\nx/AP (", "a\u2028b\r\nc",
	} {
		f.Add("a.txt", []byte(seed))
		f.Add("-", []byte(seed))
	}
	f.Add("a.html", []byte(samplePage))
	f.Add("a.html", []byte("<p>a &amp b&#x0;&nbsp;&notit;<br><table><td>x<li>y</svg></p><!--"))
	f.Add("a.jsonl", []byte(`{"id":1,"title":"x\ud83d","text":"a\u00e9\\ \ud83d\ude00 b","authors":["c"]}`))
	f.Add("a.md", []byte("---\na: b\n---\n# x\n[a](b) ![c](d) *e* \\* `f`\n> g"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if len(data) > 1<<14 {
			return
		}
		opts := Options{Extract: fakeExtractor(nil)}
		reports, _ := Reports(Input{Name: name, Data: data}, opts)
		again, _ := Reports(Input{Name: name, Data: data}, opts)
		if !reflect.DeepEqual(reports, again) {
			t.Fatalf("two readings differ:\n%s", cmp.Diff(reports, again))
		}
		for _, r := range reports {
			if !utf8.ValidString(r.Doc.Text) {
				t.Fatalf("text %q is no valid UTF-8", r.Doc.Text)
			}
			checkReport(t, r)
			for _, s := range r.Source {
				if s.Length <= 0 || s.Clean < 0 || s.Raw < 0 || s.Clean+s.Length > len(r.Doc.Text) {
					t.Fatalf("segment %+v outside %d bytes", s, len(r.Doc.Text))
				}
			}
			if src, err := decode(name, data, ""); err == nil {
				for _, s := range r.Source {
					if s.Raw+s.Length > len(src.text) || src.text[s.Raw:s.Raw+s.Length] != r.Doc.Text[s.Clean:s.Clean+s.Length] {
						t.Fatalf("segment %+v: does not map back", s)
					}
				}
			}
		}
	})
}

// FuzzTwice checks that a clean text is taken again: cleaning never leaves what it would refuse itself.
func FuzzTwice(f *testing.F) {
	f.Add([]byte(article("Pilots and harbour part without a deal", lead, "Load More", second)))
	f.Add([]byte(article(lead, "A heading", second, "- one", "- two", third)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<13 {
			return
		}
		once, _ := Reports(Input{Name: "a.txt", Data: data}, Options{})
		if len(once) == 0 {
			return
		}
		twice, errs := Reports(Input{Name: "a.txt", Data: []byte(once[0].Doc.Text)}, Options{})
		if len(twice) == 0 {
			t.Fatalf("%q is refused: %v", once[0].Doc.Text, errs)
		}
	})
}
