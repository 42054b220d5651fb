package job

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/store"
)

// adopt takes over what an earlier process left in the middle. On SQLite there is no other process now, so nobody is
// doing it; on PostgreSQL another may be, and River waits until it would have been canceled.
func (q *Queue) adopt(ctx context.Context) error {
	if q.store.Engine() != store.SQLite {
		return nil
	}
	err := q.store.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		for _, statement := range []string{
			"UPDATE river_job SET state = 'available' WHERE state = 'running' AND attempt < max_attempts",
			// River gives up those that have no attempt left, once they look old.
			"UPDATE river_job SET attempted_at = '1970-01-01 00:00:00' WHERE state = 'running'",
			// The dead process would lead until its time is over.
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
