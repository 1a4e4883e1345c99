// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma/internal/news"
	"stemma/internal/text"
)

// shown is JSON as a user's program reads it.
type shown struct {
	Stories []struct {
		Reports []struct {
			ID, Text string
			Credits  []struct{ Evidence *Evidence }
			Times    []struct {
				Start, End int
				Exact      string
			}
		}
		Origins []struct {
			Links []struct{ Evidence [][2]Evidence }
		}
		Statements []struct {
			Evidence     Evidence
			MoreEvidence []Evidence `json:"more_evidence"`
			Attribution  *struct {
				Evidence    *Evidence
				CueEvidence *Evidence `json:"cue_evidence"`
				Via         []struct{ Evidence *Evidence }
			}
		}
		Talks map[string][]struct{ Words []Evidence }
	}
}

func TestEveryPositionInJSONShowsItsWords(t *testing.T) {
	var got shown
	if err := json.Unmarshal([]byte(render(t, fixture(t), JSON, RenderOptions{})), &got); err != nil {
		t.Fatal(err)
	}
	s := got.Stories[0]
	texts := map[string][]rune{}
	checked := 0
	check := func(e *Evidence) {
		t.Helper()
		if e == nil {
			return
		}
		checked++
		if words := string(texts[e.Report][e.Start:e.End]); words != e.Exact || words == "" {
			t.Errorf("%s[%d:%d] is %q, not %q", e.Report, e.Start, e.End, words, e.Exact)
		}
	}
	for _, r := range s.Reports {
		texts[r.ID] = []rune(r.Text)
		for _, c := range r.Credits {
			check(c.Evidence)
		}
		for _, at := range r.Times {
			check(&Evidence{r.ID, at.Start, at.End, at.Exact})
		}
	}
	for _, st := range s.Statements {
		check(&st.Evidence)
		for i := range st.MoreEvidence {
			check(&st.MoreEvidence[i])
		}
		if a := st.Attribution; a != nil {
			check(a.Evidence)
			check(a.CueEvidence)
			for _, via := range a.Via {
				check(via.Evidence)
			}
		}
	}
	for _, o := range s.Origins {
		for _, l := range o.Links {
			for _, p := range l.Evidence {
				check(&p[0])
				check(&p[1])
			}
		}
	}
	for _, rows := range s.Talks {
		for _, row := range rows {
			for i := range row.Words {
				check(&row.Words[i])
			}
		}
	}
	if checked < 50 {
		t.Errorf("only %d positions were found", checked)
	}
}

func TestBrokenSpansAreCutToTheText(t *testing.T) {
	r := &news.Report{ID: "r1", Doc: &text.Doc{Text: "été"}}
	for _, tc := range []struct {
		span text.Span
		want Evidence
	}{
		{text.Span{Start: -5, End: 2}, Evidence{"r1", 0, 1, "é"}},
		{text.Span{Start: 3, End: 99}, Evidence{"r1", 2, 3, "é"}},
		{text.Span{Start: 3, End: 2}, Evidence{"r1", 2, 2, ""}},
		{text.Span{Start: 50, End: 60}, Evidence{"r1", 3, 3, ""}},
	} {
		if got := EvidenceJSON(news.Evidence{Report: r, Span: tc.span}); got != tc.want {
			t.Errorf("%v gives %v, want %v", tc.span, got, tc.want)
		}
	}
	if got := EvidenceJSON(news.Evidence{Span: text.Span{Start: 1, End: 4}}); got != (Evidence{}) {
		t.Errorf("evidence of no report gives %v", got)
	}
}

func FuzzPositions(f *testing.F) {
	f.Add("plain words only", 3, 8)
	f.Add("e\u0301te\u0301 👩‍👩‍👧 “quoted” שלום", 4, 20)
	f.Add(strings.Repeat("🐟a", 300), 640, 900)
	f.Add("bad \xff\xfe bytes \xe2\x80", 5, 9)
	f.Fuzz(func(t *testing.T, s string, from, to int) {
		s = strings.ToValidUTF8(s, "�")
		span := clip(text.Span{Start: from, End: to}, len(s))
		for span.Start < len(s) && !utf8.RuneStart(s[span.Start]) {
			span.Start++
		}
		for span.End < len(s) && !utf8.RuneStart(s[span.End]) {
			span.End++
		}
		e := EvidenceJSON(news.Evidence{Report: &news.Report{ID: "r1", Doc: &text.Doc{Text: s}}, Span: span})
		if got := string([]rune(s)[e.Start:e.End]); got != e.Exact || got != s[span.Start:span.End] {
			t.Fatalf("%q[%d:%d] is %q, not %q", s, e.Start, e.End, got, e.Exact)
		}
	})
}
