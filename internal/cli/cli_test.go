// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The README lists the commands that there are, and help says of each what it does and how it is called.
func TestReadmeListsTheCommands(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, m := range regexp.MustCompile("(?m)^\\| `stemma ([a-z]+)").FindAllStringSubmatch(string(readme), -1) {
		if m[1] != "completion" { // cobra's own
			listed = append(listed, m[1])
		}
	}
	var have []string
	for _, cmd := range new(session).commands() {
		have = append(have, cmd.Name())
		if cmd.Short == "" || strings.HasSuffix(cmd.Short, ".") {
			t.Errorf("%s: help is %q; it has to be there, without a full stop", cmd.Name(), cmd.Short)
		}
	}
	slices.Sort(listed)
	slices.Sort(have)
	if diff := cmp.Diff(have, listed); diff != "" {
		t.Errorf("README.md lists other commands (-have +listed):\n%s", diff)
	}
}

// Each extension is in one list only: what is read, or what is refused.
func TestExtensionsAreReadOrRefused(t *testing.T) {
	for _, ext := range readable {
		if slices.Contains(notYet, ext) {
			t.Errorf("%s is both read and refused", ext)
		}
	}
}
