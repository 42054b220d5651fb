package audit

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/internal/gid"
)

// decisionID is the id under which entries name a decision, whose key is in a column.
func decisionID(column string) sql.Querier {
	first, _ := gid.Range(gid.Decision)
	return sql.ExprFunc(func(b *sql.Builder) { b.Ident(column).WriteString(" + ").Arg(int64(first)) })
}
