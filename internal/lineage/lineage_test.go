// SPDX-License-Identifier: Apache-2.0

package lineage_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/lineage"
	"stemma/internal/news"
	"stemma/internal/sentence"
	"stemma/internal/tag"
	"stemma/internal/text"
)

// report reads a body as the stages before lineage would.
func report(id, body string) *news.Report {
	doc := &text.Doc{Text: body}
	sentence.Read(doc)
	tag.Read(doc)
	return &news.Report{ID: id, Input: id + ".txt", Doc: doc}
}

// A wire report, a rewriting of it that shares hardly a run of words, and an account of the same day by somebody else.
const (
	wire = `ORLA, June 4 - The governments of Tessaly and Brunmark agreed on Tuesday to reopen the Kessel bridge, which has been closed for 14 months, officials on both sides said.

The bridge carried about 3,100 lorries a week before a dispute over grain fees shut it in April of last year. Farmers in the Vell valley have since lost some 46 million crowns, according to their cooperative.

Under the accord, Tessaly will lower the fee from 19 crowns a tonne to 11 crowns. Brunmark will send 27 inspectors to the eastern bank and pay for two new scales.

Traffic is to start on July 1 with passenger cars, followed nine days later by vehicles over 12 tonnes. A joint board of six members will meet every fortnight in the border town of Hask.

The talks had broken down twice, in September and again in February, when the delegation of Brunmark walked out after 40 minutes. Ilse Corvin, a retired judge, brought the two sides back to the table in May.

The bridge was built in 1931 and rebuilt in 1974 after a flood took away three of its eight piers. It is 412 metres long.

Not everyone is content. The hauliers' union of Tessaly, which has 5,800 members, said that the lower fee would cost 130 jobs at the Orla depot.`

	rewriting = `Lorries will soon roll across the Kessel bridge again. Tessaly and Brunmark settled their quarrel on Tuesday, ending a closure of 14 months, both capitals confirmed.

Some 3,100 heavy vehicles used to cross every week until a row about charges on grain halted them in April last year. Since then growers in the Vell valley say, through their cooperative, they have been deprived of 46 million crowns.

The compromise cuts Tessaly's charge by 8 crowns, from 19 to 11 for each tonne. In return Brunmark is dispatching 27 inspectors to the bank in the east, and two additional scales will be at its expense.

Passenger cars come first, on July 1. Anything heavier than 12 tonnes must wait nine days more. Every fortnight six people, who form a joint board, are going to sit down in Hask, a border town.

It took three attempts. Negotiations failed in September, and in February Brunmark's delegates left the room after only 40 minutes. It fell to Ilse Corvin, formerly a judge, to bring everyone together in May.

Dating from 1931, the 412-metre bridge had to be rebuilt in 1974, when three of the eight piers were lost to a flood.

Among the unhappy are the hauliers of Tessaly. Their union, 5,800 strong, expects 130 jobs to go at the depot in Orla on account of the smaller fee.`

	independent = `The first thing Marta Dunn did on Tuesday evening was to call her brother. The mill that they own stands within sight of the Kessel bridge, and for more than a year no cart of grain had come over it.

That is about to change. Ministers from Tessaly and Brunmark announced in Orla that they had agreed to open the bridge on July 1. The fee on grain falls to 11 crowns a tonne.

"We would have closed in the autumn," she said. Eleven people work at the mill, down from 23.

In the cafes of the west bank the mood was guarded. Two owners said that they would believe it when they saw the first car. A teacher recalled that an earlier promise, made before the regional elections, had lasted a week.

Brunmark's trade minister, Anton Rell, told this paper that his country had never asked for less than it got. He put the gain for the region at 60 million crowns a year. An economist at the college in Hask called that figure a guess.

The opposition in Tessaly wants the text of the accord to be published. So far only a summary of two pages has been handed out.`
)

// Two comments that keep coming back to the same few facts.
const (
	insisting = `Tessaly and Brunmark will open the Kessel bridge on July 1. The Kessel bridge was shut by Brunmark over 19 crowns.

Ask Tessaly's 5,800 millers about the 19 crowns and the Kessel bridge. July 1 is late for the 5,800 of Tessaly.

For 19 crowns Brunmark closed the Kessel bridge to Tessaly. For 19 crowns Tessaly let 5,800 millers wait until July 1.

The Kessel bridge is to open on July 1. Brunmark paid 19 crowns and Tessaly has 5,800 millers.`

	harping = `The fee was 19 crowns, Brunmark minded, and the Kessel bridge closed. On July 1 Tessaly and 5,800 millers take less.

Brunmark lost the Kessel bridge, and Tessaly kept 19 crowns. By July 1 the 5,800 millers of Tessaly had enough.

On July 1 the Kessel bridge costs Brunmark nothing. Tessaly thought 19 crowns proper for 5,800 millers.

Tessaly may celebrate July 1 with 5,800 millers. Brunmark drives over the Kessel bridge without the 19 crowns.`
)

func labels(links []news.Link) map[string]news.Label {
	out := map[string]news.Label{}
	for _, l := range links {
		out[min(l.From.ID, l.To.ID)+" "+max(l.From.ID, l.To.ID)] = l.Label
	}
	return out
}

// partition is the origins as sorted lists of IDs, sorted.
func partition(origins []*news.Origin) []string {
	var out []string
	for _, o := range origins {
		var ids []string
		for _, r := range o.Reports {
			ids = append(ids, r.ID)
		}
		slices.Sort(ids)
		out = append(out, strings.Join(ids, " "))
	}
	slices.Sort(out)
	return out
}

func paragraphs(body string) []string { return strings.Split(body, "\n\n") }

func TestOrigins(t *testing.T) {
	para, other := paragraphs(wire), paragraphs(independent)
	cut := strings.Join(para[:4], "\n\n")
	edited := strings.NewReplacer("officials on both sides said", "officials said", "about 3,100 lorries", "some 3,100 trucks",
		"Farmers in the Vell valley have since lost", "The Vell valley's farmers have lost", "Not everyone is content. ", "").Replace(wire)
	posts := "“Nobody wins when a bridge is closed, and nobody loses when it opens again, so let us drive,” she wrote."
	tests := []struct {
		name    string
		reports []*news.Report
		want    []string
	}{
		{"no report has no origin", nil, nil},
		{"one report is one origin", []*news.Report{report("a", wire)}, []string{"a"}},
		{"the same text twice is one origin", []*news.Report{report("a", wire), report("b", wire)}, []string{"a b"}},
		{"a cut copy is the text it was cut from", []*news.Report{report("a", wire), report("b", cut)}, []string{"a b"}},
		{"a copy with a few edits is still a copy", []*news.Report{report("a", wire), report("b", edited)}, []string{"a b"}},
		{"a copy of a copy is one origin with the first", []*news.Report{report("a", wire), report("b", edited), report("c", cut)}, []string{"a b c"}},
		{"a rewriting is the text it follows", []*news.Report{report("a", wire), report("b", rewriting)}, []string{"a b"}},
		{"another account of the event stands alone", []*news.Report{report("a", wire), report("b", independent)}, []string{"a", "b"}},
		{"also beside a rewriting", []*news.Report{report("a", rewriting), report("b", independent), report("c", wire)}, []string{"a c", "b"}},
		{"a shared public quotation is no copying", []*news.Report{report("a", wire+"\n\n"+posts), report("b", independent+"\n\n"+posts)}, []string{"a", "b"}},
		{"a text in another order of facts is no rewriting", []*news.Report{report("a", wire), report("b", backwards(rewriting))}, []string{"a", "b"}},
		{"one borrowed passage leaves two origins", []*news.Report{report("a", wire), report("b", independent+"\n\n"+para[5])}, []string{"a", "b"}},
		{"a page of many items does not join their stories", []*news.Report{
			report("a", wire), report("b", independent), report("c", strings.Join(para[4:6], "\n\n")),
			report("d", strings.Join(other[3:5], "\n\n")), report("e", digest(para[4], para[5], other[3], other[4])),
		}, []string{"a c", "b d", "e"}},
		{"the main facts over and over, in no order, are no rewriting", []*news.Report{report("a", insisting), report("b", harping)}, []string{"a", "b"}},
		{"empty and wordless texts stand alone", []*news.Report{report("a", ""), report("b", ""), report("c", "!!!"), {ID: "d"}}, []string{"a", "b", "c", "d"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			links, origins := lineage.Compare(test.reports)
			if diff := cmp.Diff(test.want, partition(origins)); diff != "" {
				t.Errorf("origins (-want +got):\n%s\nlabels %v", diff, labels(links))
			}
		})
	}
}

// backwards tells the same facts in the reverse order, sentence by sentence.
func backwards(body string) string {
	parts := strings.SplitAfter(strings.ReplaceAll(body, "\n\n", " "), ". ")
	slices.Reverse(parts)
	return strings.TrimSpace(strings.Join(parts, " "))
}

// digest strings items together with much other news.
func digest(items ...string) string {
	m := maker{rand.New(rand.NewSource(1))}
	return strings.Join(append(items, m.body(40)...), "\n\n")
}

func TestLabels(t *testing.T) {
	para := paragraphs(wire)
	quoted := `A reader of this page asked what the bridge is worth. "The bridge was built in 1931 and rebuilt in 1974 after a flood took away three of its eight piers," one encyclopedia says. We looked it up in vain.`
	tests := []struct {
		name string
		a, b string
		want news.Label
	}{
		{"most of the shorter one is the same text", wire, strings.Join(para[1:5], "\n\n"), news.Same},
		{"a passage is partial", wire, independent + "\n\n" + para[5], news.Partial},
		{"what is quoted is not copied", wire, quoted, news.Independent},
		{
			"a shared caption is no passage", wire + "\n\nFILE - Lorries wait in a long line before the Kessel bridge in April of last year. (Lens Photo/Ada Brix)",
			independent + "\n\nFILE - Lorries wait in a long line before the Kessel bridge in April of last year. (File photo/Ada Brix)", news.Independent,
		},
		{
			"a rights notice is no passage", wire + "\n\nAll rights reserved. This material may not be published, broadcast or given to others.",
			independent + "\n\nAll rights reserved. This material may not be published, broadcast or given to others.", news.Independent,
		},
		{
			"a post without quotation marks is nobody's", wire + "\n\nNobody wins when a bridge is closed and nobody loses when it opens again, so let us drive over it tonight.\n\n— Ilse Corvin (@corvin) June 4",
			independent + "\n\nNobody wins when a bridge is closed and nobody loses when it opens again, so let us drive over it tonight.\n\n— Ilse Corvin (@corvin) June 4", news.Independent,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := lineage.Pairs([]*news.Report{report("a", test.a), report("b", test.b)})
			if len(got) != 1 || got[0].Label != test.want {
				t.Errorf("got %+v, want one pair labelled %s", got, test.want)
			}
		})
	}
}

func TestDirection(t *testing.T) {
	cut := strings.Join(paragraphs(wire)[:3], "\n\n")
	credit := func(r *news.Report, kind news.CreditKind, name string) *news.Report {
		r.Credits = append(r.Credits, news.Credit{Kind: kind, Name: name})
		return r
	}
	from := func(r *news.Report, outlet, published string) *news.Report {
		r.Outlet, r.Published = outlet, published
		return r
	}
	tests := []struct {
		name string
		a, b *news.Report
		kind news.LinkKind
		to   string // ID of the source, or "" where it cannot be told
	}{
		{"the credited outlet is the source", from(report("a", wire), "Northern Wire", ""), credit(report("b", wire), news.Agency, "Northern Wire"), news.Copies, "a"},
		{"whichever comes first in the input", credit(report("a", wire), news.Cites, "the Northern Wire"), from(report("b", rewriting), "Northern Wire", ""), news.Rewrites, "b"},
		{"two who credit one agency have a third source", credit(report("a", wire), news.Agency, "NW"), credit(report("b", cut), news.Agency, "NW"), news.SameAgency, ""},
		{"the earlier one is the source", from(report("a", wire), "", "2024-06-05"), from(report("b", rewriting), "", "2024-06-04"), news.Rewrites, "b"},
		{"a cut comes from the fuller text", report("a", cut), report("b", wire), news.Copies, "b"},
		{"two whole texts without dates may come either way", report("a", wire), report("b", wire+"\n\nMore follows."), news.Copies, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			links, _ := lineage.Compare([]*news.Report{test.a, test.b})
			if len(links) != 1 {
				t.Fatalf("got %d links, want 1", len(links))
			}
			l := links[0]
			if l.Kind != test.kind || l.Directed != (test.to != "") || test.to != "" && l.To.ID != test.to {
				t.Errorf("got %s %s from %s to %s, directed %v; want %s to %q", l.Label, l.Kind, l.From.ID, l.To.ID, l.Directed, test.kind, test.to)
			}
		})
	}
}

func TestCitedReportIsLinkedOnlyIfInHand(t *testing.T) {
	story := independent + "\n\nThe board of six members, which meets every fortnight in Hask, and the 27 inspectors on the eastern bank were first reported by the Northern Wire."
	citing := report("a", story)
	citing.Credits = []news.Credit{{Kind: news.Cites, Name: "Northern Wire"}}
	other := report("b", wire)
	if links, _ := lineage.Compare([]*news.Report{citing, other}); len(links) != 0 {
		t.Fatalf("without the cited outlet in hand: got %d links, want none", len(links))
	}
	other.Outlet = "Northern Wire"
	links, origins := lineage.Compare([]*news.Report{citing, other})
	if len(links) != 1 || links[0].Kind != news.CitesLink || links[0].To != other || links[0].Label != news.Partial {
		t.Errorf("with it: got %+v, want one cites link to b", links)
	}
	if len(origins) != 2 {
		t.Errorf("got %d origins, want 2: naming a source copies nothing", len(origins))
	}
}

func TestEvidenceShowsTheWords(t *testing.T) {
	a, b := report("a", wire), report("b", strings.Join(paragraphs(wire)[1:4], "\n\n"))
	links, _ := lineage.Compare([]*news.Report{a, b})
	if len(links) != 1 || len(links[0].Evidence) < 3 {
		t.Fatalf("got %+v, want a link with three passages or more", links)
	}
	last := -1
	for _, e := range links[0].Evidence {
		if e[0].Report != links[0].From || e[1].Report != links[0].To {
			t.Fatalf("evidence is of %s and %s, the link from %s to %s", e[0].Report.ID, e[1].Report.ID, links[0].From.ID, links[0].To.ID)
		}
		if e[0].Exact() != e[1].Exact() {
			t.Errorf("passages differ: %q and %q", e[0].Exact(), e[1].Exact())
		}
		if e[0].Span.Start <= last {
			t.Errorf("passage at %d after one at %d", e[0].Span.Start, last)
		}
		last = e[0].Span.Start
	}
}

func TestOriginLabels(t *testing.T) {
	agency := func(r *news.Report) *news.Report {
		r.Credits = []news.Credit{{Kind: news.Agency, Name: "Northern Wire"}}
		return r
	}
	tests := []struct {
		name    string
		reports []*news.Report
		want    []string
	}{
		{"a rewriting", []*news.Report{report("r1", wire), report("r2", rewriting)}, []string{"r1 and r2: rewrites of one report"}},
		{"copies", []*news.Report{report("r1", wire), report("r2", wire), report("r3", wire)}, []string{"r1, r2 and r3: copies of one report"}},
		{"agency copy", []*news.Report{agency(report("r1", wire)), report("r2", wire)}, []string{"Northern Wire: r1 and r2"}},
		{"alone", []*news.Report{{ID: "r1", Outlet: "The Mill"}, {ID: "r2", Title: "Bridge opens"}, {ID: "r3"}}, []string{"r1: The Mill", "r2: Bridge opens", "r3"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, origins := lineage.Compare(test.reports)
			var got []string
			for i, o := range origins {
				if want := fmt.Sprintf("o%d", i+1); o.ID != want {
					t.Errorf("ID %s, want %s", o.ID, want)
				}
				got = append(got, o.Label)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A maker writes invented reports, of which some are copied, cut and edited.
type maker struct{ *rand.Rand }

var lexemes = strings.Fields(`harbour council mayor ferry dispute teachers budget tunnel storm orchard railway court festival
	engineers library pension museum bakery vineyard regiment airport pilot glacier trawler clinic quarry senator airline
	fisherman archive voters refinery camp convoy bridge valley drought cattle merger shipyard telescope satellite vaccine`)

var actions = strings.Fields(`approved rejected delayed inspected repaired sold closed visited praised cancelled financed
	measured evacuated renamed expanded surveyed guarded rented photographed abandoned`)

func (m maker) sentence() string {
	word := func() string { return lexemes[m.Intn(len(lexemes))] }
	return fmt.Sprintf("The %s of the %s %s %d of the %s near the old %s in %d, %d days after the %s.",
		word(), word(), actions[m.Intn(len(actions))], 11+m.Intn(900), word(), word(), 1900+m.Intn(120), 11+m.Intn(80), word())
}

func (m maker) body(sentences int) []string {
	var out []string
	for range sentences {
		out = append(out, m.sentence())
	}
	return out
}

// copied is a body with a few sentences left out and a few words changed.
func (m maker) copied(body []string) []string {
	var out []string
	for i, s := range body {
		switch {
		case i > 2 && m.Intn(8) == 0:
		case m.Intn(5) == 0:
			out = append(out, strings.Replace(s, " near the old ", " close to the former ", 1))
		default:
			out = append(out, s)
		}
	}
	return out
}

func TestPropertiesOfOrigins(t *testing.T) {
	for seed := range int64(30) {
		m := maker{rand.New(rand.NewSource(seed))}
		var reports []*news.Report
		var want []string
		add := func(ids *[]string, body []string) {
			id := fmt.Sprintf("r%02d", len(reports))
			*ids = append(*ids, id)
			reports = append(reports, report(id, strings.Join(body, "\n\n")))
		}
		for range 2 + m.Intn(4) {
			var ids []string
			body := m.body(8 + m.Intn(10))
			add(&ids, body)
			for range m.Intn(4) {
				body = m.copied(body) // a copy of the copy
				add(&ids, body)
			}
			want = append(want, strings.Join(ids, " "))
		}
		slices.Sort(want)
		_, origins := lineage.Compare(reports)
		if diff := cmp.Diff(want, partition(origins)); diff != "" {
			t.Fatalf("seed %d: copies stand together, others apart (-want +got):\n%s", seed, diff)
		}

		shuffled := slices.Clone(reports)
		m.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		links, reordered := lineage.Compare(shuffled)
		if diff := cmp.Diff(partition(origins), partition(reordered)); diff != "" {
			t.Fatalf("seed %d: the order of input changes the origins:\n%s", seed, diff)
		}
		before, _ := lineage.Compare(reports)
		if diff := cmp.Diff(labels(before), labels(links)); diff != "" {
			t.Fatalf("seed %d: the order of input changes the labels:\n%s", seed, diff)
		}

		again := reports[m.Intn(len(reports))]
		more := append(slices.Clone(reports), report("copy", strings.Join(m.copied(paragraphs(again.Doc.Text)), "\n\n")))
		if _, got := lineage.Compare(more); len(got) > len(origins) {
			t.Fatalf("seed %d: a copy of %s makes %d origins of %d", seed, again.ID, len(got), len(origins))
		}
	}
}

// Real texts are nearer to the thresholds than made ones: the same properties on the hand-written reports.
func TestACopyOfARewritingAddsNoOrigin(t *testing.T) {
	reports := []*news.Report{report("a", wire), report("b", rewriting), report("c", independent)}
	_, before := lineage.Compare(reports)
	for _, body := range []string{wire, rewriting, independent, strings.Join(paragraphs(rewriting)[:5], "\n\n")} {
		for n := 1; n <= 12; n *= 3 {
			more := slices.Clone(reports)
			for i := range n {
				more = append(more, report(fmt.Sprintf("d%d", i), body))
			}
			if _, after := lineage.Compare(more); len(after) > len(before) {
				t.Errorf("%d copies of %.30q make %d origins of %d", n, body, len(after), len(before))
			}
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add(wire, rewriting)
	f.Add(wire, independent)
	f.Add("“a”\n(@x)\n— (@y)", "A: B\n\n\n\"")
	f.Add("\xff\xfe", "12 June, 12 12 12, June 12")
	f.Fuzz(func(t *testing.T, a, b string) {
		reports := []*news.Report{report("a", strings.ToValidUTF8(a, "?")), report("b", strings.ToValidUTF8(b, "?"))}
		links, origins := lineage.Compare(reports)
		for _, l := range links {
			for _, e := range l.Evidence {
				for _, side := range e {
					if s := side.Span; s.Empty() || s.Start < 0 || s.End > len(side.Report.Doc.Text) {
						t.Fatalf("evidence %+v outside its text", s)
					}
				}
			}
			if l.Score < 0 || l.Score > 1 {
				t.Fatalf("score %f", l.Score)
			}
		}
		slices.Reverse(reports)
		if _, reversed := lineage.Compare(reports); len(reversed) != len(origins) {
			t.Fatalf("%d origins, in the other order %d", len(origins), len(reversed))
		}
	})
}
