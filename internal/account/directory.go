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

// Provision runs a change that an account's directory makes. The pipeline locks the account, so that changes of its
// members run one after another. A change that leaves the account without an administrator is refused with
// LAST_ADMINISTRATOR. Other errors are those of change.Pipeline.Do.
func (s *Service) Provision(ctx context.Context, r change.Request, account gid.ID, rule change.Rule) (
	change.Outcome, error) {
	r.Needs = change.Needs{Right: change.Provision, Account: account}
	r.Homes = []change.Home{{Account: account}}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		return s.keepAdministrator(ctx, tx, done, account, Authority{}, func() error { return rule(ctx, tx, done) })
	})
}

// WithdrawDirectory removes what the directory of an account granted to a user whose record was removed. A membership
// that grants nothing else is removed. A suspended one stays, so that the user is still suspended if the directory
// adds them again. It is called in the transaction of a change, after the record was removed.
func (s *Service) WithdrawDirectory(ctx context.Context, tx store.Tx, done *change.Record, account,
	user gid.ID) error {
	if err := s.Regroup(ctx, tx, done, account, []gid.ID{user}); err != nil {
		return err
	}
	ctx = store.Unscoped(ctx) // the directory may remove every membership that it created
	m, err := tx.Client().Membership.Query().Where(membership.AccountID(account), membership.UserID(user)).WithUser().
		Only(ctx)
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
	done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "MembershipRemoved", Account: account,
		Subject: m.ID,
		Label:   m.Edges.User.UserName, Fields: change.Was("origin", string(m.Origin))})
	return nil
}

// HeldByKey returns the roles and services of the key with which a program asks: it can grant no others. A key with
// the role of an account administrator counts as one with every role. It is called in the transaction of a change.
func HeldByKey(ctx context.Context, tx store.Tx) (vocabulary.RoleSet, vocabulary.ServiceSet, error) {
	// a key with few scopes does not see its own row
	key, err := tx.Client().APIKey.Query().Where(apikey.ID(viewer.From(ctx).CredentialID)).Only(store.Unscoped(ctx))
	if err != nil {
		return 0, 0, fmt.Errorf("read the key: %w", err)
	}
	if key.Roles.Has(vocabulary.RoleAccountAdministrator) {
		key.Roles = vocabulary.EveryRole
	}
	return key.Roles, key.ServiceAccess, nil
}

// leaveDirectory unlinks the directory record of a member who is to be removed. It returns IN_DIRECTORY if the record
// is active: the directory would create the membership again.
func leaveDirectory(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership) error {
	record, err := tx.Client().DirectoryRecord.Query().Where(directoryrecord.AccountID(m.AccountID),
		directoryrecord.UserID(m.UserID), store.Locked).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return nil
	case err != nil:
		return fmt.Errorf("read the record of the member: %w", err)
	case record.Active:
		return fault.New(InDirectory, "input.membership",
			"Your directory gives this person access, and would do so again.",
			"Deactivate the person in the directory, or suspend the membership with suspendMember.")
	}
	err = tx.Client().DirectoryRecord.UpdateOneID(record.ID).ClearUserID().ClearLinkedAt().
		SetUpdatedAt(clock.Later(record.UpdatedAt, done.Now())).Exec(ctx)
	if err != nil {
		return fmt.Errorf("unlink the record: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "DirectoryRecordUnlinked", Account: m.AccountID,
		Subject: record.ID,
		Label:   record.UserName, Fields: change.Was("user", value.OfReference(m.UserID, record.UserName).Form)})
	return nil
}
