// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"maps"
	"slices"
	"strings"

	"stemma/internal/align"
	"stemma/internal/lexicon"
	"stemma/internal/text"
)

// The aspects of what reports of one incident are mainly about: each is a question of its own.
const (
	doer  align.Kind = "doer"  // who did it
	site  align.Kind = "site"  // where
	means align.Kind = "means" // with what
	onDay align.Kind = "day"   // on which day
)

var weapons = lexicon.LoadPhrases("weapons")

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
	slices.SortStableFunc(out, func(a, b *align.Proposition) int { return strings.Compare(string(a.Kind), string(b.Kind)) })
	return out
}

// sides is what a proposition says of each aspect of what its report is about; of a figure, with what: "at least 45 air strikes".
func (w weigher) sides(p *align.Proposition) map[align.Kind]align.Terms {
	switch {
	case p.Kind == align.Happening && w.mainDeed(p):
		return map[align.Kind]align.Terms{doer: w.culprits(p), site: w.sites(p), means: weaponsIn(p), onDay: dayOf(p)}
	case p.Kind == align.Count && claimed(p) && !old(p):
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

// responsible is what a proposition says of who is answerable for what its report is about: who claims it, that nobody does yet, or
// who denies it; nil where it says nothing of that.
func (w weigher) responsible(p *align.Proposition) *align.Proposition {
	if p.Kind != align.Saying && p.Kind != align.Happening {
		return nil
	}
	q := *p
	q.Kind, q.Content, q.Concept = doer, named(p.Actors), "done"
	switch {
	case p.Kind == align.Happening && !noClaim(p):
		return nil
	case p.Kind == align.Happening:
		q.Negated, q.Content, q.Concept = false, align.Terms{"c:nobody": true}, "unclaimed"
	case claimsIt(p):
		q.Negated = false
		if source, _, _ := strings.Cut(lower(p.Attribution.Source), " "); p.Negated || source == "nobody" || source == "no" || source == "none" {
			q.Content, q.Concept = align.Terms{"c:nobody": true}, "unclaimed"
		}
	case denied(p) && w.blames(p):
		q.Negated = true
	default:
		return nil
	}
	if len(q.Content) == 0 {
		return nil
	}
	return &q
}

// claimsIt reports whether a saying is a claim of responsibility: "claimed responsibility", "the attack was claimed by".
func claimsIt(p *align.Proposition) bool {
	if p.Kind != align.Saying || !strings.Contains(lower(p.Attribution.Cue), "claim") {
		return false
	}
	return p.Content["c:cause"] || p.Thing && (p.Content["c:attack"] || p.Content["c:bomb"])
}

// noClaim reports whether an event tells that nobody claims it yet: "there was no immediate claim of responsibility".
func noClaim(p *align.Proposition) bool {
	if !p.Content["c:claim"] || !p.Content["c:cause"] {
		return false
	}
	doc := p.Report.Doc
	words := doc.RangeOf(p.Evidence)
	for i := words.First; i < words.Last; i++ {
		if lower := doc.Lower(i); lower == "no" || lower == "nobody" || lower == "not" {
			return true
		}
	}
	return false
}

// blames reports whether what is denied is harm done, or the blame for it.
func (w weigher) blames(p *align.Proposition) bool {
	for t := range p.Content {
		switch t {
		case "c:accuse", "c:cause", "c:allegation":
			return true
		}
		if t[0] == 'c' && harmful[string(t[2:])] {
			return true
		}
	}
	return false
}

// mainDeedSentences is how far into a report the deeds are looked for that it is about.
const mainDeedSentences = 7

// mainDeed reports whether a proposition tells, near the opening of its report, of harm done on a day of its lead.
func (w weigher) mainDeed(p *align.Proposition) bool {
	if code := p.Event.Code; code != nil && !violent[code.Type] {
		return false // "accused the rebels of using gas" does no harm
	}
	if !w.near(p) || p.Negated || !claimed(p) || old(p) || !harmful[p.Concept] && p.Event.Code == nil && len(weaponsIn(p)) == 0 {
		return false
	}
	return p.Time == nil || p.Time.From != p.Time.To || !align.OtherDay(p.Report.Doc, p.Time.From)
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

// culprits is who did a deed: those named, and the sort of armed or state body.
func (w weigher) culprits(p *align.Proposition) align.Terms {
	out := align.Terms{}
	for _, span := range p.Event.Actors {
		if cited(p.Report.Doc, span) {
			continue
		}
		for t := range w.scene.Terms(p.Report, span) {
			if t[0] == 'e' || armed[t] {
				out[t] = true
			}
		}
	}
	maps.DeleteFunc(out, func(t align.Term, _ bool) bool {
		e := w.scene.Entities.Named(string(t[2:]))
		return t[0] == 'e' && (e == nil || e.Kind == text.Place && e.Country == "")
	})
	return out
}

// cited reports whether words are those of a source: "the ministry said in a statement".
func cited(doc *text.Doc, span text.Span) bool {
	return slices.ContainsFunc(doc.Attributions, func(a text.Attribution) bool { return a.Source.Overlaps(span) })
}

// armed are the sorts of those who can do harm.
var armed = map[align.Term]bool{
	"c:army": true, "c:government": true, "c:rebel": true, "c:militant": true, "c:terrorist": true, "c:police": true, "c:gang": true,
	"c:gunman": true, "c:regime": true, "c:soldier": true, "c:coalition": true, "c:opposition": true, "c:militia": true, "c:bomber": true,
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

// aspect compares what two reports of one incident say of it. Answers that share nothing are not set against each other: one incident
// has many sides.
func (j judge) aspect(a, b *align.Proposition) (Relation, string) {
	if a.Report == b.Report {
		if maps.Equal(a.Content, b.Content) && a.Negated == b.Negated && a.Concept == b.Concept {
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
	case a.Negated != b.Negated && meetNamed(a.Content, b.Content) && j.told(a) && j.told(b):
		return Contradict, "one says who did it, who denies it"
	case a.Negated || b.Negated:
		return Unrelated, ""
	case (a.Concept == "unclaimed") != (b.Concept == "unclaimed") && (a.Concept == "done" || b.Concept == "done"):
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

// told reports whether a deed or its denial is of what the report is mainly about.
func (j judge) told(p *align.Proposition) bool {
	if p.Opening() {
		return true
	}
	smaller, _ := likeness(j.contextBag(p), j.lead(p.Report))
	return smaller >= 0.3
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

// sortOf reports whether one set names an armed group and the other only says that there was one.
func (j judge) sortOf(a, b align.Terms) bool {
	return j.group(a) && irregular(b) || j.group(b) && irregular(a)
}

func (j judge) group(terms align.Terms) bool {
	for t := range terms {
		if e := j.scene.Entities.Named(string(t[2:])); t[0] == 'e' && e != nil && e.Country == "" && (e.Kind == text.Group || e.Kind == text.Organisation) {
			return true
		}
	}
	return false
}

func irregular(terms align.Terms) bool {
	for _, t := range []align.Term{"c:rebel", "c:militant", "c:terrorist", "c:gunman", "c:bomber", "c:gang", "c:opposition", "c:militia"} {
		if terms[t] {
			return true
		}
	}
	return false
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
	case p.Negated:
		return "not " + listed(out, "or") + ", by their own words"
	case p.Concept == "unclaimed":
		return "nobody has claimed it"
	}
	return listed(out, "and")
}
