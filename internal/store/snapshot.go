package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/muniment/muniment/internal/page"
)

// Snapshot calls read with the database as one scope sees it, on a reader, and as it was at one moment if several
// statements run. single says that read runs one statement at most, which needs no transaction to be so. It returns what
// read does, or ErrTimeout or ErrUnavailable.
func (s *Store) Snapshot(ctx context.Context, scope *Scope, single bool, read func(*page.View) error) error {
	if scope == nil {
		return ErrNoScope
	}
	if single {
		return read(page.NewView(watched{s.readers}, string(s.engine), scope))
	}
	options := &sql.TxOptions{ReadOnly: true}
	if s.engine == Postgres {
		options.Isolation = sql.LevelRepeatableRead
	}
	tx, err := s.readers.BeginTx(ctx, options)
	if err != nil {
		return fmt.Errorf("begin to read: %w", Translate(err))
	}
	defer func() { _ = tx.Rollback() }() // nothing was written, so that this ends it as a commit would
	return read(page.NewView(watched{tx}, string(s.engine), scope))
}

// watched gives errors their kind.
type watched struct{ page.Querier }

// QueryContext implements page.Querier.
func (w watched) QueryContext(ctx context.Context, statement string, args ...any) (*sql.Rows, error) {
	found, err := w.Querier.QueryContext(ctx, statement, args...)
	return found, Translate(err)
}
