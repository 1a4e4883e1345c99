// SPDX-License-Identifier: Apache-2.0

// Package role finds who holds, held, is to hold or only acts in which office, and kin: from titles before names,
// appositions on either side of a name, and verbs of appointment and departure.
//
// It reads what stands next to a name. It does not know who held what office at a date, and it leaves a status
// "unstated" where the words do not tell.
package role

import (
	"slices"
	"strings"

	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var (
	personNouns = lexicon.Load("person_nouns")
	titles      = lexicon.LoadPhrases("titles")
	roleVerbs   = lexicon.Load("role_verbs")
)

// Read adds the roles of doc, in order.
func Read(doc *text.Doc) {
	r := reader{doc: doc}
	for i := range doc.Names {
		if doc.Names[i].Kind == text.Person {
			r.name(i)
		}
	}
	r.verbs()
	slices.SortStableFunc(r.out, func(a, b text.Role) int { return a.Start - b.Start })
	doc.Roles = r.out
	fillTitles(doc)
}

type reader struct {
	doc *text.Doc
	out []text.Role
}

// name reads the words around the person's name number i.
func (r *reader) name(i int) {
	n := r.doc.Names[i]
	if r.before(n) {
		r.party(n)
		return
	}
	r.after(n)
	r.ahead(n)
}

// before reads a title or office right before a name: "Senator X", "White House press secretary X".
func (r *reader) before(n text.Name) bool {
	doc := r.doc
	phrase := phraseAt(doc, n.First)
	first := n.First
	if !n.Title.Empty() {
		first = n.Title.First
		if row, ok := titles().Row(strings.ToLower(doc.Words(n.Title))); ok && row.Field(1) == "honorific" && (phrase == nil || phrase.First == first) {
			return false
		}
	}
	if phrase != nil && phrase.First < n.First && phrase.Head < n.Last {
		first = min(first, skipDeterminer(doc, phrase.Range))
	}
	office := text.Range{First: first, Last: n.First}
	if office.Empty() || !holdsPerson(doc, office) || possessiveEnd(doc, office) {
		return false
	}
	r.add(n, office, doc.SpanOf(office).Union(doc.SpanOf(n.Range)))
	return true
}

// party adds "(R-SC)" to a legislator's role.
func (r *reader) party(n text.Name) {
	doc := r.doc
	if n.Last+1 >= len(doc.Tokens) || doc.Lower(n.Last) != "(" {
		return
	}
	for j := n.Last + 1; j < len(doc.Tokens) && j < n.Last+7; j++ {
		if doc.Lower(j) == ")" {
			last := &r.out[len(r.out)-1]
			last.Span = last.Span.Union(doc.Tokens[j].Span)
			last.Title += " " + doc.Exact(text.Span{Start: doc.Tokens[n.Last].Start, End: doc.Tokens[j].End})
			return
		}
	}
}

// after reads an apposition that follows: "X, the envoy for Y,".
func (r *reader) after(n text.Name) {
	doc := r.doc
	at := n.Last
	if at+1 >= len(doc.Tokens) || doc.Lower(at) != "," {
		return
	}
	at++
	if doc.Tokens[at].Tag == text.NUM && at+2 < len(doc.Tokens) && doc.Lower(at+1) == "," {
		at += 2 // an age: "X, 43, a docker"
	}
	office := nounPhraseFrom(doc, at)
	if office.Empty() || !holdsPerson(doc, headOf(doc, at)) {
		return
	}
	r.add(n, office, doc.SpanOf(text.Range{First: n.First, Last: office.Last}))
}

// ahead reads an apposition that leads: "the former head of Y, X,", "his envoy, X".
func (r *reader) ahead(n text.Name) {
	doc := r.doc
	if n.First < 2 || doc.Lower(n.First-1) != "," || !closesApposition(doc, n) {
		return
	}
	end := n.First - 1
	first := phraseChainBefore(doc, end)
	office := text.Range{First: first, Last: end}
	if office.Empty() || !holdsPerson(doc, headOf(doc, first)) {
		return
	}
	r.add(n, office, doc.SpanOf(text.Range{First: first, Last: n.Last}))
}

// closesApposition reports whether the name is followed by a comma, a verb or the end: not by more of a list.
func closesApposition(doc *text.Doc, n text.Name) bool {
	if n.Last >= len(doc.Tokens) {
		return true
	}
	tok := &doc.Tokens[n.Last]
	return tok.Tag == text.PUNCT || tok.Tag == text.VERB || tok.Tag == text.AUX
}

// add records a role, with its status read off the office's words.
func (r *reader) add(n text.Name, office text.Range, span text.Span) {
	office, status := statusOf(r.doc, office)
	if office.Empty() {
		return
	}
	words := r.doc.Words(office)
	r.out = append(r.out, text.Role{Span: span, Name: r.doc.SpanOf(n.Range), FullName: n.Full, Office: r.doc.SpanOf(office), Title: words, Status: status})
}

// statusOf reads "former", "acting", "nominee for" off an office; of a nominee's phrase only the office is left.
func statusOf(doc *text.Doc, office text.Range) (text.Range, text.RoleStatus) {
	status := text.Unstated
	for j := office.First; j < office.Last; j++ {
		switch doc.Lower(j) {
		case "former", "ex", "previous", "then", "late", "retired", "onetime", "past":
			return office, text.Former
		case "acting", "interim", "caretaker":
			return office, text.Acting
		case "outgoing", "departing":
			return office, text.Outgoing
		case "suspended":
			return office, text.Suspended
		case "elect", "designate":
			return office, text.Nominee
		case "nominee", "candidate", "pick", "choice", "appointee", "nominated":
			if next := j + 1; next < office.Last && (doc.Lower(next) == "for" || doc.Lower(next) == "as" || doc.Lower(next) == "to") {
				return skipArticle(doc, text.Range{First: next + 1, Last: office.Last}), text.Nominee
			}
			return office, text.Nominee
		}
		if officeNoun(doc, j) {
			status = text.InOffice
		}
	}
	return office, status
}

// officeNoun reports whether token j names an office that one holds, not an occupation or kin.
func officeNoun(doc *text.Doc, j int) bool {
	row, ok := titles().Row(doc.Tokens[j].Lemma)
	return ok && row.Field(1) == "office"
}

// holdsPerson reports whether a range holds a noun for a person or a title.
func holdsPerson(doc *text.Doc, r text.Range) bool {
	for j := r.First; j < r.Last; j++ {
		if personNouns().Has(doc.Tokens[j].Lemma) || personNouns().Has(doc.Lower(j)) {
			return true
		}
		if _, n := titles().Match(j, r.Last, doc.Lower); n > 0 {
			return true
		}
	}
	return false
}

// possessiveEnd reports whether a range ends in "'s": the name after it is somebody else's.
func possessiveEnd(doc *text.Doc, r text.Range) bool {
	lower := doc.Lower(r.Last - 1)
	return lower == "'s" || lower == "'"
}
