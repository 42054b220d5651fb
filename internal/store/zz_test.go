package store_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestZZ(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	n := fillNeighbors(t, s)
	var pl gid.ID
	fixture.Fill(t, s, func(f *fixture.Fixture) { pl = f.ProductLine })
	soon := entitlement.Interval{First: dayOf(0), Last: dayOf(30)}
	limited := store.Within(store.Reach{Member: []gid.ID{n.own}, Limited: []store.Limit{{Accounts: []gid.ID{n.own}, ProductLine: pl}}})
	for _, sc := range []store.Scope{store.Everything(), store.Accounts([]gid.ID{n.own}), limited} {
		show := func(read func(v *page.View) error) {
			ctx, counter := store.WithCounter(t.Context())
			_ = ctx
			if err := s.Snapshot(ctx, &sc, true, read); err != nil {
				t.Error(err)
			}
			for _, st := range counter.Statements() {
				fmt.Println("\n" + st)
				rows, err := s.Scoped(t.Context(), store.Everything(), "EXPLAIN QUERY PLAN /*scope:x*/ "+st, make([]any, strings.Count(st, "?"))...)
				_ = rows
				if err != nil {
					rows2, err := s.Client().QueryContext(database.Operator(t), "EXPLAIN QUERY PLAN "+st, make([]any, strings.Count(st, "?"))...)
					if err != nil { t.Error(err); continue }
					for rows2.Next() {
						var a, b, c int
						var d string
						_ = rows2.Scan(&a, &b, &c, &d)
						fmt.Println("   ", a, b, d)
					}
					rows2.Close()
				}
			}
		}
		src := page.NewSource(page.TableNamed("line_items"))
		show(func(v *page.View) error {
			_, err := v.Page(t.Context(), src, page.Request{Order: entitlement.LineItemsByExpiry}, entitlement.LineFilter{Account: n.own, IncludeSubAccounts: true, CoverageEnds: &soon, Statuses: []vocabulary.Status{vocabulary.StatusActive}, On: fixture.Today}.Condition)
			return err
		})
		show(func(v *page.View) error { _, err := entitlement.FactsOf(t.Context(), v, []int64{int64(n.ownLine), 2}); return err })
		show(func(v *page.View) error { _, err := coverage.FactsOfLines(t.Context(), v, []int64{int64(n.ownLine), 2}); return err })
		show(func(v *page.View) error { _, err := coverage.HeadersOf(t.Context(), v, []int64{int64(n.ownLine), 2}); return err })
		show(func(v *page.View) error {
			_, err := v.Page(t.Context(), page.NewSource(page.TableNamed("accounts")), page.Request{Order: account.ByName}, account.Filter{Below: n.own, Text: "ab cd"}.Where)
			return err
		})
		show(func(v *page.View) error {
			_, err := v.Page(t.Context(), page.NewSource(page.TableNamed("users")), page.Request{Order: account.UsersByName}, account.UserFilter{Account: n.own}.Where)
			return err
		})
	}
}
