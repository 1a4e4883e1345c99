// SPDX-License-Identifier: Apache-2.0

package sentence_test

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stemma/internal/text"
	"stemma/internal/treebank"
)

var differences = flag.Int("differences", 0, "print that many of the most frequent differences from each treebank")

// TestScoresOnTreebanks measures tokens and sentences over the raw text of UD treebanks, where they are present. Rules
// are tuned on the training parts; the floors hold on both.
func TestScoresOnTreebanks(t *testing.T) {
	root := shared(t)
	for _, b := range []struct {
		name, files       string
		tokens, sentences float64 // floors
	}{
		{"EWT train", "ud/en_ewt/en_ewt-ud-train.reassembled.conllu", .99, .88},
		{"EWT dev", "ud/en_ewt/en_ewt-ud-dev.conllu", .99, .865},
		{"GUM train", "gum/dep/train/*.conllu", .99, .95},
		{"GUM dev", "gum/dep/dev/*.conllu", .99, .95},
		{"GUM train, news", "gum/dep/train/GUM_news_*.conllu", .99, .93},
		{"GUM dev, news", "gum/dep/dev/GUM_news_*.conllu", .99, .93},
	} {
		t.Run(b.name, func(t *testing.T) {
			c := measure(t, filepath.Join(root, b.files))
			t.Logf("tokens %s; sentences %s%s", c.tokens, c.sentences, c.commonest(*differences))
			if c.tokens.f() < b.tokens || c.sentences.f() < b.sentences {
				t.Errorf("below the floors %.3f and %.3f", b.tokens, b.sentences)
			}
		})
	}
}

// shared finds the folder of shared data beside the repository.
func shared(t *testing.T) string {
	t.Helper()
	dir, _ := filepath.Abs(".")
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	root := filepath.Join(filepath.Dir(dir), "shared", "data")
	if _, err := os.Stat(filepath.Join(root, "ud")); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("../shared/data/ud is missing")
		}
		t.Skip("needs ../shared/data/ud and gum")
	}
	return root
}

// A tally counts spans that are right, said, and in the gold.
type tally struct{ right, said, gold int }

func (c tally) f() float64 { return 2 * float64(c.right) / float64(max(c.said+c.gold, 1)) }

func (c tally) String() string {
	share := func(of int) float64 { return float64(c.right) / float64(max(of, 1)) }
	return fmt.Sprintf("P %.4f R %.4f F %.4f of %d", share(c.said), share(c.gold), c.f(), c.gold)
}

// A comparison is what treebanks and the program make of the same texts.
type comparison struct {
	tokens, sentences tally
	differ            map[string]int
}

func measure(t *testing.T, pattern string) *comparison {
	t.Helper()
	files, _ := filepath.Glob(pattern)
	if len(files) == 0 {
		t.Fatalf("no file %s", filepath.Base(pattern))
	}
	c := &comparison{differ: map[string]int{}}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		bank, err := treebank.Parse(filepath.Base(path), data)
		if err != nil {
			t.Fatal(err)
		}
		c.add(t, bank)
	}
	return c
}

// add compares the texts of one file, taken as one: a document begins a paragraph too.
func (c *comparison) add(t *testing.T, bank []treebank.Sentence) {
	t.Helper()
	raw, want := goldCuts(bank)
	doc := read(raw)
	got := cutsOf(doc)
	if got.chars != want.chars {
		t.Fatal("the words of the treebank do not make up its text")
	}
	c.tokens.add(want.tokens, got.tokens)
	c.sentences.add(want.sentences, got.sentences)
	c.tokenDifferences(want, got)
	c.sentenceDifferences(want, got)
}

// add compares two sorted lists of spans.
func (c *tally) add(gold, got [][2]int) {
	c.gold, c.said = c.gold+len(gold), c.said+len(got)
	known := make(map[[2]int]bool, len(gold))
	for _, s := range gold {
		known[s] = true
	}
	for _, s := range got {
		if known[s] {
			c.right++
		}
	}
}

// cuts is where tokens and sentences begin and end, in bytes of the text without its whitespace.
type cuts struct {
	chars             string
	tokens, sentences [][2]int
}

// cutter collects cuts.
type cutter struct {
	chars strings.Builder
	cuts
}

func (c *cutter) token(form string) {
	start := c.chars.Len()
	for _, field := range strings.Fields(form) {
		c.chars.WriteString(field)
	}
	c.tokens = append(c.tokens, [2]int{start, c.chars.Len()})
}

func (c *cutter) sentence(start int) { c.sentences = append(c.sentences, [2]int{start, c.chars.Len()}) }

func (c *cutter) done() cuts {
	c.cuts.chars = c.chars.String()
	return c.cuts
}

// cutsOf is the program's cuts.
func cutsOf(doc *text.Doc) cuts {
	c := &cutter{}
	for _, s := range doc.Sentences {
		start := c.chars.Len()
		for i := s.First; i < s.Last; i++ {
			c.token(doc.Word(i))
		}
		c.sentence(start)
	}
	return c.done()
}

// goldCuts is the raw text of a treebank and its own cuts.
func goldCuts(bank []treebank.Sentence) (string, cuts) {
	c := &cutter{}
	var raw strings.Builder
	for i := range bank {
		s := &bank[i]
		line, _ := s.Comment("text")
		raw.WriteString(line)
		switch {
		case i+1 < len(bank) && (begins(&bank[i+1], "newpar") || begins(&bank[i+1], "newdoc")):
			raw.WriteString("\n\n")
		case spaceAfter(s):
			raw.WriteString(" ")
		}
		start := c.chars.Len()
		for _, form := range surface(s) {
			c.token(form)
		}
		c.sentence(start)
	}
	return raw.String(), c.done()
}

func begins(s *treebank.Sentence, what string) bool {
	_, bare := s.Comment(what)
	_, named := s.Comment(what + " id")
	return bare || named
}

func spaceAfter(s *treebank.Sentence) bool {
	if n := len(s.Ranges); n > 0 && s.Ranges[n-1].Last == len(s.Words) {
		return s.Ranges[n-1].SpaceAfter
	}
	return s.Words[len(s.Words)-1].SpaceAfter
}

// surface is the words of a sentence as they stand in its text: a range whose words do not make it up is one.
func surface(s *treebank.Sentence) []string {
	var out []string
	next := 0
	for _, r := range s.Ranges {
		for ; next < r.First; next++ {
			out = append(out, s.Words[next].Form)
		}
		joined := ""
		for _, w := range s.Words[r.First:r.Last] {
			joined += w.Form
		}
		if joined != r.Form {
			out, next = append(out, r.Form), r.Last
		}
	}
	for ; next < len(s.Words); next++ {
		out = append(out, s.Words[next].Form)
	}
	return out
}

// tokenDifferences counts the stretches that the two sides cut differently.
func (c *comparison) tokenDifferences(want, got cuts) {
	for i, k := 0, 0; i < len(want.tokens) && k < len(got.tokens); i, k = i+1, k+1 {
		if want.tokens[i] == got.tokens[k] {
			continue
		}
		from, fromGot := i, k
		for want.tokens[i][1] != got.tokens[k][1] {
			if want.tokens[i][1] < got.tokens[k][1] {
				i++
			} else {
				k++
			}
		}
		c.differ["tokens "+want.join(from, i+1)+"   not "+got.join(fromGot, k+1)]++
	}
}

func (c cuts) join(from, to int) string {
	var out []string
	for _, s := range c.tokens[from:to] {
		out = append(out, c.chars[s[0]:s[1]])
	}
	return strings.Join(out, " ")
}

// sentenceDifferences counts the ends of sentences on one side only, with the tokens around them.
func (c *comparison) sentenceDifferences(want, got cuts) {
	ends := map[int]string{}
	for _, s := range got.sentences {
		ends[s[1]] = "false end"
	}
	for _, s := range want.sentences {
		if ends[s[1]] == "" {
			ends[s[1]] = "no end"
		} else {
			delete(ends, s[1])
		}
	}
	for i, s := range want.tokens[:len(want.tokens)-1] {
		if kind := ends[s[1]]; kind != "" {
			c.differ[kind+"    "+want.join(max(i-*around, 0), i+1)+" ¶ "+want.join(i+1, min(i+2+*around, len(want.tokens)))]++
		}
	}
}

var around = flag.Int("around", 0, "tokens of context that a difference shows more")

// commonest is the n most frequent differences, a line each.
func (c *comparison) commonest(n int) string {
	keys := slices.SortedFunc(maps.Keys(c.differ), func(a, b string) int {
		return cmp.Or(cmp.Compare(c.differ[b], c.differ[a]), cmp.Compare(a, b))
	})
	var b strings.Builder
	for _, k := range keys[:min(n, len(keys))] {
		fmt.Fprintf(&b, "\n%5d %s", c.differ[k], k)
	}
	return b.String()
}
