package account

import (
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// ChangedAccess says anew what a member may do. What is nil, or 0, stays as it is.
type ChangedAccess struct {
	// Roles are at least one where they are given, that is not nil.
	Roles    []vocabulary.Role
	Services []vocabulary.Service
	// ProductLine limits the membership, EveryProductLine lifts the limit.
	ProductLine        gid.ID
	EveryProductLine   *bool
	IncludeSubAccounts *bool
	// EndsOn is the last day, Perpetual lets the membership go on without end. Perpetual may be false only beside a last day, and
	// EveryProductLine only beside a product line: alone they say that there is a limit, and not which.
	EndsOn    *day.Day
	Perpetual *bool
}

// ChangeMemberAccess says anew what a member may do and reach. It returns BAD_INPUT, NOT_FOUND, GRANT_TOO_WIDE, REACH_TOO_WIDE,
// LAST_ADMINISTRATOR, or what change.Pipeline.Do does.
func (s *Service) ChangeMemberAccess(ctx context.Context, r change.Request, id gid.ID, in ChangedAccess) (change.Outcome, error) {
	return s.manageMember(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership, by Authority) error {
		before := givenBy(m)
		what, problem := in.of(before)
		if what.roles != before.roles || what.productLine != before.productLine { // what is as it was need not be mended
			problem = errors.Join(problem, what.checkLine(ctx, tx))
		}
		if err := errors.Join(problem, checkLastDay(in.EndsOn, s.today())); err != nil {
			return err
		}
		if err := by.refuse(what, before, inGrant); err != nil {
			return err
		}
		return s.keeping(ctx, tx, done, m.AccountID, by, func() error {
			return s.give(ctx, tx, done, m, m.Edges.User, what, false)
		})
	})
}

// of works out what a member is given afterwards.
func (in ChangedAccess) of(before given) (given, error) {
	what, err := before.choosing(in.Roles, in.Services)
	problems := []error{err}
	switch every := in.EveryProductLine; {
	case every == nil:
	case *every && in.ProductLine != 0:
		problems = append(problems, badInput("input.everyProductLine", "productLine and everyProductLine contradict each other.", "Give one of productLine and everyProductLine."))
	case !*every && in.ProductLine == 0:
		problems = append(problems, badInput("input.everyProductLine", "everyProductLine is false, and no productLine is given.",
			"Give productLine, or leave everyProductLine out."))
	}
	switch perpetual := in.Perpetual; {
	case perpetual == nil:
	case *perpetual && in.EndsOn != nil:
		problems = append(problems, badInput("input.perpetual", "endsOn and perpetual contradict each other.", "Give one of endsOn and perpetual."))
	case !*perpetual && in.EndsOn == nil:
		problems = append(problems, badInput("input.perpetual", "perpetual is false, and no endsOn is given.",
			"Give endsOn, or leave perpetual out."))
	}
	if in.ProductLine != 0 || isTrue(in.EveryProductLine) {
		what.productLine = in.ProductLine
	}
	if in.EndsOn != nil || isTrue(in.Perpetual) {
		what.endsOn = in.EndsOn
	}
	if in.IncludeSubAccounts != nil {
		what.below = *in.IncludeSubAccounts
	}
	return what, errors.Join(problems...)
}

func isTrue(is *bool) bool { return is != nil && *is }

// SuspendMember lets a membership give nothing until it is reinstated. Sessions of a user without another membership end at
// once. It returns NOT_FOUND, LAST_ADMINISTRATOR, or what change.Pipeline.Do does. To suspend twice is no error.
func (s *Service) SuspendMember(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.manageMember(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership, by Authority) error {
		if m.SuspendedAt != nil {
			done.Warn("ALREADY_SUSPENDED", "The membership was already suspended.")
			return nil
		}
		return s.keeping(ctx, tx, done, m.AccountID, by, func() error {
			err := tx.Client().Membership.UpdateOneID(id).SetSuspendedAt(done.Now()).SetUpdatedAt(clock.Later(m.UpdatedAt, done.Now())).Exec(ctx)
			if err != nil {
				return fmt.Errorf("suspend the membership: %w", err)
			}
			done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "MembershipChanged", Account: m.AccountID, Subject: id,
				Label: m.Edges.User.UserName, Fields: change.Is("suspendedAt", done.Now().String())})
			open, err := s.opened(ctx, tx, done.Now(), m)
			if err != nil || !open.last {
				return err
			}
			return s.endSessions(ctx, tx, done, m, open)
		})
	})
}

// ReinstateMember lets a suspended membership give again what it gave. It returns NOT_FOUND, GRANT_TOO_WIDE, REACH_TOO_WIDE, or what
// change.Pipeline.Do does. To reinstate one that is not suspended is no error.
func (s *Service) ReinstateMember(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.manageMember(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership, by Authority) error {
		if m.SuspendedAt == nil {
			done.Warn("NOT_SUSPENDED", "The membership is not suspended.")
			return nil
		}
		if err := by.refuse(revivedBy(m, givenBy(m)), given{}, at("input.membership")); err != nil {
			return err
		}
		return s.give(ctx, tx, done, m, m.Edges.User, givenBy(m), true)
	})
}

// manageMember carries a change of a membership out. The rule gets it as it stands, with its user.
func (s *Service) manageMember(ctx context.Context, r change.Request, id gid.ID,
	rule func(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership, by Authority) error) (change.Outcome, error) {
	if err := s.somebody(ctx, r); err != nil {
		return change.Outcome{}, err
	}
	m, err := s.db().Client().Membership.Query().Where(membership.ID(id)).Only(ctx)
	if err != nil {
		return change.Outcome{}, orNotFound(err, "input.membership", "membership", id)
	}
	return s.manage(ctx, r, m.AccountID, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		m, err := tx.Client().Membership.Query().Where(membership.ID(id), store.Locked).WithUser().Only(ctx)
		if err != nil {
			return orNotFound(err, "input.membership", "membership", id)
		}
		by, err := MayHandOut(ctx, m.AccountID)
		if err != nil {
			return err
		}
		done.Result(id)
		return rule(ctx, tx, done, m, by)
	})
}
