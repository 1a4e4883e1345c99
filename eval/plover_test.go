// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/score"
)

// A record is one of PLOVER's: a sentence with the class of its event. Those of whole documents are left out.
type record struct{ ID, Event, Text string }

// events scores the events of one-sentence records.
func (m measurer) events(shared string) string {
	m.Helper()
	gold := filepath.Join(shared, "data", "eventcoding", "plover", "PLOVER_GSR_CAMEO.visible.json")
	rows, read := filepath.Join(m.TempDir(), "rows.jsonl"), filepath.Join(m.TempDir(), "read.jsonl")
	m.run(m.python, filepath.Join(m.score, "events.py"), "prepare", gold, rows)
	m.run(m.stemma, "read", "--as-is", "-o", read, rows)
	figures := m.run(m.python, filepath.Join(m.score, "events.py"), "score", gold, read)
	var records []record
	decodeFile(m.T, gold, &records)
	records = slices.DeleteFunc(records, func(r record) bool { return r.Event == "" || r.Event == "DOCUMENT" || r.Text == "" })
	return "PLOVER gold records, visible part\n" + figures + missedEvents(records, m.classes(read))
}

// classes is the classes of the events that were read in each record, each once.
func (m measurer) classes(path string) map[string][]string {
	m.Helper()
	out := map[string][]string{}
	for _, r := range m.rows(path) {
		var given []string
		for _, s := range r.Statements {
			if s.Event != nil {
				given = append(given, s.Event.Type)
			}
		}
		slices.Sort(given)
		out[r.Input] = slices.Compact(given)
	}
	return out
}

// missedEvents counts by class the records of which no event has the class, and names them.
func missedEvents(records []record, classes map[string][]string) string {
	all, right, nothing, mistaken := score.Counts{}, score.Counts{}, score.Counts{}, score.Counts{}
	var silent, wrong []string
	for _, r := range records {
		given := classes[r.ID]
		all[r.Event]++
		switch {
		case slices.Contains(given, r.Event):
			right[r.Event]++
			continue
		case len(given) == 0:
			nothing[r.Event]++
			silent = append(silent, r.ID)
		default:
			wrong = append(wrong, r.ID+" as "+strings.Join(given, ", "))
		}
		for _, class := range given {
			mistaken[r.Event+" as "+class]++
		}
	}
	var b strings.Builder
	for _, c := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintf(&b, "  %-11s %2d records, %2d right, %2d without any event\n", c, all[c], right[c], nothing[c])
	}
	return "by class\n" + b.String() + mistaken.List("mistaken classes", 10) +
		score.First("records without any event", silent, 15) + score.First("records with other classes only", wrong, 15)
}

func TestRecordsWithoutTheirClassAreCounted(t *testing.T) {
	records := []record{{ID: "a", Event: "AID"}, {ID: "b", Event: "AID"}, {ID: "c", Event: "FIGHT"}}
	got := missedEvents(records, map[string][]string{"a": {"AID", "AGREE"}, "c": {"AID", "ASSAULT"}})
	want := `by class
  AID          2 records,  1 right,  1 without any event
  FIGHT        1 records,  0 right,  0 without any event
mistaken classes
  FIGHT as AID 1
  FIGHT as ASSAULT 1
records without any event 1
  b
records with other classes only 1
  c as AID, ASSAULT
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
