// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html/atom"

	"stemma/internal/news"
)

// metas is what the head of a page says about it.
type metas struct {
	title    string // of <title>
	og       string // og:title and its like
	site     string // og:site_name
	authors  []string
	day      string // as given
	url      string
	lang     string
	ld       linked
	times    []string // datetime attributes that say they are the publication's
	language string
}

// linked is what JSON-LD says about the article.
type linked struct {
	found                                     bool
	headline, published, publisher, url, lang string
	authors                                   []string
	agency                                    string // the author, where it is an organisation
}

// publishedNames are the names of meta elements that hold the day of publication, surest first.
var publishedNames = []string{
	"article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date.issued", "dc.date.issued",
	"dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "pubdate", "publishdate", "publish-date",
	"publish_date", "published", "publication_date", "publicationdate", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
	"article.published", "article:published", "rnews:datepublished", "date", "citation_date", "citation_publication_date",
}

func isPublishedName(name string) bool {
	for _, n := range publishedNames {
		if n == name {
			return true
		}
	}
	return false
}

// element takes what a start tag says about the page.
func (m *metas) element(tag atom.Atom, attrs map[string]string) {
	switch tag {
	case atom.Html:
		if m.lang == "" {
			m.lang = attrs["lang"] + attrs["xml:lang"]
		}
	case atom.Link:
		if strings.EqualFold(attrs["rel"], "canonical") && m.url == "" {
			m.url = attrs["href"]
		}
	case atom.Time:
		if _, ok := attrs["pubdate"]; ok || strings.EqualFold(attrs["itemprop"], "datePublished") {
			m.times = append(m.times, attrs["datetime"])
		}
	case atom.Meta:
		name := strings.ToLower(attrs["property"] + attrs["name"] + attrs["itemprop"])
		m.meta(name, strings.TrimSpace(attrs["content"]))
	}
}

func (m *metas) meta(name, content string) {
	if content == "" || len(content) > 1000 {
		return
	}
	first := func(to *string) {
		if *to == "" {
			*to = content
		}
	}
	switch name {
	case "og:title":
		m.og = content
	case "twitter:title", "dc.title", "parsely-title", "sailthru.title":
		first(&m.og)
	case "og:site_name":
		m.site = content
	case "application-name", "dc.publisher", "publisher":
		first(&m.site)
	case "og:url":
		first(&m.url)
	case "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl":
		if !strings.Contains(content, "://") && len(m.authors) < 20 {
			m.addAuthors(content)
		}
	case "language", "og:locale", "dc.language":
		first(&m.language)
	default:
		if m.day == "" && isPublishedName(name) && published(content) != "" {
			m.day = published(content)
		}
	}
}

// addAuthors takes names, "By" before them left out.
func (m *metas) addAuthors(s string) {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "By "), "by ")
	for _, name := range strings.Split(strings.NewReplacer(" and ", ",", ";", ",").Replace(s), ",") {
		if name = strings.TrimSpace(name); name != "" && !contains(m.authors, name) {
			m.authors = append(m.authors, name)
		}
	}
}

func contains(list []string, s string) bool {
	for _, e := range list {
		if e == s {
			return true
		}
	}
	return false
}

// linked reads a block of JSON-LD: the first article in it. What it says of other pages, in lists of links, is left.
func (m *metas) linked(script string) {
	if m.ld.found || len(script) > 1<<20 {
		return
	}
	var v any
	if json.Unmarshal([]byte(strings.TrimSpace(script)), &v) != nil {
		return
	}
	for _, node := range nodes(v, 0) {
		if isArticle(node["@type"]) {
			m.ld.read(node)
			return
		}
	}
}

// nodes is the objects at the top of a JSON-LD value and in its graph.
func nodes(v any, depth int) []map[string]any {
	var out []map[string]any
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if depth < 3 {
				out = append(out, nodes(e, depth+1)...)
			}
		}
	case map[string]any:
		out = append(out, v)
		if graph, ok := v["@graph"]; ok && depth < 3 {
			out = append(out, nodes(graph, depth+1)...)
		}
	}
	return out
}

func isArticle(kind any) bool {
	switch kind := kind.(type) {
	case string:
		return strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || kind == "Report"
	case []any:
		for _, e := range kind {
			if isArticle(e) {
				return true
			}
		}
	}
	return false
}

func (l *linked) read(node map[string]any) {
	l.found = true
	l.headline = str(node["headline"])
	l.published = published(str(node["datePublished"]))
	l.lang = str(node["inLanguage"])
	l.url = str(node["url"])
	if org, ok := node["publisher"].(map[string]any); ok {
		l.publisher = str(org["name"])
	}
	l.authors = names(node["author"])
	author := node["author"]
	if list, ok := author.([]any); ok && len(list) == 1 {
		author = list[0]
	}
	if org, ok := author.(map[string]any); ok && strings.HasSuffix(str(org["@type"]), "Organization") {
		l.agency = str(org["name"])
	}
}

func str(v any) string {
	s, _ := v.(string)
	return strings.TrimSpace(s)
}

// names is the names in an author field: text, an object, or a list of them.
func names(v any) []string {
	switch v := v.(type) {
	case string:
		if v = strings.TrimSpace(v); v != "" && !strings.Contains(v, "://") {
			return []string{v}
		}
	case map[string]any:
		return names(v["name"])
	case []any:
		var out []string
		for _, e := range v[:min(len(v), 20)] {
			out = append(out, names(e)...)
		}
		return out
	}
	return nil
}

// facts is what the head of the page says about the report; h1 is the page's own heading of the article.
func (m *metas) facts(h1 string) facts {
	f := facts{url: m.url, lang: m.lang, outlet: m.site, authors: m.ld.authors}
	if f.url == "" {
		f.url = m.ld.url
	}
	if f.lang == "" {
		f.lang = m.language + m.ld.lang
	}
	if f.outlet == "" {
		f.outlet = m.ld.publisher
	}
	if len(f.authors) == 0 {
		f.authors = m.authors
	}
	if m.day != "" {
		f.published, f.basis = m.day, news.FromMeta
	}
	if m.ld.published != "" && m.day == "" {
		f.published, f.basis = m.ld.published, news.FromJSONLD
	}
	for _, day := range m.times {
		if f.published == "" && published(day) != "" {
			f.published, f.basis = published(day), news.FromMeta
		}
	}
	if a := m.ld.agency; a != "" && !strings.EqualFold(a, f.outlet) && !strings.EqualFold(a, m.ld.publisher) {
		f.credits = append(f.credits, news.Credit{Kind: news.Agency, Name: a, Words: a})
	}
	f.title = m.headline(h1, f.outlet)
	return f
}

// headline is the title of the article without the name of the site: the heading over it, else what the head says.
func (m *metas) headline(h1, outlet string) string {
	if h1 = oneLine(h1); h1 != "" && !strings.EqualFold(h1, outlet) {
		return h1
	}
	for _, t := range []string{m.ld.headline, m.og, m.title} {
		if t = withoutSite(oneLine(t), outlet); t != "" && !strings.EqualFold(t, outlet) {
			return t
		}
	}
	return ""
}

// withoutSite cuts " | The Post" and " - The Post" off a title: the outlet's name, or a short last part behind a bar.
func withoutSite(t, outlet string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · "} {
		at := strings.LastIndex(t, sep)
		if at <= 0 {
			continue
		}
		last := t[at+len(sep):]
		same := outlet != "" && (strings.EqualFold(last, outlet) || strings.EqualFold("the "+last, outlet) || strings.EqualFold(last, "the "+outlet))
		bar := sep == " | " && len(strings.Fields(last)) <= 5 && len(strings.Fields(t[:at])) >= 3
		if same || bar {
			return withoutSite(strings.TrimSpace(t[:at]), outlet)
		}
	}
	return t
}
