package entitlement

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Release ends a decision with a last day; nil is yesterday. A last day before the first day of the decision lets it
// hold on no day. A decision that is to hold on days to come is lifted, and another one, which can be released again,
// holds until the last day: so KnownAt finds what was believed after each release. One that was made with an amendment
// is lifted on all its days, and the other one holds on those that are left, so that it can be lifted with the
// amendment; so is grace, which extends the period that ended on the day before its first one. The outcome has the id
// of the decision. It returns DECISION_LIFTED, DECISION_ENDED, DECISION_STAYS, PERIOD_VOIDED or BAD_INPUT.
func (s *Service) Release(ctx context.Context, r change.Request, id gid.ID, last *day.Day) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		d, err := readDecision(ctx, tx, id)
		if err != nil {
			return err
		}
		subject, err := s.lockSubject(ctx, tx, done, d)
		if err != nil {
			return err
		}
		// A concurrent change may have lifted it before the lock was granted. Whoever lifts it locks its subject.
		if d, err = readDecision(ctx, tx, id); err != nil {
			return err
		}
		today := s.today()
		until := today - 1
		if last != nil {
			until = *last
		}
		var wrong fault.List
		wrong.Reason(r.Reason)
		voided := subject.line != nil && subject.line.isVoided(d.SubjectID)
		checkRelease(&wrong, d, voided, today, until)
		if err := wrong.Err(); err != nil {
			return err
		}
		done.Result(id)
		if err := ReleaseDecision(ctx, tx, done, d, today, until, r.Reason, subject.label); err != nil {
			return err
		}
		if subject.line == nil {
			return nil
		}
		if err := subject.line.reread(ctx); err != nil {
			return err
		}
		first := max(until+1, d.StartsOn)
		subject.line.settle(vocabulary.LedgerKindStep, r.Reason, d.SubjectID, &first, min(first, subject.line.today))
		return subject.line.all.Write(ctx)
	})
}

// ReleaseDecision lets a decision hold until a day, as Service.Release does it, and notes that. label is that of its
// subject, which is locked. It moves no count.
func ReleaseDecision(ctx context.Context, tx store.Tx, done *change.Record, d *ent.Decision, today, until day.Day,
	reason, label string) error {
	again := max(today, d.StartsOn) // the first day on which the other decision holds
	if d.CauseID != nil || d.Kind == vocabulary.DecisionGrace && until >= again {
		again = d.StartsOn
	}
	last := until
	if until >= again {
		last = again - 1
	}
	by := AuthorOf(ctx)
	if err := lift(ctx, tx, done, by, d, last, reason, label); err != nil || until < again {
		return err
	}
	made, err := Decide(ctx, tx, done.Now(), by, NewDecision{Account: d.AccountID, Subject: d.SubjectID, Kind: d.Kind,
		First: again, Last: until, Reason: d.Reason, Cause: orNone(d.CauseID)})
	if err != nil {
		return err
	}
	noteDecision(done, made[0], label)
	return nil
}

// lift lifts a decision, and notes it. label is that of its subject.
func lift(ctx context.Context, tx store.Tx, done *change.Record, by Author, d *ent.Decision, last day.Day,
	reason, label string) error {
	if err := Lift(ctx, tx, done.Now(), by, d, last, reason); err != nil {
		return err
	}
	noteLifted(done, d, last, label)
	return nil
}

// noteLifted notes that a decision ends on a day. d is what it was before.
func noteLifted(done *change.Record, d *ent.Decision, last day.Day, label string) {
	after := *d
	after.EndsOn = min(last, d.EndsOn)
	noteLift(done, d, &after, label)
}

// noteLift notes that a decision was lifted. label is that of its subject.
func noteLift(done *change.Record, before, after *ent.Decision, label string) {
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "DecisionReleased", Account: before.AccountID,
		Subject: gid.FromKey(gid.Decision, before.ID), Label: label,
		Fields: change.Difference(decisionAttributes(before), decisionAttributes(after))})
}

func readDecision(ctx context.Context, tx store.Tx, id gid.ID) (*ent.Decision, error) {
	d, err := tx.Client().Decision.Query().Where(decision.ID(id.Key())).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.Missing("input.decision", "DecisionRecord", id)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", id, err)
	}
	return d, nil
}

// checkRelease refuses what is not released, or has no effect. voided says that the subject is a period that was
// voided.
func checkRelease(wrong *fault.List, d *ent.Decision, voided bool, today, until day.Day) {
	switch {
	case d.LiftedAt != nil && d.EndsOn < max(today, d.StartsOn): // it holds on no day to come
		wrong.Add(fault.New(DecisionLifted, "input.decision", "The decision was lifted already.",
			"Ask for its liftedAt and liftReason."))
	case d.Kind == vocabulary.DecisionDraft || d.Kind == vocabulary.DecisionTest:
		wrong.Add(fault.New(DecisionStays, "input.decision", "A draft and a test do not become live by releasing them.",
			"Deploy a draft with deployEntitlement. Issue a test again."))
	case d.Voids:
		wrong.Add(fault.New(DecisionStays, "input.decision", "The decision voids what was recorded wrongly, and is "+
			"not released.", "Record what is right with another change."))
	case voided:
		wrong.Add(fault.New(PeriodVoided, "input.decision", "The period was voided, so that decisions about it have "+
			"no effect.", "Release the decision about its replacement, which Period.replacedBy names."))
	case until >= d.EndsOn:
		wrong.Add(fault.New(DecisionEnded, "input.lastDay", "The decision ends on {endsOn} by itself.",
			"Give an earlier day, or leave the decision as it is.", fault.With("endsOn", value.OfDay(d.EndsOn))))
	}
}

// decidedSubject is what a decision is about, and locked. line is set if the decision moves counts.
type decidedSubject struct {
	label string
	line  *lineChange
}

// lockSubject locks the subject of a decision, and checks its home.
func (s *Service) lockSubject(ctx context.Context, tx store.Tx, done *change.Record, d *ent.Decision) (
	decidedSubject, error) {
	id := d.SubjectID
	switch id.Type() {
	case gid.Entitlement:
		header, _, err := lockHeader(ctx, tx, "input.decision", id)
		if err != nil {
			return decidedSubject{}, err
		}
		return decidedSubject{label: header.Number}, nil
	case gid.LineItem:
		c, err := changeLine(ctx, tx, done, s.today(), "", "input.decision", id)
		if err != nil {
			return decidedSubject{}, err
		}
		if d.Kind == vocabulary.DecisionGrace {
			return decidedSubject{c.line.ActivationID, c}, nil
		}
		return decidedSubject{label: c.line.ActivationID}, nil
	case gid.Period:
		row, err := tx.Client().Period.Query().Where(period.ID(id)).Only(ctx)
		if err != nil {
			return decidedSubject{}, fmt.Errorf("read %s: %w", id, err)
		}
		c, err := changeLine(ctx, tx, done, s.today(), "", "input.decision", row.LineItemID)
		if err != nil {
			return decidedSubject{}, err
		}
		return decidedSubject{c.line.ActivationID, c}, nil
	}
	label, err := lockCoverage(ctx, tx, id)
	return decidedSubject{label: label}, err
}

// lockCoverage locks a coverage, or that of a coverage item, and returns its label.
func lockCoverage(ctx context.Context, tx store.Tx, id gid.ID) (string, error) {
	if id.Type() == gid.CoverageItem {
		item, err := tx.Client().CoverageItem.Query().Where(coverageitem.ID(id)).Only(ctx)
		if err != nil {
			return "", fmt.Errorf("read %s: %w", id, err)
		}
		id = item.CoverageID
	}
	locked, err := Lock(ctx, tx, Wanted{Coverages: []gid.ID{id}})
	if err != nil {
		return "", err
	}
	if len(locked.Coverages) == 0 {
		return "", fault.Missing("input.decision", "Coverage", id)
	}
	row := locked.Coverages[0]
	return row.ActivationID, change.AtHome(ctx, tx,
		change.Home{Account: row.AccountID, ProductLine: row.ProductLineID})
}
