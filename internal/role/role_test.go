// SPDX-License-Identifier: Apache-2.0

package role_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/lexicon"
	"stemma/internal/name"
	"stemma/internal/parse"
	"stemma/internal/role"
	"stemma/internal/sentence"
	"stemma/internal/tag"
	"stemma/internal/text"
	"stemma/internal/when"
)

// read runs the stages before role, and role, over a text.
func read(s string) *text.Doc {
	doc := &text.Doc{Text: s, Reference: time.Date(2031, 5, 14, 9, 0, 0, 0, time.UTC)}
	for _, stage := range []func(*text.Doc){sentence.Read, tag.Read, parse.Read, name.Read, when.Read, role.Read} {
		stage(doc)
	}
	return doc
}

// told lists the roles of a text as "holder: office (status)"; a status that the words leave open is not printed.
func told(doc *text.Doc) []string {
	out := []string{}
	for _, r := range doc.Roles {
		line := r.FullName + ": " + r.Title
		if r.Status != text.Unstated {
			line += " (" + string(r.Status) + ")"
		}
		out = append(out, line)
	}
	return out
}

type reading struct {
	words string
	want  []string
}

func check(t *testing.T, readings []reading) {
	t.Helper()
	for _, r := range readings {
		t.Run(r.words, func(t *testing.T) {
			want := r.want
			if want == nil {
				want = []string{}
			}
			if diff := cmp.Diff(want, told(read(r.words))); diff != "" {
				t.Errorf("roles (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTitlesBeforeANameTellWhoHoldsThem(t *testing.T) {
	check(t, []reading{
		{"Senator Marta Olsen arrived early.", []string{"Marta Olsen: Senator (in office)"}},
		{"The inquiry heard from Chief Inspector Paul Renner on Monday.", []string{"Paul Renner: Chief Inspector (in office)"}},
		{"They met Health Minister Anna Keller.", []string{"Anna Keller: Health Minister (in office)"}},
		{"Police questioned former mayor David Stone for six hours.", []string{"David Stone: former mayor (former)"}},
		{"It was signed by acting governor Laura Brandt.", []string{"Laura Brandt: acting governor (acting)"}},
		{"She thanked outgoing president Peter Hale.", []string{"Peter Hale: outgoing president (outgoing)"}},
		{"The visit of president-elect Simon Ward was cancelled.", []string{"Simon Ward: president-elect (nominee)"}},
		{"Crane driver Tom Becker saw it.", []string{"Tom Becker: Crane driver"}},
		{"Union spokesman Karl Adler would not comment.", []string{"Karl Adler: Union spokesman (in office)"}},
		{"A letter from Senator Paul Dorn (I-VT) was read out.", []string{"Paul Dorn: Senator (I-VT) (in office)"}},
		{"Inspector Paul Renner of the Harbour Police confirmed it.", []string{"Paul Renner: Inspector of the Harbour Police (in office)"}},
		{"Her brother Daniel Krause is still missing.", []string{"Daniel Krause: brother"}},
		{"The company’s finance director Julia Stein resigned.", []string{"Julia Stein: company’s finance director (in office)", "Julia Stein: company’s finance director (former)"}},
		{"The secretary of state Maria Lopez flew home.", []string{"Maria Lopez: secretary of state (in office)"}},
		{"Senators Marta Olsen and Paul Dorn voted against it.", []string{"Marta Olsen: Senators (in office)", "Paul Dorn: Senators (in office)"}},
		{
			"Ministers Marta Olsen, Paul Dorn and Anna Keller stayed away.",
			[]string{"Marta Olsen: Ministers (in office)", "Paul Dorn: Ministers (in office)", "Anna Keller: Ministers (in office)"},
		},
	})
}

func TestHonorificsAndOtherPeoplesTitlesGiveNoRole(t *testing.T) {
	check(t, []reading{
		{"Mr. Olsen left the hall.", nil},
		{"Dr. Marta Olsen left the hall.", nil},
		{"The patients Marta Olsen treated have all gone home.", nil},
		{"According to the minister, Marta Olsen left the country.", nil},
		{"For Marta Olsen, the minister said, nothing had changed.", nil},
		{"After meeting Marta Olsen, the minister said he was hopeful.", nil},
		{"The minister met Marta Olsen, aides and reporters.", nil},
		{"Marta Olsen is not the minister.", nil},
		{"If Marta Olsen were minister, prices would fall.", nil},
		{"Paul Dorn urged Marta Olsen to resign.", nil},
		{"Marta Olsen may be the next minister.", nil},
		{"Paul Dorn accused Marta Olsen of being a spy.", nil},
		{"Marta Olsen dismissed the claim as absurd.", nil},
		{"Marta Olsen was removed from the building.", nil},
		{"Marta Olsen ran the marathon and led the singing.", nil},
		{"Marta Olsen’s car was found by the captain.", nil},
		{"The captain’s ferry, Marta Olsen said, was too fast.", nil},
	})
}

func TestAppositionsOnEitherSideOfANameTellItsRole(t *testing.T) {
	check(t, []reading{
		{"Marta Olsen, the minister for trade and industry, said so.", []string{"Marta Olsen: minister for trade and industry (in office)"}},
		{"Tom Becker, 43, a crane driver, saw it.", []string{"Tom Becker: crane driver"}},
		{"Tom Becker, a glassblower, saw it.", []string{"Tom Becker: glassblower"}},
		{"“We are ready,” said Paul Dorn, spokesman for the coast guard.", []string{"Paul Dorn: spokesman for the coast guard (in office)"}},
		{"Karl Adler, then the deputy mayor, signed it.", []string{"Karl Adler: deputy mayor (former)"}},
		{"Karl Adler, until recently head of the port, signed it.", []string{"Karl Adler: head of the port (former)"}},
		{"Karl Adler — the lead negotiator — walked out.", []string{"Karl Adler: lead negotiator (in office)"}},
		{"The head of the union, Laura Brandt, walked out.", []string{"Laura Brandt: head of the union (in office)"}},
		{"Its chief executive, Julia Stein, apologised.", []string{"Julia Stein: chief executive (in office)"}},
		{"An aide to the president, Simon Ward, denied it.", []string{"Simon Ward: aide to the president"}},
		{"The lawyer for the captain, Peter Hale, denied it.", []string{"Peter Hale: lawyer for the captain"}},
		{"The former minister’s lawyer, Peter Hale, denied it.", []string{"Peter Hale: former minister’s lawyer"}},
		{"Simon Ward, whose brother, Daniel Ward, was taken in March, wept.", []string{"Daniel Ward: Simon Ward's brother"}},
		{"Laura Brandt, the mother of two of the men, wept.", []string{"Laura Brandt: mother of two of the men"}},
		{"Laura Brandt, the prime minister’s nominee for ambassador to Norway, waited.", []string{"Laura Brandt: ambassador to Norway (nominee)"}},
		{"The two envoys, Laura Brandt and Karl Adler, met on Friday.", []string{"Laura Brandt: two envoys (in office)", "Karl Adler: two envoys (in office)"}},
		{"Laura Brandt and Karl Adler, both dockers, were hurt.", []string{"Laura Brandt: dockers", "Karl Adler: dockers"}},
		{"Laura Brandt, the conciliator and a retired judge, smiled.", []string{"Laura Brandt: conciliator (in office)", "Laura Brandt: retired judge (former)"}},
		{"As mayor, Laura Brandt signed the order.", []string{"Laura Brandt: mayor (in office)"}},
		{"Police freed a citizen named Karl Adler.", []string{"Karl Adler: citizen"}},
		{"The victim was identified as Karl Adler.", []string{"Karl Adler: victim"}},
		{"The driver, named locally as Karl Adler, was arrested.", []string{"Karl Adler: driver"}},
		{"Laura Brandt, a Labour MP, objected.", []string{"Laura Brandt: Labour MP (in office)"}},
		{"Laura Brandt, one of the survivors, wept.", []string{"Laura Brandt: one of the survivors"}},
		{
			"Laura Brandt, deputy mayor and head of the port, objected.",
			[]string{"Laura Brandt: deputy mayor (in office)", "Laura Brandt: head of the port (in office)"},
		},
		{"The council’s choice of Laura Brandt as chief negotiator surprised many.", []string{"Laura Brandt: chief negotiator (nominee)"}},
		{"Captain Karl Adler of the coast guard said so.", []string{"Karl Adler: Captain of the coast guard (in office)"}},
		{
			"Talks between the minister, Laura Brandt, and the union’s leader, Karl Adler, broke down.",
			[]string{"Laura Brandt: minister (in office)", "Karl Adler: union’s leader (in office)"},
		},
		{"Laura Brandt and her husband, Karl Adler, were freed.", []string{"Karl Adler: husband"}},
	})
}

func TestVerbsTellOffices(t *testing.T) {
	check(t, []reading{
		{"Marta Olsen is the special envoy for fisheries.", []string{"Marta Olsen: special envoy for fisheries (in office)"}},
		{"Marta Olsen, who is a nurse, stayed.", []string{"Marta Olsen: nurse"}},
		{"Marta Olsen used to be a judge.", []string{"Marta Olsen: judge (former)"}},
		{"Marta Olsen has been acting director of the port since May.", []string{"Marta Olsen: acting director of the port (acting)"}},
		{"The head of the union is Marta Olsen.", []string{"Marta Olsen: head of the union (in office)"}},
		{"Marta Olsen chairs the safety committee.", []string{"Marta Olsen: chairs the safety committee (in office)"}},
		{"Marta Olsen, 43, who heads the dockers’ union, agreed.", []string{"Marta Olsen: heads the dockers’ union (in office)"}},
		{"Marta Olsen leads the union as general secretary.", []string{"Marta Olsen: general secretary (in office)"}},
		{"Marta Olsen led the delegation.", []string{"Marta Olsen: led the delegation"}},
		{"A delegation led by Marta Olsen arrived.", []string{"Marta Olsen: head of delegation (in office)"}},
		{"Marta Olsen holds the post of harbour master in an acting capacity.", []string{"Marta Olsen: harbour master (acting)"}},
		{"Marta Olsen, appointed last week to lead the inquiry, declined.", []string{"Marta Olsen: lead the inquiry (in office)"}},
		{"Marta Olsen was appointed ambassador to Norway in May.", []string{"Marta Olsen: ambassador to Norway (in office)"}},
		{"The president nominated Marta Olsen as ambassador to Norway.", []string{"Marta Olsen: ambassador to Norway (nominee)"}},
		{"Parliament elected Paul Dorn speaker.", []string{"Paul Dorn: speaker (in office)"}},
		{"Marta Olsen will serve as ambassador to Norway.", []string{"Marta Olsen: ambassador to Norway (nominee)"}},
		{"Marta Olsen served as mayor from 2010 to 2014.", []string{"Marta Olsen: mayor (former)"}},
		{"Marta Olsen, Oslo's first deputy mayor and its chief negotiator, has left.", []string{"Marta Olsen: Oslo's first deputy mayor (in office)", "Marta Olsen: chief negotiator (in office)"}},
		{"Marta Olsen took over as head of the union.", []string{"Marta Olsen: head of the union (in office)"}},
		{"Marta Olsen, who works as a nurse, agreed.", []string{"Marta Olsen: nurse"}},
		{"Marta Olsen resigned as mayor on Tuesday.", []string{"Marta Olsen: mayor (former)"}},
		{"Marta Olsen stepped down as head of the union.", []string{"Marta Olsen: head of the union (former)"}},
		{"Marta Olsen will step down as mayor in June.", []string{"Marta Olsen: mayor (outgoing)"}},
		{"Marta Olsen agreed to resign as mayor.", []string{"Marta Olsen: mayor (outgoing)"}},
		{"The board dismissed Marta Olsen as director.", []string{"Marta Olsen: director (former)"}},
		{"Mayor Marta Olsen was suspended.", []string{"Marta Olsen: Mayor (in office)", "Marta Olsen: Mayor (suspended)"}},
		{"Marta Olsen succeeded Paul Dorn as mayor.", []string{"Marta Olsen: mayor (in office)", "Paul Dorn: mayor (former)"}},
		{"Paul Dorn was replaced by Marta Olsen as mayor.", []string{"Paul Dorn: mayor (former)", "Marta Olsen: mayor (in office)"}},
		{
			"Marta Olsen, the nominee for mayor, has yet to be confirmed by the council.",
			[]string{"Marta Olsen: mayor (nominee)", "Marta Olsen: mayor (nominee)"},
		},
		{"Marta Olsen arrived late. She is the new mayor.", []string{"Marta Olsen: new mayor (in office)"}},
		{"Marta Olsen met Laura Brandt. She is the new mayor.", nil},
	})
}

// TestListExamples runs the examples of the lists: a sentence, and its roles, if any.
func TestListExamples(t *testing.T) {
	for _, list := range []string{"role_verbs", "role_bodies", "role_things", "titles", "person_nouns"} {
		for _, example := range lexicon.Examples(list) {
			if got := strings.Join(told(read(example[0])), "; "); got != example.Field(1) {
				t.Errorf("%s: %q gives %q, want %q", list, example[0], got, example.Field(1))
			}
		}
	}
}

func TestARoleCarriesTheWordsItRestsOn(t *testing.T) {
	doc := read("On Friday Tom Becker, 43, a crane driver at the port, was hurt.")
	if len(doc.Roles) != 1 {
		t.Fatalf("got %d roles, want 1: %v", len(doc.Roles), told(doc))
	}
	r := doc.Roles[0]
	got := []string{doc.Exact(r.Span), doc.Exact(r.Name), doc.Exact(r.Office)}
	want := []string{"Tom Becker, 43, a crane driver at the port", "Tom Becker", "crane driver at the port"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("span, name and office (-want +got):\n%s", diff)
	}
}

func TestLongListsOfTitlesAreReadInLinearTime(t *testing.T) {
	for _, piece := range []string{"the minister of the ", "Senator Ann Lee, ", "head of ", "a former ", "Ann Lee and ", ", the envoy", "whose brother, ", "was named as "} {
		start := time.Now()
		read(strings.Repeat(piece, 100_000/len(piece)))
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("100 kB of %q took %v", piece, took)
		}
	}
}

func FuzzRolesPointAtTheirWords(f *testing.F) {
	for _, s := range []string{
		"Senator Marta Olsen (I-VT) and Paul Dorn, 43, a docker, who heads the union, met.",
		"The head of the union, Laura Brandt, was appointed to lead the inquiry – by Karl Adler’s deputy.",
		"“Ich”, sagte Müller-Lüdenscheidt, the ex-", ", the, who whose (", "to serve as as as as",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 || !utf8.ValidString(s) {
			return
		}
		doc := read(s)
		if err := doc.Check(); err != nil {
			t.Fatal(err)
		}
		for _, r := range doc.Roles {
			if !r.Contains(r.Name) || r.Title == "" || r.FullName == "" {
				t.Fatalf("role %q of %q in %q", r.Title, r.FullName, doc.Exact(r.Span))
			}
		}
		if diff := cmp.Diff(fmt.Sprint(doc.Roles), fmt.Sprint(read(s).Roles)); diff != "" {
			t.Fatalf("two readings differ:\n%s", diff)
		}
	})
}
