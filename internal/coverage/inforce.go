package coverage

import (
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// InForce returns which of the coverages of a line, each by an item of its own, is in force on a day: of several the one with
// the highest level, then the one that ends last, then the one that was made first. kind bounds it to one kind. It returns nil
// if none is in force.
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

// rank is the place of the level in the order of levels; what has none goes after all that have one.
func (f *Fact) rank() int64 {
	if f.Rank == nil {
		return -1 << 63
	}
	return *f.Rank
}
