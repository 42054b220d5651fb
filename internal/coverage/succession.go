package coverage

import (
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/eligibility"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A successor replaces the coverage that it renews: on a day on which both are in force, only the successor counts.
// Coverages that do not succeed each other count side by side. Only coverages of one kind replace each other, because
// maintenance does not take the place of support.

// succession says which coverages of one line renew which, and which of them correct which. Both maps have ids of
// coverages; a coverage that renews or corrects none is missing.
type succession struct{ renews, replaces map[gid.ID]gid.ID }

// add adds a coverage. renews and replaces are 0 if there is none.
func (s *succession) add(id, renews, replaces gid.ID) {
	if renews != 0 {
		put(&s.renews, id, renews)
	}
	if replaces != 0 {
		put(&s.replaces, id, replaces)
	}
}

func put(m *map[gid.ID]gid.ID, from, to gid.ID) {
	if *m == nil {
		*m = map[gid.ID]gid.ID{}
	}
	(*m)[from] = to
}

// follows tells whether a coverage renews another, or one that renews it, and so on. The correction of a coverage
// stands for the coverage itself.
func (s *succession) follows(later, earlier gid.ID) bool {
	target := s.original(earlier)
	for range s.renews {
		renewed := s.renews[later]
		switch {
		case renewed == 0:
			return false
		case s.original(renewed) == target:
			return true
		}
		later = renewed
	}
	return false
}

// original returns the coverage that was corrected first, if id is a correction of it; else id.
func (s *succession) original(id gid.ID) gid.ID {
	for range s.replaces {
		if s.replaces[id] == 0 {
			break
		}
		id = s.replaces[id]
	}
	return id
}

// successionOf returns which of the coverages of a line renew which.
func successionOf(coverages []Fact) (s succession) {
	for i := range coverages {
		f := &coverages[i]
		s.add(f.Coverage, f.Renews, f.Replaces)
	}
	return s
}

// withoutReplaced returns the coverages that none of the others replaces.
func withoutReplaced[T any](list []T, s succession, of func(T) (gid.ID, vocabulary.CoverageKind)) []T {
	if len(s.renews) == 0 {
		return list
	}
	var left []T
	for _, e := range list {
		id, kind := of(e)
		if !slices.ContainsFunc(list, func(o T) bool {
			other, otherKind := of(o)
			return otherKind == kind && s.follows(other, id)
		}) {
			left = append(left, e)
		}
	}
	return left
}

// counting returns which of the coverages of a line count on a day, each by an item of its own, in the order of the
// items: those that are ACTIVE or IN_GRACE and that no successor replaces. The state of the line is not considered.
// kind bounds them to one kind.
func counting(coverages []Fact, kind *vocabulary.CoverageKind, on day.Day) []*Fact {
	var list []*Fact
	for i := range coverages {
		f := &coverages[i]
		if (kind == nil || *kind == f.Kind) && eligibility.Serves(f.Status(on)) {
			list = append(list, f)
		}
	}
	return withoutReplaced(list, successionOf(coverages),
		func(f *Fact) (gid.ID, vocabulary.CoverageKind) { return f.Coverage, f.Kind })
}
