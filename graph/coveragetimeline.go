package graph

import (
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// segment is a segment of the coverage of a line item, with the unit of its quantity.
type segment struct {
	coverage.Segment
	unit  gid.ID
	scale int64
}

func coverageSegmentObject() *plan.Object {
	of := func(get func(*segment) any) *plan.Field {
		return plan.Plain(func(_ *plan.Call, r plan.Row) any { return get(r.Value().(*segment)) })
	}
	return &plan.Object{Name: "CoverageSegment", Value: (*segment)(nil), Fields: plan.Fields{
		"startsOn": of(func(s *segment) any { return s.First }),
		"endsOn":   of(func(s *segment) any { return s.Last }),
		"state":    of(func(s *segment) any { return s.State }),
		"items": plan.Keys(func(_ *plan.Call, r plan.Row) ([]gid.ID, error) {
			return r.Value().(*segment).Items, nil
		}),
		"quantity": of(func(s *segment) any {
			m := coveredAmount(s.Quantity)
			if m == nil {
				return nil
			}
			m.scale, m.unit = s.scale, s.unit
			return m
		}).WithOwn("unit"),
	}}
}

// coveredAmount returns a covered quantity as an amount; nil if it is not known.
func coveredAmount(q coverage.Quantity) *measured {
	switch {
	case q.Unlimited:
		return &measured{Unlimited: true, denominator: 1}
	case q.Amount == nil:
		return nil
	}
	return &measured{sum: q.Amount, denominator: 1}
}

// lineCoverage declares how much of a line item is covered, and until when.
func lineCoverage() plan.Fields {
	return plan.Fields{
		"coveredQuantity": quantityOf(ownUnit, func(c *plan.Call, r plan.Row) *measured {
			return coveredAmount(coverage.CoveredOn(factsOfLines.Of(r), coveragesOfLines.Of(r), kindAsked(c), c.On()))
		}).Using(&coveragesOfLines.Fact, &factsOfLines.Fact),
		"coveredUntil": plan.Plain(func(c *plan.Call, r plan.Row) any {
			if until := unbroken(c, r); until != nil && *until != day.Forever {
				return *until
			}
			return nil
		}).Using(&coveragesOfLines.Fact, &factsOfLines.Fact),
		"isCoveredForever": plan.Plain(func(c *plan.Call, r plan.Row) any {
			until := unbroken(c, r)
			return until != nil && *until == day.Forever
		}).Using(&coveragesOfLines.Fact, &factsOfLines.Fact),
		"coverageTimeline": plan.Value(coverageTimeline, ownUnit, ownUnit+".scale").
			Using(&coveragesOfLines.Fact, &factsOfLines.Fact).Judged(judgeTimeline),
	}
}

func kindAsked(c *plan.Call) *vocabulary.CoverageKind {
	return plan.Arg[*vocabulary.CoverageKind](c, "kind")
}

// unbroken returns the last day of the covered days around the day asked about; nil if that is not covered.
func unbroken(c *plan.Call, r plan.Row) *day.Day {
	return coverage.CoveredUntil(factsOfLines.Of(r), coveragesOfLines.Of(r), kindAsked(c), c.On())
}

func judgeTimeline(c *plan.Call) error {
	return page.CheckMonths("to", plan.Arg[day.Day](c, "from"), plan.Arg[day.Day](c, "to"), coverage.MaxMonths)
}

func coverageTimeline(c *plan.Call, r plan.Row) (any, error) {
	if err := judgeTimeline(c); err != nil {
		return nil, err
	}
	list := coverage.Timeline(factsOfLines.Of(r), coveragesOfLines.Of(r), kindAsked(c), plan.Arg[day.Day](c, "from"),
		plan.Arg[day.Day](c, "to"))
	out := make([]*segment, len(list))
	for i, s := range list {
		out[i] = &segment{s, r.ID(ownUnit), r.Int(ownUnit + ".scale")}
	}
	return out, nil
}
