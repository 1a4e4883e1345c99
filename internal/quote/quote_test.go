// SPDX-License-Identifier: Apache-2.0

package quote_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

// told is an attribution as one line: who, by which cue, what; "+" joins pieces, "“”" marks a quotation.
func told(doc *text.Doc, a text.Attribution) string {
	var pieces []string
	for _, c := range a.Content {
		pieces = append(pieces, doc.Exact(c))
	}
	what := strings.Join(pieces, " + ")
	if a.Direct {
		what = "“" + what + "”"
	}
	return fmt.Sprintf("%s | %s | %s", a.SourceName, doc.Exact(a.Cue), what)
}

func all(doc *text.Doc) []string {
	var out []string
	for _, a := range doc.Attributions {
		out = append(out, told(doc, a))
	}
	return out
}

func TestQuotations(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"a cue after the quotation", `“The bridge is safe,” Petra Lund said.`, []string{"Petra Lund | said | “The bridge is safe,”"}},
		{"a cue before the quotation", `Petra Lund said: “The bridge is safe.”`, []string{"Petra Lund | said | “The bridge is safe.”"}},
		{"the verb before its subject", `“The bridge is safe,” said Petra Lund, an engineer.`, []string{"Petra Lund | said | “The bridge is safe,”"}},
		{"straight marks", `"The bridge is safe," Petra Lund said.`, []string{"Petra Lund | said | “The bridge is safe,”"}},
		{"doubled apostrophes", `''The bridge is safe,'' Petra Lund said.`, []string{"Petra Lund | said | “The bridge is safe,”"}},
		{"single marks as the outer ones", `‘The bridge isn’t safe,’ said Petra Lund.`, []string{"Petra Lund | said | “The bridge isn’t safe,”"}},
		{"guillemets", `«The bridge is safe», said Petra Lund.`, []string{"Petra Lund | said | “The bridge is safe”"}},
		{"a quotation split by its cue", `“The bridge,” said Petra Lund, “is safe.”`, []string{"Petra Lund | said | “The bridge,”", "Petra Lund | said | “is safe.”"}},
		{
			"a quotation that goes on after its cue", `“The bridge is safe,” said Petra Lund. “We tested it.”`,
			[]string{"Petra Lund | said | “The bridge is safe,”", "Petra Lund | said | “We tested it.”"},
		},
		{"a question before its cue", `“Is the bridge safe?” Lund asked.`, []string{"Lund | asked | “Is the bridge safe?”"}},
		{
			"a pronoun stands for the speaker before", "Petra Lund said the bridge was safe. “We tested it,” she added.",
			[]string{"Petra Lund | said | the bridge was safe", "Petra Lund | added | “We tested it,”"},
		},
		{
			"a participle with the main clause's subject", `Petra Lund praised the crew, insisting that “the work goes on.”`,
			[]string{"Petra Lund | insisting | “the work goes on.”"},
		},
		{
			"a paragraph leads up to the quotation", "Lund put out a statement on Monday:\n\n“The bridge is safe, and the ferry will sail.”",
			[]string{"Lund | put | “The bridge is safe, and the ferry will sail.”"},
		},
		{"a name before a colon", `Much is unclear. Petra Lund: “The bridge is not safe at all.”`, []string{"Petra Lund | : | “The bridge is not safe at all.”"}},
		{"a document that reads", `“The bridge is safe,” a letter to the council reads.`, []string{"a letter to the council | reads | “The bridge is safe,”"}},
		{
			"a subject with a clause of its own", `A slide that the aides carry with them shows what the bridge would cost.`,
			[]string{"a slide | shows | what the bridge would cost"},
		},
		{"a recipient between cue and quotation", `Petra Lund told reporters on Monday, “The bridge is safe.”`, []string{"Petra Lund | told | “The bridge is safe.”"}},
		{"a cue in the words that follow a statement", `In a statement, the ministry said: “The bridge is safe.”`, []string{"the ministry | said | “The bridge is safe.”"}},
		{"as somebody put it", `As Petra Lund put it, “the bridge is safe.”`, []string{"Petra Lund | put it | “the bridge is safe.”"}},
		{"according to somebody", `“The bridge is safe,” according to Petra Lund.`, []string{"Petra Lund | according to | “The bridge is safe,”"}},
		{
			"a mixed quotation", `Petra Lund said the plan was “a waste of public money”.`,
			[]string{"Petra Lund | said | the plan was “a waste of public money”", "Petra Lund | said | “a waste of public money”"},
		},
		{"a speaker without a cue verb", `Petra Lund shook her head: “The bridge is not safe at all.”`, []string{"Petra Lund | shook | “The bridge is not safe at all.”"}},
		{
			"a reopened quotation keeps its speaker", "“The bridge is safe,” said Petra Lund. “We tested it.\n\n“Then we tested it again.”",
			[]string{"Petra Lund | said | “The bridge is safe,”", "Petra Lund | said | “We tested it.”", "Petra Lund | said | “Then we tested it again.”"},
		},
		{
			"a speech begins in the paragraph before its speaker's", "“The bridge is safe.\n\n“We tested it,” said Petra Lund.",
			[]string{"Petra Lund | said | “We tested it,”", "Petra Lund | said | “The bridge is safe.”"},
		},
		{
			"a quotation of its own paragraph continues the speaker", "“The bridge is safe,” said Petra Lund.\n\n“Nobody needs to worry about it.”",
			[]string{"Petra Lund | said | “The bridge is safe,”", "Petra Lund | said | “Nobody needs to worry about it.”"},
		},
		{
			"a cue that judges, after a subject with its apposition", `The bank was closed. Its chief executive, Dora Pell, called it “a fault that nobody had seen”.`,
			[]string{"Dora Pell | called | it “a fault that nobody had seen”", "Dora Pell | called | “a fault that nobody had seen”"},
		},
		{"a cue after an apposition and an age", `The bank's secretary, Ada Voss, 51, argued: “The vault is empty.”`, []string{"Ada Voss | argued | “The vault is empty.”"}},
		{
			"a statement that the cue names once more", `The bank said in a statement that the vault “was empty on Sunday night”.`,
			[]string{"the bank | said | the vault “was empty on Sunday night”", "the bank | said | “was empty on Sunday night”"},
		},
		{
			"one word that goes on from the quotation before", `“They were singing,” said Petra Lund. “Loudly.”`,
			[]string{"Petra Lund | said | “They were singing,”", "Petra Lund | said | “Loudly.”"},
		},
		{"a relative clause about the speaker is no cue", `“The vault was empty,” said the man, who feared for his job.`, []string{"the man | said | “The vault was empty,”"}},
		{"what stands inside a quotation is not read again", `“I think that he said no,” Petra Lund said.`, []string{"Petra Lund | said | “I think that he said no,”"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, all(read(test.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestScareQuotes(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       map[string]bool // quotation: is it one of nobody?
	}{
		{"a word that nobody said", `The so-called “safe zone” was hit on Monday.`, map[string]bool{"safe zone": true}},
		{"a title", `Crowds sang “The Song of the Harbour” in the square.`, map[string]bool{"The Song of the Harbour": true}},
		{"a word that a cue claims", `Petra Lund called the plan “absurd”.`, map[string]bool{"absurd": false}},
		{"a short sentence that is said", `“No,” said Petra Lund.`, map[string]bool{"No,": false}},
		{"a mark that is never closed is no quotation", `The “safe zone was hit.`, map[string]bool{}},
		{"an apostrophe is no quotation", `The workers' union and the drivers' union met in the '90s.`, map[string]bool{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := read(test.text)
			got := map[string]bool{}
			for _, q := range doc.Quotes {
				got[doc.Exact(q.Span)] = q.Scare
				if q.Scare != (q.Speech < 0) {
					t.Errorf("%q: scare is %v and its speech is %d", doc.Exact(q.Span), q.Scare, q.Speech)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestIndirectStatements(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"a that-clause", "The ministry said that the port had reopened.", []string{"the ministry | said | the port had reopened"}},
		{"a recipient that a clause follows", "Officials told Reuters that the envoy had left.", []string{"officials | told | the envoy had left"}},
		{"a noun whose clause has a verb of its own", "The minister's assertion that nobody was hurt drew doubt.", []string{"the minister | assertion | nobody was hurt"}},
		{"a day before the content", "The union insisted on Thursday that it had been promised more.", []string{"the union | insisted | it had been promised more"}},
		{"a day is not agreed on", "Lund agreed on Sunday to a truce.", nil},
		{
			"words quoted through somebody", `“No,” Lund quoted the minister as saying that day. Lund quoted the minister as saying the road was shut.`,
			[]string{"Lund | quoted | No, + the minister as saying", "the minister | as saying | “No,”", "Lund | quoted | the minister as saying the road was shut", "the minister | as saying | the road was shut"},
		},
		{"what a denial does not deny", "The army denied shelling Tarn on Friday, when nine people died.", []string{"the army | denied | shelling Tarn on Friday"}},
		{"as somebody put it, in front", "As Petra Lund put it, the sea won.", []string{"Petra Lund | put it | the sea won"}},
		{"a bare clause", "The ministry said the port had reopened.", []string{"the ministry | said | the port had reopened"}},
		{"a trailing cue", "The port has reopened, the ministry said.", []string{"the ministry | said | The port has reopened"}},
		{"a trailing cue with the verb first", "The port has reopened, said Petra Lund.", []string{"Petra Lund | said | The port has reopened"}},
		{"a trailing cue in a text without commas", "The raid killed ten people a monitor said.", []string{"a monitor | said | The raid killed ten people"}},
		{"a cue in the middle", "The port, the ministry said, has reopened.", []string{"the ministry | said | The port + has reopened"}},
		{"according to, in front", "According to the ministry, the port has reopened.", []string{"the ministry | According to | the port has reopened"}},
		{
			"according to, in front of a described name", "According to port workers, Ole Dahl, the union's head, has resigned.",
			[]string{"port workers | According to | Ole Dahl, the union's head, has resigned"},
		},
		{"according to, behind", "The port has reopened, according to the ministry.", []string{"the ministry | according to | The port has reopened"}},
		{"as somebody said, in front", "As Petra Lund pointed out, the port has reopened.", []string{"Petra Lund | pointed out | the port has reopened"}},
		{"a participle", "Petra Lund left the talks, saying that the offer was too low.", []string{"Petra Lund | saying | the offer was too low"}},
		{"a noun of saying with its verb", "Dock workers expressed concerns that the port could close.", []string{"dock workers | expressed concerns | the port could close"}},
		{"a noun of saying with its owner", "The minister's claim that the port was safe angered residents.", []string{"the minister | claim | the port was safe angered residents"}},
		{"a passive with its agent", "The deal was confirmed by two officials.", []string{"two officials | was confirmed by | The deal"}},
		{"a passive hearsay", "The rebels are believed to hold 40 people.", []string{" | are believed | The rebels are believed to hold 40 people"}},
		{"an impersonal hearsay", "It is believed that the rebels hold 40 people.", []string{" | is believed | the rebels hold 40 people"}},
		{"an adverb of hearsay", "The crew reportedly fled on Sunday.", []string{" | reportedly | The crew reportedly fled on Sunday"}},
		{"a warning to somebody", "Petra Lund warned the union that the port could close.", []string{"Petra Lund | warned | the port could close"}},
		{"a warning of something", "Petra Lund left, warning the union of severe cuts.", []string{"Petra Lund | warning | severe cuts"}},
		{"a demand", "The union demanded the release of its leaders.", []string{"the union | demanded | the release of its leaders"}},
		{
			"another's clause ends the content", "The ministry said the port was open, though one official said that it was shut.",
			[]string{"the ministry | said | the port was open", "one official | said | it was shut"},
		},
		{"a fronted clause ends at the main clause", "While the ministry has confirmed the talks, the port remains closed.", []string{"the ministry | has confirmed | the talks"}},
		{"a list of sources", "Two officials, a diplomat and a guard said the port was shut.", []string{"two officials, a diplomat and a guard | said | the port was shut"}},
		{"a source with its relative clause", "People who live near the port said it was shut.", []string{"people | said | it was shut"}},
		{"an adverb of hearsay after an auxiliary", "The crew has reportedly fled.", []string{" | reportedly | The crew has reportedly fled"}},
		{"hearsay of a relative pronoun", "He met Petra Lund, who is said to hate the sea.", []string{" | is said | Petra Lund, who is said to hate the sea"}},
		{"a comment that was not made", "The ministry has not commented on the talks.", nil},
		{"a comment declined is one attribution", "The ministry declined to comment on the talks.", []string{"the ministry | declined | to comment on the talks"}},
		{"a mere thing judged", "Petra Lund praised the crew.", nil},
		{"a mere pronoun", "Petra Lund denied it.", nil},
		{"a dateline is not part of the content", "LIMA, March 9 (ANP) — The dam has broken, the ministry said.", []string{"the ministry | said | The dam has broken"}},
		{"a dateline in mixed case with its agency", "Lima (ANP) – The dam has broken, the ministry said.", []string{"the ministry | said | The dam has broken"}},
		{"a dash alone makes no dateline", "The dam – an old one – has broken, the ministry said.", []string{"the ministry | said | The dam – an old one – has broken"}},
		{
			"information from somebody", "The dam has broken, according to information from two engineers.",
			[]string{"two engineers | according to information from | The dam has broken + information"},
		},
		{"by somebody's account", "The vote was close, by the union's account.", []string{"the union | by the union's account | The vote was close"}},
		{"in somebody's view", "In the union's view, the vote was close.", []string{"the union | In the union's view | the vote was close"}},
		{
			"after a colon behind according to", "They never met, according to a guard: they sat on two floors.",
			[]string{"a guard | according to | They never met + they sat on two floors"},
		},
		{
			"what a cue in the middle also covers", "The engine was old, the union said, and crews had complained about it twice.",
			[]string{"the union | said | The engine was old + crews had complained about it twice"},
		},
		{"a cue set off by commas", "After that, insiders claim, 14 boats will sail.", []string{"insiders | claim | After that + 14 boats will sail"}},
		{"a cue before its source, behind an amount", "Not even 900, say the employers.", []string{"the employers | say | Not even 900"}},
		{"a clause that opens with there", "The union said there were 4,000.", []string{"the union | said | there were 4,000"}},
		{"a count", "Police counted about 2,500 marchers.", []string{"police | counted | about 2,500 marchers"}},
		{"a thing put at a number", "The union put the cost at 40 million euros.", []string{"the union | put | the cost at 40 million euros"}},
		{"a thing put somewhere", "The union put 40 boxes in the yard.", nil},
		{
			"since between an auxiliary and its verb", "Two members of the council have since said they would vote for it.",
			[]string{"two members of the council | have since said | they would vote for it"},
		},
		{"an explanation that was given is no that-clause", "The explanation that its owner gave on Sunday is coming apart.", nil},
		{
			"another who speaks in a clause with whose", "The brakes failed, said Northway, whose chief executive, Dora Pell, maintained that nobody could have known.",
			[]string{"Northway | said | The brakes failed", "Dora Pell | maintained | nobody could have known"},
		},
		{
			"a place before a subject with its apposition", "At a stop on the quay, the governor, Ole Dahl, promised that the search would go on.",
			[]string{"Ole Dahl | promised | the search would go on"},
		},
		{"a physical act is no statement", "The crew released ten sailors and raised the flag.", nil},
		{
			"a second cue of one source ends the content", "The union denied burning the sheds and accused the mayor of lying.",
			[]string{"the union | denied | burning the sheds", "the union | accused | the mayor of lying"},
		},
		{
			"a second cue behind words set off", "The union denied theft and, in a statement, said that it would sue.",
			[]string{"the union | denied | theft", "the union | said | it would sue"},
		},
		{
			"what is not said next", "Lund confirmed that work had begun but would not say who paid.",
			[]string{"Lund | confirmed | work had begun", "Lund | would not say | who paid"},
		},
		{
			"a second cue behind but", "Lund confirmed the talks but denied paying a fee.",
			[]string{"Lund | confirmed | the talks", "Lund | denied | paying a fee"},
		},
		{
			"a second cue with that, whatever the first content's subject", "Ministers denied that the bank was empty and said that it would open soon.",
			[]string{"ministers | denied | the bank was empty", "ministers | said | it would open soon"},
		},
		{
			"a second cue behind a subject that cannot speak", "Lund said work had begun and accused the mayor of lying.",
			[]string{"Lund | said | work had begun", "Lund | accused | the mayor of lying"},
		},
		{"a subject with a bound on its number", "Police said between 4 and 6 sailors had been hurt.", []string{"police | said | between 4 and 6 sailors had been hurt"}},
		{"a bound that is the whole subject", "Police said between 40 and 50 had fallen ill.", []string{"police | said | between 40 and 50 had fallen ill"}},
		{"up to a number", "Police said up to six sailors had been hurt.", []string{"police | said | up to six sailors had been hurt"}},
		{"an hour is no subject", "Police said around 7 p.m. that the road was shut.", []string{"police | said | the road was shut"}},
		{"a participle that describes the source is no cue", "Two people briefed on the plan said the deal was dead.", []string{"two people briefed on the plan | said | the deal was dead"}},
		{
			"a content in a relative clause", "The union, which has denied the charges, said that nobody had been hurt.",
			[]string{"the union | has denied | the charges", "the union | said | nobody had been hurt"},
		},
		{
			"another's cue behind a comma", "The union denied theft, and the mayor accused them of lying.",
			[]string{"the union | denied | theft", "the mayor | accused | them of lying"},
		},
		{
			"a relative clause inside a content", "Lund said the firm, which had said it was safe, had lied to him.",
			[]string{"Lund | said | the firm, which had said it was safe, had lied to him", "the firm | had said | it was safe"},
		},
		{"a relative clause of what is done", "The firm, which said the brakes were safe, was fined on Monday.", []string{"the firm | said | the brakes were safe"}},
		{"hearsay in a relative clause", "The Halvard, which was said to be safe, had no permit.", []string{" | was said | The Halvard, which was said to be safe"}},
		{
			"a participle that goes on from a passive is no cue", "Lund said the men had been held and denied food.",
			[]string{"Lund | said | the men had been held and denied food"},
		},
		{
			"what somebody denies and another claims", "Lund denied that the ship was overloaded, as the ministry said.",
			[]string{"Lund | denied | the ship was overloaded", "the ministry | said | the ship was overloaded"},
		},
		{
			"a quotation with a speaker of its own", "The union said the raid began early “They were singing to us,” said Petra Lund, a baker.",
			[]string{"the union | said | the raid began early", "Petra Lund | said | “They were singing to us,”"},
		},
		{"a deed in the past denied", "Lund has denied having taken money from the firm.", []string{"Lund | has denied | having taken money from the firm"}},
		{"an adverb before a deed denied", "Lund denied ever meeting the mayor.", []string{"Lund | denied | ever meeting the mayor"}},
		{"a day is no source beside others", "The crew was freed on Monday, the firm and the union said.", []string{"the firm and the union | said | The crew was freed on Monday"}},
		{
			"what goes on after a recipient", "The deal, the governor told reporters, would be signed by Friday.",
			[]string{"the governor | told | The deal + would be signed by Friday"},
		},
		{"a headline with a colon", "Harbour minister: port is safe\n\nThe port is busy.", []string{"harbour minister | : | port is safe"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, all(read(test.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSourcesAreNamed(t *testing.T) {
	for _, test := range []struct {
		name, text, want string
		anonymous        bool
	}{
		{"a full name", "Petra Lund said the port was shut.", "Petra Lund", false},
		{"a surname by the full name before", "Petra Lund met them. Lund said the port was shut.", "Petra Lund", false},
		{"a name behind its description", "A union spokeswoman, Petra Lund, said the port was shut.", "Petra Lund", false},
		{"a pronoun by the person before", "Petra Lund met the crew. She said the port was shut.", "Petra Lund", false},
		{"an office by its holder before", "Harbour minister Ole Dahl said the talks had failed. Later, the minister said the port was shut.", "Ole Dahl", false},
		{"a body is not anonymous", "The ministry said the port was shut.", "the ministry", false},
		{"an unnamed official is", "A senior official said the port was shut.", "a senior official", true},
		{"an unnamed spokesperson of a body is", "A spokesperson for the ministry said the port was shut.", "a spokesperson for the ministry", true},
		{"people familiar with a matter are", "People familiar with the talks said the port was shut.", "people familiar with the talks", true},
		{"a short description by the longer one before", "A senior official said the talks had failed. The official said the port was shut.", "a senior official", true},
		{"a man by the longer words before", "One of its own guards does not. “It was open,” said the man.", "one of its own guards", true},
		{"a woman is not the man before", "A fisherman at the quay saw it. “It was open,” said the woman.", "the woman", true},
		{"a driver by the longer words before", "A driver at the gate saw it. “It was open,” said the driver.", "a driver at the gate", true},
		{"they are the several sources before, not the firm", "Two divers said the hull had cracked. Northway had blamed the weather. The hull was old, they said.", "two divers", true},
		{"it is the body spoken of last", "Northway said the brakes had failed. The Drivers' Alliance disputed that. The engine was old, it said.", "Drivers' Alliance", false},
		{"critics are", "Critics argue that the port is unsafe.", "critics", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := read(test.text)
			if len(doc.Attributions) == 0 {
				t.Fatal("no attribution found")
			}
			got := doc.Attributions[len(doc.Attributions)-1]
			if got.SourceName != test.want || got.Anonymous != test.anonymous {
				t.Errorf("source %q, anonymous %v; want %q, %v", got.SourceName, got.Anonymous, test.want, test.anonymous)
			}
		})
	}
}

func TestConditionsOfAnonymity(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"on condition of anonymity", "An official said on condition of anonymity that the port was shut.", "on condition of anonymity"},
		{"a wish to stay unnamed", "A guard, who wished to remain anonymous, said the port was shut.", "wished to remain anonymous"},
		{
			"a refusal and its reason", "A guard, who declined to be named because she feared for her job, said the port was shut.",
			"declined to be named because she feared for her job",
		},
		{"a sentence of its own", "Two guards said the port was shut. The guards spoke on condition of anonymity.", "on condition of anonymity"},
		{
			"of a source that no list holds", "A ward director, who spoke on condition of anonymity because she feared for her job, said the ward was full.",
			"on condition of anonymity because she feared for her job",
		},
		{
			"of the main clause's subject", "Petra Lund met the firm. A guard, speaking on condition of anonymity as he feared losing his job, contradicted it, saying that the dam was full.",
			"on condition of anonymity as he feared losing his job",
		},
		{"not across paragraphs", "Two guards said the port was shut.\n\nThe guards spoke on condition of anonymity.", ""},
		{"not past another source", "Two guards said the port was shut. A nurse left the ward. She spoke on condition of anonymity.", ""},
		{"not of one who says nothing", "A guard said the port was shut. An aide to the mayor, who asked not to be named, disagreed.", ""},
		{"not another's", "Two guards said the port was shut. A nurse spoke on condition of anonymity.", ""},
		{"none", "A guard said the port was shut.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := read(test.text)
			if len(doc.Attributions) != 1 {
				t.Fatalf("found %q, want one attribution", all(doc))
			}
			if got := doc.Exact(doc.Attributions[0].Conditions); got != test.want {
				t.Errorf("conditions %q, want %q", got, test.want)
			}
		})
	}
}

// TestWhatIsNotAffirmed tells, of each cue of a sentence, whether its content is affirmed.
func TestWhatIsNotAffirmed(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"Nobody has suggested that the ship was overloaded.", []string{"has suggested: no"}},
		{"Neither the owner nor the crew said that the ship was overloaded.", []string{"said: no"}},
		{"Neither the owner nor the crew had agreed to a fee.", []string{"had agreed to: no"}},
		{"Nobody denied that the ship was overloaded.", []string{"denied: yes"}},
		{"No official denied that the ship was overloaded.", []string{"denied: yes"}},
		{"Lund did not deny that the ship was overloaded.", []string{"did not deny: yes"}},
		{"Lund no longer thinks that the ship was overloaded.", []string{"no longer thinks: no"}},
		{"Lund hardly said that the ship was overloaded.", []string{"hardly said: no"}},
		{"Lund has neither denied nor confirmed that the ship was overloaded.", nil},
		{"The union neither confirmed nor denied that the ship was overloaded.", nil},
		{"The union failed to confirm that the ship was overloaded.", []string{"to confirm: no"}},
		{"The union declined to confirm that the ship was overloaded.", []string{"declined: yes", "to confirm: no"}},
		{"The union refused to confirm or deny that the ship was overloaded.", []string{"refused: yes"}},
		{"The union was unable to say whether the ship was overloaded.", []string{"to say: no"}},
		{"Lund stopped short of accusing the owner of the wreck.", []string{"accusing: no"}},
		{"Lund refused to leave, saying that the ship was safe.", []string{"refused: yes", "saying: yes"}},
		{"Lund refused, saying that the ship was safe.", []string{"saying: yes"}},
	} {
		t.Run(test.text, func(t *testing.T) {
			doc := read(test.text)
			var got []string
			for _, a := range doc.Attributions {
				affirmed := "yes"
				if a.Negated {
					affirmed = "no"
				}
				got = append(got, doc.Exact(a.Cue)+": "+affirmed)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNegationModalityAndNesting(t *testing.T) {
	doc := read("The ministry denied that it had struck a deal, two officials told a newspaper. The rebels allegedly fled. The union demands that the port reopen.")
	type row struct {
		Cue      string
		Negated  bool
		Modality text.Modality
		Via      []int
	}
	var got []row
	for _, a := range doc.Attributions {
		got = append(got, row{doc.Exact(a.Cue), a.Negated, a.Modality, a.Via})
	}
	want := []row{
		{"denied", true, text.Asserted, []int{1}},
		{"told", false, text.Asserted, nil},
		{"allegedly", false, text.Reported, nil},
		{"demands", false, text.Demanded, nil},
	}
	if diff := cmp.Diff(want, got, cmp.Transformer("empty", func(v []int) []int { return append([]int{}, v...) })); diff != "" {
		t.Error(diff)
	}
}

// hostile texts are long and strange; reading them must stay fast and within bounds.
var hostile = []string{
	strings.Repeat("said ", 20000),
	strings.Repeat("he said he ", 8000),
	strings.Repeat("“", 20000),
	strings.Repeat("“a” ", 10000),
	strings.Repeat("'a ", 20000),
	strings.Repeat("Lund, said, ", 8000),
	strings.Repeat("saying that, and said ", 5000),
	strings.Repeat("on condition of anonymity ", 5000),
	strings.Repeat("the claim that ", 8000),
	strings.Repeat("(", 20000),
	"“" + strings.Repeat("a ", 20000),
}

func TestHostileTextsAreReadWithinBounds(t *testing.T) {
	for i, s := range hostile {
		doc := read(s)
		if err := doc.Check(); err != nil {
			t.Errorf("text %d: %v", i, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`“The bridge,” said Petra Lund, “is safe.” ‘No,’ he said.`)
	f.Add("According to officials who declined to be named, the port, the ministry said, has reopened.")
	f.Add("''a'' \"b «c» „d” 'e’ said:\n\n“f\n\n“g”")
	f.Add("Ole Dahl: port is safe\n\nAs Lund put it, “no”; he denied that it was confirmed by X, Y and Z.")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 || !utf8.ValidString(s) {
			t.Skip()
		}
		doc := read(s)
		if err := doc.Check(); err != nil {
			t.Fatal(err)
		}
		for i, q := range doc.Quotes {
			if q.Speech >= len(doc.Attributions) || q.Scare != (q.Speech < 0) {
				t.Fatalf("quotation %d of %q: scare %v, speech %d of %d", i, s, q.Scare, q.Speech, len(doc.Attributions))
			}
		}
		for i, a := range doc.Attributions {
			for _, v := range a.Via {
				if v < 0 || v >= len(doc.Attributions) || v == i {
					t.Fatalf("attribution %d of %q is told through %d", i, s, v)
				}
			}
		}
		if diff := cmp.Diff(all(doc), all(read(s))); diff != "" {
			t.Fatalf("two readings differ: %s", diff)
		}
	})
}

// TestListExamples runs the examples of the lists: a sentence, and what it attributes, in some lists to somebody unnamed.
func TestListExamples(t *testing.T) {
	for _, list := range []string{
		"cue_verbs", "cue_nouns", "cue_light", "cue_phrases", "cue_documents", "cue_accounts", "anonym_nouns", "anonym_conditions",
	} {
		for _, example := range lexicon.Examples(list) {
			doc := read(example[0])
			var got []string
			for _, a := range doc.Attributions {
				row := told(doc, a)
				if !a.Conditions.Empty() {
					row += " | " + doc.Exact(a.Conditions)
				}
				if a.Anonymous || !strings.HasPrefix(list, "anonym_") {
					got = append(got, row)
				}
			}
			if !slices.Contains(got, example.Field(1)) {
				t.Errorf("%s: %q gives %q, want %q", list, example[0], got, example.Field(1))
			}
		}
	}
}
