// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stemma/internal/fault"
	"stemma/internal/train"
	"stemma/internal/treebank"
)

// A trainRun is the flags of "stemma train".
type trainRun struct {
	output string
	epochs int
	seed   uint64
}

func (s *session) trainCommand() *cobra.Command {
	run := trainRun{epochs: train.Defaults().Epochs, seed: train.Defaults().Seed}
	cmd := &cobra.Command{
		Use:   "train INPUT... -o FILE",
		Short: "Train the reader's network on treebanks",
		Long: `Train learns tags, trees and names from treebanks and writes the weights of the
network to FILE. INPUT is a .conllu file of trees, an .iob2 file that tags the names of
some of their sentences, or a folder of them. Mentions of GUM's "Entity" notation are
taken as names too.

The same inputs in the same order give the same bytes. Progress goes to standard error.`,
		Example: `  stemma train ewt-train.conllu ewt-train.iob2 gum/train -o weights.bin`,
		Args:    atLeast(1, "an INPUT: a .conllu or .iob2 file, or a folder"),
		RunE:    func(_ *cobra.Command, args []string) error { return s.trainCommandRun(run, args) },
	}
	f := cmd.Flags()
	f.StringVarP(&run.output, "output", "o", "", "write the weights to `FILE`")
	f.IntVar(&run.epochs, "epochs", run.epochs, "how often all sentences are read")
	f.Uint64Var(&run.seed, "seed", run.seed, "of the pseudo-random numbers")
	return cmd
}

func (s *session) trainCommandRun(run trainRun, inputs []string) error {
	if run.output == "" {
		return fault.New(fault.Usage, "", "needs -o FILE for the weights; run stemma train --help")
	}
	if run.epochs < 1 {
		return fault.New(fault.Usage, "", "--epochs must be at least 1, got %d", run.epochs)
	}
	corpus, err := s.corpus(inputs)
	if err != nil {
		return err
	}
	options := train.Defaults()
	options.Epochs, options.Seed = run.epochs, run.seed
	start := time.Now()
	options.Progress = func(epoch int, loss float32) {
		fmt.Fprintf(s.stderr, "epoch %d of %d: loss %.3f a word, %.0f s\n", epoch, run.epochs, loss, time.Since(start).Seconds())
	}
	m, err := train.Run(corpus, options)
	if err != nil {
		return err
	}
	return s.write(run.output, func(w io.Writer) error {
		_, err := w.Write(m.Encode())
		return err
	})
}

// corpus reads treebanks and the tags of names for them. All inputs must be sound: a network that was trained on a part
// would not be the one that was asked for.
func (s *session) corpus(inputs []string) (*train.Corpus, error) {
	paths, err := treebankFiles(inputs)
	if err != nil {
		return nil, err
	}
	corpus := &train.Corpus{}
	tagged := map[string][]string{}
	for _, path := range paths {
		data, err := s.read(path)
		if err != nil {
			return nil, err
		}
		if extension(path) == ".iob2" {
			err = addTags(tagged, path, data)
		} else {
			err = addTrees(corpus, path, data)
		}
		if err != nil {
			return nil, err
		}
	}
	for i := range corpus.Trees {
		if tags, ok := tagged[joined(&corpus.Trees[i])]; ok {
			corpus.Names[i] = tags
		}
	}
	if len(corpus.Trees) == 0 {
		return nil, fault.New(fault.NotFound, strings.Join(inputs, " "), "holds no tree")
	}
	return corpus, nil
}

// entityMark is how GUM marks a document whose mentions are annotated.
const entityMark = "global.Entity"

func addTrees(corpus *train.Corpus, path string, data []byte) error {
	sentences, err := treebank.Parse(path, data)
	if err != nil {
		return err
	}
	marked := strings.Contains(string(data), entityMark)
	for i := range sentences {
		var names []string
		if marked {
			names = treebank.Entities(&sentences[i])
		}
		corpus.Trees, corpus.Names = append(corpus.Trees, sentences[i]), append(corpus.Names, names)
	}
	return nil
}

func addTags(tagged map[string][]string, path string, data []byte) error {
	list, err := treebank.ParseIOB2(path, data)
	if err != nil {
		return err
	}
	for _, n := range list {
		tagged[strings.Join(n.Words, " ")] = n.Tags
	}
	return nil
}

func joined(sent *treebank.Sentence) string {
	words := make([]string, len(sent.Words))
	for i := range sent.Words {
		words[i] = sent.Words[i].Form
	}
	return strings.Join(words, " ")
}

// treebankFiles is the files that inputs name, folders opened, in order.
func treebankFiles(inputs []string) ([]string, error) {
	var out []string
	for _, input := range inputs {
		info, err := os.Stat(input)
		if err != nil {
			return nil, unreadable(input, err)
		}
		if !info.IsDir() {
			if ext := extension(input); ext != ".conllu" && ext != ".iob2" {
				return nil, fault.New(fault.Unsupported, input, "is no .conllu and no .iob2 file")
			}
			out = append(out, input)
			continue
		}
		for _, ext := range []string{".conllu", ".iob2"} {
			found, err := filepath.Glob(filepath.Join(input, "*"+ext))
			if err != nil {
				return nil, fault.New(fault.Invalid, input, "%w", err)
			}
			out = append(out, found...)
		}
	}
	return out, nil
}
