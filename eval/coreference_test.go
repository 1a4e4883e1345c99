// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"stemma/internal/lexicon"
	stages "stemma/internal/reading"
	"stemma/internal/score"
	"stemma/internal/text"
)

// TestScoreCoreference measures which words of several texts are taken to tell of one event, against ECB+: its mentions
// are given, and which texts are about one event.
func TestScoreCoreference(t *testing.T) {
	folder := filepath.Join(sharedFolder(t), "data", "ecbplus")
	reader, err := stages.New(stages.Stages())
	if err != nil {
		t.Fatal(err)
	}
	topics := subtopics(t, reader, folder, "dev")
	if len(topics) == 0 {
		skip(t, "no texts of ECB+ in shared/data")
	}
	var c corefScore
	for _, s := range topics {
		c.add(s)
	}
	compare(t, "coreference.txt", c.String())
}

// A corefScore is the mentions of all sub-topics, and the clusters that each of several ways puts them in.
type corefScore struct {
	topics, texts                int
	mentions                     []mention
	in                           []string // by mention: its sub-topic
	gold, lemma, concept, linked []string
}

func (c *corefScore) add(s *subtopic) {
	c.topics++
	c.texts += len(s.reports)
	linked := link(s)
	for i, m := range s.mentions {
		c.mentions, c.in = append(c.mentions, m), append(c.in, s.name)
		c.gold = append(c.gold, m.event)
		c.lemma = append(c.lemma, s.name+" "+m.token().Lemma)
		c.concept = append(c.concept, s.name+" "+lexicon.ConceptOf(m.token()))
		c.linked = append(c.linked, fmt.Sprintf("%s %d", s.name, linked[i]))
	}
}

func (m mention) token() *text.Token { return &m.report.Doc.Tokens[m.head] }

func (c *corefScore) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "ECB+ dev, mentions given, in %d sub-topics given: %d texts, %d mentions, %d events\n", c.topics, c.texts, len(c.mentions), score.Clusters(c.gold))
	for _, way := range []struct {
		name  string
		found []string
	}{{"same lemma", c.lemma}, {"same concept", c.concept}, {"linked", c.linked}} {
		got := score.Corefer(c.gold, way.found)
		fmt.Fprintf(&b, "%-12s  %3d found  MUC %v  B3 %v  CEAFe %v  CoNLL %.1f\n", way.name, score.Clusters(way.found), got.MUC, got.B3, got.CEAFe, 100*got.CoNLL())
	}
	for _, side := range []struct {
		name            string
		together, apart []string
	}{{"pairs of one event left apart", c.gold, c.linked}, {"pairs of two events joined", c.linked, c.gold}} {
		b.WriteString(score.Apart(side.together, side.apart, c.class).Row(side.name, 8))
		b.WriteString(score.Apart(side.together, side.apart, c.place).Row("  by sub-topic", 8))
	}
	return b.String()
}

func (c *corefScore) place(i, _ int) string { return c.in[i] }

// class says how the words of two mentions go together, and whether they stand in one text.
func (c *corefScore) class(i, j int) string {
	words := "other words"
	switch {
	case c.lemma[i] == c.lemma[j]:
		words = "one lemma"
	case c.concept[i] == c.concept[j]:
		words = "one concept"
	}
	if c.mentions[i].report == c.mentions[j].report {
		return words + " in one text"
	}
	return words + " in two texts"
}
