package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// admission describes access that makes a user a member of an account, or that is added to an existing membership.
type admission struct {
	account gid.ID
	user    *ent.User
	grant
	origin vocabulary.MembershipOrigin
	// grantedBy is the user or program that granted it; empty if nobody did.
	grantedBy viewer.Author
}

// membershipOf returns the membership of a user in an account, or nil.
func membershipOf(ctx context.Context, tx store.Tx, account, user gid.ID) (*ent.Membership, error) {
	m, err := tx.Client().Membership.Query().Where(membership.AccountID(account), membership.UserID(user),
		store.Locked).
		Only(store.Unscoped(ctx)) // the new member does not see the account yet; only their own membership is read
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for the membership: %w", err)
	}
	return m, nil
}

// admit creates or extends a membership and returns its id. The caller holds the lock of LockAccount. A membership in
// force then gives the union of both, or SCOPES_DIFFER is returned. One that has ended gives only what is granted now.
// For one that is suspended, SUSPENDED is returned: only reinstateMember brings a member back.
func (s *Service) admit(ctx context.Context, tx store.Tx, done *change.Record, a admission) (gid.ID, error) {
	ctx = store.Unscoped(ctx) // the caller has checked the authority to admit
	m, err := membershipOf(ctx, tx, a.account, a.user.ID)
	if err != nil {
		return 0, err
	}
	if m == nil {
		return s.makeMember(ctx, tx, done, a)
	}
	if m.SuspendedAt != nil {
		return 0, suspended()
	}
	what := a.grant
	if s.inForce(m) {
		if what, err = grantOf(m).with(a.grant); err != nil {
			return 0, err
		}
	}
	return m.ID, s.give(ctx, tx, done, m, a.user, what, false)
}

func (s *Service) makeMember(ctx context.Context, tx store.Tx, done *change.Record, a admission) (gid.ID, error) {
	id := gid.New(gid.Membership, a.account.Locality())
	err := tx.Client().Membership.Create().SetID(id).SetAccountID(a.account).SetUserID(a.user.ID).
		SetUserName(a.user.UserName).SetRoles(a.roles).
		SetServiceAccess(a.services).SetNillableProductLineID(orNull(a.productLine)).SetIncludeSubAccounts(a.below).
		SetNillableEndsOn(a.endsOn).SetOrigin(a.origin).SetNillableGrantedByID(a.grantedBy.User).
		SetNillableGrantedByKeyID(a.grantedBy.Key).
		SetCreatedAt(done.Now()).SetUpdatedAt(done.Now()).Exec(ctx)
	if err != nil {
		return 0, fmt.Errorf("make the membership: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "MembershipCreated", Account: a.account,
		Subject: id,
		Label:   a.user.UserName, Fields: append(a.withEnd(), change.Is("origin", string(a.origin))...)})
	return id, s.notifyOfAdministrator(ctx, tx, a.account, false, id)
}

// give lets a membership give what it is to give from now on, and with reinstate also lifts a suspension. What changes
// nothing is not noted.
func (s *Service) give(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership, u *ent.User,
	what grant, reinstate bool) error {
	fields := what.changed(grantOf(m))
	update := tx.Client().Membership.UpdateOneID(m.ID).SetRoles(what.roles).SetServiceAccess(what.services).
		SetIncludeSubAccounts(what.below).SetUpdatedAt(clock.Later(m.UpdatedAt, done.Now()))
	if what.productLine != 0 {
		update.SetProductLineID(what.productLine)
	} else {
		update.ClearProductLineID()
	}
	if what.endsOn != nil {
		update.SetEndsOn(*what.endsOn)
	} else {
		update.ClearEndsOn()
	}
	if reinstate && m.SuspendedAt != nil {
		update.ClearSuspendedAt()
		fields = append(fields, change.Was("suspendedAt", m.SuspendedAt.String())...)
	}
	if len(fields) == 0 {
		return nil
	}
	if err := update.Exec(ctx); err != nil {
		return fmt.Errorf("change the membership: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "MembershipChanged", Account: m.AccountID,
		Subject: m.ID,
		Label:   u.UserName, Fields: fields})
	return s.notifyOfAdministrator(ctx, tx, m.AccountID, s.administers(m), m.ID)
}

// viewerID returns the viewer's user, or 0 for a program.
func viewerID(ctx context.Context) gid.ID { return viewer.From(ctx).User }
