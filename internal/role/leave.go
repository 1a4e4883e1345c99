// SPDX-License-Identifier: Apache-2.0

package role

import (
	"strings"

	"stemma/internal/text"
)

// departure: "X resigned as minister", "Y dismissed X as chief", "X was suspended".
func (r *reader) departure(d deed) {
	n, at, ok := r.departed(d)
	if !ok {
		return
	}
	status := d.status
	if status == text.Former && d.coming() {
		if d.verb.To && !r.planned(d) || d.verb.Modal != "" && d.verb.Modal != "will" && d.verb.Modal != "would" && d.verb.Modal != "'ll" || r.conditional(d) {
			return
		}
		status = text.Outgoing
		if d.verb.To && r.compelled(d) {
			status = text.Former
		}
	}
	office, found := r.leftOffice(at, d)
	if !found {
		if r.needsOffice(d, at) {
			return
		}
		first := min(n.First, d.verb.First)
		r.out = append(r.out, text.Role{
			Span: r.doc.SpanOf(text.Range{First: first, Last: max(at, d.end)}), Name: r.doc.SpanOf(n.Range), FullName: n.Full, Status: status,
		})
		return
	}
	office.status = status
	r.tell(n, office, d)
}

// departed is who leaves an office, and the token after verb and person.
func (r *reader) departed(d deed) (text.Name, int, bool) {
	if !transitive(r.doc.Tokens[d.verb.Head].Lemma) || d.verb.Passive {
		n, ok := r.subject(d.Clause)
		return n, d.end, ok
	}
	k := r.named(d.end)
	if k < 0 {
		return text.Name{}, 0, false
	}
	return r.doc.Names[k], r.doc.Names[k].Last, true
}

// transitive verbs put somebody else out of office.
func transitive(lemma string) bool {
	switch lemma {
	case "dismiss", "fire", "sack", "oust", "depose", "remove", "impeach", "suspend", "force", "vote":
		return true
	}
	return false
}

// needsOffice reports whether a departure without its office tells nothing: "removed X", "quit the match".
func (r *reader) needsOffice(d deed, at int) bool {
	switch r.doc.Tokens[d.verb.Head].Lemma {
	case "remove", "dismiss", "retire", "vote", "force", "impeach":
		return true
	case "quit", "suspend", "fire":
		return !d.verb.Passive && (d.Object >= 0 && r.nameAt[r.doc.Phrases[d.Object].Head] < 0 || r.doc.Tokens[d.verb.Head].Lemma == "suspend")
	}
	return r.lower(at) == "to"
}

// leftOffice is the office after "as", "from the post of".
func (r *reader) leftOffice(at int, d deed) (description, bool) {
	for range 3 {
		if lower := r.lower(at); lower == "as" || r.post(at) > at {
			return r.officeAfter(at, d)
		}
		next := r.skip(at, d.last)
		if next == at {
			break
		}
		at = next
	}
	return description{}, false
}

// planned reports whether the infinitive at d is something decided: "agreed to resign", not "urged to resign".
func (r *reader) planned(d deed) bool {
	before := r.clauseBefore(d)
	if before == nil {
		return false
	}
	verb := r.doc.Phrases[before.Verb]
	if verb.Negated {
		return false
	}
	switch r.doc.Tokens[verb.Head].Lemma {
	case "agree", "decide", "plan", "intend", "promise", "vow", "pledge", "prepare", "choose":
		return !verb.Passive
	case "expect", "schedule", "set", "force", "oblige", "compel":
		return verb.Passive
	}
	return false
}

// compelled reports "was forced to step down": it happened.
func (r *reader) compelled(d deed) bool {
	verb := r.doc.Phrases[r.clauseBefore(d).Verb]
	switch r.doc.Tokens[verb.Head].Lemma {
	case "force", "oblige", "compel":
		return verb.Modal == ""
	}
	return false
}

// conditional reports whether an "if" stands in the sentence: "would resign if".
func (r *reader) conditional(d deed) bool {
	for j := max(r.sentenceStart(d.verb.First), d.verb.First-40); j < d.last && j < d.end+40; j++ {
		if lower := r.lower(j); lower == "if" || lower == "unless" {
			return true
		}
	}
	return false
}

// confirmation: "X has yet to be confirmed by the Senate" leaves a nominee; "X was confirmed" makes an office holder.
func (r *reader) confirmation(d deed) {
	switch {
	case !d.verb.Passive:
		r.confirmedBy(d)
	case !r.byChamber(d):
	case d.verb.Negated:
		r.standing(d, text.Nominee)
	case !d.coming():
		r.standing(d, text.InOffice)
	}
}

// confirmedBy: "the Senate confirmed X", with "as minister" or without.
func (r *reader) confirmedBy(d deed) {
	if d.Subject < 0 || d.coming() || !chamber(r.doc.Tokens[r.doc.Phrases[d.Subject].Head].Lemma) {
		return
	}
	n, ok := r.holder(d.Object)
	if !ok {
		return
	}
	status := text.InOffice
	if d.verb.Negated {
		status = text.Nominee
	}
	span := text.Range{First: r.doc.Phrases[d.Subject].First, Last: r.doc.Phrases[d.Object].Last}
	role := text.Role{Span: r.doc.SpanOf(span), Name: r.doc.SpanOf(n.Range), FullName: n.Full, Status: status}
	if office, ok := r.leftOffice(span.Last, d); ok {
		role.Office, role.Title = r.doc.SpanOf(office.Range), r.words(office.Range)
		role.Span = role.Span.Union(role.Office)
	}
	r.out = append(r.out, role)
}

// chamber reports whether a noun is a body that confirms people in office.
func chamber(lemma string) bool {
	switch lemma {
	case "senate", "parliament", "congress", "assembly", "council", "committee", "legislature", "lawmaker", "senator", "deputy", "chamber":
		return true
	}
	return false
}

// byChamber reports whether a chamber confirms: "by the Senate", or "has yet to be" and nobody is named.
func (r *reader) byChamber(d deed) bool {
	if d.Agent >= 0 {
		return chamber(r.doc.Tokens[r.doc.Phrases[d.Agent].Head].Lemma)
	}
	return strings.Contains(r.doc.Words(d.Range), "yet to be")
}

// standing adds how the subject stands to an office that is told elsewhere, or right after with "as".
func (r *reader) standing(d deed, status text.RoleStatus) {
	n, ok := r.subject(d.Clause)
	if !ok {
		n, ok = r.waiting(d.Clause)
	}
	if !ok {
		return
	}
	last := d.end
	for _, p := range []int{d.Object, d.Agent} {
		if p >= 0 {
			last = max(last, r.doc.Phrases[p].Last)
		}
	}
	if office, ok := r.leftOffice(d.end, d); ok {
		office.status = status
		r.tell(n, office, d)
		return
	}
	for d.Object >= 0 && last < d.last {
		link := description{Range: text.Range{First: last - 1, Last: last}, head: last - 1}
		next := r.link(&link, d.last)
		if next == last {
			break
		}
		last = next
	}
	first := min(n.First, d.verb.First)
	r.out = append(r.out, text.Role{Span: r.doc.SpanOf(text.Range{First: first, Last: last}), Name: r.doc.SpanOf(n.Range), FullName: n.Full, Status: status})
}
