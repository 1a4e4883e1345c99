// SPDX-License-Identifier: Apache-2.0

package story

// widest is how many terms a story is known by; it bounds what a comparison with a long story costs.
const widest = 4096

// A cluster is a story: numbers of reports, and the sum of their vectors.
type cluster struct {
	id       int
	reports  []int
	sum      vector
	square   float64 // of sum
	own      float64 // sum of the reports' squares
	from, to int     // days of publication; undated where there is none
}

func newCluster(id, report int, p placed) *cluster {
	square := p.vector.dot(p.vector)
	return &cluster{id, []int{report}, p.vector, square, square, p.day, p.day}
}

// take adds the reports of another cluster.
func (c *cluster) take(o *cluster) {
	c.square += o.square + 2*c.sum.dot(o.sum)
	c.own += o.own
	c.sum = c.sum.plus(o.sum)
	if len(c.sum) > 2*widest {
		c.sum = c.sum.heaviest(widest)
	}
	c.reports = append(c.reports, o.reports...)
	if c.from == undated || o.from != undated && o.from < c.from {
		c.from = o.from
	}
	c.to = max(c.to, o.to)
}

func (c *cluster) like(o *cluster) float64 {
	return c.sum.dot(o.sum) / float64(len(c.reports)*len(o.reports)) * sameTime(c.from, c.to, o.from, o.to)
}

func (c *cluster) within() float64 { return within((c.square-c.own)/2, len(c.reports)) }

// best is the number of the cluster most like c among those that are one story with it, or -1.
func (c *cluster) best(among []*cluster) int {
	best, top := -1, 0.0
	for i, o := range among {
		if like := c.like(o); o != c && like > top && one(like, c.within(), o.within()) {
			best, top = i, like
		}
	}
	return best
}

// nearest is the number of the only cluster of several reports near c, where c is of few; else -1.
func (c *cluster) nearest(among []*cluster) int {
	var candidates []candidate
	for _, o := range among {
		candidates = append(candidates, candidate{len(o.reports), c.like(o), o.within()})
	}
	return nearest(len(c.reports), candidates)
}
