// SPDX-License-Identifier: Apache-2.0

// Package dateparser stands in for github.com/markusmobius/go-dateparser, with as much of its interface as go-htmldate
// names and none of its code: it parses nothing.
//
// go-trafilatura links go-htmldate, which links go-dateparser, whose tables of two hundred languages are built when a
// process starts: 140 ms and 100 MB for every command, "stemma version" included. Stemma finds dates itself and runs
// go-trafilatura with its dates disabled, so that nothing of it is ever called. The replace line in go.mod puts this
// package in its place.
package dateparser

import (
	"errors"
	"time"
)

// A ParserType names a way to parse; here it only has to exist.
type ParserType uint8

// The ways that go-htmldate asks for.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// A PreferredDateSource tells where an incomplete date is looked for.
type PreferredDateSource uint8

// Past is the source that go-htmldate asks for.
const Past PreferredDateSource = 1

// A Configuration is what go-htmldate sets.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
	CurrentTime         time.Time
}

// A Date is a parsed date; here always the zero time.
type Date struct{ Time time.Time }

// A Parser parses nothing.
type Parser struct{ ParserTypes []ParserType }

// Parse always fails: callers go on as with a text that holds no date.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) {
	return Date{}, errors.New("dates are not parsed here")
}
