// SPDX-License-Identifier: Apache-2.0

// Package story puts together the reports that belong to one story.
//
// A report is known by its gist: weighted words, names, figures and days. An index finds the few stories that share rare
// terms with a new report and groups those near it anew, so that a report costs about the same whatever is kept. Groups
// are one story by how like they are, measured against how like their own reports are to each other: two events of one
// kind share their words and part by the rest. There is no list of kinds of event, and no table of all pairs.
package story

import (
	"slices"

	"stemma/internal/news"
)

// Group partitions reports into stories that hold their reports, what ties each to the others, and which stories are
// related; nothing is weighed yet. Reports stand in the order of the input, stories in the order of their first report.
// Which reports stand together does not depend on that order.
func Group(reports []*news.Report) []*news.Story {
	input := make([]int, len(reports)) // places in the input, in the order in which reports are added
	for i := range input {
		input[i] = i
	}
	slices.SortStableFunc(input, func(a, b int) int { return order(reports[a], reports[b]) })
	x := NewIndex()
	added := make([]int, len(reports)) // numbers in the index, by place in the input
	for _, i := range input {
		added[i] = x.Add(Read(reports[i]))
	}
	var stories []*news.Story
	byNumber := map[int]*news.Story{}
	var numbers []int
	for i, r := range reports {
		number := x.Story(added[i])
		s := byNumber[number]
		if s == nil {
			s = &news.Story{}
			byNumber[number] = s
			stories, numbers = append(stories, s), append(numbers, number)
		}
		s.Reports = append(s.Reports, r)
		s.Ties = append(s.Ties, x.Tie(added[i]))
	}
	for i, s := range stories {
		for _, number := range x.Related(numbers[i]) {
			s.Related = append(s.Related, news.Related{Story: byNumber[number], Names: x.Common(numbers[i], number)})
		}
	}
	return stories
}
