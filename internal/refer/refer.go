// SPDX-License-Identifier: Apache-2.0

// Package refer says whom or what the pronouns of the third person stand for: "he", "she", "it", "they" and their forms.
//
// The method is that of Lappin and Leass (1994): everything mentioned has a salience, from how it was mentioned, which halves
// with each sentence; of what agrees in number, gender and kind and stands where the pronoun may refer to it, the most
// salient is meant. What several things may as well be is left open.
//
// What it does not do: it links no noun phrase to another ("the militants"), no first or second person and no event, and it
// never looks further back than four sentences.
package refer

import (
	"stemma/internal/text"
)

// Read sets the References of doc, in order of their tokens.
func Read(doc *text.Doc) {
	r := reader{Tree: text.NewTree(doc), phrase: phraseOf(doc), name: nameOf(doc), gender: map[string]gender{}}
	for s := range doc.Sentences {
		r.sentence(s)
	}
	doc.References = r.out
}

type reader struct {
	*text.Tree
	phrase []int             // phrase number of each token, or -1
	name   []int             // name number of each token, or -1
	gender map[string]gender // what titles and pronouns have told of somebody
	met    []*thing          // in order of their last mention
	out    []text.Reference
}

func phraseOf(doc *text.Doc) []int {
	out := make([]int, len(doc.Tokens))
	for i := range out {
		out[i] = -1
	}
	for p, np := range doc.Phrases {
		for i := np.First; i < np.Last && np.Kind == text.NounPhrase; i++ {
			out[i] = p
		}
	}
	return out
}

func nameOf(doc *text.Doc) []int {
	out := make([]int, len(doc.Tokens))
	for i := range out {
		out[i] = -1
	}
	for k, n := range doc.Names {
		for i := n.First; i < n.Last; i++ {
			out[i] = k
		}
	}
	return out
}

// sentence reads the mentions of sentence s from left to right.
func (r *reader) sentence(s int) {
	sent := r.Doc.Sentences[s]
	if sent.Headline {
		return
	}
	for i := sent.First; i < sent.Last; i++ {
		if kind, ok := pronouns[r.Doc.Lower(i)]; ok && r.Doc.Tokens[i].UPOS == text.PRON {
			r.pronoun(i, s, kind)
		} else if m, ok := r.mention(i); ok {
			r.meet(m, i, s)
		}
	}
}

// pronoun resolves the pronoun at token i, and counts it as a mention of what it stands for.
func (r *reader) pronoun(i, s int, kind traits) {
	if text.IsRel(r.Doc.Tokens[i].Rel, "expl") || r.empty(i) {
		return
	}
	found := r.choose(i, s, kind)
	if found == nil {
		return
	}
	r.out = append(r.out, text.Reference{Token: i, To: found.last, Name: found.name})
	if kind.gender != 0 && found.name != "" {
		r.gender[found.name] = kind.gender
	}
	found.mentioned(r.salience(i), i, s)
	found.subject = r.subject(i)
}

// empty reports whether "it" only holds a place: "it is clear that", "it took two days to".
func (r *reader) empty(i int) bool {
	if r.Doc.Lower(i) != "it" || !r.subject(i) {
		return false
	}
	verb := r.Doc.Tokens[i].Head
	return verb != text.NoHead && r.Doc.Tokens[verb].UPOS != text.VERB && (r.Dependent(verb, "csubj") >= 0 || r.Dependent(verb, "ccomp") >= 0 || r.Dependent(verb, "advcl") >= 0)
}
