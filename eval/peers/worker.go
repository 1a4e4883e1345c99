// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"syscall"
	"time"
)

// A Request is one line to a worker. What it may ask: "version"; "load", which keeps Texts for timing; "time", which
// reads the kept texts once; "read", which reads Texts, with the given Words as tokens where there are any.
type Request struct {
	Do    string     `json:"do"`
	Mode  Mode       `json:"mode,omitempty"`
	Texts []string   `json:"texts,omitempty"`
	Words [][]string `json:"words,omitempty"`
}

// A Mode is how far a reader reads.
type Mode string

// The modes: parts of speech, and names as well.
const (
	Tags  Mode = "tags"
	Names Mode = "names"
)

// A Reply is one line from a worker.
type Reply struct {
	Version  string    `json:"version,omitempty"`
	Seconds  float64   `json:"seconds,omitempty"` // of processor time
	Readings []Reading `json:"readings,omitempty"`
	Error    string    `json:"error,omitempty"`
}

// A Reading is what a reader found in one text.
type Reading struct {
	Words []Word `json:"words"`
	Names []Name `json:"names"`
}

// A Word is a token with the reader's own tags; UPOS is set from them.
type Word struct {
	Text string   `json:"text"`
	Tags []string `json:"tags"`
	UPOS string   `json:"-"`
}

// A Name is a run of words, half-open, with the reader's own kind.
type Name struct {
	First int    `json:"first"`
	Last  int    `json:"last"`
	Kind  string `json:"kind"`
}

// A reader is a Go library at work.
type reader interface {
	version() string
	analyse(mode Mode, text string)                               // all the work and nothing else: it is timed
	read(mode Mode, text string, words []string) (Reading, error) // the same, told
}

// serve answers requests for one Go reader until the input ends.
func serve(name string, in io.Reader, out io.Writer) error {
	make, ok := map[string]func() (reader, error){"stemma": newOurs, "prose": newProse}[name]
	if !ok {
		return fmt.Errorf("no reader %q", name)
	}
	r, err := make()
	if err != nil {
		return err
	}
	dec, enc := json.NewDecoder(in), json.NewEncoder(out)
	var kept []string
	for {
		var req Request
		if err := dec.Decode(&req); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("request: %w", err)
		}
		if req.Do == "load" {
			kept = req.Texts
		}
		if err := enc.Encode(answer(r, req, kept)); err != nil {
			return fmt.Errorf("reply: %w", err)
		}
	}
}

func answer(r reader, req Request, kept []string) Reply {
	switch req.Do {
	case "version":
		return Reply{Version: r.version()}
	case "load":
		return Reply{}
	case "time":
		return Reply{Seconds: seconds(r, req.Mode, kept)}
	case "read":
		return readAll(r, req)
	}
	return Reply{Error: fmt.Sprintf("cannot %q", req.Do)}
}

// seconds is the processor time that reading takes: that of this process alone, whatever else the machine does.
func seconds(r reader, mode Mode, texts []string) float64 {
	before := processorTime()
	for _, text := range texts {
		r.analyse(mode, text)
	}
	return (processorTime() - before).Seconds()
}

func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // it cannot fail with these arguments
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func readAll(r reader, req Request) Reply {
	var reply Reply
	for i, text := range req.Texts {
		var words []string
		if req.Words != nil {
			words = req.Words[i]
		}
		reading, err := r.read(req.Mode, text, words)
		if err != nil {
			return Reply{Error: err.Error()}
		}
		reply.Readings = append(reply.Readings, reading)
	}
	return reply
}

// A worker is a running process that answers requests.
type worker struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func startWorker(cmd *exec.Cmd) (*worker, error) {
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &worker{cmd, in, bufio.NewReaderSize(out, 1<<20)}, nil
}

func (w *worker) ask(req Request) (Reply, error) {
	var reply Reply
	if err := json.NewEncoder(w.in).Encode(req); err != nil {
		return reply, err
	}
	line, err := w.out.ReadBytes('\n')
	if err != nil {
		return reply, fmt.Errorf("no reply to %q: %w", req.Do, err)
	}
	if err := json.Unmarshal(line, &reply); err != nil {
		return reply, err
	}
	if reply.Error != "" {
		return reply, errors.New(reply.Error)
	}
	return reply, nil
}

func (w *worker) close() error {
	if err := w.in.Close(); err != nil {
		return err
	}
	return w.cmd.Wait()
}
