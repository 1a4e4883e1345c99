// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"cmp"
	"slices"
	"strings"

	"stemma/internal/align"
	"stemma/internal/news"
	"stemma/internal/text"
)

func lower(s string) string { return strings.ToLower(s) }

// names lists the entities and bodies of a set for a reader.
func (w weigher) names(terms align.Terms) string {
	var out []string
	for t := range named(terms) {
		out = append(out, w.nameOf(t, nil))
	}
	slices.Sort(out)
	return listed(out, "and")
}

// nameOf is a term as readers know it, with the article that the versions' reports put before it.
func (w weigher) nameOf(t align.Term, versions []version) string {
	name := string(t[2:])
	if t[0] == 'i' {
		return "the " + name
	}
	e := w.scene.Entities.Named(name)
	if e == nil {
		return name
	}
	if e.Kind != text.Person && w.articled(e, versions) {
		return "the " + e.Name
	}
	return e.Name
}

// articled reports whether the reports of the versions mostly write "the" before a name that stands alone.
func (w weigher) articled(e *news.Entity, versions []version) bool {
	with, without := 0, 0
	for _, r := range reportsIn(versions) {
		doc := r.Doc
		for i, n := range doc.Names {
			if n.First == 0 || n.Demonym || w.scene.Entities.Of(r, i) != e || doc.Sentences[max(0, doc.SentenceAt(n.First))].Headline {
				continue
			}
			switch {
			case n.Last < len(doc.Tokens) && (doc.Tokens[n.Last].Tag == text.NOUN || doc.Lower(n.Last) == "'s"):
			case doc.Lower(n.First-1) == "the":
				with++
			default:
				without++
			}
		}
	}
	return with > without
}

func reportsIn(versions []version) []*news.Report {
	var out []*news.Report
	for _, v := range versions {
		for _, p := range v.props {
			if !slices.Contains(out, p.Report) {
				out = append(out, p.Report)
			}
		}
	}
	return out
}

// listed is "a, b and c".
func listed(items []string, last string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " " + last + " " + items[len(items)-1]
}

// prominent is the entities that one or more sets of each proposition name, those named by most first. Of a state and its
// own institution only one stays: the state, or the institution where bodies is set.
func (w weigher) prominent(versions []version, bodies bool, sets func(*align.Proposition) align.Terms) []string {
	count := map[align.Term]int{}
	for _, v := range versions {
		for _, p := range v.props {
			for t := range named(sets(p)) {
				count[t]++
			}
		}
	}
	var terms []align.Term
	for t := range count {
		if !w.doubled(t, count, bodies) {
			terms = append(terms, t)
		}
	}
	slices.SortFunc(terms, func(a, b align.Term) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	var out []string
	for _, t := range terms {
		if name := w.nameOf(t, versions); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// doubled reports whether a term says no more than another of the set.
func (w weigher) doubled(t align.Term, all map[align.Term]int, bodies bool) bool {
	e := w.scene.Entities.Named(string(t[2:]))
	if t[0] == 'i' || e == nil {
		return len(all) > 1
	}
	if e.Kind == text.Person && !bodies {
		return len(all) > 2
	}
	if e.Country == "" {
		return false
	}
	if e.Name != e.Country {
		return !bodies && all[align.Term("e:"+lower(e.Country))] > 0
	}
	if bodies {
		for other := range all {
			if x := w.scene.Entities.Named(string(other[2:])); other != t && x != nil && x.Country == e.Name {
				return true
			}
		}
	}
	return false
}

// question words what the versions answer. Where one thing only is said to have happened or to have been said, that line
// stands for the question.
func (w weigher) question(kind align.Kind, versions []version) string {
	p := versions[0].props[0]
	switch kind {
	case align.Count:
		return w.countQuestion(versions)
	case align.Office:
		return w.officeQuestion(versions)
	case align.Governing:
		if state := w.prominent(versions, false, places); len(state) > 0 {
			return "Under which administration is " + state[0] + " acting?"
		}
		return "Which administration is acting?"
	case align.Dated:
		return w.dateQuestion(versions)
	case align.Channel:
		return w.channelQuestion(versions)
	case align.Stance:
		return w.stanceQuestion(versions)
	case align.Informing:
		return w.informingQuestion(versions)
	case align.Condition:
		return w.conditionQuestion(versions)
	case align.Comment:
		if who := w.prominent(versions[:1], true, actors); len(who) > 0 {
			return "Did " + listed(who[:min(3, len(who))], "or") + " comment?"
		}
	case doer:
		return "Who did it?"
	case site:
		return "Where was it?"
	case means:
		return "With what was it done?"
	case blows:
		return "How many bombs or bombers were there?"
	case fate:
		return "How did " + listed(w.prominent(versions, false, targets), "and") + " die?"
	case onDay:
		return "On which day was it?"
	case align.Saying:
		if who := speaker(p); who != "" && len(versions) == 1 {
			return who + ": " + told(versions[0])
		}
	}
	if len(versions) > 1 {
		return "Is it so: “" + told(versions[0]) + "”?"
	}
	return told(versions[0])
}

func actors(p *align.Proposition) align.Terms  { return p.Actors }
func places(p *align.Proposition) align.Terms  { return p.Places }
func targets(p *align.Proposition) align.Terms { return p.Targets }

// speaker is who is said to say a statement, with a capital letter.
func speaker(p *align.Proposition) string {
	if p.Attribution == nil {
		return ""
	}
	return capital(line(p.Attribution.Source))
}

func (w weigher) officeQuestion(versions []version) string {
	holders := w.prominent(versions, false, func(p *align.Proposition) align.Terms { return align.Terms{p.Topic: true} })
	if len(holders) > 1 {
		if title := title(versions[0]); title != "" {
			return "Who holds the office of " + title + "?"
		}
	}
	who := w.nameOf(versions[0].props[0].Topic, versions)
	for _, v := range versions {
		if v.props[0].Role.Status == text.Unstated || acting(v.props[0]) {
			return "Who is " + who + "?"
		}
	}
	return "Which office does " + who + " hold?"
}

// acting reports whether an office is told by what its holder does: "leads the opposition".
func acting(p *align.Proposition) bool {
	doc := p.Report.Doc
	return !p.Role.Office.Empty() && doc.Tokens[doc.RangeOf(p.Role.Office).First].Tag == text.VERB
}

// channelQuestion names the two who talk.
func (w weigher) channelQuestion(versions []version) string {
	through := align.Terms{}
	for _, v := range versions {
		for _, p := range v.props {
			for _, span := range p.Event.Through {
				for t := range w.scene.Terms(p.Report, span) {
					through[t] = true
				}
			}
		}
	}
	who := w.prominent(versions, false, func(p *align.Proposition) align.Terms {
		out := align.Terms{}
		for t := range p.Parties() {
			if !through[t] {
				out[w.state(t)] = true
			}
		}
		return out
	})
	switch len(who) {
	case 0:
		return "Do the two sides talk directly or through intermediaries?"
	case 1:
		return "Do " + who[0] + " and the other side talk directly or through intermediaries?"
	}
	slices.Sort(who[:2])
	return "Do " + who[0] + " and " + who[1] + " talk directly or through intermediaries?"
}

// state is the state for which an institution talks, or the term itself.
func (w weigher) state(t align.Term) align.Term {
	if e := w.scene.Entities.Named(string(t[2:])); t[0] == 'e' && e != nil && e.Country != "" && e.Kind != text.Person && w.scene.Entities.Named(e.Country) != nil {
		return align.Term("e:" + lower(e.Country))
	}
	return t
}

func (w weigher) stanceQuestion(versions []version) string {
	p := versions[0].props[0]
	who := w.prominent(versions[:1], true, actors)
	if len(who) == 0 {
		if name := phrase(p, p.Event.Actors); name != "" {
			who = []string{name}
		}
	}
	about := told(versions[0])
	if len(who) == 0 {
		return "For or against: “" + about + "”?"
	}
	be := "Is "
	if len(who) > 1 || plural(p, p.Event.Actors) {
		be = "Are "
	}
	return be + listed(who[:min(2, len(who))], "and") + " for or against: “" + about + "”?"
}

func (w weigher) informingQuestion(versions []version) string {
	it := "it"
	if p := versions[0].props[0]; p.Content["c:talk"] || p.Content["c:negotiate"] {
		it = "the talks"
	}
	who := w.prominent(versions, false, targets)
	if len(who) == 0 {
		return "Who was told of " + it + ", and how?"
	}
	return "How did " + who[0] + " learn of " + it + "?"
}

func (w weigher) conditionQuestion(versions []version) string {
	p := versions[0].props[0]
	who := w.prominent(versions, false, func(p *align.Proposition) align.Terms { return w.people(p.Targets) })
	if len(who) != 1 {
		return told(versions[0]) // of things and groups the words themselves say most
	}
	for _, v := range versions {
		switch c := v.props[0].Concept; c {
		case "alive", "dead":
		default:
			return "In what state is " + who[0] + "?"
		}
	}
	if p.Concept == "" {
		return "In what state is " + who[0] + "?"
	}
	return "Is " + who[0] + " alive or dead?"
}

// phrase is the words of the first of some spans, "" where they are none or many.
func phrase(p *align.Proposition, spans []text.Span) string {
	if len(spans) == 0 {
		return ""
	}
	doc := p.Report.Doc
	words := line(doc.Exact(spans[0]))
	if len(words) > 60 {
		return ""
	}
	if at := doc.RangeOf(spans[0]).First; at < len(doc.Tokens) && doc.Tokens[at].Tag != text.PROPN {
		return doc.Lower(at) + strings.TrimPrefix(words, doc.Word(at))
	}
	return words
}

// plural reports whether the first of some spans ends in a plural noun.
func plural(p *align.Proposition, spans []text.Span) bool {
	if len(spans) == 0 {
		return false
	}
	doc := p.Report.Doc
	words := doc.RangeOf(spans[0])
	return words.Last > words.First && doc.Tokens[words.Last-1].Form == text.Plural
}

// value is a version's answer in words.
func value(v version) string {
	p := v.props[0]
	switch p.Kind {
	case align.Count:
		return amount(p)
	case align.Office:
		return officeValue(v)
	case align.Dated:
		return moment(p)
	case align.Channel:
		return channelValue(v)
	case align.Stance, align.Condition:
		return p.Concept
	case align.Governing:
		return line(p.Text)
	case align.Informing:
		if p.Concept == "told" {
			return "was informed"
		}
		return "learned of it another way"
	case align.Comment:
		return "no comment"
	}
	return told(v)
}

// title is the words of an office that a version gives most often, the fullest of those.
func title(v version) string {
	count := map[string]int{}
	for _, p := range v.props {
		if t := line(p.Role.Title); !p.Role.Office.Empty() && len(t) <= 90 {
			count[t]++
		}
	}
	best := ""
	for t, n := range count {
		if n > count[best] || n == count[best] && (len(t) > len(best) || len(t) == len(best) && t < best) {
			best = t
		}
	}
	return best
}

func officeValue(v version) string {
	p := v.props[0]
	office, status := title(v), standing(p.Role.Status)
	switch {
	case office == "" && p.Role.Status != text.Unstated:
		return status
	case office == "":
		return line(p.Role.Title)
	case p.Role.Status == text.Unstated, p.Role.Status == text.InOffice, strings.Contains(lower(office), lower(status)):
		return office
	}
	return office + " (" + status + ")"
}

func channelValue(v version) string {
	if v.props[0].Concept != "mediated" {
		return "directly"
	}
	for _, p := range v.props {
		var through []string
		for _, span := range p.Event.Through {
			if words := line(p.Report.Doc.Exact(span)); isName(p.Report.Doc, span) && len(words) <= 40 && !slices.Contains(through, words) {
				through = append(through, words)
			}
		}
		if len(through) > 0 {
			return "through " + listed(through, "and")
		}
	}
	return "through intermediaries"
}

// isName reports whether a span is a name and nothing else.
func isName(doc *text.Doc, span text.Span) bool {
	return slices.ContainsFunc(doc.Names, func(n text.Name) bool { return n.Range == doc.RangeOf(span) })
}
