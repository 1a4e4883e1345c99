// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
	"testing"
)

// benchText is about 700 words of plain text with furniture.
func benchText() string {
	var b strings.Builder
	b.WriteString("Home | News | Sea\nPilots and harbour part without a deal\nBy Anna Reed\n")
	for range 10 {
		b.WriteString(lead + " " + second + " " + third + "\n\nWhat comes next\n\n")
	}
	b.WriteString(fourth + "\nRelated\nFish prices rise again\nMay 9, 2024\nLoad More\n")
	return b.String()
}

func BenchmarkPlainText(b *testing.B) {
	in := Input{Name: "a.txt", Data: []byte(benchText())}
	b.SetBytes(int64(len(in.Data)))
	b.ReportAllocs()
	for b.Loop() {
		Reports(in, Options{})
	}
}

func BenchmarkPage(b *testing.B) {
	in := Input{Name: "a.html", Data: []byte(samplePage)}
	b.SetBytes(int64(len(in.Data)))
	b.ReportAllocs()
	for b.Loop() {
		Reports(in, Options{})
	}
}
