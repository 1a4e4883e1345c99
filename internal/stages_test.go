// SPDX-License-Identifier: Apache-2.0

package internal_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/reading"
	"stemma/internal/text"
)

// docs/stages.md says of each stage what the code says.
func TestStagesAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../docs/stages.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "|---|---|---|---|\n")
	var documented [][]string
	for line := range strings.Lines(table) {
		cells := strings.Split(line, "|")
		if len(cells) < 6 {
			break
		}
		documented = append(documented, []string{strings.TrimSpace(cells[1]), strings.TrimSpace(cells[2]), strings.TrimSpace(cells[3])})
	}
	var stages [][]string
	for _, s := range reading.Stages() {
		stages = append(stages, []string{s.Name, listed(s.Needs), listed(s.Gives)})
	}
	if diff := cmp.Diff(stages, documented); diff != "" {
		t.Errorf("docs/stages.md (-code +page):\n%s", diff)
	}
}

func listed(layers []text.Layer) string {
	if len(layers) == 0 {
		return "–"
	}
	names := make([]string, 0, len(layers))
	for _, l := range layers {
		names = append(names, string(l))
	}
	return strings.Join(names, ", ")
}
