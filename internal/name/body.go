// SPDX-License-Identifier: Apache-2.0

package name

import (
	"strings"
	"unicode/utf8"

	"stemma/internal/text"
)

// bodies gives "the Front" the name of the one body of the report whose name ends so: "Northern Reef Front". Where two
// end so, it goes to the one named last before it.
func (f *forms) bodies() {
	last := map[string]text.Name{} // ending to the longest name seen so far
	for pass := range 2 {
		for i := range f.doc.Names {
			n := &f.doc.Names[i]
			if long, ok := last[n.Full]; ok && f.body(*n) && len(long.Full) > len(n.Full) {
				n.Full, n.Kind = long.Full, long.Kind
			} else if f.body(*n) {
				f.enter(*n, last, pass)
			} else if long, ok := last[f.words(*n)]; ok && n.Full == "" && f.definite(*n) {
				n.Full, n.Kind, n.Country = long.Full, long.Kind, long.Country
			}
		}
	}
}

// body reports whether a name of several words is that of a body.
func (f *forms) body(n text.Name) bool {
	return n.Last-n.First > 1 && n.Full != "" && !n.Demonym && (n.Kind == text.Organisation || n.Kind == text.Group)
}

// enter records the endings of a body's name.
func (f *forms) enter(n text.Name, last map[string]text.Name, pass int) {
	words := strings.Fields(n.Full)
	for i := 1; i < len(words); i++ {
		ending := strings.Join(words[i:], " ")
		if _, ok := last[ending]; pass == 0 || !ok {
			last[ending] = n
		}
	}
}

// definite reports whether a short form is used of something known: after "the", or before "'s" or a noun.
func (f *forms) definite(n text.Name) bool {
	word := f.doc.Lower(n.Last - 1)
	if !orgWords().Has(word) && !groupWords().Has(word) {
		return false
	}
	return n.First == 0 || f.doc.Lower(n.First-1) != "a" && f.doc.Lower(n.First-1) != "an"
}

// shouted gives a word in capitals the name that the report writes in small letters elsewhere: a dateline's "LINDBY".
func (f *forms) shouted() {
	small := map[string]int{}
	for i, n := range f.doc.Names {
		if word := f.doc.Words(n.Range); n.Last-n.First == 1 && !allCaps(word) {
			if _, ok := small[strings.ToUpper(word)]; !ok {
				small[strings.ToUpper(word)] = i
			}
		}
	}
	for i := range f.doc.Names {
		n := &f.doc.Names[i]
		if f.dateline(*n) {
			n.Kind, n.Full = text.Place, capitalised(f.words(*n))
		}
		word := f.doc.Words(n.Range)
		if n.Last-n.First != 1 || len(word) < 4 || n.Full != "" || !allCaps(word) {
			continue
		}
		if j, ok := small[word]; ok {
			n.Kind = f.doc.Names[j].Kind
			n.Full = f.words(f.doc.Names[j])
			if full := f.doc.Names[j].Full; full != "" {
				n.Full = full
			}
		}
	}
}

// dateline reports whether a name in capitals opens a report's first lines as the place of writing: "LINDBY, 3 May (AP) -".
func (f *forms) dateline(n text.Name) bool {
	if n.Full != "" && n.Last-n.First == 1 || n.Country != "" || !allCaps(f.doc.Words(n.Range)) || n.Last >= len(f.doc.Tokens) {
		return false
	}
	sent := f.doc.SentenceAt(n.First)
	if sent < 0 || f.doc.Sentences[sent].First != n.First || f.doc.Sentences[sent].Headline {
		return false
	}
	switch f.doc.Lower(n.Last) {
	case ",", "(", "–", "—", "-":
		return len(f.doc.Words(n.Range)) > 3
	}
	return false
}

// capitalised is words in capitals as names are written: "PORT ANSEL" as "Port Ansel".
func capitalised(words string) string {
	fields := strings.Fields(words)
	for i, word := range fields {
		_, size := utf8.DecodeRuneInString(word)
		fields[i] = word[:size] + strings.ToLower(word[size:])
	}
	return strings.Join(fields, " ")
}
