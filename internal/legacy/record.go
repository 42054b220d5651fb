package legacy

import "context"

// Record is one row of a source. Values holds the source's own text in the order of Kind.Columns(); "" is an absent
// value, since the sources make no difference between the two. The texts are valid UTF-8. The slice may be reused after
// the call that received it; the strings may not change.
type Record struct {
	Kind   Kind
	File   string
	Line   int64
	Values []string
	// Broken marks a row that the reader has already reported as an ERROR. It is staged as invalid, as far as its
	// key could be read, so that what depends on it is found.
	Broken bool
}

// Progress tells how far a reader is.
type Progress struct {
	Kind  Kind
	File  string
	Rows  int64 // rows of this file so far
	Bytes int64 // bytes of all files read so far, compressed where the file is
	Total int64 // bytes of all files, compressed where the file is; 0 if not known
}

// Sink receives what a reader reads. An error ends the reading.
type Sink interface {
	// Record takes one row.
	Record(Record) error
	// Report takes a finding about the source itself.
	Report(Finding) error
	// Progress is called every few thousand rows and at the end of each file.
	Progress(Progress)
}

// Reader reads one source. Faults of the source are reported to the sink and do not end the reading; the error
// returned is the sink's, or the context's.
type Reader interface {
	Read(context.Context, Sink) error
}
