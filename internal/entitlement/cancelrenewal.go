package entitlement

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/period"
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
// The decision holds from today on, until it is released or the line is renewed. The outcome is that of Hold. It
// returns NOT_EVERGREEN, TERM_UNDATED, CANCEL_TOO_LATE, RENEWAL_CANCELLED, BAD_INPUT, LIST_TOO_LONG, NOT_FOUND or
// HOME_ELSEWHERE.
func (s *Service) CancelRenewals(ctx context.Context, r change.Request, n Cancellation) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		today, terms := s.today(), map[gid.ID]*PeriodFact{}
		lines, err := decideEach(ctx, tx, done, r.Reason, n.Lines, n.Mode, nil,
			func(lines []*ent.LineItem) (decideLine, error) {
				known, err := evergreensOf(ctx, tx, lines)
				return func(line *ent.LineItem) (NewDecision, *fault.Error) {
					term, refusal := known[line.ID].cancel(today)
					terms[line.ID] = term
					return NewDecision{Kind: vocabulary.DecisionRenewalCancelled, First: today, Last: day.Forever},
						refusal
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

// evergreen is a line of which the renewal is to be cancelled.
type evergreen struct {
	facts *Facts
	// cancelDays are those of its evergreen periods.
	cancelDays map[gid.ID]int
	cancelled  Decisions
}

// evergreensOf reads what tells whether the renewals of lines can be cancelled.
func evergreensOf(ctx context.Context, tx store.Tx, lines []*ent.LineItem) (map[gid.ID]*evergreen, error) {
	facts, err := FactsIn(ctx, tx, lines)
	if err != nil {
		return nil, err
	}
	rows, err := tx.Client().Period.Query().Where(store.KeyIn(period.FieldLineItemID, keysOfLines(lines)),
		period.CancelDaysNotNil()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read evergreen periods: %w", err)
	}
	var subjects []gid.ID
	for _, line := range lines {
		subjects = append(subjects, line.ID)
	}
	decisions, err := allDecisions(ctx, tx, subjects...)
	if err != nil {
		return nil, err
	}
	known := make(map[gid.ID]*evergreen, len(lines))
	for _, line := range lines {
		known[line.ID] = &evergreen{facts[line.ID], map[gid.ID]int{},
			decisions[line.ID].ofKind(vocabulary.DecisionRenewalCancelled)}
	}
	for _, p := range rows {
		known[p.LineItemID].cancelDays[p.ID] = *p.CancelDays
	}
	return known, nil
}

// cancel returns the evergreen period with which the line ends, or why its renewal is not cancelled.
func (e *evergreen) cancel(today day.Day) (*PeriodFact, *fault.Error) {
	if refusal := e.facts.undatedTerm(); refusal != nil && len(e.cancelDays) > 0 {
		return nil, refusal
	}
	_, last := extent(e.facts.Periods)
	p := e.facts.InForce(last)
	if p == nil || p.Last == nil || *p.Last != last {
		return nil, notEvergreen()
	}
	days, is := e.cancelDays[p.ID]
	if !is {
		return nil, notEvergreen()
	}
	for _, d := range e.cancelled {
		if d.holds(*p.Last) {
			return nil, fault.New(RenewalCancelled, "", "The renewal is cancelled already: the line item ends on "+
				"{endsOn}.", "Leave it as it is.", fault.With("endsOn", value.OfDay(*p.Last)))
		}
	}
	if until := *CancelUntil(&days, p.First, p.Last); until < today {
		return nil, fault.New(CancelTooLate, "", "The renewal could be cancelled until {cancelUntil}: the line item "+
			"is renewed after {endsOn}.", "Cancel the renewal of the next term, once it is granted.",
			fault.With("cancelUntil", value.OfDay(until)), fault.With("endsOn", value.OfDay(*p.Last)))
	}
	return p, nil
}
