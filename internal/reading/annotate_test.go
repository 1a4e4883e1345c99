// SPDX-License-Identifier: Apache-2.0

package reading_test

import (
	"strings"
	"testing"

	"stemma/internal/reading"
	"stemma/internal/text"
)

// Annotate runs what comes after tokens, in order.
func TestAnnotateKeepsTokens(t *testing.T) {
	var ran []string
	stage := func(name string, gives ...text.Layer) reading.Stage {
		return reading.Stage{Name: name, Gives: gives, Read: func(*text.Doc) { ran = append(ran, name) }}
	}
	reader, err := reading.New([]reading.Stage{
		stage("cut", text.Tokens, text.Sentences), stage("tag", text.Tags), stage("tree", text.Trees),
		stage("name", text.Names),
	})
	if err != nil {
		t.Fatal(err)
	}
	doc := &text.Doc{Text: "Go."}
	reader.Split(doc)
	reader.Annotate(doc)
	if got := strings.Join(ran, " "); got != "cut tag tree name" {
		t.Errorf("ran %s", got)
	}
}
