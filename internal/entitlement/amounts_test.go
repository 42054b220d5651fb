package entitlement_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

// history is a randomly generated line for the property test below: the entries of its ledger, and two periods.
type history struct {
	entries       []entry
	first, second int64
	change, end   int
	unlimited     bool
}

type entry struct {
	kind           vocabulary.LedgerKind
	amount, excess int64
	on             int // days before today, or 0
}

func drawHistory(t *rapid.T) history {
	h := history{first: rapid.Int64Range(0, 50).Draw(t, "first"), second: rapid.Int64Range(0, 50).Draw(t, "second"),
		change: rapid.IntRange(-20, 20).Draw(t, "change"), end: rapid.IntRange(21, 60).Draw(t, "end"),
		unlimited: rapid.IntRange(0, 9).Draw(t, "unlimited") == 0}
	kinds := vocabulary.LedgerKind("").Values()
	for range rapid.IntRange(0, 12).Draw(t, "entries") {
		h.entries = append(h.entries, entry{vocabulary.LedgerKind(rapid.SampledFrom(kinds).Draw(t, "kind")),
			rapid.Int64Range(0, 40).Draw(t, "amount"), rapid.Int64Range(0, 3).Draw(t, "excess"),
			-rapid.IntRange(0, 30).Draw(t, "on")})
	}
	return h
}

// on is a simple implementation of AmountsOn: the amounts of the line, a number of days from today.
func (h history) on(offset int) (a entitlement.Amounts) {
	switch {
	case offset < -30 || offset > h.end:
	case offset < h.change:
		a.Granted = h.first
	default:
		a.Granted, a.Unlimited = h.second, h.unlimited
	}
	for _, e := range h.entries {
		if e.on > offset {
			continue
		}
		switch e.kind {
		case vocabulary.LedgerKindActivate, vocabulary.LedgerKindReturn, vocabulary.LedgerKindAllocate,
			vocabulary.LedgerKindRelease:
			a.Used += e.amount
		}
	}
	if !a.Unlimited {
		a.Excess = max(0, a.Used-a.Granted)
	}
	return a
}

func (h history) write(t *testing.T, f *fixture.Fixture, account gid.ID, name string) gid.ID {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	line := f.Line(account, f.Entitlement(account, name), f.Seat, name, 0)
	begin, change, end := fixture.Today-30, fixture.Today+day.Day(h.change), fixture.Today+day.Day(h.end)
	must(f.Period(account, line, &begin, &end, h.first).Exec(f.Context()))
	must(f.Period(account, line, &change, &end, h.second).SetUnlimited(h.unlimited).Exec(f.Context()))
	now := h.on(0)
	must(f.Client().LineItem.UpdateOneID(line).SetUsed(now.Used).SetExcess(now.Excess).SetGranted(now.Granted).
		SetOverdraft(now.Used).SetUnlimited(now.Unlimited).Exec(f.Context()))
	for _, e := range h.entries {
		must(f.Client().LedgerEntry.Create().SetAccountID(account).SetLineItemID(line).SetKind(e.kind).
			SetAmount(e.amount).
			SetExcess(e.excess).SetEffectiveOn(fixture.Today + day.Day(e.on)).SetRecordedAt(0).SetActor("somebody").
			Exec(f.Context()))
	}
	return line
}

// The used amount of a past day is the sum of the ledger, and that of today is the one that the line stores.
func TestAmountsFollowLedgerAndPeriods(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		var histories []history
		var lines []int64
		var stored []entitlement.Stored
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			account := f.Account("counted")
			generator := rapid.Custom(drawHistory)
			for n := range 200 {
				h := generator.Example(n)
				histories, lines = append(histories, h),
					append(lines, int64(h.write(t, f, account, fmt.Sprint("line ", n))))
				stored = append(stored, entitlement.Stored{Amounts: h.on(0)})
			}
		})
		ask := func(on, today int) (amounts []entitlement.Amounts) {
			database.View(t, s, store.Everything(), func(v *page.View) (err error) {
				amounts, err = entitlement.AmountsOn(t.Context(), v, fixture.Today+day.Day(on),
					fixture.Today+day.Day(today),
					lines, stored)
				return err
			})
			return amounts
		}
		for offset := -40; offset <= 70; offset += 3 {
			var want []entitlement.Amounts
			for _, h := range histories {
				want = append(want, h.on(offset))
			}
			if diff := cmp.Diff(want, ask(offset, 0)); diff != "" {
				t.Errorf("%d days from today (model -, amounts +):\n%s", offset, diff)
			}
		}
		now := make([]entitlement.Amounts, len(stored))
		for i := range stored {
			now[i] = stored[i].Amounts
		}
		if diff := cmp.Diff(now, ask(0, 1)); diff != "" {
			t.Errorf("tomorrow the ledger says of today (stored -, ledger +):\n%s", diff)
		}
	})
}
