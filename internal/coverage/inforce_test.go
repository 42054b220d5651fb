package coverage_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

// held is a decision that holds on every day.
var held = entitlement.Decisions{{Kind: vocabulary.DecisionOnHold, First: day.Beginning, Last: day.Forever}}

func TestTheHighestLevelIsInForceThenTheLongestThenTheOldest(t *testing.T) {
	high, low := int64(9), int64(-2)
	support := vocabulary.CoverageKindSupport
	of := func(item gid.ID, rank *int64, first, last int, kind vocabulary.CoverageKind) coverage.Fact {
		return coverage.Fact{Item: item, Rank: rank, First: on(first), Last: *on(last), Kind: kind}
	}
	maintenance := vocabulary.CoverageKindMaintenance
	ruledOut := of(9, &high, -9, 99, maintenance)
	ruledOut.Own = held
	later := of(1, nil, -9, 9, support)
	later.Created = 1
	forever := coverage.Fact{Item: 8, Rank: &low, Last: day.Forever, Perpetual: true, Kind: support}
	for name, c := range map[string]struct {
		facts []coverage.Fact
		kind  *vocabulary.CoverageKind
		want  gid.ID
	}{
		"none":               {nil, nil, 0},
		"one that has ended": {[]coverage.Fact{of(1, nil, -9, -1, maintenance)}, nil, 0},
		"one that begins":    {[]coverage.Fact{of(1, nil, 1, 9, maintenance)}, nil, 0},
		"its last day":       {[]coverage.Fact{of(1, nil, -9, 0, maintenance)}, nil, 1},
		"one that is held":   {[]coverage.Fact{ruledOut}, nil, 0},
		"a level before none": {[]coverage.Fact{of(1, nil, -9, 9, maintenance),
			of(2, &low, -9, 3, maintenance)}, nil, 2},
		"a higher level before a longer":         {[]coverage.Fact{forever, of(2, &high, -9, 3, support)}, nil, 2},
		"a longer one of the same level":         {[]coverage.Fact{of(1, &low, -9, 9, support), forever}, nil, 8},
		"the first created of those that are as": {[]coverage.Fact{later, of(2, nil, -3, 9, support)}, nil, 2},
		"one of those created at once": {[]coverage.Fact{of(2, nil, -9, 9, support), of(1, nil, -3, 9, support)},
			nil, 1},
		"one of the kind only": {[]coverage.Fact{of(1, &high, -9, 9, maintenance), of(2, &low, -9, 9, support)},
			&support, 2},
		"none of the kind": {[]coverage.Fact{of(1, &high, -9, 9, maintenance)}, &support, 0},
	} {
		var got gid.ID
		if f := coverage.InForce(lineFrom(-9, 9, nil), c.facts, c.kind, fixture.Today); f != nil {
			got = f.Item
		}
		if got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

// lineFrom is a line that is granted from one day to another.
func lineFrom(first, last int, decisions entitlement.Decisions) *entitlement.Facts {
	return &entitlement.Facts{Line: decisions, Periods: []entitlement.PeriodFact{
		{ID: 1, Interval: entitlement.Interval{First: on(first), Last: on(last)}}}}
}

// A coverage does not cover a line that cannot be used.
func TestACoverageNeedsALineThatCanBeUsed(t *testing.T) {
	facts := []coverage.Fact{{Item: 1, First: on(-9), Last: *on(9), Kind: vocabulary.CoverageKindSupport}}
	for name, c := range map[string]struct {
		line    *entitlement.Facts
		covered bool
	}{
		"in use":         {lineFrom(-9, 0, nil), true},
		"ended":          {lineFrom(-9, -1, nil), false},
		"not begun":      {lineFrom(1, 9, nil), false},
		"on hold":        {lineFrom(-9, 9, held), false},
		"without period": {&entitlement.Facts{}, false},
	} {
		if got := coverage.InForce(c.line, facts, nil, fixture.Today) != nil; got != c.covered {
			t.Errorf("a line that is %s: covered is %t", name, got)
		}
	}
}

// The end of the coverages is the last day on which one of them is under no decision.
func TestCoveragesEndOnTheirLastDayWithoutADecision(t *testing.T) {
	from := func(first int) entitlement.Decisions {
		return entitlement.Decisions{{Kind: vocabulary.DecisionWithdrawn, First: *on(first), Last: day.Forever}}
	}
	forever := coverage.Fact{First: on(-9), Last: day.Forever, Perpetual: true}
	dated := coverage.Fact{First: on(-9), Last: *on(9)}
	with := func(f coverage.Fact, own, header entitlement.Decisions) coverage.Fact {
		f.Own, f.Header = own, header
		return f
	}
	last := day.Forever
	for name, c := range map[string]struct {
		facts []coverage.Fact
		want  coverage.Until
	}{
		"none":                       {nil, coverage.Until{}},
		"one that ends":              {[]coverage.Fact{dated}, coverage.Until{Last: on(9)}},
		"one without end beside it":  {[]coverage.Fact{dated, forever}, coverage.Until{Last: &last, Perpetual: true}},
		"withdrawn from a day on":    {[]coverage.Fact{with(forever, from(4), nil)}, coverage.Until{Last: on(3)}},
		"its entitlement withdrawn":  {[]coverage.Fact{with(dated, nil, from(1))}, coverage.Until{Last: on(0)}},
		"withdrawn before it begins": {[]coverage.Fact{with(dated, from(-9), nil)}, coverage.Until{}},
		"withdrawn twice": {[]coverage.Fact{with(dated, entitlement.Decisions{
			{Kind: vocabulary.DecisionOnHold, First: *on(2), Last: *on(6)},
			{Kind: vocabulary.DecisionWithdrawn, First: *on(7), Last: day.Forever}}, nil)},
			coverage.Until{Last: on(1)}},
		"held for some days in between": {[]coverage.Fact{with(dated, entitlement.Decisions{
			{Kind: vocabulary.DecisionOnHold, First: *on(2), Last: *on(6)}}, nil)}, coverage.Until{Last: on(9)}},
	} {
		if diff := cmp.Diff(c.want, coverage.UntilOf(c.facts)); diff != "" {
			t.Errorf("%s (-want, +got):\n%s", name, diff)
		}
	}
}
