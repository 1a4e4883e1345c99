// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"bytes"
	"io"
	"os"
	"strconv"

	"stemma/internal/fault"
)

// write renders to standard output or, where a path is given, to that file. Nothing is written unless all could be
// rendered, so that a failure leaves an older file as it was.
func (s *session) write(path string, render func(io.Writer) error) error {
	var out bytes.Buffer
	if err := render(&out); err != nil {
		return err
	}
	if path == "" {
		_, err := out.WriteTo(s.stdout)
		return err
	}
	if err := os.WriteFile(path, out.Bytes(), 0o666); err != nil {
		return unreadable(path, err)
	}
	return nil
}

// terminal reports whether results go to a person's terminal, and how wide that is (0 where it does not say).
func (s *session) terminal() (width int, yes bool) {
	f, ok := s.stdout.(*os.File)
	if !ok {
		return 0, false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return 0, false
	}
	width, _ = strconv.Atoi(os.Getenv("COLUMNS"))
	return min(max(width, 0), 120), os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// choice is format where it is one of allowed, which are listed otherwise.
func choice(format string, allowed ...string) (string, error) {
	for _, a := range allowed {
		if format == a {
			return a, nil
		}
	}
	list := ""
	for i, a := range allowed {
		switch {
		case i == 0:
		case i == len(allowed)-1:
			list += " or "
		default:
			list += ", "
		}
		list += a
	}
	return "", fault.New(fault.Usage, "", "no format %q here: %s", format, list)
}
