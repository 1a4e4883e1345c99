// SPDX-License-Identifier: Apache-2.0

package treebank

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/text"
)

func TestADocHasTheFilesTokens(t *testing.T) {
	hat := Sentence{
		Words:  []Word{{Form: "gon", SpaceAfter: true}, {Form: "to", SpaceAfter: true}, {Form: "’Tis", SpaceAfter: true}},
		Ranges: []Range{{First: 0, Last: 2, Form: "gonna", SpaceAfter: true}},
	}
	odd := Sentence{Words: []Word{{Form: "a\nb c"}, {Form: "", SpaceAfter: true}, {Form: " \t"}}}
	sentences := append(parsed(t, sample), Sentence{}, hat, odd)
	doc := Doc(sentences)
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("Boats don't wait, _.\ngon to ’Tis\na b c_ _", doc.Text); diff != "" {
		t.Error(diff)
	}
	var words []string
	for i := range doc.Tokens {
		words = append(words, doc.Word(i))
		if doc.Tokens[i].Head != text.NoHead {
			t.Errorf("token %d has a head", i)
		}
	}
	want := []string{"Boats", "do", "n't", "wait", ",", "_", ".", "gon", "to", "’Tis", "a b c", "_", "_"}
	if diff := cmp.Diff(want, words); diff != "" {
		t.Error(diff)
	}
	if got := doc.Lower(9); got != "'tis" {
		t.Errorf("lower case %q", got)
	}
	if len(doc.Sentences) != 3 || len(doc.Paragraphs) != 3 || doc.Sentences[1].First != 7 || doc.Sentences[1].Paragraph != 1 {
		t.Errorf("sentences %+v", doc.Sentences)
	}
}

func TestAnnotateShowsWhatTheDocHolds(t *testing.T) {
	sentences := append(parsed(t, "1\tGo\t_\t_\t_\t_\t0\troot\t_\t_\n\n"), parsed(t, sample)...)
	doc := Doc(sentences)
	for i, tok := range []text.Token{
		{},
		{UPOS: "NOUN", XPOS: "NNS", Lemma: "boat", Head: 4, Rel: "nsubj", Entity: "B-ORG"},
		{UPOS: "AUX", Head: 4, Rel: "aux"},
		{Head: 0, Rel: "advmod"}, // a head in another sentence
		{Head: text.NoHead, Rel: "root", Entity: "B-PER"},
	} {
		tok.Span, tok.Lower = doc.Tokens[i].Span, doc.Tokens[i].Lower
		doc.Tokens[i] = tok
	}
	var out bytes.Buffer
	if err := Write(&out, Annotate(sentences, doc)); err != nil {
		t.Fatal(err)
	}
	want := `1	Go	_	_	_	_	0	_	_	_

# newdoc id = quay
# sent_id = quay-1
# text = Boats don't wait, "_".
1	Boats	boat	NOUN	NNS	_	4	nsubj	_	NER=B-ORG
2-3	don't	_	_	_	_	_	_	_	_
2	do	_	AUX	_	_	4	aux	_	_
3	n't	_	_	_	_	0	advmod	_	_
4	wait	_	_	_	_	0	root	_	NER=B-PER|SpaceAfter=No
5	,	_	_	_	_	0	_	_	_
6	_	_	_	_	_	0	_	_	SpaceAfter=No
7	.	_	_	_	_	0	_	_	_

`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
	if sentences[1].Words[0].Feats == "" || sentences[1].Words[3].Misc != "SpaceAfter=No" {
		t.Error("the sentences given were changed")
	}
}

func TestFromDocPrintsATextsTokens(t *testing.T) {
	doc := &text.Doc{
		Text: "Go\non.Now",
		Tokens: []text.Token{
			{Span: text.Span{Start: 0, End: 2}},
			{Span: text.Span{Start: 3, End: 5}, UPOS: "ADV", Rel: "advmod"},
			{Span: text.Span{Start: 5, End: 6}},
			{Span: text.Span{Start: 6, End: 9}, Head: text.NoHead},
		},
		Sentences: []text.Sentence{{Range: text.Range{First: 0, Last: 3}}, {Range: text.Range{First: 3, Last: 4}}},
	}
	sentences := FromDoc(doc)
	Open(sentences, "my\nfile.txt")
	Open(sentences, "again")
	var out bytes.Buffer
	if err := Write(&out, sentences); err != nil {
		t.Fatal(err)
	}
	want := `# newdoc id = my file.txt
# sent_id = 1
# text = Go on.
1	Go	_	_	_	_	0	_	_	_
2	on	_	ADV	_	_	1	advmod	_	SpaceAfter=No
3	.	_	_	_	_	0	_	_	SpaceAfter=No

# sent_id = 2
# text = Now
1	Now	_	_	_	_	0	_	_	_

`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

func TestChunksEndWithDocuments(t *testing.T) {
	one := word("1", "Go", "0") + "\n"
	data := one + one + one + "# newdoc id = b\n" + one + "# newdoc\n" + one + one + "# odd\n" + one
	var sizes []int
	err := Chunks("t", []byte(data), 2, func(part []Sentence) error {
		sizes = append(sizes, len(part))
		return nil
	})
	if diff := cmp.Diff([]int{2, 1, 1, 2, 1}, sizes); diff != "" || err != nil {
		t.Error(diff, err)
	}
	stop := func([]Sentence) error { return newLines("t", nil).fail("stop") }
	for _, data := range []string{one, one + one + one, one + "# newdoc\n" + one} {
		if err := Chunks("t", []byte(data), 2, stop); err == nil {
			t.Errorf("%q: what its user says is passed over", data)
		}
	}
}

// Texts built from treebanks are those that their comments give, where the comments are right.
func TestDocsOfTreebanks(t *testing.T) {
	same, all := 0, 0
	for _, path := range append(files(t, "ud", "*", "*dev.conllu"), files(t, "gum", "dep", "dev", "*.conllu")...) {
		sentences, err := Parse(filepath.Base(path), readFile(t, path))
		if err != nil {
			t.Fatal(err)
		}
		doc := Doc(sentences)
		if err := doc.Check(); err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(doc.Text, "\n") {
			all++
			if want, _ := sentences[i].Comment("text"); want == line {
				same++
			}
			if got := len(sentences[i].Words); got != doc.Sentences[i].Last-doc.Sentences[i].First {
				t.Fatalf("%s has %d tokens", sentences[i].ID, got)
			}
		}
		if got := Annotate(sentences, doc); len(got) != len(sentences) {
			t.Errorf("%d sentences", len(got))
		}
	}
	if same < all*99/100 {
		t.Errorf("%d texts of %d", same, all)
	}
}
