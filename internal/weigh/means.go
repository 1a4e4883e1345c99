// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"strings"

	"stemma/internal/align"
	"stemma/internal/lexicon"
	"stemma/internal/news"
	"stemma/internal/text"
)

var weapons = lexicon.LoadPhrases("weapons")

// weaponsIn is the means that the words of a deed tell of, as terms with their family: "w:car bomb/bomb".
func weaponsIn(p *align.Proposition) align.Terms {
	out := align.Terms{}
	doc := p.Report.Doc
	words := doc.RangeOf(p.Evidence)
	lemma := func(i int) string { return doc.Tokens[i].Lemma }
	for i := words.First; i < words.Last; {
		row, n := weapons().Match(i, words.Last, lemma)
		if n == 0 {
			i++
			continue
		}
		out[align.Term("w:"+row.Field(1)+"/"+row.Field(2))] = true
		i += n
	}
	if len(out) > 1 {
		delete(out, "w:bomb/bomb") // "a car bomb exploded" tells of no other
	}
	return out
}

// families is the families of some means.
func families(terms align.Terms) align.Terms {
	out := align.Terms{}
	for t := range terms {
		_, family, _ := strings.Cut(string(t), "/")
		out[align.Term(family)] = true
	}
	return out
}

// one and several are how many bombs the words of a deed tell of.
const (
	one     = align.Term("n:one")
	several = align.Term("n:several")
)

// bombsIn is whether the words of a deed tell of one bomb or bomber, or of several: "a car bombing", "a double bomb attack"; nothing
// where they leave it open: "the blast", "a second bomb".
func bombsIn(p *align.Proposition) align.Terms {
	if !p.Opening() {
		return nil
	}
	doc := p.Report.Doc
	words := doc.RangeOf(p.Evidence)
	lemma := func(i int) string { return doc.Tokens[i].Lemma }
	for i := words.First; i < words.Last; i++ {
		row, n := weapons().Match(i, words.Last, lemma)
		if n == 0 || row.Field(2) != "bomb" || doc.Tokens[i].Tag == text.VERB {
			continue
		}
		if n := bombsAt(doc, i, words); n != "" {
			return align.Terms{n: true}
		}
	}
	return nil
}

// bombsAt is how many bombs the phrase around token i tells of.
func bombsAt(doc *text.Doc, i int, words text.Range) align.Term {
	for k := i - 1; k >= words.First && k >= i-4; k-- {
		switch doc.Lower(k) {
		case "double", "twin", "dual", "triple", "two", "three", "four", "pair", "series", "string":
			return several
		case "followed":
			return several // "a truck blew up, followed by a motorcycle with a bomb"
		case "a", "an", "single", "one":
			if k > 0 && doc.Lower(k-1) == "by" && k > 1 && doc.Lower(k-2) == "followed" {
				return several
			}
			return one
		}
		if tag := doc.Tokens[k].Tag; tag != text.NOUN && tag != text.ADJ && tag != text.PROPN {
			return ""
		}
	}
	return ""
}

// oneOf finds the propositions that tell of one bomb in a report that tells of several further on or before: it is one of those.
func oneOf(props []*align.Proposition) func(*align.Proposition) bool {
	more := map[*news.Report]bool{}
	for _, p := range props {
		if p.Kind == blows && p.Content[several] {
			more[p.Report] = true
		}
	}
	return func(p *align.Proposition) bool { return p.Kind == blows && p.Content[one] && more[p.Report] }
}

// bombs compares how many bombs two reports of one incident tell of.
func bombs(a, b *align.Proposition) (Relation, string) {
	if meet(a.Content, b.Content) {
		return Agree, ""
	}
	return Contradict, "one tells of one bomb, the other of several"
}
