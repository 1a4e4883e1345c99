// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"bytes"
	"strings"

	"stemma/internal/fault"
)

// A Format is a way in which inputs are written.
type Format string

// The formats that are read.
const (
	Text      Format = "text"
	Markdown  Format = "markdown"
	HTML      Format = "html"
	JSON      Format = "json"      // one object, or an array of them
	JSONLines Format = "jsonlines" // an object a line
)

// formatOf tells the format by the name's ending, "" where the content must tell. Kinds of file that are not read
// are refused with what to do instead.
func formatOf(name string) (Format, error) {
	low := strings.ToLower(name)
	if strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://") {
		return "", fault.New(fault.Unsupported, name, "links are not followed yet; save the page as .html and give that file")
	}
	switch ending(low) {
	case "txt", "text":
		return Text, nil
	case "md", "markdown":
		return Markdown, nil
	case "html", "htm", "xhtml":
		return HTML, nil
	case "json":
		return JSON, nil
	case "jsonl", "ndjson":
		return JSONLines, nil
	case "pdf":
		return "", unsupported(name, "PDF")
	case "eml", "mbox", "msg", "mht", "mhtml":
		return "", unsupported(name, "mail")
	case "warc", "wacz":
		return "", unsupported(name, "web archive")
	case "docx", "doc", "odt", "rtf", "epub", "pptx", "xlsx":
		return "", unsupported(name, "word-processor")
	case "rss", "atom", "xml":
		return "", unsupported(name, "feed and XML")
	case "csv", "tsv":
		return "", unsupported(name, "table")
	case "gz", "zip", "bz2", "xz", "zst", "tar", "7z":
		return "", unsupported(name, "compressed")
	case "png", "jpg", "jpeg", "gif", "webp", "mp3", "mp4", "wav", "svg":
		return "", unsupported(name, "picture and sound")
	}
	return "", nil
}

func unsupported(name, what string) error {
	return fault.New(fault.Unsupported, name, "%s files are not read yet; give .txt, .md, .html, .json or .jsonl", what)
}

func ending(name string) string {
	base := name[strings.LastIndexAny(name, `/\`)+1:]
	if i := strings.LastIndexByte(base, '.'); i >= 0 {
		return base[i+1:]
	}
	return ""
}

// signatures of files that are no text, and what they are.
var signatures = []struct{ prefix, what string }{
	{"%PDF-", "PDF"},
	{"PK\x03\x04", "compressed"},
	{"\x1f\x8b", "compressed"},
	{"BZh", "compressed"},
	{"\xfd7zXZ", "compressed"},
	{"\x28\xb5\x2f\xfd", "compressed"},
	{"WARC/", "web archive"},
	{"{\\rtf", "word-processor"},
}

// unreadable refuses files whose first bytes say that they are something else than text.
func unreadable(name string, data []byte) error {
	for _, sig := range signatures {
		if bytes.HasPrefix(data, []byte(sig.prefix)) {
			return unsupported(name, sig.what)
		}
	}
	return nil
}

// sniff tells the format of a decoded text without a telling name.
func sniff(name, decoded string) (Format, error) {
	head := strings.TrimSpace(decoded[:min(len(decoded), 2048)])
	low := strings.ToLower(head)
	switch {
	case strings.HasPrefix(low, "<?xml") && !strings.Contains(low, "<html"):
		return "", unsupported(name, "feed and XML")
	case strings.HasPrefix(low, "<rss"), strings.HasPrefix(low, "<feed"):
		return "", unsupported(name, "feed and XML")
	case looksHTML(low):
		return HTML, nil
	case strings.HasPrefix(head, `{"`), strings.HasPrefix(head, "{ "), strings.HasPrefix(head, "{\n"), strings.HasPrefix(head, "{\r"):
		return sniffRows(decoded), nil
	case strings.HasPrefix(head, "[{"), strings.HasPrefix(head, "[\n"), strings.HasPrefix(head, "[ {"):
		return JSON, nil
	}
	return Text, nil
}

func looksHTML(low string) bool {
	if !strings.HasPrefix(low, "<") {
		return false
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<main", "<div", "<p>", "<p ", "<h1", "<section", "<meta", "<title", "<!--"} {
		if strings.HasPrefix(low, tag) {
			return true
		}
	}
	return strings.Contains(low, "<html") || strings.Contains(low, "<body")
}

// sniffRows tells one object from an object a line: the first line is whole by itself in the latter.
func sniffRows(decoded string) Format {
	first, rest, _ := strings.Cut(strings.TrimSpace(decoded), "\n")
	if strings.HasSuffix(strings.TrimSpace(first), "}") && strings.HasPrefix(strings.TrimSpace(rest), "{") {
		return JSONLines
	}
	return JSON
}
