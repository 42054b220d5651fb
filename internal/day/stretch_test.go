package day_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/day"
)

// A stretch has the days that a walk day by day finds.
func TestAStretchIsWhatAWalkFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const most = day.Day(20)
		states := rapid.SliceOfN(rapid.Bool(), int(most), int(most)).Draw(t, "states")
		holds := func(d day.Day) bool { return states[min(max(d, 0), most-1)] } // the ends go on for ever
		on := day.Day(rapid.IntRange(0, int(most)-1).Draw(t, "on"))
		states[on] = true
		var changes []day.Day
		for d := most - 1; d > 0; d-- {
			if holds(d) != holds(d-1) || rapid.Bool().Draw(t, "maybe") {
				changes = append(changes, d)
			}
		}
		first, last := day.Stretch(changes, on, holds)
		begin, end := on, on
		for begin > 0 && holds(begin-1) {
			begin--
		}
		for end < most-1 && holds(end+1) {
			end++
		}
		if known := first != nil; known != (begin > 0) || known && *first != begin {
			t.Errorf("the first day is %v, want %d", first, begin)
		}
		if known := last != nil; known != (end < most-1) || known && *last != end {
			t.Errorf("the last day is %v, want %d", last, end)
		}
	})
}
