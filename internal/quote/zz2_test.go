package quote_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestZZTok(t *testing.T) {
	for _, s := range strings.Split(os.Getenv("ZS"), "|") {
		if s == "" {
			continue
		}
		d := read(s)
		for i, k := range d.Tokens {
			n := ""
			for _, m := range d.Names {
				if m.Holds(i) {
					n = "+" + string(m.Kind[0])
				}
			}
			fmt.Printf("%s/%s%d%s ", d.Word(i), k.Tag, k.Form, n)
		}
		fmt.Println()
		for _, p := range d.Phrases {
			fmt.Printf("[%s:%d] ", d.Words(p.Range), p.Kind)
		}
		fmt.Println()
		for _, a := range d.Attributions {
			fmt.Println("  =>", told(d, a), "| src:", d.Exact(a.Source), a.Anonymous, a.Via, d.Exact(a.Conditions))
		}
		for _, q := range d.Quotes {
			fmt.Printf("  Q %q scare=%v %d\n", d.Exact(q.Span), q.Scare, q.Speech)
		}
	}
}
