package history

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Find returns NOT_FOUND unless the scope of the view shows what the question is about: the account, or the
// entitlement and the line item of it. The fields of the refusals are the names of the arguments.
func Find(ctx context.Context, v *page.View, q Question) error {
	if q.Entitlement == 0 {
		return find(ctx, v, account.Table, "account", "Account", q.Account, nil)
	}
	if err := find(ctx, v, entitlement.Table, "entitlement", "Entitlement", q.Entitlement, nil); err != nil ||
		q.LineItem == 0 {
		return err
	}
	return find(ctx, v, lineitem.Table, "lineItem", "LineItem", q.LineItem, func(l *page.Query) {
		l.Where(sql.EQ(l.C(lineitem.FieldEntitlementID), int64(q.Entitlement)))
	})
}

func find(ctx context.Context, v *page.View, table, field, typename string, id gid.ID, where func(*page.Query)) error {
	var found []int64
	err := v.Scan(ctx, table, func(q *page.Query) {
		q.Select(q.C("id")).Where(sql.EQ(q.C("id"), int64(id)))
		if where != nil {
			where(q)
		}
	}, &found)
	if err == nil && len(found) == 0 {
		err = fault.Missing(field, typename, id)
	}
	return err
}
