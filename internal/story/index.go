// SPDX-License-Identifier: Apache-2.0

package story

import (
	"cmp"
	"slices"
)

const (
	// considered is how many stories are looked at for a new report.
	considered = 16
	// local is how many reports at most are grouped anew for a new one.
	local = 32
)

// An Index keeps stories and finds that of a new report. What a report costs does not grow with the reports kept: it is
// compared with a bounded number of stories, found by the terms they share, and a bounded number of reports near it are
// grouped anew. The same gists in the same order give the same stories. An Index is not safe for use by several
// goroutines.
type Index struct {
	vocabulary vocabulary
	finder     finder
	reports    []placed
	stories    []*cluster // by number; nil for one that is part of another
	into       []int      // by number of a story: itself, or the one that it became part of
}

// A placed report: its vector and day, and its story when it was last grouped.
type placed struct {
	vector vector
	day    int
	story  int
}

// NewIndex is an index without reports.
func NewIndex() *Index { return &Index{vocabulary: vocabulary{numbers: map[string]uint32{}}} }

// Add puts a report into its story, or opens one. Reports are numbered from 0 in the order in which they are added. A
// report may tie stories together, or part one that held two; the number of a story stays with most of its reports.
func (x *Index) Add(g *Gist) (report int) {
	report = len(x.reports)
	p := placed{x.vocabulary.weigh(g), g.day, x.number()}
	alone := newCluster(p.story, report, p)
	near, reports := x.near(alone)
	x.stories[alone.id] = alone
	x.reports = append(x.reports, p)
	switch {
	case len(near) == 0:
	case reports < local:
		x.regroup(append(near, alone))
	default:
		x.join(alone, near)
	}
	x.finder.enter(x.Story(report), p.vector)
	return report
}

// near is the stories that a report may be of, the likest first, and how many reports they have.
func (x *Index) near(alone *cluster) (near []*cluster, reports int) {
	likes := map[*cluster]float64{}
	for _, id := range x.finder.near(alone.sum, considered, x.now) {
		c := x.stories[id]
		if likes[c] = c.like(alone); likes[c] >= least {
			near = append(near, c)
			reports += len(c.reports)
		}
	}
	slices.SortFunc(near, func(a, b *cluster) int { return cmp.Or(cmp.Compare(likes[b], likes[a]), a.id-b.id) })
	return near, reports
}

// join puts a new report into the story that it is of, and another into that where the report ties the two.
func (x *Index) join(alone *cluster, near []*cluster) {
	i := alone.best(near)
	if i < 0 {
		i = alone.nearest(near)
	}
	if i < 0 {
		return
	}
	home := near[i]
	x.put(alone, home)
	if k := home.best(near); k >= 0 {
		x.put(near[k], home)
	}
}

// put puts a story into another.
func (x *Index) put(c, home *cluster) {
	home.take(c)
	x.stories[c.id] = nil
	x.into[c.id] = home.id
}

// regroup groups the reports of some stories anew. A story keeps the number of the one that most of its reports come from;
// the largest choose first.
func (x *Index) regroup(stories []*cluster) {
	var numbers []int
	for _, c := range stories {
		x.stories[c.id] = nil
		numbers = append(numbers, c.reports...)
	}
	slices.Sort(numbers)
	var reports []placed
	for _, r := range numbers {
		reports = append(reports, x.reports[r])
	}
	groups := settle(reports)
	slices.SortStableFunc(groups, func(a, b []int) int { return len(b) - len(a) })
	for _, g := range groups {
		for i, k := range g {
			g[i] = numbers[k]
		}
		x.adopt(g)
	}
	for _, c := range stories {
		if x.stories[c.id] == nil {
			x.into[c.id] = x.reports[c.reports[0]].story
		}
	}
}

// adopt makes a story of some reports.
func (x *Index) adopt(reports []int) {
	id := x.origin(reports)
	parted := x.stories[id] != nil
	if parted {
		id = x.number()
	}
	for _, r := range reports {
		p := &x.reports[r]
		p.story = id
		alone := newCluster(id, r, *p)
		if x.stories[id] == nil {
			x.stories[id] = alone
		} else {
			x.stories[id].take(alone)
		}
		if parted {
			x.finder.enter(id, p.vector)
		}
	}
}

// origin is the story that most of some reports were of, the oldest of several.
func (x *Index) origin(reports []int) int {
	count := map[int]int{}
	best := -1
	for _, r := range reports {
		id := x.Story(r)
		count[id]++
		if best < 0 || count[id] > count[best] || count[id] == count[best] && id < best {
			best = id
		}
	}
	return best
}

// number is the number of a new story.
func (x *Index) number() int {
	id := len(x.stories)
	x.stories = append(x.stories, nil)
	x.into = append(x.into, id)
	return id
}

// now is the number of the story that a story has become part of.
func (x *Index) now(id int) int {
	for x.into[id] != id {
		x.into[id] = x.into[x.into[id]]
		id = x.into[id]
	}
	return id
}

// Story is the number of a report's story.
func (x *Index) Story(report int) int { return x.now(x.reports[report].story) }

// Stories is the numbers of the reports of each story, stories in the order of their first report.
func (x *Index) Stories() [][]int {
	var out [][]int
	for _, c := range x.stories {
		if c != nil {
			out = append(out, slices.Sorted(slices.Values(c.reports)))
		}
	}
	slices.SortFunc(out, func(a, b []int) int { return a[0] - b[0] })
	return out
}
