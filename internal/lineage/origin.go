// SPDX-License-Identifier: Apache-2.0

package lineage

import (
	"fmt"
	"strings"

	"stemma/internal/news"
)

// wholeCover is the share of the longer body from which two dependent reports are the same text as a whole. Below it the
// shorter one is an item of the longer, which may be a page that strings together the news of many.
const wholeCover = .35

// originsOf is the partition of the reports that the links of the same text make, in the order of the reports. A
// passage in common, or a mention of the other's report, leaves two origins.
func originsOf(reports []*news.Report, found []dependence, sizes []int) []*news.Origin {
	set := newPartition(len(reports))
	for _, d := range found {
		if d.link.Label == news.Same && d.cover >= wholeCover {
			set.join(d.first, d.second)
		}
	}
	attach(set, found, sizes)
	var out []*news.Origin
	of := make([]*news.Origin, len(reports))
	for i, r := range reports {
		root := set.root(i)
		if of[root] == nil {
			of[root] = &news.Origin{ID: fmt.Sprintf("o%d", len(out)+1)}
			out = append(out, of[root])
		}
		of[root].Reports = append(of[root].Reports, r)
	}
	for _, d := range found {
		if o := of[set.root(d.first)]; o == of[set.root(d.second)] {
			o.Links = append(o.Links, d.link)
		}
	}
	for _, o := range out {
		o.Label = label(o)
	}
	return out
}

// nearlyAll is how long a report is, against the longest of its set, for the set to be an item where the report is one.
const nearlyAll = .8

// attach joins every set of reports that is an item of others to the one of them of which it is the greatest part. A set
// that also has a longer text is no item: that one of its cuts stands on a page of many items does not join the page.
func attach(set partition, found []dependence, sizes []int) {
	longest := make([]int, len(sizes))
	for i, size := range sizes {
		longest[set.root(i)] = max(longest[set.root(i)], size)
	}
	best := map[int]dependence{}
	for _, d := range found {
		item := set.root(d.shorter)
		if d.link.Label != news.Same || set.root(d.first) == set.root(d.second) ||
			float64(sizes[d.shorter]) < nearlyAll*float64(longest[item]) {
			continue
		}
		if b, ok := best[item]; !ok || d.before(b) {
			best[item] = d
		}
	}
	for i := range set {
		if d, ok := best[i]; ok {
			set.join(d.first, d.second)
		}
	}
}

// before reports whether d is the better place for an item than o; it does not look at the order of the input.
func (d dependence) before(o dependence) bool {
	if d.cover != o.cover {
		return d.cover > o.cover
	}
	if d.link.Score != o.link.Score {
		return d.link.Score > o.link.Score
	}
	return d.texts() < o.texts()
}

func (d dependence) texts() string {
	a, b := d.link.From.Doc.Text, d.link.To.Doc.Text
	return min(a, b) + "\x00" + max(a, b)
}

// A partition is a forest of sets: the parent of each element, or itself.
type partition []int

func newPartition(n int) partition {
	p := make(partition, n)
	for i := range p {
		p[i] = i
	}
	return p
}

// root is the least element of the set of i.
func (p partition) root(i int) int {
	for p[i] != i {
		p[i] = p[p[i]]
		i = p[i]
	}
	return i
}

func (p partition) join(i, j int) {
	a, b := p.root(i), p.root(j)
	p[max(a, b)] = min(a, b)
}

// label says in a few words what an origin is.
func label(o *news.Origin) string {
	if len(o.Reports) == 1 {
		return single(o.Reports[0])
	}
	who := list(o.Reports)
	if name := agencyOf(o); name != "" {
		return fmt.Sprintf("%s: %s", name, who)
	}
	what := "copies of one report"
	for _, l := range o.Links {
		if l.Kind == news.Rewrites {
			what = "rewrites of one report"
		}
	}
	return fmt.Sprintf("%s: %s", who, what)
}

func single(r *news.Report) string {
	switch {
	case r.Outlet != "":
		return fmt.Sprintf("%s: %s", r.ID, r.Outlet)
	case r.Title != "":
		return fmt.Sprintf("%s: %s", r.ID, r.Title)
	}
	return r.ID
}

// list is the reports by their IDs: "r1, r2 and r3"; from the tenth on they are counted.
func list(reports []*news.Report) string {
	const most = 10
	if len(reports) > most {
		return fmt.Sprintf("%s and %d more", list(reports[:1]), len(reports)-1)
	}
	var ids []string
	for _, r := range reports {
		ids = append(ids, r.ID)
	}
	last := len(ids) - 1
	if last == 0 {
		return ids[0]
	}
	return strings.Join(ids[:last], ", ") + " and " + ids[last]
}

// agencyOf is the agency that most of the origin's reports credit, as the first of them writes it, or "".
func agencyOf(o *news.Origin) string {
	count, written := map[string]int{}, map[string]string{}
	best := ""
	for _, r := range o.Reports {
		for _, c := range r.Credits {
			name := plain(c.Name)
			if c.Kind != news.Agency || name == "" {
				continue
			}
			if written[name] == "" {
				written[name] = c.Name
			}
			if count[name]++; count[name] > count[best] {
				best = name
			}
		}
	}
	return written[best]
}
