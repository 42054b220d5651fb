package coverage

import (
	"cmp"
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/eligibility"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/vocabulary"
)

// InForce returns which of the coverages of a line, each by an item of its own, covers the line on a day: of several
// the one with the highest level, then the one that ends last, then the one that was created first, then the first
// kind. One that a successor replaces on that day is left out. A coverage covers a line only while both are ACTIVE or
// IN_GRACE. kind bounds it to one kind. It returns nil if none covers the line.
func InForce(line *rights.Facts, coverages []Fact, kind *vocabulary.CoverageKind, on day.Day) *Fact {
	if len(coverages) == 0 || !eligibility.Serves(line.Status(on)) {
		return nil
	}
	var best *Fact
	for _, f := range counting(coverages, kind, on) {
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
	kinds := f.Kind.Values()
	return cmp.Or(cmp.Compare(f.Created, g.Created),
		cmp.Compare(slices.Index(kinds, string(f.Kind)), slices.Index(kinds, string(g.Kind))),
		cmp.Compare(f.Item, g.Item)) < 0
}

// rank returns the rank of the level. A coverage without a level ranks below all others.
func (f *Fact) rank() int64 {
	if f.Rank == nil {
		return -1 << 63
	}
	return *f.Rank
}
