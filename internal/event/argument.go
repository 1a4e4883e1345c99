// SPDX-License-Identifier: Apache-2.0

package event

import "stemma/internal/text"

// arguments fills actors and recipients of a clause: subject and object, turned round in a passive, and those with whom,
// between whom or against whom it happens.
func (r *reader) arguments(e *text.Event, c *text.Clause, last int) {
	doc := r.doc
	verb := doc.Phrases[c.Verb]
	subject := append(r.conjuncts(c.Subject, c.Verb), r.apposed(c.Subject, c.Verb)...)
	if verb.Passive {
		e.Actors = r.list(c.Agent)
		e.Recipients = append(subject, r.described(c.Subject)...)
	} else {
		e.Actors = subject
		if c.Object >= 0 && !r.used[doc.Phrases[c.Object].Head] {
			e.Recipients = append(r.list(c.Object), r.apposed(c.Object, len(doc.Phrases))...)
		}
	}
	r.complements(e, c.Verb+1, last)
	if c.Subject >= 0 && isEventNoun(r.concept(doc.Phrases[c.Subject].Head)) {
		r.subjectComplements(e, c)
	}
}

// subjectComplements: "negotiations between X and Y are taking place": the parties stand at the subject.
func (r *reader) subjectComplements(e *text.Event, c *text.Clause) {
	for p := c.Subject + 1; p < c.Verb; p++ {
		r.complement(e, p)
	}
}

// conjuncts is the subject phrase p with the phrases that "and" joins to it on its left and right before the verb.
func (r *reader) conjuncts(p, verb int) []text.Span {
	if p < 0 {
		return nil
	}
	doc := r.doc
	first, last := p, p
	for first > 0 && (r.joined(first-1, first) || first < p && r.comma(first-1, first)) {
		first--
	}
	for last+1 < verb && r.joined(last, last+1) {
		last++
	}
	var out []text.Span
	for q := first; q <= last; q++ {
		if doc.Phrases[q].Kind == text.NounPhrase {
			out = append(out, doc.SpanOf(doc.Phrases[q].Range))
		}
	}
	return out
}

// apposed is the name that follows a subject between commas: "the ferry's master, Captain Nolan, survived".
func (r *reader) apposed(p, verb int) []text.Span {
	doc := r.doc
	if p < 0 || p+1 >= verb || doc.Phrases[p+1].Kind != text.NounPhrase {
		return nil
	}
	subject, next := doc.Phrases[p], doc.Phrases[p+1]
	if next.First != subject.Last+1 || doc.Lower(subject.Last) != "," || next.Last >= len(doc.Tokens) || doc.Lower(next.Last) != "," {
		return nil
	}
	for i := next.First; i < next.Last; i++ {
		if n := r.nameAt(i); n != nil && n.Kind == text.Person && next.Head < n.Last && next.Head >= n.First {
			return []text.Span{doc.SpanOf(next.Range)}
		}
	}
	return nil
}

// described is the name before a comma that a noun phrase describes: "the Ada Rose, a ferry run by the county".
func (r *reader) described(p int) []text.Span {
	doc := r.doc
	if p < 1 || doc.Phrases[p-1].Kind != text.NounPhrase || doc.Phrases[p].First == 0 {
		return nil
	}
	name := doc.Phrases[p-1]
	if name.Last != doc.Phrases[p].First-1 || doc.Lower(name.Last) != "," {
		return nil
	}
	for i := name.First; i < name.Last; i++ {
		if n := r.nameAt(i); n != nil && !n.Demonym && !n.Embedded {
			return []text.Span{doc.SpanOf(name.Range)}
		}
	}
	return nil
}

// joined reports whether "and", a comma or "as well as" stands between noun phrases p and q of a list.
func (r *reader) joined(p, q int) bool {
	doc := r.doc
	a, b := doc.Phrases[p], doc.Phrases[q]
	if a.Kind != text.NounPhrase || b.Kind != text.NounPhrase {
		return false
	}
	switch b.First - a.Last {
	case 1:
		return doc.Lower(a.Last) == "and"
	case 2:
		return doc.Lower(a.Last) == "," && doc.Lower(a.Last+1) == "and"
	}
	return false
}

// comma reports whether only a comma stands between two noun phrases: the earlier members of "A, B and C".
func (r *reader) comma(p, q int) bool {
	a, b := r.doc.Phrases[p], r.doc.Phrases[q]
	return a.Kind == text.NounPhrase && b.Kind == text.NounPhrase && b.First-a.Last == 1 && r.doc.Lower(a.Last) == ","
}

// list is phrase p and those that "and" joins to it on its right.
func (r *reader) list(p int) []text.Span {
	if p < 0 {
		return nil
	}
	out := []text.Span{r.doc.SpanOf(r.doc.Phrases[p].Range)}
	for p+1 < len(r.doc.Phrases) && r.joined(p, p+1) {
		p++
		out = append(out, r.doc.SpanOf(r.doc.Phrases[p].Range))
	}
	return out
}

// complements reads the prepositional phrases from phrase p to token last.
func (r *reader) complements(e *text.Event, p, last int) {
	for ; p < len(r.doc.Phrases) && r.doc.Phrases[p].First < last; p++ {
		if r.doc.Phrases[p].Kind == text.NounPhrase {
			r.complement(e, p)
		}
	}
}

// complement reads the preposition before phrase p.
func (r *reader) complement(e *text.Event, p int) {
	doc := r.doc
	np := doc.Phrases[p]
	if np.First == 0 || r.timeIn(np.Range) >= 0 {
		return
	}
	switch doc.Lower(np.First - 1) {
	case "with", "against", "on", "between", "among", "to", "at", "toward", "towards", "alongside":
		if r.placeIn(np) && doc.Lower(np.First-1) == "at" {
			return
		}
		e.Recipients = append(e.Recipients, r.list(p)...)
	case "by", "from":
		if len(e.Actors) == 0 && (doc.Lower(np.First-1) == "by" || e.Clause < 0) { // "confirmation from the Senate"
			e.Actors = r.list(p)
		}
	}
}

// nounArguments reads who stands around an event noun: "X-led attack on Y", "X's raid", "talks between X and Y".
func (r *reader) nounArguments(e *text.Event, p, last int) {
	doc := r.doc
	np := doc.Phrases[p]
	for i := np.First; i < np.Head; i++ {
		if n := r.nameAt(i); n != nil && !n.Demonym && actsBefore(doc, n.Last) {
			e.Actors = append(e.Actors, doc.SpanOf(n.Range))
		}
	}
	if len(e.Actors) == 0 {
		for i := np.First; i < np.Head; i++ {
			if n := r.nameAt(i); n != nil {
				e.Actors = append(e.Actors, doc.SpanOf(n.Range))
			}
		}
	}
	if len(e.Actors) == 0 && forcible[e.Concept] {
		for i := np.First; i < np.Head; i++ {
			if lemma := doc.Tokens[i].Lemma; doc.Tokens[i].Rel == "compound" && (forces[lemma] || groupWords().Has(lemma) || institutions().Has(lemma)) {
				e.Actors = append(e.Actors, doc.Tokens[i].Span) // "the army raid"
			}
		}
	}
	for q := p + 1; q <= last; q++ {
		before := doc.Lower(doc.Phrases[q].First - 1)
		if before == "of" {
			e.Recipients = append(e.Recipients, r.list(q)...)
			continue
		}
		r.complement(e, q)
	}
}

// forcible are the concepts of deeds of arms: a force named before their noun does them.
var forcible = map[string]bool{"attack": true, "airstrike": true, "shell": true, "bomb": true, "missile": true, "fight": true}

// forces are the singulars and names of forces that no list has: "a rebel attack".
var forces = map[string]bool{"regime": true, "rebel": true, "militant": true, "insurgent": true, "guerrilla": true, "terrorist": true}

// actsBefore: the name is followed by "'s" or "-led".
func actsBefore(doc *text.Doc, i int) bool {
	if i+1 >= len(doc.Tokens) {
		return false
	}
	if doc.Lower(i) == "'s" {
		return true
	}
	return doc.Lower(i) == "-" && (doc.Lower(i+1) == "led" || doc.Lower(i+1) == "backed" || doc.Lower(i+1) == "run")
}

// nameAt is the name that starts at token i, or nil.
func (r *reader) nameAt(i int) *text.Name {
	names := r.doc.Names
	lo, hi := 0, len(names)
	for lo < hi {
		mid := (lo + hi) / 2
		if names[mid].First >= i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo < len(names) && names[lo].First == i {
		return &names[lo]
	}
	return nil
}

// circumstances fills place and time from the words of a range.
func (r *reader) circumstances(e *text.Event, words text.Range) {
	doc := r.doc
	e.Time = r.timeIn(words)
	for i := words.First; i < words.Last; i++ {
		n := r.nameAt(i)
		if n == nil || n.Kind != text.Place || n.Demonym || n.Embedded || n.First == 0 {
			continue
		}
		switch before(doc, n.First) {
		case "in", "at", "near", "inside", "outside", "from", "off":
			e.Place = doc.SpanOf(n.Range)
			return
		}
	}
}

// before is the word before token i, past an article and a compass point.
func before(doc *text.Doc, i int) string {
	for i--; i >= 0; i-- {
		switch doc.Lower(i) {
		case "the", "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "city", "of", "capital", "town":
			continue
		}
		return doc.Lower(i)
	}
	return ""
}

// timeIn is the number of the first resolved date inside a range of tokens, or -1.
func (r *reader) timeIn(words text.Range) int {
	span := r.doc.SpanOf(words)
	times := r.doc.Times
	lo := r.firstTime(span.Start)
	for ; lo < len(times) && times[lo].Start < span.End; lo++ {
		if times[lo].From != "" {
			return lo
		}
	}
	return -1
}

// placeIn reports whether a noun phrase is the name of a place.
func (r *reader) placeIn(np text.Phrase) bool {
	for i := np.First; i < np.Last; i++ {
		if n := r.nameAt(i); n != nil {
			return n.Kind == text.Place && !n.Demonym && np.Head < n.Last
		}
	}
	return false
}
