// Package system holds the other systems of record and the names they give to things here. See README.md.
package system

import (
	"context"

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

// names are what is read of external ids: whose they are, and the code of the system.
var (
	names       = page.NewSource(page.TableNamed(externalid.Table))
	namedEntity = names.Column(externalid.FieldEntityID)
	systemCode  = names.Column(externalid.FieldSystemID + "." + entsystem.FieldCode)
)

// among keeps the external ids that have the name in some system.
func (n Name) among(q *page.Query) {
	q.Equal(externalid.FieldValue, n.Value)
	if n.Kind != "" {
		q.Equal(externalid.FieldKind, n.Kind)
	}
}

// Find returns the id of what has the name, or 0 if nothing has. It returns AMBIGUOUS if several things have it.
func Find(ctx context.Context, v *page.View, n Name) (gid.ID, error) {
	rows, err := v.Few(ctx, names, n.among)
	if err != nil {
		return 0, err
	}
	var found gid.ID
	for _, row := range rows {
		if n.System != "" && row[systemCode].Text() != n.System {
			continue
		}
		switch id := gid.ID(row[namedEntity].Int()); found {
		case 0, id:
			found = id
		default:
			return 0, fault.New(fault.Ambiguous, "externalId", "Several objects have this name.",
				"Give the system and the kind as well.")
		}
	}
	return found, nil
}
