// SPDX-License-Identifier: Apache-2.0

package sentence

import (
	"regexp"
	"sync"

	"stemma/internal/text"
)

// maxDateline bounds a dateline in bytes.
const maxDateline = 120

// dateline is the forms of the line that opens an agency's text: a place in capitals, with the country, the day and the
// agency; a place or a day in plain letters before an agency in brackets; a place and a full day; an agency alone.
var dateline = sync.OnceValue(func() *regexp.Regexp {
	const (
		shout  = `\p{Lu}{2}[\p{Lu} .'’-]*`
		place  = `\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}`
		month  = `(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?`
		day    = `(?:\d{1,2} ` + month + `|` + month + ` \d{1,2})(?:,? \d{4})?`
		agency = `\([^()“”"]{2,40}\)`
	)
	return regexp.MustCompile(`^(?:` +
		shout + `(?:, [^()“”":;–—]{1,40})?\s*(?:` + agency + `)?` +
		`|(?:` + place + `)(?:, ` + place + `)?(?:, ` + day + `)?\s*` + agency +
		`|(?:` + place + `)(?:, ` + place + `)?, ` + day +
		`|` + agency +
		`)\s*(?:--?|–|—|―)\s+`)
})

// datelineEnd is the token after the dateline that opens a paragraph, which is a sentence of its own; first where none does.
func datelineEnd(doc *text.Doc, first, last int) int {
	if first >= last {
		return first
	}
	start := doc.Tokens[first].Start
	opening := doc.Text[start:min(len(doc.Text), start+maxDateline)]
	end := start + len(dateline().FindString(opening))
	i := first
	for i < last && doc.Tokens[i].Start < end {
		i++
	}
	if i == last {
		return first
	}
	return i
}
