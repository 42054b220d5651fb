package event

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent/event"
	"github.com/muniment/muniment/internal/routine"
	"github.com/muniment/muniment/internal/store"
)

const (
	// atOnce is the maximum number of events in one transaction, small enough not to block other writers for long.
	atOnce = 500
	// placeLock is the advisory lock of the process that places events on PostgreSQL. SQLite has only one writer.
	placeLock = 0x6d756e69506c6163
)

// Place assigns the next positions in the feed to committed events without one, in the order of their ids, at most 500
// per call, and returns their number; less than 500 means that none are left. Positions are counted from 1 without
// gaps. It may be interrupted and run by several processes concurrently. If there is nothing to do, it only reads.
func Place(ctx context.Context, db *store.Store) (int, error) {
	ctx = store.Unscoped(ctx) // all accounts share one feed
	waiting, err := db.Client().Event.Query().Where(event.PositionIsNil()).Exist(ctx)
	if err != nil || !waiting {
		return 0, wrap(err)
	}
	placed := 0
	err = db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		placed = 0
		// After a wait for the lock, the update sees the positions that the other process assigned: a statement sees
		// all earlier commits.
		if err := tx.AdvisoryLockNumber(ctx, placeLock); err != nil {
			return err
		}
		result, err := tx.Exec(ctx, `UPDATE events SET position = n.place + (SELECT COALESCE(MAX(position), 0)
			FROM events)
			FROM (SELECT w.id, ROW_NUMBER() OVER (ORDER BY w.id) AS place FROM
				(SELECT id FROM events WHERE position IS NULL ORDER BY id LIMIT ?) AS w) AS n
			WHERE events.id = n.id`, atOnce)
		if err != nil {
			return err
		}
		n, err := result.RowsAffected()
		placed = int(n)
		return err
	})
	return placed, wrap(err)
}

func wrap(err error) error {
	if err != nil {
		return fmt.Errorf("place events: %w", err)
	}
	return nil
}

// Placing returns the routine that calls Place. Several processes may run it concurrently.
func Placing(db *store.Store) routine.Routine {
	return routine.Routine{
		Do: func(ctx context.Context) (bool, error) {
			n, err := Place(ctx, db)
			return n == atOnce, err
		},
		Fails: "events get no positions", Works: "events get positions again",
	}
}
