package doctor_test

import (
	"context"
	"sync"
	"testing"

	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// amended is a line with one period and no use: what that grants is what the line and its ledger say.
const amended = `SELECT MIN(l.id) FROM line_items l JOIN periods p ON p.line_item_id = l.id
	WHERE NOT l.unlimited AND l.used = 0 AND l.granted > 0 AND l.granted = p.quantity AND NOT p.decided
		AND 1 = (SELECT count(*) FROM periods o WHERE o.line_item_id = l.id)`

// amendments amends that line again and again, each time in one transaction, until ctx ends. It calls begun after the
// first time.
func amendments(ctx context.Context, db *store.Store, begun func()) error {
	begin := sync.OnceFunc(begun)
	defer begin()
	for by := int64(1); ctx.Err() == nil; by = -by {
		err := db.Write(context.WithoutCancel(ctx), func(ctx context.Context, tx store.Tx) error {
			var line int64
			if err := tx.QueryRow(ctx, amended, nil, &line); err != nil {
				return err
			}
			for _, statement := range []string{
				"UPDATE periods SET quantity = quantity + ? WHERE line_item_id = ?",
				"UPDATE line_items SET granted = granted + ? WHERE id = ?",
				"UPDATE ledger_entries SET amount = amount + ? WHERE line_item_id = ? AND kind = 'OPEN'",
			} {
				if _, err := tx.Exec(ctx, statement, by, line); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		begin()
	}
	return nil
}

// TestWritesMeanwhileBreakNothing checks a database that is written to all the time: what is compared is of one state.
func TestWritesMeanwhileBreakNothing(t *testing.T) {
	const checks = 8
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		db := filled(t, config)
		ctx, stop := context.WithCancel(database.Operator(t))
		begun, written := make(chan struct{}), make(chan error, 1)
		go func() { written <- amendments(ctx, db, func() { close(begun) }) }()
		<-begun
		for range checks {
			report, err := doctor.Check(ctx, db)
			if err != nil {
				t.Fatal(err)
			}
			if !report.Healthy() {
				t.Errorf("broken are %v", report.Broken())
			}
		}
		stop()
		if err := <-written; err != nil {
			t.Fatal(err)
		}
		if rules := broken(t, db); len(rules) != 0 {
			t.Errorf("broken at the end: %v", rules)
		}
	})
}
