package system

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/gid"
)

// ActivationKey returns the key by which activation ids of line items are compared: that of two which people take for
// one, because they differ in letter case or in the encoding of letters only, is the same.
func ActivationKey(id string) string { return fold.Text(id) }

// ValueKey returns the column value_key of an external id: the key of an activation id of a line item, or "".
func ValueKey(kind, value string) string {
	if kind != KindActivation {
		return ""
	}
	return ActivationKey(value)
}

// MarkOfValue is what tells the value_key of an external id from that of another one with the key of the value. It is
// not the id of the row, which the database gives.
func MarkOfValue(system gid.ID, value string) string { return system.String() + " " + value }

// KeyBesideValue is the value_key of an external id if another one has the key of the value.
func KeyBesideValue(system gid.ID, value string) string {
	return fold.SetBeside(ActivationKey(value), MarkOfValue(system, value))
}

// LineCalled is the condition that a line item has the activation id now, in any spelling.
func LineCalled(id string) predicate.LineItem {
	return func(s *sql.Selector) { s.Where(hasKeyOf(id, s.C(lineitem.FieldActivationKey))) }
}

// hasKeyOf is the condition that a column has the key of an activation id, or one beside it.
func hasKeyOf(id, column string) *sql.Predicate {
	key := ActivationKey(id)
	from, to := fold.Beside(key)
	return sql.Or(sql.EQ(column, key), sql.And(sql.GTE(column, from), sql.LT(column, to)))
}
