package search

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/searchword"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// OfUser returns the words by which a user is found, each once.
func OfUser(firstName, lastName, displayName, userName, email string) []string {
	return Words(firstName + " " + lastName + " " + displayName + " " + userName + " " + email)
}

// KeepUser makes a user who was added or changed findable by the words it has now, and by no others.
func KeepUser(ctx context.Context, tx store.Tx, u *ent.User) error {
	beyond := store.Unscoped(ctx) // the words of all customers lie together, and nobody reads them but the search
	if _, err := tx.Client().SearchWord.Delete().Where(searchword.EntityID(u.ID)).Exec(beyond); err != nil {
		return fmt.Errorf("take the words of the user away: %w", err)
	}
	var email string
	if u.Email != nil {
		email = *u.Email
	}
	var words []*ent.SearchWordCreate
	for _, word := range OfUser(u.FirstName, u.LastName, u.DisplayName, u.UserName, email) {
		words = append(words, tx.Client().SearchWord.Create().SetEntityType(int16(gid.User)).SetWord(word).SetEntityID(u.ID))
	}
	if err := tx.Client().SearchWord.CreateBulk(words...).Exec(beyond); err != nil {
		return fmt.Errorf("keep the words of the user: %w", err)
	}
	return nil
}
