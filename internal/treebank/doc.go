// SPDX-License-Identifier: Apache-2.0

package treebank

import (
	"strconv"
	"strings"

	"stemma/internal/text"
)

// Doc is a document whose tokens and sentences are exactly those given, each sentence a paragraph of its own. Its text is
// made of the forms: a space stands between two, unless the file says otherwise or they make up the surface form of a
// range. A form that is empty or blank stands as "_"; a sentence without words is left out.
func Doc(sentences []Sentence) *text.Doc {
	b := &docBuilder{doc: &text.Doc{}}
	for i := range sentences {
		if len(sentences[i].Words) > 0 {
			b.sentence(&sentences[i])
		}
	}
	b.doc.Text = b.text.String()
	return b.doc
}

type docBuilder struct {
	doc  *text.Doc
	text strings.Builder
}

func (b *docBuilder) sentence(s *Sentence) {
	if b.text.Len() > 0 {
		b.text.WriteByte('\n')
	}
	first := len(b.doc.Tokens)
	spaces := s.spaces()
	for i, w := range s.Words {
		b.word(w.Form)
		if spaces[i] && i+1 < len(s.Words) {
			b.text.WriteByte(' ')
		}
	}
	r := text.Range{First: first, Last: len(b.doc.Tokens)}
	span := b.doc.SpanOf(r)
	b.doc.Sentences = append(b.doc.Sentences, text.Sentence{Span: span, Range: r, Paragraph: len(b.doc.Paragraphs)})
	b.doc.Paragraphs = append(b.doc.Paragraphs, span)
}

func (b *docBuilder) word(form string) {
	if strings.TrimSpace(form) == "" {
		form = "_"
	}
	form = cellOf(form)
	start := b.text.Len()
	b.text.WriteString(form)
	b.doc.Tokens = append(b.doc.Tokens, text.Token{
		Span:  text.Span{Start: start, End: start + len(form)},
		Lower: text.Lower(form),
		Head:  text.NoHead,
	})
}

// spaces says of each word whether a space follows it.
func (s *Sentence) spaces() []bool {
	out := make([]bool, len(s.Words))
	for i, w := range s.Words {
		out[i] = w.SpaceAfter
	}
	for _, r := range s.Ranges {
		if r.First < 0 || r.Last > len(s.Words) || r.First >= r.Last {
			continue
		}
		var joined strings.Builder
		for _, w := range s.Words[r.First:r.Last] {
			joined.WriteString(w.Form)
		}
		for i := r.First; i < r.Last-1; i++ {
			out[i] = joined.String() != r.Form
		}
		out[r.Last-1] = r.SpaceAfter
	}
	return out
}

// Annotate gives copies of sentences with the annotation of doc, which Doc made of them: parts of speech, lemmas, heads,
// relations and, in MISC, names as NER=B-PER. What else was annotated in them is left out; what doc does not hold yet
// stays open.
func Annotate(sentences []Sentence, doc *text.Doc) []Sentence {
	out := make([]Sentence, 0, len(sentences))
	next := 0
	for _, s := range sentences {
		c := Sentence{ID: s.ID, Comments: s.Comments, Words: make([]Word, 0, len(s.Words))}
		r := text.Range{First: next, Last: min(next+len(s.Words), len(doc.Tokens))}
		for i, w := range s.Words {
			if r.Holds(next + i) {
				c.Words = append(c.Words, annotated(doc, next+i, r, w.Form, w.SpaceAfter))
			}
		}
		for _, m := range s.Ranges {
			c.Ranges = append(c.Ranges, Range{First: m.First, Last: m.Last, Form: m.Form, SpaceAfter: m.SpaceAfter})
		}
		next = r.Last
		out = append(out, c)
	}
	return out
}

// FromDoc is the sentences of a document, numbered from 1, with their text.
func FromDoc(doc *text.Doc) []Sentence {
	out := make([]Sentence, 0, len(doc.Sentences))
	for _, sent := range doc.Sentences {
		id := strconv.Itoa(len(out) + 1)
		line := strings.Join(strings.Fields(doc.Words(sent.Range)), " ")
		s := Sentence{ID: id, Comments: []string{"# sent_id = " + id, "# text = " + line}}
		for i := sent.First; i < sent.Last; i++ {
			glued := i+1 < len(doc.Tokens) && doc.Tokens[i+1].Start == doc.Tokens[i].End
			s.Words = append(s.Words, annotated(doc, i, sent.Range, doc.Word(i), !glued))
		}
		out = append(out, s)
	}
	return out
}

// annotated is token i of a sentence as a word.
func annotated(doc *text.Doc, i int, sent text.Range, form string, space bool) Word {
	tok := doc.Tokens[i]
	w := Word{
		Form: form, Lemma: tok.Lemma, UPOS: string(tok.UPOS), XPOS: tok.XPOS, Deprel: tok.Rel, Misc: misc(tok.Entity, space),
		SpaceAfter: space,
	}
	if tok.Rel != "" && sent.Holds(tok.Head) {
		w.Head = tok.Head - sent.First + 1
	}
	return w
}

// misc is the MISC field that tells of a name and of a missing space.
func misc(entity string, space bool) string {
	switch {
	case entity == "" || entity == "O":
		if space {
			return ""
		}
		return "SpaceAfter=No"
	case space:
		return "NER=" + entity
	}
	return "NER=" + entity + "|SpaceAfter=No"
}
