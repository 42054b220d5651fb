// Package coverage has the rules of coverages: dated intervals of maintenance, support or subscription. See README.md.
package coverage

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/coveragelevel"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Fact is what is needed to compute the status of a coverage. Last is day.Forever if it has no last day.
type Fact struct {
	// Item is the item by which it covers a line, and Rank that of the level for the line: nil if there is no level.
	// Created is when the coverage was created. These three are known of the coverages of a line only.
	Item      gid.ID
	Rank      *int64
	Created   clock.Instant
	Kind      vocabulary.CoverageKind
	First     *day.Day
	Last      day.Day
	Perpetual bool
	Own       *vocabulary.Decision
	Header    *vocabulary.Decision
}

// Status returns the status of the coverage on a day; the last day is part of the coverage.
func (f Fact) Status(on day.Day) vocabulary.Status {
	if d := rights.Ruling(f.Own, f.Header); d != nil {
		return vocabulary.Status(*d)
	}
	switch {
	case f.First == nil && !f.Perpetual:
		return vocabulary.StatusAwaitingActivation
	case f.First != nil && *f.First > on:
		return vocabulary.StatusFuture
	case f.Last < on:
		return vocabulary.StatusExpired
	}
	return vocabulary.StatusActive
}

// DaysLeft counts the days from on to the last day, both included. It is 0 if the coverage is not in force on the day.
// The second result is false if there is no last day.
func (f Fact) DaysLeft(on day.Day) (int, bool) {
	switch {
	case f.Status(on) != vocabulary.StatusActive:
		return 0, true
	case f.Last == day.Forever:
		return 0, false
	}
	return int(f.Last-on) + 1, true
}

// HeadersOf returns the decision on the entitlement of each coverage, in the order of coverages, with one statement.
func HeadersOf(ctx context.Context, v *page.View, coverages []int64) ([]*vocabulary.Decision, error) {
	out := make([]*vocabulary.Decision, len(coverages))
	if len(coverages) == 0 {
		return out, nil
	}
	var found []struct {
		ID     int64                `sql:"id"`
		Header *vocabulary.Decision `sql:"header"`
	}
	err := v.Scan(ctx, coverage.Table, func(q *page.Query) {
		q.Select(q.C(coverage.FieldID)).AppendSelectExprAs(decisionOn(q, q.C(coverage.FieldEntitlementID)), "header").
			Where(sql.And(q.In(q.C(coverage.FieldID), coverages), sql.NotNull(q.C(coverage.FieldEntitlementID))))
	}, &found)
	if err != nil {
		return nil, err
	}
	at := make(map[int64]*vocabulary.Decision, len(found))
	for _, f := range found {
		at[f.ID] = f.Header
	}
	for i, id := range coverages {
		out[i] = at[id]
	}
	return out, nil
}

// headerOf begins a subquery over the entitlement whose id is in a column. The scope is not applied to it, because the
// decision on an entitlement is part of the state of its coverages, for everyone who may see a coverage.
func headerOf(q *page.Query, column string) *page.Query {
	e := q.SubOf(entitlement.Table, "en")
	e.Where(sql.ColumnsEQ(e.C(entitlement.FieldID), column))
	return e
}

// decisionOn is a subquery for the decision on the entitlement whose id is in a column.
func decisionOn(q *page.Query, column string) sql.Querier {
	e := headerOf(q, column)
	return e.Select(e.C(entitlement.FieldDecision))
}

// rankOf is a subquery for the rank of a level. The columns hold the level of an item, and the level of its coverage,
// which is used if the first is null.
func rankOf(q *page.Query, itemLevel, coverageLevel string) sql.Querier {
	l := q.SubOf(coveragelevel.Table, "lv")
	return l.Select(l.C(coveragelevel.FieldRank)).
		Where(sql.Or(sql.ColumnsEQ(l.C(coveragelevel.FieldID), itemLevel),
			sql.And(sql.IsNull(itemLevel), sql.ColumnsEQ(l.C(coveragelevel.FieldID), coverageLevel))))
}

// FactsOfLines returns the facts of the coverages of each line item, in the order of lines, with one statement.
func FactsOfLines(ctx context.Context, v *page.View, lines []int64) ([][]Fact, error) {
	out := make([][]Fact, len(lines))
	if len(lines) == 0 {
		return out, nil
	}
	var found []struct {
		Line      int64                   `sql:"line"`
		Item      gid.ID                  `sql:"item"`
		Rank      *int64                  `sql:"level_rank"`
		Created   clock.Instant           `sql:"created"`
		Kind      vocabulary.CoverageKind `sql:"kind"`
		First     *day.Day                `sql:"first_day"`
		Last      day.Day                 `sql:"last_day"`
		Perpetual bool                    `sql:"perpetual"`
		Own       *vocabulary.Decision    `sql:"own"`
		Header    *vocabulary.Decision    `sql:"header"`
	}
	err := v.Scan(ctx, coverageitem.Table, func(q *page.Query) {
		c := joinCoverage(q)
		q.Select(sql.As(q.C(coverageitem.FieldLineItemID), "line"), sql.As(q.C(coverageitem.FieldID), "item"),
			sql.As(c.C(coverage.FieldKind), "kind"), sql.As(c.C(coverage.FieldCreatedAt), "created"),
			sql.As(c.C(coverage.FieldStartsOn), "first_day"), sql.As(c.C(coverage.FieldEndsOn), "last_day"),
			sql.As(c.C(coverage.FieldPerpetual), "perpetual"), sql.As(c.C(coverage.FieldDecision), "own")).
			AppendSelectExprAs(decisionOn(q, c.C(coverage.FieldEntitlementID)), "header").
			AppendSelectExprAs(rankOf(q, q.C(coverageitem.FieldLevelID), c.C(coverage.FieldLevelID)), "level_rank").
			Where(q.In(q.C(coverageitem.FieldLineItemID), lines))
	}, &found)
	if err != nil {
		return nil, err
	}
	at := make(map[int64][]int, len(lines))
	for i, id := range lines {
		at[id] = append(at[id], i)
	}
	for _, f := range found {
		for _, i := range at[f.Line] {
			out[i] = append(out[i], Fact{f.Item, f.Rank, f.Created, f.Kind, f.First, f.Last, f.Perpetual, f.Own,
				f.Header})
		}
	}
	return out, nil
}

// Until says how long a line is covered by those of its coverages that have no decision.
type Until struct {
	// Last is the last day: nil if nothing covers the line, day.Forever if one of the coverages has no last day.
	Last *day.Day
	// Perpetual says that one of the coverages has no end.
	Perpetual bool
}

// UntilOfLines returns how long line items are covered, in the order of lines, with one statement.
func UntilOfLines(ctx context.Context, v *page.View, lines []int64) ([]Until, error) {
	out := make([]Until, len(lines))
	if len(lines) == 0 {
		return out, nil
	}
	var found []struct {
		Line      int64   `sql:"line"`
		Last      day.Day `sql:"last_day"`
		Perpetual int64   `sql:"endless"`
	}
	err := v.Scan(ctx, coverageitem.Table, func(q *page.Query) {
		c := joinCoverage(q)
		q.Select(sql.As(q.C(coverageitem.FieldLineItemID), "line"),
			sql.As(sql.Max(c.C(coverage.FieldEndsOn)), "last_day"),
			sql.As("MAX(CASE WHEN "+c.C(coverage.FieldPerpetual)+" THEN 1 ELSE 0 END)", "endless")).
			Where(sql.And(q.In(q.C(coverageitem.FieldLineItemID), lines), sql.IsNull(c.C(coverage.FieldDecision)))).
			GroupBy(q.C(coverageitem.FieldLineItemID))
	}, &found)
	if err != nil {
		return nil, err
	}
	at := make(map[int64]Until, len(found))
	for i := range found {
		at[found[i].Line] = Until{&found[i].Last, found[i].Perpetual != 0}
	}
	for i, id := range lines {
		out[i] = at[id]
	}
	return out, nil
}

// joinCoverage joins to coverage items the coverages to which they belong.
func joinCoverage(items *page.Query) *sql.SelectTable {
	return items.Join(coverage.Table, "co", func(c *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(c.C(coverage.FieldID), items.C(coverageitem.FieldCoverageID))
	})
}
