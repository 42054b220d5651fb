package account

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/day"
)

// A membership is in force on a day if nobody has suspended it, its last day has not passed, and it grants a role, directly or
// through the directory. The rule stands here in the three forms that the program needs; a test holds them together.

// InForce tells whether a membership gives anything on a day.
func InForce(m *ent.Membership, on day.Day) bool {
	return m.SuspendedAt == nil && (m.EndsOn == nil || *m.EndsOn >= on) && m.Roles|m.DirectoryRoles != 0
}

// InForceOn is InForce as a condition of a query.
func InForceOn(on day.Day) predicate.Membership {
	return membership.And(membership.SuspendedAtIsNil(), membership.Or(membership.EndsOnIsNil(), membership.EndsOnGTE(on)),
		func(q *sql.Selector) {
			q.Where(sql.P(func(b *sql.Builder) {
				b.WriteString("(").Ident(q.C(membership.FieldRoles)).WriteString(" | ").Ident(q.C(membership.FieldDirectoryRoles)).WriteString(") <> 0")
			}))
		})
}

// InForceSQL is InForce as a condition of a statement in which the table is called m. Its parameter is the day.
const InForceSQL = `m.suspended_at IS NULL AND (m.ends_on IS NULL OR m.ends_on >= ?) AND (m.roles | m.directory_roles) <> 0`
