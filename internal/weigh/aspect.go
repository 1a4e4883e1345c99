// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"maps"
	"slices"
	"strings"

	"stemma/internal/align"
	"stemma/internal/news"
	"stemma/internal/text"
)

// The aspects of what reports of one incident are mainly about: each is a question of its own.
const (
	doer  align.Kind = "doer"  // who did it
	site  align.Kind = "site"  // where
	means align.Kind = "means" // with what
	blows align.Kind = "blows" // how many bombs or bombers
	onDay align.Kind = "day"   // on which day
)

// aspects derives, from the deeds of harm that open reports, what each says of who did it, where, and with what. They are compared
// between reports of one incident only.
func (w weigher) aspects(props []*align.Proposition) []*align.Proposition {
	var out []*align.Proposition
	for _, p := range props {
		if q := w.responsible(p); q != nil {
			out = append(out, q)
		}
		for kind, terms := range w.sides(p) {
			if len(terms) > 0 {
				q := *p
				q.Kind, q.Content = kind, terms
				out = append(out, &q)
			}
		}
	}
	out = slices.DeleteFunc(out, oneOf(out))
	slices.SortStableFunc(out, func(a, b *align.Proposition) int { return strings.Compare(string(a.Kind), string(b.Kind)) })
	return out
}

// sides is what a proposition says of each aspect of what its report is about; of a figure, with what: "at least 45 air strikes".
func (w weigher) sides(p *align.Proposition) map[align.Kind]align.Terms {
	switch {
	case p.Kind == align.Happening && w.mainDeed(p):
		return map[align.Kind]align.Terms{doer: w.culprits(p), site: w.sites(p), means: weaponsIn(p), blows: bombsIn(p), onDay: dayOf(p)}
	case p.Kind == align.Count && claimed(p) && !old(p) && w.ofAssault(p.Report):
		return map[align.Kind]align.Terms{means: weaponsIn(p)}
	}
	return nil
}

// dayOf is the single day on which a deed is told to have been done.
func dayOf(p *align.Proposition) align.Terms {
	if p.Time == nil || p.Time.From == "" || p.Time.From != p.Time.To {
		return nil
	}
	return align.Terms{align.Term("d:" + p.Time.From): true}
}

// mainDeedSentences is how far into a report the deeds are looked for that it is about.
const mainDeedSentences = 7

// mainDeed reports whether a proposition tells, near the opening of its report, of harm done on a day of its lead.
func (w weigher) mainDeed(p *align.Proposition) bool {
	if code := p.Event.Code; code != nil && !violent[code.Type] {
		return false // "accused the rebels of using gas" does no harm
	}
	if !w.ofAssault(p.Report) && !weaponsIn(p)["w:gas/gas"] || !w.near(p) || p.Negated || !claimed(p) || old(p) || !harmful[p.Concept] && p.Event.Code == nil && len(weaponsIn(p)) == 0 {
		return false
	}
	return p.Time == nil || p.Time.From != p.Time.To || !align.OtherDay(p.Report.Doc, p.Time.From)
}

// assaults are the concepts of which a report of an attack has one in its lead; a crash or a seizure at sea is none.
var assaults = []align.Term{"c:attack", "c:bomb", "c:airstrike", "c:shell", "c:shoot", "c:fight", "c:invade", "c:retaliate", "c:massacre", "c:gas", "c:chemical", "c:strike", "c:warplane", "c:ambush"}

// ofAssault reports whether the lead of a report tells of an attack.
func (w weigher) ofAssault(r *news.Report) bool {
	lead := w.lead(r).terms
	return slices.ContainsFunc(assaults, func(t align.Term) bool { return slices.Contains(lead, t) })
}

// violent are the classes of PLOVER that do harm.
var violent = map[string]bool{"ASSAULT": true, "FIGHT": true, "COERCE": true, "MOBILIZE": true}

// near reports whether a deed stands near the opening of its report, or is told in words of its lead.
func (w weigher) near(p *align.Proposition) bool {
	if p.Sentence < mainDeedSentences {
		return true
	}
	smaller, _ := likeness(w.content(p), w.lead(p.Report))
	return smaller >= 0.3
}

// sites is the places that a deed's words name, countries left out.
func (w weigher) sites(p *align.Proposition) align.Terms {
	out := maps.Clone(p.Places)
	for t := range p.Content {
		if t[0] == 'e' {
			if e := w.scene.Entities.Named(string(t[2:])); e != nil && e.Kind == text.Place {
				out[t] = true
			}
		}
	}
	maps.DeleteFunc(out, func(t align.Term, _ bool) bool {
		e := w.scene.Entities.Named(string(t[2:]))
		return e == nil || e.Country == e.Name
	})
	return out
}

// aspect compares what two reports of one incident say of it. Answers that share nothing are not set against each other: one incident
// has many sides.
func (j judge) aspect(a, b *align.Proposition) (Relation, string) {
	if a.Report == b.Report {
		if maps.Equal(a.Content, b.Content) && stand(a) == stand(b) {
			return Agree, ""
		}
		return Unrelated, ""
	}
	if timesApart(a.Time, b.Time) || !j.oneIncident(a.Report, b.Report) {
		return Unrelated, ""
	}
	x, y := a.Content, b.Content
	if a.Kind == doer {
		x, y = j.scene.Widen(x), j.scene.Widen(y)
	}
	switch {
	case a.Kind == blows:
		return bombs(a, b)
	case (stand(a) == disowned) != (stand(b) == disowned) && meetNamed(a.Content, b.Content) && j.told(a) && j.told(b):
		return Contradict, "one says who did it, who denies it"
	case stand(a) == disowned || stand(b) == disowned:
		return Unrelated, ""
	case stand(a) == unclaimed && stand(b) == done, stand(a) == done && stand(b) == unclaimed:
		return Update, "nobody had claimed it, then somebody did"
	case maps.Equal(a.Content, b.Content):
		return Agree, ""
	case meet(x, y):
		return Refine, "one says more than the other"
	case a.Kind == doer && j.sortOf(x, y):
		return Refine, "one names them, the other says what they are"
	case a.Kind == means && meet(families(x), families(y)):
		return Refine, "one says more closely with what"
	}
	return Unrelated, ""
}

// stand is what a proposition of who did it says of that, if it is more than who did: claimed, disowned, unclaimed.
func stand(p *align.Proposition) string {
	if p.Kind != doer {
		return ""
	}
	switch p.Concept {
	case done, disowned, unclaimed:
		return p.Concept
	}
	return ""
}

// told reports whether a deed or its denial is of what the report is mainly about.
func (j judge) told(p *align.Proposition) bool {
	if p.Opening() {
		return true
	}
	smaller, _ := likeness(j.contextBag(p), j.lead(p.Report))
	return smaller >= 0.3
}

// aspectValue is an aspect in words: "Northern Front", "car bomb".
func (w weigher) aspectValue(p *align.Proposition) string {
	var out []string
	for t := range p.Content {
		name := w.nameOf(t, nil)
		if t[0] == 'w' || t[0] == 'd' {
			name, _, _ = strings.Cut(string(t[2:]), "/")
		}
		out = append(out, name)
	}
	slices.Sort(out)
	switch {
	case stand(p) == disowned:
		return "not " + listed(out, "or") + ", by their own words"
	case stand(p) == unclaimed:
		return "nobody has claimed it"
	}
	return listed(out, "and")
}
