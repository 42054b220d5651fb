package coverage

import (
	"cmp"
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/eligibility"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/vocabulary"
)

// EligibleOn returns what the coverages of a line say on a day, for package eligibility: which of them counts, whatever
// the line itself can be used for, and if none does, which one is nearest.
func EligibleOn(line *rights.Facts, coverages []Fact, on day.Day) eligibility.Coverage {
	counted := counting(coverages, nil, on)
	if len(counted) > 0 {
		best := slices.MaxFunc(counted, func(a, b *Fact) int {
			if a.outranks(b) {
				return 1
			}
			return -1
		})
		return eligibility.Coverage{Covers: true, Item: best.Item, Partly: leavesSome(line, counted, on)}
	}
	c := eligibility.Coverage{}
	c.From, c.To = day.Stretch(changeDays(&rights.Facts{}, coverages, day.Beginning), on, func(d day.Day) bool {
		return len(counting(coverages, nil, d)) == 0
	})
	if f := stopped(coverages, on); f != nil {
		c.Item = f.Item
		c.Stopped = slices.Concat(f.Own, f.Header).Eligible(func(d rights.Decided) bool { return d.Holds(on) })
	}
	last := day.Beginning
	for i := range coverages {
		f := &coverages[i]
		c.Waits = c.Waits || f.Status(on) == vocabulary.StatusAwaitingActivation
		if f.Status(on) == vocabulary.StatusExpired && f.Last >= last {
			if last, c.Ended = f.Last, true; len(c.Stopped) == 0 {
				c.Item = f.Item
			}
		}
	}
	return c
}

// leavesSome tells whether coverages leave a part of a line uncovered. It is not known of a line whose quantity is not
// known, unless an item covers all of it.
func leavesSome(line *rights.Facts, counted []*Fact, on day.Day) bool {
	p := line.Governing(on)
	if p == nil {
		return false
	}
	covered := quantityOf(line, counted, on)
	switch {
	case p.Unlimited:
		return !covered.Unlimited
	case p.Quantity == nil || covered.Amount == nil:
		return false
	}
	return covered.Amount.IsInt64() && covered.Amount.Int64() < *p.Quantity
}

// stopped returns the coverage that contains a day and does not count only because of decisions that can be released;
// of several the one with the fewest, and then the one that outranks the others. It is nil if there is none.
func stopped(coverages []Fact, on day.Day) *Fact {
	var best *Fact
	fewest := 0
	for i := range coverages {
		f := &coverages[i]
		decisions := slices.Concat(f.Own, f.Header)
		n := 0
		for _, d := range decisions {
			if d.Voids {
				n = 0
				break
			}
			if d.Holds(on) {
				n++
			}
		}
		bare := Fact{Kind: f.Kind, First: f.First, Last: f.Last, Perpetual: f.Perpetual}
		if n == 0 || bare.Status(on) != vocabulary.StatusActive {
			continue
		}
		if best == nil || cmp.Compare(n, fewest) < 0 || n == fewest && f.outranks(best) {
			best, fewest = f, n
		}
	}
	return best
}
