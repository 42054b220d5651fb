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

// Members keeps the rules of memberships. Its methods that take a transaction are called in that of a change.
type Members interface {
	// Provision carries a change of a directory out, while other changes of the account's members wait.
	Provision(ctx context.Context, r change.Request, account gid.ID, rule change.Rule) (change.Outcome, error)
	// Regroup works out anew what the directory gives to users to whom records are linked.
	Regroup(ctx context.Context, tx store.Tx, done *change.Record, account gid.ID, users []gid.ID) error
	// LeaveGroups takes a record out of all groups, which are other versions then.
	LeaveGroups(ctx context.Context, tx store.Tx, now clock.Instant, row *ent.DirectoryRecord) error
	// WithdrawDirectory takes back what the directory gave to a user whose record is gone.
	WithdrawDirectory(ctx context.Context, tx store.Tx, done *change.Record, account, user gid.ID) error
}

// Service keeps the records and groups of directories. It is safe for concurrent use.
type Service struct {
	db      *store.Store
	members Members
}

// NewService makes a service.
func NewService(db *store.Store, members Members) *Service {
	return &Service{db: db, members: members}
}

// The actions by which the records of an account know what its directory does.
const (
	provisionUser          = "provisionUser"
	deprovisionUser        = "deprovisionUser"
	provisionGroup         = "provisionGroup"
	removeProvisionedGroup = "removeProvisionedGroup"
)

// within lets a context see the directory of one account and nothing else. The key of a directory may read nothing by itself.
func within(ctx context.Context, account gid.ID) context.Context {
	return store.WithScope(ctx, store.Accounts([]gid.ID{account}))
}

// do carries a change of a directory out; its rule sees that directory alone. taken is returned if somebody else was faster with a
// name.
func (s *Service) do(ctx context.Context, account gid.ID, action string, input any, taken func() error, rule change.Rule) error {
	_, err := s.members.Provision(ctx, change.Request{Action: action, Input: input}, account,
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			return rule(within(ctx, account), tx, done)
		})
	if errors.Is(err, store.ErrUnique) {
		return taken()
	}
	return err
}

// linkedTo lists the users to whom records are linked.
func linkedTo(records ...*ent.DirectoryRecord) []gid.ID {
	var users []gid.ID
	for _, r := range records {
		if r.UserID != nil {
			users = append(users, *r.UserID)
		}
	}
	return users
}
