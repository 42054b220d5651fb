package graph

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

func auditSubject() subject {
	return subject{
		objects: []*plan.Object{
			{Name: "AuditEntry", ID: gid.AuditEntry, Table: table("audit_entries"), Fields: plan.Fields{
				"account":    plan.One("account_id"),
				"actor":      plan.Plain(actorOfEntry, "credential", "actor_id", "actor_name"),
				"onBehalfOf": plan.One("on_behalf_of_id"),
				"label": plan.Plain(func(_ *plan.Call, r plan.Row) any { return orNull(r.Text("subject_label")) },
					"subject_label"),
				"changes": plan.Value(auditChanges, "id", "changes", "subject_id").Using(&paidIsSeenInAudit.Fact),
				"erased": plan.Plain(
					func(_ *plan.Call, r plan.Row) any { return r.Text("remains") != "" }, "remains"),
			}},
			{Name: "AuditChange", Value: (*model.AuditChange)(nil)},
		},
		queries: plan.Fields{
			"auditEntry":   byID(),
			"auditEntries": plan.Page(plan.List{Order: audit.Newest, Filter: auditFilterAcross}),
		},
	}
}

func auditChanges(_ *plan.Call, r plan.Row) (any, error) {
	fields, err := audit.Changes(&ent.AuditEntry{ID: r.Int("id"), Changes: r.Text("changes")})
	if err != nil {
		return nil, err
	}
	changes := make([]*model.AuditChange, 0, len(fields))
	for _, f := range fields {
		typed := f.Typed(r.ID("subject_id"))
		if audit.IsPaid(typed.Field) && !paidIsSeenInAudit.Of(r) {
			continue
		}
		changes = append(changes, &model.AuditChange{Field: typed.Field, Before: model.ValueOf(typed.Before),
			After: model.ValueOf(typed.After)})
	}
	return changes, nil
}

func auditFilter(c *plan.Call) audit.Filter {
	f := plan.Arg[*model.AuditFilterInput](c, "filter")
	if f == nil {
		return audit.Filter{}
	}
	return audit.Filter{Actor: orNone(f.Actor), Subject: orNone(f.Subject), LineItem: orNone(f.LineItem),
		Action: searched(f.Action), From: f.RecordedSince, To: f.RecordedBefore}
}

// auditFilterOf is the filter for the audit entries of one account.
func auditFilterOf(c *plan.Call) (page.Where, any, error) {
	filter := auditFilter(c)
	return filter.Where, filter, filter.Check()
}

// auditFilterAcross is the filter for the audit entries of all accounts that the viewer may see. A customer sees only
// accounts that they administer; these have few rows, so any filter is allowed. Other viewers need a filter that an
// index supports.
func auditFilterAcross(c *plan.Call) (page.Where, any, error) {
	filter := auditFilter(c)
	if c.Viewer != nil && c.Viewer.SeesEverything() {
		return filter.Where, filter, filter.CheckAcross()
	}
	return filter.Where, filter, filter.Check()
}
