// SPDX-License-Identifier: Apache-2.0

package when_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/lexicon"
	"stemma/internal/text"
	"stemma/internal/when"
)

// wednesday is the day of publication of the tests.
var wednesday = time.Date(2025, 3, 5, 9, 0, 0, 0, time.UTC)

func times(s string, ref time.Time) (*text.Doc, []text.Time) {
	doc := &text.Doc{Text: s, Reference: ref}
	read(doc)
	return doc, doc.Times
}

// TestListExamples runs the examples of the lists: a text with the last time in brackets, and its value.
func TestListExamples(t *testing.T) {
	for _, list := range []string{"when_rules", "when_words", "when_cues"} {
		for _, example := range lexicon.Examples(list) {
			marked, value, _ := strings.Cut(example[0], " => ")
			before, rest, _ := strings.Cut(marked, "[")
			words, after, closed := strings.Cut(rest, "]")
			if !closed {
				t.Fatalf("example without brackets: %s", example[0])
			}
			doc, got := times(before+words+after, wednesday)
			if last := len(got) - 1; last < 0 || doc.Exact(got[last].Span) != words || got[last].Value != value {
				t.Errorf("%s: %s\ngot %s", list, example[0], show(doc, got))
			}
		}
	}
}

func show(doc *text.Doc, got []text.Time) string {
	var lines []string
	for _, x := range got {
		lines = append(lines, doc.Exact(x.Span)+" "+x.Type+" "+x.Value+" "+x.From+".."+x.To+" "+x.Mod)
	}
	return strings.Join(lines, " | ")
}

// TestDaysAreResolved reads texts published on Wednesday 5 March 2025.
func TestDaysAreResolved(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"The raid of October 7, 2023, began it.", "October 7, 2023 DATE 2023-10-07 2023-10-07..2023-10-07 "},
		{"Two ships sank this winter.", "this winter DATE 2024-WI 2024-12-01..2025-02-28 "},
		{"The raid was on Sunday. They left at dawn. The road was shut. Nobody spoke. The bus came at 6:05 a.m.", "Sunday DATE 2025-03-02 2025-03-02..2025-03-02  | 6:05 a.m. TIME 2025-03-02T06:05 2025-03-02..2025-03-02 "},
		{"By noon on Monday the street was full.", "noon on Monday TIME 2025-03-03T12:00 2025-03-03..2025-03-03 "},
		{"Fighting went on through October 2023.", "October 2023 DATE 2023-10 2023-10-01..2023-10-31 "},
		{"It has been outlawed since 1997.", "1997 DATE 1997 1997-01-01..1997-12-31 "},
		{"They were freed in late 2023.", "late 2023 DATE 2023 2023-09-01..2023-12-31 END"},
		{"They were freed in early 2023.", "early 2023 DATE 2023 2023-01-01..2023-04-30 START"},
		{"They were freed in mid-2023.", "mid-2023 DATE 2023 2023-05-01..2023-08-31 MID"},
		{"The envoy withdrew in early December.", "early December DATE 2024-12 2024-12-01..2024-12-10 START"},
		{"The envoy withdrew in mid-January.", "mid-January DATE 2025-01 2025-01-11..2025-01-20 MID"},
		{"The envoy withdrew in late February.", "late February DATE 2025-02 2025-02-21..2025-02-28 END"},
		{"The port reopened on 7 October.", "7 October DATE 2024-10-07 2024-10-07..2024-10-07 "},
		{"The port reopened on Oct. 7.", "Oct. 7 DATE 2024-10-07 2024-10-07..2024-10-07 "},
		{"The port reopened on 2023-10-07.", "2023-10-07 DATE 2023-10-07 2023-10-07..2023-10-07 "},
		{"The port reopened on 13/10/2023.", "13/10/2023 DATE 2023-10-13 2023-10-13..2023-10-13 "},
		{"The port reopened on 7/10/2023.", "7/10/2023 DATE 2023-XX-XX .. "},
		{"The strike was called off in March.", "March DATE 2025-03 2025-03-01..2025-03-31 "},
		{"Crews found the wreck on Tuesday.", "Tuesday DATE 2025-03-04 2025-03-04..2025-03-04 "},
		{"Crews will lift the wreck on Tuesday.", "Tuesday DATE 2025-03-11 2025-03-11..2025-03-11 "},
		{"Crews will lift the wreck next week.", "next week DATE 2025-W11 2025-03-10..2025-03-16 "},
		{"Crews lifted the wreck today.", "today DATE 2025-03-05 2025-03-05..2025-03-05 "},
		{"The crash on Sunday night killed two.", "Sunday night TIME 2025-03-02TNI 2025-03-02..2025-03-02 "},
		{"The ferry sank at 6:30 p.m. on Monday.", "6:30 p.m. on Monday TIME 2025-03-03T18:30 2025-03-03..2025-03-03 "},
		{"They met on April 24 and 25, as in 2020.", "April 24 DATE 2024-04-24 2024-04-24..2024-04-24  | 25 DATE 2024-04-25 2024-04-25..2024-04-25  | 2020 DATE 2020 2020-01-01..2020-12-31 "},
		{"He served from 2010-2014.", "2010 DATE 2010 2010-01-01..2010-12-31  | 2014 DATE 2014 2014-01-01..2014-12-31 "},
		{"Prices rose in the past three months.", "the past three months DURATION P3M 2024-12-05..2025-03-05 "},
		{"A week-long truce held.", "week-long DURATION P1W .. "},
		{"A 15-month-long war ended.", "15-month-long DURATION P15M .. "},
		{"They teach for 10 years.", "10 years DURATION P10Y .. "},
		{"They meet every day.", "every day SET P1D .. "},
		{"Output fell in the first quarter.", "the first quarter DATE 2025-Q1 2025-01-01..2025-03-31 "},
		{"Violence rose in the 1990s.", "the 1990s DATE 199 1990-01-01..1999-12-31 "},
		{"On May 3, 2019 it rained; two days earlier it had not.", "May 3, 2019 DATE 2019-05-03 2019-05-03..2019-05-03  | two days earlier DATE 2019-05-01 2019-05-01..2019-05-01 "},
		{"After the raid of June 4, 2021, the June 4 families sued.", "June 4, 2021 DATE 2021-06-04 2021-06-04..2021-06-04  | June 4 DATE 2021-06-04 2021-06-04..2021-06-04 "},
		{"In October 2021 it flooded. After the October flood they left.", "October 2021 DATE 2021-10 2021-10-01..2021-10-31  | October DATE 2021-10 2021-10-01..2021-10-31 "},
		{"Over the past months it has rained.", "the past months DURATION PXM .. "},
		{"A subsequent week-long truce held.", "week-long DURATION P1W .. "},
		{"The June 4 attack is remembered.", "June 4 DATE XXXX-06-04 .. "},
	} {
		doc, got := times(tt.in, wednesday)
		if diff := cmp.Diff(tt.want, show(doc, got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.in, diff)
		}
	}
}

// TestNothingIsGuessed reads texts of unknown date.
func TestNothingIsGuessed(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"The raid took place on Tuesday.", "Tuesday DATE XXXX-WXX-2 .. "},
		{"They met last week and in December.", "last week DATE XXXX-WXX ..  | December DATE XXXX-12 .. "},
		{"Two days earlier the bridge fell.", "Two days earlier DATE XXXX-XX-XX .. "},
		{"The raid of October 7, 2023, was recalled in December.", "October 7, 2023 DATE 2023-10-07 2023-10-07..2023-10-07  | December DATE XXXX-12 .. "},
		{"A truce since January 19, 2025, holds. In mid-January few believed in it.", "January 19, 2025 DATE 2025-01-19 2025-01-19..2025-01-19  | mid-January DATE 2025-01 2025-01-11..2025-01-20 MID"},
		{"In May 2019 and in May 2020 it flooded, and in May.", "May 2019 DATE 2019-05 2019-05-01..2019-05-31  | May 2020 DATE 2020-05 2020-05-01..2020-05-31  | May DATE XXXX-05 .. "},
		{"It opened on May 2, 2020; the next day it burned.", "May 2, 2020 DATE 2020-05-02 2020-05-02..2020-05-02  | the next day DATE 2020-05-03 2020-05-03..2020-05-03 "},
		{"It is closed today.", "today DATE PRESENT_REF .. "},
		{"Output fell in the third quarter.", "the third quarter DATE XXXX-Q3 .. "},
	} {
		doc, got := times(tt.in, time.Time{})
		if diff := cmp.Diff(tt.want, show(doc, got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.in, diff)
		}
	}
}

// TestOtherWordsAreNoTimes holds words of the calendar that mean something else.
func TestOtherWordsAreNoTimes(t *testing.T) {
	for _, in := range []string{
		"Talks may resume, and May Brown may join.",
		"The protesters march on the palace.",
		"Prices fall when traders spring into action.",
		"The second proposal was turned down.",
		"He sat in the sun.",
		"The deal frees 2,000 prisoners.",
		"The deal frees 2000 soldiers.",
		"Power was cut in 2000 homes.",
		"The fine was $2000.",
		"The 44-year-old driver was unhurt.",
		"The driver, 44 years old, was unhurt.",
		"Flight 1850 was late.",
		"The pay is $300 a week.",
		"An august body met on the day.",
		"The fall of the city was swift.",
		"Three-quarters of them voted.",
		"Room 12 and 25 people were searched.",
	} {
		if doc, got := times(in, wednesday); len(got) > 0 {
			t.Errorf("%s\ngot %s", in, show(doc, got))
		}
	}
}

// TestTaggedVerbsAreNoMonths uses the tags where an earlier stage has set them.
func TestTaggedVerbsAreNoMonths(t *testing.T) {
	doc := &text.Doc{Text: "By May we left.", Reference: wednesday}
	doc.Tokens = []text.Token{
		{Span: text.Span{Start: 0, End: 2}, Lower: "by"},
		{Span: text.Span{Start: 3, End: 6}, Lower: "may", Tag: text.AUX},
	}
	when.Read(doc)
	if len(doc.Times) > 0 {
		t.Errorf("got %s", show(doc, doc.Times))
	}
	doc.Tokens[1].Tag = text.PROPN
	when.Read(doc)
	if len(doc.Times) != 1 {
		t.Errorf("without the tag: got %s", show(doc, doc.Times))
	}
}

// TestDatesOfTheSeedReports checks the days that people marked in the shared reports.
func TestDatesOfTheSeedReports(t *testing.T) {
	root := filepath.Join(shared(t), "..", "..")
	data, err := os.ReadFile(filepath.Join(root, "gold", "seeds.json"))
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("../shared/gold/seeds.json is missing")
		}
		t.Skip("needs ../shared/gold/seeds.json")
	}
	var marked struct {
		Dates []struct{ Report, Text, From, To string }
	}
	if err := json.Unmarshal(data, &marked); err != nil {
		t.Fatal(err)
	}
	for _, d := range marked.Dates {
		body, err := os.ReadFile(filepath.Join(root, "seeds", d.Report))
		if err != nil {
			t.Fatal(err)
		}
		doc, got := times(string(body), time.Time{})
		hit := false
		for _, x := range got {
			hit = hit || strings.Contains(doc.Exact(x.Span), d.Text) && x.From == d.From && x.To == d.To
		}
		if !hit {
			t.Errorf("%s %q: want %s to %s", d.Report, d.Text, d.From, d.To)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"", "On October 7, 2023, at 6:30 p.m., two and a half years later.", "’80s '99 12½ 7/10/2023 99999999999999999999 years ago",
		"the the the early early - - - 31 February 9999 twenty twenty twenty hundred thousand centuries ago",
		"Sept. Sept. Sept. 30th\u00a0a.m. été 2 1/2 May-June 1999-00", "in 1000 BC, 9999 years from now, 0000-00-00",
	} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, dated bool) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		ref := time.Time{}
		if dated {
			ref = wednesday
		}
		doc, got := times(s, ref)
		if err := doc.Check(); err != nil {
			t.Fatal(err)
		}
		at := 0
		for _, x := range got {
			if x.Start < at || x.Value == "" || x.Type == "" || x.From > x.To || (x.From == "") != (x.To == "") {
				t.Fatalf("bad time %+v after %d", x, at)
			}
			at = x.End
		}
		if _, again := times(s, ref); !cmp.Equal(got, again) {
			t.Fatal("not deterministic")
		}
	})
}

func BenchmarkRead(b *testing.B) {
	para := "The envoy said on Tuesday that the talks, which began in late 2023 after the raid of October 7, 2023, had " +
		"been paused for two weeks. A second round may open next month, officials told reporters at the ministry, where " +
		"about 2,000 people had gathered to march for the release of the captives and an end of the blockade.\n"
	doc := &text.Doc{Text: strings.Repeat(para, 200), Reference: wednesday}
	read(doc)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		when.Read(doc)
	}
}
