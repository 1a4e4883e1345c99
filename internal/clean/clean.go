// SPDX-License-Identifier: Apache-2.0

// Package clean turns the bytes of an input into reports: clean text, what is known of it, and what was dropped.
//
// It reads plain text, Markdown, HTML and JSON rows. The text of an article is told from the furniture of its page
// (navigation, teasers of other stories, image credits, newsletter boxes, share lines, bylines, link lists, doubled
// titles, summary bullets) by the shape of lines, by their order and by general word lists; where that leaves a
// doubt, the line stays, because a lost paragraph is worse than a kept teaser. Everything dropped is listed with its
// reason, and every kept piece is mapped back to the decoded input.
//
// It opens no file and follows no link.
package clean

import (
	"crypto/sha256"
	"encoding/hex"

	"stemma/internal/fault"
	"stemma/internal/news"
)

// DefaultMaxBytes is the bound on the size of one input where Options names none.
const DefaultMaxBytes = 20 << 20

// An Input is the bytes of a file, under the name that the user gave it.
type Input struct {
	Name string // path, or "-"
	Data []byte
}

// Options say how inputs are read; the zero value is right for files from outside.
type Options struct {
	AsIs     bool   // the text is clean already: take it exactly as it is, drop nothing
	MaxBytes int    // 0 is DefaultMaxBytes
	Format   Format // "" is by name, then by content
	Extract  Extractor
}

// Reports reads the reports of an input: one of a text or page, any number of JSON rows. Errors are *fault.Error and
// name the input, and the row where there are rows; the rows that can be read come back beside them.
func Reports(in Input, opts Options) (reports []*news.Report, errs []error) {
	format, err := check(in, opts)
	if err != nil {
		return nil, []error{err}
	}
	s, err := decode(in.Name, in.Data, format)
	if err != nil {
		return nil, []error{err}
	}
	if format == "" {
		if format, err = sniff(in.Name, s.text); err != nil {
			return nil, []error{err}
		}
	}
	if format == JSON || format == JSONLines {
		return rows(in.Name, s, format, opts)
	}
	report, err := one(in.Name, s, format, opts)
	if err != nil {
		return nil, []error{err}
	}
	report.SHA256 = digest(in.Data)
	return []*news.Report{report}, nil
}

// check refuses what cannot be read before any of it is looked at closely.
func check(in Input, opts Options) (Format, error) {
	limit := opts.MaxBytes
	if limit <= 0 {
		limit = DefaultMaxBytes
	}
	format := opts.Format
	if format == "" {
		var err error
		if format, err = formatOf(in.Name); err != nil {
			return "", err
		}
	}
	if len(in.Data) > limit {
		return "", fault.New(fault.TooLarge, in.Name, "%d bytes, more than the bound of %d", len(in.Data), limit)
	}
	return format, unreadable(in.Name, in.Data)
}

// one reads a text, Markdown text or page as a single report.
func one(name string, s source, format Format, opts Options) (*news.Report, error) {
	sh, facts, err := lay(name, s.text, format, opts)
	if err != nil {
		return nil, err
	}
	return finish(name, sh, facts, s, opts.AsIs)
}

// lay cuts an input into blocks, with what the format itself says about the report.
func lay(name, decoded string, format Format, opts Options) (*sheet, facts, error) {
	switch format {
	case HTML:
		return layPage(name, decoded, opts)
	case Markdown:
		sh, f := layMarkdown(decoded)
		if opts.AsIs {
			sh = layLines(decoded)
		}
		return sh, f, nil
	default:
		return layLines(decoded), facts{}, nil
	}
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}
