package store

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/page"
)

// Snapshot calls read with a view of the database that is restricted to a scope. All its statements run on one reader
// and see the same state. maxStatements is the maximum number of statements that read runs; 0 means unknown. A single
// statement needs no transaction. On PostgreSQL the last statement is sent together with the end of the transaction,
// so a further one is refused. Snapshot returns the error of read, ErrNoScope, ErrTimeout or ErrUnavailable.
//
// Statements run directly on the driver: the overhead of database/sql for each statement and value is as much time as
// finding a few rows.
func (s *Store) Snapshot(ctx context.Context, scope *Scope, maxStatements int, read func(*page.View) error) error {
	return s.snapshot(ctx, s.snapshots, scope, maxStatements, read)
}

// LongSnapshots is how many long snapshots are read at once.
const LongSnapshots = 2

// LongSnapshot is Snapshot for reads that take longer than an answer, such as exports. They have connections of their
// own, so that other reads need not wait for them. A further one waits until ctx ends. While a snapshot is read, SQLite
// cannot reuse its log, and PostgreSQL cannot remove old rows: the reader must not wait for a client.
func (s *Store) LongSnapshot(ctx context.Context, scope *Scope, read func(*page.View) error) error {
	return s.snapshot(ctx, s.longSnapshots, scope, 0, read)
}

// snapshot reads a snapshot in one of places.
func (s *Store) snapshot(ctx context.Context, places chan struct{}, scope *Scope, maxStatements int,
	read func(*page.View) error) error {
	if scope == nil {
		return ErrNoScope
	}
	select {
	case places <- struct{}{}:
		defer func() { <-places }()
	case <-ctx.Done():
		return fmt.Errorf("begin to read: %w", Translate(ctx.Err()))
	}
	conn, err := s.readers.Conn(ctx)
	if err != nil {
		return fmt.Errorf("begin to read: %w", Translate(err))
	}
	defer conn.Close()
	return conn.Raw(func(driver any) error {
		reader, ok := driver.(snapshotter)
		if !ok {
			return fmt.Errorf("a connection of the type %T reads no snapshots", driver)
		}
		if maxStatements == 1 {
			return read(page.NewView(reader, string(s.engine), scope))
		}
		if err := reader.begin(ctx, maxStatements); err != nil {
			return fmt.Errorf("begin to read: %w", Translate(err))
		}
		defer func() { reader.end(ctx) }()
		return read(page.NewView(reader, string(s.engine), scope))
	})
}

// snapshotter is a driver connection that can read in a snapshot.
type snapshotter interface {
	page.Querier
	// begin begins a snapshot of at most maxStatements statements; 0 means unknown.
	begin(ctx context.Context, maxStatements int) error
	// end ends the snapshot, unless the last statement did. A connection on which that fails is not used again.
	end(ctx context.Context)
}
