// SPDX-License-Identifier: Apache-2.0

package name_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/lexicon"
	"stemma/internal/name"
	"stemma/internal/parse"
	"stemma/internal/sentence"
	"stemma/internal/tag"
	"stemma/internal/text"
)

func read(words string) *text.Doc {
	doc := &text.Doc{Text: words}
	for start, line := range lines(words) {
		doc.Paragraphs = append(doc.Paragraphs, text.Span{Start: start, End: start + len(line)})
	}
	sentence.Read(doc)
	tag.Read(doc)
	parse.Read(doc)
	name.Read(doc)
	return doc
}

// lines is the lines of a text that are not blank, by where they start, in order.
func lines(words string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		at := 0
		for _, line := range strings.SplitAfter(words, "\n") {
			if bare := strings.TrimRight(line, "\n"); strings.TrimSpace(bare) != "" && !yield(at, bare) {
				return
			}
			at += len(line)
		}
	}
}

// show is a name as "words = full form (kind)", with its country and title where it has them.
func show(doc *text.Doc, n text.Name) string {
	out := doc.Words(n.Range)
	if n.Full != out {
		out += " = " + n.Full
	}
	out += fmt.Sprintf(" (%s)", n.Kind)
	if n.Country != "" {
		out += " of " + n.Country
	}
	if n.Demonym {
		out += " adj"
	}
	return out
}

// shown is every name of a text.
func shown(doc *text.Doc) []string {
	var out []string
	for _, n := range doc.Names {
		out = append(out, show(doc, n))
	}
	return out
}

func TestNamesAreFoundWithKindAndFullForm(t *testing.T) {
	tests := []struct {
		name, words string
		want        []string
	}{
		{
			"a union with a possessive is one body", "The Dockers' Federation met the Port Employers' Council on Monday.",
			[]string{"Dockers' Federation (organisation)", "Port Employers' Council (organisation)"},
		},
		{
			"a curly apostrophe is straightened in the full form", "He leads the Nurses’ Union.",
			[]string{"Nurses’ Union = Nurses' Union (organisation)"},
		},
		{"a union opens the sentence", "Teachers' Union leaders walked out.", []string{"Teachers' Union (organisation)"}},
		{"a capitalised adjective opens a body's name", "They joined the Northern Lake Front in May.", []string{"Northern Lake Front (group)"}},
		{
			"a capitalised adjective opens a building's name", "They met at the Old Customs House in Tarvik.",
			[]string{"Old Customs House (organisation)", "Tarvik (place)"},
		},
		{
			"the last word of a body stands for it", "The Northern Lake Front freed two. The Front kept five.",
			[]string{"Northern Lake Front (group)", "Front = Northern Lake Front (group)"},
		},
		{
			"the last word goes to the body named last", "The Miners Union met the Drivers Union. The Union agreed.",
			[]string{"Miners Union (organisation)", "Drivers Union (organisation)", "Union = Drivers Union (organisation)"},
		},
		{
			"an abbreviation in brackets is the name before it", "The United Dock Front (UDF) struck. The UDF denied it.",
			[]string{"United Dock Front (group)", "UDF = United Dock Front (group)", "UDF = United Dock Front (group)"},
		},
		{
			"a nationality before an association is part of its name", "He wrote to the Canadian Steel Producers Association in Ottawa.",
			[]string{"Canadian Steel Producers Association (organisation)", "Ottawa (place) of Canada"},
		},
		{"a nationality before a government describes it", "The Kenyan government agreed.", []string{"Kenyan = Kenya (place) of Kenya adj"}},
		{"a company is told by its trade", "Orland Copper raised its offer.", []string{"Orland Copper (organisation)"}},
		{"a given name outweighs a trade", "Maria Steel declined.", []string{"Maria Steel (person)"}},
		{"a body is told by what it has", "Northline's chief negotiator left.", []string{"Northline (organisation)"}},
		{"a band is one name", "Members of the Sons of Dawn seized a bank.", []string{"Sons of Dawn (organisation)"}},
		{"a port is a place", "She lives in Port Ansel.", []string{"Port Ansel (place)"}},
		{"a ship is no person", "The freighter Corrin Star sank.", []string{"Corrin Star (other)"}},
		{
			"a state and its people are one", "Velmara spoke. Velmaran officials agreed.",
			[]string{"Velmara (place) of Velmara", "Velmaran = Velmara (place) of Velmara adj"},
		},
		{"a dateline in capitals is the place", "LINDBY, 3 May (AP) - The talks went on.", []string{"LINDBY = Lindby (place)", "AP = Associated Press (organisation)"}},
		{
			"a capital keeps its country", "They met in Geneva and in Muscat.",
			[]string{"Geneva (place) of Switzerland", "Muscat (place) of Oman"},
		},
		{
			"a title goes with its person", "Senator Livia Korsa objected. Korsa left.",
			[]string{"Livia Korsa (person)", "Korsa = Livia Korsa (person)"},
		},
		{"an initial stays inside a name", "John R. Halvard resigned.", []string{"John R. Halvard (person)"}},
		{"a hyphen stays inside a name", "Anne-Marie Duval spoke.", []string{"Anne-Marie Duval (person)"}},
		{
			"an Arabic particle stays inside a name", "They met Khalid al-Mansour in Doha.",
			[]string{"Khalid al-Mansour (person)", "Doha (place) of Qatar"},
		},
		{"a Dutch particle stays inside a name", "Pieter van der Berg resigned.", []string{"Pieter van der Berg (person)"}},
		{
			"a surname goes to its bearer", "Helena Brand arrived. Ms. Brand said no.",
			[]string{"Helena Brand (person)", "Brand = Helena Brand (person)"},
		},
		{
			"two people of one surname stay two", "Clara Ruys thanked Matteo Ruys. Clara Ruys wept.",
			[]string{"Clara Ruys (person)", "Matteo Ruys (person)", "Clara Ruys (person)"},
		},
		{
			"two states joined by a hyphen are two", "An Israel-Egypt deal is near.",
			[]string{"Israel (place) of Israel", "Egypt (place) of Egypt"},
		},
		{"a compound adjective at the start is no name", "Tough-talking guards stood by.", nil},
		{"no name is found in plain words", "The talks went on for three days without a result.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, shown(read(tt.words))); diff != "" {
				t.Errorf("%s (-want +got)\n%s", tt.words, diff)
			}
		})
	}
}

// TestListExamples runs the examples of the lists: a sentence, and its names, if any.
func TestListExamples(t *testing.T) {
	for _, list := range []string{
		"group_words", "organisation_words", "place_words", "calendar_words", "name_owned", "name_industries",
	} {
		for _, example := range lexicon.Examples(list) {
			if got := strings.Join(shown(read(example[0])), "; "); got != example.Field(1) {
				t.Errorf("%s: %q gives %q, want %q", list, example[0], got, example.Field(1))
			}
		}
	}
}

func FuzzNamesStandInTheText(f *testing.F) {
	for _, seed := range []string{"The Dockers' Federation (DF) met Ms. Brand in Port Ansel.", "LINDBY, 3 May - al-Mansour", "Sons of of Dawn's 's", "Velmara Velmaran Velmarans"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, words string) {
		if len(words) > 4000 {
			return
		}
		doc := read(words)
		last := 0
		for _, n := range doc.Names {
			if n.First < last || n.Last <= n.First || n.Last > len(doc.Tokens) || n.Full == "" || n.Kind == "" {
				t.Fatalf("%+v in %q", n, words)
			}
			last = n.Last
		}
		again := read(words)
		if diff := cmp.Diff(doc.Names, again.Names); diff != "" {
			t.Fatal(diff)
		}
	})
}
