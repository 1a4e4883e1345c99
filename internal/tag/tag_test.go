// SPDX-License-Identifier: Apache-2.0

package tag_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"stemma/internal/sentence"
	"stemma/internal/tag"
	"stemma/internal/text"
)

func read(s string) *text.Doc {
	doc := &text.Doc{Text: s}
	sentence.Read(doc)
	tag.Read(doc)
	return doc
}

var forms = map[text.Form]string{
	text.NoForm: "", text.Base: "base", text.Present: "present", text.Past: "past",
	text.Participle: "participle", text.Gerund: "gerund", text.Plural: "plural",
}

// shown is a token as "word/TAG/lemma/form", cut to as many parts as asked.
func shown(doc *text.Doc, i, parts int) string {
	tok := &doc.Tokens[i]
	all := []string{doc.Word(i), string(tok.Tag), tok.Lemma, forms[tok.Form]}
	return strings.Join(all[:parts], "/")
}

// TestWordsInContext checks the words listed for each sentence, in order: "word/TAG", "word/TAG/lemma" or
// "word/TAG/lemma/form".
func TestWordsInContext(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		// nouns that can be verbs
		{"The attack killed six people.", "attack/NOUN killed/VERB/kill/past people/NOUN/people"},
		{"They attack at dawn.", "attack/VERB/attack/base"},
		{"The talks ended in May.", "talks/NOUN/talk/plural ended/VERB/end/past"},
		{"She talks to reporters every day.", "talks/VERB/talk/present"},
		{"The strike enters its third week.", "strike/NOUN enters/VERB/enter/present"},
		{"Dockers strike on Monday.", "Dockers/NOUN/docker/plural"},
		{"He wants to attack.", "wants/VERB/want/present to/PART attack/VERB/attack/base"},
		{"They may release him.", "may/AUX release/VERB/release/base"},
		{"The release of the crew was delayed.", "release/NOUN delayed/VERB/delay/participle"},
		{"She heads the committee.", "heads/VERB/head/present"},
		{"Olsen, who chairs the panel, left.", "chairs/VERB/chair/present left/VERB/leave/past"},
		{"The heads of the two unions met.", "heads/NOUN/head/plural met/VERB/meet"},
		{"Olsen quit as mayor.", "quit/VERB/quit/past"},
		{"Her family came home.", "family/NOUN came/VERB/come/past home/ADV"},
		{"The blast hit the port.", "hit/VERB/hit/past"},
		// participles and adjectives
		{"The detained men were freed.", "detained/ADJ freed/VERB/free/participle"},
		{"Six men held in the camp were freed.", "held/VERB/hold/participle"},
		{"He has taken the job.", "has/AUX/have taken/VERB/take/participle"},
		{"A man named Lind was there.", "named/VERB/name/participle"},
		{"Talks are going well.", "are/AUX/be going/VERB/go/gerund well/ADV"},
		{"The going was hard.", "was/AUX/be/past hard/ADJ"},
		{"The wounded were taken away.", "were/AUX/be/past taken/VERB/take/participle"},
		// negation and clitics
		{"They don't agree.", "do/AUX/do n't/PART agree/VERB/agree/base"},
		{"She won't leave.", "wo/AUX/will leave/VERB/leave/base"},
		{"It's a start.", "'s/AUX/be/present"},
		{"Norway's coast is long.", "'s/PART coast/NOUN"},
		// have, do and be as main verbs
		{"They have six ships.", "have/VERB/have ships/NOUN/ship/plural"},
		{"They have left.", "have/AUX/have left/VERB/leave/participle"},
		{"She did the work.", "did/VERB/do/past work/NOUN"},
		// to, that
		{"He went to Oslo.", "to/ADP Oslo/PROPN"},
		{"He wanted to sleep.", "to/PART sleep/VERB"},
		{"She said that he left.", "that/SCONJ left/VERB/leave/past"},
		{"The group that holds them denied it.", "that/PRON holds/VERB/hold/present"},
		// names and capitals
		{"Greta Olsen met Tom Lind in Oslo.", "Greta/PROPN Olsen/PROPN met/VERB Lind/PROPN Oslo/PROPN"},
		{"Trucker Tom Lind saw it.", "Trucker/NOUN Tom/PROPN"},
		{"Baker said so.", "Baker/PROPN said/VERB/say/past"},
		{"The U.S. envoy left.", "U.S./PROPN envoy/NOUN"},
		{"On May 5 they may leave.", "May/PROPN may/AUX"},
		{"Captain Ann Lee of the Harbour Police left.", "Captain/NOUN Harbour/PROPN Police/PROPN left/VERB"},
		{"The company's chief executive, Ann Lee, left.", "executive/NOUN"},
		// numbers and bounds
		{"More than 40 people died.", "More/ADV than/ADV 40/NUM died/VERB/die/past"},
		{"Nearly 1,400 workers left.", "Nearly/ADV 1,400/NUM workers/NOUN/worker/plural"},
		{"Two of them died.", "Two/NUM"},
		// lemmas of irregular words
		{"The women and children slept.", "women/NOUN/woman/plural children/NOUN/child/plural slept/VERB/sleep/past"},
		{"Both crises began in parties.", "crises/NOUN/crisis/plural began/VERB/begin/past parties/NOUN/party/plural"},
		{"They stopped, planned and carried on.", "stopped/VERB/stop planned/VERB/plan carried/VERB/carry"},
		{"He is lying about freeing them.", "lying/VERB/lie/gerund freeing/VERB/free/gerund"},
	} {
		t.Run(c.words, func(t *testing.T) {
			doc := read(c.words)
			at := 0
			for _, want := range strings.Fields(c.want) {
				parts := strings.Count(want, "/") + 1
				word, _, _ := strings.Cut(want, "/")
				for at < len(doc.Tokens) && doc.Word(at) != word {
					at++
				}
				if at == len(doc.Tokens) {
					t.Fatalf("no word %q after the one before it", word)
				}
				if got := shown(doc, at, parts); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
				at++
			}
		})
	}
}

func TestALongSentenceIsTaggedInLinearTime(t *testing.T) {
	for _, piece := range []string{"held ", "that ", "to ", "and ", "taken the ", "has ", "not ", "talks ", "Ann ", "very "} {
		start := time.Now()
		read(strings.Repeat(piece, 60_000/len(piece)))
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("60 kB of %q took %v", piece, took)
		}
	}
}

func FuzzEveryTokenIsTagged(f *testing.F) {
	for _, s := range []string{"The U.S. envoy can't say that they have held talks.", "TALKS END IN OSLO", "“Ich”, é 5% – to to to"} {
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
		for i, tok := range doc.Tokens {
			if len(doc.Sentences) > 0 && (tok.Tag == "" || tok.Lemma == "") {
				t.Fatalf("token %d %q has tag %q and lemma %q", i, doc.Word(i), tok.Tag, tok.Lemma)
			}
		}
		if fmt.Sprint(doc.Tokens) != fmt.Sprint(read(s).Tokens) {
			t.Fatal("two readings differ")
		}
	})
}
