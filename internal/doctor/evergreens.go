package doctor

import (
	"context"
	"database/sql"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
)

// evergreens compares what periods say of their renewal with their cancel days and their end.
func (c *checker) evergreens(ctx context.Context) error {
	f := &Finding{Rule: Evergreen}
	defer func() { c.close(f) }()
	err := c.query(ctx, func(rows *sql.Rows) error { return scanInto(rows, &f.Checked) },
		"SELECT count(*) FROM periods WHERE /*scope:account_id*/")
	if err != nil {
		return err
	}
	return c.query(ctx, func(rows *sql.Rows) error {
		var id int64
		var given sql.NullInt64
		var starts, ends, cancel, renew sql.Null[day.Day]
		var amends, decided bool
		if err := rows.Scan(&id, &given, &starts, &ends, &cancel, &renew, &amends, &decided); err != nil {
			return err
		}
		var days *int
		if given.Valid {
			n := int(given.Int64)
			days = &n
		}
		until, renews := pointer(cancel), pointer(renew)
		if want := entitlement.CancelUntil(days, pointer(starts), pointer(ends), amends); text(want) != text(until) {
			f.add(gid.ID(id).String(), "cancel_until is %s, its cancel days and its end say %s", text(until),
				text(want))
		}
		if want := entitlement.RenewsOn(until, pointer(ends)); renews != nil && text(want) != text(renews) {
			f.add(gid.ID(id).String(), "renews_on is %s, cancel_until and its end say %s", text(renews), text(want))
		}
		if until != nil && (renews != nil) == decided {
			f.add(gid.ID(id).String(), "renews_on is %s, and renewal_decided_at says otherwise", text(renews))
		}
		return nil
	}, `SELECT id, cancel_days, starts_on, ends_on, cancel_until, renews_on, amends_id IS NOT NULL,
		renewal_decided_at IS NOT NULL FROM periods
		WHERE (cancel_days IS NOT NULL OR cancel_until IS NOT NULL OR renews_on IS NOT NULL) AND /*scope:account_id*/`)
}
