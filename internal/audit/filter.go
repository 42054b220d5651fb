package audit

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/auditentry"
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
	Action         string
	// From is inclusive, To is exclusive.
	From, To *clock.Instant
}

// Check returns BAD_RANGE if the range of time ends before it begins, and FILTER_TOO_BROAD if more than one of actor,
// subject and action is given: each has an index of its own, with and without the account. The time has none: within
// one account, rows are read in their order until the page is full, which are at most the rows of the account.
func (f Filter) Check() error {
	if err := page.CheckMoments("filter.recordedBefore", f.From, f.To); err != nil {
		return err
	}
	given := 0
	for _, is := range []bool{f.Actor != 0, f.Subject != 0, f.Action != ""} {
		if is {
			given++
		}
	}
	if given > 1 {
		return fault.New(fault.FilterTooBroad, "filter", "At most one of actor, subject and action can be given.",
			"Give one of them. It can be combined with recordedSince and recordedBefore.")
	}
	return nil
}

// CheckAcross is Check for the entries of all accounts together. The time is allowed only together with an actor, a
// subject or an action, for which there are indexes.
func (f Filter) CheckAcross() error {
	if f != (Filter{}) && f.Actor == 0 && f.Subject == 0 && f.Action == "" {
		return fault.New(fault.FilterTooBroad, page.FirstGiven(page.GivenIf("filter.recordedSince", f.From != nil),
			page.GivenIf("filter.recordedBefore", true)),
			"The entries of all accounts cannot be filtered by time alone.",
			"Filter by actor, subject or action too, or ask for the auditEntries of one account.")
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
