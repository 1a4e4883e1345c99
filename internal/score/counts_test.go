// SPDX-License-Identifier: Apache-2.0

package score_test

import (
	"testing"

	"stemma/internal/score"
)

func TestCountsArePrintedHighestFirst(t *testing.T) {
	c := score.Counts{"no cue": 2, "other source": 5, "invented": 2}
	tests := []struct{ name, got, want string }{
		{"a row has the sum of all", c.Row("missed", 2), "missed 9: other source 5, invented 2\n"},
		{"a list has a line each", c.List("missed", 9), "missed\n  other source 5\n  invented 2\n  no cue 2\n"},
		{"nothing is said of nothing", score.Counts{}.Row("missed", 2), "missed 0\n"},
		{"rows are cut", score.First("ids", []string{"a", "b", "c"}, 2), "ids 3, the first 2\n  a\n  b\n"},
		{"few rows are not", score.First("ids", []string{"a"}, 2), "ids 1\n  a\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.got != tt.want {
				t.Errorf("got %q, want %q", tt.got, tt.want)
			}
		})
	}
}
