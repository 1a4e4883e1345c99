// SPDX-License-Identifier: Apache-2.0

// Peers measures other readers of English that run on a laptop without a network beside Stemma's: speed on the same
// news in one run on one core, parts of speech and names on the same treebank.
//
// Each reader runs in a process of its own, so that none pays for another's memory, and they take turns, so that a busy
// machine slows all alike. See README.md for what is measured and how.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

type options struct {
	serve  string
	news   string
	words  int
	shared string
	rounds int
}

func main() {
	runtime.GOMAXPROCS(1)
	var o options
	flag.StringVar(&o.serve, "serve", "", "be the worker of one Go `reader`; for this program's own use")
	flag.StringVar(&o.news, "news", "", "a `file` or folder of plain text to time the readers on (default: polnear's dev articles)")
	flag.IntVar(&o.words, "words", 38000, "read whole articles until there are so many `words`")
	flag.StringVar(&o.shared, "shared", "../../../shared/data", "the `folder` of the treebank, the names and the news")
	flag.IntVar(&o.rounds, "rounds", 5, "timed `rounds`, after three that are not counted")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	if o.serve != "" {
		return serve(o.serve, os.Stdin, os.Stdout)
	}
	if o.rounds < 1 {
		return fmt.Errorf("-rounds is %d; at least one is needed", o.rounds)
	}
	if o.news == "" {
		o.news = filepath.Join(o.shared, "polnear", "dev", "text")
	}
	articles, err := readNews(o.news, o.words)
	if err != nil {
		return err
	}
	gold, err := readGold(o.shared)
	if err != nil {
		return err
	}
	tools, err := start()
	defer closeAll(tools)
	if err != nil {
		return err
	}
	rows, err := measure(tools, articles, gold, o.rounds)
	if err != nil {
		return err
	}
	return printTable(os.Stdout, rows, articles, gold, o.rounds)
}
