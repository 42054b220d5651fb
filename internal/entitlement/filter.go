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

// PeriodsInOrder lists the periods of a line by their ranks: in the order in which they were recorded, except that a
// correction stands behind what it replaces.
var PeriodsInOrder = page.Order{Name: "ORDINAL", Columns: []string{period.FieldRankedAt,
	period.FieldCreatedAt}}

// The orders in which entitlements and line items can be listed.
var (
	NewestEntitlements   = page.Order{Name: "CREATED", Columns: []string{entitlement.FieldCreatedAt}, Descending: true}
	EntitlementsByNumber = page.Order{Name: "NUMBER", Columns: []string{entitlement.FieldNumber}}
	EntitlementsUpdated  = page.Order{Name: page.UpdatedOrder, Columns: []string{entitlement.FieldUpdatedAt}}

	NewestLineItems    = page.Order{Name: "CREATED", Columns: []string{lineitem.FieldCreatedAt}, Descending: true}
	OldestLineItems    = page.Order{Name: "CREATED", Columns: []string{lineitem.FieldCreatedAt}}
	LineItemsByLastDay = page.Order{Name: "ENDS_ON", Columns: []string{lineitem.FieldEndsOn}}
	LineItemsUpdated   = page.Order{Name: page.UpdatedOrder, Columns: []string{lineitem.FieldUpdatedAt}}
)

// Filter selects entitlements. Zero values mean no condition.
type Filter struct {
	Account            gid.ID
	IncludeSubAccounts bool
	ChannelPartner     gid.ID
	ProductLine        gid.ID
	Product            gid.ID
	NumberStartsWith   string
	// Decisions are those of which one holds about the entitlement itself on the day On.
	Decisions    []vocabulary.Decision
	On           day.Day
	UpdatedSince *clock.Instant
}

// Where returns the condition, or FILTER_TOO_BROAD if no index serves filter and order together: without an
// account, entitlements are listed by creation and by number, and may be limited by partner and, by number, by its
// beginning; or they are listed by creation, and may be limited to drafts and tests, of which there are few; or they
// are listed by change, and may be limited by the moment of the change alone.
func (f Filter) Where(o page.Order) (page.Where, error) {
	if f.Account == 0 {
		if err := account.CheckWithin(f.Account, f.IncludeSubAccounts); err != nil {
			return nil, err
		}
		switch {
		case f.ProductLine != 0 || f.Product != 0:
			return nil, tooBroad(page.FirstGiven(page.GivenIf("filter.productLine", f.ProductLine != 0),
				page.GivenIf("filter.product", true)),
				"Give filter.account, or ask for lineItems, which have an index by product.")
		case f.NumberStartsWith != "" && o.Name != EntitlementsByNumber.Name:
			return nil, tooBroad("filter.numberStartsWith", "Give filter.account, or order by NUMBER.")
		case slices.ContainsFunc(f.Decisions, isUnprepared):
			return nil, tooBroad("filter.decision", "Give filter.account, or ask for DRAFT and TEST alone.")
		case len(f.Decisions) > 0 && o.Name != NewestEntitlements.Name:
			return nil, tooBroad("filter.decision", "Give filter.account, or order by CREATED.")
		}
		return f.across, page.CheckSinceAlone(f.UpdatedSince,
			page.FirstGiven(page.GivenIf("filter.channelPartner", f.ChannelPartner != 0),
				page.GivenIf("filter.decision", len(f.Decisions) > 0)), o, page.ByAccount)
	}
	return f.Condition, nil
}

// Narrows tells whether the filter has a condition.
func (f Filter) Narrows() bool {
	return f.Account != 0 || f.ChannelPartner != 0 || f.ProductLine != 0 || f.Product != 0 ||
		f.NumberStartsWith != "" || len(f.Decisions) > 0 || f.UpdatedSince != nil
}

// across is Condition for the list of all accounts.
func (f Filter) across(q *page.Query) {
	decisions := f.Decisions
	f.Decisions = nil
	f.Condition(q)
	switch {
	case len(decisions) == 0:
	case q.IsWhole(entitlement.Table):
		q.Where(isAmongDecided(q, f.On, decisions))
	default:
		q.Where(IsDecided(q, q, int64(f.On), decisions...))
	}
}

// Condition adds the conditions of the filter to q, without the check of Where; for lists within one account.
func (f Filter) Condition(q *page.Query) {
	if f.Account != 0 {
		account.Within(entitlement.FieldAccountID, f.Account, f.IncludeSubAccounts)(q)
	}
	q.Since(f.UpdatedSince)
	if len(f.Decisions) > 0 {
		q.Where(IsDecided(q, q, int64(f.On), f.Decisions...))
	}
	if f.ChannelPartner != 0 {
		q.Equal(entitlement.FieldChannelPartnerID, int64(f.ChannelPartner))
		// A viewer who may not see the partner must not learn which entitlements name it.
		partner := q.Sub(accounts.Table, "cp")
		partner.Where(sql.EQ(partner.C(accounts.FieldID), int64(f.ChannelPartner)))
		q.Where(sql.Exists(partner.Select(partner.C(accounts.FieldID))))
	}
	if f.NumberStartsWith != "" {
		q.Where(page.StartsWith(q.C(entitlement.FieldNumber), f.NumberStartsWith))
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

// LineFilter selects line items. Zero values mean no condition. On is the day for Statuses, HasFree and HasExcess, and
// Today is the day for which lines store their amounts.
type LineFilter struct {
	Entitlement            gid.ID
	Account                gid.ID
	IncludeSubAccounts     bool
	ProductLine            gid.ID
	Product                gid.ID
	Unit                   gid.ID
	Statuses               []vocabulary.Status
	On, Today              day.Day
	Ends, CoverageEnds     *Interval
	ActivationIDStartsWith string
	Text                   string
	// A nil HasFree, HasExcess, Perpetual or Evergreen means no condition. Evergreen lines are those that are renewed
	// by themselves after their last day, unless that is cancelled.
	HasFree, HasExcess, Perpetual, Evergreen *bool
	UpdatedSince                             *clock.Instant
}

// Condition adds the conditions of the filter to q. Check reports whether they are allowed with an order.
func (f LineFilter) Condition(q *page.Query) {
	if f.Account != 0 {
		account.Within(lineitem.FieldAccountID, f.Account, f.IncludeSubAccounts)(q)
	}
	for _, key := range []struct {
		column string
		id     gid.ID
	}{
		{lineitem.FieldEntitlementID, f.Entitlement}, {lineitem.FieldProductLineID, f.ProductLine},
		{lineitem.FieldProductID, f.Product},
		{lineitem.FieldUnitID, f.Unit},
	} {
		if key.id != 0 {
			q.Equal(key.column, int64(key.id))
		}
	}
	if f.Ends != nil {
		q.Where(page.LastDayWithin(q.C(lineitem.FieldEndsOn), f.Ends.First, f.Ends.Last))
	}
	q.Since(f.UpdatedSince)
	whereText(q, f.Text)
	f.amounts(q)
	if f.ActivationIDStartsWith != "" {
		q.Where(idBeginsWith(q, f.ActivationIDStartsWith))
	}
	if f.CoverageEnds != nil {
		q.Where(coverageEnding(q, *f.CoverageEnds))
	}
	if len(f.Statuses) > 0 {
		q.Where(statusIn(q, f.Statuses, f.On))
	}
}

// amounts adds the conditions HasFree, HasExcess, Perpetual and Evergreen.
func (f LineFilter) amounts(q *page.Query) {
	if f.HasFree != nil {
		q.Where(negateUnless(*f.HasFree, hasFree(q, f.On, f.Today)))
	}
	if f.HasExcess != nil {
		q.Where(negateUnless(*f.HasExcess, hasExcess(q, f.On, f.Today)))
	}
	if f.Perpetual != nil {
		q.Where(negateUnless(*f.Perpetual, lineSQL{q: q, line: q.C(lineitem.FieldID)}.isPerpetual()))
	}
	if f.Evergreen != nil {
		q.Where(negateUnless(*f.Evergreen, ForEachLine(endsEvergreen(q))))
	}
}

// negateUnless returns the condition if holds is true, and its negation otherwise.
func negateUnless(holds bool, condition *sql.Predicate) *sql.Predicate {
	if holds {
		return condition
	}
	return sql.Not(condition)
}

// Check returns FILTER_TOO_BROAD if no index serves filter and order together. Within one account or one entitlement,
// all filters and orders may be combined. Otherwise the order ENDS_ON allows a range of last days and one of product
// line, product and unit; CREATED allows no filter; UPDATED allows only UpdatedSince. covered says that the lines are
// filtered by coverage as well.
func (f LineFilter) Check(o page.Order, covered bool) error {
	if err := account.CheckWithin(f.Account, f.IncludeSubAccounts); err != nil {
		return err
	}
	if f.Account != 0 || f.Entitlement != 0 {
		return nil
	}
	catalog := []page.Given{page.GivenIf("filter.productLine", f.ProductLine != 0),
		page.GivenIf("filter.product", f.Product != 0), page.GivenIf("filter.unit", f.Unit != 0)}
	catalog = slices.DeleteFunc(catalog, func(g page.Given) bool { return !g.Is })
	other := page.FirstGiven(append(catalog, page.GivenIf("filter.endsBetween", f.Ends != nil))...)
	switch {
	case len(f.Statuses) > 0:
		return tooBroad("filter.status", "Give filter.account, or filter.entitlement.")
	case covered:
		return tooBroad("filter.covered", "Give filter.account, or filter.entitlement.")
	case f.CoverageEnds != nil:
		return tooBroad("filter.coverageEndsBetween",
			"Give filter.account or filter.entitlement, or ask for coverages, which have an index by their last day.")
	case f.ActivationIDStartsWith != "":
		return tooBroad("filter.activationIdStartsWith",
			"Give filter.account or filter.entitlement, or look an activation id up with lookup.")
	case f.Text != "":
		return tooBroad("filter.text", "Give filter.account, or filter.entitlement.")
	case f.HasFree != nil, f.HasExcess != nil, f.Perpetual != nil, f.Evergreen != nil:
		return tooBroad(page.FirstGiven(page.GivenIf("filter.hasFree", f.HasFree != nil),
			page.GivenIf("filter.hasExcess", f.HasExcess != nil),
			page.GivenIf("filter.perpetual", f.Perpetual != nil), page.GivenIf("filter.evergreen", true)),
			"Give filter.account, or filter.entitlement.")
	case len(catalog) > 1:
		return tooBroad(catalog[1].Field, "Give filter.account, or give one of product line, product and unit.")
	case other != "" && o.Name == NewestLineItems.Name:
		return tooBroad("orderBy", "Give filter.account, or order by ENDS_ON.")
	}
	return page.CheckSinceAlone(f.UpdatedSince, other, o, page.ByAccount)
}

// PeriodsOn keeps the periods that contain a day, also those under a decision.
func PeriodsOn(on day.Day) page.Where {
	return func(q *page.Query) { q.Where(lineSQL{q: q, on: int64(on)}.contains(q)) }
}

func tooBroad(field, remedy string) error {
	return fault.New(fault.FilterTooBroad, field, "This filter and order together would read too many rows.", remedy)
}

// coverageEnding is the condition that a coverage of the line ends on one of the days, and is under no decision then.
func coverageEnding(q *page.Query, days Interval) *sql.Predicate {
	items := q.Sub(coverageitem.Table, "ci")
	c := items.Join(coverage.Table, "co", func(c *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(items.C(coverageitem.FieldCoverageID), c.C(coverage.FieldID))
	})
	on := q.ColumnValue(c.C(coverage.FieldEndsOn))
	items.Select(items.C(coverageitem.FieldID)).Where(sql.And(
		sql.ColumnsEQ(items.C(coverageitem.FieldLineItemID), q.C(lineitem.FieldID)),
		IsFree(items, items, on), IsFree(items, c, on),
		sql.Not(HeaderIsDecided(items, c.C(coverage.FieldEntitlementID), "eh", on))))
	items.Where(page.LastDayWithin(c.C(coverage.FieldEndsOn), days.First, days.Last))
	return sql.Exists(items.Selector)
}

// statusIn is the SQL condition that Facts.Status is one of statuses; a test compares the two.
func statusIn(q *page.Query, statuses []vocabulary.Status, on day.Day) *sql.Predicate {
	j := lineSQL{q: q, line: q.C(lineitem.FieldID), on: int64(on)}
	states := make([]*sql.Predicate, 0, len(statuses))
	for _, s := range statuses {
		states = append(states, j.is(s))
	}
	if len(states) == 1 {
		return ForEachLine(states[0])
	}
	return sql.Or(states...)
}

// ForEachLine returns the condition in a form that PostgreSQL checks for one line after another. PostgreSQL turns an
// EXISTS that stands by itself into a join. For an account with many lines it may then join all periods of the account
// with all its entitlements before it reads the lines. It makes no join of an EXISTS inside an OR. It removes the FALSE
// later, so the condition can still use an index.
func ForEachLine(condition *sql.Predicate) *sql.Predicate { return sql.Or(condition, sql.False()) }

// LinesUsable is the SQL condition that Usable is true for the status of a line item on a day.
func LinesUsable(q *page.Query, on day.Day) *sql.Predicate {
	return statusIn(q, []vocabulary.Status{vocabulary.StatusActive, vocabulary.StatusInGrace}, on)
}

// linesActive is the SQL condition that a line item is ACTIVE on a day.
func linesActive(q *page.Query, on day.Day) *sql.Predicate {
	return statusIn(q, []vocabulary.Status{vocabulary.StatusActive}, on)
}

// lineSQL writes SQL conditions on the status of a line on a day.
type lineSQL struct {
	q *page.Query
	// line is the column that holds the id of the line.
	line string
	// on is the day, as int64 or as an expression over the columns of the statement.
	on any
}

// columns returns the qualified name of a column of one table in the statement.
type columns interface{ C(column string) string }

func (j lineSQL) is(s vocabulary.Status) *sql.Predicate {
	if at := slices.Index(severity, vocabulary.Decision(s)); at >= 0 {
		return sql.Or(j.ruled(at), sql.And(j.notRuled(), sql.Not(j.period("pe", j.undecided)), j.decidedAs(at)))
	}
	started := func(t columns) *sql.Predicate { return sql.And(j.undecided(t), j.started(t)) }
	future := func(t columns) *sql.Predicate {
		return sql.And(j.undecided(t), sql.GT(t.C(period.FieldStartsOn), j.on))
	}
	switch s {
	case vocabulary.StatusActive:
		// The line's last day is not before that of any period in force. It is compared first: that skips the ended
		// lines without a look at their periods, and an index may begin with the first of the others.
		return sql.And(sql.GTE(j.q.C(lineitem.FieldEndsOn), j.on), j.notRuled(), j.period("pe", j.inForce),
			sql.Not(j.superseded()))
	case vocabulary.StatusSuperseded:
		return sql.And(j.notRuled(), j.superseded())
	case vocabulary.StatusExpired:
		return sql.And(j.ended(), sql.Not(j.inGrace()))
	case vocabulary.StatusInGrace:
		return sql.And(j.inGrace(), j.ended())
	case vocabulary.StatusFuture:
		return sql.And(j.notRuled(), sql.Not(j.period("pe", started)), j.period("pe", future))
	case vocabulary.StatusAwaitingActivation:
		return sql.And(j.notRuled(), sql.Not(j.period("pe", started)), sql.Not(j.period("pe", future)),
			sql.Or(j.period("pe", j.undecided), sql.Not(j.period("pe", nil))))
	}
	return sql.False() // every status is among the cases
}

// ended is the condition that the line is EXPIRED or IN_GRACE.
func (j lineSQL) ended() *sql.Predicate {
	started := func(t columns) *sql.Predicate { return sql.And(j.undecided(t), j.started(t)) }
	return sql.And(j.notRuled(), j.period("pe", started), sql.Not(j.period("pe", j.inForce)), sql.Not(j.superseded()))
}

func (j lineSQL) undecided(t columns) *sql.Predicate { return IsFree(j.q, t, j.on) }

// started is the condition that a period began on or before the day. A perpetual period without a first day always
// did.
func (j lineSQL) started(t columns) *sql.Predicate {
	return sql.Or(sql.LTE(t.C(period.FieldStartsOn), j.on),
		sql.And(sql.IsNull(t.C(period.FieldStartsOn)), sql.EQ(t.C(period.FieldPerpetual), true)))
}

func (j lineSQL) contains(t columns) *sql.Predicate {
	return sql.And(j.started(t), sql.Or(sql.IsNull(t.C(period.FieldEndsOn)), sql.GTE(t.C(period.FieldEndsOn), j.on)))
}

// period is the condition that the line has a period that meets a condition; nil means any period.
func (j lineSQL) period(alias string, condition func(columns) *sql.Predicate) *sql.Predicate {
	p := j.q.Sub(period.Table, alias)
	p.Select(p.C(period.FieldID)).Where(sql.ColumnsEQ(p.C(period.FieldLineItemID), j.line))
	if condition != nil {
		p.Where(condition(p))
	}
	return sql.Exists(p.Selector)
}

func (j lineSQL) header(condition func(columns) *sql.Predicate) *sql.Predicate {
	e := j.q.Sub(entitlement.Table, "en")
	e.Select(e.C(entitlement.FieldID)).Where(sql.And(
		sql.ColumnsEQ(e.C(entitlement.FieldID), j.q.C(lineitem.FieldEntitlementID)), condition(e)))
	return sql.Exists(e.Selector)
}

func (j lineSQL) notRuled() *sql.Predicate {
	return sql.And(IsFree(j.q, j.q, j.on), j.header(j.undecided))
}

// ruled is the condition that the most severe decision on header and line is severity[at].
func (j lineSQL) ruled(at int) *sql.Predicate {
	oneOf := func(kinds []vocabulary.Decision) *sql.Predicate {
		return sql.Or(IsDecided(j.q, j.q, j.on, kinds...),
			j.header(func(t columns) *sql.Predicate { return IsDecided(j.q, t, j.on, kinds...) }))
	}
	return j.worst(at, oneOf)
}

// decidedAs is the condition that the most severe decision on the periods is severity[at].
func (j lineSQL) decidedAs(at int) *sql.Predicate {
	return j.worst(at, func(kinds []vocabulary.Decision) *sql.Predicate {
		return j.period("pe", func(t columns) *sql.Predicate { return IsDecided(j.q, t, j.on, kinds...) })
	})
}

// worst is the condition that there is a decision of the kind severity[at] and none of a more severe kind.
func (j lineSQL) worst(at int, oneOf func(kinds []vocabulary.Decision) *sql.Predicate) *sql.Predicate {
	same, worse := Severity(severity[at])
	if len(worse) == 0 {
		return oneOf(same)
	}
	return sql.And(oneOf(same), sql.Not(oneOf(worse)))
}

// superseded says that the period that speaks for the line has been taken over: it has begun and has a successor in
// force. The period in force speaks for the line, or else the last in order of those that have begun. Renewals inside
// the line need no word here: they go before what they renew and so speak for the line themselves.
func (j lineSQL) superseded() *sql.Predicate {
	begun := func(p columns) *sql.Predicate { return sql.And(j.undecided(p), j.started(p)) }
	return sql.And(j.hasLineage(), j.period("pe", func(p columns) *sql.Predicate {
		return sql.And(begun(p), j.succeeded(p), sql.Or(
			j.isInForce(p),
			sql.And(sql.Not(j.period("pc", j.inForce)), j.isLast(p, begun))))
	}))
}

// hasLineage says that the line has a step of its lineage. Few lines have one, so it is asked before their periods are
// looked at.
func (j lineSQL) hasLineage() *sql.Predicate {
	s := j.q.Sub(lineagestep.Table, "lt")
	s.Select(s.C(lineagestep.FieldID)).Where(sql.ColumnsEQ(s.C(lineagestep.FieldLineItemID), j.line))
	return sql.Exists(s.Selector)
}

// succeeded says that a period of another line that took p's place is in force.
func (j lineSQL) succeeded(p columns) *sql.Predicate {
	s := j.q.Sub(lineagestep.Table, "ls")
	successors := joinSuccessors(s)
	n := successors.period
	s.Select(s.C(lineagestep.FieldID)).Where(sql.And(
		sql.ColumnsEQ(s.C(lineagestep.FieldLineItemID), j.line),
		sql.Or(sql.IsNull(s.C(lineagestep.FieldPeriodID)),
			sql.ColumnsEQ(s.C(lineagestep.FieldPeriodID), p.C(period.FieldID))),
		sql.LTE(n.C(period.FieldStartsOn), j.on),
		sql.Or(sql.IsNull(n.C(period.FieldEndsOn)), sql.GTE(n.C(period.FieldEndsOn), j.on)),
		successors.areFree(s, j.on)))
	return sql.Exists(s.Selector)
}
