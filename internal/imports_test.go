// SPDX-License-Identifier: Apache-2.0

package internal_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// module is the import path of the repository's root.
const module = "stemma"

// layout is every package of the module by level, bottom first. A package imports strictly lower levels. One that is
// not listed fails the test: where it belongs is a decision, to be made here.
var layout = []level{
	{number: 0, pure: true, packages: []string{"internal", "internal/text", "internal/fault", "internal/each"}},
	{number: 1, pure: true, packages: []string{"internal/news", "internal/lexicon", "internal/model", "internal/treebank"}},
	{number: 2, pure: true, packages: []string{
		"internal/clean", "internal/sentence", "internal/tag", "internal/parse", "internal/name", "internal/refer",
		"internal/when",
		"internal/quantity", "internal/quote", "internal/role", "internal/event", "internal/plover",
	}},
	{number: 3, pure: true, packages: []string{"internal/reading", "internal/entity", "internal/train"}},
	{number: 4, pure: true, packages: []string{"internal/lineage", "internal/story", "internal/align"}},
	{number: 5, pure: true, packages: []string{"internal/weigh", "internal/talks", "internal/timeline", "internal/score"}},
	{number: 6, pure: true, packages: []string{"internal/brief"}},
	{number: 7, pure: true, packages: []string{"internal/check"}},
	{number: 10, packages: []string{""}}, // the library face
	{number: 11, packages: []string{"internal/cli"}},
	{number: 12, packages: []string{"cmd/stemma", "eval"}},
}

// A level of the layout. The packages of a pure level reach no file, network, clock service or process.
type level struct {
	number   int
	pure     bool
	packages []string // below the module; "" is its root
}

// impure is what pure packages do not import; everything below these paths is refused too.
var impure = []string{"os", "net", "context", "database", "log", "syscall", "io/ioutil", "math/rand", "plugin"}

// harmless stands below an impure path, yet only handles text.
var harmless = []string{"net/url", "net/netip"}

// A pkg is what "go list -json" tells of a package; Imports are those of its files that are no tests.
type pkg struct {
	ImportPath string
	Imports    []string
}

func TestImportsGoDownOnly(t *testing.T) {
	pkgs, err := list("./...")
	if err != nil {
		t.Fatal(err)
	}
	if len(pkgs) < 3 {
		t.Fatalf("go list found %d packages: the check saw nothing", len(pkgs))
	}
	for _, v := range violations(layout, pkgs) {
		t.Error(v)
	}
}

// The checker is itself checked: a graph with every kind of fault has to be reported, a good one not.
func TestCheckerSeesFaults(t *testing.T) {
	levels := []level{
		{number: 0, pure: true, packages: []string{"internal/low"}},
		{number: 1, pure: true, packages: []string{"internal/a", "internal/b"}},
		{number: 2, packages: []string{"cmd/top"}},
	}
	tests := []struct {
		name string
		pkg  pkg
		want []string
	}{
		{"a lower level may be imported", pkg{"stemma/internal/a", []string{"stemma/internal/low", "strings"}}, nil},
		{"the top may open files", pkg{"stemma/cmd/top", []string{"os", "net/http"}}, nil},
		{"addresses are text", pkg{"stemma/internal/a", []string{"net/url"}}, nil},
		{"another's module is not ours to order", pkg{"stemma/internal/a", []string{"example.org/stemma/internal/b"}}, nil},
		{
			"its own level is refused",
			pkg{"stemma/internal/a", []string{"stemma/internal/b"}},
			[]string{"internal/a (level 1) imports internal/b (level 1)"},
		},
		{
			"a higher level is refused",
			pkg{"stemma/internal/low", []string{"stemma/internal/a"}},
			[]string{"internal/low (level 0) imports internal/a (level 1)"},
		},
		{
			"an unlisted package is refused",
			pkg{"stemma/internal/new", nil},
			[]string{"internal/new is at no level: add it to the layout"},
		},
		{
			"an import of an unlisted package is refused",
			pkg{"stemma/internal/a", []string{"stemma/internal/new"}},
			[]string{"internal/a imports internal/new, which is at no level"},
		},
		{
			"a pure package does no input or output",
			pkg{"stemma/internal/a", []string{"os", "net/http", "log/slog", "os/exec"}},
			[]string{
				"internal/a is pure, yet imports os", "internal/a is pure, yet imports net/http",
				"internal/a is pure, yet imports log/slog", "internal/a is pure, yet imports os/exec",
			},
		},
		{
			"testing stays in tests",
			pkg{"stemma/cmd/top", []string{"testing", "testing/fstest"}},
			[]string{"cmd/top imports testing outside a test", "cmd/top imports testing/fstest outside a test"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, violations(levels, []pkg{tt.pkg})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// violations lists what pkgs import against the rules of levels, in the order of pkgs.
func violations(levels []level, pkgs []pkg) []string {
	at := map[string]level{}
	for _, l := range levels {
		for _, p := range l.packages {
			at[p] = l
		}
	}
	var out []string
	for _, p := range pkgs {
		name := below(p.ImportPath)
		l, listed := at[name]
		if !listed {
			out = append(out, fmt.Sprintf("%s is at no level: add it to the layout", shown(name)))
			continue
		}
		for _, imp := range p.Imports {
			if why := refused(at, l, name, imp); why != "" {
				out = append(out, why)
			}
		}
	}
	return out
}

// refused says why the package name, at level l, may not import imp; "" where it may.
func refused(at map[string]level, l level, name, imp string) string {
	switch {
	case imp == "testing" || strings.HasPrefix(imp, "testing/"):
		return fmt.Sprintf("%s imports %s outside a test", shown(name), imp)
	case l.pure && isImpure(imp):
		return fmt.Sprintf("%s is pure, yet imports %s", shown(name), imp)
	case imp != module && !strings.HasPrefix(imp, module+"/"):
		return ""
	}
	target, listed := at[below(imp)]
	switch {
	case !listed:
		return fmt.Sprintf("%s imports %s, which is at no level", shown(name), shown(below(imp)))
	case target.number >= l.number:
		return fmt.Sprintf("%s (level %d) imports %s (level %d)", shown(name), l.number, shown(below(imp)), target.number)
	}
	return ""
}

func isImpure(imp string) bool {
	return !slices.Contains(harmless, imp) && slices.ContainsFunc(impure, func(p string) bool {
		return imp == p || strings.HasPrefix(imp, p+"/")
	})
}

// below is an import path without the module.
func below(path string) string { return strings.TrimPrefix(strings.TrimPrefix(path, module), "/") }

func shown(name string) string {
	if name == "" {
		return "the root package"
	}
	return name
}

// list asks the go command about packages of this module; a package that does not compile is listed all the same.
func list(patterns ...string) ([]pkg, error) {
	cmd := exec.Command("go", append([]string{"list", "-e", "-json=ImportPath,Imports"}, patterns...)...)
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	var pkgs []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		switch err := dec.Decode(&p); {
		case errors.Is(err, io.EOF):
			return pkgs, nil
		case err != nil:
			return nil, fmt.Errorf("go list: %w", err)
		}
		pkgs = append(pkgs, p)
	}
}
