package doctor

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/big"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// lineBatch is the number of lines that are compared at a time.
const lineBatch = 2000

// line is a line item with all data from which its redundant columns are derived.
type line struct {
	id                                int64
	unlimited                         bool
	granted, overdraft, excess, used  int64
	settledOn, endsOn                 day.Day
	startsOn, inForceUntil, nextStart *day.Day
	graceUntil                        *day.Day
	periods                           []entitlement.PeriodFact
	ledgerGranted, ledgerUsed         big.Int
	ledgerExcess, held                big.Int
}

// lines compares every line with its ledger, its uses and its periods, in batches. Sums are exact:
// a sum that overflows 64 bits is a breach, and does not make the check fail.
func (c *checker) lines(ctx context.Context) error {
	granted, used, excess := &Finding{Rule: LedgerGranted}, &Finding{Rule: LedgerUsed}, &Finding{Rule: LedgerExcess}
	uses, count, summary := &Finding{Rule: Uses}, &Finding{Rule: Count}, &Finding{Rule: Summary}
	defer func() { c.close(granted, used, excess, uses, count, summary) }()
	for after := int64(0); ; {
		var batch []*line
		err := c.together(ctx, func() (err error) {
			batch, err = c.readLines(ctx, after)
			return err
		})
		if err != nil {
			return err
		}
		if len(batch) == 0 {
			return nil
		}
		for _, l := range batch {
			after = l.id
			for _, f := range []*Finding{granted, used, excess, uses, count, summary} {
				f.Checked++
			}
			name := gid.ID(l.id).String()
			differ(granted, name, "granted", l.granted, &l.ledgerGranted, "the ledger")
			differ(used, name, "used", l.used, &l.ledgerUsed, "the ledger")
			differ(excess, name, "excess", l.excess, &l.ledgerExcess, "the ledger")
			differ(uses, name, "used", l.used, &l.held, "activations and allocations")
			if !l.unlimited && !withinLimit(l) {
				count.add(name, "used is %d, of %d granted, %d overdraft and %d excess", l.used, l.granted,
					l.overdraft, l.excess)
			}
			l.checkSummary(summary, name)
		}
	}
}

func withinLimit(l *line) bool {
	limit := new(big.Int).Add(big.NewInt(l.granted), big.NewInt(l.overdraft))
	limit.Add(limit, big.NewInt(l.excess))
	return big.NewInt(l.used).Cmp(limit) <= 0
}

func differ(f *Finding, id, column string, have int64, want *big.Int, where string) {
	if big.NewInt(have).Cmp(want) != 0 {
		f.add(id, "%s is %d, %s says %s", column, have, where, want)
	}
}

// checkSummary compares the line with its periods on the day settled_on, because the line may be due to be settled
// again.
func (l *line) checkSummary(f *Finding, name string) {
	want := entitlement.Summarize(l.periods, l.settledOn)
	switch {
	case l.unlimited != want.Unlimited || l.granted != want.Granted || l.overdraft != want.Overdraft:
		f.add(name, "on %s the periods grant %s, the line says %s", l.settledOn,
			grant(want.Unlimited, want.Granted, want.Overdraft), grant(l.unlimited, l.granted, l.overdraft))
	case text(l.startsOn) != text(want.StartsOn) || l.endsOn != want.EndsOn:
		f.add(name, "the periods run from %s to %s, the line says %s to %s", text(want.StartsOn), want.EndsOn,
			text(l.startsOn), l.endsOn)
	case text(l.graceUntil) != text(want.GraceUntil):
		f.add(name, "the periods have grace until %s, the line says %s", text(want.GraceUntil), text(l.graceUntil))
	case text(l.inForceUntil) != text(want.InForceUntil) || text(l.nextStart) != text(want.NextStartsOn):
		f.add(name, "on %s the periods are in force until %s and begin next on %s, the line says %s and %s",
			l.settledOn,
			text(want.InForceUntil), text(want.NextStartsOn), text(l.inForceUntil), text(l.nextStart))
	}
}

func grant(unlimited bool, granted, overdraft int64) string {
	if unlimited {
		return "without limit"
	}
	return fmt.Sprintf("%d and %d overdraft", granted, overdraft)
}

func text(d *day.Day) string {
	if d == nil {
		return "-"
	}
	return d.String()
}

func (c *checker) readLines(ctx context.Context, after int64) ([]*line, error) {
	var batch []*line
	byID := map[int64]*line{}
	err := c.query(ctx, func(rows *sql.Rows) error {
		l := &line{}
		var starts, until, next, grace sql.Null[day.Day]
		if err := rows.Scan(&l.id, &l.unlimited, &l.granted, &l.overdraft, &l.excess, &l.used, &l.settledOn, &l.endsOn,
			&starts, &until, &next, &grace); err != nil {
			return err
		}
		l.startsOn, l.inForceUntil, l.nextStart = pointer(starts), pointer(until), pointer(next)
		l.graceUntil = pointer(grace)
		batch = append(batch, l)
		byID[l.id] = l
		return nil
	}, `SELECT id, unlimited, granted, overdraft, excess, used, settled_on, ends_on, starts_on, in_force_until,
		next_starts_on, grace_until
		FROM line_items WHERE id > ? AND /*scope:account_id*/ ORDER BY id LIMIT ?`, after, lineBatch)
	if err != nil || len(batch) == 0 {
		return nil, err
	}
	last := batch[len(batch)-1].id
	return batch, errors.Join(c.readPeriods(ctx, byID, after, last), c.readDecisions(ctx, byID, after, last),
		c.readGraces(ctx, byID, after, last), c.readLedger(ctx, byID, after, last),
		c.readUses(ctx, byID, after, last))
}

func pointer(d sql.Null[day.Day]) *day.Day {
	if !d.Valid {
		return nil
	}
	return &d.V
}

func (c *checker) readPeriods(ctx context.Context, lines map[int64]*line, after, last int64) error {
	return c.query(ctx, func(rows *sql.Rows) error {
		var of int64
		var fact entitlement.PeriodFact
		var starts, ends sql.Null[day.Day]
		var quantity, renews sql.NullInt64
		if err := rows.Scan(&of, &fact.ID, &renews, &starts, &ends, &fact.Ranked, &fact.Perpetual, &fact.Unlimited,
			&quantity,
			&fact.Overdraft, &fact.GraceDays, &fact.Trial); err != nil {
			return err
		}
		fact.First, fact.Last, fact.Renews = pointer(starts), pointer(ends), gid.ID(renews.Int64)
		if quantity.Valid {
			fact.Quantity = &quantity.Int64
		}
		if l := lines[of]; l != nil {
			l.periods = append(l.periods, fact)
		}
		return nil
	}, `SELECT line_item_id, id, renews_id, starts_on, ends_on, ranked_at, perpetual, unlimited, quantity, overdraft,
			grace_days, term = 'TRIAL'
		FROM periods WHERE line_item_id > ? AND line_item_id <= ? AND /*scope:account_id*/`, after, last)
}

// readDecisions adds the decisions about the periods that readPeriods has read.
func (c *checker) readDecisions(ctx context.Context, lines map[int64]*line, after, last int64) error {
	return c.query(ctx, func(rows *sql.Rows) error {
		var of int64
		var subject gid.ID
		var d entitlement.Decided
		if err := rows.Scan(&of, &subject, &d.Kind, &d.First, &d.Last); err != nil {
			return err
		}
		l := lines[of]
		if l == nil {
			return nil
		}
		for i := range l.periods {
			if l.periods[i].ID == subject {
				l.periods[i].Decisions = append(l.periods[i].Decisions, d)
			}
		}
		return nil
	}, `SELECT p.line_item_id, p.id, d.kind, d.starts_on, d.ends_on
		FROM periods p JOIN decisions d ON d.subject_id = p.id
		WHERE p.line_item_id > ? AND p.line_item_id <= ? AND p.decided AND /*scope:p.account_id*/`, after, last)
}

// readGraces adds the decisions about lines that extend the periods that readPeriods has read.
func (c *checker) readGraces(ctx context.Context, lines map[int64]*line, after, last int64) error {
	return c.query(ctx, func(rows *sql.Rows) error {
		var of int64
		var d entitlement.Decided
		if err := rows.Scan(&of, &d.Kind, &d.First, &d.Last); err != nil {
			return err
		}
		l := lines[of]
		if l == nil {
			return nil
		}
		for i := range l.periods {
			l.periods[i].Graces = append(l.periods[i].Graces, d)
		}
		return nil
	}, `SELECT l.id, d.kind, d.starts_on, d.ends_on
		FROM line_items l JOIN decisions d ON d.subject_id = l.id AND d.kind = 'GRACE'
		WHERE l.id > ? AND l.id <= ? AND l.decided AND /*scope:l.account_id*/`, after, last)
}

func (c *checker) readLedger(ctx context.Context, lines map[int64]*line, after, last int64) error {
	return c.query(ctx, func(rows *sql.Rows) error {
		var of, amount, excess int64
		var kind vocabulary.LedgerKind
		if err := rows.Scan(&of, &kind, &amount, &excess); err != nil {
			return err
		}
		if l := lines[of]; l != nil {
			sum := &l.ledgerGranted
			if entitlement.MovesUsed(kind) {
				sum = &l.ledgerUsed
			}
			sum.Add(sum, big.NewInt(amount))
			l.ledgerExcess.Add(&l.ledgerExcess, big.NewInt(excess))
		}
		return nil
	},
		"SELECT line_item_id, kind, amount, excess FROM ledger_entries WHERE line_item_id > ? AND line_item_id <= "+
			"? AND /*scope:account_id*/",
		after, last)
}

func (c *checker) readUses(ctx context.Context, lines map[int64]*line, after, last int64) error {
	return c.query(ctx, func(rows *sql.Rows) error {
		var of, quantity int64
		if err := rows.Scan(&of, &quantity); err != nil {
			return err
		}
		if l := lines[of]; l != nil {
			l.held.Add(&l.held, big.NewInt(quantity))
		}
		return nil
	}, `SELECT line_item_id, quantity FROM activations
			WHERE line_item_id > ? AND line_item_id <= ? AND returned_on IS NULL AND /*scope:account_id*/
		UNION ALL SELECT line_item_id, quantity FROM allocations
			WHERE line_item_id > ? AND line_item_id <= ? AND /*scope:account_id*/`, after, last, after, last)
}

// useLedger compares what each activation and allocation holds with its own entries.
func (c *checker) useLedger(ctx context.Context) error {
	f := &Finding{Rule: UseLedger}
	defer func() { c.close(f) }()
	for _, table := range []struct{ name, holds string }{
		{"activations", "CASE WHEN u.returned_on IS NULL THEN u.quantity ELSE 0 END"}, {"allocations", "u.quantity"},
	} {
		err := c.query(ctx, func(rows *sql.Rows) error { return scanInto(rows, &f.Checked) },
			"SELECT count(*) FROM "+table.name+" u WHERE /*scope:u.account_id*/")
		if err != nil {
			return err
		}
		// The sum over one use cannot overflow if that of its line's ledger does not; numeric keeps it exact on
		// PostgreSQL.
		err = c.query(ctx, func(rows *sql.Rows) error {
			var id, holds int64
			var says string
			if err := rows.Scan(&id, &holds, &says); err != nil {
				return err
			}
			f.add(gid.ID(id).String(), "holds %d, its ledger entries say %s", holds, says)
			return nil
		}, `SELECT u.id, `+table.holds+`, CAST(coalesce(s.amount, 0) AS TEXT) FROM `+table.name+` u
			LEFT JOIN (SELECT line_item_id, subject_id, SUM(amount) AS amount FROM ledger_entries
				WHERE subject_id IS NOT NULL GROUP BY line_item_id, subject_id) s
			ON s.subject_id = u.id AND s.line_item_id = u.line_item_id
			WHERE `+table.holds+` <> coalesce(s.amount, 0) AND /*scope:u.account_id*/`)
		if err != nil {
			return err
		}
	}
	return nil
}

func scanInto(rows *sql.Rows, sum *int64) error {
	var n int64
	if err := rows.Scan(&n); err != nil {
		return err
	}
	*sum += n
	return nil
}
