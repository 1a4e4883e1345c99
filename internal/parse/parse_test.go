// SPDX-License-Identifier: Apache-2.0

package parse_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/parse"
	"stemma/internal/sentence"
	"stemma/internal/tag"
	"stemma/internal/text"
)

func read(s string) *text.Doc {
	doc := &text.Doc{Text: s}
	sentence.Read(doc)
	tag.Read(doc)
	parse.Read(doc)
	return doc
}

// phrases are the phrases of a kind, the head marked: "the [crew]".
func phrases(doc *text.Doc, kind text.PhraseKind) []string {
	out := []string{}
	for _, p := range doc.Phrases {
		if p.Kind != kind {
			continue
		}
		head := doc.Tokens[p.Head].Span
		span := doc.SpanOf(p.Range)
		out = append(out, doc.Text[span.Start:head.Start]+"["+doc.Exact(head)+"]"+doc.Text[head.End:span.End])
	}
	return out
}

func TestNounPhrasesEndAtTheirHead(t *testing.T) {
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"The crew of the old ferry slept.", []string{"The [crew]", "the old [ferry]"}},
		{"Six tired men and their captain slept.", []string{"Six tired [men]", "their [captain]"}},
		{"Norway's foreign minister arrived.", []string{"Norway's foreign [minister]"}},
		{"A week-long strike began.", []string{"A week-long [strike]"}},
		{"At least 40 people died.", []string{"At least 40 [people]"}},
		{"The roughly 40 people on board survived.", []string{"The roughly 40 [people]", "[board]"}},
		{"The 58-year-old captain survived.", []string{"The 58-year-old [captain]"}},
		{"The detained men were freed.", []string{"The detained [men]"}},
		{"She told him the truth.", []string{"[She]", "[him]", "the [truth]"}},
		{"No ship left the port.", []string{"No [ship]", "the [port]"}},
		{"The dockers’ union met the employers’ council.", []string{"The dockers’ [union]", "the employers’ [council]"}},
		{"The company's chief executive resigned.", []string{"The company's chief [executive]"}},
		{"Her family came home.", []string{"Her [family]"}},
	} {
		t.Run(c.words, func(t *testing.T) {
			if diff := cmp.Diff(c.want, phrases(read(c.words), text.NounPhrase)); diff != "" {
				t.Errorf("noun phrases (-want +got):\n%s", diff)
			}
		})
	}
}

func TestVerbGroupsTellVoiceModalAndPolarity(t *testing.T) {
	for _, c := range []struct{ words, group, want string }{
		{"The crew left.", "left", ""},
		{"The crew did not leave.", "did not leave", "negated"},
		{"The crew hasn't left.", "hasn't left", "negated perfect"},
		{"The crew never left.", "never left", "negated"},
		{"The crew was freed.", "was freed", "passive"},
		{"The crew was not freed.", "was not freed", "negated passive"},
		{"The crew has been freed.", "has been freed", "passive perfect"},
		{"The crew may be freed.", "may be freed", "passive modal may"},
		{"The crew will leave.", "will leave", "modal will"},
		{"The crew would not leave.", "would not leave", "negated modal would"},
		{"The crew had left.", "had left", "perfect"},
		{"The crew is leaving.", "is leaving", ""},
		{"The crew wants to leave.", "to leave", "to"},
		{"The crew hopes to be freed.", "to be freed", "passive to"},
		{"The envoy has yet to be confirmed.", "has yet to be confirmed", "negated passive perfect"},
		{"Nobody saw the hostages held in the camp.", "held", "passive"},
		{"The crew allegedly took the ship.", "allegedly took", ""},
	} {
		t.Run(c.words, func(t *testing.T) {
			doc := read(c.words)
			for _, p := range doc.Phrases {
				if p.Kind == text.VerbGroup && doc.Words(p.Range) == c.group {
					if got := qualities(p); got != c.want {
						t.Errorf("%q is %q, want %q", c.group, got, c.want)
					}
					return
				}
			}
			t.Errorf("no verb group %q among %q", c.group, phrases(doc, text.VerbGroup))
		})
	}
}

func qualities(p text.Phrase) string {
	var out []string
	for _, q := range []struct {
		is   bool
		name string
	}{{p.Negated, "negated"}, {p.Passive, "passive"}, {p.Perfect, "perfect"}, {p.Modal != "", "modal " + p.Modal}, {p.To, "to"}} {
		if q.is {
			out = append(out, q.name)
		}
	}
	return strings.Join(out, " ")
}

// TestClausesHaveTheirSubjectAndObject checks "subject > verb group > object" of every clause, "-" for none.
func TestClausesHaveTheirSubjectAndObject(t *testing.T) {
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"The crew left the ship.", []string{"The crew > left > the ship"}},
		{"The crew of the ferry left.", []string{"The crew > left > -"}},
		{"The minister met the envoy and praised her.", []string{"The minister > met > the envoy", "The minister > praised > her"}},
		{"The envoy, who met the crew, left.", []string{"The envoy > met > the crew", "The envoy > left > -"}},
		{"The minister said that the crew had left.", []string{"The minister > said > -", "the crew > had left > -"}},
		{"The ship was freed by the navy.", []string{"The ship > was freed > - by the navy"}},
		{"The navy freed the men held on the ship.", []string{"The navy > freed > the men", "the men > held > -"}},
		{"After the vote, the union called a strike.", []string{"the union > called > a strike"}},
		{"Talks between the union and the council ended.", []string{"Talks > ended > -"}},
		{"The group that left denied it.", []string{"The group > left > -", "The group > denied > it"}},
		{"The man who drove the bus to the port denied it.", []string{"The man > drove > the bus", "The man > denied > it"}},
		{"She wants to leave the union.", []string{"She > wants > -", "She > to leave > the union"}},
	} {
		t.Run(c.words, func(t *testing.T) {
			if diff := cmp.Diff(c.want, clauses(read(c.words))); diff != "" {
				t.Errorf("clauses (-want +got):\n%s", diff)
			}
		})
	}
}

func clauses(doc *text.Doc) []string {
	words := func(p int) string {
		if p < 0 {
			return "-"
		}
		return doc.Words(doc.Phrases[p].Range)
	}
	out := []string{}
	for _, c := range doc.Clauses {
		line := words(c.Subject) + " > " + words(c.Verb) + " > " + words(c.Object)
		if c.Agent >= 0 {
			line += " by " + words(c.Agent)
		}
		out = append(out, line)
	}
	return out
}

func TestLongRunsAreParsedInLinearTime(t *testing.T) {
	for _, piece := range []string{"the ", "very ", "not ", "held ", "of the man ", "that he said ", "Ann, ", "- ", "and held ", "to "} {
		start := time.Now()
		read(strings.Repeat(piece, 100_000/len(piece)))
		if took := time.Since(start); took > 30*time.Second { // linear takes two, quadratic would take hours
			t.Errorf("100 kB of %q took %v", piece, took)
		}
	}
}

func FuzzPhrasesAndClausesPointAtTokens(f *testing.F) {
	for _, s := range []string{"The envoy, who met the crew held by the navy, has yet to be confirmed.", "to and the of – “held” 40-year-old 's", "No.\nNot."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 || !utf8.ValidString(s) {
			return
		}
		doc := read(s)
		last := 0
		for i, p := range doc.Phrases {
			if p.First < last || p.Empty() || p.Last > len(doc.Tokens) || !p.Holds(p.Head) {
				t.Fatalf("phrase %d spans %d to %d, head %d, after %d", i, p.First, p.Last, p.Head, last)
			}
			last = p.Last
		}
		for i, c := range doc.Clauses {
			if c.First < 0 || c.Last > len(doc.Tokens) || c.Verb < 0 || c.Verb >= len(doc.Phrases) {
				t.Fatalf("clause %d: %+v", i, c)
			}
			for _, p := range []int{c.Subject, c.Object, c.Agent} {
				if p < -1 || p >= len(doc.Phrases) || p >= 0 && doc.Phrases[p].Kind != text.NounPhrase {
					t.Fatalf("clause %d: noun phrase %d: %+v", i, p, c)
				}
			}
		}
		again := read(s)
		if fmt.Sprint(doc.Phrases, doc.Clauses) != fmt.Sprint(again.Phrases, again.Clauses) {
			t.Fatal("two readings differ")
		}
	})
}
