// SPDX-License-Identifier: Apache-2.0

package when

import "strings"

// The parts of an expression: what its words say, before anything is resolved. Zero and "" are "not said".
type parts struct {
	kind                      string
	year, month, day, weekday int
	bc                        bool
	full                      string // a whole date, or two joined by "|" where the order of day and month is open
	season, part, clock       string
	offset                    int // today 0, yesterday -1
	hasOffset                 bool
	decade                    string
	feast                     string

	num  string // "3", "2.5", "X"
	n    int
	unit string
	one  bool // "a", "an"
	half bool
	ord  int
	rel  string // last, next, this, that, prev, following, past, coming, the
	yrel string // the same, of the year
	ago  string // ref or anchor
	dir  int    // -1 before it, 1 after it
	set  string
	ref  string
	edge string
	mod  string
	many bool // the unit is in the plural
}

func newParts(kind string, says []feature) parts {
	p := parts{kind: kind}
	for _, f := range says {
		p.take(f)
	}
	return p
}

// take notes one feature; of two that say the same kind of thing the later stands.
func (p *parts) take(f feature) {
	switch f.key {
	case "YEAR":
		p.year = f.n
	case "YY":
		p.year = century2(f.n)
	case "MONTH", "MON":
		p.month = f.n
	case "DAY":
		p.day = f.n
	case "ORD":
		p.ord = f.n
	case "WDAY", "WD", "WDAYS":
		p.weekday = f.n
	case "BC":
		p.bc = true
	case "FULL":
		p.full = f.s
	case "SEASON", "SEASONS":
		p.season = f.s
	case "PART", "PARTS", "part":
		p.part = f.s
	case "CLOCK":
		p.clock = f.s
	case "OFFSET", "offset":
		p.offset, p.hasOffset = f.n, true
	default:
		p.takeAmount(f)
	}
}

func (p *parts) takeAmount(f feature) {
	switch f.key {
	case "DECADE":
		p.decade = f.s
	case "FEAST", "feast":
		p.feast = f.s
	case "NUM", "num":
		if p.num != "X" {
			p.num, p.n = f.s, f.n
		}
	case "A":
		p.one = true
	case "half":
		p.half = true
	case "UNIT", "UNITS", "unit":
		p.unit, p.many = f.s, f.key == "UNITS"
	case "rel":
		p.rel = f.s
	case "yrel":
		p.yrel = f.s
	case "ago":
		p.ago, p.dir = f.s, f.n
	case "SETW":
		p.set = f.s
	case "REF", "ref":
		p.ref = f.s
	case "EDGE", "ENDN", "edge":
		p.edge = f.s
	case "mod":
		p.mod = f.s
	}
}

// century2 is the year that two digits stand for.
func century2(yy int) int {
	if yy < 40 {
		return 2000 + yy
	}
	return 1900 + yy
}

// length is the duration in TIMEX3 notation: P3D, PT2H, P2Y6M, PXW.
func (p *parts) length() string {
	num := p.num
	if num == "" {
		num = "1"
		if p.many {
			num = "X"
		}
	}
	unit, time := p.unit, ""
	switch p.unit {
	case "H", "S":
		time = "T"
	case "N":
		unit, time = "M", "T"
	case "F":
		num, unit = times(num, 2), "W"
	case "E":
		return "P" + times(num, 2) + "D"
	case "X":
		num, unit = times(num, 10), "Y"
	case "C":
		num, unit = times(num, 100), "Y"
	case "Q":
		unit = "Q"
	}
	if p.half || strings.HasSuffix(num, ".5") {
		return "P" + time + halved(strings.TrimSuffix(num, ".5"), unit, time != "")
	}
	return "P" + time + num + unit
}
