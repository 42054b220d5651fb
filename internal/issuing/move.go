package issuing

import (
	"context"
	"slices"
	"strconv"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/ledgerentry"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	coverages "github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// move lets the rights of a draft start on another day. Recorded rows do not change: each period and coverage that
// moves is voided, and another one is recorded in its place, so that what was known before the deployment stays known.
//
// What lasted as long as its part number says does so from the new first day on. A last day that the order gave stays.
// Of what no part number is known, the last day moves by as many days as the first. Coverage that ended with its right
// ends with it again.
type move struct {
	*Service
	tx     store.Tx
	done   *change.Record
	header *ent.Entitlement
	items  []*ent.LineItem
	first  day.Day
	author entitlement.Author
	reason string

	sold   map[gid.ID]*catalog.Sold
	labels map[gid.ID]string
	// rights are the new periods of the lines that move, by their lines.
	rights    map[gid.ID]*moved
	coverages []*ent.CoverageCreate
	covering  []*ent.CoverageItemCreate
	periods   []*ent.Period
	decisions []entitlement.NewDecision
}

// moved is a period of a line before and after.
type moved struct{ was, is *ent.Period }

func (m *move) run(ctx context.Context) error {
	keys, ids := make([]int64, len(m.items)), make([]gid.ID, len(m.items))
	m.labels, m.rights = map[gid.ID]string{}, map[gid.ID]*moved{}
	for i, l := range m.items {
		keys[i], ids[i], m.labels[l.ID] = int64(l.ID), l.ID, l.ActivationID
	}
	c := m.tx.Client()
	periods, err := c.Period.Query().Where(store.KeyIn(period.FieldLineItemID, keys)).Order(ent.Asc(period.FieldID)).
		WithInstalments(entitlement.ByDueDay).All(ctx)
	if err != nil {
		return wrap("read the periods", err)
	}
	covered, err := c.Coverage.Query().Where(coverage.EntitlementID(m.header.ID)).Order(ent.Asc(coverage.FieldID)).
		All(ctx)
	if err != nil {
		return wrap("read the coverages", err)
	}
	of := make([]int64, len(covered))
	for i, row := range covered {
		of[i] = int64(row.ID)
	}
	items, err := c.CoverageItem.Query().Where(store.KeyIn(coverageitem.FieldCoverageID, of)).
		Order(ent.Asc(coverageitem.FieldID)).All(ctx)
	if err != nil {
		return wrap("read what is covered", err)
	}
	if err := m.checkUnchanged(periods, covered, items); err != nil {
		return err
	}
	if err := m.readSold(ctx, periods, covered); err != nil {
		return err
	}
	var wrong fault.List
	for _, p := range periods {
		if p.StartsOn != nil {
			addOnce(&wrong, m.period(p))
		}
	}
	for _, row := range covered {
		if row.StartsOn != nil {
			addOnce(&wrong, m.coverage(row, slices.DeleteFunc(slices.Clone(items), func(i *ent.CoverageItem) bool {
				return i.CoverageID != row.ID
			})))
		}
	}
	if err := wrong.Err(); err != nil {
		return err
	}
	if err := m.write(ctx); err != nil {
		return err
	}
	return m.settle(ctx, keys)
}

// checkUnchanged returns DRAFT_CHANGED if something was recorded about the rights since they were issued: which days
// were meant then is not known.
func (m *move) checkUnchanged(periods []*ent.Period, covered []*ent.Coverage, items []*ent.CoverageItem) error {
	issued, first := m.header.CreatedAt, map[gid.ID]bool{}
	for _, l := range m.items {
		if l.Decided {
			return draftChanged(l.ID, l.ActivationID)
		}
	}
	for _, p := range periods {
		if p.CreatedAt != issued || p.Decided || first[p.LineItemID] {
			return draftChanged(p.ID, m.labels[p.LineItemID])
		}
		first[p.LineItemID] = true
	}
	for _, c := range covered {
		if c.CreatedAt != issued || c.Decided || c.RenewsID != nil {
			return draftChanged(c.ID, c.ActivationID)
		}
	}
	for _, i := range items {
		if i.LinkedAt != 0 || i.Decided {
			return draftChanged(i.ID, m.labels[i.LineItemID])
		}
	}
	return nil
}

func draftChanged(id gid.ID, label string) *fault.Error {
	return fault.New(DraftChanged, "input.startsOn",
		"Since the draft was issued, {changed} was recorded, or something was decided about it.",
		"Deploy the draft without startsOn, and give its rights their days with correctPeriod and correctCoverage.",
		fault.With("changed", value.OfReference(id, label)))
}

func (m *move) readSold(ctx context.Context, periods []*ent.Period, covered []*ent.Coverage) error {
	var parts []gid.ID
	for _, p := range periods {
		parts = append(parts, orNone(p.PartNumberID))
	}
	for _, c := range covered {
		parts = append(parts, orNone(c.PartNumberID))
	}
	slices.Sort(parts)
	var err error
	m.sold, err = catalog.ReadSold(ctx, m.tx, slices.Compact(parts))
	return err
}

// period moves a period.
func (m *move) period(was *ent.Period) *fault.Error {
	is, counted := *was, false
	is.StartsOn = &m.first
	is.RenewalDecidedAt = nil // that the draft was not renewed says nothing of the live right
	part := m.sold[orNone(was.PartNumberID)]
	if was.EndsOn != nil {
		last := *was.EndsOn
		switch {
		case was.EndsOrdered:
		case part == nil:
			last += m.first - *was.StartsOn
		case part.TermLength != nil && part.TermUnit != nil &&
			catalog.LastDay(*was.StartsOn, *part.TermLength, *part.TermUnit) == last:
			last = catalog.LastDay(m.first, *part.TermLength, *part.TermUnit)
		}
		is.EndsOn = &last
	}
	if is.EndsOn != nil && *is.EndsOn < m.first {
		return endsBeforeStart("input.startsOn", m.first, *is.EndsOn)
	}
	if refusal := fault.EndsTooLate("input.startsOn", lastOf(is.EndsOn)); refusal != nil {
		return refusal
	}
	if part != nil && len(part.Versions) > 0 {
		terms := part.TermsOn(m.first)
		if terms == nil {
			return part.TermsNotValidYet("input.startsOn")
		}
		is.LicenseModelVersionID, is.GraceDays = &terms.ID, terms.GraceDays
		if is.Overdraft, counted = overdraftOf(was, part, terms); !counted {
			return fault.Bad("input.startsOn", "The overdraft under the terms of this day cannot be counted.",
				"Give a day with other terms.")
		}
	}
	m.rights[was.LineItemID] = &moved{was, &is}
	if *was.StartsOn == m.first && sameDay(was.EndsOn, is.EndsOn) && is.Overdraft == was.Overdraft &&
		orNone(is.LicenseModelVersionID) == orNone(was.LicenseModelVersionID) {
		return nil
	}
	is.ID, is.ReplacesID, is.CreatedAt = gid.New(gid.Period, was.AccountID.Locality()), &was.ID, m.done.Now()
	m.periods = append(m.periods, &is)
	label := m.labels[was.LineItemID]
	m.void(was.ID, "PeriodVoided", label)
	m.recorded("PeriodRecorded", is.ID, label, append(fields{{Field: "term", After: text(is.Term)},
		{Field: "startRule", After: text(is.StartRule)}},
		daysOf(is.StartsOn, is.EndsOn, is.Perpetual, was.ID, label)...))
	return nil
}

// overdraftOf returns the overdraft of a period under the terms of its first day. It returns false if that cannot be
// counted.
func overdraftOf(p *ent.Period, part *catalog.Sold, terms *ent.LicenseModelVersion) (int64, bool) {
	switch {
	case !catalog.AllowsOverdraft(terms):
		return 0, true
	case part.Unit == nil || part.PackSize == nil || p.Quantity == nil:
		return p.Overdraft, true
	}
	return part.OverdraftOf(*p.Quantity, terms)
}

// coverage moves a coverage with its items.
func (m *move) coverage(was *ent.Coverage, items []*ent.CoverageItem) *fault.Error {
	var right *moved
	for _, i := range items {
		if right = m.rights[i.LineItemID]; right != nil {
			break
		}
	}
	last := was.EndsOn
	part := m.sold[orNone(was.PartNumberID)]
	switch {
	case last == day.Forever:
	case part != nil && part.CoverageLength != nil && part.CoverageLengthUnit != nil &&
		catalog.LastDay(*was.StartsOn, *part.CoverageLength, *part.CoverageLengthUnit) == last:
		last = catalog.LastDay(m.first, *part.CoverageLength, *part.CoverageLengthUnit)
	case right != nil && right.was.EndsOn != nil && *right.was.EndsOn == last:
		last = *right.is.EndsOn
	default:
		last += m.first - *was.StartsOn
	}
	if last < m.first {
		return endsBeforeStart("input.startsOn", m.first, last)
	}
	if refusal := fault.EndsTooLate("input.startsOn", last); refusal != nil {
		return refusal
	}
	if right != nil && right.is.EndsOn != nil {
		coverages.WarnOfOverhang(m.done, last, &ent.LineItem{ID: right.is.LineItemID,
			ActivationID: m.labels[right.is.LineItemID], EndsOn: *right.is.EndsOn})
	}
	if *was.StartsOn == m.first && last == was.EndsOn {
		return nil
	}
	c, now, id := m.tx.Client(), m.done.Now(), gid.New(gid.Coverage, was.AccountID.Locality())
	m.coverages = append(m.coverages, c.Coverage.Create().SetID(id).SetAccountID(was.AccountID).
		SetNillableEntitlementID(was.EntitlementID).SetNillableProductID(was.ProductID).
		SetProductLineID(was.ProductLineID).SetNillablePartNumberID(was.PartNumberID).SetNillableLevelID(was.LevelID).
		SetReplacesID(was.ID).SetActivationID(was.ActivationID).SetKind(was.Kind).SetStartsOn(m.first).SetEndsOn(last).
		SetPerpetual(was.Perpetual).SetVisible(true).SetOrderID(was.OrderID).SetOrderLine(was.OrderLine).
		SetCreatedAt(now).SetUpdatedAt(now))
	for _, i := range items {
		m.covering = append(m.covering, c.CoverageItem.Create().
			SetID(gid.New(gid.CoverageItem, was.AccountID.Locality())).SetAccountID(i.AccountID).
			SetCoverageID(id).SetLineItemID(i.LineItemID).SetNillableQuantity(i.Quantity).
			SetNillableLevelID(i.LevelID).SetNillablePriceMinor(i.PriceMinor).SetNillableCurrency(i.Currency))
	}
	m.void(was.ID, "CoverageVoided", was.ActivationID)
	m.recorded("CoverageRecorded", id, was.ActivationID, append(fields{{Field: "kind", After: text(was.Kind)}},
		daysOf(&m.first, &last, was.Perpetual, was.ID, was.ActivationID)...))
	return nil
}

// void lets a row count on no day.
func (m *move) void(id gid.ID, event, label string) {
	m.done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: event, Account: m.header.AccountID, Subject: id,
		Label: label, Fields: change.Is("decision", string(vocabulary.DecisionWithdrawn))})
	m.decisions = append(m.decisions, entitlement.NewDecision{Account: m.header.AccountID, Subject: id,
		Kind: vocabulary.DecisionWithdrawn, First: day.Beginning, Last: day.Forever, Reason: m.reason, Voids: true})
}

func (m *move) recorded(event string, id gid.ID, label string, fields []audit.Field) {
	m.done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: event, Account: m.header.AccountID,
		Subject: id, Label: label, Fields: fields})
}

// write records the replacements, and voids what they replace.
func (m *move) write(ctx context.Context) error {
	c := m.tx.Client()
	for part := range slices.Chunk(m.periods, rowsAtOnce) {
		rows := make([]*ent.PeriodCreate, len(part))
		for i, p := range part {
			rows[i] = entitlement.Insertion(c, p, m.done.Now())
		}
		if err := c.Period.CreateBulk(rows...).Exec(ctx); err != nil {
			return wrap("record the periods", err)
		}
	}
	if err := entitlement.WriteInstalments(ctx, m.tx, m.periods...); err != nil {
		return err
	}
	for part := range slices.Chunk(m.coverages, rowsAtOnce) {
		if err := c.Coverage.CreateBulk(part...).Exec(ctx); err != nil {
			return wrap("record the coverages", err)
		}
	}
	for part := range slices.Chunk(m.covering, rowsAtOnce) {
		if err := c.CoverageItem.CreateBulk(part...).Exec(ctx); err != nil {
			return wrap("record what is covered", err)
		}
	}
	_, err := entitlement.Decide(ctx, m.tx, m.done.Now(), m.author, m.decisions...)
	return err
}

// settle settles the line items: one that has not begun before opens with this, and another one is adjusted.
func (m *move) settle(ctx context.Context, keys []int64) error {
	begun, err := m.tx.Client().LedgerEntry.Query().Where(store.KeyIn(ledgerentry.FieldLineItemID, keys)).
		Select(ledgerentry.FieldLineItemID).All(ctx)
	if err != nil {
		return wrap("read the ledger", err)
	}
	opened := map[gid.ID]bool{}
	for _, e := range begun {
		opened[e.LineItemID] = true
	}
	var begin, adjust []gid.ID
	for _, l := range m.items {
		if opened[l.ID] {
			adjust = append(adjust, l.ID)
		} else {
			begin = append(begin, l.ID)
		}
	}
	const text = "deployed with another first day"
	if err := entitlement.Open(ctx, m.tx, begin, m.today(), m.done.Now(), m.author, text); err != nil {
		return err
	}
	return entitlement.Settle(ctx, m.tx, adjust, m.today(), m.done.Now(), entitlement.Cause{
		Kind: vocabulary.LedgerKindAdjust, Author: m.author, Text: text})
}

// daysOf returns the fields of what takes the place of another row on other days.
func daysOf(first, last *day.Day, perpetual bool, replaces gid.ID, label string) (is fields) {
	is.reference("replaces", replaces, label)
	is.day("startsOn", first)
	is.day("endsOn", last)
	if perpetual {
		is.add("perpetual", strconv.FormatBool(true))
	}
	return is
}

// text is the form of a value of an enum.
func text[E ~string](is E) *string {
	form := string(is)
	return &form
}

func sameDay(a, b *day.Day) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
