// SPDX-License-Identifier: Apache-2.0

package brief

import "stemma/internal/news"

type jsonTalks struct {
	Parties     []jsonParticipant `json:"parties"`
	Mediators   []jsonParticipant `json:"mediators"`
	Venues      []jsonParticipant `json:"venues"`
	Negotiators []jsonParticipant `json:"negotiators"`
	Channels    []jsonChannel     `json:"channels"`
	Captives    []jsonRow         `json:"captives"`
	Terms       []jsonRow         `json:"terms"`
	Demands     []jsonRow         `json:"demands"`
	Deadlines   []jsonRow         `json:"deadlines"`
	Positions   []jsonRow         `json:"positions"`
	Policy      []jsonRow         `json:"policy"`
}

type jsonParticipant struct {
	Name    string     `json:"name"`
	Entity  *string    `json:"entity"`
	Role    *string    `json:"role"`
	Reports int        `json:"reports"`
	Origins int        `json:"origins"`
	Words   []Evidence `json:"words"`
}

type jsonChannel struct {
	Between    []string `json:"between"`
	Mode       string   `json:"mode"`
	Through    []string `json:"through"`
	Statements []string `json:"statements"`
}

type jsonRow struct {
	Actor      *string  `json:"actor"`
	To         *string  `json:"to"`
	Text       string   `json:"text"`
	State      *string  `json:"state"`
	Phase      *int     `json:"phase"`
	Value      *string  `json:"value"`
	From       *string  `json:"from"`
	Statements []string `json:"statements"`
}

// talks is the view of a negotiation; all its lists are empty where the story is none.
func (f *form) talks(t *news.Talks) jsonTalks {
	if t == nil {
		t = &news.Talks{}
	}
	return jsonTalks{
		Parties: f.participants(t.Parties), Mediators: f.participants(t.Mediators), Venues: f.participants(t.Venues),
		Negotiators: f.participants(t.Negotiators), Channels: formChannels(t.Channels), Captives: formRows(t.Captives),
		Terms: formRows(t.Terms), Demands: formRows(t.Demands), Deadlines: formRows(t.Deadlines),
		Positions: formRows(t.Positions), Policy: formRows(t.Policy),
	}
}

func (f *form) participants(ps []news.Participant) []jsonParticipant {
	out := make([]jsonParticipant, 0, len(ps))
	for _, p := range ps {
		row := jsonParticipant{Name: p.Name, Role: orNull(p.Role), Reports: p.Reports, Origins: p.Origins, Words: []Evidence{}}
		if p.Entity != nil {
			row.Entity = &p.Entity.ID
		}
		for _, e := range p.Words {
			row.Words = append(row.Words, f.at.Evidence(e))
		}
		out = append(out, row)
	}
	return out
}

func formChannels(channels []news.Channel) []jsonChannel {
	out := make([]jsonChannel, 0, len(channels))
	for _, c := range channels {
		out = append(out, jsonChannel{list(c.Between), c.Mode, list(c.Through), statementIDs(c.Statements)})
	}
	return out
}

func formRows(rows []news.Row) []jsonRow {
	out := make([]jsonRow, 0, len(rows))
	for _, r := range rows {
		row := jsonRow{
			Actor: orNull(r.Actor), To: orNull(r.To), Text: r.Text, State: orNull(r.State), Value: orNull(r.Value),
			From: orNull(r.From), Statements: statementIDs(r.Statements),
		}
		if r.Phase != 0 {
			row.Phase = &r.Phase
		}
		out = append(out, row)
	}
	return out
}
