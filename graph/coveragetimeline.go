package graph

import (
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
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
	fields := plan.Fields{
		"coveredQuantity": quantityOf(ownUnit, func(c *plan.Call, r plan.Row) *measured {
			if isLater(r, knownAt(c)) {
				return nil
			}
			line, coverages := coverageKnown(c, r)
			return coveredAmount(coverage.CoveredOn(line, coverages, kindAsked(c), c.On()))
		}),
		"coveredUntil": ifKnown(func(c *plan.Call, r plan.Row) any {
			if until := unbroken(c, r); until != nil && *until != day.Forever {
				return *until
			}
			return nil
		}),
		"isCoveredForever": ifKnown(func(c *plan.Call, r plan.Row) any {
			until := unbroken(c, r)
			return until != nil && *until == day.Forever
		}),
		"coverageTimeline": plan.Value(coverageTimeline, ownUnit, ownUnit+".scale").Judged(judgeTimeline),
	}
	for _, f := range fields {
		f.Needing("created_at").Using(&coveragesOfLines.Fact, &factsOfLines.Fact)
	}
	return fields
}

// coverageKnown returns what is known of a line item and of its coverages as of the moment in the argument knownAt.
func coverageKnown(c *plan.Call, r plan.Row) (*entitlement.Facts, []coverage.Fact) {
	at := knownAt(c)
	return factsOfLines.Of(r).KnownAt(at), coverage.KnownAt(coveragesOfLines.Of(r), at)
}

func kindAsked(c *plan.Call) *vocabulary.CoverageKind {
	return plan.Arg[*vocabulary.CoverageKind](c, "kind")
}

// unbroken returns the last day of the covered days around the day asked about; nil if that is not covered.
func unbroken(c *plan.Call, r plan.Row) *day.Day {
	line, coverages := coverageKnown(c, r)
	return coverage.CoveredUntil(line, coverages, kindAsked(c), c.On())
}

func judgeTimeline(c *plan.Call) error {
	return page.CheckMonths("to", plan.Arg[day.Day](c, "from"), plan.Arg[day.Day](c, "to"), coverage.MaxMonths)
}

func coverageTimeline(c *plan.Call, r plan.Row) (any, error) {
	if err := judgeTimeline(c); err != nil || isLater(r, knownAt(c)) {
		return nil, err
	}
	line, coverages := coverageKnown(c, r)
	list := coverage.Timeline(line, coverages, kindAsked(c), plan.Arg[day.Day](c, "from"),
		plan.Arg[day.Day](c, "to"))
	out := make([]*segment, len(list))
	for i, s := range list {
		out[i] = &segment{s, r.ID(ownUnit), r.Int(ownUnit + ".scale")}
	}
	return out, nil
}
