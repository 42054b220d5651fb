package csvbundle

import (
	"errors"
	"io"
)

var errRowTooLong = errors.New("the row is too long")

// rowLimit returns errRowTooLong once more than left bytes are read. Its user resets left before every row. Because
// the CSV reader buffers, a few thousand bytes of the next row may be counted for the wrong row.
type rowLimit struct {
	in   io.Reader
	left int
}

func (l *rowLimit) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errRowTooLong
	}
	n, err := l.in.Read(p)
	l.left -= n
	return n, err
}

// countingReader adds what it reads to a counter.
type countingReader struct {
	in    io.Reader
	count *int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	*c.count += int64(n)
	return n, err
}
