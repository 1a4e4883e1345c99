// SPDX-License-Identifier: Apache-2.0

package internal_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Imports alone do not keep a package pure: package time also holds a clock, and init runs unasked.
func TestPurePackagesReadNoClock(t *testing.T) {
	read := 0
	for _, l := range layout {
		if !l.pure {
			continue
		}
		for _, p := range l.packages {
			files, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(p), "*.go"))
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range files {
				if strings.HasSuffix(file, "_test.go") {
					continue
				}
				src, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				read++
				for _, v := range hidden(file, src) {
					t.Error(v)
				}
			}
		}
	}
	if read < 5 {
		t.Fatalf("%d files read: the check saw nothing", read)
	}
}

func TestClockCheckSeesFaults(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string
	}{
		{"a time as argument is fine", "package p\nimport \"time\"\nfunc f(now time.Time) bool { return now.IsZero() }", nil},
		{"a method named init is fine", "package p\ntype s struct{}\nfunc (s) init() {}", nil},
		{"the clock is refused", "package p\nimport \"time\"\nvar x = time.Now()", []string{"x.go:3: time.Now reads the clock"}},
		{"so is waiting", "package p\nimport \"time\"\nfunc f() { time.Sleep(1) }", []string{"x.go:3: time.Sleep reads the clock"}},
		{"so is init", "package p\nfunc init() {}", []string{"x.go:2: init runs unasked"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, hidden("x.go", []byte(tt.src))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// hidden lists what a file takes from the clock, and its init functions. Files that do not parse are left to the compiler.
func hidden(name string, src []byte) []string {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	var out []string
	add := func(pos token.Pos, what string) {
		out = append(out, fmt.Sprintf("%s:%d: %s", name, fset.Position(pos).Line, what))
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Recv == nil && n.Name.Name == "init" {
				add(n.Pos(), "init runs unasked")
			}
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && x.Name == "time" && clock[n.Sel.Name] {
				add(n.Pos(), "time."+n.Sel.Name+" reads the clock")
			}
		}
		return true
	})
	return out
}

// clock is what package time takes from the machine. Local counts: it depends on where the program runs.
var clock = map[string]bool{
	"Now": true, "Since": true, "Until": true, "Sleep": true, "After": true, "AfterFunc": true, "Tick": true,
	"NewTimer": true, "NewTicker": true, "Local": true,
}
