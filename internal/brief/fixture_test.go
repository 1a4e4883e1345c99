// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"stemma/internal/news"
	"stemma/internal/text"
)

// A maker builds a story by hand, finding spans by their words.
type maker struct {
	t     testing.TB
	story *news.Story
}

func (m *maker) report(id, outlet, title, body string) *news.Report {
	doc := &text.Doc{Text: title + "\n\n" + body, Title: text.Span{Start: 0, End: len(title)}}
	for _, at := range regexp.MustCompile(`[\pL\pM\pN]+|[^\pL\pM\pN\s]`).FindAllStringIndex(doc.Text, -1) {
		word := doc.Text[at[0]:at[1]]
		doc.Tokens = append(doc.Tokens, text.Token{Span: text.Span{Start: at[0], End: at[1]}, Lower: strings.ToLower(word), Lemma: strings.ToLower(word), Tag: text.X})
	}
	first := 0
	for i, tok := range doc.Tokens {
		breaks := i+1 == len(doc.Tokens) || strings.Contains(doc.Text[tok.End:doc.Tokens[i+1].Start], "\n")
		dateline := doc.Word(i) == "—" || doc.Word(i) == "–" || i > 0 && doc.Word(i) == "-" && doc.Word(i-1) == "-"
		if breaks || dateline || doc.Word(i) == "." {
			r := text.Range{First: first, Last: i + 1}
			doc.Sentences = append(doc.Sentences, text.Sentence{Span: doc.SpanOf(r), Range: r, Dateline: dateline})
			first = i + 1
		}
	}
	r := &news.Report{
		ID: id, Input: "in/" + id + ".txt", SHA256: "sha256:" + strings.Repeat("0", 63) + id[1:], Outlet: outlet, Title: title,
		Language: "en", PublishedBasis: news.FromNone, Doc: doc,
	}
	m.story.Reports = append(m.story.Reports, r)
	return r
}

func (m *maker) span(r *news.Report, words string) text.Span {
	m.t.Helper()
	at := strings.Index(r.Doc.Text, words)
	if at < 0 {
		m.t.Fatalf("%s does not hold %q", r.ID, words)
	}
	return text.Span{Start: at, End: at + len(words)}
}

func (m *maker) evidence(r *news.Report, words string) news.Evidence {
	m.t.Helper()
	return news.Evidence{Report: r, Span: m.span(r, words)}
}

func (m *maker) say(r *news.Report, kind news.StatementKind, words string, by *news.Attribution) *news.Statement {
	m.t.Helper()
	s := &news.Statement{
		ID: "s" + strconv.Itoa(len(m.story.Statements)+1), Report: r, Kind: kind, Evidence: m.span(r, words),
		Text: oneLine(words), Attribution: by, Modality: text.Asserted,
	}
	s.Sentence = r.Doc.SentenceAt(r.Doc.TokenAt(s.Evidence.Start))
	m.story.Statements = append(m.story.Statements, s)
	return s
}

func (m *maker) by(r *news.Report, source, at, cue string) *news.Attribution {
	m.t.Helper()
	return &news.Attribution{Source: source, Evidence: m.span(r, at), Cue: cue, CueSpan: m.span(r, cue)}
}

func (m *maker) fact(kind, question string, status news.FactStatus, versions ...news.Version) *news.Fact {
	f := &news.Fact{ID: "f" + strconv.Itoa(len(m.story.Facts)+1), Kind: kind, Question: question, Status: status, Versions: versions}
	m.story.Facts = append(m.story.Facts, f)
	return f
}

func version(value string, reports, origins int, statements ...*news.Statement) news.Version {
	return news.Version{Value: value, Statements: statements, Reports: reports, Origins: origins}
}

func amount(f float64) *float64 { return &f }

const wireBody = `PORT SALL — Envoys of Tervania met the Reed Front here on Monday, their first direct meeting since 2019.

About 14 of the crew of the trawler Marigold are alive, Foreign Minister Ana Ruiz said. “We will not leave a single sailor behind,” she said.

A Kelmari diplomat, speaking on condition of anonymity because the talks are delicate, said that Kelmar had carried messages between the two for a month.

The Reed Front wants 60 prisoners freed for every sailor, and it wants the first group by 20 March. Ruiz denied that any list of names had been agreed.

Photo: Iva Dorn`

const sailBody = `Some 14 sailors of the Marigold are believed to be alive, the Tervanian foreign minister, Ana Ruiz, has said after envoys sat down with the Reed Front on Monday.

“We will not leave a single sailor behind,” Ruiz told reporters. The Front wants 60 prisoners for every sailor, Harbour Wire reported.`

const postBody = `Café Ébène 🐟 in Port Sall was an odd place to bargain over lives. Yet Tervanian envoys and men of the Reed Front faced each other across its tables on Monday.

“Seventeen sailors are breathing, and not one fewer,” Idris Vell, the Front’s spokesman, told Radio Kelmar. A coast guard officer put the figure at fourteen.

Kelmar’s envoy, Tove Marsh, chaired the morning session. In a second phase, both sides would open the strait to fishing boats.`

const hostileBody = "\x1b[31mALERT\x1b[0m <script>alert('tea')</script> & <b>bold</b> </style></p>\n\n" +
	"\u202Eevil txet\u202C says *nothing* | `code` [click](javascript:alert(1)) <img src=x onerror=alert(1)> https://example.invalid/x \u0007done."

// makeStory is an invented story that uses everything a brief can show.
func makeStory(t *testing.T) *news.Story {
	t.Helper()
	m := &maker{t, &news.Story{ID: "marigold", Title: "Tervania and the Reed Front meet over the Marigold’s crew", From: "2031-03-04", To: "2031-03-06"}}
	wire := m.report("r1", "Harbour Wire", "Tervania meets Reed Front over trawler’s crew", wireBody)
	wire.Published, wire.PublishedBasis, wire.Authors, wire.URL = "2031-03-04", news.FromMeta, []string{"Lene Aarup"}, "https://harbour.example/marigold"
	wire.Dropped = []news.Dropped{{Text: "Home News Sport", Why: "navigation"}, {Text: "Ferry fares rise", Why: "teaser"}, {Text: "Share", Why: "navigation"}}
	wire.Credits = []news.Credit{{Kind: news.Photo, Name: "Iva Dorn", Evidence: m.span(wire, "Photo: Iva Dorn"), Words: "Photo: Iva Dorn"}}
	sail := m.report("r2", "Daily Sail", "Marigold: “not a single sailor left behind”", sailBody)
	sail.Published, sail.PublishedBasis = "2031-03-05T09:30:00Z", news.FromJSONLD
	sail.Credits = []news.Credit{{Kind: news.Cites, Name: "Harbour Wire", Evidence: m.span(sail, "Harbour Wire reported"), Words: "Harbour Wire reported"}}
	post := m.report("r3", "Lantern Post", "More of the crew live than thought, says the Front", postBody)
	post.Published, post.PublishedBasis = "2031-03-06", news.FromByline
	hostile := m.hostileReport()
	m.lineage(wire, sail, post)
	m.people()
	m.crew(wire, sail, post)
	m.meeting(wire, sail, post)
	m.terms(wire, sail, post)
	m.hostile(hostile)
	return m.story
}

func (m *maker) hostileReport() *news.Report {
	r := m.report("r4", "<i>Gull</i>\x1b[2J Gazette", "<script>alert('title')</script> [x](javascript:alert(1)) \u202Erev", hostileBody)
	r.URL, r.Input, r.Language = "javascript:alert(1)", "in/<script>.html", `en" onload="alert(1)`
	return r
}

func (m *maker) hostile(r *news.Report) {
	by := m.by(r, "<b>Mallory</b>\x1b]0;title\x07 # *x*", "\u202Eevil txet\u202C", "says")
	a := m.say(r, news.OtherKind, "*nothing* | `code` [click](javascript:alert(1)) <img src=x onerror=alert(1)> https://example.invalid/x", by)
	b := m.say(r, news.OtherKind, "<script>alert('tea')</script> & <b>bold</b> </style></p>", nil)
	f := m.fact("other", "# <script>alert('question')</script> | *which*?", news.Contested,
		version("</style><script>alert('value')</script>\x1b[1m", 1, 1, a), version("| `b` | <b>", 1, 1, b))
	f.Relations = []news.Relation{{A: 0, B: 1, Relation: news.Contradict, Why: "<img src=x>\x1b[5m \u202Ewhy"}}
}

func (m *maker) lineage(wire, sail, post *news.Report) {
	link := news.Link{From: sail, To: wire, Label: news.Same, Kind: news.Rewrites, Directed: true, Score: 0.83, Evidence: [][2]news.Evidence{
		{m.evidence(sail, "14 sailors of the Marigold are believed to be alive"), m.evidence(wire, "14 of the crew of the trawler Marigold are alive")},
		{m.evidence(sail, "We will not leave a single sailor behind"), m.evidence(wire, "We will not leave a single sailor behind")},
	}}
	part := news.Link{From: post, To: wire, Label: news.Partial, Kind: news.Copies, Score: 0.12, Evidence: [][2]news.Evidence{
		{m.evidence(post, "Port Sall"), m.evidence(wire, "PORT SALL")},
	}}
	m.story.Links = []news.Link{link, part}
	m.story.Origins = []*news.Origin{
		{ID: "o1", Label: "Harbour Wire", Reports: []*news.Report{wire, sail}, Links: []news.Link{link}},
		{ID: "o2", Label: "Lantern Post", Reports: []*news.Report{post}},
		{ID: "o3", Label: "Gull", Reports: m.story.Reports[3:4]},
	}
}

func (m *maker) people() {
	m.story.Entities = []*news.Entity{
		{ID: "e1", Name: "Ana Ruiz", Kind: text.Person, Aliases: []string{"Ruiz"}, Mentions: 4},
		{ID: "e2", Name: "Reed Front", Kind: text.Group, Aliases: []string{"Front"}, Mentions: 5},
		{ID: "e3", Name: "Tervania", Kind: text.Place, Mentions: 4, Country: "Tervania"},
	}
}

// crew is the contested figure, with its speakers.
func (m *maker) crew(wire, sail, post *news.Report) {
	ruiz := m.story.Entities[0]
	a := m.say(wire, news.Quantity, "About 14 of the crew of the trawler Marigold", m.by(wire, "Ana Ruiz", "Foreign Minister Ana Ruiz", "said"))
	a.Quantity = &text.Quantity{Kind: text.Count, Min: amount(14), Max: amount(14), Approximate: true, Item: m.span(wire, "the crew of the trawler Marigold")}
	b := m.say(sail, news.Quantity, "Some 14 sailors", m.by(sail, "Ana Ruiz", "Ana Ruiz", "said"))
	c := m.say(post, news.Quantity, "Seventeen sailors", m.by(post, "Idris Vell", "Idris Vell", "told"))
	d := m.say(post, news.Quantity, "fourteen", m.by(post, "A coast guard officer", "A coast guard officer", "put"))
	d.Attribution.Anonymous = true
	a.Attribution.Entity, b.Attribution.Entity = ruiz, ruiz
	c.Attribution.Via = []*news.Attribution{{Source: "Radio Kelmar", Evidence: m.span(post, "Radio Kelmar")}}
	f := m.fact("quantity", "How many of the Marigold’s crew are alive?", news.Contested,
		version("about 14", 3, 2, a, b, d), version("17", 1, 1, c))
	f.Relations = []news.Relation{{A: 0, B: 1, Relation: news.Contradict, Why: "about 14 and 17 differ by more than “about” allows"}}

	q := m.by(wire, "Ana Ruiz", "she", "said")
	q.Entity = ruiz
	m.say(wire, news.Quotation, "We will not leave a single sailor behind,", q)
	p := m.by(sail, "Ana Ruiz", "Ruiz", "told")
	p.Entity = ruiz
	m.say(sail, news.Quotation, "We will not leave a single sailor behind,", p)
	m.say(post, news.Quotation, "Seventeen sailors are breathing, and not one fewer,", m.by(post, "Idris Vell", "Idris Vell", "told"))
}

// meeting is what both origins say, and an update.
func (m *maker) meeting(wire, sail, post *news.Report) {
	a := m.say(wire, news.Event, "Envoys of Tervania met the Reed Front here on Monday", nil)
	actors, recipients := []text.Span{m.span(wire, "Tervania")}, []text.Span{m.span(wire, "Reed Front")}
	a.Event = &text.Event{
		Concept: "meet", Actors: actors, Recipients: recipients, Place: m.span(wire, "PORT SALL"),
		Code: &text.Code{Type: "CONSULT", Actors: actors, Recipients: recipients},
	}
	a.Time = &text.Time{Span: m.span(wire, "Monday"), From: "2031-03-03", To: "2031-03-03", Type: "DATE", Value: "2031-03-03"}
	wire.Doc.Times = []text.Time{*a.Time, {Span: m.span(wire, "since 2019"), From: "2019-01-01", Type: "DATE", Value: "2019", Mod: "START"}}
	b := m.say(sail, news.Event, "envoys sat down with the Reed Front on Monday", nil)
	c := m.say(post, news.Event, "Tervanian envoys and men of the Reed Front faced each other across its tables on Monday", nil)
	m.fact("event", "Did Tervania and the Reed Front meet?", news.Corroborated, version("met on 3 March 2031", 3, 2, a, b, c))
	m.story.Timeline = []news.Entry{
		{From: "2019-01-01", Text: "the last direct meeting before this one", Statements: []*news.Statement{a}},
		{From: "2031-03-03", To: "2031-03-03", Text: "Envoys of Tervania met the Reed Front here on Monday", Statements: []*news.Statement{a, b, c}},
	}
	// Crossing spans: one begins inside the other and ends behind it, over a paragraph's end.
	m.say(wire, news.OtherKind, "on Monday, their first direct meeting since 2019.\n\nAbout 14", nil)
	d := m.say(wire, news.Time, "first direct meeting since 2019", nil)
	m.fact("time", "When did the two last meet?", news.SingleOrigin, version("2019", 1, 1, d))
}

// terms are the talks view, with an anonymous source and a denial.
func (m *maker) terms(wire, sail, post *news.Report) {
	anon := m.by(wire, "A Kelmari diplomat", "A Kelmari diplomat", "said that")
	anon.Anonymous, anon.Conditions = true, "on condition of anonymity because the talks are delicate"
	channel := m.say(wire, news.Event, "Kelmar had carried messages between the two for a month", anon)
	m.fact("channel", "Who carried messages?", news.SingleOrigin, version("Kelmar", 1, 1, channel))
	ask := m.say(wire, news.Position, "60 prisoners freed for every sailor", m.by(wire, "Reed Front", "The Reed Front", "wants"))
	ask.Modality, ask.More = text.Demanded, []text.Span{m.span(wire, "the first group by 20 March")}
	ask2 := m.say(sail, news.Position, "60 prisoners for every sailor", m.by(sail, "Reed Front", "The Front", "wants"))
	m.fact("position", "What does the Reed Front ask for?", news.SingleOrigin, version("60 prisoners a sailor", 2, 1, ask, ask2))
	deny := m.by(wire, "Ana Ruiz", "Ruiz", "denied")
	deny.Entity = m.story.Entities[0]
	list := m.say(wire, news.Comment, "any list of names had been agreed", deny)
	list.Negated = true
	strait := m.say(post, news.Position, "In a second phase, both sides would open the strait to fishing boats", nil)
	strait.Modality = text.Planned
	early := m.say(wire, news.Quantity, "the first group by 20 March", nil)
	up := m.fact("quantity", "When is the first group due?", news.Updated, version("20 March", 1, 1, early), version("second phase", 1, 1, strait))
	up.Relations = []news.Relation{{A: 0, B: 1, Relation: news.Update, Why: "the later report moves it"}}
	m.story.Talks = &news.Talks{
		Parties:     []news.Participant{{Name: "Tervania", Entity: m.story.Entities[2], Reports: 3, Origins: 2, Words: []news.Evidence{m.evidence(wire, "Envoys of Tervania")}}, {Name: "Reed Front", Reports: 3, Origins: 2}},
		Mediators:   []news.Participant{{Name: "Kelmar", Reports: 1, Origins: 1, Words: []news.Evidence{m.evidence(wire, "Kelmar had carried messages")}}},
		Venues:      []news.Participant{{Name: "Port Sall", Reports: 2, Origins: 2, Words: []news.Evidence{m.evidence(post, "Port Sall")}}},
		Negotiators: []news.Participant{{Name: "Tove Marsh", Role: "Kelmar’s envoy", Reports: 1, Origins: 1, Words: []news.Evidence{m.evidence(post, "Kelmar’s envoy, Tove Marsh")}}},
		Channels:    []news.Channel{{Between: []string{"Tervania", "Reed Front"}, Mode: "mediated", Through: []string{"Kelmar"}, Statements: []*news.Statement{channel}}},
		Captives:    []news.Row{{Text: "crew of the Marigold", State: "alive", Value: "about 14 / 17", Statements: m.story.Facts[0].Versions[0].Statements}},
		Terms:       []news.Row{{Text: "60 prisoners for every sailor", Phase: 1, Statements: []*news.Statement{ask, ask2}}, {Text: "the strait opens to fishing boats", Phase: 2, Statements: []*news.Statement{strait}}},
		Demands:     []news.Row{{Actor: "Reed Front", To: "Tervania", Text: "free 60 prisoners for every sailor", Statements: []*news.Statement{ask}}},
		Deadlines:   []news.Row{{Actor: "Reed Front", Text: "first group", From: "2031-03-20", Statements: []*news.Statement{early}}},
	}
}
