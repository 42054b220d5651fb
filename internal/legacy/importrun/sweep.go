package importrun

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/finding"
	entrun "github.com/muniment/muniment/ent/importrun"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	// keepFindings is how long findings are kept, and keepRuns of how many runs of one system.
	keepFindings = 90 * 24 * time.Hour
	keepRuns     = 10
	// sweepBatch is how many findings are removed in one transaction.
	sweepBatch = 500
)

// Sweep removes the findings of runs that began more than 90 days ago, and of all but the ten newest runs of each
// system. The runs stay, with their counts. It returns the number of runs whose findings were removed.
func Sweep(ctx context.Context, db *store.Store, now clock.Instant) (int, error) {
	rows, err := db.Client().ImportRun.Query().Where(entrun.FindingsRemovedAtIsNil()).
		Order(entrun.ByID(sql.OrderDesc())).
		Select(entrun.FieldID, entrun.FieldSystemCode, entrun.FieldStartedAt).All(store.Unscoped(ctx))
	if err != nil {
		return 0, fmt.Errorf("look for old findings: %w", err)
	}
	old := expired(rows, now)
	for _, id := range old {
		if err := removeFindings(ctx, db, id); err != nil {
			return 0, err
		}
		err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			return tx.Client().ImportRun.UpdateOneID(id).SetFindingsRemovedAt(now).Exec(ctx)
		})
		if err != nil {
			return 0, fmt.Errorf("remove old findings: %w", err)
		}
	}
	return len(old), nil
}

// removeFindings removes the findings of a run, few in a transaction, so that other changes need not wait for long.
func removeFindings(ctx context.Context, db *store.Store, run int64) error {
	for removed := sweepBatch; removed == sweepBatch; {
		err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			ids, err := tx.Client().Finding.Query().Where(finding.ImportRunID(run)).Limit(sweepBatch).IDs(ctx)
			if err != nil {
				return err
			}
			removed = len(ids)
			_, err = tx.Client().Finding.Delete().Where(finding.IDIn(ids...)).Exec(ctx)
			return err
		})
		if err != nil {
			return fmt.Errorf("remove old findings: %w", err)
		}
	}
	return nil
}

// expired returns the runs, newest first, whose findings are too old.
func expired(rows []*ent.ImportRun, now clock.Instant) []int64 {
	var old []int64
	ofSystem := map[string]int{}
	for _, row := range rows {
		ofSystem[row.SystemCode]++
		if ofSystem[row.SystemCode] > keepRuns || row.StartedAt.Add(keepFindings) < now {
			old = append(old, row.ID)
		}
	}
	return old
}

// interruptSilent ends the runs whose process has ended without a word.
func interruptSilent(ctx context.Context, tx store.Tx, now clock.Instant) error {
	return tx.Client().ImportRun.Update().Where(entrun.StateEQ(vocabulary.ImportRunStateRunning),
		entrun.SeenAtLT(now.Add(-silentFor))).SetState(vocabulary.ImportRunStateInterrupted).Exec(ctx)
}

// StateAt returns the state of a run at a moment: one that is stored as running, and has noted nothing for two
// minutes, is interrupted.
func StateAt(stored vocabulary.ImportRunState, seen, now clock.Instant) vocabulary.ImportRunState {
	if stored == vocabulary.ImportRunStateRunning && seen.Add(silentFor) < now {
		return vocabulary.ImportRunStateInterrupted
	}
	return stored
}
