// Package testjob runs jobs immediately, for tests that do not start a queue.
package testjob

import (
	"context"
	"errors"

	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/store"
)

// Do runs all waiting jobs of a kind with the workers that register adds, and removes them.
func Do(ctx context.Context, db *store.Store, kind string, register func(*job.Workers)) error {
	workers := job.NewWorkers()
	register(workers)
	rows, err := db.Client().QueryContext(ctx, "SELECT CAST(args AS text) FROM river_job WHERE kind = '"+
		kind+"' ORDER BY id")
	if err != nil {
		return err
	}
	var all [][]byte
	for rows.Next() {
		var arguments []byte
		if err := rows.Scan(&arguments); err != nil {
			return errors.Join(err, rows.Close())
		}
		all = append(all, arguments)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	err = db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Exec(ctx, "DELETE FROM river_job WHERE kind = ?", kind)
		return err
	})
	if err != nil {
		return err
	}
	for _, arguments := range all {
		if err := workers.Do(ctx, kind, arguments); err != nil {
			return err
		}
	}
	return nil
}
