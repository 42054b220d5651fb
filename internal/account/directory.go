package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Provision carries a change of an account's directory out, for the directory itself. Changes of the members of the account wait
// for each other, as the pipeline locks the account, and one that leaves the account without an administrator is refused with LAST_ADMINISTRATOR. It returns what
// change.Pipeline.Do does besides.
func (s *Service) Provision(ctx context.Context, r change.Request, account gid.ID, rule change.Rule) (change.Outcome, error) {
	r.Needs = change.Needs{Right: change.Provision, Account: account}
	r.Homes = []change.Home{{Account: account}}
	return s.do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		return s.keeping(ctx, tx, done, account, Authority{}, func() error { return rule(ctx, tx, done) })
	})
}

// WithdrawDirectory takes back what the directory of an account gave to a user whose record is gone. A membership that gives
// nothing else is removed; one that is suspended stays, so that the suspension holds if the directory names the user again. It is
// called in the transaction of a change, after the record was removed.
func (s *Service) WithdrawDirectory(ctx context.Context, tx store.Tx, done *change.Record, account, user gid.ID) error {
	if err := s.Regroup(ctx, tx, done, account, []gid.ID{user}); err != nil {
		return err
	}
	ctx = store.Unscoped(ctx) // the directory decides over what it has made
	m, err := tx.Client().Membership.Query().Where(membership.AccountID(account), membership.UserID(user)).WithUser().Only(ctx)
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the membership of the record: %w", err)
	}
	if m.Roles|m.DirectoryRoles != 0 || m.SuspendedAt != nil {
		return nil
	}
	if err := tx.Client().Membership.DeleteOneID(m.ID).Exec(ctx); err != nil {
		return fmt.Errorf("remove the membership of the record: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "MembershipRemoved", Account: account, Subject: m.ID,
		Label: m.Edges.User.UserName, Fields: change.Was("origin", string(m.Origin))})
	return nil
}

// HeldByKey tells which roles and services the key holds itself with which a program asks: more it cannot hand out. One who administers
// the account holds every role. It is called in the transaction of a change.
func HeldByKey(ctx context.Context, tx store.Tx) (vocabulary.RoleSet, vocabulary.ServiceSet, error) {
	key, err := tx.Client().APIKey.Query().Where(apikey.ID(viewer.From(ctx).CredentialID)).Only(store.Unscoped(ctx)) // a narrow key sees nothing
	if err != nil {
		return 0, 0, fmt.Errorf("read the key: %w", err)
	}
	if key.Roles.Has(vocabulary.RoleAccountAdministrator) {
		key.Roles = vocabulary.EveryRole
	}
	return key.Roles, key.ServiceAccess, nil
}

// leaveDirectory unlinks the record of a member who is to be removed. An active record is the directory's decision, and is refused
// with IN_DIRECTORY: the directory would make the member anew.
func leaveDirectory(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership) error {
	record, err := tx.Client().DirectoryRecord.Query().Where(directoryrecord.AccountID(m.AccountID), directoryrecord.UserID(m.UserID), store.Locked).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return nil
	case err != nil:
		return fmt.Errorf("read the record of the member: %w", err)
	case record.Active:
		return fault.New(InDirectory, "input.membership", "Your directory gives this person access, and would do so again.",
			"Deactivate the person in the directory, or suspend the membership with suspendMember.")
	}
	err = tx.Client().DirectoryRecord.UpdateOneID(record.ID).ClearUserID().ClearLinkedAt().SetUpdatedAt(clock.Later(record.UpdatedAt, done.Now())).Exec(ctx)
	if err != nil {
		return fmt.Errorf("unlink the record: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "DirectoryRecordUnlinked", Account: m.AccountID, Subject: record.ID,
		Label: record.UserName, Fields: change.Was("user", value.OfReference(m.UserID, record.UserName).Form)})
	return nil
}
