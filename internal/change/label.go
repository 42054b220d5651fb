package change

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
)

// label adds the names of accounts and product lines to which the notes refer. Effects share the texts of the records. Other
// references keep what the rule wrote: who may read a record need not be one who may know what a user is called.
func (r *Record) label(ctx context.Context, tx store.Tx) error {
	var places []*string
	for _, e := range r.entries {
		places = append(places, audit.References(e.Fields)...)
	}
	if len(places) == 0 {
		return nil
	}
	ids := map[gid.Type][]gid.ID{}
	for _, place := range places {
		id, _ := gid.Parse(*place) // References returns ids only
		ids[id.Type()] = append(ids[id.Type()], id)
	}
	names, err := namesOf(store.Unscoped(ctx), tx, ids) // whoever made the change named them
	if err != nil {
		return fmt.Errorf("read the names of what was changed: %w", err)
	}
	for _, place := range places {
		id, _ := gid.Parse(*place)
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
		rows, err := tx.Client().ProductLine.Query().Where(productline.IDIn(some...)).Select(productline.FieldName).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			names[row.ID] = row.Name
		}
	}
	return names, nil
}
