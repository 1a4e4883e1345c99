// SPDX-License-Identifier: Apache-2.0

package stemma_test

import (
	"fmt"

	"stemma"
)

func Example() {
	pages := []struct{ name, text string }{
		{"wire.txt", "The dam at Orvik holds 40 million tonnes of water. \"It is safe,\" said Ane Moe, the engineer in charge."},
		{"paper.txt", "Ane Moe, the engineer in charge at Orvik, has resigned, the town council said on its website."},
	}
	var reports []*stemma.Report
	for _, page := range pages {
		read, errs := stemma.Read(page.name, []byte(page.text))
		for _, err := range errs {
			fmt.Println(err)
		}
		reports = append(reports, read...)
	}
	b := stemma.Assemble(reports, stemma.Options{OneStory: true})
	for _, story := range b.Stories {
		fmt.Println(len(story.Reports), "reports,", len(story.Origins), "origins")
		for _, s := range story.Statements {
			if s.Kind == "quotation" {
				fmt.Printf("%s: %s\n", s.Attribution.Source, s.Report.Doc.Exact(s.Evidence))
			}
		}
	}
	// Output:
	// 2 reports, 2 origins
	// Ane Moe: It is safe,
}

func ExampleAssemble_since() {
	rows := `{"id": "wire", "published": "2031-04-07", "text": "The fire killed four people, the coast guard said."}
{"id": "gazette", "published": "2031-04-08", "text": "The blaze in the harbour killed four people, a doctor at the hospital said."}`
	reports, _ := stemma.Read("rows.jsonl", []byte(rows))
	since, err := stemma.ParseMoment("2031-04-07")
	if err != nil {
		fmt.Println(err)
		return
	}
	b := stemma.Assemble(reports, stemma.Options{OneStory: true, Since: since})
	for _, c := range b.Changes.Stories[0].Facts {
		if c.Moved() {
			fmt.Println(c.Fact.Question, c.Before, "->", c.Fact.Status)
		}
	}
	// Output:
	// How many people were killed? single-origin -> corroborated
}
