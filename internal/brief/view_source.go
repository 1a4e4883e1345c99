// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"sort"
	"strconv"
	"strings"

	"stemma/internal/news"
)

// A source is somebody with all that is laid in their mouth.
type source struct {
	name       string
	anonymous  bool
	conditions string
	indirect   []*news.Statement
	quotes     []*news.Statement
}

// sources are who says what, those with most statements first.
func (v *viewer) sources() []*source {
	byKey := map[string]*source{}
	var out []*source
	for _, s := range v.story.Statements {
		a := s.Attribution
		if a == nil || nobody(a) {
			continue
		}
		key := v.sourceKey(s)
		src := byKey[key]
		if src == nil {
			src = &source{name: sourceName(&news.Attribution{Source: a.Source}), anonymous: a.Anonymous || a.Source == ""}
			byKey[key] = src
			out = append(out, src)
		}
		src.add(s)
	}
	for _, src := range out {
		src.indirect, src.quotes = said(src.indirect, src.quotes), longest(src.quotes)
	}
	sort.SliceStable(out, func(i, j int) bool {
		return len(out[i].indirect)+len(out[i].quotes) > len(out[j].indirect)+len(out[j].quotes)
	})
	return out
}

// nobody reports whether an attribution names no source: "reportedly", "is believed", "hardly anyone".
func nobody(a *news.Attribution) bool {
	switch strings.ToLower(oneLine(a.Source)) {
	case "", "it", "this", "that", "there", "they", "he", "she", "we", "anyone", "anybody", "no one", "nobody", "everyone", "everybody", "someone", "somebody":
		return true
	}
	return false
}

func (src *source) add(s *news.Statement) {
	if src.conditions == "" {
		src.conditions = conditions(s)
	}
	if s.Kind == news.Quotation {
		src.quotes = append(src.quotes, s)
	} else {
		src.indirect = append(src.indirect, s)
	}
}

// said is what a source says in indirect speech, each thing once: parts of a longer statement or of a quotation are left out.
func said(indirect, quotes []*news.Statement) []*news.Statement {
	quoted := map[*news.Statement]bool{}
	for _, q := range quotes {
		quoted[q] = true
	}
	var out []*news.Statement
	for _, s := range longest(append(append([]*news.Statement{}, quotes...), indirect...)) {
		if !quoted[s] {
			out = append(out, s)
		}
	}
	return out
}

// sourceKey is equal for one named person in all reports. An anonymous source is never taken for that of another
// origin, however alike the words that describe it.
func (v *viewer) sourceKey(s *news.Statement) string {
	a := s.Attribution
	name := strings.ToLower(oneLine(a.Source))
	switch {
	case a.Anonymous || name == "":
		origin := s.Report.ID
		if o := v.story.OriginOf(s.Report); o != nil {
			origin = o.ID
		}
		return "anonymous " + origin + " " + name
	case a.Entity != nil:
		return "entity " + a.Entity.ID
	}
	return "name " + name
}

func (v *viewer) named() section {
	return v.sourceSection(false, section{
		ID: "named", Title: "Who says so: named", Unit: "source",
		Note: "What each named source is reported to have said in indirect speech; quotations stand below.",
	})
}

func (v *viewer) anonymous() section {
	return v.sourceSection(true, section{
		ID: "anonymous", Title: "Who says so: anonymous", Unit: "source",
		Note: "Sources without a name, kept apart by origin, with the conditions under which they spoke.",
	})
}

func (v *viewer) sourceSection(anonymous bool, sec section) section {
	var quotedOnly []string
	for _, src := range v.sources() {
		if src.anonymous != anonymous {
			continue
		}
		sec.Count++
		if !anonymous && len(src.indirect) == 0 {
			quotedOnly = append(quotedOnly, src.name)
			continue
		}
		if len(sec.Groups) == v.limits.Sources {
			sec.More++
			continue
		}
		sec.Groups = append(sec.Groups, v.source(src, v.anchor(sec.ID, strconv.Itoa(sec.Count))))
	}
	if len(quotedOnly) > 0 {
		sec.Groups = append(sec.Groups, group{Title: "Quoted only", Note: names(quotedOnly, ", ")})
	}
	return sec
}

func (v *viewer) source(src *source, anchor string) group {
	all := append(append([]*news.Statement{}, src.indirect...), src.quotes...)
	g := group{Anchor: anchor, Title: src.name, Note: v.voice(src, all)}
	if src.conditions != "" {
		g.Tags = append(g.Tags, src.conditions)
	}
	list := src.indirect
	if len(list) == 0 && src.anonymous {
		list = src.quotes // an anonymous source is shown with its words wherever it speaks
	}
	g.Lines, g.More = v.sayings(list, anchor, "who")
	return g
}

// voice counts what a source says and in how many reports and origins.
func (v *viewer) voice(src *source, all []*news.Statement) string {
	var parts []string
	if n := len(src.indirect); n > 0 {
		parts = append(parts, plural(n, "statement"))
	}
	if n := len(src.quotes); n > 0 {
		parts = append(parts, plural(n, "quotation"))
	}
	reports, origins := v.spread(all)
	return strings.Join(append(parts, plural(reports, "report"), plural(origins, "origin")), ", ")
}

// spread is in how many reports, and from how many origins, statements stand.
func (v *viewer) spread(statements []*news.Statement) (reports, origins int) {
	seen := map[*news.Report]bool{}
	from := map[*news.Origin]bool{}
	for _, s := range statements {
		if !seen[s.Report] {
			seen[s.Report] = true
			from[v.story.OriginOf(s.Report)] = true
		}
	}
	return len(seen), len(from)
}

// sayings are a line for each thing said, the same words once with all their places.
func (v *viewer) sayings(statements []*news.Statement, anchor, label string) (lines []line, more int) {
	at := map[string]int{}
	for _, s := range statements {
		w := v.wordsOf(s)
		w.Who, w.Note = saying(s), stance(s) // the group says by whom, and on what conditions
		if s.Kind == news.Quotation {
			w.Before, w.After = "", ""
		}
		key := w.Note + "\x00" + folded(w.Exact)
		if i, ok := at[key]; ok {
			lines[i].Words[0].Refs = addRef(lines[i].Words[0].Refs, w.Refs[0])
			v.cite(anchor, label, []*news.Statement{s})
			continue
		}
		if len(lines) == v.limits.Lines {
			more++
			continue
		}
		at[key] = len(lines)
		lines = append(lines, line{Words: []words{w}})
		v.cite(anchor, label, []*news.Statement{s})
	}
	return lines, more
}

// saying is how something was said, where the group already says by whom.
func saying(s *news.Statement) string {
	a := s.Attribution
	if a == nil {
		return ""
	}
	return strings.TrimPrefix(short(a.Cue, 30)+through(a), ", ")
}

// quotations are by speaker; those whose speaker was not found come last.
func (v *viewer) quotations() section {
	sec := section{ID: "quotations", Title: "Quotations by speaker", Unit: "quotation"}
	speakers := v.sources()
	if orphans := v.orphans(); len(orphans) > 0 {
		speakers = append(speakers, &source{name: "Speaker not found", quotes: orphans})
	}
	for _, src := range speakers {
		if len(src.quotes) == 0 {
			continue
		}
		sec.Count += len(src.quotes)
		if len(sec.Groups) == v.limits.Sources {
			sec.More++
			continue
		}
		sec.Groups = append(sec.Groups, v.quoted(src, v.anchor("quotes", strconv.Itoa(len(sec.Groups)+1))))
	}
	return sec
}

func (v *viewer) quoted(src *source, anchor string) group {
	g := group{Anchor: anchor, Title: src.name}
	if src.anonymous {
		g.Tags = append(g.Tags, "anonymous")
	}
	if src.conditions != "" {
		g.Tags = append(g.Tags, src.conditions)
	}
	g.Lines, g.More = v.sayings(src.quotes, anchor, "quote")
	return g
}

// orphans are quotations that nobody is found to have spoken.
func (v *viewer) orphans() []*news.Statement {
	var out []*news.Statement
	for _, s := range v.story.Statements {
		if s.Kind == news.Quotation && (s.Attribution == nil || nobody(s.Attribution)) {
			out = append(out, s)
		}
	}
	return out
}
