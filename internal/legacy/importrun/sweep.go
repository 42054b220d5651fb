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
)

// Sweep removes the findings of runs that began more than 90 days ago, and of all but the ten newest runs of each
// system. The runs stay, with their counts. It returns the number of runs whose findings were removed.
func Sweep(ctx context.Context, db *store.Store, now clock.Instant) (int, error) {
	var old []int64
	err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		rows, err := tx.Client().ImportRun.Query().Where(entrun.FindingsRemovedAtIsNil()).
			Order(entrun.ByID(sql.OrderDesc())).
			Select(entrun.FieldID, entrun.FieldSystemCode, entrun.FieldStartedAt).All(ctx)
		if err != nil {
			return err
		}
		old = expired(rows, now)
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("look for old findings: %w", err)
	}
	for _, id := range old {
		err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			if _, err := tx.Client().Finding.Delete().Where(finding.ImportRunID(id)).Exec(ctx); err != nil {
				return err
			}
			return tx.Client().ImportRun.UpdateOneID(id).SetFindingsRemovedAt(now).Exec(ctx)
		})
		if err != nil {
			return 0, fmt.Errorf("remove old findings: %w", err)
		}
	}
	return len(old), nil
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
		entrun.SeenAtLT(now.Add(-SilentFor))).SetState(vocabulary.ImportRunStateInterrupted).Exec(ctx)
}

// StateAt returns the state of a run at a moment: one that is stored as running, and has noted nothing for two
// minutes, is interrupted.
func StateAt(stored vocabulary.ImportRunState, seen, now clock.Instant) vocabulary.ImportRunState {
	if stored == vocabulary.ImportRunStateRunning && seen.Add(SilentFor) < now {
		return vocabulary.ImportRunStateInterrupted
	}
	return stored
}
