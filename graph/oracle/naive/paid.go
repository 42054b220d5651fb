package naive

import (
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// ifPaidIsSeen hides an amount of a period or a coverage item that is the cost of a partner to whom the viewer does not
// belong.
func ifPaidIsSeen(amount field) field {
	return func(in asked) (any, error) {
		if !in.seesPaid(in.row.id()) {
			return nil, nil
		}
		return amount(in)
	}
}

// listIfPaidIsSeen does so with a list, which is then empty.
func listIfPaidIsSeen(parts field) field {
	return func(in asked) (any, error) {
		if !in.seesPaid(in.row.id()) {
			return []*item{}, nil
		}
		return parts(in)
	}
}

// seesPaid tells whether the viewer sees what was paid for a period or a coverage item.
func (a *Answerer) seesPaid(id gid.ID) bool {
	if a.visibility.who.SeesEverything() {
		return true
	}
	table := map[gid.Type]string{gid.Period: "periods", gid.CoverageItem: "coverage_items"}[id.Type()]
	if table == "" {
		return false
	}
	right := a.seen(table, int64(id))
	if right == nil {
		return false
	}
	header := a.Base.get("line_items", right.number("line_item_id")).number("entitlement_id")
	if table == "coverage_items" {
		if c := a.Base.get("coverages", right.number("coverage_id")); !c.null("entitlement_id") {
			header = c.number("entitlement_id")
		}
	}
	sale := a.Base.get("entitlements", header)
	if sale.null("channel_partner_id") {
		return true
	}
	return a.visibility.granted(gid.ID(sale.number("channel_partner_id")), func(g viewer.Grant) bool {
		return g.Services.Has(vocabulary.ServiceLicensing)
	})
}
