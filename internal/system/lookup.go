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

// condition writes which external ids have the name.
func (n Name) condition(b *sql.Builder) {
	b.Ident(externalid.FieldValue).WriteString(" = ").Arg(n.Value)
	if n.Kind != "" {
		b.WriteString(" AND ").Ident(externalid.FieldKind).WriteString(" = ").Arg(n.Kind)
	}
	if n.System != "" {
		b.WriteString(" AND ").Ident(externalid.FieldSystemID).WriteString(" IN (SELECT ").Ident(entsystem.FieldID).
			WriteString(" FROM ").Ident(entsystem.Table).WriteString(" WHERE ").Ident(entsystem.FieldCode).WriteString(" = ").
			Arg(n.System).WriteByte(')')
	}
}

// enough tells one from several.
const enough = 3

// Find returns the id of what is called so, or 0 where nothing is. It returns AMBIGUOUS where the name stands for
// several things.
func (r *Reader) Find(ctx context.Context, n Name) (gid.ID, error) {
	found, err := r.ExternalIDs.Rows(page.Brief(ctx), []string{externalid.FieldEntityID}, func(q *sql.Selector) {
		q.Where(sql.P(n.condition))
		q.Limit(enough)
	})
	if err != nil || len(found) == 0 {
		return 0, err
	}
	for _, f := range found[1:] {
		if f.EntityID != found[0].EntityID {
			return 0, fault.New(fault.Ambiguous, "externalId", "Several objects have this name.",
				"Say the system and the kind as well.")
		}
	}
	return found[0].EntityID, nil
}
