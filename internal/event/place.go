package event

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent/event"
	"github.com/muniment/muniment/internal/routine"
	"github.com/muniment/muniment/internal/store"
)

const (
	// atOnce is how many events one transaction places: few enough that nobody waits long for the writer.
	atOnce = 500
	// placeLock is held by the process that places events on PostgreSQL. On SQLite there is one writer anyway.
	placeLock = 0x6d756e69506c6163
)

// Place gives the events that are committed and have no position yet the next ones in the feed, in the order of their ids,
// at most 500 of them, and returns how many it placed: fewer say that none are left. Positions are counted from 1 without
// gaps. It may be repeated, broken off, and run by several processes at once. Where nothing is to be placed, it only reads.
func Place(ctx context.Context, db *store.Store) (int, error) {
	ctx = store.Unscoped(ctx) // the feed is one for all accounts
	waiting, err := db.Client().Event.Query().Where(event.PositionIsNil()).Exist(ctx)
	if err != nil || !waiting {
		return 0, wrap(err)
	}
	placed := 0
	err = db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		placed = 0
		// Who waits here sees the positions that the other has given: each statement sees what was committed before it.
		if err := tx.HoldNumber(ctx, placeLock); err != nil {
			return err
		}
		result, err := tx.Exec(ctx, `UPDATE events SET position = n.place + (SELECT COALESCE(MAX(position), 0) FROM events)
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

// Placing gives events their positions. Several processes may run it at once.
func Placing(db *store.Store) routine.Routine {
	return routine.Routine{
		Do: func(ctx context.Context) (bool, error) {
			n, err := Place(ctx, db)
			return n == atOnce, err
		},
		Fails: "events get no positions", Works: "events get positions again",
	}
}
