package issuing

import (
	"context"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// move moves the days of a draft, which may be edited freely: nobody had its rights yet. What lasted as long as its
// part number says does so from another first day on; a last day that the order gave stays.
type move struct {
	*Service
	header *ent.Entitlement
	items  []*ent.LineItem
	first  day.Day
	author entitlement.Author
	sold   map[gid.ID]*catalog.Sold
	// ends are the last days of rights before and after, by the last day before and the part number.
	ends map[end]*day.Day
}

type end struct {
	part gid.ID
	last day.Day
}

func (m *move) run(ctx context.Context, tx store.Tx, done *change.Record) error {
	keys, ids, labels := make([]int64, len(m.items)), make([]gid.ID, len(m.items)), map[gid.ID]string{}
	for i, l := range m.items {
		keys[i], ids[i], labels[l.ID] = int64(l.ID), l.ID, l.ActivationID
	}
	periods, err := tx.Client().Period.Query().Where(store.KeyIn(period.FieldLineItemID, keys), period.Decided(false),
		period.StartsOnNotNil(), period.RenewsIDIsNil()).Order(ent.Asc(period.FieldID)).All(ctx)
	if err != nil {
		return wrap("read the periods", err)
	}
	coverages, err := tx.Client().Coverage.Query().Where(coverage.EntitlementID(m.header.ID), coverage.Decided(false),
		coverage.StartsOnNotNil()).Order(ent.Asc(coverage.FieldID)).All(ctx)
	if err != nil {
		return wrap("read the coverages", err)
	}
	if err := m.readSold(ctx, tx, periods, coverages); err != nil {
		return err
	}
	for _, p := range periods {
		if err := m.period(ctx, tx, done, p, labels[p.LineItemID]); err != nil {
			return err
		}
	}
	for _, c := range coverages {
		if err := m.coverage(ctx, tx, done, c); err != nil {
			return err
		}
	}
	return entitlement.Settle(ctx, tx, ids, m.today(), done.Now(), entitlement.Cause{Kind: vocabulary.LedgerKindAdjust,
		Author: m.author, Text: "deployed with another first day"})
}

func (m *move) readSold(ctx context.Context, tx store.Tx, periods []*ent.Period, coverages []*ent.Coverage) error {
	var parts []gid.ID
	for _, p := range periods {
		parts = append(parts, orNone(p.PartNumberID))
	}
	for _, c := range coverages {
		parts = append(parts, orNone(c.PartNumberID))
	}
	slices.Sort(parts)
	m.ends = map[end]*day.Day{}
	var err error
	m.sold, err = catalog.ReadSold(ctx, tx, slices.Compact(parts))
	return err
}

// period moves a period.
func (m *move) period(ctx context.Context, tx store.Tx, done *change.Record, p *ent.Period, label string) error {
	last := p.EndsOn
	part := m.sold[orNone(p.PartNumberID)]
	if last != nil && part != nil && part.TermLength != nil && part.TermUnit != nil &&
		catalog.LastDay(*p.StartsOn, *part.TermLength, *part.TermUnit) == *last {
		moved := catalog.LastDay(m.first, *part.TermLength, *part.TermUnit)
		last = &moved
	}
	if last != nil && *last < m.first {
		return endsBeforeStart("input.startsOn", m.first, *last)
	}
	if last != nil && *last > day.Latest {
		return endsTooLate("input.startsOn")
	}
	if part != nil && p.EndsOn != nil {
		m.ends[end{part.ID, *p.EndsOn}] = last
	}
	update := tx.Client().Period.UpdateOneID(p.ID).SetStartsOn(m.first).SetNillableEndsOn(last).
		SetUpdatedAt(done.Now())
	if part != nil && len(part.Versions) > 0 {
		terms := part.TermsOn(m.first)
		if terms == nil {
			return termsNotValid("input.startsOn", part)
		}
		update.SetLicenseModelVersionID(terms.ID)
	}
	if err := update.Exec(ctx); err != nil {
		return wrap("move the period", err)
	}
	m.note(done, "PeriodMoved", p.ID, label, movedDays(p.StartsOn, &m.first, p.EndsOn, last))
	return nil
}

// coverage moves a coverage: one that lasted as long as the right lasts as long as that does now.
func (m *move) coverage(ctx context.Context, tx store.Tx, done *change.Record, c *ent.Coverage) error {
	last := c.EndsOn
	if part := m.sold[orNone(c.PartNumberID)]; part != nil {
		switch right := m.ends[end{part.ID, c.EndsOn}]; {
		case part.CoverageLength != nil && part.CoverageLengthUnit != nil &&
			catalog.LastDay(*c.StartsOn, *part.CoverageLength, *part.CoverageLengthUnit) == last:
			last = catalog.LastDay(m.first, *part.CoverageLength, *part.CoverageLengthUnit)
		case part.CoverageLength == nil && right != nil:
			last = *right
		}
	}
	if last < m.first {
		return endsBeforeStart("input.startsOn", m.first, last)
	}
	if last != day.Forever && last > day.Latest {
		return endsTooLate("input.startsOn")
	}
	if err := tx.Client().Coverage.UpdateOneID(c.ID).SetStartsOn(m.first).SetEndsOn(last).SetUpdatedAt(done.Now()).
		Exec(ctx); err != nil {
		return wrap("move the coverage", err)
	}
	m.note(done, "CoverageMoved", c.ID, c.ActivationID, movedDays(c.StartsOn, &m.first, &c.EndsOn, &last))
	return nil
}

func (m *move) note(done *change.Record, event string, id gid.ID, label string, fields []audit.Field) {
	if len(fields) > 0 {
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: event, Account: m.header.AccountID,
			Subject: id, Label: label, Fields: fields})
	}
}

// movedDays returns the days that changed.
func movedDays(first, newFirst, last, newLast *day.Day) []audit.Field {
	list := change.Became("startsOn", first.String(), newFirst.String())
	if last != nil && newLast != nil && *last != day.Forever {
		list = append(list, change.Became("endsOn", last.String(), newLast.String())...)
	}
	return list
}
