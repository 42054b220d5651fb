package coverage

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The orders in which coverages can be listed.
var (
	ByLastDay = page.Order{Name: "ENDS_ON", Columns: []string{coverage.FieldEndsOn}}
	Newest    = page.Order{Name: "CREATED", Columns: []string{coverage.FieldCreatedAt}, Descending: true}
	Updated   = page.Order{Name: page.UpdatedOrder, Columns: []string{coverage.FieldUpdatedAt}}
)

// Filter selects coverages. Zero values mean no condition; On is the day for Statuses and Decisions.
type Filter struct {
	Account            gid.ID
	IncludeSubAccounts bool
	ProductLine        gid.ID
	Product, Level     gid.ID
	Kinds              []vocabulary.CoverageKind
	Decisions          []vocabulary.Decision
	Statuses           []vocabulary.Status
	On                 day.Day
	Ends               *rights.Interval
	UpdatedSince       *clock.Instant
}

// Where returns the condition, or FILTER_TOO_BROAD if no index serves filter and order together. Without an account,
// the order ENDS_ON allows a product line or a product, a kind and a range of last days; UPDATED allows only
// UpdatedSince. A status, a level, a decision and the order CREATED need an account.
func (f Filter) Where(o page.Order) (page.Where, error) {
	if f.Account != 0 {
		return f.Condition, nil
	}
	if err := account.CheckWithin(f.Account, f.IncludeSubAccounts); err != nil {
		return nil, err
	}
	switch {
	case len(f.Statuses) > 0:
		return nil, tooBroad("filter.status")
	case f.Level != 0:
		return nil, tooBroad("filter.level")
	case len(f.Decisions) > 0:
		return nil, tooBroad("filter.decision")
	case f.ProductLine != 0 && f.Product != 0:
		return nil, tooBroad("filter.product")
	case o.Name == Newest.Name:
		return nil, tooBroad("orderBy")
	}
	other := page.FirstGiven(page.GivenIf("filter.productLine", f.ProductLine != 0),
		page.GivenIf("filter.product", f.Product != 0), page.GivenIf("filter.kind", len(f.Kinds) > 0),
		page.GivenIf("filter.endsBetween", f.Ends != nil))
	return f.Condition, page.CheckSinceAlone(f.UpdatedSince, other, o, page.ByAccount)
}

// Condition adds the conditions of the filter to q, without the check of Where; for lists within one account.
func (f Filter) Condition(q *page.Query) {
	if f.Account != 0 {
		account.Within(coverage.FieldAccountID, f.Account, f.IncludeSubAccounts)(q)
	}
	if f.ProductLine != 0 {
		q.Equal(coverage.FieldProductLineID, int64(f.ProductLine))
	}
	if f.Product != 0 {
		q.Equal(coverage.FieldProductID, int64(f.Product))
	}
	if f.Level != 0 {
		q.Equal(coverage.FieldLevelID, int64(f.Level))
	}
	if len(f.Decisions) > 0 {
		q.Where(rights.IsDecided(q, q, int64(f.On), f.Decisions...))
	}
	page.OneOf(q, coverage.FieldKind, f.Kinds)
	q.Since(f.UpdatedSince)
	if f.Ends != nil {
		q.Where(page.LastDayWithin(q.C(coverage.FieldEndsOn), f.Ends.First, f.Ends.Last))
	}
	if len(f.Statuses) > 0 {
		q.Where(statusIn(q, q, nil, f.Statuses, f.On))
	}
}

func tooBroad(field string) error {
	return fault.New(fault.FilterTooBroad, field, "This filter and order together would read too many rows.",
		"Give filter.account, or order by ENDS_ON with filter.productLine or filter.product at most, filter.kind "+
			"and filter.endsBetween.")
}

// LinesCovered keeps the line items that are covered on a day, or if covered is false, those that are not. As for
// InForce, both line and coverage must be ACTIVE or IN_GRACE.
func LinesCovered(covered bool, on day.Day) page.Where {
	return func(q *page.Query) {
		items := q.Sub(coverageitem.Table, "cv")
		c := joinCoverage(items)
		items.Select(items.C(coverageitem.FieldID)).Where(sql.ColumnsEQ(items.C(coverageitem.FieldLineItemID),
			q.C(lineitem.FieldID)))
		items.Where(statusIn(q, c, items, []vocabulary.Status{vocabulary.StatusActive, vocabulary.StatusInGrace}, on))
		if is := sql.And(rights.LinesUsable(q, on), rights.ForEachLine(sql.Exists(items.Selector))); covered {
			q.Where(is)
		} else {
			q.Where(sql.Not(is))
		}
	}
}

// ItemsOn keeps the items of coverages that contain a day, also of those under a decision.
func ItemsOn(on day.Day) page.Where {
	return func(q *page.Query) {
		c := q.Sub(coverage.Table, "cv")
		c.Select(c.C(coverage.FieldID)).Where(sql.And(sql.ColumnsEQ(c.C(coverage.FieldID),
			q.C(coverageitem.FieldCoverageID)),
			begun(c, on), sql.GTE(c.C(coverage.FieldEndsOn), int64(on))))
		q.Where(sql.Exists(c.Selector))
	}
}

// columns returns the qualified name of a column of one table in the statement.
type columns interface{ C(column string) string }

// begun is the condition that a coverage began on or before the day. A perpetual one without a first day always did.
func begun(t columns, on day.Day) *sql.Predicate {
	first := t.C(coverage.FieldStartsOn)
	return sql.Or(sql.LTE(first, int64(on)), sql.And(sql.IsNull(first), sql.EQ(t.C(coverage.FieldPerpetual), true)))
}

// statusIn is the SQL condition that Fact.Status is one of statuses; a test compares the two. t is the table of
// coverages in the statement; item is that of their items, or nil for coverages by themselves.
func statusIn(q *page.Query, t, item columns, statuses []vocabulary.Status, on day.Day) *sql.Predicate {
	decided := func(kinds ...vocabulary.Decision) *sql.Predicate {
		about := sql.Or(rights.IsDecided(q, t, int64(on), kinds...),
			rights.HeaderIsDecided(q, t.C(coverage.FieldEntitlementID), "en", int64(on), kinds...))
		if item != nil {
			about = sql.Or(about, rights.IsDecided(q, item, int64(on), kinds...))
		}
		return about
	}
	first, last := t.C(coverage.FieldStartsOn), t.C(coverage.FieldEndsOn)
	free := sql.Not(decided())
	begun := begun(t, on)
	states := make([]*sql.Predicate, 0, len(statuses))
	for _, s := range statuses {
		switch s {
		case vocabulary.StatusActive:
			states = append(states, sql.And(free, begun, sql.GTE(last, int64(on))))
		case vocabulary.StatusExpired:
			states = append(states, sql.And(free, begun, sql.LT(last, int64(on))))
		case vocabulary.StatusFuture:
			states = append(states, sql.And(free, sql.GT(first, int64(on))))
		case vocabulary.StatusAwaitingActivation:
			states = append(states, sql.And(free, sql.IsNull(first), sql.EQ(t.C(coverage.FieldPerpetual), false)))
		default:
			if same, worse := rights.Severity(vocabulary.Decision(s)); same != nil {
				ruled := decided(same...)
				if len(worse) > 0 {
					ruled = sql.And(ruled, sql.Not(decided(worse...)))
				}
				states = append(states, ruled)
			}
		}
	}
	if len(states) == 0 {
		return sql.False()
	}
	if len(states) == 1 {
		return states[0] // ent writes no parentheses around an OR of one condition
	}
	return sql.Or(states...)
}
