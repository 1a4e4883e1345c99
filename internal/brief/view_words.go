// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"strings"
	"unicode/utf8"

	"stemma/internal/news"
	"stemma/internal/text"
)

// few is how many characters of words need their sentence around them to be understood.
const few = 40

// around is how many characters of the sentence are shown on each side.
const around = 70

// quote is the words of statements, those that say the same by the same mouth together; at most limits.Words, and
// how many statements are left out.
func (v *viewer) quote(statements []*news.Statement) ([]words, int) {
	var out []words
	at := map[string]int{}
	left := 0
	for _, s := range statements {
		w := v.wordsOf(s)
		key := w.Who + "\x00" + w.Note + "\x00" + folded(w.Exact)
		if i, ok := at[key]; ok {
			out[i].Refs = addRef(out[i].Refs, w.Refs[0])
			continue
		}
		if len(out) == v.limits.Words {
			left++
			continue
		}
		at[key] = len(out)
		out = append(out, w)
	}
	return out, left
}

func addRef(refs []ref, r ref) []ref {
	for _, old := range refs {
		if old == r {
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
	w := words{Who: speaker(s), Note: joined("; ", stance(s), conditions(s)), Refs: []ref{v.ref(s)}}
	w.Exact = short(exact(s.Report, s.Evidence), v.limits.Clip)
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
		return nameOf(s.Report) + " itself"
	}
	out := sourceName(a)
	if cue := short(a.Cue, 30); cue != "" {
		out += ", " + cue
	}
	for _, outer := range a.Via {
		out += ", via " + sourceName(outer)
	}
	return out
}

// sourceName is a source with the mark that it has no name.
func sourceName(a *news.Attribution) string {
	name := short(a.Source, 120)
	switch {
	case name == "":
		return "nobody named"
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
