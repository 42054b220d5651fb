package audit

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Newest is the order of entries from the last recorded to the first. It is the order of descending ids.
var Newest = page.Order{Name: "NEWEST", Descending: true}

// Filter selects entries. A zero value is no condition; a nil instant leaves the range open.
type Filter struct {
	// Actor is the user or program that made the change, Subject the changed object, Action the name of the action.
	Actor, Subject gid.ID
	// LineItem is a line whose changes are wanted with those of what it consists of: its entitlement, its periods, the
	// coverages that cover it with their items, and the decisions about all of them.
	LineItem gid.ID
	Action   string
	// From is inclusive, To is exclusive.
	From, To *clock.Instant
}

// Check returns BAD_RANGE if the range of time ends before it begins, and FILTER_TOO_BROAD if more than one of actor,
// subject, line item and action is given: each but the line item has an index of its own, with and without the account.
// The time and the line item have none: within one account, rows are read in their order until the page is full, which
// are at most the rows of the account.
func (f Filter) Check() error {
	if err := page.CheckMoments("filter.recordedBefore", f.From, f.To); err != nil {
		return err
	}
	given := 0
	for _, is := range []bool{f.Actor != 0, f.Subject != 0, f.LineItem != 0, f.Action != ""} {
		if is {
			given++
		}
	}
	if given > 1 {
		return fault.New(fault.FilterTooBroad, "filter", "At most one of actor, subject, lineItem and action can be "+
			"given.",
			"Give one of them. It can be combined with recordedSince and recordedBefore.")
	}
	return nil
}

// CheckAcross is Check for the entries of all accounts together. The time is allowed only together with an actor, a
// subject or an action, for which there are indexes, and a line item not at all: what it consists of is many subjects.
func (f Filter) CheckAcross() error {
	if f != (Filter{}) && f.Actor == 0 && f.Subject == 0 && f.Action == "" {
		return fault.New(fault.FilterTooBroad, page.FirstGiven(page.GivenIf("filter.lineItem", f.LineItem != 0),
			page.GivenIf("filter.recordedSince", f.From != nil), page.GivenIf("filter.recordedBefore", true)),
			"The entries of all accounts cannot be filtered by line item, or by time alone.",
			"Filter by actor, subject or action, or ask for the auditEntries of one account.")
	}
	return f.Check()
}

// Where adds the conditions of the filter to a query.
func (f Filter) Where(q *page.Query) {
	if f.Actor != 0 {
		q.Equal(auditentry.FieldActorID, int64(f.Actor))
	}
	if f.Subject != 0 {
		q.Equal(auditentry.FieldSubjectID, int64(f.Subject))
	}
	if f.LineItem != 0 {
		q.Where(concerns(q, int64(f.LineItem)))
	}
	if f.Action != "" {
		q.Equal(auditentry.FieldAction, f.Action)
	}
	if f.From != nil {
		q.AtLeast(auditentry.FieldRecordedAt, int64(*f.From))
	}
	if f.To != nil {
		q.Where(sql.LT(q.C(auditentry.FieldRecordedAt), int64(*f.To)))
	}
}

// concerns is the condition that an entry is about a line, about something of which it consists, or about a decision
// about one of them.
func concerns(q *page.Query, line int64) *sql.Predicate {
	d := q.Sub(decision.Table, "de")
	d.Where(isPartOf(q, d.C(decision.FieldSubjectID), line)).Select().
		AppendSelectExpr(decisionID(d.C(decision.FieldID)))
	subject := q.C(auditentry.FieldSubjectID)
	return sql.Or(isPartOf(q, subject, line), sql.In(subject, d.Selector))
}

// isPartOf is the condition that a column names a line or something of which it consists.
func isPartOf(q *page.Query, column string, line int64) *sql.Predicate {
	among := func(table, alias, names, of string) *sql.Predicate {
		t := q.Sub(table, alias)
		return sql.In(column, t.Select(t.C(names)).Where(sql.EQ(t.C(of), line)).Selector)
	}
	return sql.Or(sql.EQ(column, line),
		among(lineitem.Table, "li", lineitem.FieldEntitlementID, lineitem.FieldID),
		among(period.Table, "pe", period.FieldID, period.FieldLineItemID),
		among(coverageitem.Table, "ci", coverageitem.FieldID, coverageitem.FieldLineItemID),
		among(coverageitem.Table, "cc", coverageitem.FieldCoverageID, coverageitem.FieldLineItemID))
}
