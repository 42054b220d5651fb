package account

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/accountpath"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// CheckWithin returns FILTER_TOO_BROAD if the accounts below are asked for without the account above them.
func CheckWithin(id gid.ID, below bool) error {
	if id != 0 || !below {
		return nil
	}
	return fault.New(fault.FilterTooBroad, "filter.includeSubAccounts",
		"The accounts below are included without the account above them.",
		"Give filter.account, or leave filter.includeSubAccounts out.")
}

// Within is the condition that a column holds the account, or with below also one of the accounts below it.
func Within(column string, id gid.ID, below bool) page.Where {
	return func(q *page.Query) {
		if !below {
			q.Equal(column, int64(id))
			return
		}
		paths := q.Sub(accountpath.Table, "ap")
		paths.Select(paths.C(accountpath.FieldDescendantID)).Where(sql.EQ(paths.C(accountpath.FieldAncestorID),
			int64(id)))
		q.Where(sql.In(q.C(column), paths.Selector))
	}
}

// Each adds the condition that a column holds one of the accounts, or with below also an account below one of them. It
// returns the expression of the account asked for. A row below several of them is returned once for each.
func Each(q *page.Query, column string, accounts []int64, below bool) string {
	if !below {
		q.Where(q.In(q.C(column), accounts))
		return q.C(column)
	}
	paths := q.Join(accountpath.Table, "ap", func(ap *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(ap.C(accountpath.FieldDescendantID), q.C(column))
	})
	q.Where(q.In(paths.C(accountpath.FieldAncestorID), accounts))
	return paths.C(accountpath.FieldAncestorID)
}

// ClosedBelow reports whether the viewer sees an account, but may not use a service in it or in any account below it.
func ClosedBelow(ctx context.Context, view *page.View, who *viewer.Viewer, id gid.ID, service vocabulary.Service) (
	bool, error) {
	if !who.Closed(id, service) {
		return false, nil
	}
	accounts := who.AccountsWith(service)
	keys := make([]int64, len(accounts))
	for i, a := range accounts {
		keys[i] = int64(a)
	}
	var open []int64
	err := view.Scan(ctx, accountpath.Table, func(q *page.Query) {
		q.Equal(accountpath.FieldAncestorID, int64(id))
		q.Where(q.In(q.C(accountpath.FieldDescendantID), keys))
		q.Select(q.C(accountpath.FieldDescendantID)).Limit(1)
	}, &open)
	return len(open) == 0, err
}
