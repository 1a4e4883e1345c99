// SPDX-License-Identifier: Apache-2.0

package quote_test

import (
	"strings"
	"testing"

	"stemma/internal/quote"
)

const report = `Harbour minister Ole Dahl said on Monday that talks with the dock workers' union had resumed.

“We have one clear goal: an end to the strike,” Dahl told reporters. “Nobody gains from a closed port.” The union's
leader, Petra Lund, denied that any offer had been made, adding that members would vote on Friday.

Two officials, who spoke on condition of anonymity, said the ministry had warned the union of a court order. About
4,000 workers are believed to be on strike, according to a port spokesman. As Lund put it, “the offer came too late”.

`

// BenchmarkRead measures this stage alone, on a document that the stages before it have read.
func BenchmarkRead(b *testing.B) {
	doc := read(strings.Repeat(report, 20))
	b.ReportAllocs()
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		quote.Read(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
