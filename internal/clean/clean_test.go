// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/fault"
	"stemma/internal/news"
)

// Sentences that articles in these tests are made of.
const (
	lead   = "The harbour authority and the pilots' union met for nine hours on Thursday without reaching a settlement."
	second = "Both sides said they would return to the table on Monday, and the work-to-rule goes on until then."
	third  = "About 40 ships are waiting outside the bay, according to the coast guard, which counted 25 a week ago."
	fourth = "“We have moved as far as we can,” said Maren Holt, who speaks for the pilots."
)

func article(lines ...string) string { return strings.Join(lines, "\n") }

// read cleans one input that must be good.
func read(t *testing.T, name, data string, opts Options) *news.Report {
	t.Helper()
	reports, errs := Reports(Input{Name: name, Data: []byte(data)}, opts)
	if len(errs) > 0 || len(reports) != 1 {
		t.Fatalf("got %d reports, errors %v", len(reports), errs)
	}
	checkReport(t, reports[0])
	return reports[0]
}

// checkReport checks what must hold of any report.
func checkReport(t *testing.T, r *news.Report) {
	t.Helper()
	if err := r.Doc.Check(); err != nil {
		t.Error(err)
	}
	at := 0
	for _, p := range r.Doc.Paragraphs {
		if p.Empty() || p.Start < at || p.End > len(r.Doc.Text) {
			t.Fatalf("paragraph %v after %d of %d bytes", p, at, len(r.Doc.Text))
		}
		if s := r.Doc.Exact(p); strings.TrimSpace(s) != s || strings.Contains(s, "\n") {
			t.Errorf("paragraph %q is no trimmed line", s)
		}
		at = p.End
	}
	if !r.Doc.Title.Empty() && (r.Doc.Title.Start != r.Doc.Paragraphs[0].Start || r.Doc.Title != r.Doc.Paragraphs[0]) {
		t.Errorf("title %v does not open the text", r.Doc.Title)
	}
	for _, c := range r.Credits {
		if !c.Evidence.Empty() && r.Doc.Exact(c.Evidence) != c.Words {
			t.Errorf("credit %q: evidence %q", c.Words, r.Doc.Exact(c.Evidence))
		}
	}
}

// body is the paragraphs of a report without its title.
func body(r *news.Report) []string {
	var out []string
	for _, p := range r.Doc.Paragraphs {
		if p != r.Doc.Title {
			out = append(out, r.Doc.Exact(p))
		}
	}
	return out
}

func TestPlainTextIsToldFromItsFurniture(t *testing.T) {
	const headline = "Pilots and harbour part without a deal"
	tests := []struct {
		name, text string
		title      string
		body       []string
	}{
		{"an article with nothing around it stays whole", article(headline, lead, second, third), headline, []string{lead, second, third}},
		{"a text that opens with a sentence has no title", article(lead, "Why it matters", second, third), "", []string{lead, "Why it matters", second, third}},
		{"a doubled title is one", article(headline, "", headline, lead, second), headline, []string{lead, second}},
		{"a title run together with itself is one", article(headline+headline, lead, second), headline, []string{lead, second}},
		{"a section label over the title goes", article("Shipping", headline, lead, second), headline, []string{lead, second}},
		{"a name on top is the outlet's", article("The Bay PostThe Bay PostThe Bay Post", headline, lead, second), headline, []string{lead, second}},
		{"bylines and dates go", article(headline, "By Anna Reed and Tom Vale", "Published 3 May 2024, 10:20", lead, second), headline, []string{lead, second}},
		{"image credits go", article(headline, "Image Credits: PixabayImage Credits: Pixabay", lead, "Photo: Jo Lane/Reuters", second), headline, []string{lead, second}},
		{"captions with a credit go", article(headline, lead, "Ships off the bay on Friday. (Jo Lane/AP)", second), headline, []string{lead, second}},
		{"summary bullets over the text stay", article(headline, "• Talks of nine hours end without settlement", "• Ships wait outside the bay", lead, second, third), headline, []string{"• Talks of nine hours end without settlement", "• Ships wait outside the bay", lead, second, third}},
		{"bullets of full sentences in the text stay", article(headline, lead, "- The pilots want two more crews.", "- The harbour offers one.", second), headline, []string{lead, "- The pilots want two more crews.", "- The harbour offers one.", second}},
		{"headings in the text stay", article(headline, lead, "What the pilots want", second, "What comes next", third), headline, []string{lead, "What the pilots want", second, "What comes next", third}},
		{"navigation goes", article("Home | News | Sea | Sport", headline, lead, second, "Previous Post Next Post"), headline, []string{lead, second}},
		{"share lines go", article(headline, "Share Tweet Email 45", lead, second, "Share this: Facebook Twitter"), headline, []string{lead, second}},
		{"newsletter boxes go", article(headline, lead, second, "Subscribe to our newsletter", "Sign up to receive the latest news directly in your inbox.", "No, thanks"), headline, []string{lead, second}},
		{"a newsletter in the news stays", article(headline, lead, "The union told its members in a newsletter that subscribers to the strike fund would be paid."), headline, []string{lead, "The union told its members in a newsletter that subscribers to the strike fund would be paid."}},
		{"cookie notices go", article("We use cookies to improve your experience on this site.", "Accept all", headline, lead, second), headline, []string{lead, second}},
		{"lists of links go", article(headline, lead, second, "Further reading:", "- Harbour dues explained", "- The history of the pilots"), headline, []string{lead, second}},
		{"teasers with dates go", article(headline, lead, second, third, "May 2, 2024", "New lighthouse for the northern cape", "The old tower has stood since 1880, but its lamp is now to be...", "May 1, 2024", "Fish prices rise again", "Cod has become dearer by a third since the winter, and the...", "Load More"), headline, []string{lead, second, third}},
		{"titles with dates under a header go", article(headline, lead, second, "Related", "New lighthouse for the northern cape", "2 May 2024", "Fish prices rise again", "1 May 2024"), headline, []string{lead, second}},
		{"a timeline in the text stays", article(headline, lead, "March 3, 2024", second, "April 9, 2024", third), headline, []string{lead, "March 3, 2024", second, "April 9, 2024", third}},
		{"a timeline with headings stays", article(headline, lead, "March 3, 2024", "First talks", second, third, "April 9, 2024", "Talks break down", fourth, lead+" It was late."), headline, []string{lead, "March 3, 2024", "First talks", second, third, "April 9, 2024", "Talks break down", fourth, lead + " It was late."}},
		{"comments go", article(headline, lead, second, third, "2 comments", "seadog: They should pay them what they ask for, I say.", "Leave a Reply"), headline, []string{lead, second, third}},
		{"an author's box goes", article(headline, lead, second, third, "About the author", "Anna Reed is a reporter who covers ports and shipping."), headline, []string{lead, second, third}},
		{"addresses and numbers go", article("Harbour Street 12", "Grenholm, ME 04101", "00451770022", headline, lead, second), headline, []string{lead, second}},
		{"a paragraph that comes again goes", article(headline, lead, second, lead), headline, []string{lead, second}},
		{"a pull quote goes", article(headline, lead, fourth, "“We have moved as far as we can”", second), headline, []string{lead, fourth, second}},
		{"a short quotation in the text stays", article(headline, lead, "“We need pilots now.”", second), headline, []string{lead, "“We need pilots now.”", second}},
		{"a text cut short at its end stays", article(headline, lead, second, "The union's lawyers are expected to argue before the court that the..."), headline, []string{lead, second, "The union's lawyers are expected to argue before the court that the..."}},
		{"a list of names under a colon stays", article(headline, lead, second, "The dead were named as:", "Anna Reed", "Tom Vale"), headline, []string{lead, second, "The dead were named as:", "Anna Reed", "Tom Vale"}},
		{"a section label in brackets is cut off", article(headline, "[SHIPPING] "+lead, second), headline, []string{lead, second}},
		{"a motto under the outlet's name is no title", article("Freight Weekly", "The paper of the trade since 1901", "", headline, "", lead, second), headline, []string{lead, second}},
		{"an outlet's name behind the title is cut off", article(headline+" | The Bay Post", lead, second), headline, []string{lead, second}},
		{"a question is a title too", article("Who will bring in the ships waiting outside the bay?", lead, second), "Who will bring in the ships waiting outside the bay?", []string{lead, second}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			r := read(t, "a.txt", tc.text, Options{})
			if r.Title != tc.title {
				t.Errorf("title %q, want %q", r.Title, tc.title)
			}
			if diff := cmp.Diff(tc.body, body(r)); diff != "" {
				t.Errorf("body (-want +got):\n%s\ndropped: %v", diff, r.Dropped)
			}
		})
	}
}

func TestWrappedLinesBecomeParagraphs(t *testing.T) {
	text := "Pilots and harbour part without a deal\n\nThe harbour authority and the pilots' union met for nine\nhours on Thursday without reaching a settlement over the\nnew rosters, which would add a crew to every night shift.\n\nBoth sides said they would return to the table on Monday,\nand the work-to-rule goes on until then.\n"
	r := read(t, "a.txt", text, Options{})
	want := []string{
		"The harbour authority and the pilots' union met for nine hours on Thursday without reaching a settlement over the new rosters, which would add a crew to every night shift.",
		"Both sides said they would return to the table on Monday, and the work-to-rule goes on until then.",
	}
	if diff := cmp.Diff(want, body(r)); diff != "" {
		t.Error(diff)
	}
}

func TestWhatIsKnownOfAReportIsFound(t *testing.T) {
	text := article("The Bay PostThe Bay Post", "Pilots and harbour part without a deal", "By ANNA REED, AP", "May 3, 2024 at 6:30 PM",
		"Ships off the bay. Photograph: Jo Lane/EPA",
		"GRENHOLM (Reuters) - "+lead, "The offer was first reported by Harbour Insider, and the mayor told the Evening Post that he knew.", second,
		"May 9, 2024", "Fish prices rise again", "Cod has become dearer by a third since the winter, and the...", "May 8, 2024", "New lighthouse planned")
	r := read(t, "a.txt", text, Options{})
	if r.Outlet != "The Bay Post" || r.Published != "2024-05-03" || r.PublishedBasis != news.FromByline || r.Language != "en" {
		t.Errorf("outlet %q, published %q (%s), language %q", r.Outlet, r.Published, r.PublishedBasis, r.Language)
	}
	if want := time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC); !r.Doc.Reference.Equal(want) {
		t.Errorf("reference %v", r.Doc.Reference)
	}
	if diff := cmp.Diff([]string{"Anna Reed"}, r.Authors); diff != "" {
		t.Error(diff)
	}
	var got []string
	for _, c := range r.Credits {
		got = append(got, string(c.Kind)+" "+c.Name)
	}
	want := []string{"agency AP", "agency Reuters", "photo Jo Lane/EPA", "cites Harbour Insider", "cites Evening Post"}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestATeasersDateIsNeverTheReports(t *testing.T) {
	text := article("Pilots and harbour part without a deal", lead, second, third, "Related", "Fish prices rise again", "May 9, 2024")
	if r := read(t, "a.txt", text, Options{}); r.Published != "" || r.PublishedBasis != news.FromNone {
		t.Errorf("published %q (%s)", r.Published, r.PublishedBasis)
	}
}

const samplePage = `<!doctype html><html lang="en-GB"><head><title>Pilots and harbour part | The Bay Post</title>
<meta property="og:site_name" content="The Bay Post">
<script type="application/ld+json">{"@graph":[{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2020-01-01"}]},
{"@type":"NewsArticle","headline":"Pilots and harbour part","datePublished":"2024-05-03T10:00:00Z","author":[{"@type":"Person","name":"Anna Reed"}]}]}</script></head>
<body class="has-sidebar"><div class="cookie-banner"><p>We use cookies.</p></div><nav><a href="/">Home</a> <a href="/s">Sea</a></nav>
<article><h1>Pilots &amp; harbour part</h1><p class="byline">By Anna Reed</p><div class="share-bar"><a>Share</a></div>
<figure><img src="a.jpg"><figcaption>Ships off the bay. Photo: Jo Lane/EPA</figcaption></figure>
<p>The harbour authority and the pilots&rsquo; union met for <b>nine hours</b> on Thursday
without reaching a settlement.</p><p>` + second + `</p><aside class="related"><h3>Related</h3><ul><li><a>Fish prices rise by 9 percent</a></li></ul></aside>
<h2>What comes next</h2><p>` + third + `</p><ul><li>The pilots want two more crews.</li><li>The harbour offers one.</li></ul><p>` + fourth + `</p></article>
<section class="comments"><h2>2 comments</h2><p>They should pay them what they ask for, I say.</p></section>
<footer><p>© 2024 Bay Post Ltd. 3 Quay Street.</p></footer></body></html>`

func TestAPageIsToldFromItsFurniture(t *testing.T) {
	r := read(t, "a.html", samplePage, Options{})
	want := []string{
		"The harbour authority and the pilots’ union met for nine hours on Thursday without reaching a settlement.", second,
		"What comes next", third, "The pilots want two more crews.", "The harbour offers one.", fourth,
	}
	if diff := cmp.Diff(want, body(r)); diff != "" {
		t.Errorf("(-want +got):\n%s\n%v", diff, r.Dropped)
	}
	if r.Title != "Pilots & harbour part" || r.Outlet != "The Bay Post" || r.Published != "2024-05-03T10:00:00Z" || r.PublishedBasis != news.FromJSONLD || r.Language != "en" {
		t.Errorf("title %q outlet %q published %q (%s) language %q", r.Title, r.Outlet, r.Published, r.PublishedBasis, r.Language)
	}
	if diff := cmp.Diff([]string{"Anna Reed"}, r.Authors); diff != "" {
		t.Error(diff)
	}
	reasons := map[string]string{
		"We use cookies.": "cookie notice", "Fish prices rise by 9 percent": "teaser", "By Anna Reed": "byline",
		"They should pay them what they ask for, I say.": "comments", "Ships off the bay. Photo: Jo Lane/EPA": "image credit",
	}
	for _, d := range r.Dropped {
		if why, ok := reasons[d.Text]; ok && why != d.Why {
			t.Errorf("%q dropped as %q, want %q", d.Text, d.Why, why)
		}
		delete(reasons, d.Text)
	}
	if len(reasons) > 0 {
		t.Errorf("not listed as dropped: %v", reasons)
	}
}

// fakeExtractor keeps what it is told.
type fakeExtractor []string

func (f fakeExtractor) Extract(string) []string { return f }

func TestAPageIsReadWithoutAnExtractorsHelp(t *testing.T) {
	r := read(t, "a.html", samplePage, Options{Extract: fakeExtractor(nil)})
	if got := body(r); len(got) != 7 || got[1] != second {
		t.Errorf("got %q\ndropped %v", got, r.Dropped)
	}
}

func TestEveryKeptPieceMapsBackToTheInput(t *testing.T) {
	row := `{"id":"7","title":"Pilots \"part\"","text":"Pilots\u2019 union met for nine hours on Thursday, and no deal was made.\n\nBoth sides\tsaid they would return \ud83d\ude00 on Monday, as is their habit."}`
	tests := []struct{ name, data string }{
		{"a.txt", "\n  " + article("Pilots and harbour part without a deal", "", lead, "Load More", second)},
		{"a.html", samplePage},
		{"a.md", "# Pilots and *harbour* part\n\n" + lead + " [A link](http://x.example/y) and **more**\nof it, wrapped.\n\n- one item of the list\n"},
		{"a.jsonl", row},
		{"a.json", "[\n  " + row + ",\n" + row + "]"},
	}
	for _, tc := range tests {
		for _, asIs := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, as is %v", tc.name, asIs), func(t *testing.T) {
				reports, errs := Reports(Input{Name: tc.name, Data: []byte(tc.data)}, Options{AsIs: asIs})
				if len(errs) > 0 || len(reports) == 0 {
					t.Fatal(errs)
				}
				for _, r := range reports {
					checkSource(t, r, tc.data)
				}
			})
		}
	}
}

// checkSource checks the map from clean text to decoded input, and that it covers nearly all of the text.
func checkSource(t *testing.T, r *news.Report, decoded string) {
	t.Helper()
	covered, at := 0, 0
	for _, s := range r.Source {
		if s.Clean < at || s.Length <= 0 || s.Clean+s.Length > len(r.Doc.Text) || s.Raw < 0 || s.Raw+s.Length > len(decoded) {
			t.Fatalf("segment %+v after %d", s, at)
		}
		if got, want := decoded[s.Raw:s.Raw+s.Length], r.Doc.Text[s.Clean:s.Clean+s.Length]; got != want {
			t.Fatalf("segment %+v: input has %q, text has %q", s, got, want)
		}
		covered += s.Length
		at = s.Clean + s.Length
	}
	if covered*10 < len(r.Doc.Text)*8 {
		t.Errorf("%d of %d bytes mapped", covered, len(r.Doc.Text))
	}
}

func TestRowsAreReadAndBrokenOnesNamed(t *testing.T) {
	data := `{"id":"a","title":"Pilots and harbour part","text":"` + lead + `","published":"2024-05-03","outlet":"Post","url":"https://x.example/1"}
{"id":"b","title":"No text"}
not json
[1]
{"id":"c","text":"` + second + `","published":"the other day"}
`
	reports, errs := Reports(Input{Name: "rows.jsonl", Data: []byte(data)}, Options{})
	if len(reports) != 2 || len(errs) != 3 {
		t.Fatalf("%d reports, %v", len(reports), errs)
	}
	a, c := reports[0], reports[1]
	if a.Input != "a" || a.Published != "2024-05-03" || a.PublishedBasis != news.FromGiven || a.Outlet != "Post" || a.URL != "https://x.example/1" {
		t.Errorf("%+v", a)
	}
	if a.Doc.Text != "Pilots and harbour part\n\n"+lead {
		t.Errorf("text %q", a.Doc.Text)
	}
	if c.Input != "c" || c.Published != "" || !c.Doc.Title.Empty() {
		t.Errorf("%+v", c)
	}
	for i, want := range []string{"rows.jsonl, row 2", "rows.jsonl, row 3", "rows.jsonl, row 4"} {
		if !strings.HasPrefix(errs[i].Error(), want) {
			t.Errorf("error %q does not name %q", errs[i], want)
		}
	}
}

func TestATitleInTheTextOfARowIsNotDoubled(t *testing.T) {
	const title = "Ferry runs aground off Lorn"
	for _, text := range []string{title + "\\n\\n" + lead, "Fri 3 May 2024 " + title + ". " + lead, title + " " + lead} {
		r := read(t, "a.json", `{"id":"a","title":"`+title+`","text":"`+text+`"}`, Options{})
		if want := title + "\n\n" + lead; r.Doc.Text != want {
			t.Errorf("from %q got %q", text, r.Doc.Text)
		}
	}
	r := read(t, "a.json", `{"title":"Ferry runs aground off Lorn","text":"Ferry runs aground off Lorn in a gale, and all are saved."}`, Options{})
	if !strings.HasSuffix(r.Doc.Text, "Ferry runs aground off Lorn in a gale, and all are saved.") {
		t.Errorf("a sentence that begins like the title was cut: %q", r.Doc.Text)
	}
}

func TestAsIsTakesTheTextAsItStands(t *testing.T) {
	text := "Load More\n\n " + lead + " \nPrevious Post Next Post\n"
	if r := read(t, "a.txt", text, Options{AsIs: true}); r.Doc.Text != text || len(r.Dropped) > 0 {
		t.Errorf("text %q dropped %v", r.Doc.Text, r.Dropped)
	}
	r := read(t, "a.jsonl", `{"id":"a","title":"A title","text":"Load More\n`+lead+`"}`, Options{AsIs: true})
	if r.Doc.Text != "Load More\n"+lead || r.Title != "A title" || !r.Doc.Title.Empty() {
		t.Errorf("text %q title %q %v", r.Doc.Text, r.Title, r.Doc.Title)
	}
}

func TestMarkdownLosesItsMarks(t *testing.T) {
	r := read(t, "a.md", "---\ntitle: Pilots and harbour part\ndate: 2024-05-03\nauthor: Anna Reed\n---\n\n# Pilots and harbour part\n\nThe *harbour* authority met the [pilots](https://x.example) for nine hours,\nand no deal was made.\n\n![ships](a.png)\n\n## What comes next\n\n> "+second+"\n", Options{})
	want := []string{"The harbour authority met the pilots for nine hours, and no deal was made.", "What comes next", second}
	if diff := cmp.Diff(want, body(r)); diff != "" {
		t.Error(diff)
	}
	if r.Title != "Pilots and harbour part" || r.Published != "2024-05-03" || r.PublishedBasis != news.FromMeta {
		t.Errorf("title %q published %q", r.Title, r.Published)
	}
}

func TestEncodingsAreDetected(t *testing.T) {
	const want = "The café owners’ union met the mayor on Thursday, and no settlement was reached."
	win := strings.NewReplacer("é", "\xe9", "’", "\x92").Replace(want)
	tests := []struct {
		name, file string
		data       []byte
	}{
		{"UTF-8 with a byte order mark", "a.txt", []byte("\xef\xbb\xbf" + want)},
		{"UTF-16, little end first", "a.txt", utf16Of(binary.LittleEndian.AppendUint16, true, want)},
		{"UTF-16, big end first", "a.txt", utf16Of(binary.BigEndian.AppendUint16, true, want)},
		{"UTF-16 without a mark", "a.txt", utf16Of(binary.LittleEndian.AppendUint16, false, want)},
		{"Windows-1252", "a.txt", []byte(win)},
		{"a page that names its character set", "a.html", []byte(`<html><head><meta charset="windows-1252"></head><body><p>` + win + `</p></body></html>`)},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			reports, errs := Reports(Input{Name: tc.file, Data: tc.data}, Options{})
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			if got := reports[0].Doc.Text; got != want {
				t.Errorf("got %q", got)
			}
		})
	}
}

func utf16Of(put func([]byte, uint16) []byte, bom bool, s string) []byte {
	var out []byte
	if bom {
		out = put(out, 0xFEFF)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		out = put(out, u)
	}
	return out
}

func TestBrokenBytesAreReplacedAndNoted(t *testing.T) {
	r := read(t, "a.txt", "The café owners’ union met the ma\xffyor on Thursday, and no settlement was reached.", Options{})
	if !strings.Contains(r.Doc.Text, "ma\uFFFDyor") || len(r.Dropped) != 1 || !strings.Contains(r.Dropped[0].Why, "invalid UTF-8") {
		t.Errorf("text %q dropped %v", r.Doc.Text, r.Dropped)
	}
}

func TestBadInputIsRefusedWithItsReason(t *testing.T) {
	tests := []struct {
		name, file, data string
		kind             fault.Kind
		reason           string
	}{
		{"an empty file", "a.txt", "", fault.Invalid, "no text in it"},
		{"white space alone", "a.txt", " \n\t\n", fault.Invalid, "no text in it"},
		{"a page without text", "a.html", "<html><body><img src=x></body></html>", fault.Invalid, "no text in it"},
		{"a binary file", "a.txt", "abc\x00\x01\x02def", fault.Invalid, "looks binary"},
		{"control characters", "a", strings.Repeat("\x01\x02ab", 50), fault.Invalid, "looks binary"},
		{"more bytes than the bound", "a.txt", strings.Repeat("a b ", 6<<20), fault.TooLarge, "more than the bound"},
		{"one endless word", "a.txt", strings.Repeat("a", 2<<20), fault.TooLarge, "one word"},
		{"one endless word in a page", "a.html", "<p>" + strings.Repeat("a", 2<<20) + "</p>", fault.TooLarge, "one word"},
		{"a page nested without end", "a.html", strings.Repeat("<div>", 100_000) + "x", fault.TooLarge, "nested"},
		{"bold text nested without end", "a.html", strings.Repeat("<b>", 100_000) + "x", fault.TooLarge, "nested"},
		{"a PDF by name", "a.pdf", "x", fault.Unsupported, "PDF"},
		{"a PDF by content", "a", "%PDF-1.7 x", fault.Unsupported, "PDF"},
		{"mail", "a.eml", "x", fault.Unsupported, "mail"},
		{"a link", "https://x.example/a.html", "x", fault.Unsupported, "links"},
		{"a feed", "-", "<?xml version=\"1.0\"?><rss></rss>", fault.Unsupported, "feed"},
		{"broken JSON", "a.json", `{"text": "x`, fault.Invalid, "no valid JSON"},
		{"JSON that is no object", "a.json", `[1, 2]`, fault.Invalid, "a row must be an object"},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			start := time.Now()
			reports, errs := Reports(Input{Name: tc.file, Data: []byte(tc.data)}, Options{})
			if len(reports) > 0 || len(errs) == 0 {
				t.Fatalf("%d reports, errors %v", len(reports), errs)
			}
			var bad *fault.Error
			if !errors.As(errs[0], &bad) || bad.Kind != tc.kind || !strings.Contains(bad.Reason, tc.reason) || !strings.HasPrefix(bad.Input, tc.file) {
				t.Errorf("got %#v", errs[0])
			}
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestFormatsWithoutATellingNameAreSniffed(t *testing.T) {
	for name, data := range map[string]string{
		"a page":        "<!DOCTYPE html><html><body><p>" + lead + "</p></body></html>",
		"an object":     `{"text": "` + lead + `"}`,
		"a list":        `[{"text": "` + lead + `"}]`,
		"rows":          `{"id":"a","text":"` + lead + `"}` + "\n",
		"a text":        lead,
		"quoted braces": lead,
	} {
		t.Run(name, func(t *testing.T) {
			if r := read(t, "-", data, Options{}); r.Doc.Text != lead {
				t.Errorf("got %q", r.Doc.Text)
			}
		})
	}
}

func TestLanguagesAreTold(t *testing.T) {
	tests := []struct{ text, declared, want string }{
		{lead + " " + second, "", "en"},
		{"Die Hafenbehörde und die Gewerkschaft der Lotsen haben am Donnerstag neun Stunden lang verhandelt, ohne sich zu einigen, und wollen am Montag weiter sprechen.", "", "de"},
		{"Las autoridades del puerto y el sindicato de prácticos se reunieron durante nueve horas el jueves sin llegar a un acuerdo y volverán a verse el lunes.", "", "es"},
		{"Портовые власти и профсоюз лоцманов девять часов вели переговоры в четверг, но не пришли к соглашению и вернутся к столу в понедельник.", "", "ru"},
		{"Ferry sinks", "", "und"},
		{"Ferry sinks", "en-GB", "en"},
	}
	for _, tc := range tests {
		if got := language(tc.text, tc.declared); got != tc.want {
			t.Errorf("language(%.30q, %q) = %q, want %q", tc.text, tc.declared, got, tc.want)
		}
	}
}

func TestCleaningIsIdempotentOnItsTables(t *testing.T) {
	texts := []string{
		article("Pilots and harbour part without a deal", lead, second, third, "Related", "Fish prices rise again", "May 9, 2024"),
		article("The Bay PostThe Bay Post", "Pilots and harbour part without a deal", "By Anna Reed", lead, "What comes next", second),
	}
	for _, text := range texts {
		once := read(t, "a.txt", text, Options{})
		twice := read(t, "a.txt", once.Doc.Text, Options{})
		if diff := cmp.Diff(once.Doc.Text, twice.Doc.Text); diff != "" {
			t.Error(diff)
		}
	}
}
