package graph

import (
	"context"

	"github.com/muniment/muniment/graph/level"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// fact gathers what judging a coverage needs, for all coverages of the level at once.
func (r *Resolver) fact(ctx context.Context, c *model.Coverage) (coverage.Fact, error) {
	header, err := level.Load(ctx, c.Place, "#header", func(ctx context.Context, rows []*model.Coverage) ([]*vocabulary.Decision, error) {
		return r.coverage.HeadersOf(ctx, keysOf(rows, func(c *model.Coverage) gid.ID { return c.ID }))
	})
	return coverage.FactOf(c.Coverage, header), err
}

// isCovered tells whether a coverage of a kind, or of any kind, is in force for a line item on a day.
func (r *Resolver) isCovered(ctx context.Context, l *model.LineItem, on day.Day, kind *vocabulary.CoverageKind) (bool, error) {
	facts, err := level.Load(ctx, l.Place, "#coverages", func(ctx context.Context, rows []*model.LineItem) ([][]coverage.Fact, error) {
		return r.coverage.FactsOfLines(ctx, keysOf(rows, func(l *model.LineItem) gid.ID { return l.ID }))
	})
	if err != nil {
		return false, err
	}
	for _, f := range facts {
		if (kind == nil || *kind == f.Kind) && f.Status(on) == vocabulary.StatusActive {
			return true, nil
		}
	}
	return false, nil
}

// coverageEndsOn returns the last covered day of a line item; nil where nothing covers it or where there is no end.
func (r *Resolver) coverageEndsOn(ctx context.Context, l *model.LineItem) (*day.Day, error) {
	last, err := level.Load(ctx, l.Place, "#coverage end", func(ctx context.Context, rows []*model.LineItem) ([]*day.Day, error) {
		return r.coverage.LastDaysOfLines(ctx, keysOf(rows, func(l *model.LineItem) gid.ID { return l.ID }))
	})
	if last != nil && *last == day.Forever {
		return nil, err
	}
	return last, err
}

func coverageOrder(o *model.CoverageOrder) page.Order {
	if o != nil && *o == model.CoverageOrderNewest {
		return coverage.Newest
	}
	return coverage.ByLastDay
}

func (r *Resolver) coverageFilter(f *model.CoverageFilterInput) coverage.Filter {
	if f == nil {
		return coverage.Filter{}
	}
	return coverage.Filter{
		Account: orNone(f.Account), IncludeSubAccounts: orFalse(f.IncludeSubAccounts), ProductLine: orNone(f.ProductLine),
		Kind: orEmpty(f.Kind), Statuses: f.Status, On: r.on(f.On), Ends: dayRange(f.EndsBetween),
	}
}
