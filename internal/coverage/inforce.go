package coverage

import (
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// InForce returns the coverage of a line that is in force on a day: of several, the one with the highest level, then the one
// that ends last, then the oldest. kind restricts it to one kind unless nil. It returns nil if none is in force.
func InForce(coverages []Fact, kind *vocabulary.CoverageKind, on day.Day) *Fact {
	var best *Fact
	for i := range coverages {
		f := &coverages[i]
		if kind != nil && *kind != f.Kind || f.Status(on) != vocabulary.StatusActive {
			continue
		}
		if best == nil || f.goesBefore(best) {
			best = f
		}
	}
	return best
}

func (f *Fact) goesBefore(g *Fact) bool {
	switch {
	case f.rank() != g.rank():
		return f.rank() > g.rank()
	case f.Last != g.Last:
		return f.Last > g.Last
	}
	return f.Item < g.Item
}

// rank is the rank of the level; a coverage without a level has the lowest one.
func (f *Fact) rank() int64 {
	if f.Rank == nil {
		return -1 << 63
	}
	return *f.Rank
}
