// The readers that Stemma's is measured beside, apart from the program so that it does not depend on them. The path
// lies below the program's, which lets this module import its internal packages.
module stemma/eval/peers

go 1.26.0

require (
	github.com/jdkato/prose/v2 v2.0.0
	stemma v0.0.0
)

require (
	github.com/deckarep/golang-set v1.7.1 // indirect
	github.com/mingrammer/commonregex v1.0.1 // indirect
	golang.org/x/sys v0.49.0 // indirect
	gonum.org/v1/gonum v0.7.0 // indirect
	gopkg.in/neurosnap/sentences.v1 v1.0.6 // indirect
)

replace (
	github.com/markusmobius/go-dateparser => ../../third_party/go-dateparser
	stemma => ../..
)
