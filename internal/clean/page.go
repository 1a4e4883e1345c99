// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"stemma/internal/fault"
	"stemma/internal/lexicon"
	"stemma/internal/news"
)

// Bounds on pages. The parser below the extractor gives up at 512 open elements; pages of people have a tenth.
const (
	maxDepth    = 500
	maxElements = 300_000
)

var containers = lexicon.Load("clean_containers")

// A page is a walk over the tokens of an HTML text that keeps the place of every piece of shown text. It makes
// no tree, so that nothing in it can nest too deep.
type page struct {
	name    string
	raw     string
	open    []*element
	blocks  []*block
	inside  []*element // the element in which each block stands
	cur     *block
	common  *element // the innermost element that holds all of the current block
	text    strings.Builder
	space   bool // white space is due before the next character
	link    int  // bytes of the current block that are words of links
	links   []int
	metas   metas
	script  bool // inside a script with JSON-LD
	titling bool // inside <title>
	count   int  // elements so far
	depths  int  // sum of their depths
}

// An element is an open element of the page with what its marks say.
type element struct {
	parent *element
	tag    atom.Atom
	name   string
	why    string
	weak   bool
	hidden bool
	skip   bool // its text is not shown
	prose  int  // words of running text in it
	depth  int
}

// walk reads the page into blocks.
func walk(name, raw string) (*page, error) {
	p := &page{name: name, raw: raw}
	z := html.NewTokenizer(strings.NewReader(raw))
	z.SetMaxBuf(0)
	at := 0
	for {
		kind := z.Next()
		from := at
		at += len(z.Raw())
		if kind == html.ErrorToken {
			break
		}
		switch kind {
		case html.TextToken:
			p.addText(from, at)
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := p.start(z, kind == html.SelfClosingTagToken); err != nil {
				return nil, err
			}
		case html.EndTagToken:
			tag, _ := z.TagName()
			p.end(string(tag))
		}
	}
	p.flush()
	return p, nil
}

// start opens an element.
func (p *page) start(z *html.Tokenizer, closed bool) error {
	name, more := z.TagName()
	e := &element{parent: p.top(), name: string(name), tag: atom.Lookup(name)}
	attrs := map[string]string{}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if _, ok := attrs[string(key)]; !ok {
			attrs[string(key)] = string(value)
		}
	}
	p.metas.element(e.tag, attrs)
	if e.tag == atom.Br {
		p.lineBreak()
		return nil
	}
	if isBlockTag(e.tag) {
		p.flush()
		p.closeImplied(e.tag)
		e.parent = p.top()
	}
	if isVoid(e.tag) {
		return nil
	}
	if p.count++; p.count > maxElements {
		return fault.New(fault.TooLarge, p.name, "more than %d elements", maxElements)
	}
	if closed && isForeign(e.name) {
		return nil
	}
	e.mark(attrs)
	if e.parent != nil {
		e.depth = e.parent.depth + 1
	}
	if e.depth > maxDepth {
		return fault.New(fault.TooLarge, p.name, "HTML nested more than %d deep", maxDepth)
	}
	p.depths += e.depth
	p.open = append(p.open, e)
	p.script = e.tag == atom.Script && strings.Contains(strings.ToLower(attrs["type"]), "ld+json")
	p.titling = e.tag == atom.Title && !p.within(atom.Svg)
	return nil
}

// mark reads what the tag and its class, id and role say about the element.
func (e *element) mark(attrs map[string]string) {
	_, e.hidden = attrs["hidden"]
	style := strings.ReplaceAll(strings.ToLower(attrs["style"]), " ", "")
	e.hidden = e.hidden || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
	switch e.tag {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Select, atom.Textarea, atom.Title,
		atom.Object, atom.Canvas, atom.Math, atom.Audio, atom.Video, atom.Datalist, atom.Map:
		e.skip = true
	case atom.Nav, atom.Menu:
		e.why = whyNavigation
	case atom.Button:
		e.why = "button"
	case atom.Form:
		e.why, e.weak = "form", true
	case atom.Footer:
		e.why, e.weak = "footer", true
	case atom.Aside:
		e.why, e.weak = whyTeaser, true
	case atom.Header:
		e.why, e.weak = whyNavigation, true
	case atom.Figcaption:
		e.why = whyImage
	case atom.Html, atom.Body, atom.Head, atom.Main:
		return
	}
	e.classes(attrs)
}

// classes reads the words of class, id and role. Those of the page as a whole say nothing.
func (e *element) classes(attrs map[string]string) {
	if e.why != "" && !e.weak {
		return
	}
	for _, value := range []string{attrs["class"], attrs["id"], attrs["role"], attrs["data-component"]} {
		if len(value) > 400 {
			continue
		}
		for _, word := range classWords(value) {
			row, ok := containers()[word]
			if !ok {
				continue
			}
			weak := row.Field(2) == "weak"
			if e.why == "" || e.weak && !weak {
				e.why, e.weak = row.Field(1), weak
			}
		}
	}
}

// classWords splits names as programmers write them: "most-read", "mostRead", "article__share".
func classWords(value string) []string {
	var out []string
	var word []byte
	flush := func() {
		if len(word) > 0 {
			out = append(out, strings.ToLower(string(word)))
			word = word[:0]
		}
	}
	for i := 0; i < len(value); i++ {
		c := value[i]
		switch {
		case c >= 'A' && c <= 'Z' && i > 0 && value[i-1] >= 'a' && value[i-1] <= 'z':
			flush()
			word = append(word, c)
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			word = append(word, c)
		default:
			flush()
		}
	}
	flush()
	for i, n := 0, len(out); i+1 < n; i++ {
		out = append(out, out[i]+out[i+1])
	}
	return out
}

func (p *page) top() *element {
	if len(p.open) == 0 {
		return nil
	}
	return p.open[len(p.open)-1]
}

// within reports that an element of the tag is open.
func (p *page) within(tag atom.Atom) bool {
	for _, e := range p.open {
		if e.tag == tag {
			return true
		}
	}
	return false
}

// end closes an element and those left open in it; an end tag without its start is nothing.
func (p *page) end(name string) {
	p.script, p.titling = false, false
	for i := len(p.open) - 1; i >= 0; i-- {
		if p.open[i].name != name {
			continue
		}
		if isBlockTag(p.open[i].tag) {
			p.flush()
		}
		p.open = p.open[:i]
		return
	}
}

// closeImplied closes what HTML lets people leave open before a new block.
func (p *page) closeImplied(tag atom.Atom) {
	closes := func(tags ...atom.Atom) {
		for i := len(p.open) - 1; i >= 0 && len(p.open)-i < 16; i-- {
			for _, t := range tags {
				if p.open[i].tag == t {
					p.open = p.open[:i]
					return
				}
			}
			if isBlockTag(p.open[i].tag) {
				return
			}
		}
	}
	switch tag {
	case atom.Li:
		closes(atom.P)
		closes(atom.Li)
	case atom.Td, atom.Th:
		closes(atom.Td, atom.Th)
	case atom.Tr:
		closes(atom.Td, atom.Th)
		closes(atom.Tr)
	case atom.Dt, atom.Dd:
		closes(atom.Dt, atom.Dd)
	case atom.Body, atom.Head, atom.Html, atom.Title:
	default:
		closes(atom.P)
	}
}

// addText takes the text token raw[from:to].
func (p *page) addText(from, to int) {
	switch {
	case p.titling:
		if len(p.metas.title) < 1000 {
			p.metas.title += html.UnescapeString(p.raw[from:to])
		}
		return
	case p.script:
		p.metas.linked(p.raw[from:to])
		return
	}
	for e := p.top(); e != nil; e = e.parent {
		if e.skip {
			return
		}
	}
	linked := p.within(atom.A)
	for i := from; i < to; {
		c := p.raw[i]
		switch {
		case c <= ' ':
			p.space = true
			i++
		case c == '&':
			i += p.entity(i, to, linked)
		default:
			end := i
			for end < to && p.raw[end] > ' ' && p.raw[end] != '&' {
				end++
			}
			p.put(p.raw[i:end], i, end-i, linked)
			i = end
		}
	}
}

// entity takes the character reference at i, and gives its length.
func (p *page) entity(i, to int, linked bool) int {
	end := i + 1
	for end < to && end-i < 34 && p.raw[end] != ';' && p.raw[end] > ' ' && p.raw[end] != '&' && p.raw[end] != '<' {
		end++
	}
	if end < to && p.raw[end] == ';' {
		end++
	}
	text := html.UnescapeString(p.raw[i:end])
	switch {
	case text == p.raw[i:end]:
		p.put(text, i, len(text), linked)
	case strings.TrimFunc(text, isBlank) == "":
		p.space = true
	default:
		p.put(strings.ToValidUTF8(text, "\uFFFD"), i, 0, linked)
	}
	return end - i
}

// put appends shown text; length is how many bytes of it stand so at raw.
func (p *page) put(text string, raw, length int, linked bool) {
	if p.cur == nil {
		p.cur = &block{}
		p.space = false
		p.common = p.top()
	}
	p.common = shared(p.common, p.top())
	if p.space && p.text.Len() > 0 {
		p.spaced(raw)
	}
	p.space = false
	if n := len(p.cur.segs); length > 0 {
		at := p.text.Len()
		if n > 0 && p.cur.segs[n-1].Clean+p.cur.segs[n-1].Length == at && p.cur.segs[n-1].Raw+p.cur.segs[n-1].Length == raw {
			p.cur.segs[n-1].Length += length
		} else {
			p.cur.segs = append(p.cur.segs, news.Segment{Clean: at, Raw: raw, Length: length})
		}
	}
	p.text.WriteString(text)
	if linked {
		p.link += len(text)
	}
}

// shared is the innermost element that holds both.
func shared(a, b *element) *element {
	for a != b && a != nil && b != nil {
		if a.depth >= b.depth {
			a = a.parent
		} else {
			b = b.parent
		}
	}
	if a != b {
		return nil
	}
	return a
}

// spaced appends the one space that a run of white space is; a single one in the page maps to itself.
func (p *page) spaced(raw int) {
	n := len(p.cur.segs)
	if n > 0 && raw > 0 && p.raw[raw-1] == ' ' && p.cur.segs[n-1].Raw+p.cur.segs[n-1].Length == raw-1 &&
		p.cur.segs[n-1].Clean+p.cur.segs[n-1].Length == p.text.Len() {
		p.cur.segs[n-1].Length++
	}
	p.text.WriteByte(' ')
}

// lineBreak ends a line: a block, but inside a heading a space.
func (p *page) lineBreak() {
	if e := p.top(); e != nil && headingLevel(e.tag) > 0 {
		p.space = true
		return
	}
	p.flush()
}

// flush ends the current block.
func (p *page) flush() {
	p.space = false
	b := p.cur
	if b == nil {
		return
	}
	b.text = p.text.String()
	b.trim()
	p.cur = nil
	p.text.Reset()
	link := p.link
	p.link = 0
	if b.text == "" {
		return
	}
	in := p.common
	p.hints(b, in)
	p.blocks = append(p.blocks, b)
	p.inside = append(p.inside, in)
	p.links = append(p.links, link)
}

// hints reads what the elements around a block say about it.
func (p *page) hints(b *block, in *element) {
	for e := in; e != nil && in.depth-e.depth < 8; e = e.parent {
		switch level := headingLevel(e.tag); {
		case level == 1:
			b.hint = title
			return
		case level > 1:
			b.hint = heading
			return
		case e.tag == atom.Li && b.hint == noHint:
			b.hint = item
		case e.tag == atom.Figcaption:
			b.hint = caption
			return
		}
	}
}

func headingLevel(tag atom.Atom) int {
	switch tag {
	case atom.H1:
		return 1
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return 2
	}
	return 0
}

func isBlockTag(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Ul, atom.Ol,
		atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Table, atom.Tr, atom.Td, atom.Th, atom.Thead, atom.Tbody, atom.H1, atom.H2, atom.H3,
		atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Figure, atom.Figcaption, atom.Form, atom.Pre, atom.Hr, atom.Body, atom.Head,
		atom.Html, atom.Address, atom.Details, atom.Summary, atom.Button, atom.Fieldset, atom.Center, atom.Title, atom.Img, atom.Dialog:
		return true
	}
	return false
}

func isVoid(tag atom.Atom) bool {
	switch tag {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param,
		atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// isForeign reports elements of SVG, which may close themselves.
func isForeign(name string) bool {
	switch name {
	case "path", "circle", "rect", "line", "use", "polygon", "polyline", "ellipse", "g", "svg", "image", "stop":
		return true
	}
	return false
}
