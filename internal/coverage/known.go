package coverage

import (
	"github.com/muniment/muniment/internal/clock"
	rights "github.com/muniment/muniment/internal/entitlement"
)

// KnownAt returns the coverages of a line as they were known at a moment; see package entitlement. With nil it returns
// coverages: what is known now.
func KnownAt(coverages []Fact, at *clock.Instant) []Fact {
	if at == nil {
		return coverages
	}
	var known []Fact
	for _, f := range coverages {
		if max(f.Created, f.Linked) <= *at {
			f.Renews = rights.NamedAt(coverages, f.Renews, *at, func(c *Fact) rights.Replacement {
				return rights.Replacement{ID: c.Coverage, Replaces: c.Replaces, Recorded: c.Created}
			})
			known = append(known, f.KnownAt(at))
		}
	}
	return known
}

// KnownAt returns the coverage with the decisions that were known at a moment; with nil, with those of now.
func (f Fact) KnownAt(at *clock.Instant) Fact {
	if at != nil {
		f.Own, f.Header = f.Own.KnownAt(*at), f.Header.KnownAt(*at)
	}
	return f
}
