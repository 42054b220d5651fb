// Package system looks up objects by the ids that other systems of record use for them. See README.md.
package system

import (
	"context"

	"github.com/muniment/muniment/ent/externalid"
	entsystem "github.com/muniment/muniment/ent/system"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Name is an id in another system. An empty System or Kind matches any.
type Name struct {
	System, Kind, Value string
}

// names is the table of external ids with the columns that Find reads: the entity, and the code of the system.
var (
	names       = page.NewSource(page.TableNamed(externalid.Table))
	namedEntity = names.Column(externalid.FieldEntityID)
	systemCode  = names.Column(externalid.FieldSystemID + "." + entsystem.FieldCode)
)

// among is the condition that an external id has the value, and the kind if one is given.
func (n Name) among(q *page.Query) {
	q.Equal(externalid.FieldValue, n.Value)
	if n.Kind != "" {
		q.Equal(externalid.FieldKind, n.Kind)
	}
}

// Find returns the id of the object with an external id, or 0 if there is none. It returns AMBIGUOUS if several
// objects match.
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
