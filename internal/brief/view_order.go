// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"cmp"
	"slices"
	"strings"

	"stemma/internal/news"
	"stemma/internal/text"
	"stemma/internal/weigh"
)

// kindRank orders kinds of fact by how much hangs on them: figures and days first, likeness of words last.
func kindRank(kind string) int {
	order := []string{
		"count", "quantity", "arithmetic", "condition", "dated", "time", "office", "governing", "channel", "informing", "role", "comment", "stance", "position",
		"event", "happening", "saying", "quotation",
	}
	if i := slices.Index(order, kind); i >= 0 {
		return i
	}
	return len(order)
}

// worded tells facts that rest on likeness of words from those of a typed comparison.
func worded(f *news.Fact) bool {
	return f.Kind == "happening" || f.Kind == "saying" || f.Kind == "quotation"
}

// withStatus is the facts of the pool that have a status.
func (v *viewer) withStatus(status news.FactStatus) []*news.Fact {
	var out []*news.Fact
	for _, f := range v.pool {
		if f.Status == status {
			out = append(out, f)
		}
	}
	return out
}

// ranked is the facts of a status as rank gives them.
func (v *viewer) ranked(status news.FactStatus) (facts []*news.Fact, left int) {
	return rank(v.withStatus(status))
}

// rank orders facts, the weightiest first, and counts those that are not worth a line: see noise. Facts that say the same
// are shown as one.
func rank(all []*news.Fact) (facts []*news.Fact, left int) {
	same := map[string]*news.Fact{}
	for _, f := range all {
		if f.Status != news.Contested && noise(f) {
			left++
			continue
		}
		key := string(f.Status) + "\x00" + answers(f)
		if old := same[key]; old != nil {
			*old = joinFacts(*old, f)
			continue
		}
		twin := *f
		same[key] = &twin
		facts = append(facts, &twin)
	}
	slices.SortStableFunc(facts, func(a, b *news.Fact) int {
		x, y := stand(a), stand(b)
		return cmp.Or(compareBool(worded(a), worded(b)), cmp.Compare(fuzzy(a), fuzzy(b)), y.origins-x.origins, cmp.Compare(kindRank(a.Kind), kindRank(b.Kind)), y.reports-x.reports)
	})
	return facts, left
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// answers is the kind, the question and the values of a fact; a sum that does not come out is the same in all words.
func answers(f *news.Fact) string {
	out := f.Kind
	if f.Kind != "arithmetic" {
		out += "\x00" + f.Question
	}
	for _, v := range f.Versions {
		out += "\x00" + v.Value
	}
	return out
}

// joinFacts adds the statements of a fact to one with the same answers.
func joinFacts(into news.Fact, f *news.Fact) news.Fact {
	into.Versions = slices.Clone(into.Versions)
	for i := range into.Versions {
		v := &into.Versions[i]
		v.Statements = slices.Clone(v.Statements)
		for _, s := range f.Versions[i].Statements {
			if !slices.Contains(v.Statements, s) {
				v.Statements = append(v.Statements, s)
			}
		}
		reports := map[*news.Report]bool{}
		for _, s := range v.Statements {
			reports[s.Report] = true
		}
		v.Reports, v.Origins = len(reports), max(v.Origins, f.Versions[i].Origins)
	}
	return into
}

type standing struct{ origins, reports int }

// stand counts the origins and reports of all versions.
func stand(f *news.Fact) standing {
	var out standing
	for _, v := range f.Versions {
		out.origins += v.Origins
		out.reports += v.Reports
	}
	return out
}

// fuzzy ranks what a fact is about: 0 for what is counted in a state, dated or held, 1 for a figure that only its sentence
// explains, 2 for what is merely described.
func fuzzy(f *news.Fact) int {
	switch {
	case strings.HasPrefix(f.Question, "Who is ") || f.Kind == "office" && !strings.Contains(value(f), " "):
		return 2
	case f.Kind == "happening" && headless(f.Question):
		return 1
	case f.Kind == "count" && strings.Contains(f.Question, "“"), f.Kind == "dated" && strings.Contains(f.Question, "“"):
		return 1
	}
	return 0
}

// headless reports whether a line lacks its subject: "Has long avoided …".
func headless(line string) bool {
	first, _, _ := strings.Cut(strings.ToLower(line), " ")
	return slices.Contains([]string{"is", "are", "was", "were", "has", "have", "had", "would", "could", "will"}, first)
}

// value is the first answer of a fact.
func value(f *news.Fact) string {
	if len(f.Versions) == 0 {
		return ""
	}
	return oneLine(f.Versions[0].Value)
}

// noise tells facts that a reader of sources would skip: aims and plans, fragments of sentences, descriptions of people.
// They stay in the JSON form.
func noise(f *news.Fact) bool {
	switch {
	case f.Kind == "office" && strings.HasPrefix(f.Question, "Who is ") && !strings.Contains(value(f), " "):
		return true
	case !worded(f) && f.Kind != "condition":
		return false
	}
	if fragment(f.Question) {
		return true
	}
	told, shown := false, strings.HasSuffix(f.Question, "…") || f.Kind != "happening"
	for _, v := range f.Versions {
		for _, s := range v.Statements {
			if tells(s) {
				told = true
				shown = shown || strings.EqualFold(weigh.Bare(safe(exact(s.Report, s.Evidence))), f.Question)
			}
		}
	}
	return !told || !shown
}

// tells reports whether a statement claims, in a clause of its own, that something is or was so.
func tells(s *news.Statement) bool {
	if s.Headline || s.Modality != "" && s.Modality != text.Asserted && s.Modality != text.Reported {
		return false
	}
	return s.Event == nil || s.Event.Clause >= 0 && finite(s)
}

// finite reports whether the words of a statement hold a verb that is more than an infinitive or a participle.
func finite(s *news.Statement) bool {
	doc := s.Report.Doc
	words := doc.RangeOf(s.Evidence)
	for i := words.First; i < words.Last; i++ {
		tok := &doc.Tokens[i]
		if tok.Tag == text.AUX || tok.Tag == text.VERB && (tok.Form == text.Past || tok.Form == text.Present) {
			return true
		}
	}
	return false
}

// fragment reports whether a line is no sentence: too short, or opened by a word that needs another clause.
func fragment(line string) bool {
	_, said, attributed := strings.Cut(line, ": ")
	if !attributed {
		said = line
	}
	first, _, _ := strings.Cut(strings.ToLower(said), " ")
	switch first {
	case "to", "which", "who", "whom", "whose", "where", "when", "if", "because", "after", "before", "since", "as", "of", "for", "in":
		return true
	}
	return strings.HasSuffix(first, "ing") || strings.Count(said, " ") < 3
}
