// SPDX-License-Identifier: Apache-2.0

package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/text"
)

// head is the head noun of a noun phrase's first base phrase.
func (r *reader) head(np text.Range) int {
	end := min(np.Last, r.nounEnd(np.First, np.Last))
	for j := end - 1; j > np.First; j-- {
		switch r.doc.Tokens[j].Tag {
		case text.NOUN, text.PROPN, text.PRON:
			return j
		}
	}
	return max(np.First, min(np.First, end-1))
}

// anonymHead reports whether a noun phrase calls people by a common noun and names none of them.
func (r *reader) anonymHead(np text.Range) bool {
	if np.Empty() {
		return false
	}
	h := r.head(np)
	if r.name[h] >= 0 {
		return false
	}
	if !r.isAnonym(h) || r.definiteBody(np, h) {
		return false
	}
	for j := np.First; j < np.Last; j++ {
		if k := r.name[j]; k >= 0 && r.doc.Names[k].Kind == text.Person && r.names(np, k) {
			return false
		}
	}
	return len(r.doc.Names) > 0 || !r.properApposition(np)
}

// definiteBody reports whether a noun phrase points to a body already named: "the group", not "a monitoring group".
func (r *reader) definiteBody(np text.Range, h int) bool {
	switch r.doc.Lower(np.First) {
	case "the", "this", "that", "its", "his", "her", "their":
		return bodies().Has(r.doc.Tokens[h].Lemma) || r.doc.Tokens[h].Lemma == "group" || documents().Has(r.doc.Tokens[h].Lemma)
	}
	return false
}

func (r *reader) isAnonym(h int) bool {
	tok := &r.doc.Tokens[h]
	return anonymWords().Has(tok.Lower) || anonymWords().Has(tok.Lemma) || anonymWords().Has(strings.TrimSuffix(tok.Lower, "s"))
}

// names reports whether name k, inside a noun phrase, is the one it stands for: its apposition, or one of its list.
func (r *reader) names(np text.Range, k int) bool {
	first := r.doc.Names[k].First
	if t := r.doc.Names[k].Title; !t.Empty() {
		first = min(first, t.First)
	}
	if first <= np.First || r.doc.Names[k].Embedded || r.doc.Names[k].Last < len(r.doc.Tokens) && r.doc.Lower(r.doc.Names[k].Last) == "'s" {
		return first == np.First
	}
	before := r.doc.Lower(first - 1)
	return before == "," || before == "and" || r.doc.Tokens[first-1].Tag == text.NOUN || r.doc.Tokens[first-1].Tag == text.PROPN
}

// properApposition stands in for names where the document has none: a capitalised apposition names its noun.
func (r *reader) properApposition(np text.Range) bool {
	for j := np.First + 1; j+1 < np.Last; j++ {
		if r.doc.Lower(j) == "," && r.doc.Tokens[j+1].Tag == text.PROPN {
			return true
		}
	}
	return false
}

// A party is a source as later words can take it up again.
type party struct {
	name      string
	head      string   // lemma of the head noun of a descriptor
	offices   []string // lemmas of the nouns beside a person's name: "the minister" takes them up
	at        int      // token
	sentence  int
	plural    bool
	body      bool // an organisation, place or group: "it"
	anonymous bool
}

// resolve names every source: by the fullest form of its name, by what a pronoun stands for, by its descriptor.
func (r *reader) resolve() {
	order := make([]int, len(r.said))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.said[a].source.First - r.said[b].source.First })
	speaker := filled(len(r.quotes))
	for i, say := range r.said {
		if say.quote >= 0 {
			speaker[say.quote] = i
		}
	}
	c := cast{r: r, gender: r.genders()}
	for _, i := range order {
		say := &r.said[i]
		if len(say.content) == 0 {
			continue
		}
		if say.source.Empty() {
			say.anonymous = say.unnamed || !say.condition.Empty()
			continue
		}
		p := c.who(say.source, say.sentence)
		if firstPerson(r.doc.Lower(say.source.First)) && r.inside[say.source.First] >= 0 {
			if k := speaker[r.inside[say.source.First]]; k >= 0 && r.said[k].name != "" {
				p = party{name: r.said[k].name, anonymous: r.said[k].anonymous}
			}
		}
		say.name, say.anonymous = p.name, p.anonymous || !say.condition.Empty()
		if p.at >= 0 && r.inside[say.source.First] < 0 && p.name != "" {
			p.at, p.sentence = say.source.First, say.sentence
			c.parties = append(c.parties, p)
		}
	}
}

func firstPerson(lower string) bool {
	return lower == "i" || lower == "we" || lower == "my" || lower == "our"
}

// A cast is the sources met so far.
type cast struct {
	r       *reader
	parties []party
	gender  map[string]string // full name -> "he" or "she"
}

// genders reads what titles tell of the persons of the document.
func (r *reader) genders() map[string]string {
	out := map[string]string{}
	for _, n := range r.doc.Names {
		for j := n.Title.First; j < n.Title.Last; j++ {
			switch strings.TrimSuffix(r.doc.Lower(j), ".") {
			case "mr", "sir", "lord", "king", "prince", "spokesman", "congressman", "chairman", "father":
				out[n.Full] = "he"
			case "mrs", "ms", "miss", "lady", "queen", "princess", "spokeswoman", "congresswoman", "chairwoman", "mother", "dame":
				out[n.Full] = "she"
			}
		}
	}
	return out
}

// who names the source at np.
func (c *cast) who(np text.Range, sentence int) party {
	r := c.r
	lower := r.doc.Lower(np.First)
	if np.Last-np.First == 1 {
		switch lower {
		case "he", "she", "him", "his", "her":
			return c.person(np.First, sentence, lower)
		case "they", "their", "it", "its":
			return c.those(np.First, lower[0] == 't')
		case "who", "which", "that":
			if before := r.antecedent(np.First, r.sentenceStart(np.First)); !before.Empty() {
				return c.who(before, sentence)
			}
		}
	}
	return c.described(np)
}

// antecedent is the noun phrase before a relative pronoun, not further left than lo.
func (r *reader) antecedent(j, lo int) text.Range {
	k := j - 1
	if k > 0 && r.doc.Lower(k) == "," {
		k--
	}
	if k < lo || !r.endsNoun(k) {
		return text.Range{}
	}
	np, near := r.nounLeft(k, lo), text.Range{First: r.nounStart(k, lo), Last: k + 1}
	if r.human(near) && !r.human(np) {
		return near // "anger among some who", "a hint at Lund, who"
	}
	return np
}

// sentenceStart is the first token of the sentence that holds token j.
func (r *reader) sentenceStart(j int) int {
	if s := r.doc.SentenceAt(j); s >= 0 {
		return r.doc.Sentences[s].First
	}
	return 0
}

// described names a source that is no pronoun.
func (c *cast) described(np text.Range) party {
	r := c.r
	h := r.head(np)
	p := party{at: np.First, plural: r.doc.Tokens[h].Form == text.Plural || r.list(np)}
	if !r.list(np) {
		if k := r.nameOf(np, h); k >= 0 {
			n := &r.doc.Names[k]
			p.name, p.body, p.plural = n.Full, n.Kind != text.Person, false
			if !p.body {
				p.offices = r.officesIn(np)
			}
			return p
		}
	}
	p.name, p.anonymous = r.descriptor(np), r.anonymHead(np)
	if p.anonymous {
		p.head = r.doc.Tokens[h].Lemma
		p.body = r.isBody(h) || p.head == "group" // no "she"
		if before := c.again(np, p); before != nil {
			p.name, p.anonymous = before.name, before.anonymous
		} else if holder := c.holder(np, p); holder != "" {
			p.name, p.anonymous = holder, false
		} else if first := c.introduced(np, p); first != "" {
			p.name = first
		}
	} else {
		p.body = r.isBody(h) || r.doc.Tokens[h].Tag == text.PROPN
	}
	return p
}

// nameOf is the name that a noun phrase stands for: of its head, or of its apposition; -1 where there is none.
func (r *reader) nameOf(np text.Range, h int) int {
	if k := r.name[h]; k >= 0 && !r.doc.Names[k].Demonym {
		return k
	}
	if !r.isAnonym(h) && r.doc.Tokens[h].Tag != text.NOUN {
		return -1
	}
	for j := h + 1; j < np.Last; j++ {
		k := r.name[j]
		if k < 0 || r.doc.Names[k].Kind != text.Person {
			continue
		}
		if r.names(np, k) {
			return k
		}
	}
	return -1
}

// list reports whether a noun phrase lists several sources.
func (r *reader) list(np text.Range) bool {
	end := r.nounEnd(np.First, np.Last)
	for j := end; j < np.Last; j++ {
		switch r.doc.Lower(j) {
		case "who", "whose", "which":
			return false
		case "and":
			return r.doc.Tokens[j-1].Tag != text.ADJ
		}
	}
	return false
}

// descriptor is the words of a source without what trails them, its article in lower case.
func (r *reader) descriptor(np text.Range) string {
	last := np.Last
	for j := np.First + 1; j < np.Last; j++ {
		if lower := r.doc.Lower(j); lower == "who" || lower == "whose" || lower == "which" || lower == "," && !r.list(np) {
			last = j
			break
		}
	}
	for last > np.First+1 && r.doc.Tokens[last-1].Tag == text.PUNCT && r.doc.Lower(last-1) != ")" {
		last--
	}
	words := strings.Join(strings.Fields(r.doc.Words(text.Range{First: np.First, Last: last})), " ")
	if r.name[np.First] < 0 && r.doc.Tokens[np.First].Tag != text.PROPN {
		c, n := utf8.DecodeRuneInString(words)
		return string(unicode.ToLower(c)) + words[n:]
	}
	return words
}

// maxOffices bounds the nouns kept beside a name.
const maxOffices = 8

// officesIn is the common nouns of a noun phrase.
func (r *reader) officesIn(np text.Range) []string {
	var out []string
	for j := np.First; j < np.Last && len(out) < maxOffices; j++ {
		if r.name[j] < 0 && (r.doc.Tokens[j].Tag == text.NOUN || r.doc.Tokens[j].Tag == text.PROPN) && r.isAnonym(j) {
			out = append(out, strings.ToLower(r.doc.Tokens[j].Lemma))
		}
	}
	return out
}

// again is the source before that "the official" or "the minister" takes up, or nil.
func (c *cast) again(np text.Range, p party) *party {
	switch c.r.doc.Lower(np.First) {
	case "the", "that", "this", "those", "these":
	default:
		return nil
	}
	if np.Last-np.First > 2 {
		return nil
	}
	for i := len(c.parties) - 1; i >= max(0, len(c.parties)-20); i-- {
		if o := &c.parties[i]; o.plural == p.plural && (o.head == p.head || slices.Contains(o.offices, p.head)) {
			return o
		}
	}
	return nil
}

// maxRoles is how many of the roles before a source are asked for its holder.
const maxRoles = 20

// holder is who the report says holds the office of "the minister", or "".
func (c *cast) holder(np text.Range, p party) string {
	doc := c.r.doc
	if doc.Lower(np.First) != "the" || np.Last-np.First > 2 || p.plural {
		return ""
	}
	at, _ := slices.BinarySearchFunc(doc.Roles, doc.Tokens[np.First].Start, func(r text.Role, pos int) int { return r.Start - pos })
	for i := at - 1; i >= max(0, at-maxRoles); i-- {
		words := strings.Fields(strings.ToLower(doc.Exact(doc.Roles[i].Office)))
		if slices.Contains(words, p.head) {
			return doc.Roles[i].FullName
		}
	}
	return ""
}

// maxBack is how many sentences back a pronoun looks, maxReach how many tokens.
const (
	maxBack  = 4
	maxReach = 600
)

// person is who "he" or "she" at token j is: the first person of the nearest sentence before it that has one.
func (c *cast) person(j, sentence int, pronoun string) party {
	r := c.r
	if pronoun == "his" || pronoun == "him" {
		pronoun = "he"
	} else if pronoun == "her" {
		pronoun = "she"
	}
	for s := sentence; s >= max(0, sentence-maxBack); s-- {
		sent := r.doc.Sentences[s]
		for i := max(sent.First, j-maxReach); i < min(sent.Last, j); i++ {
			if r.inside[i] >= 0 {
				continue
			}
			if p, ok := c.at(i); ok && !p.plural && !p.body {
				if c.agrees(p, pronoun) {
					return p
				}
			}
			if k := r.name[i]; k >= 0 && r.doc.Names[k].First == i && r.doc.Names[k].Kind == text.Person && !r.possessor(r.doc.Names[k].Last) {
				p := party{name: r.doc.Names[k].Full, at: i}
				if c.agrees(p, pronoun) {
					return p
				}
			}
		}
	}
	return party{at: -1, name: r.doc.Word(j)}
}

func (r *reader) possessor(i int) bool {
	return i < len(r.doc.Tokens) && r.doc.Lower(i) == "'s"
}

// at is the source that starts at token i.
func (c *cast) at(i int) (party, bool) {
	k, ok := slices.BinarySearchFunc(c.parties, i, func(p party, at int) int { return p.at - at })
	if !ok {
		return party{}, false
	}
	return c.parties[k], true
}

func (c *cast) agrees(p party, pronoun string) bool {
	if pronoun == "" {
		return true
	}
	if g := c.gender[p.name]; g != "" && g != pronoun {
		return false
	}
	switch {
	case strings.HasSuffix(p.head, "woman"):
		return pronoun == "she"
	case strings.HasSuffix(p.head, "man"):
		return pronoun == "he"
	}
	switch p.head {
	case "father", "brother", "son", "husband", "boy":
		return pronoun == "he"
	case "mother", "sister", "daughter", "wife", "girl":
		return pronoun == "she"
	}
	return true
}

// those is what "they" or "it" at token j is: a body named before it in the sentence, the nearest source before it that
// is several or a body, or the first body of the sentence before.
func (c *cast) those(j int, plural bool) party {
	s := c.r.doc.SentenceAt(j)
	if p, ok := c.body(s, j, plural); ok {
		return p
	}
	recent, older := c.nearest(j, s, plural)
	if recent != nil {
		return *recent
	}
	if p, ok := c.body(s-1, j, plural); ok {
		return p
	}
	if older != nil {
		return *older
	}
	return party{at: -1, name: c.r.doc.Word(j)}
}

// nearest is the last source before token j, in sentence s, that "they" or "it" can be: one of this sentence or the one
// before, and one of any before. "They" rather stands for several people than for a body.
func (c *cast) nearest(j, s int, plural bool) (recent, older *party) {
	for i := len(c.parties) - 1; i >= max(0, len(c.parties)-8); i-- {
		p := &c.parties[i]
		if p.at >= j || !plural && (!p.body || p.plural) || plural && !p.plural && !p.body {
			continue
		}
		if older == nil || plural && p.plural && !older.plural && s-p.sentence < maxBack {
			older = p
		}
	}
	if older != nil && s-older.sentence < maxBack && (older.sentence >= s-1 || plural && older.plural) {
		recent = older
	}
	return recent, older
}

// body is the first organisation, group or country of sentence s that stands before token j and after no preposition.
func (c *cast) body(s, j int, plural bool) (party, bool) {
	r := c.r
	if s < 0 || s >= len(r.doc.Sentences) {
		return party{}, false
	}
	sent := r.doc.Sentences[s]
	for i := max(sent.First, j-2*maxWalk); i < min(sent.Last, j); i++ {
		p := r.phrase[i]
		if p < 0 || r.doc.Phrases[p].Kind != text.NounPhrase || r.inside[i] >= 0 {
			continue
		}
		np := r.doc.Phrases[p]
		i = np.Last - 1
		if np.First < sent.First || np.Last > j || np.First > sent.First && (r.doc.Tokens[np.First-1].Tag == text.ADP || r.doc.Tokens[np.First-1].Tag == text.VERB) {
			continue
		}
		k := r.name[np.Head]
		named := k >= 0 && r.doc.Names[k].Kind != text.Person && !r.doc.Names[k].Demonym && !r.doc.Names[k].Embedded
		several := r.doc.Tokens[np.Head].Form == text.Plural && (r.isAnonym(np.Head) || r.isBody(np.Head))
		if !plural && (named || r.isBody(np.Head) && !several) || plural && several {
			return c.described(np.Range), true
		}
	}
	return party{}, false
}
