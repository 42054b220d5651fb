package change

import (
	"context"
	"fmt"
	"maps"

	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
)

// label adds the names of accounts and product lines to references in the notes. Effects and audit entries share the
// texts. Other references stay as the rule wrote them: a viewer who may read an audit entry is not always allowed to
// see the name of a user.
func (r *Record) label(ctx context.Context, tx store.Tx) error {
	places := r.unlabeled
	for _, e := range r.entries {
		places = append(places, audit.References(e.Fields)...)
	}
	if len(places) == 0 {
		return nil
	}
	ids := map[gid.Type][]gid.ID{}
	for _, place := range places {
		id, _ := gid.Parse(*place) // References returns valid ids only
		if _, known := r.called[id]; !known {
			ids[id.Type()] = append(ids[id.Type()], id)
		}
	}
	// the viewer named these objects, so the scope is not checked again
	names, err := namesOf(store.Unscoped(ctx), tx, ids)
	if err != nil {
		return fmt.Errorf("read the names of what was changed: %w", err)
	}
	maps.Copy(names, r.called)
	for _, place := range places {
		id, err := gid.Parse(*place)
		if err != nil {
			continue // an effect and an entry share the text, and it has its name
		}
		*place = value.OfReference(id, names[id]).Form
	}
	return nil
}

func namesOf(ctx context.Context, tx store.Tx, ids map[gid.Type][]gid.ID) (map[gid.ID]string, error) {
	names := map[gid.ID]string{}
	if some := ids[gid.Account]; some != nil {
		rows, err := tx.Client().Account.Query().Where(account.IDIn(some...)).Select(account.FieldName).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			names[row.ID] = row.Name
		}
	}
	if some := ids[gid.ProductLine]; some != nil {
		rows, err := tx.Client().ProductLine.Query().Where(productline.IDIn(some...)).Select(productline.FieldName).
			All(ctx)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			names[row.ID] = row.Name
		}
	}
	return names, nil
}
