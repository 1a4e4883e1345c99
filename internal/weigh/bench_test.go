// SPDX-License-Identifier: Apache-2.0

package weigh_test

import (
	"testing"

	"stemma/internal/align"
	"stemma/internal/entity"
	"stemma/internal/lineage"
	"stemma/internal/weigh"
)

// BenchmarkFacts weighs the statements of one story of six reports that have been read.
func BenchmarkFacts(b *testing.B) {
	s := assemble(b, load(b, "../../examples/harbour-talks"))
	scene := align.NewScene(s.Reports, entity.Merge(s.Reports))
	props := scene.Propositions(s.Statements)
	if facts := weigh.Facts(scene, props, lineage.NewVoices(s.Origins, s.Links)); len(facts) < 10 {
		b.Fatalf("%d facts", len(facts))
	}
	b.ReportAllocs()
	for b.Loop() {
		weigh.Facts(scene, props, lineage.NewVoices(s.Origins, s.Links))
	}
	b.ReportMetric(float64(len(props)), "propositions")
}
