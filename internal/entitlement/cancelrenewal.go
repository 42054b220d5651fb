package entitlement

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Cancellation says of which evergreen lines the renewal is cancelled.
type Cancellation struct {
	// Lines are 1 to 1,000 different line items.
	Lines []gid.ID
	// Mode says what becomes of the others if a line is refused.
	Mode vocabulary.BulkMode
}

// CancelRenewals decides that the evergreen periods with which lines end are not followed by others. It moves no count.
// The decision holds from today on, also if the line has ended, until it is released or the line is renewed. Until the
// next term is written, it is never too late. The outcome is that of Hold. It returns
// NOT_EVERGREEN, TERM_UNDATED, RIGHT_WITHDRAWN, NOT_LIVE, ALREADY_RENEWED, RENEWAL_CANCELLED, BAD_INPUT,
// LIST_TOO_LONG, NOT_FOUND or HOME_ELSEWHERE.
func (s *Service) CancelRenewals(ctx context.Context, r change.Request, n Cancellation) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		today, terms := s.today(), map[gid.ID]*PeriodFact{}
		lines, err := decideEach(ctx, tx, done, r.Reason, n.Lines, n.Mode, nil,
			func(lines []*ent.LineItem) (decideLine, error) {
				known, err := evergreensOf(ctx, tx, lines)
				return func(line *ent.LineItem) (NewDecision, *fault.Error) {
					term, refusal := known[line.ID].cancel(today)
					if refusal != nil {
						return NewDecision{}, refusal
					}
					terms[line.ID] = term
					return NewDecision{Kind: vocabulary.DecisionRenewalCancelled, First: today, Last: day.Forever}, nil
				}, err
			})
		if err != nil {
			return err
		}
		for _, line := range lines {
			if p := terms[line.ID]; p.Renews != 0 && *p.First > today {
				done.Warn("NEXT_TERM_STAYS", "The next term of {lineItem}, from {from} to {to}, is granted already "+
					"and stays: the line item ends on {to}.",
					fault.With("lineItem", value.OfReference(line.ID, line.ActivationID)),
					fault.With("from", value.OfDay(*p.First)), fault.With("to", value.OfDay(*p.Last)))
			}
		}
		return nil
	})
}

// cancelling is a line of which the renewal is to be cancelled.
type cancelling struct {
	facts     *Facts
	succeeded []*succeeding
}

// evergreensOf reads what tells whether the renewals of lines can be cancelled.
func evergreensOf(ctx context.Context, tx store.Tx, lines []*ent.LineItem) (map[gid.ID]*cancelling, error) {
	facts, err := FactsIn(ctx, tx, lines)
	if err != nil {
		return nil, err
	}
	var subjects []gid.ID
	for _, line := range lines {
		subjects = append(subjects, line.ID)
	}
	decisions, err := allDecisions(ctx, tx, subjects...)
	if err != nil {
		return nil, err
	}
	succeeded, err := readSuccessors(ctx, tx, lines)
	if err != nil {
		return nil, err
	}
	known := make(map[gid.ID]*cancelling, len(lines))
	for _, line := range lines {
		facts[line.ID].Cancelled = decisions[line.ID].cancellations()
		known[line.ID] = &cancelling{facts[line.ID], succeeded[line.ID]}
	}
	return known, nil
}

// cancel returns the evergreen period with which the line ends, or why its renewal is not cancelled.
func (c *cancelling) cancel(today day.Day) (*PeriodFact, *fault.Error) {
	p, refusal := c.facts.evergreen(today)
	if refusal != nil {
		return nil, refusal
	}
	if c.facts.isCancelled(*p.Last) {
		return nil, fault.New(RenewalCancelled, "", "The renewal is cancelled already: the line item ends on {endsOn}.",
			"Leave it as it is.", fault.With("endsOn", value.OfDay(*p.Last)))
	}
	if refusal := takenOver(c.succeeded, p.ID, *p.Last); refusal != nil {
		refusal.Remedy = "Leave it as it is: another line item goes on in place of this one."
		return nil, refusal
	}
	return p, nil
}
