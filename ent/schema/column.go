// Package schema is the data model: one file per subject. Keys are global ids (internal/gid), days are whole days and
// instants are microseconds, all kept as integers; amounts are whole base units of the line's unit.
package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
)

func key() ent.Field { return field.Int64("id").GoType(gid.ID(0)).Immutable() }

func sequence() ent.Field { return field.Int64("id").Immutable() }

func reference(name string) ent.Field { return field.Int64(name).GoType(gid.ID(0)) }

func maybeReference(name string) ent.Field {
	return field.Int64(name).GoType(gid.ID(0)).Optional().Nillable()
}

func dayOf(name string) ent.Field { return field.Int32(name).GoType(day.Day(0)) }

func maybeDay(name string) ent.Field {
	return field.Int32(name).GoType(day.Day(0)).Optional().Nillable()
}

func instant(name string) ent.Field { return field.Int64(name).GoType(clock.Instant(0)) }

func maybeInstant(name string) ent.Field {
	return field.Int64(name).GoType(clock.Instant(0)).Optional().Nillable()
}

func amount(name string) ent.Field { return field.Int64(name) }

func maybeAmount(name string) ent.Field { return field.Int64(name).Optional().Nillable() }

func text(name string) ent.Field { return field.String(name).Default("") }

func maybeText(name string) ent.Field { return field.String(name).Optional().Nillable() }

// owner is the account to which a row belongs. Every row that a customer owns has it, even if a join could provide it.
func owner() ent.Field { return reference("account_id") }

func to(name string, t any, column string) ent.Edge {
	return edge.To(name, t).Field(column).Unique().Required().Annotations(entsql.OnDelete(entsql.Restrict))
}

func maybeTo(name string, t any, column string) ent.Edge {
	return edge.To(name, t).Field(column).Unique().Annotations(entsql.OnDelete(entsql.Restrict))
}

func table(name string, checks map[string]string) []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: name, Checks: checks}}
}

// oneAuthor is the check that a user did something, or the key of a program, or neither, but not both.
func oneAuthor(by string) string { return by + "_id IS NULL OR " + by + "_key_id IS NULL" }

// samePresence is the check that both columns are null or neither is. It must not begin and end with parentheses:
// Atlas would take them for one pair around the whole expression.
func samePresence(a, b string) string {
	return a + " IS NULL AND " + b + " IS NULL OR " + a + " IS NOT NULL AND " + b + " IS NOT NULL"
}
