package entitlement_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/ledgerentry"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
)

// TestSweepSettlesEveryLineThatIsDue has more lines than one transaction settles.
func TestSweepSettlesEveryLineThatIsDue(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		const due = 203
		var first gid.ID
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			account := f.Account("swept")
			header := f.Entitlement(account, "header")
			for n := range due + 1 {
				line := f.Line(account, header, f.Seat, fmt.Sprint("line ", n), 5)
				begin, end := fixture.Today, fixture.Today+9
				update := f.Client().LineItem.UpdateOneID(line).SetUsed(4).SetInForceUntil(fixture.Today - 1)
				if n == 0 {
					first = line
				}
				if n == due { // this line is already settled
					update = f.Client().LineItem.UpdateOneID(line).SetInForceUntil(end)
				}
				if err := update.Exec(f.Context()); err != nil {
					t.Fatal(err)
				}
				if err := f.Period(account, line, &begin, &end, 3).Exec(f.Context()); err != nil {
					t.Fatal(err)
				}
			}
		})
		ctx := database.Operator(t)
		for _, want := range []int{due, 0} {
			n, err := entitlement.Sweep(ctx, s, fixture.Today, clock.Freeze(clock.At(fixture.Today.Time())).Now)
			if n != want || err != nil {
				t.Fatalf("settled %d lines, %v; want %d", n, err, want)
			}
		}
		line, err := s.Client().LineItem.Get(ctx, first)
		if err != nil {
			t.Fatal(err)
		}
		type amounts struct {
			Granted, Used, Excess int64
			Until                 day.Day
		}
		got := amounts{line.Granted, line.Used, line.Excess, *line.InForceUntil}
		if diff := cmp.Diff(amounts{3, 4, 1, fixture.Today + 9}, got); diff != "" {
			t.Errorf("the line (-want, +got):\n%s", diff)
		}
		steps, err := s.Client().LedgerEntry.Query().Where(ledgerentry.LineItemID(first)).All(ctx)
		if err != nil || len(steps) != 1 || steps[0].Amount != -2 || steps[0].Excess != 1 ||
			steps[0].EffectiveOn != fixture.Today {
			t.Errorf("the ledger holds %+v, %v, want len(steps) = 1, Amount = %v, Excess = 1 and EffectiveOn = %v",
				steps, err, -2, fixture.Today)
		}
	})
}
