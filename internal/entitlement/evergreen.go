package entitlement

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A period under a part number with cancel days is evergreen: if its line ends with it, the line is renewed by itself
// from the day after the last one on which that can be cancelled. It is not renewed if, on the last day of the period,
// the line is withdrawn or a decision of the kind RENEWAL_CANCELLED holds about it. A period keeps its cancel days: its
// amendments and its replacements have the same, and the last day to cancel follows their end.

// CancelUntil returns the last day, inclusive, on which the renewal of a period can be cancelled; nil if it is not
// evergreen, or if its days are not known yet.
func CancelUntil(cancelDays *int, first, last *day.Day) *day.Day {
	if cancelDays == nil || first == nil || last == nil {
		return nil
	}
	until := catalog.CancelUntil(*first, *last, *cancelDays)
	return &until
}

// SetEvergreen says in a new row what makes its period evergreen.
func SetEvergreen(p *ent.PeriodCreate, cancelDays *int, first, last *day.Day) {
	until := CancelUntil(cancelDays, first, last)
	p.SetNillableCancelDays(cancelDays).SetNillableCancelUntil(until).SetNillableRenewsOn(dayAfter(until))
}

// keepEvergreen sets what follows from the cancel days and the end of a new period, which may be a copy of another one.
// If it was decided for good how the other one is followed, that is decided of the copy, too.
func keepEvergreen(p *ent.Period) {
	decided := p.CancelUntil != nil && p.RenewsOn == nil
	p.CancelUntil = CancelUntil(p.CancelDays, p.StartsOn, p.EndsOn)
	if p.RenewsOn = dayAfter(p.CancelUntil); decided {
		p.RenewsOn = nil
	}
}

func dayAfter(d *day.Day) *day.Day {
	if d == nil {
		return nil
	}
	next := *d + 1
	return &next
}

// ofEvergreen returns the form of whether a period is evergreen; "" if it is not.
func ofEvergreen(p *ent.Period) string {
	if p.CancelDays == nil {
		return ""
	}
	return ofBoolean(true)
}

// DueEvergreens returns the next lines, after an id and at most limit, that may have to be renewed by themselves on a
// day, in the order of their ids.
func DueEvergreens(ctx context.Context, c *ent.Client, today day.Day, after gid.ID, limit int) ([]gid.ID, error) {
	var found []gid.ID
	err := c.Period.Query().Where(period.RenewsOnLTE(today), func(q *sql.Selector) {
		q.Where(sql.GT(q.C(period.FieldLineItemID), int64(after)))
	}).Unique(true).
		Order(ent.Asc(period.FieldLineItemID)).Limit(limit).Select(period.FieldLineItemID).Scan(ctx, &found)
	if err != nil {
		return nil, fmt.Errorf("find evergreen line items: %w", err)
	}
	return found, nil
}

// checkEvergreen returns why the line is not renewed by itself.
func (r *renewal) checkEvergreen() *fault.Error {
	switch {
	case r.old.RenewsOn == nil || *r.old.RenewsOn > r.of.today:
		return notEvergreen()
	case r.isCancelled(r.last):
		return fault.New(RenewalCancelled, "input.lineItem", "The renewal is cancelled.", "Leave it as it is.")
	case slices.ContainsFunc(slices.Concat(r.facts.Header, r.facts.Line), func(d Decided) bool {
		return d.Kind == vocabulary.DecisionWithdrawn && d.holds(r.last)
	}):
		return fault.New(RightWithdrawn, "input.lineItem", "The right is withdrawn on {on}.", "Leave it as it is.",
			fault.With("on", value.OfDay(r.last)))
	}
	return r.takenOver()
}

// isCancelled tells whether it was decided that the line is not renewed by itself after a day.
func (r *renewal) isCancelled(last day.Day) bool {
	return slices.ContainsFunc(r.cancelled, func(d Decided) bool { return d.holds(last) })
}

// leavesEvergreen tells whether a refusal is no failure of a renewal by itself: the line is not to be renewed, or not
// now.
func leavesEvergreen(refusal *fault.Error) bool {
	switch refusal.Code {
	case NotEvergreen, RenewalCancelled, RightWithdrawn, NotLive, AlreadyRenewed, NothingToRenew, NoEndToRenew,
		TermUndated, IsATrial, CopiesEndApart, fault.NotFound, change.HomeElsewhere, account.AccountRetired:
		return true
	}
	return false
}

// leave removes the lines from the change that are not to be renewed by themselves. Once their term has ended, that is
// final.
func (b *renewing) leave(ctx context.Context) error {
	var left []int64
	b.lines = slices.DeleteFunc(b.lines, func(l *renewal) bool {
		leaves := slices.ContainsFunc(change.Refusals(l.wrong.Err()), leavesEvergreen)
		if leaves {
			left = append(left, int64(l.LineItem))
		}
		return leaves
	})
	if len(left) == 0 {
		return nil
	}
	err := b.tx.Client().Period.Update().Where(store.KeyIn(period.FieldLineItemID, left),
		period.RenewsOnLTE(b.today), period.EndsOnLT(b.today)).ClearRenewsOn().Exec(ctx)
	if err != nil {
		return fmt.Errorf("note that line items are not renewed: %w", err)
	}
	return nil
}

// follow records of lines that were renewed that their earlier terms are followed by another one: Sweep does not renew
// them again, and a cancellation of the renewal is over.
func (b *renewing) follow(ctx context.Context, lines []*renewal, reason string) error {
	var keys []int64
	var fresh []gid.ID
	cancelled := map[gid.ID]*renewal{}
	for _, l := range lines {
		if slices.ContainsFunc(l.rows, func(p *ent.Period) bool { return p.RenewsOn != nil }) {
			keys, fresh = append(keys, int64(l.line.ID)), append(fresh, l.fresh.ID)
		}
		if l.isCancelled(max(b.today, l.last)) {
			cancelled[l.line.ID] = l
		}
	}
	if len(keys) > 0 {
		err := b.tx.Client().Period.Update().Where(store.KeyIn(period.FieldLineItemID, keys),
			period.RenewsOnNotNil(), period.Not(store.KeyIn(period.FieldID, fresh))).ClearRenewsOn().Exec(ctx)
		if err != nil {
			return fmt.Errorf("note that terms are renewed: %w", err)
		}
	}
	return b.release(ctx, cancelled, reason)
}

// release lifts the decisions by which the renewals of lines were cancelled.
func (b *renewing) release(ctx context.Context, lines map[gid.ID]*renewal, reason string) error {
	if len(lines) == 0 {
		return nil
	}
	var keys []int64
	for id := range lines {
		keys = append(keys, int64(id))
	}
	slices.Sort(keys)
	stand, err := b.tx.Client().Decision.Query().Where(store.KeyIn(decision.FieldSubjectID, keys),
		decision.KindEQ(vocabulary.DecisionRenewalCancelled), decision.EndsOnGTE(b.today)).
		Order(ent.Asc(decision.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("read which renewals are cancelled: %w", err)
	}
	for _, d := range stand {
		if err := ReleaseDecision(ctx, b.tx, b.done, d, b.today, b.today-1, cause(reason, "the line item was renewed"),
			lines[d.SubjectID].line.ActivationID); err != nil {
			return err
		}
	}
	return nil
}

func notEvergreen() *fault.Error {
	return fault.New(NotEvergreen, "input.lineItem", "The line item does not end with an evergreen period, so that "+
		"it is not renewed by itself.", "Leave it as it is: nothing follows its last day.")
}
