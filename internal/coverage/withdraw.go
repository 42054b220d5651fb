package coverage

import (
	"context"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
)

// End withdraws a coverage from a day on, so that it covers nothing any more; nil is today. The coverage and its last
// day stay as they were recorded. The outcome has its id. It returns COVERAGE_WITHDRAWN, BAD_INPUT or NOT_FOUND.
func (s *Service) End(ctx context.Context, r change.Request, id gid.ID, from *day.Day) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		c, err := lockCoverage(ctx, tx, "input.coverage", rights.Wanted{Coverages: []gid.ID{id}})
		if err != nil {
			return err
		}
		return s.withdraw(ctx, tx, done, c, id, from, r.Reason, c.ActivationID)
	})
}

// withdraw withdraws the coverage or one of its items from a day on.
func (s *Service) withdraw(ctx context.Context, tx store.Tx, done *change.Record, c *subject, of gid.ID, from *day.Day,
	reason, label string) error {
	first := s.today()
	if from != nil {
		first = *from
	}
	var wrong refusals
	wrong.Reason(reason)
	wrong.after("input.from", c, first)
	// Decisions about the coverage withdraw its items, too.
	if _, free := withdrawals(c.about(c.ID, of)).LastFree(first, max(first, c.EndsOn)); !free {
		wrong.Add(fault.New(Withdrawn, "input.from", "Withdrawn already on this day and on all later ones.",
			"Give an earlier day than {from}.", fault.With("from", value.OfDay(first))))
	}
	if err := wrong.Err(); err != nil {
		return err
	}
	done.Result(of)
	return decide(ctx, tx, done, label, withdrawal(c.AccountID, of, first, day.Forever, reason))
}
