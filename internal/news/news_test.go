// SPDX-License-Identifier: Apache-2.0

package news_test

import (
	"testing"

	"stemma/internal/news"
	"stemma/internal/text"
)

func TestReferenceIsTheMomentOfPublication(t *testing.T) {
	for _, c := range []struct{ published, want string }{
		{"2031-05-07", "2031-05-07T00:00:00Z"},
		{"2031-05-07T09:30:00+02:00", "2031-05-07T09:30:00+02:00"},
		{"", ""},
		{"May 7", ""},
		{"2031-13-40", ""},
	} {
		got := (&news.Report{Published: c.published}).Reference()
		if c.want == "" {
			if !got.IsZero() {
				t.Errorf("%q is %v", c.published, got)
			}
			continue
		}
		if at := got.Format("2006-01-02T15:04:05Z07:00"); at != c.want {
			t.Errorf("%q is %s, want %s", c.published, at, c.want)
		}
	}
}

func TestOriginOfAReport(t *testing.T) {
	a, b, c := &news.Report{ID: "r1"}, &news.Report{ID: "r2"}, &news.Report{ID: "r3"}
	one, two := &news.Origin{ID: "o1", Reports: []*news.Report{a, b}}, &news.Origin{ID: "o2", Reports: []*news.Report{c}}
	s := &news.Story{Reports: []*news.Report{a, b, c}, Origins: []*news.Origin{one, two}}
	for r, want := range map[*news.Report]*news.Origin{a: one, b: one, c: two, {ID: "r1"}: nil} {
		if got := s.OriginOf(r); got != want {
			t.Errorf("%s goes back to %v, want %v", r.ID, got, want)
		}
	}
}

func TestEvidenceIsTheWordsOfItsReport(t *testing.T) {
	r := &news.Report{Doc: &text.Doc{Text: "Zoë left."}}
	if got := (news.Evidence{Report: r, Span: text.Span{Start: 0, End: 4}}).Exact(); got != "Zoë" {
		t.Errorf("%q", got)
	}
}
