// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A snippet is words of a report.
type snippet struct{ Report, Text string }

// A reading is a gold file, as far as these tests look at it.
type reading struct {
	Reports []struct {
		Report, Title string
		Keep, Drop    []string
	}
	Origins                     [][]string
	Quotes, Attributions, Roles []snippet
	Dates                       []datedSnippet
	Quantities                  []countedSnippet
	Unresolvable                []snippet `json:"dates_unresolvable"`
	Pairs, Decoys               []pairOfSnippets

	goldFile, claimsFile, reportFolder string
}

type datedSnippet struct {
	snippet
	From, To string
}

type countedSnippet struct {
	snippet
	Min, Max *float64
}

type pairOfSnippets struct {
	A, B     snippet
	Relation string
}

// readings loads every gold file beside this one.
func readings(t *testing.T) []reading {
	t.Helper()
	paths, err := filepath.Glob("gold/*.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []reading
	for _, path := range paths {
		if strings.HasSuffix(path, "-claims.json") {
			continue
		}
		var r reading
		decodeFile(t, path, &r)
		story := strings.TrimSuffix(filepath.Base(path), ".json")
		r.goldFile, r.claimsFile = path, filepath.Join("gold", story+"-claims.json")
		r.reportFolder = filepath.Join("..", "examples", story)
		if unseen := filepath.Join("unseen", story); exists(unseen) {
			r.reportFolder = unseen
		}
		all = append(all, r)
	}
	if len(all) == 0 {
		t.Fatal("no gold readings in eval/gold")
	}
	return all
}

func decodeFile(t *testing.T, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

var straightMarks = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)

// folded is s with straight quotation marks and single spaces, as the scoring program compares words.
func folded(s string) string { return strings.Join(strings.Fields(straightMarks.Replace(s)), " ") }

// pageText is the folded text of a report, for HTML that of the elements of its body.
func pageText(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Ext(path) != ".html" {
		return folded(string(data))
	}
	root, err := html.Parse(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	collectText(root, &words)
	return folded(strings.Join(words, " "))
}

func collectText(n *html.Node, words *[]string) {
	if n.Type == html.ElementNode && slices.Contains([]string{"head", "script", "style"}, n.Data) {
		return
	}
	if n.Type == html.TextNode {
		*words = append(*words, n.Data)
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		collectText(child, words)
	}
}

// snippets are all the words that a reading takes from its reports.
func (r reading) snippets() []snippet {
	all := slices.Concat(r.Quotes, r.Attributions, r.Roles, r.Unresolvable)
	for _, report := range r.Reports {
		for _, text := range slices.Concat(report.Keep, report.Drop, []string{report.Title}) {
			all = append(all, snippet{report.Report, text})
		}
	}
	for _, d := range r.Dates {
		all = append(all, d.snippet)
	}
	for _, q := range r.Quantities {
		all = append(all, q.snippet)
	}
	for _, p := range slices.Concat(r.Pairs, r.Decoys) {
		all = append(all, p.A, p.B)
	}
	return all
}

func (r reading) names() []string {
	var names []string
	for _, report := range r.Reports {
		names = append(names, report.Report)
	}
	return slices.Sorted(slices.Values(names))
}

func TestEverySnippetOfAGoldReadingStandsInItsReport(t *testing.T) {
	for _, r := range readings(t) {
		texts := map[string]string{}
		for _, name := range r.names() {
			texts[name] = pageText(t, filepath.Join(r.reportFolder, name))
		}
		for _, s := range r.snippets() {
			if !strings.Contains(texts[s.Report], folded(s.Text)) {
				t.Errorf("%s: %s does not say %q", r.goldFile, s.Report, s.Text)
			}
		}
		for _, q := range r.Quotes {
			if !strings.Contains(texts[q.Report], `"`+folded(q.Text)+`"`) {
				t.Errorf("%s: %q does not fill a pair of quotation marks in %s", r.goldFile, q.Text, q.Report)
			}
		}
	}
}

func TestGoldReadingsNameEveryReportOnceAndOriginsPartitionThem(t *testing.T) {
	for _, r := range readings(t) {
		entries, err := os.ReadDir(r.reportFolder)
		if err != nil {
			t.Fatal(err)
		}
		var files []string
		for _, e := range entries {
			files = append(files, e.Name())
		}
		if names := r.names(); !slices.Equal(names, files) {
			t.Errorf("%s reads %q, the folder has %q", r.goldFile, names, files)
		}
		if members := slices.Sorted(slices.Values(slices.Concat(r.Origins...))); !slices.Equal(members, files) {
			t.Errorf("%s: origins hold %q, the folder has %q", r.goldFile, members, files)
		}
	}
}

func TestGoldBoundsDatesAndRelationsAreWellFormed(t *testing.T) {
	relations := []string{"agree", "refine", "contradict", "update"}
	for _, r := range readings(t) {
		for _, q := range r.Quantities {
			if q.Min == nil && q.Max == nil || q.Min != nil && q.Max != nil && *q.Min > *q.Max {
				t.Errorf("%s: bounds of %q", r.goldFile, q.Text)
			}
		}
		for _, d := range r.Dates {
			if len(d.From) != len("2006-01-02") || len(d.To) != len(d.From) || d.From > d.To {
				t.Errorf("%s: %q is from %s to %s", r.goldFile, d.Text, d.From, d.To)
			}
		}
		for _, p := range r.Pairs {
			if !slices.Contains(relations, p.Relation) {
				t.Errorf("%s: relation %q", r.goldFile, p.Relation)
			}
		}
		for _, d := range r.Decoys {
			if slices.ContainsFunc(r.Pairs, func(p pairOfSnippets) bool {
				return p.Relation == "contradict" && (p.A == d.A && p.B == d.B || p.A == d.B && p.B == d.A)
			}) {
				t.Errorf("%s: %q and %q are a decoy and a contradiction", r.goldFile, d.A.Text, d.B.Text)
			}
		}
	}
}

func TestClaimsCarryKnownVerdictsOfEveryKindAndStandOnce(t *testing.T) {
	verdicts := []string{"corroborated", "single-origin", "contested", "contradicted", "not-found"}
	for _, r := range readings(t) {
		var claims struct {
			Claims []struct{ Claim, Verdict string }
		}
		decodeFile(t, r.claimsFile, &claims)
		given, seen := map[string]int{}, map[string]bool{}
		for _, c := range claims.Claims {
			if !slices.Contains(verdicts, c.Verdict) {
				t.Errorf("%s: verdict %q of %q", r.claimsFile, c.Verdict, c.Claim)
			}
			if seen[c.Claim] {
				t.Errorf("%s: %q stands twice", r.claimsFile, c.Claim)
			}
			given[c.Verdict]++
			seen[c.Claim] = true
		}
		for _, v := range verdicts {
			if given[v] == 0 {
				t.Errorf("%s has no claim that is %s", r.claimsFile, v)
			}
		}
	}
}
