// Package system looks up objects by the ids that other systems of record use for them. See README.md.
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
	// KindActivation is the kind of names that are activation ids. They are the same in upper and in lower case.
	KindActivation = "activation"
)

// mayBeActivation tells whether an activation id can have the name.
func (n Name) mayBeActivation() bool { return n.Kind == "" || n.Kind == KindActivation }

// among is the condition that an external id has the value, and the kind if one is given.
func (n Name) among(q *page.Query) {
	if n.mayBeActivation() {
		q.Where(sql.Or(sql.EQ(q.C(externalid.FieldValue), n.Value),
			sql.And(spelled(q, externalid.FieldValue, n.Value), sql.EQ(q.C(externalid.FieldKind), KindActivation))))
	} else {
		q.Equal(externalid.FieldValue, n.Value)
	}
	if n.Kind != "" {
		q.Equal(externalid.FieldKind, n.Kind)
	}
}

// spelled is the condition that a column has one of the spellings of a name.
func spelled(q *page.Query, column, name string) *sql.Predicate {
	list := fold.Spellings(name)
	values := make([]any, len(list))
	for i, spelling := range list {
		values[i] = spelling
	}
	return sql.In(q.C(column), values...)
}

// Find returns the id of the object with an external id, or 0 if there is none. A name that an object has exactly goes
// before one in another case, which only activation ids may have. It returns AMBIGUOUS if several objects match.
func Find(ctx context.Context, v *page.View, n Name) (gid.ID, error) {
	rows, err := v.Few(ctx, names, n.among)
	if err != nil {
		return 0, err
	}
	var exact, other matches
	for _, row := range rows {
		if n.System != "" && row[systemCode].Text() != n.System {
			continue
		}
		if id := gid.ID(row[namedEntity].Int()); row[name].Text() == n.Value {
			exact.add(id)
		} else {
			other.add(id)
		}
	}
	if len(exact) > 0 {
		return exact.one()
	}
	return other.one()
}

// matches are the objects that have a name.
type matches []gid.ID

func (m *matches) add(id gid.ID) {
	if !slices.Contains(*m, id) {
		*m = append(*m, id)
	}
}

// one returns the only match, or 0 if there is none.
func (m matches) one() (gid.ID, error) {
	switch len(m) {
	case 0:
		return 0, nil
	case 1:
		return m[0], nil
	}
	return 0, fault.New(fault.Ambiguous, "externalId", "Several objects have this name.",
		"Give the system and the kind as well.")
}
