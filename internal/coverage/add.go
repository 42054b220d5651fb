package coverage

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Addition is a coverage that is sold for a line that was sold without one, or has had none for some time.
type Addition struct {
	LineItem gid.ID
	Kind     vocabulary.CoverageKind
	// StartsOn is nil for today.
	StartsOn *day.Day
	// EndsOn is the last day. If it is nil, Length tells it, in units of LengthUnit.
	EndsOn     *day.Day
	Length     *int
	LengthUnit *vocabulary.TermUnit
	// Level is nil for none.
	Level *gid.ID
	// Quantity is how much of the line is covered, in its unit, as the client wrote it; nil for all of it.
	Quantity *string
	Order    *Order
	// Price is what is paid for all of its days; nil if that is not known.
	Price *Price
	// Again allows it beside a coverage of the same kind on the same days.
	Again bool
}

// Price is an amount of money as the client wrote it.
type Price struct{ Amount, Currency string }

// Add adds a coverage of its own to a line. The outcome has its id. It returns ALREADY_COVERED, RETIRED,
// ACCOUNT_RETIRED, HOME_ELSEWHERE, BAD_INPUT, BAD_RANGE or NOT_FOUND, and warns with COVERAGE_OVERHANG.
func (s *Service) Add(ctx context.Context, r change.Request, a Addition) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		locked, err := rights.Lock(ctx, tx, rights.Wanted{Lines: []gid.ID{a.LineItem}, GrantsAt: "input.lineItem"})
		if err != nil {
			return err
		}
		if len(locked.Lines) == 0 {
			return fault.Missing("input.lineItem", "LineItem", a.LineItem)
		}
		line := locked.Lines[0]
		if err := change.AtHome(ctx, tx,
			change.Home{Account: line.AccountID, ProductLine: line.ProductLineID}); err != nil {
			return err
		}
		var wrong refusals
		wrong.Add(locked.Retired(line.AccountID))
		wrong.order("input.order", a.Order)
		added := &ent.Coverage{ID: gid.New(gid.Coverage, line.AccountID.Locality()), AccountID: line.AccountID,
			EntitlementID: &line.EntitlementID, ProductLineID: line.ProductLineID, Kind: a.Kind, Visible: line.Visible,
			ActivationID: rights.NewActivationID()}
		wrong.daysOf(a, s.today(), added)
		if a.Order != nil {
			added.OrderID, added.OrderLine = a.Order.Number, a.Order.Line
		}
		item := &newItem{CoverageItem: ent.CoverageItem{LineItemID: line.ID}, line: line}
		if err := wrong.quantity(ctx, tx, "input.quantity", item, a.Quantity); err != nil {
			return err
		}
		if err := wrong.level(ctx, tx, "input.level", &added.LevelID, &added.Edges.Level, a.Level); err != nil {
			return err
		}
		if a.Price != nil {
			minor, err := catalog.MinorOf("input.price", a.Price.Amount, a.Price.Currency)
			if err := wrong.AddIf(err); err != nil {
				return err
			}
			item.PriceMinor, item.Currency = &minor, &a.Price.Currency
		}
		if len(wrong.List) == 0 && !a.Again {
			if err := wrong.covered(ctx, tx, line, added); err != nil {
				return err
			}
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		WarnOfOverhang(done, added.EndsOn, line)
		label := added.ActivationID
		if r.DryRun { // the real run makes another one
			label = ""
		}
		if err := create(ctx, tx, done, &newCoverage{Coverage: added, label: label,
			items: []*newItem{item}}); err != nil {
			return err
		}
		done.Result(added.ID)
		return nil
	})
}

// daysOf sets the days of a coverage that is added.
func (r *refusals) daysOf(a Addition, today day.Day, added *ent.Coverage) {
	r.length(a.EndsOn, a.Length, a.LengthUnit)
	first := today
	if a.StartsOn != nil {
		first = *a.StartsOn
	}
	added.StartsOn = &first
	switch {
	case a.EndsOn != nil:
		added.EndsOn = *a.EndsOn
	case a.Length == nil:
		r.Add(fault.Bad("input.endsOn", "The last day of the coverage is missing.",
			"Give the last day, or the length with its unit."))
	case a.LengthUnit != nil && isLength(*a.Length, *a.LengthUnit):
		added.EndsOn = catalog.LastDay(first, *a.Length, *a.LengthUnit)
	}
	if len(r.List) == 0 {
		r.Days("input.endsOn", &first, &added.EndsOn)
		r.Add(fault.EndsTooLate("input.endsOn", added.EndsOn))
	}
}

// covered refuses a coverage of a line that another one of its kind covers on some of the same days.
func (r *refusals) covered(ctx context.Context, tx store.Tx, line *ent.LineItem, added *ent.Coverage) error {
	items, err := tx.Client().CoverageItem.Query().Where(coverageitem.LineItemID(line.ID),
		coverageitem.HasCoverageWith(coverage.KindEQ(added.Kind), coverage.EndsOnGTE(*added.StartsOn),
			coverage.Or(coverage.StartsOnIsNil(), coverage.StartsOnLTE(added.EndsOn)))).
		WithCoverage().Order(ent.Asc(coverageitem.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("read what covers %s: %w", line.ID, err)
	}
	var subjects []gid.ID
	for _, item := range items {
		subjects = append(subjects, item.ID, item.CoverageID)
	}
	about, err := rights.DecisionsAbout(ctx, tx, subjects...)
	if err != nil {
		return err
	}
	for _, item := range items {
		c := item.Edges.Coverage
		stopped := append(withdrawals(about[item.ID]), withdrawals(about[c.ID])...)
		first, last := max(orBeginning(c.StartsOn), *added.StartsOn), min(c.EndsOn, added.EndsOn)
		if _, free := stopped.LastFree(first, last); free {
			r.Add(fault.New(AlreadyCovered, "input.lineItem", "The coverage {coverage} of the same kind covers the "+
				"line item from {from} to {to} already.", "Extend that one with extendCoverage, give other days, or "+
				"send again: true.", fault.With("coverage", value.OfReference(c.ID, c.ActivationID)),
				fault.With("from", value.OfDay(first)), fault.With("to", value.OfDay(last))))
			return nil
		}
	}
	return nil
}
