package account

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A membership is in force on a day if nobody has suspended it, its last day has not passed, and it grants a role, directly or
// through the directory. The rule stands here in the three forms that the program needs; a test holds them together.

// InForce tells whether a membership gives anything on a day.
func InForce(m *ent.Membership, on day.Day) bool {
	return m.SuspendedAt == nil && (m.EndsOn == nil || *m.EndsOn >= on) && m.Roles|m.DirectoryRoles != 0
}

// InForceOn is InForce as a condition of a query.
func InForceOn(on day.Day) predicate.Membership {
	return func(q *sql.Selector) { q.Where(inForceOn(q.C, on)) }
}

// inForceOn is the condition itself; column tells how the columns of memberships are written.
func inForceOn(column func(string) string, on day.Day) *sql.Predicate {
	return sql.And(sql.IsNull(column(membership.FieldSuspendedAt)),
		sql.Or(sql.IsNull(column(membership.FieldEndsOn)), sql.GTE(column(membership.FieldEndsOn), int64(on))),
		sql.P(func(b *sql.Builder) {
			b.WriteString("(").Ident(column(membership.FieldRoles)).WriteString(" | ").Ident(column(membership.FieldDirectoryRoles)).WriteString(") <> 0")
		}))
}

// InForceSQL is InForce as a condition of a statement in which the table is called m. Its parameter is the day.
const InForceSQL = `m.suspended_at IS NULL AND (m.ends_on IS NULL OR m.ends_on >= ?) AND (m.roles | m.directory_roles) <> 0`

// grants is the condition that a membership grants one of the roles, directly or through the directory.
func grants(column func(string) string, roles vocabulary.RoleSet) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.WriteString("((").Ident(column(membership.FieldRoles)).WriteString(" | ").Ident(column(membership.FieldDirectoryRoles)).
			WriteString(") & ").Arg(int64(roles)).WriteString(") <> 0")
	})
}
