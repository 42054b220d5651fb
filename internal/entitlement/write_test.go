package entitlement_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/ledgerentry"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

var added = entitlement.Cause{Kind: vocabulary.LedgerKindAdjust, Author: entitlement.Author{Name: "a test"},
	Text: "a period was added"}

// addPeriod adds a period to a line in the transaction of a change.
func addPeriod(ctx context.Context, tx store.Tx, account, line gid.ID, first, last day.Day, quantity int64) error {
	now := clock.At(fixture.Today.Time())
	return tx.Client().Period.Create().SetID(gid.New(gid.Period, account.Locality())).SetAccountID(account).
		SetLineItemID(line).SetTerm(vocabulary.TermSubscription).SetStartRule(vocabulary.StartRuleFixed).
		SetStartsOn(first).SetEndsOn(last).SetPerpetual(false).SetUnlimited(false).SetQuantity(quantity).
		SetOverdraft(0).SetCreatedAt(now).SetRankedAt(now).SetUpdatedAt(now).Exec(ctx)
}

// Many changes of overlapping lines at once: none fails, and at the end each line is what its periods say, and its
// ledger adds up to it.
func TestSettleOfOverlappingLinesAtOnce(t *testing.T) {
	const lines, writers, rounds = 12, 64, 3
	database.Each(t, func(t *testing.T, s *store.Store) {
		var account gid.ID
		var all []gid.ID
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			account = f.Account("busy")
			header := f.Entitlement(account, "header")
			for n := range lines {
				all = append(all, f.Line(account, header, f.Seat, fmt.Sprint("line ", n), 0))
			}
		})
		ctx := database.Operator(t)
		// Something of each line is in use, so that less becomes excess.
		if err := s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			for _, line := range all {
				if err := addPeriod(ctx, tx, account, line, fixture.Today-9, fixture.Today+90, 20); err != nil {
					return err
				}
			}
			return entitlement.Settle(ctx, tx, all, fixture.Today, clock.At(fixture.Today.Time()), added)
		}); err != nil {
			t.Fatal(err)
		}
		if err := s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			return tx.Client().LineItem.Update().SetUsed(15).Exec(ctx)
		}); err != nil {
			t.Fatal(err)
		}
		var running sync.WaitGroup
		for writer := range writers {
			running.Go(func() {
				random := rand.New(rand.NewPCG(1, uint64(writer)))
				for range rounds {
					err := s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
						some := slices.Clone(all)
						random.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
						some = some[:1+random.IntN(4)]
						if _, err := entitlement.LockLines(ctx, tx, some); err != nil {
							return err
						}
						first := fixture.Today - day.Day(random.IntN(20))
						for _, line := range some {
							if err := addPeriod(ctx, tx, account, line, first, first+day.Day(random.IntN(40)),
								int64(random.IntN(30))); err != nil {
								return err
							}
						}
						return entitlement.Settle(ctx, tx, some, fixture.Today, clock.At(fixture.Today.Time()), added)
					})
					if err != nil {
						t.Errorf("writer %d: %v", writer, err)
					}
				}
			})
		}
		running.Wait()
		for _, line := range all {
			checkSettled(ctx, t, s, line)
		}
	})
}

// checkSettled compares what a line stores with its periods and with its ledger.
func checkSettled(ctx context.Context, t *testing.T, s *store.Store, id gid.ID) {
	t.Helper()
	line, err := s.Client().LineItem.Query().Where(lineitem.ID(id)).Only(ctx)
	if err != nil {
		t.Fatal(err)
	}
	periods, err := s.Client().Period.Query().Where(period.LineItemID(id)).All(ctx)
	if err != nil {
		t.Fatal(err)
	}
	facts := make([]entitlement.PeriodFact, len(periods))
	for i, p := range periods {
		facts[i] = entitlement.FactOf(p, nil)
	}
	want := entitlement.Summarize(facts, fixture.Today)
	if line.Granted != want.Granted || line.Excess != want.Excess(line.Used) || line.EndsOn != want.EndsOn {
		t.Errorf("%s grants %d with excess %d until %s, its periods %d with %d until %s", id, line.Granted, line.Excess,
			line.EndsOn, want.Granted, want.Excess(line.Used), want.EndsOn)
	}
	entries, err := s.Client().LedgerEntry.Query().Where(ledgerentry.LineItemID(id)).All(ctx)
	if err != nil {
		t.Fatal(err)
	}
	granted, excess := sums(entries)
	if granted != line.Granted || excess != line.Excess {
		t.Errorf("%s grants %d with excess %d, its ledger %d with %d", id, line.Granted, line.Excess, granted, excess)
	}
}

func sums(entries []*ent.LedgerEntry) (granted, excess int64) {
	for _, e := range entries {
		excess += e.Excess
		if !entitlement.MovesUsed(e.Kind) {
			granted += e.Amount
		}
	}
	return granted, excess
}

// A line that does not exist is left out, and one whose counts do not move gets no entry.
func TestSettleOfWhatIsSettled(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		var account, line gid.ID
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			account = f.Account("quiet")
			line = f.Line(account, f.Entitlement(account, "header"), f.Seat, "line", 0)
		})
		ctx := database.Operator(t)
		on := fixture.Today - 3
		cause := added
		cause.On, cause.Subject = &on, line
		for range 2 {
			if err := s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
				if err := addPeriod(ctx, tx, account, line, fixture.Today-9, fixture.Today, 7); err != nil {
					return err
				}
				return entitlement.Settle(ctx, tx, []gid.ID{gid.New(gid.LineItem, 1), line}, fixture.Today,
					clock.At(fixture.Today.Time()), cause)
			}); err != nil {
				t.Fatal(err)
			}
		}
		entries, err := s.Client().LedgerEntry.Query().Where(ledgerentry.LineItemID(line)).All(ctx)
		if err != nil || len(entries) != 1 || entries[0].Amount != 7 || entries[0].EffectiveOn != on ||
			entries[0].SubjectID == nil || *entries[0].SubjectID != line || entries[0].Actor != added.Author.Name {
			t.Errorf("the ledger has %+v, %v, want one entry of 7 from %s", entries, err, on)
		}
	})
}
