// SPDX-License-Identifier: Apache-2.0

package fault_test

import (
	"errors"
	"fmt"
	"testing"

	"stemma/internal/fault"
)

func TestKindOf(t *testing.T) {
	tooLarge := fault.New(fault.TooLarge, "a.txt", "%d bytes", 9)
	for _, c := range []struct {
		name string
		err  error
		want fault.Kind
	}{
		{"nothing", nil, fault.Unknown},
		{"an error of another package", errors.New("x"), fault.Unknown},
		{"an error of a kind", tooLarge, fault.TooLarge},
		{"wrapped once", fmt.Errorf("read: %w", tooLarge), fault.TooLarge},
		{"wrapped in another kind: the outer one counts", fault.New(fault.Invalid, "b.txt", "row 3: %w", tooLarge), fault.Invalid},
		{"joined with others", errors.Join(errors.New("x"), tooLarge), fault.TooLarge},
		{"kept only as words", errors.New("read: " + tooLarge.Error()), fault.Unknown},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := fault.KindOf(c.err); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestAnErrorNamesItsInputAndReason(t *testing.T) {
	cause := errors.New("short read")
	for _, c := range []struct{ input, want string }{
		{"a.txt", "a.txt: row 3: short read"},
		{"", "row 3: short read"},
	} {
		err := fault.New(fault.Invalid, c.input, "row %d: %w", 3, cause)
		if err.Error() != c.want {
			t.Errorf("%q, want %q", err, c.want)
		}
		if !errors.Is(err, cause) {
			t.Errorf("%v lost its cause", err)
		}
	}
}

func TestAnErrorWithoutCauseEndsTheChain(t *testing.T) {
	if errors.Unwrap(fault.New(fault.NotFound, "a", "no such story")) != nil {
		t.Error("a cause from nowhere")
	}
}
