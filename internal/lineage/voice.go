// SPDX-License-Identifier: Apache-2.0

package lineage

import "stemma/internal/news"

// Voices counts the independent origins of words. Reports of one origin are one voice. So are two of different origins at words that
// stand in a passage which they share: a report may be original on one fact and derived on the next.
type Voices struct {
	origin map[*news.Report]int
	shared map[*news.Report][]shared
}

// shared is a passage of a report, and the passage of another that is the same text.
type shared struct{ own, other news.Evidence }

// NewVoices needs the origins and links that Compare found for the reports.
func NewVoices(origins []*news.Origin, links []news.Link) *Voices {
	v := &Voices{map[*news.Report]int{}, map[*news.Report][]shared{}}
	for i, o := range origins {
		for _, r := range o.Reports {
			v.origin[r] = i
		}
	}
	for _, l := range links {
		if v.origin[l.From] == v.origin[l.To] {
			continue
		}
		for _, pair := range l.Evidence {
			v.shared[pair[0].Report] = append(v.shared[pair[0].Report], shared{pair[0], pair[1]})
			v.shared[pair[1].Report] = append(v.shared[pair[1].Report], shared{pair[1], pair[0]})
		}
	}
	return v
}

// Count is how many voices say words: their origins, those counted once that are joined by a shared passage which holds most of the
// words on both sides.
func (v *Voices) Count(words []news.Evidence) int {
	at := map[int]int{} // origin to its place in the partition
	of := map[*news.Report][]news.Evidence{}
	for _, w := range words {
		if _, ok := at[v.origin[w.Report]]; !ok {
			at[v.origin[w.Report]] = len(at)
		}
		of[w.Report] = append(of[w.Report], w)
	}
	if len(at) < 2 {
		return len(at)
	}
	set := newPartition(len(at))
	for _, w := range words {
		for _, s := range v.shared[w.Report] {
			if holdsMost(s.own, w) && anyIn(s.other, of[s.other.Report]) {
				set.join(at[v.origin[w.Report]], at[v.origin[s.other.Report]])
			}
		}
	}
	n := 0
	for i := range set {
		if set.root(i) == i {
			n++
		}
	}
	return n
}

func anyIn(passage news.Evidence, words []news.Evidence) bool {
	for _, w := range words {
		if holdsMost(passage, w) {
			return true
		}
	}
	return false
}

// holdsMost reports whether a passage holds more than half of some words of the same report.
func holdsMost(passage, words news.Evidence) bool {
	return 2*(min(passage.Span.End, words.Span.End)-max(passage.Span.Start, words.Span.Start)) > words.Span.End-words.Span.Start
}
