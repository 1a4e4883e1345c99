// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"stemma/internal/news"
)

func TestTextKeepsToItsWidth(t *testing.T) {
	for _, width := range []int{0, 1, 40, 57, 80, 132} {
		most := max(width, 40)
		if width == 0 {
			most = 80
		}
		for line := range strings.Lines(render(t, fixture(t), Text, RenderOptions{Width: width})) {
			if got := uniseg.StringWidth(strings.TrimRight(line, "\n")); got > most {
				t.Errorf("width %d: %d columns: %s", width, got, line)
			}
		}
	}
}

func TestSectionsComeInOrderAndNameEveryFact(t *testing.T) {
	s := makeStory(t)
	for _, f := range []Format{Text, Markdown, HTML} {
		out := strings.ToLower(render(t, &Brief{Stories: []*news.Story{s}}, f, RenderOptions{Width: 400}))
		if f == HTML {
			_, out, _ = strings.Cut(out, "</nav>")
		}
		if f == Markdown {
			out = strings.ReplaceAll(out, `\`, "")
		}
		at := 0
		for _, title := range []string{"contested", "corroborated", "single origin", "updated", "who says so: named", "who says so: anonymous", "quotations by speaker", "timeline", "talks", "reports"} {
			i := strings.Index(out[at:], title)
			if i < 0 {
				t.Fatalf("%s has no %q after the section before it", f, title)
			}
			at += i
		}
		for _, fact := range s.Facts {
			if q := strings.ToLower(fact.Question); !strings.Contains(q, "<") && !strings.Contains(out, q) {
				t.Errorf("%s does not ask %q", f, fact.Question)
			}
		}
	}
}

// manyFacts is a story far beyond the bounds of every section.
func manyFacts(t testing.TB, reports, perReport int) *news.Story {
	m := &maker{t, &news.Story{Title: "Many"}}
	for i := range reports {
		body := strings.Repeat("The ferry company says that twelve of its crew are ill tonight. ", perReport)
		r := m.report(fmt.Sprintf("r%d", i+1), "Outlet", "A headline", body)
		for n := range perReport {
			st := m.say(r, news.Quantity, "twelve of its crew", &news.Attribution{Source: fmt.Sprint("Source ", n), Cue: "says"})
			st.Evidence.Start += 64 * n
			st.Evidence.End += 64 * n
			status := []news.FactStatus{news.Contested, news.Corroborated, news.SingleOrigin, news.Updated}[n%4]
			m.fact("quantity", fmt.Sprint("How many, ", i, " ", n, "?"), status, version("twelve", 1, 1, st))
		}
		m.story.Origins = append(m.story.Origins, &news.Origin{ID: fmt.Sprintf("o%d", i+1), Reports: []*news.Report{r}})
	}
	return m.story
}

func TestLongSectionsAreBoundedAndSayHowMuchIsLeftOut(t *testing.T) {
	out := render(t, &Brief{Stories: []*news.Story{manyFacts(t, 3, 200)}}, Text, RenderOptions{})
	for _, want := range []string{"CONTESTED (150)", "… 120 more facts", "… 120 more\n", "… 185 more sources"} {
		if !strings.Contains(out, want) {
			t.Errorf("text does not say %q", want)
		}
	}
	if n := strings.Count(out, "\n"); n > 700 {
		t.Errorf("text has %d lines", n)
	}
}

func BenchmarkRender(b *testing.B) {
	brief := &Brief{Stories: []*news.Story{manyFacts(b, 5, 100)}}
	for _, f := range Formats() {
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Render(io.Discard, brief, f, RenderOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestOneEndlessSentenceIsShownInPart(t *testing.T) {
	m := &maker{t, &news.Story{}}
	r := m.report("r1", strings.Repeat("O", 1<<16), "T", "“twelve”"+strings.Repeat("x", 1<<22))
	m.fact("quantity", strings.Repeat("Q", 1<<16), news.Contested, version("12", 1, 1, m.say(r, news.Quantity, "twelve", nil)))
	for _, f := range []Format{Text, Markdown} {
		if n := len(render(t, &Brief{Stories: []*news.Story{m.story}}, f, RenderOptions{})); n > 8000 {
			t.Errorf("%s has %d bytes", f, n)
		}
	}
	if n := len(render(t, &Brief{Stories: []*news.Story{m.story}}, HTML, RenderOptions{})); n > maxText+100_000 {
		t.Errorf("page has %d bytes", n)
	}
}
