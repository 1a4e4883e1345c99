// SPDX-License-Identifier: Apache-2.0

package plover

import (
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

// A frame is what a verb is told with.
type frame struct {
	verb     int
	speaker  int // who says the clause that the verb is in, or 0 for nobody: token number plus one
	subject  int // token of who acts, or -1
	object   int // token of the object, or -1
	inner    int // verb that it governs, or -1
	passive  bool
	negated  bool
	future   bool
	possible bool
	must     bool
}

// frameOf reads the dependents of a verb. outer is the frame of the verb that governs it, if any.
func (c *coder) frameOf(v int, outer frame) frame {
	f := frame{verb: v, speaker: outer.speaker, subject: -1, object: -1, inner: -1}
	agent := -1
	c.Each(v, func(k int) bool {
		tok := &c.Doc.Tokens[k]
		switch rel := tok.Rel; {
		case text.IsRel(rel, "nsubj"):
			if rel == "nsubj:pass" {
				f.passive, f.object = true, k
			} else {
				f.subject = k
			}
		case rel == "aux:pass":
			f.passive = true
		case rel == "obl:agent" || rel == "obl" && c.Marker(k) == "by":
			agent = k
		case text.IsRel(rel, "obj") || rel == "iobj" && f.object < 0:
			f.object = k
		case text.IsRel(rel, "xcomp") || text.IsRel(rel, "ccomp"):
			if f.inner < 0 && k > v {
				f.inner = k
			}
		case rel == "advmod" && denying[tok.Lower] || rel == "det" && tok.Lower == "no" || text.IsRel(rel, "cc") && (tok.Lower == "nor" || tok.Lower == "neither"):
			f.negated = true
		case text.IsRel(rel, "aux"):
			f.modal(tok.Lower)
		}
		return true
	})
	if f.inner < 0 {
		f.inner = c.purpose(v)
	}
	if tok := &c.Doc.Tokens[v]; tok.Rel == "acl" && tok.XPOS == "VBN" && f.object < 0 {
		f.passive, f.object = true, tok.Head // "the men captured there"
	}
	if tok := &c.Doc.Tokens[v]; tok.Rel == "xcomp" && tok.XPOS == "VBN" && f.object < 0 {
		f.passive, f.object = true, c.sharedSubject(v, outer) // "stays shut"
	}
	if f.passive && agent < 0 && disposed[c.Lemma(v)] {
		f.passive, f.subject, f.object = false, f.object, -1
	}
	if f.passive {
		f.subject = agent
	}
	if f.subject < 0 && !f.passive {
		f.subject = c.sharedSubject(v, outer)
	}
	if f.subject < 0 && !f.passive && lexicon.Allegation(c.Tree, v) == "" {
		f.subject = c.clauseSubject(v)
	}
	return f
}

// denying are adverbs under which a deed is not done.
var denying = map[string]bool{"not": true, "n't": true, "never": true, "neither": true, "nor": true, "hardly": true}

// disposed are verbs whose participle after "is" tells what the subject would do: "is prepared to talk", "is opposed to it".
var disposed = map[string]bool{"prepare": true, "oppose": true, "commit": true, "resolve": true, "determine": true, "set": true}

func (f *frame) modal(lower string) {
	switch lower {
	case "will", "'ll", "wo", "shall", "would", "'d":
		f.future = true
	case "may", "might", "could":
		f.possible = true
	case "must", "should":
		f.must = true
	}
}

// purpose is the infinitive or gerund that hangs on verb v otherwise than as its complement, after words that name no
// purpose: "pressed X to", "prevented X from leaving"; -1 where there is none. What X is accused of is a deed of its own.
func (c *coder) purpose(v int) int {
	found := -1
	c.Each(v, func(k int) bool {
		if tok := &c.Doc.Tokens[k]; k > v && text.IsRel(tok.Rel, "advcl") && tok.UPOS == text.VERB && lexicon.Allegation(c.Tree, k) == "" {
			switch c.Marker(k) {
			case "from", "of", "to", "against":
				found = k
			}
		}
		return found < 0
	})
	return found
}

// sharedSubject is who acts where a verb has no subject of its own: that of the verb that governs it or stands before it in a
// list, or the noun that its clause describes.
func (c *coder) sharedSubject(v int, outer frame) int {
	tok := &c.Doc.Tokens[v]
	head := tok.Head
	if head == text.NoHead {
		return -1
	}
	switch rel := tok.Rel; {
	case lexicon.Allegation(c.Tree, v) != "":
		return lexicon.Accused(c.Tree, v)
	case text.IsRel(rel, "acl") && tok.XPOS != "VBN":
		return head
	case outer.verb == head && outer.verb > 0 && text.IsRel(rel, "xcomp"):
		if outer.object >= 0 && !outer.passive {
			return outer.object
		}
		return outer.subject
	case text.IsRel(rel, "conj") || text.IsRel(rel, "xcomp") || text.IsRel(rel, "advcl") || rel == "parataxis":
		if s := c.Dependent(head, "nsubj"); s >= 0 && c.Doc.Tokens[s].Rel != "nsubj:pass" {
			return s
		}
		if c.Doc.Tokens[head].UPOS == text.VERB && head != v {
			return c.sharedSubject(head, frame{})
		}
	}
	return -1
}

// clauseSubject is the subject that the clause of a finite verb has where the tree gives it none, or -1.
func (c *coder) clauseSubject(v int) int {
	switch c.Doc.Tokens[v].XPOS {
	case "VBD", "VBZ", "VBP":
		if k, ok := c.clauses[v]; ok && c.Doc.Clauses[k].Subject >= 0 {
			return c.Doc.Phrases[c.Doc.Clauses[k].Subject].Head
		}
	}
	return -1
}

// class looks a verb up: with its particle, with the head of its object or of a prepositional phrase, with any object, or alone.
func (c *coder) class(f frame) string {
	verbs := vocabulary().verbs
	lemma := c.Lemma(f.verb)
	found := ""
	c.Each(f.verb, func(k int) bool {
		if rel := c.Doc.Tokens[k].Rel; rel == "compound:prt" || text.IsRel(rel, "obj") || text.IsRel(rel, "obl") || text.IsRel(rel, "xcomp") || rel == "nsubj:pass" || rel == "advmod" || rel == "ccomp" {
			key := lemma + "+" + c.Lemma(k)
			if rel == "compound:prt" || rel == "advmod" {
				key = lemma + "+" + c.Doc.Lower(k)
			}
			if class, ok := verbs[key]; ok {
				found = class
			}
			if m := c.Marker(k); m != "" && found == "" && f.object < 0 {
				found = verbs[lemma+"+"+m]
			}
		}
		return found == ""
	})
	if found == "" && f.object >= 0 {
		found = verbs[lemma+"+*"]
	}
	if found != "" {
		return found
	}
	return verbs[lemma]
}

// nounClass is what a noun tells of, or the noun that it describes or that hangs on it: "a series of attacks".
func (c *coder) nounClass(i int) (noun, bool) { return c.nounBelow(i, 3) }

func (c *coder) nounBelow(i, depth int) (noun, bool) {
	if i < 0 || depth == 0 {
		return noun{}, false
	}
	if n, ok := vocabulary().nouns[c.Lemma(i)]; ok {
		return n, true
	}
	var out noun
	ok := false
	c.Each(i, func(k int) bool {
		if rel := c.Doc.Tokens[k].Rel; rel == "compound" || text.IsRel(rel, "nmod") && c.Marker(k) == "of" {
			out, ok = c.nounBelow(k, depth-1)
		}
		return !ok
	})
	return out, ok
}

// deed reads what verb v tells.
func (c *coder) deed(v int, outer frame, depth int) deed {
	f := c.frameOf(v, outer)
	d := deed{verb: v}
	if depth > maxDepth {
		return d
	}
	class := c.class(f)
	if f.must && f.speaker > 0 {
		return c.wanted(f)
	}
	switch {
	case class == "say":
		return c.said(f, depth)
	case class == "":
		if c.Doc.Tokens[v].UPOS != text.VERB {
			return c.state(f, depth)
		}
	case strings.ToUpper(class) == class:
		d.class = class
		if f.inner >= 0 {
			c.within[f.inner] = true // what is refused, demanded or threatened is not done
		}
	default:
		d.class = c.operate(class, f, depth)
	}
	if d.class == "" {
		return d
	}
	d.class = shift(d.class, class, f)
	d.actors, d.on = c.actors(f), c.recipients(f, d.class)
	return d
}

// state reads what is told with "be": "is ready to talk", "is opposed to the plan".
func (c *coder) state(f frame, depth int) deed {
	d := deed{verb: f.verb}
	switch c.Lemma(f.verb) {
	case "ready", "prepared", "willing", "committed", "open":
		d.class = Agree
		if in, ok := c.inside(f, depth); ok && hostile(in.class) && c.Lemma(f.verb) != "committed" {
			d.class = Threaten
		}
	case "opposed", "unwilling", "against", "question":
		d.class = Reject
	case "critical":
		d.class = Disapprove
	default:
		return d
	}
	if f.negated && d.class == Agree {
		d.class = Reject
	}
	d.actors, d.on = c.actors(f), c.recipients(f, d.class)
	return d
}

// inside is the deed of the verb that f governs; its verb is not coded by itself.
func (c *coder) inside(f frame, depth int) (deed, bool) {
	if f.inner < 0 {
		return deed{}, false
	}
	c.within[f.inner] = true
	d := c.deed(f.inner, f, depth+1)
	return d, d.class != ""
}

// operate is the class of a deed whose verb does something to that of its noun or infinitive.
func (c *coder) operate(operator string, f frame, depth int) string {
	in, verb := c.inside(f, depth)
	n, named := c.nounClass(f.object)
	if !named {
		n, named = c.nounClass(c.Dependent(f.verb, "obl"))
	}
	class := in.class
	if !verb || operator == "do" && named {
		class = n.class
	}
	switch operator {
	case "do":
		return class
	case "commit":
		return Agree
	case "intend", "decide", "prepare":
		switch {
		case hostile(class) && operator == "prepare":
			return Mobilize
		case hostile(class) || class == Reject:
			return Threaten
		case friendly(class) && operator == "decide" && class != Consult:
			return class
		case friendly(class):
			return Agree
		}
		return class
	case "permit":
		return Concede
	case "stop":
		if verb {
			return ending(class)
		}
		return n.ending
	case "bar":
		if friendly(class) && !verb {
			return Sanction
		}
		return Coerce
	case "accept":
		return c.accepted(f, n)
	}
	return ""
}

// accepted is the class of accepting a noun.
func (c *coder) accepted(f frame, n noun) string {
	switch {
	case n.class == Demand:
		return Concede
	case n.class == Reject || n.class == Disapprove:
		return ""
	case f.object >= 0 && c.people(f.object):
		return Aid
	}
	return Agree
}

// ending is the class of ending a deed.
func ending(class string) string {
	switch class {
	case Protest, Sanction, Coerce, Demand:
		return Concede
	case Assault, Fight, Mobilize, Threaten:
		return Retreat
	case Aid, Consult, Support, Cooperate, Agree:
		return Sanction
	}
	return ""
}

// shift is what a class becomes by the verb's time and negation: a friendly deed to come is AGREE, a hostile one THREATEN,
// a friendly one that somebody will not do REJECT; a hostile deed that was not done is none.
func shift(class, operator string, f frame) string {
	if f.negated {
		switch {
		case friendly(class) && (f.future || operator == "permit" || operator == "accept"):
			return Reject
		case operator == "say" || class == Demand:
			return class
		}
		return ""
	}
	switch {
	case friendly(class) && f.future:
		return Agree
	case friendly(class) && f.possible:
		return "" // "may visit" promises nothing
	case hostile(class) && (f.future || f.possible):
		return Threaten
	}
	return class
}

// said is what a speaker says that is a deed: "said they would march" is their threat, "said X must leave" a demand on X.
func (c *coder) said(f frame, depth int) deed {
	if f.inner < 0 || f.subject < 0 {
		if n, ok := c.nounClass(f.object); ok && c.Lemma(f.verb) == "announce" && f.subject >= 0 {
			return deed{class: shift(n.class, "", f), verb: f.verb, actors: c.actors(f), on: c.recipients(f, n.class)}
		}
		return deed{verb: f.verb}
	}
	c.within[f.inner] = true
	f.speaker = f.subject + 1
	return c.deed(f.inner, f, depth+1)
}

// wanted is a demand by the speaker on whoever must act; a speaker who must act demands nothing.
func (c *coder) wanted(f frame) deed {
	d := deed{verb: f.verb}
	who := f.subject
	if f.passive {
		who = f.object
	}
	if who >= 0 && !c.pronoun(who) {
		d.class, d.actors, d.on = Demand, c.Members(f.speaker-1), c.Members(who)
	}
	return d
}
