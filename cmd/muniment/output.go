package main

import (
	"errors"
	"fmt"
	"io"
)

// errOutput is returned if what a command prints cannot be written. The error of the operating system is in the chain.
var errOutput = errors.New("the output cannot be written")

// output is the standard output of a command. It remembers the first failure, because most of what is printed has
// nobody who looks at the error.
type output struct {
	to     io.Writer
	failed error
}

// Write implements io.Writer.
func (o *output) Write(text []byte) (int, error) {
	n, err := o.to.Write(text)
	if err == nil {
		return n, nil
	}
	err = fmt.Errorf("%w: %w", errOutput, err)
	if o.failed == nil {
		o.failed = err
	}
	return n, err
}
