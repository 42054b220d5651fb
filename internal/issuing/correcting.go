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
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// correct corrects what the order recorded. The quantity and the price are those of the period that it recorded last,
// and the days and the number of the line those of the one that it was issued with. Credit notes give back from the
// corrected number.
func (m *mending) correct(d *mend) {
	line, last := &m.order.Lines[d.i], d.last()
	counts := entitlement.Correction{Period: last.ID}
	if d.is("pieces") {
		grant, ok := m.grant(d, last, firstOf(last), last.RankedAt)
		if !ok {
			return
		}
		counts.Grant = grant
	}
	if d.is("price") {
		if counts.Purchase.Price = m.more(d, last); counts.Purchase.Price == nil {
			m.wrong.Add(fault.New(OrderOvertaken, at(d.i, "price"), "It is not known how much of the price is that of "+
				"the last amendment.", "Correct the prices of its periods with correctPeriod."))
			return
		}
	}
	if d.is("price") || d.is("instalments") {
		m.correctInstalments(d, &counts)
	}
	days := entitlement.Correction{Period: d.granted.ID, EndsOrdered: line.EndsOn != nil}
	if d.is("orderLine") {
		days.Purchase.OrderLine = &line.Name
	}
	if d.is("startsOn") {
		days.StartsOn = line.StartsOn
	}
	if d.is("endsOn") {
		days.EndsOn = line.EndsOn
	} else if d.is("startsOn") && line.EndsOn == nil && d.granted.EndsOn != nil && !d.granted.EndsOrdered &&
		d.part.TermLength != nil && d.part.TermUnit != nil {
		until := catalog.LastDay(*line.StartsOn, *d.part.TermLength, *d.part.TermUnit)
		days.EndsOn = &until
	}
	if d.moves = days; last == d.granted {
		counts.StartsOn, counts.EndsOn, counts.EndsOrdered = days.StartsOn, days.EndsOn, days.EndsOrdered
		counts.Purchase.OrderLine = days.Purchase.OrderLine
	}
	if last == d.granted || d.is("pieces") || d.is("price") {
		d.steps = append(d.steps, m.correction(d, counts))
	}
	if d.is("pieces") {
		m.creditAgain(d, firstOf(last)-1, func(ctx context.Context, row *ent.Period, _ day.Day,
			grant entitlement.Grant) error {
			return m.correction(d, entitlement.Correction{Period: row.ID, Grant: grant})(ctx)
		})
	}
	if last != d.granted && (d.is("startsOn") || d.is("endsOn") || d.is("orderLine")) {
		d.steps = append(d.steps, m.correction(d, days))
	}
}

// correction returns the step that corrects a period.
func (m *mending) correction(d *mend, n entitlement.Correction) func(context.Context) error {
	return func(ctx context.Context) error {
		_, err := m.changes.Correct(ctx, n)
		return place(&m.wrong, d.i, at(d.i, "startsOn"), err)
	}
}

// firstOf returns the first day of a period; day.Beginning if it has none.
func firstOf(p *ent.Period) day.Day {
	if p.StartsOn == nil {
		return day.Beginning
	}
	return *p.StartsOn
}

// correctCoverages corrects the coverages that were sold along, if their days still follow from those of their rights,
// which are corrected. What is withdrawn on all days stays as it is.
func (m *mending) correctCoverages(ctx context.Context) error {
	of, keys := map[gid.ID]*mend{}, []int64(nil)
	for _, d := range m.mends {
		if d.part.CoverageKind != nil && d.granted.StartsOn != nil &&
			(d.moves.StartsOn != nil || d.moves.EndsOn != nil) {
			of[d.item.ID], keys = d, append(keys, int64(d.item.ID))
		}
	}
	if len(keys) == 0 {
		return nil
	}
	items, err := m.tx.Client().CoverageItem.Query().Where(store.KeyIn(coverageitem.FieldLineItemID, keys)).
		WithCoverage().Order(ent.Asc(coverageitem.FieldCoverageID), ent.Asc(coverageitem.FieldID)).All(ctx)
	if err != nil {
		return wrap("read the coverages that were sold along", err)
	}
	rows := make([]*ent.Coverage, len(items))
	for i, item := range items {
		rows[i] = item.Edges.Coverage
	}
	withdrawn, err := coverage.WithdrawnOf(ctx, m.tx, rows...)
	if err != nil {
		return err
	}
	var list []coverage.Correction
	var lines []int
	for _, item := range items {
		d := of[item.LineItemID]
		k := m.correctedCoverage(d, item.Edges.Coverage)
		if k == nil || withdrawn[item.CoverageID] {
			continue
		}
		withdrawn[item.CoverageID] = true // it is corrected once
		list, lines = append(list, *k), append(lines, d.i)
	}
	if len(list) == 0 {
		return nil
	}
	refused, err := coverage.CorrectAll(ctx, m.tx, m.done, m.reason, list)
	if err != nil {
		return err
	}
	for n, refusal := range refused {
		if err := place(&m.wrong, lines[n], at(lines[n], "startsOn"), refusal); err != nil {
			return err
		}
	}
	return nil
}

// correctedCoverage returns how a coverage of a line is corrected with its right, or nil if it stays as it is.
func (m *mending) correctedCoverage(d *mend, c *ent.Coverage) *coverage.Correction {
	first, last := d.granted.StartsOn, d.granted.EndsOn
	if d.moves.StartsOn != nil {
		first = d.moves.StartsOn
	}
	if d.moves.EndsOn != nil {
		last = d.moves.EndsOn
	}
	was, is := d.part.CoveredUntil(d.granted.StartsOn, d.granted.EndsOn), d.part.CoveredUntil(first, last)
	switch {
	case orNone(c.EntitlementID) != m.header.ID || orNone(c.PartNumberID) != d.part.ID || c.RenewsID != nil,
		!sameDay(c.StartsOn, d.granted.StartsOn) || c.EndsOn != was,
		*first == *c.StartsOn && is == was:
		return nil
	}
	k := &coverage.Correction{Coverage: c.ID, StartsOn: first}
	if is != day.Forever {
		k.EndsOn = &is
	}
	return k
}
