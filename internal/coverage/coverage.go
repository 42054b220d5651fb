// Package coverage has the rules of coverages: dated intervals of maintenance, support or subscription. See README.md.
package coverage

import (
	"context"
	"slices"

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
	// Created is when the coverage was created, and Linked when the line was linked to it later, or 0. Quantity is how
	// much of the line it covers, in base units: nil for all of it. Coverage is its id, and Renews and Replaces are
	// those of the coverages that it renews and corrects, or 0. These are known of the coverages of a line only.
	Item                       gid.ID
	Coverage, Renews, Replaces gid.ID
	Quantity                   *int64
	Rank                       *int64
	Created                    clock.Instant
	Linked                     clock.Instant
	Kind                       vocabulary.CoverageKind
	First                      *day.Day
	Last                       day.Day
	Perpetual                  bool
	// Own are the decisions about the coverage and, if it is one of a line, about the item by which it covers the line.
	// Header are those about the entitlement with which the coverage was sold.
	Own, Header rights.Decisions
}

// Status returns the status of the coverage on a day; the last day is part of the coverage.
func (f Fact) Status(on day.Day) vocabulary.Status {
	if d := rights.Ruling(on, f.Own, f.Header); d != nil {
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

// DaysLeft counts the days from on to the last one up to which the coverage stays ACTIVE, both included. It is 0 if the
// coverage is not ACTIVE on the day. The second result is false if there is no last day.
func (f Fact) DaysLeft(on day.Day) (int, bool) {
	if f.Status(on) != vocabulary.StatusActive {
		return 0, true
	}
	last := slices.Concat(f.Own, f.Header).FreeUntil(on, f.Last)
	if last == day.Forever {
		return 0, false
	}
	return int(last-on) + 1, true
}

// Ruled are the decisions about a coverage, and about the entitlement with which it was sold.
type Ruled struct{ Own, Header rights.Decisions }

// RuledOf returns the decisions about coverages and their entitlements, in the order of coverages, with one statement,
// and another if there are decisions.
func RuledOf(ctx context.Context, v *page.View, coverages []int64) ([]Ruled, error) {
	out := make([]Ruled, len(coverages))
	if len(coverages) == 0 {
		return out, nil
	}
	var found []struct {
		ID            int64  `sql:"id"`
		Decided       bool   `sql:"decided"`
		Header        *int64 `sql:"entitlement_id"`
		HeaderDecided *bool  `sql:"header_decided"`
	}
	err := v.Scan(ctx, coverage.Table, func(q *page.Query) {
		q.Select(q.Columns(coverage.FieldID, coverage.FieldDecided, coverage.FieldEntitlementID)...).
			AppendSelectExprAs(headerDecided(q, q.C(coverage.FieldEntitlementID)), "header_decided").
			Where(q.In(q.C(coverage.FieldID), coverages))
	}, &found)
	if err != nil {
		return nil, err
	}
	at := make(map[int64]*Ruled, len(found))
	var decisions rights.DecisionReader
	for _, f := range found {
		of := &Ruled{}
		at[f.ID] = of
		decisions.About(f.Decided, f.ID, func(d rights.Decisions) { of.Own = d })
		decisions.About(isTrue(f.HeaderDecided), orZero(f.Header), func(d rights.Decisions) { of.Header = d })
	}
	if err := decisions.Read(ctx, v); err != nil {
		return nil, err
	}
	for i, id := range coverages {
		if of := at[id]; of != nil {
			out[i] = *of
		}
	}
	return out, nil
}

// CorrectionsOf returns the coverage that corrects each coverage, in the order of coverages and with one statement; 0
// if none does.
func CorrectionsOf(ctx context.Context, v *page.View, coverages []int64) ([]gid.ID, error) {
	out := make([]gid.ID, len(coverages))
	if len(coverages) == 0 {
		return out, nil
	}
	var found []struct {
		ID       gid.ID `sql:"id"`
		Replaces int64  `sql:"replaces_id"`
	}
	err := v.Scan(ctx, coverage.Table, func(q *page.Query) {
		q.Select(q.Columns(coverage.FieldID, coverage.FieldReplacesID)...).
			Where(q.In(q.C(coverage.FieldReplacesID), coverages))
	}, &found)
	if err != nil {
		return nil, err
	}
	by := make(map[int64]gid.ID, len(found))
	for _, f := range found {
		by[f.Replaces] = f.ID
	}
	for i, id := range coverages {
		out[i] = by[id]
	}
	return out, nil
}

func isTrue(b *bool) bool { return b != nil && *b }

// orZero returns an id, or 0 for none.
func orZero[T ~int64](id *T) T {
	if id == nil {
		return 0
	}
	return *id
}

// headerDecided is a subquery that says whether there are decisions about the entitlement whose id is in a column; null
// if there is no entitlement. The scope is not applied to it, because the decisions on an entitlement are part of the
// state of its coverages, for everyone who may see a coverage.
func headerDecided(q *page.Query, column string) sql.Querier {
	e := q.SubOf(entitlement.Table, "en")
	return e.Where(sql.ColumnsEQ(e.C(entitlement.FieldID), column)).Select(e.C(entitlement.FieldDecided))
}

// rankOf is a subquery for the rank of a level. The columns hold the level of an item, and the level of its coverage,
// which is used if the first is null.
func rankOf(q *page.Query, itemLevel, coverageLevel string) sql.Querier {
	l := q.SubOf(coveragelevel.Table, "lv")
	return l.Select(l.C(coveragelevel.FieldRank)).
		Where(sql.Or(sql.ColumnsEQ(l.C(coveragelevel.FieldID), itemLevel),
			sql.And(sql.IsNull(itemLevel), sql.ColumnsEQ(l.C(coveragelevel.FieldID), coverageLevel))))
}

// FactsOfLines returns the facts of the coverages of each line item, in the order of lines, with one statement, and
// another if there are decisions.
func FactsOfLines(ctx context.Context, v *page.View, lines []int64) ([][]Fact, error) {
	out := make([][]Fact, len(lines))
	if len(lines) == 0 {
		return out, nil
	}
	var found []struct {
		Line          int64                   `sql:"line"`
		Item          gid.ID                  `sql:"item"`
		ItemDecided   bool                    `sql:"item_decided"`
		Quantity      *int64                  `sql:"quantity"`
		Coverage      gid.ID                  `sql:"coverage"`
		Renews        *gid.ID                 `sql:"renews"`
		Replaces      *gid.ID                 `sql:"replaces"`
		Linked        clock.Instant           `sql:"linked"`
		Rank          *int64                  `sql:"level_rank"`
		Created       clock.Instant           `sql:"created"`
		Kind          vocabulary.CoverageKind `sql:"kind"`
		First         *day.Day                `sql:"first_day"`
		Last          day.Day                 `sql:"last_day"`
		Perpetual     bool                    `sql:"perpetual"`
		Decided       bool                    `sql:"decided"`
		Header        *int64                  `sql:"header"`
		HeaderDecided *bool                   `sql:"header_decided"`
	}
	err := v.Scan(ctx, coverageitem.Table, func(q *page.Query) {
		c := joinCoverage(q)
		header := c.C(coverage.FieldEntitlementID)
		q.Select(sql.As(q.C(coverageitem.FieldLineItemID), "line"), sql.As(q.C(coverageitem.FieldID), "item"),
			sql.As(q.C(coverageitem.FieldDecided), "item_decided"), q.C(coverageitem.FieldQuantity),
			sql.As(c.C(coverage.FieldID), "coverage"), sql.As(c.C(coverage.FieldRenewsID), "renews"),
			sql.As(c.C(coverage.FieldReplacesID), "replaces"), sql.As(q.C(coverageitem.FieldLinkedAt), "linked"),
			sql.As(c.C(coverage.FieldKind), "kind"), sql.As(c.C(coverage.FieldCreatedAt), "created"),
			sql.As(c.C(coverage.FieldStartsOn), "first_day"), sql.As(c.C(coverage.FieldEndsOn), "last_day"),
			sql.As(c.C(coverage.FieldPerpetual), "perpetual"), sql.As(c.C(coverage.FieldDecided), "decided"),
			sql.As(header, "header")).
			AppendSelectExprAs(headerDecided(q, header), "header_decided").
			AppendSelectExprAs(rankOf(q, q.C(coverageitem.FieldLevelID), c.C(coverage.FieldLevelID)), "level_rank").
			Where(q.In(q.C(coverageitem.FieldLineItemID), lines))
	}, &found)
	if err != nil {
		return nil, err
	}
	facts := make([]Fact, len(found))
	var decisions rights.DecisionReader
	for i := range found {
		f, fact := &found[i], &facts[i]
		*fact = Fact{Item: f.Item, Coverage: f.Coverage, Renews: orZero(f.Renews), Replaces: orZero(f.Replaces),
			Quantity: f.Quantity, Rank: f.Rank, Created: f.Created, Linked: f.Linked, Kind: f.Kind, First: f.First,
			Last: f.Last, Perpetual: f.Perpetual}
		own := func(d rights.Decisions) { fact.Own = slices.Concat(fact.Own, d) }
		decisions.About(f.ItemDecided, int64(f.Item), own)
		decisions.About(f.Decided, int64(f.Coverage), own)
		decisions.About(isTrue(f.HeaderDecided), orZero(f.Header), func(d rights.Decisions) { fact.Header = d })
	}
	if err := decisions.Read(ctx, v); err != nil {
		return nil, err
	}
	at := make(map[int64][]int, len(lines))
	for i, id := range lines {
		at[id] = append(at[id], i)
	}
	for n := range found {
		for _, i := range at[found[n].Line] {
			out[i] = append(out[i], facts[n])
		}
	}
	return out, nil
}

// Until says how long coverages cover a line at most.
type Until struct {
	// Last is the last day on which one of them is under no decision: nil if there is none, day.Forever if one of them
	// has no last day.
	Last *day.Day
	// Perpetual says that one of them has no end, and neither have the days on which it is under no decision.
	Perpetual bool
}

// UntilOf returns how long the coverages of a line cover it. The line itself may end earlier.
func UntilOf(coverages []Fact) Until {
	var u Until
	for i := range coverages {
		f := &coverages[i]
		first := day.Beginning
		if f.First != nil {
			first = *f.First
		}
		last, free := slices.Concat(f.Own, f.Header).LastFree(first, f.Last)
		if !free {
			continue
		}
		if u.Last == nil || *u.Last < last {
			u.Last = &last
		}
		u.Perpetual = u.Perpetual || f.Perpetual && last == day.Forever
	}
	return u
}

// UntilOfLines returns how long the coverages of line items cover them, in the order of lines, with one statement. If
// there are decisions about some of the coverages, it runs those of FactsOfLines for their lines, too.
func UntilOfLines(ctx context.Context, v *page.View, lines []int64) ([]Until, error) {
	out := make([]Until, len(lines))
	if len(lines) == 0 {
		return out, nil
	}
	var found []struct {
		Line      int64   `sql:"line"`
		Last      day.Day `sql:"last_day"`
		Perpetual int64   `sql:"endless"`
		Decided   int64   `sql:"decided"`
	}
	err := v.Scan(ctx, coverageitem.Table, func(q *page.Query) {
		c := joinCoverage(q)
		header := q.JoinMaybe(entitlement.Table, "en", func(e *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(e.C(entitlement.FieldID), c.C(coverage.FieldEntitlementID))
		})
		decided := q.C(coverageitem.FieldDecided) + " OR " + c.C(coverage.FieldDecided) + " OR COALESCE(" +
			header.C(entitlement.FieldDecided) + ", FALSE)"
		q.Select(sql.As(q.C(coverageitem.FieldLineItemID), "line"),
			sql.As(sql.Max(c.C(coverage.FieldEndsOn)), "last_day"),
			sql.As("MAX(CASE WHEN "+c.C(coverage.FieldPerpetual)+" THEN 1 ELSE 0 END)", "endless"),
			sql.As("MAX(CASE WHEN "+decided+" THEN 1 ELSE 0 END)", "decided")).
			Where(q.In(q.C(coverageitem.FieldLineItemID), lines)).GroupBy(q.C(coverageitem.FieldLineItemID))
	}, &found)
	if err != nil {
		return nil, err
	}
	at := make(map[int64]Until, len(found))
	var decided []int64
	for i := range found {
		f := &found[i]
		if f.Decided != 0 {
			decided = append(decided, f.Line)
		} else {
			at[f.Line] = Until{&f.Last, f.Perpetual != 0}
		}
	}
	facts, err := FactsOfLines(ctx, v, decided)
	if err != nil {
		return nil, err
	}
	for i, id := range decided {
		at[id] = UntilOf(facts[i])
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
