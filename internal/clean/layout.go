// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"

	"stemma/internal/fault"
)

// layPage cuts a page into blocks and sets aside those that its marks or the extractor say are not the article.
func layPage(name, decoded string, opts Options) (*sheet, facts, error) {
	p, err := walk(name, decoded)
	if err != nil {
		return nil, facts{}, err
	}
	for _, b := range p.blocks {
		if n := longestWord(b.text, Text); n > maxWord {
			return nil, facts{}, fault.New(fault.TooLarge, name, "one word of %d bytes; this is no text", n)
		}
	}
	s := &sheet{blocks: p.blocks, page: true}
	if len(p.blocks) == 0 {
		return nil, facts{}, fault.New(fault.Invalid, name, "no text in it")
	}
	for _, b := range s.blocks {
		b.shape = look(b.text)
	}
	h1 := p.h1()
	f := p.metas.facts(h1)
	if opts.AsIs {
		return s, f, nil
	}
	p.weigh()
	p.marked(h1)
	extractor := opts.Extract
	if extractor == nil {
		extractor = trafilaturaExtractor{}
	}
	var paragraphs []string
	if p.count <= maxExtractElements && p.depths <= maxExtractDepths {
		paragraphs = extractor.Extract(decoded)
	}
	p.second(paragraphs)
	return s, f, nil
}

// weigh counts the running text in every element.
func (p *page) weigh() {
	for i, b := range p.blocks {
		if !b.prose() || p.links[i]*2 > len(b.text) {
			continue
		}
		for e := p.inside[i]; e != nil; e = e.parent {
			e.prose += b.n
		}
	}
}

// h1 is the heading of the article: the first <h1> that is no furniture, and of several the one that the head names.
func (p *page) h1() string {
	first := ""
	for i, b := range p.blocks {
		if b.hint != title || b.n < 2 || p.hidden(i) {
			continue
		}
		if first == "" {
			first = b.text
		}
		for _, t := range []string{p.metas.ld.headline, p.metas.og, p.metas.title} {
			if t != "" && strings.Contains(look(t).norm, b.norm) && b.n > 2 {
				return b.text
			}
		}
	}
	return first
}

func (p *page) hidden(i int) bool {
	for e := p.inside[i]; e != nil; e = e.parent {
		if e.hidden {
			return true
		}
	}
	return false
}

// marked sets blocks aside that stand in elements marked as furniture. An element that holds much of the page's running
// text is never furniture, whatever its class says.
func (p *page) marked(h1 string) {
	total := 0
	for i, b := range p.blocks {
		if b.prose() && p.links[i]*2 <= len(b.text) {
			total += b.n
		}
	}
	for i, b := range p.blocks {
		if b.hint == title && b.text == h1 {
			continue
		}
		b.why, b.weak = reasonOf(p.inside[i], total)
		if b.why == "" && p.links[i]*10 >= len(b.text)*9 && b.n <= 12 && !b.ended {
			b.why, b.weak = "link", true
		}
	}
}

// reasonOf is why an element is furniture, by the innermost mark that says so for certain, else by any.
func reasonOf(in *element, total int) (why string, weak bool) {
	for e := in; e != nil; e = e.parent {
		if e.hidden && e.prose*4 <= total {
			return "hidden", false
		}
		if e.why == "" || e.prose*3 > total && e.prose > 0 {
			continue
		}
		if !e.weak {
			return e.why, false
		}
		if why == "" {
			why, weak = e.why, true
		}
	}
	return why, weak
}

// second asks the extractor's opinion. Blocks with a weak mark stay only if it keeps them and they are running text.
// Blocks without a mark stay if it keeps them, or if they are running text or headings among what it keeps; where it
// has found too little, the marks alone decide.
func (p *page) second(paragraphs []string) {
	k := keptOf(paragraphs)
	keep := make([]bool, len(p.blocks))
	first, last, prose, agreed := -1, -1, 0, 0
	for i, b := range p.blocks {
		keep[i] = k.has(b)
		if b.why != "" || !b.prose() {
			continue
		}
		prose += b.n
		if keep[i] {
			agreed += b.n
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	trust := agreed*2 >= prose && agreed > 0
	for i, b := range p.blocks {
		among := first >= 0 && i >= first && i <= last
		switch {
		case b.hint == title && b.why == "":
		case b.why != "" && b.weak:
			if b.prose() && keep[i] && trust && !linkish(p.links[i], b) && !isMeta(b.why) {
				b.why = ""
			}
		case b.why != "" || !trust:
		case keep[i], among && (b.sentence() || b.hint == heading || b.hint == item || b.n <= 3 && b.bullet):
		case isByline(b) || b.when.some && b.n <= 12 || furniture(b) != "" || headerKind(b) != "":
		case among && !linkish(p.links[i], b):
		case i > last && b.prose() && p.sameParent(i, last) && !linkish(p.links[i], b):
		default:
			b.why = whyOther
		}
	}
	p.readMarks()
}

func linkish(linked int, b *block) bool { return linked*2 > len(b.text) }

// isMeta reports reasons that hold even for running text.
func isMeta(why string) bool {
	switch why {
	case whyImage, whyAuthor, whyNewsletter, "cookie notice":
		return true
	}
	return false
}

// sameParent reports that two blocks stand side by side in one element.
func (p *page) sameParent(i, j int) bool {
	if j < 0 {
		return false
	}
	a, b := p.inside[i], p.inside[j]
	return a != nil && b != nil && (a.parent == b.parent || a == b)
}

// readMarks lets lines that are marked as bylines be read as such before they go: they give names and a day.
func (p *page) readMarks() {
	for _, b := range p.blocks {
		b.marked = b.why != ""
		if b.why == whyByline && b.n <= 24 && (isByline(b) || b.when.some) {
			b.why, b.mark = "", whyByline
		}
	}
}
