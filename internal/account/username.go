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

// LockAddress keeps others waiting who make a user with an address, until the transaction ends: each then looks for the user again.
func LockAddress(ctx context.Context, tx store.Tx, address string) error {
	return wrap("wait for others with the address", tx.Hold(ctx, "address "+email.Key(address)))
}

// UserNamed returns the user of a name, or of an id. It returns NOT_FOUND.
func (s *Service) UserNamed(ctx context.Context, name string) (gid.ID, error) {
	who := user.UserName(name)
	if id, err := gid.Parse(name); err == nil && id.Type() == gid.User {
		who = user.Or(who, user.ID(id))
	}
	id, err := s.db().Client().User.Query().Where(who).OnlyID(ctx)
	if ent.IsNotFound(err) {
		return 0, fault.New(fault.NotFound, "user", "No user has the name {name}.", "List the producer's people with muniment user list, or make the user with muniment user add.",
			fault.WithText("name", name))
	}
	if err != nil {
		return 0, fmt.Errorf("look for the user: %w", err)
	}
	return id, nil
}

// fewestSuffixes is how many numbers are tried before one is drawn at random.
const fewestSuffixes = 9

// FreeUserName returns the user name of a new user with an address: the address itself, or if somebody else is called so, the
// address with a suffix. So nobody keeps a person out by taking their name.
func FreeUserName(ctx context.Context, client *ent.Client, address string) (string, error) {
	for n := 1; ; n++ {
		name := address
		switch {
		case n > fewestSuffixes:
			name += " (" + gid.New(gid.User, gid.NewLocality()).String() + ")"
		case n > 1:
			name += " (" + strconv.Itoa(n) + ")"
		}
		// A name that differs in letter case only could be taken for this one.
		taken, err := client.User.Query().Where(user.UserNameIn(name, email.Key(name))).Exist(ctx)
		if err != nil {
			return "", fmt.Errorf("look for the user name: %w", err)
		}
		if !taken {
			return name, nil
		}
	}
}
