// SPDX-License-Identifier: Apache-2.0

// Stemma reads every report of a story, works out which report came from which, and shows what is independently
// corroborated, what is contested, and who said so. Run "stemma --help".
package main

import (
	"os"

	"stemma/internal/cli"
)

func main() {
	os.Exit(cli.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
