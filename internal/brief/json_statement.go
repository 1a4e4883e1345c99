// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"stemma/internal/news"
	"stemma/internal/text"
)

type jsonStatement struct {
	ID           string             `json:"id"`
	Report       string             `json:"report"`
	Kind         news.StatementKind `json:"kind"`
	Evidence     Evidence           `json:"evidence"`
	MoreEvidence []Evidence         `json:"more_evidence"`
	Text         string             `json:"text"`
	Attribution  *jsonAttribution   `json:"attribution"`
	Modality     text.Modality      `json:"modality"`
	Negated      bool               `json:"negated"`
	Headline     bool               `json:"headline"`
	Sentence     int                `json:"sentence"`
	Quantity     *jsonQuantity      `json:"quantity"`
	Role         *jsonRole          `json:"role"`
	Concept      string             `json:"concept"` // what an event tells of, in the words of the thesaurus
	Event        *jsonEvent         `json:"event"`
	When         *jsonWhen          `json:"when"`
}

type jsonAttribution struct {
	Source      string            `json:"source"`
	Evidence    *Evidence         `json:"evidence"`
	Entity      *string           `json:"entity"`
	Anonymous   bool              `json:"anonymous"`
	Conditions  string            `json:"conditions"`
	Cue         string            `json:"cue"`
	CueEvidence *Evidence         `json:"cue_evidence"`
	Via         []jsonAttribution `json:"via"`
}

type jsonQuantity struct {
	Min         *float64          `json:"min"`
	Max         *float64          `json:"max"`
	Approximate bool              `json:"approximate"`
	Item        string            `json:"item"`
	Unit        *string           `json:"unit"`
	Per         *string           `json:"per"`
	Kind        text.QuantityKind `json:"kind"`
	Word        *string           `json:"word"` // the vague word that gave the bounds: "dozens"
}

type jsonRole struct {
	Name   string          `json:"name"`
	Role   string          `json:"role"`
	Status text.RoleStatus `json:"status"`
}

type jsonEvent struct {
	Type      string   `json:"type"`
	Actor     []string `json:"actor"` // ids of entities, or the words where they are nobody's name alone
	Recipient []string `json:"recipient"`
	Place     string   `json:"place"`
}

type jsonWhen struct {
	From        *string `json:"from"`
	To          *string `json:"to"`
	Approximate bool    `json:"approximate"`
}

func (f *form) statements(statements []*news.Statement) []jsonStatement {
	out := make([]jsonStatement, 0, len(statements))
	for _, s := range statements {
		out = append(out, f.statement(s))
	}
	return out
}

func (f *form) statement(s *news.Statement) jsonStatement {
	return jsonStatement{
		ID: s.ID, Report: s.Report.ID, Kind: s.Kind, Text: s.Text,
		Evidence:     f.at.Evidence(news.Evidence{Report: s.Report, Span: s.Evidence}),
		MoreEvidence: f.at.all(s.Report, s.More),
		Attribution:  f.attribution(s.Report, s.Attribution),
		Modality:     s.Modality, Negated: s.Negated, Headline: s.Headline, Sentence: s.Sentence,
		Quantity: formQuantity(s.Report, s.Quantity), Role: formRole(s.Report, s.Role), Concept: concept(s.Event), Event: f.event(s.Report, s.Event),
		When: formWhen(s.Time),
	}
}

func (f *form) attribution(r *news.Report, a *news.Attribution) *jsonAttribution {
	if a == nil {
		return nil
	}
	out := f.speaker(r, a)
	for _, outer := range a.Via {
		out.Via = append(out.Via, f.speaker(r, outer))
	}
	return &out
}

// speaker is one attribution without those around it, which its statement lists in one row.
func (f *form) speaker(r *news.Report, a *news.Attribution) jsonAttribution {
	out := jsonAttribution{
		Source: a.Source, Evidence: f.at.optional(r, a.Evidence), Anonymous: a.Anonymous, Conditions: a.Conditions,
		Cue: a.Cue, CueEvidence: f.at.optional(r, a.CueSpan), Via: []jsonAttribution{},
	}
	if a.Entity != nil {
		out.Entity = &a.Entity.ID
	}
	return out
}

func formQuantity(r *news.Report, q *text.Quantity) *jsonQuantity {
	if q == nil {
		return nil
	}
	return &jsonQuantity{
		Min: q.Min, Max: q.Max, Approximate: q.Approximate, Item: exact(r, q.Item), Unit: orNull(q.Unit),
		Per: orNull(exact(r, q.Per)), Kind: q.Kind, Word: orNull(q.Vague),
	}
}

func formRole(r *news.Report, role *text.Role) *jsonRole {
	if role == nil {
		return nil
	}
	name := role.FullName
	if name == "" {
		name = exact(r, role.Name)
	}
	return &jsonRole{name, role.Title, role.Status}
}

func formWhen(t *text.Time) *jsonWhen {
	if t == nil || t.From == "" && t.To == "" {
		return nil
	}
	return &jsonWhen{orNull(t.From), orNull(t.To), t.Approximate}
}

// event is a deed of PLOVER, or nil where an event is none.
func (f *form) event(r *news.Report, e *text.Event) *jsonEvent {
	if e == nil || e.Code == nil {
		return nil
	}
	return &jsonEvent{e.Code.Type, f.actors(r, e.Code.Actors), f.actors(r, e.Code.Recipients), exact(r, e.Place)}
}

func concept(e *text.Event) string {
	if e == nil {
		return ""
	}
	return e.Concept
}

// actors are ids of entities where the words name one, else the words themselves.
func (f *form) actors(r *news.Report, spans []text.Span) []string {
	out := make([]string, 0, len(spans))
	for _, span := range spans {
		out = append(out, f.actor(r, span))
	}
	return out
}

func (f *form) actor(r *news.Report, span text.Span) string {
	words := exact(r, span)
	if id := f.names[words]; id != "" {
		return id
	}
	// "former minister Ana Ruiz" is Ana Ruiz; "Tervanian officials" is not Tervania, nor "critics of Ana Ruiz" she.
	found := ""
	for _, n := range namesIn(r, span) {
		if n.Embedded || n.Demonym || !heads(r.Doc, n, span) {
			continue
		}
		id := f.names[n.Full]
		if id == "" || found != "" && found != id {
			return words
		}
		found = id
	}
	if found != "" {
		return found
	}
	return words
}

// heads reports whether a name is what the words of a span are about: it holds the word that governs them, or names it.
func heads(doc *text.Doc, n text.Name, span text.Span) bool {
	within := doc.RangeOf(span)
	for i := n.First; i < n.Last; i++ {
		tok := &doc.Tokens[i]
		switch {
		case n.Holds(tok.Head):
		case !within.Holds(tok.Head), tok.Rel == "appos", text.IsRel(tok.Rel, "flat"), tok.Rel == "nmod:desc":
			return true
		}
	}
	return false
}

// namesIn is the names that stand inside span.
func namesIn(r *news.Report, span text.Span) []text.Name {
	if r == nil || r.Doc == nil {
		return nil
	}
	within := r.Doc.RangeOf(span)
	names := r.Doc.Names
	lo, hi := 0, len(names)
	for lo < hi {
		mid := (lo + hi) / 2
		if names[mid].First < within.First {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	end := lo
	for end < len(names) && names[end].First < within.Last {
		end++
	}
	return names[lo:end]
}
