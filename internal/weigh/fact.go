// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"cmp"
	"slices"
	"strconv"

	"stemma/internal/align"
	"stemma/internal/each"
	"stemma/internal/lineage"
	"stemma/internal/news"
)

// Facts makes the facts of a story: propositions of one kind that answer one question, as versions with relations.
// Voices must be those of the story's reports. The order of facts is by the first words that state them.
func Facts(scene *align.Scene, props []*align.Proposition, voices *lineage.Voices) []*news.Fact {
	w := weigher{newJudge(scene, 0), voices}
	props = slices.Clone(props) // in an order of their own, so that the order of input decides nothing
	slices.SortStableFunc(props, func(a, b *align.Proposition) int {
		return cmp.Or(cmp.Compare(a.Report.SHA256, b.Report.SHA256), cmp.Compare(a.Report.Input, b.Report.Input))
	})
	props = slices.Concat(props, w.aspects(props), w.fates(props))
	for i, p := range props {
		p.Number = i
	}
	facts := w.typed(props)
	facts = append(facts, w.commented(props)...)
	facts = append(facts, w.disputed(props)...)
	facts = append(facts, w.arithmetic(props)...)
	facts = dropRepeats(facts)
	slices.SortStableFunc(facts, func(a, b *news.Fact) int { return cmp.Compare(rank(a.Status), rank(b.Status)) })
	for i, f := range facts {
		f.ID = "f" + strconv.Itoa(i+1)
	}
	return facts
}

// typed is the facts of all kinds. No kind needs to know of another, so they are weighed several at a time, each by a judge of
// its own.
func (w weigher) typed(props []*align.Proposition) []*news.Fact {
	found := make([][]*news.Fact, len(kinds))
	each.Index(len(kinds), func(i int) {
		own := weigher{newJudge(w.scene, len(props)), w.heard}
		found[i] = own.facts(kinds[i], of(props, kinds[i]))
	})
	return slices.Concat(found...)
}

// kinds are weighed in this order.
var kinds = []align.Kind{
	align.Governing, align.Channel, align.Informing, align.Office, align.Condition, align.Stance, align.Comment,
	align.Count, doer, site, means, blows, onDay, fate, align.Dated, align.Happening, align.Saying,
}

func rank(s news.FactStatus) int {
	return slices.Index([]news.FactStatus{news.Contested, news.Updated, news.Corroborated, news.SingleOrigin}, s)
}

func of(props []*align.Proposition, kind align.Kind) []*align.Proposition {
	var out []*align.Proposition
	for _, p := range props {
		if p.Kind == kind {
			out = append(out, p)
		}
	}
	return out
}

type weigher struct {
	judge
	heard *lineage.Voices // how many independent origins say something
}

// A version while it is put together.
type version struct{ props []*align.Proposition }

// facts groups the propositions of one kind into versions, and versions into facts.
func (w weigher) facts(kind align.Kind, props []*align.Proposition) []*news.Fact {
	versions := w.versions(props)
	edges := w.edges(versions)
	var out []*news.Fact
	for _, group := range components(len(versions), edges) {
		var vs []version
		for _, i := range group {
			vs = append(vs, versions[i])
		}
		if byLikeness(kind) {
			if len(group) == 1 && reportsOf(versions[group[0]]) < 2 {
				continue // what only one report tells is listed under its statements
			}
		}
		out = append(out, w.fact(kind, vs, inside(edges, group)))
	}
	return out
}

// window bounds with how many versions of its bucket a proposition is compared, the latest ones, and most how many
// propositions of a kind are weighed at all: a heap of any size is weighed in bounded time.
const (
	window = 400
	most   = 8000
)

// bucket is the part of a kind within which propositions are compared.
func bucket(p *align.Proposition) string {
	switch p.Kind {
	case align.Dated:
		return beginsWith(p.Concept)
	case align.Happening:
		return p.Concept
	case align.Count:
		return string(p.Unit)
	}
	return ""
}

// versions puts each proposition to the first version with which it agrees and which it nowhere contradicts or refines.
func (w weigher) versions(props []*align.Proposition) []version {
	var out []version
	at := map[string][]int{}
	for _, p := range props[:min(len(props), most)] {
		key := bucket(p)
		placed := false
		for _, i := range recent(at[key]) {
			if w.fits(out[i], p) {
				out[i].props = append(out[i].props, p)
				placed = true
				break
			}
		}
		if !placed {
			at[key] = append(at[key], len(out))
			out = append(out, version{[]*align.Proposition{p}})
		}
	}
	return out
}

func recent(list []int) []int { return list[max(0, len(list)-window):] }

// maxMembers bounds how many members of a version a newcomer is compared with.
const maxMembers = 24

func (w weigher) fits(v version, p *align.Proposition) bool {
	agrees, strangers := 0, 0
	alike := byLikeness(p.Kind) && !isAspect(p.Kind)
	members := v.props[:min(len(v.props), maxMembers)]
	for i, q := range members {
		if alike && strangers > agrees+len(members)-i {
			return false // likeness to all the others would not be enough
		}
		switch rel, _ := w.relate(q, p); rel {
		case Agree:
			agrees++
		case Refine, Update, Contradict:
			return false
		case Unrelated:
			strangers++
		}
	}
	if alike {
		return agrees > 0 && agrees >= strangers // likeness is not passed on from one to the next
	}
	return agrees > 0
}

// byLikeness tells kinds in which agreement rests on likeness of words.
func byLikeness(kind align.Kind) bool {
	return kind == align.Happening || kind == align.Saying || kind == align.Dated || isAspect(kind)
}

func isAspect(kind align.Kind) bool {
	return kind == doer || kind == site || kind == means || kind == blows || kind == onDay || kind == fate
}

// An edge is the strongest relation between members of two versions.
type edge struct {
	a, b int
	rel  Relation
	why  string
}

func (w weigher) edges(versions []version) []edge {
	var out []edge
	at := map[string][]int{}
	for k := range versions {
		key := bucket(versions[k].props[0])
		for _, i := range recent(at[key]) {
			if rel, why := w.strongest(versions[i], versions[k]); rel > Agree {
				out = append(out, edge{i, k, rel, why})
			}
		}
		at[key] = append(at[key], k)
	}
	return out
}

func (w weigher) strongest(a, b version) (Relation, string) {
	best, why, own := Unrelated, "", false
	for _, p := range a.props[:min(len(a.props), maxMembers)] {
		for _, q := range b.props[:min(len(b.props), maxMembers)] {
			if best == Contradict && (own || p.Kind != align.Count || p.Report != q.Report) {
				continue // nothing outweighs it
			}
			rel, reason := w.relate(p, q)
			own = own || rel == Contradict && p.Report == q.Report
			if rel > best {
				best, why = rel, reason
			}
		}
	}
	if best == Contradict && !own && a.props[0].Kind == align.Count && statedBeside(a, b) {
		return Unrelated, "" // a report that gives both figures, and does not set them against each other, counts two things
	}
	return best, why
}

// statedBeside reports whether one report gives the figures of both versions, and not as what two sources say of one toll.
func statedBeside(a, b version) bool {
	for _, p := range a.props {
		for _, q := range b.props {
			if p.Report == q.Report && (p.Toll == "" || p.Toll != q.Toll || voice(p) == voice(q)) {
				return true
			}
		}
	}
	return false
}

// components is the groups of versions that relations tie together, each in order.
func components(n int, edges []edge) [][]int {
	parent := make([]int, n)
	for i := range parent {
		parent[i] = i
	}
	var find func(int) int
	find = func(i int) int {
		if parent[i] != i {
			parent[i] = find(parent[i])
		}
		return parent[i]
	}
	for _, e := range edges {
		if a, b := find(e.a), find(e.b); a != b {
			parent[max(a, b)] = min(a, b)
		}
	}
	at := map[int]int{}
	var out [][]int
	for i := range n {
		root := find(i)
		if _, ok := at[root]; !ok {
			at[root] = len(out)
			out = append(out, nil)
		}
		out[at[root]] = append(out[at[root]], i)
	}
	return out
}

// inside is the edges inside a group, renumbered by place in it.
func inside(edges []edge, group []int) []edge {
	var out []edge
	for _, e := range edges {
		a, b := slices.Index(group, e.a), slices.Index(group, e.b)
		if a >= 0 && b >= 0 {
			out = append(out, edge{a, b, e.rel, e.why})
		}
	}
	return out
}

var relationNames = map[Relation]news.RelationKind{Refine: news.Refine, Update: news.Update, Contradict: news.Contradict}

// fact writes versions and relations as a fact.
func (w weigher) fact(kind align.Kind, versions []version, edges []edge) *news.Fact {
	f := &news.Fact{Kind: string(kind), Question: w.question(kind, versions)}
	for _, v := range versions {
		f.Versions = append(f.Versions, w.version(v))
	}
	for _, e := range edges {
		f.Relations = append(f.Relations, news.Relation{A: e.a, B: e.b, Relation: relationNames[e.rel], Why: e.why})
	}
	f.Status = status(f)
	return f
}

func (w weigher) version(v version) news.Version {
	out := news.Version{Value: value(v)}
	if isAspect(v.props[0].Kind) {
		out.Value = w.aspectValue(v.props[0])
	}
	reports := map[*news.Report]bool{}
	var words []news.Evidence
	for _, p := range v.props {
		if !slices.Contains(out.Statements, p.Statement) {
			out.Statements = append(out.Statements, p.Statement)
		}
		reports[p.Report] = true
		if !Rejected(p) {
			words = append(words, news.Evidence{Report: p.Report, Span: p.Evidence})
		}
	}
	out.Reports, out.Origins = len(reports), max(1, w.heard.Count(words))
	return out
}

func reportsOf(v version) int {
	reports := map[*news.Report]bool{}
	for _, p := range v.props {
		reports[p.Report] = true
	}
	return len(reports)
}

// status is contested where versions contradict, updated where one follows another, else by the origins of the best
// supported version.
func status(f *news.Fact) news.FactStatus {
	out := news.SingleOrigin
	for _, v := range f.Versions {
		if v.Origins > 1 {
			out = news.Corroborated
		}
	}
	for _, r := range f.Relations {
		if r.Relation == news.Contradict {
			return news.Contested
		}
		if r.Relation == news.Update {
			out = news.Updated
		}
	}
	return out
}

// dropRepeats leaves out a fact whose versions all stand in an earlier fact of the same statements.
func dropRepeats(facts []*news.Fact) []*news.Fact {
	seen := map[string]bool{}
	var out []*news.Fact
	for _, f := range facts {
		key := ""
		if isAspect(align.Kind(f.Kind)) {
			key = f.Kind + "|" // one clause answers several questions
		}
		for _, v := range f.Versions {
			for _, s := range v.Statements {
				key += s.ID + " "
			}
			key += "|"
		}
		if !seen[key] {
			seen[key] = true
			out = append(out, f)
		}
	}
	return out
}
