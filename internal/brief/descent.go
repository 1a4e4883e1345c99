// SPDX-License-Identifier: Apache-2.0

package brief

import (
	"fmt"
	"strings"

	"stemma/internal/news"
)

// A drawing is the stemma of one origin: reports as boxes, each under the one that it comes from.
type drawing struct {
	Width, Height int
	Label         string // for those who cannot see it
	Nodes         []node
	Edges         []edge
}

type node struct {
	X, Y, Width, Height int
	ID, Name, Anchor    string
}

type edge struct {
	X1, Y1, X2, Y2, Middle int
	Directed               bool
	Label                  string
	LabelX, LabelY         int
}

// The measures of a drawing, in CSS pixels.
const (
	nodeWidth, nodeHeight = 160, 46
	gapX, gapY            = 18, 54
	perRow                = 4
	maxNodes              = 40 // beyond it the list of links says more than lines do
)

// draw lays out the reports of an origin. Of the links of a report only the strongest is drawn.
func (v *viewer) draw(o *news.Origin) *drawing {
	if len(o.Reports) == 0 || len(o.Reports) > maxNodes {
		return nil
	}
	parent := strongest(o)
	d := &drawing{Label: "Descent of " + ident(o.ID) + ": " + caption(o, parent)}
	at := map[*news.Report]node{}
	y := 1
	for _, row := range rows(o.Reports, parent) {
		for i, r := range row {
			n := node{
				X: 1 + i*(nodeWidth+gapX), Y: y, Width: nodeWidth, Height: nodeHeight,
				ID: ident(r.ID), Name: cut(nameOf(r), 18), Anchor: v.anchor(r.ID),
			}
			at[r] = n
			d.Nodes = append(d.Nodes, n)
			d.Width = max(d.Width, n.X+nodeWidth+1)
		}
		y += nodeHeight + gapY
	}
	d.Height = y - gapY + 1
	for _, r := range o.Reports {
		if l := parent[r]; l != nil {
			d.Edges = append(d.Edges, join(at[l.To], at[r], l))
		}
	}
	return d
}

// strongest is the best link of each report to another of the same origin; no two links make a circle.
func strongest(o *news.Origin) map[*news.Report]*news.Link {
	inside := map[*news.Report]bool{}
	for _, r := range o.Reports {
		inside[r] = true
	}
	parent := map[*news.Report]*news.Link{}
	for i := range o.Links {
		l := &o.Links[i]
		if l.From == l.To || !inside[l.From] || !inside[l.To] || ancestor(parent, l.From, l.To) {
			continue
		}
		if best := parent[l.From]; best == nil || l.Score > best.Score {
			parent[l.From] = l
		}
	}
	return parent
}

// ancestor reports whether r is above, or is, other.
func ancestor(parent map[*news.Report]*news.Link, r, other *news.Report) bool {
	for other != nil {
		if other == r {
			return true
		}
		l := parent[other]
		if l == nil {
			return false
		}
		other = l.To
	}
	return false
}

// rows are the reports by depth, those of one parent side by side, at most perRow in a row.
func rows(reports []*news.Report, parent map[*news.Report]*news.Link) [][]*news.Report {
	children := map[*news.Report][]*news.Report{}
	var level []*news.Report
	for _, r := range reports {
		if l := parent[r]; l != nil {
			children[l.To] = append(children[l.To], r)
		} else {
			level = append(level, r)
		}
	}
	var out [][]*news.Report
	for len(level) > 0 {
		var below []*news.Report
		for i := 0; i < len(level); i += perRow {
			out = append(out, level[i:min(i+perRow, len(level))])
		}
		for _, r := range level {
			below = append(below, children[r]...)
		}
		level = below
	}
	return out
}

func join(from, to node, l *news.Link) edge {
	e := edge{
		X1: from.X + nodeWidth/2, Y1: from.Y + nodeHeight, X2: to.X + nodeWidth/2, Y2: to.Y,
		Directed: l.Directed, Label: fmt.Sprintf("%s %.2f", oneLine(string(l.Kind)), l.Score),
	}
	e.Middle = (e.Y1 + e.Y2) / 2
	e.LabelX, e.LabelY = e.X2, e.Y2-20
	return e
}

func caption(o *news.Origin, parent map[*news.Report]*news.Link) string {
	var parts []string
	for _, r := range o.Reports {
		if l := parent[r]; l != nil {
			parts = append(parts, descent(*l))
		}
	}
	if len(parts) == 0 {
		return reportList(o.Reports)
	}
	return strings.Join(parts, "; ")
}
