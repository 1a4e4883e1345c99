// SPDX-License-Identifier: Apache-2.0

// Package plover codes what clauses tell as events of PLOVER, the successor of CAMEO: who did which class of deed to whom.
//
// A verb has its class by a list, or does something to the class of the noun or infinitive that it governs: what is
// promised is AGREE, what is refused REJECT; a friendly deed to come is AGREE and a hostile one THREATEN; ending aid is
// SANCTION and ending a curfew CONCEDE. Actors and recipients stand in the tree of the same sentence; a pronoun is taken
// for the speaker whose words it stands in, or for what package refer found. No event is coded without an actor.
//
// A noun tells of a deed where its own phrase says who did it: "the army's raid on the camp".
//
// What it does not do: it gives no modes, contexts or countries.
package plover

import (
	"stemma/internal/text"
)

// Read sets the Code of the events of doc that tell of a deed of PLOVER.
func Read(doc *text.Doc) {
	if len(doc.Events) == 0 {
		return
	}
	c := &coder{Tree: text.NewTree(doc), within: map[int]bool{}, clauses: map[int]int{}}
	for k := range doc.Clauses {
		c.clauses[doc.Phrases[doc.Clauses[k].Verb].Head] = k
	}
	codes := map[int]*text.Code{}
	for _, sent := range doc.Sentences {
		for i := sent.First; i < sent.Last; i++ {
			if head := doc.Tokens[i].Head; head == text.NoHead {
				c.walk(i, codes)
			}
		}
	}
	for k := range doc.Events {
		if e := &doc.Events[k]; e.Facet == text.NoFacet {
			e.Code = c.codeOf(e, codes)
		}
	}
}

// codeOf is the code of an event: of the verb of its clause, or of the noun that names it.
func (c *coder) codeOf(e *text.Event, codes map[int]*text.Code) *text.Code {
	if e.Clause >= 0 {
		verb := c.Doc.Phrases[c.Doc.Clauses[e.Clause].Verb]
		for i := verb.Last - 1; i >= verb.First; i-- {
			if code := codes[i]; code != nil {
				return code
			}
		}
	}
	return c.told(e.Verb)
}

type coder struct {
	*text.Tree
	within  map[int]bool // verbs whose deed is told as part of another's
	clauses map[int]int  // by the head of their verb group
}

// maxDepth bounds how deep deeds are looked for inside deeds: "said it would try to stop".
const maxDepth = 6

// walk codes token i and what hangs on it.
func (c *coder) walk(i int, codes map[int]*text.Code) {
	if c.Verb(i) && !c.within[i] && !c.thought(i) {
		d := c.deed(i, frame{}, 0)
		if code := c.code(d); code != nil {
			at := d.verb
			if k := c.Dependent(at, "cop"); k >= 0 && c.Doc.Tokens[at].UPOS != text.VERB {
				at = k
			}
			codes[at] = code
		}
	}
	c.Each(i, func(k int) bool {
		c.walk(k, codes)
		return true
	})
}

// thought reports whether verb i only tells what a noun is for: "the authority to negotiate".
func (c *coder) thought(i int) bool { return c.Doc.Tokens[i].Rel == "acl" && c.Marker(i) == "to" }

// A deed is a class with the tokens of those who take part.
type deed struct {
	class  string
	verb   int
	actors []int
	on     []int // recipients
}

// code is a deed as it is printed, or nil where it lacks a class or an actor.
func (c *coder) code(d deed) *text.Code {
	d.actors = c.doers(d.class, d.actors)
	if d.class == "" || len(d.actors) == 0 {
		return nil
	}
	code := &text.Code{Type: d.class, Actors: c.spans(d.actors), Recipients: c.spans(d.on)}
	if len(code.Recipients) == 0 && mutual(d.class) && (len(code.Actors) > 1 || sides[c.Lemma(d.actors[0])] && c.Doc.Tokens[d.actors[0]].XPOS == "NNS") {
		code.Recipients = code.Actors
	}
	return code
}

// sides are nouns whose plural names those who deal with each other.
var sides = map[string]bool{"side": true, "party": true, "rival": true, "foe": true, "neighbour": true, "neighbor": true, "nation": true, "country": true, "leader": true}
