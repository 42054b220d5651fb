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
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The server writes the next terms of evergreen lines by the rules of Renew. renews_on of a period says from which day
// on. Once it is decided for good that the line is renewed, or that it is not, it is cleared, and renewal_decided_at is
// set.

// evergreenTries is how many days after its end a line is still renewed by itself if that failed before. Later nobody
// expects it, and a term that begins so long ago would surprise.
const evergreenTries = 30

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

// refuseByItself returns why the line is not renewed by itself today.
func (r *renewal) refuseByItself() *fault.Error {
	p, refusal := r.facts.evergreen(r.of.today)
	switch {
	case refusal != nil:
		refusal.Field = "input.lineItem"
		return refusal
	case *p.RenewsOn > r.of.today:
		return fault.New(NotEvergreen, "input.lineItem", "The line item is not renewed by itself yet.",
			"Leave it as it is.")
	case r.facts.isCancelled(r.last):
		return fault.New(RenewalCancelled, "input.lineItem", "The renewal is cancelled.", "Leave it as it is.")
	}
	return r.takenOver()
}

// endsForGood tells whether a refusal is final once the term has ended.
func endsForGood(refusal *fault.Error) bool {
	switch refusal.Code {
	case RenewalCancelled, RightWithdrawn, AlreadyRenewed:
		return true
	}
	return false
}

// isNoFailure tells whether a refusal is no failure of a renewal by itself: the line is not to be renewed, or not now.
func isNoFailure(refusal *fault.Error) bool {
	switch refusal.Code {
	case NotEvergreen, NotLive, NothingToRenew, NoEndToRenew, TermUndated, IsATrial, CopiesEndApart, fault.NotFound,
		change.HomeElsewhere, account.AccountRetired:
		return true
	}
	return endsForGood(refusal)
}

// dropUnrenewed removes the lines from the change that are not to be renewed by themselves. Some refusals are final
// once the term has ended, and all others some days later.
func (b *renewing) dropUnrenewed(ctx context.Context) error {
	var final, others []gid.ID
	b.lines = slices.DeleteFunc(b.lines, func(l *renewal) bool {
		refusals := change.Refusals(l.wrong.Err())
		switch {
		case slices.ContainsFunc(refusals, endsForGood):
			final = append(final, l.LineItem)
		case slices.ContainsFunc(refusals, isNoFailure):
			others = append(others, l.LineItem)
		default:
			return false
		}
		return true
	})
	if err := stopRenewing(ctx, b.tx, b.done.Now(), b.today, b.today-1, final); err != nil {
		return err
	}
	return stopRenewing(ctx, b.tx, b.done.Now(), b.today, b.today-1-evergreenTries, others)
}

// stopRenewing decides for good that those of the lines are not renewed by themselves of which the term ended on a day
// or before it.
func stopRenewing(ctx context.Context, tx store.Tx, now clock.Instant, today, ended day.Day, lines []gid.ID) error {
	if len(lines) == 0 {
		return nil
	}
	err := tx.Client().Period.Update().Where(store.KeyIn(period.FieldLineItemID, lines), period.RenewsOnLTE(today),
		period.EndsOnLTE(ended)).ClearRenewsOn().SetRenewalDecidedAt(now).Exec(ctx)
	if err != nil {
		return fmt.Errorf("note that line items are not renewed: %w", err)
	}
	return nil
}

// GiveUpEvergreens decides for good that those of the lines are not renewed by themselves of which that still fails
// after a month without a term. It returns these lines.
func GiveUpEvergreens(ctx context.Context, tx store.Tx, now clock.Instant, today day.Day, failed []gid.ID) (
	[]gid.ID, error) {
	var lines []gid.ID
	err := tx.Client().Period.Query().Where(store.KeyIn(period.FieldLineItemID, failed), period.RenewsOnLTE(today),
		period.EndsOnLTE(today-1-evergreenTries)).Unique(true).Order(ent.Asc(period.FieldLineItemID)).
		Select(period.FieldLineItemID).Scan(ctx, &lines)
	if err != nil {
		return nil, fmt.Errorf("find line items that are not renewed: %w", err)
	}
	return lines, stopRenewing(ctx, tx, now, today, today-1-evergreenTries, lines)
}

// noteFollowed records of lines that were renewed that their earlier terms are followed by another one: they are not
// renewed by themselves again, and a cancellation of the renewal is over.
func (b *renewing) noteFollowed(ctx context.Context, lines []*renewal, reason string) error {
	var keys, fresh []gid.ID
	cancelled := map[gid.ID]*renewal{}
	for _, l := range lines {
		if slices.ContainsFunc(l.rows, func(p *ent.Period) bool { return p.RenewsOn != nil }) {
			keys, fresh = append(keys, l.line.ID), append(fresh, l.fresh.ID)
		}
		if l.facts.isCancelled(max(b.today, l.last)) {
			cancelled[l.line.ID] = l
		}
	}
	if len(keys) > 0 {
		err := b.tx.Client().Period.Update().Where(store.KeyIn(period.FieldLineItemID, keys),
			period.RenewsOnNotNil(), period.Not(store.KeyIn(period.FieldID, fresh))).ClearRenewsOn().
			SetRenewalDecidedAt(b.done.Now()).Exec(ctx)
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
	var keys []gid.ID
	for id := range lines {
		keys = append(keys, id)
	}
	slices.Sort(keys)
	stand, err := b.tx.Client().Decision.Query().Where(store.KeyIn(decision.FieldSubjectID, keys),
		decision.KindEQ(vocabulary.DecisionRenewalCancelled), decision.EndsOnGTE(b.today)).
		Order(ent.Asc(decision.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("read which renewals are cancelled: %w", err)
	}
	if err := LiftAll(ctx, b.tx, b.done.Now(), AuthorOf(ctx), stand, b.today-1,
		cause(reason, "the line item was renewed")); err != nil {
		return err
	}
	for _, d := range stand {
		noteLifted(b.done, d, b.today-1, lines[d.SubjectID].line.ActivationID)
	}
	return nil
}
