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

// Check returns FILTER_TOO_BROAD if more than one of actor, subject and action is set: each has its own index,
// together with the account. The time has no index: the rows of the account are read in order until the page
// is full.
func (f Filter) Check() error {
	given := 0
	for _, is := range []bool{f.Actor != 0, f.Subject != 0, f.Action != ""} {
		if is {
			given++
		}
	}
	if given > 1 {
		return fault.New(fault.FilterTooBroad, "filter", "Only one of actor, subject and action can be given.",
			"Give one of them, and from and to as you like.")
	}
	return nil
}

// CheckAcross is Check for the entries of all accounts together. Time and action are allowed only together with an actor or
// a subject, for which there is an index.
func (f Filter) CheckAcross() error {
	if f != (Filter{}) && f.Actor == 0 && f.Subject == 0 {
		return fault.New(fault.FilterTooBroad, "filter", "Entries of all accounts together are filtered by actor or by subject.",
			"Give one of them, and from and to as you like; or ask for the auditEntries of one account.")
	}
	return f.Check()
}

// Where adds the conditions of the filter to a query.
func (f Filter) Where(q *page.Query) {
	if f.Actor != 0 {
		q.Where(sql.EQ(q.C(auditentry.FieldActorID), int64(f.Actor)))
	}
	if f.Subject != 0 {
		q.Where(sql.EQ(q.C(auditentry.FieldSubjectID), int64(f.Subject)))
	}
	if f.Action != "" {
		q.Where(sql.EQ(q.C(auditentry.FieldAction), f.Action))
	}
	if f.From != nil {
		q.Where(sql.GTE(q.C(auditentry.FieldRecordedAt), int64(*f.From)))
	}
	if f.To != nil {
		q.Where(sql.LT(q.C(auditentry.FieldRecordedAt), int64(*f.To)))
	}
}
