package job

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/store"
)

// adopt makes jobs that an earlier process left unfinished available again. On SQLite no other process can be working
// on them. On PostgreSQL one may be, so adopt does nothing: River rescues a job when its time is over.
func (q *Queue) adopt(ctx context.Context) error {
	if q.store.Engine() != store.SQLite {
		return nil
	}
	err := q.store.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		for _, statement := range []string{
			"UPDATE river_job SET state = 'available' WHERE state = 'running' AND attempt < max_attempts",
			// River discards running jobs without an attempt left, once they look old.
			"UPDATE river_job SET attempted_at = '1970-01-01 00:00:00' WHERE state = 'running'",
			// Otherwise the ended process would stay River's leader until its lease expires.
			"DELETE FROM river_leader",
		} {
			if _, err := tx.Exec(ctx, statement); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("take over jobs: %w", err)
	}
	return nil
}
