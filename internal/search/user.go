package search

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// OfUser returns the words by which a user is found, each once.
func OfUser(firstName, lastName, displayName, userName, email string) []string {
	return Words(firstName + " " + lastName + " " + displayName + " " + userName + " " + email)
}

// KeepUser makes a user who was added or changed findable by the words it has now, and by no others.
func KeepUser(ctx context.Context, tx store.Tx, u *ent.User) error {
	// The words of all customers lie together, and nobody reads them but the search.
	return keep(store.Unscoped(ctx), tx, gid.User, named{u.ID, 0, wordsOfUser(u)})
}

func wordsOfUser(u *ent.User) []string {
	email := ""
	if u.Email != nil {
		email = *u.Email
	}
	return OfUser(u.FirstName, u.LastName, u.DisplayName, u.UserName, email)
}
