// SPDX-License-Identifier: Apache-2.0

package role

import "stemma/internal/text"

// officeAfter is the office told after token at: past "as", "to be", "to the post of", a time and who appointed; or what
// somebody is appointed to lead.
func (r *reader) officeAfter(at int, d deed) (description, bool) {
	for range 4 {
		as := r.introduces(at, d)
		if office, ok := r.description(as, d.last); ok && (as > at || r.touches(at, d)) {
			return office, true
		}
		if office, ok := r.toLead(at, d.last); ok {
			return office, true
		}
		if office, ok := r.seat(at, d); ok {
			return office, true
		}
		next := r.skip(at, d.last)
		if next == at {
			break
		}
		at = next
	}
	return description{}, false
}

// touches reports whether an office may follow the verb at at without "as": "appointed X envoy", "named envoy".
func (r *reader) touches(at int, d deed) bool {
	return at == d.end || r.nameAt[at-1] >= 0
}

// introduces skips "as", "to be", "to serve as", "to the post of", and "for" after a nomination.
func (r *reader) introduces(at int, d deed) int {
	start := at
	for at < d.last {
		switch r.lower(at) {
		case "as", "be", "become", "serve":
			at++
			continue
		case "to":
			if next := r.lower(at + 1); next == "be" || next == "serve" || next == "become" || next == "act" {
				at++
				continue
			}
		case "act":
			at++
			continue
		case "for":
			if d.status == text.Nominee {
				at++
				continue
			}
		}
		break
	}
	if post := r.post(at); post > at {
		return post
	}
	if at == start {
		return start
	}
	return at
}

// post skips "to the post of", "from the position of".
func (r *reader) post(at int) int {
	switch r.lower(at) {
	case "to", "from", "for", "in", "of":
		at++
	}
	j := at
	if determined(r.lower(j)) {
		j++
	}
	switch r.lower(j) {
	case "post", "position", "office", "job", "role", "rank":
		if r.lower(j+1) == "of" || r.lower(j+1) == "as" {
			return j + 2
		}
	}
	return 0
}

// skip is the token after a time, an adverb or "by Y" at token at, or at.
func (r *reader) skip(at, last int) int {
	j := at
	for j < last && (r.timed[j] || r.doc.Tokens[j].Tag == text.ADV) {
		j++
	}
	if j > at {
		return j
	}
	switch r.lower(at) {
	case "on", "in", "by", "at", "last":
		if j+1 < last && r.timed[j+1] {
			return j + 1
		}
		if r.lower(at) == "by" {
			return max(at, r.nounPhraseEnd(at+1, last))
		}
	}
	return at
}

func (r *reader) nounPhraseEnd(at, last int) int {
	if p := r.phraseFrom(at); p != nil && p.Last <= last {
		return p.Last
	}
	return 0
}

// toLead reads "to lead the inquiry" as an office.
func (r *reader) toLead(at, last int) (description, bool) {
	if r.lower(at) != "to" || at+2 >= last {
		return description{}, false
	}
	row, n := roleVerbs().Match(at+1, last, func(j int) string { return r.doc.Tokens[j].Lemma })
	if n == 0 || row.Field(1) != "lead" {
		return description{}, false
	}
	end, ok := r.led(at+1+n, last)
	return description{Range: text.Range{First: at + 1, Last: end}, opening: at, head: at + 1, class: "office", status: text.InOffice}, ok
}

// seat reads "elected to parliament" as being of that body.
func (r *reader) seat(at int, d deed) (description, bool) {
	if r.lower(at) != "to" || r.doc.Tokens[d.verb.Head].Lemma != "elect" {
		return description{}, false
	}
	end := r.object(at+1, d.last)
	if end == at+1 || !bodies().Has(r.doc.Tokens[end-1].Lemma) {
		return description{}, false
	}
	return description{Range: text.Range{First: at, Last: end}, opening: at, head: end - 1, class: "office", status: text.InOffice}, true
}

// leading: "X chairs the committee", "a delegation led by X".
func (r *reader) leading(d deed) {
	if d.verb.To && !r.usedTo(d) || d.verb.Negated {
		return
	}
	if d.verb.Passive {
		r.ledBy(d)
		return
	}
	head := &r.doc.Tokens[d.verb.Head]
	if head.Form == text.Gerund && d.verb.Last-d.verb.First == 1 || d.verb.Modal != "" {
		return
	}
	n, ok := r.subject(d.Clause)
	if !ok {
		return
	}
	end, ok := r.led(d.end, d.last)
	if !ok {
		return
	}
	office := description{Range: text.Range{First: d.verb.Head, Last: end}, opening: d.verb.First, head: d.verb.Head, class: "office", status: text.InOffice}
	if as, ok := r.asOffice(end, d); ok {
		office = as
	} else if !officeVerb(head.Lemma) {
		office.status = text.Unstated
	}
	switch {
	case r.usedTo(d):
		office.status = text.Former
	case r.past(d) && !d.verb.Perfect && office.status == text.InOffice:
		office.status = text.Unstated
	}
	r.tell(n, office, d)
}

// asOffice is the office in "leads the federation as general secretary".
func (r *reader) asOffice(at int, d deed) (description, bool) {
	if r.lower(at) != "as" {
		return description{}, false
	}
	office, ok := r.description(at+1, d.last)
	return office, ok && !office.plural
}

// officeVerb reports whether a verb tells an office rather than work or ownership.
func officeVerb(lemma string) bool {
	switch lemma {
	case "lead", "head", "chair", "direct", "command", "captain", "run", "preside", "oversee", "manage":
		return true
	}
	return false
}

// led is the end of what somebody leads at token at, where it is a body, a named one or an undertaking.
func (r *reader) led(at, last int) (int, bool) {
	end := r.object(at, last)
	if end == at {
		return at, false
	}
	k := r.nameAt[end-1]
	named := k >= 0 && !r.doc.Names[k].Demonym && (r.doc.Names[k].Kind == text.Organisation || r.doc.Names[k].Kind == text.Group)
	if !named && !r.leadable(end-1) {
		return at, false
	}
	if clitic(r.lower(end)) {
		return at, false
	}
	d := description{Range: text.Range{First: at, Last: end}, head: end - 1}
	for d.Last < last && (r.lower(d.Last) == "of" || r.lower(d.Last) == "for" || r.lower(d.Last) == "at" && r.holdsName(d.Last+1, min(last, d.Last+3))) {
		next := r.link(&d, last)
		if next == d.Last {
			break
		}
		d.Last = next
	}
	return d.Last, true
}

// leadable reports whether token j is a noun for a body that somebody can lead.
func (r *reader) leadable(j int) bool {
	return bodies().Has(r.doc.Tokens[j].Lemma) || bodies().Has(r.lower(j))
}

// ledBy: "a delegation led by X": what stands right before the participle, or the subject of the passive.
func (r *reader) ledBy(d deed) {
	if r.lower(d.end) != "by" || !officeVerb(r.doc.Tokens[d.verb.Head].Lemma) {
		return
	}
	k := r.named(d.end + 1)
	if k < 0 {
		k = r.titled(d.end+1, d.last)
	}
	if k < 0 || d.Subject < 0 {
		return
	}
	n, body := r.doc.Names[k], r.doc.Phrases[d.Subject]
	if n.Last < len(r.doc.Tokens) && clitic(r.lower(n.Last)) || !r.leadable(body.Head) && !r.holdsName(body.First, body.Last) {
		return
	}
	if body.Last > d.verb.First || d.verb.First-body.Last > 1 && r.doc.Tokens[d.verb.First].Tag != text.AUX {
		return
	}
	if person := r.nameAt[body.Head]; person >= 0 && r.doc.Names[person].Kind == text.Person {
		return
	}
	status := text.InOffice
	if r.past(d) || r.doc.Tokens[d.verb.First].Form == text.Past {
		status = text.Unstated
	}
	office := description{Range: r.bare(body.Range), opening: body.First, status: status}
	r.add(n, office, text.Range{First: body.First, Last: n.Last})
	r.out[len(r.out)-1].Title = "head of " + r.words(r.bare(body.Range))
}

// bare is a range without the article that opens it.
func (r *reader) bare(w text.Range) text.Range {
	if determined(r.lower(w.First)) && w.Last-w.First > 1 {
		w.First++
	}
	return w
}

// titled is the name that ends the noun phrase at token at, or -1: "led by former minister X".
func (r *reader) titled(at, last int) int {
	p := r.phraseFrom(at)
	if p == nil || p.Last > last {
		return -1
	}
	if k := r.nameAt[p.Head]; k >= 0 && r.person(k) {
		return k
	}
	return -1
}
