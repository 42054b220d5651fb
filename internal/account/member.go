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
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// ChangedAccess says anew what a member may do. What is nil, or 0, stays as it is.
type ChangedAccess struct {
	// Roles has at least one role if it is not nil.
	Roles    []vocabulary.Role
	Services []vocabulary.Service
	// ProductLine limits the membership to a product line; EveryProductLine removes the limit.
	ProductLine        gid.ID
	EveryProductLine   *bool
	IncludeSubAccounts *bool
	// EndsOn is the last day, Perpetual lets the membership go on without end. Perpetual may be false only beside a
	// last day, and EveryProductLine only beside a product line: alone they say that there is a limit, and not which.
	EndsOn    *day.Day
	Perpetual *bool
}

// ChangeMemberAccess changes the roles, services and scope of a member. It returns BAD_INPUT, NOT_FOUND,
// GRANT_TOO_WIDE, REACH_TOO_WIDE, LAST_ADMINISTRATOR, or an error of change.Pipeline.Do.
func (s *Service) ChangeMemberAccess(ctx context.Context, r change.Request, id gid.ID,
	in ChangedAccess) (change.Outcome, error) {
	return s.manageMember(ctx, r, id,
		func(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership, by Authority) error {
			before := grantOf(m)
			what, grantErr := in.of(before)
			// an unchanged combination is not checked again
			if what.roles != before.roles || what.productLine != before.productLine {
				grantErr = errors.Join(grantErr, what.checkLine(ctx, tx))
			}
			if err := errors.Join(grantErr, checkLastDay(in.EndsOn, s.today())); err != nil {
				return err
			}
			if err := by.refuse(what, before, grantInput); err != nil {
				return err
			}
			return s.keepAdministrator(ctx, tx, done, m.AccountID, by, func() error {
				return s.give(ctx, tx, done, m, m.Edges.User, what, false)
			})
		})
}

// of returns the grant of a member after the change.
func (in ChangedAccess) of(before grant) (grant, error) {
	what, err := before.choosing(in.Roles, in.Services)
	problems := []error{err}
	switch every := in.EveryProductLine; {
	case every == nil:
	case *every && in.ProductLine != 0:
		problems = append(problems, badInput("input.everyProductLine",
			"productLine and everyProductLine contradict each other.",
			"Give one of productLine and everyProductLine."))
	case !*every && in.ProductLine == 0:
		problems = append(problems, badInput("input.everyProductLine",
			"everyProductLine is false, and no productLine is given.",
			"Give productLine, or leave everyProductLine out."))
	}
	switch perpetual := in.Perpetual; {
	case perpetual == nil:
	case *perpetual && in.EndsOn != nil:
		problems = append(problems, badInput("input.perpetual", "endsOn and perpetual contradict each other.",
			"Give one of endsOn and perpetual."))
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

// SuspendMember lets a membership give nothing until it is reinstated. Sessions of a user without another membership
// end at once. It returns NOT_FOUND, LAST_ADMINISTRATOR, or what change.Pipeline.Do does. To suspend twice is no
// error.
func (s *Service) SuspendMember(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.manageMember(ctx, r, id,
		func(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership, by Authority) error {
			if m.SuspendedAt != nil {
				done.Warn("ALREADY_SUSPENDED", "The membership was already suspended.")
				return nil
			}
			return s.keepAdministrator(ctx, tx, done, m.AccountID, by, func() error {
				err := tx.Client().Membership.UpdateOneID(id).SetSuspendedAt(done.Now()).
					SetUpdatedAt(clock.Later(m.UpdatedAt, done.Now())).Exec(ctx)
				if err != nil {
					return fmt.Errorf("suspend the membership: %w", err)
				}
				done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "MembershipChanged",
					Account: m.AccountID, Subject: id, Label: m.Edges.User.UserName,
					Fields: change.Is("suspendedAt", done.Now().String())})
				open, err := s.openAccess(ctx, tx, done.Now(), m)
				if err != nil || !open.last {
					return err
				}
				return open.signOut(ctx, tx, done, m.AccountID, m.Edges.User)
			})
		})
}

// ReinstateMember lifts the suspension of a membership. It returns NOT_FOUND, GRANT_TOO_WIDE, REACH_TOO_WIDE, or an
// error of change.Pipeline.Do. If the membership is not suspended it only warns.
func (s *Service) ReinstateMember(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.manageMember(ctx, r, id,
		func(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership, by Authority) error {
			if m.SuspendedAt == nil {
				done.Warn("NOT_SUSPENDED", "The membership is not suspended.")
				return nil
			}
			if err := by.refuse(reinstatedGrant(m, grantOf(m)), grant{}, allAt("input.membership")); err != nil {
				return err
			}
			return s.give(ctx, tx, done, m, m.Edges.User, grantOf(m), true)
		})
}

// memberRule is a change of a membership. It gets the current row with its user.
type memberRule func(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership, by Authority) error

// manageMember runs a change of a membership.
func (s *Service) manageMember(ctx context.Context, r change.Request, id gid.ID, rule memberRule) (
	change.Outcome, error) {
	if err := s.requireAuth(ctx, r); err != nil {
		return change.Outcome{}, err
	}
	m, err := s.db().Client().Membership.Query().Where(membership.ID(id)).Only(ctx)
	if err != nil {
		return change.Outcome{}, orNotFound(err, "input.membership", "Membership", id)
	}
	r.Needs.Missing = fault.Missing("input.membership", "Membership", id)
	return s.manage(ctx, r, m.AccountID, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		m, err := tx.Client().Membership.Query().Where(membership.ID(id), store.Locked).WithUser().Only(ctx)
		if err != nil {
			return orNotFound(err, "input.membership", "Membership", id)
		}
		by, err := MayHandOut(ctx, m.AccountID)
		if err != nil {
			return err
		}
		done.Result(id)
		return rule(ctx, tx, done, m, by)
	})
}
