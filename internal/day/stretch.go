package day

import "slices"

// Stretch returns the first and the last day, both included, of the days without a break around a day on which a
// condition holds. It holds on that day, and changes are all days on which it may differ from the day before, in any
// order. nil stands for no such day.
func Stretch(changes []Day, on Day, holds func(Day) bool) (first, last *Day) {
	changes = slices.Clone(changes)
	slices.Sort(changes)
	next, _ := slices.BinarySearch(changes, on+1)
	for _, d := range changes[next:] {
		if !holds(d) {
			before := d - 1
			last = &before
			break
		}
	}
	for _, d := range slices.Backward(changes[:next]) {
		if !holds(d - 1) {
			return &d, last
		}
	}
	return nil, last
}
