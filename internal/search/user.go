package search

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// OfUser returns the words by which a user is found, without duplicates.
func OfUser(firstName, lastName, displayName, userName, email string) []string {
	return Words(firstName + " " + lastName + " " + displayName + " " + userName + " " + email)
}

// KeepUser replaces the stored words of a user who was added or changed.
func KeepUser(ctx context.Context, tx store.Tx, u *ent.User) error {
	// Search words have no account; only this package reads them.
	return replaceWords(store.Unscoped(ctx), tx, gid.User, named{u.ID, 0, wordsOfUser(u)})
}

func wordsOfUser(u *ent.User) []string {
	email := ""
	if u.Email != nil {
		email = *u.Email
	}
	return OfUser(u.FirstName, u.LastName, u.DisplayName, u.UserName, email)
}
