package graph

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/graph/level"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/vocabulary"
)

// amount writes a number of base units of a unit.
func amount(base int64, unit *model.UnitOfMeasure) (*model.Quantity, error) {
	if unit == nil {
		return nil, fmt.Errorf("a quantity without its unit")
	}
	return &model.Quantity{Numerator: base, Denominator: 1, Unit: unit}, nil
}

// amountOr writes a number of base units, or unlimited.
func amountOr(unlimited bool, base int64, unit *model.UnitOfMeasure) (*model.Quantity, error) {
	if unlimited && unit != nil {
		return &model.Quantity{Unlimited: true, Unit: unit}, nil
	}
	return amount(base, unit)
}

func money(minor *int64, currency *string) (*model.Money, error) {
	if minor == nil || currency == nil {
		return nil, nil
	}
	scale, err := quantity.MinorUnits(*currency)
	if err != nil {
		return nil, err
	}
	return &model.Money{Amount: quantity.Text(*minor, scale), MinorUnits: fmt.Sprint(*minor), Currency: *currency}, nil
}

// unitOf fetches the unit of a line item.
func (r *Resolver) unitOf(ctx context.Context, l *model.LineItem) (*model.UnitOfMeasure, error) {
	return level.Load(ctx, l.Place, "#unit", func(ctx context.Context, rows []*model.LineItem) ([]*model.UnitOfMeasure, error) {
		return r.kinds.unit.byID(ctx, keysOf(rows, func(l *model.LineItem) gid.ID { return l.UnitID }), nil)
	})
}

// unitThrough fetches the unit of the line item that a row belongs to.
func unitThrough[P any](ctx context.Context, r *Resolver, at level.Place[P], line func(P) gid.ID) (*model.UnitOfMeasure, error) {
	return level.Load(ctx, at, "#unit", func(ctx context.Context, rows []P) ([]*model.UnitOfMeasure, error) {
		lines, err := r.kinds.lineItem.byID(ctx, keysOf(rows, line), []string{"id", "unit_id"})
		if err != nil {
			return nil, err
		}
		return r.kinds.unit.byID(ctx, keysOf(lines, func(l *model.LineItem) gid.ID {
			if l == nil {
				return 0
			}
			return l.UnitID
		}), nil)
	})
}

// lineAmount writes base units of the unit of the line item that a row belongs to.
func lineAmount[P any](ctx context.Context, r *Resolver, at level.Place[P], line func(P) gid.ID, base int64) (*model.Quantity, error) {
	unit, err := unitThrough(ctx, r, at, line)
	if err != nil {
		return nil, err
	}
	return amount(base, unit)
}

// ownAmount writes base units of a line item's own unit.
func (r *Resolver) ownAmount(ctx context.Context, l *model.LineItem, unlimited bool, base int64) (*model.Quantity, error) {
	unit, err := r.unitOf(ctx, l)
	if err != nil {
		return nil, err
	}
	return amountOr(unlimited, base, unit)
}

func (r *Resolver) facts(ctx context.Context, l *model.LineItem) (*rights.Facts, error) {
	return factsThrough(ctx, r, l.Place, func(l *model.LineItem) gid.ID { return l.ID })
}

// factsThrough gathers the facts of the line item that a row belongs to.
func factsThrough[P any](ctx context.Context, r *Resolver, at level.Place[P], line func(P) gid.ID) (*rights.Facts, error) {
	return level.Load(ctx, at, "#facts", func(ctx context.Context, rows []P) ([]*rights.Facts, error) {
		return r.entitlement.FactsOf(ctx, keysOf(rows, line))
	})
}

// on returns the day asked about, or today.
func (r *Resolver) on(asked *day.Day) day.Day {
	if asked != nil {
		return *asked
	}
	return r.today()
}

// governing returns the amount of the period that speaks for a line on a day, or nil where it is not known.
func (r *Resolver) governing(ctx context.Context, l *model.LineItem, on day.Day) (*model.Quantity, error) {
	facts, err := r.facts(ctx, l)
	if err != nil {
		return nil, err
	}
	p := facts.Governing(on)
	if p == nil || p.Quantity == nil && !p.Unlimited {
		return nil, nil
	}
	var base int64
	if p.Quantity != nil {
		base = *p.Quantity
	}
	return r.ownAmount(ctx, l, p.Unlimited, base)
}

// periodInForce fetches the periods in force on a day for all lines of the level at once.
func (r *Resolver) periodInForce(ctx context.Context, l *model.LineItem, on day.Day) (*model.Period, error) {
	if _, err := r.facts(ctx, l); err != nil { // all lines of the level have their facts from here on
		return nil, err
	}
	name := "#period in force " + on.String()
	return level.Load(ctx, l.Place, name, func(ctx context.Context, rows []*model.LineItem) ([]*model.Period, error) {
		ids := make([]int64, len(rows))
		for i, row := range rows {
			facts, err := r.facts(ctx, row)
			if err != nil {
				return nil, err
			}
			if p := facts.InForce(on); p != nil {
				ids[i] = int64(p.ID)
			}
		}
		return r.kinds.period.byID(ctx, ids, nil)
	})
}

// decisionsOf fetches the decisions on line items and on their periods.
func (r *Resolver) decisionsOf(ctx context.Context, l *model.LineItem) ([]*model.DecisionRecord, error) {
	if _, err := r.facts(ctx, l); err != nil {
		return nil, err
	}
	return level.Load(ctx, l.Place, "#decisions", func(ctx context.Context, rows []*model.LineItem) ([][]*model.DecisionRecord, error) {
		var subjects []int64
		ends := make([]int, len(rows))
		for i, row := range rows {
			facts, err := r.facts(ctx, row)
			if err != nil {
				return nil, err
			}
			subjects = append(subjects, int64(row.ID))
			for _, p := range facts.Periods {
				subjects = append(subjects, int64(p.ID))
			}
			ends[i] = len(subjects)
		}
		groups, err := r.entitlement.Decisions.All(ctx, decision.FieldSubjectID, subjects, newestDecisions, nil)
		if err != nil {
			return nil, err
		}
		records := split(model.DecisionRecords, groups)
		out := make([][]*model.DecisionRecord, len(rows))
		begin := 0
		for i, end := range ends {
			for _, group := range records[begin:end] {
				out[i] = append(out[i], group...)
			}
			begin = end
		}
		return out, nil
	})
}

var (
	newestDecisions = page.Order{Name: "NEWEST", Descending: true}
	newestEntries   = page.Order{Name: "NEWEST", Descending: true}
	inOrder         = page.Order{Name: "ID"}
)

func entitlementOrder(o *model.EntitlementOrder) page.Order {
	if o != nil && *o == model.EntitlementOrderNumber {
		return rights.EntitlementsByNumber
	}
	return rights.NewestEntitlements
}

func lineItemOrder(o *model.LineItemOrder) page.Order {
	if o != nil {
		switch *o {
		case model.LineItemOrderNewest:
			return rights.NewestLineItems
		case model.LineItemOrderOldest:
			return rights.OldestLineItems
		}
	}
	return rights.LineItemsByExpiry
}

// oldestUnlessAsked is the order inside an entitlement, where lines stand as they were ordered.
func oldestUnlessAsked(o *model.LineItemOrder) page.Order {
	if o == nil {
		return rights.OldestLineItems
	}
	return lineItemOrder(o)
}

func entitlementFilter(f *model.EntitlementFilterInput) rights.Filter {
	if f == nil {
		return rights.Filter{}
	}
	return rights.Filter{
		Account: orNone(f.Account), IncludeSubAccounts: orFalse(f.IncludeSubAccounts),
		ChannelPartner: orNone(f.ChannelPartner), ProductLine: orNone(f.ProductLine), Product: orNone(f.Product),
		NumberStartsWith: orEmpty(f.NumberStartsWith),
	}
}

func (r *Resolver) lineFilter(f *model.LineItemFilterInput) rights.LineFilter {
	if f == nil {
		return rights.LineFilter{}
	}
	return rights.LineFilter{
		Account: orNone(f.Account), IncludeSubAccounts: orFalse(f.IncludeSubAccounts),
		ProductLine: orNone(f.ProductLine), Product: orNone(f.Product), Unit: orNone(f.Unit),
		Statuses: f.Status, On: r.on(f.On), Ends: dayRange(f.EndsBetween), CoverageEnds: dayRange(f.CoverageEndsBetween),
		ActivationIDStartsWith: orEmpty(f.ActivationIDStartsWith),
	}
}

func dayRange(d *model.DayRangeInput) *rights.Interval {
	if d == nil {
		return nil
	}
	return &rights.Interval{First: d.From, Last: d.To}
}

func orFalse(b *bool) bool { return b != nil && *b }

func orEmpty[T ~string](s *T) T {
	if s == nil {
		return ""
	}
	return *s
}

// ownRows refuses a filter by account below an account, where it could only contradict.
func ownRows(account *gid.ID, includeSubAccounts *bool) error {
	if account == nil && !orFalse(includeSubAccounts) {
		return nil
	}
	return fault.New(fault.BadInput, "filter.account", "The list below an account has the rows of that account only.",
		"Leave filter.account and filter.includeSubAccounts out, or ask the root list of the same name.")
}

// daysOrNil writes a number of days, or null where there is no last one.
func daysOrNil(days int, ends bool) *int {
	if !ends {
		return nil
	}
	return &days
}

// periodAmount writes what a period grants.
func (r *Resolver) periodAmount(ctx context.Context, p *model.Period) (*model.Quantity, error) {
	unit, err := unitThrough(ctx, r, p.Place, func(p *model.Period) gid.ID { return p.LineItemID })
	if err != nil {
		return nil, err
	}
	if p.Unlimited {
		return amountOr(true, 0, unit)
	}
	return amount(*p.Period.Quantity, unit)
}

// periodStatus judges one period on a day.
func (r *Resolver) periodStatus(ctx context.Context, p *model.Period, on day.Day) (vocabulary.Status, error) {
	facts, err := factsThrough(ctx, r, p.Place, func(p *model.Period) gid.ID { return p.LineItemID })
	if err != nil {
		return "", err
	}
	for i := range facts.Periods {
		if facts.Periods[i].ID == p.ID {
			return facts.PeriodStatus(&facts.Periods[i], on), nil
		}
	}
	return "", fmt.Errorf("period %s is not among the periods of its line", p.ID)
}
