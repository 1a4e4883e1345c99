// SPDX-License-Identifier: Apache-2.0

package parse

import (
	"slices"

	"stemma/internal/text"
)

// clauses adds the clauses of one sentence, whose phrases are doc.Phrases[first:].
func clauses(doc *text.Doc, sent text.Range, first int) {
	start := len(doc.Clauses)
	for p := first; p < len(doc.Phrases); p++ {
		if doc.Phrases[p].Kind != text.VerbGroup {
			continue
		}
		c := text.Clause{Verb: p, Subject: -1, Object: -1, Agent: -1}
		c.First, c.Mark, c.Sub = opening(doc, sent, p)
		c.Subject = subjectOf(doc, sent, first, p, start)
		c.Object, c.Agent = objectsOf(doc, sent, p)
		doc.Clauses = append(doc.Clauses, c)
	}
	for k := start; k < len(doc.Clauses); k++ {
		doc.Clauses[k].Last = closing(doc, sent, k)
	}
}

var clauseMarks = []string{
	"that", "which", "who", "whom", "whose", "if", "because", "although", "though", "while", "whereas", "unless", "whether",
	"when", "where", "after", "before", "since", "until", "as", "once", "how", "why", "what", "without", "despite", "by",
}

// opening finds where the clause of verb phrase p starts, its mark, and whether it is subordinate.
func opening(doc *text.Doc, sent text.Range, p int) (first int, mark string, sub bool) {
	verb := doc.Phrases[p]
	head := &doc.Tokens[verb.Head]
	nonfinite := verb.To || verb.Last-verb.First == 1 && (head.Form == text.Gerund || head.Form == text.Participle && verb.Passive)
	if nonfinite && verb.First > sent.First && !slices.Contains(clauseMarks, doc.Lower(verb.First-1)) {
		if verb.Passive && !verb.To && subjectNear(doc, p) {
			return doc.Phrases[p-1].First, "", true // "hostages held in the camp"
		}
		return verb.First, "", true
	}
	if verb.First > sent.First && doc.Lower(verb.First-1) == "," && joinsVerb(doc, verb.Head) {
		return verb.First, "", false // "was built in 1997, was licensed": a verb of the same subject
	}
	from := verb.First - 1
	if k := aside(doc, sent, p); k >= 0 {
		from = k - 1 // what stands between the commas describes the subject
	}
	for j := from; j >= sent.First; j-- {
		lower := doc.Lower(j)
		switch {
		case slices.Contains(clauseMarks, lower) && doc.Tokens[j].Tag != text.DET:
			if (lower == "after" || lower == "before" || lower == "since" || lower == "until" || lower == "as" || lower == "by" || lower == "without" || lower == "despite" || lower == "once") && (verb.First-j > 5 || comma(doc, j, verb.First)) && !nonfinite {
				continue // a preposition of an earlier phrase
			}
			return j, lower, true
		case inVerbGroup(doc, j, p):
			return ownFirst(doc, j+1, p), "", nonfinite
		case lower == ";", lower == ":", isQuote(lower):
			return j + 1, "", nonfinite
		case lower == "," && (nonfinite || commaOpens(doc, j, verb.First)), (lower == "and" || lower == "but" || lower == "or") && j == verb.First-1:
			return j + 1, "", nonfinite
		case lower == "—" || lower == "–" && !hyphen(doc, j, sent.Last):
			return j + 1, "", nonfinite
		}
	}
	return sent.First, "", nonfinite
}

// ownFirst is the first token from i on that the tree hangs on verb group p, or i where there is none: of "the ship sank in May and ten
// people died" the second clause opens with "ten".
func ownFirst(doc *text.Doc, i, p int) int {
	verb := predicate(doc, doc.Phrases[p].Head)
	for k := i; k < doc.Phrases[p].First; k++ {
		if doc.Tokens[k].Tag != text.CCONJ && doc.Tokens[k].Tag != text.PUNCT && under(doc, k, verb) {
			return k
		}
	}
	return i
}

// under reports whether a token hangs on another, over up to maxSteps others.
func under(doc *text.Doc, k, verb int) bool {
	for range maxSteps {
		if k = doc.Tokens[k].Head; k == verb || k == text.NoHead {
			break
		}
	}
	return k == verb
}

// joinsVerb reports whether the tree joins a verb to one before it.
func joinsVerb(doc *text.Doc, verb int) bool {
	tok := &doc.Tokens[verb]
	return tok.Rel == "conj" && tok.Head < verb && doc.Tokens[tok.Head].Tag == text.VERB
}

// aside is the comma that opens what stands between a subject and its verb group p, where another closes it right before
// the verb: "the group, banned since May, has"; -1 where there is none.
func aside(doc *text.Doc, sent text.Range, p int) int {
	verb := doc.Phrases[p]
	form := doc.Tokens[verb.Head].Form
	if verb.First-1 <= sent.First || doc.Lower(verb.First-1) != "," || verb.To || verb.Last-verb.First == 1 && (form == text.Gerund || form == text.Participle) {
		return -1
	}
	for j := verb.First - 2; j > sent.First; j-- {
		if doc.Lower(j) != "," {
			continue
		}
		if tag := doc.Tokens[j-1].Tag; tag == text.NOUN || tag == text.PROPN || tag == text.PRON {
			return j
		}
		return -1
	}
	return -1
}

// comma reports whether one stands between tokens i and last: "banned since 2016, have named".
func comma(doc *text.Doc, i, last int) bool {
	for ; i < last; i++ {
		if doc.Lower(i) == "," {
			return true
		}
	}
	return false
}

func isQuote(lower string) bool { return lower == "“" || lower == "”" || lower == `"` }

// commaOpens reports whether between the comma at j and the verb there is room for a subject.
func commaOpens(doc *text.Doc, j, verb int) bool {
	for k := j + 1; k < verb; k++ {
		if tag := doc.Tokens[k].Tag; tag == text.NOUN || tag == text.PROPN || tag == text.PRON {
			return true
		}
	}
	return false
}

// inVerbGroup reports whether token j belongs to a verb group before phrase p.
func inVerbGroup(doc *text.Doc, j, p int) bool {
	for q := p - 1; q >= 0 && doc.Phrases[q].Last > j; q-- {
		if doc.Phrases[q].Kind == text.VerbGroup && doc.Phrases[q].Holds(j) {
			return true
		}
	}
	return false
}

// closing is where clause k ends: at the next clause that is set off by a comma or conjunction or that is no part of
// it, or at the end of the sentence. Relatives, infinitives and participles that follow without a comma belong to it.
func closing(doc *text.Doc, sent text.Range, k int) int {
	end, verb := sent.Last, doc.Phrases[doc.Clauses[k].Verb]
	for _, next := range doc.Clauses[k+1:] {
		at := next.First
		if at <= verb.First { // the next clause opens before this verb: a relative inside the subject
			continue
		}
		if next.Sub && at > sent.First && !setOff(doc, at) && next.Mark != "while" && next.Mark != "though" && next.Mark != "although" {
			continue
		}
		end = max(at, verb.Last)
		break
	}
	if verb.Passive && verb.Last-verb.First == 1 && verb.First > sent.First && doc.Lower(verb.First-1) == "," {
		for i := verb.Last; i < end; i++ { // a participle between commas ends at the second
			if doc.Lower(i) == "," {
				end = i
			}
		}
	}
	for end > verb.Last && trailing(doc, end-1) {
		end--
	}
	return end
}

// setOff reports whether a comma or conjunction stands before token i.
func setOff(doc *text.Doc, i int) bool {
	if i == 0 {
		return false
	}
	prev := &doc.Tokens[i-1]
	return prev.Tag == text.PUNCT && prev.Lower != "-" || prev.Tag == text.CCONJ
}

func trailing(doc *text.Doc, i int) bool {
	tok := &doc.Tokens[i]
	return tok.Tag == text.PUNCT && tok.Lower != ")" || tok.Tag == text.CCONJ || tok.Tag == text.SCONJ
}

// subjectOf is the noun phrase that is the subject of verb group p, or -1.
func subjectOf(doc *text.Doc, sent text.Range, first, p, start int) int {
	verb := doc.Phrases[p]
	head := &doc.Tokens[verb.Head]
	prev := lastClause(doc, start)
	if verb.Passive && verb.Last-verb.First == 1 && (subjectNear(doc, p) || afterComma(doc, first, p)) {
		return p - 1 // "the hostages held", "the group, banned since May,": the noun before a bare participle
	}
	if s := treeSubject(doc, sent, first, p); s >= 0 {
		return s
	}
	if verb.First > sent.First {
		before := doc.Lower(verb.First - 1)
		switch {
		case verb.To:
			return controller(doc, prev)
		case before == "and" || before == "but" || before == "or":
			if s := inherit(prev); s >= 0 && !subjectNear(doc, p) {
				return s
			}
		case before == "," && (head.Form == text.Gerund || head.Form == text.Past):
			if s := inherit(prev); s >= 0 {
				return s
			}
		case before == "who" || before == "which" || before == "that":
			return antecedent(doc, first, verb.First-1)
		case head.Form == text.Gerund && verb.Last-verb.First == 1 && !subjectNear(doc, p):
			return inherit(prev)
		}
	}
	return nearestSubject(doc, sent, first, p)
}

func lastClause(doc *text.Doc, start int) *text.Clause {
	if len(doc.Clauses) > start {
		return &doc.Clauses[len(doc.Clauses)-1]
	}
	return nil
}

// controller is who is to do what an infinitive tells: the object of the clause before in "X urged Y to", else its subject.
func controller(doc *text.Doc, prev *text.Clause) int {
	if prev == nil || prev.Object < 0 || doc.Phrases[prev.Verb].Passive {
		return inherit(prev)
	}
	switch doc.Tokens[doc.Phrases[prev.Verb].Head].Lemma {
	case "urge", "ask", "tell", "order", "force", "allow", "invite", "persuade", "press", "want", "expect", "help", "enable", "permit", "pressure", "encourage", "warn", "beg", "instruct", "require":
		return prev.Object
	}
	return prev.Subject
}

// inherit is the subject of the clause before.
func inherit(prev *text.Clause) int {
	if prev == nil {
		return -1
	}
	return prev.Subject
}

// subjectNear reports whether a noun phrase stands right before verb group p.
func subjectNear(doc *text.Doc, p int) bool {
	return p > 0 && doc.Phrases[p-1].Kind == text.NounPhrase && doc.Phrases[p-1].Last == doc.Phrases[p].First
}

// afterComma reports whether only a comma stands between verb group p and a noun phrase.
func afterComma(doc *text.Doc, first, p int) bool {
	verb := doc.Phrases[p]
	return p > first && doc.Phrases[p-1].Kind == text.NounPhrase && doc.Phrases[p-1].Last == verb.First-1 && doc.Lower(verb.First-1) == ","
}

// antecedent is the noun phrase before the relative pronoun at token j.
func antecedent(doc *text.Doc, first, j int) int {
	for q := len(doc.Phrases) - 1; q >= first; q-- {
		if doc.Phrases[q].Last <= j && doc.Phrases[q].Kind == text.NounPhrase {
			return q
		}
	}
	return -1
}

// nearestSubject walks left over prepositional phrases and appositions to the noun phrase that heads them; of "Qatar
// and Egypt" it is the last, which callers widen.
func nearestSubject(doc *text.Doc, sent text.Range, first, p int) int {
	if s := pastRelative(doc, first, p); s >= 0 {
		return s
	}
	best, verbFirst := -1, doc.Phrases[p].First
	open := aside(doc, sent, p)
	for q := p - 1; q >= first; q-- {
		np := doc.Phrases[q]
		if open >= 0 && np.First > open {
			continue
		}
		if np.Kind == text.VerbGroup {
			if best < 0 && doc.Tokens[np.Head].Form == text.Participle && np.Passive && q-1 >= first && doc.Phrases[q-1].Kind == text.NounPhrase && doc.Phrases[q-1].Last == np.First {
				best = q - 1 // a reduced relative: "the hostages held there are"
				continue
			}
			break
		}
		if inList(doc, first, q) {
			continue
		}
		if np.First == sent.First || !prepositionBefore(doc, np.First) || np.Last == verbFirst && opensClause(doc.Lower(np.First-1)) {
			best = q
			if np.First > sent.First && doc.Lower(np.First-1) == "," && q-1 >= first && doc.Phrases[q-1].Kind == text.NounPhrase && apposition(doc, p) {
				continue
			}
			return best
		}
	}
	return best
}

// inList reports whether noun phrase q is a later member of a list that hangs on a preposition: "talks between A and B".
func inList(doc *text.Doc, first, q int) bool {
	for q > first {
		np, prev := doc.Phrases[q], doc.Phrases[q-1]
		single := func(p text.Phrase) bool { return p.Last-p.First == 1 && doc.Tokens[p.First].Tag == text.NUM }
		figure := single(np) || single(prev) // "missing at nightfall and 31 were", "between 10 and 20 people were"
		if np.First == 0 || prev.Kind != text.NounPhrase || prev.Last != np.First-1 || figure {
			return false
		}
		switch joint := doc.Lower(np.First - 1); {
		case joint == "and" || joint == "or":
		case doc.Tokens[np.First-1].Tag == text.ADP:
			return true
		default:
			return false
		}
		if prepositionBefore(doc, prev.First) {
			return true
		}
		q--
	}
	return false
}

// apposition reports whether a comma stands right before verb group p, so that what lies between it and an earlier
// comma only describes the subject: "Lund, the envoy for the region, said".
func apposition(doc *text.Doc, p int) bool {
	first := doc.Phrases[p].First
	return first > 0 && doc.Lower(first-1) == ","
}

// opensClause: prepositions that are conjunctions where a subject and a verb follow.
func opensClause(lower string) bool {
	switch lower {
	case "as", "since", "after", "before", "until", "than", "till":
		return true
	}
	return false
}

func prepositionBefore(doc *text.Doc, i int) bool {
	return i > 0 && doc.Tokens[i-1].Tag == text.ADP
}

// objectsOf is the noun phrase right after verb group p, and the "by" phrase of a passive.
func objectsOf(doc *text.Doc, sent text.Range, p int) (object, agent int) {
	object, agent = -1, -1
	for q := p + 1; q < len(doc.Phrases); q++ {
		np := doc.Phrases[q]
		if np.Kind != text.NounPhrase || np.First >= sent.Last {
			break
		}
		gap := np.First - doc.Phrases[q-1].Last
		if object < 0 && agent < 0 && gap == 0 && q == p+1 {
			object = q
			continue
		}
		if doc.Lower(np.First-1) == "by" && doc.Phrases[p].Passive {
			agent = q
			break
		}
		if gap > 2 {
			break
		}
	}
	return object, agent
}
