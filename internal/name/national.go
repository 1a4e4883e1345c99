// SPDX-License-Identifier: Apache-2.0

package name

import (
	"strings"

	"stemma/internal/text"
)

// nationals ties the people and adjective of a state that no gazetteer has to the state: a report that writes both
// "Velmara" and "Velmaran officials" tells so itself. Both then carry the state's name as their country.
func (f *forms) nationals() {
	states := f.bases()
	for i := range f.doc.Names {
		n := &f.doc.Names[i]
		if n.Country != "" || n.Last-n.First != 1 || n.Kind == text.Person && !n.Title.Empty() {
			continue
		}
		word := f.words(*n)
		if states[word] == word {
			n.Full, n.Kind, n.Country = word, text.Place, word
			continue
		}
		if state, ok := states[word]; ok {
			n.Full, n.Country, n.Demonym, n.Kind = state, state, true, text.Place
			if strings.HasSuffix(word, "s") && !n.Embedded {
				n.Kind = text.Group
			}
		}
	}
}

// bases is the states of a report by name, adjective and people's name. A state is a name of one word whose adjective
// describes a noun somewhere in the report.
func (f *forms) bases() map[string]string {
	single := map[string]bool{}
	adjective := map[string]bool{}
	for _, n := range f.doc.Names {
		if n.Last-n.First != 1 || n.Country != "" || !n.Title.Empty() || n.Full != "" {
			continue
		}
		word := f.words(n)
		single[word] = true
		if n.Last < len(f.doc.Tokens) && (f.doc.Tokens[n.Last].Tag == text.NOUN || f.doc.Tokens[n.Last].Tag == text.ADJ) {
			adjective[word] = true
		}
	}
	out := map[string]string{}
	for _, n := range f.doc.Names {
		base := f.words(n)
		if !single[base] || out[base] != "" || len(base) < 4 {
			continue
		}
		for _, form := range demonyms(base) {
			if single[form] && adjective[form] || single[form+"s"] {
				out[base], out[form], out[form+"s"] = base, base, base
			}
		}
	}
	return out
}

// demonyms is what the adjective of a state of that name may be.
func demonyms(base string) []string {
	stem := strings.TrimRight(base, "aeiouy")
	out := []string{base + "n", base + "an", base + "ian", base + "i", base + "ese", base + "ish"}
	if stem != base && len(stem) > 2 {
		out = append(out, stem+"an", stem+"ian", stem+"i", stem+"ese", stem+"ish")
	}
	if land, ok := strings.CutSuffix(base, "land"); ok && len(land) > 2 {
		out = append(out, land+"ish", land+"ic", base+"er", base+"ic")
	}
	return out
}
