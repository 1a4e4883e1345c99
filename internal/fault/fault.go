// SPDX-License-Identifier: Apache-2.0

// Package fault gives errors a kind, so that one table can turn any of them into an exit code or a status.
package fault

import (
	"errors"
	"fmt"
)

// A Kind says what sort of thing went wrong, and so who can do something about it.
type Kind string

// The kinds of error.
const (
	Unknown     Kind = "unknown"     // a bug or a condition nobody foresaw
	Usage       Kind = "usage"       // the command was called wrongly
	Invalid     Kind = "invalid"     // the input is not what it should be
	Unsupported Kind = "unsupported" // the input is of a sort that is not read yet
	NotFound    Kind = "not found"
	TooLarge    Kind = "too large" // a bound on size, depth or time was met
)

// An Error is an error of a kind, about an input.
type Error struct {
	Kind   Kind
	Input  string // what it is about: a file name, a row's id; may be ""
	Reason string // lower case, one line, without the input's name
	Err    error  // cause, or nil
}

// Error is "INPUT: REASON".
func (e *Error) Error() string {
	if e.Input == "" {
		return e.Reason
	}
	return e.Input + ": " + e.Reason
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// New makes an error of a kind about an input; the reason is formatted as by fmt.Errorf, %w included.
func New(kind Kind, input, format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	return &Error{Kind: kind, Input: input, Reason: err.Error(), Err: errors.Unwrap(err)}
}

// KindOf is the kind of the first Error in err's chain, or Unknown.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Unknown
}
