// SPDX-License-Identifier: Apache-2.0

package quantity_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/parse"
	"stemma/internal/quantity"
	"stemma/internal/sentence"
	"stemma/internal/tag"
	"stemma/internal/text"
)

func TestAmounts(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a plain count with adjectives", "Rebels freed 41 weary Bolivian miners on Monday.", "41 41 | weary Bolivian miners"},
		{"counted nouns of two modifiers", "Six Chilean and Peruvian divers were found.", "6 6 | Chilean and Peruvian divers"},
		{"a compound modifier", "They shelled two rebel-held hill towns.", "2 2 | rebel-held hill towns"},
		{"a spelled range", "Three to five ferries sank.", "3 5 | ferries"},
		{"a dash range with a ratio", "It would return 20–40 miners per captured guard.", "20 40 | miners / captured guard"},
		{"a ratio with each", "They promised 40 sacks for each family.", "40 40 | sacks / family"},
		{"a ratio with each of them", "It offered 20 to 30 goats for each of them.", "20 30 | goats / each of them"},
		{"an age limit", "Those over 60 left first.", "60 - year |"},
		{"a verb that is no noun", "Twenty-two regained their freedom.", "22 22 |"},
		{"the crew", "It left with 12 crew and 40 passengers.", "12 12 | crew ; 40 40 | passengers"},
		{"a bound and an elided item", "The blast killed at least 11 people and hurt more than 40, a nurse said.", "11 - | people ; 40 - |"},
		{"a vote is no range", "The five-member panel voted 3 to 2.", "5 5 | member"},
		{"a headline", "At Least 7 Dead, 20 Injured in Mill Fire", "7 - | Dead ; 20 20 | Injured"},
		{"a part of those before", "Of the 251 divers, 58 stayed, of whom 34 are lost.", "251 251 | divers ; 58 58 | ; 34 34 |"},
		{"an aircraft type and its passengers", "A Boeing 737 with 162 on board crashed.", "162 162 |"},
		{"a ratio in exchange", "The clan wants ten goats in exchange for every prisoner.", "10 10 | goats / prisoner"},
		{"a ratio before the amount", "For every sailor, the port would release 12 smugglers.", "12 12 | smugglers / sailor"},
		{"a ratio by time", "The mine paid 500 pesos a day.", "500 500 peso | / day"},
		{"a week ago is no ratio", "Police arrested 12 men a week ago.", "12 12 | men"},
		{"an elided item after a verb", "The fire spread, killing 12.", "12 12 |"},
		{"an elided item before a state", "Over 40 were injured and nine killed.", "40 - | ; 9 9 | killed"},
		{"only so many, of what is not said", "She was licensed for just 120.", "120 120 |"},
		{"a mere few", "The hold took a mere 12.", "12 12 |"},
		{"only, before a bound", "Only about 40 sailors came.", "40 40 ~ | sailors"},
		{"just over", "The hold took just over 120.", "120 - ~ |"},
		{"as many as", "As many as 300 came.", "- 300 |"},
		{"as few as", "As few as three came.", "3 - |"},
		{"not even", "Not even 1,900 came.", "- 1900 |"},
		{"others keep their word", "The remains of at least 14 others lay there.", "14 - | others"},
		{"others before a state", "Nearly 70 others wounded in the blast fled.", "- 70 ~ | others"},
		{"a part of a group", "Nine of the sailors drowned.", "9 9 | sailors"},
		{"a part of a stated number", "Doctors treated 14 of 31 cases.", "14 14 | cases ; 31 31 | cases"},
		{"a part of a pronoun", "Soldiers met nurses and held three of them.", "3 3 |"},
		{"a change is two amounts", "The toll was revised from 61 to 73.", "61 61 | toll ; 73 73 | toll"},
		{"a change by steps", "Prices fell from $5 to $3.", "5 5 dollar | ; 3 3 dollar |"},
		{"a change with an increment", "Membership rose by 12 to 45.", "12 12 | ; 45 45 |"},
		{"a toll as the thing counted", "Officials put the death toll at 30.", "30 30 | death toll"},
		{"a toll of", "The storm left a toll of 45.", "45 45 | toll"},
		{"a group with its things", "A group of 12 armed men came.", "12 12 | armed men"},
		{"several people, one state", "A nurse and a driver were killed.", "1 1 | nurse ; 1 1 | driver"},
		{"no state, no count", "A nurse met a driver.", ""},
		{"a bomb that killed is not killed", "A bomb killed the driver.", ""},
		{"shares keep their whole", "More than half of the farms were flooded.", "0.5 - | farms"},
		{"nine out of ten", "Nine out of 10 farms flooded.", "0.9 0.9 | farms"},
		{"a quarter of a million", "A quarter of a million farmers fled.", "250000 250000 | farmers"},
		{"a half hour", "The talks lasted half an hour.", "0.5 0.5 hour |"},
		{"per cent range", "Turnout was between 40 and 45 percent.", "40 45 percent |"},
		{"percent signs twice", "Wages rose 5% to 7%.", "5 7 percent |"},
		{"percentage points", "It fell three percentage points.", "3 3 percentage point |"},
		{"money with an item", "He offered a $60 million aid package.", "60000000 60000000 dollar | aid package"},
		{"money and who spoke", "They stole $5 million officials said.", "5000000 5000000 dollar |"},
		{"money in short", "The fine was £2.5bn.", "2500000000 2500000000 pound |"},
		{"money by letters", "They raised 5m euros.", "5000000 5000000 euro |"},
		{"a money range shares its scale", "It costs $30 million to $50 million.", "30000000 50000000 dollar |"},
		{"a duration that bounds", "They struck for more than three weeks.", "3 - week |"},
		{"an age is no count", "A 19-year-old student spoke.", "19 19 year | student"},
		{"an age after a name", "Ana Ruiz, 58, fled.", "58 58 year |"},
		{"aged", "Two girls aged 5 and 12 fled.", "2 2 | girls ; 5 5 year | ; 12 12 |"},
		{"a suspended range", "It is a two- to three-week truce.", "2 3 week | truce"},
		{"an area", "Fire burned 300 square kilometres of forest.", "300 300 square kilometre | forest"},
		{"bombs of a weight", "Planes dropped two 500-pound bombs.", "2 2 | 500-pound bombs ; 500 500 pound | bombs"},
		{"a noun like a unit", "They found two barrel bombs.", "2 2 | barrel bombs"},
		{"a magnitude", "A magnitude 6.1 quake struck.", "6.1 6.1 magnitude |"},
		{"both bounds", "At least 20 but no more than 30 boats sank.", "20 - | ; - 30 | boats"},
		{"believed to be", "The dead are believed to be 20 sailors.", "20 20 ~ | sailors"},
		{"one with a noun", "One Peruvian official spoke to one reporter.", "1 1 | Peruvian official ; 1 1 | reporter"},
		{"at least one", "Gunfire killed at least one.", "1 - |"},
		{"one among two", "The crash killed one and injured three.", "1 1 | ; 3 3 |"},
		{"lost commas", "The raid killed 12 civilians activists said.", "12 12 | civilians"},
		{"lost full stop", "It happened in Port Town Thirty sailors drowned.", "30 30 | sailors"},
		{"a title with capitals", "Storm Kills 12 Sailors, Injures Dozens", "12 12 | Sailors ; 24 - ~ |"},
		{"quotation marks around the number", "He said “hundreds” were hurt.", "200 - ~ |"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, all(read(tt.text))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestNoAmounts(t *testing.T) {
	tests := []struct{ name, text string }{
		{"a year", "The group took power in 1992 and lost it by 1996."},
		{"years as a range", "The war of 1991-1995 ended."},
		{"a date", "It began on March 9, 2021."},
		{"a short date", "On Nov. 3 they marched; on 14 May 2009 they stopped."},
		{"a date in figures", "It was filed on 7-10-2023 or 07/10/2023."},
		{"times of day", "They met at 6 p.m. and at 6:30 and at 1800 GMT."},
		{"a time in words", "By eight in the evening it was over."},
		{"an accord by its year", "The 1994 accords failed."},
		{"an ordinal", "The third phase follows the 21st meeting."},
		{"a phase", "It ends with phase two and stage 3."},
		{"a flight", "Flight 370 vanished."},
		{"a resolution", "Resolution 1701 and Article 5 apply."},
		{"a group of states", "The Group of Seven met."},
		{"a plane", "An F-16 and a T-72 were lost."},
		{"a disease", "COVID-19 spread."},
		{"a telephone number", "Call 555-0142 or +44 20 7946 0999."},
		{"a score", "United won 3-1."},
		{"always open", "The shop is open 24/7."},
		{"no one", "No one spoke."},
		{"only one who", "She is the only one who left."},
		{"one another", "They hit one another."},
		{"one hand", "On one hand it is good."},
		{"one day", "One day they will return."},
		{"one of the most", "It was one of the most important accords."},
		{"one of the largest", "Sunday saw one of the largest marches."},
		{"what is one of the towns", "Brno is one of the towns near the river."},
		{"the one who", "She is the one who left."},
		{"a list number", "1. Open the door."},
		{"a note", "It failed (3) again [12]."},
		{"a film that scores", "He scores and ties."},
		{"an identifier", "File 00731 and version 1.2.3 are lost."},
		{"an upper bound that is open", "Fewer than thousands came."},
		{"a word alone", "Hundred. Dozen. Million."},
		{"a decade", "In the 1990s they fled."},
		{"the second half", "They lost in the second half of the match."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := all(read(tt.text)); got != "" {
				t.Errorf("%s: got %s", tt.text, got)
			}
		})
	}
}

// Spans are what a reader clicks on: the whole runs from the bound to the end of what is counted.
func TestSpans(t *testing.T) {
	tests := []struct{ name, text, whole, number, item string }{
		{"from the bound", "It killed more than 200 young sailors there.", "more than 200 young sailors", "200", "young sailors"},
		{"over the part", "They freed 26 of the divers today.", "26 of the divers", "26", "divers"},
		{"to the ratio", "It frees 15–25 miners per guard now.", "15–25 miners per guard", "15–25", "miners"},
		{"between", "It hurt between 20 and 30 men.", "between 20 and 30 men", "20 and 30", "men"},
		{"with the currency", "It cost about US$5 million in all.", "about US$5 million", "5 million", ""},
		{"an elided item", "It had over 80 released.", "over 80 released", "80", "released"},
		{"an age", "She met a 61-year-old nurse there.", "61-year-old nurse", "61", "nurse"},
		{"no bound of another phrase", "There were talks about 17 divers.", "17 divers", "17", "divers"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := read(tt.text)
			if len(doc.Quantities) != 1 {
				t.Fatalf("got %s, want one amount", all(doc))
			}
			q := doc.Quantities[0]
			got := []string{doc.Exact(q.Span), doc.Exact(q.Number), doc.Exact(q.Item)}
			if diff := cmp.Diff([]string{tt.whole, tt.number, tt.item}, got); diff != "" {
				t.Error(diff)
			}
			if !q.Item.Empty() && (q.Head < 0 || !q.Item.Contains(doc.Tokens[q.Head].Span)) {
				t.Errorf("head %d is not in the item", q.Head)
			}
		})
	}
}

func TestKinds(t *testing.T) {
	tests := []struct {
		text string
		want text.QuantityKind
	}{
		{"They freed 12 men.", text.Count},
		{"They paid $12.", text.Money},
		{"It grew 12 percent.", text.Percent},
		{"It lasted 12 weeks.", text.Duration},
		{"It weighs 12 tonnes.", text.Measure},
		{"They met a 12-year-old boy.", text.Measure},
		{"They lost half of the boats.", text.Share},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			doc := read(tt.text)
			if len(doc.Quantities) != 1 || doc.Quantities[0].Kind != tt.want {
				t.Errorf("got %s, want one %s", all(doc), tt.want)
			}
		})
	}
}

// before runs the stages that come first.
func before(s string) *text.Doc {
	doc := &text.Doc{Text: s}
	sentence.Read(doc)
	tag.Read(doc)
	parse.Read(doc)
	return doc
}

func TestTimesAndNamesAreNotCounted(t *testing.T) {
	const s = "In the past 24 hours Unit 12 lost 40 men in a ten-day siege."
	doc := before(s)
	mark := func(words string) text.Span {
		i := strings.Index(s, words)
		return text.Span{Start: i, End: i + len(words)}
	}
	doc.Times = []text.Time{{Span: mark("the past 24 hours"), Type: "DATE"}, {Span: mark("ten-day"), Type: "DURATION"}}
	doc.Names = []text.Name{{Range: doc.RangeOf(mark("Unit 12")), Kind: text.Organisation}}
	quantity.Read(doc)
	if diff := cmp.Diff("40 40 | men ; 10 10 day | siege", all(doc)); diff != "" {
		t.Error(diff)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"At least 20 but no more than 30 boats sank.", "two- to three-week truce", "$5-million a-b 1/2 3-1 – 30–50–70", "a a half a half million and a half",
		"one of the", "half of", "from 12 to", "between 30 and", "12 000 000 of 29 of 30", "hundreds of thousands of of", "“dozens” “12”", "the 2015, 34, US$", "9 out of",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := before(strings.ToValidUTF8(s, "?"))
		quantity.Read(doc)
		if err := doc.Check(); err != nil {
			t.Fatal(err)
		}
		last := -1
		for _, q := range doc.Quantities {
			if q.Number.Start < last {
				t.Errorf("amounts are out of order at %d", q.Number.Start)
			}
			last = q.Number.Start
			if q.Min == nil && q.Max == nil || q.Min != nil && q.Max != nil && *q.Min > *q.Max {
				t.Errorf("bounds %s %s of %q", limit(q.Min), limit(q.Max), doc.Exact(q.Span))
			}
			if !q.Contains(q.Number) || q.Head >= len(doc.Tokens) {
				t.Errorf("number %v or head %d outside %v", q.Number, q.Head, q.Span)
			}
		}
		first := all(doc)
		quantity.Read(doc)
		if again := all(doc); again != first {
			t.Errorf("read again: %s, first %s", again, first)
		}
	})
}

// Long inputs of one kind must not make reading slow: each is half a megabyte.
func TestLongInputs(t *testing.T) {
	for _, unit := range []string{"12 ", "a ", "one of the ", "of ", "at least ", "hundreds of ", "- ", "12-", "for each ", "twenty ", "and a half ", "old "} {
		t.Run(unit, func(t *testing.T) {
			doc := &text.Doc{Text: strings.Repeat(unit, 500_000/len(unit))}
			sentence.Read(doc)
			tag.Read(doc)
			start := time.Now()
			quantity.Read(doc)
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	const para = "At least 41 miners were freed on Monday in exchange for between 200 and 300 prisoners, two officials said on condition of " +
		"anonymity. The union, which has nearly 4,000 members, wants a 12 percent rise and $5 million in aid. One of the men, 34, said that " +
		"he had waited for more than three weeks while the company talked about the terms of the accord with the ministry.\n"
	doc := before(strings.Repeat(para, 200))
	words := float64(len(doc.Tokens))
	b.ReportAllocs()
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		quantity.Read(doc)
	}
	b.ReportMetric(words*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
