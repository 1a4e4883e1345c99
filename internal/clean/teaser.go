// SPDX-License-Identifier: Apache-2.0

package clean

import "strings"

// teasers drops runs of lines that announce other stories: titles with dates beside them, sentences cut short, labels and
// image credits between them, and never more than a paragraph of text in a row. A date over running text is a
// timeline and stays.
func (s *sheet) teasers() {
	live := s.withImages()
	start := firstProse(live, s.title)
	for i := start + 1; i < len(live); i++ {
		if !s.strong(live, i) {
			continue
		}
		from, to, marks := s.run(live, i, start)
		tail := to == len(live)
		if marks >= 2 || tail && marks > 0 {
			dropRun(live[from:to], whyTeaser)
		}
		i = to
	}
}

// withImages is the kept blocks and, between them, the dropped image credits: they belong to teasers.
func (s *sheet) withImages() []*block {
	var out []*block
	for _, b := range s.blocks {
		if b.why == "" || b.why == whyImage || b.why == whyNavigation || b.why == whyTeaser {
			out = append(out, b)
		}
	}
	return out
}

// strong reports what marks a teaser: a date alone beside a title, or a cut text under one.
func (s *sheet) strong(live []*block, i int) bool {
	b := live[i]
	if b.why != "" {
		return b.why == whyTeaser && b.n <= 4
	}
	before, after := beside(live, i, -1), beside(live, i, 1)
	switch {
	case b == s.title || b.hint == heading && !b.when.alone:
		return false
	case b.when.alone:
		if after != nil && after.titleLike() && !followedByBody(live, neighbour(live, i, 1)) {
			return true
		}
		return before != nil && before.titleLike() && before != s.title && (after == nil || !after.prose())
	case b.truncated():
		return before != nil && (before.titleLike() && before != s.title || before.when.alone)
	case b.when.some && b.when.day != "" && b.n <= 16 && !b.ended:
		return after != nil && after.when.some && after.n <= 16 && !after.ended
	}
	return false
}

// followedByBody reports that running text of more than one paragraph comes after line i: it is a heading then.
func followedByBody(live []*block, i int) bool {
	first := neighbour(live, i, 1)
	if first < 0 || !live[first].prose() {
		return false
	}
	next := beside(live, first, 1)
	return next != nil && next.prose()
}

// neighbour is the number of the next kept block in a direction, or -1.
func neighbour(live []*block, i, step int) int {
	for j := i + step; j >= 0 && j < len(live); j += step {
		if live[j].why == "" {
			return j
		}
	}
	return -1
}

// beside is the next kept block in a direction, or nil.
func beside(live []*block, i, step int) *block {
	if j := neighbour(live, i, step); j >= 0 {
		return live[j]
	}
	return nil
}

// run is how far the teasers around block i reach, and how many marks of teasers are in them.
func (s *sheet) run(live []*block, i, start int) (from, to, marks int) {
	from = i
	for from-1 > start && i-from < 5 && s.light(live[from-1]) && !ends(live, from-1) {
		from--
	}
	prose := 0
	for to = i; to < len(live); to++ {
		b := live[to]
		switch {
		case s.strong(live, to):
			marks, prose = marks+1, 0
		case b.why != "" || s.light(b) || b.truncated():
			prose = 0
		case b.bullet && !b.sentence():
			prose = 0
		case prose == 0 && b.n <= 60 && to > i && s.announces(live[to-1]) && !followsProse(live, to):
			prose++
		default:
			return from, to, marks
		}
	}
	return from, to, marks
}

// ends reports a line that belongs to the text above it, as a list under a colon does.
func ends(live []*block, i int) bool {
	before := beside(live, i, -1)
	return before != nil && before.final == ':' && live[i].why == ""
}

// light reports a line that stands in teasers: a title, a label, a date or a dropped credit.
func (s *sheet) light(b *block) bool {
	if b == s.title || b.hint == title {
		return false
	}
	return b.why != "" || b.when.alone || b.titleLike() || b.n == 1 && !b.ended || sections().Has(b.norm)
}

// announces reports a line under which one sentence about another story may stand.
func (s *sheet) announces(b *block) bool { return b.why != "" || b.when.alone || b.titleLike() }

// followsProse reports that the block after i is running text as well.
func followsProse(live []*block, i int) bool {
	next := beside(live, i, 1)
	return next != nil && next.prose()
}

// dropRun drops the kept blocks of a run; image credits in it are the teasers', not the report's.
func dropRun(run []*block, why string) {
	for _, b := range run {
		if b.why == "" || b.why == whyImage {
			b.why = why
		}
	}
}

// boxes drops what stands under a header of furniture: related stories, links, comments, an author's box, a newsletter.
func (s *sheet) boxes() {
	all := s.blocks
	seen, total := 0, 0
	for _, b := range all {
		if b.why == "" && b.prose() {
			total += b.n
		}
	}
	for i := 0; i < len(all); i++ {
		b := all[i]
		if b.why == "" && b.prose() {
			seen += b.n
		}
		kind := headerKind(b)
		if kind == "" || b == s.title || seen == 0 || b.marked {
			continue
		}
		late := seen*2 >= total
		switch {
		case kind == "related":
			i += s.related(b, all[i+1:], late)
		case kind == "comments" && late && (seen*10 >= total*4 && b.why == whyComments || seen == total):
			s.all(b, all[i+1:], whyComments)
			return
		case kind == "author" && seen*10 >= total*7:
			s.author(b, all[i+1:])
		case kind == "newsletter":
			s.newsletter(b, all[i+1:])
		}
	}
}

// headerKind tells what a line heads, or "".
func headerKind(b *block) string {
	if b.n == 0 || b.n > 10 || b.bullet || (b.why != "" && b.why != whyTeaser && b.why != whyComments && b.why != whyAuthor && b.why != whyNewsletter && b.why != whyNavigation) {
		return ""
	}
	words := b.words
	for len(words) > 1 && isCounter(words[0]) {
		words = words[1:]
	}
	for len(words) > 1 && isCounter(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	norm := strings.Join(words, " ")
	if row, ok := headers()[norm]; ok {
		return row.Field(1)
	}
	if b.ended || b.prose() {
		return ""
	}
	if listsLinks(words) {
		return "related"
	}
	if strings.HasPrefix(norm, "more from ") || strings.HasPrefix(norm, "more on ") || strings.HasPrefix(norm, "most read ") ||
		strings.HasPrefix(norm, "related ") && b.n <= 4 || strings.HasPrefix(norm, "latest from ") || strings.HasPrefix(norm, "also in ") && b.n <= 5 {
		return "related"
	}
	return ""
}

// listsLinks: a short heading of links, whatever it says they are for: "Useful links on the strike", "Resources for further
// reading".
func listsLinks(words []string) bool {
	if len(words) < 2 || len(words) > 7 {
		return false
	}
	switch words[0] {
	case "relevant", "useful", "external", "additional", "helpful", "recommended", "suggested":
		words = words[1:]
	}
	n := len(words)
	if n >= 2 && (words[n-2] == "further" || words[n-2] == "additional") && words[n-1] == "reading" {
		return true
	}
	return words[0] == "links" && (n == 1 || words[1] == "for" || words[1] == "on" || words[1] == "to")
}

// related drops a header and the titles, links and short texts under it, up to the text of the article, and gives the
// number of lines it went over.
func (s *sheet) related(head *block, rest []*block, late bool) int {
	run, prose, text := 0, 0, -1
	for run < len(rest) {
		b := rest[run]
		if b == s.title || b.hint == heading && followedByBody(rest, run) {
			break
		}
		short := b.why != "" || s.light(b) || b.truncated() || isLink(b)
		if short {
			prose = 0
		} else {
			if !late || prose > 0 || run == 0 || !s.announces(rest[run-1]) || b.n > 60 || followsProse(rest, run) {
				break
			}
			if prose++; text < 0 {
				text = run
			}
		}
		run++
	}
	if text >= 0 && run < len(rest) {
		run = max(text-1, 0) // the article goes on: what looked like a teaser's text is its own, under a heading
	}
	run = s.handBack(rest, run)
	if run == 0 && head.why == "" && beside(rest, -1, 1) != nil {
		return 0
	}
	if head.why == "" {
		head.why = whyTeaser
	}
	last := run // image credits behind the last title or link are the report's own
	for last > 0 && rest[last-1].why == whyImage {
		last--
	}
	for _, b := range rest[:last] {
		if b.why == "" || b.why == whyImage {
			if b.why = whyTeaser; isBullet(b.text) {
				b.why = whyLinks
			}
		}
	}
	return run
}

// handBack leaves the last heading to the article where its text goes on under it.
func (s *sheet) handBack(rest []*block, run int) int {
	if run < len(rest) && run > 1 && rest[run].prose() && rest[run-1].why == "" && rest[run-1].titleLike() && rest[run-1].hint == heading {
		return run - 1
	}
	return run
}

// isLink reports a short item of a list that is no sentence.
func isLink(b *block) bool { return (b.bullet || b.hint == item) && !b.sentence() && b.n <= 24 }

// all drops everything from a header on.
func (s *sheet) all(head *block, rest []*block, why string) {
	head.why = why
	for _, b := range rest {
		if b.why == "" && b != s.title {
			b.why = why
		}
	}
}

// author drops an author's box: the header, names, and one paragraph about the author.
func (s *sheet) author(head *block, rest []*block) {
	head.why = whyAuthor
	prose := 0
	for i, b := range rest[:min(len(rest), 12)] {
		if b.why != "" {
			continue
		}
		if b.prose() {
			if prose++; prose > 1 || len(rest)-i > 8 {
				return
			}
		}
		b.why = whyAuthor
	}
}

// newsletter drops a header and the lines under it that speak to the reader or are short.
func (s *sheet) newsletter(head *block, rest []*block) {
	head.why = whyNewsletter
	for i, b := range rest[:min(len(rest), 12)] {
		if b.why == whyNewsletter || b.why != "" && i < 3 {
			continue
		}
		if i > 3 || b.why != "" || b.n > 40 || b.hint == heading || b == s.title {
			return
		}
		if b.prose() && !mailing(b) {
			return
		}
		b.why = whyNewsletter
	}
}

// mailing reports a text about what a newsletter sends.
func mailing(b *block) bool {
	for _, w := range b.words {
		switch w {
		case "email", "e-mail", "emails", "newsletter", "unsubscribe", "inbox", "subscribe", "your", "our", "you":
			return true
		}
	}
	return false
}
