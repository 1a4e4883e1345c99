// SPDX-License-Identifier: Apache-2.0

// Package brief turns weighed stories into what people and programs read: terminal text, Markdown, one
// self-contained HTML file, and JSON.
//
// Text, Markdown and HTML are drawn from one view (view.go: sections of groups of lines), so that they cannot say
// different things; JSON is written from the nouns themselves. Words from outside lose their control characters,
// terminal escapes and direction overrides on the way into the view; JSON keeps them, escaped. The same stories
// give the same bytes.
package brief

import (
	"io"

	"stemma/internal/fault"
	"stemma/internal/news"
)

// A Brief is stories with the version of the program that read them.
type Brief struct {
	Stories []*news.Story
	Version string
	Changes *Changes // where it tells what is new in the stories; else nil
}

// A Format names a form of a brief.
type Format string

// The forms of a brief.
const (
	Text     Format = "text"
	Markdown Format = "md"
	HTML     Format = "html"
	JSON     Format = "json"
)

// Formats are all forms, in the order of the manual.
func Formats() []Format { return []Format{Text, Markdown, HTML, JSON} }

// ParseFormat reads a form's name; "markdown" and "txt" are understood too. The error is of kind fault.Usage.
func ParseFormat(name string) (Format, error) {
	switch name {
	case "text", "txt":
		return Text, nil
	case "md", "markdown":
		return Markdown, nil
	case "html":
		return HTML, nil
	case "json":
		return JSON, nil
	}
	return "", fault.New(fault.Usage, "", "no format %q: text, md, html or json", name)
}

// RenderOptions shape terminal text; the other forms ignore them. The zero value is plain and 80 columns wide.
type RenderOptions struct {
	Width int  // columns; 0 is 80, less than 40 counts as 40
	Color bool // bold, dim and coloured words, for a terminal
}

// Render writes b in form f. It fails where w fails, or where f is no form (fault.Usage).
func Render(w io.Writer, b *Brief, f Format, opts RenderOptions) error {
	switch f {
	case Text:
		return writeText(w, b, opts)
	case Markdown:
		return writeMarkdown(w, b)
	case HTML:
		return writeHTML(w, b)
	case JSON:
		return writeJSON(w, b)
	}
	return fault.New(fault.Usage, "", "no format %q: text, md, html or json", f)
}
