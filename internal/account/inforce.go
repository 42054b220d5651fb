package account

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A membership is in force on a day if it is not suspended, its last day has not passed, and it grants a role,
// directly or through the directory. The rule exists here in three forms, and a test compares them.

// InForce reports whether a membership is in force on a day.
func InForce(m *ent.Membership, on day.Day) bool {
	return m.SuspendedAt == nil && !ended(m, on) && m.Roles|m.DirectoryRoles != 0
}

// ended reports whether the last day of a membership has passed.
func ended(m *ent.Membership, on day.Day) bool { return m.EndsOn != nil && *m.EndsOn < on }

// InForceOn is InForce as a predicate of an ent query.
func InForceOn(on day.Day) predicate.Membership {
	return func(q *sql.Selector) { q.Where(inForceOn(q.C, on)) }
}

// inForceOn is InForce as a predicate; column returns how a column of memberships is written.
func inForceOn(column func(string) string, on day.Day) *sql.Predicate {
	return sql.And(sql.IsNull(column(membership.FieldSuspendedAt)),
		sql.Or(sql.IsNull(column(membership.FieldEndsOn)), sql.GTE(column(membership.FieldEndsOn), int64(on))),
		sql.P(func(b *sql.Builder) {
			b.WriteString("(").Ident(column(membership.FieldRoles)).WriteString(" | ").
				Ident(column(membership.FieldDirectoryRoles)).WriteString(") <> 0")
		}))
}

// InForceSQL is InForce as an SQL condition for a table with the alias m. Its one parameter is the day.
const InForceSQL = `m.suspended_at IS NULL AND (m.ends_on IS NULL OR m.ends_on >= ?) AND (m.roles | m.directory_roles) <> 0`

// grants is the condition that a membership grants one of the roles, directly or through the directory.
func grants(column func(string) string, roles vocabulary.RoleSet) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.WriteString("((").Ident(column(membership.FieldRoles)).WriteString(" | ").
			Ident(column(membership.FieldDirectoryRoles)).
			WriteString(") & ").Arg(int64(roles)).WriteString(") <> 0")
	})
}

// lacks is the condition that a membership does not grant all of the services, directly or through the directory.
func lacks(column func(string) string, services vocabulary.ServiceSet) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.WriteString("((").Ident(column(membership.FieldServiceAccess)).WriteString(" | ").
			Ident(column(membership.FieldDirectoryServices)).
			WriteString(") & ").Arg(int64(services)).WriteString(") <> ").Arg(int64(services))
	})
}
