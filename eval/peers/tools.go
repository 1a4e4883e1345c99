// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// A tool is a reader that is measured, and what it can do.
type tool struct {
	name  string
	modes []Mode
	does  map[Mode]string
	kinds []string // of names that it finds
	tags  tagMap
	adapt bool // its tags leave UD's distinctions open
	given bool // it takes tokens
	node  bool

	version string
	worker  *worker
}

var everyKind = []string{"PER", "ORG", "LOC"}

// known lists the readers, ours first.
func known() []*tool {
	return []*tool{
		{
			name: "stemma", modes: []Mode{Tags, Names}, kinds: everyKind, tags: native, given: true,
			does: map[Mode]string{Tags: "sentences, tags, trees, names", Names: "sentences, tags, trees, names"},
		},
		{
			name: "prose", modes: []Mode{Tags, Names}, kinds: everyKind, tags: fromPenn, adapt: true,
			does: map[Mode]string{Tags: "tags", Names: "tags, names"},
		},
		{
			name: "compromise", modes: []Mode{Tags, Names}, kinds: everyKind, tags: fromCompromise, adapt: true, node: true,
			does: map[Mode]string{Tags: "sentences, tags", Names: "sentences, tags, chunks, names"},
		},
		{
			name: "wink-nlp", modes: []Mode{Tags}, tags: native, node: true,
			does: map[Mode]string{Tags: "sentences, tags"},
		},
	}
}

// start starts a process for each reader. Without Node those of npm are left out, with a line that says so.
func start() ([]*tool, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	node := findNode()
	var out []*tool
	for _, t := range known() {
		cmd := exec.Command(self, "-serve", t.name)
		if t.node && node == "" {
			continue
		} else if t.node {
			cmd = exec.Command(node, "--single-threaded", filepath.Join("node", "peer.mjs"), t.name)
		}
		cmd.Stderr = os.Stderr
		if t.worker, err = startWorker(cmd); err != nil {
			return out, fmt.Errorf("%s: %w", t.name, err)
		}
		out = append(out, t)
		reply, err := t.worker.ask(Request{Do: "version"})
		if err != nil {
			return out, fmt.Errorf("%s: %w", t.name, err)
		}
		t.version = reply.Version
	}
	return out, nil
}

// findNode is the path of Node, or "" where it or its packages are missing.
func findNode() string {
	node, err := exec.LookPath("node")
	if err != nil {
		fmt.Fprintln(os.Stderr, "peers: Node is missing: compromise and wink-nlp are left out")
		return ""
	}
	if _, err := os.Stat(filepath.Join("node", "node_modules")); err != nil {
		fmt.Fprintln(os.Stderr, "peers: node/node_modules is missing (make peers installs it with npm): compromise and wink-nlp are left out")
		return ""
	}
	return node
}

func closeAll(tools []*tool) {
	var errs []error
	for _, t := range tools {
		errs = append(errs, t.worker.close())
	}
	if err := errors.Join(errs...); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
	}
}
