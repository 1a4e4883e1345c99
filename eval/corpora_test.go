// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// corpusFloors are what the readings of public corpora must reach; "at most" is turned round by a minus.
var corpusFloors = map[string]map[string]float64{
	"events": {"class": .5, "class and actor": .4, "whole event": .3, "-events printed per record": 2},
	"war":    {"quantities": .75, "attributions.source": .5},
}

// TestScoreCorpora measures events against PLOVER's gold records, and quantities, attributions and pairs over many small
// groups of war reports.
func TestScoreCorpora(t *testing.T) {
	shared := sharedFolder(t)
	python, err := exec.LookPath("python3")
	if err != nil {
		skip(t, "python3 is not installed, and the scoring programs are written in it")
	}
	m := measurer{t, python, filepath.Join(shared, "score"), build(t)}
	for name, got := range map[string]string{"events": m.events(shared), "war": m.war(shared), "questions": m.questions(shared)} {
		for figure, floor := range corpusFloors[name] {
			most, turned := strings.CutPrefix(figure, "-")
			value := lineValue(got, most)
			if turned && value > floor || !turned && value < floor {
				t.Errorf("%s: %s is %g, its floor %g", name, figure, value, floor)
			}
		}
		compare(t, name+".txt", got)
	}
}

// A row is what "stemma read" prints of a report, as far as these tests look at it.
type row struct {
	Input      string
	Statements []struct {
		Kind     string
		Event    *struct{ Type string }
		When     *struct{}
		Evidence struct{ Exact string }
	}
}

// rows reads the JSON lines of a file.
func (m measurer) rows(path string) []row {
	m.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		m.Fatal(err)
	}
	var out []row
	for line := range bytes.Lines(data) {
		var r row
		if err := json.Unmarshal(line, &r); err != nil {
			m.Fatalf("%s: %v", path, err)
		}
		out = append(out, r)
	}
	return out
}

// lineValue is the last number of the line that a figure's name opens, the first one of "0.701 of 147"; -1 where there is none.
func lineValue(page, name string) float64 {
	for line := range strings.Lines(page) {
		rest, ok := strings.CutPrefix(line, name+" ")
		if !ok {
			continue
		}
		rest, _, _ = strings.Cut(rest, " of ")
		fields := strings.Fields(rest)
		if v, err := strconv.ParseFloat(fields[len(fields)-1], 64); err == nil {
			return v
		}
	}
	return -1
}

func TestValuesAreFoundByTheirNames(t *testing.T) {
	const page = "class 0.5\nclass and actor 0.25\nclass and recipient 0.701 of 147\nquantities        300/342  0.877\n"
	for name, want := range map[string]float64{"class": .5, "class and actor": .25, "class and recipient": .701, "quantities": .877, "none": -1} {
		if got := lineValue(page, name); got != want {
			t.Errorf("%s: %g, want %g", name, got, want)
		}
	}
}
