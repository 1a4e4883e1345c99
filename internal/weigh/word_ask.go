// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"slices"
	"strings"

	"stemma/internal/align"
	"stemma/internal/text"
)

// stateAsked is how a count asks for the state of those counted, the telling state first.
var stateAsked = []struct{ state, done, planned string }{
	{"missing", "are missing", ""},
	{"trapped", "were trapped", ""},
	{"hospitalised", "were taken to hospital", ""},
	{"injured", "were injured", ""},
	{"rescued", "were rescued", "are to be rescued"},
	{"arrested", "were arrested", ""},
	{"evacuated", "were evacuated", "are to be evacuated"},
	{"displaced", "were displaced", ""},
	{"released", "were released", "are to be released"},
	{"taken", "were taken captive", ""},
	{"striking", "are on strike", ""},
	{"aboard", "were aboard", ""},
	{"held", "are held", ""},
	{"captive", "are held", ""},
}

// asked is the predicate of "How many …?" for the states of a count, or "". What one version only plans is asked as planned.
func asked(p *align.Proposition, versions []version) string {
	held := p.States["held"] || p.States["captive"]
	switch {
	case p.States["dead"] && p.States["held"]:
		return "are held dead"
	case p.States["dead"] && p.Rules["c:kill"]:
		return "were killed"
	case p.States["dead"]:
		return "died"
	case p.States["alive"] && held:
		return "are held alive"
	case p.States["alive"]:
		return "are alive"
	}
	for _, s := range stateAsked {
		if !p.States[s.state] {
			continue
		}
		if s.planned != "" && slices.ContainsFunc(versions, unclaimedFigure) {
			return s.planned
		}
		return s.done
	}
	return ""
}

func unclaimedFigure(v version) bool {
	return slices.ContainsFunc(v.props, func(p *align.Proposition) bool { return !claimed(p) })
}

// countQuestion asks for a figure by what is counted and in which state, or by the words around it.
func (w weigher) countQuestion(versions []version) string {
	p := clearest(versions)
	q := p.Quantity
	ask, noun := "How many ", counted(versions)
	switch unit := p.Unit; {
	case aged(p):
		return "How old is " + w.older(p, noun) + "?"
	case unit == text.Money:
		ask, noun = "How much money", ""
	case unit == text.Percent:
		ask, noun = "What percentage", ""
	case unit == text.Share:
		ask, noun = "What share", ""
	case unit == text.Duration:
		ask, noun = "How long", ""
	case unit == text.Measure:
		ask, noun = "How many "+units(q.Unit, 2), ""
	default:
		if state := asked(p, versions); state != "" && q.Per.Empty() {
			return ask + noun + " " + state + "?"
		}
	}
	around := gap(p, q.Span)
	if around == "…" || around == "" {
		return ask + noun + "?"
	}
	return ask + noun + ": “" + around + "”?"
}

// clearest is the proposition whose words ask best: of the body, with a state, with what is counted.
func clearest(versions []version) *align.Proposition {
	best, most := versions[0].props[0], -1
	for _, v := range versions {
		for _, p := range v.props {
			score := 0
			if !p.Headline {
				score += 4
			}
			if len(p.Hard()) > 0 {
				score += 2
			}
			if !p.Quantity.Item.Empty() {
				score++
			}
			if score > most {
				best, most = p, score
			}
		}
	}
	return best
}

// stateNouns name those counted by their state alone; a question asks for people.
var stateNouns = []string{
	"body", "bodies", "death", "deaths", "toll", "dead", "others", "other", "them", "those", "whom", "lives", "life", "fatalities", "casualties",
	"remains", "corpses", "injuries", "individual", "individuals", "person", "deceased", "total", "number", "victims", "aboard", "each",
	"figure", "figures", "count", "estimate", "people",
}

// droppedAdjectives are adjectives that the question says in other words, or that depend on what was told before.
var droppedAdjectives = []string{"living", "dead", "deceased", "remaining", "other", "more", "further", "additional", "missing", "injured", "killed", "wounded", "surviving", "striking", "least", "such", "all"}

// counted is what is counted, in the words that most versions use, in the plural.
func counted(versions []version) string {
	count := map[string]int{}
	for _, v := range versions {
		for _, p := range v.props {
			if noun := item(p); noun != "" && !p.Headline {
				count[noun] += 8 + min(7, strings.Count(noun, " "))
			}
		}
	}
	best := ""
	for noun, n := range count {
		if best == "" || n > count[best] || n == count[best] && noun < best {
			best = noun
		}
	}
	if best == "" {
		return "people"
	}
	return best
}

// item is the noun phrase of what a figure counts, without its number and its state, or "".
func item(p *align.Proposition) string {
	q, doc := p.Quantity, p.Report.Doc
	if q.Item.Empty() || q.Head < 0 || slices.Contains(stateNouns, doc.Lower(q.Head)) || ofPerson(doc, q.Head) || doc.Tokens[q.Head].Tag == text.VERB {
		return ""
	}
	words := doc.RangeOf(q.Item)
	var kept []string
	for i := words.First; i < words.Last && i <= q.Head && len(kept) < 6; i++ {
		if !slices.Contains(droppedAdjectives, doc.Lower(i)) && doc.Tokens[i].Tag != text.NUM && doc.Tokens[i].Tag != text.DET {
			kept = append(kept, doc.Word(i))
		}
	}
	if len(kept) == 0 {
		return ""
	}
	head := &doc.Tokens[q.Head]
	if one := q.Max != nil && *q.Max == 1; one && head.Tag == text.NOUN && head.Form != text.Plural && q.Kind == text.Count {
		kept[len(kept)-1] += "s"
	}
	return strings.NewReplacer(" - ", "-", " '", "'", " ’", "’").Replace(strings.Join(kept, " "))
}

// ofPerson reports whether a token belongs to the name of a person: a caption's "40 Anna Berg".
func ofPerson(doc *text.Doc, i int) bool {
	return slices.ContainsFunc(doc.Names, func(n text.Name) bool { return n.Kind == text.Person && n.Holds(i) })
}

// older is whose age a figure gives: the person named beside it, or what is counted.
func (w weigher) older(p *align.Proposition, noun string) string {
	if name := w.bearer(p); name != "" {
		return name
	}
	if noun == "people" {
		return "the person"
	}
	return "the " + noun
}

// likeBearers is how alike the words around two ages are where they are of one person whom nobody names.
const likeBearers = 0.7

// oneBearer reports whether two ages are of one person: the name beside them is one, or all around is alike.
func (j judge) oneBearer(a, b *align.Proposition) bool {
	x, y := j.bearer(a), j.bearer(b)
	if x != "" && y != "" {
		return x == y
	}
	smaller, _ := likeness(j.contextBag(a), j.contextBag(b))
	return smaller >= likeBearers
}

// bearer is the name beside an age, or "".
func (j judge) bearer(p *align.Proposition) string {
	doc := p.Report.Doc
	words := doc.RangeOf(p.Quantity.Span)
	for i, n := range doc.Names {
		if n.Last == words.First-1 || n.First >= words.Last-2 && n.First < words.Last+2 {
			if e := j.scene.Entities.Of(p.Report, i); e != nil {
				return e.Name
			}
		}
	}
	return ""
}

// aged reports whether a span of years is somebody's age: "58-year-old", "Arvid Nolan, 58,".
func aged(p *align.Proposition) bool {
	doc, q := p.Report.Doc, p.Quantity
	words := doc.RangeOf(q.Span)
	for i := words.First; i < min(words.Last+2, len(doc.Tokens)); i++ {
		if doc.Lower(i) == "old" || doc.Lower(i) == "aged" {
			return true
		}
	}
	return words.First > 1 && words.Last < len(doc.Tokens) && words.Last-words.First == 1 && doc.Lower(words.First-1) == "," && doc.Lower(words.Last) == "," && doc.Tokens[words.First-2].Tag == text.PROPN && point(q) < 120
}

// units is the name of a unit for so many of them.
func units(unit string, n float64) string {
	switch {
	case unit == "", unit == "percent", n == 1, strings.HasSuffix(unit, "s"), unit == "yen", unit == "won", unit == "rand", unit == "yuan":
		return unit
	case unit == "foot":
		return "feet"
	}
	if first, rest, ok := strings.Cut(unit, " per "); ok {
		return units(first, n) + " per " + rest // "miles per hour"
	}
	return unit + "s"
}

// amount is a figure with its unit, and per what.
func amount(p *align.Proposition) string {
	q := p.Quantity
	out := intervalOf(p).String()
	unit := q.Unit
	if unit == "" && p.Rival != nil && p.Unit != text.Count {
		unit = p.Rival.Quantity.Unit
	}
	if unit != "" {
		out += " " + units(unit, point(q))
	}
	if per := line(p.Report.Doc.Exact(q.Per)); !q.Per.Empty() && len(per) <= 40 {
		if first, _, _ := strings.Cut(lower(per), " "); first == "each" || first == "apiece" || first == "every" || first == "a" {
			return out + " " + per
		}
		out += " per " + per
	}
	return out
}

// dateQuestion asks for the day of what began, ended, is due or happened.
func (w weigher) dateQuestion(versions []version) string {
	p := versions[0].props[0]
	switch p.Event.Facet {
	case text.Beginning:
		return "When did the " + p.Concept + " begin?"
	case text.Conclusion:
		return "When did the " + p.Concept + " end?"
	case text.Deadline:
		if who := w.prominent(versions, true, actors); len(who) > 0 {
			return "Which deadline did " + who[0] + " set?"
		}
	}
	p = plainest(versions)
	what := capital(shorten(Bare(p.Text)))
	if p.Time != nil {
		what = capital(shorten(timeless(p, p.Time.Span)))
	}
	switch {
	case p.Event.Facet == text.Deadline:
		return "By when: “" + what + "”?"
	case p.Event.Clause < 0:
		return "When was this: “" + what + "”?"
	}
	return "When did this happen: “" + what + "”?"
}

// plainest is the proposition of all versions that stands alone best.
func plainest(versions []version) *align.Proposition {
	best, rank := versions[0].props[0], -1
	for _, v := range versions {
		for _, p := range v.props {
			if r := plainness(p); r > rank {
				best, rank = p, r
			}
		}
	}
	return best
}

// moment is the day, month or year of a dated proposition, with the hour where it is told; in the report's own words where
// nothing says which day is meant.
func moment(p *align.Proposition) string {
	t := p.Time
	if t.From == "" && t.To == "" {
		return line(p.Report.Doc.Exact(t.Span))
	}
	out := Days(t.From, t.To)
	if h := t.Clock(); h != "" {
		out += " " + h
	}
	return out
}

// Days is a period in the shortest form that says it: a year, a month, a day, or from one day to another.
func Days(from, to string) string {
	switch {
	case from == to, to == "":
		return from
	case from == "":
		return "until " + to
	case len(from) != 10 || len(to) != 10 || from[:4] != to[:4]:
	case from[5:] == "01-01" && to[5:] == "12-31":
		return from[:4]
	case from[8:] == "01" && from[:7] == to[:7] && to[8:] == monthEnd(to):
		return from[:7]
	}
	return from + " to " + to
}

// monthEnd is the last day of the month of a day.
func monthEnd(day string) string {
	switch day[5:7] {
	case "04", "06", "09", "11":
		return "30"
	case "02":
		if day[8:] == "29" {
			return "29"
		}
		return "28"
	}
	return "31"
}
