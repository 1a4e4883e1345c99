// SPDX-License-Identifier: Apache-2.0

package role

import "stemma/internal/text"

// settle reads the status off the words of a description; of a nominee's only the office is left.
func (r *reader) settle(d *description) {
	d.status = text.Unstated
	if d.class == "office" {
		d.status = text.InOffice
	}
	for j := r.ownWords(d); j < d.head; j++ {
		if status := standing[r.lower(j)]; status != "" {
			d.status = status
		}
	}
	for j := d.head + 1; j < d.Last && j <= d.head+2; j++ {
		switch r.lower(j) {
		case "elect", "designate":
			d.status = text.Nominee
		case "emeritus":
			d.status = text.Former
		}
	}
	r.nominee(d)
}

// standing is the words before a head that tell how somebody stands to the office.
var standing = map[string]text.RoleStatus{
	"former": text.Former, "ex": text.Former, "previous": text.Former, "then": text.Former, "late": text.Former, "retired": text.Former,
	"onetime": text.Former, "one-time": text.Former, "past": text.Former, "erstwhile": text.Former, "ousted": text.Former, "deposed": text.Former,
	"sacked": text.Former, "disgraced": text.Former, "ex-": text.Former,
	"acting": text.Acting, "interim": text.Acting, "caretaker": text.Acting, "temporary": text.Acting, "provisional": text.Acting,
	"outgoing": text.Outgoing, "departing": text.Outgoing, "retiring": text.Outgoing,
	"suspended": text.Suspended,
	"incoming":  text.Nominee, "prospective": text.Nominee, "designated": text.Nominee, "potential": text.Nominee, "future": text.Nominee, "aspiring": text.Nominee, "nominated": text.Nominee,
}

// ownWords is the first token after the last possessive before the head: in "the former minister's lawyer" the lawyer
// is no former one.
func (r *reader) ownWords(d *description) int {
	for j := d.head - 1; j >= d.First; j-- {
		if clitic(r.lower(j)) {
			return j + 1
		}
	}
	return d.First
}

// nominee reads "nominee for envoy" and "the president's pick for envoy".
func (r *reader) nominee(d *description) {
	switch r.doc.Tokens[d.head].Lemma {
	case "nominee", "candidate", "appointee", "hopeful", "contender":
	default:
		return
	}
	if d.status == text.Former {
		return
	}
	d.status = text.Nominee
	switch r.lower(d.head + 1) {
	case "for", "as", "to":
		first := d.head + 2
		if first < d.Last && determined(r.lower(first)) {
			first++
		}
		if first < d.Last {
			d.First = first
		}
	}
}
