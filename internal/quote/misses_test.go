// SPDX-License-Identifier: Apache-2.0

package quote_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"stemma/internal/score"
	"stemma/internal/text"
)

// misses are relations and quotations that were not read as people have annotated them. They name documents and places,
// and of the words only lemmas of cues: the texts are their publishers'.
type misses struct {
	missed, invented            score.Counts // by what is wrong
	missedCues, inventedCues    score.Counts // by lemma, where no cue stands on the other side
	documents                   score.Counts
	longest                     score.Counts // contents, in characters
	quotations, longestQuotings score.Counts
}

// missed compares the readings of a folder with its annotations.
func missed(t *testing.T, dir string, readings []reading, labels map[string]string) string {
	t.Helper()
	m := misses{
		missed: score.Counts{}, invented: score.Counts{}, missedCues: score.Counts{}, inventedCues: score.Counts{},
		documents: score.Counts{}, longest: score.Counts{}, quotations: score.Counts{}, longestQuotings: score.Counts{},
	}
	for _, r := range readings {
		if gold := annotated(t, dir, r); len(gold) > 0 {
			m.add(labels[r.id], gold, r.relations())
		}
	}
	return m.String()
}

func (m misses) add(label string, gold, got []relation) {
	for _, g := range gold {
		if fault := g.fault(got); g.whole() && fault != "" {
			m.missed[fault]++
			m.documents[label]++
			m.longest[g.named(label, fault)] = length(g.content)
			if fault == noCue {
				m.missedCues[g.lemma]++
			}
		}
		if fault := g.misquoted(got); g.quoted && len(g.source) > 0 && fault != "" {
			m.quotations[fault]++
			m.longestQuotings[g.named(label, fault)] = length(g.content)
		}
	}
	for _, r := range got {
		if fault := r.fault(gold); r.whole() && fault != "" {
			m.invented[fault]++
			m.documents[label]++
			if fault == noCue {
				m.inventedCues[r.lemma]++
			}
		}
	}
}

func (m misses) String() string {
	return m.missed.Row("relations missed", 9) +
		m.invented.Row("relations invented", 9) +
		m.missedCues.Row("cues missed", 20) +
		m.inventedCues.Row("cues invented", 20) +
		m.quotations.Row("quotations without the right source", 9) +
		m.documents.List("documents with most relations missed or invented", 10) +
		m.longest.List("longest contents of relations missed, in characters", 10) +
		m.longestQuotings.List("longest quotations without the right source, in characters", 10)
}

const noCue = "no cue"

// fault says how a relation differs from the nearest of others; "" where one shares something of every part.
func (r relation) fault(others []relation) string {
	fault := noCue
	for _, o := range others {
		if !overlap(r.cue, o.cue) {
			continue
		}
		switch source, content := overlap(r.source, o.source), overlap(r.content, o.content); {
		case source && content:
			return ""
		case content && len(o.source) == 0:
			fault = "no source"
		case content:
			fault = "other source"
		case source && (fault == noCue || fault == "other source and content"):
			fault = "other content"
		case fault == noCue:
			fault = "other source and content"
		}
	}
	return fault
}

// misquoted says what is wrong with the source of a quotation: "" where a content that shares half of the shorter one has it.
func (r relation) misquoted(others []relation) string {
	fault := "not found"
	for _, o := range others {
		if n := shared(r.content, o.content); n == 0 || 2*n < min(length(r.content), length(o.content)) {
			continue
		}
		switch {
		case overlap(r.source, o.source):
			return ""
		case len(o.source) > 0:
			fault = "other speaker"
		case fault == "not found":
			fault = "no speaker"
		}
	}
	if r.pronoun {
		fault += " for a pronoun"
	}
	return fault
}

// named is a label of a relation: document, first and last place of the content, fault.
func (r relation) named(label, fault string) string {
	content := r.content[0]
	for _, piece := range r.content {
		content = content.Union(piece)
	}
	return fmt.Sprintf("%s %d-%d %s", label, content.Start, content.End, fault)
}

func overlap(a, b []text.Span) bool { return shared(a, b) > 0 }

// shared is how many characters two lists of places have in common.
func shared(a, b []text.Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return n
}

func length(spans []text.Span) int {
	n := 0
	for _, s := range spans {
		n += s.End - s.Start
	}
	return n
}

// labels names every document of a folder by publisher, day and its number among that day's: the names of the files hold
// words of headlines.
func labels(t *testing.T, folder string) map[string]string {
	t.Helper()
	texts, err := filepath.Glob(filepath.Join(folder, "text", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	numbers, out := map[string]int{}, map[string]string{}
	for _, path := range texts {
		id := strings.TrimSuffix(filepath.Base(path), ".txt")
		parts := strings.SplitN(id, "_", 3)
		day := strings.Join(parts[:min(2, len(parts))], " ")
		numbers[day]++
		out[id] = fmt.Sprintf("%s #%d", day, numbers[day])
	}
	return out
}

func TestFaultsOfRelations(t *testing.T) {
	at := func(start, end int) []text.Span { return []text.Span{{Start: start, End: end}} }
	gold := relation{source: at(0, 4), cue: at(5, 9), content: at(10, 30)}
	tests := []struct {
		name            string
		got             []relation
		fault, misquote string
	}{
		{"nothing is read", nil, "no cue", "not found"},
		{"all is right", []relation{gold}, "", ""},
		{"nobody is named", []relation{{cue: at(5, 9), content: at(10, 30)}}, "no source", "no speaker"},
		{
			"another is named",
			[]relation{{source: at(40, 44), cue: at(5, 9), content: at(12, 30)}},
			"other source", "other speaker",
		},
		{"another content", []relation{{source: at(0, 2), cue: at(5, 9), content: at(50, 60)}}, "other content", "not found"},
		{
			"the nearest counts",
			[]relation{{source: at(0, 4), cue: at(5, 9), content: at(50, 60)}, {cue: at(5, 9), content: at(40, 45)}},
			"other content", "not found",
		},
		{"the cue is another", []relation{{source: at(0, 4), cue: at(90, 99), content: at(10, 30)}}, "no cue", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if fault, misquote := gold.fault(tt.got), gold.misquoted(tt.got); fault != tt.fault || misquote != tt.misquote {
				t.Errorf("%q, %q", fault, misquote)
			}
		})
	}
}
