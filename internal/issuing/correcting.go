package issuing

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
)

// correct corrects what the order recorded. The quantity and the price are those of the period that it recorded last,
// and the days and the number of the line those of the one that it was issued with.
func (m *mending) correct(ctx context.Context, i int, part *catalog.Sold, l *issuedLine,
	is func(field string) bool) error {
	line, last := &m.order.Lines[i], l.last()
	counts := entitlement.Correction{Period: last.ID, CorrectsCoverage: true}
	if is("pieces") {
		grant, ok := m.grant(i, part, last)
		if !ok {
			return nil
		}
		counts.Grant = grant
	}
	if is("price") {
		if counts.Purchase.Price = m.more(i, l, last); counts.Purchase.Price == nil {
			m.wrong.Add(fault.New(OrderOvertaken, at(i, "price"), "It is not known how much of the price is that of "+
				"the last amendment.", "Correct the prices of its periods with correctPeriod."))
			return nil
		}
	}
	was, err := entitlement.FactsIn(ctx, m.tx, []*ent.LineItem{l.item})
	if err != nil {
		return err
	}
	days := entitlement.Correction{Period: l.granted.ID, EndsOrdered: line.EndsOn != nil, CorrectsCoverage: true}
	if is("orderLine") {
		days.Purchase.OrderLine = &line.Name
	}
	if is("startsOn") {
		days.StartsOn = line.StartsOn
	}
	if is("endsOn") {
		days.EndsOn = line.EndsOn
	} else if is("startsOn") && line.EndsOn == nil && l.granted.EndsOn != nil && !l.granted.EndsOrdered &&
		part.TermLength != nil && part.TermUnit != nil {
		until := catalog.LastDay(*line.StartsOn, *part.TermLength, *part.TermUnit)
		days.EndsOn = &until
	}
	if last == l.granted {
		counts.StartsOn, counts.EndsOn, counts.EndsOrdered = days.StartsOn, days.EndsOn, days.EndsOrdered
		counts.Purchase.OrderLine = days.Purchase.OrderLine
	}
	if last == l.granted || is("pieces") || is("price") {
		if err := m.apply(ctx, i, at(i, "startsOn"), entitlement.CorrectRule(m.today, m.reason, counts)); err != nil {
			return err
		}
	}
	if last != l.granted && (is("startsOn") || is("endsOn") || is("orderLine")) {
		if err := m.apply(ctx, i, at(i, "startsOn"), entitlement.CorrectRule(m.today, m.reason, days)); err != nil {
			return err
		}
	}
	if err := m.correctCoverage(ctx, i, part, l, days); err != nil {
		return err
	}
	return entitlement.WarnOfOverhang(ctx, m.tx, m.done, l.item, was[l.item.ID].Periods)
}

// correctCoverage corrects the coverage that was sold along, if its days still follow from those of its right, which
// are corrected. What is withdrawn on all days stays as it is.
func (m *mending) correctCoverage(ctx context.Context, i int, part *catalog.Sold, l *issuedLine,
	days entitlement.Correction) error {
	if part.CoverageKind == nil || l.granted.StartsOn == nil || days.StartsOn == nil && days.EndsOn == nil {
		return nil
	}
	first, last := l.granted.StartsOn, l.granted.EndsOn
	if days.StartsOn != nil {
		first = days.StartsOn
	}
	if days.EndsOn != nil {
		last = days.EndsOn
	}
	was, is := part.CoveredUntil(l.granted.StartsOn, l.granted.EndsOn), part.CoveredUntil(first, last)
	items, err := m.tx.Client().CoverageItem.Query().Where(coverageitem.LineItemID(l.item.ID)).WithCoverage().
		Order(ent.Asc(coverageitem.FieldCoverageID)).All(ctx)
	if err != nil {
		return wrap("read the coverage that was sold along", err)
	}
	for _, item := range items {
		c := item.Edges.Coverage
		if orNone(c.EntitlementID) != m.header.ID || orNone(c.PartNumberID) != part.ID || c.RenewsID != nil ||
			!sameDay(c.StartsOn, l.granted.StartsOn) || c.EndsOn != was {
			continue
		}
		withdrawn, err := coverage.IsWithdrawn(ctx, m.tx, c)
		if err != nil {
			return err
		}
		if withdrawn || *first == *c.StartsOn && is == was {
			continue
		}
		k := coverage.Correction{Coverage: c.ID, StartsOn: first}
		if is != day.Forever {
			k.EndsOn = &is
		}
		if err := m.apply(ctx, i, at(i, "startsOn"), coverage.CorrectRule(m.reason, k)); err != nil {
			return err
		}
	}
	return nil
}
