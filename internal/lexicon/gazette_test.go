// SPDX-License-Identifier: Apache-2.0

package lexicon

import (
	"fmt"
	"strings"
	"testing"
)

func TestWordsAreMarkedByTheListsThatHoldThem(t *testing.T) {
	g := gazette{}
	g.add("ann", 1)
	g.add("lorn", 2)
	g.add("lorn", 4)
	g.add("port lorn", 4)
	g.add("port lorn post", 8)
	g.add("lorn ferries", 8)
	old := names
	defer func() { names = old }()
	names = func() gazette { return g }
	for words, want := range map[string]string{
		"":                         "",
		"nobody came":              "0000 0000",
		"ann lorn":                 "1000 0110",
		"port lorn":                "0020 0130",
		"the port lorn post":       "0000 0022 0133 0003",
		"port lorn ferries":        "0020 0132 0003",
		"lorn ferries lorn":        "0112 0003 0110",
		"at port":                  "0000 0000",
		strings.Repeat("long", 99): "0000",
	} {
		list := strings.Fields(words)
		var got []string
		for _, m := range Marks(nil, len(list), func(i int) string { return list[i] }) {
			got = append(got, fmt.Sprintf("%d%d%d%d", m.In(0), m.In(1), m.In(2), m.In(3)))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, want %s", words, got, want)
		}
	}
}
