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

// AmountsOn returns the amounts of lines on a day, in the order of their ids. stored is what they store today.
//
// Today's amounts are those that are stored, except of lines that are due. The periods say what is granted on another
// day. What was in use, and its excess, on a past day is the sum of the ledger up to that day; on a day to come use is
// that of today, and what does not fit is excess. So are lines judged that are due. It takes one statement for today
// if a line is due and none otherwise, one for a day to come and two for a past day, however many lines there are.
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

// useUntil sums the ledgers of lines up to a day. It returns quantity.ErrRange for a sum that passes 64 bits, as none
// does of a ledger that agrees with its line.
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

// movers are the kinds of entries that move the used count; the others move the granted count.
var movers = []vocabulary.LedgerKind{vocabulary.LedgerKindActivate, vocabulary.LedgerKindReturn,
	vocabulary.LedgerKindAllocate, vocabulary.LedgerKindRelease}

// MovesUsed tells whether entries of a kind move the used count; the others move the granted count.
func MovesUsed(kind vocabulary.LedgerKind) bool {
	for _, k := range movers {
		if k == kind {
			return true
		}
	}
	return false
}

// usedOf is the expression for how far an entry moves the used count.
func usedOf(q *page.Query) string {
	kinds := ""
	for i, k := range movers {
		if i > 0 {
			kinds += ", "
		}
		kinds += "'" + string(k) + "'"
	}
	return "CASE WHEN " + q.C(ledgerentry.FieldKind) + " IN (" + kinds + ") THEN " +
		q.C(ledgerentry.FieldAmount) + " ELSE 0 END"
}
