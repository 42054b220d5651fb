package legacy

import "context"

// Record is one row of a source. Values holds the source's own text in the order of Kind.Columns(); "" is an absent
// value, since sources do not distinguish the two. The texts are valid UTF-8. The slice may be reused after
// the call that received it; the strings do not change.
type Record struct {
	Kind   Kind
	File   string
	Line   int64
	Values []string
	// Broken marks a row that the reader has already reported with severity ERROR. It is staged as invalid, with as
	// much of its key as could be read, so that records that depend on it are reported.
	Broken bool
}

// Progress reports how far a reader has come.
type Progress struct {
	Kind  Kind
	File  string
	Rows  int64 // rows of this file so far
	Bytes int64 // bytes of all files read so far, compressed if the file is
	Total int64 // bytes of all files, compressed if the file is; 0 if not known
}

// Sink receives the rows of a source. If a method returns an error, the reader stops.
type Sink interface {
	// Record takes one row.
	Record(Record) error
	// Report takes a finding about the source.
	Report(Finding) error
	// Progress is called every few thousand rows and at the end of each file.
	Progress(Progress)
}

// Reader reads one source. Faults of the source are reported to the sink and do not stop the reader; the error
// returned is the sink's or the context's.
type Reader interface {
	Read(context.Context, Sink) error
}
