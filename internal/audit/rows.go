package audit

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/internal/store"
)

// entriesByID returns the entries with these ids, in the order of the ids; nil for a missing one.
func entriesByID(ctx context.Context, c *ent.Client, ids []int64) ([]*ent.AuditEntry, error) {
	out := make([]*ent.AuditEntry, len(ids))
	if len(ids) == 0 {
		return out, nil
	}
	found, err := c.AuditEntry.Query().Where(store.KeyIn(auditentry.FieldID, ids)).All(ctx)
	if err != nil {
		return nil, err
	}
	at := make(map[int64]*ent.AuditEntry, len(found))
	for _, e := range found {
		at[e.ID] = e
	}
	for i, id := range ids {
		out[i] = at[id]
	}
	return out, nil
}

// entriesOf returns the entries of the seals, in the order of the seals; nil for a missing one.
func entriesOf(ctx context.Context, c *ent.Client, seals []*ent.AuditSeal) ([]*ent.AuditEntry, error) {
	ids := make([]int64, len(seals))
	for i, s := range seals {
		ids[i] = s.AuditEntryID
	}
	return entriesByID(ctx, c, ids)
}
