// SPDX-License-Identifier: Apache-2.0

package name

import (
	"strings"

	"stemma/internal/text"
)

// fillForms gives every name its fullest form in the report: "Adam Boehler"-like names of two words and more stand
// for the single surname (or given name) that follows them, an abbreviation in brackets for the name before it.
func fillForms(doc *text.Doc) {
	f := forms{doc: doc, short: map[string]string{}}
	for i := range doc.Names {
		if n := &doc.Names[i]; n.Full == "" && n.Last-n.First > 1 {
			n.Full = f.words(*n)
		}
	}
	f.abbreviations()
	f.nationals()
	f.bodies()
	f.shouted()
	f.people()
	for i := range doc.Names {
		if n := &doc.Names[i]; n.Full == "" {
			n.Full = f.words(*n)
		}
	}
}

type forms struct {
	doc   *text.Doc
	short map[string]string // abbreviation to full name
}

// words is a name's words with single spaces and straight apostrophes, tokens joined as in the text.
func (f *forms) words(n text.Name) string {
	s := strings.ReplaceAll(f.doc.Words(n.Range), "’", "'")
	return strings.Join(strings.Fields(s), " ")
}

// abbreviations ties "(UDF)" to the name before it and every later "UDF" with it.
func (f *forms) abbreviations() {
	doc := f.doc
	for i := 1; i < len(doc.Names); i++ {
		n, prev := &doc.Names[i], &doc.Names[i-1]
		if n.Last-n.First == 1 && n.First == prev.Last+1 && doc.Lower(prev.Last) == "(" && abbreviates(doc.Word(n.First), prev.Full) {
			f.short[doc.Word(n.First)] = prev.Full
			n.Kind = prev.Kind
		}
	}
	for i := range doc.Names {
		n := &doc.Names[i]
		if full, ok := f.short[doc.Words(n.Range)]; ok {
			n.Full = full
			n.Kind = f.kindOf(full, n.Kind)
		}
	}
}

func (f *forms) kindOf(full string, kind text.NameKind) text.NameKind {
	for _, n := range f.doc.Names {
		if n.Full == full && n.Last-n.First > 1 {
			return n.Kind
		}
	}
	return kind
}

// abbreviates reports whether the letters of abbr are initials of words of full, in order.
func abbreviates(abbr, full string) bool {
	if !allCaps(abbr) || len(abbr) < 2 {
		return false
	}
	rest := abbr
	for _, word := range strings.FieldsFunc(full, func(r rune) bool { return r == ' ' || r == '-' }) {
		if rest != "" && strings.EqualFold(word[:1], rest[:1]) {
			rest = rest[1:]
		}
	}
	return rest == ""
}

// people gives single surnames and given names the full name last seen before them, else the only one in the report.
// Two people of one surname stay two: a bare surname goes to the one mentioned last.
func (f *forms) people() {
	last := map[string]string{} // word of a person's name to the fullest name seen so far
	first := map[string]string{}
	count := map[string]map[string]bool{}
	for i := range f.doc.Names {
		n := &f.doc.Names[i]
		if n.Kind != text.Person || n.Last-n.First < 2 {
			continue
		}
		for _, word := range strings.Fields(n.Full) {
			if count[word] == nil {
				count[word], first[word] = map[string]bool{}, n.Full
			}
			count[word][n.Full] = true
		}
	}
	for i := range f.doc.Names {
		n := &f.doc.Names[i]
		if n.Last-n.First > 1 {
			if n.Kind == text.Person {
				f.extend(n, last, count)
			}
			continue
		}
		if n.Full != "" || n.Kind == text.Place && n.Country != "" {
			continue
		}
		word := f.words(*n)
		switch {
		case last[word] != "":
			n.Full, n.Kind = last[word], text.Person
		case len(count[word]) == 1:
			n.Full, n.Kind = first[word], text.Person
		}
	}
}

// extend records a person's full name under its words; a longer form of the same name ("John R. Smith") is one person.
func (f *forms) extend(n *text.Name, last map[string]string, count map[string]map[string]bool) {
	for _, word := range strings.Fields(n.Full) {
		last[word] = n.Full
	}
	fields := strings.Fields(n.Full)
	surname := fields[len(fields)-1]
	for full := range count[surname] {
		if len(full) > len(n.Full) && sameStart(full, fields) {
			n.Full = longest(n.Full, full)
		}
	}
}

// sameStart reports whether a longer full name has the same first and last word.
func sameStart(full string, fields []string) bool {
	other := strings.Fields(full)
	return other[0] == fields[0] && other[len(other)-1] == fields[len(fields)-1]
}

// longest is the longer string; of equal ones the lesser, so that map order does not matter.
func longest(a, b string) string {
	if len(a) != len(b) {
		if len(a) > len(b) {
			return a
		}
		return b
	}
	return min(a, b)
}
