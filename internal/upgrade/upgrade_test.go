package upgrade_test

import (
	"context"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/upgrade"
)

// TestChainsThatDoNotVerifyAreReported seals an entry in the old form with a wrong hash.
func TestChainsThatDoNotVerifyAreReported(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		run := func() upgrade.Report {
			t.Helper()
			var told []upgrade.Progress
			report, err := upgrade.Run(t.Context(), db, clock.System,
				func(p upgrade.Progress) { told = append(told, p) })
			if err != nil || len(report.Done) > 0 || len(told) > 0 {
				t.Fatalf("%+v, %v, told %v, want len(Done) = 0 and len(told) = 0", report, err, told)
			}
			return report
		}
		if report := run(); len(report.Left) > 0 {
			t.Errorf("%+v, want none", report)
		}
		err := db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			return audit.Record(ctx, tx, 1, audit.Entry{Action: "addUser", Label: "ada"})
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := audit.Seal(t.Context(), db, 1); err != nil {
			t.Fatal(err)
		}
		err = db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Exec(ctx, "UPDATE audit_seals SET form = 1")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			report := run()
			if len(report.Left) != 1 || !strings.Contains(report.Left[0], "position 1 of the producer's chain") {
				t.Errorf(`%+v, want len(Left) = 1 and Left[0] with "position 1 of the producer's chain"`, report)
			}
		}
	})
}
