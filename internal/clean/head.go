// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
	"unicode/utf8"

	"stemma/internal/news"
)

// headLines is the number of lines in which a title is looked for.
const headLines = 14

// headline finds the title: the one that the format gives, a line that stands there twice, or the first line that
// reads like a title before the text begins. A text that opens with a sentence has none.
func (s *sheet) headline() {
	live := s.live()
	if len(live) == 0 {
		return
	}
	s.unglue(live)
	live = s.live()
	body := firstProse(live, nil)
	for _, find := range []func([]*block, int) *block{s.knownTitle, doubledTitle, firstTitle} {
		if s.title = find(live, body); s.title != nil {
			s.unsuffix()
			return
		}
		if s.known != "" {
			return
		}
	}
}

// unglue takes a name that is run together ("The PostThe Post") for the outlet's, or for the title where no other line
// can be one.
func (s *sheet) unglue(live []*block) {
	for i, b := range live[:min(len(live), headLines)] {
		name, k := unit(b.text)
		if k < 2 || b.n > 60 {
			continue
		}
		if k == 2 && !hasTitle(live[i+1:]) {
			b.cut(0, len(name))
			b.shape = look(b.text)
			continue
		}
		b.why = whyOutlet
		if s.outlet == "" && len(strings.Fields(name)) <= 8 {
			s.outlet = name
		}
	}
}

// unsuffix cuts the outlet's name off the title: "Ferry sinks | The Post".
func (s *sheet) unsuffix() {
	b := s.title
	for _, sep := range []string{" | ", " - ", " – ", " — "} {
		at := strings.LastIndex(b.text, sep)
		if at < 0 || len(strings.Fields(b.text[:at])) < 4 {
			continue
		}
		name := strings.TrimSpace(b.text[at+len(sep):])
		if !isMedium(name) && !strings.EqualFold(name, s.outlet) {
			continue
		}
		_, after := b.cut(0, at)
		b.shape = look(b.text)
		s.cutOff = append(s.cutOff, news.Dropped{Text: strings.Trim(after, " |-–—"), Why: whyOutlet})
		if s.outlet == "" {
			s.outlet = name
		}
		return
	}
}

// hasTitle reports a line that can be a title before the text begins.
func hasTitle(live []*block) bool {
	for _, b := range live[:min(firstProse(live, nil), headLines, len(live))] {
		if b.titleLike() && b.n >= 4 {
			return true
		}
	}
	return false
}

// knownTitle finds the title that the format gives among the lines of the head.
func (s *sheet) knownTitle(live []*block, _ int) *block {
	if s.known == "" {
		return nil
	}
	want := look(s.known).norm
	for _, b := range live[:min(len(live), 2*headLines)] {
		if b.norm == want && b.n <= shortLine {
			return b
		}
	}
	for _, b := range live {
		if b.hint == title && b.n >= 2 {
			return b
		}
	}
	return nil
}

// doubledTitle finds a line that stands twice in the head, as pages print the title in a bar and over the text.
func doubledTitle(live []*block, body int) *block {
	window := live[:min(len(live), max(body+4, 8), headLines)]
	if firstTitle(live, body) != nil {
		window = live[:min(body, headLines)]
	}
	prose := 0
	for i, b := range window {
		if b.prose() && !b.titleLike() {
			if prose++; prose > 2 {
				return nil
			}
			continue
		}
		if !b.titleLike() || b.n < 3 || isByline(b) || isMedium(b.text) {
			continue
		}
		for _, o := range window[i+1:] {
			if o.norm == b.norm {
				return b
			}
		}
	}
	return nil
}

// firstTitle is the first line before the text that reads like a title.
func firstTitle(live []*block, body int) *block {
	var short, long, wide []*block
	for i, b := range live[:min(body, headLines)] {
		switch {
		case b.hint == title && b.n > 0:
			return b
		case b.lead() && b.hint == noHint && len(long) == 0:
			return nil
		case b.truncated() && b.n <= 20 && i == 0 && body > 0:
			wide = append(wide, b)
		case !b.titleLike() || isByline(b) || isMedium(b.text):
		case b.n > 20:
			wide = append(wide, b)
		case b.n >= 4 && (!startsLow(b.text) || b.caps > 1):
			long = append(long, b)
		default:
			short = append(short, b)
		}
	}
	if len(long) > 1 && isMotto(live, long[0]) && long[1].gap {
		return long[1]
	}
	if len(long) > 0 {
		return likeliest(long, &telling{in: live[body:]})
	}
	if body >= len(live) {
		return nil
	}
	if len(wide) > 0 {
		return wide[0]
	}
	for i := len(short) - 1; i >= 0; i-- {
		if b := short[i]; !sections().Has(b.norm) && !startsLow(b.text) {
			return b
		}
	}
	return nil
}

// isMotto reports a line right under the name with which a page opens, as in the head of a paper.
func isMotto(live []*block, b *block) bool {
	return len(live) > 1 && live[1] == b && !b.gap && isName(live[0])
}

// likeliest is the first of the lines that can be a title, unless the text takes up little of it and much of a later
// one: then the first is the outlet's motto.
func likeliest(lines []*block, text *telling) *block {
	if len(lines) == 1 {
		return lines[0]
	}
	first := text.told(lines[0])
	for _, b := range lines[1:min(len(lines), 4)] {
		if first < 0.4 && text.told(b) >= first+0.25 {
			return b
		}
	}
	return lines[0]
}

// head drops what stands around the title and before the text: labels, bylines, dates and summaries.
func (s *sheet) head() {
	live := s.live()
	body := s.bodyStart(live)
	at := -1
	for i, b := range live[:body] {
		if b == s.title {
			at = i
		}
	}
	text := &telling{in: live[body:]}
	s.above(live[:at+1], text)
	s.below(live[at+1:body], text)
	s.labelled(live[body:])
	if at >= 0 {
		s.doubled(live[at+1:])
	}
	if body < len(live) {
		s.label(live[body])
		s.leadDate(live[body])
	}
}

// labelled takes the day and the authors of lines above the text that went for the words they open with: "Posted on 3 May
// 2024 by Jo Doe".
func (s *sheet) labelled(body []*block) {
	for _, b := range s.blocks {
		if len(body) > 0 && b == body[0] {
			return
		}
		if (b.why == whyDate || b.why == whyByline) && b.when.labeled && b.when.day != "" {
			s.dated(b)
			s.byline(b)
		}
	}
}

// leadDate cuts a date line that is run together with the text: "AFP Friday 3 May 2024 A ferry sank". A sentence that
// opens with its date goes on in lower case or after "On".
func (s *sheet) leadDate(b *block) {
	var p dateParts
	at, agency := 0, ""
	for i, n := 0, 0; i < len(b.text) && n < 12; n++ {
		from := skipBlank(b.text, i)
		i = wordEnd(b.text, from)
		word := strings.Trim(b.text[from:i], ".,:()[]|-–—")
		row, known := agencies()[strings.ToLower(word)]
		if n == 0 && known && strings.ToUpper(word) == word {
			agency = row.Field(1)
			continue
		}
		before := p
		p.add(strings.ToLower(word))
		if p.other > 0 || n == 0 && strings.EqualFold(word, "on") || p.numbers > before.numbers {
			break
		}
		switch strings.ToLower(word) {
		case "at", "on", "of", "the", "and", "last", "first", "date": // may open the sentence
		default:
			at = i
		}
	}
	when := p.date()
	if when.day == "" || at == 0 || !newSentence(b.text[at:]) {
		return
	}
	at = skipBlank(b.text, at)
	before, _ := b.cut(at, len(b.text))
	b.shape = look(b.text)
	if agency != "" {
		s.credits = append(s.credits, news.Credit{Kind: news.Agency, Name: agency, Words: strings.TrimSpace(before)})
	}
	s.dated(&block{shape: shape{when: when}})
	s.cutOff = append(s.cutOff, news.Dropped{Text: strings.TrimSpace(before), Why: whyDate})
}

// bodyStart is where the text begins: at the first running text, but behind the byline or date where a standfirst
// stands between them and the title.
func (s *sheet) bodyStart(live []*block) int {
	body := firstProse(live, s.title)
	at := -1
	for i, b := range live {
		if b == s.title {
			at = i
			break
		}
	}
	if at >= body {
		body = at + 1 + firstProse(live[at+1:], nil)
	}
	if s.title == nil {
		return min(body, len(live))
	}
	for i := body + 1; i < min(len(live)-1, body+4); i++ {
		b := live[i]
		if (isByline(b) || b.when.alone && (b.when.labeled || b.when.clock)) && live[i-1] != s.title {
			rest := live[i+1:]
			return i + 1 + firstProse(rest, nil)
		}
		if b.prose() {
			break
		}
	}
	return min(body, len(live))
}

// above drops the lines over the title: they are labels and names, or a summary that the text repeats.
func (s *sheet) above(live []*block, text *telling) {
	for i, b := range live {
		if b == s.title {
			break
		}
		switch {
		case s.meta(b):
		case sections().Has(b.norm), b.n == 1:
			b.why = whySection
		case b.lead():
			if text.told(b) >= 0.5 {
				b.why = whySummary
			}
		case (i == 0 && b.n <= 6 || isMedium(b.text)) && !b.bullet && isName(b):
			b.why = whyOutlet
			if s.outlet == "" {
				s.outlet = b.text
			}
		case b.n <= 4:
			b.why = whySection
		default:
			b.why = whyNavigation
		}
	}
}

// isName reports a line in which every longer word has a capital, as in the name of an outlet.
func isName(b *block) bool { return b.titleCase() && !b.ended && b.n >= 2 && b.n <= 6 }

// below drops bylines, dates and standfirsts between the title and the text.
func (s *sheet) below(live []*block, text *telling) {
	for i, b := range live {
		switch {
		case b.norm == s.titleNorm():
			b.why = whyDoubled
		case s.meta(b):
		case s.bareNames(live, i):
		case s.named(b, text):
			b.why = whyByline
		case b.bullet || b.hint == item: // its points are the report's own words; they count as headlines
		case isSummaryHeader(b):
			b.why = whySummary
		case sections().Has(b.norm):
			b.why = whySection
		case b.n >= 5 && b.final != ':' && len(text.in) > 1 && text.told(b) >= 0.5:
			b.why = whySummary
		}
	}
}

// named reports a line that only repeats an author whom the page names, or the agency of the dateline.
func (s *sheet) named(b *block, text *telling) bool {
	if b.n > 5 || b.hint == heading || len(text.in) == 0 {
		return false
	}
	for _, name := range s.authors {
		if strings.EqualFold(name, b.text) {
			return true
		}
	}
	_, from, to := datelineIn(text.in[0].text)
	return to > from && strings.EqualFold(text.in[0].text[from:to], b.text)
}

// isSummaryHeader reports what stands over summary bullets.
func isSummaryHeader(b *block) bool {
	switch b.norm {
	case "key takeaways", "key points", "in brief", "at a glance", "summary", "highlights", "what you need to know",
		"what to know", "the gist", "quick read", "in short", "key facts", "tl;dr", "main points", "story highlights":
		return true
	}
	return false
}

func (s *sheet) titleNorm() string {
	if s.title != nil {
		return s.title.norm
	}
	if s.known != "" {
		return look(s.known).norm
	}
	return "\x00"
}

// meta drops a byline or date line of the head and takes its facts.
func (s *sheet) meta(b *block) bool {
	switch {
	case b.when.alone:
		b.why = whyDate
	case isByline(b):
		b.why = whyByline
		s.byline(b)
	case b.when.some && b.n <= 14 && !b.ended && strings.ContainsAny(b.text, "|•·,–—") && b.n-b.little <= 12 && !b.titleLong():
		b.why = whyByline
	default:
		return false
	}
	s.dated(b)
	return true
}

// titleLong reports a line with a date in it that is a headline all the same.
func (b *block) titleLong() bool { return b.n > 8 && b.caps*2 < b.n }

// dated takes the date of publication of a head line; one that says "updated" only where there is no other.
func (s *sheet) dated(b *block) {
	day := b.when.day
	if day == "" || (s.published != "" && (s.basis != news.FromByline || !s.changed)) {
		return
	}
	if s.published != "" && b.when.updated {
		return
	}
	s.published, s.basis, s.changed = day, news.FromByline, b.when.updated
}

// doubled drops further copies of the title.
func (s *sheet) doubled(live []*block) {
	norm := s.titleNorm()
	for i, b := range live {
		if b != s.title && (b.why == "" || b.why == whyDoubled) && b.norm == norm {
			b.why = whyDoubled
			s.standfirst(live[i+1:])
		}
	}
}

// standfirst drops the sentence under a doubled title where it is a short one and the text says it again.
func (s *sheet) standfirst(live []*block) {
	if len(live) < 4 {
		return
	}
	b, next := live[0], live[1]
	if b.why == "" && b.n <= 32 && next.n*2 > b.n*3 && next.prose() && !b.quoted && (&telling{in: live[1:]}).told(b) >= 0.6 {
		b.why = whySummary
	}
}

// label cuts a bracketed section label off the start of the text: "[WORLD] The minister said".
func (s *sheet) label(b *block) {
	if !strings.HasPrefix(b.text, "[") {
		return
	}
	to := strings.IndexByte(b.text, ']')
	if to < 3 || to > 40 || strings.ToUpper(b.text[:to]) != b.text[:to] {
		return
	}
	from := to + 1
	for from < len(b.text) {
		r, size := utf8.DecodeRuneInString(b.text[from:])
		if !isBlank(r) {
			break
		}
		from += size
	}
	before, _ := b.cut(from, len(b.text))
	b.shape = look(b.text)
	s.cutOff = append(s.cutOff, news.Dropped{Text: strings.TrimSpace(before), Why: whySection})
}
