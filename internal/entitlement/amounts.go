package entitlement

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/ledgerentry"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Amounts are what a line grants on a day, and how much of it is in use, in base units. Graced says that the periods
// grant it in grace alone; that is not known of what a line stores.
type Amounts struct {
	Unlimited                        bool
	Granted, Overdraft, Excess, Used int64
	Graced                           bool
}

// Free returns how many base units can still be put to use, if the line is ACTIVE; 0 if more is in use than is allowed.
// Excess covers what is in use already and allows nothing new, and grace is for devices that are known.
func (a Amounts) Free() int64 {
	if a.Graced {
		return 0
	}
	return max(0, a.Granted+a.Overdraft-a.Used)
}

// OverdraftUsed returns how much of the overdraft is in use: what is used beyond what is granted, at most the
// overdraft. It is 0 for a line without a limit.
func (a Amounts) OverdraftUsed() int64 {
	if a.Unlimited {
		return 0
	}
	return min(a.Overdraft, max(0, a.Used-a.Granted))
}

// AmountsOn returns the amounts of lines on a day, in the order of lines. stored holds what each line stores today.
//
// Today's amounts are those that are stored, except of lines that are due. The periods say what is granted on another
// day. What was in use on a past day is the sum of the ledger up to that day; on a day to come it is what is in use
// today. Excess is what of it does not fit. Lines that are due are judged in the same way. It takes no statement for
// today, or one if a line is due, one for a day to come and two for a past day, however many lines there are.
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
	var until map[int64]int64
	if on < today {
		if until, err = usedUntil(ctx, v, judged, on); err != nil {
			return nil, err
		}
	}
	for i, id := range lines {
		if at[id] == nil || on == today && !stored[i].Due(today) {
			continue
		}
		s := Summarize(at[id].Periods, on)
		used := stored[i].Used
		if on < today {
			used = until[id]
		}
		out[i] = s.amounts(used)
	}
	return out, nil
}

// amounts are those of a line of which so much is in use.
func (s Summary) amounts(used int64) Amounts {
	return Amounts{s.Unlimited, s.Granted, s.Overdraft, s.Excess(used), used, s.Graced}
}

// AreActive tells which lines are ACTIVE on a day, in the order of their ids and with one statement. Of the others,
// nothing is free: they cannot be used, or are in grace, which serves no new device.
func AreActive(ctx context.Context, v *page.View, on day.Day, lines []int64) ([]bool, error) {
	out := make([]bool, len(lines))
	if len(lines) == 0 {
		return out, nil
	}
	var found []struct {
		ID int64 `sql:"id"`
	}
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) {
		q.Select(q.C(lineitem.FieldID)).Where(q.In(q.C(lineitem.FieldID), lines)).Where(linesActive(q, on))
	}, &found)
	if err != nil {
		return nil, err
	}
	active := make(map[int64]bool, len(found))
	for _, f := range found {
		active[f.ID] = true
	}
	for i, id := range lines {
		out[i] = active[id]
	}
	return out, nil
}

// usedUntil sums the entries of the ledgers of lines up to a day that meet the conditions. It returns quantity.ErrRange
// for a sum that passes 64 bits, as none does of a ledger that agrees with its line.
func usedUntil(ctx context.Context, v *page.View, lines []int64, on day.Day,
	conditions ...func(*page.Query) *sql.Predicate) (map[int64]int64, error) {
	var found []struct {
		Line int64 `sql:"line"`
		High int64 `sql:"used_high"`
		Low  int64 `sql:"used_low"`
	}
	err := v.Scan(ctx, ledgerentry.Table, func(q *page.Query) {
		q.Select(sql.As(q.C(ledgerentry.FieldLineItemID), "line")).SelectSum(usedOf(q.C), "used").
			Where(sql.And(q.In(q.C(ledgerentry.FieldLineItemID), lines),
				sql.LTE(q.C(ledgerentry.FieldEffectiveOn), int64(on)))).
			GroupBy(q.C(ledgerentry.FieldLineItemID))
		for _, condition := range conditions {
			q.Where(condition(q))
		}
	}, &found)
	if err != nil {
		return nil, err
	}
	out := make(map[int64]int64, len(found))
	for _, f := range found {
		used := page.Sum(f.High, f.Low)
		if !used.IsInt64() {
			return nil, fmt.Errorf("the ledger of line %d: %w", f.Line, quantity.ErrRange)
		}
		out[f.Line] = used.Int64()
	}
	return out, nil
}

// usedKinds are the kinds of entries that change the used count; the others change the granted count.
var usedKinds = []vocabulary.LedgerKind{vocabulary.LedgerKindActivate, vocabulary.LedgerKindReturn,
	vocabulary.LedgerKindAllocate, vocabulary.LedgerKindRelease}

// MovesUsed reports whether entries of a kind change the used count; the others change the granted count.
func MovesUsed(kind vocabulary.LedgerKind) bool {
	return slices.Contains(usedKinds, kind)
}

// usedOf returns the SQL expression for the amount by which an entry changes the used count.
func usedOf(column func(string) string) string {
	kinds := ""
	for i, k := range usedKinds {
		if i > 0 {
			kinds += ", "
		}
		kinds += "'" + string(k) + "'"
	}
	return "CASE WHEN " + column(ledgerentry.FieldKind) + " IN (" + kinds + ") THEN " +
		column(ledgerentry.FieldAmount) + " ELSE 0 END"
}
