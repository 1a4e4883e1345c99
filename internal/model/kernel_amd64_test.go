// SPDX-License-Identifier: Apache-2.0

package model

import "testing"

// The kernels of lesser processors are tested on this one too.
func TestKernelsOfLesserProcessors(t *testing.T) {
	defer func(a, b bool) { wide, wider = a, b }(wide, wider)
	want := small().NewReader().Read(sentences, nil)
	for _, has := range [][2]bool{{false, false}, {wide, false}, {wide, wider}} {
		wide, wider = has[0], has[1]
		TestKernelsGiveWhatPlainLoopsGive(t)
		for i, w := range small().NewReader().Read(sentences, nil) {
			if w != want[i] {
				t.Fatalf("with %v word %d is read otherwise", has, i)
			}
		}
	}
}
