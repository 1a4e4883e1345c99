// SPDX-License-Identifier: Apache-2.0

package plover_test

import (
	"slices"
	"strings"
	"testing"

	"stemma/internal/clean"
	"stemma/internal/lexicon"
	"stemma/internal/reading"
	"stemma/internal/text"
)

func read(t testing.TB, words string) *text.Doc {
	t.Helper()
	reports, errs := clean.Reports(clean.Input{Name: "a.txt", Data: []byte(words)}, clean.Options{AsIs: true})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	reader, err := reading.New(reading.Stages())
	if err != nil {
		t.Fatal(err)
	}
	reader.Read(reports[0])
	return reports[0].Doc
}

// codes writes each code as "TYPE: actors > recipients".
func codes(doc *text.Doc) []string {
	var out []string
	words := func(spans []text.Span) string {
		var list []string
		for _, s := range spans {
			list = append(list, doc.Exact(s))
		}
		return strings.Join(list, ", ")
	}
	for _, e := range doc.Events {
		if e.Code != nil {
			out = append(out, e.Code.Type+": "+words(e.Code.Actors)+" > "+words(e.Code.Recipients))
		}
	}
	return out
}

// TestListExamples runs the examples of the lists: a sentence, a class, and words of its actors and recipients.
func TestListExamples(t *testing.T) {
	for _, list := range []string{"plover_verbs", "plover_nouns", "plover_actors"} {
		for _, f := range lexicon.Examples(list) {
			if len(f) != 4 {
				t.Errorf("%q has %d fields", f, len(f))
				continue
			}
			got := codes(read(t, f[0]))
			if !slices.ContainsFunc(got, func(code string) bool { return matches(code, f[1], f[2], f[3]) }) {
				t.Errorf("%s: no %s by %s on %s in %q", f[0], f[1], f[2], f[3], got)
			}
		}
	}
}

func matches(code, class, actor, recipient string) bool {
	kind, who, _ := strings.Cut(code, ": ")
	by, on, _ := strings.Cut(who, " > ")
	holds := func(words, want string) bool { return want == "-" || strings.Contains(words, want) }
	return kind == class && holds(by, actor) && holds(on, recipient)
}

func TestAVerbHasOneClass(t *testing.T) {
	seen := map[string]string{}
	for _, row := range lexicon.Rows("plover_verbs") {
		for _, verb := range strings.Fields(row.Field(1)) {
			if class, ok := seen[verb]; ok {
				t.Errorf("%s is %s and %s", verb, class, row[0])
			}
			seen[verb] = row[0]
		}
	}
}

func TestDeedsAreCoded(t *testing.T) {
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"Iran and Turkey held talks in Oman on Monday.", []string{"CONSULT: Iran, Turkey > Iran, Turkey"}},
		{"The rebels were attacked by the army.", []string{"ASSAULT: the army > The rebels"}},
		{"The rebels were attacked on Monday.", nil},
		{"The army did not attack the rebels.", nil},
		{"The army will attack the rebels.", []string{"THREATEN: The army > the rebels"}},
		{"The ministry will release the prisoners.", []string{"AGREE: The ministry > the prisoners"}},
		{"The union said it would strike.", []string{"THREATEN: The union > "}},
		{"The mayor said the governor had praised the police.", []string{"SUPPORT: the governor > the police"}},
		{"The mayor said that the governor should resign.", []string{"DEMAND: The mayor > the governor"}},
		{"The union threatened to strike unless the council raised pay.", []string{"THREATEN: The union > the council"}},
		{"The minister may visit the camp.", nil},
		{"They attacked the rebels.", nil},
		{"The effort freed the hostages.", nil},
		{"The envoy has the authority to attack the rebels.", nil},
		{"The prisoners taken in the raid left.", nil},
		{"The company makes paper.", nil},
		{"The government refused to release the prisoners.", []string{"REJECT: The government > the prisoners"}},
		{"The army tried to seize the town.", []string{"COERCE: The army > the town"}},
		{"The army's raid on the camp surprised nobody.", []string{"ASSAULT: The army > the camp"}},
		{"Talks between Norway and the rebels broke down.", []string{"CONSULT: Norway, the rebels > Norway, the rebels"}},
		{"The talks in Oslo broke down.", nil},
		{"No attack by the army was seen.", nil},
		{"The rebels who attacked the convoy fled.", []string{"ASSAULT: The rebels > the convoy"}},
		{"Ana Lund came on Tuesday. She accused the union of blackmail.", []string{"DISAPPROVE: Ana Lund > the union of blackmail"}},
		{"Prosecutors accused Mara Lee of killing the priest.", []string{"DISAPPROVE: Prosecutors > Mara Lee", "ASSAULT: Mara Lee > the priest"}},
		{"The rebels were accused by the army of killing the priest.", []string{"DISAPPROVE: the army > The rebels", "ASSAULT: The rebels > the priest"}},
		{"His critics said he had attacked the mayor.", nil},
		{"A priest abducted by gunmen was freed.", []string{"COERCE: gunmen > A priest"}},
		{"Karen Sand denied that the family had paid.", []string{"REJECT: Karen Sand > "}},
		{"The guerrillas agreed to a truce with the government.", []string{"AGREE: The guerrillas > the government"}},
	} {
		t.Run(c.words, func(t *testing.T) {
			if got := codes(read(t, c.words)); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "Iran and Turkey held talks.", "said said said that must", "The army will attack, the mayor said it would.", "\x00 “ ’"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 {
			return
		}
		reports, errs := clean.Reports(clean.Input{Name: "a.txt", Data: []byte(s)}, clean.Options{AsIs: true})
		if len(errs) > 0 || len(reports) == 0 {
			return
		}
		doc := reports[0].Doc
		reader, err := reading.New(reading.Stages())
		if err != nil {
			t.Fatal(err)
		}
		reader.Read(reports[0])
		first := codes(doc)
		for _, e := range doc.Events {
			if e.Code == nil {
				continue
			}
			if len(e.Code.Actors) == 0 {
				t.Fatal("a deed without an actor")
			}
			for _, s := range append(slices.Clone(e.Code.Actors), e.Code.Recipients...) {
				if s.Empty() || s.End > len(doc.Text) {
					t.Fatalf("span %v", s)
				}
			}
		}
		reader.Read(reports[0])
		if !slices.Equal(first, codes(doc)) {
			t.Fatal("read twice, it differs")
		}
	})
}
