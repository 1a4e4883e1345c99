// SPDX-License-Identifier: Apache-2.0

package story

import "slices"

// A settling is a small heap of reports while they are put together, from single reports on: the two likest groups that
// are one story become one, as long as there are two.
type settling struct {
	likes  [][]float64 // of groups, summed over pairs of their reports; the diagonal is within a group
	groups [][]int     // by number of their first report; nil for one that was put into another
}

// settle partitions reports, by their numbers in the list given.
func settle(reports []placed) [][]int {
	s := &settling{}
	for i, r := range reports {
		s.groups = append(s.groups, []int{i})
		s.likes = append(s.likes, make([]float64, len(reports)))
		for k, o := range reports[:i] {
			s.likes[i][k] = r.vector.dot(o.vector) * sameTime(r.day, r.day, o.day, o.day)
			s.likes[k][i] = s.likes[i][k]
		}
	}
	for {
		a, b := s.likest()
		if a == b {
			break
		}
		s.put(b, a)
	}
	s.place()
	return slices.DeleteFunc(s.groups, func(g []int) bool { return g == nil })
}

// likest is the two likest groups of one story, the first ones of several; a is b where there are none.
func (s *settling) likest() (a, b int) {
	best := 0.0
	for i := range s.groups {
		for k := i + 1; k < len(s.groups); k++ {
			if s.groups[i] == nil || s.groups[k] == nil {
				continue
			}
			if like := s.like(i, k); like > best && one(like, s.within(i), s.within(k)) {
				a, b, best = i, k, like
			}
		}
	}
	return a, b
}

func (s *settling) like(a, b int) float64 {
	return s.likes[a][b] / float64(len(s.groups[a])*len(s.groups[b]))
}

func (s *settling) within(a int) float64 { return within(s.likes[a][a], len(s.groups[a])) }

// put puts group b into a.
func (s *settling) put(b, a int) {
	s.likes[a][a] += s.likes[b][b] + s.likes[a][b]
	for k := range s.groups {
		if k != a {
			s.likes[a][k] += s.likes[b][k]
			s.likes[k][a] = s.likes[a][k]
		}
	}
	s.groups[a] = append(s.groups[a], s.groups[b]...)
	s.groups[b] = nil
}

// place brings groups of few reports to one of several, by how things stand before any is placed.
func (s *settling) place() {
	homes := make([]int, len(s.groups))
	for i, g := range s.groups {
		candidates := make([]candidate, len(s.groups))
		for k, other := range s.groups {
			if k != i && len(g) > 0 && len(other) >= several {
				candidates[k] = candidate{len(other), s.like(i, k), s.within(k)}
			}
		}
		homes[i] = nearest(len(g), candidates)
	}
	for i, home := range homes {
		if home >= 0 {
			s.put(i, home)
		}
	}
}
