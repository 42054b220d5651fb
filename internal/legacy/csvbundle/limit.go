package csvbundle

import (
	"errors"
	"io"
)

var errRowTooLong = errors.New("the row is too long")

// rowLimit ends the reading when one row takes more than left bytes. Its user sets left anew before every row; the
// CSV reader's own buffer may hold a few thousand bytes of the next row, which are then counted twice or not at all.
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
