package coverage

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The orders in which coverages can be listed.
var (
	ByLastDay = page.Order{Name: "ENDING", Columns: []string{coverage.FieldEndsOn}}
	Newest    = page.Order{Name: "NEWEST", Columns: []string{coverage.FieldCreatedAt}, Descending: true}
)

// Filter says which coverages. Zero values stand for no condition; On is the day for Statuses.
type Filter struct {
	Account            gid.ID
	IncludeSubAccounts bool
	ProductLine        gid.ID
	Kind               vocabulary.CoverageKind
	Statuses           []vocabulary.Status
	On                 day.Day
	Ends               *rights.Interval
}

// Where returns the condition, or FILTER_TOO_BROAD where no index serves filter and order together: without an
// account, coverages are listed by their last day, limited by a product line, a kind and a range of last days; a state
// needs an account.
func (f Filter) Where(o page.Order) (page.Where, error) {
	if f.Account == 0 {
		switch {
		case len(f.Statuses) > 0:
			return nil, tooBroad("filter.status")
		case o.Name != ByLastDay.Name:
			return nil, tooBroad("orderBy")
		}
	}
	return f.Condition, nil
}

// Condition is the condition alone, for lists that belong to one account already.
func (f Filter) Condition(q *page.Query) {
	if f.Account != 0 {
		account.Within(coverage.FieldAccountID, f.Account, f.IncludeSubAccounts)(q)
	}
	if f.ProductLine != 0 {
		q.Where(sql.EQ(q.C(coverage.FieldProductLineID), int64(f.ProductLine)))
	}
	if f.Kind != "" {
		q.Where(sql.EQ(q.C(coverage.FieldKind), string(f.Kind)))
	}
	if f.Ends != nil && f.Ends.First != nil {
		q.AtLeast(coverage.FieldEndsOn, int64(*f.Ends.First))
	}
	if f.Ends != nil && f.Ends.Last != nil {
		q.AtMost(coverage.FieldEndsOn, int64(*f.Ends.Last))
	}
	if len(f.Statuses) > 0 {
		q.Where(statusIn(q, f.Statuses, f.On))
	}
}

func tooBroad(field string) error {
	return fault.New(fault.FilterTooBroad, field, "This filter and order together would read too many rows.",
		"Give filter.account, or order by ENDING without filter.status.")
}

// statusIn says in SQL what Fact.Status says in Go; a test compares the two.
func statusIn(q *page.Query, statuses []vocabulary.Status, on day.Day) *sql.Predicate {
	header := func(condition func(column string) *sql.Predicate) *sql.Predicate {
		e := headerOf(q, q.C(coverage.FieldEntitlementID))
		e.Select(e.C(entitlement.FieldID)).Where(condition(e.C(entitlement.FieldDecision)))
		return sql.Exists(e.Selector)
	}
	own, first, last := q.C(coverage.FieldDecision), q.C(coverage.FieldStartsOn), q.C(coverage.FieldEndsOn)
	free := sql.And(sql.IsNull(own), sql.Not(header(sql.NotNull)))
	begun := sql.Or(sql.LTE(first, int64(on)), sql.And(sql.IsNull(first), sql.EQ(q.C(coverage.FieldPerpetual), true)))
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
			states = append(states, sql.And(free, sql.IsNull(first), sql.EQ(q.C(coverage.FieldPerpetual), false)))
		default:
			if same, worse := rights.Severity(vocabulary.Decision(s)); same != nil {
				is := func(values []any) *sql.Predicate {
					return sql.Or(sql.In(own, values...), header(func(c string) *sql.Predicate { return sql.In(c, values...) }))
				}
				ruled := is(same)
				if len(worse) > 0 {
					ruled = sql.And(ruled, sql.Or(sql.IsNull(own), sql.NotIn(own, worse...)),
						sql.Not(header(func(c string) *sql.Predicate { return sql.In(c, worse...) })))
				}
				states = append(states, ruled)
			}
		}
	}
	if len(states) == 0 {
		return sql.False()
	}
	if len(states) == 1 {
		return states[0] // ent writes no parentheses around what it is the only one of
	}
	return sql.Or(states...)
}
