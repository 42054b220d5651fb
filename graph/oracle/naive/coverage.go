package naive

import (
	"cmp"
	"math/big"
	"slices"
	"time"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// covering is a coverage of a line item, with the item by which it covers the line.
type covering struct{ item, coverage row }

// coveringOf returns the coverages of a line that the viewer sees, in the order of their items.
func (a *Answerer) coveringOf(line int64) (list []covering) {
	for _, i := range a.seenHaving("coverage_items", "line_item_id", line) {
		if c := a.seen("coverages", i.number("coverage_id")); c != nil {
			list = append(list, covering{i, c})
		}
	}
	slices.SortFunc(list, func(x, y covering) int {
		return cmp.Compare(x.item.number("id"), y.item.number("id"))
	})
	return list
}

// predecessors returns the ids of the coverages that a coverage renews, directly or by others of the list. A corrected
// coverage is called by the id of the one that was recorded first.
func predecessors(list []covering, c row) (ids []int64) {
	find := func(id int64) row {
		for _, other := range list {
			if other.coverage.number("id") == id {
				return other.coverage
			}
		}
		return nil
	}
	for c != nil && !c.null("renews_id") {
		ids = append(ids, original(list, c.number("renews_id")))
		c = find(c.number("renews_id"))
	}
	return ids
}

func original(list []covering, id int64) int64 {
	for _, other := range list {
		if other.coverage.number("id") == id && !other.coverage.null("replaces_id") {
			return original(list, other.coverage.number("replaces_id"))
		}
	}
	return id
}

// withoutReplaced leaves out of some coverages those that another of them, of the same kind, succeeds. all are those of
// the line.
func withoutReplaced(some, all []covering) (left []covering) {
	for _, c := range some {
		if !slices.ContainsFunc(some, func(o covering) bool {
			return o.coverage.text("kind") == c.coverage.text("kind") &&
				slices.Contains(predecessors(all, o.coverage), original(all, c.coverage.number("id")))
		}) {
			left = append(left, c)
		}
	}
	return left
}

// countingOn returns the coverages that count on a day, whatever the state of the line.
func (a *Answerer) countingOn(all []covering, kind *vocabulary.CoverageKind, on day.Day) []covering {
	var some []covering
	for _, c := range all {
		status := a.coverageStatus(c.coverage, c.item, on)
		if (kind == nil || string(*kind) == c.coverage.text("kind")) && (status == "ACTIVE" || status == "IN_GRACE") {
			some = append(some, c)
		}
	}
	return withoutReplaced(some, all)
}

// segmentOn is the coverage of a line on one day. amount is nil if it is not known.
type segmentOn struct {
	state     string
	items     []*item
	unlimited bool
	amount    *big.Int
}

func (s segmentOn) same(o segmentOn) bool {
	return s.state == o.state && s.unlimited == o.unlimited && (s.amount == nil) == (o.amount == nil) &&
		(s.amount == nil || s.amount.Cmp(o.amount) == 0) &&
		slices.EqualFunc(s.items, o.items, func(x, y *item) bool { return x.row.number("id") == y.row.number("id") })
}

// coverageOn reads the coverage of a line on a day.
func (in asked) coverageOn(all []covering, kind *vocabulary.CoverageKind, on day.Day) segmentOn {
	facts := in.factsOf(in.row.number("id"))
	usable, counted := facts.usable(on), in.countingOn(all, kind, on)
	s := segmentOn{amount: new(big.Int)}
	for _, c := range counted {
		s.items = append(s.items, &item{typ: "CoverageItem", row: c.item})
	}
	switch {
	case len(counted) == 0 && facts.status(on) == "IN_GRACE":
		s.state = "GRACE"
	case usable && len(counted) == 0:
		s.state = "GAP"
	case usable:
		s.state = "COVERED"
		in.amountCovered(&s, counted, facts.measuring(on))
	case len(counted) > 0:
		s.state = "OVERHANG"
	default:
		s.state = "NONE"
	}
	return s
}

// amountCovered sets how much coverages cover of what a period grants: the largest amount of a kind.
func (in asked) amountCovered(s *segmentOn, counted []covering, p *period) {
	for _, kind := range []string{"MAINTENANCE", "SUPPORT", "SUBSCRIPTION"} {
		sum := new(big.Int)
		for _, c := range counted {
			if c.coverage.text("kind") != kind {
				continue
			}
			if c.item.null("quantity") {
				switch {
				case p.unlimited:
					s.unlimited, s.amount = true, nil
					return
				case p.quantity == nil:
					s.amount = nil
					return
				}
				sum = big.NewInt(*p.quantity)
				break
			}
			sum.Add(sum, big.NewInt(c.item.number("quantity")))
		}
		if most := p.quantity; !p.unlimited && most != nil && sum.Cmp(big.NewInt(*most)) > 0 {
			sum = big.NewInt(*most)
		}
		if sum.Cmp(s.amount) > 0 {
			s.amount = sum
		}
	}
}

// quantity is the covered amount as a field value.
func (s segmentOn) quantity(in asked) *value {
	unit := in.row.number("unit_id")
	switch {
	case s.unlimited:
		return &value{"Quantity", map[string]any{"unlimited": true, "unit": in.object("UnitOfMeasure", unit),
			"amount": nil, "baseAmount": nil}}
	case s.amount == nil:
		return nil
	}
	return in.sum(s.amount, unit)
}

// aboutCoverage reads the arguments on and kind, and the coverages of the line.
func aboutCoverage(in asked) (on day.Day, kind *vocabulary.CoverageKind, all []covering, err error) {
	if on, err = in.today(); err != nil {
		return 0, nil, nil, err
	}
	kind, err = argument[vocabulary.CoverageKind](in, "kind")
	return on, kind, in.coveringOf(in.row.number("id")), err
}

func coveredQuantity(in asked) (any, error) {
	on, kind, all, err := aboutCoverage(in)
	if err != nil {
		return nil, err
	}
	return in.coverageOn(all, kind, on).quantity(in), nil
}

// afterAll is a day after every one that rows of the tests name.
var afterAll = day.Date(2035, 1, 1)

// unbroken counts the days up to the first one on which the line is not covered.
func unbroken(in asked) (last day.Day, covered bool, err error) {
	on, kind, all, err := aboutCoverage(in)
	if err != nil || in.coverageOn(all, kind, on).state != "COVERED" {
		return 0, false, err
	}
	for last = on; last < afterAll && in.coverageOn(all, kind, last+1).state == "COVERED"; {
		last++
	}
	return last, true, nil
}

func coveredUntil(in asked) (any, error) {
	last, covered, err := unbroken(in)
	if !covered || last >= afterAll {
		return nil, err
	}
	return last.String(), err
}

func isCoveredForever(in asked) (any, error) {
	last, covered, err := unbroken(in)
	return covered && last >= afterAll, err
}

func coverageTimeline(in asked) (any, error) {
	var from, to date
	for name, into := range map[string]any{"from": &from, "to": &to} {
		if err := read(in.args[name], into, name); err != nil {
			return nil, err
		}
	}
	first, last := day.Day(from), day.Day(to)
	start := first.Time()
	end := time.Date(start.Year()+10, start.Month(), start.Day(), 0, 0, 0, 0, time.UTC)
	if end.Day() != start.Day() { // the 29th of February
		end = end.AddDate(0, 0, -end.Day())
	}
	switch {
	case first > last:
		return nil, badRange()
	case !last.Time().Before(end):
		return nil, badInput("to", "the days are too far apart")
	}
	_, kind, all, err := aboutCoverage(in)
	if err != nil {
		return nil, err
	}
	var list []*value
	var before segmentOn
	for on := first; on <= last; on++ {
		s := in.coverageOn(all, kind, on)
		if len(list) == 0 || !s.same(before) {
			list = append(list, &value{"CoverageSegment", map[string]any{"startsOn": on.String(), "state": s.state,
				"items": s.items, "quantity": s.quantity(in)}})
		}
		list[len(list)-1].fields["endsOn"], before = on.String(), s
	}
	return list, nil
}
