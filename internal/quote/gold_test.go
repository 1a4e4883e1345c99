// SPDX-License-Identifier: Apache-2.0

package quote_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma/internal/text"
)

// A relation is one attribution, annotated or read, by places in code points. A part that is not there has none.
type relation struct {
	source, cue, content []text.Span

	lemma   string // of the cue
	pronoun bool   // the source is a pronoun
	quoted  bool   // the content holds quotation marks
}

func (r relation) whole() bool { return len(r.source) > 0 && len(r.cue) > 0 && len(r.content) > 0 }

var (
	markLine  = regexp.MustCompile(`^(T\d+)\t\w+ ([\d ;]+)\t`)
	eventLine = regexp.MustCompile(`^E\d+\t(.*)`)
	eventPart = regexp.MustCompile(`(Source|Cue|Content)\d*:(T\d+)`)
)

// annotated is the relations of a document, by the first of its annotators.
func annotated(t *testing.T, dir string, r reading) []relation {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "attributions", r.id+"_*.ann"))
	if err != nil || len(files) == 0 {
		return nil
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	marks := map[string][]text.Span{}
	var out []relation
	for line := range strings.Lines(string(data)) {
		if m := markLine.FindStringSubmatch(line); m != nil {
			marks[m[1]] = pieces(t, m[2])
		}
		if m := eventLine.FindStringSubmatch(line); m != nil {
			out = append(out, r.described(tied(m[1], marks)))
		}
	}
	return out
}

// pieces are the places "1 5;8 9".
func pieces(t *testing.T, s string) []text.Span {
	t.Helper()
	var out []text.Span
	for piece := range strings.SplitSeq(s, ";") {
		var p text.Span
		if _, err := fmt.Sscan(piece, &p.Start, &p.End); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		out = append(out, p)
	}
	return out
}

// tied is the relation that an event's parts make of marks.
func tied(event string, marks map[string][]text.Span) relation {
	var r relation
	parts := map[string]*[]text.Span{"Source": &r.source, "Cue": &r.cue, "Content": &r.content}
	for _, m := range eventPart.FindAllStringSubmatch(event, -1) {
		part := parts[m[1]]
		*part = append(*part, marks[m[2]]...)
	}
	return r
}

// A reading is a document as the stages read it.
type reading struct {
	id    string
	doc   *text.Doc
	bytes []int // place in the text of each code point
}

func newReading(id string, doc *text.Doc) reading {
	r := reading{id: id, doc: doc}
	for i := range doc.Text {
		r.bytes = append(r.bytes, i)
	}
	r.bytes = append(r.bytes, len(doc.Text))
	return r
}

// described is an annotated relation with what the text says of its parts.
func (r reading) described(rel relation) relation {
	for _, s := range rel.content {
		rel.quoted = rel.quoted || strings.ContainsAny(r.doc.Exact(r.span(s)), `"“`)
	}
	source := r.tokens(rel.source)
	rel.pronoun = len(source) == 1 && source[0].Tag == text.PRON
	rel.lemma = lemma(r.tokens(rel.cue))
	return rel
}

func (r reading) span(s text.Span) text.Span {
	return text.Span{Start: r.bytes[s.Start], End: r.bytes[s.End]}
}

func (r reading) tokens(spans []text.Span) []text.Token {
	var out []text.Token
	for _, s := range spans {
		at := r.doc.RangeOf(r.span(s))
		out = append(out, r.doc.Tokens[at.First:at.Last]...)
	}
	return out
}

// telling is the parts of speech by how much they tell of a cue; names are left out.
var telling = []text.Tag{text.VERB, text.NOUN, text.ADJ, text.ADV, text.AUX, text.ADP, text.SCONJ, text.PUNCT}

// lemma is that of the word which tells most of a cue: the first verb but for "be" and "have", then the first noun. A
// mark comes in brackets.
func lemma(cue []text.Token) string {
	best, rank := "(name)", len(telling)
	for _, w := range cue {
		tag := w.Tag
		if w.Lemma == "be" || w.Lemma == "have" {
			tag = text.AUX
		}
		if i := slices.Index(telling, tag); i >= 0 && i < rank {
			best, rank = w.Lemma, i
		}
	}
	if rank < len(telling) && telling[rank] == text.PUNCT {
		return "(" + best + ")"
	}
	return best
}

// relations are those that were read.
func (r reading) relations() []relation {
	var out []relation
	for _, a := range r.doc.Attributions {
		out = append(out, relation{
			source: r.points(a.Source), cue: r.points(a.Cue), content: r.points(a.Content...), lemma: a.CueLemma,
		})
	}
	return out
}

// points are the places of spans of the text; one that is empty has none.
func (r reading) points(spans ...text.Span) []text.Span {
	var out []text.Span
	for _, s := range spans {
		if !s.Empty() {
			start := utf8.RuneCountInString(r.doc.Text[:s.Start])
			out = append(out, text.Span{Start: start, End: start + utf8.RuneCountInString(r.doc.Exact(s))})
		}
	}
	return out
}
