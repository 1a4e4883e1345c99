// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

var columns = []string{
	"tool", "version", "does", "words/s", "× ours", "UPOS, all tokens", "UPOS, agreeing", "tokens agreeing", "UPOS, gold tokens",
	"names F1", "PER", "ORG", "LOC",
}

// none stands where a reader does not do what a column measures.
const none = "–"

func printTable(w io.Writer, rows []*row, articles []string, gold []goldSentence, rounds int) error {
	count := countWords(articles)
	var b strings.Builder
	fmt.Fprintf(&b, "%d words of news in %d articles, median of %d rounds, processor time of one core; %d sentences of UD English EWT dev.\n\n",
		count, len(articles), rounds, len(gold))
	line(&b, columns)
	rule := slices.Repeat([]string{"---:"}, len(columns))
	copy(rule, []string{"---", "---", "---"})
	line(&b, rule)
	for _, r := range rows {
		line(&b, r.cells(rows, count))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func line(b *strings.Builder, cells []string) {
	fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | "))
}

func (r *row) cells(rows []*row, count int) []string {
	out := []string{r.tool.name, r.tool.version, r.tool.does[r.mode], grouped(int(r.speed(count)))}
	out = append(out, strconv.FormatFloat(r.speed(count)/ourRow(rows, r.mode).speed(count), 'f', 2, 64))
	out = append(out, share(r.own.right, r.own.all), share(r.own.right, r.own.agree), share(r.own.agree, r.own.all))
	out = append(out, share(r.given.right, r.given.all))
	for _, kind := range append([]string{allKinds}, everyKind...) {
		out = append(out, r.f1(kind))
	}
	return out
}

func (r *row) speed(count int) float64 { return float64(count) / median(r.seconds) }

// ourRow is Stemma in the same mode, which is the first row of each.
func ourRow(rows []*row, mode Mode) *row {
	return rows[slices.IndexFunc(rows, func(r *row) bool { return r.mode == mode })]
}

func (r *row) f1(kind string) string {
	if r.names == nil || kind != allKinds && !slices.Contains(r.tool.kinds, kind) {
		return none
	}
	return strconv.FormatFloat(100*r.names[kind].value(), 'f', 1, 64)
}

func share(part, all int) string {
	if all == 0 {
		return none
	}
	return strconv.FormatFloat(100*float64(part)/float64(all), 'f', 1, 64)
}

// grouped writes a number with thin groups of three: 38,000.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
