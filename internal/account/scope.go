package account

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/accountpath"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Within is the condition that a column holds the account, or with below also one of the accounts below it.
func Within(column string, id gid.ID, below bool) page.Where {
	return func(q *page.Query) {
		if !below {
			q.Where(sql.EQ(q.C(column), int64(id)))
			return
		}
		paths := q.Sub(accountpath.Table, "ap")
		paths.Select(paths.C(accountpath.FieldDescendantID)).Where(sql.EQ(paths.C(accountpath.FieldAncestorID), int64(id)))
		q.Where(sql.In(q.C(column), paths.Selector))
	}
}
