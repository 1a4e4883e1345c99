// SPDX-License-Identifier: Apache-2.0

package story

import "math"

// When reports are of one story. A likeness of two groups is the mean over all pairs of their reports, 0 to 1.
//
// What parts two events of one kind is not how like their reports are, but that those of either event are liker to each
// other: so groups are one story where the likeness between them is a good share of that within them.
const (
	least    = .05 // groups less alike are never one story
	share    = .7  // of the likeness within the two, their geometric mean
	usual    = .17 // the likeness within a story while little is known of it,
	usualFor = 5   // which counts as much as this many pairs of reports
)

// Few reports tell little of how alike their story is. They go to a story of several that is near enough, where no other
// is.
const (
	few      = 2
	several  = 3
	nearby   = .06
	ofWithin = .3 // near enough is also this share of the likeness within the story
	rivalled = .7 // the second nearest is at most this share as near
)

// Reports more than some days apart are less alike, down to a share of what they were after years. It is a weak rule: a
// long story is told of for years, and the days that reports tell of speak for themselves.
const (
	sameDays = 30
	apart    = .8
	fade     = 365.0
)

// one reports whether two groups are one story, by the likeness between them and within either.
func one(like, a, b float64) bool { return like >= least && like >= share*math.Sqrt(a*b) }

// within is the mean likeness of so many reports to each other, by its sum over their pairs.
func within(sum float64, reports int) float64 {
	n := float64(reports)
	return (sum + usual*usualFor) / (n*(n-1)/2 + usualFor)
}

// A candidate is a story that a report may be of.
type candidate struct {
	reports      int
	like, within float64
}

// nearest is the number of the only candidate near enough to so few reports, or -1.
func nearest(reports int, among []candidate) int {
	best, second := -1, 0.0
	for i, c := range among {
		switch {
		case c.reports < several:
		case best < 0 || c.like > among[best].like:
			if best >= 0 {
				second = among[best].like
			}
			best = i
		default:
			second = max(second, c.like)
		}
	}
	if best < 0 || reports > few {
		return -1
	}
	if c := among[best]; c.like < nearby || c.like < ofWithin*c.within || second > rivalled*c.like {
		return -1
	}
	return best
}

// sameTime is 1 for two spans of days at about the same time or undated, less for others.
func sameTime(from1, to1, from2, to2 int) float64 {
	if from1 == undated || from2 == undated {
		return 1
	}
	gap := max(from2-to1, from1-to2) - sameDays
	if gap <= 0 {
		return 1
	}
	return apart + (1-apart)*math.Exp(-float64(gap)/fade)
}
