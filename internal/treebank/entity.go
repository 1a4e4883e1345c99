// SPDX-License-Identifier: Apache-2.0

package treebank

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Entities is the IOB2 tag of each word of a sentence of GUM: PER, ORG and LOC, from the mentions in MISC. GUM marks every
// mention of a thing, "the only child" and "she" among them; only names are tagged here, without titles, articles and
// descriptions, as Universal NER does. Of names within names the longest counts. Where a sentence bears no mentions,
// every tag is O.
func Entities(s *Sentence) []string {
	tags := make([]string, len(s.Words))
	for i := range tags {
		tags[i] = "O"
	}
	for _, n := range names(s) {
		if slices.ContainsFunc(tags[n.first:n.last], func(tag string) bool { return tag != "O" }) {
			continue
		}
		for i := n.first; i < n.last; i++ {
			tags[i] = "I-" + n.kind
		}
		tags[n.first] = "B-" + n.kind
	}
	return tags
}

// A Mention is a run of words that refers to something; those of one group refer to the same.
type Mention struct {
	First, Last int // half-open
	Group       string
}

// Mentions are GUM's mentions that open and close within a sentence.
func Mentions(s *Sentence) []Mention {
	var out []Mention
	for _, m := range mentions(s) {
		out = append(out, Mention{m.first, m.last, m.group})
	}
	return out
}

// A mention is a run of words that refers to something.
type mention struct {
	first, last int // half-open
	group       string
	kind        string // PER, ORG, LOC, or "" for a thing of another type
	core        []int  // the words that GUM's minspan gives: the head and, in a name, its other name words
}

// kinds maps GUM's types.
var kinds = map[string]string{"person": "PER", "organization": "ORG", "place": "LOC"}

// mentions lists the mentions that open and close within the sentence.
func mentions(s *Sentence) []mention {
	type open struct {
		id string
		mention
		core string
	}
	var out []mention
	var stack []open
	closed := func(o open, at int) {
		o.last = at + 1
		o.mention.core = minspan(o.core, o.first, o.last)
		out = append(out, o.mention)
	}
	for i := range s.Words {
		for piece := range bits(entityOf(s.Words[i].Misc)) {
			if rest, opens := strings.CutPrefix(piece, "("); opens {
				fields := strings.SplitN(strings.TrimSuffix(rest, ")"), "-", 8)
				o := open{id: fields[0], mention: mention{first: i, group: fields[0]}}
				if len(fields) > 5 {
					o.kind, o.core = kinds[fields[1]], fields[5]
				}
				if strings.HasSuffix(rest, ")") {
					closed(o, i)
				} else {
					stack = append(stack, o)
				}
				continue
			}
			id := strings.TrimSuffix(piece, ")")
			for k := len(stack) - 1; k >= 0; k-- {
				if stack[k].id == id {
					closed(stack[k], i)
					stack = slices.Delete(stack, k, k+1)
					break
				}
			}
		}
	}
	return out
}

// entityOf is the value of Entity in MISC.
func entityOf(misc string) string {
	for field := range strings.SplitSeq(misc, "|") {
		if value, ok := strings.CutPrefix(field, "Entity="); ok {
			return value
		}
	}
	return ""
}

// bits cuts "(1-person-…(2-place-…)1)" into what opens a mention, closes one, or does both.
func bits(value string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for value != "" {
			end := len(value)
			if i := strings.IndexAny(value[1:], "()"); i >= 0 {
				end = i + 1
				if value[end] == ')' {
					end++
				}
			}
			if !yield(value[:end]) {
				return
			}
			value = value[end:]
		}
	}
}

// minspan is the words that "1,2,4" names, counted from 1 within a mention.
func minspan(list string, first, last int) []int {
	var out []int
	for number := range strings.SplitSeq(list, ",") {
		if n, err := strconv.Atoi(number); err == nil && n > 0 && first+n-1 < last {
			out = append(out, first+n-1)
		}
	}
	return out
}

// names is every name among a sentence's mentions, the longest first.
func names(s *Sentence) []mention {
	all := mentions(s)
	var out []mention
	for _, m := range all {
		r := namer{s, m, all}
		switch m.kind {
		case "PER":
			out = append(out, r.person()...)
		case "ORG", "LOC":
			out = append(out, r.thing()...)
		}
	}
	slices.SortStableFunc(out, func(a, b mention) int {
		return cmp.Or(cmp.Compare(b.last-b.first, a.last-a.first), cmp.Compare(a.first, b.first))
	})
	return out
}

// A namer finds the name within one mention.
type namer struct {
	*Sentence
	mention
	all []mention
}

// person is the name of a person: the governing word, where it is a proper noun, and what is flat with it. Titles and other
// words before it belong to the description.
func (r namer) person() []mention {
	h := r.head()
	if h < 0 || r.Words[h].UPOS != "PROPN" || r.Words[h].XPOS == "NNPS" {
		return nil
	}
	n := mention{first: h, last: h + 1, kind: r.kind}
	for n.last < r.last {
		step := r.further(n)
		if step == 0 {
			break
		}
		n.last += step
	}
	for n.first < n.last && (titles[fold(r.Words[n.first].Form)] || !r.isName(n.first)) {
		n.first++
	}
	if n.first == n.last || n.last-n.first == 1 && n.first > 0 && r.determined(n.first-1) {
		return nil // "the President", "a Dame"
	}
	return []mention{n}
}

// further is how many words after a person's name go on with it; 0 for none.
func (r namer) further(n mention) int {
	i := n.last
	if r.isName(i) && r.joins(i, n) {
		return 1
	}
	if form := r.Words[i].Form; i+1 < r.last && r.isName(i+1) {
		if isHyphen(form) && (r.joins(i+1, n) || r.inCore(i+1)) || fold(form) == "the" && r.inCore(i+1) {
			return 2
		}
	}
	return 0
}

// joins reports whether word i is a part of the name n that governs it.
func (r namer) joins(i int, n mention) bool {
	head := r.Words[i].Head - 1
	relation, _, _ := strings.Cut(r.Words[i].Deprel, ":")
	return head >= n.first && head < n.last && (relation == "flat" || relation == "compound" || r.Words[i].Deprel == "nmod:desc")
}

// thing is the name of an organisation or a place: the proper nouns around the governing one, over "of", "the", "and" and
// hyphens. "Tolvik, Norland" gives two names.
func (r namer) thing() []mention {
	h := r.head()
	if h < 0 || r.Words[h].UPOS != "PROPN" {
		return nil
	}
	n := r.around(h)
	out := []mention{n}
	for n.kind == "LOC" && n.last+1 < r.last && r.Words[n.last].Form == "," && r.isName(n.last+1) && r.inCore(n.last+1) {
		n = r.around(n.last + 1)
		out = append(out, n)
	}
	return out
}

// around is the run of name words that holds word h.
func (r namer) around(h int) mention {
	n := mention{first: h, last: h + 1, kind: r.kind}
	for n.first > r.first {
		step := r.before(n)
		if step == 0 {
			break
		}
		n.first -= step
	}
	for of := false; n.last < r.last; {
		step := r.after(n, &of)
		if step == 0 {
			break
		}
		n.last += step
	}
	return n
}

// before is how many words before a name belong to it; 0 for none.
func (r namer) before(n mention) int {
	i := n.first - 1
	if r.isName(i) && r.inCore(i) {
		return 1
	}
	if i > r.first && r.links(i, i-1) && r.isName(i-1) && r.inCore(i-1) {
		return 2
	}
	return 0
}

// after is how many words after a name belong to it; 0 for none. It notes an "of": "University of Tolvik of Norland" ends
// before the second one.
func (r namer) after(n mention, of *bool) int {
	i := n.last
	if r.inCore(i) && (r.isName(i) || r.Words[i].UPOS == "NUM") {
		return 1
	}
	next := i + 1
	if fold(r.Words[i].Form) == "of" && next < r.last && fold(r.Words[next].Form) == "the" {
		next++
	}
	switch {
	case next >= r.last || !r.isName(next) || !r.inCore(next):
		return 0
	case fold(r.Words[i].Form) == "of":
		if *of && r.opens(next, "LOC") {
			return 0
		}
		*of = true
		return next - i + 1
	case r.links(i, i-1):
		return 2
	}
	return 0
}

// links reports whether word i, which comes after a name's word, ties the next one to it.
func (r namer) links(i, left int) bool {
	switch form := fold(r.Words[i].Form); {
	case isHyphen(form), form == "&":
		return true
	case form == "'s", form == "'":
		return !r.closes(i) && !r.closes(left)
	case form == "and", form == "for":
		return !r.closes(left) && !r.opens(i+1, "PER", "ORG", "LOC")
	}
	return false
}

// opens reports whether another mention of one of these kinds begins at word i within this one.
func (r namer) opens(i int, kinds ...string) bool {
	return slices.ContainsFunc(r.all, func(m mention) bool {
		return m.first == i && r.inside(m) && slices.Contains(kinds, m.kind)
	})
}

// closes reports whether another mention ends with word i within this one.
func (r namer) closes(i int) bool {
	return slices.ContainsFunc(r.all, func(m mention) bool { return m.last == i+1 && r.inside(m) })
}

func (r namer) inside(m mention) bool {
	return m.first >= r.first && m.last <= r.last && m.last-m.first < r.last-r.first
}

// head is the word of the mention that one outside governs, or -1.
func (r namer) head() int {
	for i := r.first; i < r.last; i++ {
		if head := r.Words[i].Head - 1; (head < r.first || head >= r.last) && r.Words[i].UPOS != "PUNCT" {
			return i
		}
	}
	return -1
}

// isName reports whether a word is one of names: a proper noun, or an adjective or other word used as one.
func (r namer) isName(i int) bool {
	return r.Words[i].UPOS == "PROPN" || strings.HasPrefix(r.Words[i].XPOS, "NNP")
}

func (r namer) inCore(i int) bool { return slices.Contains(r.core, i) }

// determined reports whether word i is an article or a possessive, which no name of a person follows.
func (r namer) determined(i int) bool {
	w := r.Words[i]
	return w.UPOS == "DET" || w.XPOS == "PRP$"
}

func isHyphen(form string) bool { return form == "-" || form == "–" || form == "‑" }

func fold(form string) string { return strings.ReplaceAll(strings.ToLower(form), "’", "'") }

// titles stand before the names of persons, or for them.
var titles = set(`administrator ambassador attorney aunt baron bishop brother captain cardinal chair chairman chancellor
chief citizen colonel commissioner congressman congresswoman count councillor dad daddy dame dean deputy director doctor
dr dr. duke earl emeritus emperor empress father fellow gen. general governor grandma grandpa his her honor imam inspector judge
justice king lady lieutenant lord ma'am madam major majesty marquis master mayor minister miss mister mlle. mom mother mr
mr. mrs mrs. ms ms. mum officer pastor pope premier president prime prince princess prof. professor queen rabbi
representative reverend rev. secretary senator sen. sergeant sheikh sheriff sir sister speaker student tsar uncle vice`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}
