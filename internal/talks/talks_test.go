// SPDX-License-Identifier: Apache-2.0

package talks_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/lexicon"
	"stemma/internal/news"
)

func names(ps []news.Participant) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Name)
	}
	slices.Sort(out)
	return out
}

func TestParticipantsAreRead(t *testing.T) {
	tests := []struct {
		story                                   string
		parties, mediators, venues, negotiators []string
	}{
		{
			"truce",
			[]string{"Eastern Highland League", "Ulmar"},
			[]string{"Jordan", "Qatar", "Switzerland"},
			[]string{"Aphrodite Hotel", "Larnaca", "Nicosia"},
			[]string{"Adil Moran", "Lena Stavros"},
		},
		{
			"strike",
			[]string{"Northline", "Train Drivers' Union"},
			[]string{"Jonas Feld"},
			[]string{"Bergholm", "Harbour Institute", "Station Hotel", "Tarvik"},
			[]string{"Erik Brandal", "Mira Solheim"},
		},
		{
			"kidnapping",
			[]string{"Orland Copper", "Red Delta Army"},
			[]string{"Samuel Otieno"},
			[]string{"Mbala"},
			[]string{"Paul Venter"},
		},
		{
			"tariff",
			[]string{"Brazil", "Canada"},
			[]string{"Kari Lund", "Norway"},
			[]string{"Geneva"},
			[]string{"Anne Tremblay", "Rui Campos"},
		},
		{
			"siege",
			[]string{"Sons of Dawn"},
			[]string{"Luc Amiel"},
			nil,
			[]string{"Maria Duval"},
		},
	}
	for _, tt := range tests {
		t.Run("of the "+tt.story, func(t *testing.T) {
			v := story(t, tt.story).Talks
			if v == nil {
				t.Fatal("no talks are seen")
			}
			for _, part := range []struct {
				of        string
				want, got []string
			}{
				{"parties", tt.parties, names(v.Parties)},
				{"mediators", tt.mediators, names(v.Mediators)},
				{"venues", tt.venues, names(v.Venues)},
				{"negotiators", tt.negotiators, names(v.Negotiators)},
			} {
				if diff := cmp.Diff(part.want, part.got); diff != "" {
					t.Errorf("%s (-want +got)\n%s", part.of, diff)
				}
			}
		})
	}
}

// part is who takes part in talks and where, as the lists' examples write it; kinds without anybody are left out.
func part(v *news.Talks) string {
	if v == nil {
		return ""
	}
	var out []string
	for _, kind := range []struct {
		of  string
		all []news.Participant
	}{{"parties", v.Parties}, {"mediators", v.Mediators}, {"venues", v.Venues}, {"negotiators", v.Negotiators}} {
		if len(kind.all) > 0 {
			out = append(out, kind.of+": "+strings.Join(names(kind.all), ", "))
		}
	}
	return strings.Join(out, "; ")
}

// TestListExamples runs the examples of the lists: a report, and who takes part in its talks, if it tells of any.
func TestListExamples(t *testing.T) {
	for _, list := range []string{"talks_words", "talks_bodies", "talks_names", "talks_offices", "talks_buildings"} {
		for _, example := range lexicon.Examples(list) {
			report := "-- a.txt --\nThe news of the day\n\n" + example[0]
			if got := part(assemble(t, report).Talks); got != example.Field(1) {
				t.Errorf("%s: %q gives %q, want %q", list, example[0], got, example.Field(1))
			}
		}
	}
}

func TestStoriesInWhichNobodyBargainsHaveNoTalks(t *testing.T) {
	for _, name := range []string{"crash", "election", "raid"} {
		t.Run("a story of a "+name, func(t *testing.T) {
			if v := story(t, name).Talks; v != nil {
				t.Errorf("parties %v, mediators %v, negotiators %v", names(v.Parties), names(v.Mediators), names(v.Negotiators))
			}
		})
	}
}

func TestChannelsSayWhoTalksThroughWhom(t *testing.T) {
	tests := []struct {
		story string
		want  news.Channel
	}{
		{"truce", news.Channel{Between: []string{"Eastern Highland League", "Ulmar"}, Mode: "mediated", Through: []string{"Jordan", "Switzerland"}}},
		{"kidnapping", news.Channel{Between: []string{"Orland Copper", "Red Delta Army"}, Mode: "mediated", Through: []string{"Samuel Otieno"}}},
		{"strike", news.Channel{Between: []string{"Northline", "Train Drivers' Union"}, Mode: "direct"}},
		{"tariff", news.Channel{Between: []string{"Brazil", "Canada"}, Mode: "direct"}},
	}
	for _, tt := range tests {
		t.Run(tt.want.Mode+" in the "+tt.story, func(t *testing.T) {
			v := story(t, tt.story).Talks
			for _, c := range v.Channels {
				if c.Mode == tt.want.Mode && slices.Equal(c.Between, tt.want.Between) && slices.Equal(c.Through, tt.want.Through) && len(c.Statements) > 0 {
					return
				}
			}
			t.Errorf("want %+v in %+v", tt.want, v.Channels)
		})
	}
}

// A cell is what a row must say; fields that are empty may be anything.
type cell struct{ actor, to, text, state, value, from string }

func (c cell) fits(r news.Row) bool {
	in := func(want, got string) bool { return want == "" || strings.Contains(got, want) }
	return in(c.actor, r.Actor) && in(c.to, r.To) && in(c.text, r.Text) && in(c.state, r.State) && in(c.value, r.Value) && in(c.from, r.From) && len(r.Statements) > 0
}

func TestLedgersHoldWhatADeskNeeds(t *testing.T) {
	tests := []struct {
		story, ledger string
		want          cell
	}{
		{"truce", "demands", cell{actor: "Eastern Highland League", to: "Ulmar", text: "leave the Senn valley"}},
		{"truce", "deadlines", cell{from: "2023-06-15"}},
		{"truce", "terms", cell{actor: "Ulmar", text: "release of 140 prisoners", state: "offer"}},
		{"truce", "positions", cell{actor: "Ulmar", state: "for"}},
		{"truce", "policy", cell{actor: "Ulmar", to: "Eastern Highland League", state: "listing", from: "2016"}},
		{"strike", "demands", cell{actor: "Train Drivers' Union", text: "8 percent"}},
		{"strike", "demands", cell{actor: "Train Drivers' Union", text: "12 percent"}},
		{"strike", "terms", cell{actor: "Northline", text: "5 percent over two years", state: "offer"}},
		{"strike", "deadlines", cell{from: "2022-10-05", text: "answer his proposal"}},
		{"strike", "positions", cell{actor: "Train Drivers' Union", state: "against"}},
		{"strike", "positions", cell{actor: "Olga Reiss", state: "against", text: "law"}},
		{"kidnapping", "demands", cell{actor: "Red Delta Army", text: "4 million dollars"}},
		{"kidnapping", "terms", cell{actor: "Orland Copper", text: "900,000 dollars", state: "offer"}},
		{"kidnapping", "deadlines", cell{from: "2024-03-01"}},
		{"kidnapping", "policy", cell{actor: "Kenya", text: "does not negotiate with terrorists"}},
		{"tariff", "demands", cell{actor: "Brazil", to: "Canada", text: "25 percent tariff"}},
		{"tariff", "deadlines", cell{from: "2021-07-01"}},
		{"tariff", "positions", cell{actor: "Brazilian mills", state: "for"}},
		{"tariff", "positions", cell{actor: "Canadian Steel Producers Association", state: "against"}},
		{"siege", "captives", cell{state: "held", value: "14"}},
		{"siege", "captives", cell{state: "released", value: "3"}},
		{"siege", "demands", cell{actor: "Sons of Dawn", text: "Carl Ost", from: "2020-03-06"}},
	}
	for _, tt := range tests {
		t.Run(tt.ledger+" of the "+tt.story+" hold "+tt.want.actor+tt.want.text+tt.want.state, func(t *testing.T) {
			v := story(t, tt.story).Talks
			rows := map[string][]news.Row{"captives": v.Captives, "terms": v.Terms, "demands": v.Demands, "deadlines": v.Deadlines, "positions": v.Positions, "policy": v.Policy}[tt.ledger]
			if !slices.ContainsFunc(rows, tt.want.fits) {
				t.Errorf("want %+v, got:", tt.want)
				for _, r := range rows {
					t.Errorf("actor %q to %q text %q state %q value %q from %q", r.Actor, r.To, r.Text, r.State, r.Value, r.From)
				}
			}
		})
	}
}

func TestAThreatenedKillingIsNoDeath(t *testing.T) {
	for _, r := range story(t, "kidnapping").Talks.Captives {
		if r.State == "dead" {
			t.Errorf("%q %s is said to be dead", r.Text, r.Value)
		}
	}
}

func TestFiguresOfOneStateBecomeOneRow(t *testing.T) {
	v := assemble(t, `-- a.txt --
Sides talk about captives of the mine raid

7 May 2021

Sarn and the Hill Front are negotiating in Geneva over the captives. The Hill Front kidnapped about 60 people at the mine on April 3, 2021, officials of Sarn said.

The talks between Sarn and the Hill Front go on.
-- b.txt --
Captives' families wait for news of the talks

8 May 2021

More than 50 people were kidnapped by the Hill Front on April 3, 2021. Sarn is negotiating with the Hill Front for the captives through Swiss mediators.
`).Talks
	if v == nil {
		t.Fatal("no talks are seen")
	}
	var taken []news.Row
	for _, r := range v.Captives {
		if r.State == "taken" {
			taken = append(taken, r)
		}
	}
	if len(taken) != 1 || len(taken[0].Statements) != 2 || !strings.Contains(taken[0].Value, "low 50") && !strings.Contains(taken[0].Value, "low 51") {
		t.Errorf("rows of those taken: %+v", taken)
	}
}

func TestNoRowStandsTwice(t *testing.T) {
	for _, name := range []string{"truce", "strike", "kidnapping", "tariff", "siege"} {
		v := story(t, name).Talks
		for ledger, rows := range map[string][]news.Row{"captives": v.Captives, "terms": v.Terms, "demands": v.Demands, "deadlines": v.Deadlines, "positions": v.Positions, "policy": v.Policy} {
			seen := map[string]bool{}
			for _, r := range rows {
				key := strings.Join([]string{r.Actor, r.To, r.Text, r.State, r.From, r.Value}, "|")
				if seen[key] {
					t.Errorf("%s, %s: %s stands twice", name, ledger, key)
				}
				seen[key] = true
			}
		}
	}
}

func TestTheViewIsTheSameInEveryRun(t *testing.T) {
	for range 3 {
		a, z := story(t, "truce").Talks, story(t, "truce").Talks
		for _, pair := range [][2][]string{{texts(a), texts(z)}} {
			if diff := cmp.Diff(pair[0], pair[1]); diff != "" {
				t.Fatal(diff)
			}
		}
	}
}

func texts(v *news.Talks) []string {
	out := slices.Concat(names(v.Parties), names(v.Mediators), names(v.Venues), names(v.Negotiators))
	for _, c := range v.Channels {
		out = append(out, strings.Join(c.Between, "+")+c.Mode+strings.Join(c.Through, "+"))
	}
	for _, rows := range [][]news.Row{v.Captives, v.Terms, v.Demands, v.Deadlines, v.Positions, v.Policy} {
		for _, r := range rows {
			out = append(out, r.Actor+r.To+r.Text+r.State+r.Value+r.From)
		}
	}
	return out
}

// Text from outside is hostile: one long sentence of names and cues must not take long or break anything.
func TestHostileTextsEndInTime(t *testing.T) {
	for name, words := range map[string]string{
		"talks without end":    strings.Repeat("talks between Ulmar and Sarn in Geneva with mediators from Qatar, ", 700),
		"names without end":    strings.Repeat("Ulmar and Sarn, ", 10000) + "met for talks and negotiated.",
		"captives without end": "Negotiators talk. " + strings.Repeat("12 hostages were freed for 30 prisoners by Monday or else. ", 500),
	} {
		t.Run(name, func(t *testing.T) {
			assemble(t, "-- a.txt --\nTalks\n\n"+words+"\n")
		})
	}
}
