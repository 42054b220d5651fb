package directory

import (
	"context"
	"errors"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// Members has the rules of memberships. Methods with a transaction are called in the transaction of a change.
type Members interface {
	// Provision runs a change of a directory under the lock of the account.
	Provision(ctx context.Context, r change.Request, account gid.ID, rule change.Rule) (change.Outcome, error)
	// Regroup updates what the directory grants to users who are linked to records.
	Regroup(ctx context.Context, tx store.Tx, done *change.Record, account gid.ID, users []gid.ID) error
	// LeaveGroups removes a record from all groups, and updates the version of these groups.
	LeaveGroups(ctx context.Context, tx store.Tx, now clock.Instant, row *ent.DirectoryRecord) error
	// WithdrawDirectory removes what the directory granted to a user whose record was removed.
	WithdrawDirectory(ctx context.Context, tx store.Tx, done *change.Record, account, user gid.ID) error
}

// Service manages the records and groups of directories. It is safe for concurrent use.
type Service struct {
	db      *store.Store
	members Members
}

// NewService creates a service.
func NewService(db *store.Store, members Members) *Service {
	return &Service{db: db, members: members}
}

// Names of actions in the audit log of an account.
const (
	provisionUser          = "provisionUser"
	deprovisionUser        = "deprovisionUser"
	provisionGroup         = "provisionGroup"
	removeProvisionedGroup = "removeProvisionedGroup"
)

// directoryScope limits a context to the directory of one account. The key of a directory has no right to read by
// itself.
func directoryScope(ctx context.Context, account gid.ID) context.Context {
	return store.WithScope(ctx, store.Accounts([]gid.ID{account}))
}

// do runs a change of a directory; its rule sees only that directory. do returns the error of taken if a concurrent
// change took the same name.
func (s *Service) do(ctx context.Context, account gid.ID, action string, input any, taken func() error,
	rule change.Rule) error {
	_, err := s.members.Provision(ctx, change.Request{Action: action, Input: input}, account,
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			return rule(directoryScope(ctx, account), tx, done)
		})
	if errors.Is(err, store.ErrUnique) {
		return taken()
	}
	return err
}

// linkedTo returns the users to whom records are linked.
func linkedTo(records ...*ent.DirectoryRecord) []gid.ID {
	var users []gid.ID
	for _, r := range records {
		if r.UserID != nil {
			users = append(users, *r.UserID)
		}
	}
	return users
}
