// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"time"

	"stemma/internal/align"
	"stemma/internal/each"
	"stemma/internal/entity"
	"stemma/internal/lineage"
	"stemma/internal/news"
	"stemma/internal/reading"
	"stemma/internal/story"
	"stemma/internal/talks"
	"stemma/internal/timeline"
	"stemma/internal/weigh"
)

// AssembleOptions shape a brief.
type AssembleOptions struct {
	Now      time.Time // reference for reports without a date of their own; zero leaves their relative dates open
	OneStory bool      // take all reports as one story
	Since    Moment    // tell what has changed since then; zero tells the whole
}

// Assemble reads reports, groups them into stories, and weighs each. Reports get their ids in the order given. With
// Since, those published by then are weighed apart too, and the brief holds what differs; a report without a date counts
// as new. It fails only where the pipeline itself is broken, which New of package reading tells before any report is read.
func Assemble(reports []*news.Report, opts AssembleOptions) *Brief {
	statements := read(reports, opts.Now)
	if opts.Since.IsZero() {
		return &Brief{Stories: stories(reports, statements, opts.OneStory)}
	}
	earlier, _ := By(reports, opts.Since)
	before := stories(earlier, twins(earlier, statements), opts.OneStory)
	b := &Brief{Stories: stories(reports, statements, opts.OneStory)}
	b.Changes = compare(opts.Since, before, b.Stories)
	return b
}

// read is what reports state.
func read(reports []*news.Report, now time.Time) map[*news.Report][]*news.Statement {
	reader, err := reading.New(reading.Stages())
	if err != nil {
		panic(err) // unreachable: a test builds the same list
	}
	for i, r := range reports {
		r.ID = "r" + strconv.Itoa(i+1)
		if r.Doc.Reference.IsZero() {
			r.Doc.Reference = reference(r, now)
		}
	}
	stated := make([][]*news.Statement, len(reports))
	each.Index(len(reports), func(i int) { stated[i] = reader.Read(reports[i]) })
	statements := map[*news.Report][]*news.Statement{}
	for i, r := range reports {
		statements[r] = stated[i]
	}
	return statements
}

// stories groups reports that have been read, and weighs each group.
func stories(reports []*news.Report, statements map[*news.Report][]*news.Statement, one bool) []*news.Story {
	switch {
	case len(reports) == 0:
		return nil
	case one || len(reports) == 1:
		return []*news.Story{Weigh(reports, statements)}
	}
	out := story.Group(reports)
	for _, s := range out { // in place: related stories point at each other
		weighed := Weigh(s.Reports, statements)
		weighed.Ties, weighed.Related = s.Ties, s.Related
		*s = *weighed
	}
	return out
}

// reference is a report's own day, else the moment given for the run.
func reference(r *news.Report, now time.Time) time.Time {
	if t := r.Reference(); !t.IsZero() {
		return t
	}
	return now
}

// Weigh makes a story of reports that have been read.
func Weigh(reports []*news.Report, statements map[*news.Report][]*news.Statement) *news.Story {
	s := &news.Story{Reports: reports}
	for _, r := range reports {
		s.Statements = append(s.Statements, statements[r]...)
	}
	for i, st := range s.Statements {
		st.ID = "s" + strconv.Itoa(i+1)
	}
	index := entity.Merge(reports)
	s.Entities = index.Entities
	attribute(index, s.Statements)
	s.Links, s.Origins = lineage.Compare(reports)
	scene := align.NewScene(reports, index)
	s.Facts = weigh.Facts(scene, scene.Propositions(s.Statements), lineage.NewVoices(s.Origins, s.Links))
	s.Timeline = timeline.Build(s)
	s.Talks = talks.Build(s, scene)
	describe(s)
	return s
}

// attribute ties named sources to their entities.
func attribute(index *entity.Index, statements []*news.Statement) {
	for _, st := range statements {
		if st.Attribution == nil {
			continue
		}
		for _, a := range append([]*news.Attribution{st.Attribution}, st.Attribution.Via...) {
			if a.Entity == nil && !a.Anonymous && a.Source != "" {
				a.Entity = index.Named(a.Source)
			}
		}
	}
}

// describe gives a story its id, title and period. The id depends only on the reports, in any order.
func describe(s *news.Story) {
	var sums []string
	for _, r := range s.Reports {
		sums = append(sums, r.SHA256)
		if day := r.Published[:min(10, len(r.Published))]; day != "" {
			if s.From == "" || day < s.From {
				s.From = day
			}
			s.To = max(s.To, day)
		}
	}
	slices.Sort(sums)
	h := sha256.New()
	for _, sum := range sums {
		h.Write([]byte(sum))
	}
	s.ID = hex.EncodeToString(h.Sum(nil))[:12]
	s.Title = title(s.Reports)
}

// title is the first report's title, else the first words of its text.
func title(reports []*news.Report) string {
	for _, r := range reports {
		if r.Title != "" {
			return r.Title
		}
	}
	return short(reading.Line(reports[0].Doc.Text), 80)
}
