// SPDX-License-Identifier: Apache-2.0

// Package role finds who holds, held, is to hold or only acts in which office, what people do for a living, and kin:
// from titles before names, appositions on either side of a name, verbs of appointment, service and departure, and
// verbs that tell an office themselves ("chairs the committee").
//
// It reads what stands next to a name, and gives nothing where two readings would name different people. It does not
// know who held what office at a date, and it leaves a status "unstated" where the words do not tell.
package role

import (
	"cmp"
	"slices"
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var (
	personNouns = lexicon.Load("person_nouns")
	placeWords  = lexicon.Load("place_words")
	orgWords    = lexicon.Load("organisation_words")
	titles      = lexicon.LoadPhrases("titles")
	roleVerbs   = lexicon.LoadPhrases("role_verbs")
	bodies      = lexicon.Load("role_bodies")
	things      = lexicon.Load("role_things")
)

// Read adds the roles of doc, in order.
func Read(doc *text.Doc) {
	r := newReader(doc)
	for i := range doc.Names {
		if r.person(i) {
			r.name(i)
		}
	}
	for i := range doc.Clauses {
		r.clause(&doc.Clauses[i])
	}
	doc.Roles = r.finish()
}

// reader collects the roles of one document.
type reader struct {
	doc    *text.Doc
	nameAt []int  // by token: number of the name that holds it, or -1
	timed  []bool // by token: part of a temporal expression
	out    []text.Role
}

func newReader(doc *text.Doc) *reader {
	r := &reader{doc: doc, nameAt: make([]int, len(doc.Tokens)), timed: make([]bool, len(doc.Tokens))}
	for i := range r.nameAt {
		r.nameAt[i] = -1
	}
	for i, n := range doc.Names {
		for j := n.First; j < n.Last; j++ {
			r.nameAt[j] = i
		}
	}
	for _, t := range doc.Times {
		words := doc.RangeOf(t.Span)
		for j := words.First; j < words.Last; j++ {
			r.timed[j] = true
		}
	}
	return r
}

// person reports whether name i can be a person's: found to be one, or of two words and more and not found to be
// anything else.
func (r *reader) person(i int) bool {
	n := &r.doc.Names[i]
	last := r.lower(n.Last - 1)
	if n.Last-n.First == 1 && (bodies().Has(last) || placeWords().Has(last) || orgWords().Has(last)) {
		return false // "Justice Department", "Queen City", found as a title and a name
	}
	if n.Last-n.First == 1 && r.shouted(n.First) && n.Title.Empty() && !strings.Contains(n.Full, " ") {
		return false // "the fugitive NSA contractor"
	}
	if r.shouted(n.Last-1) && r.class(n.Last-1) != "" {
		return false // "a Labour MP"
	}
	return n.Kind == text.Person || n.Kind == text.Other && n.Last-n.First > 1 && n.Last-n.First < 5 && !n.Demonym && !r.shouted(n.First)
}

// shouted reports whether token j is in capitals, as an abbreviation is: "ERP".
func (r *reader) shouted(j int) bool {
	word := r.doc.Word(j)
	return len(word) > 1 && !strings.Contains(word, ".") && word == strings.ToUpper(word)
}

// named is the person's name that starts at token i, its title included, and its number; or -1.
func (r *reader) named(i int) int {
	for j := i; j < len(r.nameAt) && j < i+4; j++ {
		if k := r.nameAt[j]; k >= 0 {
			if r.person(k) && r.doc.Names[k].First == j && r.opening(k) <= i {
				return k
			}
			return -1
		}
	}
	return -1
}

// opening is the first token of name i with its title.
func (r *reader) opening(i int) int {
	n := &r.doc.Names[i]
	if n.Title.Empty() {
		return n.First
	}
	return n.Title.First
}

// name reads the words around the person's name number i.
func (r *reader) name(i int) {
	r.before(i)
	r.calledBefore(i)
	r.ahead(i)
	r.deedNoun(i)
	at := r.membership(i)
	r.after(i, at)
}

// lower is the lower-case form of token i, or "" outside the text.
func (r *reader) lower(i int) string {
	if i < 0 || i >= len(r.doc.Tokens) {
		return ""
	}
	return r.doc.Tokens[i].Lower
}

// sentenceEnd is the token after the sentence that holds token i.
func (r *reader) sentenceEnd(i int) int {
	if s := r.doc.SentenceAt(i); s >= 0 {
		return r.doc.Sentences[s].Last
	}
	return len(r.doc.Tokens)
}

// sentenceStart is the first token of the sentence that holds token i.
func (r *reader) sentenceStart(i int) int {
	if s := r.doc.SentenceAt(i); s >= 0 {
		return r.doc.Sentences[s].First
	}
	return 0
}

// words is what a token range covers, on one line.
func (r *reader) words(w text.Range) string {
	if w.Empty() {
		return ""
	}
	return strings.Join(strings.Fields(r.doc.Words(w)), " ")
}

// add records that a person has a description, over all the words from first to last.
func (r *reader) add(n text.Name, d description, span text.Range) {
	if d.Empty() {
		return
	}
	role := text.Role{
		Span: r.doc.SpanOf(span), Name: r.doc.SpanOf(n.Range), FullName: n.Full,
		Office: r.doc.SpanOf(d.Range), Title: r.words(d.Range), Status: d.status,
	}
	r.out = append(r.out, role)
}

// finish sorts what was found, drops what was found twice, and fills in titles.
func (r *reader) finish() []text.Role {
	slices.SortStableFunc(r.out, func(a, b text.Role) int {
		return cmp.Or(a.Start-b.Start, a.Name.Start-b.Name.Start, a.Office.Start-b.Office.Start, a.End-b.End)
	})
	type key struct{ name, office text.Span }
	seen := map[key]bool{}
	var out []text.Role
	for _, role := range r.out {
		k := key{role.Name, role.Office}
		if seen[k] {
			continue
		}
		seen[k] = true
		out = append(out, role)
	}
	return fillTitles(out)
}

// fillTitles gives a role without an office the one that the report names for the same person, and drops it where
// there is none: who resigned from what is then not told.
func fillTitles(roles []text.Role) []text.Role {
	title := map[string]string{}
	for _, role := range roles {
		if title[role.FullName] == "" && !role.Office.Empty() && role.Status != text.Unstated {
			title[role.FullName] = role.Title
		}
	}
	kept := roles[:0]
	for _, role := range roles {
		if role.Title == "" {
			role.Title = title[role.FullName]
		}
		if role.Title != "" {
			kept = append(kept, role)
		}
	}
	return kept
}
