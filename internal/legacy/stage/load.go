package stage

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"

	"github.com/muniment/muniment/internal/legacy"
)

// batchRows is how many rows are passed together from the reading to the writing goroutine.
const batchRows = 256

// Load reads the whole source into the stage and checks rows and keys. Faults of the
// source become findings; the error returned is one of the stage or of the context. progress may be nil.
func (s *Stage) Load(ctx context.Context, source legacy.Reader, progress func(legacy.Progress)) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	l := &loader{stage: s, ctx: ctx, progress: progress, batches: make(chan *batch, 2), free: make(chan *batch, 4),
		open: map[legacy.Kind]*batch{}, files: map[string]int64{}}
	written := make(chan error, 1)
	go func() { // ends when batches is closed, which happens below on every path
		err := l.write()
		if err != nil {
			cancel()
			for range l.batches { // lets the reading goroutine end
			}
		}
		written <- err
	}()
	reading := source.Read(ctx, l)
	if reading == nil {
		reading = l.flush()
	}
	close(l.batches)
	if err := <-written; err != nil {
		return err
	}
	if reading != nil {
		return fmt.Errorf("read the source: %w", reading)
	}
	return s.judgeKeys(ctx)
}

// loader is the Sink for a reader. The reader's goroutine parses values; another goroutine writes them.
type loader struct {
	stage    *Stage
	ctx      context.Context
	progress func(legacy.Progress)
	batches  chan *batch
	free     chan *batch
	open     map[legacy.Kind]*batch
	files    map[string]int64
}

// batch is a group of rows of one kind, and the findings about them.
type batch struct {
	kind     legacy.Kind
	width    int
	values   []driver.Value
	terms    []driver.Value // with their number first
	findings []legacy.Finding
	file     string // first seen with this batch, if not ""
	fileID   int64
}

// Record implements legacy.Sink.
func (l *loader) Record(r legacy.Record) error {
	e := l.stage.encoders[r.Kind]
	if e == nil {
		return fmt.Errorf("stage: a record of no known kind from %s:%d", r.File, r.Line)
	}
	b := l.open[r.Kind]
	if b == nil {
		b = l.batch()
		b.kind, b.width = r.Kind, len(e.names())
		l.open[r.Kind] = b
	}
	fileID, known := l.files[r.File]
	if !known {
		fileID = int64(len(l.files) + 1)
		l.files[r.File] = fileID
		if err := l.send(&batch{file: r.File, fileID: fileID}); err != nil {
			return err
		}
	}
	b.values = e.encode(r, fileID, b.values, func(f legacy.Finding) { b.findings = append(b.findings, f) },
		func(id int64, values []driver.Value) { b.terms = append(append(b.terms, id), values...) })
	if len(b.values) >= batchRows*b.width {
		l.open[r.Kind] = nil
		return l.send(b)
	}
	return nil
}

// Report implements legacy.Sink.
func (l *loader) Report(f legacy.Finding) error { return l.send(&batch{findings: []legacy.Finding{f}}) }

// Progress implements legacy.Sink.
func (l *loader) Progress(p legacy.Progress) {
	if l.progress != nil {
		l.progress(p)
	}
}

func (l *loader) batch() *batch {
	select {
	case b := <-l.free:
		*b = batch{values: b.values[:0], terms: b.terms[:0], findings: b.findings[:0]}
		return b
	default:
		return &batch{}
	}
}

func (l *loader) send(b *batch) error {
	select {
	case l.batches <- b:
		return nil
	case <-l.ctx.Done():
		return l.ctx.Err()
	}
}

func (l *loader) flush() error {
	for _, kind := range legacy.Kinds() {
		if b := l.open[kind]; b != nil {
			if err := l.send(b); err != nil {
				return err
			}
		}
	}
	return nil
}

// write inserts the batches until there are no more, in one transaction.
func (l *loader) write() (err error) {
	db := l.stage.db
	inserts := map[string]*statement{}
	defer func() {
		for _, statement := range inserts {
			err = errors.Join(err, statement.close())
		}
	}()
	insert := func(table, rid string, width int, values []driver.Value) error {
		statement := inserts[table]
		if statement == nil {
			marks := strings.TrimPrefix(rid+strings.Repeat(",?", width), ",")
			prepared, err := db.prepare(fmt.Sprintf("INSERT INTO %s VALUES (%s)", table, marks))
			if err != nil {
				return err
			}
			inserts[table], statement = prepared, prepared
		}
		for at := 0; at < len(values); at += width {
			if err := statement.do(values[at : at+width]...); err != nil {
				return err
			}
		}
		return nil
	}
	ctx := context.WithoutCancel(l.ctx) // statements of a bulk load are too short to be canceled
	if _, err := db.do(ctx, "BEGIN"); err != nil {
		return err
	}
	for b := range l.batches {
		if b.file != "" {
			if _, err := db.do(ctx, "INSERT INTO files VALUES (?, ?)", b.fileID, b.file); err != nil {
				return err
			}
		}
		if len(b.terms) > 0 {
			if err := insert(b.kind.String()+"_terms", "", 1+len(l.stage.encoders[b.kind].shared),
				b.terms); err != nil {
				return err
			}
		}
		if len(b.values) > 0 {
			if err := insert(b.kind.String(), "NULL", b.width, b.values); err != nil {
				return err
			}
		}
		for _, f := range b.findings {
			if err := l.stage.Add(f); err != nil {
				return err
			}
		}
		select {
		case l.free <- b:
		default:
		}
	}
	_, err = db.do(ctx, "COMMIT")
	return err
}
