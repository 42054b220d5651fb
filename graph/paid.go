package graph

import (
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// paid is money for an amount that was paid for a period or a coverage item. It is null for a viewer who may not see
// it. Every amount of the contract that was paid for a right is declared with it.
func paid(minor string) *plan.Field { return moneyIf(paidIsSeen.Of, minor).Using(&paidIsSeen.Fact) }

// paidList is a short list of parts of an amount that was paid for a period or a coverage item. It is empty for a
// viewer who may not see that.
func paidList(partition string, o page.Order) *plan.Field {
	return plan.Short(plan.List{Partition: partition, Order: o, Key: func(_ *plan.Call, r plan.Row) gid.ID {
		if paidIsSeen.Of(r) {
			return r.ID("id")
		}
		return 0
	}}).Using(&paidIsSeen.Fact)
}

// paidIsSeen says for each period or coverage item whether the viewer may see what was paid for it.
var paidIsSeen = seePaid("id")

// paidIsSeenInAudit says it for the subjects of audit entries.
var paidIsSeenInAudit = seePaid("subject_id")

// seePaid says it for what the ids in a column name.
func seePaid(column string) *plan.Facts[bool] {
	return plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]bool, error) {
		ids := make([]gid.ID, len(rows))
		for i, r := range rows {
			ids[i] = r.ID(column)
		}
		return entitlement.SeePaid(c, c.View, c.Viewer, ids)
	}, column)
}
