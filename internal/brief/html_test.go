// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"stemma/internal/news"
	"stemma/internal/text"
)

// A tagWalk reads a page and checks that its elements are nested.
type tagWalk struct {
	ids   map[string]int
	hrefs []string
	tags  map[string]int
	marks map[string]string // id of a mark -> its text
}

func walk(t *testing.T, page string) *tagWalk {
	t.Helper()
	w := &tagWalk{map[string]int{}, nil, map[string]int{}, map[string]string{}}
	void := []string{"meta", "br", "path", "rect"}
	type open struct{ tag, id string }
	var stack []open
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		kind := z.Next()
		tok := z.Token()
		switch kind {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) || len(stack) > 0 {
				t.Fatalf("page ends with %v open: %v", stack, z.Err())
			}
			return w
		case html.TextToken:
			for _, o := range stack {
				if o.tag == "mark" && o.id != "" {
					w.marks[o.id] += tok.Data
				}
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			w.tags[tok.Data]++
			id := w.attributes(t, tok)
			if kind == html.StartTagToken && !slices.Contains(void, tok.Data) {
				stack = append(stack, open{tok.Data, id})
			}
		case html.EndTagToken:
			if len(stack) == 0 || stack[len(stack)-1].tag != tok.Data {
				t.Fatalf("</%s> closes %v", tok.Data, stack)
			}
			stack = stack[:len(stack)-1]
		}
	}
}

func (w *tagWalk) attributes(t *testing.T, tok html.Token) (id string) {
	t.Helper()
	for _, a := range tok.Attr {
		switch {
		case a.Key == "id":
			id = a.Val
			w.ids[id]++
		case a.Key == "href":
			w.hrefs = append(w.hrefs, a.Val)
		case strings.HasPrefix(a.Key, "on"), a.Key == "src", a.Key == "srcset", a.Key == "style", a.Key == "action":
			t.Errorf("<%s> has %s=%q", tok.Data, a.Key, a.Val)
		}
	}
	return id
}

func TestPageIsWellFormedAndNeedsNothingElse(t *testing.T) {
	for name, b := range map[string]*Brief{
		"one story":   fixture(t),
		"two stories": {Stories: []*news.Story{makeStory(t), makeStory(t)}},
		"changes":     changed(t, makeStory(t), nil),
	} {
		t.Run(name, func(t *testing.T) {
			page := render(t, b, HTML, RenderOptions{})
			w := walk(t, page)
			for _, tag := range []string{"script", "link", "img", "iframe", "object", "embed", "form", "base", "b", "i"} {
				if w.tags[tag] > 0 {
					t.Errorf("page holds <%s>", tag)
				}
			}
			for _, word := range []string{"@import", "url(", "javascript:alert(1)\"", "</style><script"} {
				if strings.Contains(page, word) {
					t.Errorf("page holds %s", word)
				}
			}
			if !strings.Contains(page, `http-equiv="Content-Security-Policy" content="default-src 'none'`) {
				t.Error("page has no policy")
			}
			for id, n := range w.ids {
				if n != 1 {
					t.Errorf("id %s stands %d times", id, n)
				}
			}
			w.checkLinks(t)
		})
	}
}

func (w *tagWalk) checkLinks(t *testing.T) {
	t.Helper()
	inside := 0
	for _, href := range w.hrefs {
		switch {
		case strings.HasPrefix(href, "#"):
			inside++
			if w.ids[href[1:]] == 0 {
				t.Errorf("link to %s leads nowhere", href)
			}
		case href != "https://harbour.example/marigold":
			t.Errorf("link leaves the page: %s", href)
		}
	}
	if inside < 40 {
		t.Errorf("only %d links within the page", inside)
	}
}

func TestEveryStatementIsMarkedInItsReport(t *testing.T) {
	s := makeStory(t)
	w := walk(t, render(t, &Brief{Stories: []*news.Story{s}}, HTML, RenderOptions{}))
	for _, st := range s.Statements {
		id := st.Report.ID + "-" + st.ID
		words := oneLine(exact(st.Report, st.Evidence))
		// The first piece of a mark carries the id; links back and other marks' words may stand in it.
		if got := oneLine(w.marks[id]); got == "" || !strings.HasPrefix(words, got[:min(len(got), 8)]) {
			t.Errorf("%s marks %q, not %q", id, got, words)
		}
	}
}

func TestMarksOfOneLineAreNested(t *testing.T) {
	for name, tc := range map[string]struct {
		spans []text.Span
		want  string
	}{
		"apart":            {[]text.Span{{Start: 0, End: 2}, {Start: 4, End: 6}}, "[0 ab]cd[1 ef]ghij"},
		"one in the other": {[]text.Span{{Start: 0, End: 6}, {Start: 2, End: 4}}, "[0 ab[1 cd]ef]ghij"},
		"equal":            {[]text.Span{{Start: 2, End: 4}, {Start: 2, End: 4}}, "ab[0 [1 cd]]efghij"},
		"crossing":         {[]text.Span{{Start: 0, End: 4}, {Start: 2, End: 8}}, "[0 ab[1 cd]][. efgh]ij"},
		"three crossing":   {[]text.Span{{Start: 0, End: 4}, {Start: 2, End: 6}, {Start: 3, End: 9}}, "[0 ab[1 c[2 d]]][. [. ef]ghi]j"},
		"touching":         {[]text.Span{{Start: 0, End: 4}, {Start: 4, End: 8}}, "[0 abcd][1 efgh]ij"},
	} {
		t.Run(name, func(t *testing.T) {
			var marks []mark
			for i, span := range tc.spans {
				marks = append(marks, mark{span: span, id: fmt.Sprint(i), first: true, last: true})
			}
			if got := drawn(nest("abcdefghij", text.Span{Start: 0, End: 10}, marks, map[string]bool{})); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}

// drawn shows pieces as brackets; "." stands for a further piece of a mark.
func drawn(pieces []piece) string {
	var out strings.Builder
	for _, p := range pieces {
		switch {
		case p.Open && p.ID == "":
			out.WriteString("[. ")
		case p.Open:
			out.WriteString("[" + p.ID + " ")
		case p.Close:
			out.WriteString("]")
		default:
			out.WriteString(p.Text)
		}
	}
	return out.String()
}

func FuzzMarks(f *testing.F) {
	f.Add([]byte{0, 4, 2, 8, 3, 9})
	f.Add([]byte(strings.Repeat("\x02\x30", 40)))
	f.Fuzz(func(t *testing.T, at []byte) {
		words := strings.Repeat("abc \n", 40)
		r := &news.Report{ID: "r1", Doc: &text.Doc{Text: words}}
		s := &news.Story{Reports: []*news.Report{r}}
		for i := 0; i+1 < len(at) && i < 400; i += 2 {
			span := text.Span{Start: int(at[i]) % len(words), End: int(at[i+1]) % len(words)}
			s.Statements = append(s.Statements, &news.Statement{ID: fmt.Sprint("s", i), Report: r, Evidence: span})
		}
		v := newViewer(s, "", pageLimits())
		paragraphs, _ := v.paragraphs(r, map[string]bool{})
		ids := map[string]int{}
		var text strings.Builder
		for _, p := range paragraphs {
			depth := 0
			for _, piece := range p.Pieces {
				switch {
				case piece.Open:
					depth++
				case piece.Close:
					depth--
				}
				if depth < 0 || depth > maxDepth {
					t.Fatalf("depth %d", depth)
				}
				if piece.ID != "" {
					ids[piece.ID]++
				}
				text.WriteString(piece.Text)
			}
			if depth != 0 {
				t.Fatalf("%d marks stay open", depth)
			}
		}
		if want := strings.ReplaceAll(words, "\n", ""); text.String() != want {
			t.Fatalf("text is %q, want %q", text.String(), want)
		}
		for _, st := range s.Statements {
			if want := v.ref(st).Anchor; !st.Evidence.Empty() && ids[want] != 1 {
				t.Fatalf("%s stands %d times", want, ids[want])
			}
		}
	})
}
