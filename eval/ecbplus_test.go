// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"cmp"
	"encoding/csv"
	"encoding/xml"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stemma/internal/news"
	stages "stemma/internal/reading"
	"stemma/internal/text"
	"stemma/internal/treebank"
)

// A mention is the words of a text of ECB+ that tell of an event, and which event it is.
type mention struct {
	report *news.Report
	words  text.Range // from the first to the last of them
	head   int        // token number of the word that governs the others
	event  string     // as annotated
}

// A subtopic is the texts about one event, and the mentions in their sentences that annotators went through.
type subtopic struct {
	name     string // "12_ecb"
	reports  []*news.Report
	mentions []mention
}

// ecbFile is a text of ECB+ as its XML has it: tokens by sentence, marks on them, and what the marks have in common.
type ecbFile struct {
	Tokens []struct {
		ID       string `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Form     string `xml:",chardata"`
	} `xml:"token"`
	Marks struct {
		All []ecbMark `xml:",any"`
	} `xml:"Markables"`
	Relations struct {
		All []ecbRelation `xml:",any"`
	} `xml:"Relations"`
}

type ecbMark struct {
	XMLName xml.Name
	ID      string `xml:"m_id,attr"`
	Anchors []struct {
		Token string `xml:"t_id,attr"`
	} `xml:"token_anchor"`
}

// ecbRelation puts marks together: over texts where it has a note, else in one.
type ecbRelation struct {
	ID      string `xml:"r_id,attr"`
	Note    string `xml:"note,attr"`
	Sources []struct {
		Mark string `xml:"m_id,attr"`
	} `xml:"source"`
}

// subtopics reads a part of ECB+ sub-topic by sub-topic; none where it is not there.
func subtopics(t *testing.T, reader *stages.Reader, folder, part string) []*subtopic {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, part, "*", "*.xml"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		return nil
	}
	looked := lookedThrough(t, filepath.Join(folder, "ECBplus_coreference_sentences.csv"))
	byName := map[string]*subtopic{}
	var out []*subtopic
	for _, file := range files {
		name := subtopicOf(file)
		s := byName[name]
		if s == nil {
			s = &subtopic{name: name}
			byName[name] = s
			out = append(out, s)
		}
		s.read(t, reader, file, looked)
	}
	slices.SortFunc(out, func(a, b *subtopic) int { return cmp.Compare(a.name, b.name) })
	return out
}

// subtopicOf is "12_ecb" of ".../12/12_3ecb.xml".
func subtopicOf(file string) string {
	topic, rest, _ := strings.Cut(strings.TrimSuffix(filepath.Base(file), ".xml"), "_")
	return topic + "_" + strings.TrimLeft(rest, "0123456789")
}

// lookedThrough is the sentences that annotators went through, as "12_3ecb 0".
func lookedThrough(t *testing.T, file string) map[string]bool {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, row := range rows {
		out[row[0]+"_"+row[1]+" "+row[2]] = true
	}
	return out
}

// read adds a file: its text through the stages, over its own tokens, and its mentions.
func (s *subtopic) read(t *testing.T, reader *stages.Reader, file string, looked map[string]bool) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var x ecbFile
	if err := xml.Unmarshal(data, &x); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	id := strings.TrimSuffix(filepath.Base(file), ".xml")
	sentences, at := x.sentences()
	r := &news.Report{ID: id, Language: "en", Doc: treebank.Doc(sentences)}
	reader.Annotate(r.Doc)
	s.reports = append(s.reports, r)
	s.mentions = append(s.mentions, x.mentions(r, at, looked)...)
}

// sentences is the text, and the number of each token in it by id. Sentence 0 may be the address of the page.
func (x *ecbFile) sentences() ([]treebank.Sentence, map[string]int) {
	var out []treebank.Sentence
	at, last := map[string]int{}, -1
	address := len(x.Tokens) > 0 && strings.HasPrefix(x.Tokens[0].Form, "http")
	for _, tok := range x.Tokens {
		if address && tok.Sentence == 0 {
			continue
		}
		if tok.Sentence != last {
			out, last = append(out, treebank.Sentence{}), tok.Sentence
		}
		at[tok.ID] = len(at)
		words := &out[len(out)-1].Words
		*words = append(*words, treebank.Word{Form: tok.Form, SpaceAfter: true})
	}
	return out, at
}

// mentions is the marked deeds, happenings and states in sentences looked through, in the order of their words.
func (x *ecbFile) mentions(r *news.Report, at map[string]int, looked map[string]bool) []mention {
	sentence := map[string]string{}
	for _, tok := range x.Tokens {
		sentence[tok.ID] = r.ID + " " + strconv.Itoa(tok.Sentence)
	}
	events := x.events(r.ID)
	var out []mention
	for _, mark := range x.Marks.All {
		if kind := mark.XMLName.Local; !strings.HasPrefix(kind, "ACTION") && !strings.HasPrefix(kind, "NEG_ACTION") || len(mark.Anchors) == 0 {
			continue
		}
		first := mark.Anchors[0].Token
		if _, told := at[first]; !told || !looked[sentence[first]] {
			continue
		}
		out = append(out, mark.mention(r, at, cmp.Or(events[mark.ID], r.ID+" "+mark.ID)))
	}
	slices.SortFunc(out, func(a, b mention) int { return cmp.Or(a.words.First-b.words.First, a.words.Last-b.words.Last) })
	return out
}

// events is what each mark tells of.
func (x *ecbFile) events(id string) map[string]string {
	out := map[string]string{}
	for _, rel := range x.Relations.All {
		for _, source := range rel.Sources {
			out[source.Mark] = cmp.Or(rel.Note, id+" r"+rel.ID)
		}
	}
	return out
}

func (m *ecbMark) mention(r *news.Report, at map[string]int, event string) mention {
	var words []int
	for _, a := range m.Anchors {
		words = append(words, at[a.Token])
	}
	out := mention{report: r, words: text.Range{First: slices.Min(words), Last: slices.Max(words) + 1}, event: event}
	out.head = words[0]
	for _, w := range words {
		if !slices.Contains(words, r.Doc.Tokens[w].Head) {
			out.head = w
			break
		}
	}
	return out
}
