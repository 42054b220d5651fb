package entitlement

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/store"
)

// applied returns a line as it is if the summary of its periods on a day is stored in it. The line itself stays as it
// is.
func (s Summary) applied(line *ent.LineItem, today day.Day, now clock.Instant) *ent.LineItem {
	settled := *line
	settled.Unlimited, settled.Granted, settled.Overdraft = s.Unlimited, s.Granted, s.Overdraft
	settled.Excess, settled.SettledOn = s.Excess(line.Used), today
	settled.StartsOn, settled.EndsOn = s.StartsOn, s.EndsOn
	settled.InForceUntil, settled.NextStartsOn, settled.GraceUntil = s.InForceUntil, s.NextStartsOn, s.GraceUntil
	settled.UpdatedAt = clock.Later(line.UpdatedAt, now)
	return &settled
}

// linesAtOnce is how many lines one statement changes. More do not make it faster, and a statement has at most 32,766
// parameters on SQLite.
const linesAtOnce = 100

// saveLines stores lines as they are after they were settled. before are the same lines as they were. The statement
// changes a line only if its counts are those from which the ledger entry is computed: a change of counts that took no
// lock would else make line and ledger differ, and is found here.
func saveLines(ctx context.Context, tx store.Tx, before, after []*ent.LineItem) error {
	for first := 0; first < len(after); first += linesAtOnce {
		end := min(first+linesAtOnce, len(after))
		var values []any
		for i, line := range after[first:end] {
			was := before[first+i]
			values = append(values, int64(line.ID), was.Granted, was.Used, was.Excess, line.Granted, line.Overdraft,
				line.Excess, int64(line.SettledOn), int64(line.EndsOn), dayOrNull(line.StartsOn),
				dayOrNull(line.InForceUntil), dayOrNull(line.NextStartsOn), int64(line.UpdatedAt),
				dayOrNull(line.GraceUntil), line.Unlimited)
		}
		result, err := tx.Exec(ctx, saveStatement(end-first), values...)
		if err != nil {
			return fmt.Errorf("settle line items: %w", err)
		}
		n, err := result.RowsAffected()
		if err != nil {
			return fmt.Errorf("settle line items: %w", err)
		}
		if n != int64(end-first) {
			return fmt.Errorf("settle line items: the counts of %d changed although they are locked",
				int64(end-first)-n)
		}
	}
	return nil
}

// saveStatement returns the statement that stores so many lines. PostgreSQL learns the types of the columns from the
// first row.
func saveStatement(rows int) string {
	typed := strings.Repeat("CAST(? AS bigint), ", 14) + "CAST(? AS boolean)"
	list := slices.Repeat([]string{"(" + strings.Repeat("?, ", 14) + "?)"}, rows)
	list[0] = "(" + typed + ")"
	return "UPDATE line_items SET granted = v.column5, overdraft = v.column6, excess = v.column7, " +
		"settled_on = v.column8, ends_on = v.column9, starts_on = v.column10, in_force_until = v.column11, " +
		"next_starts_on = v.column12, updated_at = v.column13, grace_until = v.column14, unlimited = v.column15 " +
		"FROM (VALUES " + strings.Join(list, ", ") + ") AS v WHERE line_items.id = v.column1 " +
		"AND line_items.granted = v.column2 AND line_items.used = v.column3 AND line_items.excess = v.column4"
}

func dayOrNull(d *day.Day) any {
	if d == nil {
		return nil
	}
	return int64(*d)
}
