// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// An Extractor finds the article in a page. It is asked for a second opinion only: which text it keeps.
type Extractor interface {
	// Extract gives the paragraphs of the article, in order, or nothing where it finds none.
	Extract(page string) []string
}

// maxExtract bounds the pages that the extractor is given: it copies the tree several times. Larger pages are
// told by their marks and lines alone.
const (
	maxExtract         = 3 << 20
	maxExtractElements = 30_000  // elements left open can cost the parser below far more than their number
	maxExtractDepths   = 600_000 // sum of the depths of all elements, as it climbs from each to the root
)

// trafilaturaExtractor asks go-trafilatura, with its fallbacks on.
type trafilaturaExtractor struct{}

// Extract is as in Extractor. The library is known to fail on odd pages; it counts as having found nothing then.
func (trafilaturaExtractor) Extract(page string) (paragraphs []string) {
	if len(page) > maxExtract {
		return nil
	}
	defer func() {
		if recover() != nil {
			paragraphs = nil
		}
	}()
	// The page is UTF-8 by now, whatever character set its head names, so the library must not decode it again.
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil
	}
	result, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		EnableFallback:  true,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil || result == nil || result.ContentNode == nil {
		return nil
	}
	return paragraphsOf(result.ContentNode)
}

// paragraphsOf is the text of a tree by block elements. The tree comes from a parser that bounds its depth.
func paragraphsOf(root *html.Node) []string {
	var out []string
	var cur strings.Builder
	flush := func() {
		if s := oneLine(cur.String()); s != "" {
			out = append(out, s)
		}
		cur.Reset()
	}
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		if n.Type == html.TextNode {
			cur.WriteString(n.Data)
			return
		}
		apart := n.Type == html.ElementNode && (isBlockTag(n.DataAtom) || n.Data == "br")
		if apart {
			flush()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
		if apart {
			flush()
		}
	}
	visit(root)
	flush()
	return out
}

// kept is what an extractor keeps, asked for by block.
type kept struct {
	whole map[string]bool // paragraphs, as words
	runs  map[string]bool // runs of three words
}

const runWords = 3

func keptOf(paragraphs []string) *kept {
	k := &kept{map[string]bool{}, map[string]bool{}}
	for _, p := range paragraphs {
		words := plainWords(p)
		k.whole[strings.Join(words, " ")] = true
		for i := 0; i+runWords <= len(words); i++ {
			k.runs[strings.Join(words[i:i+runWords], " ")] = true
		}
	}
	return k
}

// has reports that most of a block's words are in the kept text, in runs.
func (k *kept) has(b *block) bool {
	words := plainWords(b.text)
	if k.whole[strings.Join(words, " ")] {
		return true
	}
	n := len(words) - runWords + 1
	if n < 3 {
		return false
	}
	in := 0
	for i := range n {
		if k.runs[strings.Join(words[i:i+runWords], " ")] {
			in++
		}
	}
	return in*10 >= n*8
}

func plainWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return isBlank(r) || strings.ContainsRune(".,;:!?()[]\"“”‘’'—–-…", r)
	})
}
