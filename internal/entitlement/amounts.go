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

// Amounts are what a line grants on a day, and how much of it is in use, in base units.
type Amounts struct {
	Unlimited                        bool
	Granted, Overdraft, Excess, Used int64
}

// Free returns how many base units can still be put to use; 0 if more is in use than is allowed. Excess covers what is
// in use already and allows nothing new.
func (a Amounts) Free() int64 {
	return max(0, a.Granted+a.Overdraft+a.Excess-a.Used)
}

// AmountsOn returns the amounts of lines on a day, in the order of lines. stored holds what each line stores today.
//
// For today it returns the stored amounts, except for lines that are due. For a due line and for any other day, the
// granted amount comes from the periods. On a past day, the used amount and the excess are the sums of the ledger up
// to that day. On a future day, and for a due line, the used amount is that of today, and the part that does not fit
// is excess. The number of statements does not depend on the number of lines: for today one if a line is due and none
// otherwise, for a future day one, for a past day two.
func AmountsOn(
	ctx context.Context, v *page.View, on, today day.Day, lines []int64, stored []Stored,
) ([]Amounts, error) {
	out := make([]Amounts, len(lines))
	judged := make([]int64, 0, len(lines))
	for i, s := range stored {
		if on == today && !s.Due(today) {
			out[i] = s.Amounts
		} else {
			judged = append(judged, lines[i])
		}
	}
	if len(judged) == 0 {
		return out, nil
	}
	at, err := periodsOf(ctx, v, judged)
	if err != nil {
		return nil, err
	}
	var until map[int64]use
	if on < today {
		if until, err = useUntil(ctx, v, judged, on); err != nil {
			return nil, err
		}
	}
	for i, id := range lines {
		if at[id] == nil || on == today && !stored[i].Due(today) {
			continue
		}
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

// use is how much of a line is in use, and how much of that is excess.
type use struct{ used, excess int64 }

// useUntil sums the ledgers of lines up to a day, that day included. It returns quantity.ErrRange if a sum does not
// fit into 64 bits; that happens only if a ledger does not agree with its line.
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
			Where(sql.And(q.In(q.C(ledgerentry.FieldLineItemID), lines),
				sql.LTE(q.C(ledgerentry.FieldEffectiveOn), int64(on)))).
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

// usedKinds are the kinds of entries that change the used count; the others change the granted count.
var usedKinds = []vocabulary.LedgerKind{vocabulary.LedgerKindActivate, vocabulary.LedgerKindReturn,
	vocabulary.LedgerKindAllocate, vocabulary.LedgerKindRelease}

// MovesUsed reports whether entries of a kind change the used count; the others change the granted count.
func MovesUsed(kind vocabulary.LedgerKind) bool {
	for _, k := range usedKinds {
		if k == kind {
			return true
		}
	}
	return false
}

// usedOf returns the SQL expression for the amount by which an entry changes the used count.
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
