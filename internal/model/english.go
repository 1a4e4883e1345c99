// SPDX-License-Identifier: Apache-2.0

package model

import (
	_ "embed"
	"sync"
)

//go:embed english.bin
var english []byte

// English is the network that the program ships. NOTICE names the treebanks it was trained on; "make model" builds it.
var English = sync.OnceValue(func() *Model {
	m, err := Decode(english)
	if err != nil {
		panic("broken embedded weights: " + err.Error())
	}
	return m
})
