// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"slices"
	"strings"
	"unicode/utf8"

	"stemma/internal/news"
	"stemma/internal/text"
	"stemma/internal/weigh"
)

// few is how many characters of words need their sentence around them to be understood.
const few = 40

// around is how many characters of the sentence are shown on each side.
const around = 70

// quote is the words of statements: of words that overlap in one report the longest, those of copies and of one mouth
// together; at most limits.Words with each origin among them, and how many are left out.
func (v *viewer) quote(statements []*news.Statement) ([]words, int) {
	var out []words
	var origin []*news.Origin
	at := map[string]int{}
	for _, s := range longest(statements) {
		w := v.wordsOf(s)
		key := v.mouth(s) + "\x00" + w.Note + "\x00" + folded(w.Exact)
		if i, ok := at[key]; ok {
			out[i].Refs = addRef(out[i].Refs, w.Refs[0])
			if s.Attribution == nil && !strings.Contains(out[i].Who, w.Who) {
				out[i].Who += ", " + w.Who
			}
			continue
		}
		at[key] = len(out)
		out = append(out, w)
		origin = append(origin, v.story.OriginOf(s.Report))
	}
	kept := spreadOver(origin, v.limits.Words)
	for i, k := range kept {
		out[i] = out[k]
	}
	return out[:len(kept)], len(out) - len(kept)
}

// mouth is equal for statements that may share a line when their words are the same: those of one source, and those of
// reports of one origin.
func (v *viewer) mouth(s *news.Statement) string {
	if s.Attribution != nil {
		return speaker(s)
	}
	if o := v.story.OriginOf(s.Report); o != nil {
		return "origin " + o.ID
	}
	return "report " + s.Report.ID
}

// longest is statements without those whose words stand, in part or whole, in longer ones of the same report.
func longest(statements []*news.Statement) []*news.Statement {
	const most = 200 // beyond it nobody reads on, and comparing all would take long
	var out []*news.Statement
	for i, s := range statements {
		covered := false
		for k, other := range statements[:min(len(statements), most)] {
			if k == i || other.Report != s.Report || !meets(other, s) {
				continue
			}
			if a, b := length(other), length(s); a > b || a == b && k < i {
				covered = true
				break
			}
		}
		if !covered {
			out = append(out, s)
		}
	}
	return out
}

// meets reports whether a piece of one statement overlaps the first of another.
func meets(a, b *news.Statement) bool {
	return a.Evidence.Overlaps(b.Evidence) || slices.ContainsFunc(a.More, b.Evidence.Overlaps)
}

// length is how many bytes the pieces of a statement have.
func length(s *news.Statement) int {
	n := s.Evidence.End - s.Evidence.Start
	for _, more := range s.More {
		n += more.End - more.Start
	}
	return n
}

// spreadOver picks at most n of a list of origins, in order, so that every origin is among them while there is room.
func spreadOver(origin []*news.Origin, n int) []int {
	seen := map[*news.Origin]bool{}
	var first, rest []int
	for i, o := range origin {
		if seen[o] {
			rest = append(rest, i)
		} else {
			first = append(first, i)
		}
		seen[o] = true
	}
	kept := append(first, rest...)
	kept = kept[:min(len(kept), n)]
	slices.Sort(kept)
	return kept
}

func addRef(refs []ref, r ref) []ref {
	for _, old := range refs {
		if old.Tag == r.Tag {
			return refs
		}
	}
	return append(refs, r)
}

// folded is words as far as they matter for being the same: quotation marks, case and closing commas do not.
func folded(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`).Replace(strings.ToLower(s))
	return strings.Trim(s, ` ,.;"'`)
}

func (v *viewer) wordsOf(s *news.Statement) words {
	w := words{Who: speaker(s), Note: joined("; ", stance(s), conditions(s)), Own: s.Attribution == nil, Refs: []ref{v.ref(s)}}
	w.Exact = bare(exact(s.Report, s.Evidence), v.limits.Clip)
	for _, more := range s.More {
		if piece := short(exact(s.Report, more), v.limits.Clip); piece != "" {
			w.Exact += " … " + piece
		}
	}
	if len(s.More) == 0 && utf8.RuneCountInString(w.Exact) < few {
		w.Before, w.After = context(s)
	}
	return w
}

// bare is quoted words without the marks at their ends.
func bare(s string, n int) string {
	line := short(s, n)
	if out := weigh.Unframed(line); out != "" {
		return out
	}
	return line
}

// context is what stands around a statement in its sentence.
func context(s *news.Statement) (before, after string) {
	doc := s.Report.Doc
	if doc == nil || s.Sentence < 0 || s.Sentence >= len(doc.Sentences) {
		return "", ""
	}
	sent := clip(doc.Sentences[s.Sentence].Span, len(doc.Text))
	if !sent.Contains(s.Evidence) {
		return "", ""
	}
	before = doc.Exact(text.Span{Start: sent.Start, End: s.Evidence.Start})
	after = opening(doc.Exact(text.Span{Start: s.Evidence.End, End: sent.End}), 16*around)
	// Words that open a quotation get our marks in place of the report's.
	if bare := strings.TrimRight(before, "“\"‘"); bare != before {
		before = bare
		if i := strings.IndexAny(after, "”\""); i >= 0 {
			_, size := utf8.DecodeRuneInString(after[i:])
			after = after[:i] + after[i+size:]
		}
	}
	return tail(before), head(after)
}

// head is the beginning of s with its own spacing, so that punctuation stays close to the words before it.
func head(s string) string {
	line := short(s, around)
	if line != "" && strings.TrimLeft(s, " \n\t\u00a0") != s {
		return " " + line
	}
	return line
}

// tail is the end of s.
func tail(s string) string {
	from := max(0, len(s)-4*around)
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	line := oneLine(s[from:])
	if n := utf8.RuneCountInString(line); n > around {
		runes := []rune(line)
		line = string(runes[n-around:])
		if _, rest, found := strings.Cut(line, " "); found {
			line = rest
		}
		line = "… " + line
	}
	if line != "" && strings.TrimRight(s, " \n\t\u00a0") != s {
		line += " "
	}
	return line
}

// speaker is who is said to say s, and through whom.
func speaker(s *news.Statement) string {
	a := s.Attribution
	if a == nil {
		return voice(s.Report)
	}
	out := sourceName(a)
	cue := short(a.Cue, 30)
	switch {
	case cue == "":
	case strings.HasPrefix(strings.ToLower(cue), "according to"):
		out = "according to " + out
	case a.Source != "" && spoken(s.Report, a.CueSpan):
		out += " " + cue
	default:
		out += " (" + cue + ")"
	}
	return out + through(a)
}

// voice is a report that speaks for itself: its outlet, else its id and title.
func voice(r *news.Report) string {
	if short(r.Outlet, 60) != "" || r.Title == "" {
		return nameOf(r)
	}
	return ident(r.ID) + " “" + short(r.Title, 40) + "”"
}

// spoken reports whether a cue opens with a verb, so that it can follow its subject.
func spoken(r *news.Report, cue text.Span) bool {
	if r.Doc == nil || cue.Empty() {
		return false
	}
	words := r.Doc.RangeOf(cue)
	if words.First >= words.Last {
		return false
	}
	switch r.Doc.Tokens[words.First].Tag {
	case text.NOUN, text.PROPN, text.ADJ, text.DET, text.ADP:
		return false
	}
	return true
}

// through is the sources by whom a statement was passed on, but the one that says it.
func through(a *news.Attribution) string {
	out := ""
	for _, outer := range a.Via {
		if outer.Source != "" && outer.Source != a.Source {
			out += ", via " + sourceName(outer)
		}
	}
	return out
}

// sourceName is a source with the mark that it has no name.
func sourceName(a *news.Attribution) string {
	name := short(a.Source, 120)
	switch {
	case name == "":
		return "no source named"
	case a.Anonymous:
		return name + " (anonymous)"
	}
	return name
}

// stance is what keeps s from being a plain assertion.
func stance(s *news.Statement) string {
	var notes []string
	if s.Negated {
		notes = append(notes, "negated")
	}
	switch s.Modality {
	case "", text.Asserted, text.Reported:
	default:
		notes = append(notes, oneLine(string(s.Modality)))
	}
	if s.Headline {
		notes = append(notes, "headline")
	}
	return strings.Join(notes, "; ")
}

// conditions are those under which the source of s spoke.
func conditions(s *news.Statement) string {
	if s.Attribution == nil {
		return ""
	}
	return short(s.Attribution.Conditions, 120)
}
