// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"fmt"
	"sort"
	"strconv"

	"stemma/internal/news"
	"stemma/internal/reading"
)

// origins says which reports share a voice, and why.
func (v *viewer) origins() section {
	sec := section{
		ID: "origins", Title: "Origins", Count: len(v.story.Origins), Unit: "origin",
		Note: "Reports that go back to one text count as one voice. What stands below as [r2:45] is report r2, from character 45 on.",
	}
	inside := map[[2]*news.Report]bool{}
	for i, o := range v.story.Origins {
		for _, l := range o.Links {
			inside[pair(l)] = true
		}
		if i >= v.limits.Reports {
			sec.More++
			continue
		}
		sec.Groups = append(sec.Groups, v.origin(o))
	}
	if g := v.across(inside); len(g.Lines) > 0 {
		sec.Groups = append(sec.Groups, g)
	}
	return sec
}

func (v *viewer) origin(o *news.Origin) group {
	g := group{Anchor: v.anchor(o.ID), Title: ident(o.ID), Note: reportList(o.Reports)}
	if len(o.Reports) > 1 {
		g.Title = joined(" ", g.Title, short(o.Label, 80))
	}
	g.Lines, g.More = v.linkLines(o.Links, strongest(o))
	return g
}

func reportList(reports []*news.Report) string {
	var list []string
	for i, r := range reports {
		if i == 20 {
			list = append(list, plural(len(reports)-i, "more report"))
			break
		}
		list = append(list, ident(r.ID)+" "+nameOf(r))
	}
	return joined(", ", list...)
}

// across is the links between reports of different origins: passages that do not make them one voice.
func (v *viewer) across(inside map[[2]*news.Report]bool) group {
	g := group{Title: "Between origins", Note: "Shared passages. What stands in one counts as one voice; the rest of the two reports as two."}
	var links []news.Link
	for _, l := range v.story.Links {
		if !inside[pair(l)] && l.Label != news.Independent && v.story.OriginOf(l.From) != v.story.OriginOf(l.To) {
			links = append(links, l)
		}
	}
	g.Lines, g.More = v.linkLines(links, nil)
	return g
}

func pair(l news.Link) [2]*news.Report { return [2]*news.Report{l.From, l.To} }

// linkLines is a line for each link; where parents are given, only a report's link to its parent shows words.
func (v *viewer) linkLines(links []news.Link, parents map[*news.Report]*news.Link) (lines []line, more int) {
	for i := range links {
		l := &links[i]
		if i == 2*v.limits.Lines {
			return lines, len(links) - i
		}
		out := line{Label: descent(*l), Meta: fmt.Sprintf("score %.2f", l.Score)}
		if parents != nil && parents[l.From] != l {
			lines = append(lines, out)
			continue
		}
		for n, p := range l.Evidence {
			if n == max(1, v.limits.Words/4) {
				out.More = len(l.Evidence) - n
				break
			}
			out.Words = append(out.Words, v.shared(p)...)
		}
		lines = append(lines, out)
	}
	return lines, 0
}

// shared is a passage of two reports, once where the words are the same.
func (v *viewer) shared(p [2]news.Evidence) []words {
	a := words{Exact: bare(exact(p[0].Report, p[0].Span), v.limits.Clip), Refs: []ref{v.passage(p[0])}}
	b := words{Exact: bare(exact(p[1].Report, p[1].Span), v.limits.Clip), Refs: []ref{v.passage(p[1])}}
	if folded(a.Exact) == folded(b.Exact) {
		a.Refs = append(a.Refs, b.Refs...)
		return []words{a}
	}
	return []words{a, b}
}

// descent is a link in words: "r2 rewrites r1".
func descent(l news.Link) string {
	from, to := ident(l.From.ID), ident(l.To.ID)
	verb := map[news.LinkKind]string{
		news.Copies: "copies", news.Rewrites: "rewrites", news.SameAgency: "carries the same agency's text as", news.CitesLink: "cites",
	}[l.Kind]
	if verb == "" {
		verb = "depends on"
	}
	out := from + " " + verb + " " + to
	if !l.Directed && l.Kind != news.SameAgency {
		out = from + " and " + to + " share a text (" + string(l.Kind) + "; which came first is open)"
	}
	if l.Label == news.Partial {
		out += ", in part"
	}
	return oneLine(out)
}

// reports lists what was read, with where each date comes from and what was left out.
func (v *viewer) reports() section {
	sec := section{ID: "reports", Title: "Reports", Count: len(v.story.Reports), Unit: "report"}
	for i, r := range v.story.Reports {
		if i == v.limits.Reports {
			sec.More = len(v.story.Reports) - i
			break
		}
		sec.Groups = append(sec.Groups, v.report(r))
	}
	return sec
}

func (v *viewer) report(r *news.Report) group {
	g := group{Title: joined(" ", ident(r.ID), nameOf(r))}
	add := func(label, text string) {
		if text != "" {
			g.Lines = append(g.Lines, line{Label: label, Text: text})
		}
	}
	add("title", short(r.Title, 300))
	add("by", names(r.Authors, ", "))
	add("date", published(r))
	if o := v.story.OriginOf(r); o != nil {
		add("origin", ident(o.ID))
	}
	add("length", plural(countWords(textOf(r)), "word")+language(r))
	add("input", short(r.Input, 200))
	add("link", short(r.URL, 300))
	g.Lines = append(g.Lines, v.credits(r)...)
	add("left out", dropped(r))
	return g
}

func language(r *news.Report) string {
	if r.Language == "" || r.Language == "und" {
		return ""
	}
	if !reading.Reads(r.Language) {
		return ", language " + ident(r.Language) + ": shown without findings"
	}
	return ", language " + ident(r.Language)
}

func published(r *news.Report) string {
	if r.Published == "" {
		return "not known"
	}
	return oneLine(r.Published) + " (" + oneLine(string(basis(r))) + ")"
}

func (v *viewer) credits(r *news.Report) []line {
	var out []line
	for i, c := range r.Credits {
		if i == v.limits.Lines {
			out = append(out, line{Label: "credits", Text: plural(len(r.Credits)-i, "more credit")})
			break
		}
		l := line{Label: creditWord(c.Kind), Text: short(c.Name, 80)}
		if !c.Evidence.Empty() {
			e := news.Evidence{Report: r, Span: c.Evidence}
			l.Words = []words{{Exact: short(exact(r, c.Evidence), v.limits.Clip), Refs: []ref{v.passage(e)}}}
		} else if said := short(c.Words, v.limits.Clip); said != "" {
			l.Words = []words{{Exact: said, Note: "left out with the page furniture"}}
		}
		out = append(out, l)
	}
	return out
}

func creditWord(kind news.CreditKind) string {
	switch kind {
	case news.Photo:
		return "photo credit"
	case news.Cites:
		return "cites"
	}
	return oneLine(string(kind))
}

// dropped counts what was left out of a report by reason: "3 navigation, 1 teaser".
func dropped(r *news.Report) string {
	count := map[string]int{}
	var whys []string
	for _, d := range r.Dropped {
		why := short(d.Why, 60)
		if count[why] == 0 {
			whys = append(whys, why)
		}
		count[why]++
	}
	sort.SliceStable(whys, func(i, j int) bool { return count[whys[i]] > count[whys[j]] })
	parts := make([]string, 0, len(whys))
	for _, why := range whys {
		parts = append(parts, strconv.Itoa(count[why])+" "+why)
	}
	return short(joined(", ", parts...), 300)
}
