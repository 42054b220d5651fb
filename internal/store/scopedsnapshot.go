package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Snapshotted reads one state of the database, which later writes do not change.
type Snapshotted struct {
	store *Store
	tx    *sql.Tx
}

// ScopedSnapshot calls read with one state of the database, for raw queries whose answers are compared with each other.
// It takes a place of LongSnapshot, and what is said there of the log and of old rows holds here, too: read a large
// table in several snapshots. It returns the error of read, ErrTimeout or ErrUnavailable.
func (s *Store) ScopedSnapshot(ctx context.Context, read func(Snapshotted) error) error {
	select {
	case s.longSnapshots <- struct{}{}:
		defer func() { <-s.longSnapshots }()
	case <-ctx.Done():
		return fmt.Errorf("begin to read: %w", Translate(ctx.Err()))
	}
	tx, err := s.readers.BeginTx(ctx, &sql.TxOptions{Isolation: s.isolationOfSnapshots(), ReadOnly: true})
	if err != nil {
		return fmt.Errorf("begin to read: %w", Translate(err))
	}
	defer func() { _ = tx.Rollback() }() // it has changed nothing
	return read(Snapshotted{s, tx})
}

// isolationOfSnapshots is the level at which all statements of a transaction see one state. SQLite has no other.
func (s *Store) isolationOfSnapshots() sql.IsolationLevel {
	if s.engine == Postgres {
		return sql.LevelRepeatableRead
	}
	return sql.LevelDefault
}

// Scoped is Store.Scoped within the snapshot. The rows must be closed before the next query.
func (r Snapshotted) Scoped(ctx context.Context, scope Scope, statement string, args ...any) (*sql.Rows, error) {
	text, values, err := r.store.applyScope(scope, statement, args)
	if err != nil {
		return nil, err
	}
	found, err := r.tx.QueryContext(ctx, text, values...)
	if err != nil {
		return nil, fmt.Errorf("read: %w", Translate(err))
	}
	return found, nil
}
