// SPDX-License-Identifier: Apache-2.0

package tag_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma/internal/sentence"
	"stemma/internal/tag"
	"stemma/internal/text"
)

func trees(s string) *text.Doc {
	doc := &text.Doc{Text: s}
	sentence.Read(doc)
	tag.Read(doc)
	return doc
}

// TestWordsHangWhereTheyBelong checks some words of plain sentences: "word<relation<governor", "ROOT" for none.
func TestWordsHangWhereTheyBelong(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"The union rejected the offer on Monday.", "union<nsubj<rejected rejected<root<ROOT offer<obj<rejected Monday<obl:unmarked<rejected|Monday<obl<rejected"},
		{"Greta Olsen said that the talks had failed.", "Olsen<flat<Greta Greta<nsubj<said talks<nsubj<failed failed<ccomp<said"},
		{"The hostages were freed by the army.", "hostages<nsubj:pass<freed army<obl:agent<freed"},
		{"THE UNION REJECTED THE OFFER ON MONDAY", "UNION<nsubj<REJECTED OFFER<obj<REJECTED"},
		{"Union Rejects Latest Offer From Port Employers", "Union<nsubj<Rejects Offer<obj<Rejects"},
	} {
		t.Run(c.words, func(t *testing.T) {
			doc := trees(c.words)
			arcs := map[string]bool{}
			for i, tok := range doc.Tokens {
				head := "ROOT"
				if tok.Head != text.NoHead {
					head = doc.Word(tok.Head)
				}
				arcs[doc.Word(i)+"<"+tok.Rel+"<"+head] = true
			}
			for _, want := range strings.Fields(c.want) {
				found := false
				for _, either := range strings.Split(want, "|") {
					found = found || arcs[either]
				}
				if !found {
					t.Errorf("no %s in %v", want, arcs)
				}
			}
		})
	}
}

func TestLemmasFollowTheTags(t *testing.T) {
	for _, c := range []struct{ words, word, want string }{
		{"They liked the planned talks.", "liked", "like"},
		{"They liked the planned talks.", "talks", "talk"},
		{"She has left.", "left", "leave"},
		{"She has left.", "has", "have"},
		{"It's raining.", "'s", "be"},
		{"He dropped it.", "dropped", "drop"},
		{"She was admired and envied.", "admired", "admire"},
		{"She was admired and envied.", "envied", "envy"},
		{"The women were sleeping.", "women", "woman"},
		{"The women were sleeping.", "sleeping", "sleep"},
	} {
		doc := trees(c.words)
		for i, tok := range doc.Tokens {
			if doc.Word(i) == c.word && tok.Lemma != c.want {
				t.Errorf("%s: %q has lemma %q, want %q", c.words, c.word, tok.Lemma, c.want)
			}
		}
	}
}

func TestHostileTextBecomesTrees(t *testing.T) {
	for _, piece := range []string{"a ", ". ", "held ", "“", "1,", "Ann ", "\n\nA", "é", "12 | 40 | ", "\x00 "} {
		checkTrees(t, trees(strings.Repeat(piece, 20_000/len(piece))))
	}
}

func FuzzTrees(f *testing.F) {
	for _, s := range []string{"The U.S. envoy can't say that they have held talks.", "TALKS END IN OSLO", "“Ich”, é 5% – to to to", "a | b | c\n1 | 2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 || !utf8.ValidString(s) {
			return
		}
		doc := trees(s)
		checkTrees(t, doc)
		if fmt.Sprint(doc.Tokens) != fmt.Sprint(trees(s).Tokens) {
			t.Fatal("two readings differ")
		}
	})
}

// checkTrees: every token has tags and hangs, by any way, on a root of its own sentence; names are well formed.
func checkTrees(t *testing.T, doc *text.Doc) {
	t.Helper()
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	for _, sent := range doc.Sentences {
		before := ""
		for i := sent.First; i < sent.Last; i++ {
			tok := doc.Tokens[i]
			if tok.Tag == "" || tok.XPOS == "" || tok.Rel == "" || tok.Lemma == "" {
				t.Fatalf("token %d %q is without analysis: %+v", i, doc.Word(i), tok)
			}
			if kind, inside := strings.CutPrefix(tok.Entity, "I-"); inside && before != "B-"+kind && before != "I-"+kind {
				t.Fatalf("token %d is inside a name after %q", i, before)
			}
			before = tok.Entity
			at := i
			for steps := 0; at != text.NoHead; steps++ {
				if at = doc.Tokens[at].Head; steps > sent.Last-sent.First || at != text.NoHead && !sent.Holds(at) {
					t.Fatalf("token %d hangs on nothing", i)
				}
			}
		}
	}
}

func BenchmarkTrees(b *testing.B) {
	const words = "The union rejected the latest offer on Monday, and its leader, Greta Olsen, said that talks with the port " +
		"employers would not go on before the ministry had answered. “We have waited for three weeks,” she told reporters in " +
		"Lornhaven. About 1,400 dockers have been on strike since early March, a spokesman for the employers said.\n"
	doc := &text.Doc{Text: strings.Repeat(words, 10)}
	sentence.Read(doc)
	tag.Read(doc)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		tag.Read(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
