// SPDX-License-Identifier: Apache-2.0

package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// readNews reads a file, or the texts of a folder, until limit words are there. Articles stay whole.
func readNews(path string, limit int) ([]string, error) {
	paths, err := textFiles(path)
	if err != nil {
		return nil, fmt.Errorf("%w (give a file or folder of news with -news)", err)
	}
	var out []string
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		out = append(out, strings.ToValidUTF8(string(data), "\uFFFD"))
		if countWords(out) >= limit {
			break
		}
	}
	if countWords(out) == 0 {
		return nil, fmt.Errorf("%s: no words", path)
	}
	return out, nil
}

func textFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	paths, err := filepath.Glob(filepath.Join(path, "*.txt"))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(paths, func(a, b string) int {
		return cmp.Or(cmp.Compare(day(a), day(b)), cmp.Compare(a, b))
	})
	return paths, nil
}

// day is a file's name without the outlet that opens it in polnear's, so that the first articles are of all outlets.
func day(path string) string {
	_, rest, _ := strings.Cut(filepath.Base(path), "_")
	return rest
}
