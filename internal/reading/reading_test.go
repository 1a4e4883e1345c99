// SPDX-License-Identifier: Apache-2.0

package reading_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/clean"
	"stemma/internal/news"
	"stemma/internal/reading"
	"stemma/internal/text"
)

// texts are reports, and what is none, that tests read and the fuzz target starts from.
var texts = []string{
	"Lorne bridge falls\n\nA road bridge in Lorne collapsed on Monday, killing at least 12 people, the interior ministry said. " +
		"“We heard it,” said Iris Vane, the mayor, who spoke on condition of anonymity.\n\nThe bridge had been inspected in April.",
	"OSLO, May 3 (Reuters) - Norway's special envoy, Anna Berg, held direct talks with the Northern Front, two officials said. " +
		"The front will free 20 hostages and the government 10 prisoners for each of them if the truce holds until May 9.",
	"He said she said they said that he had said it.",
	"“““ ‘ \" ' ” ’ «»",
	"1,2,3.4.5 – 6-7 100% $5m €2bn 3°C 1/2 ½",
	"A.B.C. U.S. Mr. Dr. No. St. p.m. etc. (R-SC) i.e.",
	"Zoë Ångström’s naïve co-worker — Løvås – said: “Ça va.”",
	"日本 said \u200e“x” Россия said",
	"- one\n- two\n\n\n* three\n# four\n\t\n",
	"and and and , , , of of of the the the to to to",
	"no",
}

// read cleans a text and reads it; nil where it is refused.
func read(t testing.TB, words string, asIs bool) (*news.Report, []*news.Statement) {
	t.Helper()
	reports, _ := clean.Reports(clean.Input{Name: "a.txt", Data: []byte(words)}, clean.Options{AsIs: asIs})
	if len(reports) == 0 {
		return nil, nil
	}
	reader, err := reading.New(reading.Stages())
	if err != nil {
		t.Fatal(err)
	}
	return reports[0], reader.Read(reports[0])
}

func TestNewRefusesAStageWhoseNeedsAreNotGiven(t *testing.T) {
	none := func(*text.Doc) {}
	a := reading.Stage{Name: "a", Gives: []text.Layer{text.Tokens}, Read: none}
	b := reading.Stage{Name: "b", Needs: []text.Layer{text.Tokens}, Gives: []text.Layer{text.Tags}, Read: none}
	c := reading.Stage{Name: "c", Needs: []text.Layer{text.Tokens, text.Tags}, Gives: []text.Layer{text.Names}, Read: none}
	own := reading.Stage{Name: "own", Needs: []text.Layer{text.Tags}, Gives: []text.Layer{text.Tags}, Read: none}
	for _, tt := range []struct {
		name   string
		stages []reading.Stage
		stage  string // the stage that is named as wanting
		layer  text.Layer
	}{
		{"in order", []reading.Stage{a, b, c}, "", ""},
		{"none at all", nil, "", ""},
		{"out of order", []reading.Stage{b, a, c}, "b", text.Tokens},
		{"one left out", []reading.Stage{a, c}, "c", text.Tags},
		{"a stage does not give itself what it needs", []reading.Stage{a, own}, "own", text.Tags},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := reading.New(tt.stages)
			switch {
			case tt.stage == "" && err != nil:
				t.Error(err)
			case tt.stage != "" && (err == nil || !strings.Contains(err.Error(), "stage "+tt.stage) || !strings.Contains(err.Error(), string(tt.layer))):
				t.Errorf("%v does not say that %s lacks %s", err, tt.stage, tt.layer)
			}
		})
	}
}

func TestAPipelineWithoutOneOfItsStagesIsRefusedOrGivesLess(t *testing.T) {
	all := reading.Stages()
	needed := map[text.Layer]bool{}
	for _, s := range all {
		for _, layer := range s.Needs {
			needed[layer] = true
		}
	}
	for i, s := range all {
		_, err := reading.New(slices.Delete(slices.Clone(all), i, i+1))
		if used := slices.ContainsFunc(s.Gives, func(l text.Layer) bool { return needed[l] }); used != (err != nil) {
			t.Errorf("without %s: %v", s.Name, err)
		}
		if s.Version == "" {
			t.Errorf("%s has no version", s.Name)
		}
	}
}

// dump is a reading in words, without pointers.
func dump(statements []*news.Statement) []string {
	var out []string
	for _, s := range statements {
		line := []string{string(s.Kind), s.Text, string(s.Modality)}
		if s.Negated {
			line = append(line, "not")
		}
		if a := s.Attribution; a != nil {
			line = append(line, "by "+a.Source, a.Cue)
		}
		out = append(out, strings.Join(line, "|"))
	}
	return out
}

func TestTheSameReportIsReadTheSameTwice(t *testing.T) {
	for _, words := range texts {
		first, a := read(t, words, true)
		second, b := read(t, words, true)
		if diff := cmp.Diff(dump(a), dump(b)); diff != "" {
			t.Errorf("%q: %s", words, diff)
		}
		if first == nil {
			continue
		}
		if diff := cmp.Diff(first.Doc, second.Doc); diff != "" {
			t.Errorf("%q: %s", words, diff)
		}
	}
}

func TestReadingAgainAddsNothing(t *testing.T) {
	reader, err := reading.New(reading.Stages())
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range texts {
		report, once := read(t, words, true)
		if report == nil {
			continue
		}
		if diff := cmp.Diff(dump(once), dump(reader.Read(report))); diff != "" {
			t.Errorf("%q: %s", words, diff)
		}
	}
}

// sound says what is wrong with the spans of a reading.
func sound(t testing.TB, report *news.Report, statements []*news.Statement) {
	t.Helper()
	doc := report.Doc
	if err := doc.Check(); err != nil {
		t.Errorf("%q: %v", doc.Text, err)
	}
	whole := func(what string, s text.Span) {
		if s.Start < 0 || s.End > len(doc.Text) || s.Start > s.End {
			t.Fatalf("%s %v is outside %d bytes", what, s, len(doc.Text))
		}
		if !utf8.ValidString(doc.Exact(s)) {
			t.Errorf("%s %q splits a character", what, doc.Exact(s))
		}
	}
	at := 0
	for _, s := range statements {
		if s.Evidence.Empty() || s.Evidence.Start < at {
			t.Errorf("%s %q at %d has no words, or stands after a later one at %d", s.Kind, s.Text, s.Evidence.Start, at)
		}
		at = s.Evidence.Start
		whole("evidence", s.Evidence)
		for _, more := range s.More {
			whole("more evidence", more)
		}
		if s.Text != reading.Line(doc.Exact(s.Evidence)) || strings.ContainsAny(s.Text, "\n\t") {
			t.Errorf("%q is not the line of %q", s.Text, doc.Exact(s.Evidence))
		}
		if s.Report != report || s.Modality == "" || s.Sentence >= len(doc.Sentences) {
			t.Errorf("%q: report %v, modality %q, sentence %d", s.Text, s.Report == report, s.Modality, s.Sentence)
		}
		attributed(t, whole, s.Attribution)
	}
}

// attributed checks an attribution and those around it, which must be others.
func attributed(t testing.TB, whole func(string, text.Span), a *news.Attribution) {
	if a == nil {
		return
	}
	for _, said := range append([]*news.Attribution{a}, a.Via...) {
		whole("source", said.Evidence)
		whole("cue", said.CueSpan)
	}
	if slices.Contains(a.Via, a) {
		t.Errorf("%q is told by %q through itself", a.Source, a.Cue)
	}
}

func TestEveryStatementHasItsWords(t *testing.T) {
	total := 0
	for _, words := range texts {
		for _, asIs := range []bool{true, false} {
			if report, statements := read(t, words, asIs); report != nil {
				sound(t, report, statements)
				total += len(statements)
			}
		}
	}
	if total < 40 {
		t.Errorf("only %d statements: the check saw too little", total)
	}
}

func TestStatementsOfEachKind(t *testing.T) {
	_, statements := read(t, texts[0]+"\n\n"+texts[1], true)
	for _, want := range []struct {
		kind  news.StatementKind
		words string
	}{
		{news.Quotation, "We heard it,"},
		{news.OtherKind, "A road bridge in Lorne collapsed on Monday, killing at least 12 people"},
		{news.Quantity, "at least 12 people"},
		{news.Role, "Iris Vane, the mayor"},
		{news.Event, "The bridge had been inspected in April"},
	} {
		if !slices.ContainsFunc(statements, func(s *news.Statement) bool { return s.Kind == want.kind && s.Text == want.words }) {
			t.Errorf("no %s %q in %q", want.kind, want.words, dump(statements))
		}
	}
}

func TestWhatSomebodySaysIsReportedNotAsserted(t *testing.T) {
	_, statements := read(t, texts[0], true)
	for _, s := range statements {
		if s.Quantity == nil {
			continue
		}
		if s.Modality != text.Reported || s.Attribution == nil || s.Attribution.Source != "the interior ministry" {
			t.Errorf("%q: %s, by %+v", s.Text, s.Modality, s.Attribution)
		}
	}
}

func TestWhatSomebodyDeniesIsNegated(t *testing.T) {
	_, statements := read(t, "The ministry denied the bridge collapsed on Monday. The mayor said the road closed on Tuesday.", true)
	for _, want := range []struct {
		words   string
		negated bool
	}{{"the bridge collapsed on Monday", true}, {"the road closed on Tuesday", false}} {
		i := slices.IndexFunc(statements, func(s *news.Statement) bool { return s.Event != nil && s.Text == want.words })
		if i < 0 || statements[i].Negated != want.negated {
			t.Errorf("%q: want negated %v in %q", want.words, want.negated, dump(statements))
		}
	}
}

// Work that grows with the square of the length would not come to an end here within the time of a test run.
func TestLongOddTextsCompleteInLinearTime(t *testing.T) {
	const size = 64 << 10
	for _, piece := range append([]string{
		"“", "a ", "A ", "Mr. ", "1,", "12 people, ", "and the ", "he said ", "the ministry said that ", "no comment ", "killed ", "on Monday ",
		"(", "who ", "of ", "Anna Berg, ", "Front ", "May ", "- ", "\n\nA", ". ", "’s ", "talks between ", "talks through Norway and ",
	}, texts...) {
		words := strings.Repeat(piece, size/len(piece))
		report, statements := read(t, words, true)
		if report == nil {
			continue
		}
		if report.Doc.Text == "" {
			t.Errorf("nothing left of %q", piece)
		}
		sound(t, report, statements)
	}
}

func FuzzRead(f *testing.F) {
	for _, words := range texts {
		f.Add(words, true)
		f.Add(words, false)
	}
	f.Fuzz(func(t *testing.T, words string, asIs bool) {
		if len(words) > 1<<13 {
			return
		}
		report, statements := read(t, words, asIs)
		if report == nil {
			return
		}
		sound(t, report, statements)
		_, again := read(t, words, asIs)
		if diff := cmp.Diff(dump(statements), dump(again)); diff != "" {
			t.Errorf("two readings of %q differ: %s", words, diff)
		}
	})
}

func TestAReportInAnotherLanguageHasSentencesAndNoStatement(t *testing.T) {
	const body = "Drei Menschen wurden am Montag verletzt. Die Polizei in Berlin sagte: „Wir suchen Zeugen.“"
	reader, err := reading.New(reading.Stages())
	if err != nil {
		t.Fatal(err)
	}
	for language, want := range map[string]bool{"de": false, "fr": false, "en": true, "und": true, "": true} {
		r := &news.Report{Language: language, Doc: &text.Doc{Text: body}}
		statements := reader.Read(r)
		if got := len(statements) > 0; got != want || len(r.Doc.Sentences) < 2 {
			t.Errorf("language %q: %d statements, %d sentences", language, len(statements), len(r.Doc.Sentences))
		}
	}
}
