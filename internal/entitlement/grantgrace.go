package entitlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// agentsGrace is how many days after the end of a period the grace that support agents grant ends at the latest.
const agentsGrace = 30

// GrantGrace lets lines serve the devices that they have from the day after their last one until a day, which is
// included. The outcome is that of Hold. It returns BAD_INPUT, LIST_TOO_LONG, NOT_FOUND, HOME_ELSEWHERE,
// NOTHING_TO_RENEW, TERM_UNDATED, RIGHT_HAS_NO_END, IS_A_TRIAL, NOT_LIVE, RIGHT_WITHDRAWN, GRACE_EXISTS or
// GRACE_TOO_LONG.
func (s *Service) GrantGrace(ctx context.Context, r change.Request, ids []gid.ID, until day.Day,
	mode vocabulary.BulkMode) (change.Outcome, error) {
	return s.changes.Support(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		limited := viewer.From(ctx).Producer == vocabulary.ProducerRoleSupportAgent
		graced, err := decideEach(ctx, tx, done, r.Reason, ids, mode, nil,
			func(lines []*ent.LineItem) (decideLine, error) {
				if err := settleAll(ctx, tx, done, lines, s.today(), passed); err != nil {
					return nil, err
				}
				facts, err := FactsIn(ctx, tx, lines)
				return func(line *ent.LineItem) (NewDecision, *fault.Error) {
					last, refusal := facts[line.ID].checkGrace(line, s.today(), until, limited)
					return NewDecision{Kind: vocabulary.DecisionGrace, First: last + 1, Last: until}, refusal
				}, err
			})
		if err != nil {
			return err
		}
		return s.noteGranted(ctx, tx, done, graced, r.Reason)
	})
}

// settleAll settles lines that are locked.
func settleAll(ctx context.Context, tx store.Tx, done *change.Record, lines []*ent.LineItem, today day.Day,
	by Cause) error {
	ids := make([]gid.ID, len(lines))
	for i, line := range lines {
		ids[i] = line.ID
	}
	return Settle(ctx, tx, ids, today, done.Now(), by)
}

// noteGranted settles the lines that got grace, and notes what moved: a line that had ended grants something again.
func (s *Service) noteGranted(ctx context.Context, tx store.Tx, done *change.Record, lines []*ent.LineItem,
	reason string) error {
	var ids, units []gid.ID
	for _, line := range lines {
		ids, units = append(ids, line.ID), append(units, line.UnitID)
	}
	before, err := LockLines(ctx, tx, ids)
	if err != nil {
		return err
	}
	if err := settleAll(ctx, tx, done, lines, s.today(), Cause{Kind: vocabulary.LedgerKindStep,
		Author: AuthorOf(ctx), Text: reason}); err != nil {
		return err
	}
	after, err := LockLines(ctx, tx, ids)
	if err != nil {
		return err
	}
	counted, err := tx.Client().UnitOfMeasure.Query().
		Where(store.KeyIn(unitofmeasure.FieldID, sorted(units))).All(ctx)
	if err != nil {
		return fmt.Errorf("read units: %w", err)
	}
	for i, line := range after {
		c := lineChange{done: done, line: line}
		c.unit = counted[slices.IndexFunc(counted, func(u *ent.UnitOfMeasure) bool { return u.ID == line.UnitID })]
		c.noteLine(before[i])
	}
	return nil
}

// checkGrace returns the last day of the line after which it gets grace until a day, or why it gets none.
func (f *Facts) checkGrace(line *ent.LineItem, today, until day.Day, limited bool) (day.Day, *fault.Error) {
	p, refusal := f.endedBefore(until)
	if refusal != nil {
		return 0, refusal
	}
	last, granted := *p.Last, p.graceUntil()
	if refusal := refuseNotLive("", slices.Concat(f.Header, f.Line), today, last+1, until); refusal != nil {
		return 0, refusal
	}
	if refusal := refuseNotLive("", p.Decisions, last+1, last+1, until); refusal != nil {
		return 0, refusal
	}
	switch {
	case p.Trial:
		return 0, fault.New(IsATrial, "", "A trial has no grace.", "Convert it with convertTrial.")
	case limited && until > last+agentsGrace:
		return 0, fault.New(GraceTooLong, "", "Support agents grant grace until {latest} at the latest, which is "+
			"{days} days after the end.", "Give an earlier day in until, or ask an operator.",
			fault.With("latest", value.OfDay(last+agentsGrace)), fault.WithNumber("days", agentsGrace))
	case granted != nil && until <= *granted:
		return 0, fault.New(GraceExists, "", "{lineItem} has grace until {graceUntil} already.",
			"Give a later day in until, or end the grace with releaseDecision.",
			fault.With("lineItem", value.OfReference(line.ID, line.ActivationID)),
			fault.With("graceUntil", value.OfDay(*granted)))
	}
	return last, nil
}

// endedBefore returns the period with which the line ended last before a day on which none is in force: at its end, or
// before a renewal that begins later. It returns why there is none otherwise.
func (f *Facts) endedBefore(on day.Day) (*PeriodFact, *fault.Error) {
	if refusal := f.undatedTerm(); refusal != nil {
		return nil, refusal
	}
	_, end := extent(f.Periods)
	last, granted := lastGranted(f.Periods, on-1)
	switch p := f.InForce(last); {
	case f.InForce(on) != nil && end == day.Forever:
		return nil, fault.New(NoEndToRenew, "", "The line item has no last day.", "Leave it as it is.")
	case f.InForce(on) != nil, !granted && on <= end && end != day.Forever:
		return nil, fault.Bad("", "The line item ends on {endsOn}, and grace begins on the day after.",
			"Give a later day in until.", fault.With("endsOn", value.OfDay(end)))
	case !granted, p == nil, p.Last == nil, *p.Last != last:
		return nil, fault.New(NothingToRenew, "", "The line item has no period that counts until its end.",
			"Release the decisions about its periods with releaseDecision.")
	default:
		return p, nil
	}
}

// undatedTerm returns TERM_UNDATED if a term of the line waits for its first activation.
func (f *Facts) undatedTerm() *fault.Error {
	for i := range f.Periods {
		if p := &f.Periods[i]; !p.isRuledOut() && p.First == nil && !p.Perpetual {
			return fault.New(TermUndated, "", "The term of the line item has no days before its first activation.",
				"Wait for its first activation.")
		}
	}
	return nil
}

// refuseNotLive refuses a line that is withdrawn today or on one of some days, or that is a draft or a test today or on
// the first of them. decisions are those that may rule the line out.
func refuseNotLive(field string, decisions Decisions, today, first, last day.Day) *fault.Error {
	for _, d := range decisions {
		switch d.Kind {
		case vocabulary.DecisionWithdrawn:
			if d.Holds(today) || max(d.First, first) <= min(d.Last, last) {
				return fault.New(RightWithdrawn, field, "The right is withdrawn on {on}.",
					"Release the decision with releaseDecision first.",
					fault.With("on", value.OfDay(max(d.First, min(first, today)))))
			}
		case vocabulary.DecisionDraft, vocabulary.DecisionTest:
			if d.Holds(today) || d.Holds(first) {
				return fault.New(NotLive, field, "The line item is {decision}: it is not renewed, and has no grace.",
					"Deploy a draft with deployEntitlement. A test is never live.",
					fault.With("decision", value.OfEnum("Decision", d.Kind)))
			}
		case vocabulary.DecisionSuspended, vocabulary.DecisionOnHold, vocabulary.DecisionGrace: // they rule nothing out
		}
	}
	return nil
}
