// SPDX-License-Identifier: Apache-2.0

package event

import (
	"slices"
	"sort"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var (
	stances = lexicon.Load("stances")
	states  = lexicon.Load("states")
	// accounts are nouns of telling: "account", "claim".
	accounts = lexicon.Load("cue_accounts")
)

// facets adds what clause i says besides its event: comment or none, for or against, direct or mediated, told or not.
func (r *reader) facets(i int, e text.Event) {
	c := &r.doc.Clauses[i]
	r.comment(c, e)
	r.stance(c, e)
	r.informing(c, e)
	r.phase(c, e)
	r.condition(c, e)
	r.deadline(c, e)
}

// derive starts a facet on the words of an event.
func derive(e text.Event, facet text.Facet, concept string) text.Event {
	e.Facet, e.Concept = facet, concept
	return e
}

// comment: "declined to comment", "has not responded to inquiries", "made no comment".
func (r *reader) comment(c *text.Clause, e text.Event) {
	doc := r.doc
	verb := doc.Phrases[c.Verb]
	lemma := doc.Tokens[verb.Head].Lemma
	object := ""
	if c.Object >= 0 {
		object = doc.Tokens[doc.Phrases[c.Object].Head].Lemma
	}
	silent := false
	switch {
	case declines(lemma):
		silent = r.commentFollows(verb.Last)
	case lemma == "comment" && !verb.To:
		silent = verb.Negated
	case lemma == "respond" || lemma == "reply" || lemma == "answer":
		silent = verb.Negated
	case object == "comment" || object == "response" || object == "reply":
		silent = verb.Negated || doc.Phrases[c.Object].Negated
	case lemma == "reach" && verb.Negated && verb.Passive && verb.Modal == "could":
		silent = true
		e.Actors = e.Recipients
	}
	if silent && len(e.Actors) > 0 {
		f := derive(e, text.Comment, "comment")
		f.Negated = true
		r.out = append(r.out, f)
	}
}

func declines(lemma string) bool {
	switch lemma {
	case "decline", "refuse", "avoid", "withhold", "refrain":
		return true
	}
	return false
}

// commentFollows reports whether "to comment", "commenting" or "comment" follows within a few tokens.
func (r *reader) commentFollows(i int) bool {
	for k := i; k < len(r.doc.Tokens) && k < i+4; k++ {
		switch r.doc.Tokens[k].Lemma {
		case "comment", "discuss", "respond", "elaborate", "answer":
			return true
		}
	}
	return false
}

// stance: "X opposes Y", "X has rejected the idea of Y".
func (r *reader) stance(c *text.Clause, e text.Event) {
	doc := r.doc
	row, ok := stances()[doc.Tokens[doc.Phrases[c.Verb].Head].Lemma]
	if !ok || len(e.Actors) == 0 || len(e.Recipients) == 0 || doc.Phrases[c.Verb].To || e.Modality == text.Conditional {
		return
	}
	if c.Object >= 0 && r.told(doc.Phrases[c.Object]) {
		return // "rejected that account" denies what was told, and is no stand on a matter
	}
	f := derive(e, text.Stance, row.Field(1))
	if e.Negated {
		f.Concept, f.Negated = opposite(row.Field(1)), false
	}
	r.out = append(r.out, f)
}

// told reports whether a noun phrase is what somebody told before: "that account", "the claim", "it".
func (r *reader) told(np text.Phrase) bool {
	head := &r.doc.Tokens[np.Head]
	return accounts().Has(head.Lemma) || head.Tag == text.PRON && np.Last-np.First == 1 && (head.Lower == "that" || head.Lower == "this")
}

func opposite(stance string) string {
	if stance == "for" {
		return "against"
	}
	return "for"
}

// dying are verbs that tell the state of their subject in the active.
func dying(lemma string) bool {
	switch lemma {
	case "die", "drown", "perish", "survive", "live":
		return true
	}
	return false
}

// informing: "X informed Y of Z", "Y had been told", "Y learned of it through other channels".
func (r *reader) informing(c *text.Clause, e text.Event) {
	doc := r.doc
	verb := doc.Phrases[c.Verb]
	switch doc.Tokens[verb.Head].Lemma {
	case "tell":
		if !r.toldOf(c) {
			return
		}
		fallthrough
	case "inform", "notify", "brief", "alert":
		f := derive(e, text.Informing, "told")
		if verb.Negated {
			f.Concept, f.Negated = "otherwise", false
		}
		if len(f.Recipients) > 0 {
			r.out = append(r.out, f)
		}
	case "learn", "hear", "discover":
		if how := r.learned(c); how != "" && len(e.Actors) > 0 {
			f := derive(e, text.Informing, how)
			f.Recipients, f.Actors = e.Actors, nil
			r.out = append(r.out, f)
		}
	}
}

// toldOf: "was told of the plan", "told the families about it": telling somebody of something, not quoting.
func (r *reader) toldOf(c *text.Clause) bool {
	verb := r.doc.Phrases[c.Verb]
	at := verb.Last
	if !verb.Passive {
		if c.Object < 0 {
			return false
		}
		at = r.doc.Phrases[c.Object].Last
	}
	return at < len(r.doc.Tokens) && (r.doc.Lower(at) == "of" || r.doc.Lower(at) == "about")
}

// learned is "otherwise" where a clause of learning names a way that is not being told: "through other channels", "from
// the media", "not from".
func (r *reader) learned(c *text.Clause) string {
	doc := r.doc
	for i := doc.Phrases[c.Verb].Last; i < c.Last; i++ {
		switch doc.Lower(i) {
		case "through", "via", "from":
			return "otherwise"
		}
	}
	return ""
}

// phase: "the truce began in May", "the ceasefire has held since 3 May", "the strike ended on Monday".
func (r *reader) phase(c *text.Clause, e text.Event) {
	doc := r.doc
	if e.Time < 0 && !r.openTime(c) || c.Subject < 0 || e.Negated {
		return
	}
	subject := doc.Phrases[c.Subject].Head
	if !isEventNoun(r.concept(subject)) {
		return
	}
	var facet text.Facet
	switch doc.Tokens[doc.Phrases[c.Verb].Head].Lemma {
	case "begin", "start", "commence", "open", "erupt":
		facet = text.Beginning
	case "break", "kick":
		if !r.particle(c, "out", "in") {
			return
		}
		facet = text.Beginning
	case "take", "come", "enter", "go":
		if !r.intoForce(c) {
			return
		}
		facet = text.Beginning
	case "end", "expire", "collapse", "finish", "conclude", "lapse", "stop", "elapse":
		facet = text.Conclusion
	case "date":
		facet = text.Beginning
	case "hold", "last", "continue", "be", "stand", "run", "go on":
		switch {
		case r.since(c) && !(doc.Tokens[doc.Phrases[c.Verb].Head].Lemma == "be" && r.ranked(c)):
			facet = text.Beginning
		case r.until(c):
			facet = text.Conclusion
		default:
			return
		}
	default:
		if !r.since(c) || !lasts(doc.Tokens[doc.Phrases[c.Verb].Head].Lemma) {
			return
		}
		facet = text.Beginning
	}
	f := derive(e, facet, r.concept(subject))
	f.Verb = subject
	if f.Time < 0 {
		f.Time = r.anyTime(c.Range)
	}
	r.out = append(r.out, f)
}

// lasts are verbs of what a strike or a war does as long as it goes on: "has dragged on since", "has crippled the port since".
func lasts(lemma string) bool {
	switch lemma {
	case "drag", "rage", "persist", "go", "grind", "grip", "paralyse", "paralyze", "choke", "cripple", "shut", "close", "disrupt", "kill", "claim", "displace", "plague", "ravage":
		return true
	}
	return false
}

// ranked reports whether a clause says where something stands among others: "is the first since 1959", "was the worst in years".
func (r *reader) ranked(c *text.Clause) bool {
	for i := r.doc.Phrases[c.Verb].Last; i < c.Last; i++ {
		if tok := &r.doc.Tokens[i]; tok.XPOS == "JJS" || tok.Lower == "first" || tok.Lower == "second" || tok.Lower == "third" || tok.Lower == "last" {
			return true
		}
	}
	return false
}

// particle reports whether one of some particles follows the verb of a clause: "broke out", "kicks in".
func (r *reader) particle(c *text.Clause, particles ...string) bool {
	next := r.doc.Phrases[c.Verb].Last
	return next < len(r.doc.Tokens) && slices.Contains(particles, r.doc.Lower(next))
}

// openTime reports whether the clause has a date that nothing anchors: "mid-January".
func (r *reader) openTime(c *text.Clause) bool { return r.anyTime(c.Range) >= 0 }

// anyTime is the number of the first date of a range, resolved or not, or -1.
func (r *reader) anyTime(words text.Range) int {
	span := r.doc.SpanOf(words)
	for i := r.firstTime(span.Start); i < len(r.doc.Times) && r.doc.Times[i].Start < span.End; i++ {
		if t := &r.doc.Times[i]; t.Overlaps(span) && (t.Type == "DATE" || t.Type == "TIME") {
			return i
		}
	}
	return -1
}

// firstTime is the number of the first time that ends after a position.
func (r *reader) firstTime(at int) int {
	return sort.Search(len(r.doc.Times), func(i int) bool { return r.doc.Times[i].End > at })
}

// intoForce: "took effect", "came into force", "entered into effect".
func (r *reader) intoForce(c *text.Clause) bool {
	for i := r.doc.Phrases[c.Verb].Last; i < c.Last && i < r.doc.Phrases[c.Verb].Last+3; i++ {
		if lower := r.doc.Lower(i); lower == "effect" || lower == "force" || lower == "hold" {
			return true
		}
	}
	return false
}

func (r *reader) since(c *text.Clause) bool { return r.says(c, "since") }

// until: "runs until 2 April", "runs out on 2 April".
func (r *reader) until(c *text.Clause) bool {
	return r.says(c, "until") || r.says(c, "till") || r.doc.Phrases[c.Verb].Last < len(r.doc.Tokens) && r.doc.Lower(r.doc.Phrases[c.Verb].Last) == "out"
}

// says reports whether a word follows the verb of a clause.
func (r *reader) says(c *text.Clause, word string) bool {
	for i := r.doc.Phrases[c.Verb].Last; i < c.Last; i++ {
		if r.doc.Lower(i) == word {
			return true
		}
	}
	return false
}

// deadline: something is wanted by a day: "demanded that they leave by May 3", "has until noon on Friday", "the deadline is
// 3 May". The day is that after "by", "until" or "before", or the one told of the deadline.
func (r *reader) deadline(c *text.Clause, e text.Event) {
	doc := r.doc
	verb := doc.Phrases[c.Verb]
	named := c.Subject >= 0 && r.concept(doc.Phrases[c.Subject].Head) == "deadline"
	for i := r.firstTime(doc.SpanOf(c.Range).Start); i < len(doc.Times); i++ {
		t := &doc.Times[i]
		first := doc.TokenAt(t.Start)
		if first >= c.Last {
			return
		}
		if t.Type != "DATE" && t.Type != "TIME" || first < verb.Last || first >= c.Last || first == 0 {
			continue
		}
		before := doc.Lower(first - 1)
		limit := before == "by" || before == "until" || before == "before"
		wanted := e.Modality == text.Demanded || e.Modality == text.Planned || e.Modality == text.Conditional || gives(doc.Tokens[verb.Head].Lemma)
		if !(limit && wanted) && !named || r.due[i] {
			continue
		}
		r.due[i] = true
		f := derive(e, text.Deadline, "deadline")
		f.Time, f.Negated = i, false
		r.out = append(r.out, f)
		return
	}
}

// gives are verbs by which somebody is set a day.
func gives(lemma string) bool {
	switch lemma {
	case "give", "have", "set", "want", "demand", "order", "allow", "tell", "expect", "require":
		return true
	}
	return false
}

// condition: "X remains alive", "the talks are stalled".
func (r *reader) condition(c *text.Clause, e text.Event) {
	doc := r.doc
	verb := doc.Phrases[c.Verb]
	at := -1
	switch doc.Tokens[verb.Head].Lemma {
	case "be", "remain", "stay", "declare", "find", "believe", "confirm", "presume":
		for i := verb.Last; i < len(doc.Tokens) && i < verb.Last+4 && i < c.Last; i++ {
			if _, ok := states()[doc.Lower(i)]; ok && doc.Tokens[i].Tag != text.NOUN {
				at = i
				break
			}
		}
	default:
		if _, ok := states()[doc.Tokens[verb.Head].Lemma]; ok && (verb.Passive || dying(doc.Tokens[verb.Head].Lemma)) {
			at = verb.Head
		}
	}
	if at < 0 || c.Subject < 0 {
		return
	}
	row, ok := states()[doc.Lower(at)]
	if !ok {
		row = states()[doc.Tokens[at].Lemma]
	}
	f := derive(e, text.Condition, row.Field(1))
	f.Verb, f.Recipients, f.Actors = at, r.conjuncts(c.Subject, c.Verb), nil
	r.out = append(r.out, f)
}
