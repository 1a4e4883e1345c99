// SPDX-License-Identifier: Apache-2.0

package refer

import (
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var (
	personNouns = lexicon.Load("person_nouns")
	anonymNouns = lexicon.Load("anonym_nouns")
	groupWords  = lexicon.Load("group_words")
	orgWords    = lexicon.Load("organisation_words")
	bodyNouns   = lexicon.Load("institution_nouns")
)

// A gender is that of a person; 0 is not known.
type gender byte

const (
	male   gender = 'm'
	female gender = 'f'
)

// A kind is what pronouns tell apart, as bits: a body is an "it" and a "they".
type kind byte

const (
	person kind = 1 << iota
	body
	object
	several
)

// Traits are what a pronoun asks of what it stands for.
type traits struct {
	kind   kind // any of these
	gender gender
}

var pronouns = map[string]traits{
	"he": {person, male}, "him": {person, male}, "his": {person, male},
	"she": {person, female}, "her": {person, female}, "hers": {person, female},
	"it": {body | object, 0}, "its": {body | object, 0},
	"they": {several | body, 0}, "them": {several | body, 0}, "their": {several | body, 0}, "theirs": {several | body, 0},
}

// A thing is somebody or something mentioned.
type thing struct {
	key      string // what mentions of the same thing share
	name     string // the fullest name, or ""
	kind     kind
	gender   gender
	last     text.Range // its last mention that is no pronoun
	token    int        // head of its last mention
	sentence int        // of its last mention
	weight   float64    // salience as of that sentence
	subject  bool       // whether its last mention was one
}

// mentioned adds a mention with head i in sentence s.
func (t *thing) mentioned(salience float64, i, s int) {
	t.weight = t.at(s)
	if s != t.sentence || salience > t.weight {
		t.weight += salience
	}
	t.token, t.sentence = i, s
}

// at is the salience in sentence s: halved for each sentence since the last mention.
func (t *thing) at(s int) float64 {
	w := t.weight
	for range s - t.sentence {
		w /= 2
	}
	return w
}

// mention reads the mention whose head is token i, if one is.
func (r *reader) mention(i int) (thing, bool) {
	if k := r.name[i]; k >= 0 && r.Doc.Names[k].Last == i+1 {
		return r.named(k, i)
	}
	p := r.phrase[i]
	if p < 0 || r.Doc.Phrases[p].Head != i || r.Doc.Tokens[i].UPOS != text.NOUN || r.name[i] >= 0 {
		return thing{}, false
	}
	return r.common(p, i)
}

// named is the mention that name k makes with its last token i.
func (r *reader) named(k, i int) (thing, bool) {
	n := r.Doc.Names[k]
	if n.Demonym {
		return thing{}, false
	}
	t := thing{key: n.Full, name: n.Full, last: n.Range, token: i, kind: body}
	switch n.Kind {
	case text.Person:
		t.kind, t.gender = person, r.titled(n)
	case text.Place:
		t.kind = object
		if n.Country != "" {
			t.kind = body
		}
	case text.Group:
		t.kind = body | several
	}
	return t, true
}

// common is the mention that noun phrase p makes with its head i.
func (r *reader) common(p, i int) (thing, bool) {
	tok := &r.Doc.Tokens[i]
	t := thing{key: tok.Lemma, last: r.Doc.Phrases[p].Range, token: i}
	human := personNouns().Has(tok.Lemma) || anonymNouns().Has(tok.Lemma)
	switch {
	case r.apposed(i):
		return thing{}, false
	case tok.Form == text.Plural || tok.XPOS == "NNS" || groupWords().Has(tok.Lower) && tok.Lower != tok.Lemma:
		t.kind = several
	case human && !bodyNouns().Has(tok.Lemma):
		t.kind, t.gender = person, nounGender(tok.Lemma)
	case bodyNouns().Has(tok.Lemma) || orgWords().Has(tok.Lemma) || groupWords().Has(tok.Lemma):
		t.kind = body
	default:
		t.kind = object
	}
	return t, true
}

// apposed reports whether noun i only describes a name beside it, or stands in one's title.
func (r *reader) apposed(i int) bool {
	tok := &r.Doc.Tokens[i]
	if tok.Rel == "appos" || text.IsRel(tok.Rel, "compound") || text.IsRel(tok.Rel, "flat") || text.IsRel(tok.Rel, "nmod:desc") {
		return true
	}
	return r.Dependent(i, "flat") >= 0 || r.Dependent(i, "cop") >= 0
}

// titled is the gender that the title before a name tells.
func (r *reader) titled(n text.Name) gender {
	for j := n.Title.First; j < n.Title.Last; j++ {
		if g := nounGender(strings.TrimSuffix(r.Doc.Lower(j), ".")); g != 0 {
			return g
		}
	}
	return r.gender[n.Full]
}

// nounGender is the gender of a noun or title for a person, or 0.
func nounGender(lower string) gender {
	switch lower {
	case "mr", "sir", "lord", "king", "prince", "father", "brother", "son", "husband", "boy", "uncle", "grandfather", "nephew":
		return male
	case "mrs", "ms", "miss", "lady", "queen", "princess", "dame", "mother", "sister", "daughter", "wife", "girl", "aunt",
		"grandmother", "niece", "widow", "actress":
		return female
	}
	switch {
	case strings.HasSuffix(lower, "woman"):
		return female
	case strings.HasSuffix(lower, "man") && lower != "human" && lower != "german":
		return male
	}
	return 0
}

// meet counts a mention of something with head i in sentence s; what bears a new name or noun is new.
func (r *reader) meet(m thing, i, s int) {
	salience := r.salience(i)
	for _, t := range r.met {
		if t.key == m.key && t.kind&m.kind != 0 && (m.name != "" || r.definite(m.last.First)) {
			t.mentioned(salience, i, s)
			t.last, t.subject = m.last, r.subject(i)
			if m.gender != 0 {
				t.gender = m.gender
			}
			return
		}
	}
	m.sentence, m.weight, m.subject = s, salience, r.subject(i)
	r.met = append(r.met, &m)
	if len(r.met) > maxMet {
		r.forget(s)
	}
}

// maxMet bounds how many things are kept before old ones are forgotten.
const maxMet = 256

// forget drops what was last mentioned further back than a pronoun reaches, but for persons named.
func (r *reader) forget(s int) {
	kept := r.met[:0]
	for _, t := range r.met {
		if t.sentence >= s-maxBack {
			kept = append(kept, t)
		}
	}
	r.met = kept
}

// definite reports whether token i opens a phrase that points back: "the", "this".
func (r *reader) definite(i int) bool {
	switch r.Doc.Lower(i) {
	case "the", "this", "that", "these", "those", "his", "her", "its", "their":
		return true
	}
	return false
}

// The saliences of Lappin and Leass, by how something is mentioned.
const (
	recent    = 100
	asSubject = 80
	asObject  = 50
	asOblique = 40
	asHead    = 80 // not inside another noun phrase
)

// salience weighs the mention with head i.
func (r *reader) salience(i int) float64 {
	weight := float64(recent)
	switch rel := r.Doc.Tokens[r.top(i)].Rel; {
	case text.IsRel(rel, "nsubj"):
		weight += asSubject + asHead
	case text.IsRel(rel, "obj"):
		weight += asObject + asHead
	case text.IsRel(rel, "obl"), text.IsRel(rel, "iobj"):
		weight += asOblique + asHead
	case rel == "root", rel == "conj":
		weight += asHead
	}
	return weight
}

// top is the head of the name or the list that token i is in.
func (r *reader) top(i int) int {
	for range 8 {
		tok := &r.Doc.Tokens[i]
		if tok.Head == text.NoHead || tok.Rel != "conj" && !text.IsRel(tok.Rel, "flat") && tok.Rel != "appos" && !(r.name[i] >= 0 && r.name[i] == r.name[tok.Head]) {
			break
		}
		i = tok.Head
	}
	return i
}

// subject reports whether token i is, or is joined to, the subject of its clause.
func (r *reader) subject(i int) bool { return text.IsRel(r.Doc.Tokens[r.top(i)].Rel, "nsubj") }
