package coverage

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Link is one more line that a coverage covers from a day on.
type Link struct {
	Coverage, LineItem gid.ID
	From               day.Day
	// Quantity is how much of the line is covered, in its unit, as the client wrote it; nil for all of it.
	Quantity *string
	// Level is that of the line; nil for that of the coverage.
	Level *gid.ID
}

// Link lets a coverage cover one more line, or again one that was unlinked: then its item is released from the day on.
// If the day is after the first one of the coverage, the new item is withdrawn on the days before it. The outcome has
// the id of the item. It returns ALREADY_IN_COVERAGE, COVERAGE_WITHDRAWN, TERM_UNDATED, OTHER_ACCOUNT,
// OTHER_PRODUCT_LINE, RETIRED, ACCOUNT_RETIRED, BAD_INPUT or NOT_FOUND, and warns with COVERAGE_OVERHANG.
func (s *Service) Link(ctx context.Context, r change.Request, l Link) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		c, err := lockCoverage(ctx, tx, "input.coverage", rights.Wanted{Coverages: []gid.ID{l.Coverage},
			Lines: []gid.ID{l.LineItem}, GrantsAt: "input.coverage"})
		if err != nil {
			return err
		}
		line := c.lines[l.LineItem]
		if line == nil {
			return fault.Missing("input.lineItem", "LineItem", l.LineItem)
		}
		var wrong refusals
		wrong.Add(c.retired)
		wrong.undated("input.coverage", c)
		known := wrong.line(c, line, l.From)
		wrong.withdrawn("input.coverage", c, max(l.From, orBeginning(c.StartsOn)))
		wrong.after("input.from", c, l.From)
		if c.StartsOn != nil && l.From < *c.StartsOn {
			wrong.Add(fault.Bad("input.from", "The coverage starts on {startsOn}, after this day.",
				"Give {startsOn} or a later day.", fault.With("startsOn", value.OfDay(*c.StartsOn))))
		}
		item := &newItem{CoverageItem: ent.CoverageItem{LineItemID: line.ID}, line: line}
		if err := wrong.quantity(ctx, tx, "input.quantity", item, l.Quantity); err != nil {
			return err
		}
		if err := wrong.level(ctx, tx, "input.level", &item.LevelID, &item.Edges.Level, l.Level); err != nil {
			return err
		}
		if known != nil {
			wrong.asBefore(known, item, l, line)
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		if known != nil {
			return c.linkAgain(ctx, tx, done, known, l.From, s.today(), r.Reason)
		}
		if c.StartsOn == nil || *c.StartsOn < l.From {
			item.decisions = []rights.NewDecision{withdrawal(c.AccountID, 0, day.Beginning, l.From-1, r.Reason)}
		}
		WarnOfOverhang(done, c.EndsOn, line)
		if err := addItems(ctx, tx, done, done.Now(), &newCoverage{Coverage: c.Coverage,
			items: []*newItem{item}}); err != nil {
			return err
		}
		done.Result(item.ID)
		return c.touch(ctx, tx, done)
	})
}

// touch says in the row of the coverage that it changed.
func (s *subject) touch(ctx context.Context, tx store.Tx, done *change.Record) error {
	if err := tx.Client().Coverage.UpdateOneID(s.ID).SetUpdatedAt(done.Now()).Exec(ctx); err != nil {
		return fmt.Errorf("say that %s changed: %w", s.ID, err)
	}
	return nil
}

func orBeginning(first *day.Day) day.Day {
	if first == nil {
		return day.Beginning
	}
	return *first
}

// line refuses a line that the coverage cannot cover, or has an item for on a day. It returns the item that was
// unlinked before; nil if there is none.
func (r *refusals) line(c *subject, line *ent.LineItem, from day.Day) *ent.CoverageItem {
	if line.AccountID != c.AccountID {
		r.Add(fault.New(OtherAccount, "input.lineItem", "The line item belongs to the account {lineAccount}, and the "+
			"coverage to {coverageAccount}.", "Name a line item of the same account.",
			fault.With("lineAccount", value.OfReference(line.AccountID, "")),
			fault.With("coverageAccount", value.OfReference(c.AccountID, ""))))
	}
	if line.ProductLineID != c.ProductLineID {
		r.Add(fault.New(OtherProductLine, "input.lineItem", "The line item belongs to the product line "+
			"{lineProductLine}, and the coverage to {coverageProductLine}.",
			"Name a line item of the same product line.",
			fault.With("lineProductLine", value.OfReference(line.ProductLineID, "")),
			fault.With("coverageProductLine", value.OfReference(c.ProductLineID, ""))))
	}
	at := slices.IndexFunc(c.items, func(i *ent.CoverageItem) bool { return i.LineItemID == line.ID })
	if at < 0 {
		return nil
	}
	if len(c.unlinking(c.items[at].ID, from)) > 0 {
		return c.items[at]
	}
	r.Add(alreadyIn(c.items[at], line))
	return nil
}

func alreadyIn(item *ent.CoverageItem, line *ent.LineItem) *fault.Error {
	return fault.New(AlreadyIn, "input.lineItem", "The coverage has the item {coverageItem} for this line item "+
		"already.", "Name another line item. What the item covers is corrected with correctCoverage, and it is "+
		"unlinked with unlinkCoverage.", fault.With("coverageItem", value.OfReference(item.ID, line.ActivationID)))
}

// unlinking returns the decisions that withdraw an item on a day and on all later days of the coverage.
func (s *subject) unlinking(item gid.ID, on day.Day) (list []*ent.Decision) {
	for _, d := range s.decisions[item] {
		if d.Kind == vocabulary.DecisionWithdrawn && d.LiftedAt == nil && d.StartsOn <= on && s.EndsOn <= d.EndsOn {
			list = append(list, d)
		}
	}
	return list
}

// asBefore refuses to link a line again otherwise than before.
func (r *refusals) asBefore(known *ent.CoverageItem, item *newItem, l Link, line *ent.LineItem) {
	if l.Quantity != nil && item.Quantity != nil && (known.Quantity == nil || *known.Quantity != *item.Quantity) ||
		l.Level != nil && orZero(known.LevelID) != orZero(item.LevelID) {
		r.Add(alreadyIn(known, line))
	}
}

// linkAgain releases the decisions by which an item was unlinked, from a day on.
func (s *subject) linkAgain(ctx context.Context, tx store.Tx, done *change.Record, item *ent.CoverageItem,
	from, today day.Day, reason string) error {
	for _, d := range s.unlinking(item.ID, from) {
		if err := rights.ReleaseDecision(ctx, tx, done, d, today, from-1, reason, s.label(item)); err != nil {
			return err
		}
	}
	WarnOfOverhang(done, s.EndsOn, s.lines[item.LineItemID])
	done.Result(item.ID)
	return s.touch(ctx, tx, done)
}

// quantity sets how much of its line an item covers.
func (r *refusals) quantity(ctx context.Context, tx store.Tx, field string, item *newItem, amount *string) error {
	if amount == nil {
		return nil
	}
	unit, err := tx.Client().UnitOfMeasure.Query().Where(unitofmeasure.ID(item.line.UnitID)).Only(ctx)
	if err != nil {
		return fmt.Errorf("read the unit of %s: %w", item.LineItemID, err)
	}
	base, ok := quantity.ParseUnits(*amount, unit.Scale)
	if !ok || base == 0 {
		r.Add(fault.Bad(field, "This is not a quantity of {unit}: a decimal number above 0, of which the "+
			"base unit is counted whole.", "Give a quantity in the unit of the line item, or leave it out to cover "+
			"all of it.", fault.With("unit", value.OfReference(unit.ID, unit.Code))))
		return nil
	}
	item.Quantity = &base
	return nil
}

// Unlink withdraws an item of a coverage from a day on, so that its line is no longer covered by it; nil is today. The
// item stays. The outcome has its id. It returns COVERAGE_WITHDRAWN, BAD_INPUT or NOT_FOUND.
func (s *Service) Unlink(ctx context.Context, r change.Request, id gid.ID, from *day.Day) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		row, err := tx.Client().CoverageItem.Query().Where(coverageitem.ID(id)).Only(ctx)
		if ent.IsNotFound(err) {
			return fault.Missing("input.coverageItem", "CoverageItem", id)
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", id, err)
		}
		c, err := lockCoverage(ctx, tx, "input.coverageItem", rights.Wanted{Coverages: []gid.ID{row.CoverageID}})
		if err != nil {
			return err
		}
		if err := s.withdraw(ctx, tx, done, c, id, from, r.Reason, c.label(row)); err != nil {
			return err
		}
		return c.touch(ctx, tx, done)
	})
}
