// SPDX-License-Identifier: Apache-2.0

// Package each spreads work that falls into independent pieces over the processors. It changes how long the work takes,
// never what comes of it.
package each

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Index calls do once for each number from 0 to n-1, several at a time, and returns when all are done. What do writes
// for one number must not be read or written for another.
func Index(n int, do func(i int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				do(int(i))
			}
		})
	}
	workers.Wait()
}
