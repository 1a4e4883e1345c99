// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"slices"
	"strings"

	"stemma/internal/align"
	"stemma/internal/text"
)

func lower(s string) string { return strings.ToLower(s) }

// names lists the entities of a set for a reader.
func (w weigher) names(terms align.Terms) string {
	var out []string
	for t := range named(terms) {
		name := string(t[2:])
		if e := w.scene.Entities.Named(name); e != nil {
			name = e.Name
		}
		out = append(out, name)
	}
	slices.Sort(out)
	return strings.Join(out, " and ")
}

// question words what the versions answer.
func (w weigher) question(kind align.Kind, versions []version) string {
	p := versions[0].props[0]
	switch kind {
	case align.Count:
		return countQuestion(versions)
	case align.Office:
		return "Who is " + w.names(align.Terms{p.Topic: true}) + "?"
	case align.Governing:
		return "Which administration is acting?"
	case align.Dated:
		return w.dateQuestion(p)
	case align.Stance:
		return "Is " + w.names(p.Actors) + " for or against it?"
	case align.Channel:
		return "Do " + w.names(parties(p)) + " talk directly or through intermediaries?"
	case align.Informing:
		return "How did " + w.names(p.Targets) + " learn of it?"
	case align.Condition:
		return "In what state is " + w.names(p.Targets) + "?"
	case align.Comment:
		return "Did " + w.names(p.Actors) + " comment?"
	case align.Saying:
		if who := w.names(p.Actors); who != "" {
			return "What does " + who + " say?"
		}
		return "What is said?"
	}
	return "What happened: " + shorten(longest(versions[0])) + "?"
}

// countQuestion is "How many …?" in the words of the fullest item.
func countQuestion(versions []version) string {
	best := ""
	var of *align.Proposition
	for _, v := range versions {
		for _, p := range v.props {
			if item := p.Report.Doc.Exact(p.Quantity.Item); len(item) > len(best) {
				best, of = item, p
			}
			if of == nil {
				of = p
			}
		}
	}
	if best == "" {
		best = "people"
	}
	switch of.Quantity.Kind {
	case text.Count, text.Share:
	default:
		return "How much: " + line(best) + "?"
	}
	if s := states(of); s != "" && !strings.Contains(best, s) {
		return "How many " + line(best) + " (" + s + ")?"
	}
	return "How many " + line(best) + "?"
}

func (w weigher) dateQuestion(p *align.Proposition) string {
	switch p.Event.Facet {
	case text.Beginning:
		return "When did the " + p.Concept + " begin?"
	case text.Conclusion:
		return "When did the " + p.Concept + " end?"
	}
	return "When: " + shorten(p.Text) + "?"
}

// value is a version's answer in words.
func value(v version) string {
	p := v.props[0]
	switch p.Kind {
	case align.Count:
		return intervalOf(p.Quantity).String()
	case align.Office:
		if p.Role.Status != text.Unstated {
			return line(p.Role.Title) + " (" + standing(p.Role.Status) + ")"
		}
		return line(p.Role.Title)
	case align.Dated:
		return span(p.Time)
	case align.Channel, align.Stance, align.Condition:
		return p.Concept
	case align.Informing:
		if p.Concept == "told" {
			return "was informed"
		}
		return "learned of it another way"
	case align.Comment:
		return "no comment"
	}
	return shorten(longest(v))
}

// longest is the text of the fullest statement of a version.
func longest(v version) string {
	best := v.props[0].Text
	for _, p := range v.props {
		if len(p.Text) > len(best) && len(p.Text) <= 160 {
			best = p.Text
		}
	}
	return best
}

// shorten cuts a line at a word's end.
func shorten(s string) string {
	const most = 160
	if len(s) <= most {
		return s
	}
	cut := strings.LastIndexByte(s[:most], ' ')
	if cut < most/2 {
		cut = most
		for cut > 0 && s[cut]&0xC0 == 0x80 {
			cut--
		}
	}
	return s[:cut] + " …"
}

func line(s string) string { return strings.Join(strings.Fields(s), " ") }
