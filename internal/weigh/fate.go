// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"slices"

	"stemma/internal/align"
	"stemma/internal/text"
)

// Fate is the kind of facts that tell how a named person died: of an illness, or by somebody's hand. It is compared between reports
// whatever else they tell.
const Fate = "fate"

const fate align.Kind = Fate

// violence is the cause of those who were killed.
const violence = "c:violence"

// violently are the concepts of deeds that kill.
var violently = map[string]bool{"kill": true, "shoot": true, "bomb": true, "execute": true, "behead": true, "stab": true}

// fates derives what deeds say of how somebody named died.
func (w weigher) fates(props []*align.Proposition) []*align.Proposition {
	var out []*align.Proposition
	for _, p := range of(props, align.Happening) {
		if p.Negated || !claimed(p) {
			continue
		}
		who, cause := p.Targets, align.Term(violence)
		if p.Concept == "die" {
			who, cause = p.Actors, diedOf(p)
		} else if !violently[p.Concept] {
			continue
		}
		if person := w.people(who); len(person) == 1 && cause != "" {
			q := *p
			q.Kind, q.Targets, q.Content = fate, person, align.Terms{cause: true}
			out = append(out, &q)
		}
	}
	return out
}

// diedOf is what somebody is told to have died of: "died of malaria", "died from his wounds"; "" where nothing is said.
func diedOf(p *align.Proposition) align.Term {
	doc := p.Report.Doc
	words := doc.RangeOf(p.Event.Core)
	for i := p.Event.Verb + 1; i+1 < words.Last; i++ {
		if lower := doc.Lower(i); lower != "of" && lower != "from" || i > p.Event.Verb+2 {
			continue
		}
		for k := i + 1; k < words.Last; k++ {
			switch lemma := doc.Tokens[k].Lemma; {
			case doc.Tokens[k].Tag != text.NOUN:
			case slices.Contains([]string{"wound", "injury", "gunshot", "bullet", "blow", "burn"}, lemma):
				return violence
			default:
				return align.Term("c:" + lemma)
			}
		}
	}
	return ""
}

// fated compares how two reports say that somebody died.
func (j judge) fated(a, b *align.Proposition) (Relation, string) {
	if !meet(a.Targets, b.Targets) {
		return Unrelated, ""
	}
	switch {
	case meet(a.Content, b.Content):
		return Agree, ""
	case a.Content[violence] != b.Content[violence]:
		return Contradict, "of an illness, or by somebody's hand"
	}
	return Unrelated, ""
}
