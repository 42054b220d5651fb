package attack_test

import (
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/testenv/fixture"
)

// coverage creates a coverage of a line item. It returns the coverage, its item, and another line item that it does not
// cover.
func (s *scene) coverage() (coverage, item, line string) {
	s.w.t.Helper()
	name := s.fresh("COVERED")
	fixture.Fill(s.w.t, s.w.db, func(f *fixture.Fixture) {
		f.After(100_000 + 10*s.w.count)
		header := f.Entitlement(s.c.account, name)
		covered := f.Line(s.c.account, header, f.Seat, name+"-1", 5)
		line = f.Line(s.c.account, header, f.Seat, name+"-2", 5).String()
		id := f.Coverage(s.c.account, day.Date(2026, 1, 1), day.Date(2026, 12, 31), covered)
		coverage = id.String()
		of, err := f.Client().CoverageItem.Query().Where(coverageitem.CoverageID(id)).OnlyID(f.Context())
		s.w.must(err)
		item = of.String()
	})
	return coverage, item, line
}
