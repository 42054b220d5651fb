package coverage_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/internal/coverage"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

// drawnLine is a line and its coverages as they were drawn.
type drawnLine struct {
	line      *rights.Facts
	coverages []coverage.Fact
}

// stored writes a drawn line, and returns its id, and the drawn id of each item by its own.
func (d drawnLine) stored(t *testing.T, f *fixture.Fixture, n int) (line int64, items map[gid.ID]gid.ID) {
	t.Helper()
	account := f.Account(fmt.Sprint("drawn ", n))
	header := f.Entitlement(account, fmt.Sprint("drawn ", n))
	held := func(subject gid.ID, list rights.Decisions) {
		for _, d := range list {
			if d.First <= d.Last { // else it was lifted from its first day
				f.DecideFor(account, subject, d.Kind, d.First, d.Last)
			}
		}
	}
	held(header, d.line.Header)
	id := f.Line(account, header, f.Seat, fmt.Sprint("drawn ", n), 0)
	held(id, d.line.Line)
	for _, p := range d.line.Periods {
		create := f.Period(account, id, p.First, p.Last, 0).SetPerpetual(p.Perpetual).SetUnlimited(p.Unlimited).
			SetGraceDays(p.GraceDays)
		if p.Quantity != nil {
			create.SetQuantity(*p.Quantity)
		} else {
			create.Mutation().ResetQuantity()
		}
		row, err := create.Save(f.Context())
		must(t, err)
		held(row.ID, p.Decisions)
	}
	if len(d.line.Periods) > 0 {
		held(id, d.line.Periods[0].Graces)
	}
	items, made := map[gid.ID]gid.ID{}, map[gid.ID]gid.ID{}
	for i, c := range d.coverages {
		sold := f.Entitlement(account, fmt.Sprint("sold ", n, " ", i))
		held(sold, c.Header)
		row := f.Coverage(account, -1<<30, c.Last, id)
		made[c.Coverage] = row
		update := f.Client().Coverage.UpdateOneID(row).SetEntitlementID(sold).SetPerpetual(c.Perpetual).SetKind(c.Kind)
		if c.First != nil {
			update.SetStartsOn(*c.First)
		} else {
			update.ClearStartsOn()
		}
		if c.Renews != 0 {
			update.SetRenewsID(made[c.Renews])
		}
		if c.Replaces != 0 {
			update.SetReplacesID(made[c.Replaces])
		}
		must(t, update.Exec(f.Context()))
		item, err := f.Client().CoverageItem.Query().Where(coverageitem.CoverageID(row)).OnlyID(f.Context())
		must(t, err)
		must(t, f.Client().CoverageItem.UpdateOneID(item).SetNillableQuantity(c.Quantity).Exec(f.Context()))
		held([]gid.ID{row, item}[i%2], c.Own)
		items[item] = c.Item
	}
	return int64(id), items
}

// The timelines of random lines in a database are what a plain reading of the drawn lines says of each day, with a
// fixed number of statements for all of them.
func TestTimelinesOfStoredLines(t *testing.T) {
	drawn := rapid.Custom(func(t *rapid.T) drawnLine {
		line, coverages := drawLine(t)
		return drawnLine{line, coverages}
	})
	const count = 150
	database.Each(t, func(t *testing.T, s *store.Store) {
		lines, all, items := make([]int64, count), make([]drawnLine, count), make([]map[gid.ID]gid.ID, count)
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			for n := range count {
				all[n] = drawn.Example(n)
				lines[n], items[n] = all[n].stored(t, f, n)
			}
		})
		ctx, counter := store.WithCounter(context.WithoutCancel(t.Context()))
		var facts []*rights.Facts
		var coverages [][]coverage.Fact
		everything := store.Everything()
		must(t, s.Snapshot(ctx, &everything, 1, func(v *page.View) (err error) {
			if facts, err = rights.FactsOf(ctx, v, lines); err != nil {
				return err
			}
			coverages, err = coverage.FactsOfLines(ctx, v, lines)
			return err
		}))
		if n := len(counter.Statements()); n > 10 {
			t.Errorf("%d statements for %d lines, want 10 at most: %q", n, count, counter.Statements())
		}
		states := map[vocabulary.CoverageState]int{}
		for n := range count {
			for _, kind := range []*vocabulary.CoverageKind{nil, ptr(vocabulary.CoverageKindSupport)} {
				next := *on(-spread - 2)
				for _, s := range coverage.Timeline(facts[n], coverages[n], kind, next, *on(2 * spread)) {
					states[s.State]++
					if s.First != next {
						t.Errorf("line %d: a segment starts on %s, want %s", n, s.First, next)
					}
					named := make([]gid.ID, len(s.Items))
					for i, id := range s.Items {
						named[i] = items[n][id]
					}
					for ; next <= s.Last; next++ {
						says := fmt.Sprint(s.State, inOrder(named), text(s.Quantity))
						if want := plainly(all[n].line, all[n].coverages, kind, next); says != want {
							t.Errorf("line %d on %s: %s, want %s", n, next, says, want)
						}
					}
				}
				if next != *on(2 * spread)+1 {
					t.Errorf("line %d: the timeline ends before %s", n, next)
				}
			}
		}
		for _, state := range vocabulary.CoverageState("").Values() {
			if states[vocabulary.CoverageState(state)] < 5 {
				t.Errorf("%d segments are %s, want 5 or more", states[vocabulary.CoverageState(state)], state)
			}
		}
	})
}

func inOrder(ids []gid.ID) []gid.ID {
	slices.Sort(ids)
	return ids
}
