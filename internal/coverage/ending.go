package coverage

import (
	"cmp"
	"context"
	"math/big"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Ending is a coverage that ends on a day for one line item.
type Ending struct {
	// Holder is the account asked for.
	Holder            int64
	On                day.Day
	Coverage          gid.ID
	Kind              vocabulary.CoverageKind
	ProductLine, Unit int64
	ProductLineName   string
	UnitCode          string
	Scale             int64
	// Quantity is how much of the line stops being covered, in base units; nil if the line has no limit.
	Quantity *big.Int
}

// endingItem is an item of a coverage that ends, as EndingItems reads it.
type endingItem struct {
	Holder          int64                   `sql:"holder"`
	On              day.Day                 `sql:"ends_on"`
	ProductLine     int64                   `sql:"product_line"`
	ProductLineName string                  `sql:"product_line_name"`
	Unit            int64                   `sql:"unit"`
	UnitCode        string                  `sql:"unit_code"`
	Scale           int64                   `sql:"scale"`
	Coverage        gid.ID                  `sql:"coverage"`
	Item            gid.ID                  `sql:"item"`
	Kind            vocabulary.CoverageKind `sql:"kind"`
	Line            int64                   `sql:"line"`
	Quantity        *int64                  `sql:"quantity"`
}

// EndingItems returns what stops being covered, for each coverage and line item, with four statements at most, and
// one more if coverages renew others.
//
// The coverages of one kind add up on a line, at most to what the line grants; one that a successor replaces on the day
// is left out. What they cover on the last day of one
// of them and no longer on the day after is what ends; if that is nothing, because others go on, the coverage does not
// end for this line. What is WITHDRAWN, DRAFT or TEST does not count: the coverage, the line, or the entitlement of
// either. Of the line counts what is due for renewal on the last day of the coverage, so that nothing ends for a
// trial, for a line that is not in force, or for what a successor took over.
func EndingItems(ctx context.Context, v *page.View, query rights.EndingQuery, accounts []int64) ([]Ending, error) {
	found, err := readEnding(ctx, v, query, accounts)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	lines := make([]int64, 0, len(found))
	for _, f := range found {
		lines = append(lines, f.Line)
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	parts, err := readParts(ctx, v, query.From, lines)
	if err != nil {
		return nil, err
	}
	successions, err := readSuccessions(ctx, v, parts)
	if err != nil {
		return nil, err
	}
	renewing, err := rights.RenewingOf(ctx, v, lines)
	if err != nil {
		return nil, err
	}
	ends := map[endKey]*end{}
	for i, line := range lines {
		for _, f := range parts[line] {
			at := endKey{line, f.Kind, f.Last}
			if f.Last <= query.To && ends[at] == nil {
				ends[at] = endAt(parts[line], successions[line], renewing[i], at)
			}
		}
	}
	out := make([]Ending, 0, len(found))
	for _, f := range found {
		e := ends[endKey{f.Line, f.Kind, f.On}]
		if e == nil {
			continue
		}
		out = append(out, Ending{f.Holder, f.On, f.Coverage, f.Kind, f.ProductLine, f.Unit, f.ProductLineName,
			f.UnitCode, f.Scale,
			e.shares[f.Item]})
	}
	return out, nil
}

// endKey identifies the end of the coverages of one kind on a line that have the same last day.
type endKey struct {
	line int64
	kind vocabulary.CoverageKind
	on   day.Day
}

// end says how much ends with each item. An item that is missing ends without a known amount.
type end struct{ shares map[gid.ID]*big.Int }

// part is how much of a line an item covers, and when. A nil Quantity means all of the line.
type part struct {
	Line      int64                   `sql:"line"`
	Item      gid.ID                  `sql:"item"`
	Coverage  gid.ID                  `sql:"coverage"`
	Renews    *gid.ID                 `sql:"renews"`
	Kind      vocabulary.CoverageKind `sql:"kind"`
	First     *day.Day                `sql:"first_day"`
	Last      day.Day                 `sql:"last_day"`
	Perpetual bool                    `sql:"perpetual"`
	Quantity  *int64                  `sql:"quantity"`
}

func (p *part) contains(on day.Day) bool {
	return on <= p.Last && (p.First == nil && p.Perpetual || p.First != nil && *p.First <= on)
}

// endAt judges what ends on a day; it returns nil if nothing does. parts are those of the line, in the order of
// their items.
func endAt(parts []part, successors succession, line *rights.Renewing, at endKey) *end {
	most, due := line.Due(at.on)
	if !due {
		return nil
	}
	ending := partsOn(parts, successors, at.kind, at.on)
	before, after := coveredBy(ending, most), coveredBy(partsOn(parts, successors, at.kind, at.on+1), most)
	if after == nil || before != nil && before.Cmp(after) <= 0 {
		return nil
	}
	e := &end{map[gid.ID]*big.Int{}}
	if before == nil {
		return e
	}
	left := new(big.Int).Sub(before, after)
	for _, p := range ending {
		if p.Last != at.on {
			continue
		}
		share := most
		if p.Quantity != nil {
			share = big.NewInt(*p.Quantity)
		}
		if share.Cmp(left) > 0 {
			share = left
		}
		e.shares[p.Item] = new(big.Int).Set(share)
		left = new(big.Int).Sub(left, share)
	}
	return e
}

// partsOn returns the parts of a kind that contain a day and that no successor replaces on it.
func partsOn(parts []part, successors succession, kind vocabulary.CoverageKind, on day.Day) []part {
	var list []part
	for _, p := range parts {
		if p.Kind == kind && p.contains(on) {
			list = append(list, p)
		}
	}
	return withoutReplaced(list, successors,
		func(p part) (gid.ID, vocabulary.CoverageKind) { return p.Coverage, p.Kind })
}

// coveredBy is how much of a line parts of one kind cover, at most so much; nil if there is no limit to it.
func coveredBy(parts []part, most *big.Int) *big.Int {
	amounts := make([]*int64, len(parts))
	for i, p := range parts {
		amounts[i] = p.Quantity
	}
	return together(amounts, most)
}

// readSuccessions returns which coverages of each line renew and correct which, with one statement, or without one if
// none of the parts belongs to a coverage that renews another. It reads also coverages that do not count, because a
// correction stands for the coverage that it replaces.
func readSuccessions(ctx context.Context, v *page.View, parts map[int64][]part) (map[int64]succession, error) {
	of := map[int64]succession{}
	var lines []int64
	for line, list := range parts {
		if slices.ContainsFunc(list, func(p part) bool { return p.Renews != nil }) {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return of, nil
	}
	slices.Sort(lines)
	var found []struct {
		Line     int64   `sql:"line"`
		Coverage gid.ID  `sql:"coverage"`
		Renews   *gid.ID `sql:"renews"`
		Replaces *gid.ID `sql:"replaces"`
	}
	err := v.ScanBelow(ctx, coverageitem.Table, func(q *page.Query) {
		c := joinCoverage(q)
		q.Select(sql.As(q.C(coverageitem.FieldLineItemID), "line"), sql.As(c.C(coverage.FieldID), "coverage"),
			sql.As(c.C(coverage.FieldRenewsID), "renews"), sql.As(c.C(coverage.FieldReplacesID), "replaces")).
			Where(sql.And(q.In(q.C(coverageitem.FieldLineItemID), lines),
				sql.Or(sql.NotNull(c.C(coverage.FieldRenewsID)), sql.NotNull(c.C(coverage.FieldReplacesID)))))
	}, &found)
	for _, f := range found {
		s := of[f.Line]
		s.add(f.Coverage, orZero(f.Renews), orZero(f.Replaces))
		of[f.Line] = s
	}
	return of, err
}

// readEnding reads the items of the coverages that end.
func readEnding(ctx context.Context, v *page.View, query rights.EndingQuery, accounts []int64) ([]endingItem, error) {
	var found []endingItem
	err := v.Scan(ctx, coverage.Table, func(q *page.Query) {
		holder := account.Each(q, coverage.FieldAccountID, accounts, query.Below)
		item := q.Join(coverageitem.Table, "ci", func(i *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(i.C(coverageitem.FieldCoverageID), q.C(coverage.FieldID))
		})
		line := q.Join(lineitem.Table, "li", func(l *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(l.C(lineitem.FieldID), item.C(coverageitem.FieldLineItemID))
		})
		groups := rights.JoinGroups(q, q.C(coverage.FieldProductLineID), line.C(lineitem.FieldUnitID))
		ends := q.C(coverage.FieldEndsOn)
		last := q.ColumnValue(ends)
		q.Select(sql.As(holder, "holder"), ends, sql.As(groups[0], "product_line"),
			sql.As(groups[1], "product_line_name"),
			sql.As(groups[2], "unit"), sql.As(groups[3], "unit_code"), sql.As(groups[4], "scale"),
			sql.As(q.C(coverage.FieldID), "coverage"), sql.As(item.C(coverageitem.FieldID), "item"),
			q.C(coverage.FieldKind),
			sql.As(line.C(lineitem.FieldID), "line"), item.C(coverageitem.FieldQuantity)).
			Where(sql.And(sql.GTE(ends, int64(query.From)), sql.LTE(ends, int64(query.To)))).
			Where(rights.Renewable(q, q, q.C(coverage.FieldEntitlementID), "en", last)).
			Where(rights.IsFree(q, item, last)).
			Where(rights.Renewable(q, line, line.C(lineitem.FieldEntitlementID), "le", last))
	}, &found)
	return found, err
}

// readParts reads the parts of each line that end on a day or later, in the order of their items.
func readParts(ctx context.Context, v *page.View, from day.Day, lines []int64) (map[int64][]part, error) {
	var found []part
	err := v.ScanBelow(ctx, coverageitem.Table, func(q *page.Query) {
		c := joinCoverage(q)
		last := q.ColumnValue(c.C(coverage.FieldEndsOn))
		q.Select(sql.As(q.C(coverageitem.FieldLineItemID), "line"), sql.As(q.C(coverageitem.FieldID), "item"),
			sql.As(c.C(coverage.FieldKind), "kind"), sql.As(c.C(coverage.FieldStartsOn), "first_day"),
			sql.As(c.C(coverage.FieldEndsOn), "last_day"), sql.As(c.C(coverage.FieldPerpetual), "perpetual"),
			sql.As(c.C(coverage.FieldID), "coverage"), sql.As(c.C(coverage.FieldRenewsID), "renews"),
			q.C(coverageitem.FieldQuantity)).
			Where(sql.And(q.In(q.C(coverageitem.FieldLineItemID), lines),
				sql.GTE(c.C(coverage.FieldEndsOn), int64(from)), rights.IsFree(q, q, last))).
			Where(rights.Renewable(q, c, c.C(coverage.FieldEntitlementID), "en", last))
	}, &found)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(found, func(a, b part) int { return cmp.Compare(a.Item, b.Item) })
	of := make(map[int64][]part, len(lines))
	for _, p := range found {
		of[p.Line] = append(of[p.Line], p)
	}
	return of, nil
}
