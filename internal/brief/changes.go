// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"cmp"
	"slices"

	"stemma/internal/news"
	"stemma/internal/text"
)

// Changes are what is new in the stories of a brief since a moment.
type Changes struct {
	Since   Moment
	Stories []StoryChanges // one for each story of the brief, in its order
}

// StoryChanges are what is new in one story, in its own order.
type StoryChanges struct {
	Reports []*news.Report // published since
	Facts   []FactChange
}

// None reports whether nothing is new.
func (c StoryChanges) None() bool { return len(c.Reports)+len(c.Facts) == 0 }

// A FactChange is a fact that is new, stands otherwise, or has new answers.
type FactChange struct {
	Fact     *news.Fact
	Before   news.FactStatus // its status at the moment; "" where it is new
	Versions []int           // its answers that are new, where it is not
}

// New reports whether the fact itself is new.
func (c FactChange) New() bool { return c.Before == "" }

// Moved reports whether a fact of old stands otherwise.
func (c FactChange) Moved() bool { return !c.New() && c.Before != c.Fact.Status }

// A sayingKey is the same for a statement and its twin.
type sayingKey struct {
	report *news.Report
	kind   news.StatementKind
	span   text.Span
}

func keyOf(s *news.Statement) sayingKey { return sayingKey{s.Report, s.Kind, s.Evidence} }

// A comparison knows what there was before.
type comparison struct {
	reports map[*news.Report]bool
	facts   map[sayingKey][]*news.Fact // by what they rest on
}

// compare tells what is new in stories against those made of a part of their reports. Facts are the same where they rest
// on a statement of one report and place.
func compare(since Moment, before, now []*news.Story) *Changes {
	c := comparison{map[*news.Report]bool{}, map[sayingKey][]*news.Fact{}}
	for _, s := range before {
		for _, r := range s.Reports {
			c.reports[r] = true
		}
		for _, f := range s.Facts {
			for _, key := range keysOf(f.Versions...) {
				c.facts[key] = append(c.facts[key], f)
			}
		}
	}
	out := &Changes{Since: since}
	for _, s := range now {
		out.Stories = append(out.Stories, c.story(s))
	}
	return out
}

func (c comparison) story(s *news.Story) StoryChanges {
	var out StoryChanges
	for _, r := range s.Reports {
		if !c.reports[r] {
			out.Reports = append(out.Reports, r)
		}
	}
	for _, f := range s.Facts {
		if change, changed := c.fact(f); changed {
			out.Facts = append(out.Facts, change)
		}
	}
	return out
}

// fact is what is new of a fact, if anything.
func (c comparison) fact(f *news.Fact) (FactChange, bool) {
	old := c.old(f)
	if len(old) == 0 {
		return FactChange{Fact: f}, true
	}
	out := FactChange{Fact: f, Before: old[0].Status, Versions: answersSince(f, old)}
	return out, out.Moved() || len(out.Versions) > 0
}

// old is the facts of before that share a statement with f, the likest first. One of another kind will do: what was told
// as a deed may be asked for its day once reports differ on it.
func (c comparison) old(f *news.Fact) []*news.Fact {
	shared := map[*news.Fact]int{}
	var out []*news.Fact
	keys := keysOf(f.Versions...)
	for _, key := range keys {
		for _, g := range c.facts[key] {
			if shared[g] == 0 {
				out = append(out, g)
			}
			shared[g]++
		}
	}
	likeness := func(g *news.Fact) float64 {
		return float64(shared[g]) / float64(len(keys)+len(keysOf(g.Versions...))-shared[g])
	}
	slices.SortStableFunc(out, func(a, b *news.Fact) int {
		return cmp.Or(
			-compareBool(a.Kind == f.Kind, b.Kind == f.Kind), -compareBool(a.Question == f.Question, b.Question == f.Question),
			cmp.Compare(likeness(b), likeness(a)), -compareBool(a.Status == f.Status, b.Status == f.Status),
		)
	})
	return out
}

// answersSince is the versions of f that share neither a statement nor their value with any of the old facts.
func answersSince(f *news.Fact, old []*news.Fact) []int {
	stated, valued := map[sayingKey]bool{}, map[string]bool{}
	for _, g := range old {
		for _, v := range g.Versions {
			valued[v.Value] = true
			for _, key := range keysOf(v) {
				stated[key] = true
			}
		}
	}
	var out []int
	for i, v := range f.Versions {
		if !valued[v.Value] && !slices.ContainsFunc(keysOf(v), func(key sayingKey) bool { return stated[key] }) {
			out = append(out, i)
		}
	}
	return out
}

// keysOf is the statements of versions, each once.
func keysOf(versions ...news.Version) []sayingKey {
	var out []sayingKey
	seen := map[sayingKey]bool{}
	for _, v := range versions {
		for _, s := range v.Statements {
			if key := keyOf(s); !seen[key] {
				seen[key] = true
				out = append(out, key)
			}
		}
	}
	return out
}

// twins are copies of what reports state: a second weighing gives statements other ids, and their sources other entities.
func twins(reports []*news.Report, statements map[*news.Report][]*news.Statement) map[*news.Report][]*news.Statement {
	out := map[*news.Report][]*news.Statement{}
	sources := map[*news.Attribution]*news.Attribution{} // statements may share one
	for _, r := range reports {
		for _, s := range statements[r] {
			twin := *s
			twin.Attribution = twinSource(s.Attribution, sources)
			out[r] = append(out[r], &twin)
		}
	}
	return out
}

func twinSource(a *news.Attribution, made map[*news.Attribution]*news.Attribution) *news.Attribution {
	if a == nil || made[a] != nil {
		return made[a]
	}
	twin := *a
	made[a] = &twin
	twin.Via = slices.Clone(a.Via)
	for i, outer := range twin.Via {
		twin.Via[i] = twinSource(outer, made)
	}
	return &twin
}
