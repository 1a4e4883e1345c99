// SPDX-License-Identifier: Apache-2.0

package weigh

import (
	"maps"
	"slices"
	"strings"

	"stemma/internal/align"
	"stemma/internal/lexicon"
	"stemma/internal/text"
)

var (
	calendarWords = lexicon.Load("calendar_words")
	mediaWords    = lexicon.Load("clean_media")
	agencies      = lexicon.Load("clean_agencies")
)

// The concepts of who is answerable for what a report is about.
const (
	done      = "done"      // somebody claims it
	disowned  = "disowned"  // somebody says that it was not they
	unclaimed = "unclaimed" // nobody claims it yet
)

// responsible is what a proposition says of who is answerable for what its report is about: who claims it, that nobody does yet, or
// who denies it; nil where it says nothing of that.
func (w weigher) responsible(p *align.Proposition) *align.Proposition {
	if p.Kind != align.Saying && p.Kind != align.Happening {
		return nil
	}
	q := *p
	q.Kind, q.Content, q.Concept = doer, named(p.Actors), done
	switch {
	case p.Kind == align.Happening && !noClaim(p):
		return nil
	case p.Kind == align.Happening:
		q.Content, q.Concept = align.Terms{"c:nobody": true}, unclaimed
	case claimsIt(p):
		if source, _, _ := strings.Cut(lower(p.Attribution.Source), " "); p.Negated || source == "nobody" || source == "no" || source == "none" {
			q.Content, q.Concept = align.Terms{"c:nobody": true}, unclaimed
		}
	case denied(p) && w.blames(p):
		q.Concept = disowned
	default:
		return nil
	}
	if len(q.Content) == 0 {
		return nil
	}
	return &q
}

// claimsIt reports whether a saying is a claim of responsibility: "claimed responsibility", "the attack was claimed by".
func claimsIt(p *align.Proposition) bool {
	if p.Kind != align.Saying || !strings.Contains(lower(p.Attribution.Cue), "claim") {
		return false
	}
	return p.Content["c:cause"] || p.Thing && (p.Content["c:attack"] || p.Content["c:bomb"])
}

// noClaim reports whether an event tells that nobody claims it yet: "there was no immediate claim of responsibility".
func noClaim(p *align.Proposition) bool {
	if !p.Content["c:claim"] || !p.Content["c:cause"] {
		return false
	}
	doc := p.Report.Doc
	words := doc.RangeOf(p.Evidence)
	for i := words.First; i < words.Last; i++ {
		if lower := doc.Lower(i); lower == "no" || lower == "nobody" || lower == "not" {
			return true
		}
	}
	return false
}

// blames reports whether what is denied is harm done, or the blame for it.
func (w weigher) blames(p *align.Proposition) bool {
	for t := range p.Content {
		switch t {
		case "c:accuse", "c:cause", "c:allegation":
			return true
		}
		if t[0] == 'c' && harmful[string(t[2:])] {
			return true
		}
	}
	return false
}

// culprits is who did a deed: those named, and the sort of armed or state body.
func (w weigher) culprits(p *align.Proposition) align.Terms {
	out := align.Terms{}
	for _, span := range p.Event.Actors {
		if cited(p.Report.Doc, span) {
			continue
		}
		for t := range w.scene.Terms(p.Report, belonging(p.Report.Doc, span)) {
			if t[0] == 'e' || armed[t] {
				out[t] = true
			}
		}
	}
	maps.DeleteFunc(out, func(t align.Term, _ bool) bool {
		e := w.scene.Entities.Named(string(t[2:]))
		return t[0] == 'e' && (e == nil || e.Kind == text.Place && e.Country == "" || reporting(string(t[2:])))
	})
	return out
}

// watchers are the last words of names of those who count and tell of what others do.
var watchers = map[string]bool{"observatory": true, "agency": true, "press": true, "radio": true, "television": true, "tv": true, "monitor": true, "network": true}

// reporting reports whether a lower-case name is that of somebody who tells of deeds, or of a day or month: "the observatory", "october".
func reporting(name string) bool {
	words := strings.Fields(name)
	for _, word := range words {
		if calendarWords().Has(word) || calendarWords().Has(strings.TrimSuffix(word, "s")) || calendarWords().Has(word+".") {
			return true
		}
	}
	last := words[len(words)-1]
	return watchers[last] || mediaWords().Has(last) || agencies().Has(name)
}

// belonging is a span with the body that it says those named belong to: "a fighter | from the Northern Front".
func belonging(doc *text.Doc, span text.Span) text.Span {
	next := doc.RangeOf(span).Last
	if next >= len(doc.Tokens) || doc.Lower(next) != "from" && doc.Lower(next) != "of" {
		return span
	}
	for _, name := range doc.Names {
		if name.First > next && name.First <= next+2 {
			span.End = doc.SpanOf(name.Range).End
		}
	}
	return span
}

// cited reports whether words are those of a source: "the ministry said in a statement".
func cited(doc *text.Doc, span text.Span) bool {
	return slices.ContainsFunc(doc.Attributions, func(a text.Attribution) bool { return a.Source.Overlaps(span) })
}

// armed are the sorts of those who can do harm.
var armed = map[align.Term]bool{
	"c:army": true, "c:government": true, "c:rebel": true, "c:militant": true, "c:terrorist": true, "c:police": true, "c:gang": true,
	"c:gunman": true, "c:regime": true, "c:soldier": true, "c:coalition": true, "c:opposition": true, "c:militia": true, "c:bomber": true,
}

// sortOf reports whether one set names an armed group and the other only says that there was one.
func (j judge) sortOf(a, b align.Terms) bool {
	return j.group(a) && irregular(b) || j.group(b) && irregular(a)
}

func (j judge) group(terms align.Terms) bool {
	for t := range terms {
		if e := j.scene.Entities.Named(string(t[2:])); t[0] == 'e' && e != nil && e.Country == "" && (e.Kind == text.Group || e.Kind == text.Organisation) {
			return true
		}
	}
	return false
}

func irregular(terms align.Terms) bool {
	for _, t := range []align.Term{"c:rebel", "c:militant", "c:terrorist", "c:gunman", "c:bomber", "c:gang", "c:opposition", "c:militia"} {
		if terms[t] {
			return true
		}
	}
	return false
}
