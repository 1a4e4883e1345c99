// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stemma/internal/clean"
	"stemma/internal/fault"
)

// Bounds on one input, in bytes. Rows of JSON and treebanks hold many reports, so they may be longer than a page.
const (
	maxPage = clean.DefaultMaxBytes
	maxRows = 512 << 20
)

// maxDepth bounds folders within folders.
const maxDepth = 64

// stdinName is how standard input is given.
const stdinName = "-"

// readable extensions, and those that are not read yet but may well hold a report: these are failures even inside a
// folder, so that no report is missed in silence. All else in a folder is passed over.
var (
	readable = []string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson"}
	notYet   = []string{".pdf", ".eml", ".mht", ".mhtml", ".warc", ".wacz", ".docx", ".odt", ".rtf", ".epub", ".doc", ".mbox", ".msg", ".gz", ".bz2", ".xz", ".tar", ".zip", ".xml", ".rss", ".atom"}
)

// treebankExt is the extension of texts that come with their tokens and sentences. Only trees are printed of them.
const treebankExt = ".conllu"

// expand turns the INPUT arguments into paths to read, in order, each once: a folder gives the files below it, sorted by
// name. What cannot be read is noted as a failure; treebanks can where trees are wanted.
func (s *session) expand(args []string, trees bool) []string {
	e := &expansion{session: s, seen: map[string]bool{}, trees: trees}
	for _, arg := range args {
		e.argument(arg)
	}
	return e.paths
}

// An expansion is the list of paths while it grows.
type expansion struct {
	*session
	paths []string
	seen  map[string]bool
	met   int  // files met, those met again included
	trees bool // treebanks are read
}

func (e *expansion) argument(arg string) {
	if arg == stdinName {
		e.add(arg, arg)
		return
	}
	if arg == "" {
		e.fail(fault.New(fault.Invalid, `""`, "names no file"))
		return
	}
	if isLink(arg) {
		e.fail(fault.New(fault.Unsupported, arg, "links are not fetched yet: save the page and give the file"))
		return
	}
	info, err := os.Stat(arg)
	switch {
	case err != nil:
		e.fail(unreadable(arg, err))
	case info.IsDir():
		e.root(arg)
	case info.Mode()&os.ModeNamedPipe != 0 && !strings.HasPrefix(arg, "/dev/"):
		e.fail(fault.New(fault.Unsupported, arg, "a pipe may never end: give it as standard input, %s", stdinName))
	default:
		e.file(arg)
	}
}

// root adds the reports below a folder that was given.
func (e *expansion) root(dir string) {
	met, failures := e.met, e.failures
	e.folder(dir, 0)
	if e.met == met && e.failures == failures {
		e.fail(fault.New(fault.NotFound, dir, "holds no report (%s)", strings.Join(readable, " ")))
	}
}

// folder adds what is in a folder, sorted; hidden files and links to folders are passed over.
func (e *expansion) folder(dir string, depth int) {
	if depth > maxDepth {
		e.fail(fault.New(fault.TooLarge, dir, "more than %d folders deep", maxDepth))
		return
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		e.fail(unreadable(dir, err))
		return
	}
	for _, entry := range entries {
		path := filepath.Join(dir, entry.Name())
		switch ext := extension(path); {
		case strings.HasPrefix(entry.Name(), "."), strings.EqualFold(entry.Name(), "README.md"): // about the folder
		case entry.IsDir():
			e.folder(path, depth+1)
		case slices.Contains(readable, ext) || slices.Contains(notYet, ext) || ext == treebankExt:
			e.member(path)
		}
	}
}

// member adds a file of a folder, where it is one: a pipe there would be waited on forever.
func (e *expansion) member(path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		e.fail(unreadable(path, err))
	case info.Mode().IsRegular():
		e.file(path)
	}
}

// file adds a file whose kind is read. One without an extension is taken for what it looks like.
func (e *expansion) file(path string) {
	switch ext := extension(path); {
	case ext == treebankExt:
		if !e.trees {
			e.fail(fault.New(fault.Unsupported, path, "%s is read by stemma read --format conllu only", ext))
			return
		}
	case ext != "" && !slices.Contains(readable, ext):
		e.fail(fault.New(fault.Unsupported, path, "%s is not read yet; these are: %s", ext, strings.Join(readable, " ")))
		return
	}
	key, err := filepath.EvalSymlinks(path)
	if err != nil {
		key = path
	}
	if abs, err := filepath.Abs(key); err == nil {
		key = abs
	}
	e.add(path, key)
}

// add puts a path on the list, once. A copy under another name is not the same file: that is a finding.
func (e *expansion) add(path, key string) {
	e.met++
	if e.seen[key] {
		e.note(path + ": given twice, read once")
		return
	}
	e.seen[key] = true
	e.paths = append(e.paths, path)
}

// read is the bytes of a path, which are bounded.
func (s *session) read(path string) ([]byte, error) {
	limit := int64(limitOf(path))
	if path == stdinName {
		return bounded(path, s.stdin, limit)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer f.Close()
	return bounded(path, f, limit)
}

// limitOf is how many bytes an input may have.
func limitOf(path string) int {
	switch extension(path) {
	case ".json", ".jsonl", ".ndjson", treebankExt:
		return maxRows
	}
	if path == stdinName {
		return maxRows
	}
	return maxPage
}

// bounded reads r to its end, or fails one byte after limit.
func bounded(name string, r io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return nil, unreadable(name, err)
	case int64(len(data)) > limit:
		return nil, fault.New(fault.TooLarge, name, "larger than %d MB", limit>>20)
	}
	return data, nil
}

// unreadable says why the system refused a path, without repeating the path.
func unreadable(name string, err error) error {
	kind := fault.Invalid
	if errors.Is(err, fs.ErrNotExist) {
		kind = fault.NotFound
	}
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		err = p.Err
	}
	return fault.New(kind, name, "%w", err)
}

func isLink(arg string) bool {
	lower := strings.ToLower(arg)
	for _, scheme := range []string{"http://", "https://", "feed://", "feed:", "ftp://"} {
		if strings.HasPrefix(lower, scheme) {
			return true
		}
	}
	return false
}

func extension(path string) string { return strings.ToLower(filepath.Ext(path)) }
