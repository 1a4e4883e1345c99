// SPDX-License-Identifier: Apache-2.0

package event_test

import (
	"slices"
	"strings"
	"testing"

	"stemma/internal/clean"
	"stemma/internal/lexicon"
	"stemma/internal/reading"
	"stemma/internal/text"
)

// read reads words that were published on Wednesday, 7 May 2031.
func read(t testing.TB, words string) *text.Doc {
	t.Helper()
	row := `{"id":"1","published":"2031-05-07","text":"` + words + `"}`
	reports, errs := clean.Reports(clean.Input{Name: "a.jsonl", Data: []byte(row)}, clean.Options{AsIs: true})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	report := reports[0]
	report.Doc.Reference = report.Reference()
	reader, err := reading.New(reading.Stages())
	if err != nil {
		t.Fatal(err)
	}
	reader.Read(report)
	return report.Doc
}

// line writes an event as the tables do: "attack: rebels > the camp, Lima, 2031-05-05, planned". A facet stands before its
// concept; who goes between stands after "via".
func line(doc *text.Doc, e text.Event) string {
	out := e.Concept + ":"
	if e.Facet != text.NoFacet {
		out = string(e.Facet) + "/" + out
	}
	if e.Negated {
		out = "not " + out
	}
	if len(e.Actors) > 0 {
		out += " " + list(doc, e.Actors)
	}
	if len(e.Recipients) > 0 {
		out += " > " + list(doc, e.Recipients)
	}
	if len(e.Through) > 0 {
		out += " via " + list(doc, e.Through)
	}
	if !e.Place.Empty() {
		out += ", " + doc.Exact(e.Place)
	}
	if e.Time >= 0 {
		out += ", " + doc.Times[e.Time].From
	}
	if e.Modality != text.Asserted {
		out += ", " + string(e.Modality)
	}
	return out
}

func list(doc *text.Doc, spans []text.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, doc.Exact(s))
	}
	return strings.Join(out, " + ")
}

func lines(doc *text.Doc, facets bool) []string {
	var out []string
	for _, e := range doc.Events {
		if (e.Facet != text.NoFacet) == facets {
			out = append(out, line(doc, e))
		}
	}
	return out
}

func TestWhoDidWhatToWhom(t *testing.T) {
	for _, c := range []struct{ name, words, want string }{
		{"an active verb", "Rebels attacked the town on Monday.", "attack: Rebels > the town, 2031-05-05"},
		{"a passive turns them round", "The town was attacked by rebels on Monday.", "attack: rebels > The town, 2031-05-05"},
		{"a passive without a doer", "Three men were arrested in Lima on Tuesday.", "arrest: > Three men, Lima, 2031-05-06"},
		{"where and when", "Police arrested three men in Lima on Tuesday.", "arrest: Police > three men, Lima, 2031-05-06"},
		{"with whom", "Norway negotiated with the Northern Front in Oslo.", "talk: Norway > the Northern Front, Oslo"},
		{"talks that are held", "Norway and Chile held talks in Geneva on Friday.", "talk: Norway + Chile, Geneva, 2031-05-02"},
		{"talks that were held", "Talks were held in Oslo.", "talk: > Talks, Oslo"},
		{"fighting that broke out", "At least 90 people have been killed since fighting broke out in April 2023, Norway says.", "break: fighting, 2023-04-01"},
		{"two deeds of one ship", "The ferry was built in 1997, was licensed to carry 90 and left.", "build: > The ferry, 1997-01-01"},
		{"an attack that came", "The attack came on Monday.", "attack: The attack, 2031-05-05"},
		{"what comes after another", "The talks came after a strike.", "talk: The talks"},
		{"an attack that is launched", "The army launched an attack on the camp.", "attack: The army > the camp"},
		{"a raid that is conducted", "The police conducted a raid on the warehouse.", "attack: The police > the warehouse"},
		{"an attack led by somebody", "A Northern Front-led attack on the town began.", "attack: Northern Front > the town"},
		{"an attack by somebody", "An attack by the Northern Front on the town failed.", "attack: the Northern Front > the town"},
		{"a force before the noun", "A rebel attack on the town failed.", "attack: rebel > the town"},
		{"talks between two", "Talks between Norway and Chile resumed in Oslo on Tuesday.", "talk: > Norway + Chile"},
		{"what resumed", "Talks between Norway and Chile resumed in Oslo on Tuesday.", "resume: Talks > Norway + Chile, Oslo, 2031-05-06"},
		{"two subjects", "Anna Berg and Paul Stone met the minister.", "meet: Anna Berg + Paul Stone > the minister"},
		{"a subject set off by commas", "The ferry's master, Paul Stone, left the ship.", "leave: The ferry's master + Paul Stone > the ship"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := lines(read(t, c.words), false); !slices.Contains(got, c.want) {
				t.Errorf("%q: no %q in %q", c.words, c.want, got)
			}
		})
	}
}

func TestWhatDidNotHappenIsNegated(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"The soldiers did not kill the hostages.", "not kill: The soldiers > the hostages"},
		{"The hostages were never released.", "not release: > The hostages"},
		{"The envoy has not visited Lima.", "not visit: The envoy > Lima"},
		{"The envoy hasn’t visited Lima.", "not visit: The envoy > Lima"},
		{"No one left the building.", "not leave: one > the building"},
		{"Nobody left the building.", "not leave: Nobody > the building"},
		{"No ship left the port.", "not leave: No ship > the port"},
		{"None of the soldiers left the base.", "not leave: None > the base"},
		{"Neither side attacked the town.", "not attack: Neither side > the town"},
		{"Every ship left the port.", "leave: Every ship > the port"},
	} {
		if got := lines(read(t, c.words), false); !slices.Contains(got, c.want) {
			t.Errorf("%q: no %q in %q", c.words, c.want, got)
		}
	}
}

func TestHowFarItIsClaimedToHold(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"The guards released the prisoners.", "release: The guards > the prisoners"},
		{"The guards will release the prisoners.", "release: The guards > the prisoners, planned"},
		{"The guards may release the prisoners.", "release: The guards > the prisoners, possible"},
		{"The guards might release the prisoners.", "release: The guards > the prisoners, possible"},
		{"The guards could release the prisoners.", "release: The guards > the prisoners, possible"},
		{"The guards must release the prisoners.", "release: The guards > the prisoners, demanded"},
		{"The guards should release the prisoners.", "release: The guards > the prisoners, demanded"},
		{"The guards would release the prisoners.", "release: The guards > the prisoners, conditional"},
		{"Unless the union ends the strike, the ships must leave.", "end: the union > the strike, conditional"},
		{"The guards reportedly released the prisoners.", "release: The guards > the prisoners, reported"},
		{"The union plans to strike on Thursday.", "strike: The union, 2031-05-08, planned"},
		{"The government wants to close the port.", "close: The government > the port, planned"},
		{"The rebels agreed to release the hostages.", "release: The rebels > the hostages, planned"},
		{"The rebels offered to release the hostages.", "release: The rebels > the hostages, planned"},
		{"The soldiers failed to rescue the hostages.", "rescue: The soldiers > the hostages, possible"},
		{"The rebels refused to release the hostages.", "release: The rebels > the hostages, possible"},
	} {
		if got := lines(read(t, c.words), false); !slices.Contains(got, c.want) {
			t.Errorf("%q: no %q in %q", c.words, c.want, got)
		}
	}
}

func TestFacetsAnswerQuestionsOfTheirOwn(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"The company declined to comment.", "not comment/comment: The company"},
		{"The company refused to discuss the plan.", "not comment/comment: The company"},
		{"The company had no comment.", "not comment/comment: The company > no comment"},
		{"The company did not respond to a request for comment.", "not comment/comment: The company > a request"},
		{"The company would not comment.", "not comment/comment: The company, conditional"},
		{"The company could not be reached for comment.", "not comment/comment: The company > The company, possible"},

		{"Norway opposes the merger.", "stance/against: Norway > the merger"},
		{"Norway has rejected the merger.", "stance/against: Norway > the merger"},
		{"Norway supports the merger.", "stance/for: Norway > the merger"},
		{"Norway does not support the merger.", "stance/against: Norway > the merger"},
		{"Norway does not oppose the merger.", "stance/for: Norway > the merger"},

		{"Norway had been informed of the plan.", "inform/told: > Norway"},
		{"Chile informed Norway of the plan.", "inform/told: Chile > Norway"},
		{"The families were told of the plan.", "inform/told: > The families"},
		{"The families were not informed of the plan.", "inform/otherwise: > The families"},
		{"Norway learned of the plan through other channels.", "inform/otherwise: > Norway"},

		{"Norway negotiated directly with the Northern Front.", "channel/direct: Norway > the Northern Front"},
		{"Norway talked to the Northern Front through Qatari mediators.", "channel/mediated: Norway > the Northern Front via Qatari mediators"},
		{"Norway held indirect talks with the Northern Front.", "channel/mediated: Norway > the Northern Front via indirect"},
		{"Norway and Chile passed messages through Qatar.", "channel/mediated: Norway + Chile"},
		{
			"Qatar and Egypt have served as mediators between Norway and the Northern Front.",
			"channel/mediated: > Norway + the Northern Front via Qatar + Egypt",
		},

		{"The truce began on May 3.", "begin/truce: The truce, 2031-05-03"},
		{"The ceasefire took effect on May 3.", "begin/truce: The ceasefire > effect, 2031-05-03"},
		{"The ceasefire entered into force on May 3.", "begin/truce: The ceasefire, 2031-05-03"},
		{"The strike has lasted since May 3.", "begin/strike: The strike, 2031-05-03"},
		{"The strike that has crippled the port since May 3 goes on.", "begin/strike: The strike > the port, 2031-05-03"},
		{"The truce ended on May 3.", "end/truce: The truce, 2031-05-03"},
		{"The truce expired in April.", "end/truce: The truce, 2031-04-01"},

		{"The union demanded that the port reopen by May 9.", "deadline/deadline: The union, 2031-05-09"},
		{"The company has until May 9 to answer.", "deadline/deadline: The company, 2031-05-09"},
		{"The deadline is May 9.", "deadline/deadline: The deadline > May 9, 2031-05-09"},

		{"Paul Stone is alive.", "condition/alive: > Paul Stone"},
		{"Paul Stone survived.", "condition/alive: > Paul Stone"},
		{"Paul Stone was found dead.", "condition/dead: > Paul Stone"},
		{"Paul Stone died on Sunday.", "condition/dead: > Paul Stone, 2031-05-04"},
		{"Paul Stone is not alive.", "not condition/alive: > Paul Stone"},
		{"The talks are stalled.", "condition/stalled: > The talks"},

		{"The Berg administration opened talks with the Northern Front.", "administration/administration: Berg"},
	} {
		if got := lines(read(t, c.words), true); !slices.Contains(got, c.want) {
			t.Errorf("%q: no %q in %q", c.words, c.want, got)
		}
	}
}

func TestFacetsAreNotReadIntoOtherWords(t *testing.T) {
	for _, c := range []struct {
		words string
		facet text.Facet
	}{
		{"The company commented on the plan.", text.Comment},
		{"The company declined an invitation.", text.Comment},
		{"Norway visited the island.", text.Stance},
		{"Norway would support the merger if Chile left.", text.Stance},
		{"Norway told Chile the plan was dead.", text.Informing},
		{"Norway learned Spanish.", text.Informing},
		{"Norway held talks with the Northern Front.", text.Channel},
		{"Norway refused direct talks with the Northern Front.", text.Channel},
		{"Norway ruled out direct talks with the Northern Front.", text.Channel},
		{"Norway may hold direct talks with the Northern Front.", text.Channel},
		{"Norway avoided direct contact with the Northern Front.", text.Channel},
		{"Police arrested two brokers.", text.Channel},
		{"The truce did not begin on May 3.", text.Beginning},
		{"The minister began a speech on May 3.", text.Beginning},
		{"The minister ended a speech on May 3.", text.Conclusion},
		{"The ship left on May 9.", text.Deadline},
		{"The company had paid by May 3.", text.Deadline},
		{"Paul Stone is an engineer.", text.Condition},
		{"The former Berg administration opened talks with the Northern Front.", text.Governing},
	} {
		doc := read(t, c.words)
		for _, e := range doc.Events {
			if e.Facet == c.facet {
				t.Errorf("%q: %s", c.words, line(doc, e))
			}
		}
	}
}

// TestListExamples runs the examples of the lists: a sentence, and an event in it.
func TestListExamples(t *testing.T) {
	for _, list := range []string{"event_concepts", "channel_cues", "irrealis", "stances", "states", "light_verbs", "allegations", "refutations"} {
		for _, example := range lexicon.Examples(list) {
			doc := read(t, example[0])
			got := append(lines(doc, false), lines(doc, true)...)
			if !slices.Contains(got, example.Field(1)) {
				t.Errorf("%s: %q gives %q, without %q", list, example[0], got, example.Field(1))
			}
		}
	}
}

func TestEventsKeepToTheirSentence(t *testing.T) {
	doc := read(t, "Rebels attacked the town. Norway sent a team to Lima on Monday. The union left.")
	for _, e := range doc.Events {
		k := doc.SentenceAt(e.Verb)
		sent := doc.Sentences[k].Span
		for _, span := range append(append([]text.Span{e.Span, e.Core}, e.Actors...), e.Recipients...) {
			if !sent.Contains(span) {
				t.Errorf("%s: %q is outside %q", line(doc, e), doc.Exact(span), doc.Exact(sent))
			}
		}
		if e.Time >= 0 && !sent.Contains(doc.Times[e.Time].Span) {
			t.Errorf("%s: a day of another sentence", line(doc, e))
		}
	}
}
