// SPDX-License-Identifier: Apache-2.0

// Package timeline orders what a story dates.
package timeline

import (
	"cmp"
	"slices"

	"stemma/internal/news"
	"stemma/internal/text"
)

// Build lists the dated events of a story by day, one entry for each day and each thing told; statements of one version
// of a fact share an entry. What is only possible, demanded or conditional is left out.
func Build(s *news.Story) []news.Entry {
	version := versions(s)
	at := map[string]int{}
	var out []news.Entry
	for _, st := range s.Statements {
		if !dated(st) {
			continue
		}
		key := st.Time.From + "/" + st.Time.To + "/" + version[st]
		if version[st] == "" {
			key += st.ID
		}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, news.Entry{From: st.Time.From, To: st.Time.To})
		}
		out[i].Statements = append(out[i].Statements, st)
		if better(st.Text, out[i].Text) {
			out[i].Text = st.Text
		}
	}
	out = fold(out)
	slices.SortStableFunc(out, func(a, b news.Entry) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return out
}

// dated reports whether a statement tells of an event on known days.
func dated(st *news.Statement) bool {
	if st.Kind != news.Event || st.Event == nil || st.Time == nil || st.Time.From == "" || st.Headline {
		return false
	}
	return st.Modality == text.Asserted || st.Modality == text.Reported || st.Modality == text.Planned
}

// versions names the version of a fact in which each statement stands.
func versions(s *news.Story) map[*news.Statement]string {
	out := map[*news.Statement]string{}
	for _, f := range s.Facts {
		for i, v := range f.Versions {
			for _, st := range v.Statements {
				if _, ok := out[st]; !ok {
					out[st] = f.ID + "." + string(rune('a'+i%26))
				}
			}
		}
	}
	return out
}

// better prefers a fuller line that still is one line.
func better(a, b string) bool {
	const most = 180
	return b == "" || len(b) > most && len(a) < len(b) || len(a) > len(b) && len(a) <= most
}

// fold joins entries of the same days in which one line holds the other's words at the same place.
func fold(entries []news.Entry) []news.Entry {
	var out []news.Entry
	days := map[string][]int{}
	for _, e := range entries {
		merged := false
		day := e.From + "/" + e.To
		for _, i := range days[day][max(0, len(days[day])-nearby):] {
			if overlaps(out[i], e) {
				out[i].Statements = append(out[i].Statements, e.Statements...)
				if better(e.Text, out[i].Text) {
					out[i].Text = e.Text
				}
				merged = true
				break
			}
		}
		if !merged {
			days[day] = append(days[day], len(out))
			out = append(out, e)
		}
	}
	return out
}

// nearby bounds with how many entries of its day an entry is compared.
const nearby = 64

func overlaps(a, b news.Entry) bool {
	for _, x := range a.Statements {
		for _, y := range b.Statements {
			if x.Report == y.Report && x.Evidence.Overlaps(y.Evidence) {
				return true
			}
		}
	}
	return false
}
