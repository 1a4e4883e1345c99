// SPDX-License-Identifier: Apache-2.0

package entity

import (
	"maps"
	"slices"
	"strings"

	"stemma/internal/news"
	"stemma/internal/text"
)

// longForm is the only longer name of an organisation or group in the document that ends in a single-word name with an
// article: "the Front" for "Northern Reef Front"; "" where there is none or more than one.
func longForm(doc *text.Doc, n text.Name, docs []*text.Doc) string {
	if n.First == 0 || doc.Lower(n.First-1) != "the" && !n.Embedded {
		return ""
	}
	if found := longIn(doc, n); found != "" {
		return found
	}
	found := ""
	for _, other := range docs { // a report that never gives the full name
		long := longIn(other, n)
		if long != "" && found != "" && long != found {
			return ""
		}
		found = max(found, long)
	}
	return found
}

// longIn is the only longer form in one document.
func longIn(doc *text.Doc, n text.Name) string {
	found := ""
	for _, other := range doc.Names {
		if other.Last-other.First < 2 || other.Kind == text.Person || other.Kind == text.Place || !strings.HasSuffix(other.Full, " "+n.Full) {
			continue
		}
		if found != "" && found != other.Full {
			return ""
		}
		found = other.Full
	}
	return found
}

// endings make a nationality of the name of a place.
var endings = []string{"n", "an", "ian", "ean", "ese", "i", "ish"}

// states finds places that no list has but that the reports use as states: the place has a word derived from its name
// for what is its own ("Ruritania", "Ruritanian"). The keys are place and nationality, the value is the place.
func states(reports []*news.Report) map[string]string {
	names := map[string]string{}
	for _, r := range reports {
		for _, n := range r.Doc.Names {
			if n.Country == "" && n.Last-n.First == 1 {
				names[strings.ToLower(n.Full)] = n.Full
			}
		}
	}
	out := map[string]string{}
	for _, low := range slices.Sorted(maps.Keys(names)) {
		name := names[low]
		for _, end := range endings {
			if people := low + end; names[people] != "" && len(low) > 3 {
				out[low], out[people], out[people+"s"] = name, name, name
			}
			if stem := strings.TrimRight(low, "aeo"); stem != low && names[stem+end] != "" && len(stem) > 3 {
				out[low], out[stem+end], out[stem+end+"s"] = name, name, name
			}
		}
	}
	return out
}

// shortForms is the bodies that a report calls by the first word of their name alone, after the name in full: "Altair Air", then "Altair".
// A word that opens the names of two bodies is left out.
func shortForms(reports []*news.Report) map[string]string {
	out := map[string]string{}
	two := map[string]bool{}
	for _, r := range reports {
		full := map[string]string{}
		for _, n := range r.Doc.Names {
			words := strings.Fields(n.Full)
			if n.Demonym || n.Country != "" || len(words) == 0 || len(words) > 3 {
				continue
			}
			first := strings.ToLower(words[0])
			if len(words) > 1 && (n.Kind == text.Organisation || n.Kind == text.Group) {
				full[first] = n.Full
			} else if long := full[first]; len(words) == 1 && long != "" && n.Kind != text.Place {
				two[first] = two[first] || out[first] != "" && out[first] != long
				out[first] = long
			}
		}
	}
	maps.DeleteFunc(out, func(word, _ string) bool { return two[word] })
	return out
}
