// SPDX-License-Identifier: Apache-2.0

// Package entity merges the names of several reports into entities: who is who, in and across reports.
//
// A country, its government's seat used as an actor and its short forms are one ("United States", "U.S.", "Washington
// says"); a person is one by full name, and by surname only where the story has one bearer of it. No network look-up,
// no guess between two people of one surname.
package entity

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stemma/internal/news"
	"stemma/internal/text"
)

// An Index says which entity each name of each report stands for.
type Index struct {
	Entities []*news.Entity
	of       map[*news.Report][]*news.Entity // by number of the name in the report's doc
	byName   map[string]*news.Entity         // by lower-case name and alias
}

// Of is the entity of name number i of a report.
func (x *Index) Of(r *news.Report, i int) *news.Entity {
	if names := x.of[r]; i < len(names) {
		return names[i]
	}
	return nil
}

// Named is the entity with that name or alias, or nil.
func (x *Index) Named(name string) *news.Entity { return x.byName[strings.ToLower(name)] }

// At is the entities named inside a span of a report, in order; demonyms count ("Israeli officials" names Israel).
func (x *Index) At(r *news.Report, span text.Span) []*news.Entity {
	var out []*news.Entity
	for i, n := range r.Doc.Names {
		at := r.Doc.SpanOf(n.Range)
		if at.Start >= span.End {
			break
		}
		if e := x.Of(r, i); e != nil && span.Overlaps(at) {
			out = append(out, e)
		}
	}
	return out
}

// Merge builds the entities of a story. The result does not depend on the order of reports but for the ids.
func Merge(reports []*news.Report) *Index {
	m := merger{groups: map[string]*group{}, people: surnames(reports), bodies: shortForms(reports), states: states(reports), places: map[string]bool{}}
	for _, r := range reports {
		m.docs = append(m.docs, r.Doc)
		for _, n := range r.Doc.Names {
			if n.Kind == text.Place {
				m.places[n.Full] = true
			}
		}
	}
	for _, r := range reports {
		for i, n := range r.Doc.Names {
			m.add(r, i, n)
		}
	}
	return m.index(reports)
}

type merger struct {
	groups map[string]*group
	order  []string
	people map[string][]string // surname to full names
	bodies map[string]string   // first word of a body's name, where reports call it so, to the name
	docs   []*text.Doc
	places map[string]bool   // full names of places
	states map[string]string // lower-case nationality of a place that no list has, to the place: "ruritanian"
}

// A group is the mentions of one entity while it is being put together.
type group struct {
	forms    map[string]int // words to count
	kinds    map[text.NameKind]int
	main     string
	country  string
	mentions []mention
}

type mention struct {
	report *news.Report
	name   int
}

// surnames is the full names of people by surname over all reports.
func surnames(reports []*news.Report) map[string][]string {
	out := map[string][]string{}
	for _, r := range reports {
		for _, n := range r.Doc.Names {
			words := strings.Fields(n.Full)
			if n.Kind != text.Person || len(words) < 2 {
				continue
			}
			last := strings.ToLower(words[len(words)-1])
			if !slices.Contains(out[last], n.Full) {
				out[last] = append(out[last], n.Full)
			}
		}
	}
	return out
}

func (m *merger) add(r *news.Report, i int, n text.Name) {
	main, country := m.main(r, n)
	key := strings.ToLower(main)
	g := m.groups[key]
	if g == nil {
		g = &group{forms: map[string]int{}, kinds: map[text.NameKind]int{}, main: main, country: country}
		m.groups[key] = g
		m.order = append(m.order, key)
	}
	if g.country == "" {
		g.country = country
	}
	g.forms[strings.Join(strings.Fields(strings.ReplaceAll(r.Doc.Words(n.Range), "’", "'")), " ")]++
	g.kinds[n.Kind]++
	g.mentions = append(g.mentions, mention{r, i})
}

// main is the name under which a mention is entered, and its country.
func (m *merger) main(r *news.Report, n text.Name) (string, string) {
	if n.Country != "" && (n.Demonym || n.Kind == text.Place && (n.Full == n.Country || actsAsState(r.Doc, n))) {
		return n.Country, n.Country
	}
	full := n.Full
	if place, ok := m.states[strings.ToLower(full)]; ok {
		return place, place
	}
	words := strings.Fields(full)
	if stem, ok := strings.CutSuffix(full, "s"); ok && n.Kind == text.Place && m.places[stem] {
		return stem, n.Country // a possessive that lost its apostrophe
	}
	if len(words) == 1 && n.Kind != text.Place {
		if long := longForm(r.Doc, n, m.docs); long != "" {
			return long, n.Country
		}
		if long := m.bodies[strings.ToLower(full)]; long != "" && !n.Demonym && n.Country == "" && len(m.people[strings.ToLower(full)]) == 0 {
			return long, n.Country
		}
	}
	if len(words) == 1 && (n.Kind == text.Person || n.Kind == text.Other || n.Kind == text.Organisation && n.Country == "") {
		if bearers := m.people[strings.ToLower(full)]; len(bearers) == 1 && n.Kind != text.Organisation {
			return bearers[0], n.Country
		}
	}
	return full, n.Country
}

// actsAsState reports whether a capital stands for its country's government: it does something, or is dealt with as one.
func actsAsState(doc *text.Doc, n text.Name) bool {
	if n.First > 0 {
		switch doc.Lower(n.First - 1) {
		case "in", "at", "to", "from", "near", "around", "outside", "inside", "of", "through", "via", ",", "toward", "towards", "central":
			return false
		}
	}
	if n.Last >= len(doc.Tokens) || n.Embedded {
		return false
	}
	for i := n.Last; i < len(doc.Tokens) && i < n.Last+3; i++ {
		switch doc.Tokens[i].Tag {
		case text.VERB, text.AUX:
			return true
		case text.ADV:
			continue
		}
		return doc.Lower(i) == "'s" || doc.Lower(i) == "and"
	}
	return false
}

// index numbers the groups in the order of their first mention.
func (m *merger) index(reports []*news.Report) *Index {
	x := &Index{of: map[*news.Report][]*news.Entity{}, byName: map[string]*news.Entity{}}
	for _, r := range reports {
		x.of[r] = make([]*news.Entity, len(r.Doc.Names))
	}
	for i, key := range m.order {
		g := m.groups[key]
		e := &news.Entity{ID: "e" + strconv.Itoa(i+1), Name: g.main, Kind: g.kind(), Mentions: len(g.mentions), Country: g.country}
		e.Aliases = g.aliases()
		x.Entities = append(x.Entities, e)
		x.byName[key] = e
		for _, at := range g.mentions {
			x.of[at.report][at.name] = e
		}
	}
	for _, e := range x.Entities {
		for _, alias := range e.Aliases {
			if _, ok := x.byName[strings.ToLower(alias)]; !ok {
				x.byName[strings.ToLower(alias)] = e
			}
		}
	}
	countries(x, reports)
	return x
}

// countries gives people the country that their office names: "the Norwegian envoy, X".
func countries(x *Index, reports []*news.Report) {
	for _, r := range reports {
		for _, role := range r.Doc.Roles {
			e := x.Named(role.FullName)
			if e == nil || e.Country != "" || role.Status == text.Unstated || role.Office.Empty() {
				continue
			}
			for _, named := range x.At(r, role.Office) {
				if named.Country != "" {
					e.Country = named.Country
					break
				}
			}
		}
	}
}

// kind is the commonest kind of a group's mentions; ties go to the earlier in a fixed order.
func (g *group) kind() text.NameKind {
	best := text.Other
	for _, kind := range []text.NameKind{text.Group, text.Organisation, text.Person, text.Place} {
		if g.kinds[kind] > g.kinds[best] || g.kinds[kind] > 0 && best == text.Other && g.kinds[kind] >= g.kinds[best] {
			best = kind
		}
	}
	return best
}

// aliases is the other forms, commonest first.
func (g *group) aliases() []string {
	var out []string
	for form := range g.forms {
		if form != g.main {
			out = append(out, form)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Or(g.forms[b]-g.forms[a], strings.Compare(a, b))
	})
	return out
}
