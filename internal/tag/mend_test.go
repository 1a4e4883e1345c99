// SPDX-License-Identifier: Apache-2.0

package tag

import (
	"fmt"
	"strings"
	"testing"

	"stemma/internal/text"
	"stemma/internal/treebank"
)

func TestABareNounAndTheVerbJoinedToItAreMended(t *testing.T) {
	for in, want := range map[string]string{ // word/part of speech/governor/relation, governors from 1
		"Men/NOUN/0/root and/CCONJ/5/cc a/DET/4/det boy/NOUN/5/nsubj slept/VERB/1/conj ./PUNCT/1/punct"://
		"Men<nsubj<5 and<cc<4 a<det<4 boy<conj<1 slept<root<0 .<punct<5",
		"Talks/NOUN/0/root between/ADP/3/case Qatar/PROPN/1/nmod and/CCONJ/6/cc Egypt/PROPN/6/nsubj ended/VERB/1/conj ./PUNCT/1/punct"://
		"Talks<nsubj<6 between<case<3 Qatar<nmod<1 and<cc<5 Egypt<conj<3 ended<root<0 .<punct<6",
		"Talks/NOUN/0/root ended/VERB/1/conj":// no full stop
		"Talks<root<0 ended<conj<1",
		"Men/NOUN/2/nsubj left/VERB/0/root and/CCONJ/4/cc slept/VERB/2/conj ./PUNCT/2/punct"://
		"Men<nsubj<2 left<root<0 and<cc<4 slept<conj<2 .<punct<2",
		"Men/NOUN/0/root who/PRON/3/nsubj left/VERB/1/acl:relcl and/CCONJ/5/cc slept/VERB/1/conj ./PUNCT/1/punct"://
		"Men<root<0 who<nsubj<3 left<acl:relcl<1 and<cc<5 slept<conj<1 .<punct<1",
		"Men/NOUN/2/nsubj died/VERB/0/root and/CCONJ/5/cc guards/NOUN/2/conj fled/VERB/2/conj ./PUNCT/2/punct"://
		"Men<nsubj<2 died<root<0 and<cc<5 guards<nsubj<5 fled<conj<2 .<punct<2",
		"Men/NOUN/2/nsubj died/VERB/0/root and/CCONJ/5/cc guards/NOUN/5/nsubj fled/VERB/2/conj ./PUNCT/2/punct"://
		"Men<nsubj<2 died<root<0 and<cc<5 guards<nsubj<5 fled<conj<2 .<punct<2",
	} {
		var s treebank.Sentence
		for _, w := range strings.Fields(in) {
			s.Words = append(s.Words, treebank.Word{Form: strings.Split(w, "/")[0], SpaceAfter: true})
		}
		doc := treebank.Doc([]treebank.Sentence{s})
		for i, w := range strings.Fields(in) {
			f := strings.Split(w, "/")
			tok := &doc.Tokens[i]
			tok.UPOS, tok.Rel, tok.Head = text.Tag(f[1]), f[3], int(f[2][0]-'0')-1
			if f[2] == "0" {
				tok.Head = text.NoHead
			}
		}
		mend(doc, doc.Sentences[0].Range)
		var got []string
		for i, tok := range doc.Tokens {
			head := tok.Head + 1
			if tok.Head == text.NoHead {
				head = 0
			}
			got = append(got, fmt.Sprintf("%s<%s<%d", doc.Word(i), tok.Rel, head))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s\ngot  %s\nwant %s", in, strings.Join(got, " "), want)
		}
	}
}
