// Package system holds the other systems of record and the names they give to things here. See README.md.
package system

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/externalid"
	entsystem "github.com/muniment/muniment/ent/system"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Name is what another system calls something. An empty System or Kind stands for any.
type Name struct {
	System, Kind, Value string
}

// among keeps the external ids that have the name.
func (n Name) among(q *page.Query) {
	q.Equal(externalid.FieldValue, n.Value)
	if n.Kind != "" {
		q.Equal(externalid.FieldKind, n.Kind)
	}
	if n.System != "" {
		systems := q.Sub(entsystem.Table, "sy")
		systems.Select(systems.C(entsystem.FieldID)).Where(sql.EQ(systems.C(entsystem.FieldCode), n.System))
		q.Where(sql.EQ(q.C(externalid.FieldSystemID), systems.Selector))
	}
}

// Find returns the id of what has the name, or 0 if nothing has. It returns AMBIGUOUS if several things have it.
func Find(ctx context.Context, v *page.View, n Name) (gid.ID, error) {
	found, err := v.Values(ctx, page.TableNamed(externalid.Table), externalid.FieldEntityID, n.among)
	switch {
	case err != nil || len(found) == 0:
		return 0, err
	case len(found) > 1:
		return 0, fault.New(fault.Ambiguous, "externalId", "Several objects have this name.",
			"Say the system and the kind as well.")
	}
	return gid.ID(found[0]), nil
}
