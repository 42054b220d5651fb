package graph

import (
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/clock"
)

const (
	createdAt = "created_at"
	// correctedAt is the column with the moment at which a row took the place of another one.
	correctedAt = "corrected_at"
)

// knownAt returns the argument with this name: the moment as of whose records the field answers; nil for now.
func knownAt(c *plan.Call) *clock.Instant { return plan.Arg[*clock.Instant](c, "knownAt") }

// recordedAt is when an object was recorded: the latest of the moments in created_at and in more columns.
func recordedAt(r plan.Row, more ...string) clock.Instant {
	at := *r.Instant(createdAt)
	for _, column := range more {
		if later := r.Instant(column); later != nil {
			at = max(at, *later)
		}
	}
	return at
}

// recordingOf declares the moment at which an object was recorded.
func recordingOf(more ...string) *plan.Field {
	return plan.Plain(func(_ *plan.Call, r plan.Row) any { return recordedAt(r, more...) },
		append([]string{createdAt}, more...)...)
}

// isLater tells whether an object was not recorded yet at a moment.
func isLater(r plan.Row, at *clock.Instant, more ...string) bool {
	return at != nil && recordedAt(r, more...) > *at
}

// ifKnown declares a field that is null if the object was not recorded yet at the moment in the argument knownAt.
func ifKnown(of func(*plan.Call, plan.Row) any, columns ...string) *plan.Field {
	return ifKnownSince(nil, of, columns...)
}

// ifKnownSince is ifKnown for objects with more columns of moments at which they were recorded.
func ifKnownSince(more []string, of func(*plan.Call, plan.Row) any, columns ...string) *plan.Field {
	return plan.Plain(func(c *plan.Call, r plan.Row) any {
		if isLater(r, knownAt(c), more...) {
			return nil
		}
		return of(c, r)
	}, append(append([]string{createdAt}, more...), columns...)...)
}
