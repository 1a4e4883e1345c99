// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stemma/internal/sentence"
	"stemma/internal/text"
	"stemma/internal/treebank"
)

// A bank is a treebank to be measured by.
type bank struct {
	name  string
	files []string // CoNLL-U
	names string   // an IOB2 file; "" where the mentions of GUM give the names
}

// TestScoreTrees measures parts of speech, trees and names over the tokens of treebanks, and tokens and sentences over
// their texts. No word of a treebank gets into the golden file.
func TestScoreTrees(t *testing.T) {
	shared := sharedFolder(t)
	python, err := exec.LookPath("python3")
	if err != nil {
		skip(t, "python3 is not installed, and the scoring programs are written in it")
	}
	m := measurer{t, python, filepath.Join(shared, "score"), build(t)}
	var b strings.Builder
	for _, bk := range banks(t, shared) {
		m.trees(&b, bk)
	}
	for _, f := range treeFloors {
		if got := measured(b.String(), f.bank, f.name); got < f.least {
			t.Errorf("%s: %s is %g, below its floor %g", f.bank, f.name, got, f.least)
		}
	}
	compare(t, "trees.txt", b.String())
}

// treeFloors are what a network and the rules of tokens and sentences must reach.
var treeFloors = []struct {
	bank, name string
	least      float64
}{
	{"EWT dev", "UPOS", 94.5},
	{"EWT dev", "UAS", 85.5},
	{"EWT dev", "LAS", 82},
	{"EWT dev", "names", 0.75},
	{"EWT dev", "raw tokens", 0.985},
	{"EWT dev", "raw sentences", 0.8},
	{"GUM dev", "UPOS", 94.5},
	{"GUM dev", "UAS", 84.5},
	{"GUM dev", "LAS", 81},
	{"GUM dev, news", "raw sentences", 0.93},
}

// measured is the number after a name in the part of a bank, or the F1 in its line; below any floor where there is none.
func measured(page, bank, name string) float64 {
	_, part, _ := strings.Cut(page, "== "+bank+"\n")
	part, _, _ = strings.Cut(part, "\n\n")
	for line := range strings.Lines(part) {
		rest, ok := strings.CutPrefix(line, name+" ")
		if !ok {
			continue
		}
		if _, f1, ok := strings.Cut(rest, " F "); ok {
			rest = f1
		}
		if n, err := strconv.ParseFloat(strings.Fields(rest)[0], 64); err == nil {
			return n
		}
	}
	return -1
}

func banks(t *testing.T, shared string) []bank {
	t.Helper()
	ewt := filepath.Join(shared, "data", "ud", "en_ewt", "en_ewt-ud-dev.conllu")
	uner := filepath.Join(shared, "data", "uner", "en_ewt", "en_ewt-ud-dev.iob2")
	gum, err := filepath.Glob(filepath.Join(shared, "data", "gum", "dep", "dev", "*.conllu")) // sorted
	if err != nil || len(gum) == 0 || !exists(ewt) || !exists(uner) {
		skip(t, "no treebanks in shared/data")
	}
	news := slices.DeleteFunc(slices.Clone(gum), func(path string) bool {
		return !strings.HasPrefix(filepath.Base(path), "GUM_news_")
	})
	return []bank{{"EWT dev", []string{ewt}, uner}, {"GUM dev", gum, ""}, {"GUM dev, news", news, ""}}
}

// trees prints what is measured by one treebank.
func (m measurer) trees(b *strings.Builder, bk bank) {
	m.Helper()
	var all []byte
	for _, path := range bk.files {
		data, err := os.ReadFile(path)
		if err != nil {
			m.Fatal(err)
		}
		all = append(all, data...)
	}
	dir := m.TempDir()
	goldFile, gotFile := filepath.Join(dir, "gold.conllu"), filepath.Join(dir, "got.conllu")
	if err := os.WriteFile(goldFile, all, 0o666); err != nil {
		m.Fatal(err)
	}
	m.run(m.stemma, "read", "--format", "conllu", "-o", gotFile, goldFile)
	args := []string{filepath.Join(m.score, "trees.py"), goldFile, gotFile}
	if bk.names != "" {
		args = append(args, "--names", bk.names)
	}
	fmt.Fprintf(b, "== %s\n%s", bk.name, m.run(m.python, args...))

	gold, got := m.bank(goldFile), m.bank(gotFile)
	writeNames(b, goldNames(m, bk, gold), got)
	writeConfusions(b, "UPOS", gold, got, func(w treebank.Word) string { return w.UPOS })
	writeConfusions(b, "relation", gold, got, mainRelation)
	writeWrong(b, gold, got)
	writeWorst(b, gold, got)
	writeCuts(b, gold)
	b.WriteString("\n")
}

func (m measurer) bank(path string) []treebank.Sentence {
	m.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		m.Fatal(err)
	}
	out, err := treebank.Parse(filepath.Base(path), data)
	if err != nil {
		m.Fatal(err)
	}
	return out
}

// goldNames is the tagged names of each sentence, by its characters.
func goldNames(m measurer, bk bank, gold []treebank.Sentence) map[string]treebank.Names {
	m.Helper()
	var all []treebank.Names
	if bk.names == "" {
		for i := range gold {
			all = append(all, treebank.Names{Words: forms(gold[i]), Tags: treebank.Entities(&gold[i])})
		}
	} else {
		data, err := os.ReadFile(bk.names)
		if err != nil {
			m.Fatal(err)
		}
		if all, err = treebank.ParseIOB2(filepath.Base(bk.names), data); err != nil {
			m.Fatal(err)
		}
	}
	out := map[string]treebank.Names{}
	for _, n := range all {
		out[strings.Join(n.Words, "")] = n
	}
	return out
}

func forms(s treebank.Sentence) []string {
	out := make([]string, 0, len(s.Words))
	for _, w := range s.Words {
		out = append(out, w.Form)
	}
	return out
}

// A count is what was found of what was to be found.
type count struct{ right, gold, got int }

func (c *count) add(gold, got map[any]bool) {
	c.gold, c.got = c.gold+len(gold), c.got+len(got)
	for k := range got {
		if gold[k] {
			c.right++
		}
	}
}

func (c count) String() string {
	share := func(of int) float64 { return float64(c.right) / float64(max(of, 1)) }
	f := 2 * float64(c.right) / float64(max(c.gold+c.got, 1))
	return fmt.Sprintf("P %.3f R %.3f F %.3f (%d right, %d found, %d gold)", share(c.got), share(c.gold), f, c.right, c.got, c.gold)
}

// writeNames prints the names found of each kind. A name counts by its characters, so that tokens may be cut differently.
func writeNames(b *strings.Builder, gold map[string]treebank.Names, got []treebank.Sentence) {
	for _, kind := range []string{"PER", "ORG", "LOC"} {
		var c count
		for _, s := range got {
			want, ok := gold[strings.Join(forms(s), "")]
			if !ok {
				continue
			}
			tags := make([]string, 0, len(s.Words))
			for _, w := range s.Words {
				_, tag, _ := strings.Cut(w.Misc, "NER=")
				tag, _, _ = strings.Cut(tag, "|")
				tags = append(tags, tag)
			}
			c.add(placed(want.Words, want.Tags, kind), placed(forms(s), tags, kind))
		}
		fmt.Fprintf(b, "names %s %s\n", kind, c)
	}
}

// placed is the spans of one kind, by characters.
func placed(words, tags []string, kind string) map[any]bool {
	out := map[any]bool{}
	at, start := 0, -1
	for i, tag := range tags {
		if start >= 0 && tag != "I-"+kind {
			out[[2]int{start, at}] = true
			start = -1
		}
		if start < 0 && (tag == "B-"+kind || tag == "I-"+kind) {
			start = at
		}
		at += len(words[i])
	}
	if start >= 0 {
		out[[2]int{start, at}] = true
	}
	return out
}

// writeCuts prints how well tokens and sentences are found in the treebank's texts, as in the CoNLL 2018 shared task: by
// characters, whitespace left out.
func writeCuts(b *strings.Builder, gold []treebank.Sentence) {
	var tokens, sentences count
	left := 0
	for doc := range documents(gold) {
		want := cutsOf(doc)
		read := &text.Doc{Text: rawText(doc)}
		sentence.Read(read)
		got := cutsRead(read)
		if got.chars != want.chars {
			left++
			continue
		}
		tokens.add(want.tokens, got.tokens)
		sentences.add(want.sentences, got.sentences)
	}
	fmt.Fprintf(b, "raw tokens %s\nraw sentences %s\n", tokens, sentences)
	if left > 0 {
		fmt.Fprintf(b, "raw documents left out, their text is not that of their words: %d\n", left)
	}
}

// documents cuts a treebank before each newdoc.
func documents(all []treebank.Sentence) func(func([]treebank.Sentence) bool) {
	return func(yield func([]treebank.Sentence) bool) {
		first := 0
		for i := 1; i <= len(all); i++ {
			if i < len(all) && !begins(all[i], "newdoc") {
				continue
			}
			if !yield(all[first:i]) {
				return
			}
			first = i
		}
	}
}

// begins reports whether a document or a paragraph begins with a sentence.
func begins(s treebank.Sentence, what string) bool {
	_, bare := s.Comment(what)
	_, named := s.Comment(what + " id")
	return bare || named
}

// rawText is a document as it was before anybody annotated it.
func rawText(doc []treebank.Sentence) string {
	var b strings.Builder
	for i, s := range doc {
		line, _ := s.Comment("text")
		b.WriteString(line)
		switch {
		case i+1 == len(doc):
		case begins(doc[i+1], "newpar"):
			b.WriteString("\n\n")
		case spaceAfter(s):
			b.WriteString(" ")
		}
	}
	return b.String()
}

// spaceAfter reports whether a space follows a sentence.
func spaceAfter(s treebank.Sentence) bool {
	if n := len(s.Ranges); n > 0 && s.Ranges[n-1].Last == len(s.Words) {
		return s.Ranges[n-1].SpaceAfter
	}
	return s.Words[len(s.Words)-1].SpaceAfter
}

// cuts is where tokens and sentences begin and end, in characters without whitespace.
type cuts struct {
	chars             string
	tokens, sentences map[any]bool
}

func newCuts() *cuts { return &cuts{tokens: map[any]bool{}, sentences: map[any]bool{}} }

func (c *cuts) token(form string) {
	start := len(c.chars)
	c.chars += strings.Join(strings.Fields(form), "")
	c.tokens[[2]int{start, len(c.chars)}] = true
}

func (c *cuts) sentence(start int) { c.sentences[[2]int{start, len(c.chars)}] = true }

// cutsOf is the treebank's own. A range is one token where its words do not make it up.
func cutsOf(doc []treebank.Sentence) *cuts {
	c := newCuts()
	for _, s := range doc {
		start := len(c.chars)
		words, ranges := forms(s), s.Ranges
		for i := 0; i < len(words); i++ {
			if len(ranges) == 0 || ranges[0].First != i {
				c.token(words[i])
				continue
			}
			r := ranges[0]
			ranges = ranges[1:]
			if strings.Join(words[r.First:r.Last], "") != r.Form {
				c.token(r.Form)
				i = r.Last - 1
				continue
			}
			for ; i < r.Last; i++ {
				c.token(words[i])
			}
			i--
		}
		c.sentence(start)
	}
	return c
}

// cutsRead is the program's.
func cutsRead(doc *text.Doc) *cuts {
	c := newCuts()
	for _, s := range doc.Sentences {
		start := len(c.chars)
		for i := s.First; i < s.Last; i++ {
			c.token(doc.Word(i))
		}
		c.sentence(start)
	}
	return c
}

func TestCutsAreCompared(t *testing.T) {
	data := strings.ReplaceAll(`# newdoc
# newpar
# text = Go on.
1 Go _ _ _ _ 0 _ _ _
2 on _ _ _ _ 0 _ _ SpaceAfter=No
3 . _ _ _ _ 0 _ _ SpaceAfter=No

# text = Don't!
1-2 Don't _ _ _ _ _ _ _ SpaceAfter=No
1 Do _ _ _ _ 0 _ _ _
2 n't _ _ _ _ 0 _ _ _
3 ! _ _ _ _ 0 _ _ _

# newpar
# text = He'll go
1-2 He'll _ _ _ _ _ _ _ _
1 he _ _ _ _ 0 _ _ _
2 will _ _ _ _ 0 _ _ _
3 go _ _ _ _ 0 _ _ _

# newdoc id = b
# text = End
1 End _ _ _ _ 0 _ _ _
`, " _", "\t_")
	var b bytes.Buffer
	for line := range strings.Lines(data) {
		if !strings.HasPrefix(line, "#") {
			line = strings.NewReplacer(" ", "\t").Replace(line)
		}
		b.WriteString(line)
	}
	sentences, err := treebank.Parse("t", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var docs [][]treebank.Sentence
	for doc := range documents(sentences) {
		docs = append(docs, doc)
	}
	if len(docs) != 2 || rawText(docs[0]) != "Go on.Don't!\n\nHe'll go" {
		t.Fatalf("%d documents, %q", len(docs), rawText(docs[0]))
	}
	c := cutsOf(docs[0])
	if c.chars != "Goon.Don't!He'llgo" || len(c.tokens) != 8 || len(c.sentences) != 3 || !c.tokens[[2]int{5, 7}] || !c.tokens[[2]int{11, 16}] {
		t.Errorf("%+v", c)
	}
	var total count
	total.add(c.tokens, map[any]bool{[2]int{0, 2}: true, [2]int{2, 5}: true})
	if got := total.String(); got != "P 0.500 R 0.125 F 0.200 (1 right, 2 found, 8 gold)" {
		t.Error(got)
	}
	spans := placed([]string{"Ida", "Lund", "x", "Odd"}, []string{"B-PER", "I-PER", "O", "B-PER"}, "PER")
	if len(spans) != 2 || !spans[[2]int{0, 7}] || !spans[[2]int{8, 11}] {
		t.Errorf("%v", spans)
	}
}
