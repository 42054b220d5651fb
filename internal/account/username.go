package account

import (
	"context"
	"fmt"
	"strconv"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// LockAddress serializes the creation of users with an address until the transaction ends. After waiting, the caller
// must look for the user again.
func LockAddress(ctx context.Context, tx store.Tx, address string) error {
	return wrap("wait for others with the address", tx.AdvisoryLock(ctx, "address "+email.Key(address)))
}

// UserNamed returns the user with a user name or an id, or NOT_FOUND.
func (s *Service) UserNamed(ctx context.Context, name string) (gid.ID, error) {
	who := user.UserName(name)
	if id, err := gid.Parse(name); err == nil && id.Type() == gid.User {
		who = user.Or(who, user.ID(id))
	}
	id, err := s.db().Client().User.Query().Where(who).OnlyID(ctx)
	if ent.IsNotFound(err) {
		return 0, fault.New(fault.NotFound, "user", "No user has the name {name}.",
			"List the producer's people with muniment user list, or make the user with muniment user add.",
			fault.WithText("name", name))
	}
	if err != nil {
		return 0, fmt.Errorf("look for the user: %w", err)
	}
	return id, nil
}

// maxNumberedNames is how many numbered names are tried before a random suffix is used.
const maxNumberedNames = 9

// FreeUserName returns an unused user name for a new user: the address, with a suffix if another user has that name.
// So nobody can keep a person out by taking their address as a user name.
func FreeUserName(ctx context.Context, client *ent.Client, address string) (string, error) {
	for n := 1; ; n++ {
		name := address
		switch {
		case n > maxNumberedNames:
			name += " (" + gid.New(gid.User, gid.NewLocality()).String() + ")"
		case n > 1:
			name += " (" + strconv.Itoa(n) + ")"
		}
		// A name that differs only in letter case could be mistaken for this one.
		taken, err := client.User.Query().Where(user.UserNameIn(name, email.Key(name))).Exist(ctx)
		if err != nil {
			return "", fmt.Errorf("look for the user name: %w", err)
		}
		if !taken {
			return name, nil
		}
	}
}
