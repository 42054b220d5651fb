package coverage

import (
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/vocabulary"
)

// InForce returns the coverage that covers a line on a day: of several the one with the highest level, then the one
// that ends last, then the one with the oldest item. A coverage covers a line only while both are ACTIVE or IN_GRACE.
// coverages are those of the line, each with its Item. If kind is not nil, only coverages of that kind count. InForce
// returns nil if none covers the line.
func InForce(line *rights.Facts, coverages []Fact, kind *vocabulary.CoverageKind, on day.Day) *Fact {
	if len(coverages) == 0 || !rights.Usable(line.Status(on)) {
		return nil
	}
	var best *Fact
	for i := range coverages {
		f := &coverages[i]
		if kind != nil && *kind != f.Kind || !rights.Usable(f.Status(on)) {
			continue
		}
		if best == nil || f.outranks(best) {
			best = f
		}
	}
	return best
}

func (f *Fact) outranks(g *Fact) bool {
	switch {
	case f.rank() != g.rank():
		return f.rank() > g.rank()
	case f.Last != g.Last:
		return f.Last > g.Last
	}
	return f.Item < g.Item
}

// rank returns the rank of the level. A coverage without a level ranks below all others.
func (f *Fact) rank() int64 {
	if f.Rank == nil {
		return -1 << 63
	}
	return *f.Rank
}
