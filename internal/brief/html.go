// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"

	"stemma/internal/news"
)

//go:embed html.tmpl style.css
var pageFiles embed.FS

var pageTemplate = sync.OnceValues(func() (*template.Template, error) {
	return template.New("html.tmpl").Funcs(template.FuncMap{"plural": plural}).ParseFS(pageFiles, "html.tmpl")
})

// A page is everything that the template shows. Style holds no word from outside.
type page struct {
	Title   string
	Version string
	Style   template.CSS
	Stories []storyPage
	Rest    string // what is not shown
}

type storyPage struct {
	*view
	Number   int
	Many     bool // more than one story on the page
	Drawings map[string]*drawing
	Texts    []reportText
}

// A reportText is a report's full text with its findings marked.
type reportText struct {
	Anchor, ID, Name, Title, Published, Link, Lang string
	Paragraphs                                     []paragraph
	Cut                                            int // bytes that are not shown
}

// writeHTML writes one page that needs nothing else: no script, no font, no picture, no network.
func writeHTML(w io.Writer, b *Brief) error {
	tmpl, err := pageTemplate()
	if err != nil {
		return fmt.Errorf("page template: %w", err)
	}
	style, err := pageFiles.ReadFile("style.css")
	if err != nil {
		return fmt.Errorf("page style: %w", err)
	}
	p := page{Title: "Stemma brief", Version: b.Version}
	split := map[string]bool{}
	shown := b.shown()
	for n, i := range shown {
		prefix := ""
		if len(shown) > 1 {
			prefix = fmt.Sprintf("story%d-", n+1)
		}
		story := b.newStoryPage(i, prefix, split)
		story.Number, story.Many = n+1, len(shown) > 1
		p.Stories = append(p.Stories, story)
	}
	if len(b.Stories) > 0 {
		p.Rest = b.unshown()
	}
	if len(p.Stories) == 1 {
		p.Title = p.Stories[0].Title + " – Stemma brief"
	}
	p.Style = template.CSS(string(style) + targetRules(split))
	return tmpl.Execute(w, p)
}

// newStoryPage builds the view first: it decides which words the texts must mark.
func (b *Brief) newStoryPage(i int, prefix string, split map[string]bool) storyPage {
	s := b.Stories[i]
	v := newViewer(s, prefix, pageLimits())
	out := storyPage{view: b.viewOf(v, i), Drawings: map[string]*drawing{}}
	for _, o := range s.Origins {
		out.Drawings[v.anchor(o.ID)] = v.draw(o)
	}
	for _, r := range s.Reports {
		out.Texts = append(out.Texts, v.fullText(r, split))
	}
	return out
}

func (v *viewer) fullText(r *news.Report, split map[string]bool) reportText {
	out := reportText{
		Anchor: v.anchor(r.ID), ID: ident(r.ID), Name: nameOf(r), Published: published(r), Lang: ident(r.Language),
		Link: webLink(r.URL),
	}
	if r.Doc == nil || r.Doc.Title.Empty() { // else it opens the text
		out.Title = short(r.Title, 300)
	}
	out.Paragraphs, out.Cut = v.paragraphs(r, split)
	return out
}

// webLink is a link that a reader may follow, or "".
func webLink(url string) string {
	if strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://") {
		return safe(url)
	}
	return ""
}

// targetRules light all pieces of a finding when the link to its first piece is followed. Ids are made of letters,
// digits, "-" and "_" (see ident), so they cannot leave their rule.
func targetRules(split map[string]bool) string {
	ids := make([]string, 0, len(split))
	for id := range split {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	var out strings.Builder
	for _, id := range ids {
		at := fmt.Sprintf(":root:has(#%s:target) .of-%s", id, id)
		fmt.Fprintf(&out, "%s,%s mark,%s a{background:var(--target);color:var(--target-ink)}\n", at, at, at)
	}
	return out.String()
}

// NavItem is a link of the page's small navigation.
type NavItem struct {
	Anchor, Title string
	Count         int
}

// Nav lists the parts of a story, in the order of the page.
func (s storyPage) Nav() []NavItem {
	var out []NavItem
	for _, sec := range s.Sections {
		out = append(out, NavItem{s.Prefix + sec.ID, sec.Title, sec.Count})
		if sec.ID == "corroborated" && len(s.Matrix.Rows) > 0 {
			out = append(out, NavItem{s.Prefix + "matrix", "Matrix", 0})
		}
	}
	return append(out, NavItem{s.Prefix + "texts", "Full texts", 0})
}

// A sectionOf is what the template of a section sees.
type sectionOf struct {
	Story   storyPage
	Section section
}

// With is a section together with its story.
func (s storyPage) With(sec section) sectionOf { return sectionOf{s, sec} }

// An originOf is what the template of an origin sees.
type originOf struct {
	Group   group
	Drawing *drawing
}

// WithDrawing is the group of an origin together with its drawing.
func (s storyPage) WithDrawing(g group) originOf { return originOf{g, s.Drawings[g.Anchor]} }
