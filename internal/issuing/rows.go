package issuing

import (
	"context"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/system"
)

// rowsAtOnce is how many rows one statement adds. A statement has at most 32,766 parameters on SQLite.
const rowsAtOnce = 200

// writeLines makes the line items, periods, instalments and coverages of an entitlement, and lets the line items grant
// what their periods say.
func (s *Service) writeLines(ctx context.Context, tx store.Tx, now clock.Instant, header *ent.Entitlement,
	lines []*line) error {
	c := tx.Client()
	var granted, made []*ent.Period
	var begun []*ent.LineItem
	for part := range slices.Chunk(lines, rowsAtOnce) {
		var items []*ent.LineItemCreate
		var periods []*ent.PeriodCreate
		var coverages []*ent.CoverageCreate
		var covering []*ent.CoverageItemCreate
		for _, l := range part {
			items = append(items, c.LineItem.Create().SetID(l.id).SetAccountID(header.AccountID).
				SetEntitlementID(header.ID).SetProductID(l.sold.Product.ID).
				SetProductLineID(l.sold.Product.ProductLineID).SetUnitID(l.sold.Unit.ID).
				SetActivationID(l.activationID).SetActivationKey(system.ActivationKey(l.activationID)).
				SetVisible(header.Visible).SetUnlimited(false).SetGranted(0).SetOverdraft(0).SetExcess(0).SetUsed(0).
				SetSettledOn(s.today()).SetEndsOn(day.Forever).SetCreatedAt(now).SetUpdatedAt(now))
			periods = append(periods, l.periodRow(c, header, now))
			granted = append(granted, &ent.Period{ID: l.period, AccountID: header.AccountID,
				Edges: ent.PeriodEdges{Instalments: l.instalments}})
			if l.coverage == 0 {
				continue
			}
			coverages = append(coverages, c.Coverage.Create().SetID(l.coverage).SetAccountID(header.AccountID).
				SetEntitlementID(header.ID).SetProductLineID(l.sold.Product.ProductLineID).
				SetPartNumberID(l.sold.ID).SetNillableLevelID(l.sold.CoverageLevelID).
				SetActivationID(entitlement.NewActivationID()).SetVisible(header.Visible).
				SetKind(*l.sold.CoverageKind).
				SetNillableStartsOn(l.starts).
				SetEndsOn(l.covered).SetPerpetual(false).SetOrderID(header.OrderReference).SetOrderLine(l.Name).
				SetCreatedAt(now).SetUpdatedAt(now))
			// Without a quantity it covers all of the line.
			covering = append(covering, c.CoverageItem.Create().SetID(l.item).SetAccountID(header.AccountID).
				SetCoverageID(l.coverage).SetLineItemID(l.id))
		}
		written, err := c.LineItem.CreateBulk(items...).Save(ctx)
		if err != nil {
			return wrap("create the line items", err)
		}
		terms, err := c.Period.CreateBulk(periods...).Save(ctx)
		if err != nil {
			return wrap("create the periods", err)
		}
		begun, made = append(begun, written...), append(made, terms...)
		if len(coverages) == 0 {
			continue
		}
		if err := c.Coverage.CreateBulk(coverages...).Exec(ctx); err != nil {
			return wrap("create the coverages", err)
		}
		if err := c.CoverageItem.CreateBulk(covering...).Exec(ctx); err != nil {
			return wrap("create the items of the coverages", err)
		}
	}
	if err := entitlement.WriteInstalments(ctx, tx, granted...); err != nil {
		return err
	}
	return entitlement.OpenMade(ctx, tx, begun, made, s.today(), now, entitlement.AuthorOf(ctx), "issued")
}

func (l *line) periodRow(c *ent.Client, header *ent.Entitlement, now clock.Instant) *ent.PeriodCreate {
	p := c.Period.Create().SetID(l.period).SetAccountID(header.AccountID).SetLineItemID(l.id).SetTerm(*l.sold.Term).
		SetStartRule(*l.sold.StartRule).SetNillableStartsOn(l.starts).SetNillableEndsOn(l.ends).
		SetEndsOrdered(l.EndsOn != nil).
		SetPerpetual(l.perpetual).SetUnlimited(false).SetQuantity(l.quantity).SetOverdraft(l.overdraft).
		SetPartNumberID(l.sold.ID).SetLicenseModelVersionID(l.terms.ID).SetGraceDays(l.terms.GraceDays).
		SetOrderID(header.OrderReference).
		SetOrderLine(l.Name).SetRankedAt(now).SetCreatedAt(now).SetUpdatedAt(now)
	p.SetNillableStartsLatestOn(l.StartsLatestOn)
	entitlement.SetEvergreen(p, l.sold.CancelDays, l.starts, l.ends)
	if l.ends == nil && !l.perpetual { // the activation that starts the term finds its length here
		p.SetNillableTermLength(l.sold.TermLength).SetNillableTermUnit(l.sold.TermUnit)
	}
	if l.minor != nil {
		p.SetPriceMinor(*l.minor).SetCurrency(l.Price.Currency)
	}
	return p
}
