package entitlement

import (
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/externalid"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/namekey"
	"github.com/muniment/muniment/internal/store"
	systems "github.com/muniment/muniment/internal/system"
)

// afterProvisional comes after all keys that a migration made of a line break and the key of the row, because SQL folds
// ASCII only or because another row had the key.
const afterProvisional = "\v"

// FoldActivationIDs sets the keys of activation ids, present and kept ones, that a migration left to the program. If
// another one has the key of an id, it gets one beside it. FoldActivationIDs returns how many keys it changed; after
// the first complete run it only reads.
func FoldActivationIDs(ctx context.Context, db *store.Store) (int, error) {
	all := store.Unscoped(ctx) // work on the rows of all customers
	// A batch reads rows in the order of their ids. Only the index of the keys tells fast that there are none.
	lines, err1 := db.Client().LineItem.Query().Where(lineitem.ActivationKeyLT(afterProvisional)).Exist(all)
	names, err2 := db.Client().ExternalID.Query().Where(externalid.ValueKeyLT(afterProvisional)).Exist(all)
	if err := errors.Join(err1, err2); err != nil {
		return 0, fmt.Errorf("look for keys of activation ids: %w", err)
	}
	var list []namekey.Keys
	if lines {
		list = append(list, PresentIDKeys())
	}
	if names {
		list = append(list, KeptIDKeys())
	}
	changed := 0
	for _, keys := range list {
		n, err := keys.Fold(ctx, db)
		if changed += n; err != nil {
			return changed, err
		}
	}
	return changed, nil
}

// PresentIDKeys are the keys of the activation ids that line items have.
func PresentIDKeys() namekey.Keys {
	return namekey.Keys{
		Next: func(ctx context.Context, c *ent.Client, after gid.ID, limit int, all bool) ([]namekey.Row, error) {
			q := c.LineItem.Query().Where(lineitem.IDGT(after))
			if !all {
				q.Where(lineitem.ActivationKeyLT(afterProvisional))
			}
			rows, err := q.Select(lineitem.FieldID, lineitem.FieldActivationID, lineitem.FieldActivationKey).
				Order(lineitem.ByID()).Limit(limit).All(ctx)
			return namekey.Rows(rows, err, func(l *ent.LineItem) namekey.Row {
				return namekey.Row{ID: l.ID, Name: l.ActivationID, Key: l.ActivationKey,
					Wanted: systems.ActivationKey(l.ActivationID)}
			})
		},
		Taken: func(ctx context.Context, c *ent.Client, row namekey.Row) (bool, error) {
			return c.LineItem.Query().Where(lineitem.ActivationKey(row.Wanted), lineitem.IDNEQ(row.ID)).Exist(ctx)
		},
		Set: func(ctx context.Context, c *ent.Client, row namekey.Row, key string) (int, error) {
			return c.LineItem.Update().Where(lineitem.ID(row.ID), lineitem.ActivationID(row.Name)).
				SetActivationKey(key).Save(ctx)
		},
	}
}

// KeptIDKeys are the keys of the activation ids among the external ids: those of imported line items and their periods,
// and those that were given in place of others, or replaced. The ids of their rows are numbers.
func KeptIDKeys() namekey.Keys {
	return namekey.Keys{
		Next: func(ctx context.Context, c *ent.Client, after gid.ID, limit int, all bool) ([]namekey.Row, error) {
			q := c.ExternalID.Query().Where(externalid.IDGT(int64(after)))
			if all {
				q.Where(externalid.Kind(kindActivation))
			} else {
				q.Where(externalid.ValueKeyLT(afterProvisional))
			}
			rows, err := q.Select(externalid.FieldID, externalid.FieldValue, externalid.FieldValueKey,
				externalid.FieldSystemID).Order(externalid.ByID()).Limit(limit).All(ctx)
			return namekey.Rows(rows, err, func(e *ent.ExternalID) namekey.Row {
				row := namekey.Row{ID: gid.ID(e.ID), Name: e.Value, Wanted: systems.ActivationKey(e.Value),
					Mark: systems.MarkOfValue(e.SystemID, e.Value)}
				if e.ValueKey != nil {
					row.Key = *e.ValueKey
				}
				return row
			})
		},
		Taken: func(ctx context.Context, c *ent.Client, row namekey.Row) (bool, error) {
			return c.ExternalID.Query().Where(externalid.ValueKey(row.Wanted), externalid.IDNEQ(int64(row.ID))).
				Exist(ctx)
		},
		Set: func(ctx context.Context, c *ent.Client, row namekey.Row, key string) (int, error) {
			return c.ExternalID.Update().Where(externalid.ID(int64(row.ID)), externalid.Value(row.Name)).
				SetValueKey(key).Save(ctx)
		},
	}
}
