// SPDX-License-Identifier: Apache-2.0

package internal_test

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// licenceList names every module that is linked into the program, with its version and licence.
const licenceList = "../docs/licences.txt"

// allowed licences let a binary be given on under Apache-2.0.
var allowed = []string{"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0", "ISC"}

func TestLinkedModulesHaveFittingLicences(t *testing.T) {
	mods, err := linked()
	if err != nil {
		t.Fatal(err)
	}
	var list strings.Builder
	for _, m := range mods {
		licences, err := licencesOf(m.dir)
		if err != nil {
			t.Errorf("%s: %v", m.name, err)
			continue
		}
		for _, licence := range licences {
			if !slices.Contains(allowed, licence) {
				t.Errorf("%s: licence %s is not among %s", m.name, licence, strings.Join(allowed, ", "))
			}
		}
		fmt.Fprintf(&list, "%s %s %s\n", m.name, m.version, strings.Join(licences, ", "))
	}
	if *update {
		if err := os.WriteFile(licenceList, []byte(list.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(licenceList)
	if err != nil {
		t.Fatal(err)
	}
	if got := list.String(); got != string(want) {
		t.Errorf("%s is not what is linked; run make update.\ngot:\n%swant:\n%s", licenceList, got, want)
	}
}

func TestLicencesAreToldApart(t *testing.T) {
	const (
		permission = "Permission is hereby granted, free of charge, to any person obtaining a copy"
		bsd        = "Redistribution and use in source and binary forms, with or without modification, are permitted"
		endorse    = "Neither the name of the holder nor the names of its contributors may be used to endorse or promote products"
	)
	tests := []struct{ name, text, want string }{
		{"MIT", "MIT License\n\n" + permission, "MIT"},
		{"MIT without its title", "Copyright 2020 A\n\n" + strings.ReplaceAll(permission, " ", "\n"), "MIT"},
		{"two clauses", bsd, "BSD-2-Clause"},
		{"three clauses", bsd + " " + endorse, "BSD-3-Clause"},
		{"Apache", "Apache License\n   Version 2.0, January 2004", "Apache-2.0"},
		{"Apache by its notice alone", "licenses this file to You under the Apache License, Version 2.0", "Apache-2.0"},
		{"Mozilla names the GPL as a secondary licence", "Mozilla Public License Version 2.0\n GNU General Public License", "MPL-2.0"},
		{"ISC", "Permission to use, copy, modify, and/or distribute this software for any purpose", "ISC"},
		{"GPL", "GNU GENERAL PUBLIC LICENSE\n Version 3", "GPL"},
		{"AGPL", "GNU AFFERO GENERAL PUBLIC LICENSE\n Version 3", "AGPL"},
		{"LGPL", "GNU LESSER GENERAL PUBLIC LICENSE\n Version 3", "LGPL"},
		{"a licence nobody knows", "All rights reserved.", "unknown"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := classify(tt.text); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// A linkedModule is one that the binary holds code of; its version is a folder where go.mod replaces it.
type linkedModule struct{ name, version, dir string }

// linked lists the modules behind cmd/stemma on every system that is released for, sorted by name.
func linked() ([]linkedModule, error) {
	seen := map[string]linkedModule{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		cmd := exec.Command("go", "list", "-deps", "-f",
			"{{with .Module}}{{if not .Main}}{{.Path}}\t{{with .Replace}}{{.Path}}{{else}}{{.Version}}{{end}}\t{{.Dir}}{{end}}{{end}}", "./cmd/stemma")
		cmd.Dir = ".."
		cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("go list: %w", withStderr(err))
		}
		for line := range strings.Lines(string(out)) {
			if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 {
				seen[f[0]] = linkedModule{f[0], f[1], f[2]}
			}
		}
	}
	mods := make([]linkedModule, 0, len(seen))
	for _, m := range seen {
		mods = append(mods, m)
	}
	slices.SortFunc(mods, func(a, b linkedModule) int { return cmp.Compare(a.name, b.name) })
	return mods, nil
}

func withStderr(err error) error {
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return fmt.Errorf("%w: %s", err, exit.Stderr)
	}
	return err
}

// licencesOf reads the licences in a module's root folder: its own, and those of code that it took over. Empty files
// say nothing.
func licencesOf(dir string) ([]string, error) {
	var found []string
	for _, pattern := range []string{"LICENSE*", "LICENCE*", "COPYING*"} {
		files, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			if licence := classify(string(data)); len(data) > 0 && !slices.Contains(found, licence) {
				found = append(found, licence)
			}
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("no licence in %s", dir)
	}
	return found, nil
}

// classify tells a licence by the words that no other has. The GNU licences come after Mozilla's, which names them.
func classify(text string) string {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	for _, l := range []struct{ words, name string }{
		{"mozilla public license version 2.0", "MPL-2.0"},
		{"mozilla public license, version 2.0", "MPL-2.0"},
		{"gnu affero general public license", "AGPL"},
		{"gnu lesser general public license", "LGPL"},
		{"gnu general public license", "GPL"},
		{"apache license version 2.0", "Apache-2.0"},
		{"apache license, version 2.0", "Apache-2.0"},
		{"permission is hereby granted, free of charge, to any person obtaining a copy", "MIT"},
		{"permission to use, copy, modify, and/or distribute this software", "ISC"},
		{"permission to use, copy, modify, and distribute this software", "ISC"},
		{"names of its contributors may be used to endorse", "BSD-3-Clause"},
		{"name of the copyright holder nor the names", "BSD-3-Clause"},
		{"redistribution and use in source and binary forms", "BSD-2-Clause"},
	} {
		if strings.Contains(text, l.words) {
			return l.name
		}
	}
	return "unknown"
}
