package coverage

import (
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/eligibility"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// MaxMonths is how many months after its first day the last day of a timeline must have come.
const MaxMonths = 120

// Segment is a run of days on which the same coverages cover the same amount of a line, both ends inclusive.
type Segment struct {
	First, Last day.Day
	reading
}

// reading is what is said of the coverage of a line on one day.
type reading struct {
	State vocabulary.CoverageState
	// Items are the coverage items that count, in the order of their ids; those of an OVERHANG would count if the line
	// could be used.
	Items []gid.ID
	// Quantity is how much of the line they cover.
	Quantity Quantity
}

// judge reads the coverage of a line on one day.
func judge(line *rights.Facts, coverages []Fact, kind *vocabulary.CoverageKind, on day.Day) reading {
	counted := counting(coverages, kind, on)
	r := reading{State: vocabulary.CoverageStateNone}
	for _, f := range counted {
		r.Items = append(r.Items, f.Item)
	}
	slices.Sort(r.Items)
	status := line.Status(on)
	usable := eligibility.Serves(status)
	switch {
	case usable && len(counted) > 0:
		r.State, r.Quantity = vocabulary.CoverageStateCovered, quantityOf(line, counted, on)
		return r
	case status == vocabulary.StatusInGrace:
		r.State = vocabulary.CoverageStateGrace
	case usable:
		r.State = vocabulary.CoverageStateGap
	case len(counted) > 0:
		r.State = vocabulary.CoverageStateOverhang
	}
	r.Quantity = nothing()
	return r
}

func (r reading) equal(o reading) bool {
	return r.State == o.State && slices.Equal(r.Items, o.Items) && r.Quantity.equal(o.Quantity)
}

// Timeline returns the coverage of a line from a first to a last day, both inclusive: segments in the order of their
// days, without holes, two adjacent ones never alike. kind bounds it to coverages of one kind.
func Timeline(line *rights.Facts, coverages []Fact, kind *vocabulary.CoverageKind, first, last day.Day) []Segment {
	list := []Segment{{first, last, judge(line, coverages, kind, first)}}
	for _, on := range changeDays(line, coverages, first) {
		if on > last {
			break
		}
		before := &list[len(list)-1]
		if r := judge(line, coverages, kind, on); !r.equal(before.reading) {
			before.Last = on - 1
			list = append(list, Segment{on, last, r})
		}
	}
	return list
}

// CoveredUntil returns the last day of the unbroken run of days that contains a day and on which the line is covered;
// day.Forever if it has no end, and nil if the line is not covered on the day.
func CoveredUntil(line *rights.Facts, coverages []Fact, kind *vocabulary.CoverageKind, on day.Day) *day.Day {
	covered := func(on day.Day) bool { return InForce(line, coverages, kind, on) != nil }
	if !covered(on) {
		return nil
	}
	until := day.Forever
	for _, next := range changeDays(line, coverages, on) {
		if !covered(next) {
			until = next - 1
			break
		}
	}
	return &until
}

// changeDays returns the days after a day on which the coverage of a line may differ from that of the day before, in
// their order.
func changeDays(line *rights.Facts, coverages []Fact, after day.Day) []day.Day {
	days := line.ChangeDays()
	for i := range coverages {
		f := &coverages[i]
		if f.First != nil {
			days = append(days, *f.First)
		}
		if f.Last != day.Forever {
			days = append(days, f.Last+1)
		}
		days = append(days, f.Own.ChangeDays()...)
		days = append(days, f.Header.ChangeDays()...)
	}
	days = slices.DeleteFunc(days, func(on day.Day) bool { return on <= after })
	slices.Sort(days)
	return slices.Compact(days)
}
