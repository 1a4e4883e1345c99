// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"encoding/json"
	"io"
	"strings"

	"stemma/internal/news"
)

// schema names the form of JSON that this package writes. Fields may be added under one name, never changed.
const schema = "stemma.brief/1"

type jsonBrief struct {
	Schema  string      `json:"schema"`
	Version string      `json:"version"`
	Since   string      `json:"since,omitempty"` // the moment of changes
	Stories []jsonStory `json:"stories"`
}

type jsonStory struct {
	ID         string          `json:"id"`
	Title      string          `json:"title"`
	From       *string         `json:"from"`
	To         *string         `json:"to"`
	Reports    []jsonReport    `json:"reports"`
	Origins    []jsonOrigin    `json:"origins"`
	Links      []jsonLink      `json:"links"` // every dependent pair, within and across origins
	Entities   []jsonEntity    `json:"entities"`
	Statements []jsonStatement `json:"statements"`
	Facts      []jsonFact      `json:"facts"`
	Timeline   []jsonEntry     `json:"timeline"`
	Talks      jsonTalks       `json:"talks"`
	Changes    *jsonChanges    `json:"changes,omitempty"` // where it was asked what is new
	Why        []jsonTie       `json:"why"`
	Related    []jsonRelated   `json:"related"`
}

// A jsonTie says why a report stands in a story: what it shares with the others there.
type jsonTie struct {
	Report string   `json:"report"`
	Names  []string `json:"names"`
	Days   []string `json:"days"`
	Words  []string `json:"words"`
}

// A jsonRelated is another story of the brief about the same names.
type jsonRelated struct {
	ID    string   `json:"id"`
	Names []string `json:"names"`
}

type jsonOrigin struct {
	ID      string     `json:"id"`
	Label   string     `json:"label"`
	Reports []string   `json:"reports"`
	Links   []jsonLink `json:"links"`
}

type jsonLink struct {
	From     string        `json:"from"`
	To       string        `json:"to"`
	Label    news.Label    `json:"label"`
	Kind     news.LinkKind `json:"kind"`
	Directed bool          `json:"directed"` // false: which came first cannot be told
	Score    float64       `json:"score"`
	Evidence [][2]Evidence `json:"evidence"`
}

type jsonEntity struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Kind     string   `json:"kind"`
	Aliases  []string `json:"aliases"`
	Mentions int      `json:"mentions"`
	Country  *string  `json:"country"`
}

type jsonFact struct {
	ID        string          `json:"id"`
	Kind      string          `json:"kind"`
	Question  string          `json:"question"`
	Status    news.FactStatus `json:"status"`
	Versions  []jsonVersion   `json:"versions"`
	Relations []jsonRelation  `json:"relations"`
}

type jsonVersion struct {
	Value      string   `json:"value"`
	Statements []string `json:"statements"`
	Reports    int      `json:"reports"`
	Origins    int      `json:"origins"`
}

type jsonRelation struct {
	A        int               `json:"a"`
	B        int               `json:"b"`
	Relation news.RelationKind `json:"relation"`
	Why      string            `json:"why"`
}

type jsonEntry struct {
	From       *string  `json:"from"`
	To         *string  `json:"to"`
	Text       string   `json:"text"`
	Statements []string `json:"statements"`
}

func writeJSON(w io.Writer, b *Brief) error {
	out := jsonBrief{Schema: schema, Version: b.Version, Stories: []jsonStory{}}
	for _, s := range b.Stories {
		out.Stories = append(out.Stories, newForm(s.Entities).story(s))
	}
	if b.Changes != nil {
		out.Since = b.Changes.Since.String()
		for i, c := range b.Changes.Stories {
			out.Stories[i].Changes = formChanges(c)
		}
	}
	return encode(w, out, " ")
}

// encode writes v as JSON that keeps "<" and "&" readable.
func encode(w io.Writer, v any, indent string) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	return enc.Encode(v)
}

// A form gives the nouns of one story their JSON form.
type form struct {
	at    *Positions
	names map[string]string // name or alias -> id of the only entity that bears it
}

func newForm(entities []*news.Entity) *form {
	f := &form{NewPositions(), map[string]string{}}
	for _, e := range entities {
		for _, alias := range e.Aliases {
			if id, taken := f.names[alias]; taken && id != e.ID {
				f.names[alias] = "" // two people of one surname: the words say it better
			} else {
				f.names[alias] = e.ID
			}
		}
	}
	for _, e := range entities {
		f.names[e.Name] = e.ID
	}
	return f
}

func (f *form) story(s *news.Story) jsonStory {
	out := jsonStory{
		ID: s.ID, Title: s.Title, From: orNull(s.From), To: orNull(s.To),
		Reports: []jsonReport{}, Origins: []jsonOrigin{}, Links: f.links(s.Links), Entities: formEntities(s.Entities),
		Statements: f.statements(s.Statements), Facts: []jsonFact{}, Timeline: []jsonEntry{}, Talks: f.talks(s.Talks),
		Why: []jsonTie{}, Related: []jsonRelated{},
	}
	for i, tie := range s.Ties {
		out.Why = append(out.Why, jsonTie{s.Reports[i].ID, list(tie.Names), list(tie.Days), list(tie.Words)})
	}
	for _, r := range s.Related {
		out.Related = append(out.Related, jsonRelated{r.Story.ID, list(r.Names)})
	}
	for _, r := range s.Reports {
		out.Reports = append(out.Reports, f.report(r, s.OriginOf(r)))
	}
	for _, o := range s.Origins {
		out.Origins = append(out.Origins, jsonOrigin{o.ID, o.Label, reportIDs(o.Reports), f.links(o.Links)})
	}
	for _, fact := range s.Facts {
		out.Facts = append(out.Facts, formFact(fact))
	}
	for _, e := range s.Timeline {
		out.Timeline = append(out.Timeline, jsonEntry{orNull(e.From), orNull(e.To), e.Text, statementIDs(e.Statements)})
	}
	return out
}

func (f *form) links(links []news.Link) []jsonLink {
	out := make([]jsonLink, 0, len(links))
	for _, l := range links {
		out = append(out, jsonLink{l.From.ID, l.To.ID, l.Label, l.Kind, l.Directed, l.Score, f.passages(l.Evidence)})
	}
	return out
}

func (f *form) passages(pairs [][2]news.Evidence) [][2]Evidence {
	out := make([][2]Evidence, 0, len(pairs))
	for _, pair := range pairs {
		out = append(out, [2]Evidence{f.at.Evidence(pair[0]), f.at.Evidence(pair[1])})
	}
	return out
}

func formEntities(entities []*news.Entity) []jsonEntity {
	out := make([]jsonEntity, 0, len(entities))
	for _, e := range entities {
		out = append(out, jsonEntity{e.ID, e.Name, string(e.Kind), list(e.Aliases), e.Mentions, orNull(e.Country)})
	}
	return out
}

func formFact(f *news.Fact) jsonFact {
	out := jsonFact{f.ID, f.Kind, f.Question, f.Status, []jsonVersion{}, []jsonRelation{}}
	for _, v := range f.Versions {
		out.Versions = append(out.Versions, jsonVersion{v.Value, statementIDs(v.Statements), v.Reports, v.Origins})
	}
	for _, r := range f.Relations {
		out.Relations = append(out.Relations, jsonRelation(r))
	}
	return out
}

func reportIDs(reports []*news.Report) []string {
	out := make([]string, 0, len(reports))
	for _, r := range reports {
		out = append(out, r.ID)
	}
	return out
}

func statementIDs(statements []*news.Statement) []string {
	out := make([]string, 0, len(statements))
	for _, s := range statements {
		out = append(out, s.ID)
	}
	return out
}

// orNull is nil for an empty string, which JSON shows as null.
func orNull(s string) *string {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return &s
}

// list is xs, never nil, so that JSON shows [].
func list[T any](xs []T) []T {
	if xs == nil {
		return []T{}
	}
	return xs
}
