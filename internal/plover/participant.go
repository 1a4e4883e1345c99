// SPDX-License-Identifier: Apache-2.0

package plover

import (
	"sort"
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var (
	personNouns = lexicon.Load("person_nouns")
	groupWords  = lexicon.Load("group_words")
	orgWords    = lexicon.Load("organisation_words")
	nationNouns = lexicon.Load("plover_actors")
)

// actors is who does the deed: the subject with those that "and" joins to it. A pronoun in what a speaker says is the speaker,
// a relative one the noun that its clause describes, another whoever it refers to.
func (c *coder) actors(f frame) []int {
	switch {
	case f.subject < 0:
		return nil
	case c.pronoun(f.subject) && f.speaker > 0 && c.speaksOfSelf(f):
		return c.Members(f.speaker - 1)
	case c.pronoun(f.subject):
		return c.meant(f, f.subject)
	}
	return c.Members(f.subject)
}

// speaksOfSelf reports whether the pronoun that is the subject of what somebody says can be the speaker: not where "his critics"
// say what "he" did, nor where several say what "he" or "she" did.
func (c *coder) speaksOfSelf(f frame) bool {
	lower, speaker := c.Doc.Lower(f.subject), f.speaker-1
	if owner := c.Dependent(speaker, "nmod:poss"); owner >= 0 && c.pronoun(owner) {
		return false
	}
	several := c.Doc.Tokens[speaker].XPOS == "NNS" || len(c.Members(speaker)) > 1
	return !several || lower != "he" && lower != "she" && lower != "it"
}

// meant is what pronoun i in the clause of a verb stands for.
func (c *coder) meant(f frame, i int) []int {
	if tok := &c.Doc.Tokens[f.verb]; tok.Rel == "acl:relcl" && strings.HasPrefix(c.Doc.Tokens[i].XPOS, "W") {
		return c.Members(tok.Head)
	}
	references := c.Doc.References
	k := sort.Search(len(references), func(k int) bool { return references[k].Token >= i })
	if k == len(references) || references[k].Token != i {
		return nil
	}
	return []int{references[k].To.Last - 1}
}

// doers are those of some actors who can do a deed of a class: only harm is done by things too.
func (c *coder) doers(class string, actors []int) []int {
	if class == Assault {
		return actors
	}
	var out []int
	for _, i := range actors {
		if c.able(i) {
			out = append(out, i)
		}
	}
	return out
}

// pronoun reports whether token i stands for somebody named elsewhere.
func (c *coder) pronoun(i int) bool { return c.Doc.Tokens[i].UPOS == text.PRON }

// maxRecipients bounds how many are listed of a deed.
const maxRecipients = 4

// recipients are those on whom the deed is done: actors among the objects and complements of its verb and of the deeds told
// inside it, nearest first.
func (c *coder) recipients(f frame, class string) []int {
	if out := c.reached(f, class, false); len(out) > 0 {
		return out
	}
	return c.reached(f, class, true)
}

// reached is the recipients, with those of phrases that only tell where if wide.
func (c *coder) reached(f frame, class string, wide bool) []int {
	var out []int
	if tok := &c.Doc.Tokens[f.verb]; f.passive && f.object >= 0 && f.object == tok.Head && c.acts(f.object) {
		out = append(out, f.object) // "the men captured there"
	}
	c.Each(f.verb, func(k int) bool {
		aside := text.IsRel(c.Doc.Tokens[k].Rel, "advcl") && k != f.inner && !(class == Threaten && c.condition(k)) || mutual(class) && c.circumstance(k) || class == Reject && c.Doc.Tokens[k].Rel == "ccomp"
		if k != f.subject && k != f.speaker-1 && !aside {
			out = c.among(out, k, maxDepth, wide)
		}
		return len(out) < maxRecipients
	})
	who := f.object
	if who < 0 && f.inner >= 0 && c.Doc.Tokens[f.inner].Rel != "ccomp" {
		who = c.Dependent(f.inner, "nsubj") // "allow the convoy to pass"
	}
	switch {
	case len(out) > 0 || who < 0:
	case c.pronoun(who):
		out = c.meant(f, who)
	case c.thing(who):
		out = append(out, who)
	}
	return out
}

// condition reports whether verb i tells what a threat hangs on: "unless the ministry gives in".
func (c *coder) condition(i int) bool {
	switch c.Marker(i) {
	case "unless", "if", "until":
		return true
	}
	return false
}

// circumstance reports whether the phrase of token i tells where people deal with each other, or what about.
func (c *coder) circumstance(i int) bool {
	switch c.Marker(i) {
	case "about", "on", "over", "regarding", "concerning", "after", "during":
		return true
	case "in", "at":
		n := c.name(i)
		return n != nil && n.Kind == text.Place
	}
	return false
}

// thing reports whether token i is a noun that tells of no deed.
func (c *coder) thing(i int) bool {
	tok := &c.Doc.Tokens[i]
	_, deed := vocabulary().nouns[c.Lemma(i)]
	return !deed && (tok.UPOS == text.NOUN || tok.UPOS == text.PROPN) && !c.timed(i)
}

// among adds the actors at token i or below it, of complements and of what describes a noun.
func (c *coder) among(out []int, i, depth int, wide bool) []int {
	tok := &c.Doc.Tokens[i]
	if depth == 0 || len(out) >= maxRecipients || c.timed(i) {
		return out
	}
	switch rel, _, _ := strings.Cut(tok.Rel, ":"); rel {
	case "obj", "iobj", "obl", "nmod", "nsubj", "conj", "amod", "compound", "appos", "dep":
		if m := c.Marker(i); rel == "obl" && (m == "by" || m == "as" || m == "according") || !wide && c.whereabouts(i, m) {
			return out
		}
		if c.acts(i) {
			return append(out, i)
		}
	case "xcomp", "ccomp":
	case "acl", "advcl":
		if depth < maxDepth && (tok.Rel == "acl:relcl" || c.Marker(i) != "to" && !c.condition(i)) {
			return out
		}
	default:
		return out
	}
	c.Each(i, func(k int) bool {
		out = c.among(out, k, depth-1, wide)
		return len(out) < maxRecipients
	})
	return out
}

// whereabouts reports whether a phrase only tells where: "from the village of Kalo".
func (c *coder) whereabouts(i int, marker string) bool {
	switch marker {
	case "in", "at", "near", "from", "outside", "inside", "around":
		n := c.name(i)
		return n != nil && n.Kind == text.Place || c.Doc.Tokens[i].UPOS == text.NOUN && !c.people(i)
	}
	return false
}

// able reports whether what token i heads can do a deed: it acts, or something that does describes it or hangs on it by "of":
// "French warships", "thousands of students".
func (c *coder) able(i int) bool {
	ok := c.acts(i)
	c.Each(i, func(k int) bool {
		rel := c.Doc.Tokens[k].Rel
		if rel == "amod" || rel == "compound" || rel == "nmod:poss" || text.IsRel(rel, "nmod") && c.Marker(k) == "of" || rel == "flat" {
			ok = ok || c.acts(k)
		}
		return !ok
	})
	return ok
}

// acts reports whether token i heads a phrase for somebody who can take part in a deed: a name, a nationality or a noun for
// people or a body.
func (c *coder) acts(i int) bool {
	if n := c.name(i); n != nil {
		return true
	}
	return c.people(i)
}

// people reports whether a noun stands for people or a body.
func (c *coder) people(i int) bool {
	lemma := c.Lemma(i)
	if c.Doc.Tokens[i].UPOS != text.NOUN && c.Doc.Tokens[i].UPOS != text.PROPN {
		return false
	}
	return personNouns().Has(lemma) || groupWords().Has(lemma) || groupWords().Has(c.Doc.Lower(i)) || orgWords().Has(lemma) || nationNouns().Has(lemma)
}

// timed reports whether token i stands in a temporal expression.
func (c *coder) timed(i int) bool {
	times, start := c.Doc.Times, c.Doc.Tokens[i].Start
	k := sort.Search(len(times), func(k int) bool { return times[k].End > start })
	return k < len(times) && times[k].Start <= start
}

// name is the name that token i is part of, or nil.
func (c *coder) name(i int) *text.Name {
	names := c.Doc.Names
	k := sort.Search(len(names), func(k int) bool { return names[k].Last > i })
	if k < len(names) && names[k].First <= i {
		return &names[k]
	}
	return nil
}

// spans are the words of those who take part.
func (c *coder) spans(tokens []int) []text.Span {
	var out []text.Span
	for _, i := range tokens {
		s := c.words(i)
		if len(out) == 0 || !out[len(out)-1].Contains(s) {
			out = append(out, s)
		}
	}
	return out
}

// words is the noun phrase that token i heads, with what follows it by "of".
func (c *coder) words(i int) text.Span {
	s := c.phrase(i)
	c.Each(i, func(k int) bool {
		if rel := c.Doc.Tokens[k].Rel; k > i && (text.IsRel(rel, "nmod") && (c.Marker(k) == "of" || c.Marker(k) == "in" || c.Marker(k) == "from") && !c.timed(k) || text.IsRel(rel, "flat")) {
			s = s.Union(c.phrase(k))
		}
		return true
	})
	return s
}

// phrase is the noun phrase that holds token i, up to it where it owns what follows, or the token alone.
func (c *coder) phrase(i int) text.Span {
	phrases := c.Doc.Phrases
	k := sort.Search(len(phrases), func(k int) bool { return phrases[k].Last > i })
	if k < len(phrases) && phrases[k].Holds(i) && phrases[k].Kind == text.NounPhrase {
		r := phrases[k].Range
		if c.Doc.Tokens[i].Rel == "nmod:poss" {
			r.Last = i + 1
		}
		return c.Doc.SpanOf(r)
	}
	return c.Doc.Tokens[i].Span
}
