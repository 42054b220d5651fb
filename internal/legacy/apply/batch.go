package apply

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/store"
)

// batch is the row that tells of one import. It has no end while the import runs, and none where it was interrupted.
type batch struct {
	db *store.Store
	id int64
}

func begin(ctx context.Context, db *store.Store, system gid.ID, now clock.Instant) (*batch, error) {
	b := &batch{db: db}
	err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		row, err := tx.Client().Batch.Create().SetSystemID(system).SetPlanHash("").SetStartedAt(now).Save(ctx)
		if err != nil {
			return fmt.Errorf("note the beginning of the batch: %w", err)
		}
		b.id = row.ID
		return nil
	})
	return b, err
}

func (b *batch) finish(ctx context.Context, done *plan.Plan, analyze bool) error {
	counts, err := json.Marshal(done.Counts)
	if err != nil {
		return fmt.Errorf("write the counts of the batch: %w", err)
	}
	err = b.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		err := tx.Client().Batch.UpdateOneID(b.id).SetPlanHash(done.Hash).SetCounts(string(counts)).
			SetFinishedAt(clock.At(time.Now())).Exec(ctx)
		if err != nil {
			return fmt.Errorf("note the end of the batch: %w", err)
		}
		return nil
	})
	if err != nil || !analyze {
		return err
	}
	return b.db.Analyze(ctx)
}
