// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	stages "stemma/internal/reading"
	"stemma/internal/text"
	"stemma/internal/treebank"
)

// TestScorePronouns measures what pronouns are taken to stand for against the chains of GUM, over its own tokens.
func TestScorePronouns(t *testing.T) {
	dep := filepath.Join(sharedFolder(t), "data", "gum", "dep")
	reader, err := stages.New(stages.Stages())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, part := range []string{"train", "dev"} {
		var all pronounScore
		for _, genre := range []string{"news", "interview", "court", "speech", "bio"} {
			files, err := filepath.Glob(filepath.Join(dep, part, "GUM_"+genre+"_*.conllu"))
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range files {
				all.document(t, reader, file)
			}
		}
		if all.known == 0 {
			skip(t, "no treebank of GUM in shared/data")
		}
		all.write(&b, "GUM "+part+": news, interviews, court, speeches, lives")
	}
	compare(t, "pronouns.txt", b.String())
}

// A pronounScore counts pronouns that have something named or described before them.
type pronounScore struct {
	known, given, right int
	wrong               map[string][3]int // by word: known, given, right
}

// A chain is the mentions of one thing, by token numbers of the document.
type chain []text.Range

// document adds the pronouns of one file.
func (p *pronounScore) document(t *testing.T, reader *stages.Reader, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sentences, err := treebank.Parse(filepath.Base(file), data)
	if err != nil {
		t.Fatal(err)
	}
	doc := treebank.Doc(sentences)
	reader.Annotate(doc)
	chains, of := chainsOf(sentences)
	to := map[int]text.Range{}
	for _, r := range doc.References {
		to[r.Token] = r.To
	}
	for i := range doc.Tokens {
		group, single := of[text.Range{First: i, Last: i + 1}]
		if word := doc.Lower(i); single && slices.Contains(thirdPerson, word) && described(doc, chains[group], i) {
			found, given := to[i]
			p.count(word, given, given && holdsEnd(chains, group, found))
		}
	}
}

var thirdPerson = strings.Fields("he him his she her it its they them their")

// chainsOf lists the mentions of a document by group, and the group of each mention.
func chainsOf(sentences []treebank.Sentence) (map[string]chain, map[text.Range]string) {
	chains, of := map[string]chain{}, map[text.Range]string{}
	at := 0
	for i := range sentences {
		for _, m := range treebank.Mentions(&sentences[i]) {
			r := text.Range{First: at + m.First, Last: at + m.Last}
			chains[m.Group] = append(chains[m.Group], r)
			of[r] = m.Group
		}
		at += len(sentences[i].Words)
	}
	return chains, of
}

// described reports whether a chain has a mention before token i that is no pronoun.
func described(doc *text.Doc, c chain, i int) bool {
	return slices.ContainsFunc(c, func(r text.Range) bool {
		return r.Last <= i && (r.Last-r.First > 1 || doc.Tokens[r.First].UPOS != text.PRON)
	})
}

// holdsEnd reports whether the smallest mention that holds the last token of found belongs to a group.
func holdsEnd(chains map[string]chain, group string, found text.Range) bool {
	best, size := "", 1<<30
	for g, c := range chains {
		for _, r := range c {
			if n := r.Last - r.First; r.Holds(found.Last-1) && (n < size || n == size && g == group) {
				best, size = g, n
			}
		}
	}
	return best == group
}

func (p *pronounScore) count(word string, given, right bool) {
	if p.wrong == nil {
		p.wrong = map[string][3]int{}
	}
	w := p.wrong[word]
	p.known, w[0] = p.known+1, w[0]+1
	if given {
		p.given, w[1] = p.given+1, w[1]+1
	}
	if right {
		p.right, w[2] = p.right+1, w[2]+1
	}
	p.wrong[word] = w
}

func (p *pronounScore) write(b *strings.Builder, name string) {
	fmt.Fprintf(b, "%s\n%-6s %s\n", name, "all", rates(p.known, p.given, p.right))
	for _, word := range thirdPerson {
		w := p.wrong[word]
		fmt.Fprintf(b, "%-6s %s\n", word, rates(w[0], w[1], w[2]))
	}
}

// rates are precision and recall of what was given.
func rates(known, given, right int) string {
	return fmt.Sprintf("right %d of %d given = %.3f, of %d known = %.3f", right, given, ratio(right, given), known, ratio(right, known))
}

func ratio(a, b int) float64 { return float64(a) / float64(max(b, 1)) }
