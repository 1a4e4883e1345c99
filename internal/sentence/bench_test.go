// SPDX-License-Identifier: Apache-2.0

package sentence_test

import (
	"strings"
	"testing"

	"stemma/internal/sentence"
	"stemma/internal/text"
)

const report = `LORN, March 9 (ANP) - Harbour minister Ole Dahl said on Monday that talks with the dock workers' union had resumed.

“We have one clear goal: an end to the week-long strike,” Dahl told reporters. “Nobody gains from a closed port.” The
union's leader, Dr. Petra Lund, didn't deny that an offer of $3.2m had been made, adding that members would vote at 6:30
p.m. on Friday. See https://example.org/port?id=4 for the U.S. view.

Two officials, who spoke on condition of anonymity, said the ministry had warned the union of a court order. About
4,000 workers are believed to be on strike, according to a port spokesman. As Lund put it, "the offer came too late".

`

// BenchmarkRead measures tokens and sentences of a fixed text.
func BenchmarkRead(b *testing.B) {
	s := strings.Repeat(report, 20)
	words := len(strings.Fields(s))
	b.ReportAllocs()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		sentence.Read(&text.Doc{Text: s})
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
