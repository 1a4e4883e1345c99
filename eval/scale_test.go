// SPDX-License-Identifier: Apache-2.0

package eval_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"stemma/internal/brief"
	"stemma/internal/clean"
	"stemma/internal/news"
	stages "stemma/internal/reading"
)

// reportWords is how long a made report is, at least.
const reportWords = 700

// A mill makes reports of one invented story: an accident, the dead and missing of which are told again and again with other
// figures, by other sources and in another order. The same seed gives the same reports.
type mill struct{ *rand.Rand }

func newMill() *mill { return &mill{rand.New(rand.NewPCG(20310407, 1))} }

// slots are what stands in the places of a made sentence.
var slots = map[string][]string{
	"{person}": {"Ida Lund", "Odd Brekke", "Maren Holt", "Rolf Eddings", "Tove Marsh", "Joss Merrin", "Ingrid Tallow", "Edmund Vasey", "Dana Whitlock", "Arvid Nolan"},
	"{office}": {"harbour master", "mayor of Kestrel", "interior minister", "fire chief", "head of the union", "hospital director", "professor of law", "chief executive of Lorn Lines"},
	"{source}": {"the coast guard", "the police", "the hospital", "the ministry", "a senior official", "two investigators", "the company", "the union", "a spokesman for the port", "officials"},
	"{place}":  {"Kestrel", "Tolvik", "Lorn Island", "Brannock", "Skerry Point", "Port Sall", "Grenholm"},
	"{day}":    {"on Monday", "on Tuesday", "on Sunday", "on 7 April", "on 8 April", "late on Monday", "early on Tuesday"},
	"{verb}":   {"said", "told reporters", "confirmed", "announced", "added"},
	"{who}":    {"people", "passengers", "sailors", "dockers", "children", "villagers", "rescuers", "tourists"},
	"{thing}":  {"the ferry Marigold", "the ship", "the engine room", "the car deck", "the north pier", "the harbour wall", "the ticket hall"},
	"{said}": {
		"We heard a bang and then the deck was on fire", "Nobody told us where to go", "We will find out who is to blame",
		"There was smoke in every cabin", "The doors were locked from outside", "It is too early to speak of a cause",
		"We had warned the owners for years", "Everything was done to save them",
	},
}

// sentences are patterns; {n} is a figure.
var sentences = []string{
	"At least {n} {who} were killed when {thing} caught fire in {place} {day}, {source} {verb}.",
	"About {n} {who} were injured, {n} of them seriously, according to {source}.",
	"{source} {verb} that {n} {who} were still missing {day}.",
	"“{said},” {verb} {person}, the {office}.",
	"{person}, the {office}, denied that {thing} had been inspected in {place} {day}.",
	"The fire started in {thing}, {source} {verb} {day}.",
	"{source} {verb} that the fire had started in {thing} at about {n} in the morning.",
	"Some {n} {who} were taken to hospitals in {place} and {place}.",
	"{person} met {person} in {place} {day} to talk about the inquiry.",
	"{source} arrested {n} members of the crew in {place} {day}, {person} {verb}.",
	"{thing} was built {n} years ago and was carrying {n} {who} from {place} to {place}.",
	"The owners agreed to pay {n} million crowns to the families, but {source} {verb} that no sum had been agreed.",
	"“{said}. {said},” the {office}, {person}, {verb}.",
	"Divers brought up {n} bodies from {thing} {day}, and {source} {verb} that the search would go on for {n} days.",
	"{person} has been {office} since 2029 and was not in {place} when it happened.",
	"An official who was not authorised to speak publicly {verb} that {n} alarms had been ignored.",
	"In 2019 {n} {who} died when another ferry sank near {place}.",
	"{source} accused the company of hiding {n} reports about {thing}.",
	"The government sent {n} soldiers to {place} {day} to help {source}.",
	"Prices of tickets to {place} rose by {n} percent, {person} {verb}.",
}

// report is one made report of a day, its title first.
func (m *mill) report(day int) string {
	var out strings.Builder
	title := m.fill("Fire on ferry kills {n} {who} in {place}")
	fmt.Fprintf(&out, "%s\n\nApril %d, 2031\n", title, day)
	for n := 0; n < reportWords; {
		out.WriteByte('\n')
		for range 3 {
			s := m.fill(sentences[m.IntN(len(sentences))])
			n += len(strings.Fields(s))
			out.WriteString(strings.ToUpper(s[:1]) + s[1:] + " ")
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func (m *mill) fill(pattern string) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(pattern, "{")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		if options := slots["{"+name+"}"]; options != nil {
			out.WriteString(options[m.IntN(len(options))])
		} else {
			out.WriteString(strconv.Itoa(2 + m.IntN(60)))
		}
		pattern = after
	}
}

// made is n made reports that came out over three weeks.
func made(tb testing.TB, n int) []*news.Report {
	tb.Helper()
	m := newMill()
	var out []*news.Report
	for i := range n {
		name := fmt.Sprintf("%04d.txt", i)
		reports, errs := clean.Reports(clean.Input{Name: name, Data: []byte(m.report(7 + i%21))}, clean.Options{})
		if len(errs) > 0 {
			tb.Fatal(errs)
		}
		out = append(out, reports...)
	}
	return out
}

// BenchmarkProcess measures all that a user waits for: the program from its start to its end, over 20 reports of 700 words.
func BenchmarkProcess(b *testing.B) {
	dir := b.TempDir()
	program := filepath.Join(dir, "stemma")
	if out, err := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, "../cmd/stemma").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	in := filepath.Join(dir, "in")
	if err := os.Mkdir(in, 0o755); err != nil {
		b.Fatal(err)
	}
	m := newMill()
	for i := range 20 {
		if err := os.WriteFile(filepath.Join(in, fmt.Sprintf("%02d.txt", i)), []byte(m.report(7+i)), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	for _, format := range []string{"text", "html", "json"} {
		b.Run(format, func(b *testing.B) {
			var busy time.Duration
			for b.Loop() {
				cmd := exec.Command(program, "brief", "-f", format, "-o", filepath.Join(dir, "out"), in)
				if out, err := cmd.CombinedOutput(); err != nil {
					b.Fatalf("%v: %s", err, out)
				}
				busy += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
			}
			b.ReportMetric(float64(busy.Milliseconds())/float64(b.N), "cpu-ms/op") // what a busy machine does not blur
		})
	}
}

// BenchmarkFacts measures what comes after reading for one story of many reports; time for four times as many tells whether it
// grows with the square.
func BenchmarkFacts(b *testing.B) {
	reader, err := stages.New(stages.Stages())
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{20, 125, 500, 2000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			if n > 500 && testing.Short() {
				b.Skip("reading takes a minute")
			}
			reports := made(b, n)
			statements := map[*news.Report][]*news.Statement{}
			start := time.Now()
			for i, r := range reports {
				r.ID = "r" + strconv.Itoa(i+1)
				r.Doc.Reference = r.Reference()
				statements[r] = reader.Read(r)
			}
			b.Logf("read in %v", time.Since(start).Round(time.Millisecond))
			for b.Loop() {
				s := brief.Weigh(reports, statements)
				b.ReportMetric(float64(len(s.Facts)), "facts")
			}
		})
	}
}
