// Package system looks up objects by the ids that other systems of record use for them, and rights by their activation
// ids. See README.md.
package system

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/externalid"
	entsystem "github.com/muniment/muniment/ent/system"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Name is an id in another system. An empty System or Kind matches any.
type Name struct {
	System, Kind, Value string
}

// names is the table of external ids with the columns that Find reads.
var (
	names       = page.NewSource(page.TableNamed(externalid.Table))
	namedEntity = names.Column(externalid.FieldEntityID)
	name        = names.Column(externalid.FieldValue)
	systemCode  = names.Column(externalid.FieldSystemID + "." + entsystem.FieldCode)
)

const (
	// Own is the code of the system whose names are those that Muniment gave.
	Own = "muniment"
	// KindActivation is the kind of names that are activation ids of line items. They are the same in any letter case.
	KindActivation = "activation"
	// KindMaintenance is the kind of names that are activation ids of coverages. They are the same in upper and in
	// lower case.
	KindMaintenance = "maintenance"
)

// Statements is the maximum number of statements that Find runs: one for each table that has names.
const Statements = 3

// mayBe tells whether a name of the kind is meant.
func (n Name) mayBe(kind string) bool { return n.Kind == "" || n.Kind == kind }

// among is the condition that an external id has the value, and the kind if one is given.
func (n Name) among(q *page.Query) {
	exactly := sql.EQ(q.C(externalid.FieldValue), n.Value)
	if n.Kind != "" {
		// Not beside the other ways: SQLite would then search by the kind alone.
		exactly = sql.And(exactly, sql.EQ(q.C(externalid.FieldKind), n.Kind))
	}
	ways := []*sql.Predicate{exactly}
	if n.mayBe(KindActivation) {
		ways = append(ways, hasKeyOf(n.Value, q.C(externalid.FieldValueKey)))
	}
	if n.mayBe(KindMaintenance) {
		ways = append(ways, sql.And(n.spelled(q, externalid.FieldValue),
			sql.EQ(q.C(externalid.FieldKind), KindMaintenance)))
	}
	q.Where(sql.Or(ways...))
}

// spelled is the condition that a column has one of the spellings of the name.
func (n Name) spelled(q *page.Query, column string) *sql.Predicate {
	list := fold.Spellings(n.Value)
	values := make([]any, len(list))
	for i, spelling := range list {
		values[i] = spelling
	}
	return sql.In(q.C(column), values...)
}

// Find returns the id of the object with an external id, or of the line item or coverage with an activation id, or 0
// if there is none. A name that an object has exactly goes before one in another case, which only activation ids may
// have. It returns AMBIGUOUS if several objects match.
func Find(ctx context.Context, v *page.View, n Name) (gid.ID, error) {
	var found matches
	rows, err := v.Few(ctx, names, n.among)
	if err != nil {
		return 0, err
	}
	for _, row := range rows {
		if n.System == "" || row[systemCode].Text() == n.System {
			found.add(gid.ID(row[namedEntity].Int()), row[name].Text() == n.Value)
		}
	}
	if n.System == "" || n.System == Own {
		if err := n.present(ctx, v, &found); err != nil {
			return 0, err
		}
	}
	return found.one()
}

// matches are the objects that have a name exactly, and those that have it in another spelling.
type matches struct{ exact, other []gid.ID }

func (m *matches) add(id gid.ID, exact bool) {
	list := &m.other
	if exact {
		list = &m.exact
	}
	if !slices.Contains(*list, id) {
		*list = append(*list, id)
	}
}

func (m *matches) has(id gid.ID) bool {
	return slices.Contains(m.exact, id) || slices.Contains(m.other, id)
}

// one returns the only match, or 0 if there is none.
func (m *matches) one() (gid.ID, error) {
	list := m.exact
	if len(list) == 0 {
		list = m.other
	}
	switch len(list) {
	case 0:
		return 0, nil
	case 1:
		return list[0], nil
	}
	return 0, fault.New(fault.Ambiguous, "externalId", "Several objects have this name.",
		"Give the system and the kind as well.")
}
