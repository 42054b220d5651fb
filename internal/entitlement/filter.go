package entitlement

import (
	"slices"

	"entgo.io/ent/dialect/sql"

	accounts "github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineagestep"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Sort orders of entitlements and line items.
var (
	NewestEntitlements   = page.Order{Name: "CREATED", Columns: []string{entitlement.FieldCreatedAt}, Descending: true}
	EntitlementsByNumber = page.Order{Name: "NUMBER", Columns: []string{entitlement.FieldNumber}}
	EntitlementsUpdated  = page.Order{Name: page.UpdatedOrder, Columns: []string{entitlement.FieldUpdatedAt}}

	NewestLineItems   = page.Order{Name: "CREATED", Columns: []string{lineitem.FieldCreatedAt}, Descending: true}
	LineItemsByExpiry = page.Order{Name: "EXPIRY", Columns: []string{lineitem.FieldEndsOn}}
	LineItemsUpdated  = page.Order{Name: page.UpdatedOrder, Columns: []string{lineitem.FieldUpdatedAt}}
)

// Filter selects entitlements. Zero values mean no condition.
type Filter struct {
	Account            gid.ID
	IncludeSubAccounts bool
	ChannelPartner     gid.ID
	ProductLine        gid.ID
	Product            gid.ID
	NumberStartsWith   string
	UpdatedSince       *clock.Instant
}

// Where returns the condition, or FILTER_TOO_BROAD if no index serves filter and order together. Without an
// account the order is CREATED, NUMBER or UPDATED; allowed are a channel partner, a beginning of the number with NUMBER, and
// UpdatedSince with UPDATED.
func (f Filter) Where(o page.Order) (page.Where, error) {
	if f.Account == 0 {
		switch {
		case f.ProductLine != 0 || f.Product != 0:
			return nil, tooBroad("filter.product", "Give filter.account, or ask for lineItems, which have an index by product.")
		case f.NumberStartsWith != "" && o.Name != EntitlementsByNumber.Name:
			return nil, tooBroad("filter.numberStartsWith", "Give filter.account, or order by NUMBER.")
		}
		if err := page.CheckAcross(f.UpdatedSince != nil, false, o); err != nil {
			return nil, err
		}
	}
	return f.Condition, nil
}

// Condition adds the condition without a check, for lists within one account.
func (f Filter) Condition(q *page.Query) {
	if f.Account != 0 {
		account.Within(entitlement.FieldAccountID, f.Account, f.IncludeSubAccounts)(q)
	}
	if f.UpdatedSince != nil {
		q.AtLeast(entitlement.FieldUpdatedAt, int64(*f.UpdatedSince))
	}
	if f.ChannelPartner != 0 {
		q.Where(sql.EQ(q.C(entitlement.FieldChannelPartnerID), int64(f.ChannelPartner)))
		partner := q.Sub(accounts.Table, "cp") // the partner must be visible, or the filter would reveal whose partner it is
		partner.Where(sql.EQ(partner.C(accounts.FieldID), int64(f.ChannelPartner)))
		q.Where(sql.Exists(partner.Select(partner.C(accounts.FieldID))))
	}
	if f.NumberStartsWith != "" {
		q.Where(startsWith(q.C(entitlement.FieldNumber), f.NumberStartsWith))
	}
	if f.ProductLine != 0 || f.Product != 0 {
		lines := q.Sub(lineitem.Table, "li")
		lines.Select(lines.C(lineitem.FieldID)).
			Where(sql.ColumnsEQ(lines.C(lineitem.FieldEntitlementID), q.C(entitlement.FieldID)))
		if f.ProductLine != 0 {
			lines.Where(sql.EQ(lines.Unindexed(lineitem.FieldProductLineID), int64(f.ProductLine)))
		}
		if f.Product != 0 {
			lines.Where(sql.EQ(lines.Unindexed(lineitem.FieldProductID), int64(f.Product)))
		}
		q.Where(sql.Exists(lines.Selector))
	}
}

// LineFilter selects line items. Zero values mean no condition; On is the day for Statuses. Ends and CoverageEnds are inclusive
// ranges of last days; a nil end is open.
type LineFilter struct {
	Entitlement            gid.ID
	Account                gid.ID
	IncludeSubAccounts     bool
	ProductLine            gid.ID
	Product                gid.ID
	Unit                   gid.ID
	Statuses               []vocabulary.Status
	On                     day.Day
	Ends, CoverageEnds     *Interval
	ActivationIDStartsWith string
	Text                   string
	// HasFree, HasExcess and Perpetual are nil for no condition.
	HasFree, HasExcess, Perpetual *bool
	UpdatedSince                  *clock.Instant
}

// Condition adds the condition. Check returns whether it may be combined with an order.
func (f LineFilter) Condition(q *page.Query) {
	if f.Account != 0 {
		account.Within(lineitem.FieldAccountID, f.Account, f.IncludeSubAccounts)(q)
	}
	for _, key := range []struct {
		column string
		id     gid.ID
	}{
		{lineitem.FieldEntitlementID, f.Entitlement}, {lineitem.FieldProductLineID, f.ProductLine}, {lineitem.FieldProductID, f.Product},
		{lineitem.FieldUnitID, f.Unit},
	} {
		if key.id != 0 {
			q.Where(sql.EQ(q.C(key.column), int64(key.id)))
		}
	}
	if f.Ends != nil && f.Ends.First != nil {
		q.AtLeast(lineitem.FieldEndsOn, int64(*f.Ends.First))
	}
	if f.Ends != nil && f.Ends.Last != nil {
		q.AtMost(lineitem.FieldEndsOn, int64(*f.Ends.Last))
	}
	if f.UpdatedSince != nil {
		q.AtLeast(lineitem.FieldUpdatedAt, int64(*f.UpdatedSince))
	}
	matchText(q, f.Text)
	f.amounts(q)
	if f.ActivationIDStartsWith != "" {
		q.Where(startsWith(q.C(lineitem.FieldActivationID), f.ActivationIDStartsWith))
	}
	if f.CoverageEnds != nil {
		q.Where(coverageEnding(q, *f.CoverageEnds))
	}
	if len(f.Statuses) > 0 {
		q.Where(statusIn(q, f.Statuses, f.On))
	}
}

// amounts adds the conditions HasFree, HasExcess and Perpetual.
func (f LineFilter) amounts(q *page.Query) {
	if f.HasFree != nil {
		q.Where(conditionOrNot(*f.HasFree, hasFree(q.C)))
	}
	if f.HasExcess != nil {
		q.Where(conditionOrNot(*f.HasExcess, sql.GT(q.C(lineitem.FieldExcess), 0)))
	}
	if f.Perpetual != nil {
		q.Where(conditionOrNot(*f.Perpetual, conditions{q: q, line: q.C(lineitem.FieldID)}.period("pp", func(t columns) *sql.Predicate {
			return sql.And(undecided(t), sql.EQ(t.C(period.FieldPerpetual), true))
		})))
	}
}

// conditionOrNot returns the condition, or its negation.
func conditionOrNot(holds bool, condition *sql.Predicate) *sql.Predicate {
	if holds {
		return condition
	}
	return sql.Not(condition)
}

// Check returns FILTER_TOO_BROAD if no index serves filter and order together. Within one account or one entitlement
// everything may be combined. Otherwise the order is CREATED without any filter, UPDATED with UpdatedSince, or EXPIRY with
// at most one of product line, product and unit and a range of last days. covered is true if the lines are
// filtered by coverage as well.
func (f LineFilter) Check(o page.Order, covered bool) error {
	if f.Account != 0 || f.Entitlement != 0 {
		return nil
	}
	if err := page.CheckAcross(f.UpdatedSince != nil, false, o); err != nil {
		return err
	}
	given := 0
	for _, id := range []gid.ID{f.ProductLine, f.Product, f.Unit} {
		if id != 0 {
			given++
		}
	}
	byExpiry := o.Name == LineItemsByExpiry.Name
	switch {
	case len(f.Statuses) > 0:
		return tooBroad("filter.status", "Give filter.account.")
	case covered:
		return tooBroad("filter.covered", "Give filter.account, or filter.entitlement.")
	case f.CoverageEnds != nil:
		return tooBroad("filter.coverageEndsBetween", "Give filter.account, or ask for coverages, which have an index by their last day.")
	case f.ActivationIDStartsWith != "":
		return tooBroad("filter.activationIdStartsWith", "Give filter.account, or look an activation id up with lookup.")
	case f.Text != "":
		return tooBroad("filter.text", "Give filter.account, or filter.entitlement.")
	case f.HasFree != nil, f.HasExcess != nil, f.Perpetual != nil:
		return tooBroad("filter", "Give filter.account, or filter.entitlement.")
	case given > 1:
		return tooBroad("filter.product", "Give filter.account, or give one of product line, product and unit.")
	case (given > 0 || f.Ends != nil) && !byExpiry:
		return tooBroad("orderBy", "Give filter.account, or order by EXPIRY.")
	}
	return nil
}

// PeriodsOn is the condition that a period contains a day, regardless of decisions.
func PeriodsOn(on day.Day) page.Where {
	return func(q *page.Query) { q.Where(conditions{q: q, on: int64(on)}.contains(q)) }
}

func tooBroad(field, remedy string) error {
	return fault.New(fault.FilterTooBroad, field, "This filter and order together would read too many rows.", remedy)
}

func startsWith(column, prefix string) *sql.Predicate {
	// A range of byte order instead of LIKE: it needs no escaping and an index serves it on both engines.
	return sql.And(sql.GTE(column, prefix), sql.LT(column, prefix+"\U0010FFFF"))
}

func between(q *page.Query, column string, days Interval) {
	if days.First != nil {
		q.Where(sql.GTE(column, int64(*days.First)))
	}
	if days.Last != nil {
		q.Where(sql.LTE(column, int64(*days.Last)))
	}
}

// coverageEnding is the condition that a coverage without a decision covers the line and ends within a range of days.
func coverageEnding(q *page.Query, days Interval) *sql.Predicate {
	items := q.Sub(coverageitem.Table, "ci")
	c := items.Join(coverage.Table, "co", func(c *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(items.C(coverageitem.FieldCoverageID), c.C(coverage.FieldID))
	})
	items.Select(items.C(coverageitem.FieldID)).Where(sql.And(
		sql.ColumnsEQ(items.C(coverageitem.FieldLineItemID), q.C(lineitem.FieldID)),
		sql.IsNull(c.C(coverage.FieldDecision))))
	between(items, c.C(coverage.FieldEndsOn), days)
	return sql.Exists(items.Selector)
}

// statusIn is Facts.Status in SQL; a test compares the two.
func statusIn(q *page.Query, statuses []vocabulary.Status, on day.Day) *sql.Predicate {
	j := conditions{q: q, line: q.C(lineitem.FieldID), on: int64(on)}
	states := make([]*sql.Predicate, 0, len(statuses))
	for _, s := range statuses {
		states = append(states, j.is(s))
	}
	if len(states) == 1 {
		return states[0] // ent writes no parentheses around a single operand
	}
	return sql.Or(states...)
}

// conditions builds the conditions that a line has a status on a day.
type conditions struct {
	q *page.Query
	// line is the column with the id of the line; on is the day, as a number or as an expression over columns of the statement.
	line string
	on   any
}

// columns returns how the columns of a table are written in a statement.
type columns interface{ C(column string) string }

func (j conditions) is(s vocabulary.Status) *sql.Predicate {
	if at := slices.Index(severity, vocabulary.Decision(s)); at >= 0 {
		return sql.Or(j.ruled(at), sql.And(j.notRuled(), sql.Not(j.period("pe", undecided)), j.decidedAs(at)))
	}
	started := func(t columns) *sql.Predicate { return sql.And(undecided(t), j.started(t)) }
	inForce := func(t columns) *sql.Predicate { return sql.And(undecided(t), j.contains(t)) }
	future := func(t columns) *sql.Predicate {
		return sql.And(undecided(t), sql.GT(t.C(period.FieldStartsOn), j.on))
	}
	switch s {
	case vocabulary.StatusActive:
		return sql.And(j.notRuled(), j.period("pe", inForce), sql.Not(j.superseded()))
	case vocabulary.StatusSuperseded:
		return sql.And(j.notRuled(), j.superseded())
	case vocabulary.StatusExpired:
		return sql.And(j.notRuled(), j.period("pe", started), sql.Not(j.period("pe", inForce)), sql.Not(j.superseded()))
	case vocabulary.StatusFuture:
		return sql.And(j.notRuled(), sql.Not(j.period("pe", started)), j.period("pe", future))
	case vocabulary.StatusAwaitingActivation:
		return sql.And(j.notRuled(), sql.Not(j.period("pe", started)), sql.Not(j.period("pe", future)),
			sql.Or(j.period("pe", undecided), sql.Not(j.period("pe", nil))))
	}
	return sql.False() // IN_GRACE needs a decision that extends a right, which is not implemented
}

func undecided(t columns) *sql.Predicate { return sql.IsNull(t.C(period.FieldDecision)) }

// started is the condition that the first day of a period has come; a perpetual period without a first day always has started.
func (j conditions) started(t columns) *sql.Predicate {
	return sql.Or(sql.LTE(t.C(period.FieldStartsOn), j.on),
		sql.And(sql.IsNull(t.C(period.FieldStartsOn)), sql.EQ(t.C(period.FieldPerpetual), true)))
}

func (j conditions) contains(t columns) *sql.Predicate {
	return sql.And(j.started(t), sql.Or(sql.IsNull(t.C(period.FieldEndsOn)), sql.GTE(t.C(period.FieldEndsOn), j.on)))
}

// period is the condition that the line has a period that meets condition, which may be nil.
func (j conditions) period(alias string, condition func(columns) *sql.Predicate) *sql.Predicate {
	p := j.q.Sub(period.Table, alias)
	p.Select(p.C(period.FieldID)).Where(sql.ColumnsEQ(p.C(period.FieldLineItemID), j.line))
	if condition != nil {
		p.Where(condition(p))
	}
	return sql.Exists(p.Selector)
}

func (j conditions) header(condition func(columns) *sql.Predicate) *sql.Predicate {
	e := j.q.Sub(entitlement.Table, "en")
	e.Select(e.C(entitlement.FieldID)).Where(sql.And(
		sql.ColumnsEQ(e.C(entitlement.FieldID), j.q.C(lineitem.FieldEntitlementID)), condition(e)))
	return sql.Exists(e.Selector)
}

func (j conditions) notRuled() *sql.Predicate {
	return sql.And(sql.IsNull(j.q.C(lineitem.FieldDecision)),
		j.header(func(t columns) *sql.Predicate { return sql.IsNull(t.C(entitlement.FieldDecision)) }))
}

// ruled is the condition that the most severe decision on the line and its entitlement is severity[at].
func (j conditions) ruled(at int) *sql.Predicate {
	line := j.q.C(lineitem.FieldDecision)
	oneOf := func(decisions []vocabulary.Decision) *sql.Predicate {
		values := values(decisions)
		return sql.Or(sql.In(line, values...),
			j.header(func(t columns) *sql.Predicate { return sql.In(t.C(entitlement.FieldDecision), values...) }))
	}
	if at == 0 {
		return oneOf(severity[:1])
	}
	worse := values(severity[:at])
	return sql.And(oneOf(severity[at:at+1]),
		sql.Or(sql.IsNull(line), sql.NotIn(line, worse...)),
		sql.Not(j.header(func(t columns) *sql.Predicate { return sql.In(t.C(entitlement.FieldDecision), worse...) })))
}

func (j conditions) decidedAs(at int) *sql.Predicate {
	oneOf := func(decisions []vocabulary.Decision) *sql.Predicate {
		return j.period("pe", func(t columns) *sql.Predicate {
			return sql.In(t.C(period.FieldDecision), values(decisions)...)
		})
	}
	if at == 0 {
		return oneOf(severity[:1])
	}
	return sql.And(oneOf(severity[at:at+1]), sql.Not(oneOf(severity[:at])))
}

func values(decisions []vocabulary.Decision) []any {
	out := make([]any, len(decisions))
	for i, d := range decisions {
		out[i] = string(d)
	}
	return out
}

// superseded is the condition that the governing period of the line has a successor in force: it is a started period with
// a successor, and no other started period has precedence.
func (j conditions) superseded() *sql.Predicate {
	return j.period("pe", func(p columns) *sql.Predicate {
		before := j.period("pe2", func(p2 columns) *sql.Predicate {
			compareStart := sql.Or(
				sql.ColumnsGT(p2.C(period.FieldStartsOn), p.C(period.FieldStartsOn)),
				sql.And(sql.ColumnsEQ(p2.C(period.FieldStartsOn), p.C(period.FieldStartsOn)), sql.Or(
					sql.ColumnsEQ(p2.C(period.FieldRenewsID), p.C(period.FieldID)),
					sql.And(sql.ColumnsGT(p2.C(period.FieldID), p.C(period.FieldID)),
						sql.Or(sql.IsNull(p.C(period.FieldRenewsID)), sql.ColumnsNEQ(p.C(period.FieldRenewsID), p2.C(period.FieldID)))))))
			return sql.And(undecided(p2), j.started(p2), sql.ColumnsNEQ(p2.C(period.FieldID), p.C(period.FieldID)),
				sql.Or(sql.And(j.contains(p2), sql.Or(sql.Not(j.contains(p)), compareStart)),
					sql.And(sql.Not(j.contains(p)), compareStart)))
		})
		return sql.And(undecided(p), j.started(p), sql.Not(before), j.succeeded(p))
	})
}

// succeeded is the condition that a period of another line that succeeds p is in force. Renewals within the line are not
// considered: they start later, and so they govern the line themselves.
func (j conditions) succeeded(p columns) *sql.Predicate {
	s := j.q.Sub(lineagestep.Table, "ls")
	n := joinSuccessors(s)
	s.Select(s.C(lineagestep.FieldID)).Where(sql.And(
		sql.ColumnsEQ(s.C(lineagestep.FieldLineItemID), j.line),
		sql.Or(sql.IsNull(s.C(lineagestep.FieldPeriodID)),
			sql.ColumnsEQ(s.C(lineagestep.FieldPeriodID), p.C(period.FieldID))),
		sql.LTE(n.C(period.FieldStartsOn), j.on),
		sql.Or(sql.IsNull(n.C(period.FieldEndsOn)), sql.GTE(n.C(period.FieldEndsOn), j.on))))
	return sql.Exists(s.Selector)
}
