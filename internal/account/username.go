package account

import (
	"context"
	"fmt"
	"slices"
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

// LockUserName serializes the giving of a user name, in any form that email.UserNameKey makes the same, until the
// transaction ends. The index of the keys is not unique, so that whoever gives a name to a user takes this lock before
// looking whether another user has it.
func LockUserName(ctx context.Context, tx store.Tx, name string) error {
	return wrap("wait for others with the user name", tx.AdvisoryLock(ctx, "user name "+email.UserNameKey(name)))
}

// UserNamed returns the user with a user name or an id, or NOT_FOUND. A name finds the user also in another form, as
// email.UserNameKey compares names, if only one user has such a name.
func (s *Service) UserNamed(ctx context.Context, name string) (gid.ID, error) {
	if id, err := gid.Parse(name); err == nil && id.Type() == gid.User {
		found, err := s.db().Client().User.Query().Where(user.ID(id)).Exist(ctx)
		if err != nil {
			return 0, fmt.Errorf("look for the user: %w", err)
		}
		if found {
			return id, nil
		}
	}
	users, err := UsersNamed(ctx, s.db().Client(), name)
	if err != nil {
		return 0, err
	}
	if exact := slices.IndexFunc(users, func(u *ent.User) bool { return u.UserName == name }); exact >= 0 {
		return users[exact].ID, nil
	}
	switch len(users) {
	case 0:
		return 0, fault.New(fault.NotFound, "user", "No user has the name {name}.",
			"List the producer's people with muniment user list, or make the user with muniment user add.",
			fault.WithText("name", name))
	case 1:
		return users[0].ID, nil
	}
	return 0, fault.New(fault.NotFound, "user", "Several users have the name {name} in another form.",
		"Give the name exactly as it is stored, or the id.", fault.WithText("name", name))
}

// NameOfUser returns the name of a user as it is stored.
func (s *Service) NameOfUser(ctx context.Context, id gid.ID) (string, error) {
	u, err := s.db().Client().User.Get(ctx, id)
	if err != nil {
		return "", fmt.Errorf("read the user: %w", err)
	}
	return u.UserName, nil
}

// UsersNamed returns the users who have a user name, in any form that email.UserNameKey makes the same, ordered by id.
// There are several only if an older version or an import made them: an import tells user names apart byte by byte.
func UsersNamed(ctx context.Context, client *ent.Client, name string) ([]*ent.User, error) {
	found, err := client.User.Query().Where(user.UserNameKey(email.UserNameKey(name))).Order(ent.Asc(user.FieldID)).
		All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for the user name: %w", err)
	}
	return found, nil
}

// maxNumberedNames is how many numbered names are tried before a random suffix is used.
const maxNumberedNames = 9

// FreeUserName returns an unused user name for a user: the address, with a suffix if another user has that name. So
// nobody can keep a person out by taking their address as a user name. No other transaction can give the name away
// before this one ends.
func FreeUserName(ctx context.Context, tx store.Tx, address string) (string, error) {
	for n := 1; ; n++ {
		name := address
		switch {
		case n > maxNumberedNames:
			name += " (" + gid.New(gid.User, gid.NewLocality()).String() + ")"
		case n > 1:
			name += " (" + strconv.Itoa(n) + ")"
		}
		if err := LockUserName(ctx, tx, name); err != nil {
			return "", err
		}
		// A name that differs only in letter case or in the form of its domain could be mistaken for this one.
		taken, err := UsersNamed(ctx, tx.Client(), name)
		if err != nil {
			return "", err
		}
		if len(taken) == 0 {
			return name, nil
		}
	}
}
