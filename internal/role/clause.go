// SPDX-License-Identifier: Apache-2.0

package role

import (
	"strings"

	"stemma/internal/text"
)

// A deed is a clause whose verb tells of an office.
type deed struct {
	*text.Clause
	verb   text.Phrase
	last   int             // the token after the sentence
	end    int             // the token after the verb with its particle or object: "holds the post"
	status text.RoleStatus // what the verb leaves, from the list
	apart  bool            // the person stands in another clause: "despite being nominated to serve"
}

// clause reads a clause of appointment, service, departure or leadership.
func (r *reader) clause(c *text.Clause) {
	verb := r.doc.Phrases[c.Verb]
	last := r.sentenceEnd(verb.First)
	row, n := roleVerbs().Match(verb.Head, last, func(j int) string { return r.doc.Tokens[j].Lemma })
	if n == 0 || hypothetical(c, verb) {
		return
	}
	class := row.Field(1)
	if verb.Negated && class != "confirm" {
		return
	}
	d := deed{Clause: c, verb: verb, last: last, end: max(verb.Last, verb.Head+n), status: text.RoleStatus(row.Field(2))}
	switch class {
	case "copula":
		r.copula(d)
	case "appoint":
		r.appointment(d)
	case "serve":
		r.service(d)
	case "hold":
		r.holding(d)
	case "leave":
		r.departure(d)
	case "succeed":
		r.succession(d)
	case "confirm":
		r.confirmation(d)
	case "await":
		if c.Object >= 0 && r.doc.Tokens[r.doc.Phrases[c.Object].Head].Lemma == "confirmation" {
			r.standing(d, text.Nominee)
		}
	case "lead":
		r.leading(d)
	}
}

// hypothetical reports whether a clause does not say that anything is so: "if X were", "may be".
func hypothetical(c *text.Clause, verb text.Phrase) bool {
	switch c.Mark {
	case "if", "unless", "whether":
		return true
	}
	switch verb.Modal {
	case "may", "might", "could", "should", "must", "can", "shall", "'d", "ca":
		return true
	}
	return false
}

// coming reports whether the verb only tells what is to be: "will be", "to serve as".
func (d deed) coming() bool { return d.verb.Modal != "" || d.verb.To }

// past reports whether the verb tells of a time that is over: "was", "had been", "used to be".
func (r *reader) past(d deed) bool {
	first := &r.doc.Tokens[d.verb.First]
	if r.lower(d.verb.First) == "to" && r.lower(d.verb.First-1) == "used" {
		return true
	}
	return first.Form == text.Past && first.Tag == text.AUX && first.Lemma == "have" || first.Form == text.Past && !d.verb.Passive
}

// usedTo reports "used to be", "had been", "was once": the role is over.
func (r *reader) usedTo(d deed) bool {
	if r.lower(d.verb.First) == "to" && r.lower(d.verb.First-1) == "used" {
		return true
	}
	had := r.lower(d.verb.First) == "had"
	for j := d.verb.First; j < d.end+3 && j < d.last; j++ {
		switch r.lower(j) {
		case "once", "previously", "formerly", "until":
			return had || r.past(d)
		}
	}
	return had
}

// copula: "X is the envoy for Y", "X used to be a judge", "the head of Y is X".
func (r *reader) copula(d deed) {
	if d.verb.To && !r.usedTo(d) || r.doc.Tokens[d.verb.First].Form == text.Gerund {
		return
	}
	n, ok := r.subject(d.Clause)
	if !ok {
		r.inverse(d)
		return
	}
	office, ok := r.description(d.end, d.last)
	if !ok && r.lower(d.end) == "acting" && r.lower(d.end+1) == "as" {
		if office, ok = r.description(d.end+2, d.last); ok {
			office.status = text.Acting
		}
	}
	if !ok || office.plural || office.class == "generic" || r.possessed(office) || office.opening == office.head && r.doc.Tokens[office.head].Tag == text.ADJ {
		return
	}
	if office.indefinite && office.Last == office.head+1 && office.status == text.InOffice && r.doc.Tokens[d.verb.Head].Lemma == "be" {
		office.status = text.Unstated // "she is a natural leader"
	}
	switch {
	case r.usedTo(d), r.past(d) && r.lower(office.Last) == "until":
		office.status = text.Former
	case d.coming():
		office.status = text.Nominee
	case r.past(d) && office.status == text.InOffice && r.doc.Tokens[d.verb.Head].Lemma == "be":
		office.status = text.Unstated
	}
	r.tell(n, office, d)
}

// possessed reports whether "'s" follows: "X is the minister's friend" read short.
func (r *reader) possessed(d description) bool { return clitic(r.lower(d.Last)) }

// inverse: "the head of the union is X".
func (r *reader) inverse(d deed) {
	k := r.named(d.end)
	if k < 0 || d.coming() || r.past(d) || r.doc.Tokens[d.verb.Head].Lemma != "be" || d.verb.Last-d.verb.First > 1 {
		return
	}
	n := r.doc.Names[k]
	start := r.sentenceStart(d.verb.First)
	office, ok := r.descriptionBefore(d.verb.First, start)
	if !ok || office.plural || office.indefinite || !r.ends(n.Last, d.last) {
		return
	}
	if open := office.opening; open > start && r.doc.Tokens[open-1].Tag != text.PUNCT && r.lower(open-1) != "that" {
		return
	}
	r.add(n, office, text.Range{First: office.opening, Last: n.Last})
}

// tell adds a role told by a verb, from the name or the verb to the end of the office.
func (r *reader) tell(n text.Name, office description, d deed) {
	first := d.verb.First
	if n.First < first && r.sentenceStart(first) <= n.First && !d.apart {
		first = n.First
	}
	r.add(n, office, text.Range{First: min(first, office.opening), Last: max(office.Last, d.end, n.Last)})
}

// appointment: "X nominated Y for envoy", "Y was appointed minister", "Y, appointed to lead the inquiry".
func (r *reader) appointment(d deed) {
	n, at, ok := r.appointed(d)
	if !ok || d.verb.To && !r.planned(d) {
		return
	}
	office, ok := r.officeAfter(at, d)
	if !ok || office.plural {
		return
	}
	switch {
	case office.class != "office":
	case d.coming():
		office.status = text.Nominee
	case office.status == text.InOffice || office.status == text.Unstated:
		office.status = d.status
	}
	r.tell(n, office, d)
}

// appointed is who is appointed, and the token after.
func (r *reader) appointed(d deed) (text.Name, int, bool) {
	if d.verb.Passive || strings.HasPrefix(r.doc.Words(d.verb.Range), "being ") {
		n, ok := r.subject(d.Clause)
		return n, d.end, ok
	}
	k := r.named(d.end)
	if k < 0 && d.Object >= 0 {
		if n, ok := r.holder(d.Object); ok {
			return n, max(d.end, r.doc.Phrases[d.Object].Last), true
		}
	}
	if k < 0 {
		return text.Name{}, 0, false
	}
	return r.doc.Names[k], r.doc.Names[k].Last, true
}

// service: "X serves as envoy", "X took over as head", "nominated to serve as envoy".
func (r *reader) service(d deed) {
	n, ok := r.subject(d.Clause)
	if d.verb.To {
		n, ok = r.servant(d)
		d.apart = true
	}
	if !ok || r.lower(d.end) != "as" && d.status != text.Acting {
		return
	}
	office, ok := r.officeAfter(d.end, d)
	if !ok || office.plural {
		return
	}
	switch {
	case office.class != "office" || d.status == text.Unstated:
		office.status = text.Unstated
	case d.coming():
		office.status = text.Nominee
	case r.doc.Tokens[d.verb.Head].Lemma == "serve" && (r.past(d) || r.usedTo(d)) && office.status == text.InOffice:
		office.status = text.Former
	case office.status == text.InOffice:
		office.status = d.status
	}
	r.tell(n, office, d)
}

// servant is whom an infinitive speaks of: who is nominated "to serve", who was asked to.
func (r *reader) servant(d deed) (text.Name, bool) {
	c := r.clauseBefore(d)
	if c == nil {
		return text.Name{}, false
	}
	verb := r.doc.Phrases[c.Verb]
	if !verb.Passive {
		if n, ok := r.holder(c.Object); ok {
			return n, true
		}
	}
	if n, ok := r.subject(c); ok {
		return n, true
	}
	if verb.Passive && r.doc.Tokens[verb.First].Form == text.Gerund { // "despite being nominated to"
		if outer := r.clauseBefore(deed{Clause: c, verb: verb}); outer != nil {
			return r.subject(outer)
		}
	}
	return text.Name{}, false
}

// clauseBefore is the clause right before that of d in its sentence, or nil.
func (r *reader) clauseBefore(d deed) *text.Clause {
	start := r.sentenceStart(d.verb.First)
	lo, hi := 0, len(r.doc.Clauses)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.doc.Clauses[mid].Verb < d.Verb {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 || r.doc.Phrases[r.doc.Clauses[lo-1].Verb].First < start {
		return nil
	}
	return &r.doc.Clauses[lo-1]
}

// holding: "X holds the post of envoy in an acting capacity".
func (r *reader) holding(d deed) {
	n, ok := r.subject(d.Clause)
	if !ok || d.verb.To || r.lower(d.end) != "of" {
		return
	}
	office, ok := r.description(d.end+1, d.last)
	if !ok || office.plural {
		return
	}
	switch {
	case r.temporarily(office.Last, d.last):
		office.status = text.Acting
	case d.coming():
		office.status = text.Nominee
	case r.past(d) && r.doc.Tokens[d.verb.Head].Lemma == "hold" && !d.verb.Perfect, r.usedTo(d):
		office.status = text.Former
	case office.status == text.Unstated:
		office.status = d.status // a post is held, whatever work it is
	}
	r.tell(n, office, d)
}

// temporarily reports whether "in an acting capacity" or the like follows at token at.
func (r *reader) temporarily(at, last int) bool {
	for j := at; j < last && j < at+5; j++ {
		switch r.lower(j) {
		case "acting", "interim", "temporary", "caretaker", "temporarily", "provisionally":
			return true
		}
	}
	return false
}

// succession: "X succeeded Y as minister", "X was replaced by Y as minister".
func (r *reader) succession(d deed) {
	if d.verb.To {
		return
	}
	in, ok := r.subject(d.Clause)
	k := r.named(d.end)
	if d.verb.Passive {
		if r.lower(d.end) != "by" {
			return
		}
		k = r.named(d.end + 1)
	}
	if !ok || k < 0 {
		return
	}
	out, at := r.doc.Names[k], r.doc.Names[k].Last
	if r.lower(at) != "as" {
		return
	}
	office, ok := r.officeAfter(at, d)
	if !ok || office.class != "office" || office.plural {
		return
	}
	if d.verb.Passive {
		in, out = out, in
	}
	came, went := text.InOffice, text.Former
	if d.coming() {
		came, went = text.Nominee, text.Outgoing
	}
	office.status = came
	r.tell(in, office, d)
	office.status = went
	r.tell(out, office, d)
}
