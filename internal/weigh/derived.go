// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"fmt"

	"stemma/internal/align"
	"stemma/internal/news"
	"stemma/internal/text"
)

// commented sets "would not comment" of one report against what the same body is quoted as saying in another.
func (w weigher) commented(props []*align.Proposition) []*news.Fact {
	var out []*news.Fact
	for _, silent := range w.versions(of(props, align.Comment)) {
		var spoke version
		for _, p := range of(props, align.Saying) {
			if w.answers(silent, p) {
				spoke.props = append(spoke.props, p)
			}
		}
		if len(spoke.props) == 0 {
			continue
		}
		e := edge{0, 1, Contradict, "whether " + w.names(named(silent.props[0].Actors)) + " commented"}
		f := w.fact(align.Comment, []version{silent, spoke}, []edge{e})
		f.Versions[0].Value, f.Versions[1].Value = "no comment", "commented"
		out = append(out, f)
	}
	return out
}

// answers reports whether an attributed statement is an on-record comment of one of those said to be silent, in another
// report.
func (w weigher) answers(silent version, p *align.Proposition) bool {
	if p.Attribution.Anonymous || p.Negated || !spoken(p) {
		return false
	}
	speakers := w.speaksFor(p)
	for _, s := range silent.props {
		if s.Report == p.Report {
			return false
		}
	}
	for _, s := range silent.props {
		if meet(named(s.Actors), speakers) && w.sameMatter(s, p) {
			return true
		}
	}
	return false
}

// spoken reports whether a cue is one of speaking on the record, not of thought or intent.
func spoken(p *align.Proposition) bool {
	if p.Attribution.CueSpan.Empty() {
		return false
	}
	doc := p.Report.Doc
	words := doc.RangeOf(p.Attribution.CueSpan)
	for i := words.First; i < words.Last; i++ {
		switch doc.Tokens[i].Lemma {
		case "say", "state", "confirm", "deny", "announce", "tell", "declare", "add", "comment", "insist", "statement", "acknowledge", "respond", "reply":
			return true
		}
	}
	return false
}

// speaksFor is the entities for which the source of a statement speaks: itself, and the body named in a spokesperson's
// office.
func (w weigher) speaksFor(p *align.Proposition) align.Terms {
	out := named(p.Actors)
	for _, role := range p.Report.Doc.Roles {
		if role.FullName != p.Attribution.Source || role.Office.Empty() {
			continue
		}
		for _, e := range w.scene.Entities.At(p.Report, role.Office) {
			if e.Kind == text.Organisation || e.Kind == text.Group {
				out[align.Term("e:"+lower(e.Name))] = true
			}
		}
	}
	return out
}

// sameMatter: what one would not comment on and what one said share a subject, or the first names none.
func (w weigher) sameMatter(silent, spoke *align.Proposition) bool {
	about := align.Terms{}
	for t := range silent.Targets {
		if t[0] != 'e' && t != "c:say" && t != "c:move" && t != "w:inquiry" && t != "w:request" && t != "c:investigate" {
			about[t] = true
		}
	}
	return len(about) == 0 || len(align.Shared(about, w.context(spoke))) > 0
}

// arithmetic checks a ratio against a total: so many for each of so many cannot be another total.
func (w weigher) arithmetic(props []*align.Proposition) []*news.Fact {
	counts := of(props, align.Count)
	var out []*news.Fact
	for _, ratio := range counts {
		if ratio.Quantity.Per.Empty() || ratio.Quantity.Kind != text.Count {
			continue
		}
		for _, base := range counts {
			if base.Report != ratio.Report || base.Sentence != ratio.Sentence || base == ratio || !w.perOf(ratio, base) {
				continue
			}
			if f := w.product(ratio, base, counts); f != nil {
				out = append(out, f)
			}
		}
	}
	return out
}

// perOf reports whether base counts what the ratio is per: "33 hostages", "30 prisoners per hostage".
func (w weigher) perOf(ratio, base *align.Proposition) bool {
	return base.Quantity.Per.Empty() && !base.Quantity.Item.Empty() && base.Content[ratio.Per]
}

// product sets ratio × base against totals of the same things elsewhere whose sentence has the same base.
func (w weigher) product(ratio, base *align.Proposition, counts []*align.Proposition) *news.Fact {
	want := product(intervalOf(ratio.Quantity), intervalOf(base.Quantity))
	var off version
	why := ""
	for _, total := range counts {
		if total == ratio || total == base || !total.Quantity.Per.Empty() || total.Class != ratio.Class || total.Headline || !w.baseBeside(total, base, counts) {
			continue
		}
		if got := intervalOf(total.Quantity); !got.meets(want) {
			off.props = append(off.props, total)
			why = fmt.Sprintf("%s at %s each is %s, not %s", intervalOf(base.Quantity), intervalOf(ratio.Quantity), want, got)
		}
	}
	if len(off.props) == 0 {
		return nil
	}
	f := w.fact(align.Count, []version{off, {[]*align.Proposition{ratio, base}}}, []edge{{0, 1, Contradict, why}})
	f.Kind = "arithmetic"
	f.Versions[1].Value = want.String() + " (" + intervalOf(base.Quantity).String() + " × " + intervalOf(ratio.Quantity).String() + ")"
	return f
}

// baseBeside reports whether the sentence of a total has the same base figure of the same things.
func (w weigher) baseBeside(total, base *align.Proposition, counts []*align.Proposition) bool {
	for _, c := range counts {
		if c.Report == total.Report && c.Sentence == total.Sentence && c != total && c.Class == base.Class && intervalOf(c.Quantity).equal(intervalOf(base.Quantity)) {
			return true
		}
	}
	return false
}

func product(x, y interval) interval {
	mul := func(a, b *float64) *float64 {
		if a == nil || b == nil {
			return nil
		}
		v := *a * *b
		return &v
	}
	return interval{mul(x.min, y.min), mul(x.max, y.max), x.approximate || y.approximate}
}
