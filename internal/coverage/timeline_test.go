package coverage_test

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/eligibility"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

func ptr[T any](v T) *T { return &v }

// of is a coverage with an id, from one day to another, counted from today.
func of(id gid.ID, first, last int, amount *int64) coverage.Fact {
	return coverage.Fact{Item: id, Coverage: id, First: on(first), Last: *on(last), Quantity: amount,
		Kind: vocabulary.CoverageKindSupport}
}

func renewing(f coverage.Fact, renews gid.ID) coverage.Fact {
	f.Renews = renews
	return f
}

func correcting(f coverage.Fact, replaces gid.ID) coverage.Fact {
	f.Replaces = replaces
	return f
}

func voided(f coverage.Fact) coverage.Fact {
	f.Own = entitlement.Decisions{{Kind: vocabulary.DecisionWithdrawn, First: day.Beginning, Last: day.Forever}}
	return f
}

// A successor replaces what it renews on the days on which both are in force; others add up, at most to what is
// granted.
func TestCoveragesAddUpAndSuccessorsReplace(t *testing.T) {
	n := func(amount int64) *int64 { return &amount }
	other := of(2, -9, 9, n(5))
	other.Kind = vocabulary.CoverageKindMaintenance
	otherRenewing := renewing(other, 1)
	granted := func(amount *int64, unlimited bool) *entitlement.Facts {
		line := lineFrom(-9, 9, nil)
		line.Periods[0].Quantity, line.Periods[0].Unlimited = amount, unlimited
		return line
	}
	for name, c := range map[string]struct {
		line  *entitlement.Facts
		facts []coverage.Fact
		want  string
	}{
		"none":       {granted(n(10), false), nil, "0"},
		"two add up": {granted(n(10), false), []coverage.Fact{of(1, -9, 9, n(3)), of(2, -5, 5, n(4))}, "7"},
		"at most what is there": {granted(n(10), false), []coverage.Fact{of(1, -9, 9, n(8)), of(2, -5, 5, n(4))},
			"10"},
		"all of the line":        {granted(n(10), false), []coverage.Fact{of(1, -9, 9, nil)}, "10"},
		"all of what has no end": {granted(nil, true), []coverage.Fact{of(1, -9, 9, nil)}, "unlimited"},
		"part of what has no limit": {granted(nil, true), []coverage.Fact{of(1, -9, 9, n(3)), of(2, -9, 9, n(3))},
			"6"},
		"all of what is not known":  {granted(nil, false), []coverage.Fact{of(1, -9, 9, nil)}, "unknown"},
		"part of what is not known": {granted(nil, false), []coverage.Fact{of(1, -9, 9, n(3))}, "3"},
		"kinds do not add up":       {granted(n(10), false), []coverage.Fact{of(1, -9, 9, n(3)), other}, "5"},
		"a successor": {granted(n(10), false), []coverage.Fact{of(1, -9, 9, n(8)),
			renewing(of(2, 0, 9, n(3)), 1)}, "3"},
		"a successor to come": {granted(n(10), false), []coverage.Fact{of(1, -9, 9, n(8)),
			renewing(of(2, 1, 9, n(3)), 1)}, "8"},
		"a withdrawn successor": {granted(n(10), false), []coverage.Fact{of(1, -9, 9, n(8)),
			voided(renewing(of(2, 0, 9, n(3)), 1))}, "8"},
		"a successor of another kind": {granted(n(10), false), []coverage.Fact{of(1, -9, 9, n(3)), otherRenewing}, "5"},
		"the successor of a successor that has ended": {granted(n(10), false), []coverage.Fact{of(1, -9, 9, n(8)),
			renewing(of(2, -5, -1, n(3)), 1), renewing(of(3, -5, 5, n(2)), 2)}, "2"},
		"the successor of a corrected coverage": {granted(n(10), false), []coverage.Fact{voided(of(1, -9, 9, n(8))),
			correcting(of(2, -9, 9, n(7)), 1), renewing(of(3, -5, 5, n(2)), 1)}, "2"},
		"the successor of a corrected successor": {granted(n(10), false), []coverage.Fact{of(1, -9, 9, n(8)),
			voided(renewing(of(2, -9, 9, n(7)), 1)), correcting(renewing(of(3, -9, -5, n(7)), 1), 2),
			renewing(of(4, -5, 5, n(2)), 2)}, "2"},
		"two successors": {granted(n(10), false), []coverage.Fact{of(1, -9, 9, n(8)), renewing(of(2, -5, 5, n(3)), 1),
			renewing(of(3, -5, 5, n(4)), 1)}, "7"},
		"a line that has ended": {lineFrom(-9, -1, nil), []coverage.Fact{of(1, -9, 9, n(8))}, "0"},
	} {
		if got := text(coverage.CoveredOn(c.line, c.facts, nil, fixture.Today)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func text(q coverage.Quantity) string {
	switch {
	case q.Unlimited:
		return "unlimited"
	case q.Amount == nil:
		return "unknown"
	}
	return q.Amount.String()
}

// The coverage that a successor replaces is not in force, even if its level is higher.
func TestAReplacedCoverageIsNotInForce(t *testing.T) {
	replaced := of(1, -9, 9, nil)
	replaced.Rank = ptr(int64(9))
	facts := []coverage.Fact{replaced, renewing(of(2, 0, 9, nil), 1)}
	for offset, want := range map[int]gid.ID{-1: 1, 0: 2, 9: 2} {
		if f := coverage.InForce(lineFrom(-9, 9, nil), facts, nil, *on(offset)); f == nil || f.Item != want {
			t.Errorf("%d days from today %+v is in force, want the item %d", offset, f, want)
		}
	}
}

// spread is how many days before and after today random lines have.
const spread = 12

// drawLine draws a line with coverages of which some renew or correct others.
func drawLine(t *rapid.T) (*entitlement.Facts, []coverage.Fact) {
	days := func(name string) (first, last day.Day) {
		a := rapid.IntRange(-spread, spread).Draw(t, name+" first")
		return *on(a), *on(a + rapid.IntRange(0, 10).Draw(t, name+" length"))
	}
	decisions := func(name string) (list entitlement.Decisions) {
		for i := range rapid.SampledFrom([]int{0, 0, 1, 2}).Draw(t, name) {
			first, last := days(fmt.Sprint(name, i))
			d := entitlement.Decided{Kind: rapid.SampledFrom([]vocabulary.Decision{vocabulary.DecisionWithdrawn,
				vocabulary.DecisionOnHold}).Draw(t, name+" kind"), First: first, Last: last}
			switch rapid.IntRange(0, 5).Draw(t, name+" bounds") {
			case 0:
				d.Last = day.Forever
			case 1:
				d.First = day.Beginning
			case 2:
				d.Last = d.First - 1 // lifted
			}
			list = append(list, d)
		}
		return list
	}
	line := &entitlement.Facts{Line: decisions("line"), Header: decisions("header")}
	var graces entitlement.Decisions
	for i := range rapid.IntRange(0, 3).Draw(t, "periods") {
		first, last := days("period")
		p := entitlement.PeriodFact{ID: gid.ID(i + 1), Decisions: decisions("period"),
			Interval:  entitlement.Interval{First: &first, Last: &last},
			GraceDays: rapid.SampledFrom([]int{0, 0, 3}).Draw(t, "days of grace")}
		if rapid.IntRange(0, 3).Draw(t, "graced") == 0 {
			graces = append(graces, entitlement.Decided{Kind: vocabulary.DecisionGrace, First: last + 1,
				Last: last + day.Day(rapid.IntRange(1, 6).Draw(t, "grace"))})
		}
		switch rapid.IntRange(0, 5).Draw(t, "amount") {
		case 0:
			p.Unlimited = true
		case 1:
		default:
			p.Quantity = ptr(rapid.Int64Range(0, 10).Draw(t, "granted"))
		}
		if rapid.IntRange(0, 5).Draw(t, "endless") == 0 {
			p.Last, p.Perpetual = nil, true
		}
		line.Periods = append(line.Periods, p)
	}
	for i := range line.Periods {
		line.Periods[i].Graces = graces // they are about the line
	}
	var coverages []coverage.Fact
	for i := range rapid.IntRange(0, 5).Draw(t, "coverages") {
		first, last := days("coverage")
		f := coverage.Fact{Item: gid.ID(100 + i), Coverage: gid.ID(200 + i), First: &first, Last: last,
			Own: decisions("own"), Header: decisions("its header"),
			Kind: rapid.SampledFrom([]vocabulary.CoverageKind{vocabulary.CoverageKindSupport,
				vocabulary.CoverageKindMaintenance}).Draw(t, "kind")}
		if rapid.Bool().Draw(t, "part") {
			f.Quantity = ptr(rapid.Int64Range(1, 6).Draw(t, "quantity"))
		}
		switch rapid.IntRange(0, 6).Draw(t, "days") {
		case 0:
			f.Last, f.Perpetual = day.Forever, true
		case 1:
			f.First, f.Last, f.Perpetual = nil, day.Forever, true
		case 2:
			f.First = nil
		}
		if i > 0 {
			before := gid.ID(200 + rapid.IntRange(0, i-1).Draw(t, "before"))
			relation := rapid.IntRange(0, 2).Draw(t, "relation")
			corrected := slices.ContainsFunc(coverages, func(o coverage.Fact) bool { return o.Replaces == before })
			switch {
			case relation == 0:
				f.Renews = before
			case relation == 1 && !corrected: // a coverage has one correction at most
				f.Replaces = before
			}
		}
		coverages = append(coverages, f)
	}
	return line, coverages
}

// Segments have no holes, adjacent ones differ, and each says of all of its days what the day itself says.
func TestATimelineSaysWhatItsDaysSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line, coverages := drawLine(t)
		first := *on(rapid.IntRange(-spread-2, spread).Draw(t, "from"))
		last := first + day.Day(rapid.IntRange(0, 2*spread).Draw(t, "to"))
		var kind *vocabulary.CoverageKind
		if rapid.Bool().Draw(t, "of a kind") {
			kind = ptr(vocabulary.CoverageKindSupport)
		}
		list := coverage.Timeline(line, coverages, kind, first, last)
		next, before := first, ""
		for _, s := range list {
			if s.First != next || s.Last < s.First {
				t.Fatalf("a segment from %s to %s, want from %s", s.First, s.Last, next)
			}
			next = s.Last + 1
			says := fmt.Sprint(s.State, s.Items, text(s.Quantity))
			if says == before {
				t.Fatalf("two segments say %s", says)
			}
			before = says
			for d := s.First; d <= s.Last; d++ {
				if of := plainly(line, coverages, kind, d); of != says {
					t.Fatalf("%s: %s, the segment says %s", d, of, says)
				}
			}
		}
		if next != last+1 {
			t.Fatalf("the timeline ends on %s, want %s", next-1, last)
		}
	})
}

// plainly reads the coverage of a line on one day from the description of the rule, without the rule itself.
func plainly(line *entitlement.Facts, coverages []coverage.Fact, kind *vocabulary.CoverageKind, d day.Day) string {
	under := func(lists ...entitlement.Decisions) bool {
		for _, about := range slices.Concat(lists...) {
			if about.First <= d && d <= about.Last {
				return true
			}
		}
		return false
	}
	var p *entitlement.PeriodFact
	for i := range line.Periods { // the one that starts last, and of these the last one
		q := &line.Periods[i]
		contains := *q.First <= d && (q.Last == nil || d <= *q.Last)
		if contains && !under(q.Decisions) && (p == nil || *q.First >= *p.First) {
			p = q
		}
	}
	inGrace := p == nil
	if inGrace {
		p = gracedPlainly(line, d, under)
	}
	usable := p != nil && !under(line.Header, line.Line)
	byID := map[gid.ID]*coverage.Fact{}
	var alive []*coverage.Fact
	for i := range coverages {
		f := &coverages[i]
		byID[f.Coverage] = f
		begun := f.First != nil && *f.First <= d || f.First == nil && f.Perpetual
		if begun && d <= f.Last && !under(f.Own, f.Header) && (kind == nil || *kind == f.Kind) {
			alive = append(alive, f)
		}
	}
	same := func(f *coverage.Fact) gid.ID {
		for f.Replaces != 0 {
			f = byID[f.Replaces]
		}
		return f.Coverage
	}
	var ancestors func(f *coverage.Fact) []gid.ID
	ancestors = func(f *coverage.Fact) []gid.ID {
		if f.Renews == 0 {
			return nil
		}
		return append(ancestors(byID[f.Renews]), same(byID[f.Renews]))
	}
	items, sums, whole := []gid.ID(nil), map[vocabulary.CoverageKind]int64{}, map[vocabulary.CoverageKind]bool{}
	for _, f := range alive {
		if slices.ContainsFunc(alive, func(g *coverage.Fact) bool {
			return g.Kind == f.Kind && slices.Contains(ancestors(g), same(f))
		}) {
			continue
		}
		items = append(items, f.Item)
		if f.Quantity == nil {
			whole[f.Kind] = true
		} else {
			sums[f.Kind] += *f.Quantity
		}
	}
	slices.Sort(items)
	state := map[[2]bool]string{{true, true}: "COVERED", {true, false}: "GAP", {false, true}: "OVERHANG",
		{false, false}: "NONE"}[[2]bool{usable, len(items) > 0}]
	if state == "GAP" && inGrace {
		state = "GRACE"
	}
	amount := "0"
	switch {
	case state != "COVERED":
	case len(whole) > 0 && p.Unlimited:
		amount = "unlimited"
	case len(whole) > 0 && p.Quantity == nil:
		amount = "unknown"
	case len(whole) > 0:
		amount = fmt.Sprint(*p.Quantity)
	default:
		most := int64(0)
		for _, sum := range sums {
			most = max(most, sum)
		}
		if !p.Unlimited && p.Quantity != nil {
			most = min(most, *p.Quantity)
		}
		amount = fmt.Sprint(most)
	}
	return fmt.Sprint(state, items, amount)
}

// gracedPlainly returns the period that ended last before a day, if the day is among its days of grace.
func gracedPlainly(line *entitlement.Facts, d day.Day, under func(...entitlement.Decisions) bool) (
	p *entitlement.PeriodFact) {
	for i := range line.Periods { // of those that end together, the one that starts last, and of these the last one
		q := &line.Periods[i]
		if q.Last != nil && *q.Last < d && !under(q.Decisions) && (p == nil || *q.Last > *p.Last ||
			*q.Last == *p.Last && *q.First >= *p.First) {
			p = q
		}
	}
	if p == nil {
		return nil
	}
	if d <= *p.Last+day.Day(p.GraceDays) {
		return p
	}
	for _, g := range p.Graces {
		if g.First == *p.Last+1 && d <= g.Last {
			return p
		}
	}
	return nil
}

// isCovered, coveredUntil, coverageEndsOn and the timeline never contradict each other.
func TestTheAnswersAboutCoverageAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line, coverages := drawLine(t)
		until := coverage.UntilOf(coverages)
		first, last := *on(-2 * spread), *on(3 * spread)
		covered := func(d day.Day) bool { return coverage.InForce(line, coverages, nil, d) != nil }
		for _, s := range coverage.Timeline(line, coverages, nil, first, last) {
			for d := s.First; d <= s.Last; d++ {
				is := covered(d)
				if is != (s.State == vocabulary.CoverageStateCovered) {
					t.Fatalf("%s: covered %t, and the timeline says %s", d, is, s.State)
				}
				if is && (until.Last == nil || *until.Last < d) {
					t.Fatalf("%s is covered, and the coverages end on %v", d, until.Last)
				}
				run := coverage.CoveredUntil(line, coverages, nil, d)
				if (run != nil) != is {
					t.Fatalf("%s: covered %t, until %v", d, is, run)
				}
				if !is {
					continue
				}
				if *run < d || *run < day.Forever && covered(*run+1) || !covered(min(*run, last)) {
					t.Fatalf("%s is covered until %s", d, *run)
				}
				for e := d; e <= min(*run, last); e++ {
					if !covered(e) {
						t.Fatalf("%s is covered until %s, and not on %s", d, *run, e)
					}
				}
			}
		}
		// On the day on which the coverages end, a line that can be used is covered, if a coverage with that day began.
		if d := until.Last; d != nil && *d < day.Forever && eligibility.Serves(line.Status(*d)) && !covered(*d) &&
			!slices.ContainsFunc(coverages, func(f coverage.Fact) bool { return f.First == nil && !f.Perpetual }) {
			t.Fatalf("the coverages end on %s, and the line is not covered then", *d)
		}
	})
}

// A quantity does not overflow, even if a line has no limit.
func TestACoveredQuantityMayPass64Bits(t *testing.T) {
	most := int64(1<<63 - 1)
	line := lineFrom(-9, 9, nil)
	line.Periods[0].Unlimited = true
	got := coverage.CoveredOn(line, []coverage.Fact{of(1, -9, 9, &most), of(2, -9, 9, &most)}, nil, fixture.Today)
	want := new(big.Int).Mul(big.NewInt(most), big.NewInt(2))
	if diff := cmp.Diff(want.String(), text(got)); diff != "" {
		t.Error(diff)
	}
}
