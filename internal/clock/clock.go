// Package clock provides the current time in UTC and in whole microseconds, and a clock for tests that stands still.
package clock

import (
	"sync/atomic"
	"time"
)

// Clock returns the current time. Code that needs the time takes a Clock; time.Now is used only to measure durations.
type Clock func() Instant

// System is the clock of the machine.
func System() Instant { return At(time.Now()) }

// Forward returns a clock that never goes back: if c goes back, it returns the latest time until c has passed it. It
// is safe for concurrent use.
func Forward(c Clock) Clock {
	var latest atomic.Int64
	return func() Instant {
		now := int64(c())
		for {
			seen := latest.Load()
			if now <= seen {
				return Instant(seen)
			}
			if latest.CompareAndSwap(seen, now) {
				return Instant(now)
			}
		}
	}
}

// Frozen is a clock that stands still until it is moved. It is safe for concurrent use; its method Now is a Clock.
type Frozen struct{ now atomic.Int64 }

// Freeze returns a clock that stands still at an instant.
func Freeze(at Instant) *Frozen {
	f := new(Frozen)
	f.Set(at)
	return f
}

// Now returns the instant to which the clock is set.
func (f *Frozen) Now() Instant { return Instant(f.now.Load()) }

// Set moves the clock to an instant, which may lie in the past.
func (f *Frozen) Set(at Instant) { f.now.Store(int64(at)) }

// Advance moves the clock by a duration, truncated to whole microseconds, and returns the new time.
func (f *Frozen) Advance(by time.Duration) Instant { return Instant(f.now.Add(by.Microseconds())) }
