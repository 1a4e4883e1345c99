// SPDX-License-Identifier: Apache-2.0

// Package model holds the trained network of the reader and runs it: words go in, and for each a part of speech, a
// governor with its relation and the tag of a name come out.
//
// The network sums the embeddings of a word's features, runs long short-term memories over the sentence in both
// directions, and scores tags, arcs, relations and names from their states (Kiperwasser and Goldberg 2016; Dozat and
// Manning 2017). Weights and states are whole numbers with a fixed point, so every machine gives the same result, with or
// without the kernels of its processor. Package train makes the weights.
package model

// Fixed points: a value v is stored as v times two to the power of so many bits.
const (
	embedBits = 10                     // of summed embeddings
	stateBits = 11                     // of states of a layer
	sumBits   = 21                     // of sums of products in a layer, and of their biases
	gateBits  = 15                     // of gates and cells
	midBits   = 8                      // of projections for arcs and relations
	formBits  = 12                     // of weights that meet projections
	arcBits   = 2 * midBits            // of scores of arcs
	labelBits = midBits + formBits     // of scores of relations
	indexBits = 8                      // of what goes into the tables of functions
	rowShift  = 4                      // embeddings are stored this much finer
	rowBits   = embedBits + rowShift   //
	toIndex   = sumBits - indexBits    //
	toMid     = sumBits - midBits      //
	toForm    = labelBits - midBits    //
	cellIndex = gateBits - indexBits   //
	toState   = 2*gateBits - stateBits //
)

// A Model is a trained network. It does not change and may be shared by goroutines.
type Model struct {
	Shape

	table  table   // from features to rows
	rows   []int8  // embeddings, row by row
	scales []uint8 // by row; an element is rows times scales

	layers        [][2]direction // the last is that of names
	tag, mlp, ner projection
	label         projection
	form          *matrix // arcs
	formBias      []int32
	root          []int16
	distance      [Distances]int32
}

// A direction is one direction of a layer.
type direction struct {
	in, rec *matrix
	bias    []int32
}

// hidden is the width of the direction's state.
func (d *direction) hidden() int { return d.rec.in }

// A projection is weights with a bias.
type projection struct {
	*matrix
	bias []int32
}

// A table finds the row of a feature: open addressing, a power of two long, half full at most.
type table struct {
	keys []Feature
	vals []uint32
}

func newTable(hashes []Feature) table {
	size := 1
	for size < 2*len(hashes)+2 {
		size *= 2
	}
	t := table{make([]Feature, size), make([]uint32, size)}
	for row, f := range hashes {
		if f == 0 {
			continue
		}
		i := int(f) & (size - 1)
		for t.keys[i] != 0 {
			i = (i + 1) & (size - 1)
		}
		t.keys[i], t.vals[i] = f, uint32(row)
	}
	return t
}

// find is the row of f, or 0.
func (t *table) find(f Feature) uint32 {
	mask := len(t.keys) - 1
	for i := int(f) & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case f:
			return t.vals[i]
		case 0:
			return 0
		}
	}
}

// functionSteps is the length of the tables of functions: inputs from -8 to 8.
const functionSteps = 16 << indexBits

var sigmoidTable, tanhTable = functions()

// functions is the tables of the logistic function and of the hyperbolic tangent, with gateBits.
func functions() (sigmoid, tanh [functionSteps]int16) {
	for i := range functionSteps {
		x := float64(i-functionSteps/2) / (1 << indexBits)
		s := 1 / (1 + exponential(-x))
		t := 1 / (1 + exponential(-2*x))
		sigmoid[i] = int16(min(s*(1<<gateBits)+0.5, 1<<gateBits-1))
		tanh[i] = int16((2*t-1)*(1<<gateBits-1) + 0.5*sign(x))
	}
	return sigmoid, tanh
}

func sign(x float64) float64 {
	if x < 0 {
		return -1
	}
	return 1
}

// exponential is e to the power of x by its series, each step rounded, so that the tables are the same on every machine.
func exponential(x float64) float64 {
	const halvings = 10
	x /= 1 << halvings
	sum, term := 1.0, 1.0
	for k := 1; k < 12; k++ {
		term = float64(term*x) / float64(k)
		sum += term
	}
	for range halvings {
		sum = float64(sum * sum)
	}
	return sum
}

// index is where a sum with so many bits above indexBits stands in a table of functions.
func index(sum int32, shift uint) int {
	i := int(sum>>shift) + functionSteps/2
	return max(0, min(functionSteps-1, i)) & (functionSteps - 1) // the mask tells the compiler what is known
}

func clamp16(x int32) int16 { return int16(max(-32768, min(32767, x))) }
