// SPDX-License-Identifier: Apache-2.0

package weigh_test

import "testing"

// Two reports, what they say of one thing, and how the answers stand to each other.
type pair struct {
	name, a, b, kind, want string
}

func run(t *testing.T, pairs []pair) {
	for _, c := range pairs {
		t.Run(c.name, func(t *testing.T) {
			if got := relation(story(t, c.a, c.b), c.kind); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			if got := relation(story(t, c.b, c.a), c.kind); got != c.want {
				t.Errorf("the other way round: %q, want %q", got, c.want)
			}
		})
	}
}

func TestCounts(t *testing.T) {
	const twelve, twelveNamed = "Twelve people were killed when a bridge collapsed in Lorne on Monday.", "A bridge collapse in Lorne on Monday killed 12 people."
	run(t, []pair{
		{"the same figure in other words", twelve, twelveNamed, "count", "agree"},
		{"another figure", twelve, "A bridge collapse in Lorne on Monday killed 14 people.", "count", "contradict"},
		{
			"a bound that allows the figure", "At least 12 people were killed when a bridge collapsed in Lorne on Monday.",
			"A bridge collapse in Lorne on Monday killed 14 people.", "count", "refine",
		},
		{
			"a bound that does not", "At least 20 people were killed when a bridge collapsed in Lorne on Monday.",
			"A bridge collapse in Lorne on Monday killed 14 people.", "count", "contradict",
		},
		{
			"a range and a figure in it", "About 10 to 20 people were killed when a bridge collapsed in Lorne on Monday.",
			"A bridge collapse in Lorne on Monday killed 14 people.", "count", "refine",
		},
		{
			"a figure near an approximate one", "A bridge collapse in Lorne on Monday killed 123 people.",
			"About 120 people were killed when a bridge collapsed in Lorne on Monday.", "count", "agree",
		},
		{
			"a figure far from an approximate one", "A bridge collapse in Lorne on Monday killed 190 people.",
			"About 120 people were killed when a bridge collapsed in Lorne on Monday.", "count", "contradict",
		},
		{
			"the killed are not the injured", twelve, "A bridge collapse in Lorne on Monday injured 14 people.",
			"count", "",
		},
		{
			"others are a rest, no total", twelve, "A bridge collapse in Lorne on Monday killed a driver and six others.",
			"count", "",
		},
		{
			"another occasion by its day", twelve, "Nine people were killed when a bridge collapsed in Lorne on March 3, 2029.",
			"count", "",
		},
		{
			"another thing counted", "Twelve ships left the port of Lorne on Monday.", "Fourteen trains left the port of Lorne on Monday.",
			"count", "",
		},
		{
			"a headline drops the bound", "[2031-05-07|Bridge collapse kills 15] " + twelve, twelveNamed, "count", "agree",
		},
		{
			"a toll that rises", "[2031-05-06] " + twelve, "[2031-05-07] The toll of the bridge collapse in Lorne on Monday rose to 14 dead.",
			"count", "update",
		},
		{
			"a toll of long ago, beside one that may rise",
			"[2031-05-06] The search went on for those still missing in Lorne. In November 1998, 32 people drowned in Lorne with the launch Ada Rose.",
			"[2031-05-06] The search went on for those still missing in Lorne. In November 1998, 42 people drowned in Lorne with the launch Ada Rose.",
			"count", "contradict",
		},
		{
			"members of a body are no part of a figure", "The rebels were traded for 51 members of the Reef Front in the first swap.",
			"The rebels were traded for 61 members of the Reef Front in the first swap.", "count", "contradict",
		},
		{
			"a toll of a later report", "[2031-05-06] " + twelve, "[2031-05-08] A bridge collapse in Lorne on Monday killed 14 people.",
			"count", "update",
		},
	})
}

func TestTollsOfSeveralSources(t *testing.T) {
	run(t, []pair{
		{
			"two sources in both reports",
			"The Lorne hospital said an attack on the Tarn market in Obaye killed 24 people on Monday. The Red Crescent said the attack killed 31 people.",
			"The Red Crescent said an attack on the Tarn market in Obaye killed 31 people on Monday. The Lorne hospital said the attack killed 24 people.",
			"count", "contradict",
		},
		{
			"each side has its toll", "Army shelling of the Tarn market in Obaye killed 15 civilians on Monday.",
			"Rebel rocket fire on the Tarn market in Obaye killed six civilians on Monday.", "count", "",
		},
		{
			"several hundred are less than a thousand", "Several hundred people were evacuated from Obaye on Monday.",
			"On Monday 2,000 people were evacuated from Obaye.", "count", "contradict",
		},
		{
			"hundreds may be thousands", "Hundreds of people were evacuated from Obaye on Monday.",
			"On Monday 2,000 people were evacuated from Obaye.", "count", "refine",
		},
		{
			"more of another state", "A bomb in Obaye killed one person and wounded six more on Monday.",
			"A bomb in Obaye killed one person and wounded eight more on Monday.", "count", "contradict",
		},
	})
}

func TestRatiosAgainstTotals(t *testing.T) {
	const total = "The rebels will free 20 hostages in exchange for 600 prisoners."
	run(t, []pair{
		{
			"a ratio that makes another total", total,
			"The rebels will free 20 hostages, and the government will release 10 prisoners for each hostage.",
			"arithmetic", "contradict",
		},
		{
			"a ratio that makes the total", total,
			"The rebels will free 20 hostages, and the government will release 30 prisoners for each hostage.",
			"arithmetic", "",
		},
		{
			"a range of ratios that allows the total", total,
			"The rebels will free 20 hostages, and the government will release 20 to 40 prisoners for each hostage.",
			"arithmetic", "",
		},
		{
			"a ratio of another number", total,
			"The rebels will free 35 hostages, and the government will release 10 prisoners for each hostage.",
			"arithmetic", "",
		},
	})
}

func TestOffices(t *testing.T) {
	const held = "Anna Berg, the Norwegian special envoy for the lakes, arrived in Oslo."
	run(t, []pair{
		{
			"the same office", held, "The Norwegian special envoy for the lakes, Anna Berg, gave a speech.",
			"office", "agree",
		},
		{
			"a nominee does not hold it", held, "Anna Berg, the nominee for Norwegian special envoy for the lakes, gave a speech.",
			"office", "contradict",
		},
		{
			"who held it holds it no more", held, "Anna Berg, the former Norwegian special envoy for the lakes, gave a speech.",
			"office", "contradict",
		},
		{
			"an envoy is of one state", held, "Anna Berg, the Chilean special envoy for the lakes, gave a speech.",
			"office", "contradict",
		},
		{
			"a council has one chair", "Anna Berg, who chairs the Orland Council, arrived in Oslo.", "Tom Hale chairs the Orland Council and gave a speech.",
			"office", "contradict",
		},
		{
			"two councils have two", "Anna Berg, who chairs the Orland Council, arrived in Oslo.", "Tom Hale chairs the Melvik Council and gave a speech.",
			"office", "",
		},
		{
			"a title that people keep", "Anna Berg, a former judge, arrived in Oslo.", "Judge Anna Berg gave a speech.",
			"office", "",
		},
		{
			"two people may be envoys", held, "Tom Hale, the Norwegian special envoy for the lakes, gave a speech.",
			"office", "",
		},
	})
}

func TestDates(t *testing.T) {
	run(t, []pair{
		{"one day", "The truce began on May 3.", "The truce took effect on May 3.", "dated", "agree"},
		{"a war begins with its fighting", "The war began on May 3.", "The fighting began on May 3.", "dated", "agree"},
		{"days to come", "The truce begins on May 30.", "Under the draft the truce would begin on May 28.", "dated", "contradict"},
		{"two days", "The truce began on May 3.", "The truce began on May 5.", "dated", "contradict"},
		{
			"a day and its month", "The truce began on May 3.", "The truce began in May.",
			"dated", "refine",
		},
		{
			"beginning and end are two questions", "The truce began on May 3.", "The truce ended on May 5.",
			"dated", "",
		},
		{
			"two things begin on their days", "The truce began on May 3.", "The strike began on May 5.",
			"dated", "",
		},
		{"a weekday and its day", "The truce began on Monday.", "The truce began on May 5.", "dated", "agree"},
	})
}

func TestStances(t *testing.T) {
	run(t, []pair{
		{"for and against", "Norway opposes the sale of the island.", "Norway supports the sale of the island.", "stance", "contradict"},
		{"against in two words", "Norway opposes the sale of the island.", "Norway has rejected the sale of the island.", "stance", "agree"},
		{
			"not for is against", "Norway opposes the sale of the island.", "Norway does not support the sale of the island.",
			"stance", "agree",
		},
		{
			"two states may differ", "Norway opposes the sale of the island.", "Chile supports the sale of the island.",
			"stance", "",
		},
		{
			"of two things", "Norway opposes the sale of the island.", "Norway supports the repair of the harbour wall.",
			"stance", "",
		},
	})
}

func TestChannelsAndWhoWasTold(t *testing.T) {
	const direct, told = "Norwegian officials negotiated directly with the Northern Front.", "Norway had been informed of the plan."
	run(t, []pair{
		{
			"directly or through mediators", direct, "Norwegian officials talked to the Northern Front through Qatari mediators.",
			"channel", "contradict",
		},
		{"directly in two reports", direct, "Norway held direct talks with the Northern Front in Lima.", "channel", "agree"},
		{
			"with two groups, two ways", direct, "Norwegian officials talked to the Reef Union through Qatari mediators.",
			"channel", "",
		},
		{
			"told, or learned otherwise", told, "Norway learned of the plan through other channels.",
			"informing", "contradict",
		},
		{"told in two reports", told, "Chile notified Norway of the plan.", "informing", "agree"},
		{
			"two states may learn of it in two ways", told, "Chile learned of the plan through other channels.",
			"informing", "",
		},
	})
}

func TestConditions(t *testing.T) {
	const alive = "Paul Stone, the engineer, is alive."
	run(t, []pair{
		{"alive, or dead", alive, "Paul Stone, the engineer, died on Sunday.", "condition", "contradict"},
		{"alive in two words", alive, "Paul Stone, the engineer, survived.", "condition", "agree"},
		{"two people", alive, "Tom Hale, the pilot, died on Sunday.", "condition", ""},
	})
}

func TestComments(t *testing.T) {
	const silent = "The foreign ministry declined to comment on the talks."
	run(t, []pair{
		{"silent in two reports", silent, "The foreign ministry refused to comment on the talks.", "comment", "agree"},
		{
			"silent in one, quoted in the other", silent, "The talks are over, the foreign ministry said on Monday.",
			"comment", "contradict",
		},
		{
			"somebody else spoke", silent, "The talks are over, the coal union said on Monday.",
			"comment", "",
		},
	})
}

func TestDenials(t *testing.T) {
	run(t, []pair{
		{
			"what one says another disputes", "The operator said the ferry had been inspected in April. The union disputed that.", "The ferry sank on Monday.",
			"saying", "contradict",
		},
		{
			"what somebody denies that another agreed to is not said against the denial",
			"Berg denied that Lorne had agreed to withdraw its troops from the town of Talvik, as the radio reported.",
			"Berg denied that Lorne had agreed to withdraw its troops from the town of Talvik, as the radio reported.", "saying", "agree",
		},
		{
			"nobody disputes it", "The operator said the ferry had been inspected in April. The union agreed with that.", "The ferry sank on Monday.",
			"saying", "",
		},
	})
}
