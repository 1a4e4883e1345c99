// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"fmt"
	"slices"
	"strings"

	"stemma/internal/news"
	"stemma/internal/text"
)

// viewOf is what v shows of the brief's story of that number: all of it, or what has changed.
func (b *Brief) viewOf(v *viewer, i int) *view {
	if b.Changes == nil {
		return v.view()
	}
	return v.changes(b.Changes.Since, b.Changes.Stories[i])
}

// shown is the numbers of the stories that are shown: all, or those with changes.
func (b *Brief) shown() []int {
	var out []int
	for i := range b.Stories {
		if b.Changes == nil || !b.Changes.Stories[i].None() {
			out = append(out, i)
		}
	}
	return out
}

// unshown says what is not shown, or "" where all is.
func (b *Brief) unshown() string {
	rest := len(b.Stories) - len(b.shown())
	switch {
	case b.Changes == nil && len(b.Stories) == 0:
		return "No stories."
	case b.Changes == nil || rest == 0 && rest < len(b.Stories):
		return ""
	case rest == len(b.Stories):
		return fmt.Sprintf("Nothing has changed since %s.", b.Changes.Since)
	case rest == 1:
		return "1 more story has not changed."
	}
	return fmt.Sprintf("%d more stories have not changed.", rest)
}

// changes is the view of what is new in the story.
func (v *viewer) changes(since Moment, c StoryChanges) *view {
	v.limits.Words, v.limits.Versions = min(v.limits.Words, 3), pageLimits().Versions // few words, yet no new answer is passed over
	reports, moved, answered := v.newReports(c.Reports), v.moved(c), v.answered(c)
	fresh := v.fresh(c)
	count := 0
	for _, sec := range fresh {
		count += sec.Count
	}
	out := &view{Prefix: v.prefix, Title: v.title(), Period: "changes since " + since.String()}
	out.Summary = fmt.Sprintf("%s. %s changed status, %d got new answers, %d are new.",
		plural(reports.Count, "new report"), plural(moved.Count, "fact"), answered.Count, count)
	for _, sec := range append([]section{reports, moved, answered}, fresh...) {
		if sec.Count > 0 {
			out.Sections = append(out.Sections, sec)
		}
	}
	return out
}

// newReports is a line for each new report: when it came out, from where it comes, how it is headed.
func (v *viewer) newReports(reports []*news.Report) section {
	sec := section{ID: "new-reports", Title: "New reports", Compact: true, Count: len(reports), Unit: "report"}
	shown := reports[:min(len(reports), v.limits.Reports)]
	sec.More = len(reports) - len(shown)
	fresh := map[*news.Report]bool{}
	for _, r := range reports {
		fresh[r] = true
	}
	g := group{}
	for _, r := range shown {
		g.Lines = append(g.Lines, line{
			Label: joined(" ", ident(r.ID), nameOf(r)), Text: v.sourceOf(r, fresh),
			Meta: joined(", ", oneLine(r.Published), oneLine(string(basis(r)))), Words: v.heading(r),
		})
	}
	sec.Groups = []group{g}
	return sec
}

// sourceOf says whose voice a new report has: one of its own, or that of reports which were there.
func (v *viewer) sourceOf(r *news.Report, fresh map[*news.Report]bool) string {
	o := v.story.OriginOf(r)
	if o == nil {
		return ""
	}
	if link := strongest(o)[r]; link != nil {
		return descent(*link)
	}
	if slices.ContainsFunc(o.Reports, func(other *news.Report) bool { return !fresh[other] }) {
		return "one voice with others, " + ident(o.ID)
	}
	return "a new origin, " + ident(o.ID)
}

// heading is the title of a report, else its first sentence.
func (v *viewer) heading(r *news.Report) []words {
	at := text.Span{}
	if r.Doc != nil {
		at = r.Doc.Title
		if at.Empty() && len(r.Doc.Sentences) > 0 {
			at = r.Doc.Sentences[0].Span
		}
	}
	said := short(r.Title, v.limits.Clip)
	if said == "" {
		said = short(exact(r, at), v.limits.Clip)
	}
	place := v.place(r, at)
	place.Anchor = v.anchor(r.ID)
	return []words{{Exact: said, Refs: []ref{place}}}
}

// moved shows the facts of old that stand otherwise.
func (v *viewer) moved(c StoryChanges) section {
	sec := section{ID: "moved", Title: "Changed status", Note: "Facts that stood otherwise before. Answers that are new are marked."}
	return v.changed(sec, c, FactChange.Moved)
}

// answered shows the facts of old that stand as they did, with answers that they had not.
func (v *viewer) answered(c StoryChanges) section {
	sec := section{ID: "answers", Title: "New answers", Note: "Facts that were known, with answers that are new."}
	return v.changed(sec, c, func(change FactChange) bool { return !change.New() && !change.Moved() })
}

// changed shows the facts whose change is wanted, the weightiest first.
func (v *viewer) changed(sec section, c StoryChanges, wanted func(FactChange) bool) section {
	var facts []*news.Fact
	for _, change := range c.Facts {
		if wanted(change) {
			facts = append(facts, change.Fact)
			v.change[change.Fact.ID] = change
		}
	}
	return v.showFacts(facts, v.limits.Facts, sec)
}

// markChange says in the group of a fact what of it is new.
func markChange(g group, change FactChange) group {
	if change.Moved() {
		g.Tags[0] = statusWord(change.Before) + " → " + g.Tags[0]
	}
	for _, i := range change.Versions {
		if i < len(g.Lines) {
			g.Lines[i].Meta += ", new"
		}
	}
	return g
}

// fresh shows the facts that are new, by status, with their words.
func (v *viewer) fresh(c StoryChanges) []section {
	v.pool = nil
	for _, change := range c.Facts {
		if change.New() {
			v.pool = append(v.pool, change.Fact)
		}
	}
	out := []section{v.contested(), v.corroborated(), v.updated(), v.singles()}
	for i := range out {
		out[i].Title, out[i].Terse = "New: "+strings.ToLower(out[i].Title), false
		out[i].Empty = "Only aims, fragments and bare descriptions, which are left to the JSON form."
	}
	return out
}
