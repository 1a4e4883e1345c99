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
		if meet(w.voices(s), speakers) && w.sameMatter(s, p) {
			return true
		}
	}
	return false
}

// voices is those who would not comment, and the bodies for which they speak.
func (w weigher) voices(p *align.Proposition) align.Terms {
	out := named(p.Actors)
	for _, span := range p.Event.Actors {
		for _, e := range w.scene.Entities.At(p.Report, span) {
			if e.Kind == text.Person {
				w.addBodies(out, p.Report, e.Name)
			}
		}
	}
	return out
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
		case "say", "state", "confirm", "deny", "tell", "add", "insist", "statement", "respond", "reply", "answer":
			return true
		}
	}
	return false
}

// speaksFor is the entities for which the source of a statement speaks: itself, and the body named in a spokesperson's
// office.
func (w weigher) speaksFor(p *align.Proposition) align.Terms {
	out := named(p.Actors)
	w.addBodies(out, p.Report, p.Attribution.Source)
	return out
}

// addBodies adds the bodies named in the office of a spokesperson or secretary.
func (w weigher) addBodies(out align.Terms, r *news.Report, person string) {
	for _, role := range r.Doc.Roles {
		if role.FullName != person || role.Office.Empty() || !speaks(r.Doc, role.Office) {
			continue
		}
		for t := range w.scene.Terms(r, role.Office) {
			if e := w.scene.Entities.Named(string(t[2:])); t[0] == 'e' && e != nil && e.Kind != text.Person {
				out[t] = true
			}
		}
	}
}

// speaks reports whether an office is that of a spokesperson.
func speaks(doc *text.Doc, office text.Span) bool {
	words := doc.RangeOf(office)
	for i := words.First; i < words.Last; i++ {
		switch doc.Tokens[i].Lemma {
		case "spokesman", "spokeswoman", "spokesperson", "secretary":
			return true
		}
	}
	return false
}

// sameMatter: what one would not comment on and what one said share a subject, or the first names none.
func (w weigher) sameMatter(silent, spoke *align.Proposition) bool {
	about := align.Terms{}
	for t := range silent.Targets {
		if t[0] != 'e' && t != "c:say" && t != "c:move" && t != "c:inquiry" && t != "c:request" && t != "c:investigate" {
			about[t] = true
		}
	}
	return len(about) == 0 || len(align.Shared(about, w.context(spoke))) > 0
}

// disputed sets what somebody is said to have claimed against a denial in one of the next sentences: "the union disputed
// that".
func (w weigher) disputed(props []*align.Proposition) []*news.Fact {
	var out []*news.Fact
	sayings := of(props, align.Saying)
	for _, p := range of(props, align.Happening) {
		if !w.denies(p) {
			continue
		}
		if said := before(sayings, p); said != nil {
			e := edge{0, 1, Contradict, "one says it, the other disputes it"}
			f := w.fact(align.Saying, []version{{[]*align.Proposition{said}}, {[]*align.Proposition{p}}}, []edge{e})
			f.Versions[1].Value = "disputed by " + w.names(named(p.Actors))
			f.Question = "Is it so: " + shorten(said.Text) + "?"
			out = append(out, f)
		}
	}
	return out
}

// denies reports whether somebody disputes "that", "this" or an account told before.
func (w weigher) denies(p *align.Proposition) bool {
	if p.Event.Clause < 0 || len(p.Actors) == 0 || p.Negated {
		return false
	}
	doc := p.Report.Doc
	switch doc.Tokens[p.Event.Verb].Lemma {
	case "dispute", "deny", "reject", "contest", "refute", "contradict", "rebut", "dismiss":
	default:
		return false
	}
	i := p.Event.Verb + 1
	if i >= len(doc.Tokens) {
		return false
	}
	switch doc.Lower(i) {
	case "that", "this", "it":
		return i+1 >= len(doc.Tokens) || doc.Tokens[i+1].Tag == text.PUNCT || doc.Tokens[i+1].Tag == text.ADP || account(doc.Tokens[i+1].Lemma)
	case "the":
		return i+1 < len(doc.Tokens) && account(doc.Tokens[i+1].Lemma)
	}
	return false
}

// account are nouns that stand for what was told before.
func account(lemma string) bool {
	switch lemma {
	case "account", "claim", "allegation", "accusation", "version", "figure", "charge", "report", "suggestion", "explanation", "assertion":
		return true
	}
	return false
}

// before is the last attributed statement of another source in the two sentences before a denial; another denial is none.
func before(sayings []*align.Proposition, p *align.Proposition) *align.Proposition {
	var found *align.Proposition
	for _, s := range sayings {
		if s.Report == p.Report && s.Evidence.End <= p.Evidence.Start && s.Sentence >= p.Sentence-2 && !meetNamed(s.Actors, p.Actors) && !denied(s) {
			found = s
		}
	}
	return found
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
			if f := w.against(ratio, base, counts); f != nil {
				out = append(out, f)
			}
		}
	}
	return out
}

// perOf reports whether base counts what the ratio is per: "33 hostages", "30 prisoners per hostage"; "each of them" and
// "apiece" are per those counted last before.
func (w weigher) perOf(ratio, base *align.Proposition) bool {
	if !base.Quantity.Per.Empty() || base.Quantity.Item.Empty() {
		return false
	}
	return base.Content[ratio.Per] || ratio.Per == "" && base.Evidence.End <= ratio.Evidence.Start && base.Class != ratio.Class
}

// against sets ratio × base against totals of the same things elsewhere whose sentence has the same base.
func (w weigher) against(ratio, base *align.Proposition, counts []*align.Proposition) *news.Fact {
	want := product(intervalOf(ratio), intervalOf(base))
	var off version
	why := ""
	for _, total := range counts {
		if total == ratio || total == base || !total.Quantity.Per.Empty() || total.Class != ratio.Class || total.Headline || !w.baseBeside(total, base, counts) {
			continue
		}
		if got := intervalOf(total); !got.meets(want) {
			off.props = append(off.props, total)
			why = fmt.Sprintf("%s at %s each is %s, not %s", intervalOf(base), intervalOf(ratio), want, got)
		}
	}
	if len(off.props) == 0 {
		return nil
	}
	f := w.fact(align.Count, []version{off, {[]*align.Proposition{ratio}}}, []edge{{0, 1, Contradict, why}})
	f.Kind = "arithmetic"
	f.Versions[1].Value = want.String() + " (" + intervalOf(base).String() + " × " + intervalOf(ratio).String() + ")"
	return f
}

// baseBeside reports whether the sentence of a total has the same base figure of the same things.
func (w weigher) baseBeside(total, base *align.Proposition, counts []*align.Proposition) bool {
	for _, c := range counts {
		if c.Report == total.Report && c.Sentence == total.Sentence && c != total && (c.Class == base.Class || c.Quantity.Item.Empty()) && intervalOf(c).equal(intervalOf(base)) {
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
	return interval{min: mul(x.min, y.min), max: mul(x.max, y.max), approximate: x.approximate || y.approximate}
}
