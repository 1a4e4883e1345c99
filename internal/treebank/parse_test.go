// SPDX-License-Identifier: Apache-2.0

package treebank

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"stemma/internal/fault"
)

// sample has what a file can hold: comments, a range, an empty node, open fields.
const sample = `# newdoc id = quay
# sent_id = quay-1
# text = Boats don't wait, "_".
1	Boats	boat	NOUN	NNS	Number=Plur	4	nsubj	4:nsubj	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	4:aux	_
3	n't	not	PART	RB	_	4	advmod	4:advmod	_
4	wait	wait	VERB	VB	_	0	root	0:root	SpaceAfter=No
4.1	ever	ever	ADV	RB	_	_	_	4:advmod	CopyOf=-1
5	,	,	PUNCT	,	_	4	punct	_	_
6	_	_	SYM	NFP	_	4	punct	_	SpaceAfter=No|Seen=Yes
7	.	_	_	_	_	_	_	_	_

`

func parsed(t *testing.T, data string) []Sentence {
	t.Helper()
	out, err := Parse("t.conllu", []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestParseReadsWhatALineSays(t *testing.T) {
	got := parsed(t, sample)
	want := []Sentence{{
		ID:       "quay-1",
		Comments: []string{"# newdoc id = quay", "# sent_id = quay-1", `# text = Boats don't wait, "_".`},
		Words: []Word{
			{Form: "Boats", Lemma: "boat", UPOS: "NOUN", XPOS: "NNS", Feats: "Number=Plur", Head: 4, Deprel: "nsubj", Deps: "4:nsubj", SpaceAfter: true},
			{Form: "do", Lemma: "do", UPOS: "AUX", XPOS: "VBP", Head: 4, Deprel: "aux", Deps: "4:aux", SpaceAfter: true},
			{Form: "n't", Lemma: "not", UPOS: "PART", XPOS: "RB", Head: 4, Deprel: "advmod", Deps: "4:advmod", SpaceAfter: true},
			{Form: "wait", Lemma: "wait", UPOS: "VERB", XPOS: "VB", Deprel: "root", Deps: "0:root", Misc: "SpaceAfter=No"},
			{Form: ",", Lemma: ",", UPOS: "PUNCT", XPOS: ",", Head: 4, Deprel: "punct", SpaceAfter: true},
			{Form: "_", Lemma: "_", UPOS: "SYM", XPOS: "NFP", Head: 4, Deprel: "punct", Misc: "SpaceAfter=No|Seen=Yes"},
			{Form: ".", SpaceAfter: true},
		},
		Ranges: []Range{{First: 1, Last: 3, Form: "don't", SpaceAfter: true}},
	}}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Sentence{}, Range{})); diff != "" {
		t.Error(diff)
	}
	for key, want := range map[string]string{"newdoc id": "quay", "sent_id": "quay-1"} {
		if value, ok := got[0].Comment(key); !ok || value != want {
			t.Errorf("%s is %q", key, value)
		}
	}
	if _, ok := got[0].Comment("newpar"); ok {
		t.Error("a comment that is not there was found")
	}
}

// What comes out of Write says the same; a head that was left open is 0.
func TestWriteGivesBackWhatWasRead(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, parsed(t, sample)); err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(sample, "7	.	_	_	_	_	_	_", "7	.	_	_	_	_	0	_", 1)
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

func TestWriteKeepsLinesWhole(t *testing.T) {
	var out bytes.Buffer
	s := Sentence{Words: []Word{{Form: "a\tb\nc"}, {}}, Ranges: []Range{{First: 0, Last: 2, Form: "abc"}}}
	if err := Write(&out, []Sentence{s}); err != nil {
		t.Fatal(err)
	}
	want := "1-2\tabc\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\ta b c\t_\t_\t_\t_\t0\t_\t_\t_\n2\t_\t_\t_\t_\t_\t0\t_\t_\t_\n\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

// word is a line of CoNLL-U with a number, a form and a head.
func word(number, form, head string) string {
	return number + "\t" + form + "\t_\t_\t_\t_\t" + head + "\t_\t_\t_\n"
}

func TestWhatDoesNotMatterIsPassedOver(t *testing.T) {
	for _, tt := range []struct {
		name, data string
		sentences  int
	}{
		{"nothing at all", "", 0},
		{"comments alone", "# sent_id = a\n\n# text = b", 0},
		{"no line end at the end", strings.TrimSpace(word("1", "Go", "0")), 1},
		{"many blank lines, lines of blanks", "\n\n" + word("1", "Go", "0") + "\n \t\n\n" + word("1", "On", "0"), 2},
		{"a mark of bytes and line ends of another system", "\uFEFF# a\r\n" + strings.ReplaceAll(word("1", "Go", "0"), "\n", "\r\n") + "\r\n", 1},
		{"bytes that are no UTF-8", word("1", "G\xff", "0"), 1},
		{"an empty form", word("1", "", ""+"0"), 1},
		{"heads that form no tree", word("1", "Go", "2") + word("2", "on", "1"), 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := parsed(t, tt.data); len(got) != tt.sentences {
				t.Errorf("%d sentences: %+v", len(got), got)
			}
		})
	}
}

func TestFaultsNameInputLineAndReason(t *testing.T) {
	one := word("1", "Go", "0")
	for _, tt := range []struct{ name, data, want string }{
		{"too few columns", one + "2\ton\n", `t.conllu: line 2: 2 columns, not 10`},
		{"too many columns", "1\t" + strings.Repeat("x\t", 20), `t.conllu: line 1: 22 columns, not 10`},
		{"a number is missing", one + word("3", "on", "0"), `t.conllu: line 2: word "3", where 2 comes next`},
		{"no number", word("one", "on", "0"), `t.conllu: line 1: word "one", where 1 comes next`},
		{"a head that is no number", word("1", "on", strings.Repeat("up", 30)), `t.conllu: line 1: head "upupupupupupupupupup…" is no number`},
		{"a head below 0", word("1", "on", "-1"), `t.conllu: line 1: head "-1" is no number`},
		{"a head beyond the end", one + word("2", "on", "3"), `t.conllu: line 2: the head of word 2 is 3, in a sentence of 2`},
		{"a range that goes back", word("1-0", "on", "_"), `t.conllu: line 1: range "1-0", where word 1 comes next`},
		{"a range without end", word("1-", "on", "_"), `t.conllu: line 1: range "1-", where word 1 comes next`},
		{"a range within one", word("1-3", "on", "_") + one + word("2-3", "on", "_"), `t.conllu: line 3: range "2-3" overlaps the one before`},
		{"a range beyond the end", word("1-2", "on", "_") + one, `t.conllu: line 2: a range ends at word 2 of 1`},
		{"a line without end", strings.Repeat("x", maxLine+1), `t.conllu: line 1: longer than 1024 KB`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse("t.conllu", []byte(tt.data))
			if err == nil || err.Error() != tt.want || fault.KindOf(err) != fault.Invalid {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

func TestTagsOfNamesAreRead(t *testing.T) {
	data := "# sent_id = n1\n1\tIda\tB-PER\t-\tx\n2\tLund\tI-PER\n2-3\tLundis\tO\n3\tis\tO\n4\tTolvish\tB-OTH\t-\tx\n5\t#\tB-O\t-\tx\n\n\n1\tTolvik\tB-LOC\t-\tx"
	got, err := ParseIOB2("t.iob2", []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	want := []Names{
		{ID: "n1", Words: []string{"Ida", "Lund", "is", "Tolvish", "#"}, Tags: []string{"B-PER", "I-PER", "O", "O", "O"}},
		{Words: []string{"Tolvik"}, Tags: []string{"B-LOC"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, tt := range []struct{ name, data, want string }{
		{"two columns", "1\tIda\n", "t.iob2: line 1: 2 columns, at least 3 needed"},
		{"an unknown kind", "\n1\tIda\tB-FOO\n", `t.iob2: line 2: tag "B-FOO" is not O, B-PER, I-ORG, …`},
		{"no place in the name", "1\tIda\tPER\n", `t.iob2: line 1: tag "PER" is not O, B-PER, I-ORG, …`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := ParseIOB2("t.iob2", []byte(tt.data)); err == nil || err.Error() != tt.want {
				t.Errorf("%v", err)
			}
		})
	}
}

// What is read can be written and read again, and is then the same.
func FuzzParse(f *testing.F) {
	f.Add(sample)
	f.Add("1\tIda\t_\tPROPN\tNNP\t_\t0\troot\t_\tEntity=(1-person-new-n-cf1-1,2-sgl(2-\n2\tLund\t_\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=2)1)\n")
	f.Add(word("1-2", "Idas", "_") + word("1", "Ida", "2") + word("1.1", "x", "_") + word("2", "s", "0"))
	f.Fuzz(func(t *testing.T, data string) {
		first, err := Parse("fuzz", []byte(data))
		if err != nil {
			return
		}
		for i := range first {
			if tags := Entities(&first[i]); len(tags) != len(first[i].Words) {
				t.Fatalf("%d tags for %d words", len(tags), len(first[i].Words))
			}
		}
		if err := Doc(first).Check(); err != nil {
			t.Fatal(err)
		}
		var a, b bytes.Buffer
		if err := Write(&a, first); err != nil {
			t.Fatal(err)
		}
		second, err := Parse("again", a.Bytes())
		if err != nil {
			t.Fatalf("%v\n%q", err, a.String())
		}
		if err := Write(&b, second); err != nil {
			t.Fatal(err)
		}
		if a.String() != b.String() {
			t.Errorf("%q became %q", a.String(), b.String())
		}
		_, _ = ParseIOB2("fuzz", []byte(data))
	})
}
