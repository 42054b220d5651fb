package entitlement

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/ledgerentry"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Amounts are the amounts of a line item on a day, in base units. Excess is the part of Used that Granted and Overdraft do not cover.
type Amounts struct {
	Unlimited                        bool
	Granted, Overdraft, Excess, Used int64
}

// Free returns how many base units are still available; 0 if more is in use than is allowed. Excess only covers existing use and
// allows no new one.
func (a Amounts) Free() int64 {
	return max(0, a.Granted+a.Overdraft+a.Excess-a.Used)
}

// AmountsOn returns the amounts of lines on a day, in the order of lines. stored holds their amounts of today.
// For another day, Granted and Overdraft come from the periods. Used and Excess on a past day are the sums of the
// ledger entries up to and including that day. On a future day Used is that of today, and Excess is computed from it. It runs one
// statement for a future day and two for a past day, regardless of the number of lines.
func AmountsOn(
	ctx context.Context, v *page.View, on, today day.Day, lines []int64, stored []Amounts,
) ([]Amounts, error) {
	if on == today || len(lines) == 0 {
		return stored, nil
	}
	at := make(map[int64]*Facts, len(lines))
	for _, id := range lines {
		at[id] = &Facts{}
	}
	if err := addPeriods(ctx, v, lines, at); err != nil {
		return nil, err
	}
	var until map[int64]use
	if on < today {
		var err error
		if until, err = useUntil(ctx, v, lines, on); err != nil {
			return nil, err
		}
	}
	out := make([]Amounts, len(lines))
	for i, id := range lines {
		s := Summarize(at[id].Periods, on)
		out[i] = Amounts{Unlimited: s.Unlimited, Granted: s.Granted, Overdraft: s.Overdraft}
		if on < today {
			out[i].Used, out[i].Excess = until[id].used, until[id].excess
		} else {
			out[i].Used = stored[i].Used
			out[i].Excess = s.Excess(out[i].Used)
		}
	}
	return out, nil
}

// use is how much of a line is in use, in base units, and how much of that is excess.
type use struct{ used, excess int64 }

// useUntil sums the ledgers of lines up to and including a day. It returns quantity.ErrRange if a sum does not fit into 64 bits,
// which happens only if a ledger contradicts its line.
func useUntil(ctx context.Context, v *page.View, lines []int64, on day.Day) (map[int64]use, error) {
	var found []struct {
		Line       int64 `sql:"line"`
		UsedHigh   int64 `sql:"used_high"`
		UsedLow    int64 `sql:"used_low"`
		ExcessHigh int64 `sql:"excess_high"`
		ExcessLow  int64 `sql:"excess_low"`
	}
	err := v.Scan(ctx, ledgerentry.Table, func(q *page.Query) {
		q.Select(sql.As(q.C(ledgerentry.FieldLineItemID), "line")).
			SelectSum(usedOf(q), "used").SelectSum(q.C(ledgerentry.FieldExcess), "excess").
			Where(sql.And(q.In(q.C(ledgerentry.FieldLineItemID), lines), sql.LTE(q.C(ledgerentry.FieldEffectiveOn), int64(on)))).
			GroupBy(q.C(ledgerentry.FieldLineItemID))
	}, &found)
	if err != nil {
		return nil, err
	}
	out := make(map[int64]use, len(found))
	for _, f := range found {
		used, excess := page.Sum(f.UsedHigh, f.UsedLow), page.Sum(f.ExcessHigh, f.ExcessLow)
		if !used.IsInt64() || !excess.IsInt64() {
			return nil, fmt.Errorf("the ledger of line %d: %w", f.Line, quantity.ErrRange)
		}
		out[f.Line] = use{used.Int64(), excess.Int64()}
	}
	return out, nil
}

// usedKinds are the kinds of ledger entries that change the used amount; the others change the granted amount.
var usedKinds = []vocabulary.LedgerKind{vocabulary.LedgerKindActivate, vocabulary.LedgerKindReturn,
	vocabulary.LedgerKindAllocate, vocabulary.LedgerKindRelease}

// MovesUsed reports whether entries of a kind change the used amount; the others change the granted amount.
func MovesUsed(kind vocabulary.LedgerKind) bool {
	for _, k := range usedKinds {
		if k == kind {
			return true
		}
	}
	return false
}

// usedOf is the SQL expression for the change of the used amount by a ledger entry.
func usedOf(q *page.Query) string {
	kinds := ""
	for i, k := range usedKinds {
		if i > 0 {
			kinds += ", "
		}
		kinds += "'" + string(k) + "'"
	}
	return "CASE WHEN " + q.C(ledgerentry.FieldKind) + " IN (" + kinds + ") THEN " +
		q.C(ledgerentry.FieldAmount) + " ELSE 0 END"
}
