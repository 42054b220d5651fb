package graph

import (
	"context"

	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
)

func auditFilter(f *model.AuditFilterInput) audit.Filter {
	if f == nil {
		return audit.Filter{}
	}
	return audit.Filter{Actor: orNone(f.Actor), Subject: orNone(f.Subject), Action: orEmpty(f.Action), From: f.From, To: f.To}
}

// auditEntriesOf fetches the records of an account, for whom the scope shows them.
func (r *Resolver) auditEntriesOf(ctx context.Context, obj *model.Account, args page.Args, filter *model.AuditFilterInput) (
	*page.Connection[*model.AuditEntry], error) {
	f := auditFilter(filter)
	if err := f.Check(); err != nil {
		return nil, err
	}
	return many(ctx, obj.Place, r.kinds.auditEntry, auditentry.FieldAccountID, func(o *model.Account) gid.ID { return o.ID },
		args, audit.Newest, f.Where, f)
}

// allAuditEntries fetches the records of all accounts that the viewer may see: the scope narrows a customer's to those that
// they administer, whose few rows may be filtered.
func (r *Resolver) allAuditEntries(ctx context.Context, args page.Args, filter *model.AuditFilterInput) (
	*page.Connection[*model.AuditEntry], error) {
	f := auditFilter(filter)
	check := f.Check
	if who := viewer.From(ctx); who != nil && who.SeesEverything() {
		check = f.CheckAcross
	}
	if err := check(); err != nil {
		return nil, err
	}
	return list(ctx, r.kinds.auditEntry, args, audit.Newest, f.Where, f)
}

func auditChanges(e *model.AuditEntry) ([]*model.AuditChange, error) {
	fields, err := audit.Changes(e.AuditEntry)
	if err != nil {
		return nil, err
	}
	changes := make([]*model.AuditChange, len(fields))
	for i, f := range fields {
		changes[i] = &model.AuditChange{Field: f.Field, Before: f.Before, After: f.After}
	}
	return changes, nil
}
