package store

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/page"
)

// Snapshot calls read with the database as one scope sees it, on a reader, and as it was at one moment. most is how many
// statements read runs at most; 0 is not known. One statement needs no transaction, and the last one takes the end of the
// transaction along on PostgreSQL, where one more is refused. It returns what read does, or ErrTimeout or ErrUnavailable.
//
// Statements run on the driver itself: what database/sql does for each statement and each value takes as long as finding a
// few rows does.
func (s *Store) Snapshot(ctx context.Context, scope *Scope, most int, read func(*page.View) error) error {
	if scope == nil {
		return ErrNoScope
	}
	select {
	case s.snapshots <- struct{}{}:
		defer func() { <-s.snapshots }()
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
		if most == 1 {
			return read(page.NewView(reader, string(s.engine), scope))
		}
		if err := reader.begin(ctx, most); err != nil {
			return fmt.Errorf("begin to read: %w", Translate(err))
		}
		defer func() { reader.end(ctx) }()
		return read(page.NewView(reader, string(s.engine), scope))
	})
}

// snapshotter is a connection that reads.
type snapshotter interface {
	page.Querier
	// begin holds the moment for so many statements at most; 0 is not known.
	begin(ctx context.Context, most int) error
	// end gives the moment up, unless the last statement did. A connection that cannot is not used again.
	end(ctx context.Context)
}
